"""Count in how many news stories each word stem stands, and write newslab/data/document_frequencies.txt.

usage: python benchmarks/count_frequencies.py ../shared/bench

Counted are the stories of lee50/lee_background.cor (300), quotes/train.jsonl.gz (840), quotes/docs.jsonl (84) and the
bodies of cleaning/gold.jsonl (166); none of them is part of what `human` and `events` are measured on.
"""

import gzip
import json
import sys
from collections import Counter
from pathlib import Path

from newslab.similarity.vectorizer import stems

OUT = Path(__file__).parent.parent / "newslab" / "data" / "document_frequencies.txt"
SOURCE = (
    "# Number of news stories, of {n}, in which a word stem stands (counted from 2 up): ABC Australia 2001 (300, Lee et al. "
    "2005), PolNeAR train and dev (924, US outlets, 2016), 166 pages of 70 publishers (scrapinghub, fundus, WCXB)."
)


def stories(bench):
    """The background stories, one text each."""
    yield from (bench / "lee50/lee_background.cor").read_text(encoding="latin-1").split("\n")
    with gzip.open(bench / "quotes/train.jsonl.gz", "rt", encoding="utf-8") as lines:
        yield from (json.loads(line)["text"] for line in lines)
    for name, field in [("quotes/docs.jsonl", "text"), ("cleaning/gold.jsonl", "body")]:
        with open(bench / name, encoding="utf-8") as lines:
            yield from (json.loads(line)[field] for line in lines)


def main():
    counts, n = Counter(), 0
    for story in stories(Path(sys.argv[1])):
        if story.strip():
            counts.update(set(stems(story)))
            n += 1
    by_count = {}
    for stem, count in sorted(counts.items()):
        if count > 1:
            by_count.setdefault(count, []).append(stem)
    lines = [SOURCE.format(n=n), str(n)]
    lines += [f"{count} {' '.join(by_count[count])}" for count in sorted(by_count, reverse=True)]
    OUT.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
