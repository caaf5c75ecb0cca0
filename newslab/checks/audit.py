"""One table of what to check in the articles, each row with the characters of the file that show it."""

import re

import pandas as pd

from newslab.checks.dated_acts import date_clashes
from newslab.cleaning import date_candidates, spans
from newslab.phrasing import clip, full_date
from newslab.quotes import extract_quotes
from newslab.reuse import near_copies
from newslab.similarity import group_events
from newslab.tables import READABLE, SAME_EVENT, article_labels, expect, table

_FEW_WORDS = 50
# A line that is a time of day and nothing else stands above an entry of a live blog.
_TIME = re.compile(
    r"^[^\w\n]*(?:updated(?: at)? )?((?:[01]?\d|2[0-3])[.:][0-5]\d(?: ?[ap]\.?m\.?)?)"
    r"(?: (?:GMT|BST|UTC|CES?T|E[SD]?T|P[SD]?T|IST|JST|AES?T))?[^\w\n]*$",
    re.IGNORECASE | re.MULTILINE,
)
_ENTRIES = 3
_COLUMNS = [*READABLE, "outlet", "agency", "published", "published_from", "language", "n_words", "text", "html"]


def audit(articles: pd.DataFrame) -> pd.DataFrame:
    """List problems to check before comparing the articles.

    articles : table from `clean_articles`.

    Returns a table with columns article_id, check, severity ("problem": a comparison that ignores it may mislead;
    "query": look at it), message, start, end (the characters of the raw file that show it; missing if it is about the
    whole file). Checks: status, short text, not English, page date, live blog, printed twice, unclosed quote, other
    event, near copy, date clash. A date clash has a row for each article involved, all with the same message. Raises
    TypeError or ValueError if `articles` is another table.

    >>> import newslab as nl
    >>> articles = nl.clean_articles(nl.load_articles("seeds"))
    >>> nl.audit(articles).query("check == 'page date'")["article_id"].tolist()
    ['004_2abffede5e19e496']
    """
    expect(articles, "articles", _COLUMNS)
    labels = article_labels(articles)
    readable = articles[articles["status"] == "ok"]
    rows = [row for check in _CHECKS for row in check(readable, labels)]
    rows += _unreadable(articles)
    rows.sort(key=lambda row: (row["severity"] != "problem", row["article_id"], row["check"], row.get("start") or 0))
    return table("audit", rows)


def _row(article_id, check, severity, message, start=None, end=None):
    return {
        "article_id": article_id,
        "check": check,
        "severity": severity,
        "message": message,
        "start": start,
        "end": end,
    }


def _unreadable(articles):
    for article in articles[articles["status"] != "ok"].itertuples(index=False):
        yield _row(article.article_id, "status", "query", f"The file is {article.status}; it is left out everywhere.")


def _short(articles, labels):
    for article in articles.itertuples(index=False):
        if article.n_words < _FEW_WORDS:
            kept = "one word was" if article.n_words == 1 else f"{article.n_words} words were"
            message = f"Only {kept} kept: perhaps a teaser or a paywall, or too much was cut."
            yield _row(article.article_id, "short text", "problem", message)


def _not_english(articles, labels):
    for article in articles[articles["language"].fillna("en") != "en"].itertuples(index=False):
        message = f"The language is {article.language}; quotes, wording and similarity work for English only."
        yield _row(article.article_id, "not English", "problem", message)


def _page_date(articles, labels):
    """A date on the page that is not the date of publication."""
    for article in articles.itertuples(index=False):
        known = article.published
        for start, end, day, kind in date_candidates(article.raw):
            if kind == "page clock" and (known != known or day != known.date()):
                message = _clock_message(day, known, article.published_from)
                yield _row(article.article_id, "page date", "query", message, start, end)
            elif kind == "story id" and known == known and day != known.date():
                message = f"The story id says {full_date(day)}, but the article is dated {full_date(known)}."
                yield _row(article.article_id, "page date", "problem", message, start, end)


def _clock_message(day, known, known_from):
    shown = f"The page shows {full_date(day)}"
    if known != known:
        return f"{shown}, perhaps only the day on which it was saved; the date of publication is unknown."
    published = f"{full_date(known)} ({known_from})"
    if day > known.date():
        return f"{shown}, after the date of publication, {published}: perhaps the day it was saved."
    return f"{shown}, which cannot be the date of publication: that is {published}."


def _live_blog(articles, labels):
    """Articles of several entries, each under its time of day."""
    for article in articles.itertuples(index=False):
        first, last = (article.kept[0][0], article.kept[-1][1]) if article.kept else (0, 0)
        found = [*_TIME.finditer(article.raw, first, last)]
        if len({time[1].lower() for time in found}) >= _ENTRIES:
            message = (
                f"{len(found)} times of day stand above parts of the text (the first is “{found[0][1]}”): perhaps a "
                "live blog, written over many hours; its date is that of one entry."
            )
            yield _row(article.article_id, "live blog", "query", message, *found[0].span(1))


def _printed_twice(articles, labels):
    parts = spans(articles)
    for span in parts[parts["label"] == "duplicate"].itertuples(index=False):
        message = f"{span.end - span.start:,} characters are printed a second time on the page; they count once."
        yield _row(span.article_id, "printed twice", "query", message, span.start, span.end)


def _unclosed(articles, labels):
    quotes = extract_quotes(articles)
    # A quotation over several paragraphs has no closing mark before the last one: the next paragraph opens it anew.
    goes_on = quotes["utterance"].eq(quotes["utterance"].shift(-1)).fillna(False).astype(bool)
    for quote in quotes[~quotes["closed"] & ~goes_on].itertuples(index=False):
        message = f"A quotation has no closing mark: “{clip(quote.text, 60)}”"
        yield _row(quote.article_id, "unclosed quote", "query", message, quote.start, quote.end)


def _other_event(articles, labels):
    """Articles on an event of their own, if most of the others share one."""
    events = group_events(articles)
    sizes = events["event"].map(events["event"].value_counts())
    if 2 * (sizes == 1).sum() >= len(sizes):
        return
    for alone in events[sizes == 1].itertuples(index=False):
        name = labels[alone.article_id]
        if alone.rival_score >= SAME_EVENT:
            message = (
                f"{name} may report another event: it is far less like the others than they are like one another, "
                f"though not unlike {labels[alone.rival]} (event score {alone.rival_score:.2f}). Read both before you "
                "compare."
            )
        else:
            message = (
                f"{name} seems to report an event that no other article here reports: do not compare its wording or "
                "what it leaves out."
            )
        severity = "query" if alone.rival_score >= SAME_EVENT else "problem"
        yield _row(alone.article_id, "other event", severity, message)


def _near_copy(articles, labels):
    for copy in near_copies(articles).itertuples(index=False):
        if copy.relation == "partial":
            continue
        held = max(copy.contained_source, copy.contained_target)
        names = f"{labels[copy.source]} and {labels[copy.target]}"
        message = f"{names} are near copies ({copy.relation}): {held:.0%} of one is also in the other."
        yield _row(copy.source, "near copy", "query", message)


def _date_clash(articles, labels):
    for clash in _clashes(articles):
        act, days = clash[0].act, {}
        for dated in clash:
            days.setdefault(dated.day, []).append(f"{labels[dated.article_id]} (“{dated.text}”)")
        by_day = [f"{day.day} {day:%B} by {_some(names)}" for day, names in sorted(days.items())]
        message = f"The {act} is dated {' and '.join(by_day)}: one {act} or several?"
        for dated in clash:
            yield _row(dated.article_id, "date clash", "query", message, dated.start, dated.end)


def _clashes(articles):
    """Dated acts in groups that clashes link; an article's first mention of an act and a day stands for the others."""
    first, group_of = {}, {}
    for clash in date_clashes(articles):
        keys = [(dated.article_id, dated.act, dated.day) for dated in clash]
        for key, dated in zip(keys, clash, strict=True):
            first[key] = min(first.get(key, dated), dated, key=lambda dated: dated.start)
        one, other = (group_of.get(key, {key}) for key in keys)
        if one is not other:
            group_of |= dict.fromkeys(one | other, one | other)
    return [[first[key] for key in keys] for keys in sorted({tuple(sorted(group)) for group in group_of.values()})]


def _some(names, most=3):
    shown = names if len(names) <= most else [*names[:most], f"{len(names) - most} more"]
    return " and ".join([", ".join(shown[:-1]), shown[-1]]) if len(shown) > 1 else shown[0]


_CHECKS = [
    _short,
    _not_english,
    _page_date,
    _live_blog,
    _printed_twice,
    _unclosed,
    _other_event,
    _near_copy,
    _date_clash,
]
