"""What a wording says: the stems of its words without function words and forms of address."""

import re
from functools import lru_cache

from newslab.framing.lexicon import countries
from newslab.text import STOP_WORDS, WORD, stem

_TITLES = frozenset("mr mrs ms miss sir dr president prime minister".split())

_AFTER_HEAD = re.compile(r"(?<=\w) (?:of|for|with|on|in|to|that|about|between|from|by|at|against|over|into)\b")
# Plural in form, and one thing.
_ONE = frozenset("talks relations ties negotiations hostilities proceedings remarks comments".split())


@lru_cache(maxsize=100_000)
def content(text):
    """The stems of the words that say something: no function words, no forms of address, no "president".

    A country is one word, however it is written.

    >>> content("the U.S. president") == content("United States")
    True
    """
    found, said, place = [word.removesuffix("'s") for word in WORD.findall(text.replace("’", "'"))], set(), 0
    while place < len(found):
        for length in (3, 2, 1):
            country, kind = countries().get(" ".join(found[place : place + length]).lower(), ("", ""))
            if kind == "name" and found[place][0].isupper() and place + length <= len(found):
                said.add(country)
                break
        else:
            word = found[place].replace(".", "")
            if word.lower() not in _TITLES and (word.lower() not in STOP_WORDS or _is_capital(word, place, found)):
                said.add(stem(word.lower()))
            length = 1
        place += length
    return frozenset(said)


def _is_capital(word, place, found):
    """ "Mrs. May", "the IT": within a phrase a capital makes a name of a function word."""
    return word[0].isupper() and len(word) > 1 and (place > 0 or len(found) == 1)


def is_plural(text):
    """Does the phrase speak of several? "The company" is none of the "major corporations"."""
    head = (WORD.findall(_AFTER_HEAD.split(text, maxsplit=1)[0])[-1:] or [""])[0].lower()
    return head.endswith("s") and not head.endswith(("ss", "us", "is")) and head not in _ONE
