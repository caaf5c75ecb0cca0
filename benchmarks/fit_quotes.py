"""Fit the coefficients by which newslab.quotes chooses the cue of a quotation, and say how good the choice is.

usage: python benchmarks/fit_quotes.py DATA [--write]

DATA is the folder of the quote bench (train.jsonl.gz, docs.jsonl, gold.jsonl). A candidate is right when its source
overlaps the source that the annotators marked. The model is a softmax over the candidates of a quotation and "none";
its features describe structure, none is a word of the articles. Figures are cross-validated by article.
"""

import argparse
import gzip
import json
from collections import Counter
from pathlib import Path

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from newslab.quotes.attribution import Attribution, attribute
from newslab.quotes.candidates import Candidates
from newslab.quotes.cues import find_cues
from newslab.quotes.frame import read
from newslab.quotes.indirect import reported_clauses
from newslab.quotes.marks import find_quoted
from newslab.quotes.names import find_names
from newslab.quotes.resolve import Discourse
from newslab.quotes.speech import speech_features
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
_CENTERING = {"latest subject 1": 1.5, "opens 1": 0.5}


def records(path):
    """The JSON lines of a file, packed or not."""
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as file:
        yield from map(json.loads, file)


def articles(data):
    """(text, {(start, end) of the shrunk quotation: (start, end) of the source}) of each article."""
    for article in records(data / "train.jsonl.gz"):
        spoken = [quote for quote in article["quotes"] if quote["k"] != "indirect" and quote.get("m")]
        yield article["text"], {shrink(article["text"], q["s"], q["e"]): tuple(q["m"]) for q in spoken}
    gold = list(records(data / "gold.jsonl"))
    for article in records(data / "docs.jsonl"):
        spoken = [
            q
            for q in gold
            if q["doc"] == article["doc"] and q["kind"] in ("direct", "mixed") and q.get("mention_start") is not None
        ]
        yield (
            article["text"],
            {shrink(article["text"], q["start"], q["end"]): (q["mention_start"], q["mention_end"]) for q in spoken},
        )


def shrink(text, start, end):
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not text[end - 1].isalnum():
        end -= 1
    return start, end


def examples(data):
    """(article number, features of each candidate, which of them are right) of each quotation with a known source."""
    for number, (text, sources) in enumerate(articles(data)):
        quoted = find_quoted(text)
        sentences = read(text, quoted)
        candidates = Candidates(text, quoted, sentences, [find_cues(sentence) for sentence in sentences])
        found = [Attribution() for _ in quoted]
        for position, sentence in enumerate(sentences):
            for at, quote in sentence.quotes.items():
                source = sources.get(shrink(text, quoted[quote].start, quoted[quote].end))
                if source is None:
                    continue
                listed = candidates.list(position, at, quote, found)
                right = [overlaps(sentences[c.sentence], c.source, source) for c in listed]
                yield number, [c.features for c in listed], right
                best = next((c for c, ok in zip(listed, right, strict=True) if ok), None)
                if best is not None:
                    found[quote] = Attribution(best.rule, best.sentence, best.cue, best.source)


def overlaps(sentence, phrase, source):
    head_start, head_end = sentence.starts[phrase.head], sentence.ends[phrase.head]
    return head_start < source[1] and source[0] < head_end


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


def pronouns(data):
    """(article number, features of each antecedent, which are right) of each pronoun source with a known speaker."""
    gold = list(records(data / "gold.jsonl"))
    for number, article in enumerate(records(data / "docs.jsonl")):
        text = article["text"]
        meant = {
            (quote["mention_start"], quote["mention_end"]): quote["speaker"]
            for quote in gold
            if quote["doc"] == article["doc"] and quote.get("speaker_type") in ("pronoun", "description")
        }
        yield from _pronouns_of(number, text, meant)


def _pronouns_of(number, text, meant):
    seen = []

    class Recorder(Discourse):
        def _salient(self, antecedents):
            seen.append((self.asked, antecedents))
            return super()._salient(antecedents)

        def _resolve(self, sentence, phrase):
            here = self.sentences[sentence]
            self.asked = here.starts[phrase.start], here.ends[phrase.end - 1]
            return super()._resolve(sentence, phrase)

    quoted = find_quoted(text)
    sentences = read(text, quoted)
    attribute(text, quoted, sentences, Recorder(sentences, find_names(sentences)))
    for asked, antecedents in seen:
        for (start, end), speaker in meant.items():
            if asked[0] < end and start < asked[1] and speaker:
                right = [surname(entity.name) == surname(speaker) for entity, _ in antecedents]
                yield number, [features for _, features in antecedents], right


def judged(data):
    """(article number, features, whether it is speech) of each quotation that the annotators judged."""
    gold = list(records(data / "gold.jsonl"))
    texts = {}
    for number, article in enumerate(records(data / "train.jsonl.gz")):
        texts[number] = article["text"], [(q["s"], q["e"], q["k"]) for q in article["quotes"]]
    for article in records(data / "docs.jsonl"):
        own = [(q["start"], q["end"], q["kind"]) for q in gold if q["doc"] == article["doc"]]
        texts[len(texts)] = article["text"], own
    for number, (text, quotes) in texts.items():
        kinds = {shrink(text, start, end): kind for start, end, kind in quotes if kind in ("direct", "mixed", "other")}
        quoted = find_quoted(text)
        sentences = read(text, quoted)
        candidates = Candidates(text, quoted, sentences, [find_cues(sentence) for sentence in sentences])
        found = [Attribution() for _ in quoted]
        for position, sentence in enumerate(sentences):
            for at, quote in sentence.quotes.items():
                kind = kinds.get(shrink(text, quoted[quote].start, quoted[quote].end))
                best = candidates.best(position, at, quote, found)
                features = list(speech_features(text, quoted[quote], sentence, at, best))
                if kind is not None:
                    yield number, features, kind != "other"
                if kind != "other" and best is not None:
                    found[quote] = Attribution(best.rule, best.sentence, best.cue, best.source)


def clauses(data):
    """(article number, features, whether the annotators marked it) of each clause that may be reported speech.

    Behind each article comes (article number, None, how many clauses they marked).
    """
    gold = list(records(data / "gold.jsonl"))
    texts = []
    for article in records(data / "train.jsonl.gz"):
        texts.append((article["text"], [(q["s"], q["e"]) for q in article["quotes"] if q["k"] == "indirect"]))
    for article in records(data / "docs.jsonl"):
        own = [(q["start"], q["end"]) for q in gold if q["doc"] == article["doc"] and q["kind"] == "indirect"]
        texts.append((article["text"], own))
    for number, (text, spans) in enumerate(texts):
        spans = [span for span in spans if span[1] - span[0] > 3]
        for sentence in read(text, find_quoted(text)):
            for _, first, last, features in reported_clauses(sentence, find_cues(sentence)):
                place = sentence.starts[first], sentence.ends[last - 1]
                yield number, features, any(jaccard(place, span) >= 0.5 for span in spans)
        yield number, None, len(spans)


def jaccard(a, b):
    shared = min(a[1], b[1]) - max(a[0], b[0])
    return shared / (max(a[1], b[1]) - min(a[0], b[0])) if shared > 0 else 0.0


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
    folds = np.array([number % 5 for number, _, _ in rows])
    scores = np.zeros(len(rows))
    for fold in range(5):
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


def surname(name):
    return name.split()[-1].lower().strip(".,")


def cross_validate(rows, name, **prior):
    print(f"{name}: {len(rows)}; the right one is among the candidates of {np.mean([any(row[2]) for row in rows]):.3f}")
    hits = []
    for fold in range(5):
        model = Softmax(rows, **prior).fit([row for row in rows if row[0] % 5 != fold])
        hits.extend(model.right([row for row in rows if row[0] % 5 == fold]))
    print(f"  right one chosen, cross-validated by article: {np.mean(hits):.3f}")
    return Softmax(rows, **prior).fit(rows).table()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    tables = dict(weights())
    tables["cue"] = cross_validate(list(examples(options.data)), "cues")
    tables["antecedent"] = cross_validate(list(pronouns(options.data)), "antecedents", expected=_CENTERING, penalty=2.0)
    tables["indirect"] = fit_indirect(list(clauses(options.data)))
    tables["speech"] = fit_speech(list(judged(options.data)))
    if options.write:
        PATH.write_text(json.dumps(tables, indent=0) + "\n")


if __name__ == "__main__":
    main()
