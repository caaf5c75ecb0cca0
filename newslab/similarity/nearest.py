"""The terms behind two pairs: the nearest of one event, and the most alike of two events."""

import pandas as pd

from newslab.similarity.explain import explain_pair
from newslab.tables import STRING, article_labels, event_of, expect


def explain_nearest(
    articles: pd.DataFrame, pairs: pd.DataFrame, events: pd.DataFrame, *, top: int = 8, word_vectors: bool = False
) -> pd.DataFrame:
    """List the terms behind the nearest pair of one event, and behind the most alike pair of two events.

    articles : table from `clean_articles`. pairs : table from `pairwise_similarity`. events : table from
    `group_events`. top : how many terms to list for each pair. word_vectors : as for the pairs.

    Returns a table with columns pair, measure ("event" for the pair of one event, "topic" for the pair of two), score,
    term (a word stem), contribution (to the score), share (of the score). Raises TypeError or ValueError if one is not
    the table named here.

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
    found = []
    for measure, those in (("event", pairs[together]), ("topic", pairs[~together])):
        ranked = those.sort_values([measure, "source", "target"], ascending=[False, True, True])
        for row in ranked.head(1).itertuples(index=False):
            terms = explain_pair(articles, row.source, row.target, measure=measure, word_vectors=word_vectors)
            score = getattr(row, measure)
            terms = terms.head(top).assign(
                pair=f"{labels[row.source]} and {labels[row.target]}", measure=measure, score=score
            )
            found.append(terms.assign(share=terms["contribution"] / score))
    columns = {"pair": STRING, "measure": STRING, "score": "float64", "term": STRING}
    columns |= {"contribution": "float64", "share": "float64"}
    empty = pd.DataFrame({name: pd.Series([], dtype=kind) for name, kind in columns.items()})
    return pd.concat(found, ignore_index=True)[list(columns)].astype(columns) if found else empty
