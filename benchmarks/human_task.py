"""Topic scores of the 50 stories of lee.cor, in file order, as a .npy of 50 × 50; --word-vectors counts those too."""

import numpy as np
import pandas as pd

import newslab as nl


def add_options(parser):
    parser.add_argument("--word-vectors", action="store_true", help="count them too; needs newslab[vectors]")


def predict(data, out, word_vectors=False):
    """Score every pair of stories by topic."""
    texts = [line for line in (data / "lee.cor").read_text(encoding="latin-1").split("\n") if line.strip()]
    np.save(out, square(texts, ["topic"], word_vectors=word_vectors)["topic"])


def square(texts, measures, **options):
    """The scores of all pairs of texts, n × n, for each measure."""
    ids = [f"{i:06d}" for i in range(len(texts))]
    articles = nl.load_articles(pd.DataFrame({"article_id": ids, "text": texts}))
    pairs = nl.pairwise_similarity(articles, top=max(1, len(texts) - 1), **options)
    source, target = pairs["source"].astype(int), pairs["target"].astype(int)
    scores = {measure: np.eye(len(texts)) for measure in measures}
    for measure, square in scores.items():
        square[source, target] = square[target, source] = pairs[measure]
    return scores
