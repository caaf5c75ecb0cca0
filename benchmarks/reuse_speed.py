"""How the time and memory of near_copies grow with the number of articles, on generated text.

usage: python benchmarks/reuse_speed.py [COUNT ...]

One article in ten is a copy of an earlier one with one word in thirty changed, one in twenty carries a paragraph of an
earlier one; words follow Zipf's law, as in real text. Prints a row per count: seconds, seconds of the processor (which
other programs do not disturb), megabytes added at the peak, pairs.
"""

import resource
import sys
import time

import numpy as np

import newslab as nl
from newslab.tables import table
from newslab.text import Body, paragraph_spans

VOCABULARY, LENGTH = 60_000, 400


def make_articles(count, seed=0):
    """A table of `count` generated articles of some 400 words."""
    draw = np.random.default_rng(seed)
    vocabulary = np.array(["".join(draw.choice(list("abcdefghijklmnoprstuvw"), 3 + i % 7)) for i in range(VOCABULARY)])
    chance = 1 / (np.arange(VOCABULARY) + 2.7)
    chance /= chance.sum()
    made = []
    for number in range(count):
        words = draw.choice(VOCABULARY, LENGTH, p=chance)
        if number >= 10 and number % 10 == 0:
            words = made[draw.integers(number)].copy()
            changed = draw.random(LENGTH) < 1 / 30
            words[changed] = draw.integers(VOCABULARY, size=changed.sum())
        elif number >= 10 and number % 20 == 1:
            words[100:160] = made[draw.integers(number)][40:100]
        made.append(words)
    rows = []
    for number, words in enumerate(made):
        lines = [" ".join(vocabulary[words[i : i + 50]]).capitalize() + "." for i in range(0, LENGTH, 50)]
        raw = "\n\n".join(lines)
        kept = paragraph_spans(raw)
        rows.append(
            {
                "article_id": f"{number:06d}",
                "status": "ok",
                "authors": (),
                "n_words": LENGTH,
                "text": Body(raw, kept).text,
                "raw": raw,
                "kept": kept,
            }
        )
    return table("articles", rows)


def main():
    print("articles  seconds  processor  peak MB  pairs")
    for count in map(int, sys.argv[1:] or ["1000", "10000"]):
        articles = make_articles(count)
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        start, used = time.perf_counter(), time.process_time()
        copies = nl.near_copies(articles)
        seconds, used = time.perf_counter() - start, time.process_time() - used
        peak = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
        print(f"{count:8d}  {seconds:7.2f}  {used:9.2f}  {peak:7.0f}  {len(copies):5d}", flush=True)


if __name__ == "__main__":
    main()
