"""The form under which a word is counted: its stem, the same for British and American spelling."""

import re
from functools import lru_cache

import Stemmer

_stemmer = Stemmer.Stemmer("english")


@lru_cache(maxsize=200_000)
def stem(word):
    """The Snowball stem of a lower-case word, without a possessive, the same for British and American spelling.

    >>> stem("stabilise") == stem("stabilizes"), stem("russia's"), stem("centre") == stem("centers")
    (True, 'russia', True)
    """
    return _stemmer.stemWord(american(word.removesuffix("'s").removesuffix("'")))


_BRITISH = [
    (re.compile(r"(?<=[a-z]{3})is(e[sdr]?|ers|ing|ation|ations|ational)$"), r"iz\1"),
    (re.compile(r"(?<=[a-z]{2})ys(e[sdr]?|ing)$"), r"yz\1"),
    (re.compile(r"(?<=[a-z]{2}[bdlmnpv])our(s|ed|ing|ite|ites|able|er|ers|ly|ful|hood|less)?$"), r"or\1"),
    (re.compile(r"(?<=[a-z]{2}[tbv])re(s|d)?$"), r"er\1"),
    (re.compile(r"(?<=[aeiou])ll(ed|ing|er|ers)$"), r"l\1"),
    (re.compile(r"(?<=[a-z]{2}en)ce(s)?$"), r"se\1"),
    (re.compile(r"(?<=[a-z]{3})ogue(s)?$"), r"og\1"),
    (re.compile(r"(?<=[a-z])ae(?=[a-z]{3})"), "e"),
    (re.compile(r"(?<=gram)me(s)?$"), r"\1"),
]
_MAYBE_BRITISH = re.compile(r"is[aei]|ys[ei]|our|re[sd]?$|ll(?:e[dr]|ers|ing)$|ences?$|ogues?$|ae|mmes?$")


@lru_cache(maxsize=200_000)
def american(word):
    """A key under which British and American spellings of a lower-case word meet; not always itself a word.

    >>> american("organisation"), american("labour"), american("centre"), american("travelled")
    ('organization', 'labor', 'center', 'traveled')
    """
    if _MAYBE_BRITISH.search(word):
        for pattern, replacement in _BRITISH:
            word = pattern.sub(replacement, word)
    return word
