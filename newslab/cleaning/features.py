"""What the model sees of each line of a page: its shape, its vocabulary by class, its neighbours; never its words."""

import numpy as np

from newslab.cleaning.arrays import CLASSES, KIND, LOWER, UPPER, kinds_of_characters
from newslab.cleaning.windows import (
    around,
    as_rows,
    beside,
    by_turns,
    counted,
    means,
    medians,
    shifted,
    so_far,
    sums,
    total,
    within,
)

_SHORT, _LONG = 6, 15


def shape(lines):
    """Length, signs and vocabulary of each line."""
    starts, ends, n_words, rows = lines.starts, lines.ends, lines.n_words, lines.characters
    kinds, _ = kinds_of_characters()
    # Every other piece of the text is a line; a piece has a number for each kind of character.
    borders = np.concatenate([[0], np.column_stack([starts, ends]).ravel(), [len(rows)]])
    pieces = np.arange(len(borders) - 1) * len(kinds)
    number = np.repeat(pieces, np.diff(borders))
    number += rows
    chars = np.bincount(number, minlength=len(pieces) * len(kinds)).reshape(-1, len(kinds))[1::2] @ kinds.astype(float)
    length = (ends - starts).astype(float)
    final, before, opening = kinds[rows[ends - 1]], kinds[rows[ends - 2]], kinds[rows[starts]]
    closing = final[:, [KIND["quote"], KIND["apostrophe"], KIND["bracket"]]].sum(1) > 0
    stops = final[:, KIND["full stop"]] + closing * before[:, KIND["full stop"]]
    camel = np.flatnonzero((lines.cases[:-1] == LOWER) & (lines.cases[1:] == UPPER)) + 1
    initial = kinds[:, [KIND["upper"], KIND["lower"], KIND["digit"]]][rows[lines.at]]
    trailing = (before[:, KIND["full stop"]] * final[:, KIND["full stop"]] + final[:, KIND["ellipsis"]]) > 0
    lines.stops, lines.colon, lines.digit = stops > 0, final[:, KIND["colon"]], opening[:, KIND["digit"]]
    names = sums(initial, lines.first, lines.last) / n_words[:, None]
    lines.capitals = names[:, 0]
    return as_rows(
        [
            np.log1p(n_words),
            np.log1p(length),
            length / n_words,
            n_words[:, None] <= [2, 5],
            n_words[:, None] >= [10, 20, 40],
            stops,
            trailing,
            final[
                :,
                [KIND["upper"], KIND["lower"], KIND["digit"], KIND["full stop"], KIND["colon"], KIND["question"]],
            ],
            opening[:, [KIND["upper"], KIND["lower"], KIND["digit"], KIND["quote"]]],
            chars[:, 3:] / n_words[:, None],
            np.minimum(counted(camel, starts, ends), 3),
            names,
            lines.counts / n_words[:, None],
            lines.opening,
            _fixed(lines),
        ]
    )


_LABELS = ["caption", "share", "promo", "related", "legal", "furniture"]


def _fixed(lines):
    """Which lines are furniture by their wording alone."""
    rows = np.zeros((len(lines.fixed), len(_LABELS)), np.float32)
    for number, found in enumerate(lines.fixed):
        if found:
            rows[number, _LABELS.index(found[0])] = 1
    return rows


def content(lines):
    """The longer words of each line that are no function words, each once: numbers of lines, and of words."""
    number, places = within(lines.first, lines.last)
    words = lines.keys[places]
    size = lines.keys.max(initial=0) + 1
    return np.divmod(distinct((number * size + words)[words > 0]), size)


def distinct(numbers):
    """The different ones of some numbers, in order."""
    numbers = np.sort(numbers)
    return numbers[np.append(True, numbers[1:] != numbers[:-1])[: len(numbers)]]


def overlaps(lines):
    """How much each line has in common with the one before and the one after, and they with it."""
    number, words = lines.content
    n, size = len(lines.page), words.max(initial=0) + 1
    keys = number * size + words
    place = np.minimum(np.searchsorted(keys, keys + size), len(keys) - 1)
    common = np.bincount(number[keys[place] == keys + size], minlength=n)
    common[lines.bottom - 1] = 0
    sizes = np.bincount(number, minlength=n) + 1
    ahead = np.column_stack([common / sizes, common / np.append(sizes[1:], 1)])
    return np.hstack([ahead, shifted(lines, ahead, 1)])


def prose(lines):
    """How much running text a line holds, in words: none where it neither ends a sentence nor is long."""
    stop = lines.counts[:, CLASSES.index("stop")] / lines.n_words
    ended = (lines.n_words >= _SHORT) & lines.stops & (stop > 0.15)
    long = (lines.n_words >= _LONG) & ~lines.stops & (stop > 0.25)
    return np.where(ended, lines.n_words, np.where(long, lines.n_words / 2, 0))


_MARKERS = ["share", "account", "legal", "advert", "related", "comments", "byline", "clock"]


def marks(lines):
    """Short lines which tell of furniture, a column for each kind: they show a list or the end of a story."""
    short = lines.n_words <= 8
    kinds = lines.counts[:, [CLASSES.index(name) for name in _MARKERS]] / lines.n_words[:, None] > 0.3
    dated = (lines.counts[:, CLASSES.index("month")] > 0) & (lines.counts[:, [-3, -2]].sum(1) > 0)
    by, more = (lines.opening[:, CLASSES.index(name)] > 0 for name in ("byline", "related"))
    return (np.column_stack([kinds, dated, by, more, lines.times > 1]) & short[:, None]).astype(float)


def place(lines, text):
    """Where a line stands on its page, and how much running text `text` there is around it."""
    n = lines.bottom - lines.top
    i = np.arange(len(text)) - lines.top
    after = np.where(i == n - 1, 1.0, lines.breaks > 1)
    before = np.where(i == 0, 1.0, shifted(lines, after, 1))
    airy = total(lines, lines.breaks > 1) / np.maximum(n - 1, 1)
    repeated = np.minimum(lines.times, 4) - 1
    whole, below = total(lines, text) + 1, so_far(lines, text)
    typical = medians(lines, lines.n_words, text > 0, 10)[lines.page]
    size = np.log1p(lines.n_words)
    left, right = beside(lines, text, (1, 3, 6, 12, 30, 8, 20))
    return as_rows(
        [
            before,
            after,
            before * airy,
            after * airy,
            airy,
            repeated,
            repeated * (lines.n_words > 5),
            size - np.log1p(typical),
            i / np.maximum(n - 1, 1),
            lines.place,
            np.log1p(i),
            np.log1p(n - 1 - i),
            (below - text) / whole,
            (whole - below) / whole,
            np.abs(below / whole - 0.5),
            np.log1p(whole),
            np.log1p(n),
            text > 0,
            np.log1p(text),
            np.log1p(around(lines, text, (1, 2, 4, 8, 16))),
            np.log1p(by_turns(left[:, :-2], right[:, :-2])),
            np.sqrt(np.minimum(left, right)[:, [1, -2, -1]]),
            np.sqrt(around(lines, lines.n_words, (2, 6))),
            *[np.abs(size - shifted(lines, size, step)) for step in (1, -1, 2, -2, 3, -3)],
        ]
    )


# Of its neighbours a line sees: length, how they end and open, whether they are furniture by their wording.
_NEAR = [0, 1, 5, 6, 8, 9, 11, 12, 13, 14, 15, 16, 17, *range(-len(_LABELS), 0)]
_FAR = [0, 1, 5, 6, 8, 9]


def line_features(lines):
    """Everything that is known of a line before a first judgement of its neighbours."""
    own = shape(lines)
    text = prose(lines)
    near = [shifted(lines, own[:, _NEAR], step) for step in (1, -1)]
    far = [shifted(lines, own[:, _FAR], step) for step in (2, -2, 3, -3)]
    lines.content, lines.marks, lines.prose = content(lines), marks(lines), text > 0
    marked = by_turns(*(means(lines, lines.marks[:, -4:], width) for width in (3, 10)))
    return as_rows([own, place(lines, text), overlaps(lines), marked, *near, *far])
