"""Parts of a Parquet folder: written whole or not at all, known again by what they were made from."""

import os
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from newslab.tables import COLUMNS, STRING, table

_TYPES = {
    STRING: pa.string(),
    "int64": pa.int64(),
    "Int64": pa.int64(),
    "float64": pa.float64(),
    "bool": pa.bool_(),
    "datetime64[s]": pa.timestamp("ms"),
}
_LISTS = {"authors": pa.list_(pa.string()), "kept": pa.list_(pa.struct({"start": pa.int64(), "end": pa.int64()}))}
_MADE_FROM = b"newslab.made_from"

SCHEMAS = {
    name: pa.schema([(column, _LISTS.get(column) or _TYPES[kind]) for column, kind in columns.items()])
    for name, columns in COLUMNS.items()
}
SCHEMAS["keys"] = pa.schema({"article_id": pa.string(), "keys": pa.large_list(pa.uint64())})
SCHEMAS["status"] = pa.schema(
    {"article_id": pa.string(), "file": pa.string(), "status": pa.string(), "problem": pa.string()}
)
SCHEMAS["windows"] = pa.schema({"article_id": pa.string(), "event": pa.int64(), "published": pa.timestamp("ms")})
SCHEMAS["events"] = pa.schema({"article_id": pa.string(), "event": pa.int64()})


class Part:
    """A Parquet file in the making: it gets its name when it is whole and on the disk, and is removed when it fails.

    made_from : says what it was made from, so that a later call knows whether it is still the same.
    """

    def __init__(self, path, schema, made_from=""):
        self._path, self._temporary = Path(path), Path(path).with_name(f".{Path(path).name}.{os.getpid()}.tmp")
        self._schema = schema.with_metadata({_MADE_FROM: made_from.encode()})

    def __enter__(self):
        self._path.parent.mkdir(parents=True, exist_ok=True)
        self._file = open(self._temporary, "wb")  # noqa: SIM115 (closed in __exit__)
        # Hashes do not get smaller by packing.
        packed = {column.name: "none" if column.name == "keys" else "zstd" for column in self._schema}
        self._writer = pq.ParquetWriter(self._file, self._schema, compression=packed)
        return self

    def write(self, rows):
        """Append a DataFrame or an Arrow table as a row group of its own."""
        if not isinstance(rows, pa.Table):
            rows = pa.Table.from_pandas(rows, schema=self._schema, preserve_index=False)
        if rows.num_rows:
            self._writer.write_table(rows.cast(self._schema), row_group_size=rows.num_rows)

    def __exit__(self, kind, *_):
        try:
            with self._file:
                # What a failed part has written is of no use, but the writer must be closed all the same.
                self._writer.close()
                if kind is None:
                    self._file.flush()
                    os.fsync(self._file.fileno())
            if kind is None:
                os.replace(self._temporary, self._path)
        except OSError:
            if kind is None:
                raise
        finally:
            self._temporary.unlink(missing_ok=True)


def is_finished(path, made_from):
    """Whether there is a whole part, made from the same."""
    return origin(path) == made_from


def origin(path):
    """What a part says that it was made from; None where there is no such part, or it is not one of ours."""
    try:
        found = (pq.read_schema(path).metadata or {}).get(_MADE_FROM)
    except (OSError, pa.ArrowException):
        return None
    return None if found is None else found.decode()


def check_columns(path, wanted):
    """Raise ValueError where a file is no table of articles, or not with these columns."""
    try:
        names = pq.read_schema(path).names
    except (OSError, pa.ArrowException) as error:
        raise ValueError(f"{path.name} is not a Parquet file: {error}") from error
    if lacking := set(wanted) - set(names):
        raise ValueError(f"{path.name} has no column {min(lacking)}; make the folder with `scale.load`")


def keep_apart(source, *folders):
    """Raise ValueError where results would lie among their sources: they would be read again, or take their place."""
    source = Path(source).resolve()
    for folder in (Path(folder).resolve() for folder in folders):
        if source == folder or source in folder.parents or folder in source.parents:
            raise ValueError(f"the results in {folder} would lie among the articles of {source}; choose another `out`")


def remove_others(folder, names):
    """Take away what an interrupted call left, and parts of a source that is no longer there, lest they be counted.

    Only what was made here is removed, never a file of somebody else's.
    """
    for path in Path(folder).glob("*.parquet"):
        if path.name not in names and origin(path) is not None:
            path.unlink()
    for path in Path(folder).glob(".*.tmp"):
        path.unlink(missing_ok=True)


def parts_of(folder):
    """The Parquet files of a folder, in order; FileNotFoundError where there are none."""
    files = sorted(Path(folder).glob("*.parquet"))
    if not files:
        raise FileNotFoundError(f"no .parquet files in {folder}; `scale.load` makes them from articles of any format")
    return files


def articles_of(batch):
    """Rows of a Parquet folder of articles as the table of articles."""
    rows = batch.to_pylist()
    for row in rows:
        row["authors"] = tuple(row["authors"] or ())
        row["kept"] = tuple((span["start"], span["end"]) for span in row["kept"] or ())
    return table("articles", rows)
