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


def spoil(text, how, chance):
    """The text with a third of its marks spoilt, or for "all" ways with each way in turn."""
    ways = {
        "dropped": lambda mark: "",
        "doubled": lambda mark: mark * 2,
        "swapped": lambda mark: {"“": "”", "”": "“", "‘": "’", "’": "‘", '"': "'", "'": '"'}.get(mark, '"'),
        "mixed": lambda mark: chance.choice("\"'“”‘’«»"),
    }
    return _MARK.sub(lambda match: ways[how](match.group()) if chance.random() < 1 / 3 else match.group(), text)


def timed(texts):
    """(exceptions, quotes, milliseconds of processor time) of some texts, one table each."""
    raised = quotes = 0
    tables = [nl.load_articles(pd.DataFrame({"text": [text]})) for text in texts]
    begin = time.process_time()
    for table in tables:
        try:
            quotes += len(nl.extract_quotes(table))
        except Exception as error:  # what it is does not matter: there should be none
            raised += 1
            print(f"  {type(error).__name__}: {error}")
    return raised, quotes, 1000 * (time.process_time() - begin)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--limit", type=int, help="only so many articles")
    options = parser.parse_args()
    articles = [*records(options.data / "train.jsonl.gz"), *records(options.data / "docs.jsonl")]
    texts = [article["text"] for article in articles][: options.limit]
    chance = random.Random(_SEED)
    print("marks      articles  exceptions  quotes  ms an article")
    for how in ("as printed", "dropped", "doubled", "swapped", "mixed"):
        spoilt = texts if how == "as printed" else [spoil(text, how, chance) for text in texts]
        raised, quotes, taken = timed(spoilt)
        print(f"{how:10} {len(texts):8}  {raised:10}  {quotes:6}  {taken / len(texts):13.1f}")
    print("size, MB   exceptions  quotes  seconds")
    whole = "\n\n".join(texts)
    for size in (1, 2, 5):
        text = (whole * (size * 1_000_000 // len(whole) + 1))[: size * 1_000_000]
        raised, quotes, taken = timed([text])
        print(f"{size:8}   {raised:10}  {quotes:6}  {taken / 1000:7.1f}")
    for marks in ('" ' * 200_000, "'a " * 200_000, "“a ‘b " * 100_000):
        raised, quotes, taken = timed([marks])
        print(f"200,000 × {marks[:6]!r}: exceptions {raised}, quotes {quotes}, {taken / 1000:.1f} s")


if __name__ == "__main__":
    main()
