"""The articles table itself, saved as Parquet, CSV or JSON lines and read again: everything as it stood."""

import re

import pandas as pd

from newslab.corpus.columns import is_missing, one_line, parse_authors, parse_date
from newslab.corpus.record import Record

_STATUSES = ("ok", "empty", "binary", "unreadable", "not an article")
# What no other table has; `text` and `n_words` follow from these.
OURS = frozenset(
    {"article_id", "status", "raw", "kept", "authors", "outlet", "outlet_from", "published", "published_from"}
)
_METADATA = "outlet outlet_from syndicator agency headline section published_from note language".split()


def saved_record(number, row):
    """The record of a row of the articles table, None where the row is not one or its spans do not fit its text."""
    if not row.keys() >= OURS or str(row["status"]) not in _STATUSES:
        return None
    raw, html, file = (None if is_missing(row.get(name)) else str(row[name]) for name in ("raw", "html", "file"))
    kept = _spans(row["kept"])
    if kept is None or not _fits(kept, raw or ""):
        return None
    own_id = one_line(row["article_id"])
    return Record(
        one_line(row.get("format")) or "",
        file=file,
        status=str(row["status"]),
        encoding=one_line(row.get("encoding")),
        raw=raw,
        html=html,
        number=number,
        own_id=own_id,
        ids=[own_id] if own_id else [],
        metadata={
            **{name: one_line(row.get(name)) for name in _METADATA},
            "published": _day(row["published"]),
            "authors": parse_authors(row["authors"]),
        },
        kept=kept,
    )


def _day(cell):
    # pandas writes dates into JSON as milliseconds unless it is told otherwise.
    return parse_date(pd.Timestamp(cell, unit="ms") if isinstance(cell, int) else cell)


def _spans(cell):
    """A cell of spans, as tuples, arrays, dictionaries or printed; None where it holds no pairs of numbers."""
    cell = cell.tolist() if hasattr(cell, "tolist") else cell
    if isinstance(cell, str):
        numbers = [int(digits) for digits in re.findall(r"\d{1,12}", cell)]
        return tuple(zip(numbers[::2], numbers[1::2], strict=True)) if len(numbers) % 2 == 0 else None
    try:
        pairs = [span.values() if isinstance(span, dict) else span for span in cell]
        return tuple((int(start), int(end)) for start, end in pairs)
    except (TypeError, ValueError):
        return None


def _fits(kept, raw):
    """Do the spans follow one another inside the text?"""
    places = [0, *(place for span in kept for place in span), len(raw)]
    return all(before <= after for before, after in zip(places, places[1:], strict=False))
