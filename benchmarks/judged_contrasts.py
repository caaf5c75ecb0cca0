"""How many of the contrasts that newslab shows tell a reader something, judged by reading.

usage: python benchmarks/judged_contrasts.py DATA [EVENT ...] [--unjudged] [--fit]

DATA is the folder of the framing bench (basil, wcl), beside that of similarity (ECB+). `judged_contrasts.json` holds
pairs of wordings: the event, both places in the files, and the verdict of a reader of both articles. "telling": both
are of one thing at one point of the story, and the difference says something of framing, emphasis or fact; "dull": it
says nothing; "misleading": the other article prints the same wording too; "false": they are not of one thing or fact.
Prints the share of each verdict among the pairs that a page shows and among the first 3, 10 and 20 of the table, and by
rule.

`--unjudged` prints the pairs without a verdict among those, to be read. `--fit` fits the weights of
`newslab/data/contrast_weights.json` on the judged pairs that stand at one point of the story, and prints how well they
do on events left out.
"""

import argparse
import json
import re
from collections import Counter, defaultdict
from pathlib import Path

import numpy as np
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.preprocessing import StandardScaler

import newslab as nl
from newslab.framing.telling import Accounts
from newslab.tables import TELLING

JUDGED = Path(__file__).with_suffix(".json")
_ROOT = Path(__file__).parent.parent
_WEIGHTS = _ROOT / "newslab" / "data" / "contrast_weights.json"
_VERDICTS = ("telling", "dull", "misleading", "false")
# Held against large weights, since the judged pairs are few.
_LOOSE = 0.1
_SAME = 0.8
# Short agency reports of crimes and accidents, to see how far weights fitted on political news carry.
_ONLY_MEASURED = "ecbplus/"


def read_event(data, name):
    if name == "seeds":
        articles = nl.clean_articles(nl.load_articles(_ROOT / "seeds", sources=_ROOT / "seeds" / "sources.csv"))
        return articles, nl.group_events(articles)
    if name.startswith("ecbplus/"):
        lines = (data.parent / "similarity" / "ecbplus_dev.jsonl").read_text(encoding="utf8").splitlines()
        rows = [row for row in map(json.loads, lines) if row["event"] == name.removeprefix("ecbplus/")]
        texts = {row["id"]: row["text"] for row in rows}
    else:
        texts = {path.stem: path.read_text(encoding="utf8") for path in sorted((data / name).glob("*.txt"))}
    articles = nl.load_articles(pd.DataFrame({"article_id": list(texts), "text": list(texts.values())}))
    return articles, articles[["article_id"]].assign(event=1)


def verdict_of(row, judged):
    """The verdict on the judged pair with the same places, but for a word or two; None if there is none."""
    ours = (row.source, row.source_start, row.source_end), (row.target, row.target_start, row.target_end)
    return next((pair["verdict"] for pair in judged if all(map(_same, ours, (pair["a"], pair["b"])))), None)


def _same(place, other):
    if place[0] != other[0]:
        return False
    shared = min(place[2], other[2]) - max(place[1], other[1])
    return shared >= _SAME * (max(place[2], other[2]) - min(place[1], other[1]))


def shown(pairs):
    """The pairs of each view: what a page shows, and the head of the table."""
    return {
        "page": pairs[pairs["score"] >= TELLING].head(3),
        **{f"top {n}": pairs.head(n) for n in (3, 10, 20)},
    }


def report(data, events, judged, unjudged):
    counts, waiting = defaultdict(Counter), 0
    for name in events:
        articles, groups = read_event(data, name)
        pairs = nl.contrasts(nl.wording(articles, events=groups), articles, events=groups)
        own = [pair for pair in judged if pair["event"] == name]
        verdicts = {row.Index: verdict_of(row, own) for row in pairs.head(20).itertuples()}
        for view, rows in shown(pairs).items():
            counts[view].update(verdicts[place] or "unjudged" for place in rows.index)
        for place, verdict in verdicts.items():
            counts[f"top 20, {pairs['rule'][place]}"][verdict or "unjudged"] += 1
        if unjudged:
            missing = [place for place, verdict in verdicts.items() if verdict is None]
            _print(name, pairs.loc[missing], articles)
            waiting += len(missing)
    for view, found in counts.items():
        read = max(1, sum(found[verdict] for verdict in _VERDICTS))
        parts = ", ".join(f"{verdict} {found[verdict] / read:.0%}" for verdict in _VERDICTS)
        print(f"{view}: {sum(found.values())} pairs, {found['unjudged']} unjudged; {parts}")


def _print(name, pairs, articles):
    raw = dict(zip(articles["article_id"], articles["raw"], strict=True))
    for row in pairs.itertuples():
        print(f"{name} {row.Index} {row.rule} {row.label} {row.score}")
        for side in ("source", "target"):
            article, start, end = (getattr(row, f"{side}{part}") for part in ("", "_start", "_end"))
            text = raw[article]
            before, after = text[max(0, start - 90) : start], text[end : end + 90]
            print("   ", article, start, end, re.sub(r"\s+", " ", f"{before}[[{text[start:end]}]]{after}"))


def examples(data, judged):
    """The features of each judged pair that stands at one point of the story, its verdict, and its event."""
    rows = []
    for name in sorted({pair["event"] for pair in judged}):
        articles, _ = read_event(data, name)
        raw, accounts = dict(zip(articles["article_id"], articles["raw"], strict=True)), Accounts(articles)
        for pair in judged:
            if pair["event"] == name:
                sides = [
                    pd.Series({"article_id": id_, "start": s, "end": e, "text": raw[id_][s:e]})
                    for id_, s, e in (pair["a"], pair["b"])
                ]
                if accounts.at_one_point(*sides):
                    rows.append((accounts.features(*sides), pair["verdict"], name))
    return rows


def fit(data, judged):
    rows = examples(data, judged)
    names, events = list(rows[0][0]), np.array([row[2] for row in rows])
    matrix = np.array([[row[0][name] for name in names] for row in rows])
    verdicts = np.array([row[1] for row in rows])
    telling, chance = verdicts == "telling", np.zeros(len(rows))
    for event in sorted(set(events)):
        out = events == event
        weights = _weights(matrix[~out], telling[~out])
        chance[out] = 1 / (1 + np.exp(-weights[0] - matrix[out] @ weights[1:]))
    print(f"{len(rows)} pairs of {len(set(events))} events; area under the curve {roc_auc_score(telling, chance):.3f}")
    for least in (0.3, 0.4, 0.5, 0.6, 0.65, 0.7):
        kept = verdicts[chance >= least]
        parts = ", ".join(f"{verdict} {np.mean(kept == verdict):.0%}" for verdict in _VERDICTS)
        print(f"  chance of {least} or more, by weights of the other events: {len(kept)} pairs; {parts}")
    weights = [round(float(weight), 3) for weight in _weights(matrix, telling)]
    _WEIGHTS.write_text(json.dumps(dict(zip(["constant", *names], weights, strict=True)), indent=2) + "\n")


def _weights(matrix, telling):
    """The constant and the weights of the features as they are."""
    scaler = StandardScaler().fit(matrix)
    model = LogisticRegression(C=_LOOSE).fit(scaler.transform(matrix), telling)
    weights = model.coef_[0] / scaler.scale_
    return np.r_[model.intercept_[0] - weights @ scaler.mean_, weights]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("events", nargs="*")
    parser.add_argument("--unjudged", action="store_true")
    parser.add_argument("--fit", action="store_true")
    args = parser.parse_args()
    judged = json.loads(JUDGED.read_text(encoding="utf8"))
    if args.fit:
        fit(args.data, [pair for pair in judged if not pair["event"].startswith(_ONLY_MEASURED)])
    else:
        report(args.data, args.events or sorted({pair["event"] for pair in judged}), judged, args.unjudged)


if __name__ == "__main__":
    main()
