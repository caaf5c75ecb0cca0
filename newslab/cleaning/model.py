"""How likely each line is the story: logistic regression, read again with what it said of the other lines."""

from functools import lru_cache
from itertools import pairwise

import numpy as np

from newslab.cleaning.dom import agreement, read_boxes
from newslab.cleaning.features import line_features
from newslab.cleaning.line_arrays import Lines
from newslab.cleaning.second_pass import judged_features
from newslab.cleaning.series import series_features, stretch_features
from newslab.cleaning.sources import described_body
from newslab.cleaning.windows import as_rows, on_grid, total
from newslab.data import read_json
from newslab.text import WORD

_LIMIT = 4
# In words: a line that says little by itself, and the least that counts as a story before its comments.
_SHORT, _STORY = 20, 60
_COMMENT = ("furniture", "stands among the comments of readers")


def probabilities(pages):
    """For each line of some pages, how likely it belongs to the story; 0 for furniture by its wording.

    pages : (raw, spans) of each page.

    Returns the probabilities and the fixed (label, rule) or None of the lines, each as a list with an entry a page.
    """
    lines = Lines(pages)
    first = line_features(lines)
    fixed = np.array([found is not None for found in lines.fixed])
    p = np.where(fixed, 0, _passes(lines, first, fixed, layouts(lines))[-1])
    borders = [*lines.tops.tolist(), len(p)]
    return [(p[start:end], lines.fixed[start:end]) for start, end in pairwise(borders)]


def probabilities_with_source(raw, spans, html):
    """The same for one page of which the source is known."""
    lines = Lines([(raw, spans)])
    first = line_features(lines)
    fixed = np.array([found is not None for found in lines.fixed])
    found = list(lines.fixed)
    votes = [_passes(lines, first, fixed, layouts(lines))[-1]]
    boxes = read_boxes(html, raw, lines)
    if boxes is not None:
        by_boxes = _passes(lines, np.hstack([first, boxes.features]), fixed, np.full(len(spans), "html"), boxes)
        # The text has two votes, the boxes alone and the boxes read again one each: they err on different pages.
        # A name in a list reads like one in a menu, so only the boxes judge a short line.
        votes = [np.where(lines.n_words < _SHORT, np.mean(by_boxes, axis=0), votes[0])] * 2 + by_boxes
        for number in _comments(lines, boxes.comments, np.mean(votes, axis=0)):
            fixed[number], found[number] = True, _COMMENT
        votes += _told(lines, described_body(html), np.where(fixed, 0, np.mean(votes, axis=0)))
    return np.where(fixed, 0, np.mean(votes, axis=0)), found


def _comments(lines, commented, p):
    """The lines in boxes named as comments which stand behind a story; often they are longer than it."""
    story = np.where((p > 0.5) & ~commented, lines.n_words, 0)
    return np.flatnonzero(commented & (np.cumsum(story) >= _STORY)).tolist()


def _told(lines, body, otherwise):
    """The share of each line that the source of the page gives as the text of its article, with more votes than one."""
    found = WORD.findall(body.lower())
    # It may hold a summary only: then it says nothing of the rest.
    if len(found) < 0.7 * lines.n_words[otherwise > 0.5].sum() or not found:
        return []
    told = set(zip(found, found[1:], found[2:], found[3:], strict=False))
    vote = np.array(otherwise)
    for number, line in enumerate(lines.lines):
        words = WORD.findall(line.lower())
        shingles = list(zip(words, words[1:], words[2:], words[3:], strict=False))
        if shingles:
            vote[number] = sum(shingle in told for shingle in shingles) / len(shingles)
    return [vote] * 4


def _passes(lines, first, fixed, kinds, boxes=None):
    """The probabilities after the first pass, and after the second, by the coefficients of each line's `kinds`."""
    alone = _judged(0, first, kinds)
    return [alone, _judged(1, second_rows(lines, first, alone, fixed, boxes), kinds)]


def _judged(number, rows, kinds):
    p = np.zeros(len(rows))
    for kind in np.unique(kinds):
        own = kinds == kind
        p[own] = apply(shipped()[kind][number], rows if own.all() else rows[own])
    return p


def layouts(lines):
    """Which coefficients fit each line: those for "lines", or those for a "flat" page that lost its line breaks."""
    lost = 2 * total(lines, lines.breaks > 0) + 1 < lines.bottom - lines.top - 1
    return np.where(lost, "flat", "lines")


def second_rows(lines, first, p, fixed, boxes=None):
    """The features of the second pass: those of the first, and what it said; `boxes` where the source is known."""
    p = on_grid(np.where(fixed, 0.01 * p, p))
    rows = [first, judged_features(lines, p), series_features(lines, p, fixed), stretch_features(lines, p)]
    return as_rows(rows if boxes is None else [*rows, agreement(lines, boxes, p)])


def apply(stage, rows):
    """Logistic regression on standardised, clipped features."""
    scaled = rows - stage["mean"]
    scaled /= stage["scale"]
    np.clip(scaled, -_LIMIT, _LIMIT, out=scaled)
    # Unlike a product of matrices this gives the same for a row whatever stands in the others.
    return 1 / (1 + np.exp(-(np.einsum("ij,j->i", scaled, stage["weights"]) + stage["intercept"])))


@lru_cache(maxsize=1)
def shipped():
    """The fitted coefficients: for each layout, one dictionary a pass."""
    source = read_json("cleaning.json")
    return {
        name: [{part: np.array(values, np.float32) for part, values in stage.items()} for stage in stages]
        for name, stages in source["stages"].items()
    }
