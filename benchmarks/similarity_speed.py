"""Time and memory of pairwise_similarity(top=10) and group_events, and how they grow with the number of articles.

usage: python benchmarks/similarity_speed.py ../shared/bench [--sizes 1000 2000 5000 10000]

The articles are made of consecutive sentences of real stories (8 to 15 each), drawn with a fixed seed.
"""

import argparse
import json
import resource
import time
from pathlib import Path

import numpy as np
import pandas as pd
from count_frequencies import stories

import newslab as nl
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
    return nl.load_articles(pd.DataFrame({"article_id": [f"{i:06d}" for i in range(size)], "text": texts}))


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("bench", type=Path)
    parser.add_argument("--sizes", type=int, nargs="+", default=[1000, 2000, 5000, 10000])
    options = parser.parse_args()
    largest = make_articles(options.bench, max(options.sizes))
    nl.pairwise_similarity(largest.head(10))
    print("articles  pairs  pairwise_similarity s  group_events s  peak MB")
    for size in options.sizes:
        articles = largest.head(size)
        start = time.perf_counter()
        pairs = nl.pairwise_similarity(articles, top=10)
        between = time.perf_counter()
        nl.group_events(articles)
        end = time.perf_counter()
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(f"{size:8,}  {len(pairs):6,}  {between - start:21.2f}  {end - between:14.2f}  {peak:7.0f}", flush=True)


if __name__ == "__main__":
    main()
