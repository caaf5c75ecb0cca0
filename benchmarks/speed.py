"""Time and memory of near copies and keyness in a large corpus, and how they grow: ours and other tools' in one run.

usage: python benchmarks/speed.py copies keyness [--sizes 1000 10000 100000]

The corpus is generated (`generated.py`). Every figure is taken in a process of its own: seconds, seconds of the
processor (which other programs disturb less), megabytes at the peak beyond what was there before. Other tools run where
they are installed (`peers.py`):
python -m pip install datasketch rensa gaoya scattertext convokit
"""

import argparse
import importlib.util

import generated
import pandas as pd
from measuring import apart, header, measured, row
from peers import PEERS

import newslab as nl
from newslab.tables import table

_HELD, _SAMPLE = 0.7, 3000


def copies(articles):
    found = nl.near_copies(articles)
    return set(zip(found["source"].astype(int), found["target"].astype(int), strict=True))


def keyness(articles):
    nl.distinctive_terms(articles)


OURS = {"copies": copies, "keyness": keyness}


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


def compare(work, sizes):
    seconds = {}
    for tool in ["newslab", *PEERS[work]]:
        if tool != "newslab" and importlib.util.find_spec(tool) is None:
            print(f"{work:8}  {tool:12}  not installed: python -m pip install {tool}")
            continue
        for size in sizes:
            figures = apart(run_one, work, tool, size)
            row(work, tool, size, figures)
            seconds[tool, size] = figures[1]
    for tool, size in seconds:
        if tool != "newslab":
            print(f"{work}: {tool} takes {seconds[tool, size] / seconds['newslab', size]:.1f} × ours at {size:,}")
    for small, large in zip(sizes, sizes[1:], strict=False):
        growth = seconds["newslab", large] / seconds["newslab", small]
        print(f"{work}: {large / small:g} × the articles take {growth:.1f} × the time")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("work", nargs="+", choices=OURS)
    parser.add_argument("--sizes", type=int, nargs="+", default=[1000, 10_000, 100_000])
    options = parser.parse_args()
    header()
    for work in options.work:
        compare(work, options.sizes)


if __name__ == "__main__":
    main()
