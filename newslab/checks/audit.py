"""One table of everything about the articles that deserves a second look, each row with the characters that show it."""

from newslab.checks.dated_acts import date_clashes
from newslab.cleaning import date_candidates, spans
from newslab.quotes import extract_quotes
from newslab.reuse import near_copies
from newslab.similarity import group_events
from newslab.tables import article_labels, table

_FEW_WORDS = 50


def audit(articles):
    """List what a careful editor would query.

    articles : table from `clean_articles`.

    Returns a table with columns article_id, check, severity ("problem": comparing as it stands would mislead; "query":
    look at it), message, start, end (the characters of the raw file that show it; missing where it is about the whole
    file). Checks: status, short text, not English, page date, printed twice, unclosed quote, other event, near copy,
    date clash.

    >>> import newslab as nl
    >>> articles = nl.clean_articles(nl.load_articles("seeds"))
    >>> nl.audit(articles).query("check == 'page date'")["article_id"].tolist()
    ['004_2abffede5e19e496']
    """
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
            message = f"Only {article.n_words} words were kept: a teaser, a pay wall, or cleaning cut too much."
            yield _row(article.article_id, "short text", "problem", message)


def _not_english(articles, labels):
    for article in articles[articles["language"].fillna("en") != "en"].itertuples(index=False):
        message = f"The language is {article.language}; quotes, wording and similarity are made for English."
        yield _row(article.article_id, "not English", "problem", message)


def _page_date(articles, labels):
    """A date on the page that is not the one the article was published on."""
    for article in articles.itertuples(index=False):
        known = article.published
        for start, end, day, kind in date_candidates(article.raw):
            if kind == "page clock" and (known != known or day != known.date()):
                against = (
                    "no date of publication is known"
                    if known != known
                    else (f"the article is of {_day(known)} ({article.published_from})")
                )
                message = f"The page shows {_day(day)}, which is the clock of the page; {against}."
                yield _row(article.article_id, "page date", "query", message, start, end)
            elif kind == "story id" and known == known and day != known.date():
                message = f"The story id says {_day(day)}, the article is taken to be of {_day(known)}."
                yield _row(article.article_id, "page date", "problem", message, start, end)


def _day(day):
    return f"{day.day} {day:%B %Y}"


def _printed_twice(articles, labels):
    parts = spans(articles)
    for span in parts[parts["label"] == "duplicate"].itertuples(index=False):
        message = f"{span.end - span.start:,} characters stand on the page a second time; they count once."
        yield _row(span.article_id, "printed twice", "query", message, span.start, span.end)


def _unclosed(articles, labels):
    quotes = extract_quotes(articles)
    for quote in quotes[~quotes["closed"]].itertuples(index=False):
        message = f"A quotation is opened and not closed: {_short_text(quote.text)}"
        yield _row(quote.article_id, "unclosed quote", "query", message, quote.start, quote.end)


def _short_text(text, most=60):
    return f"“{text}”" if len(text) <= most else f"“{text[:most].rsplit(' ', 1)[0]} …”"


def _other_event(articles, labels):
    """Articles that stand alone where most others tell of an event together."""
    events = group_events(articles)
    sizes = events["event"].map(events["event"].value_counts())
    if 2 * (sizes == 1).sum() >= len(sizes):
        return
    for article_id in events.loc[sizes == 1, "article_id"]:
        message = (
            f"{labels[article_id]} seems to tell of an event that no other article here tells of: what it leaves out "
            "is no silence, and its words are those of another story."
        )
        yield _row(article_id, "other event", "problem", message)


def _near_copy(articles, labels):
    for copy in near_copies(articles).itertuples(index=False):
        if copy.relation == "partial":
            continue
        held = max(copy.contained_source, copy.contained_target)
        message = f"{labels[copy.source]} and {labels[copy.target]} are copies ({copy.relation}, {held:.0%} shared)."
        yield _row(copy.source, "near copy", "query", message)


def _date_clash(articles, labels):
    against = {}
    for one, other in date_clashes(articles):
        against.setdefault(one, []).append(other)
        against.setdefault(other, []).append(one)
    queried = set()
    for here, others in sorted(against.items(), key=lambda item: (item[0].article_id, item[0].start)):
        # An article may date an act again and again; once is enough to query it.
        if (here.article_id, here.act, here.day) in queried:
            continue
        queried.add((here.article_id, here.act, here.day))
        said = f"{labels[here.article_id]} dates the {here.act} {_dated(here)}"
        theirs = sorted({f"{labels[there.article_id]} {_dated(there)}" for there in others})
        more = [f"{len(theirs) - 3} more otherwise"] if len(theirs) > 3 else []
        message = f"{said}, {' and '.join(theirs[:3] + more)}: one {here.act}, two dates?"
        yield _row(here.article_id, "date clash", "query", message, here.start, here.end)


def _dated(act):
    return f"“{act.text}” ({act.day.day} {act.day:%B})"


_CHECKS = [_short, _not_english, _page_date, _printed_twice, _unclosed, _other_event, _near_copy, _date_clash]
