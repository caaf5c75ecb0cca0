"""Articles that are copies of one another, or hold one another, found by a join on hashed runs of words."""

import numpy as np

from newslab.reuse.hashing import hash_runs
from newslab.tables import table

_RUN, _WINDOW = 8, 5  # words, and runs: a stretch of twelve words in common is always met with, a shorter one by chance
_CLOSE_RUN = 5  # words: what is held is measured on shorter runs, as every second edit breaks a long one
_CROWD = 30  # a run in more articles than this is paired with its neighbours only
_HELD = 0.75
_FEW = 5  # articles; what more of them have in common may be page furniture, and makes no partial copy by itself
_ID_BITS = 20


def near_copies(articles):
    """Find articles that were filed twice, held whole inside another, or share a long stretch.

    articles : table from `load_articles` or `clean_articles`.

    Returns a table with columns source, target (article_id, source < target), contained_source, contained_target
    (share of the words of each that stand in a run of five words which the other has too), relation ("same",
    "source inside target", "target inside source", "partial"), group (articles that are the same or held inside one
    another share a number; missing for partial). Where more than thirty articles carry one text, each is paired with
    the next one only.

    Candidates come from an inverted index of hashed word runs, so the work grows with the length of the text and not
    with the number of pairs (Broder 1997, "On the resemblance and containment of documents").

    >>> import newslab as nl
    >>> articles = nl.load_articles("seeds")
    >>> nl.near_copies(articles).columns.tolist()
    ['source', 'target', 'contained_source', 'contained_target', 'relation', 'group']
    """
    rows = articles[articles["status"] == "ok"].sort_values("article_id", kind="stable")
    ids = rows["article_id"].tolist()
    texts = rows["text"].fillna("").tolist()
    runs, bounds = hash_runs(texts, _RUN)
    candidates = [pair for pair in _candidates(runs, bounds) if _share_stretch(runs, bounds, *pair[:2])]
    pairs = [
        (a, b, *held)
        for (a, b, few), held in zip(candidates, _contained(texts, candidates), strict=True)
        if few or _relation(*held) != "partial"
    ]
    groups = _groups([(a, b) for a, b, *held in pairs if _relation(*held) != "partial"])
    return table(
        "near_copies",
        [
            {
                "source": ids[a],
                "target": ids[b],
                "contained_source": round(of_a, 3),
                "contained_target": round(of_b, 3),
                "relation": _relation(of_a, of_b),
                "group": groups[a] if _relation(of_a, of_b) != "partial" else None,
            }
            for a, b, of_a, of_b in pairs
        ],
    )


def _candidates(runs, bounds):
    """Pairs of articles (a, b, few): a < b have a telling run in common, which few articles have; in order."""
    telling = _winnowed(runs)
    article = np.repeat(np.arange(len(bounds) - 1, dtype=np.uint64), np.diff(bounds))[telling]
    # Hash and article in one number: a plain sort is several times as fast as sorting one by the other.
    keys = _distinct((runs[telling] >> np.uint64(_ID_BITS) << np.uint64(_ID_BITS)) | article)
    run, article = keys >> np.uint64(_ID_BITS), (keys & np.uint64((1 << _ID_BITS) - 1)).astype(np.int64)
    edges = np.flatnonzero(np.concatenate([[True], run[1:] != run[:-1], [True]]))
    starts, sizes = edges[:-1], np.diff(edges)
    pairs = {True: [np.zeros(0, dtype=np.int64)], False: [np.zeros(0, dtype=np.int64)]}
    for size in np.unique(sizes[(sizes > 1) & (sizes <= _CROWD)]).tolist():
        members = article[starts[sizes == size][:, None] + np.arange(size)]
        first, second = np.triu_indices(size, 1)
        pairs[size <= _FEW].append((members[:, first] << _ID_BITS | members[:, second]).ravel())
    for start, size in zip(starts[sizes > _CROWD].tolist(), sizes[sizes > _CROWD].tolist(), strict=True):
        members = article[start : start + size]
        pairs[False].append(members[:-1] << _ID_BITS | members[1:])
    few = _distinct(np.concatenate(pairs[True]))
    found = _distinct(np.concatenate([few, *pairs[False]]))
    left, right, by_few = found >> _ID_BITS, found & ((1 << _ID_BITS) - 1), np.isin(found, few)
    return list(zip(left.tolist(), right.tolist(), by_few.tolist(), strict=True))


def _winnowed(runs):
    """Which runs have the smallest number in a window of runs (Schleimer, Wilkerson and Aiken 2003)."""
    chosen = np.zeros(len(runs), dtype=bool)
    count = len(runs) - _WINDOW + 1
    if count < 1:
        return ~chosen
    smallest = runs[:count].copy()
    for offset in range(1, _WINDOW):
        np.minimum(smallest, runs[offset : offset + count], out=smallest)
    for offset in range(_WINDOW):
        chosen[offset : offset + count] |= runs[offset : offset + count] == smallest
    return chosen


def _distinct(numbers):
    """The numbers in order, each once; np.unique takes ten times as long on many 64-bit numbers."""
    numbers = np.sort(numbers)
    return numbers[np.concatenate([numbers[:1] == numbers[:1], numbers[1:] != numbers[:-1]])]


def _share_stretch(runs, bounds, a, b):
    """Whether two articles have so many runs in common as a stretch of twelve words has."""
    return _among(runs[bounds[a] : bounds[a + 1]], runs[bounds[b] : bounds[b + 1]]).sum() >= _WINDOW


def _contained(texts, pairs):
    """For each pair the share of the words of each article that stand in runs which the other has too."""
    wanted = sorted({article for a, b, _ in pairs for article in (a, b)})
    runs, bounds = hash_runs([texts[article] for article in wanted], _CLOSE_RUN)
    runs_of = {article: runs[bounds[i] : bounds[i + 1]] for i, article in enumerate(wanted)}
    for a, b, _ in pairs:
        yield _covered(_among(runs_of[a], runs_of[b])), _covered(_among(runs_of[b], runs_of[a]))


def _among(runs, others):
    """Which runs are among the others; np.isin takes several times as long on so few."""
    others = np.sort(others)
    return others[np.minimum(np.searchsorted(others, runs), len(others) - 1)] == runs


def _covered(shared):
    words = np.zeros(len(shared) + _CLOSE_RUN, dtype=np.int64)
    words[:-_CLOSE_RUN] += shared
    words[_CLOSE_RUN:] -= shared
    return float((np.cumsum(words)[:-1] > 0).mean())


def _relation(of_source, of_target):
    if min(of_source, of_target) >= _HELD:
        return "same"
    if max(of_source, of_target) < _HELD:
        return "partial"
    return "source inside target" if of_source > of_target else "target inside source"


def _groups(links):
    """Numbers for the connected articles, counted from 1 in the order of their first article."""
    leader = {}

    def find(article):
        while leader.setdefault(article, article) != article:
            leader[article] = leader[leader[article]]
            article = leader[article]
        return article

    for a, b in links:
        low, high = sorted((find(a), find(b)))
        leader[high] = low
    numbers = {}
    return {article: numbers.setdefault(find(article), len(numbers) + 1) for article in sorted(leader)}
