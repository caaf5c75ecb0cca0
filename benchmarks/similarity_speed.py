"""Time and memory of pairwise_similarity(top=10) and group_events, and how they grow with the number of articles.

usage: python benchmarks/similarity_speed.py DATA [--sizes 1000 10000 100000] [--candidates]

The articles are made of consecutive sentences of real stories (8 to 15 each), drawn with a fixed seed, a hundred a day.
Prints for each function the seconds and, after a slash, the seconds of the processor, which other programs disturb
less; the megabytes at the peak beyond the articles; and the share of the ten nearest of 300 articles that were found.
With --candidates the nearest are looked for among candidates at every size, as above 20,000 articles.
"""

import argparse
import json
from pathlib import Path

import numpy as np
import pandas as pd
from count_frequencies import stories
from measuring import measured

import newslab as nl
from newslab.similarity import vectors
from newslab.text import split_sentences


def make_articles(bench, size):
    """A table of `size` articles of some 200 words."""
    chance = np.random.default_rng(0)
    pool = list(stories(bench))
    with open(bench / "similarity/ecbplus_dev.jsonl", encoding="utf-8") as lines:
        pool += [json.loads(line)["text"] for line in lines]
    pool = [[text[start:end] for start, end in split_sentences(text)] for text in pool]
    texts = []
    while len(texts) < size:
        sentences = pool[chance.integers(len(pool))]
        length = min(len(sentences), int(chance.integers(8, 16)))
        first = int(chance.integers(len(sentences) - length + 1))
        texts.append(" ".join(sentences[first : first + length]))
    articles = nl.load_articles(pd.DataFrame({"article_id": [f"{i:06d}" for i in range(size)], "text": texts}))
    days = np.datetime64("2020-01-01") + np.arange(size) // 100
    return articles.assign(published=days.astype("datetime64[s]"))


def recall(articles, pairs):
    """The share of the ten nearest of 300 articles that are among the pairs; of equally near ones any will do."""
    read = vectors.vectors_of(articles)
    n = len(read.ids)
    place = {article_id: row for row, article_id in enumerate(read.ids)}
    mates = {}
    for one, other in zip(pairs["source"].map(place), pairs["target"].map(place), strict=True):
        mates.setdefault(one, []).append(other)
        mates.setdefault(other, []).append(one)
    right = 0
    for row in np.random.default_rng(0).choice(n, 300, replace=False).tolist():
        scores = vectors.topic_scores(read, np.full(n, row), np.arange(n))
        scores[row] = -2
        tenth = np.partition(scores, -10)[-10] - 1e-6
        right += min(10, int((scores[mates[row]] >= tenth).sum()))
    return right / 3000


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--sizes", type=int, nargs="+", default=[1000, 10000, 100000])
    parser.add_argument("--candidates", action="store_true")
    options = parser.parse_args()
    if options.candidates:
        vectors.EXACT = 0
    largest = make_articles(options.data, max(options.sizes))
    nl.pairwise_similarity(largest.head(10))
    print("articles  pairs     pairwise_similarity  group_events     peak MB  recall")
    for size in options.sizes:
        articles = largest.head(size)
        *compared, peak, pairs = measured(nl.pairwise_similarity, articles, top=10)
        *grouped, later, _ = measured(nl.group_events, articles)
        seconds = ["{:.2f} / {:.2f}".format(*taken) for taken in (compared, grouped)]
        share = recall(articles, pairs)
        figures = f"{seconds[0]:19}  {seconds[1]:15}  {max(peak, later):7.0f}  {share:.4f}"
        print(f"{size:8,}  {len(pairs):8,}  {figures}", flush=True)


if __name__ == "__main__":
    main()
