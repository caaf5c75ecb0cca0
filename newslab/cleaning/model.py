"""How likely each line is the story: logistic regression, read again with what it said of the other lines."""

import json
from functools import lru_cache
from importlib.resources import files

import numpy as np

from newslab.cleaning.arrays import Page
from newslab.cleaning.dom import agreement, dom_features
from newslab.cleaning.features import line_features
from newslab.cleaning.runs import series_features, stretch_features
from newslab.cleaning.second import judged_features
from newslab.cleaning.sources import described_body
from newslab.text import WORD

_LIMIT = 4
# In words: a line that says little by itself, and the least that counts as a story before its comments.
_SHORT, _STORY = 20, 60
_COMMENT = ("furniture", "stands among the comments of readers")


def probabilities(raw, spans, html=None):
    """For each (start, end) of a raw text, how likely it belongs to the story; 0 for furniture by its wording.

    html : the source of the page, of which `raw` is the visible text, where there is one.

    Returns the probabilities and, for each line, its fixed (label, rule) or None.
    """
    if not spans:
        return np.zeros(0), []
    page = Page(raw, spans)
    first = line_features(page)
    fixed = np.array([found is not None for found in page.fixed])
    votes = [_passes(page, first, fixed, shipped()[layout(page)])[-1]]
    dom = dom_features(html, raw, page) if html else None
    if dom is not None:
        boxes = _passes(page, np.hstack([first, dom]), fixed, shipped()["html"])
        # The text has two votes, the boxes alone and the boxes read again one each: they err on different pages.
        # A name in a list reads like one in a menu, so only the boxes judge a short line.
        votes = [np.where(page.n_words < _SHORT, np.mean(boxes, axis=0), votes[0])] * 2 + boxes
        for number in _comments(page, np.mean(votes, axis=0)):
            fixed[number], page.fixed[number] = True, _COMMENT
        votes += _told(page, described_body(html), np.where(fixed, 0, np.mean(votes, axis=0)))
    return np.where(fixed, 0, np.mean(votes, axis=0)), page.fixed


def _comments(page, p):
    """The lines in boxes named as comments which stand behind a story; often they are longer than it."""
    story = np.where((p > 0.5) & ~page.comments, page.n_words, 0)
    return np.flatnonzero(page.comments & (np.cumsum(story) >= _STORY)).tolist()


def _told(page, body, otherwise):
    """The share of each line that the source of the page gives as the text of its article, with more votes than one."""
    found = WORD.findall(body.lower())
    # It may hold a summary only: then it says nothing of the rest.
    if len(found) < 0.7 * page.n_words[otherwise > 0.5].sum() or not found:
        return []
    told = set(zip(found, found[1:], found[2:], found[3:], strict=False))
    vote = np.array(otherwise)
    for number, line in enumerate(page.texts):
        words = WORD.findall(line)
        shingles = list(zip(words, words[1:], words[2:], words[3:], strict=False))
        if shingles:
            vote[number] = sum(shingle in told for shingle in shingles) / len(shingles)
    return [vote] * 4


def _passes(page, first, fixed, stages):
    """The probabilities after the first pass, and after the second."""
    alone = apply(stages[0], first)
    return [alone, apply(stages[1], second_rows(page, first, alone, fixed))]


def layout(page):
    """Which coefficients fit a page: those for "lines", or those for "flat" text that lost its line breaks."""
    return "lines" if 2 * np.count_nonzero(page.breaks) + 1 >= len(page.breaks) else "flat"


def second_rows(page, first, p, fixed):
    """The features of the second pass: those of the first, and what it said."""
    p = np.where(fixed, 0.01 * p, p)
    runs = [series_features(page, p, fixed), stretch_features(page, p)]
    return np.hstack([first, judged_features(page, p), *runs, *agreement(page, p)]).astype(np.float32)


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
