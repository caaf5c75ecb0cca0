"""What a first judgement of all lines says about each: the second pass sees where the story begins and ends."""

import numpy as np

from newslab.cleaning.windows import (
    around,
    as_rows,
    by_turns,
    first_highest,
    lowest_so_far,
    means,
    nearest,
    on_grid,
    shifted,
    so_far,
    sums,
    total,
)

_FURNITURE = ["section", "site", "share", "account", "legal", "related", "comments"]
_FAR = 99


def judged_features(lines, p):
    """Features of each line from the probabilities `p` of the first pass."""
    words = lines.n_words
    text, rest = p * words, (1 - p) * words
    whole, below = total(lines, text) + 1, so_far(lines, text)
    logit = np.log(np.clip(p, 1e-3, 0.999) / (1 - np.clip(p, 1e-3, 0.999)))
    above, under = below - text, whole - below
    columns = [
        logit,
        p,
        np.log1p(whole),
        np.log1p(above),
        np.log1p(under),
        above / whole,
        under / whole,
        np.minimum(above, under) / whole,
    ]
    columns += [shifted(lines, logit, step) for step in (1, -1, 2, -2, 3, -3)]
    columns += _nearest(lines, p, rest)
    columns.append(_extent(lines, p, text - rest, np.array([0.0, 2.0, 6.0, 15.0])))
    columns += _crossed(lines, text, rest)
    columns += _kinship(lines, p)
    return as_rows(columns)


def _nearest(lines, p, rest):
    """How far, in lines and in words, the nearest sure paragraphs before and after are."""
    i = np.arange(len(p))
    sure = (p > 0.7) & (lines.n_words >= 12)
    back, ahead = nearest(lines, sure, i, i, _FAR)
    before, after = np.maximum(i - back + 1, lines.top), np.minimum(i + ahead, lines.bottom)
    gap_back = np.where(back < _FAR, sums(rest, before, i), 500)
    gap_ahead = np.where(ahead < _FAR, sums(rest, i + 1, after), 500)
    furniture = lines.count(*_FURNITURE)
    columns = [
        sums(furniture, before, i + 1) / (1 + sums(lines.n_words, before, i + 1)),
        sums(furniture, i, after) / (1 + sums(lines.n_words, i, after)),
    ]
    distances = [(back, ahead), (np.minimum(back, ahead), np.maximum(back, ahead)), (gap_back, gap_ahead)]
    distances.append((np.maximum(gap_back, gap_ahead), np.minimum(gap_back, gap_ahead)))
    columns += [np.log1p(values) for pair in distances for values in pair]
    # On a page without such a paragraph nothing is near.
    return [np.where(total(lines, sure) > 0, values, 5) for values in columns]


def _extent(lines, p, gain, costs):
    """Where a line stands to the run of lines with most text, when furniture costs its words and something a line.

    Returns seven columns for each of the costs of a line.
    """
    i, each = np.arange(len(p))[:, None], np.arange(len(costs))
    below = np.cumsum(gain[:, None] - costs * (1 - p)[:, None], axis=0)
    above = np.vstack([np.zeros(len(costs)), below[:-1]])
    end = first_highest(lines, below - lowest_so_far(above, lines.page))[lines.page]
    start = first_highest(lines, np.where(i <= end, -above, -np.inf))[lines.page]
    depth = np.minimum(i - start, end - i)
    return by_turns(
        i < start,
        i > end,
        np.log1p(np.maximum(start - i, 0)),
        np.log1p(np.maximum(i - end, 0)),
        np.log1p(np.maximum(depth, 0)),
        np.where(i < start, np.log1p(np.abs(above[start, each] - above)), 0),
        np.where(i > end, np.log1p(np.abs(above - below[end, each])), 0),
    )


def _crossed(lines, text, rest):
    """What lies between a line and the middle of the text: marks of an end, the longest run of furniture."""
    half = so_far(lines, text) < total(lines, text) / 2
    middle = lines.top + total(lines, half).astype(int)
    i = np.arange(len(text))
    late = i > middle
    marks = np.column_stack(list(lines.marks.values()))
    count = np.log1p(sums(marks, np.minimum(i, middle), np.maximum(i, middle)))
    gain = np.where(text < rest, rest + 1, -4 * text)
    # On the way from the middle down, and on the way up.
    down = _longest_gap(gain, 2 * lines.page + (i >= middle))
    up = _longest_gap(gain[::-1], (-2 * lines.page - late)[::-1])[::-1]
    run = np.log1p(np.where(late, down, up))
    return [
        by_turns(count * late[:, None], count * ~late[:, None], means(lines, marks, 8)),
        late,
        run * late,
        run * ~late,
    ]


def _longest_gap(gain, group):
    """The most words of furniture on end in the lines of a group down to each; text between takes of them."""
    below = np.cumsum(gain)
    lowest = np.minimum(lowest_so_far(np.append(0, below[:-1]), group), below)
    return -lowest_so_far(lowest - below, group)


def _kinship(lines, p):
    """The share of a line's longer words that stand in sure paragraphs elsewhere, too."""
    number, words = lines.content
    words = lines.page[number] * (words.max(initial=0) + 1) + words
    sure = (p > 0.7)[number]
    elsewhere = np.bincount(words, sure)[words] > sure
    share = np.bincount(number[elsewhere], minlength=len(p)) / (np.bincount(number, minlength=len(p)) + 1)
    return [
        share,
        around(lines, on_grid(share), (2,)),
        shifted(lines, share, 1),
        shifted(lines, share, -1),
    ]
