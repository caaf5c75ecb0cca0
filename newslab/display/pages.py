"""Whole pages with what was kept and what was cut, so that a reader can check the cleaning."""

from html import escape

import pandas as pd

from newslab.display.passages import NOTHING, Passages
from newslab.phrasing import clip
from newslab.tables import READABLE, article_labels, expect

_CUT = "opacity: 0.55; text-decoration: line-through"
_WHY = "font-size: 75%; background-color: rgba(128, 128, 128, 0.25); padding: 0 4px; text-decoration: none"
_PAGE = (
    "white-space: pre-wrap; margin: 4px 0 16px 0; padding: 0 0 0 12px; border-left: 3px solid rgba(128, 128, 128, 0.5)"
)
# A cut stretch is shown to this length: menus run to thousands of lines.
_LONGEST = 600


def show_pages(spans: pd.DataFrame, articles: pd.DataFrame, *, top: int = 20) -> Passages:
    """Show every page as it arrived, with the cut parts struck through and the reason beside them.

    spans : table from `spans`. articles : the articles it was made from. top : how many pages to show.

    Returns an object for the last line of a cell: a line for each article, which opens to the whole page. The plain
    text lists for each article what was cut and why. Raises TypeError or ValueError if one is not the table named here.

    >>> import newslab as nl
    >>> articles = nl.clean_articles(nl.load_articles("seeds", sources="seeds/sources.csv")).head(1)
    >>> nl.show_pages(nl.spans(articles), articles)
    RT: 3,282 of 3,282 characters kept.
    """
    expect(spans, "spans", ["article_id", "start", "end", "label", "rule"])
    expect(articles, "articles", READABLE)
    labels = article_labels(articles)
    pages, lines = [], []
    for article in articles[articles["status"] == "ok"].head(top).itertuples(index=False):
        parts = spans[spans["article_id"] == article.article_id]
        # White space between the pieces is neither kept nor cut.
        written = parts[parts["rule"] != "white space"]
        size = written["end"] - written["start"]
        title = labels[article.article_id]
        head = f"{size[written['label'] == 'body'].sum():,} of {size.sum():,} characters kept"
        body = "".join(_piece(article.raw, part) for part in parts.itertuples(index=False))
        pages.append(
            f'<details><summary style="cursor: pointer"><b>{escape(title)}</b> {head}</summary>'
            f'<div style="{_PAGE}">{body}</div></details>'
        )
        lines.append(f"{title}: {head}.")
        lines += [f"  {part.label} ({part.rule}): {_line(article.raw, part)}" for part in _cut(article.raw, parts)]
    if not pages:
        return Passages(f"<p>{NOTHING}</p>", NOTHING)
    if (left := int((articles["status"] == "ok").sum()) - len(pages)) > 0:
        pages.append(f"<p>{left:,} more pages are not shown.</p>")
        lines.append(f"{left:,} more pages are not shown.")
    return Passages(f"<div>{''.join(pages)}</div>", "\n".join(lines))


def _piece(raw, part):
    text = raw[part.start : part.end]
    if part.label == "body" or not text.strip():
        return escape(text)
    shown = text if len(text) <= _LONGEST else f"{text[:_LONGEST]} … ({len(text) - _LONGEST:,} more characters)"
    why = f"{escape(part.label)}: {escape(part.rule)}"
    return f'<span style="{_WHY}">{why}</span> <span style="{_CUT}">{escape(shown)}</span>'


def _cut(raw, parts):
    return [
        part for part in parts.itertuples(index=False) if part.label != "body" and raw[part.start : part.end].strip()
    ]


def _line(raw, part):
    return clip(" ".join(raw[part.start : part.end].split()), 70)
