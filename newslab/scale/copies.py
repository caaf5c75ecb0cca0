"""Near copies among more articles than fit into memory: a join on disk, and the exact check of what it finds."""

import shutil
import tempfile
from dataclasses import dataclass
from hashlib import blake2b
from os import PathLike
from pathlib import Path

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
from tqdm.auto import tqdm

from newslab.reuse.containment import CLOSE_RUN, contained, copies_table
from newslab.reuse.copies import CROWD, FEW, telling_runs
from newslab.reuse.hashing import hash_runs
from newslab.scale.join import database
from newslab.scale.parts import SCHEMAS, Part, check_columns, is_finished, keep_apart, parts_of, remove_others
from newslab.scale.workers import ahead, finish
from newslab.tables import COLUMNS

_ARTICLES_AT_ONCE, _PAIRS_AT_ONCE = 500, 20_000
_PAIRS_OF_PART = 1000  # which `shared_passages` aligns at a time

# The articles in the order of their ids, as `near_copies` on a table has them.
_NUMBERED = """
create temp table numbered as
    select (row_number() over (order by article_id) - 1)::uinteger as article, article_id from filed
"""
_RUNS = """
create temp table runs as
    select unnest(keys) as run, article from filed join numbered using (article_id)
"""
# Most runs stand in one article only, and are dropped before the rest is put in order.
_SHARED = """
create temp table shared as
    with again as (select run from runs group by run having count(*) > 1),
        found as (select distinct run, article from runs semi join again using (run))
    select run, article, row_number() over (partition by run order by article) as place,
        count(*) over (partition by run) as size
    from found
"""
_PAIRS = f"""
select one.article as left_article, other.article as right_article, bool_or(one.size <= {FEW}) as few
from shared one join shared other on one.run = other.run and one.article < other.article
    and (one.size <= {CROWD} or one.place = 1 or other.place = one.place + 1)
group by all order by all
"""


@dataclass(frozen=True)
class _Unit:
    """One file of articles, and the file of its keys."""

    name: str
    source: str
    made_from: str


def near_copies(
    source: str | PathLike, out: str | PathLike, *, workers: int = 1, cluster: str | None = None, memory: str = "2GB"
) -> pd.DataFrame:
    """Find near copies among the articles of a Parquet folder, as `newslab.near_copies` does in a table.

    source : a folder of Parquet files with the columns article_id and text, such as the articles of `run`; where there
        is a column status, only rows with "ok" are read.
    out : the folder for the results.
    workers, cluster : as for `run`; the join is made in this process, with all its threads.
    memory : what the join may hold, as "2GB"; beyond that it uses the disk of `out`.

    Writes out/keys (article_id, keys: the word runs on which articles are joined) in parts, and
    out/near_copies.parquet, which a second call does not make again. Returns the table of near copies, the same as
    that of `newslab.near_copies`; `shared_passages` gives the passages of its pairs.

    Raises FileNotFoundError for a folder without Parquet files, ValueError where a file lacks a column or an article_id
    stands there twice, and `Unfinished` where parts could not be made.
    """
    source, out = Path(source), Path(out)
    keep_apart(source, out / "keys")
    files = parts_of(source)
    for path in files:
        check_columns(path, ("article_id", "text"))
    units = [_unit(path, out) for path in files]
    remove_others(out / "keys", {Path(unit.name).name for unit in units})
    missing = [unit for unit in units if not is_finished(unit.name, unit.made_from)]
    path, made_from = out / "near_copies.parquet", _digest(units)
    if not missing and is_finished(path, made_from):
        return pq.read_table(path).to_pandas().astype(COLUMNS["near_copies"])
    finish(_make_keys, missing, workers=workers, cluster=cluster, doing="Keys of articles, in parts")
    for left_over in out.glob(".join-*"):
        shutil.rmtree(left_over)
    with tempfile.TemporaryDirectory(dir=out, prefix=".join-") as work:
        ids, left, right, few = _joined([unit.name for unit in units], work, memory)
        shares = _compared(files, ids, left, right, Path(work, "runs"))
    copies = copies_table(ids, left, right, few, *shares)
    with Part(path, SCHEMAS["near_copies"], made_from) as part:
        for first in range(0, len(copies), _PAIRS_OF_PART):
            part.write(copies.iloc[first : first + _PAIRS_OF_PART])
    return copies


def _digest(units):
    return blake2b(repr([unit.made_from for unit in units]).encode("utf-8", "replace"), digest_size=16).hexdigest()


def _unit(path, out):
    seen = path.stat()
    made_from = f"{path.name} {seen.st_size} {seen.st_mtime_ns}"
    return _Unit(str(out.resolve() / "keys" / path.name), str(path.resolve()), made_from)


def _make_keys(unit):
    with Part(unit.name, SCHEMAS["keys"], unit.made_from) as part:
        for keys in ahead(_keys, _read(unit.source)):
            part.write(keys)


def _keys(articles):
    ids, texts = articles
    runs, which = telling_runs(texts)
    ends = np.concatenate([[0], np.cumsum(np.bincount(which, minlength=len(texts)))])
    return pa.table({"article_id": ids, "keys": pa.LargeListArray.from_arrays(pa.array(ends), pa.array(runs))})


def _read(path):
    """The ids and texts of the readable articles of a file, some hundred at a time."""
    with pq.ParquetFile(path) as file:
        columns = [name for name in ("article_id", "text", "status") if name in file.schema_arrow.names]
        for batch in file.iter_batches(batch_size=_ARTICLES_AT_ONCE, columns=columns):
            if "status" in columns:
                batch = batch.filter(pc.equal(batch["status"], "ok"))
            if len(batch):
                yield batch["article_id"].to_pylist(), pc.fill_null(batch["text"], "").to_pylist()


def _joined(keys, work, memory):
    """The ids of all articles in order, and the pairs that share a key: left, right, whether few articles have it."""
    with database(work, keys, memory) as connection:
        for query in tqdm([_NUMBERED, _RUNS, _SHARED], desc="Join of keys, in steps", delay=1):
            connection.execute(query)
        ids = connection.execute("select article_id from numbered order by article").fetchnumpy()["article_id"]
        ids = np.array(ids, dtype=object)
        twice = np.flatnonzero(ids[1:] == ids[:-1])
        if len(twice):
            raise ValueError(f"{len(twice)} articles have the id of another one, such as {ids[twice[0]]!r}")
        pairs = connection.execute(_PAIRS).fetchnumpy()
    left, right = pairs["left_article"].astype(np.int64), pairs["right_article"].astype(np.int64)
    return ids, left, right, np.asarray(pairs["few"], dtype=bool)


def _compared(files, ids, left, right, scratch):
    """How much of each article of a pair the other one holds; the runs of words lie in a file meanwhile."""
    wanted = np.unique(np.concatenate([left, right]))
    number_of = dict(zip(ids[wanted].tolist(), range(len(wanted)), strict=True))
    place, sizes, count = np.zeros(len(wanted), dtype=np.int64), [np.zeros(1, dtype=np.int64)], 0

    def hashed(articles):
        found = [(number_of[name], text) for name, text in zip(*articles, strict=True) if name in number_of]
        return [number for number, _ in found], hash_runs([text for _, text in found], CLOSE_RUN)

    with open(scratch, "wb") as file:
        for path in tqdm(files, desc="Texts of pairs, in files", delay=1):
            for numbers, (runs, bounds) in ahead(hashed, _read(path)):
                place[numbers] = count + np.arange(len(numbers))
                sizes.append(np.diff(bounds))
                count += len(numbers)
                file.write(runs.tobytes())
    if not len(left):
        return np.zeros((2, 0))
    runs, bounds = np.memmap(scratch, dtype=np.uint64, mode="r"), np.cumsum(np.concatenate(sizes))
    sides = place[np.searchsorted(wanted, left)], place[np.searchsorted(wanted, right)]
    blocks = tqdm(range(0, len(left), _PAIRS_AT_ONCE), desc="Pairs compared, in blocks", delay=1)
    return np.hstack([contained(runs, bounds, *(side[i : i + _PAIRS_AT_ONCE] for side in sides)) for i in blocks])
