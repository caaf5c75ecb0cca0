"""Who is quoted."""

from newslab.prose.words import Prose, escape, listed, number, quoted, sentence, times

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
    top = counts[counts["quotes"] == counts["quotes"].max()]
    often = times(int(top["quotes"].iloc[0]))
    if often == "once" and len(top) > 1:
        most, where = "no speaker is quoted more than once", f"by {number(quoting, 'article')}"
    elif len(top) == 1:
        most = f"{_name(top['speaker'].iloc[0])} is quoted most: {often}"
        where = _where(int(top["articles"].iloc[0]), quoting)
    else:
        most = f"{listed(map(_name, top['speaker']), most=4)} are quoted most"
        where = f"{often} each"
    parts = [f"{found}; the speaker is known for {'all' if known == total else number(known)}", f"{most}, {where}"]
    if others := [f"{_name(row.speaker)} ({row.quotes})" for row in counts.iloc[len(top) : 6].itertuples()]:
        parts.append(f"then {'come' if len(others) > 1 else 'comes'} {listed(others)}")
    return Prose(" ".join(f"{sentence(part)}." for part in parts), heading=most)


def _where(articles, quoting):
    if articles < quoting:
        return f"in {number(articles)} of the {number(quoting)} articles with quotations"
    return f"in all {number(quoting)}" if quoting > 1 else "in this one"


def _name(speaker):
    """A speaker as a sentence names them; one without a name ("lawsuit") is in the words of the article."""
    return quoted(speaker) if speaker == speaker.lower() else escape(speaker)
