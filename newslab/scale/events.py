"""Which articles of a stream tell of the same event: in windows of time."""

from collections import Counter
from dataclasses import dataclass
from hashlib import blake2b
from os import PathLike
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

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
from newslab.similarity import group_events as group_table
from newslab.similarity.times import FAR_APART
from newslab.tables import STRING

_APART = pd.Timedelta(days=FAR_APART)
_COLUMNS = ["article_id", "status", "published", "raw", "kept", "authors", "n_words"]
_OWN = 10_000  # articles of a window, without those of the ten days after, which are read twice


@dataclass(frozen=True)
class _Unit:
    """One window of time, the files it is read from, and the file of its groups."""

    name: str
    files: tuple
    start: object
    end: object
    made_from: str


def group_events(
    source: str | PathLike, out: str | PathLike, *, days: int = 7, workers: int = 1, cluster: str | None = None
) -> pd.DataFrame:
    """Group the articles of a stream that tell of the same event, as `newslab.group_events` does in a table.

    source : a folder of articles made by `run` or `load`; quickest where the files are in the order of time.
    out : the folder for the results.
    days : how many days' articles are grouped at a time, or as many more as bring 10,000; together with those of the
        ten days after, so that no event is cut at the end of a window. Memory grows with the articles of a window,
        some 70 kB for each.
    workers, cluster : as for `run`.

    An article keeps the event of the first window that it is in; a later window adds articles to an event for as long
    as they are published within twenty days of its first one, so that a running story does not become one event.
    Articles without a date are grouped among themselves.

    Writes out/windows, in parts, which a second call does not make again, and out/events.parquet. Returns its table:
    article_id, event (numbers from 1 in the order of time). Raises FileNotFoundError, ValueError and `Unfinished` as
    `near_copies` does.
    """
    source, out = Path(source), Path(out)
    keep_apart(source, out / "windows")
    units = _plan(source, out, days)
    remove_others(out / "windows", {Path(unit.name).name for unit in units})
    missing = [unit for unit in units if not is_finished(unit.name, unit.made_from)]
    finish(_make, missing, workers=workers, cluster=cluster, doing="Windows of time")
    events = _joined([pq.read_table(unit.name).to_pandas() for unit in units])
    with Part(out / "events.parquet", SCHEMAS["events"]) as part:
        part.write(events)
    return events


def _plan(source, out, days):
    """The windows, each with the files that have articles of its days: a new file touches no others."""
    files = parts_of(source)
    for path in files:
        check_columns(path, _COLUMNS)
    dates = {path: pq.read_table(path, columns=["published"]).to_pandas()["published"] for path in files}
    known = pd.concat(dates.values()).dropna().dt.floor("D")
    units = []
    for start, end in [*_windows(known, days), (None, None)]:
        within = [
            path for path, own in dates.items() if (own.isna() if start is None else (own >= start) & (own < end)).any()
        ]
        if within:
            seen = [(path.name, path.stat().st_size, path.stat().st_mtime_ns) for path in within]
            name = "undated" if start is None else f"{start:%Y-%m-%d}"
            units.append(
                _Unit(
                    name=str(out.resolve() / "windows" / f"{name}.parquet"),
                    files=tuple(str(path.resolve()) for path in within),
                    start=start,
                    end=end,
                    made_from=blake2b(repr((seen, start, end)).encode(), digest_size=16).hexdigest(),
                )
            )
    return units


def _windows(dates, days):
    """The first day of each window, and the day before which it ends: so many days, and so many articles."""
    windows, start, own = [], None, 0
    for day, count in dates.value_counts().sort_index().items():
        if start is None or (own >= _OWN and day >= start + pd.Timedelta(days=days)):
            start, own = day, 0
            windows.append(start)
        own += count
    # Each ends where the next one begins, but for the days after.
    ends = [*windows[1:], dates.max() + pd.Timedelta(days=1)] if windows else []
    return [(start, end + _APART) for start, end in zip(windows, ends, strict=True)]


def _make(unit):
    articles = pd.concat([_in_window(path, unit.start, unit.end) for path in unit.files], ignore_index=True)
    found = group_table(articles)[["article_id", "event"]].merge(articles[["article_id", "published"]], on="article_id")
    with Part(unit.name, SCHEMAS["windows"], unit.made_from) as part:
        part.write(found)


def _in_window(path, start, end):
    """The readable articles of a file that were published from `start` to before `end`; without a date if None."""
    date = pc.field("published")
    dated = date.is_null() if start is None else (date >= pa.scalar(start)) & (date < pa.scalar(end))
    found = pq.read_table(path, columns=_COLUMNS, filters=dated & (pc.field("status") == "ok"))
    return articles_of(found)


def _joined(windows):
    """One number for each article from the groups of all windows, in the order of time."""
    event_of, first = {}, []
    for window in windows:
        for _, group in window.sort_values(["published", "article_id"]).groupby("event", sort=False):
            known = Counter(event_of[name] for name in group["article_id"] if name in event_of)
            open_events = [event for event, _ in known.most_common()]
            for name, date in zip(group["article_id"], group["published"], strict=True):
                if name in event_of:
                    continue
                event = next((e for e in open_events if not date - first[e] > 2 * _APART), None)
                if event is None:
                    event = len(first)
                    first.append(date)
                    open_events.insert(0, event)
                event_of[name] = event
    rows = sorted(event_of.items())
    events = pd.DataFrame({"article_id": [name for name, _ in rows], "event": [event + 1 for _, event in rows]})
    return events.astype({"article_id": STRING, "event": "int64"})
