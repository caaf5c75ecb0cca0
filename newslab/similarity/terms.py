"""The words of each text, read once and counted: how often, how early, and whether as a name."""

import re
from typing import NamedTuple

import numpy as np

from newslab.numeric import ranges
from newslab.text import STOP_WORDS, WORD, distinct_pieces, stem

# The first sentences of a news story say what happened: a word there counts up to four times, one 60 words on about
# twice, one far down once.
_LEAD = 3.0
_LEAD_WORDS = 60.0
# House style: one outlet writes "Mr. Quill", the next "Quill".
_ADDRESS = frozenset("mr mrs ms dr sen rep gov".split())


_WORD_OR_BREAK = re.compile(f"{WORD.pattern}|\n")


class Words(NamedTuple):
    """The words of the texts, one after another, as numbers of `vocabulary` (lower case); `ends[i]` to `ends[i + 1]`
    are those of text i."""

    vocabulary: list
    number: np.ndarray
    capital: np.ndarray
    ends: np.ndarray


class Terms(NamedTuple):
    """One entry for each text and stem; `ends[i]` to `ends[i + 1]` are those of text i. `vocabulary` is sorted."""

    vocabulary: list
    ends: np.ndarray
    stem: np.ndarray
    count: np.ndarray
    early: np.ndarray
    capital: np.ndarray


class _Numbers(dict):
    """Numbers things in the order in which they are first asked for."""

    def __missing__(self, thing):
        self[thing] = number = len(self)
        return number


def read_words(texts):
    """Find the words of each text, once for all measures."""
    # No word runs over white space, so that words are looked for in each different piece between it once.
    pieces, piece, ends = distinct_pieces(texts)
    found = _WORD_OR_BREAK.findall("".join(f"{one}\n" for one in pieces))
    printed = _Numbers({"\n": 0})
    number = np.fromiter(map(printed.__getitem__, found), dtype=np.int32, count=len(found))
    breaks = np.flatnonzero(number == 0)
    sizes = np.diff(breaks, prepend=-1) - 1
    before = np.concatenate([[0], np.cumsum(sizes[piece])])
    number = number[ranges((breaks - sizes)[piece], breaks[piece])] - 1
    words = list(printed)[1:]
    lower = _Numbers()
    form = np.array([lower[word.lower().replace("’", "'")] for word in words], dtype=np.int32)
    capital = np.array([word[0].isupper() for word in words], dtype=bool)
    return Words(list(lower), form[number], capital[number], before[ends])


def function_words(words):
    """Whether each word of the vocabulary is a function word or a form of address, which is house style."""
    return np.array([word in STOP_WORDS or word in _ADDRESS for word in words.vocabulary], dtype=bool)


def count_terms(words, *, always=True):
    """Count the stems of the words of each text that are not function words.

    words : from `read_words`.
    always : count the function words of a text that has no other words, so that it is not without any.
    """
    length = np.diff(words.ends)
    text = np.repeat(np.arange(len(length)), length)
    kept = ~function_words(words)[words.number]
    if always:
        kept |= (np.bincount(text[kept], minlength=len(length)) == 0)[text]
    stems = [stem(word) for word in words.vocabulary]
    used = np.zeros(len(stems), dtype=bool)
    used[words.number[kept]] = True
    vocabulary = sorted({stem for stem, one in zip(stems, used, strict=True) if one})
    place = {term: i for i, term in enumerate(vocabulary)}
    column = np.array([place.get(term, -1) for term in stems], dtype=np.int64)[words.number[kept]]
    position = np.arange(len(text)) - words.ends[text]
    early = 1 + _LEAD * np.exp(-position[kept] / _LEAD_WORDS)
    return _counted(vocabulary, text[kept], column, early, words.capital[kept], len(length))


def _counted(vocabulary, text, column, early, capital, n):
    width = max(1, len(vocabulary))
    key, where = np.unique(text * width + column, return_inverse=True)
    row, column = np.divmod(key, width)
    count, early, capital = (
        np.bincount(where, weights=weights, minlength=len(key)) for weights in (np.ones(len(where)), early, capital)
    )
    return Terms(vocabulary, np.searchsorted(row, np.arange(n + 1)), column, count, early, capital)
