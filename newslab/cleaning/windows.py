"""Sums, means and extremes over the lines around each line, for all lines of some pages at once.

`lines` is whatever has the borders of the pages: for each line the number of its page, the first line of that page and
the one after its last (`page`, `top`, `bottom`), and the first line of each page (`tops`). Nothing crosses a border.
"""

import numpy as np

from newslab.numeric import ranges

_GRID = 2.0**24


def on_grid(values):
    """Values rounded to 24 binary places: sums of them are exact, whatever else is added up with them."""
    return np.round(values * _GRID) / _GRID


def sums(rows, first, last):
    """The sum of rows `first` to `last` (without it), for many pairs at once."""
    total = np.zeros((len(rows) + 1, *rows.shape[1:]))
    np.cumsum(rows, axis=0, out=total[1:])
    return total[last] - total[first]


def as_rows(columns):
    """Columns, and arrays of some columns each, side by side as the rows that a model reads."""
    columns = [values[:, None] if values.ndim == 1 else values for values in columns]
    return np.hstack(columns, dtype=np.float32, casting="unsafe")


def counted(places, first, last):
    """How many of some places, in order, lie from `first` to `last` (without it), for many pairs at once."""
    return np.searchsorted(places, last) - np.searchsorted(places, first)


def within(first, last):
    """The places from `first` to `last` (without it) for many pairs: the number of the pair, and the place."""
    return np.repeat(np.arange(len(first)), last - first), ranges(first, last)


def around(lines, values, widths):
    """The mean over a line and so many lines on each side, a column for each of the widths."""
    i, widths = np.arange(len(values))[:, None], np.array(widths)
    first, last = np.maximum(i - widths, lines.top[:, None]), np.minimum(i + widths + 1, lines.bottom[:, None])
    return np.maximum(sums(values, first, last), 0) / (last - first)


def means(lines, rows, width):
    """The mean of the rows of a line and of `width` lines on each side."""
    i = np.arange(len(rows))
    first, last = np.maximum(i - width, lines.top), np.minimum(i + width + 1, lines.bottom)
    return sums(rows, first, last) / (last - first)[:, None]


def beside(lines, values, widths):
    """The sums over so many lines before a line and after it, by line of the width, a column for each of the widths."""
    i, widths = np.arange(len(values))[:, None], np.array(widths)
    before = sums(values, np.maximum(i - widths, lines.top[:, None]), i)
    after = sums(values, i + 1, np.minimum(i + 1 + widths, lines.bottom[:, None]))
    return np.maximum(before, 0) / widths, np.maximum(after, 0) / widths


def by_turns(*columns):
    """The first column of each of some arrays, then the second of each, and so on."""
    return np.stack(columns, axis=2).reshape(len(columns[0]), -1)


def shifted(lines, values, step):
    """The values of the line `step` lines before; 0 beyond the page."""
    moved = np.zeros_like(values)
    inside = np.s_[step:] if step > 0 else np.s_[:step]
    other = np.s_[:-step] if step > 0 else np.s_[-step:]
    moved[inside] = values[other]
    moved[inside][lines.page[inside] != lines.page[other]] = 0
    return moved


def total(lines, values):
    """The sum over the page of each line."""
    return np.bincount(lines.page, values)[lines.page]


def so_far(lines, values):
    """The sum over the lines of a page down to each line."""
    return sums(values, lines.top, np.arange(1, len(values) + 1))


def lowest_so_far(values, group):
    """The least value (of each column) in the lines of the same group down to each line; groups are counted upwards."""
    # A step between groups that is larger than all differences sets what is the least so far back at each border.
    step = 2.0 ** np.ceil(np.log2(np.ptp(values) + 1)) * (group if values.ndim == 1 else group[:, None])
    return np.minimum.accumulate(values - step) + step


def first_highest(lines, values):
    """The first line of each page with the highest value, for each column of the values."""
    highest = np.maximum.reduceat(values, lines.tops)[lines.page]
    i = np.arange(len(values)).reshape(-1, *[1] * (values.ndim - 1))
    return np.minimum.reduceat(np.where(values == highest, i, len(values)), lines.tops)


def medians(lines, values, chosen, otherwise):
    """The median of the chosen values of each page."""
    page, values = lines.page[chosen], values[chosen]
    values = np.append(values[np.lexsort((values, page))], [0, 0])
    count = np.bincount(page, minlength=len(lines.tops))
    first = np.cumsum(count) - count
    middle = (values[first + np.maximum(count - 1, 0) // 2] + values[first + count // 2]) / 2
    return np.where(count > 0, middle, otherwise)


def nearest(lines, marked, first, last, far):
    """How many lines lie from each line `first` up to a marked one, and from `last` down to one; `far` without one."""
    places = np.concatenate([[-1], np.flatnonzero(marked), [len(marked)]])
    above = places[np.searchsorted(places, first, "left") - 1]
    below = places[np.searchsorted(places, last, "right")]
    return (
        np.where(above >= lines.top[first], first - above, far),
        np.where(below < lines.bottom[last], below - last, far),
    )
