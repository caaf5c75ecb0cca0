"""Extract quotes from spoilt articles: how many raise an exception, and how long they take.

usage: python benchmarks/quotes_stress.py DATA [--limit N]

DATA is the folder of the quote bench (train.jsonl.gz, docs.jsonl). Each article is read as it is and with its marks
dropped, doubled, swapped and mixed; then one text is repeated to 5 MB, and one holds 200,000 marks that pair with none.
"""

import argparse
import random
import re
import time
from pathlib import Path

import pandas as pd
from quotes_examples import records

import newslab as nl

_MARK = re.compile(r"''|[\"'“”‘’«»]")
_SEED = 7
_BATCH = 100


def spoil(text, how, chance):
    """The text with a third of its marks spoilt."""
    ways = {
        "dropped": lambda mark: "",
        "doubled": lambda mark: mark * 2,
        "swapped": lambda mark: {"“": "”", "”": "“", "‘": "’", "’": "‘", '"': "'", "'": '"'}.get(mark, '"'),
        "mixed": lambda mark: chance.choice("\"'“”‘’«»"),
    }
    return _MARK.sub(lambda match: ways[how](match.group()) if chance.random() < 1 / 3 else match.group(), text)


def timed(texts):
    """How many texts raise an exception, and the seconds of processor time that all take."""
    articles = nl.load_articles(pd.DataFrame({"text": texts}))
    begin = time.process_time()
    raised = [number for number in range(0, len(articles), _BATCH) if _fails(articles[number : number + _BATCH])]
    taken = time.process_time() - begin
    if raised:
        return sum(_fails(articles[number : number + 1]) for number in range(len(articles))), taken
    return 0, taken


def _fails(articles):
    try:
        nl.extract_quotes(articles)
    except Exception as error:  # which one does not matter: there should be none
        print(f"  {type(error).__name__}: {error}")
        return True
    return False


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--limit", type=int, help="only so many articles")
    options = parser.parse_args()
    articles = [*records(options.data / "train.jsonl.gz"), *records(options.data / "docs.jsonl")]
    texts = [article["text"] for article in articles][: options.limit]
    chance = random.Random(_SEED)
    print("marks      articles  exceptions  ms an article")
    for how in ("as printed", "dropped", "doubled", "swapped", "mixed"):
        raised, taken = timed(texts if how == "as printed" else [spoil(text, how, chance) for text in texts])
        print(f"{how:10} {len(texts):8}  {raised:10}  {1000 * taken / len(texts):13.1f}", flush=True)
    print("one article of MB  exceptions  seconds")
    whole = "\n\n".join(texts)
    for size in (1, 2, 5):
        raised, taken = timed([(whole * (size * 1_000_000 // len(whole) + 1))[: size * 1_000_000]])
        print(f"{size:17}  {raised:10}  {taken:7.1f}", flush=True)
    print("200,000 marks      exceptions  seconds")
    for name, marks in (("one kind", '" ' * 200_000), ("opened only", "'a " * 200_000), ("nested", "“a ‘b " * 100_000)):
        raised, taken = timed([marks])
        print(f"{name:17}  {raised:10}  {taken:7.1f}", flush=True)


if __name__ == "__main__":
    main()
