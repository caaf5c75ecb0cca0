"""Pairs of articles worth aligning, from an inverted index of rare word runs; never every pair."""

import numpy as np

from newslab.reuse.words import CONTENT, NAME

_CROWD = 50  # a run in more places than this leads to no pair
_NEAR = 24  # words
_LEAST = 3  # runs near one another
_RICH = 1.2  # worth of a run of three words


def candidate_pairs(words, masked):
    """Pairs (i, j), i < j, of articles with several rare runs close together in both.

    words : a `Words` for each article.
    masked : for each article, which of its words are page furniture.
    """
    keys, article, place, kind = _seeds(words, masked)
    order = np.lexsort((kind, place, article, keys))
    keys, article, place, kind = keys[order], article[order], place[order], kind[order]
    left, right = _meetings(keys)
    differ = article[left] != article[right]
    left, right = left[differ], right[differ]
    if not len(left):
        return []
    pairs, rank = np.unique(article[left] * len(words) + article[right], return_inverse=True)
    cells = int(place.max()) // _NEAR + 2
    close = np.zeros(len(pairs), dtype=bool)
    # Two grids, shifted by half: what is near in the text falls into one cell of one of them at least.
    for shift in (0, _NEAR // 2):
        cell_a, inside = np.divmod(place[left] + shift, _NEAR)
        cell_b = (place[right] + shift) // _NEAR
        code = np.sort((((rank * cells + cell_a) * cells + cell_b) * _NEAR + inside) * 2 + kind[left])
        code = code[np.concatenate([[True], code[1:] != code[:-1]])] // (2 * _NEAR)
        again = code[_LEAST - 1 :]
        close[again[again == code[: len(again)]] // cells**2] = True
    return [divmod(code, len(words)) for code in pairs[close].tolist()]


def _meetings(keys):
    """All pairs of places (in the order of the keys) that hold the same key, but for very common ones."""
    edges = np.flatnonzero(np.concatenate([[True], keys[1:] != keys[:-1], [True]])) if len(keys) else np.zeros(1, int)
    starts, sizes = edges[:-1], np.diff(edges)
    left, right = [np.zeros(0, dtype=np.int64)], [np.zeros(0, dtype=np.int64)]
    for size in np.unique(sizes[(sizes > 1) & (sizes <= _CROWD)]).tolist():
        members = starts[sizes == size][:, None] + np.arange(size)
        first, second = np.triu_indices(size, 1)
        left.append(members[:, first].ravel())
        right.append(members[:, second].ravel())
    return np.concatenate(left), np.concatenate(right)


def _seeds(words, masked):
    """Hashes of runs of three words (kind 0), and of two neighbouring words of content in either order (1).

    Returns keys, articles, places, kinds. Names alone make no seed: they are in every article on a subject.
    """
    found = [np.zeros((4, 0), dtype=np.int64)]
    for number, (one, hidden) in enumerate(zip(words, masked, strict=True)):
        free = np.flatnonzero(~hidden)
        plain = np.where(one.name, np.minimum(one.worth, NAME), one.worth)[free]
        key = one.keys[free]
        count = max(0, len(free) - 2)
        rich = plain[:count] + plain[1 : count + 1] + plain[2:] >= _RICH
        threes = (key[:count] * 1_000_003 + key[1 : count + 1]) * 1_000_003 + key[2:]
        content = np.flatnonzero(one.worth[free] >= CONTENT)
        first, second = content[:-1], content[1:]
        near = (second - first <= 5) & (np.maximum(plain[first], plain[second]) >= CONTENT)
        twos = np.minimum(key[first], key[second]) * 998_244_353 + np.maximum(key[first], key[second])
        for kind, key, place in ((0, threes[rich], free[:count][rich]), (1, twos[near], free[first][near])):
            found.append(np.stack([key, np.full(len(key), number), place, np.full(len(key), kind)]))
    return np.concatenate(found, axis=1)
