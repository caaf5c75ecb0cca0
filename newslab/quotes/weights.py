"""The fitted coefficients."""

import json
from functools import lru_cache
from importlib.resources import files


@lru_cache(maxsize=1)
def weights():
    """Tables of coefficients by feature, from `benchmarks/fit_quotes.py`: "cue", "antecedent", "speech", "indirect"."""
    return json.loads(files("newslab").joinpath("data", "quotes_weights.json").read_text(encoding="utf-8"))


def total(table, features):
    """The sum of the coefficients of some features; one that the fit has not seen counts nothing."""
    return sum(filter(None, map(table.get, features)))
