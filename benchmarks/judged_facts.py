"""How many of the sentence pairs that newslab.framing takes for one fact state one, judged by reading.

usage: python benchmarks/judged_facts.py DATA

DATA is the folder of the framing bench (basil, wcl). `judged_facts.json` holds 267 pairs of sentences of 45 events,
drawn from those that share two telling units, with the judgement whether both state one fact about these: the event,
where both sentences begin, a checksum of the units, the judgement. Prints precision and recall with the library's
thresholds, and when these are chosen on the pairs of a random half of the events and measured on the other half.
"""

import argparse
import json
import zlib
from itertools import product
from pathlib import Path

import numpy as np
import pandas as pd

import newslab as nl
from newslab.framing import facts
from newslab.framing.clauses import read_sentences
from newslab.framing.mentions import find_mentions
from newslab.framing.referents import resolve
from newslab.text import bodies, split_sentences

JUDGED = Path(__file__).with_suffix(".json")
_GRID = {
    "_MUCH": (0.85, 1.0, 1.2, 1.4, 1.6),
    "_PART": (0.15, 0.2, 0.25, 0.3, 0.35),
    "_MUCH_CLOSE": (0.3, 0.4, 0.6, 0.8),
}
_HALVES = 20


def checksum(pair):
    return zlib.crc32("/".join(pair).encode())


def candidates(folder, rows):
    """For the judged pairs of one event: the arguments of the library's decision, None where it has no such pair."""
    texts = {path.stem: path.read_text(encoding="utf8") for path in sorted(folder.glob("*.txt"))}
    articles = nl.load_articles(pd.DataFrame({"article_id": list(texts), "text": list(texts.values())}))
    found = {article.article_id: body for article, body in bodies(articles)}
    mentions = [mention for key, body in sorted(found.items()) for mention in find_mentions(key, body.text)]
    spans = {key: split_sentences(body.text) for key, body in found.items()}
    sentences = read_sentences(mentions, resolve(mentions), {key: body.text for key, body in found.items()}, spans)
    telling = facts.telling_units(sentences)
    starts = {(s.article_id, found[s.article_id].raw_span(*spans[s.article_id][s.number])[0]): s for s in sentences}
    for row in rows:
        one, other = starts.get(tuple(row["a"])), starts.get(tuple(row["b"]))
        units = sorted(one.units.keys() & other.units.keys()) if one and other else []
        pairs = [pair for pair in product(units, units) if pair[0] < pair[1] and checksum(pair) == row["pair"]]
        yield (one, other, pairs[0], telling) if pairs else None


def figures(kept, same):
    return same[kept].mean() if kept.any() else 0.0, kept[same].mean()


def decide(found, settings):
    """What the library decides with these thresholds."""
    old = {name: getattr(facts, name) for name in settings}
    try:
        for name, value in settings.items():
            setattr(facts, name, value)
        return np.array([bool(arguments) and bool(facts.alike(*arguments)) for arguments in found])
    finally:
        for name, value in old.items():
            setattr(facts, name, value)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    data = parser.parse_args().data
    judged = json.loads(JUDGED.read_text(encoding="utf8"))
    events = sorted({row["event"] for row in judged})
    found, same, event = [], [], []
    for name in events:
        rows = [row for row in judged if row["event"] == name]
        found += candidates(data / name, rows)
        same += [bool(row["same"]) for row in rows]
        event += [name] * len(rows)
    same, event = np.array(same), np.array(event)
    print(f"{len(same)} judged, {sum(f is not None for f in found)} found, {same.mean():.3f} the same fact")
    print("precision {:.3f}, recall {:.3f}".format(*figures(decide(found, {}), same)))
    grid = [dict(zip(_GRID, values, strict=True)) for values in product(*_GRID.values())]
    decided = [decide(found, settings) for settings in grid]
    rng, held_out = np.random.default_rng(0), []
    for _ in range(_HALVES):
        half = np.isin(event, rng.choice(events, len(events) // 2, replace=False))

        def worth(kept, half=half):
            precision, recall = figures(kept[half], same[half])
            return 1.25 * precision * recall / (0.25 * precision + recall)  # F0.5: precision counts twice as much

        held_out.append(figures(max(decided, key=worth)[~half], same[~half]))
    print(
        "chosen on half of the events, measured on the others: precision {:.3f}, recall {:.3f}".format(
            *np.mean(held_out, 0)
        )
    )


if __name__ == "__main__":
    main()
