"""Which articles are most alike."""

import pandas as pd

from newslab.prose.words import Prose, escape, number, sentence
from newslab.tables import SAME_EVENT, article_labels, expect

_NO_PAIR = "there are no two articles to compare"


def describe_pairs(pairs: pd.DataFrame, articles: pd.DataFrame) -> Prose:
    """Say which two articles are most alike in topic, and which in the event they report.

    pairs : table from `pairwise_similarity`. articles : the table it was made from. How much text two articles share
    is for `describe_passages` to say.

    Returns `Prose`: a str that a notebook shows as Markdown; `heading` is the finding in one line. Raises TypeError or
    ValueError if one is not the table named here.

    >>> import newslab as nl
    >>> articles = nl.clean_articles(nl.load_articles("seeds", sources="seeds/sources.csv")).head(1)
    >>> describe_pairs(nl.pairwise_similarity(articles), articles)
    There are no two articles to compare.
    """
    expect(pairs, "pairs", ["source", "target", "topic", "event", "high"])
    labels = article_labels(articles)
    if pairs.empty:
        return Prose(f"{sentence(_NO_PAIR)}.", heading=_NO_PAIR)
    names, scores = {}, {}
    for measure in ("topic", "event"):
        best = pairs.sort_values([measure, "source", "target"], ascending=[False, True, True]).iloc[0]
        names[measure] = f"{escape(labels[best['source']])} and {escape(labels[best['target']])}"
        scores[measure] = f"{best[measure]:.2f}"
    claim = f"{names['topic']} are the most alike in topic"
    if pairs["event"].max() < SAME_EVENT:
        parts = [
            f"{claim} ({scores['topic']})",
            f"no two report the same event (the highest score is {scores['event']})",
        ]
    elif names["event"] == names["topic"]:
        parts = [f"{claim} ({scores['topic']}) and in the event they report ({scores['event']})"]
    else:
        parts = [f"{claim} ({scores['topic']})", f"the most alike in event are {names['event']} ({scores['event']})"]
    if rivals := _rivals(pairs):
        reach = "the interval of one other pair reaches" if rivals == 1 else ""
        parts.insert(1, f"{reach or f'the intervals of {number(rivals)} other pairs reach'} that topic score too")
        claim += ", by no clear margin"
    return Prose(" ".join(f"{sentence(part)}." for part in parts), heading=claim)


def _rivals(pairs):
    """How many other pairs may be as alike in topic: their intervals reach the highest score, at two places."""
    reach = pairs["high"].round(2) >= round(pairs["topic"].max(), 2)
    return int(reach.drop(pairs["topic"].idxmax()).sum())
