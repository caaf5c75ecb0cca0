"""The wordings of one referent side by side, a column for each article."""

import pandas as pd

from newslab.framing.salience import main_referents, sure
from newslab.tables import STRING, article_labels, event_of, expect


def compare_wording(
    wording: pd.DataFrame, articles: pd.DataFrame, *, events: pd.DataFrame | None = None, top: int = 3
) -> pd.DataFrame:
    """Put each article's own words for a referent into one row.

    wording : table from `wording`. articles : the articles it was made from. top : wordings to show in one cell.
    events : table from `group_events`. With it, the columns say which event an article tells of, and what only articles
        of different events speak of is left out unless it is a fact or has a name.

    Returns a table with columns label and one for each article (named as by `article_labels`): its different wordings
    in the order of the text, divided by " · "; empty if none was found. One row for each referent that two or more
    articles come back to (a name once, a common noun three times in 1,000 words of an event) and each fact that they
    share, in the order of `wording`; a clause with a score below 0.8 is left out. Raises TypeError or ValueError if one
    is not the table named here.

    >>> import newslab as nl
    >>> articles = nl.clean_articles(nl.load_articles("seeds", sources="seeds/sources.csv"))
    >>> nl.compare_wording(nl.wording(articles), articles).columns.tolist()
    ['label', 'RT', 'The Independent', 'USA TODAY', 'Bloomberg', 'AzerNews']
    """
    expect(wording, "wording", ["referent", "label", "article_id", "start", "text", "rule", "score"])
    expect(articles, "articles", ["article_id", "outlet", "status", "published", "n_words"])
    names = article_labels(articles[articles["status"] == "ok"])
    event = event_of(events)
    if len(set(event.values())) > 1:
        names = {article_id: f"{name} (event {event.get(article_id, '?')})" for article_id, name in names.items()}
    rows = {}
    for referent, mentions in main_referents(sure(wording), articles, events=events).groupby("referent", sort=False):
        if not _comparable(mentions, event):
            continue
        cells = {"label": mentions["label"].iloc[0]}
        for article_id, own in mentions.sort_values("start", kind="stable").groupby("article_id", sort=False):
            cells[names[article_id]] = _different(own["text"], top)
        rows[referent] = cells
    columns = ["label", *names.values()]
    table = pd.DataFrame(rows.values(), columns=columns).astype(STRING)
    return table.fillna("")


def _comparable(mentions, event):
    """Whether two articles speak of it, and of a thing without a name two articles of one event."""
    tellers = mentions["article_id"].unique()
    if mentions["rule"].iloc[0] != "thing" or not event:
        return len(tellers) > 1
    told = [event.get(article_id) for article_id in tellers]
    return len(set(told)) < len(told)


def _different(texts, top):
    """The wordings that differ in more than case and article, the first form of each."""
    found = {}
    for text in texts:
        plain = text.lower().removeprefix("the ").removeprefix("a ").removeprefix("an ")
        found.setdefault(plain, " ".join(text.split()))
    shown = list(found.values())[:top]
    return " · ".join(shown) + (f" · +{len(found) - top}" if len(found) > top else "")
