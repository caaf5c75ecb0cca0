"""Which accounts are alike, and which have text in common."""

from newslab.prose.words import Prose, escape, number, percent, sentence
from newslab.tables import article_labels

_NO_PAIR = "there are no two articles to compare"


def describe_pairs(pairs, articles):
    """Say which two articles are most alike in topic, which tell most of the same event, and which share most text.

    pairs : table from `pairwise_similarity`. articles : the table it was made from.

    >>> import newslab as nl
    >>> articles = nl.clean_articles(nl.load_articles("seeds", sources="seeds/sources.csv")).head(1)
    >>> describe_pairs(nl.pairwise_similarity(articles), articles)
    There are no two articles to compare.
    """
    if pairs.empty:
        return Prose(f"{sentence(_NO_PAIR)}.", heading=_NO_PAIR)
    labels = article_labels(articles)
    doubt = _doubt(pairs)
    names, scores = {}, {}
    for measure in ("topic", "event", "copied"):
        best = pairs.sort_values([measure, "source", "target"], ascending=[False, True, True]).iloc[0]
        names[measure] = f"{escape(labels[best['source']])} and {escape(labels[best['target']])}"
        scores[measure] = f"{best[measure]:.2f}"
    claim = f"{names['topic']} are the most alike in topic"
    if names["event"] == names["topic"]:
        parts = [f"{claim} ({scores['topic']}) and the nearest by what happened ({scores['event']})"]
    else:
        parts = [f"{claim} ({scores['topic']})", f"nearest by what happened are {names['event']} ({scores['event']})"]
    if doubt:
        parts[0] += f"; {doubt}"
        claim += ", by no clear margin"
    if (copied := pairs["copied"].max()) >= 0.005:
        who = "they also" if len(set(names.values())) == 1 else names["copied"]
        parts.append(f"{who} have most text in common: {percent(copied)} of the shorter article")
    else:
        parts.append("no two articles have text in common beyond names and set phrases")
    return Prose(" ".join(f"{sentence(part)}." for part in parts), heading=claim)


def _doubt(pairs):
    """How many other pairs may well be as alike in topic: their intervals reach the highest score."""
    rivals = int((pairs["high"] >= pairs["topic"].max()).sum()) - 1
    reach = "the interval of another pair reaches"
    if rivals > 1:
        reach = f"the intervals of {number(rivals)} others reach"
    return f"{reach} that score too" if rivals > 0 else ""
