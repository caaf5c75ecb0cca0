"""How much of the shorter text stands word for word in the other: runs of five words, found in both."""

import numpy as np
import scipy.sparse as sparse

from newslab.similarity.terms import function_words

RUN = 5
_CONTENT_WORDS = 2
_MIX = np.uint64(0x9E3779B97F4A7C15)


def run_starts(words):
    """Where the runs of five words of each text begin, as positions in `words.number`, with the text of each.

    A shorter text is one run. Runs of hardly anything but function words ("at the end of the") are left out, unless a
    text has no others.
    """
    length = np.diff(words.ends)
    text = np.repeat(np.arange(len(length)), length)
    start = np.arange(len(text))
    whole = start + RUN <= words.ends[text + 1]
    whole |= (length[text] < RUN) & (start == words.ends[text])
    start, text = start[whole], text[whole]
    content = np.concatenate([[0], np.cumsum(~function_words(words)[words.number])])
    telling = content[run_ends(words, start, text)] - content[start] >= _CONTENT_WORDS
    telling |= (np.bincount(text[telling], minlength=len(length)) == 0)[text]
    return start[telling], text[telling]


def run_ends(words, start, text):
    """Where those runs end."""
    return np.minimum(start + RUN, words.ends[text + 1])


def run_matrix(words):
    """A row for each text with a one for each run that stands in it and in another, and how many runs each has."""
    start, text = run_starts(words)
    key = _keys(words, start, run_ends(words, start, text))
    order = np.argsort(key, kind="stable")
    key, text = key[order], text[order]
    first = np.ones(len(key), dtype=bool)
    first[1:] = (key[1:] != key[:-1]) | (text[1:] != text[:-1])
    key, text = key[first], text[first]
    n = len(words.ends) - 1
    sizes = np.bincount(text, minlength=n).astype(float)
    again = np.zeros(len(key), dtype=bool)
    again[1:] = key[1:] == key[:-1]
    shared = again.copy()
    shared[:-1] |= again[1:]
    column = np.cumsum(~again[shared]) - 1
    shape = (n, int(column[-1]) + 1 if len(column) else 0)
    return sparse.csr_matrix((np.ones(len(column)), (text[shared], column)), shape=shape), sizes


def _keys(words, start, end):
    """A number of 64 bits for each run; two different runs of a million share one once in 20 million times."""
    number = np.concatenate([words.number.astype(np.uint64) + 1, np.zeros(RUN, dtype=np.uint64)])
    key = np.zeros(len(start), dtype=np.uint64)
    for step in range(RUN):
        word = np.where(start + step < end, number[start + step], 0)
        key = (key ^ word) * _MIX
        key ^= key >> np.uint64(29)
    return key
