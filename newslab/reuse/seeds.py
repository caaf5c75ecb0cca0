"""Pairs of articles worth aligning, from an inverted index of rare word runs; never every pair."""

import numpy as np

_CROWD = 50
_NEAR = 24


def candidate_pairs(words, masked):
    """Pairs (i, j), i < j, of articles with several rare runs close together in both.

    words : a `Words` for each article.
    masked : for each article, which of its words are page furniture.
    """
    keys, article, place = _seeds(words, masked)
    order = np.lexsort((place, article, keys))
    keys, article, place = keys[order], article[order], place[order]
    edges = np.flatnonzero(np.concatenate([[True], keys[1:] != keys[:-1], [True]])) if len(keys) else np.zeros(1, int)
    starts, sizes = edges[:-1], np.diff(edges)
    columns = []
    for size in np.unique(sizes[(sizes > 1) & (sizes <= _CROWD)]).tolist():
        members = starts[sizes == size][:, None] + np.arange(size)
        first, second = np.triu_indices(size, 1)
        columns.append(np.stack([members[:, first].ravel(), members[:, second].ravel()]))
    if not columns:
        return []
    left, right = np.concatenate(columns, axis=1)
    differ = article[left] != article[right]
    left, right = left[differ], right[differ]
    pair = article[left] * len(words) + article[right]
    close = set()
    # Two grids, shifted by half: what is near in the text falls into one cell of one of them at least.
    for shift in (0, _NEAR // 2):
        cell_a, cell_b = (place[left] + shift) // _NEAR, (place[right] + shift) // _NEAR
        cells = np.stack([pair, cell_a, cell_b, place[left]], axis=1)
        cells = np.unique(cells, axis=0)
        found, counts = np.unique(cells[:, :3], axis=0, return_counts=True)
        close.update(found[counts >= 2, 0].tolist())
    return [divmod(code, len(words)) for code in sorted(close)]


def _seeds(words, masked):
    """Hashes of runs of three words, and of two neighbouring words of content in either order, with their places."""
    keys, articles, places = [], [], []
    for number, (one, hidden) in enumerate(zip(words, masked, strict=True)):
        free = np.flatnonzero(~hidden)
        content = free[one.worth[free] >= 1.0]
        parts = []
        if len(free) >= 3:
            a, b, c = one.keys[free[:-2]], one.keys[free[1:-1]], one.keys[free[2:]]
            rich = (one.worth[free[:-2]] + one.worth[free[1:-1]] + one.worth[free[2:]]) >= 1.2
            parts.append(((a * 1_000_003 + b) * 1_000_003 + c, free[:-2], rich))
        if len(content) >= 2:
            a, b = one.keys[content[:-1]], one.keys[content[1:]]
            near = np.diff(content) <= 5
            parts.append((np.minimum(a, b) * 998_244_353 + np.maximum(a, b), content[:-1], near))
        for key, place, keep in parts:
            keys.append(key[keep])
            places.append(place[keep])
            articles.append(np.full(int(keep.sum()), number))
    if not keys:
        return (np.zeros(0, dtype=np.int64),) * 3
    return np.concatenate(keys), np.concatenate(articles), np.concatenate(places)
