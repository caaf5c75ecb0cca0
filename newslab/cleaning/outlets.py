"""Names of outlets, agencies and syndicators as pages print them."""

import json
import re
from collections import Counter, defaultdict
from functools import lru_cache
from importlib.resources import files

AGENCIES = {
    "reuters": "Reuters", "thomson reuters": "Reuters", "ap": "Associated"
                                                              " Press", "associated press": "Associated Press",
    "the associated press": "Associated Press", "afp": "AFP", "agence france-presse": "AFP", "pa": "PA Media",
    "press association": "PA Media", "pa media": "PA Media", "dpa": "dpa", "upi": "UPI", "united press"
                                                                                         " international": "UPI",
    "xinhua": "Xinhua", "tass": "TASS", "itar-tass": "TASS", "interfax": "Interfax", "ria"
                                                                                     " novosti": "RIA"

            " Novosti", "efe": "EFE",
    "ansa": "ANSA", "kyodo": "Kyodo News", "kyodo news": "Kyodo News", "yonhap": "Yonhap", "pti": "PTI", "ani": "ANI",
    "ians": "IANS", "aap": "AAP", "the canadian press": "The Canadian Press", "anadolu agency": "Anadolu Agency",
    "bloomberg": "Bloomberg",
}  # fmt: skip
SYNDICATORS = "inkl MENAFN AllAfrica PressReader NewsBreak SmartNews Flipboard Dailyhunt".split()
_NAME = r"(?:[Tt]he )?[A-Z0-9][\w.&'’-]*(?: (?:of|the|and|&|for|on|in|de|[A-Z0-9][\w.&'’-]*)){0,4}"
_LEGAL = re.compile(
    r"(?:,? (?:Inc|LLC|L\.L\.C|Ltd|Limited|plc|PLC|Corp|Corporation|Company|Co|Pty|GmbH|LP|Media Group"
    r"|News & Media|Newspapers"
    r"|Communications|Publishing|Publications|Holdings|Digital|Enterprises|All|All Rights.*)\b\.?)+$"
)
_TEMPLATES = [
    (3, re.compile(rf"(?:©|\([cC]\)|Copyright|COPYRIGHT)\s?(?:©|\([cC]\))?\s?(?:(?:19|20)\d\d(?:\s?[-–]\s?(?:19"
                   rf"|20)?\d\d)?)?,?\s?(?:by )?({_NAME})")),
    (1, re.compile(rf"(?:©|Copyright).{{0,40}}?({_NAME})[,.]? (?:19|20)\d\d")),
    (2, re.compile(rf"^(?:More (?:from|on|at)|Follow|About|Contact|Advertise (?:with|on|in)|Subscribe to"
                   rf"|Support|Welcome to|Join|Log in to|Sign up (?:for|to)|Download the|Get the|Work (?:for"
                   rf"|at)|Working at|Copyright of|Inside)"
                   rf" ({_NAME})(?:$|[’']s\b| on \w+| app\b| newsletters?\b| today\b)")),
    (2, re.compile(rf"^({_NAME}) (?:newsletters?|Newsletters?|app|App|Store|Shop|Events|Careers|Jobs|Archives?"
                   rf"|Media Kit|Staff|Team|Podcasts|Crossword|homepage|Home|frontpage|Membership|Premium|Plus)$")),
    (2, re.compile(rf"\b(?:from|by|of|to|at|with|Get|for) ({_NAME})(?:[’']s (?:daily |weekly "
                   rf"|free )?(?:newsletters?|app|site|website|privacy|terms|journalism)\b|[.,] (?:Read|You|By"
                   rf"|See)\b)")),
    (2, re.compile(rf"({_NAME}) (?:may (?:earn|receive)|is (?:a )?part of|participates|uses cookies"
                   rf"|is not responsible|has an affiliate)")),
    (3, re.compile(rf"(?:·|\||—|–|•) ({_NAME})(?: (?:·|\||—|•).*| Loaded)?$")),
    (2, re.compile(rf"(?:[Ss]enior|[Cc]hief|[Pp]olitic\w+|[Ss]taff)? ?(?:[Rr]eporter|[Ee]ditor|[Cc]orrespondent"
                   rf"|[Jj]ournalist|[Ww]riter|[Cc]olumnist) (?:for|at|with) ({_NAME})\b")),
]  # fmt: skip
_DOMAIN = re.compile(r"(?:https?://|www\.|\b)((?:[a-z0-9-]{2,40}\.){1,3}[a-z]{2,6})\b(?!@)", re.I)
_TRIGGER = re.compile(
    r"©|\([cC]\)|opyright|COPYRIGHT|ewsletter|[’']s\b|\bapp\b|App\b|[·|—–•]|\b(?:from|on|at|with|to|About"
    r"|Contact|Follow|Support|Join|Store|Shop"
    r"|Events|Careers|Jobs|Archives?|Staff|Team|Home|may|is|participates|uses|has|[Rr]eporter|[Ee]ditor"
    r"|[Cc]orrespondent)\b|rontpage|omepage"
)
_NEVER = frozenset(
    """the us we you our facebook twitter instagram youtube linkedin whatsapp google apple email newsletter newsletters
    news politics sports sport business world opinion all rights reserved privacy policy terms getty images this site
    more read
    sign up log in my your account home subscribe premium plus search menu advertisement related share close amazon
    january february march april may june july august september october november december""".split()
)


@lru_cache(maxsize=1)
def _known():
    """Outlet by folded name, and by domain."""
    source = json.loads(files("newslab").joinpath("data/cleaning_outlets.json").read_text(encoding="utf-8"))["outlets"]
    names, domains = {}, {}
    for outlet, row in source.items():
        for name in (outlet, *row["also"]):
            names.setdefault(_fold(name), outlet)
        domains.update(dict.fromkeys(row["domains"], outlet))
    return names, domains


def _fold(name):
    return re.sub(r"^the ", "", " ".join(name.lower().replace("’", "'").split()))


def full_name(name):
    """The name under which an outlet is known, for one of its names; others as they are.

    >>> full_name("The Independent UK"), full_name("The Village Voice")
    ('The Independent', 'The Village Voice')
    """
    return _known()[0].get(_fold(name), name)


def is_outlet(name):
    return _fold(name) in _known()[0]


def outlet_of(lines, headline):
    """The outlet that the furniture of a page names, as (name, rule, number of the line), or None.

    lines : (number, text) of the lines which are not the story.
    """
    votes, evidence = Counter(), {}
    for number, line in lines:
        for name, weight, rule in _named(line, headline):
            key = _fold(full_name(name))
            # The same wording again and again is one hint, not many.
            if (key, rule) not in evidence:
                votes[key] += weight
                evidence[key, rule] = (name, number)
    first = defaultdict(list)
    for (key, rule), (name, number) in evidence.items():
        first[key].append((rule, name, number))
    ranked = sorted(votes, key=lambda key: (-votes[key], key))
    if not ranked or votes[ranked[0]] < 3 or (len(ranked) > 1 and votes[ranked[1]] >= votes[ranked[0]]):
        return None
    rule, name, number = first[ranked[0]][0]
    return full_name(name), rule, number


def _named(line, headline):
    """Names that a line of furniture gives for its outlet, each with a weight and a rule."""
    # A wire agency's name alone is a credit.
    if len(line) <= 40 and is_outlet(line.strip()) and line.strip().lower() not in AGENCIES:
        yield line.strip(), 3, "name on the page"
    for match in _DOMAIN.finditer(line[:400]) if "." in line else ():
        host = match.group(1).lower().removeprefix("www.")
        if host in _known()[1]:
            yield _known()[1][host], 3, "link on the page"
    if headline and line.startswith(headline) and (tail := re.match(r"\s?[|–—-]\s?(.{3,40})$", line[len(headline) :])):
        yield tail.group(1).removesuffix(" Loaded"), 4, "behind the headline"
    if len(line) > 400 or not _TRIGGER.search(line):
        return
    for number, (weight, template) in enumerate(_TEMPLATES):
        match = template.search(line)
        name = match and _LEGAL.sub("", match.group(1)).strip(" .,")
        if name and 2 < len(name) <= 40 and not set(name.lower().split()) <= _NEVER:
            yield name, weight + is_outlet(name), "copyright line" if number < 2 else "furniture of the page"
