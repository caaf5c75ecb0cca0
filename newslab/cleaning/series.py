"""Lines in a row: series of short lines, which stand or fall together, and stretches that were judged alike."""

import numpy as np

from newslab.cleaning.line_arrays import KIND
from newslab.cleaning.windows import as_rows, first_highest, means, nearest, shifted

_FURNITURE = "section site share account legal advert related comments contact".split()
# The marks that break a series: a byline, a date or a line that occurs once more may stand within one.
_BREAKS = "share account legal advert related comments clock".split()
_FAR = 60


def series_features(lines, p, fixed):
    """What a series of short lines without prose is like, and what stands before and after it; 0 outside of one."""
    breaks = (lines.prose > 0) | fixed | np.any([lines.marks[name] for name in _BREAKS], axis=0)
    number, first, size = _numbered(lines.is_top | breaks | shifted(lines, breaks, 1))
    last = first + size - 1
    words, spread = np.bincount(number, lines.n_words), np.log1p(lines.n_words)

    def mean(values):
        return np.bincount(number, values) / size

    spread = np.sqrt(np.maximum(mean(spread**2) - mean(spread) ** 2, 0))
    before, after = shifted(lines, p, 1)[first], shifted(lines, p, -1)[last]
    colon = lines.characters_at(lines.ends - 1)[:, KIND["colon"]]
    colon = np.maximum(shifted(lines, colon, 1), colon)[first]
    furniture = np.bincount(number, lines.count(*_FURNITURE)) / words
    stop = np.bincount(number, lines.count("stop")) / words
    names = mean(lines.initials["upper"] * lines.n_words) / words * size
    again, stops = mean(lines.marks["again"]), mean(lines.stops)
    judged, most = mean(p), np.maximum.reduceat(p, first)
    digits = mean(lines.characters_at(lines.starts)[:, KIND["digit"]])
    back, ahead = nearest(lines, (p > 0.7) & (lines.n_words >= 12), first, last, _FAR)
    back, ahead = np.minimum(back, _FAR), np.minimum(ahead, _FAR)
    near = np.minimum(np.log1p(back), np.log1p(ahead))
    follows, between = back <= 1, (back <= 2) & (ahead <= 2)
    columns = [np.log1p(size), np.log1p(words), judged, most, before, after, stops, colon, furniture, stop, names]
    columns += [again, digits, digits * (1 - digits), spread, np.log1p(back), np.log1p(ahead), follows, ahead <= 1]
    columns += [
        (size >= 3) * values
        for values in (judged, before, after, before * after, before * colon, follows, between, near, spread, furniture)
        + (stop, names, again, stops, np.ones(len(size)), colon)
    ]
    i = np.arange(len(p))
    inside = np.log1p([i - first[number], last[number] - i])
    rows = as_rows([as_rows(columns)[number], *inside, inside[0] * before[number]])
    rows[breaks] = 0
    return rows


def stretch_features(lines, p):
    """The stretch of lines judged alike in which a line stands, those beside it, and how often they take turns."""
    keep, words = p > 0.5, lines.n_words
    starts = lines.is_top | (keep != shifted(lines, keep, 1))
    number, first, size = _numbered(starts)
    whole = np.bincount(number, words)[number]
    judged = (np.bincount(number, p) / size)[number]
    last = first + size - 1
    before = np.log1p(shifted(lines, whole, 1)[first])[number]
    after = np.log1p(shifted(lines, whole, -1)[last])[number]
    own = np.log1p(whole)
    sizes = keep * whole
    largest = first_highest(lines, sizes)[lines.page]
    sizes = sizes / np.maximum(1, sizes[largest])
    steps = np.log1p(np.abs(number - number[largest]))
    turns, kept, length, all_words = means(lines, np.column_stack([starts, keep, keep * words, words]), 8).T
    far_turns, far_kept = means(lines, np.column_stack([starts, keep]), 20).T
    both = [own, judged, before, after, np.minimum(before, after)]
    alone = np.exp(own) / (np.exp(own) + np.exp(before) + np.exp(after))
    below = number > number[largest]
    return as_rows(
        [
            *[keep * values for values in both],
            *[~keep * values for values in both],
            steps * below,
            steps * ~below,
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
            keep * far_turns * below,
            keep * far_turns * (number < number[largest]),
        ]
    )


def _numbered(starts):
    """The number of each line's run, and for each run its first line and its size."""
    first = np.flatnonzero(starts)
    return np.cumsum(starts) - 1, first, np.diff(np.append(first, len(starts)))
