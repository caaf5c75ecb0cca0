"""Sums and means over the lines around each line, all at once."""

import numpy as np


def sums(rows, first, last):
    """The sum of rows `first` to `last` (without it), for many pairs at once."""
    total = np.zeros((len(rows) + 1, *rows.shape[1:]))
    np.cumsum(rows, axis=0, out=total[1:])
    return total[last] - total[first]


def within(first, last):
    """The places from `first` to `last` (without it) for many pairs: the number of the pair, and the place."""
    lengths = last - first
    pairs = np.repeat(np.arange(len(lengths)), lengths)
    return pairs, np.arange(len(pairs)) + np.repeat(last - np.cumsum(lengths), lengths)


def around(values, widths):
    """The mean over a line and so many lines on each side, a column for each of the widths."""
    i, widths = np.arange(len(values))[:, None], np.array(widths)
    first, last = np.maximum(i - widths, 0), np.minimum(i + widths + 1, len(values))
    return np.maximum(sums(values, first, last), 0) / (last - first)


def windows(rows, width):
    """The sum of the rows of a line and of `width` lines on each side."""
    i = np.arange(len(rows))
    return sums(rows, np.maximum(i - width, 0), np.minimum(i + width + 1, len(rows)))


def means(rows, width):
    """The mean of the rows of a line and of `width` lines on each side."""
    return windows(rows, width) / windows(np.ones((len(rows), 1)), width)


def beside(values, widths):
    """The sums over so many lines before a line and after it, by line of the width, a column for each of the widths."""
    n = len(values)
    i, widths = np.arange(n)[:, None], np.array(widths)
    before = sums(values, np.maximum(i - widths, 0), i)
    after = sums(values, np.minimum(i + 1, n), np.minimum(i + 1 + widths, n))
    return np.maximum(before, 0) / widths, np.maximum(after, 0) / widths


def by_turns(*columns):
    """The first column of each of some arrays, then the second of each, and so on."""
    return np.stack(columns, axis=2).reshape(len(columns[0]), -1)


def shifted(values, step):
    """The values of the line `step` lines before; 0 beyond the page."""
    moved = np.zeros_like(values)
    if step > 0:
        moved[step:] = values[:-step]
    else:
        moved[:step] = values[-step:]
    return moved
