"""How sure a topic score is: a bootstrap over the sentences of the two articles (Efron & Tibshirani 1993)."""

import zlib

import numpy as np
import scipy.sparse as sparse
from scipy.stats import t

from newslab.similarity.terms import count_terms, read_words
from newslab.similarity.vectorizer import NewsVectorizer
from newslab.similarity.vectors import topic_scores
from newslab.text import split_sentences

_AT_MOST = 200
_REPLICATES = 200


def topic_intervals(vectors, source, target):
    """The low and high end of the 95 % interval of the topic score, for each pair of rows.

    Each article is drawn again 200 times, with as many of its own sentences as it has, by chance and with repetition;
    the interval is the score plus and minus the t quantile times the standard deviation of the scores so drawn.
    The chance is seeded by the text, so an interval depends on its two articles and nothing else.
    """
    missing = np.full(len(source), np.nan)
    if len(vectors.ids) > _AT_MOST:
        return missing, missing
    pieces = [[text[start:end] for start, end in split_sentences(text)] for text in vectors.texts]
    sizes = np.array([len(piece) for piece in pieces])
    terms = count_terms(read_words([sentence for piece in pieces for sentence in piece]), always=False)
    vectorizer = NewsVectorizer().fit_terms(terms)
    shape = (len(terms.ends) - 1, len(terms.vocabulary))
    counts = sparse.csr_matrix((terms.count, terms.stem, terms.ends), shape=shape)
    total = square = 0.0
    for draw in _draws(vectors.texts, sizes):
        words = vectorizer.weighted(draw @ counts)
        drawn = vectors._replace(words=words, background=vectorizer.background(words))
        scores = topic_scores(drawn, source, target)
        total, square = total + scores, square + scores**2
    deviation = np.sqrt(np.maximum(0, square / _REPLICATES - (total / _REPLICATES) ** 2))
    least = np.minimum(sizes[source], sizes[target])
    # Few sentences: their spread is known less well, and is itself too small by the factor under the root.
    margin = t.ppf(0.975, np.maximum(1, least - 1)) * deviation * np.sqrt(least / np.maximum(1, least - 1))
    scores = topic_scores(vectors, source, target)
    known = least > 1
    return (
        np.where(known, np.maximum(np.minimum(0, scores), scores - margin), np.nan),
        np.where(known, np.minimum(1, scores + margin), np.nan),
    )


def _draws(texts, sizes):
    """Matrices that say how often each sentence (column) is drawn for each article (row)."""
    chance = [np.random.default_rng(zlib.crc32(text.encode("utf-8", "replace"))) for text in texts]
    ends = np.concatenate([[0], np.cumsum(sizes)])
    draws = [
        generator.multinomial(size, np.full(size, 1 / size), size=_REPLICATES) if size else np.empty((_REPLICATES, 0))
        for generator, size in zip(chance, sizes, strict=True)
    ]
    columns = np.arange(ends[-1])
    for i in range(_REPLICATES):
        drawn = np.concatenate([draw[i] for draw in draws]).astype(float)
        yield sparse.csr_matrix((drawn, columns, ends), shape=(len(texts), ends[-1]))
