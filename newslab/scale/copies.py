"""Near copies among more articles than fit into memory: a join on disk, and the exact check of what it finds."""

import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
from tqdm.auto import tqdm

from newslab.reuse.contained import CLOSE_RUN, contained, copies_table
from newslab.reuse.copies import CROWD, FEW, telling_runs
from newslab.reuse.hashing import hash_runs
from newslab.scale.parts import SCHEMAS, Part, is_finished, keep_apart, parts_of, remove_others
from newslab.scale.workers import Unfinished, finish

_ARTICLES_AT_ONCE, _PAIRS_AT_ONCE = 500, 20_000

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


def near_copies(source, out, *, workers=1, cluster=None, memory="2GB"):
    """Find near copies among the articles of a Parquet folder, as `newslab.near_copies` does in a table.

    source : a folder of Parquet files with the columns article_id and text, such as the articles of `run`; where there
        is a column status, only rows with "ok" are read.
    out : the folder for the results.
    workers, cluster : as for `run`; the join is made in this process, with all its threads.
    memory : what the join may hold, as "2GB"; beyond that it uses the disk of `out`.

    Writes out/keys (article_id, keys: the word runs on which articles are joined) in parts, which a second call does
    not make again, and out/near_copies.parquet. Returns the table of near copies, the same as that of
    `newslab.near_copies`.

    Raises FileNotFoundError for a folder without Parquet files, ValueError where an article_id stands there twice, and
    `Unfinished` where parts could not be made.
    """
    source, out = Path(source), Path(out)
    keep_apart(source, out / "keys")
    files = parts_of(source)
    units = [_unit(path, out) for path in files]
    remove_others(out / "keys", {Path(unit.name).name for unit in units})
    missing = [unit for unit in units if not is_finished(unit.name, unit.made_from)]
    finish(_make_keys, missing, workers=workers, cluster=cluster, doing="Keys of articles, in parts")
    for left_over in out.glob(".join-*"):
        shutil.rmtree(left_over)
    with tempfile.TemporaryDirectory(dir=out, prefix=".join-") as work:
        ids, left, right, few = _joined([unit.name for unit in units], work, memory)
        shares = _compared(files, ids, left, right, Path(work, "runs"))
    copies = copies_table(ids, left, right, few, *shares)
    with Part(out / "near_copies.parquet", SCHEMAS["near_copies"]) as part:
        part.write(copies)
    return copies


def _unit(path, out):
    seen = path.stat()
    made_from = f"{path.name} {seen.st_size} {seen.st_mtime_ns}"
    return _Unit(str(out.resolve() / "keys" / path.name), str(path.resolve()), made_from)


def _make_keys(unit):
    with Part(unit.name, SCHEMAS["keys"], unit.made_from) as part:
        for ids, texts in _read(unit.source):
            runs, which = telling_runs(texts)
            ends = np.concatenate([[0], np.cumsum(np.bincount(which, minlength=len(texts)))])
            keys = pa.LargeListArray.from_arrays(pa.array(ends), pa.array(runs))
            part.write(pa.table({"article_id": ids, "keys": keys}))


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
    try:
        import duckdb
    except ImportError:
        raise ImportError('the join needs DuckDB: python -m pip install "newslab[scale]"') from None
    options = {"memory_limit": memory, "temp_directory": work, "preserve_insertion_order": "false"}
    try:
        with duckdb.connect(str(Path(work, "join.db")), config=options) as database:
            database.read_parquet(keys).create_view("filed")
            for query in tqdm([_NUMBERED, _RUNS, _SHARED], desc="Join of keys, in steps", delay=1):
                database.execute(query)
            ids = database.execute("select article_id from numbered order by article").fetchnumpy()["article_id"]
            ids = np.array(ids, dtype=object)
            twice = np.flatnonzero(ids[1:] == ids[:-1])
            if len(twice):
                raise ValueError(f"{len(twice)} articles have the id of another one, such as {ids[twice[0]]!r}")
            pairs = database.execute(_PAIRS).fetchnumpy()
    except (duckdb.IOException, duckdb.OutOfMemoryException) as error:
        reason = str(error).splitlines()[0]
        raise Unfinished(f"the join failed ({reason}); the keys are kept. Give it more memory or disk.") from error
    left, right = pairs["left_article"].astype(np.int64), pairs["right_article"].astype(np.int64)
    return ids, left, right, np.asarray(pairs["few"], dtype=bool)


def _compared(files, ids, left, right, scratch):
    """How much of each article of a pair the other one holds; the runs of words lie in a file meanwhile."""
    wanted = np.unique(np.concatenate([left, right]))
    number_of = dict(zip(ids[wanted].tolist(), range(len(wanted)), strict=True))
    place, ends, count = np.zeros(len(wanted), dtype=np.int64), [np.zeros(1, dtype=np.int64)], 0
    with open(scratch, "wb") as file:
        for path in tqdm(files, desc="Texts of pairs, in files", delay=1):
            for names, texts in _read(path):
                found = [(number_of[name], text) for name, text in zip(names, texts, strict=True) if name in number_of]
                runs, bounds = hash_runs([text for _, text in found], CLOSE_RUN)
                place[[number for number, _ in found]] = count + np.arange(len(found))
                ends.append(bounds[1:] + (ends[-1][-1] if count else 0))
                count += len(found)
                file.write(runs.tobytes())
    if not len(left):
        return np.zeros((2, 0))
    runs, bounds = np.memmap(scratch, dtype=np.uint64, mode="r"), np.concatenate(ends)
    sides = place[np.searchsorted(wanted, left)], place[np.searchsorted(wanted, right)]
    blocks = tqdm(range(0, len(left), _PAIRS_AT_ONCE), desc="Pairs compared, in blocks", delay=1)
    return np.hstack([contained(runs, bounds, *(side[i : i + _PAIRS_AT_ONCE] for side in sides)) for i in blocks])
