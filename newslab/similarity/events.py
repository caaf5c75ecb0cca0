"""Which articles report the same event: average linkage on the event score."""

import re

import numpy as np
import pandas as pd
import scipy.sparse as sparse
from scipy.cluster.hierarchy import linkage
from scipy.sparse.csgraph import connected_components
from scipy.spatial.distance import squareform

from newslab.similarity.copied import copied_scores, run_matrix
from newslab.similarity.event_vectors import event_scores, event_vectors, nearest_pairs
from newslab.similarity.near_in_time import relatives_in_time
from newslab.similarity.vectors import RELATIVES, nearest_by_topic, vectors_of
from newslab.tables import READABLE, SAME_EVENT, expect, table

_COHESION = 0.5
_SAME_DAYS = 2
# The share of the shorter text that stands in the other.
_COPY = 0.5
_AT_ONCE = 2000


def group_events(articles: pd.DataFrame) -> pd.DataFrame:
    """Group the articles that report the same event.

    articles : table from `load_articles` or `clean_articles`.

    Returns a table with one row for each readable article, in the order of article_id, and the columns article_id,
    event (a number from 1 in the order of the articles, "row-2" before "row-10"), nearest (article_id of the article of
    the same event with the highest event score; missing if it is alone), score (that score), rival, rival_score (the
    same for articles of other events).

    Articles are joined while the mean `event` score between two groups (average linkage) is at least 0.25 and, unless
    all were published within two days, at least half the mean score inside the looser group, not counting copies: of a
    running story without dates, only what is far more alike than the rest is one event; check `rival_score`. The
    thresholds were chosen once and are the same for any articles.

    Above 2,000 articles only those are compared that were published within ten days and share rare words; then
    nearest and rival are the best of these. Raises TypeError or ValueError if `articles` is another table.

    >>> import newslab as nl
    >>> articles = nl.clean_articles(nl.load_articles("seeds", sources="seeds/sources.csv"))
    >>> nl.group_events(articles)["event"].tolist()
    [1, 1, 2, 2, 3]
    """
    expect(articles, "articles", [*READABLE, "published"])
    vectors = vectors_of(articles)
    n = len(vectors.ids)
    if n < 2:
        return _table(vectors.ids, np.ones(n, dtype=int), *[np.empty(0, dtype=int)] * 2, np.empty(0))
    if n <= _AT_ONCE:
        event = event_vectors(vectors, *nearest_pairs(nearest_by_topic(vectors, RELATIVES)))
        source, target = np.triu_indices(n, 1)
    else:
        source, target = relatives_in_time(vectors)
        event = event_vectors(vectors, source, target)
    scores = event_scores(vectors, event, source, target)
    groups, runs = np.arange(n), run_matrix(vectors.read)
    for members in _components(n, source, target, scores, SAME_EVENT):
        groups[members] = members[_joined(vectors, event, runs, members)]
    return _table(vectors.ids, _numbered(groups, vectors.ids), source, target, scores)


def largest_event(articles: pd.DataFrame, events: pd.DataFrame) -> pd.DataFrame:
    """The articles of the largest event, of the first one where several are as large.

    articles : table from `load_articles` or `clean_articles`. events : table from `group_events` on these articles.

    Returns rows of `articles`, in their order. Raises TypeError or ValueError if one is not the table named here.

    >>> import newslab as nl
    >>> articles = nl.clean_articles(nl.load_articles("seeds", sources="seeds/sources.csv"))
    >>> nl.largest_event(articles, nl.group_events(articles))["outlet"].tolist()
    ['RT', 'The Independent']
    """
    expect(articles, "articles", ["article_id"])
    expect(events, "events", ["article_id", "event"])
    largest = events["event"].mode().head(1)
    return articles[articles["article_id"].isin(events.loc[events["event"].isin(largest), "article_id"])]


def _components(n, source, target, scores, threshold):
    """Articles joined by chains of scores at the threshold: average linkage never joins across them.

    A chain of more articles than can be compared all with all is cut where it is thinnest, at a higher threshold.
    """
    strong = scores >= threshold
    graph = sparse.csr_matrix((scores[strong], (source[strong], target[strong])), shape=(n, n))
    _, label = connected_components(graph, directed=False)
    for group in np.split(np.argsort(label, kind="stable"), np.cumsum(np.bincount(label))[:-1]):
        if len(group) > _AT_ONCE and threshold < 0.9:
            inside = np.isin(source, group) & np.isin(target, group)
            place = np.searchsorted(group, np.arange(n))
            parts = _components(
                len(group), place[source[inside]], place[target[inside]], scores[inside], threshold + 0.05
            )
            yield from (group[part] for part in parts)
        else:
            yield group


def _joined(vectors, event, runs, rows):
    """The number of the group of each row: the least of its members, counted from 0 among `rows`."""
    n = len(rows)
    group = np.arange(n)
    if n < 2:
        return group
    scores = np.clip((event[rows] @ event[rows].T).toarray(), 0, 1) * vectors.times.agreement(rows[:, None], rows)
    np.fill_diagonal(scores, 1)
    accounts = _different(runs, rows)
    members, inside, whole = [[row] for row in range(n)], [np.zeros(2)] * n, [True] * n
    days = [np.array([day, day]) for day in vectors.times.day[rows]]
    for first, second, distance, _ in linkage(squareform(1 - scores, checks=False), "average"):
        first, second = int(first), int(second)
        across = np.ix_(members[first], members[second])
        # The sum and the number of the scores of a group, without those of copies.
        sums = np.array([scores[across][accounts[across]].sum(), accounts[across].sum()])
        looser = min((total / number for total, number in (inside[first], inside[second]) if number), default=0)
        earliest, latest = np.minimum(days[first], days[second])[0], np.maximum(days[first], days[second])[1]
        # A day that is not known is near to none: every comparison with NaN is false.
        needed = SAME_EVENT if latest - earliest <= _SAME_DAYS else max(SAME_EVENT, _COHESION * looser)
        members.append(members[first] + members[second])
        inside.append(inside[first] + inside[second] + sums)
        days.append(np.array([earliest, latest]))
        whole.append(whole[first] and whole[second] and 1 - distance >= needed)
        if whole[-1]:
            group[members[-1]] = min(members[-1])
    return group


def _different(runs, rows):
    """A square of which texts are accounts of their own: neither is a copy of the other."""
    first, second = np.triu_indices(len(rows), 1)
    square = np.ones((len(rows), len(rows)), dtype=bool)
    square[first, second] = square[second, first] = copied_scores(runs, rows[first], rows[second]) < _COPY
    return square


def _numbered(groups, ids):
    """The groups numbered from 1 in the order of their first articles, where "row-2" stands before "row-10"."""
    number = {}
    for row in sorted(range(len(ids)), key=lambda row: _natural(ids[row])):
        number.setdefault(groups[row], len(number) + 1)
    return np.array([number[group] for group in groups])


def _natural(article_id):
    parts = re.split(r"([0-9]+)", article_id)
    return [*zip(parts[::2], [*map(int, parts[1::2]), -1], strict=True)]


def _table(ids, event, source, target, scores):
    """The articles with their events, and the best pair of each within its event and outside."""
    n = len(ids)
    one, other = np.concatenate([source, target]), np.concatenate([target, source])
    scores = np.concatenate([scores, scores])
    order = np.lexsort((other, -scores, one))
    one, other, scores = one[order], other[order], scores[order]
    columns = {"article_id": list(ids), "event": event}
    names = np.array([*ids, pd.NA], dtype=object)
    for name, wanted in [("nearest", event[one] == event[other]), ("rival", event[one] != event[other])]:
        best, value = np.full(n, n), np.full(n, np.nan)
        row, first = np.unique(one[wanted], return_index=True)
        best[row], value[row] = other[wanted][first], scores[wanted][first]
        columns[name], columns["score" if name == "nearest" else "rival_score"] = names[best], value
    return table("events", columns)
