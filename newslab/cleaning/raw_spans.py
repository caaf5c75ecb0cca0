"""Every character of a raw file, kept or removed."""

import re

import pandas as pd

from newslab.cleaning.dates import date_candidates
from newslab.cleaning.furniture import guessed_label
from newslab.cleaning.reading import html_of, read_pages
from newslab.tables import READABLE, expect, table

_WRITTEN = re.compile(r"\S(?:.*\S)?", re.S)


def spans(articles: pd.DataFrame) -> pd.DataFrame:
    """List every character of every raw file: kept, or why not.

    articles : table from `load_articles` or `clean_articles`.

    Returns a table with columns article_id, start, end (characters of the raw file), label (body, headline, byline,
    date, credit, section, furniture, related, caption, promo, duplicate, legal, share), rule (what decided). The spans
    of one article follow one another without gap or overlap, the articles in the order given. Raises TypeError or
    ValueError if `articles` is another table.

    >>> import newslab as nl
    >>> articles = nl.clean_articles(nl.load_articles("seeds"))
    >>> nl.spans(articles)["label"].iloc[0]
    'body'
    """
    expect(articles, "articles", [*READABLE, "html"])
    rows = []
    readable = [article for article in articles.itertuples(index=False) if article.status == "ok"]
    pages = read_pages((article.raw, html_of(article)) for article in readable)
    for article, page in zip(readable, pages, strict=True):
        for start, end, label, rule in tile(article.raw, article.kept, page):
            rows.append({"article_id": article.article_id, "start": start, "end": end, "label": label, "rule": rule})
    return table("spans", rows)


def tile(raw, kept, page):
    """Cover `raw` once: what is kept is body, the rest as labelled, else taken out later, a mark or white space."""
    published = page.fields["published"].value if "published" in page.fields else None
    # What is only a guess is made here, since nothing else asks for it.
    labels = [
        (*mark[:2], *_guessed(raw[slice(*mark[:2])], published)) if mark[2] is None else mark for mark in page.labels
    ]
    pieces, position = [], 0
    marks = [(start, end, "body", "paragraph of the story") for start, end in kept]
    marks += _outside(labels, kept)
    for start, end, label, rule in sorted(marks):
        pieces += _between(raw, position, start)
        pieces.append((start, end, label, rule))
        position = end
    return _joined([*pieces, *_between(raw, position, len(raw))])


def _guessed(text, published):
    """The guessed label and rule; a date of another day than the page was published on is no evidence for that."""
    label, rule = guessed_label(text)
    if label == "date" and published and all(day != published.date() for _, _, day, _ in date_candidates(text)):
        return "furniture", "a date, not that of publication"
    return label, rule


def _between(raw, start, end):
    """What stands between two labelled spans: white space, and the bullet or number of a list in it."""
    written = _WRITTEN.search(raw, start, end)
    marks = [(*written.span(), "furniture", "mark of a list")] if written else []
    border = [start, *(place for mark in marks for place in mark[:2]), end]
    blank = [(a, b, "furniture", "white space") for a, b in zip(border[::2], border[1::2], strict=True) if a < b]
    return sorted(marks + blank)


def _outside(labels, kept):
    """The parts of labelled spans which are not kept."""
    parts, kept, first = [], list(kept), 0
    for start, end, label, rule in labels:
        while first < len(kept) and kept[first][1] <= start:
            first += 1
        position, number = start, first
        while number < len(kept) and kept[number][0] < end:
            if kept[number][0] > position:
                parts.append((position, kept[number][0], label, rule))
            position = kept[number][1]
            number += 1
        if position < end:
            parts.append((position, end, label, rule))
    return [
        (start, end, "furniture", "taken out after cleaning") if label == "body" else (start, end, label, rule)
        for start, end, label, rule in parts
    ]


def _joined(pieces):
    """White space goes to the removed span before it, and equal neighbours become one."""
    joined = []
    for start, end, label, rule in pieces:
        if joined and joined[-1][2] != "body" and (rule == "white space" or joined[-1][2:] == (label, rule)):
            joined[-1] = (joined[-1][0], end, *joined[-1][2:])
        else:
            joined.append((start, end, label, rule))
    return joined
