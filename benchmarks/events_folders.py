"""Does group_events leave the articles of one political event together, alone in a folder and among all others?

usage: python benchmarks/events_folders.py DATA/framing

Prints for the events of BASIL (three outlets each), with and without dates of publication, and of NewsWCL50 (five
outlets, no dates): B-cubed F1, precision and recall with all articles in one table; the events that are parted when
their articles are a table of their own; and how many pairs of articles are one event alone and two in the folder.
"""

import argparse
import contextlib
import io
import json
from itertools import combinations
from pathlib import Path

import pandas as pd

import newslab as nl


def read(folder, dates):
    """The articles of all events of a corpus, and the event of each."""
    rows, event = [], {}
    for path in sorted(folder.glob("event_*")):
        for doc in json.loads((path / "gold.json").read_text(encoding="utf-8"))["docs"]:
            row = {"article_id": doc["doc"], "text": (path / f"{doc['doc']}.txt").read_text(encoding="utf-8")}
            rows.append(row | ({"published": doc["date"]} if dates else {}))
            event[doc["doc"]] = path.name
    with contextlib.redirect_stdout(io.StringIO()):
        return nl.load_articles(pd.DataFrame(rows)), pd.Series(event)


def b_cubed(found, event):
    joint = pd.crosstab(found, event).to_numpy()
    precision, recall = ((joint**2 / joint.sum(axis=axis, keepdims=True)).sum() / joint.sum() for axis in (1, 0))
    return 2 * precision * recall / (precision + recall), precision, recall


def grouped(articles, ids):
    return nl.group_events(articles[articles["article_id"].isin(ids)]).set_index("article_id")["event"]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    data = parser.parse_args().data
    for corpus, dates in (("basil", True), ("basil", False), ("wcl", False)):
        articles, event = read(data / corpus, dates)
        figures = b_cubed(grouped(articles, event.index).loc[event.index].to_numpy(), event.to_numpy())
        parted, driven_out = [], 0
        for name, ids in event.groupby(event).groups.items():
            found = grouped(articles, ids)
            parted += [name] if found.nunique() > 1 else []
            apart = [pair for pair in combinations(ids, 2) if found[pair[0]] != found[pair[1]]]
            driven_out += sum(grouped(articles, pair).nunique() == 1 for pair in apart)
        shown = " / ".join(f"{figure:.3f}" for figure in figures)
        print(
            f"{corpus}, {'dates' if dates else 'no dates'}: {shown}; parted: {', '.join(parted) or 'none'}; "
            f"one event without the others of the folder: {driven_out} pairs"
        )


if __name__ == "__main__":
    main()
