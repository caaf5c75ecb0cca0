"""Time and memory of the work across a large corpus, and how they grow: ours and other tools' in one run.

usage: python benchmarks/speed.py WORK ... [--sizes 1000 10000 100000] [--folder FOLDER]

WORK: copies (`near_copies` in memory), disk (`scale.near_copies`), keyness, quotes, workers (`scale.run` with one
process and with two). The corpus is generated (`generated.py`) and written to FOLDER once. Every figure is taken in a
process of its own: seconds, seconds of the processor (which other programs disturb less), megabytes at the peak beyond
what was there before. Other tools run where they are installed (`speed_peers.py`):
python -m pip install datasketch rensa gaoya scattertext
"""

import argparse
import importlib.util
import multiprocessing
import os
import shutil
import sys
import tempfile
import time
from pathlib import Path

import generated
import pandas as pd
from speed_peers import PEERS

import newslab as nl
from newslab.tables import table

_HELD, _SAMPLE = 0.7, 3000


def copies(articles):
    found = nl.near_copies(articles)
    return set(zip(found["source"].astype(int), found["target"].astype(int), strict=True))


def keyness(articles):
    nl.distinctive_terms(articles)


def quotes(articles):
    nl.extract_quotes(articles)


OURS = {"copies": copies, "keyness": keyness, "quotes": quotes}


def memory(name):
    with open("/proc/self/status", encoding="ascii") as lines:
        return next(int(line.split()[1]) / 1024 for line in lines if line.startswith(name))


def measured(function, argument):
    """Seconds, processor seconds, megabytes at the peak beyond those before, and what the function gave."""
    linux = os.path.exists("/proc/self/clear_refs")
    if linux:
        Path("/proc/self/clear_refs").write_text("5", encoding="ascii")
        before = memory("VmRSS")
    wall, processor = time.perf_counter(), time.process_time()
    result = function(argument)
    wall, processor = time.perf_counter() - wall, time.process_time() - processor
    return wall, processor, memory("VmHWM") - before if linux else float("nan"), result


def _frame(size):
    frame = generated.frame(size)
    return frame, table("articles").reindex(range(size)).assign(
        **{name: pd.Series(frame[name], dtype="string[python]") for name in ("article_id", "outlet", "text")},
        raw=pd.Series(frame["text"], dtype="string[python]"),
        kept=[((0, len(text)),) for text in frame["text"]],
        status="ok",
    )


def run_one(work, tool, size):
    frame, articles = _frame(size)
    if tool == "newslab":
        OURS[work](articles.head(10))
        *figures, found = measured(OURS[work], articles)
    else:
        *figures, found = measured(PEERS[work][tool], frame)
    return *figures, _judged(found, frame) if work == "copies" else ""


def _judged(found, frame):
    """Recall of planted copies of which the source holds 0.7 and more, and the share of pairs that were planted."""
    planted = generated.planted(len(frame))
    texts = frame["text"]
    held = [
        (one, other)
        for one, other in planted[:: max(1, len(planted) // _SAMPLE)]
        if max(generated.containment(texts[other], texts[one]), generated.containment(texts[one], texts[other]))
        >= _HELD
    ]
    recall = sum(pair in found for pair in held) / max(1, len(held))
    source = {other: one for one, other in planted}
    right = sum(source.get(a, a) == source.get(b, b) for a, b in found) / max(1, len(found))
    return f"recall {recall:.4f} of {len(held)}, precision {right:.4f} of {len(found)}"


def run_disk(folder, size):
    """`scale.near_copies` from a folder that holds no keys yet."""
    from newslab import scale

    source = generated.write(folder / f"made-{size}", size)
    with tempfile.TemporaryDirectory(dir=folder) as out:
        *figures, found = measured(lambda out: scale.near_copies(source, out), Path(out))
    return *figures, f"{len(found)} pairs"


def run_workers(folder, size, workers):
    """`scale.run`, quotes alone; the time includes that of starting the processes."""
    from newslab import scale

    source, loaded = generated.write(folder / f"made-{size}", size), folder / f"loaded-{size}"
    scale.load(source, loaded, rows=100)
    out = folder / f"out-{workers}"
    shutil.rmtree(out, ignore_errors=True)
    *figures, _ = measured(lambda out: scale.run(loaded, out, workers=workers), out)
    return *figures, ""


def _apart(function, *arguments):
    """What a function gives in a fresh process."""
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        return pool.apply(function, arguments)


def _row(work, tool, size, figures):
    wall, processor, peak, note = figures
    load = os.getloadavg()[0]
    print(
        f"{work:8}  {tool:12}  {size:8,}  {wall:8.2f}  {processor:9.2f}  {peak:7.0f}  {load:4.1f}  {note}", flush=True
    )


def compare(work, sizes):
    seconds = {}
    for tool in ["newslab", *PEERS.get(work, {})]:
        if tool != "newslab" and importlib.util.find_spec(tool) is None:
            print(f"{work:8}  {tool:12}  not installed: python -m pip install {tool}")
            continue
        for size in sizes:
            figures = _apart(run_one, work, tool, size)
            _row(work, tool, size, figures)
            seconds[tool, size] = figures[1]
    for tool, size in seconds:
        if tool != "newslab":
            print(f"{work}: {tool} takes {seconds[tool, size] / seconds['newslab', size]:.1f} × ours at {size:,}")
    for small, large in zip(sizes, sizes[1:], strict=False):
        growth = seconds["newslab", large] / seconds["newslab", small]
        print(f"{work}: {large / small:g} × the articles take {growth:.1f} × the time")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("work", nargs="+", choices=[*OURS, "disk", "workers"])
    parser.add_argument("--sizes", type=int, nargs="+", default=[1000, 10_000, 100_000])
    parser.add_argument("--folder", type=Path, default=Path(tempfile.gettempdir(), "newslab-speed"))
    options = parser.parse_args()
    print("work      tool          articles   seconds  processor  peak MB  load")
    for work in options.work:
        if work in OURS:
            compare(work, options.sizes)
            continue
        for size in options.sizes:
            if work == "disk":
                _row(work, "newslab", size, _apart(run_disk, options.folder, size))
            else:
                rows = [run_workers(options.folder, size, workers) for workers in (1, 2)]
                for workers, figures in zip((1, 2), rows, strict=True):
                    _row(work, f"{workers} process", size, figures)
                print(f"workers: two processes are {rows[0][0] / rows[1][0]:.2f} × as fast as one")


if __name__ == "__main__":
    sys.exit(main())
