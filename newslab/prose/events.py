"""How many events the articles report."""

import pandas as pd

from newslab.prose.words import Prose, escape, listed, number, period, sentence
from newslab.tables import SAME_EVENT, article_labels, expect, outlet_or_id


def describe_events(events: pd.DataFrame, articles: pd.DataFrame, *, top: int = 6) -> Prose:
    """Say how many events the articles report, and which article reports which.

    events : table from `group_events`. articles : the table it was made from. top : how many events to name.

    Returns `Prose`: a str that a notebook shows as Markdown; `heading` is the finding in one line. Raises TypeError or
    ValueError if one is not the table named here.

    >>> import newslab as nl
    >>> articles = nl.clean_articles(nl.load_articles("seeds", sources="seeds/sources.csv")).tail(1)
    >>> describe_events(nl.group_events(articles), articles)
    There is one article, and so one event: AzerNews (25 October 2025).
    """
    expect(events, "events", ["article_id", "event", "rival", "rival_score"])
    labels = article_labels(articles)
    published = articles.set_index("article_id")["published"]
    outlets = dict(zip(articles["article_id"], outlet_or_id(articles), strict=True))
    groups = [group["article_id"].tolist() for _, group in events.groupby("event", sort=True)]
    if not groups:
        return Prose("There is no article to read.", heading="there is no article to read")

    def told(ids):
        # Within an event the day is said once, after the outlets, unless it is needed to tell two articles apart.
        apart = len({outlets[i] for i in ids}) == len(ids)
        who = listed([escape(outlets[i] if apart else labels[i]) for i in ids])
        return f"{who}{' alone' if len(events) > 1 == len(ids) else ''} ({_when(published.loc[ids])})"

    articles_told = number(len(events), "article")
    if len(events) == 1:
        return Prose(f"There is one article, and so one event: {told(groups[0])}.", heading="there is one article")
    if len(groups) == 1:
        text = f"All articles report one event: {told(groups[0])}."
        return Prose(text, heading=f"the {articles_told} report one event")
    several, alone = [ids for ids in groups if len(ids) > 1], [ids[0] for ids in groups if len(ids) == 1]
    named = [told(ids) for ids in several[:top]] + ([told(alone)] if len(alone) == 1 else [])
    if len(several) > top:
        named.append(f"and {number(len(several) - top, 'event')} more of two or more articles")
    doubt = _doubt(events, labels)
    claim = f"{'may ' if doubt else ''}report {number(len(groups), 'event')}"
    parts = [f"the articles {claim}: {'; '.join(named)}"] if named else []
    if len(alone) > 1:
        who = listed([escape(labels[i]) for i in alone])
        those = "the" if not several else number(len(alone))
        parts.append(f"{those} articles each report an event of their own: {who}")
    parts += doubt
    parts.append("no article is called silent on what belongs to another event")
    return Prose(" ".join(f"{sentence(part)}." for part in parts), heading=f"the {articles_told} {claim}")


def _doubt(events, labels):
    """What to say of the closest two articles of different events, if they are as alike as articles of one event."""
    close = events[events["rival_score"] >= SAME_EVENT].sort_values(
        ["rival_score", "article_id"], ascending=[False, True]
    )
    for row in close.head(1).itertuples(index=False):
        names = f"{escape(labels[row.article_id])} and {escape(labels[row.rival])}"
        return [f"{names} are not unlike ({row.rival_score:.2f}) and may report the same event after all"]
    return []


def _when(published):
    dates = published.dropna()
    if dates.empty:
        return "date unknown" if len(published) == 1 else "dates unknown"
    missing = len(published) - len(dates)
    return period(dates.min(), dates.max()) + (f"; {number(missing)} of unknown date" if missing else "")
