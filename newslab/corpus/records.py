"""One record an article: the raw text of a file or a row, or why there is none."""

import re
from itertools import chain, islice
from numbers import Number
from pathlib import PurePosixPath

from newslab.corpus.columns import describe, find_columns, is_missing, metadata, one_line, pick
from newslab.corpus.decode import decode, is_pickle, without_surrogates
from newslab.corpus.files import read_blocks, read_bytes, suffix_of
from newslab.corpus.html_text import has_tags, looks_like_html, visible_text
from newslab.corpus.lines import Lines
from newslab.corpus.no_text import no_text
from newslab.corpus.record import Record
from newslab.corpus.rows import PICKLED, Unreadable, csv_rows, json_rows, parquet_rows, warc_pages
from newslab.corpus.saved import OURS, saved_record

_TEXT = (".txt", ".text", ".md")
_HTML = (".html", ".htm", ".xhtml")
_CSV = (".csv", ".tsv")
_JSON = (".json", ".jsonl", ".ndjson", ".jl")
_PARQUET = (".parquet", ".pq")
_WARC = (".warc",)
_ARCHIVED = (".mht", ".mhtml")
_PICKLES = (".pkl", ".pickle", ".pck", ".joblib")
_HEAD = 1 << 16
_SHOWN = 20  # columns that a message names
_VISIBLE = re.compile("[^\\s\x00-\x1f\x7f-\x9f\xad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffd]")


def read_file(path, name):
    """The records of one file, one by one: several for a table, one for a page and for a file that holds no article.

    Tables are read piece by piece, so that one of any size needs little memory; only JSON that is not one object a line
    is read whole.
    """
    suffix, stem = suffix_of(name)
    folder = PurePosixPath(name).parent.name
    for record in _read_or_say_why(path, suffix):
        record.file = name if record.kept is None else record.file
        names = [stem, f"{folder}-{stem}" if folder else stem, name.replace("/", "-")]
        after = record.own_id or record.number
        record.ids = names if after is None else [f"{each}-{after}" for each in names]
        if record.own_id:
            record.ids.insert(0, record.own_id)
        yield record


def _read_or_say_why(path, suffix):
    empty = True
    try:
        for record in _read(path, suffix):
            empty = False
            yield record
    except Unreadable as error:
        yield Record(suffix[1:], status="unreadable", problem=str(error))
        return
    if empty:
        yield Record(suffix[1:], status="empty")


def read_frame(frame):
    """The records of a DataFrame with a column text, raw or html."""
    first = {}
    for position, name in enumerate(map(str, frame.columns)):
        first.setdefault(name, position)
    columns = find_columns(list(first))
    if first and not {"raw", "html"} & columns.keys():
        raise ValueError(f"the DataFrame has {_no_text_column(first)}")
    used = {name: first[name] for names in columns.values() for name in names}
    used |= {name: first[name] for name in ("file", "format", "encoding", "note", *sorted(OURS)) if name in first}
    cells = zip(*(frame.iloc[:, position] for position in used.values()), strict=True)
    rows = (dict(zip(used, row, strict=True)) for row in cells)
    records = list(_table("dataframe", enumerate(rows, start=1)))
    for record in records:
        record.ids = [record.own_id] if record.own_id else [f"article-{record.number}"]
        record.mapping = "" if record.kept is not None else describe(tuple(first))
    return records


def _read(path, suffix):
    head = read_bytes(path, _HEAD)
    if suffix in _PICKLES or is_pickle(head):
        raise Unreadable(PICKLED)
    if suffix in _PARQUET:
        yield from _table("parquet", parquet_rows(path))
    elif suffix in _WARC:
        yield from (_web_page(number, data) for number, data in warc_pages(path))
    elif suffix in _CSV + _JSON:
        yield from _lines(path, suffix, head)
    elif suffix in _TEXT + _HTML:
        [data] = list(read_blocks(path)) or [b""]
        if is_pickle(data):
            raise Unreadable(PICKLED)
        text, encoding = decode(data)
        yield _binary(suffix, data) if text is None else _page(text, encoding, suffix in _HTML)
    elif decode(head)[0] is None:
        yield _binary(suffix, head)
    elif suffix in _ARCHIVED:
        yield Record(suffix[1:], status="not an article", problem="a web archive; save the page as HTML")
    else:
        yield Record(suffix[1:], status="not an article" if head.strip() else "empty")


def _binary(suffix, data):
    return Record(suffix[1:], status="binary", problem=no_text(data[:_HEAD]))


def _lines(path, suffix, head):
    """The records of a file that holds a row a line."""
    lines = Lines(path, "" if suffix in _CSV else "\n")
    first = next((line for line in lines if _VISIBLE.search(line)), None)
    if lines.binary:
        yield _binary(suffix, head)
    elif first is not None:
        rows = csv_rows if suffix in _CSV else json_rows
        yield from _table(suffix[1:], rows(chain([first], lines)), lines)


def _page(text, encoding, expected):
    """The record of one text or page, whatever its file's name says it is."""
    if looks_like_html(text) or (expected and has_tags(text)):
        return _finished(Record("html", encoding=encoding, raw=visible_text(text), html=text))
    return _finished(Record("text", encoding=encoding, raw=text))


def _finished(record):
    if not _VISIBLE.search(record.raw):
        record.status = "empty"
    return record


def _web_page(number, data):
    text, encoding = decode(data)
    if text is None:
        return Record("warc", status="binary", number=number, problem=no_text(data[:_HEAD]))
    record = _page(text, encoding, True)
    record.format, record.number = "warc", number
    return record


def _table(kind, rows, lines=None):
    """The records of numbered rows; one record for all where no row has a column for the text."""
    waiting = []
    for number, row in rows:
        record = _row(kind, lines and lines.encoding, number, row)
        waiting.append(record)
        if record.kept is not None or record.status not in ("not an article", "unreadable"):
            yield from waiting
            waiting = []
            break
    yield from (_row(kind, lines and lines.encoding, number, row) for number, row in rows)
    if waiting:
        bad = [record for record in waiting if record.status == "unreadable"]
        yield from bad or [
            Record(kind, encoding=waiting[0].encoding, status="not an article", problem=waiting[0].problem)
        ]


def _row(kind, encoding, number, row):
    if isinstance(row, Unreadable):
        return Record(kind, encoding=encoding, status="unreadable", number=number, problem=str(row))
    if (saved := saved_record(number, row)) is not None:
        return saved
    columns = find_columns(row)
    record = Record(kind, encoding=encoding, number=number)
    record.metadata, record.unread_date = metadata(row, columns)
    record.own_id = _own_id(row, columns)
    record.file = one_line(row.get("file"))
    if not {"raw", "html"} & columns.keys():
        record.status, record.problem = "not an article", _no_text_column(row)
        return record
    record.mapping = describe(tuple(row))
    cell, page = (pick(row, columns, field)[0] for field in ("raw", "html"))
    if isinstance(cell, Number):
        record.status, record.problem = "unreadable", "a number where the text should be"
        return record
    raw, html = _as_text(cell), _as_text(page)
    if (source := raw or html) and (looks_like_html(source) or (not raw and has_tags(source))):
        record.raw, record.html = visible_text(source), source
    else:
        record.raw = source
    return _finished(record)


def _no_text_column(names):
    return f"no column text, raw or html; its columns are {', '.join(map(str, islice(names, _SHOWN)))}"


def _own_id(row, columns):
    value, _ = pick(row, columns, "article_id")
    return one_line(int(value) if isinstance(value, float) and value.is_integer() else value)


def _as_text(value, deep=0):
    """A cell as text: a list of paragraphs is joined, and so is the body of a Fundus article."""
    if hasattr(value, "tolist"):
        value = value.tolist()
    if isinstance(value, bytes):
        return decode(value)[0] or ""
    if isinstance(value, dict):
        # Fundus: a body is {"summary": [], "sections": [{"headline": [], "paragraphs": []}]}, a page {"content": ""}.
        value = [value.get(name) for name in ("content", "summary", "headline", "paragraphs", "sections")]
    if isinstance(value, list | tuple):
        parts = [_as_text(part, deep + 1) for part in value] if deep < 5 else []
        return "\n\n".join(part for part in parts if part)
    return "" if is_missing(value) else without_surrogates(str(value))
