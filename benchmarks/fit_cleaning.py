"""Fit the line model of newslab.cleaning, with figures for publishers it has not seen.

usage: python benchmarks/fit_cleaning.py DATA [--out newslab/data/cleaning.json]

DATA is a folder with gold.jsonl, text/ID.layout.txt and text/ID.nodes.txt. Lines are read as the package reads them; a
line is the story where the gold body runs through it. Publishers are held out by `group`, also inside, so that the
later passes learn from first passes over pages which those had not seen.
"""

import argparse
import json
from pathlib import Path

import numpy as np
from cleaning_pages import load_gold, read_input
from rapidfuzz.distance import Indel
from sklearn.linear_model import LogisticRegression

from newslab.cleaning.dom import read_boxes
from newslab.cleaning.features import line_features
from newslab.cleaning.line_arrays import Lines
from newslab.cleaning.lines import units
from newslab.cleaning.model import apply, second_rows
from newslab.corpus.html_text import visible_text
from newslab.text import WORD

FIRST, SECOND = 0.003, 0.005
FITTED = {
    "lines": ["layout", "nodes", "body", "excerpt"],
    "flat": ["flat", "flat body", "flat excerpt"],
    "html": ["html"],
}


def load(data, inputs):
    """A page for each gold page and input: its features, and for each line how much of it is the story."""
    pages = []
    for gold in load_gold(data):
        for kind in inputs:
            raw = read_form(data, gold, kind)
            html, raw = (raw, visible_text(raw)) if kind == "html" else (None, raw)
            spans = units(raw)
            if spans:
                pages.append(page_of(gold, raw, spans, html))
    return pages


def read_form(data, gold, kind):
    """A page as it is, its body alone, or the body with a few lines before and after, as people copy it."""
    if kind.removeprefix("flat ") == "body":
        raw = gold["body"]
    elif kind.removeprefix("flat ") == "excerpt":
        raw = excerpt(read_input(data, gold["id"], "plain"), gold)
    else:
        return read_input(data, gold["id"], kind)
    return " ".join(raw.split()) if kind.startswith("flat ") else raw


def excerpt(raw, gold):
    spans = units(raw)
    story = np.flatnonzero(covered(raw, spans, gold["body"])[0] > 0.5)
    random = np.random.RandomState(len(raw))
    first, last = max(0, story[0] - random.randint(0, 12)), min(len(spans) - 1, story[-1] + random.randint(0, 20))
    return raw[spans[first][0] : spans[last][1]]


def page_of(gold, raw, spans, html):
    share, n_words = covered(raw, spans, gold["body"])
    optional = np.zeros(len(spans), bool)
    if gold.get("body_full", gold["body"]) != gold["body"]:
        optional = (covered(raw, spans, gold["body_full"])[0] > 0.5) & (share < 0.5)
    lines = Lines([(raw, spans)])
    first = line_features(lines)
    boxes = None if html is None else read_boxes(html, raw, lines)
    if boxes is not None:
        first = np.hstack([first, boxes.features])
    # A line weighs what its words are of the whole story, so that every page counts alike, and no line for too much.
    weight = np.maximum(n_words, 2) / (n_words[share > 0.5].sum() + 50)
    weight = np.minimum(weight, 0.05) * 20 * np.abs(share - 0.5) * 2 * ~optional
    fixed = np.array([found is not None for found in lines.fixed])
    return {
        "group": gold["group"],
        "lines": lines,
        "boxes": boxes,
        "first": first,
        "fixed": fixed,
        "story": share > 0.5,
        "weight": weight,
    }


def covered(raw, spans, body):
    """The share of each line's words that the gold body runs through, by the longest common subsequence of words."""
    words = [(match.start(), match.group().lower()) for match in WORD.finditer(raw)]
    hit = np.zeros(len(words), bool)
    for step in Indel.opcodes([word for _, word in words], [word.lower() for word in WORD.findall(body)]):
        # Words that agree by chance, one here and one there, are not the story.
        if step.tag == "equal" and step.src_end - step.src_start >= 3:
            hit[step.src_start : step.src_end] = True
    at = [start for start, _ in words]
    first = np.searchsorted(at, [start for start, _ in spans])
    last = np.searchsorted(at, [end for _, end in spans])
    total = np.concatenate([[0], np.cumsum(hit)])
    return (total[last] - total[first]) / np.maximum(last - first, 1), last - first


def fit(pages):
    """Fit both passes; the second on what the first says of held-out publishers."""
    first = [page["first"] for page in pages]
    alone = [None] * len(pages)
    for train, test in folds(pages, 10, seed=1):
        stage = fit_stage(*training_rows([pages[i] for i in train], [first[i] for i in train]), FIRST)
        for i in test:
            alone[i] = apply(stage, first[i])
    second = [
        second_rows(page["lines"], page["first"], p, page["fixed"], page["boxes"])
        for page, p in zip(pages, alone, strict=True)
    ]
    return [fit_stage(*training_rows(pages, first), FIRST), fit_stage(*training_rows(pages, second), SECOND)]


def training_rows(pages, rows):
    """The features, what is to be said, and the weights of all lines that count."""
    weight = np.concatenate([page["weight"] for page in pages])
    counted = weight > 0
    story = np.concatenate([page["story"] for page in pages])[counted]
    return np.vstack(rows)[counted], story, weight[counted] / weight[counted].mean()


def fit_stage(x, y, weight, strength):
    mean, scale = x.mean(0), x.std(0)
    scale[scale < 1e-6] = 1
    model = LogisticRegression(C=strength, max_iter=150, tol=1e-3)
    model.fit(np.clip((x - mean) / scale, -4, 4), y, sample_weight=weight)
    return {"mean": mean, "scale": scale, "weights": model.coef_[0], "intercept": model.intercept_[0]}


def folds(pages, n, seed=0):
    """Split pages so that no publisher is on both sides, the folds about equally large."""
    groups = sorted({page["group"] for page in pages})
    size = {group: sum(page["group"] == group for page in pages) for group in groups}
    random = np.random.RandomState(seed)
    load, fold = [0] * n, {}
    for group in sorted(groups, key=lambda group: (-size[group], random.rand())):
        fold[group] = int(np.argmin(load))
        load[fold[group]] += size[group]
    numbers = np.array([fold[page["group"]] for page in pages])
    return [(np.flatnonzero(numbers != i), np.flatnonzero(numbers == i)) for i in range(n)]


def cross_validated(data, n=5):
    """For each publisher group, the stages of each layout fitted without it."""
    stages = {}
    for layout, inputs in FITTED.items():
        pages = load(data, inputs)
        for train, test in folds(pages, n):
            fitted = fit([pages[i] for i in train])
            for i in test:
                stages.setdefault(pages[i]["group"], {})[layout] = fitted
    return stages


def rounded(stages):
    return [
        {name: [float(f"{v:.5g}") for v in np.atleast_1d(values)] for name, values in stage.items()} for stage in stages
    ]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--out", type=Path, default=Path("newslab/data/cleaning.json"))
    options = parser.parse_args()
    stages = {layout: rounded(fit(load(options.data, inputs))) for layout, inputs in FITTED.items()}
    words = {"source": "fitted by benchmarks/fit_cleaning.py; no feature is a word", "stages": stages}
    options.out.write_text(json.dumps(words, separators=(",", ":")) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
