"""Who is quoted."""

from newslab.prose.words import Prose, escape, listed, number, sentence, times

_NOBODY = "no article quotes anybody"


def describe_speakers(quotes):
    """Say how many quotations there are, how many have a known speaker, and whom the articles quote most.

    quotes : table from `extract_quotes`. The parts of one utterance count once, as in `count_speakers`.

    >>> from newslab.tables import table
    >>> describe_speakers(table("quotes"))
    No article quotes anybody.
    """
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
    counts = named.groupby("speaker").agg(quotes=("said", "nunique"), articles=("article_id", "nunique")).reset_index()
    counts = counts.sort_values(["quotes", "speaker"], ascending=[False, True])
    top = counts.iloc[0]
    most = f"{escape(top['speaker'])} is quoted most: {times(int(top['quotes']))}"
    where = f"in {number(int(top['articles']))} of the {number(quoting)} articles with quotations"
    if top["articles"] == quoting:
        where = f"in all {number(quoting)}" if quoting > 1 else "in this one"
    parts = [f"{found}; the speaker is known for {'all' if known == total else number(known)}", f"{most}, {where}"]
    if others := [f"{escape(row.speaker)} ({row.quotes})" for row in counts.iloc[1:6].itertuples()]:
        parts.append(f"then {'come' if len(others) > 1 else 'comes'} {listed(others)}")
    return Prose(" ".join(f"{sentence(part)}." for part in parts), heading=most)
