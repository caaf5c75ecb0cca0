"""Which articles tell of the same event: average linkage on the event score, and what the days and dates say."""

import re

import numpy as np
import pandas as pd
import scipy.sparse as sparse
from scipy.cluster.hierarchy import linkage
from scipy.sparse.csgraph import connected_components
from scipy.spatial.distance import squareform

from newslab.similarity.company import event_vectors
from newslab.similarity.vectors import RELATIVES, nearest_by_topic, row_products, vectors_of
from newslab.tables import STRING

# Chosen once, on 44 events of ECB+ (English, 2003 to 2013), and frozen.
SAME_EVENT = 0.25
_COHESION = 0.4
_COHESION_A_CLASH = 0.15
_DAYS_APART = 7
_AT_ONCE = 2000

_DAY = r"mon|tue|wed|thu|fri|sat|sun"
_MONTH = r"jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
_WEEKDAY_NAMED = re.compile(rf"\b({_DAY})(?:s|nes|rs|ur)?day\b", re.I)
# "March" and "May" are months only beside a number; other months also without.
_MONTH_NAMED = re.compile(
    r"\b(?:(Jan|Feb|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec)(?:uary|ruary|il|e|y|ust|t|tember|ober|ember)?\b"
    r"|(Mar)(?:ch)?\b\.?(?= \d)|(May)(?= \d)|(?<=\d )(Mar)ch\b|(?<=\d )(May)\b)"
)


def group_events(articles):
    """Group the articles that tell of the same event.

    articles : table from `load_articles` or `clean_articles`.

    Returns a table with one row for each readable article, in the order of article_id, and the columns article_id,
    event (a number from 1 in the order of the articles), nearest (article_id of the article of the same event with the
    highest event score; missing if it is alone), score (that score), rival, rival_score (the same for articles of
    other events).

    Articles are joined while the mean `event` score between two groups (average linkage) is at least 0.25, and at least
    0.4 times the mean score inside the looser group, or 0.15 more for each clash in time: they name weekdays but none
    in common, or months. Articles published more than seven days apart, where that is known, stay apart. The thresholds
    were chosen once and are the same for any articles. A running story with the same names day after day is the
    hardest case: without dates, look at `rival_score`.

    >>> import newslab as nl
    >>> articles = nl.clean_articles(nl.load_articles("seeds", sources="seeds/sources.csv"))
    >>> nl.group_events(articles)["event"].tolist()
    [1, 1, 2, 2, 3]
    """
    vectors = vectors_of(articles)
    n = len(vectors.ids)
    if n < 2:
        return _table(vectors.ids, np.ones(n, dtype=int), *[np.empty(0, dtype=int)] * 2, np.empty(0))
    nearest = nearest_by_topic(vectors, RELATIVES)
    event = event_vectors(vectors, nearest)
    source, target = np.triu_indices(n, 1) if n <= _AT_ONCE else (np.repeat(np.arange(n), RELATIVES), nearest.ravel())
    scores = np.minimum(1, row_products(event, source, target))
    times = _Times(articles, vectors)
    groups = np.arange(n)
    for members in _components(n, source, target, scores, SAME_EVENT):
        groups[members] = members[_joined(event[members], times, members)]
    return _table(vectors.ids, _numbered(groups), source, target, scores)


def _components(n, source, target, scores, threshold):
    """Articles joined by chains of scores at the threshold: average linkage never joins across them."""
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


class _Times:
    """The weekdays and months each article names, and its date."""

    def __init__(self, articles, vectors):
        dates = articles.set_index("article_id")["published"].reindex(vectors.ids)
        days = [{day.lower() for day in _WEEKDAY_NAMED.findall(text)} for text in vectors.texts]
        months = [
            {name.lower() for found in _MONTH_NAMED.findall(text) for name in found if name} for text in vectors.texts
        ]
        for month, date in zip(months, dates, strict=True):
            if not pd.isna(date):
                month.add(_MONTH.split("|")[date.month - 1])
        self._named = [_indicators(days, _DAY), _indicators(months, _MONTH)]
        known = dates.notna().to_numpy()
        self._day = np.where(
            known, dates.fillna(pd.Timestamp(0)).to_numpy().astype("datetime64[D]").astype(float), np.nan
        )

    def clashes(self, rows):
        """How many kinds of clash each pair of the rows has, 0 to 2."""
        return sum(((named := kind[rows]) @ named.T == 0) & _all_pairs(named.any(axis=1)) for kind in self._named) * 1.0

    def far(self, rows):
        """1 for a pair published far apart, 0 for one that is not, NaN for one of which it is not known."""
        apart = np.abs(self._day[rows][:, None] - self._day[rows])
        return np.where(np.isnan(apart), np.nan, apart > _DAYS_APART)


def _indicators(named, names):
    return np.array([[name in one for name in names.split("|")] for one in named], dtype=int)


def _all_pairs(flags):
    return flags[:, None] & flags


def _joined(event, times, rows):
    """The number of the group of each row: the least of its members, counted from 0 among `rows`."""
    n = len(rows)
    group = np.arange(n)
    if n < 2:
        return group
    scores = np.clip((event @ event.T).toarray(), 0, 1)
    far = times.far(rows)
    # Articles published far apart are not joined by what they share, whatever that is.
    scores = np.where(far == 1, 0, scores)
    clashes = times.clashes(rows)
    distances = 1 - scores
    np.fill_diagonal(distances, 0)
    members, inside, whole = [[row] for row in range(n)], [0.0] * n, [True] * n
    for first, second, distance, _ in linkage(squareform(distances, checks=False), "average"):
        first, second = int(first), int(second)
        left, right = members[first], members[second]
        link = 1 - distance
        looser = min((inside[i] / _pairs(len(members[i])) for i in (first, second) if len(members[i]) > 1), default=0)
        share = _COHESION + _COHESION_A_CLASH * clashes[np.ix_(left, right)].mean()
        members.append(left + right)
        inside.append(inside[first] + inside[second] + link * len(left) * len(right))
        whole.append(whole[first] and whole[second] and link >= max(SAME_EVENT, share * looser))
        if whole[-1]:
            group[members[-1]] = min(members[-1])
    return group


def _pairs(n):
    return n * (n - 1) / 2


def _numbered(groups):
    first, order = np.unique(groups, return_index=True)
    rank = np.argsort(np.argsort(order)) + 1
    return rank[np.searchsorted(first, groups)]


def _table(ids, event, source, target, scores):
    n = len(ids)
    one, other = np.concatenate([source, target]), np.concatenate([target, source])
    scores = np.concatenate([scores, scores])
    order = np.lexsort((other, -scores, one))
    one, other, scores = one[order], other[order], scores[order]
    columns = {"article_id": pd.Series(list(ids), dtype=STRING), "event": pd.Series(event, dtype="int64")}
    names = np.array([*ids, pd.NA], dtype=object)
    for name, wanted in [("nearest", event[one] == event[other]), ("rival", event[one] != event[other])]:
        best, value = np.full(n, n), np.full(n, np.nan)
        row, first = np.unique(one[wanted], return_index=True)
        best[row], value[row] = other[wanted][first], scores[wanted][first]
        columns[name] = pd.Series(names[best], dtype=STRING)
        columns["score" if name == "nearest" else "rival_score"] = pd.Series(value, dtype="float64")
    return pd.DataFrame(columns)
