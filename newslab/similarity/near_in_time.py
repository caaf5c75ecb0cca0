"""Candidates for one event among very many articles: those of the same days that share rare words."""

import numpy as np

from newslab.similarity.times import FAR_APART
from newslab.similarity.vectors import RELATIVES, rare_columns

_ROWS = 2000
# What two articles share in rare words alone, to be looked at; relatives reach 0.2 by all words.
_WORTH_A_LOOK = 0.1


def relatives_in_time(vectors):
    """Up to 20 articles for each that share most in rare words, among those published within ten days of it.

    Articles without a date are compared with all. Never all pairs: rare are the words by which an article meets some
    1,000 others of those days. Returns the rows of the pairs, one array for either side, in the order of the first.
    """
    day = vectors.times.day
    # Sorting puts the articles without a date last.
    order = np.argsort(day, kind="stable")
    dated = int(np.isfinite(day).sum())
    found = []
    for start in [*range(0, dated, _ROWS), *range(dated, len(day), _ROWS)]:
        rows = order[start : min(start + _ROWS, dated if start < dated else len(day))]
        others = order
        if start < dated:
            first = np.searchsorted(day[order[:dated]], day[rows[0]] - FAR_APART)
            last = np.searchsorted(day[order[:dated]], day[rows[-1]] + FAR_APART, side="right")
            others = np.concatenate([order[first:last], order[dated:]])
        found.append(_shared(vectors.direct, rows, others))
    source, target = (np.concatenate(side) for side in zip(*found, strict=True))
    order = np.argsort(source, kind="stable")
    return source[order], target[order]


def _shared(direct, rows, others):
    """The pairs of the rows with those of the others that share most in rare words with each."""
    columns = direct[others]
    rare = rare_columns(columns)
    shared = (direct[rows][:, rare] @ columns[:, rare].T).tocoo()
    source, target = rows[shared.row], others[shared.col]
    kept = (shared.data >= _WORTH_A_LOOK) & (source != target)
    source, target, score = source[kept], target[kept], shared.data[kept].round(6)
    order = np.lexsort((target, -score, source))
    source, target = source[order], target[order]
    first = np.arange(len(source)) - np.searchsorted(source, source) < RELATIVES
    return source[first], target[first]
