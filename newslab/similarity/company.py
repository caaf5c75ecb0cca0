"""The event vectors of the articles, read in the company of the articles nearest to each."""

import numpy as np
import scipy.sparse as sparse

from newslab.similarity.vectorizer import unit_rows
from newslab.similarity.vectors import RELATIVES, nearest_by_topic, row_products

_RELATED = 0.10
_NEIGHBOURS = 5
_NEIGHBOURS_SHARE = 0.5
_NEAR = 0.12
_SLOPE = 0.1


def event_vectors(vectors, nearest=None):
    """The event vectors of the articles, read in the company of their relatives.

    nearest : from `nearest_by_topic`, 20 or more, if they are known already.

    Relatives are the 20 nearest by topic whose event vectors have a cosine above 0.1. A word that all relatives use
    says little about which event of this kind it is, and loses weight (topic-conditioned stop words: Yang, Zhang,
    Carbonell & Jin 2002). Then each article is joined by half the mean of its nearest relatives, five at most and
    hardly further than the first, so that two short accounts of one event that dwell on different details meet through
    a third (document expansion: Singhal & Pereira 1999, after Rocchio 1971). Stories that are not relatives change
    nothing.
    """
    n = len(vectors.ids)
    if n < 2:
        return vectors.direct
    nearest = nearest_by_topic(vectors, RELATIVES) if nearest is None else nearest[:, :RELATIVES]
    source, target = np.repeat(np.arange(n), nearest.shape[1]), nearest.ravel()
    # All three limits are slopes, not steps, so that no score jumps when one article more joins.
    related = np.clip(row_products(vectors.direct, source, target) / _RELATED - 1, 0, 1)
    source, target, related = source[related > 0], target[related > 0], related[related > 0]
    contrasted = _contrasted(vectors.direct, sparse.csr_matrix((related, (source, target)), shape=(n, n)))
    near = related * row_products(contrasted, source, target)
    return unit_rows(contrasted + _NEIGHBOURS_SHARE * _neighbours(near, source, target, n) @ contrasted)


def _contrasted(direct, company):
    """The vectors with less weight on the words that the company of an article uses too."""
    company = company + sparse.identity(company.shape[0], format="csr")
    present = direct.copy()
    present.data[:] = 1
    used = present.multiply(company @ present).tocsr()
    used.sort_indices()
    weighted = direct.copy()
    weighted.sort_indices()
    size = np.repeat(np.asarray(company.sum(axis=1)).ravel(), np.diff(weighted.indptr))
    # Three imagined articles that do not use the word, so that two or three real ones do not decide alone.
    weighted.data *= np.sqrt(np.log((3 + size) / (2 + used.data)) + 0.2)
    return unit_rows(weighted)


def _neighbours(near, source, target, n):
    """For each article the shares of its nearest relatives, which sum to one where there are near ones."""
    best = np.zeros(n)
    np.maximum.at(best, source, near)
    near = near * _slope(near / np.maximum(best[source], _NEAR))
    order = np.lexsort((target, -near, source))
    source, target, near = source[order], target[order], near[order]
    rank = np.arange(len(source)) - np.searchsorted(source, source)
    first = (rank < _NEIGHBOURS) & (near > 0)
    shares = sparse.csr_matrix((near[first], (source[first], target[first])), shape=(n, n))
    return unit_rows(shares, norm="l1").multiply(_slope(best / _NEAR)[:, None]).tocsr()


def _slope(share):
    """1 from 1 up, 0 up to 0.9, and a straight line between."""
    return np.clip(1 - (1 - share) / _SLOPE, 0, 1)
