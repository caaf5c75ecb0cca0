"""Which utterances several articles carry, and how they differ."""

import pandas as pd

from newslab.prose.words import Prose, escape, listed, number, quoted, sentence
from newslab.quotes.counts import is_named
from newslab.quotes.edits import changes, quote_edits
from newslab.quotes.versions import named_after, printed_by_article, versions_of
from newslab.tables import READABLE, expect, outlet_or_id

# Two people may well use the same few words.
_FEW_WORDS = 5
_NONE = "no utterance is carried by two articles"
# Words left out, and marks or letters set otherwise: all else is said in other words.
_SHORTER, _SAME = {"cut", "elision"}, {"punctuation", "spelling"}
_PHRASE = 5  # words, at most, that are quoted to show the only difference
_DIVIDED = " / "  # what divides utterances in the table of edits
_MOST = 3  # pairs of sentences of which is told that they stand in another order


def describe_matches(matches: pd.DataFrame, quotes: pd.DataFrame, *, articles: pd.DataFrame | None = None) -> Prose:
    """Say how many utterances two or more articles carry, quote one that most of them carry, and how it differs.

    matches : table from `match_quotes`. quotes : the quotes it was made from. articles : the articles they stand in,
    so that none is said to have a part of what it prints elsewhere, without quotation marks.

    Of several that most articles carry, the longest is quoted, with the outlets that print it whole and those that do
    not. Says too where sentences of one quotation stand in another order elsewhere, and where one utterance stands
    under several names; "the letter" and "a spokesman" are none. Which of two outlets altered the words is not said:
    that cannot be seen from them.

    Returns `Prose`: a str that a notebook shows as Markdown; `heading` is the finding in one line. Raises TypeError or
    ValueError if one is not the table named here.

    >>> from newslab.tables import table
    >>> describe_matches(table("matches"), table("quotes"))
    No utterance is carried by two articles.
    """
    expect(matches, "matches", ["group", "quote_id"])
    expect(quotes, "quotes", ["quote_id", "article_id", "outlet", "start", "text", "speaker"])
    if articles is not None:
        expect(articles, "articles", READABLE)
    if matches.empty:
        return Prose(f"{sentence(_NONE)}.", heading=_NONE)
    told = quotes.assign(outlet=outlet_or_id(quotes), length=quotes["text"].str.len())
    carried = matches.merge(told, on="quote_id").sort_values(["length", "quote_id"], ascending=[False, True])
    groups = carried.groupby("group").agg(articles=("article_id", "nunique"), length=("length", "max")).reset_index()
    groups = groups.sort_values(["articles", "length", "group"], ascending=[False, False, True])
    claim = f"{number(len(groups), 'utterance')} {'is' if len(groups) == 1 else 'are'} carried by two or more articles"
    widest = groups["articles"] == groups["articles"].max()
    which = "it" if len(groups) == 1 else "the longest of them" if widest.all() else "the most widely carried"
    printed = printed_by_article(quotes, articles)
    parts = [claim, f"{which} {_carriers(carried[carried['group'] == groups.iloc[0]['group']], printed)}"]
    turned = _turned(quote_edits(matches, quotes), dict(zip(told["quote_id"], told["outlet"], strict=True)))
    parts += turned[:_MOST]
    if clash := _clash(carried):
        parts.append(clash)
    return Prose(" ".join(f"{sentence(part)}." for part in parts), heading=claim)


def _carriers(members, printed):
    """The fullest version of an utterance in its words, who prints it so, and how the others differ from it."""
    outlet = dict(zip(members["article_id"], members["outlet"], strict=True))
    versions, found = {}, versions_of(members.to_dict("records"), printed)
    fullest = named_after(found)
    for version in sorted(found, key=lambda version: version.keys != fullest.keys):
        versions.setdefault(version.article_id, version)
    differing = {}
    for article_id, version in versions.items():
        differing.setdefault(_difference(fullest, version), set()).add(outlet[article_id])
    whole = differing.pop(("", ""))
    full = listed(map(escape, sorted(whole)))
    speakers = members["speaker"].dropna().unique()
    # Where the articles name different speakers, naming one of them would be a guess.
    speakers = [speaker for speaker in speakers if is_named(speaker)] or speakers
    speaker = f" ({escape(speakers[0])})" if len(speakers) == 1 else ""
    text = f"stands in {full}: {quoted(' … '.join(fullest.pieces).rstrip(',.;'))}{speaker}"
    for (how, instead), outlets in sorted(differing.items()):
        if others := outlets - whole:
            which = f"{how} where {full} {'has' if len(whole) == 1 else 'have'} {instead}" if instead else how
            text += f"; {listed(map(escape, sorted(others)))} {'has' if len(others) == 1 else 'have'} {which}"
    return text


def _difference(fullest, version):
    """How a version differs from the fullest one, and what that has instead of one phrase; "" where it does not."""
    found = [change for change in changes(fullest, version) if not change.by_source and change.kind not in _SAME]
    if not found:
        return "", ""
    kinds = {change.kind for change in found}
    if kinds & _SHORTER:
        return "a part of it" if kinds <= _SHORTER else "a part of it, in not quite the same words", ""
    texts = [found[0].after, found[0].before]
    if len(found) == 1 and all(texts) and max(len(text.split()) for text in texts) <= _PHRASE:
        return tuple(map(quoted, texts))
    return "it in not quite the same words", ""


def _turned(edits, outlet):
    """What is said of sentences that one quotation has in another order than other outlets do."""
    rows = edits[edits["kind"].isin(["joined", "order"]) & edits["source_text"].str.contains(_DIVIDED, regex=False)]
    found = []
    for (target, kind, _), same in rows.groupby(["target", "kind", "target_text"], sort=True):
        second, first = (quoted(part.rstrip(",.;"), 60) for part in same["source_text"].iloc[0].split(_DIVIDED, 1))
        others = listed(sorted({escape(outlet[quote_id]) for quote_id in same["source"]}))
        behind = f"behind it{', apart,' if kind == 'joined' else ''} in {others}"
        found.append(f"{first} stands before {second} in one quotation in {escape(outlet[target])}, {behind}")
    return found


def _clash(carried):
    """How many utterances stand under the names of several speakers, and the longest of them."""
    named = carried.dropna(subset="speaker").drop_duplicates(["group", "outlet", "speaker"])
    # "The letter" in one article and "the writers" in another may be the same, or the one whom a third one names.
    named = named[named["speaker"].map(is_named).astype(bool) & (named["text"].str.split().str.len() >= _FEW_WORDS)]
    named = named[named.groupby("group")["speaker"].transform("nunique") > 1]
    if named.empty:
        return ""
    longest = named[named["group"] == named["group"].iloc[0]]
    outlets = longest.groupby("speaker", sort=False)["outlet"].agg(list)
    who = listed([f"{escape(speaker)} in {listed(map(escape, where))}" for speaker, where in outlets.items()])
    many = named["group"].nunique()
    claim = f"{number(many, 'utterance stands', 'utterances stand')} under more than one speaker's name"
    return f"{claim}{', for one' if many > 1 else ''}: {quoted(longest['text'].iloc[0].rstrip(',.;'), 100)}, {who}"
