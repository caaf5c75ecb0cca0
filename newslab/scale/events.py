"""Which articles of a stream tell of the same event: in windows of time."""

from collections import Counter
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from newslab.scale.parts import SCHEMAS, Part, articles_of, is_finished, keep_apart, parts_of, remove_others
from newslab.scale.workers import finish
from newslab.similarity import group_events as group_table
from newslab.similarity.times import FAR_APART
from newslab.tables import STRING

_APART = pd.Timedelta(days=FAR_APART)
_COLUMNS = ["article_id", "status", "text", "published", "raw", "kept", "authors", "n_words"]


@dataclass(frozen=True)
class _Unit:
    """One window of time, the files it is read from, and the file of its groups."""

    name: str
    files: tuple
    start: object
    end: object
    made_from: str


def group_events(source, out, *, days=7, workers=1, cluster=None):
    """Group the articles of a stream that tell of the same event, as `newslab.group_events` does in a table.

    source : a folder of articles made by `run` or `load`; quickest where the files are in the order of time.
    out : the folder for the results.
    days : how many days' articles are grouped at a time, together with those of the ten days after, so that no event
        is cut at the end of a window.
    workers, cluster : as for `run`.

    An article keeps the event of the first window that it is in; a later window adds articles to an event for as long
    as they are published within twenty days of its first one, so that a running story does not become one event.
    Articles without a date are grouped among themselves.

    Writes out/windows, in parts, which a second call does not make again, and out/events.parquet. Returns its table:
    article_id, event (numbers from 1 in the order of time). Raises FileNotFoundError and `Unfinished` as `run` does.
    """
    source, out = Path(source), Path(out)
    keep_apart(source, out / "windows")
    units = _plan(source, out, pd.Timedelta(days=days))
    remove_others(out / "windows", {Path(unit.name).name for unit in units})
    missing = [unit for unit in units if not is_finished(unit.name, unit.made_from)]
    finish(_make, missing, workers=workers, cluster=cluster, doing="Windows of time")
    events = _joined([pq.read_table(unit.name).to_pandas() for unit in units])
    with Part(out / "events.parquet", SCHEMAS["events"]) as part:
        part.write(events)
    return events


def _plan(source, out, step):
    files = parts_of(source)
    seen = [(path.name, path.stat().st_size, path.stat().st_mtime_ns) for path in files]
    dates = pd.concat([pq.read_table(path, columns=["published"]).to_pandas()["published"] for path in files])
    known = dates.dropna().dt.floor("D")
    starts = pd.date_range(known.min(), known.max(), freq=step) if len(known) else []
    # A window without articles of its own adds nothing.
    starts = [start for start in starts if ((known >= start) & (known < start + step)).any()]
    windows = [(start, start + step + _APART) for start in starts] + [(None, None)] * bool(dates.isna().any())
    units, paths = [], tuple(str(path.resolve()) for path in files)
    for start, end in windows:
        name = "undated" if start is None else f"{start:%Y-%m-%d}"
        made_from = blake2b(repr((seen, start, end)).encode(), digest_size=16).hexdigest()
        units.append(_Unit(str(out.resolve() / "windows" / f"{name}.parquet"), paths, start, end, made_from))
    return units


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
