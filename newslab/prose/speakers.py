"""Who is quoted."""

import pandas as pd

from newslab.prose.words import Prose, escape, listed, number, quoted, sentence, times
from newslab.quotes.counts import is_named
from newslab.tables import expect

_NOBODY = "no article quotes anybody"


def describe_speakers(quotes: pd.DataFrame) -> Prose:
    """Say how many quotations there are, how many have a known speaker, and whom the articles quote most.

    quotes : table from `extract_quotes`. The parts of one utterance count once, as in `count_speakers`. Speakers
    without a name ("the lawsuit", "his doctor") are not compared with people: there may be several of them.

    Returns `Prose`: a str that a notebook shows as Markdown; `heading` is the finding in one line. Raises TypeError or
    ValueError if one is not the table named here.

    >>> from newslab.tables import table
    >>> describe_speakers(table("quotes"))
    No article quotes anybody.
    """
    expect(quotes, "quotes", ["quote_id", "article_id", "kind", "speaker", "duplicate_of", "utterance"])
    speech = quotes[quotes["kind"].isin(["direct", "mixed"]) & quotes["duplicate_of"].isna()]
    if speech.empty:
        return Prose(f"{sentence(_NOBODY)}.", heading=_NOBODY)
    speech = speech.assign(said=speech["utterance"].fillna(speech["quote_id"]))
    quoting = speech["article_id"].nunique()
    total = speech["said"].nunique()
    found = f"{number(total, 'quotation')} in {number(quoting, 'article')}"
    named = speech.dropna(subset="speaker")
    if named.empty:
        claim = "no quotation has a known speaker"
        return Prose(f"{sentence(found)}; no speaker is known.", heading=claim)
    known = named["said"].nunique()
    parts = [f"{found}; the speaker is known for {'all' if known == total else number(known)}"]
    counts = named.groupby("speaker").agg(quotes=("said", "nunique"), articles=("article_id", "nunique")).reset_index()
    counts = counts.sort_values(["quotes", "speaker"], ascending=[False, True])
    has_name = counts["speaker"].map(is_named).astype(bool)
    unnamed = [f"{quoted(row.speaker)} ({row.quotes})" for row in counts[~has_name].itertuples()]
    stand = "stands" if len(unnamed) == 1 else "stand"
    apart = [f"without a name {stand} {listed(unnamed, most=4)}"] if unnamed else []
    counts = counts[has_name]
    if counts.empty:
        claim = "no speaker is named"
        return Prose(" ".join(f"{sentence(part)}." for part in [*parts, claim, *apart]), heading=claim)
    top = counts[counts["quotes"] == counts["quotes"].max()]
    most, where = _most(top, quoting, some_unnamed=bool(unnamed))
    parts.append(f"{most}, {where}")
    if others := [f"{escape(row.speaker)} ({row.quotes})" for row in counts.iloc[len(top) : 6].itertuples()]:
        parts.append(f"then {'come' if len(others) > 1 else 'comes'} {listed(others)}")
    return Prose(" ".join(f"{sentence(part)}." for part in parts + apart), heading=most)


def _most(top, quoting, *, some_unnamed):
    """Who is quoted most, and in how many articles."""
    often = times(int(top["quotes"].iloc[0]))
    if often == "once" and len(top) > 1:
        named = "named " if some_unnamed else ""
        return f"no {named}speaker is quoted more than once", f"by {number(quoting, 'article')}"
    if len(top) == 1:
        most = f"{escape(top['speaker'].iloc[0])} is quoted most: {often}"
        where = _where(int(top["articles"].iloc[0]), quoting)
    else:
        most = f"{listed(map(escape, top['speaker']), most=4)} are quoted most"
        where = f"{often} each"
    if some_unnamed and often != "once":
        most = f"of the speakers with a name, {most}"
    return most, where


def _where(articles, quoting):
    if articles < quoting:
        return f"in {number(articles)} of the {number(quoting)} articles with quotations"
    return f"in all {number(quoting)}" if quoting > 1 else "in this article"
