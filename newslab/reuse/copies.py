"""Articles that are copies of one another, or hold one another, found by a join on hashed runs of words."""

import numpy as np
import pandas as pd

from newslab.numeric import distinct, in_threads
from newslab.reuse.containment import CLOSE_RUN, contained, copies_table
from newslab.reuse.hashing import hash_runs
from newslab.tables import expect

_RUN, _WINDOW = 8, 5  # words, and runs: a stretch of twelve words in common is always met with, a shorter one by chance
CROWD = 30  # a run in more articles than this pairs each with the next one and the first one only
FEW = 5  # articles; what more of them have in common may be page furniture, and makes no partial copy by itself
_TEXTS_AT_ONCE, _PAIRS_AT_ONCE = 500, 5000  # which bounds memory
_NONE = np.zeros(0, dtype=np.int64)


def near_copies(articles: pd.DataFrame) -> pd.DataFrame:
    """Find articles that are the same, one inside the other, or share a long stretch.

    articles : table from `load_articles` or `clean_articles`.

    Returns a table with columns source, target (article_id, source < target), contained_source, contained_target
    (share of the words of each in runs of five words that the other has too), relation ("same", "source inside
    target", "target inside source", "partial"), group (number of the group of copies: all members are copies of its
    first article, contain it or lie inside it; missing for "partial" and for two articles of different groups); in the
    order of source and target. If more than thirty articles carry one text, each is paired with the next one and the
    first one only.

    Candidates come from an inverted index of hashed word runs, so the work grows with the length of the text and not
    with the number of pairs (Broder 1997, "On the resemblance and containment of documents"). Raises TypeError or
    ValueError if `articles` is another table.

    >>> import newslab as nl
    >>> articles = nl.load_articles("seeds")
    >>> nl.near_copies(articles).columns.tolist()
    ['source', 'target', 'contained_source', 'contained_target', 'relation', 'group']
    """
    expect(articles, "articles", ["article_id", "status", "text"])
    rows = articles[articles["status"] == "ok"].sort_values("article_id", kind="stable")
    texts = rows["text"].fillna("").tolist()
    left, right, few = _candidates(texts)

    def compare(start):
        one, other = left[start : start + _PAIRS_AT_ONCE], right[start : start + _PAIRS_AT_ONCE]
        wanted = np.unique(np.concatenate([one, other]))
        runs, bounds = hash_runs([texts[article] for article in wanted], CLOSE_RUN)
        return contained(runs, bounds, np.searchsorted(wanted, one), np.searchsorted(wanted, other))

    shares = in_threads(compare, range(0, len(left), _PAIRS_AT_ONCE))
    of_left, of_right = np.hstack([np.zeros((2, 0)), *shares])
    return copies_table(rows["article_id"].to_numpy(), left, right, few, of_left, of_right)


def telling_runs(texts):
    """The word runs by which copies of these texts are found, and for each the number of its text.

    Of every five runs on end the one with the smallest hash (winnowing: Schleimer, Wilkerson and Aiken 2003), so that
    texts with twelve words on end in common have one of them in common.
    """
    runs, bounds = hash_runs(texts, _RUN)
    counts = np.diff(bounds)
    # A text too short for a window is taken whole.
    chosen = np.repeat(counts < _WINDOW, counts)
    windows = max(0, len(runs) - _WINDOW + 1)
    smallest = runs[:windows].copy()
    for offset in range(1, _WINDOW):
        np.minimum(smallest, runs[offset : offset + windows], out=smallest)
    inside = (np.repeat(bounds[1:], counts) - np.arange(len(runs)))[:windows] >= _WINDOW
    for offset in range(_WINDOW):
        chosen[offset : offset + windows] |= inside & (runs[offset : offset + windows] == smallest)
    return runs[chosen], np.repeat(np.arange(len(texts)), counts)[chosen]


def _candidates(texts):
    """Pairs of articles, in order, that have a telling run in common: left, right, and whether few articles have it."""
    bits = np.uint64(max(1, len(texts)).bit_length())

    def read(start):
        # Hash and article in one number: a plain sort is several times as fast as sorting one by the other.
        runs, article = telling_runs(texts[start : start + _TEXTS_AT_ONCE])
        return (runs >> bits << bits) | (article + start).astype(np.uint64)

    keys = np.concatenate([_NONE.astype(np.uint64), *in_threads(read, range(0, len(texts), _TEXTS_AT_ONCE))])
    keys.sort()
    again = (keys[1:] >> bits) == (keys[:-1] >> bits)
    # Most runs stand in one article only.
    keys = keys[np.append(again, False) | np.append(False, again)] if len(keys) else keys
    keys = distinct(keys)
    run, article = keys >> bits, (keys & np.uint64((1 << int(bits)) - 1)).astype(np.int64)
    by_few, by_many = _meetings(run, article, len(texts))
    pairs = distinct(np.sort(np.concatenate([by_few, by_many])))
    left, right = np.divmod(pairs, max(1, len(texts)))
    return left, right, np.isin(pairs, by_few)


def _meetings(run, article, base):
    """Pairs of articles that have a run in common, each as one number: by runs of few articles, by runs of more."""
    edges = np.flatnonzero(np.concatenate([[True], run[1:] != run[:-1], [True]])) if len(run) else _NONE
    starts, sizes = edges[:-1], np.diff(edges)
    pairs = {True: [_NONE], False: [_NONE]}
    for size in np.unique(sizes[(sizes > 1) & (sizes <= CROWD)]).tolist():
        members = article[starts[sizes == size][:, None] + np.arange(size)]
        first, second = np.triu_indices(size, 1)
        pairs[size <= FEW].append((members[:, first] * base + members[:, second]).ravel())
    for start, size in zip(starts[sizes > CROWD].tolist(), sizes[sizes > CROWD].tolist(), strict=True):
        members = article[start : start + size]
        pairs[False] += [members[:-1] * base + members[1:], members[0] * base + members[1:]]
    return [distinct(np.sort(np.concatenate(pairs[few]))) for few in (True, False)]
