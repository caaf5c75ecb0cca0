"""How much of an article another one holds: the exact check of pairs that may be copies, and what it makes of them."""

import numpy as np
import pandas as pd

from newslab.tables import COLUMNS

CLOSE_RUN = 5  # words: what is held is measured on shorter runs, as every second edit breaks a long one
_HELD = 0.75
_STRETCH, _STRETCHES = 4, 5  # runs on end, so often: what two articles with twelve words on end in common have


def contained(runs, bounds, left, right):
    """Compare pairs of articles word for word.

    runs, bounds : from `hash_runs`, with runs of `CLOSE_RUN` words.
    left, right : the numbers of the two articles of each pair.

    Returns the share of the words of each that stand in a run which the other has too: two arrays, 0 for a pair that
    has not so much as a stretch of twelve words in common.
    """
    shares = np.zeros((2, len(left)))
    ordered = {}
    for pair, sides in enumerate(zip(left.tolist(), right.tolist(), strict=True)):
        one, other = (runs[bounds[side] : bounds[side + 1]] for side in sides)
        for side, own in zip(sides, (one, other), strict=True):
            if side not in ordered:
                ordered[side] = np.sort(own)
        shared = _among(one, ordered[sides[1]])
        if _has_stretch(shared):
            shares[:, pair] = _covered(shared), _covered(_among(other, ordered[sides[0]]))
    return shares


def _among(runs, ordered):
    """Which runs are among the others; np.isin takes several times as long on so few."""
    if not len(ordered):
        return np.zeros(len(runs), dtype=bool)
    return ordered.take(np.searchsorted(ordered, runs), mode="clip") == runs


def _has_stretch(shared):
    together = shared.copy()
    for offset in range(1, _STRETCH):
        together[:-offset] &= shared[offset:]
        together[-offset:] = False
    return np.count_nonzero(together) >= _STRETCHES


def _covered(shared):
    """The share of words that stand in a shared run."""
    words = np.zeros(len(shared) + CLOSE_RUN - 1, dtype=bool)
    for offset in range(CLOSE_RUN):
        words[offset : offset + len(shared)] |= shared
    return np.count_nonzero(words) / len(words)


def copies_table(ids, left, right, few, of_left, of_right):
    """The table near_copies from pairs of article numbers in order; ids are in alphabetical order.

    few : which pairs have a run in common that few articles have; of the others only copies are listed, no partial
        ones, which may be page furniture.
    """
    copies = np.maximum(of_left, of_right) >= _HELD
    listed = copies | (few & (of_left > 0))
    left, right, copies, of_left, of_right = (part[listed] for part in (left, right, copies, of_left, of_right))
    columns = {
        "source": ids[left],
        "target": ids[right],
        "contained_source": of_left.round(3),
        "contained_target": of_right.round(3),
        "relation": _relations(of_left, of_right),
        "group": _groups(left, right, copies),
    }
    return pd.DataFrame({name: pd.Series(columns[name], dtype=kind) for name, kind in COLUMNS["near_copies"].items()})


def _relations(of_source, of_target):
    both, either = np.minimum(of_source, of_target) >= _HELD, np.maximum(of_source, of_target) >= _HELD
    inside = np.where(of_source > of_target, "source inside target", "target inside source")
    return np.where(both, "same", np.where(either, inside, "partial")).astype(object)


def _groups(left, right, copies):
    """The number of the group of each pair, counted from 1 in the order of the first articles; missing for no group.

    All that are in a group are compared with its first article: copies of copies of copies may have nothing in common.
    """
    first = {}
    for one, other in zip(left[copies].tolist(), right[copies].tolist(), strict=True):
        if first.setdefault(one, one) == one:
            first.setdefault(other, one)
    numbers, groups = {}, []
    for one, other, copy in zip(left.tolist(), right.tolist(), copies.tolist(), strict=True):
        together = copy and first[one] == first.get(other)
        groups.append(numbers.setdefault(first[one], len(numbers) + 1) if together else None)
    return groups
