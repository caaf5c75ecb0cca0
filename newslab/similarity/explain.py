import pandas as pd

from newslab.similarity.vectorizer import NewsVectorizer
from newslab.text import bodies


def explain_pair(articles, source, target, *, measure="topic"):
    """List the terms behind the score of one pair; their contributions sum to it."""
    texts = {row.article_id: body.text for row, body in bodies(articles)}
    vectorizer = NewsVectorizer()
    a, b = vectorizer.fit_transform([texts[source], texts[target]]).toarray()
    frame = pd.DataFrame(
        {
            "term": pd.Series(vectorizer.get_feature_names_out(), dtype="string[python]"),
            "source_weight": a,
            "target_weight": b,
            "contribution": a * b,
        }
    )
    frame = frame[frame["contribution"] > 0]
    return frame.sort_values(["contribution", "term"], ascending=[False, True], ignore_index=True)
