"""The terms behind two pairs: the nearest of one event, and the most alike of two events."""

import pandas as pd

from newslab.similarity.explain import explained
from newslab.similarity.vectors import vectors_of
from newslab.tables import article_labels, event_of, expect, table

_REST = "all others"


def explain_nearest(
    articles: pd.DataFrame, pairs: pd.DataFrame, events: pd.DataFrame, *, top: int = 8, word_vectors: bool = False
) -> pd.DataFrame:
    """List the terms behind the nearest pair of one event, and behind the most alike pair of two events.

    articles : table from `clean_articles`. pairs : table from `pairwise_similarity`. events : table from
    `group_events`. top : how many terms to list for each pair. word_vectors : as for the pairs.

    Returns a table with columns pair, measure ("event" for the pair of one event, "topic" for the pair of two), score,
    term (a word that both articles print, with all that have its stem; the last one, "all others", is the rest of the
    score), contribution (to the score), share (of the score). Raises TypeError or ValueError if one is not the table
    named here.

    >>> import newslab as nl
    >>> articles = nl.clean_articles(nl.load_articles("seeds", sources="seeds/sources.csv"))
    >>> explain_nearest(articles, nl.pairwise_similarity(articles), nl.group_events(articles))["pair"].iloc[0]
    'RT and The Independent'
    """
    labels = article_labels(articles)
    expect(pairs, "pairs", ["source", "target", "topic", "event"])
    expect(events, "events", ["article_id", "event"])
    event = event_of(events)
    together = pairs["source"].map(event) == pairs["target"].map(event)
    vectors = vectors_of(articles, word_vectors)
    found = []
    for measure, those in (("event", pairs[together]), ("topic", pairs[~together])):
        ranked = those[those[measure] > 0].sort_values([measure, "source", "target"], ascending=[False, True, True])
        for row in ranked.head(1).itertuples(index=False):
            terms = explained(vectors, row.source, row.target, measure)
            shown = terms[terms["both"] & (terms["contribution"] > 0)].head(top)
            parts = [*zip(shown["term"], shown["contribution"], strict=True)]
            if len(shown) < len(terms):
                parts.append((_REST, terms["contribution"].sum() - shown["contribution"].sum()))
            score = getattr(row, measure)
            pair = {"pair": f"{labels[row.source]} and {labels[row.target]}", "measure": measure, "score": score}
            found += [pair | {"term": term, "contribution": part, "share": part / score} for term, part in parts]
    return table("nearest_pairs", found)
