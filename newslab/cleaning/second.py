"""What a first judgement of all lines says about each: the second pass sees where the story begins and ends."""

import numpy as np

from newslab.cleaning.arrays import CLASSES
from newslab.cleaning.windows import around, by_turns, means, shifted, sums

_FURNITURE = ["section", "site", "share", "account", "legal", "related", "comments"]


def judged_features(page, p):
    """Features of each line from the probabilities `p` of the first pass."""
    n, words = len(p), page.n_words
    text, rest = p * words, (1 - p) * words
    total, below = text.sum() + 1, np.cumsum(text)
    logit = np.log(np.clip(p, 1e-3, 0.999) / (1 - np.clip(p, 1e-3, 0.999)))
    above = np.maximum(below - text, 0)
    under = np.maximum(total - below, 0)
    columns = [
        logit,
        p,
        np.full(n, np.log1p(total)),
        np.log1p(above),
        np.log1p(under),
        above / total,
        under / total,
        np.minimum(above, under) / total,
    ]
    columns += [shifted(logit, step) for step in (1, -1, 2, -2, 3, -3)]
    columns += _nearest(page, p, words, rest)
    columns.append(_extent(p, text, rest, np.array([0.0, 2.0, 6.0, 15.0])))
    columns += _crossed(page, text, rest, words)
    columns += _kinship(page, p)
    return np.column_stack(columns).astype(np.float32)


def _nearest(page, p, words, rest):
    """How far, in lines and in words, the nearest sure paragraphs before and after are."""
    n = len(p)
    i = np.arange(n)
    sure = np.flatnonzero((p > 0.7) & (words >= 12))
    if not len(sure):
        return [np.full(n, 5.0)] * 10
    left, right = np.searchsorted(sure, i, "left"), np.searchsorted(sure, i, "right")
    back = np.where(left > 0, i - sure[np.maximum(left - 1, 0)], 99)
    ahead = np.where(right < len(sure), sure[np.minimum(right, len(sure) - 1)] - i, 99)
    gap_back = np.where(back < 99, sums(rest, np.maximum(i - back + 1, 0), i), 500)
    gap_ahead = np.where(ahead < 99, sums(rest, np.minimum(i + 1, n), np.minimum(i + ahead, n)), 500)
    furniture = page.counts[:, [CLASSES.index(name) for name in _FURNITURE]].sum(1)
    before, after = np.maximum(i - back + 1, 0), np.minimum(i + ahead, n)
    within = [
        np.maximum(sums(furniture, before, i + 1), 0) / (1 + sums(words, before, i + 1)),
        np.maximum(sums(furniture, i, after), 0) / (1 + sums(words, i, after)),
    ]
    return [
        *within,
        *[
            np.log1p(np.maximum(v, 0))
            for v in (
                back,
                ahead,
                np.minimum(back, ahead),
                np.maximum(back, ahead),
                gap_back,
                gap_ahead,
                np.maximum(gap_back, gap_ahead),
                np.minimum(gap_back, gap_ahead),
            )
        ],
    ]


def _extent(p, text, rest, costs):
    """Where a line stands to the run of lines with most text, when furniture costs its words and something a line.

    Returns seven columns for each of the costs of a line.
    """
    gain = (text - rest)[:, None] - costs * (1 - p)[:, None]
    below = np.vstack([np.zeros(len(costs)), np.cumsum(gain, axis=0)])
    lowest = np.minimum.accumulate(below[:-1])
    end = np.argmax(below[1:] - lowest, axis=0)
    i, each = np.arange(len(p))[:, None], np.arange(len(costs))
    start = np.argmin(np.where(i <= end, below[:-1], np.inf), axis=0)
    depth = np.minimum(i - start, end - i)
    return by_turns(
        i < start,
        i > end,
        np.log1p(np.maximum(start - i, 0)),
        np.log1p(np.maximum(i - end, 0)),
        np.log1p(np.maximum(depth, 0)),
        np.where(i < start, np.log1p(np.abs(below[start, each] - below[:-1])), 0),
        np.where(i > end, np.log1p(np.abs(below[:-1] - below[end + 1, each])), 0),
    )


def _crossed(page, text, rest, words):
    """What lies between a line and the middle of the text: marks of an end, the longest run of furniture."""
    middle = int(np.searchsorted(np.cumsum(text), text.sum() / 2))
    i = np.arange(len(words))
    first, last = np.minimum(i, middle), np.maximum(i, middle)
    late = i > middle
    count = np.log1p(sums(page.marks, first, last))
    run = np.log1p(_longest_gap((rest * (text < rest)).tolist(), text.tolist(), middle))
    return [
        by_turns(count * late[:, None], count * ~late[:, None], means(page.marks, 8)),
        late,
        run * late,
        run * ~late,
    ]


def _longest_gap(rest, text, middle):
    """The most words of furniture on end that one meets on the way from the middle to each line."""
    gaps = np.zeros(len(text))
    for order in (range(middle, len(text)), range(middle, -1, -1)):
        running = longest = 0.0
        for number in order:
            running = running + rest[number] + 1 if rest[number] else max(0.0, running - 4 * text[number])
            longest = max(longest, running)
            gaps[number] = longest
    return gaps


def _kinship(page, p):
    """The share of a line's longer words that stand in sure paragraphs elsewhere, too."""
    lines, words = page.content
    sure = (p > 0.7)[lines]
    elsewhere = np.bincount(words, sure)[words] > sure
    share = np.bincount(lines[elsewhere], minlength=len(p)) / (np.bincount(lines, minlength=len(p)) + 1)
    return [share, around(share, (2,)), shifted(share, 1), shifted(share, -1)]
