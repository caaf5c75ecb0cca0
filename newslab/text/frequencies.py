"""In how many other news stories a word stands."""

from functools import lru_cache
from importlib.resources import files


@lru_cache(maxsize=1)
def document_frequencies():
    """How many other news stories were counted, and in how many of them each stem stands, common ones first.

    `benchmarks/count_frequencies.py` names the stories and counts again. The dictionary is shared: change a copy.

    >>> n, counts = document_frequencies()
    >>> n > counts["year"] > counts["river"]
    True
    """
    data = files("newslab").joinpath("data/document_frequencies.txt")
    _, n, *lines = data.read_text(encoding="utf-8").splitlines()
    counts = {}
    for line in lines:
        count, *stems = line.split(" ")
        counts.update(dict.fromkeys(stems, int(count)))
    return int(n), counts
