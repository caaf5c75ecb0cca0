"""Rows of a table with their passages in the raw text: one line each, which opens."""

from html import escape
from itertools import islice

import pandas as pd

from newslab.display.context import QUIET, Passage, details, in_context, quoted, side_by_side
from newslab.phrasing import clip
from newslab.tables import article_labels, expect

# Shown in place of any empty table.
NOTHING = "Nothing to show."


class Passages:
    """What a notebook shows: a line for each passage, which opens to its surroundings."""

    def __init__(self, html, text):
        self.html, self.text = html, text

    def __repr__(self):
        return self.text

    def _repr_mimebundle_(self, include=None, exclude=None):
        return {"text/html": self.html, "text/plain": self.text}


def show_passages(rows: pd.DataFrame, articles: pd.DataFrame, *, context: int = 160, top: int = 20) -> Passages:
    """Show the passages that the rows of a table refer to, each in its place in the raw text.

    rows : any table with article_id, start and end; or with source, target and their start and end, as from
        `shared_passages` or `contrasts`: these are shown side by side, with the words that only one side has marked.
    articles : the articles, for the raw text.
    context : how many characters to show on each side.
    top : how many rows to show.

    Returns an object for the last line of a cell. Every line opens to the passage in its context; the plain text lists
    outlet and passage. Raises TypeError if one is no table, ValueError if the rows have no such columns, or name an
    article that is not among the articles.

    >>> import newslab as nl
    >>> articles = nl.clean_articles(nl.load_articles("seeds", sources="seeds/sources.csv"))
    >>> nl.show_passages(nl.keyword_in_context(articles, "slammed"), articles)
    RT: “slammed”
    """
    if not isinstance(rows, pd.DataFrame):
        raise TypeError(f"expected rows of a table, a DataFrame, not {type(rows).__name__}")
    if {"article_id", "start", "end"} <= set(rows.columns):
        show_row = _single
        rows = rows.dropna(subset=["article_id", "start", "end"])
    elif {"source", "target", "source_start", "source_end", "target_start", "target_end"} <= set(rows.columns):
        show_row = _double
    else:
        raise ValueError(
            "rows must have article_id, start and end, or source, target and the start and end of both; they have "
            f"{', '.join(map(str, rows.columns)) or 'no columns'}"
        )
    find = finder(articles)
    shown = [show_row(row, find, context) for row in islice(rows.to_dict("records"), top)]
    html, text = [page for page, _ in shown], [line for _, line in shown]
    if len(rows) > len(shown):
        more = f"{len(shown)} of {len(rows)} passages are shown."
        html.append(f'<p style="{QUIET}">{more}</p>')
        text.append(more)
    if not shown:
        html, text = [f"<p>{NOTHING}</p>"], [NOTHING]
    return Passages(f"<div>{''.join(html)}</div>", "\n".join(text))


def finder(articles):
    """A function that finds a passage from article_id, start and end."""
    expect(articles, "articles", ["article_id", "outlet", "published", "raw"])
    labels = article_labels(articles)
    raws = dict(zip(articles["article_id"], articles["raw"].fillna(""), strict=True))

    def find(article_id, start, end):
        if article_id not in raws:
            raise ValueError(
                f"the rows name {article_id!r}, which is not among the articles; pass those they were made from"
            )
        return Passage(labels[article_id], str(article_id), raws[article_id], int(start), int(end))

    return find


def _single(row, find, context):
    passage = find(row["article_id"], row["start"], row["end"])
    label = passage.label
    if isinstance(speaker := row.get("speaker"), str):
        label = f"{label}, {speaker}"
    elif row.get("kind") in ("direct", "mixed"):
        label = f"{label}, speaker not known"
    said = [row.get(name) for name in ("label", "check", "rule", "message")]
    where = passage.where + escape("".join(f"; {text}" for text in said if isinstance(text, str)))
    page = details(label, escape(quoted(clip(passage.line))), where, in_context(passage, context, _mention(row)))
    return page, f"{label}: {quoted(passage.line)}"


def _mention(row):
    """The words that name the speaker of a quotation, where they stand beside it."""
    start, end = row.get("mention_start"), row.get("mention_end")
    if pd.isna(start) or pd.isna(end) or not (start < end <= row["start"] or row["end"] <= start < end):
        return []
    return [(int(start), int(end))]


def _double(row, find, context):
    sides = [find(row[side], row[f"{side}_start"], row[f"{side}_end"]) for side in ("source", "target")]
    said = [escape(quoted(clip(side.line))) for side in sides]
    text = " | ".join(f"{side.label}: {quoted(side.line)}" for side in sides)
    table = side_by_side(*sides, context)
    if isinstance(name := row.get("label"), str):
        summary = " · ".join(f"{escape(side.label)}: {words}" for side, words in zip(sides, said, strict=True))
        return details(name, summary, "", table), f"{name}: {text}"
    note = f"{row['words']:,} words, {escape(row['kind'])}" if isinstance(row.get("kind"), str) else ""
    return details(f"{sides[0].label} and {sides[1].label}", said[0], note, table), text
