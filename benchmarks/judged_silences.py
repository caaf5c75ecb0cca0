"""How many of the silences that newslab claims are silences, judged by reading the silent article whole.

usage: python benchmarks/judged_silences.py DATA

DATA is the folder of the framing bench (basil, wcl). `judged_silences.json` holds claims of silence: the event, the
article, the rule and a checksum of the label, the verdict, and where the article tells of it after all. Verdicts:
"silent"; "other words" and "part", it is told; "no thing", nothing that one can be silent on. The claims of half
"mending" were read before the rules were made, those of "measuring" while they were, those of "last" after all but one
of them (no silence on the country at home). Prints, for each half and rule, how many claims the library makes now, how
many of them are judged, the share of these that are true, and how many of the true ones that were judged it still
makes.
"""

import argparse
import json
import zlib
from pathlib import Path

import pandas as pd

import newslab as nl

JUDGED = Path(__file__).with_suffix(".json")


def claims(folder):
    """The silences on what two articles report, as (article_id, rule, checksum of the label)."""
    texts = {path.stem: path.read_text(encoding="utf8") for path in sorted(folder.glob("*.txt"))}
    articles = nl.load_articles(pd.DataFrame({"article_id": list(texts), "text": list(texts.values())}))
    wording = nl.wording(articles)
    rule = wording.drop_duplicates("referent").set_index("referent")["rule"]
    told = nl.coverage(wording, articles)
    for row in told[told["state"] == "silent"].itertuples():
        yield row.article_id, rule[row.referent], zlib.crc32(row.label.encode())


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    data = parser.parse_args().data
    judged = pd.DataFrame(json.loads(JUDGED.read_text(encoding="utf8")))
    half = judged.drop_duplicates("event").set_index("event")["half"]
    made = [(event, *claim) for event in half.index for claim in claims(data / event)]
    made = pd.DataFrame(made, columns=["event", "article", "rule", "label"]).assign(made=True)
    found = judged.drop(columns="half").merge(made, how="outer", on=["event", "article", "rule", "label"])
    found = found.assign(half=found["event"].map(half), made=found["made"].eq(True), true=found["verdict"].eq("silent"))
    print("half       rule     claims  judged  true          true ones kept")
    for (part, rule), rows in [
        *(((part, "all"), rows) for part, rows in found.groupby("half")),
        *found.groupby(["half", "rule"]),
    ]:
        known = rows[rows["made"] & rows["verdict"].notna()]
        true = rows[rows["true"]]
        share = f"{known['true'].sum():3} of {len(known):3} {known['true'].mean():6.1%}" if len(known) else ""
        kept = f"{true['made'].sum():3} of {len(true):3}"
        print(f"{part:9}  {rule:7} {rows['made'].sum():7} {len(known):7}  {share:18} {kept}")


if __name__ == "__main__":
    main()
