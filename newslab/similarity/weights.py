"""Counted words as vectors on a scale that does not depend on which other texts are there."""

import numpy as np
import scipy.sparse as sparse

from newslab.similarity.frequencies import background_topics, inverse_document_frequencies
from newslab.similarity.times import WEEKDAY_STEMS
from newslab.similarity.word_vectors import word_vectors

_NAME = 1.7
_WEEKDAY = 4.0


class Weights:
    """The word stems of counted texts as columns, and what each weighs for a measure (see `NewsVectorizer`).

    terms : from `count_terms`. measure : "topic" or "event"; ValueError for another.
    with_vectors : for "topic" whether word vectors count.

    vocabulary : dictionary from stem to column. topics : for "topic" a list of matrices with a row for each stem:
    background topics, and each kind of word vectors; empty for "event".
    """

    def __init__(self, terms, measure, with_vectors=False):
        if measure not in ("topic", "event"):
            raise ValueError(f'measure is "topic" or "event", not {measure!r}')
        self.measure, self.with_vectors = measure, with_vectors
        self.vocabulary = {term: i for i, term in enumerate(terms.vocabulary)}
        self.topics = []
        self._idf = inverse_document_frequencies(terms.vocabulary)
        if measure == "topic":
            self.topics = [background_topics(terms.vocabulary)]
            if with_vectors:
                self.topics += word_vectors(terms.vocabulary)
        else:
            weekday = np.array([term in WEEKDAY_STEMS for term in terms.vocabulary], dtype=bool)
            self._times = np.where(weekday, _WEEKDAY, 1.0)

    def words(self, terms):
        """The unit vectors of stems alone, of texts that have been counted; a stem without a column is passed over."""
        columns = np.array([self.vocabulary.get(term, -1) for term in terms.vocabulary], dtype=np.int64)[terms.stem]
        values = self._values(terms, columns)
        kept = columns >= 0
        ends = np.concatenate([[0], np.cumsum(kept)])[terms.ends]
        matrix = sparse.csr_matrix((values[kept], columns[kept], ends), shape=(len(ends) - 1, len(self.vocabulary)))
        return unit_rows(matrix)

    def background(self, words):
        """The unit vectors in background topics of texts that are given as vectors of stems, and beside them those in
        each kind of word vectors."""
        return np.hstack([unit_rows(words @ topics) for topics in self.topics])

    def weighted(self, counts):
        """The unit vectors of stems for "topic", of counts in the columns of the vocabulary."""
        values = (1 + np.log(np.maximum(counts.data, 1))) * self._idf[counts.indices] * (counts.data > 0)
        return unit_rows(sparse.csr_matrix((values, counts.indices, counts.indptr), shape=counts.shape))

    def joined(self, words):
        """The vectors of texts, given as vectors of stems: for "topic" with the background beside them."""
        if self.measure == "event":
            return words
        return unit_rows(sparse.hstack([words, sparse.csr_matrix(self.background(words))], format="csr"))

    def _values(self, terms, columns):
        if self.measure == "topic":
            return (1 + np.log(terms.count)) * self._idf[columns]
        # A weekday is capitalised too, but is nobody's name.
        name = (terms.capital == terms.count) & (self._times[columns] == 1)
        return (1 + np.log(terms.early)) * self._idf[columns] * self._times[columns] * np.where(name, _NAME, 1.0)


def unit_rows(matrix):
    """The rows at length one; a row of zeros stays."""
    if sparse.issparse(matrix):
        return divided_rows(matrix, np.sqrt(np.asarray(matrix.multiply(matrix).sum(axis=1)).ravel()))
    length = np.sqrt(np.einsum("ij,ij->i", matrix, matrix))
    return matrix / np.where(length > 0, length, 1)[:, None]


def divided_rows(matrix, by):
    """The rows of a sparse matrix, each divided by its number; by one if that is zero."""
    matrix = matrix.tocsr(copy=True)
    matrix.data /= np.repeat(np.where(by > 0, by, 1), np.diff(matrix.indptr))
    return matrix
