"""What is known beforehand about words in news: how rare each is, and which occur together.

Both were counted once on 1,390 stories that are not the reader's (`benchmarks/count_frequencies.py` names them and
counts again), so a score does not depend on which other articles happen to be in the set.
"""

from functools import lru_cache
from importlib.resources import files

import numpy as np

from newslab.text import document_frequencies

SEEN_FOR_TOPICS = 5


def inverse_document_frequencies(stems):
    """ln((1 + N) / (1 + n)) + 1 for each stem, as in scikit-learn; one never seen counts as standing nowhere."""
    n, counts = document_frequencies()
    seen = np.fromiter((counts.get(stem, 0) for stem in stems), dtype=float, count=len(stems))
    return np.log((1 + n) / (1 + seen)) + 1


@lru_cache(maxsize=1)
def _background():
    _, counts = document_frequencies()
    rows = {stem: row for row, stem in enumerate(stem for stem, count in counts.items() if count >= SEEN_FOR_TOPICS)}
    with files("newslab").joinpath("data/background_topics.npy").open("rb") as file:
        return rows, np.load(file, allow_pickle=False)


def background_topics(stems):
    """A row of 100 numbers for each stem: its neighbours in the background stories; zeros for a rare stem."""
    rows, topics = _background()
    found = np.zeros((len(stems), topics.shape[1]))
    for i, stem in enumerate(stems):
        if stem in rows:
            found[i] = topics[rows[stem]]
    return found
