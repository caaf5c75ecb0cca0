"""The articles as vectors, each article's nearest neighbours, and the event vectors read in their company."""

from typing import NamedTuple

import numpy as np
import scipy.sparse as sparse
from sklearn.preprocessing import normalize

from newslab.similarity.terms import count_terms
from newslab.similarity.vectorizer import NewsVectorizer
from newslab.text import bodies

_RELATIVES = 20
_RELATED = 0.10
_NEIGHBOURS = 5
_NEAR = 0.12
_NEARLY_AS_NEAR = 0.9
_NEIGHBOURS_SHARE = 0.5
_BLOCK = 1000
_DENSE = 0.03


class Vectors(NamedTuple):
    """The readable articles in order of their ids, with the vectors of both measures (rows of length one)."""

    ids: list
    texts: list
    vocabulary: list
    words: sparse.csr_matrix
    background: np.ndarray
    topics: np.ndarray
    direct: sparse.csr_matrix


def read_articles(articles):
    """The ids and kept texts of the readable articles, in the order of the ids."""
    read = sorted((row.article_id, body.text) for row, body in bodies(articles))
    return [article_id for article_id, _ in read], [text for _, text in read]


def vectors_of(articles):
    """Count the words of the articles once, and weigh them for both measures."""
    ids, texts = read_articles(articles)
    terms = count_terms(texts)
    topic, event = (NewsVectorizer(measure).fit_terms(terms) for measure in ("topic", "event"))
    words = topic.words(terms)
    return Vectors(ids, texts, terms.vocabulary, words, topic.background(words), topic.topics_, event.words(terms))


def topic_scores(vectors, source, target):
    """The topic score of each pair of rows: half by words, half by background topics."""
    words = row_products(vectors.words, source, target)
    background = np.einsum("ij,ij->i", vectors.background[source], vectors.background[target])
    return np.minimum(1, (words + background) * topic_share(vectors, source, target))


def topic_share(vectors, source, target):
    """What words and background topics each count, so that an article is wholly like itself: one half, or more where
    an article has no word that is known beforehand, and so no background topics."""
    known = np.abs(vectors.background).sum(axis=1) > 0
    length = np.sqrt(1.0 + known)
    return 1 / length[source] / length[target]


def row_products(matrix, source, target):
    """The dot product of row `source[i]` and row `target[i]` of a sparse matrix, for each i."""
    found = np.empty(len(source))
    for start in range(0, len(source), 20 * _BLOCK):
        part = slice(start, start + 20 * _BLOCK)
        found[part] = np.asarray(matrix[source[part]].multiply(matrix[target[part]]).sum(axis=1)).ravel()
    return found


def nearest_by_topic(vectors, count):
    """The `count` nearest of each article by topic, as two arrays of rows; exact, in blocks, never n × n.

    Stems that stand in many articles and the background topics make one dense product, the others a sparse one.
    """
    n = len(vectors.ids)
    count = min(count, n - 1)
    words = vectors.words.astype(np.float32)
    often = np.bincount(words.indices, minlength=words.shape[1]) > _DENSE * n
    dense = np.hstack([words[:, often].toarray(), vectors.background.astype(np.float32)])
    rare = words[:, ~often]
    rare_turned = rare.T.tocsr()
    nearest = np.empty((n, count), dtype=np.int64)
    for start in range(0, n, _BLOCK):
        rows = np.arange(start, min(n, start + _BLOCK))
        scores = dense[rows] @ dense.T
        product = (rare[rows] @ rare_turned).tocoo()
        scores[product.row, product.col] += product.data
        scores[rows - start, rows] = -1
        nearest[rows] = np.argpartition(-scores, count - 1, axis=1)[:, :count]
    return np.repeat(np.arange(n), count), np.sort(nearest, axis=1).ravel()


def event_vectors(vectors, relatives=None):
    """The event vectors of the articles, read in the company of their relatives.

    Relatives are the 20 nearest by topic whose event vectors have a cosine above 0.1. A word that all relatives use
    says little about which event of this kind it is, and loses weight (topic-conditioned stop words: Yang, Zhang,
    Carbonell & Jin 2002). Then each article is joined by half the mean of its nearest relatives, five at most, so that
    two short accounts of one event that dwell on different details meet through a third (document expansion: Singhal
    & Pereira 1999, after Rocchio 1971). Stories that are not relatives change nothing.
    """
    n = len(vectors.ids)
    if n < 2:
        return vectors.direct
    source, target = relatives if relatives is not None else nearest_by_topic(vectors, _RELATIVES)
    related = row_products(vectors.direct, source, target) > _RELATED
    source, target = source[related], target[related]
    contrasted = _contrasted(vectors.direct, source, target)
    near = row_products(contrasted, source, target)
    return normalize(contrasted + _NEIGHBOURS_SHARE * _neighbours(near, source, target, n) @ contrasted)


def _contrasted(direct, source, target):
    n = direct.shape[0]
    company = sparse.csr_matrix((np.ones(len(source) + n), (np.r_[source, :n], np.r_[target, :n])), shape=(n, n))
    present = direct.copy()
    present.data[:] = 1
    used = present.multiply(company @ present).tocsr()
    used.sort_indices()
    weighted = direct.copy()
    weighted.sort_indices()
    size = np.repeat(company.getnnz(axis=1), np.diff(weighted.indptr))
    # Three imagined articles that do not use the word, so that two or three real ones do not decide alone.
    weighted.data *= np.sqrt(np.log((3 + size) / (2 + used.data)) + 0.2)
    return normalize(weighted)


def _neighbours(near, source, target, n):
    """For each article the shares of its nearest relatives, which sum to one where there are any."""
    best = np.zeros(n)
    np.maximum.at(best, source, near)
    kept = (near > _NEAR) & (near >= _NEARLY_AS_NEAR * best[source])
    source, target, near = source[kept], target[kept], near[kept]
    order = np.lexsort((target, -near, source))
    source, target, near = source[order], target[order], near[order]
    rank = np.arange(len(source)) - np.searchsorted(source, source)
    first = rank < _NEIGHBOURS
    shares = sparse.csr_matrix((near[first], (source[first], target[first])), shape=(n, n))
    return normalize(shares, norm="l1")
