"""Names of outlets, agencies and syndicators: the one under which each is known."""

import re
from functools import lru_cache
from typing import NamedTuple

from newslab.data import read_json

AGENCIES = {
    "reuters": "Reuters",
    "thomson reuters": "Reuters",
    "ap": "Associated Press",
    "associated press": "Associated Press",
    "the associated press": "Associated Press",
    "afp": "AFP",
    "agence france-presse": "AFP",
    "pa": "PA Media",
    "press association": "PA Media",
    "pa media": "PA Media",
    "dpa": "dpa",
    "upi": "UPI",
    "united press international": "UPI",
    "xinhua": "Xinhua",
    "tass": "TASS",
    "itar-tass": "TASS",
    "interfax": "Interfax",
    "ria novosti": "RIA Novosti",
    "efe": "EFE",
    "ansa": "ANSA",
    "kyodo": "Kyodo News",
    "kyodo news": "Kyodo News",
    "yonhap": "Yonhap",
    "pti": "PTI",
    "ani": "ANI",
    "ians": "IANS",
    "aap": "AAP",
    "the canadian press": "The Canadian Press",
    "anadolu agency": "Anadolu Agency",
    "bloomberg": "Bloomberg",
}
SYNDICATORS = "inkl MENAFN AllAfrica PressReader NewsBreak SmartNews Flipboard Dailyhunt".split()
_ENDING = re.compile(r"\.(?:com|org|net|co\.[a-z]{2}|com\.[a-z]{2})$", re.I)
_ADDRESS = re.compile(r"(?P<form>(?:https?://)?(?:www\.)?)(?P<host>(?:[\w-]+\.)+[a-z]{2,})(?:[:/]\S*)?", re.I)
_LEGAL = re.compile(
    r"(?:,? (?:Inc|LLC|L\.L\.C|Ltd|Limited|plc|PLC|Corp|Corporation|Company|Co|Pty|GmbH|LP|All|All Rights.*)\b\.?)"
    r"{1,4}$"
)


class Known(NamedTuple):
    """What is known of outlets.

    names, domains : the outlet by its folded names, and by its domains.
    common, groups : folded names that are words, too, and those of companies that own outlets.
    worded : the names of outlets as they are printed, in small letters.
    """

    names: dict
    domains: dict
    common: frozenset
    groups: frozenset
    worded: frozenset


@lru_cache(maxsize=1)
def _known():
    """The `Known` outlets of the table."""
    source = read_json("cleaning_outlets.json")
    names, domains, worded = {}, {}, set()
    for outlet, row in source["outlets"].items():
        for name in (outlet, *row["also"]):
            names.setdefault(fold(name), outlet)
            worded.add(_worded(name))
        domains.update(dict.fromkeys(row["domains"], outlet))
    common, groups = frozenset(map(fold, source["common"])), frozenset(map(fold, source["groups"]))
    return Known(names, domains, common, groups, frozenset(worded))


def _worded(name):
    return " ".join(name.lower().replace("’", "'").split()).removeprefix("the ")


@lru_cache(maxsize=5_000)
def fold(name):
    """A name without case, spaces, punctuation and "The", as in its domain.

    >>> fold("The Washington Post"), fold("L.A. Times")
    ('washingtonpost', 'latimes')
    """
    return re.sub(r"\W+", "", name).lower().removeprefix("the")


def full_name(name):
    """The name under which an outlet is known, for one of its names; others as they are.

    >>> full_name("The Independent UK"), full_name("The Village Herald")
    ('The Independent', 'The Village Herald')
    """
    return _known().names.get(fold(name), name)


def is_outlet(name):
    """Whether a name is that of a known outlet."""
    return fold(name) in _known().names


@lru_cache(maxsize=5_000)
def is_printed_outlet(line):
    """Whether a line is the name of a known outlet, word for word.

    >>> is_printed_outlet("ThePrint"), is_printed_outlet("print"), is_printed_outlet("L.A. Times")
    (True, False, True)
    """
    return _worded(line) in _known().worded


def is_common(name):
    """Whether the name of an outlet is a word, or the name of much else, too: Time, Science, The National."""
    return fold(name) in _known().common


def is_agency(name):
    """Whether a name is that of an agency, whose name stands on the pages of others, too."""
    return name.lower() in AGENCIES or full_name(name).lower() in AGENCIES


def is_group(name):
    """Whether a name is that of a company which owns outlets and signs what they publish."""
    return fold(name) in _known().groups


def is_masthead(name):
    """Whether what stands for an author is a known outlet, or a station of a known company.

    >>> is_masthead("The Guardian"), is_masthead("BBC Wales"), is_masthead("Ann Example"), is_masthead("Reuters")
    (True, True, False, False)
    """
    first = name.split()[0]
    station = first.isupper() and not name.isupper() and (is_group(first) or is_outlet(first))
    return not is_agency(name) and (station or is_printed_outlet(name))


@lru_cache(maxsize=5_000)
def outlet_at(host):
    """The known outlet at a host or above it, or None.

    >>> outlet_at("edition.cnn.com"), outlet_at("village-herald.example")
    ('CNN', None)
    """
    labels = host.lower().split(".")
    for first in range(len(labels) - 1):
        if found := _known().domains.get(".".join(labels[first:])):
            return found
    return None


def without_address(name):
    """The outlet at a name that is an internet address, or the host alone; another name as it is.

    >>> without_address("www.bbc.co.uk"), without_address("www.village-herald.example"), without_address("Salon.com")
    ('BBC News', 'village-herald.example', 'Salon')
    """
    address = _ADDRESS.fullmatch(name.strip())
    if not address:
        return name
    host = address["host"].lower()
    return outlet_at(host) or (host if address["form"] else name)


def public_name(name):
    """A name as readers know it: without the form of its company and the ending of its domain.

    >>> public_name("The Village Herald, Inc."), public_name("VillageHerald.com"), public_name("WSJ")
    ('The Village Herald', 'VillageHerald', 'The Wall Street Journal')
    """
    name = full_name(" ".join(name.split()))
    return full_name(_ENDING.sub("", _LEGAL.sub("", name).strip(" ,")))
