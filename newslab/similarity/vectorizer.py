"""Texts as vectors of weighted words, on a scale that does not depend on which other texts are there."""

from collections import Counter
from functools import lru_cache

import numpy as np
import scipy.sparse as sparse
from sklearn.base import BaseEstimator, TransformerMixin
from sklearn.preprocessing import normalize
from sklearn.utils.validation import check_is_fitted

from newslab.similarity.frequencies import inverse_document_frequencies
from newslab.text import STOP_WORDS, stem, words

_stem = lru_cache(maxsize=None)(stem)


def stems(text):
    """The stems of the words of a text that are not function words, in order."""
    return [_stem(word) for word in words(text) if word not in STOP_WORDS]


class NewsVectorizer(TransformerMixin, BaseEstimator):
    """Turn texts into unit vectors of word stems, weighted by how rare each is in news.

    The weight of a stem is (1 + ln count) × idf; the idf was counted once on 1,390 news stories and ships with the
    package, so a text has the same vector whichever other texts are there (but for the columns).

    >>> vectorizer = NewsVectorizer()
    >>> vectorizer.fit_transform(["Two robbers fled.", "A robber fled."]).shape
    (2, 3)
    """

    def fit(self, texts, y=None):
        self.fit_transform(texts)
        return self

    def fit_transform(self, texts, y=None):
        counts = [Counter(stems(text)) for text in texts]
        self.vocabulary_ = {term: i for i, term in enumerate(sorted(set().union(*counts)))}
        self.idf_ = inverse_document_frequencies(self.vocabulary_)
        return self._weighted(counts)

    def transform(self, texts):
        check_is_fitted(self)
        return self._weighted([Counter(stems(text)) for text in texts])

    def get_feature_names_out(self, input_features=None):
        check_is_fitted(self)
        return np.array(list(self.vocabulary_), dtype=object)

    def _weighted(self, counts):
        known = [
            {self.vocabulary_[term]: n for term, n in count.items() if term in self.vocabulary_} for count in counts
        ]
        ends = np.cumsum([0] + [len(row) for row in known])
        columns = np.fromiter((column for row in known for column in row), dtype=np.int32)
        values = np.fromiter((n for row in known for n in row.values()), dtype=float)
        values = (1 + np.log(values)) * self.idf_[columns]
        matrix = sparse.csr_matrix((values, columns, ends), shape=(len(known), len(self.vocabulary_)))
        matrix.sort_indices()
        return normalize(matrix)
