"""Cleaned articles: a pure function of each article, so that it runs the same over one frame or over partitions."""

import pandas as pd

from newslab.cleaning.language import language_of
from newslab.cleaning.outlets import without_address
from newslab.cleaning.reading import html_of, read_pages
from newslab.tables import COLUMNS, expect, rows_of
from newslab.text import Body, count_words


def clean_articles(articles: pd.DataFrame) -> pd.DataFrame:
    """Keep the article text and fill in metadata found on the page.

    articles : table from `load_articles`.

    Returns the same table with `kept`, `text` and `n_words` narrowed to the story. Where they are missing, outlet,
    syndicator, agency, headline, authors, section, published and language are filled from the page; a value that is
    there already is left as it is, but an internet address in the outlet column is replaced by the outlet's name if
    that is known. What the page does not say stays missing. Raises TypeError or ValueError if `articles` is another
    table.

    >>> import newslab as nl
    >>> articles = nl.clean_articles(nl.load_articles("seeds"))
    >>> articles.loc[1, ["outlet", "agency", "section"]].tolist()
    ['The Independent', 'Reuters', 'Politics']
    """
    expect(articles, "articles", ["article_id", "status", "raw", "html", *_FILLED])
    cleaned = articles.copy()
    pages = read_pages((row.raw, html_of(row)) for row in rows_of(articles) if row.status == "ok")
    found = [_clean(row, pages) for row in rows_of(articles)]
    for column in _FILLED:
        values = [row.get(column) for row in found]
        cleaned[column] = pd.Series(values, index=articles.index, dtype=COLUMNS["articles"][column])
    return cleaned


_FILLED = [
    "outlet",
    "outlet_from",
    "syndicator",
    "agency",
    "headline",
    "authors",
    "section",
    "published",
    "published_from",
    "language",
    "n_words",
    "text",
    "kept",
]
_HOW = {"outlet": "outlet_from", "published": "published_from"}


def _clean(row, pages):
    """What is known of an article, and what its page, the next of the `pages`, says of the rest."""
    known = {"authors": ()} | {column: value for column in _FILLED if not _missing(value := getattr(row, column))}
    if str(known.get("outlet_from", "")).startswith("column "):
        known["outlet"] = without_address(known["outlet"])
    if row.status != "ok":
        return {"kept": ()} | known
    page = next(pages)
    for name, field in page.fields.items():
        if not known.get(name):
            known[name] = field.value
            if name in _HOW:
                known[_HOW[name]] = field.rule
    body = Body(row.raw, page.kept).text
    if not known.get("language") and (language := language_of(body)):
        known["language"] = language
    return known | {"kept": page.kept, "text": body, "n_words": count_words(body)}


def _missing(value):
    return value is None or (not isinstance(value, tuple) and pd.isna(value)) or value == ()
