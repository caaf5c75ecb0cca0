"""Articles of any format into a Parquet folder of articles."""

import io
import os
import warnings
from contextlib import redirect_stdout
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from newslab.corpus.columns import find_columns
from newslab.corpus.files import find_files, suffix_of
from newslab.corpus.load import load_articles
from newslab.corpus.rows import Unreadable, warc_pages
from newslab.scale.parts import SCHEMAS, Part, is_finished, keep_apart, remove_others
from newslab.scale.workers import finish
from newslab.tables import table

_TABLES = (".csv", ".tsv", ".json", ".jsonl", ".ndjson", ".jl")
_STREAMED = (".parquet", ".pq", ".warc")
_FILES, _ROWS, _BYTES = 500, 1000, 50_000_000  # of a part


@dataclass(frozen=True)
class _Unit:
    """Files that are read together, and the one file they become."""

    name: str
    files: tuple
    rows: int
    made_from: str


def load(source, out, *, rows=_ROWS, workers=1, cluster=None):
    """Load articles of any format into a Parquet folder, as `load_articles` does into a table.

    source : a folder, a file or a list of files. Parquet and WARC files of any size are read piece by piece; a CSV or
        JSON file is read whole, so cut up one that does not fit into memory.
    out : the folder for the Parquet files, with the columns of the table of articles.
    rows : articles in a row group, which is the part that `run` works on; fewer where the articles are long.
    workers, cluster : as for `run`.

    An article_id that stands in several files gets the name of its file before it. A file or row that cannot be read
    has a row of its own, with its status. A second call reads only files that are new or have changed.

    Raises FileNotFoundError, ValueError and `Unfinished` as `load_articles` and `run` do.

    >>> import tempfile
    >>> from newslab import scale
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     scale.load("seeds", folder)
    ...     print(len(pd.read_parquet(folder)))
    5
    """
    out = Path(out)
    for place in [source] if isinstance(source, str | os.PathLike) else source:
        if Path(place).is_dir():
            keep_apart(place, out)
    units = list(_plan(find_files(source), out, rows))
    remove_others(out, {Path(unit.name).name for unit in units})
    missing = [unit for unit in units if not is_finished(unit.name, unit.made_from)]
    finish(_make, missing, workers=workers, cluster=cluster, doing="Loading articles, in parts")
    _tell_apart([Path(unit.name) for unit in units])


def _plan(files, out, rows):
    """Tables and archives are a unit each, single pages go together."""
    pages = []
    for path, name in files:
        if suffix_of(name)[0] in _TABLES + _STREAMED:
            yield _unit([(path, name)], out, rows)
        else:
            # By its bare name a page must be known among those it is read with.
            if len(pages) == _FILES or Path(name).name in {Path(other).name for _, other in pages}:
                yield _unit(pages, out, rows)
                pages = []
            pages.append((path, name))
    if pages:
        yield _unit(pages, out, rows)


def _unit(files, out, rows):
    seen = [(name, path.stat().st_size, path.stat().st_mtime_ns) if path.exists() else name for path, name in files]
    first = files[0][1]
    short = blake2b(first.encode("utf-8", "replace"), digest_size=4).hexdigest()
    stem = "".join(char if char.isalnum() else "-" for char in suffix_of(first)[1])[:40]
    made_from = blake2b(repr((seen, rows)).encode("utf-8", "replace"), digest_size=16).hexdigest()
    files = tuple((str(path), name) for path, name in files)
    return _Unit(str(out.resolve() / f"{stem}-{short}.parquet"), files, rows, made_from)


def _make(unit):
    with Part(unit.name, SCHEMAS["articles"], unit.made_from) as part:
        for articles in _frames(unit):
            for piece in _row_groups(articles, unit.rows):
                part.write(piece)


def _row_groups(articles, rows):
    """A table in pieces of so many rows, and of so many characters, but of one article at least."""
    size = articles["raw"].str.len().fillna(0) + articles["html"].str.len().fillna(0)
    group = (size.cumsum() // _BYTES).astype("int64") * len(articles) + pd.RangeIndex(len(articles)) // rows
    return [piece for _, piece in articles.groupby(group.to_numpy(), sort=True)]


def _frames(unit):
    """The articles of a unit, a table at a time."""
    path, name = unit.files[0]
    suffix, stem = suffix_of(name)
    if suffix not in _STREAMED:
        names = {Path(name).name: name for _, name in unit.files}
        articles = _quietly([path for path, _ in unit.files])
        yield articles.assign(file=articles["file"].map(names).astype(articles["file"].dtype))
        return
    try:
        for frame in _warc(path, stem) if suffix == ".warc" else _parquet(path, stem, unit.rows):
            yield _quietly(frame.assign(file=name))
    except (Unreadable, pa.ArrowException, OSError) as error:
        # What was read before the damage is kept; the rest is a row that says so.
        warnings.warn(f"{name} is not read, or not to its end: {str(error)[:100]}", stacklevel=2)
        row = {"article_id": f"{stem}-unreadable", "file": name, "format": suffix[1:], "status": "unreadable"}
        yield table("articles", [{**row, "authors": (), "kept": (), "n_words": 0}])


def _quietly(source):
    with redirect_stdout(io.StringIO()), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return load_articles(source)


def _parquet(path, stem, rows):
    number = 0
    with pq.ParquetFile(path) as file:
        columns = find_columns(file.schema_arrow.names).get("article_id", [])
        for batch in file.iter_batches(batch_size=rows):
            frame = batch.to_pandas()
            counted = pd.Series([f"{stem}-{number + place + 1}" for place in range(len(frame))], dtype=object)
            own = frame[columns[0]] if columns else pd.Series([None] * len(frame), dtype=object)
            number += len(frame)
            yield frame.assign(article_id=own.where(own.notna(), counted))


def _warc(path, stem):
    pages = []
    for number, page in warc_pages(path):
        pages.append({"article_id": f"{stem}-{number}", "html": page})
        if len(pages) == 100:
            yield pd.DataFrame(pages)
            pages = []
    if pages:
        yield pd.DataFrame(pages)


def _tell_apart(paths):
    """Put the file's name before an article_id that several files have."""
    seen, twice = set(), set()
    for path in paths:
        for name in pq.read_table(path, columns=["article_id"])["article_id"].to_pylist():
            (twice if name in seen else seen).add(name)
    for path in paths if twice else ():
        names = pq.read_table(path, columns=["article_id"])["article_id"].to_pylist()
        if twice.isdisjoint(names):
            continue
        with pq.ParquetFile(path) as file:
            made_from = file.schema_arrow.metadata[b"newslab.made_from"].decode()
            with Part(path, SCHEMAS["articles"], made_from) as part:
                for group in range(file.num_row_groups):
                    rows = file.read_row_group(group)
                    ids = [f"{path.stem}-{name}" if name in twice else name for name in rows["article_id"].to_pylist()]
                    part.write(rows.set_column(0, "article_id", pa.array(ids, pa.string())))
