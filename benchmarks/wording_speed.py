"""Time of wording and contrasts, and how it grows with the number of articles.

usage: python benchmarks/wording_speed.py DATA/framing [--sizes 100 300 1000]

The articles are those of basil and wcl; beyond them the same ones again, with another letter in each name, as other
events. Prints the seconds of the processor, without events and with them, the rows, and the megabytes at the peak.
"""

import argparse
import re
from pathlib import Path

import pandas as pd
from measuring import measured

import newslab as nl

_NAME = re.compile(r"\b[A-Z][a-z]{3,}\b")
_LETTERS = "bcdfghklmnprst"


def make_articles(bench, size):
    """`size` articles with the events that they tell of."""
    files = sorted(bench.glob("basil/*/*.txt")) + sorted(bench.glob("wcl/*/*.txt"))
    rows = []
    for number in range(size):
        again, file = number // len(files), files[number % len(files)]
        text = file.read_text(encoding="utf8")
        if again:
            letter = _LETTERS[again % len(_LETTERS)]
            text = _NAME.sub(lambda name, letter=letter: name.group()[0] + letter + name.group()[2:], text)
        rows.append((f"{number:06d}", text, f"{again} {file.parent.name}"))
    frame = pd.DataFrame(rows, columns=["article_id", "text", "event"])
    return nl.load_articles(frame[["article_id", "text"]]), frame[["article_id", "event"]]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--sizes", type=int, nargs="+", default=[100, 300, 1000])
    options = parser.parse_args()
    print("articles  events  wording s  contrasts s    rows   pairs  MB")
    for size in options.sizes:
        articles, events = make_articles(options.data, size)
        for known in (None, events):
            _, first, peak, wording = measured(nl.wording, articles, events=known)
            _, second, later, pairs = measured(nl.contrasts, wording, events=known)
            shown = "no" if known is None else "yes"
            figures = f"{first:10.1f} {second:12.1f} {len(wording):7} {len(pairs):7} {max(peak, later):5.0f}"
            print(f"{size:8} {shown:>7} {figures}", flush=True)


if __name__ == "__main__":
    main()
