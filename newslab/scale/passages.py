"""The passages of near copies among more articles than fit into memory."""

import shutil
from dataclasses import dataclass
from os import PathLike
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from newslab.reuse import shared_passages as shared_in_table
from newslab.scale.copies import near_copies
from newslab.scale.join import database
from newslab.scale.parts import (
    SCHEMAS,
    Part,
    articles_of,
    check_columns,
    is_finished,
    keep_apart,
    origin,
    parts_of,
    remove_others,
)
from newslab.scale.workers import finish

_COLUMNS = ("article_id", "status", "outlet", "agency", "authors", "published", "n_words", "raw", "kept")
_SCRATCH = ".pairs"
_ROWS = 1000  # of an article's row group, which are held in memory until they are written
# The articles of each pair beside one another: a part of the pairs is a row group of near_copies.parquet.
_GATHERED = """
copy (
    select part, {columns} from filed join paired using (article_id)
) to '{folder}' (format parquet, partition_by (part))
"""


@dataclass(frozen=True)
class _Unit:
    """One row group of the pairs, the folder with their articles, and the file of their passages."""

    name: str
    pairs: str
    row_group: int
    articles: str
    made_from: str


def shared_passages(
    source: str | PathLike, out: str | PathLike, *, workers: int = 1, cluster: str | None = None, memory: str = "2GB"
) -> None:
    """Align the near copies among the articles of a Parquet folder, as `newslab.shared_passages` does those in a table.

    source : a folder of articles made by `run` or `load`.
    out : the folder for the results, the same as for `near_copies`, which is called first.
    workers, cluster, memory : as for `near_copies`.

    Writes out/passages, a folder of Parquet files with the columns of `newslab.shared_passages`: the rows that it gives
    for `pairs=near_copies(articles)`. A second call makes only the parts that are missing.

    Raises as `near_copies` does, and ValueError for a source that is no folder of articles.
    """
    source, out = Path(source), Path(out).resolve()
    keep_apart(source, out / "passages")
    files = parts_of(source)
    for path in files:
        check_columns(path, _COLUMNS)
    near_copies(source, out, workers=workers, cluster=cluster, memory=memory)
    units = _plan(out)
    remove_others(out / "passages", {Path(unit.name).name for unit in units})
    missing = [unit for unit in units if not is_finished(unit.name, unit.made_from)]
    scratch = out / _SCRATCH
    shutil.rmtree(scratch, ignore_errors=True)
    try:
        if missing:
            _gather(files, missing, scratch, memory)
        finish(_make, missing, workers=workers, cluster=cluster, doing="Passages, in parts")
    finally:
        shutil.rmtree(scratch, ignore_errors=True)


def _plan(out):
    pairs = out / "near_copies.parquet"
    return [
        _Unit(
            name=str(out / "passages" / f"passages-{group:05d}.parquet"),
            pairs=str(pairs),
            row_group=group,
            articles=str(out / _SCRATCH / "articles" / f"part={group}"),
            made_from=f"{origin(pairs)} {group}",
        )
        for group in range(pq.read_metadata(pairs).num_row_groups)
    ]


def _gather(files, units, scratch, memory):
    """Write the articles of each unit into a folder of its own, in one pass over the files."""
    scratch.mkdir()
    paired = pa.concat_tables(_members(unit) for unit in units)
    query = _GATHERED.format(columns=", ".join(_COLUMNS), folder=str(scratch / "articles").replace("'", "''"))
    with database(scratch, files, memory) as connection:
        connection.register("paired", paired)
        connection.execute(f"set partitioned_write_flush_threshold={_ROWS}")
        connection.execute(query)


def _members(unit):
    pairs = _pairs(unit)
    names = pc.unique(pa.chunked_array([*pairs["source"].chunks, *pairs["target"].chunks]))
    return pa.table({"article_id": names, "part": pa.array([unit.row_group] * len(names), pa.int64())})


def _pairs(unit):
    with pq.ParquetFile(unit.pairs) as file:
        return file.read_row_group(unit.row_group, columns=["source", "target"])


def _make(unit):
    found = [
        articles_of(pq.read_table(path, columns=list(_COLUMNS), partitioning=None)) for path in parts_of(unit.articles)
    ]
    articles = pd.concat(found, ignore_index=True)
    with Part(unit.name, SCHEMAS["passages"], unit.made_from) as part:
        part.write(shared_in_table(articles, pairs=_pairs(unit).to_pandas()))
