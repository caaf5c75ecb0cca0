"""Formats that hold many articles in one file: rows as dictionaries, and what could not be read."""

import csv
import io
import json
import sys
import zlib

WARC_HINT = "reading WARC needs warcio: python -m pip install warcio"
PARQUET_HINT = "reading Parquet needs pyarrow: python -m pip install pyarrow"
_PAGES = ("text/html", "application/xhtml")
_DELIMITERS = "\t,;|"
_LISTS = ("articles", "documents", "docs", "data", "items", "results", "records", "hits")


class Unreadable(Exception):
    """A file or row that cannot be read; the message says why, for people."""


def csv_rows(text):
    """The rows of a CSV or TSV text, each with its number; an `Unreadable` in place of a row with too many or too few
    cells.

    >>> [row for _, row in csv_rows("id;text\\nA;One\\n")]
    [{'id': 'A', 'text': 'One'}]
    """
    header_line = text[: text.find("\n") if "\n" in text else None]
    delimiter = max(_DELIMITERS, key=header_line.count)
    # The limit of 128 kB a cell is one for the whole process, so it is put back.
    limit = csv.field_size_limit(sys.maxsize)
    try:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
        header = [name.strip() for name in next(reader, [])]
        rows = list(enumerate((cells for cells in reader if cells), start=1))
    except csv.Error as error:
        raise Unreadable(f"not a CSV file: {error}") from None
    finally:
        csv.field_size_limit(limit)
    for number, cells in rows:
        if len(cells) == len(header):
            yield number, dict(zip(header, cells, strict=True))
        else:
            yield number, Unreadable(f"{len(cells)} cells where the header has {len(header)}")


def json_rows(text):
    """The objects of a JSON text: one a line, an array, an object that holds an array, or a single object.

    >>> list(json_rows('{"text": "One"}\\n{"text": \\n'))[0]
    (1, {'text': 'One'})
    """
    start = text.lstrip()[:1]
    if start == "[" or (start == "{" and "\n" not in text.strip()):
        yield from _whole_json(text)
        return
    lines = [(number, line) for number, line in enumerate(text.split("\n"), start=1) if line.strip()]
    if start == "{" and isinstance(_parse(lines[0][1]), Unreadable):
        whole = _parse(text)
        if not isinstance(whole, Unreadable):
            yield from _objects(whole)
            return
    for number, line in lines:
        value = _parse(line)
        yield number, value if isinstance(value, dict | Unreadable) else Unreadable("a line that is no JSON object")


def _whole_json(text):
    whole = _parse(text)
    if isinstance(whole, Unreadable):
        raise whole
    yield from _objects(whole)


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
        import pyarrow
        import pyarrow.parquet
    except ImportError:
        raise Unreadable(PARQUET_HINT) from None
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
