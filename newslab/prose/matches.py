"""Which utterances several articles carry."""

from newslab.prose.words import Prose, escape, listed, number, quoted, sentence
from newslab.tables import outlet_or_id

_NONE = "no utterance is carried by two articles"


def describe_matches(matches, quotes):
    """Say how many utterances two or more articles carry, and quote the one that most of them carry.

    matches : table from `match_quotes`. quotes : the quotes it was made from.

    >>> from newslab.tables import table
    >>> describe_matches(table("matches"), table("quotes"))
    No utterance is carried by two articles.
    """
    if matches.empty:
        return Prose(f"{sentence(_NONE)}.", heading=_NONE)
    told = quotes.assign(outlet=outlet_or_id(quotes), length=quotes["text"].str.len())
    carried = matches[["group", "quote_id"]].merge(told, on="quote_id")
    groups = carried.groupby("group").agg(articles=("article_id", "nunique"), length=("length", "max")).reset_index()
    groups = groups.sort_values(["articles", "length", "group"], ascending=[False, False, True])
    widest = carried[carried["group"] == groups.iloc[0]["group"]]
    fullest = widest.sort_values(["length", "quote_id"], ascending=[False, True]).iloc[0]
    speakers = widest["speaker"].dropna().unique()
    # Where the articles name different speakers, naming one of them would be a guess.
    speaker = f" ({escape(speakers[0])})" if len(speakers) == 1 else ""
    outlets = listed([escape(outlet) for outlet in sorted(widest["outlet"].unique())])
    claim = f"{number(len(groups), 'utterance')} {'is' if len(groups) == 1 else 'are'} carried by two or more articles"
    which = "it" if len(groups) == 1 else "the most widely carried"
    where = f"{which} stands in {outlets}: {quoted(fullest['text'])}{speaker}"
    return Prose(f"{sentence(claim)}. {sentence(where)}.", heading=claim)
