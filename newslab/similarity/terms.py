"""The words of each text, counted: how often, how early, and whether as a name."""

from typing import NamedTuple

import numpy as np

from newslab.text import STOP_WORDS, WORD, stem

# The first sentences of a news story say what happened: a word there counts up to four times, one 60 words on about
# twice, one far down once.
_LEAD = 3.0
_LEAD_WORDS = 60.0


class Terms(NamedTuple):
    """One entry for each text and stem; `ends[i]` to `ends[i + 1]` are those of text i. `vocabulary` is sorted."""

    vocabulary: list
    ends: np.ndarray
    stem: np.ndarray
    count: np.ndarray
    early: np.ndarray
    capital: np.ndarray


class _Codes(dict):
    """From a word as printed to twice the number of its stem, plus one for a capital; -1 for a function word."""

    def __init__(self, function_words):
        super().__init__()
        self.function_words = function_words
        self.numbers = {}

    def __missing__(self, printed):
        word = printed.lower().replace("’", "'")
        if word in self.function_words:
            code = -1
        else:
            code = 2 * self.numbers.setdefault(stem(word), len(self.numbers)) + printed[0].isupper()
        self[printed] = code
        return code


def count_terms(texts, *, always=True):
    """Count the stems of the words of each text that are not function words.

    always : count the function words of a text that has no other words, so that it is not without any.
    """
    codes, found = _Codes(STOP_WORDS), []
    everything = _Codes(frozenset())
    everything.numbers = codes.numbers
    for text in texts:
        printed = WORD.findall(text)
        code = np.array(list(map(codes.__getitem__, printed)), dtype=np.int64)
        if always and len(code) and code.max() < 0:
            code = np.array(list(map(everything.__getitem__, printed)), dtype=np.int64)
        found.append(code)
    return _count(found, codes.numbers)


def _count(found, numbers):
    vocabulary = sorted(numbers)
    order = np.empty(len(vocabulary), dtype=np.int64)
    order[[numbers[term] for term in vocabulary]] = np.arange(len(vocabulary))
    lengths = [len(code) for code in found]
    code = np.concatenate([*found, np.empty(0, dtype=np.int64)])
    position = np.concatenate([*(np.arange(n) for n in lengths), np.empty(0)])
    text = np.repeat(np.arange(len(found)), lengths)
    kept = code >= 0
    code, position, text = code[kept], position[kept], text[kept]
    key, where = np.unique(text * max(1, len(vocabulary)) + order[code >> 1], return_inverse=True)
    row, column = np.divmod(key, max(1, len(vocabulary)))
    return Terms(
        vocabulary,
        np.searchsorted(row, np.arange(len(found) + 1)),
        column,
        np.bincount(where, minlength=len(key)).astype(float),
        np.bincount(where, weights=1 + _LEAD * np.exp(-position / _LEAD_WORDS), minlength=len(key)),
        np.bincount(where, weights=code & 1, minlength=len(key)),
    )
