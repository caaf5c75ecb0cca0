"""Formats that hold many articles in one file: rows as dictionaries, and what could not be read."""

import csv
import json
import sys
import zlib
from itertools import chain

import pyarrow
import pyarrow.parquet

WARC_HINT = "reading WARC needs warcio: python -m pip install warcio"
PICKLED = "a pickled file can run code and is never opened"
_PAGES = ("text/html", "application/xhtml")
_DELIMITERS = "\t,;|"
_LISTS = ("articles", "documents", "docs", "data", "items", "results", "records", "hits")


class Unreadable(Exception):
    """A file or row that cannot be read; the message says why, for people."""


def csv_rows(lines):
    """The rows of the lines of a CSV or TSV file, each with its number; an `Unreadable` in place of a row with too many
    or too few cells.

    >>> [row for _, row in csv_rows(["id;text\\n", "A;One\\n"])]
    [{'id': 'A', 'text': 'One'}]
    """
    lines = iter(lines)
    header_line = next(lines, "")
    delimiter = max(_DELIMITERS, key=header_line.count)
    rows = _cells(csv.reader(chain([header_line], lines), delimiter=delimiter))
    header = [name.strip() for name in next(rows, [])]
    for number, cells in enumerate(filter(None, rows), start=1):
        if len(cells) == len(header):
            yield number, dict(zip(header, cells, strict=True))
        else:
            yield number, Unreadable(f"{len(cells)} cells where the header has {len(header)}")


def _cells(reader):
    while True:
        # The limit of 128 kB a cell is one for the whole process, so it is put back after each row.
        limit = csv.field_size_limit(sys.maxsize)
        try:
            cells = next(reader, None)
        except csv.Error as error:
            raise Unreadable(f"not a CSV file: {error}") from None
        finally:
            csv.field_size_limit(limit)
        if cells is None:
            return
        yield cells


def json_rows(lines):
    """The objects of the lines of a JSON file: one a line, an array, an object that holds an array, or a single object.

    Where the first line is an object and another line follows, they are read one by one, else the file as a whole.

    >>> list(json_rows(['{"text": "One"}\\n', '{"text": \\n']))[0]
    (1, {'text': 'One'})
    """
    lines, read, visible = iter(lines), [], []
    for line in lines:
        read.append(line)
        if line.strip():
            visible.append(line)
        if len(visible) == 2:
            break
    if len(visible) == 2 and isinstance(_parse(visible[0]), dict):
        yield from _json_lines(chain(read, lines))
    else:
        yield from _json_text("".join(chain(read, lines)))


def _json_text(text):
    start = text.lstrip()[:1]
    whole = _parse(text) if start in ("[", "{") else None
    broken = whole is None or isinstance(whole, Unreadable)
    if not broken:
        yield from _objects(whole)
    elif start == "[" or (start == "{" and "\n" not in text.strip()):
        raise whole
    else:
        yield from _json_lines(text.split("\n"))


def _json_lines(lines):
    for number, line in enumerate(lines, start=1):
        if line.strip():
            value = _parse(line)
            yield number, value if isinstance(value, dict | Unreadable) else Unreadable("a line that is no JSON object")


def _objects(whole):
    if isinstance(whole, dict):
        whole = next((whole[name] for name in _LISTS if isinstance(whole.get(name), list)), [whole])
    for number, value in enumerate(whole, start=1):
        yield number, value if isinstance(value, dict) else Unreadable("an element that is no JSON object")


def _parse(text):
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return Unreadable("not valid JSON")


def parquet_rows(path):
    """The rows of a Parquet file."""
    try:
        with pyarrow.parquet.ParquetFile(path) as file:
            batches = file.iter_batches(batch_size=1000)
            yield from enumerate((row for batch in batches for row in batch.to_pylist()), start=1)
    except (pyarrow.ArrowException, OSError, ValueError) as error:
        raise Unreadable(f"not a Parquet file: {str(error)[:80]}") from None


def warc_pages(path):
    """The HTML pages of a WARC file, each with the number of its record."""
    try:
        from warcio.archiveiterator import ArchiveIterator
        from warcio.exceptions import ArchiveLoadFailed
    except ImportError:
        raise Unreadable(WARC_HINT) from None
    try:
        with open(path, "rb") as file:
            for number, record in enumerate(ArchiveIterator(file), start=1):
                kind = record.http_headers.get_header("Content-Type") if record.http_headers else None
                if record.rec_type == "response" and (kind or "").lower().startswith(
                    ("text/html", "application/xhtml")
                ):
                    yield number, record.content_stream().read()
    except (ArchiveLoadFailed, OSError, EOFError, ValueError, zlib.error) as error:
        raise Unreadable(f"not a WARC file: {str(error)[:80]}") from None
