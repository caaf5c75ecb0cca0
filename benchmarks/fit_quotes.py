"""Fit the coefficients by which newslab.quotes chooses the cue of a quotation, and say how good the choice is.

usage: python benchmarks/fit_quotes.py DATA [--write [TABLE ...] | --held-out]

DATA is the folder of the quote bench (train.jsonl.gz, docs.jsonl, gold.jsonl). A candidate is right when its source
overlaps the source that the annotators marked. The model is a softmax over the candidates of a quotation and "none";
its features describe structure, none is a word of the articles. Figures are cross-validated by article.
"""

import argparse
import importlib.util
import json
from collections import Counter
from pathlib import Path

import numpy as np
import pandas as pd
from quotes_examples import clauses, examples, judged, pronouns, records
from quotes_task import record
from scipy.optimize import minimize
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

import newslab as nl
from newslab.quotes.weights import weights

_RARE = 12
# The share of speech that may be taken for something else, and the share that may be left without a speaker.
_GIVEN_UP = 0.02
_LOOSE = 0.3
_UNSURE = 0.05
PATH = Path(__file__).parents[1] / "newslab" / "data" / "quotes_weights.json"
_PENALTY = 1.0
# Some 150 resolved pronouns are few: their coefficients are drawn not to nought but to what centering theory expects
# (Grosz, Joshi and Weinstein 1995): a pronoun takes up the subject of the sentence before.
_PRONOUNS = {"expected": {"latest subject 1": 1.5, "opens 1": 0.5}, "penalty": 2.0}
_FOLDS = 5


class Softmax:
    """A choice among candidates whose scores are sums of coefficients."""

    def __init__(self, rows, expected=None, penalty=_PENALTY):
        self.expected, self.penalty = expected or {}, penalty
        counts = Counter(feature for _, features, _ in rows for listed in features for feature in set(listed))
        self.names = ["none", *sorted(name for name, count in counts.items() if count >= _RARE)]
        self.index = {name: number for number, name in enumerate(self.names)}

    def encode(self, rows):
        """Every candidate as a row of positions; each quotation also has the candidate "none"."""
        columns, ends, groups, right = [], [0], [], []
        for number, (_, features, good) in enumerate(rows):
            for listed, ok in [(["none"], not any(good)), *zip(features, good, strict=True)]:
                columns.extend(sorted({self.index[name] for name in listed if name in self.index}))
                ends.append(len(columns))
                groups.append(number)
                right.append(ok)
        shape = (len(groups), len(self.names))
        return csr_matrix((np.ones(len(columns)), columns, ends), shape), np.array(groups), np.array(right)

    def fit(self, rows):
        matrix, groups, right = self.encode(rows)
        starts = np.flatnonzero(np.r_[True, groups[1:] != groups[:-1]])

        expected = np.array([self.expected.get(name, 0.0) for name in self.names])

        def loss(coefficients):
            scores = matrix @ coefficients
            scores -= np.maximum.reduceat(scores, starts)[groups]
            odds = np.exp(scores)
            total = np.add.reduceat(odds, starts)
            good = np.add.reduceat(odds * right, starts)
            distance = coefficients - expected
            value = -np.log(good / total).sum() + self.penalty * distance @ distance / 2
            slope = odds / total[groups] - odds * right / good[groups]
            return value, matrix.T @ slope + self.penalty * distance

        self.coefficients = minimize(
            loss, np.zeros(len(self.names)), jac=True, method="L-BFGS-B", options={"maxiter": 200}
        ).x
        return self

    def table(self):
        rounded = zip(self.names, (round(float(value), 2) for value in self.coefficients), strict=True)
        return {name: value for name, value in rounded if value or name == "none"}

    def right(self, rows):
        """For each quotation whether the best candidate is a right one."""
        matrix, groups, right = self.encode(rows)
        scores = matrix @ self.coefficients
        best = {}
        for row, group in enumerate(groups):
            if group not in best or scores[row] > scores[best[group]]:
                best[group] = row
        return [bool(right[best[number]]) for number in range(len(rows))]


def fit_indirect(rows):
    total = sum(right for _, features, right in rows if features is None)
    rows = [row for row in rows if row[1] is not None]
    matrix, truth, names, scores = logistic(rows)
    best = max(
        np.quantile(scores, np.linspace(0.05, 0.95, 91)),
        key=lambda t: f1(truth[scores > t].sum(), (scores > t).sum(), total),
    )
    taken = scores > best
    print(f"indirect: {len(rows)} clauses, {truth.sum()} of {total} marked ones among them")
    print(f"  cross-validated F1 {f1(truth[taken].sum(), taken.sum(), total):.3f}, precision {truth[taken].mean():.3f}")
    return coefficients(matrix, truth, names, threshold=best)


def f1(right, given, wanted):
    return 2 * right / (given + wanted)


def logistic(rows):
    """The encoded rows, and for each its score from a model that has not seen its article."""
    counts = Counter(feature for _, features, _ in rows for feature in set(features))
    names = sorted(name for name, count in counts.items() if count >= _RARE)
    index = {name: number for number, name in enumerate(names)}
    encoded = [sorted(index[name] for name in set(features) if name in index) for _, features, _ in rows]
    ends = np.cumsum([0, *map(len, encoded)])
    matrix = csr_matrix((np.ones(ends[-1]), np.concatenate(encoded).astype(int), ends), (len(rows), len(names)))
    truth = np.array([right for _, _, right in rows])
    folds = np.array([number % _FOLDS for number, _, _ in rows])
    scores = np.zeros(len(rows))
    for fold in range(_FOLDS):
        model = LogisticRegression(C=_LOOSE, max_iter=2000).fit(matrix[folds != fold], truth[folds != fold])
        scores[folds == fold] = model.decision_function(matrix[folds == fold])
    return matrix, truth, names, scores


def coefficients(matrix, truth, names, **thresholds):
    model = LogisticRegression(C=_LOOSE, max_iter=2000).fit(matrix, truth)
    table = {name: round(float(value), 2) for name, value in zip(names, model.coef_[0], strict=True)}
    rounded = {name: round(float(value), 2) for name, value in thresholds.items()}
    return {
        "bias": round(float(model.intercept_[0]), 2),
        **rounded,
        **{name: value for name, value in table.items() if value},
    }


def fit_speech(rows):
    """Logistic regression, with two thresholds: below one it is no speech, below the other there is no speaker."""
    matrix, truth, names, scores = logistic(rows)
    threshold, sure = np.quantile(scores[truth], [_GIVEN_UP, _UNSURE])
    print(f"speech: {truth.sum()} quotations, {(~truth).sum()} others")
    for share in (0.01, _GIVEN_UP, 0.03, _UNSURE, 0.07):
        taken = (scores[~truth] > np.quantile(scores[truth], share)).mean()
        print(f"  cross-validated by article: speech kept {1 - share:.3f}, others taken for speech {taken:.3f}")
    return coefficients(matrix, truth, names, threshold=threshold, sure=sure)


def cross_validate(rows, name, **prior):
    print(f"{name}: {len(rows)}; the right one is among the candidates of {np.mean([any(row[2]) for row in rows]):.3f}")
    hits = []
    for fold in range(_FOLDS):
        model = Softmax(rows, **prior).fit([row for row in rows if row[0] % _FOLDS != fold])
        hits.extend(model.right([row for row in rows if row[0] % _FOLDS == fold]))
    print(f"  right one chosen, cross-validated by article: {np.mean(hits):.3f}")
    return Softmax(rows, **prior).fit(rows).table()


def fit(data, rows_of=list):
    """The tables of coefficients; `rows_of` chooses among the rows of all articles."""
    return {
        "cue": cross_validate(rows_of(examples(data)), "cues"),
        "antecedent": cross_validate(list(pronouns(data)), "antecedents", **_PRONOUNS),
        "indirect": fit_indirect(rows_of(clauses(data))),
        "speech": fit_speech(rows_of(judged(data))),
    }


def held_out(data):
    """The figures of the bench by a model that has seen none of its articles.

    Cues, speech and reported clauses are fitted on the other articles. Who is meant by a pronoun is known for these
    alone: it is fitted on four fifths of them, in turn, for the remaining fifth.
    """
    others = sum(1 for _ in records(data / "train.jsonl.gz"))
    weights().update(fit(data, lambda rows: [row for row in rows if row[0] < others]))
    meant = list(pronouns(data))
    docs = [article["doc"] for article in records(data / "docs.jsonl")]
    texts = {article["doc"]: article["text"] for article in records(data / "docs.jsonl")}
    found = []
    for fold in range(_FOLDS):
        rows = [row for row in meant if row[0] % _FOLDS != fold]
        weights()["antecedent"] = Softmax(rows, **_PRONOUNS).fit(rows).table()
        own = docs[fold::_FOLDS]
        articles = nl.load_articles(pd.DataFrame({"article_id": own, "text": [texts[doc] for doc in own]}))
        found += [record(row) for row in nl.extract_quotes(articles, indirect=True).itertuples(index=False)]
    spec = importlib.util.spec_from_file_location("score", data / "score.py")
    bench = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(bench)
    bench.show(bench.score(list(records(data / "gold.jsonl")), texts, found)[0])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument(
        "--write",
        nargs="*",
        metavar="TABLE",
        help="keep these coefficients for the package: cue, antecedent, …; or all",
    )
    parser.add_argument("--held-out", action="store_true", help="the figures of a model that has not seen docs.jsonl")
    options = parser.parse_args()
    if options.held_out:
        held_out(options.data)
        return
    fitted = fit(options.data)
    if options.write is not None:
        kept = {name: fitted[name] for name in options.write or fitted}
        PATH.write_text(json.dumps({**weights(), **kept}, indent=0) + "\n")


if __name__ == "__main__":
    main()
