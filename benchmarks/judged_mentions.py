"""How many phrases of the wording table speak of the referent under which they stand, judged by reading.

usage: python benchmarks/judged_mentions.py DATA

DATA is the folder of the framing bench (basil, wcl). `judged_mentions.json` holds phrases of 55 events, drawn from the
twelve most salient names and things of each that two articles tell of: the event, the article, where the phrase stands,
a checksum of the referent, the rule, how often the table had the same phrase under it, and the judgement; of a wrong
one also the cause. "pairs" are phrases that speak of one referent and stood in two rows of the table. The rules were
mended while reading one half of the events, "mend"; the other, "measure", was drawn and judged four times, before and
after, and a few general faults seen there were mended too, so that what is drawn anew is the honest figure.

Prints for each half and rule the share of the judged phrases still shown that is right, counted once and as often as
the table had them, how many of the right ones are still shown, what is wrong and why, and the pairs still apart.
"""

import argparse
import json
import zlib
from collections import Counter, defaultdict
from pathlib import Path

import pandas as pd

import newslab as nl

JUDGED = Path(__file__).with_suffix(".json")


def checksum(referent):
    return zlib.crc32(referent.encode())


def shown(folder):
    """(article_id, start, end) → the referents under which the table has the phrase."""
    texts = {path.stem: path.read_text(encoding="utf8") for path in sorted(folder.glob("*.txt"))}
    articles = nl.load_articles(pd.DataFrame({"article_id": list(texts), "text": list(texts.values())}))
    wording = nl.wording(articles)
    places = defaultdict(set)
    for row in wording[wording["rule"] != "fact"].itertuples():
        places[row.article_id, row.start, row.end].add(checksum(row.referent))
    return places


def report(half, rows, tables):
    found = [row for row in rows if row["referent"] in tables[row["event"]].get(tuple(row["place"]), ())]
    print(f"\n{half}: {len(rows)} judged in {len({row['event'] for row in rows})} events, {len(found)} still shown")
    for rule in ("person", "country", "name", "place", "thing", None):
        here, all_here = ([row for row in part if rule in (None, row["rule"])] for part in (found, rows))
        right = sum(row["right"] for row in here)
        often = sum(row["n"] for row in here)
        if here:
            print(
                f"  {rule or 'all':8} right {right:3} of {len(here):3} = {right / len(here):.3f}, as often as said"
                f" {sum(row['n'] for row in here if row['right']) / often:.3f};"
                f" of {sum(row['right'] for row in all_here)} right ones {right} still shown"
            )
    print("  wrong by cause:", dict(Counter(row["cause"] for row in found if not row["right"]).most_common()))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    data = parser.parse_args().data
    judged = json.loads(JUDGED.read_text(encoding="utf8"))
    tables = {event: shown(data / event) for event in sorted({row["event"] for row in judged["rows"]})}
    for half in ("mend", "measure"):
        report(half, [row for row in judged["rows"] if row["half"] == half], tables)
        pairs = [pair for pair in judged["pairs"] if pair["half"] == half]
        places = [[tables[pair["event"]].get(tuple(place), set()) for place in pair["places"]] for pair in pairs]
        apart = sum(bool(one and other and not one & other) for one, other in places)
        print(f"  pairs of rows that are one referent: {apart} of {len(pairs)} still apart")


if __name__ == "__main__":
    main()
