"""What the model sees of each line of a page: its shape, its vocabulary by class, its neighbours; never its words."""

import numpy as np

from newslab.cleaning.line_arrays import KIND, LOWER, UPPER, kinds_of_characters
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
    total,
)

# How a line ends and opens, and which signs are counted in it, by the kinds of characters.
_ENDS = ["upper", "lower", "digit", "full stop", "colon", "question"]
_OPENS = ["upper", "lower", "digit", "quote"]
_SIGNS = [number for kind, number in KIND.items() if kind not in ("space", "upper", "lower")]
# Of its neighbours a line sees: length, how they end and open, whether they are furniture by their wording.
_FAR = ["words", "characters", "10 words", "20 words", "stops", "trails off"]
_NEAR = [
    *_FAR,
    *[f"ends: {kind}" for kind in _ENDS if kind != "upper"],
    *[f"opens: {kind}" for kind in ("upper", "lower")],
    "fixed",
]
_FIXED = ["caption", "share", "promo", "related", "legal", "furniture"]
# Marks of which a line sees how many stand around it.
_AROUND = ["dated", "opens as byline", "opens as related", "again"]


def shape(lines):
    """Length, signs and vocabulary of each line: {name: column, or some columns}."""
    starts, ends, n_words = lines.starts, lines.ends, lines.n_words
    length = (ends - starts).astype(float)
    final, before, opening = (lines.characters_at(places) for places in (ends - 1, ends - 2, starts))
    trails_off = (before[:, KIND["full stop"]] * final[:, KIND["full stop"]] + final[:, KIND["ellipsis"]]) > 0
    camel = np.flatnonzero((lines.cases[:-1] == LOWER) & (lines.cases[1:] == UPPER)) + 1
    return {
        "words": np.log1p(n_words),
        "characters": np.log1p(length),
        "characters a word": length / n_words,
        **{f"at most {n} words": n_words <= n for n in (2, 5)},
        **{f"{n} words": n_words >= n for n in (10, 20, 40)},
        "stops": lines.stops,
        "trails off": trails_off,
        **{f"ends: {kind}": final[:, KIND[kind]] for kind in _ENDS},
        **{f"opens: {kind}": opening[:, KIND[kind]] for kind in _OPENS},
        "signs": _characters(lines)[:, _SIGNS] / n_words[:, None],
        "camel case": np.minimum(counted(camel, starts, ends), 3),
        **{f"words that open: {kind}": shares for kind, shares in lines.initials.items()},
        "classes": lines.counts / n_words[:, None],
        "class of the first word": lines.opening,
        "fixed": _fixed(lines),
    }


def _characters(lines):
    """How many characters of each kind a line holds."""
    kinds, _ = kinds_of_characters()
    # Every other piece of the text is a line; a piece has a number for each kind of character.
    borders = np.concatenate([[0], np.column_stack([lines.starts, lines.ends]).ravel(), [len(lines.characters)]])
    pieces = np.arange(len(borders) - 1) * len(kinds)
    number = np.repeat(pieces, np.diff(borders))
    number += lines.characters
    return np.bincount(number, minlength=len(pieces) * len(kinds)).reshape(-1, len(kinds))[1::2] @ kinds.astype(float)


def _fixed(lines):
    """Which lines are furniture by their wording alone."""
    rows = np.zeros((len(lines.fixed), len(_FIXED)), np.float32)
    for number, found in enumerate(lines.fixed):
        if found:
            rows[number, _FIXED.index(found[0])] = 1
    return rows


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


def place(lines):
    """Where a line stands on its page, and how much running text there is around it."""
    text, n = lines.prose, lines.bottom - lines.top
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


def line_features(lines):
    """Everything that is known of a line before a first judgement of its neighbours."""
    own = shape(lines)
    near, far = (as_rows([own[name] for name in names]) for names in (_NEAR, _FAR))
    marks = np.column_stack([lines.marks[name] for name in _AROUND])
    marked = by_turns(*(means(lines, marks, width) for width in (3, 10)))
    beside_it = [shifted(lines, near, step) for step in (1, -1)]
    farther = [shifted(lines, far, step) for step in (2, -2, 3, -3)]
    return as_rows([*own.values(), place(lines), overlaps(lines), marked, *beside_it, *farther])
