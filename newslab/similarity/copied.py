"""How much of the shorter text stands word for word in the other: runs of five words, found in both."""

import numpy as np
import scipy.sparse as sparse

from newslab.similarity.terms import function_words
from newslab.similarity.vectors import row_products

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
    """A row for each text with a one for each of its runs that stands elsewhere too, and how many runs each has."""
    start, text = run_starts(words)
    n = len(words.ends) - 1
    _, run, times = np.unique(_keys(words)[start], return_inverse=True, return_counts=True)
    again = times[run] > 1
    ends = np.searchsorted(text[again], np.arange(n + 1))
    runs = sparse.csr_matrix((np.ones(ends[-1]), run[again], ends), shape=(n, len(times)))
    runs.sum_duplicates()
    runs.data[:] = 1
    return runs, np.diff(runs.indptr) + np.bincount(text[~again], minlength=n)


def copied_scores(runs, source, target):
    """The share of the runs of the shorter text that stand in the other, for each pair of rows of a `run_matrix`."""
    matrix, sizes = runs
    least = np.minimum(sizes[source], sizes[target])
    return row_products(matrix, source, target) / np.maximum(1, least)


def _keys(words):
    """A number of 64 bits for the run from each word on; two different runs of a million share one once in 20 million
    times."""
    n = len(words.number)
    number = np.concatenate([words.number.astype(np.uint64) + 1, np.zeros(RUN, dtype=np.uint64)])
    left = np.repeat(words.ends[1:], np.diff(words.ends)) - np.arange(n)
    key = np.zeros(n, dtype=np.uint64)
    for step in range(RUN):
        key = (key ^ np.where(left > step, number[step : step + n], 0)) * _MIX
        key ^= key >> np.uint64(29)
    return key
