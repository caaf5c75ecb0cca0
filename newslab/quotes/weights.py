"""The fitted coefficients."""

from functools import lru_cache

from newslab.data import read_json


@lru_cache(maxsize=1)
def weights():
    """Tables of coefficients by feature, from `benchmarks/fit_quotes.py`: "cue", "antecedent", "speech", "indirect"."""
    return read_json("quotes_weights.json")


def total(table, features):
    """The sum of the coefficients of some features; one that the fit has not seen counts nothing."""
    return sum(filter(None, map(table.get, features)))
