"""Every pair of articles, or the nearest ones: same topic, same event, copied text."""

import warnings

import numpy as np
import pandas as pd

from newslab.similarity.bootstrap import topic_intervals
from newslab.similarity.copied import copied_scores, run_matrix
from newslab.similarity.event_vectors import event_scores, event_vectors, nearest_pairs
from newslab.similarity.vectors import (
    EXACT,
    RELATIVES,
    nearest_by_topic,
    topic_scores,
    vectors_of,
)
from newslab.tables import READABLE, expect, table

_ALL_PAIRS = 2000
_TOP = 10


def pairwise_similarity(articles: pd.DataFrame, *, top: int | None = None, word_vectors: bool = False) -> pd.DataFrame:
    """Compare every article with every other: same topic, same event, copied text.

    articles : table from `load_articles` or `clean_articles`.
    top : keep only the `top` nearest of each article by topic; above 2,000 articles 10, unless you say otherwise. Above
        20,000 the nearest are taken from candidates: some 2 of 1,000 are missed. A warning says so.
    word_vectors : let "topic" also count word vectors that others learnt from more text (GloVe and WordLlama, see
        `newslab.similarity.NewsVectorizer`): nearer to what people say. Nothing is fetched; they come with
        `python -m pip install "newslab[vectors]"`, and a ModuleNotFoundError says so where they are missing.

    Returns a table with one row a pair, in the order of article_id, and the columns source, target (article_id, source
    before target), topic, event, copied (from 0 to 1; topic may fall a little below 0), low, high (95 % bootstrap
    interval of topic, resampling the sentences of both articles; missing if an article has fewer than two, and above
    200 articles).

    topic : half the cosine of the weighted words, half that of what such words go with in news.
    event : cosine of names, numbers and rare words, in contrast to articles of the same kind (`explain_pair` lists
        them), minus 0.12 if both name weekdays but share none (same for months). If they were published more than three
        days apart it loses a seventh a day, down to nothing after ten. Use `group_events` for a yes/no answer.
    copied : the share of the five-word runs of one article that are also in the other, on the side where it is larger.

    The idf and the background topics are fixed, so a score does not depend on how many other articles are there;
    `event` does depend on other articles of the same topic. Raises TypeError or ValueError if `articles` is another
    table.

    >>> import newslab as nl
    >>> articles = nl.clean_articles(nl.load_articles("seeds"))
    >>> pairs = nl.pairwise_similarity(articles)
    >>> len(pairs), pairs.loc[pairs["event"].idxmax(), ["source", "target"]].str[:3].tolist()
    (10, ['000', '001'])
    """
    expect(articles, "articles", [*READABLE, "published"])
    vectors = vectors_of(articles, word_vectors)
    n = len(vectors.ids)
    if n < 2:
        return table("pairs")
    if top is None and n > _ALL_PAIRS:
        warnings.warn(
            f"{n:,} articles make {n * (n - 1) // 2:,} pairs; kept are the {_TOP} nearest of each.", stacklevel=2
        )
        top = _TOP
    if n > EXACT:
        warnings.warn(
            f"The nearest of {n:,} articles are looked for among those that share rare words or background topics; "
            "some 2 of 1,000 are missed.",
            stacklevel=2,
        )
    nearest = nearest_by_topic(vectors, max(RELATIVES, top or 0))
    source, target = np.triu_indices(n, 1) if top is None else _nearest_pairs(nearest[:, :top])
    low, high = topic_intervals(vectors, source, target)
    ids = np.array(vectors.ids, dtype=object)
    columns = {
        "source": ids[source],
        "target": ids[target],
        "topic": topic_scores(vectors, source, target),
        "event": event_scores(vectors, event_vectors(vectors, *nearest_pairs(nearest)), source, target),
        "copied": copied_scores(run_matrix(vectors.read), source, target),
        "low": low,
        "high": high,
    }
    return table("pairs", columns)


def _nearest_pairs(nearest):
    """Each article with its nearest; a pair that is so from both sides once."""
    n, count = nearest.shape
    source, target = np.repeat(np.arange(n), count), nearest.ravel()
    return np.divmod(np.unique(np.minimum(source, target) * n + np.maximum(source, target)), n)
