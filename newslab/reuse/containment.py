"""How much of an article another one holds: the exact check of pairs that may be copies, and what it makes of them."""

import numpy as np

from newslab.numeric import distinct, ranges
from newslab.tables import table

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
    sizes, shares = np.diff(bounds), np.zeros((2, len(left)))
    # The longer one is searched for the runs of the shorter, so that a very long text costs no more than to sort it.
    swapped = sizes[left] > sizes[right]
    runs_of, ordered = {}, {}
    for pair, (one, other) in enumerate(zip(left.tolist(), right.tolist(), strict=True)):
        short, long = (other, one) if swapped[pair] else (one, other)
        own, theirs = (runs[bounds[side] : bounds[side + 1]] for side in (short, long))
        if short not in runs_of:
            runs_of[short] = distinct(np.sort(own))
        if long not in ordered:
            order = np.argsort(theirs, kind="stable")
            ordered[long] = theirs[order], order
        held = _meeting(own, runs_of[short], *ordered[long])
        shares[:, pair] = held[::-1] if swapped[pair] else held
    return shares


def _meeting(own, runs, ordered, order):
    """How much of a text stands in a longer one, and of the longer one in it."""
    low, high = (np.searchsorted(ordered, runs, side) for side in ("left", "right"))
    times = high - low
    met = runs[times > 0]
    if not len(met):
        return 0.0, 0.0
    shared = met.take(np.searchsorted(met, own), mode="clip") == own
    if not _has_stretch(shared):
        return 0.0, 0.0
    low, times = low[times > 0], times[times > 0]
    places = np.sort(order[ranges(low, low + times)])
    return _covered(np.flatnonzero(shared), len(own)), _covered(places, len(order))


def _has_stretch(shared):
    together = shared.copy()
    for offset in range(1, _STRETCH):
        together[:-offset] &= shared[offset:]
        together[-offset:] = False
    return np.count_nonzero(together) >= _STRETCHES


def _covered(places, count):
    """The share of the words of a text of so many runs that stand in the runs at these places."""
    return float(np.minimum(np.diff(places), CLOSE_RUN).sum() + CLOSE_RUN) / (count + CLOSE_RUN - 1)


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
    return table("near_copies", columns)


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
