"""The probability of each line to be the story: logistic regression, read again twice with what it said of the others."""

import json
from functools import lru_cache
from importlib.resources import files

import numpy as np

from newslab.cleaning.features import Page, line_features
from newslab.cleaning.second import judged_features

_LIMIT = 4


def probabilities(raw, spans, stages=None):
    """For each (start, end) of a raw text, how likely it belongs to the story; 0 for furniture by its wording.

    stages : coefficients other than those that ship, as `fit_cleaning.py` makes them.

    Returns the probabilities and, for each line, its fixed (label, rule) or None.
    """
    if not spans:
        return np.zeros(0), []
    page = Page(raw, spans)
    first = line_features(page)
    fixed = np.array([found is not None for found in page.fixed])
    p, rows = None, first
    for stage in stages or shipped():
        if p is not None:
            rows = second_rows(page, first, p, fixed)
        p = apply(stage, rows)
    return np.where(fixed, 0, p), page.fixed


def second_rows(page, first, p, fixed):
    """The features of a later pass: those of the first, and what it said."""
    judged = judged_features(page, np.where(fixed, 0.01 * p, p))
    return np.hstack([first, judged, judged[:, :8] * first[:, [0]]])


def apply(stage, rows):
    """Logistic regression on standardised, clipped features."""
    scaled = np.clip((rows - stage["mean"]) / stage["scale"], -_LIMIT, _LIMIT)
    return 1 / (1 + np.exp(-(scaled @ stage["weights"] + stage["intercept"])))


@lru_cache(maxsize=1)
def shipped():
    """The fitted coefficients, one dictionary a pass."""
    source = json.loads(files("newslab").joinpath("data/cleaning.json").read_text(encoding="utf-8"))
    return [
        {name: np.array(stage[name], np.float32) for name in ("mean", "scale", "weights", "intercept")}
        for stage in source["stages"]
    ]
