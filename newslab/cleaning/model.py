"""The probability of each line to be the story: logistic regression, read again twice with what it said of the others."""

import json
from functools import lru_cache
from importlib.resources import files

import numpy as np

from newslab.cleaning.features import Page, line_features
from newslab.cleaning.second import judged_features

_LIMIT = 4


def probabilities(raw, spans):
    """For each (start, end) of a raw text, how likely it belongs to the story; 0 for furniture by its wording.

    Returns the probabilities and, for each line, its fixed (label, rule) or None.
    """
    if not spans:
        return np.zeros(0), []
    page = Page(raw, spans)
    first = line_features(page)
    fixed = np.array([found is not None for found in page.fixed])
    p, rows = None, first
    for stage in shipped()[layout(page)]:
        if p is not None:
            rows = second_rows(page, first, p, fixed)
        p = apply(stage, rows)
    return np.where(fixed, 0, p), page.fixed


def layout(page):
    """Which coefficients fit a page: those for "lines", or those for "flat" text that lost its line breaks."""
    return "lines" if 2 * np.count_nonzero(page.breaks) + 1 >= len(page.breaks) else "flat"


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
    """The fitted coefficients: for each layout, one dictionary a pass."""
    source = json.loads(files("newslab").joinpath("data/cleaning.json").read_text(encoding="utf-8"))
    return {
        name: [{part: np.array(values, np.float32) for part, values in stage.items()} for stage in stages]
        for name, stages in source["stages"].items()
    }
