"""How many of the speakers that newslab.quotes names are right, judged by reading.

usage: python benchmarks/judged_attributions.py DATA

DATA is the folder of all benchmark data (cleaning, framing, quotes). `judged_attributions.json` holds quotations that
had been given a speaker, each read in its article, leaving out those whose name stands right beside, as in “…,” Lowe
said: the article, where the quotation starts, a checksum of the last word of the right speaker's name (0: nobody
can be named) and, where another had been named, one of that name. For each set prints how many are right, false (the
false name still, or some other that is not the right one) and without a name.
"""

import argparse
import gzip
import json
import zlib
from collections import Counter, defaultdict
from pathlib import Path

import pandas as pd

import newslab as nl
from newslab.quotes.counts import is_named

JUDGED = Path(__file__).with_suffix(".json")


def checksum(name):
    return zlib.crc32(name.casefold().encode())


def read_texts(data, names):
    """The texts of the judged articles by name; those of one event of basil stand beside one another."""
    texts = {name: (data / "framing" / f"{name}.txt").read_text(encoding="utf8") for name in names if "/" in name}
    with open(data / "cleaning/gold.jsonl", encoding="utf8") as file:
        texts |= {page["id"]: page["body"] for page in map(json.loads, file) if page["id"] in names}
    with gzip.open(data / "quotes/train.jsonl.gz", "rt", encoding="utf8") as file:
        texts |= {article["doc"]: article["text"] for article in map(json.loads, file) if article["doc"] in names}
    return texts


def speakers(texts):
    """{(article, start): speaker or None}; the articles of one event are read together, as in a folder."""
    folders = defaultdict(list)
    for name in sorted(texts):
        folders[name.rpartition("/")[0] or name].append(name)
    found = {}
    for names in folders.values():
        frame = pd.DataFrame({"article_id": [str(number) for number in range(len(names))]})
        quotes = nl.extract_quotes(nl.load_articles(frame.assign(text=[texts[name] for name in names])))
        for row in quotes.itertuples(index=False):
            known = row.kind != "scare" and not pd.isna(row.speaker)
            found[names[int(row.article_id)], row.start] = row.speaker if known else None
    return found


def verdict(row, speaker):
    """ "right", "false" or "none" for what is given as the speaker; "the senator" names nobody falsely."""
    known_false = speaker is not None and row.get("false") == checksum(speaker)
    if speaker is not None and row["speaker"] == checksum(speaker.split()[-1]) and not known_false:
        return "right"
    return "none" if speaker is None or not (known_false or is_named(speaker)) else "false"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    data = parser.parse_args().data
    judged = json.loads(JUDGED.read_text(encoding="utf8"))
    found = speakers(read_texts(data, {row["article"] for row in judged}))
    counts, was = defaultdict(Counter), Counter(row["set"] for row in judged if "false" in row)
    for row in judged:
        counts[row["set"]][verdict(row, found.get((row["article"], row["start"])))] += 1
    print(f"{'set':16} judged  false when read   now: right  false   none  precision")
    for name, count in [*sorted(counts.items()), ("all", sum(counts.values(), Counter()))]:
        before = was[name] if name in was else was.total()
        share = count["right"] / max(1, count["right"] + count["false"])
        numbers = f"{count.total():6} {before:16} {count['right']:12} {count['false']:6} {count['none']:6}"
        print(f"{name:16} {numbers} {share:10.3f}")


if __name__ == "__main__":
    main()
