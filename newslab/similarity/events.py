import pandas as pd
from scipy.cluster.hierarchy import fcluster, linkage
from scipy.spatial.distance import squareform

from newslab.similarity.vectorizer import NewsVectorizer
from newslab.text import bodies


def group_events(articles):
    """Group the articles that tell of the same event."""
    read = sorted((row.article_id, body.text) for row, body in bodies(articles))
    ids = [i for i, _ in read]
    labels, nearest, score = [0] * len(ids), [None] * len(ids), [None] * len(ids)
    if len(ids) > 1:
        vectors = NewsVectorizer().fit_transform([t for _, t in read])
        scores = (vectors @ vectors.T).toarray().clip(0, 1)
        scores[range(len(ids)), range(len(ids))] = 1
        groups = fcluster(linkage(squareform(1 - scores, checks=False), "average"), 1 - 0.22, "distance")
        order = {}
        labels = [order.setdefault(g, len(order)) for g in groups]
        scores[range(len(ids)), range(len(ids))] = -1
        best = scores.argmax(1)
        nearest, score = [ids[b] for b in best], scores.max(1)
    return pd.DataFrame(
        {
            "article_id": pd.Series(ids, dtype="string[python]"),
            "event": pd.Series(labels, dtype="int64"),
            "nearest": pd.Series(nearest, dtype="string[python]"),
            "score": pd.Series(score, dtype="float64"),
        }
    )
