"""How far the scores of a pair move when 300 stories that have nothing to do with it join the set.

usage: python benchmarks/drift.py DATA      (DATA holds similarity, framing and lee50)

The sets are all stories of similarity/ecbplus_dev.jsonl, those of each of its topics alone, and all articles of
framing/wcl and framing/basil; those that join are lee50/lee_background.cor. Prints for each measure the mean and the
worst pair of each kind of set.
"""

import json
import sys
from pathlib import Path

import numpy as np
from human_task import square

MEASURES = ("topic", "event", "copied")


def sets(data):
    """The texts of each set, by the kind of set."""
    with open(data / "similarity/ecbplus_dev.jsonl", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    yield "44 events", [row["text"] for row in rows]
    for topic in sorted({row["topic"] for row in rows}):
        yield "2 events", [row["text"] for row in rows if row["topic"] == topic]
    for name in ("wcl", "basil"):
        files = sorted((data / "framing" / name).glob("event_*/*.txt"))
        yield f"political, {name}", [file.read_text(encoding="utf-8") for file in files]


def main(data):
    joining = (data / "lee50/lee_background.cor").read_text(encoding="latin-1").split("\n")
    joining = [story for story in joining if story.strip()]
    moved = {}
    for kind, texts in sets(data):
        pairs = np.triu_indices(len(texts), 1)
        before, after = square(texts, MEASURES), square([*texts, *joining], MEASURES)
        for measure in MEASURES:
            moved.setdefault((kind, measure), []).append(
                np.abs(before[measure] - after[measure][: len(texts), : len(texts)])[pairs]
            )
    for (kind, measure), found in moved.items():
        found = np.concatenate(found)
        print(f"{kind:16}  {measure:6}  pairs {len(found):7,}  mean {found.mean():.5f}  worst {found.max():.3f}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
