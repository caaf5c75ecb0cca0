"""Re-filed stories: how many of the known ones `near_copies` finds, with the right direction, and how many it makes up.

usage: python benchmarks/updates.py DATA      (DATA holds lee50/lee_background.cor and reuse/real_updates.json)
"""

import json
import sys
from pathlib import Path

import pandas as pd

import newslab as nl


def main(data):
    stories = (data / "lee50/lee_background.cor").read_text(encoding="latin-1").splitlines()
    gold = json.loads((data / "reuse/real_updates.json").read_text(encoding="utf-8"))
    ids = [f"{number:03}" for number in range(len(stories))]
    copies = nl.near_copies(nl.load_articles(pd.DataFrame({"article_id": ids, "text": stories})))
    found = {(int(row.source), int(row.target)): row.relation for row in copies.itertuples(index=False)}
    known = {
        kind: {tuple(sorted((pair["a"], pair["b"]))): pair for pair in gold[kind]} for kind in ("refiled", "partial")
    }
    right = [pair for pair, told in known["refiled"].items() if found.get(pair) == _relation(pair, told)]
    partial = [pair for pair in known["partial"] if pair in found]
    false = set(found) - set(known["refiled"]) - set(known["partial"])
    print(f"re-filed, with direction: {len(right)} of {len(known['refiled'])}")
    print(f"partial: {len(partial)} of {len(known['partial'])}")
    print(f"false pairs: {len(false)}")


def _relation(pair, told):
    """Which of the two holds the other, by their lengths; of about one length they are the same."""
    words = dict(zip((told["a"], told["b"]), (told["words_a"], told["words_b"]), strict=True))
    first, second = words[pair[0]], words[pair[1]]
    if min(first, second) >= 0.75 * max(first, second):
        return "same"
    return "source inside target" if first < second else "target inside source"


if __name__ == "__main__":
    main(Path(sys.argv[1]))
