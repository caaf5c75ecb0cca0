"""Which outlet carries which utterance: whole, in part, not at all."""

import re

import pandas as pd
from rapidfuzz.distance import LCSseq

from newslab.quotes.alignment import held_together, sentences_of
from newslab.quotes.versions import named_after, versions_of
from newslab.tables import COLUMNS, READABLE, event_of, expect, table
from newslab.text import bodies

_CUT = re.compile("cut|elision")


def quote_carriage(
    matches: pd.DataFrame, quotes: pd.DataFrame, articles: pd.DataFrame, *, events: pd.DataFrame | None = None
) -> pd.DataFrame:
    """Tell for each utterance that several articles carry what every article does with it.

    matches : table from `match_quotes`. quotes : the quotes it was made from. articles : the articles they stand in.
    events : table from `group_events`; with it, an article none of whose event carries the utterance is set apart.

    Returns a table with columns group, utterance (its fullest wording, or another that more articles print), speaker
    (missing where the articles name different ones), article_id, outlet, state: "whole" (no word cut or left out, and
    no less than half of that wording), "part", "absent", "could not know" (published on an earlier day than every
    article which carries it), "other event". Most widely carried first. Raises TypeError or ValueError if one is not
    the table named here.

    >>> import newslab as nl
    >>> articles = nl.clean_articles(nl.load_articles("seeds", sources="seeds/sources.csv"))
    >>> quotes = nl.extract_quotes(articles)
    >>> bool(nl.quote_carriage(nl.match_quotes(quotes), quotes, articles)["state"].isin(["whole", "part"]).any())
    True
    """
    expect(matches, "matches", COLUMNS["matches"])
    expect(quotes, "quotes", COLUMNS["quotes"])
    expect(articles, "articles", [*READABLE, "outlet", "published"])
    event = event_of(events)
    published = dict(zip(articles["article_id"], articles["published"], strict=True))
    readable = articles[articles["status"] == "ok"].sort_values("article_id")
    carried = matches.merge(quotes[["quote_id", "article_id", "start", "text", "speaker"]], on="quote_id")
    texts = {row.article_id: body.text for row, body in bodies(articles)}
    rows = []
    for group, members in carried.groupby("group", sort=True):
        versions = versions_of(members.to_dict("records"))
        named = named_after(versions)
        utterance = max(named.pieces, key=len)
        # As an extract, too, that is set off from the text, without quotation marks.
        sentences = [utterance[start:end] for start, end in sentences_of(utterance)]
        sentences = [sentence for sentence in sentences if any(map(str.isalnum, sentence))]
        printed = {i: "whole" for i, text in texts.items() if _prints(text, utterance, sentences)}
        state_of = _states(_carriers(members, versions, named) | printed, published, event)
        speakers = members["speaker"].dropna().unique()
        for article_id, outlet in zip(readable["article_id"], readable["outlet"], strict=True):
            rows.append(
                {
                    "group": group,
                    "utterance": utterance,
                    "speaker": speakers[0] if len(speakers) == 1 else None,
                    "article_id": article_id,
                    "outlet": outlet,
                    "state": state_of(article_id),
                }
            )
    width = {group: members["article_id"].nunique() for group, members in carried.groupby("group")}
    rows.sort(key=lambda row: (-width[row["group"]], row["group"], row["article_id"]))
    return table("carriage", rows)


def _prints(text, utterance, sentences):
    """Whether an article has an utterance word by word, or each sentence of it, with or without quotation marks."""
    if held_together(utterance, text) == 1:
        return True
    return len(sentences) > 1 and all(held_together(sentence, text) == 1 for sentence in sentences)


def _states(carriers, published, event):
    """A function of an article that tells what it does with an utterance; `carriers` are those that print it."""
    days = [published[i] for i in carriers]
    # One that carries it without a date may have been the first.
    first = pd.NaT if any(map(pd.isna, days)) else min(days)
    events = {event.get(i) for i in carriers}

    def state_of(article_id):
        if article_id in carriers:
            return carriers[article_id]
        if event and event.get(article_id) not in events:
            return "other event"
        return "could not know" if published[article_id] < first else "absent"

    return state_of


def _carriers(members, versions, named):
    """The articles that carry an utterance, each with "whole" or "part"."""
    edit = dict(zip(members["quote_id"], members["edit"], strict=True))
    # One sentence of several may be carried without a cut.
    fullest = named.keys
    whole = {
        version.article_id
        for version in versions
        if not _CUT.search(edit[version.quote_ids[0]]) and 2 * LCSseq.similarity(version.keys, fullest) >= len(fullest)
    }
    return {i: "whole" if i in whole else "part" for i in members["article_id"]}
