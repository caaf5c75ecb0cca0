"""The versions of one utterance, each beside the one that holds it."""

from html import escape

import pandas as pd

from newslab.display.context import QUIET, details, quoted, side_by_side
from newslab.display.passages import NOTHING, Passages, finder
from newslab.phrasing import clip
from newslab.quotes.counts import is_named
from newslab.quotes.versions import beside, versions_of
from newslab.tables import expect

_OF_QUOTES = ["quote_id", "article_id", "speaker", "start", "end", "text"]


def show_versions(
    matches: pd.DataFrame, quotes: pd.DataFrame, articles: pd.DataFrame, *, context: int = 60, top: int = 20
) -> Passages:
    """Show the utterances that several articles carry, each version beside the one it is compared with.

    matches : table from `match_quotes`. quotes : the quotes it was made from. articles : the articles they stand in.
    context : how many characters to show on each side. top : how many utterances to show, the widest carried first.

    Returns an object for the last line of a cell: a line for each utterance, which opens to its versions, with the
    words that only one of two has marked and the kind of the change: the fullest version, or, where that holds little
    of a version, the one that holds most of it. What an outlet prints is not shown beside its own words. The plain text
    lists the versions, fullest first.
    Raises TypeError or ValueError if one is not the table named here.

    >>> import newslab as nl
    >>> articles = nl.clean_articles(nl.load_articles("seeds", sources="seeds/sources.csv")).head(2)
    >>> quotes = nl.extract_quotes(articles)
    >>> nl.show_versions(nl.match_quotes(quotes), quotes, articles, top=1).text.split(":")[0]
    'Dmitry Peskov'
    """
    expect(matches, "matches", ["group", "quote_id", "edit"])
    expect(quotes, "quotes", _OF_QUOTES)
    find = finder(articles)
    carried = matches.merge(quotes[_OF_QUOTES], on="quote_id")
    width = carried.groupby("group")["article_id"].transform("nunique")
    carried = carried.assign(width=width).sort_values(["width", "group"], ascending=[False, True], kind="stable")
    groups = [versions for _, versions in carried.groupby("group", sort=False)]
    if not groups:
        return Passages(f"<p>{NOTHING}</p>", NOTHING)
    shown = [_utterance(versions, find, context) for versions in groups[:top]]
    html, text = [page for page, _ in shown], [line for _, line in shown]
    if len(groups) > len(shown):
        more = f"{len(shown)} of {len(groups)} utterances are shown."
        html.append(f'<p style="{QUIET}">{more}</p>')
        text.append(more)
    return Passages(f"<div>{''.join(html)}</div>", "\n".join(text))


def _utterance(versions, find, context):
    """One utterance: a line that opens to its versions, and the same as plain text."""
    compared_with = beside(versions_of(versions.to_dict("records")))
    whole, *_ = compared_with
    passages = {row.quote_id: find(row.article_id, row.start, row.end) for row in versions.itertuples(index=False)}
    edits = dict(zip(versions["quote_id"], versions["edit"], strict=True))
    who = _speakers(versions, {quote_id: passage.label for quote_id, passage in passages.items()})
    others = [quote_id for quote_id in passages if quote_id != whole]
    shown = [passages[quote_id] for quote_id in (whole, *others)]
    labels = ", ".join(dict.fromkeys(passage.label for passage in shown))
    inside = "".join(
        f'<div style="{QUIET}"><small>{_changes(edits[quote_id])}</small></div>'
        f"{side_by_side(passages[compared_with[quote_id]], passages[quote_id], context)}"
        for quote_id in others
        if passages[compared_with[quote_id]].label != passages[quote_id].label
    )
    line = " | ".join(f"{passage.label}: {quoted(passage.line)}" for passage in shown)
    summary = f"{escape(quoted(clip(shown[0].line)))} · {escape(labels)}"
    return details(who, summary, "", inside), f"{who}: {line}"


def _changes(edit):
    return "no change" if edit == "none" else escape(edit)


def _speakers(versions, labels):
    """Who is quoted; where the articles name different speakers, each of them, since naming one would be a guess.

    Whoever only one article names is named; where none does, what each says of whom it quotes: "letter", "writers".
    """
    named = versions.dropna(subset="speaker").sort_values("quote_id")
    speakers = {}
    for row in named.itertuples(index=False):
        speakers.setdefault(row.speaker, labels[row.quote_id])
    with_name = {speaker: label for speaker, label in speakers.items() if is_named(speaker)}
    shown = with_name or speakers
    if len(shown) > 1:
        claim = "Speakers differ" if with_name else "Speaker not named"
        return f"{claim} ({'; '.join(f'{speaker}, {label}' for speaker, label in shown.items())})"
    return next(iter(shown), "Speaker not known")
