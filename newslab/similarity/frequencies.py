"""How common a word is in news: document frequencies counted once, on stories that are not the reader's."""

from functools import lru_cache
from importlib.resources import files

import numpy as np


@lru_cache(maxsize=1)
def document_frequencies():
    """The number of background stories, and for each stem the number of them in which it stands."""
    text = files("newslab").joinpath("data", "document_frequencies.txt").read_text(encoding="utf-8")
    _, n, *lines = text.splitlines()
    counts = {}
    for line in lines:
        count, *stems = line.split(" ")
        counts.update(dict.fromkeys(stems, int(count)))
    return int(n), counts


def inverse_document_frequencies(stems):
    """ln((1 + N) / (1 + n)) + 1 for each stem, as in scikit-learn; a stem never seen counts as seen nowhere."""
    n, counts = document_frequencies()
    seen = np.fromiter((counts.get(stem, 0) for stem in stems), dtype=float)
    return np.log((1 + n) / (1 + seen)) + 1
