"""Articles that are copies of one another, or hold one another, found by a join on hashed runs of words."""

import numpy as np

from newslab.reuse.hashing import hash_runs
from newslab.tables import table

_RUN = 8  # words: shorter runs recur by chance
_LEAST_RUNS = 5  # one stretch of twelve words, or several shorter ones
_CLOSE_RUN = 5  # words: what is held is measured on shorter runs, as every second edit breaks a long one
_CROWD = 30  # a run in more articles than this is paired with its neighbours only
_HELD = 0.75
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
    candidates = _candidates(*hash_runs(texts, _RUN))
    pairs = [(a, b, *held) for (a, b), held in zip(candidates, _contained(texts, candidates), strict=True)]
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
    """Pairs of articles (by number, the smaller first) that share enough runs, in order."""
    article = np.repeat(np.arange(len(bounds) - 1, dtype=np.uint64), np.diff(bounds))
    # Hash and article in one number: a plain sort is several times as fast as sorting one by the other.
    keys = _distinct((runs >> np.uint64(_ID_BITS) << np.uint64(_ID_BITS)) | article)
    run, article = keys >> np.uint64(_ID_BITS), (keys & np.uint64((1 << _ID_BITS) - 1)).astype(np.int64)
    edges = np.flatnonzero(np.concatenate([[True], run[1:] != run[:-1], [True]]))
    starts, sizes = edges[:-1], np.diff(edges)
    pairs = []
    for size in np.unique(sizes[(sizes > 1) & (sizes <= _CROWD)]).tolist():
        members = article[starts[sizes == size][:, None] + np.arange(size)]
        first, second = np.triu_indices(size, 1)
        pairs.append((members[:, first] << _ID_BITS | members[:, second]).ravel())
    for start, size in zip(starts[sizes > _CROWD].tolist(), sizes[sizes > _CROWD].tolist(), strict=True):
        members = article[start : start + size]
        pairs.append(members[:-1] << _ID_BITS | members[1:])
    if not pairs:
        return []
    found = np.sort(np.concatenate(pairs))
    # Equal numbers stand together: one that is met again so many places on is of a pair with enough runs.
    again = found[_LEAST_RUNS - 1 :]
    found = _distinct(again[again == found[: len(again)]])
    return list(zip((found >> _ID_BITS).tolist(), (found & ((1 << _ID_BITS) - 1)).tolist(), strict=True))


def _distinct(numbers):
    """The numbers in order, each once; np.unique takes ten times as long on many 64-bit numbers."""
    numbers = np.sort(numbers)
    return numbers[np.concatenate([numbers[:1] == numbers[:1], numbers[1:] != numbers[:-1]])]


def _contained(texts, pairs):
    """For each pair the share of the words of each article that stand in runs which the other has too."""
    wanted = sorted({article for pair in pairs for article in pair})
    runs, bounds = hash_runs([texts[article] for article in wanted], _CLOSE_RUN)
    runs_of = {article: runs[bounds[i] : bounds[i + 1]] for i, article in enumerate(wanted)}
    for a, b in pairs:
        yield _covered(np.isin(runs_of[a], runs_of[b])), _covered(np.isin(runs_of[b], runs_of[a]))


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
