"""The articles as vectors, the topic score of pairs, and each article's nearest neighbours."""

import os
from concurrent.futures import ThreadPoolExecutor
from operator import itemgetter
from typing import NamedTuple

import numpy as np
import scipy.sparse as sparse

from newslab.similarity.terms import Words, count_terms, read_words
from newslab.similarity.times import Times, read_times
from newslab.similarity.vectorizer import NewsVectorizer
from newslab.text import bodies

RELATIVES = 20
_BLOCK = 500
_AT_ONCE = 2000
_DENSE = 0.04


class Vectors(NamedTuple):
    """The readable articles in order of their ids, with the vectors of both measures (rows of length one)."""

    ids: list
    texts: list
    read: Words
    times: Times
    vocabulary: list
    words: sparse.csr_matrix
    background: np.ndarray
    topics: np.ndarray
    direct: sparse.csr_matrix


def read_articles(articles):
    """The ids, kept texts and dates of the readable articles, in the order of the ids."""
    read = sorted(((row.article_id, body.text, row.published) for row, body in bodies(articles)), key=itemgetter(0, 1))
    return [[row[column] for row in read] for column in range(3)]


def vectors_of(articles):
    """Count the words of the articles once, and weigh them for both measures."""
    ids, texts, published = read_articles(articles)
    read = read_words(texts)
    terms = count_terms(read)
    topic, event = (NewsVectorizer(measure).fit_terms(terms) for measure in ("topic", "event"))
    words = topic.words(terms)
    return Vectors(
        ids,
        texts,
        read,
        read_times(read, published),
        terms.vocabulary,
        words,
        topic.background(words),
        topic.topics_,
        event.words(terms),
    )


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
    n = matrix.shape[0]
    if n <= _AT_ONCE and 10 * len(source) > n * n:
        return (matrix @ matrix.T).toarray()[source, target]
    found = np.empty(len(source))
    for start in range(0, len(source), 40 * _BLOCK):
        part = slice(start, start + 40 * _BLOCK)
        found[part] = np.asarray(matrix[source[part]].multiply(matrix[target[part]]).sum(axis=1)).ravel()
    return found


def nearest_by_topic(vectors, count):
    """The `count` nearest of each article by topic, the nearest first: rows, and as many columns as there are.

    Exact, in blocks, never n × n. Stems that stand in many articles and the background topics make one dense product,
    the others a sparse one.
    """
    n = len(vectors.ids)
    count = min(count, n - 1)
    share = np.sqrt(topic_share(vectors, np.arange(n), np.arange(n)))[:, None]
    words = vectors.words.multiply(share).tocsr().astype(np.float32)
    often = np.bincount(words.indices, minlength=words.shape[1]) > _DENSE * n
    dense = np.hstack([words[:, often].toarray(), (vectors.background * share).astype(np.float32)])
    rare = words[:, ~often]
    rare_turned = rare.T.tocsr()

    def block(start):
        rows = np.arange(start, min(n, start + _BLOCK))
        scores = dense[rows] @ dense.T
        scores += (rare[rows] @ rare_turned).toarray()
        scores[rows - start, rows] = -2
        return _largest(scores, count)

    with ThreadPoolExecutor(min(4, os.cpu_count() or 1)) as threads:
        return np.vstack(list(threads.map(block, range(0, n, _BLOCK))))


def _largest(scores, count):
    """The columns of the `count` largest scores of each row, the largest first; of equal ones the first."""
    rows, n = scores.shape
    # The largest are among the groups of columns with the largest maxima: a short search in place of a long one.
    size = max(1, int(np.sqrt(n / count)))
    groups = -(-n // size)
    padded = np.full((rows, groups * size), -3, dtype=scores.dtype)
    padded[:, :n] = scores
    padded = padded.reshape(rows, groups, size)
    best = padded.max(axis=2)
    chosen = np.sort(np.argpartition(-best, count - 1, axis=1)[:, :count], axis=1)
    candidates = np.take_along_axis(padded, chosen[:, :, None], axis=1).reshape(rows, -1)
    columns = (chosen[:, :, None] * size + np.arange(size)).reshape(rows, -1)
    order = np.argsort(-candidates.round(6), axis=1, kind="stable")[:, :count]
    return np.take_along_axis(columns, order, axis=1)
