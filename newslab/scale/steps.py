"""The per-article functions of the rooms over a Parquet folder of articles, part by part."""

from collections.abc import Iterable
from contextlib import ExitStack
from dataclasses import dataclass
from itertools import chain
from os import PathLike
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from newslab.cleaning import clean_articles, spans
from newslab.corpus.rows import Unreadable
from newslab.quotes.extract import quote_rows
from newslab.scale.parts import (
    SCHEMAS,
    Part,
    articles_of,
    check_columns,
    is_finished,
    keep_apart,
    parts_of,
    remove_others,
)
from newslab.scale.workers import finish
from newslab.tables import table
from newslab.text import bodies

STEPS = ("clean", "spans", "quotes")
_FOLDERS = ("articles", "spans", "quotes", "status")
_BATCH = 100  # articles; no more than that are in memory at a time
_LONGEST = 10_000_000


@dataclass(frozen=True)
class _Unit:
    """One row group of one file, what is to be done with it, and where the results go."""

    name: str
    source: str
    row_group: int
    out: str
    steps: tuple
    longest: int
    made_from: str


def run(
    source: str | PathLike,
    out: str | PathLike,
    *,
    steps: Iterable[str] = STEPS,
    workers: int = 1,
    cluster: str | None = None,
    longest: int = _LONGEST,
) -> None:
    """Clean the articles of a Parquet folder, label their spans and list their quotes.

    source : a folder made by `load`.
    out : the folder for the results; each step writes into a folder in it.
    steps : which of "clean" (`clean_articles`; without it the articles are taken as they are), "spans" (`spans`)
        and "quotes" (`extract_quotes`, each article by itself).
    workers : processes on this machine; where it is more than one, a script needs `if __name__ == "__main__":`.
    cluster : address of a Dask scheduler, such as "tcp://10.0.0.5:8786", whose workers see the same folders and have
        newslab installed; `workers` then does not count.
    longest : characters; a longer article is not analysed, its status is "too long".

    Writes out/articles, and out/spans and out/quotes as asked, each a folder of Parquet files with the columns
    of the room's table, and out/status: article_id, file, status, problem (why an article has no result; "failed" is
    the status where a step raised an error). A part is one row group of a file of the source; a result is there whole
    or not at all. A second call makes only the parts that are missing, or whose source, steps or `longest` changed.
    The rows do not depend on workers or on the size of the parts.

    Raises FileNotFoundError and ValueError for a source that is no folder of articles, or where the results would lie
    among them; `Unfinished` with a sentence where parts could not be made: what is finished is kept.

    >>> import tempfile
    >>> from newslab import scale
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     scale.load("seeds", f"{folder}/loaded")
    ...     scale.run(f"{folder}/loaded", f"{folder}/done", steps=("clean", "quotes"))
    ...     print(len(pd.read_parquet(f"{folder}/done/quotes")))
    41
    """
    steps = (steps,) if isinstance(steps, str) else tuple(steps)
    unknown = [step for step in steps if step not in STEPS]
    if unknown:
        raise ValueError(f"there is no step {unknown[0]!r}; the steps are {', '.join(STEPS)}")
    keep_apart(source, *(Path(out, folder) for folder in _FOLDERS))
    units, broken = _plan(Path(source), Path(out), tuple(step for step in STEPS if step in steps), longest)
    for folder in _FOLDERS:
        remove_others(Path(out, folder), {unit.name for unit in units} | set(broken))
    for name, rows in broken.items():
        with Part(Path(out, "status", name), SCHEMAS["status"]) as part:
            part.write(rows)
    missing = [unit for unit in units if not is_finished(Path(out, "status", unit.name), unit.made_from)]
    finish(_make, missing, workers=workers, cluster=cluster, doing="Articles, in parts")


def _plan(source, out, steps, longest):
    """The units of a folder, and a status row for each file that cannot be read."""
    units, broken = [], {}
    for path in parts_of(source):
        try:
            file = pq.ParquetFile(path)
        except (OSError, pa.ArrowException) as error:
            broken[path.name] = _status([(None, path.name, "unreadable", f"not a Parquet file: {error}"[:200])])
            continue
        with file:
            check_columns(path, SCHEMAS["articles"].names)
            for group in range(file.num_row_groups):
                seen = path.stat()
                made_from = f"{path.name} {seen.st_size} {seen.st_mtime_ns} {group} {' '.join(steps)} {longest}"
                name = f"{path.stem}-{group:05d}.parquet"
                units.append(_Unit(name, str(path.resolve()), group, str(out.resolve()), steps, longest, made_from))
    return units, broken


def _make(unit):
    """Make one part. Its status is written last: where that stands, the others do."""
    out = Path(unit.out)
    wanted = ["articles", *(step for step in unit.steps if step != "clean")]
    rows = []
    with ExitStack() as stack:
        status = stack.enter_context(Part(out / "status" / unit.name, SCHEMAS["status"], unit.made_from))
        parts = {
            name: stack.enter_context(Part(out / name / unit.name, SCHEMAS[name], unit.made_from)) for name in wanted
        }
        for batch in _batches(unit):
            if isinstance(batch, Unreadable):
                rows.append((None, Path(unit.source).name, "unreadable", f"row group {unit.row_group}: {batch}"[:200]))
                continue
            results, found = _analyse(batch, unit.steps, unit.longest)
            rows += found
            for name, result in results.items():
                parts[name].write(result)
        status.write(_status(rows))


def _batches(unit):
    """The articles of a unit, some at a time; what was read before a damage is kept, and an `Unreadable` ends it."""
    try:
        with pq.ParquetFile(unit.source) as file:
            for batch in file.iter_batches(batch_size=_BATCH, row_groups=[unit.row_group]):
                yield articles_of(batch)
    except (OSError, pa.ArrowException) as error:
        yield Unreadable(" ".join(str(error).split()))


def _status(rows):
    return pd.DataFrame(rows, columns=SCHEMAS["status"].names)


def _analyse(articles, steps, longest):
    """The tables of a batch of articles, and a row for each article on how it went."""
    problems = {}
    too_long = articles["raw"].str.len().fillna(0) > longest
    articles["status"] = articles["status"].mask(too_long & (articles["status"] == "ok"), "too long")
    if "clean" in steps:
        articles = _each(clean_articles, articles, "clean", problems)
    results = {"articles": articles}
    if "spans" in steps:
        results["spans"] = _each(spans, articles, "spans", problems)
    if "quotes" in steps:
        results["quotes"] = _each(_quotes, articles, "quotes", problems)
    status = articles["status"].mask(articles["article_id"].isin(problems), "failed")
    found = zip(articles["article_id"], articles["file"], status, articles["article_id"].map(problems), strict=True)
    return results, [tuple(None if pd.isna(value) else value for value in row) for row in found]


def _each(function, articles, step, problems):
    """What a function gives for articles; if it raises an error, for each of them that it can be had for."""
    try:
        return function(articles)
    except Exception:
        found = []
        for place in range(len(articles)):
            one = articles.iloc[[place]]
            try:
                found.append(function(one))
            except Exception as error:
                problems.setdefault(one["article_id"].iloc[0], f"{step}: {type(error).__name__}: {error}"[:200])
                # An article is never lost: it stays as it came.
                found.append(one if step == "clean" else function(one.iloc[:0]))
        return pd.concat(found, ignore_index=True)


def _quotes(articles):
    # One at a time: the name of a speaker is settled among all articles given, and these here meet by chance.
    return table(
        "quotes", chain.from_iterable(quote_rows([one], indirect=False, alias_of={}) for one in bodies(articles))
    )
