import numpy as np

from newslab.similarity.vectorizer import NewsVectorizer
from newslab.tables import table
from newslab.text import bodies, words


def _ngrams(text, n=5):
    found = words(text)
    return {tuple(found[i : i + n]) for i in range(len(found) - n + 1)}


def pairwise_similarity(articles, *, top=None):
    """Compare every article with every other: same topic, same event, copied text."""
    read = sorted((row.article_id, body.text) for row, body in bodies(articles))
    ids, texts = [i for i, _ in read], [t for _, t in read]
    if len(ids) < 2:
        return table("pairs")
    vectors = NewsVectorizer().fit_transform(texts)
    scores = (vectors @ vectors.T).toarray()
    grams = [_ngrams(text) for text in texts]
    rows = []
    for i in range(len(ids)):
        for j in range(i + 1, len(ids)):
            least = min(len(grams[i]), len(grams[j]))
            rows.append(
                {
                    "source": ids[i],
                    "target": ids[j],
                    "topic": scores[i, j],
                    "event": scores[i, j],
                    "copied": len(grams[i] & grams[j]) / least if least else 0.0,
                    "low": max(0.0, scores[i, j] - 0.1),
                    "high": min(1.0, scores[i, j] + 0.1),
                }
            )
    return table("pairs", rows)
