"""Lines in a row: series of short lines, which stand or fall together, and stretches that were judged alike."""

import numpy as np

from newslab.cleaning.arrays import CLASSES
from newslab.cleaning.windows import means

_NAMES = "section site share account legal advert related comments contact"
_FURNITURE = [CLASSES.index(name) for name in _NAMES.split()]
# The columns of `Page.marks` that break a series: all but those which say that a line occurs once more or has a date.
_BREAKS = [0, 1, 2, 3, 4, 5, 7]
_FAR = 60


def series_features(page, p, fixed):
    """What a series of short lines without prose is like, and what stands before and after it; 0 outside of one."""
    breaks = page.prose | fixed | page.marks[:, _BREAKS].any(1)
    number, first, size = _numbered(np.concatenate([[True], breaks[1:] | breaks[:-1]]))
    last = first + size - 1
    words, spread = np.bincount(number, page.n_words), np.log1p(page.n_words)

    def mean(values):
        return np.bincount(number, values) / size

    spread = np.sqrt(np.maximum(mean(spread**2) - mean(spread) ** 2, 0))
    before, after = _ends(p, first, last)
    colon = np.maximum(_ends(page.colon, first, last)[0], page.colon[first])
    furniture = np.bincount(number, page.counts[:, _FURNITURE].sum(1)) / words
    stop = np.bincount(number, page.counts[:, 0]) / words
    names, again, stops = mean(page.capitals * page.n_words) / words * size, mean(page.marks[:, -1]), mean(page.stops)
    judged, most, digits = mean(p), np.maximum.reduceat(p, first), mean(page.digit)
    back, ahead = _nearest((p > 0.7) & (page.n_words >= 12), first, last)
    near = np.minimum(np.log1p(back), np.log1p(ahead))
    follows, between = back <= 1, (back <= 2) & (ahead <= 2)
    columns = [np.log1p(size), np.log1p(words), judged, most, before, after, stops, colon, furniture, stop, names]
    columns += [again, digits, digits * (1 - digits), spread, np.log1p(back), np.log1p(ahead), follows]
    columns += [ahead <= 1]
    columns += [
        (size >= 3) * values
        for values in (judged, before, after, before * after, before * colon, follows, between, near, spread, furniture)
        + (stop, names, again, stops, np.ones(len(size)), colon)
    ]
    i = np.arange(len(p))
    inside = np.log1p([i - first[number], last[number] - i])
    rows = np.column_stack([np.column_stack(columns)[number], *inside, inside[0] * before[number]])
    rows[breaks] = 0
    return rows


def stretch_features(page, p):
    """The stretch of lines judged alike in which a line stands, those beside it, and how often they take turns."""
    keep, words = p > 0.5, page.n_words
    starts = np.concatenate([[True], keep[1:] != keep[:-1]])
    number, first, size = _numbered(starts)
    total = np.bincount(number, words)
    judged = (np.bincount(number, p) / size)[number]
    before, after = (np.log1p(side)[number] for side in (np.append(0, total[:-1]), np.append(total[1:], 0)))
    own = np.log1p(total)[number]
    sizes = (keep * total[number]) / max(1, (keep * total[number]).max())
    largest = number[np.argmax(sizes)]
    steps = np.log1p(np.abs(number - largest))
    turns, kept, length, all_words = means(np.column_stack([starts, keep, keep * words, words]), 8).T
    far_turns, far_kept = means(np.column_stack([starts, keep]), 20).T
    both = [own, judged, before, after, np.minimum(before, after)]
    alone = np.exp(own) / (np.exp(own) + np.exp(before) + np.exp(after))
    return np.column_stack(
        [
            *[keep * values for values in both],
            *[~keep * values for values in both],
            steps * (number > largest),
            steps * (number < largest),
            sizes,
            keep * alone,
            keep * np.log1p(size)[number],
            turns,
            kept,
            length / all_words,
            far_turns,
            far_kept,
            keep * turns,
            keep * far_turns,
            keep * far_turns * (number > largest),
            keep * far_turns * (number < largest),
        ]
    )


def _numbered(starts):
    """The number of each line's run, and for each run its first line and its size."""
    first = np.flatnonzero(starts)
    return np.cumsum(starts) - 1, first, np.diff(np.append(first, len(starts)))


def _ends(values, first, last):
    """The value of the line before each run, and of the line after it; 0 beyond the page."""
    wide = np.concatenate([[0], values, [0]])
    return wide[first], wide[last + 2]


def _nearest(sure, first, last):
    """How many lines lie from each run to the sure paragraphs before and after it."""
    places = np.concatenate([[-_FAR], np.flatnonzero(sure), [len(sure) + _FAR]])
    back = first - places[np.searchsorted(places, first, "left") - 1]
    ahead = places[np.searchsorted(places, last, "right")] - last
    return np.minimum(back, _FAR), np.minimum(ahead, _FAR)
