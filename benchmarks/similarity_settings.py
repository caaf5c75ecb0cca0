"""What the settings of the event score are worth, and what they score where they were not chosen.

usage: python benchmarks/similarity_settings.py DATA [--draws 80]

Prints average precision, look-alike AUC and B-cubed of the events of ECB+ as they are, with one rule less at a time,
and cross-validated by topic: of settings drawn at random the best on four fifths of the topics, with the best
thresholds there, is measured on the last fifth; four times over.
"""

import argparse
import itertools
import json
import random
from pathlib import Path

import numpy as np
import pandas as pd
from sklearn.metrics import average_precision_score, roc_auc_score

import newslab as nl
from newslab.similarity import event_vectors, events, terms, times, weights
from newslab.similarity.copied import run_matrix
from newslab.similarity.vectors import RELATIVES, nearest_by_topic, vectors_of

# Where each setting stands, what it is when its rule is off, and what may be drawn instead.
SETTINGS = {
    "names": (weights, "_NAME", 1, [1, 1.35, 1.7, 2.2]),
    "weekdays": (weights, "_WEEKDAY", 1, [1, 2, 4, 6]),
    "lead": (terms, "_LEAD", 0, [0, 1.5, 3, 5]),
    "expansion": (event_vectors, "_NEIGHBOURS_SHARE", 0, [0, 0.25, 0.5, 0.75]),
    "nearest first": (event_vectors, "_NEAREST_FIRST", 1, [2, 8, 16]),
    "hardly related": (event_vectors, "_HARDLY_RELATED", None, [0.1, 0.2, 0.3]),
    "clash of days": (times, "_CLASH", 0, [0, 0.06, 0.12, 0.2]),
}
THRESHOLDS = list(itertools.product([0.15, 0.2, 0.25, 0.3, 0.35], [0, 0.35, 0.5, 0.65]))
SHIPPED = events.SAME_EVENT, events._COHESION


class Stories:
    """The stories with what does not depend on the settings."""

    def __init__(self, path):
        with open(path, encoding="utf-8") as lines:
            rows = [json.loads(line) for line in lines]
        ids = [f"{i:06d}" for i in range(len(rows))]
        articles = nl.load_articles(pd.DataFrame({"article_id": ids, "text": [row["text"] for row in rows]}))
        self.vectors = vectors_of(articles)
        self.nearest = nearest_by_topic(self.vectors, RELATIVES)
        self.topic, self.event = (np.array([row[name] for row in rows]) for name in ("topic", "event"))
        self.pairs = np.triu_indices(len(rows), 1)
        one, other = self.pairs
        self.same, self.alike = self.event[one] == self.event[other], self.topic[one] == self.topic[other]

    def scored(self, settings, thresholds):
        """The event scores of all pairs under the settings, and the groups for each pair of thresholds."""
        for name, value in settings.items():
            setattr(*SETTINGS[name][:2], value)
        counted = terms.count_terms(self.vectors.read)
        direct = weights.Weights(counted, "event").words(counted)
        vectors = self.vectors._replace(direct=direct)
        event = event_vectors.event_vectors(vectors, *event_vectors.nearest_pairs(self.nearest))
        scores = event_vectors.event_scores(vectors, event, *self.pairs)
        return scores, {pair: self._groups(vectors, event, scores, *pair) for pair in thresholds}

    def _groups(self, vectors, event, scores, same_event, cohesion):
        events.SAME_EVENT, events._COHESION = same_event, cohesion
        groups, runs = np.arange(len(self.event)), run_matrix(vectors.read)
        for members in events._components(len(groups), *self.pairs, scores, same_event):
            groups[members] = members[events._joined(vectors, event, runs, members)]
        return groups

    def ranked(self, scores, stories):
        """Average precision of the pairs among some stories, and AUC of those of one topic."""
        inside = stories[self.pairs[0]] & stories[self.pairs[1]]
        alike = inside & self.alike
        precision = average_precision_score(self.same[inside], scores[inside])
        return precision, roc_auc_score(self.same[alike], scores[alike])

    def b_cubed(self, groups, stories):
        joint = pd.crosstab(groups[stories], self.event[stories]).to_numpy()
        precision, recall = ((joint**2 / joint.sum(axis=a, keepdims=True)).sum() / joint.sum() for a in (1, 0))
        return 2 * precision * recall / (precision + recall)


def cross_validated(stories, drawn, shipped):
    """For each fold the figures of what is best on the others: settings and thresholds, thresholds alone, nothing."""
    chance, rows = np.random.default_rng(0), []
    for _ in range(4):
        for topics in np.array_split(chance.permutation(np.unique(stories.topic)), 5):
            test = np.isin(stories.topic, topics)
            ranked = [sum(stories.ranked(scores, ~test)) for scores, _ in drawn]
            row = []
            for scores, groups in (drawn[int(np.argmax(ranked))], shipped):
                cubed = [stories.b_cubed(groups[pair], ~test) for pair in THRESHOLDS]
                best = THRESHOLDS[int(np.argmax(cubed))]
                row += [*stories.ranked(scores, test), stories.b_cubed(groups[best], test)]
            rows.append([*row, stories.b_cubed(groups[SHIPPED], test)])
    return np.array(rows)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--draws", type=int, default=80)
    options = parser.parse_args()
    stories = Stories(options.data / "similarity/ecbplus_dev.jsonl")
    every = np.ones(len(stories.event), dtype=bool)
    shipped = {name: getattr(*where[:2]) for name, where in SETTINGS.items()}
    kept = stories.scored(shipped, THRESHOLDS)

    def tell(name, figures):
        print(f"{name:24}" + "  ".join(f"{figure:.4f}" for figure in figures), flush=True)

    tell("as shipped", [*stories.ranked(kept[0], every), stories.b_cubed(kept[1][SHIPPED], every)])
    tell("without cohesion", [*stories.ranked(kept[0], every), stories.b_cubed(kept[1][SHIPPED[0], 0], every)])
    for name, (_, _, off, _) in SETTINGS.items():
        if off is not None:
            scores, groups = stories.scored(shipped | {name: off}, [SHIPPED])
            tell(f"without {name}", [*stories.ranked(scores, every), stories.b_cubed(groups[SHIPPED], every)])
    chance = random.Random(0)
    draws = [{name: chance.choice(values) for name, (*_, values) in SETTINGS.items()} for _ in range(options.draws)]
    found = cross_validated(stories, [stories.scored(settings, THRESHOLDS) for settings in draws], kept).mean(axis=0)
    tell("chosen on other topics", found[:3])
    tell("thresholds chosen", found[3:6])
    tell("as shipped, same topics", found[[3, 4, 6]])


if __name__ == "__main__":
    main()
