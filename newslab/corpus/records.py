"""One record an article: the raw text of a file or a row, or why there is none."""

import re
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from newslab.corpus.columns import describe, find_columns, is_missing, metadata, one_line, pick
from newslab.corpus.decode import decode, is_pickle, without_surrogates
from newslab.corpus.files import read_bytes, suffix_of
from newslab.corpus.html_text import has_tags, looks_like_html, visible_text
from newslab.corpus.rows import Unreadable, csv_rows, json_rows, parquet_rows, warc_pages

_TEXT = (".txt", ".text", ".md")
_HTML = (".html", ".htm", ".xhtml")
_CSV = (".csv", ".tsv")
_JSON = (".json", ".jsonl", ".ndjson", ".jl")
_PARQUET = (".parquet", ".pq")
_WARC = (".warc",)
_PICKLES = (".pkl", ".pickle", ".pck", ".joblib")
_PICKLED = "a pickled file can run code and is never opened"
_VISIBLE = re.compile("[^\\s\x00-\x1f\x7f-\x9f\xad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffd]")


@dataclass(slots=True)
class Record:
    """An article before it is a row of the table."""

    format: str
    file: str | None = None
    status: str = "ok"
    encoding: str | None = None
    raw: str | None = None
    html: str | None = None
    # The number of its row and the id that stands there; then all that may serve as its id, the shortest first.
    number: int | None = None
    own_id: str | None = None
    ids: list = field(default_factory=list)
    metadata: dict = field(default_factory=dict)
    # One line that says which column was taken for what, and one that says why there is no text.
    mapping: str = ""
    problem: str = ""


def read_file(path, name):
    """The records of one file: several for a table, one for a page, and one for a file that holds no article."""
    suffix, stem = suffix_of(name)
    try:
        records = _read(path, suffix)
    except Unreadable as error:
        records = [Record(suffix[1:], status="unreadable", problem=str(error))]
    records = records or [Record(suffix[1:], status="empty")]
    folder = PurePosixPath(name).parent.name
    for record in records:
        record.file = name
        names = [stem, f"{folder}-{stem}" if folder else stem, name.replace("/", "-")]
        after = record.own_id or record.number
        record.ids = names if after is None else [f"{each}-{after}" for each in names]
        if record.own_id:
            record.ids.insert(0, record.own_id)
    return records


def read_frame(frame):
    """The records of a DataFrame with a column text, raw or html."""
    first = {}
    for position, name in enumerate(map(str, frame.columns)):
        first.setdefault(name, position)
    columns = find_columns(list(first))
    if not {"raw", "html"} & columns.keys():
        raise ValueError(f"the DataFrame has no column text, raw or html; its columns are {', '.join(first) or 'none'}")
    used = {name: first[name] for names in columns.values() for name in names}
    if "file" in first:
        used["file"] = first["file"]
    cells = zip(*(frame.iloc[:, position] for position in used.values()), strict=True)
    rows = (dict(zip(used, row, strict=True)) for row in cells)
    records = _table("dataframe", None, enumerate(rows, start=1))
    for record in records:
        record.ids = [record.own_id] if record.own_id else [f"article-{record.number}"]
        record.mapping = describe(tuple(first))
    return records


def _read(path, suffix):
    head = read_bytes(path, limit=1 << 16)
    if suffix in _PICKLES or is_pickle(head):
        raise Unreadable(_PICKLED)
    if suffix in _PARQUET:
        return _table("parquet", None, parquet_rows(path))
    if suffix in _WARC:
        return [_web_page(number, data) for number, data in warc_pages(path)]
    if suffix not in _TEXT + _HTML + _CSV + _JSON:
        status = "binary" if decode(head)[0] is None else "not an article" if head.strip() else "empty"
        return [Record(suffix[1:], status=status)]
    data = read_bytes(path)
    if is_pickle(data):
        raise Unreadable(_PICKLED)
    text, encoding = decode(data)
    if text is None:
        return [Record(suffix[1:], status="binary")]
    if suffix in _CSV + _JSON and _VISIBLE.search(text):
        rows = csv_rows(text) if suffix in _CSV else json_rows(text)
        return _table(suffix[1:], encoding, rows)
    return [_page(text, encoding, suffix in _HTML)]


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
        return Record("warc", status="binary", number=number)
    record = _page(text, encoding, True)
    record.format, record.number = "warc", number
    return record


def _table(kind, encoding, rows):
    """The records of numbered rows; one record for all where no row has a column for the text."""
    records = [_row(kind, encoding, number, row) for number, row in rows]
    bad = [record for record in records if record.status == "unreadable"]
    if records and all(record.status in ("not an article", "unreadable") for record in records):
        return bad or [Record(kind, encoding=encoding, status="not an article")]
    return records


def _row(kind, encoding, number, row):
    if isinstance(row, Unreadable):
        return Record(kind, encoding=encoding, status="unreadable", number=number, problem=str(row))
    columns = find_columns(row)
    record = Record(kind, encoding=encoding, number=number, metadata=metadata(row, columns))
    record.own_id = _own_id(row, columns)
    record.file = one_line(row.get("file"))
    if not {"raw", "html"} & columns.keys():
        record.status = "not an article"
        return record
    record.mapping = describe(tuple(row))
    cell, name = pick(row, columns, "raw")
    raw, html = _as_text(cell), _as_text(pick(row, columns, "html")[0])
    if html and name == "raw":
        # A table of ours that was saved: both are there already.
        record.raw, record.html = raw, html
    elif (source := raw or html) and (looks_like_html(source) or (not raw and has_tags(source))):
        record.raw, record.html = visible_text(source), source
    else:
        record.raw = source
    return _finished(record)


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
