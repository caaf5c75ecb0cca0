"""Names of authors in a line of a page."""

import re
from functools import lru_cache

from newslab.cleaning.lexicon import class_mask, is_class
from newslab.cleaning.outlets import AGENCIES, is_masthead, is_printed_outlet
from newslab.data import read_json
from newslab.text import STOP_WORDS

_BY = re.compile(r"(?:(?:Words|Written|Story|Reported|Posted|Published|Article|Review) )?by\b:?\s*", re.I)
_END = re.compile(
    r"\s*(?:[|•·/()\[\]\n]|\s[-–—]\s|\b(?:on|in|at|for|from|of|with|published|updated|posted|is|has)\b|\d|@).*$",
    re.S | re.I,
)
_PART = re.compile(r"\s*(?:,|;|&|\band\b)\s*")
_TOKEN = re.compile(r"[^\W\d_](?:[\w'’-]*[^\W\d_])?\.?$")
_SMALL = frozenset("de da di del della der den van von bin ibn al el la le du dos das ter y e st".split())
_ROLE = class_mask("byline section site share account clock contact credit legal advert stop")
_WORK = class_mask("byline")
_DATE = class_mask("month weekday clock")
_OFFICE = frozenset(
    "director chief head deputy assistant co-founder founder producer presenter host analyst professor".split()
)
_SENTENCE = STOP_WORDS - {"and", "of", "for", "at", "the", "with", "in", "by", "from", "to", "de", "s", "y"}
_DESK = frozenset(
    "desk newsdesk newsroom bureau staff team reporter reporters correspondent contributor editors".split()
)


@lru_cache(maxsize=5_000)
def names_after_by(line):
    """The names of a line that opens with "by", in order; a known outlet is no author.

    >>> names_after_by("By Ann Example and Bo de Sample, Senior Reporters")
    ('Ann Example', 'Bo de Sample')
    """
    match = _BY.match(line)
    names = _names(line[match.end() :]) if match else ()
    return tuple(name for name in names if not is_masthead(name))


@lru_cache(maxsize=5_000)
def desk_after_by(line):
    """The desk or agency of a line that opens with "by" and names nobody, as printed.

    >>> desk_after_by("By Sample News Desk"), desk_after_by("By Associated Press"), desk_after_by("By the river")
    (('Sample News Desk',), ('Associated Press',), ())
    """
    match = _BY.match(line)
    name = _END.sub("", line[match.end() :]).strip(" .,;:") if match else ""
    return (name,) if is_desk(name) else ()


def is_desk(name):
    """Whether a byline names a desk or an agency and no person.

    >>> is_desk("Newsdesk"), is_desk("Sample staff reporter"), is_desk("Ann Example"), is_desk("By Staff")
    (True, True, False, False)
    """
    tokens = name.split()
    opens = bool(tokens) and tokens[0][0].isupper() and tokens[0].lower() != "by"
    worded = 2 <= len(tokens) <= 5 and opens and tokens[-1].lower() in _DESK
    return worded or name.strip().lower() in AGENCIES or name.strip().lower() == "newsdesk"


@lru_cache(maxsize=5_000)
def names_alone(line, *, sure=False):
    """The names of a line of nothing but names and roles; they begin like known given names, unless it is `sure`.

    >>> names_alone("Maria Sample, Denis Sample"), names_alone("Middle East")
    (('Maria Sample', 'Denis Sample'), ())
    """
    if len(line) > 120:
        return ()
    parts = [part for part in _PART.split(line.strip()) if part]
    names = _names(line)
    rest = parts[len(names) :]
    if not names or any(token.lower() in _SENTENCE for token in line.split()):
        return ()
    if not all(has_role(part) or is_printed_outlet(part) for part in rest):
        return ()
    return names if sure or all(_first(name) in _given() for name in names) else ()


def has_role(text):
    """Whether a text names the work of a journalist."""
    return any(is_class(token, _WORK) or token.lower() in _OFFICE for token in text.split())


def _first(name):
    return name.split()[0].lower()


def _names(text):
    names = []
    text = _END.sub("", text[:200])
    for part in _PART.split(text):
        name = _name(part.split())
        if name is None:
            break
        names.append(name)
    return tuple(dict.fromkeys(names))


def _name(tokens):
    """The name at the start of some words, up to a role or a section, or None."""
    if not tokens:
        return None
    roles = [is_class(token, _ROLE) or token.lower() in _OFFICE for token in tokens]
    kept = []
    for token, role in zip(tokens[:6], roles, strict=False):
        # April and Will are given names, too; a month behind two names is the date.
        if not kept and token.lower() in _given():
            role = False
        if role or len(kept) > 1 and is_class(token, _DATE) or not _TOKEN.match(token) or token.endswith(("’s", "'s")):
            break
        if not (token[0].isupper() or token.lower() in _SMALL):
            break
        kept.append(token)
    whole = (
        len(kept) == len(tokens) or len(kept) < len(tokens) and (roles[len(kept)] or is_class(tokens[len(kept)], _DATE))
    )
    if not whole or not 2 <= len(kept) <= 5 or not kept[-1][0].isupper():
        return None
    return " ".join(kept)


@lru_cache(maxsize=1)
def _given():
    source = read_json("given_names.json")
    return frozenset(f"{source['male']} {source['female']}".split())
