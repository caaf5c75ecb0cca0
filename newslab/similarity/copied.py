"""How much of the shorter text stands word for word in the other: runs of five words, found in both."""

import numpy as np
import scipy.sparse as sparse

from newslab.text import STOP_WORDS, words

_RUN = 5
_CONTENT_WORDS = 2


def word_runs(text):
    """The runs of five words of a text; of fewer if it is shorter. Runs of hardly anything but function words are left
    out ("at the end of the"), unless there are no others."""
    found = words(text)
    length = min(_RUN, len(found))
    content = np.cumsum([0] + [word not in STOP_WORDS for word in found])
    starts = range(len(found) - length + 1) if found else ()
    telling = [i for i in starts if content[i + length] - content[i] >= min(_CONTENT_WORDS, length)]
    return [" ".join(found[i : i + length]) for i in telling or starts]


def run_matrix(texts):
    """A row for each text with a one for each run that stands in it and in another, and how many runs each has."""
    numbers, rows = {}, []
    for text in texts:
        runs = sorted({numbers.setdefault(run, len(numbers)) for run in word_runs(text)})
        rows.append(np.array(runs, dtype=np.int64))
    sizes = np.array([len(row) for row in rows], dtype=float)
    columns = np.concatenate([*rows, np.empty(0, dtype=np.int64)])
    shared = np.bincount(columns, minlength=len(numbers)) > 1
    ends = np.concatenate([[0], np.cumsum(shared[columns])])[np.concatenate([[0], np.cumsum(sizes)]).astype(int)]
    place = np.cumsum(shared) - 1
    columns = place[columns[shared[columns]]]
    return sparse.csr_matrix((np.ones(len(columns)), columns, ends), shape=(len(texts), int(shared.sum()))), sizes
