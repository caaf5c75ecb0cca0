"""How many of the sentence pairs that newslab.framing takes for one fact state one, judged by reading.

usage: python benchmarks/judged_facts.py DATA [--fit]

DATA is the folder of the framing bench (basil, wcl). `judged_facts.json` holds pairs of sentences of two articles with
one reader's judgement: the event, where both sentences begin, whether both state one fact, and how the pair was drawn.
"candidate": from those that share two telling units; "shown": from the rows that the library once showed as facts;
"later": shown before or after it was fitted, of other events; "row": of whole rows as a page shows them, judged blind
to their order. The last two are in no fit. Prints precision and recall with the library's weights, of all that it takes
for a fact and of what it shows, and, of the pairs it is fitted on, with weights fitted on other events. --fit prints
the weights.
"""

import argparse
import json
from pathlib import Path

import numpy as np
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold, cross_val_predict

import newslab as nl
from newslab.framing.alike import ENOUGH, Likeness
from newslab.framing.facts import telling_units
from newslab.framing.mentions import find_mentions
from newslab.framing.referents import resolve
from newslab.framing.statements import read_sentences
from newslab.tables import SURE
from newslab.text import bodies, split_sentences

JUDGED = Path(__file__).with_suffix(".json")
_FOLDS = 10


def read_pairs(folder, rows):
    """For the judged pairs of one event: what the sentences share, and how sure the library is; None if not read."""
    texts = {path.stem: path.read_text(encoding="utf8") for path in sorted(folder.glob("*.txt"))}
    articles = nl.load_articles(pd.DataFrame({"article_id": list(texts), "text": list(texts.values())}))
    found = {article.article_id: body for article, body in bodies(articles)}
    mentions = [mention for key, body in sorted(found.items()) for mention in find_mentions(key, body.text)]
    spans = {key: split_sentences(body.text) for key, body in found.items()}
    sentences = read_sentences(mentions, resolve(mentions), {key: body.text for key, body in found.items()}, spans)
    likeness = Likeness(telling_units(sentences))
    starts = {(s.article_id, found[s.article_id].raw_span(*spans[s.article_id][s.number])[0]): s for s in sentences}
    for row in rows:
        one, other = starts.get(tuple(row["a"])), starts.get(tuple(row["b"]))
        yield (likeness.features(one, other), likeness(one, other)) if one and other else None


def report(name, kept, same, drawn):
    """Precision and recall over all the pairs, and over each way they were drawn."""
    for kind in ("all", *sorted(set(drawn))):
        these = (drawn == kind) | (kind == "all")
        precision = same[these & kept].mean() if (these & kept).any() else 0.0
        print(f"{name}, {kind} ({these.sum()}): precision {precision:.3f}, recall {kept[these & same].mean():.3f}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--fit", action="store_true")
    given = parser.parse_args()
    judged = json.loads(JUDGED.read_text(encoding="utf8"))
    found, kept_rows = [], []
    for name in sorted({row["event"] for row in judged}):
        rows = [row for row in judged if row["event"] == name]
        for row, pair in zip(rows, read_pairs(given.data / name, rows), strict=True):
            if pair:
                found.append(pair)
                kept_rows.append(row)
    features = np.array([pair[0] for pair in found])
    same = np.array([bool(row["same"]) for row in kept_rows])
    drawn = np.array([row["drawn"] for row in kept_rows])
    print(f"{len(judged)} judged, {len(found)} read, {same.mean():.3f} the same fact")
    scores = np.array([pair[1] for pair in found])
    report("library", scores >= ENOUGH, same, drawn)
    report("library, shown on a page", scores >= SURE, same, drawn)
    fitted = np.isin(drawn, ("candidate", "shown"))
    model, events = LogisticRegression(), np.array([row["event"] for row in kept_rows])[fitted]
    sure = cross_val_predict(
        model, features[fitted], same[fitted], groups=events, cv=GroupKFold(_FOLDS), method="predict_proba"
    )[:, 1]
    report("held out by event", sure >= ENOUGH, same[fitted], drawn[fitted])
    if given.fit:
        model.fit(features[fitted], same[fitted])
        print("bias, weights:", model.intercept_.round(2).tolist(), model.coef_[0].round(2).tolist())


if __name__ == "__main__":
    main()
