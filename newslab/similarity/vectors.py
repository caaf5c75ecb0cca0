"""The articles as vectors, the topic score of pairs, and each article's nearest neighbours."""

from operator import itemgetter
from typing import NamedTuple

import numpy as np
import scipy.sparse as sparse

from newslab.numeric import in_threads
from newslab.similarity.terms import Words, count_terms, read_words
from newslab.similarity.times import Times, read_times
from newslab.similarity.weights import Weights
from newslab.text import bodies

# How many of its nearest may be relatives of an article.
RELATIVES = 20
# Up to so many articles the nearest are exact: all scores are counted, which grows with the square.
EXACT = 20_000
_AT_ONCE = 2000
# How many scores a thread holds at a time.
_SCORES = 5_000_000
# A stem in more of the articles than this share is faster in a dense product than in a sparse one.
_DENSE = 0.04
# Above: how many others an article meets, and how many times as many candidates as wanted are scored.
_HITS = 1000
_SPARE = 2


class Vectors(NamedTuple):
    """The readable articles in order of their ids, with the vectors of both measures (rows of length one).

    `words` and `background` are the two parts of "topic", `direct` is "event" before neighbours are used.
    """

    ids: list
    texts: list
    read: Words
    times: Times
    vocabulary: list
    words: sparse.csr_matrix
    background: np.ndarray
    direct: sparse.csr_matrix
    weights: Weights


def read_articles(articles):
    """The ids, kept texts and dates of the readable articles, in the order of the ids."""
    read = sorted(((row.article_id, body.text, row.published) for row, body in bodies(articles)), key=itemgetter(0, 1))
    return [[row[column] for row in read] for column in range(3)]


def vectors_of(articles, word_vectors=False):
    """Count the words of the articles once, and weigh them for both measures."""
    ids, texts, published = read_articles(articles)
    read = read_words(texts)
    terms = count_terms(read)
    topic = Weights(terms, "topic", word_vectors)
    words = topic.words(terms)
    return Vectors(
        ids,
        texts,
        read,
        read_times(read, published),
        terms.vocabulary,
        words,
        topic.background(words),
        Weights(terms, "event").words(terms),
        topic,
    )


def topic_scores(vectors, source, target):
    """The topic score of each pair of rows: half by words, half by background topics (with word vectors, a quarter
    each)."""
    both = row_products(vectors.words, source, target) + row_products(vectors.background, source, target)
    return np.minimum(1, both * topic_share(vectors, source, target))


def topic_share(vectors, source, target):
    """What words and background topics each count, so that an article is wholly like itself: one half, or more where
    an article has no word that is known beforehand, and so no background topics."""
    known = np.rint((vectors.background**2).sum(axis=1))
    length = np.sqrt(1 + known)
    return 1 / length[source] / length[target]


def row_products(matrix, source, target):
    """The dot product of row `source[i]` and row `target[i]` of a sparse or dense matrix, for each i."""
    n = matrix.shape[0]
    if sparse.issparse(matrix) and n <= _AT_ONCE and 10 * len(source) > n * n:
        return (matrix @ matrix.T).toarray()[source, target]

    def products(start):
        one, other = (matrix[side[start : start + _AT_ONCE]] for side in (source, target))
        if sparse.issparse(matrix):
            return np.asarray(one.multiply(other).sum(axis=1)).ravel()
        return np.einsum("ij,ij->i", one, other)

    # Few pairs at a time, so that their rows stay in the cache of the processor.
    return np.concatenate([np.empty(0, dtype=matrix.dtype), *in_threads(products, range(0, len(source), _AT_ONCE))])


def nearest_by_topic(vectors, count):
    """The `count` nearest of each article by topic, the nearest first: rows, and as many columns as there are.

    In blocks, never n × n. Up to 20,000 articles exact: stems that stand in many articles and the background topics
    make one dense product, the others a sparse one. Above, articles meet by background topics and by their rarer stems
    alone, as far as each meets some 1,000 others by them; of the twice as many candidates so found the exact score
    decides (of 10,000 articles this finds 99.8 % of the ten nearest).
    """
    n = len(vectors.ids)
    count = min(count, n - 1)
    share = np.sqrt(topic_share(vectors, np.arange(n), np.arange(n)))[:, None]
    words = vectors.words.multiply(share).tocsr().astype(np.float32)
    background = (vectors.background * share).astype(np.float32)
    if n <= EXACT:
        often = np.bincount(words.indices, minlength=words.shape[1]) > _DENSE * n
        return _best(np.hstack([words[:, often].toarray(), background]), words[:, ~often], count)
    candidates = _best(background, words[:, rare_columns(words)], min(_SPARE * count, n - 1))
    source = np.repeat(np.arange(n), candidates.shape[1])
    scores = row_products(words, source, candidates.ravel()) + row_products(background, source, candidates.ravel())
    order = np.argsort(-scores.reshape(candidates.shape).round(6), axis=1, kind="stable")[:, :count]
    return np.take_along_axis(candidates, order, axis=1)


def rare_columns(matrix):
    """The columns of the rarest stems, as many as let each row meet some 1,000 others by them on average."""
    seen = np.bincount(matrix.indices, minlength=matrix.shape[1])
    order = np.argsort(seen, kind="stable")
    return np.sort(order[np.cumsum(seen[order].astype(float) ** 2) <= _HITS * matrix.shape[0]])


def _best(dense, rare, count):
    """The columns of the `count` largest products of each row with the others, the largest first."""
    n = len(dense)
    # The largest are among the groups of columns with the largest maxima: a short search in place of a long one.
    # Group g holds the columns g, g + groups, g + 2 * groups and so on; the last ones are padding.
    size = max(1, int(np.sqrt(n / count)))
    groups = -(-n // size)
    turned = np.zeros((dense.shape[1], size * groups), dtype=dense.dtype)
    turned[:, :n] = dense.T
    rare_turned = rare.T.tocsr()
    rare_turned.resize(rare_turned.shape[0], size * groups)
    rows_at_once = max(1, min(500, _SCORES // n))

    def block(start):
        rows = np.arange(start, min(n, start + rows_at_once))
        scores = dense[rows] @ turned
        _add(scores, rare[rows] @ rare_turned)
        scores[:, n:] = -3
        scores[rows - start, rows] = -2
        return _largest(scores.reshape(len(rows), size, groups), count)

    return np.vstack(in_threads(block, range(0, n, rows_at_once)))


def _add(scores, hits):
    """Add a sparse matrix to a dense one, in whichever way touches fewer numbers."""
    if 10 * hits.nnz > scores.size:
        scores += hits.toarray()
    else:
        hits = hits.tocoo()
        scores[hits.row, hits.col] += hits.data


def _largest(scores, count):
    """The columns of the `count` largest scores of each row, the largest first; of equal ones the first."""
    rows, size, groups = scores.shape
    chosen = np.argpartition(-scores.max(axis=1), count - 1, axis=1)[:, None, :count]
    found = np.take_along_axis(scores, chosen, axis=2).reshape(rows, -1)
    columns = (chosen + groups * np.arange(size)[:, None]).reshape(rows, -1)
    # Score and column in one whole number, so that equal scores have an order too.
    key = columns - (found * 1e6).round().astype(np.int64) * (size * groups)
    order = np.argpartition(key, count - 1, axis=1)[:, :count]
    order = np.take_along_axis(order, np.argsort(np.take_along_axis(key, order, axis=1), axis=1), axis=1)
    return np.take_along_axis(columns, order, axis=1)
