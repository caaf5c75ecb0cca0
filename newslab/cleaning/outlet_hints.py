"""What one line of furniture says of the outlet that printed it."""

import re
from functools import lru_cache
from typing import NamedTuple

from newslab.cleaning.lexicon import class_mask, is_class
from newslab.cleaning.outlets import is_agency, is_group, is_outlet, is_printed_outlet, outlet_at, public_name
from newslab.text.calendar import MONTHS

_WORD = r"(?=\d{0,4}[^\W\d_])[a-z]{0,3}[A-Z0-9][\w&'’+-]*(?:\.\w+)*"
_NAME = rf"(?:[Tt]he )?{_WORD}(?: (?:(?:of|the|and|&|for|on|in|de) )?{_WORD}){{0,4}}"
_YEARS = r"(?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)?\d\d)?\.?"
_MARK = r"(?:©|\([cC]\)|[Cc]opyrights?|COPYRIGHT)"
_FIRST, _LAST, _ANY = range(3)


# What may stand behind the name of an owner, and of an outlet that states something.
_OWNS = (
    r"(?:[’']s (?:\w+ )?(?:newsletters?|app|site|website|privacy|terms|journalism)\b"
    r"|[.,] (?:Read|You|By|See|sign up)\b)"
)
_STATES = (
    r" (?:may (?:earn|receive)|is (?:a )?(?:part of|published by|owned by|an? \w+ publication|supported by"
    r"|not responsible|the leading|a leading)|participates|uses cookies|moderates|relies on|has (?:an )?affiliate)"
)


def _words(text):
    return frozenset(text.split())


# Kind of hint, how it is shown, how much it tells, where in a line which words make it worth reading, and its wording.
_TEMPLATES = [
    ("imprint", "copyright line", 3, _ANY, _words("© copyright copyrights (c)"), re.compile(
        rf"{_MARK}(?:\s?{_MARK})?[\s:,]{{0,2}}(?:{_YEARS})?[\s,]{{0,2}}(?:by )?({_NAME})")),
    ("imprint", "copyright line", 3, _ANY, _words("© copyright copyrights (c)"), re.compile(
        rf"^({_NAME}),? {_MARK}")),
    ("invitation", "furniture of the page", 2, _FIRST, _words(
        "more follow search about contact support join subscribe sign get advertise work jobs careers back continue"
        " welcome popular trending listen download log register choose latest inside become copyright"
        " want"), re.compile(
        r"^(?i:more(?: from| on| at)?|follow|search|about|contact|support|join|subscribe to|sign up (?:for|to)"
        r"|get(?: the)?|(?:advertise|work|jobs|careers) (?:with|on|in|for|at)|back to|continue to|welcome to"
        r"|popular on|trending on|listen to|download(?: the)?|log in to|register with|choose|latest from|inside"
        rf"|become an?|copyright of|want more) ({_NAME})"
        r"(?:$|[:?!,.]|[’']s\b| (?:on|is|at) | (?i:apps?|newsletters?|today|delivered|as an?|member|alerts)\b)")),
    ("offer", "furniture of the page", 2, _LAST, _words(
        "newsletter newsletters app apps store shop events careers jobs archive archives kit staff team podcast"
        " podcasts crossword page homepage home frontpage membership premium plus twitter facebook instagram"
        " youtube"), re.compile(
        rf"^({_NAME}) (?i:newsletters?|apps?|store|shop|events|careers|jobs|archives?|media kit|staff|team|podcasts?"
        r"|crossword|home ?page|home|front ?page|membership|premium|plus|twitter|facebook|instagram|youtube)$")),
    ("owner", "furniture of the page", 2, _ANY, _words(
        "newsletter newsletters app site website privacy terms journalism read you by see sign"), re.compile(
        rf"\b(?:from|by|of|to|at|with|Get|for|accept) ({_NAME}){_OWNS}")),
    ("statement", "furniture of the page", 2, _ANY, _words(
        "may is participates uses moderates relies has"), re.compile(rf"({_NAME}){_STATES}")),
    ("path", "furniture of the page", 1, _ANY, _words("· | — – • »"), re.compile(
        rf"(?:·|\||—|–|•|») ({_NAME})(?: (?:·|\||—|•).*| Loaded)?$")),
    ("staff", "furniture of the page", 2, _ANY, _words(
        "reporter editor correspondent journalist writer columnist"), re.compile(
        rf"(?i:reporter|editor|correspondent|journalist|writer|columnist) (?:for|at|with) ({_NAME})\b")),
]  # fmt: skip
# To look for a name all along a line is slow: what stands behind it is looked for first.
_BEHIND = {"owner": re.compile(_OWNS), "statement": re.compile(_STATES)}
# Where in a line a word is looked for, and the numbers of the templates which it calls.
_CALLED = [{}, {}, {}]
for _number, (_, _, _, _place, _triggers, _) in enumerate(_TEMPLATES):
    for _trigger in _triggers:
        _CALLED[_place].setdefault(_trigger, []).append(_number)
_ANYWHERE = frozenset(_CALLED[_ANY])
_MASTHEAD = re.compile(rf"({_NAME})(?:$|\s[|–—-]\s)")
_TAIL = re.compile(r"\s?[|–—-]\s?(.{3,40})$")
_HOST = re.compile(r"(?:[a-z0-9-]{2,40}\.){1,3}[a-z]{2,10}\b")
_HANDLE = re.compile(r"@([a-z0-9_]{3,30})\b(?!\.)")
_NEVER = _words(
    """the us we you our facebook twitter instagram youtube linkedin whatsapp google apple email news this site your all
    getty images amazon x tiktok bluesky spotify android iphone ios telegram reddit pinterest flipboard"""
).union(MONTHS)
_OWN = class_mask("site share account legal contact")
_GENERIC = class_mask("section site share account legal advert related comments contact stop reader outlet")
_POINTED = re.compile("[.,:;!?]")


class Hint(NamedTuple):
    """A name that a line gives for its outlet, how much that tells, how it is shown, and its kind."""

    name: str
    weight: int
    rule: str
    kind: str


def hints(line, *, headline=None, top=False, near=False):
    """The hints of a line of furniture at its outlet.

    headline : the headline of the page. top, near : whether the line is among the first, and just above the story.
    """
    alone, links, worded = _read(line)
    if alone:
        yield Hint(line.strip(), 1 + near, "name on the page", "alone")
    yield from links
    if headline and line.startswith(headline) and (tail := _TAIL.match(line, len(headline))):
        yield Hint(tail.group(1).removesuffix(" Loaded"), 4, "behind the headline", "headline")
    if top and (match := _MASTHEAD.match(line)) and is_name(name := public_name(match.group(1))):
        yield Hint(name, 1, "masthead", "masthead")
    yield from worded


@lru_cache(maxsize=10_000)
def _read(line):
    """What a line says wherever it stands: whether it is an outlet's name, the hints of its links and its wording."""
    lower = line.lower()
    tokens = lower.split()
    alone = len(line) <= 40 and is_printed_outlet(line) and not is_agency(line.strip())
    links = tuple(_links(line, tokens)) if "." in lower else ()
    worded = tuple(_worded(line, lower)) if len(tokens) > 1 or "©" in line else ()
    return alone, links, worded


def _links(line, tokens):
    """The known outlets to which a line links."""
    for host in hosts(tokens):
        if outlet := outlet_at(host):
            # A link may lead to others; one that is to be shared, or in the imprint, leads to the page itself.
            own = len(line) < 200 and any(is_class(token, _OWN) or "@" in token for token in tokens)
            yield Hint(outlet, 3 if own else 1, "link on the page", "link")


def _worded(line, lower):
    """The names that a line gives in one of the wordings."""
    tokens = _POINTED.sub("", lower).split()
    for number in _called(tokens, "©" in line):
        kind, rule, weight, _, _, template = _TEMPLATES[number]
        if kind in _BEHIND and not _BEHIND[kind].search(line):
            continue
        if (match := template.search(line)) and is_name(name := public_name(match.group(1))):
            yield Hint(name, weight, rule, kind)


def _called(tokens, marked):
    """The numbers of the templates that are worth trying on a line of some words."""
    called = list(_CALLED[_ANY]["©"]) if marked else []
    if len(tokens) > 1:
        called += _CALLED[_FIRST].get(tokens[0], ())
        called += _CALLED[_LAST].get(tokens[-1], ())
        if not _ANYWHERE.isdisjoint(tokens):
            called += [number for word in _ANYWHERE.intersection(tokens) for number in _CALLED[_ANY][word]]
    return sorted(set(called)) if called else called


def hosts(tokens):
    """The hosts in the links and addresses among some lower-case words."""
    for token in tokens:
        if "." in token[1:-1]:
            for match in _HOST.finditer(token[:300]):
                yield match.group().removeprefix("www.")


def handles(tokens):
    """The accounts among some lower-case words."""
    return [match.group(1) for token in tokens if "@" in token for match in _HANDLE.finditer(token[:300])]


def is_name(name):
    """Whether a wording can be the name of an outlet: no company above outlets, not words of menus alone."""
    tokens = name.lower().split()
    if not 2 < len(name) <= 40 or set(tokens) <= _NEVER or tokens[0] == "by" or is_group(name):
        return False
    return is_outlet(name) or not is_generic(name)


def is_generic(name):
    """Whether a name is made of words of menus alone."""
    return all(token in _NEVER or is_class(token, _GENERIC) for token in name.lower().split())
