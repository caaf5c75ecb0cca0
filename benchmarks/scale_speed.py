"""Time and memory of `newslab.scale` on folders of generated articles, and how they grow.

usage: python benchmarks/scale_speed.py WORK ... [--sizes 1000 10000 100000] [--folder FOLDER]

WORK is load (`scale.load` of one CSV file), copies (`scale.near_copies`), passages (`scale.shared_passages` of these),
events (`scale.group_events`, and how far it agrees with `group_events`) or workers (`scale.run` with one process and
with two). The articles (`generated.py`) are written to FOLDER once; every figure is taken in a process of its own.
"""

import argparse
import shutil
import tempfile
from pathlib import Path

import generated
import numpy as np
import pandas as pd
import pyarrow.parquet as pq
from measuring import apart, header, measured, row, together

import newslab as nl
from newslab import scale
from newslab.scale.parts import articles_of

# Above that the table of all articles is not grouped for comparison.
_IN_MEMORY = 20_000


def run_copies(folder, size):
    """`scale.near_copies` from a folder that holds no keys yet."""
    source = generated.write(folder / f"made-{size}", size)
    with tempfile.TemporaryDirectory(dir=folder) as out:
        *figures, found = measured(scale.near_copies, source, Path(out))
    return *figures, f"{len(found)} pairs"


def run_passages(folder, size):
    """`scale.shared_passages` of near copies that are found already."""
    source = _loaded(folder, size)
    with tempfile.TemporaryDirectory(dir=folder) as out:
        pairs = scale.near_copies(source, out)
        *figures, _ = measured(scale.shared_passages, source, Path(out))
        found = sum(pq.read_metadata(path).num_rows for path in Path(out, "passages").iterdir())
    return *figures, f"{found} passages of {len(pairs)} pairs"


def run_events(folder, size):
    """`scale.group_events`; precision and recall are B-cubed, against the events that were made."""
    source = _loaded(folder, size, "stream", generated.stream)
    with tempfile.TemporaryDirectory(dir=folder) as out:
        *figures, found = measured(scale.group_events, source, Path(out))
    note = "precision {:.4f}, recall {:.4f}".format(*_b_cubed(found["event"], generated.stream(size)["event"]))
    if size <= _IN_MEMORY:
        articles = pd.concat([articles_of(pq.read_table(path)) for path in sorted(source.glob("*.parquet"))])
        agreement = _b_cubed(found["event"], nl.group_events(articles)["event"])
        note += "; against group_events {:.4f}, {:.4f}".format(*agreement)
    return *figures, note


def _b_cubed(found, expected):
    pairs = pd.DataFrame({"found": np.asarray(found), "expected": np.asarray(expected)})
    both = pairs.groupby(["found", "expected"]).size()
    shares = (both**2 / both.groupby(side).transform("sum") for side in ("found", "expected"))
    return [share.sum() / len(pairs) for share in shares]


def run_load(folder, size):
    """`scale.load` of one CSV file."""
    path = folder / f"made-{size}.csv"
    if not path.exists():
        folder.mkdir(parents=True, exist_ok=True)
        for first in range(0, size, generated.BATCH):
            frame = generated.frame(min(generated.BATCH, size - first), first)
            frame.to_csv(path, mode="a", header=first == 0, index=False)
    with tempfile.TemporaryDirectory(dir=folder) as out:
        *figures, _ = measured(scale.load, path, Path(out))
    return *figures, f"{path.stat().st_size // 1_000_000} MB"


def compare_workers(folder, size):
    """`scale.run` with one process and with two, their start included; and what the machine gives at best.

    The best is two processes that know nothing of each other, each with half the articles, without their start.
    """
    source, half = _loaded(folder, size), _loaded(folder, size // 2)
    one, two = (_run(source, folder / f"out-{workers}", workers) for workers in (1, 2))
    for tool, figures in (("1 process", one), ("2 processes", two)):
        row("workers", tool, size, (*figures, ""))
    alone, both = (
        max(wall for wall, *_ in together([(_run, half, folder / f"out-half-{i}", 1) for i in range(count)]))
        for count in (1, 2)
    )
    print(f"workers: two processes are {one[0] / two[0]:.2f} × as fast as one; at best {2 * alone / both:.2f} ×")


def _run(source, out, workers):
    shutil.rmtree(out, ignore_errors=True)
    *figures, _ = measured(lambda: scale.run(source, out, workers=workers))
    return figures


def _loaded(folder, size, name="made", make=generated.frame):
    """A folder of generated articles as `scale.load` makes it, in parts of a hundred."""
    out = folder / f"loaded-{name}-{size}"
    if not out.exists():
        scale.load(generated.write(folder / f"{name}-{size}", size, make=make), out, rows=100)
    return out


WORK = {"load": run_load, "copies": run_copies, "passages": run_passages, "events": run_events}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("work", nargs="+", choices=[*WORK, "workers"])
    parser.add_argument("--sizes", type=int, nargs="+", default=[1000, 10_000, 100_000])
    parser.add_argument("--folder", type=Path, default=Path(tempfile.gettempdir(), "newslab-speed"))
    options = parser.parse_args()
    header()
    for work in options.work:
        for size in options.sizes:
            if work == "workers":
                compare_workers(options.folder, size)
            else:
                row(work, "newslab", size, apart(WORK[work], options.folder, size))


if __name__ == "__main__":
    main()
