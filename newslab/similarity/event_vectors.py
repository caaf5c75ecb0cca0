"""Event vectors, adjusted using each article's nearest neighbours."""

import numpy as np
import scipy.sparse as sparse

from newslab.similarity.vectors import RELATIVES, row_products
from newslab.similarity.weights import divided_rows, unit_rows

# Stories that have nothing to do with one another stay below the first: of 150,000 such pairs one in a thousand
# reaches 0.18. From the second up two articles are wholly relatives.
_HARDLY_RELATED, _RELATED = 0.2, 0.4
_NEIGHBOURS_SHARE = 0.5
_NEAREST_FIRST = 8
_LEAST_SHARE = 0.01


def nearest_pairs(nearest):
    """Each article with each of its 20 nearest, of a table as `nearest_by_topic` gives it: the rows of either side."""
    nearest = nearest[:, :RELATIVES]
    return np.repeat(np.arange(len(nearest)), nearest.shape[1]), nearest.ravel()


def event_vectors(vectors, source, target):
    """The event vectors of the articles, adjusted using their relatives.

    source, target : rows of the articles that may be relatives, as from `nearest_pairs`.

    Relatives are those of the pairs whose event vectors have a cosine above 0.2. A word that all
    relatives use says little about which event of this kind it is, and loses weight (topic-conditioned stop words:
    Yang, Zhang, Carbonell & Jin 2002). Then each article is joined by half the mean of its relatives, the nearest
    counting far more than the rest, so that two short accounts of one event that dwell on different details meet
    through a third (document expansion: Singhal & Pereira 1999, after Rocchio 1971). Everything grows from nothing by
    slopes, so that no score jumps when one article more joins, and stories that are not relatives change nothing.
    """
    n = len(vectors.ids)
    cosine = row_products(vectors.direct, source, target)
    related = np.clip((cosine - _HARDLY_RELATED) / (_RELATED - _HARDLY_RELATED), 0, 1)
    source, target, related = source[related > 0], target[related > 0], related[related > 0]
    contrasted = _contrasted(vectors.direct, sparse.csr_matrix((related, (source, target)), shape=(n, n)))
    related = related * vectors.times.agreement(source, target)
    near = related * row_products(contrasted, source, target)
    return unit_rows(contrasted + _neighbours(near, related, source, target, n) @ contrasted)


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


def _neighbours(near, related, source, target, n):
    """How much of each relative joins each article: one half in all, where the closest is wholly a relative."""
    best, strength = np.zeros(n), np.zeros(n)
    np.maximum.at(best, source, near)
    np.maximum.at(strength, source, related)
    share = (near / np.maximum(best[source], 1e-9)) ** _NEAREST_FIRST
    kept = share > _LEAST_SHARE
    shares = sparse.csr_matrix((share[kept], (source[kept], target[kept])), shape=(n, n))
    shares = divided_rows(shares, np.asarray(shares.sum(axis=1)).ravel())
    return shares.multiply(_NEIGHBOURS_SHARE * strength[:, None]).tocsr()


def event_scores(vectors, event, source, target):
    """The event score of each pair of rows: how alike their event vectors are, as far as their times allow."""
    return np.minimum(1, row_products(event, source, target)) * vectors.times.agreement(source, target)
