"""Articles of any format into a Parquet folder of articles."""

import os
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import blake2b
from itertools import chain
from pathlib import Path

import pandas as pd

from newslab.corpus.files import find_files, suffix_of
from newslab.corpus.known import read_sources
from newslab.corpus.load import articles_of
from newslab.corpus.records import read_file
from newslab.scale.parts import SCHEMAS, Part, keep_apart, remove_others
from newslab.scale.settle import is_settled, settle
from newslab.scale.workers import finish

_TABLES = (".csv", ".tsv", ".json", ".jsonl", ".ndjson", ".jl", ".parquet", ".pq", ".warc")
# Of a part: few articles, lest at the end one process waits long for another.
_FILES, _ROWS, _CHARACTERS = 500, 250, 50_000_000


@dataclass(frozen=True)
class _Unit:
    """Files that are read together, and the one file they become."""

    name: str
    files: tuple
    rows: int
    made_from: str


def load(
    source: str | os.PathLike | Iterable[str | os.PathLike],
    out: str | os.PathLike,
    *,
    sources: str | os.PathLike | pd.DataFrame | None = None,
    rows: int = _ROWS,
    workers: int = 1,
    cluster: str | None = None,
) -> None:
    """Load articles of any format into a Parquet folder, as `load_articles` does into a table.

    source : a folder, a file or a list of files. Tables and archives of any size are read piece by piece; only JSON
        that is not one object a line (an array, for example) is read whole, and needs ten times its size in memory.
    out : the folder for the Parquet files, with the columns of the table of articles.
    sources : what you know of the articles, as for `load_articles`.
    rows : articles in a row group, which is the part that `run` works on; fewer where the articles are long.
    workers, cluster : as for `run`.

    An article_id that stands in several files gets the name of its file before it. A file or row that cannot be read
    has a row of its own, with its status. A second call reads only files that are new or have changed.

    Raises FileNotFoundError, ValueError and `Unfinished` as `load_articles` and `run` do.

    >>> import tempfile
    >>> import pandas as pd
    >>> from newslab import scale
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     scale.load("seeds", folder, sources="seeds/sources.csv")
    ...     print(pd.read_parquet(folder)["outlet"].tolist())
    ['RT', 'The Independent', 'USA TODAY', 'Bloomberg', 'AzerNews']
    """
    out = Path(out)
    if not isinstance(source, str | os.PathLike):
        source = list(source)
    for place in source if isinstance(source, list) else [source]:
        if Path(place).is_dir():
            keep_apart(place, out)
    known = None if sources is None else read_sources(sources)
    beside = sources if isinstance(sources, str | os.PathLike) else None
    units = list(_plan(find_files(source, leave_out=beside), out, rows))
    remove_others(out, {Path(unit.name).name for unit in units})
    missing = [unit for unit in units if not is_settled(unit.name, unit.made_from, known)]
    finish(_make, missing, workers=workers, cluster=cluster, doing="Loading articles, in parts")
    settle({unit.name: unit.made_from for unit in units}, known)


def _plan(files, out, rows):
    """Tables and archives are a unit each, single pages go together."""
    pages = []
    for path, name in files:
        if suffix_of(name)[0] in _TABLES:
            yield _unit([(path, name)], out, rows)
        else:
            if len(pages) == _FILES:
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
        records = chain.from_iterable(read_file(path, name) for path, name in unit.files)
        for piece in _pieces(records, unit.rows):
            part.write(articles_of(piece))


def _pieces(records, rows):
    """Records in lists of so many, and of so many characters, but of one article at least."""
    piece, size = [], 0
    for record in records:
        length = len(record.raw or "") + len(record.html or "")
        if piece and (len(piece) == rows or size + length > _CHARACTERS):
            yield piece
            piece, size = [], 0
        piece.append(record)
        size += length
    if piece:
        yield piece
