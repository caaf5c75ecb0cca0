"""What the model sees of each line of a page: its shape, its vocabulary by class, its neighbours; never its words."""

import numpy as np

from newslab.cleaning.arrays import CLASSES, KIND, kinds_of_characters
from newslab.cleaning.furniture import fixed_label
from newslab.cleaning.windows import around, beside, by_turns, means, shifted, sums, within

_SHORT, _LONG = 6, 15


def shape(page):
    """Length, signs and vocabulary of each line."""
    starts, ends, n_words, rows = page.starts, page.ends, page.n_words, page.characters
    kinds, _ = kinds_of_characters()
    lines, places = within(starts, ends)
    chars = np.bincount(lines * len(kinds) + rows[places], minlength=len(starts) * len(kinds)).reshape(-1, len(kinds))
    chars = chars @ kinds.astype(float)
    length = (ends - starts).astype(float)
    final, before, opening = kinds[rows[ends - 1]], kinds[rows[np.maximum(ends - 2, 0)]], kinds[rows[starts]]
    closing = final[:, [KIND["quote"], KIND["apostrophe"], KIND["bracket"]]].sum(1) > 0
    stops = final[:, KIND["full stop"]] + closing * before[:, KIND["full stop"]]
    lower, upper = kinds[:, KIND["lower"]][rows], kinds[:, KIND["upper"]][rows]
    camel = np.concatenate([[0], lower[:-1] * upper[1:]])
    initial = kinds[rows[page.at]][:, [KIND["upper"], KIND["lower"], KIND["digit"]]]
    trailing = (before[:, KIND["full stop"]] * final[:, KIND["full stop"]] + final[:, KIND["ellipsis"]]) > 0
    page.stops, page.colon, page.digit = stops > 0, final[:, KIND["colon"]], opening[:, KIND["digit"]]
    names = sums(initial, page.first, page.last) / n_words[:, None]
    page.capitals = names[:, 0]
    return np.column_stack(
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
            np.minimum(sums(camel, starts, ends), 3),
            names,
            page.counts / n_words[:, None],
            page.words[np.minimum(page.first, len(page.words) - 1)],
            _fixed(page),
        ]
    )


_LABELS = ["caption", "share", "promo", "related", "legal", "furniture"]


def _fixed(page):
    """Which lines are furniture by their wording alone."""
    page.fixed = [fixed_label(line) for line in page.lines]
    rows = np.zeros((len(page.lines), len(_LABELS)), np.float32)
    for number, found in enumerate(page.fixed):
        if found:
            rows[number, _LABELS.index(found[0])] = 1
    return rows


def content(page):
    """The longer words of each line that are no function words, each once: numbers of lines, and of words."""
    lines, places = within(page.first, page.last)
    words = page.keys[places]
    size = page.keys.max(initial=0) + 1
    return np.divmod(np.unique((lines * size + words)[words > 0]), size)


def overlaps(lines, words, n):
    """How much each of `n` lines has in common with the one before and the one after, and they with it."""
    size = words.max(initial=0) + 1
    keys = lines * size + words
    place = np.minimum(np.searchsorted(keys, keys + size), len(keys) - 1)
    common = np.bincount(lines[keys[place] == keys + size], minlength=n)[:-1]
    sizes = np.bincount(lines, minlength=n) + 1
    ahead, back = np.zeros((n, 2)), np.zeros((n, 2))
    ahead[:-1] = np.column_stack([common / sizes[:-1], common / sizes[1:]])
    back[1:] = ahead[:-1]
    return np.hstack([ahead, back])


def prose(page):
    """How much running text a line holds, in words: none where it neither ends a sentence nor is long."""
    stop = page.counts[:, CLASSES.index("stop")] / page.n_words
    ended = (page.n_words >= _SHORT) & page.stops & (stop > 0.15)
    long = (page.n_words >= _LONG) & ~page.stops & (stop > 0.25)
    return np.where(ended, page.n_words, np.where(long, page.n_words / 2, 0))


_MARKERS = ["share", "account", "legal", "advert", "related", "comments", "byline", "clock"]


def marks(page):
    """Short lines which tell of furniture, a column for each kind: they show a list or the end of a story."""
    short = page.n_words <= 8
    kinds = page.counts[:, [CLASSES.index(name) for name in _MARKERS]] / page.n_words[:, None] > 0.3
    dated = (page.counts[:, CLASSES.index("month")] > 0) & (page.counts[:, [-3, -2]].sum(1) > 0)
    opening = page.words[np.minimum(page.first, len(page.words) - 1)]
    by = opening[:, CLASSES.index("byline")] > 0
    more = opening[:, CLASSES.index("related")] > 0
    again = np.array([page.seen[line] > 1 for line in page.texts])
    return (np.column_stack([kinds, dated, by, more, again]) & short[:, None]).astype(float)


def place(page, text):
    """Where a line stands on its page, and how much running text `text` there is around it."""
    n = len(text)
    i = np.arange(n)
    wide = (page.breaks > 1).astype(float)
    before, after = np.concatenate([[1], wide]), np.concatenate([wide, [1]])
    airy = np.full(n, wide.mean() if n > 1 else 0)
    repeated = np.array([min(page.seen[line], 4) - 1 for line in page.texts], dtype=float)
    total, below = text.sum() + 1, np.cumsum(text)
    typical = np.median(page.n_words[text > 0]) if (text > 0).any() else 10
    size = np.log1p(page.n_words)
    left, right = beside(text, (1, 3, 6, 12, 30, 8, 20))
    return np.column_stack(
        [
            before,
            after,
            before * airy,
            after * airy,
            airy,
            repeated,
            repeated * (page.n_words > 5),
            size - np.log1p(typical),
            i / max(n - 1, 1),
            page.place,
            np.log1p(i),
            np.log1p(n - 1 - i),
            (below - text) / total,
            (total - below) / total,
            np.abs(below / total - 0.5),
            np.full(n, np.log1p(total)),
            np.full(n, np.log1p(n)),
            text > 0,
            np.log1p(text),
            np.log1p(around(text, (1, 2, 4, 8, 16))),
            np.log1p(by_turns(left[:, :-2], right[:, :-2])),
            np.sqrt(np.minimum(left, right)[:, [1, -2, -1]]),
            np.sqrt(around(page.n_words, (2, 6))),
            *[np.abs(size - shifted(size, step)) for step in (1, -1, 2, -2, 3, -3)],
        ]
    )


# Of its neighbours a line sees: length, how they end and open, whether they are furniture by their wording.
_NEAR = [0, 1, 5, 6, 8, 9, 11, 12, 13, 14, 15, 16, 17, *range(-len(_LABELS), 0)]
_FAR = [0, 1, 5, 6, 8, 9]


def line_features(page):
    """Everything that is known of a line before a first judgement of its neighbours."""
    own = shape(page)
    text = prose(page)
    near = [shifted(own[:, _NEAR], step) for step in (1, -1)]
    far = [shifted(own[:, _FAR], step) for step in (2, -2, 3, -3)]
    page.content, page.marks, page.prose = content(page), marks(page), text > 0
    marked = by_turns(*(means(page.marks[:, -4:], width) for width in (3, 10)))
    return np.hstack([own, place(page, text), overlaps(*page.content, len(own)), marked, *near, *far]).astype(
        np.float32
    )
