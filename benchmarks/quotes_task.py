"""Quotes of the quote bench: `docs.jsonl` → one JSON line a quote."""

import json

import pandas as pd

import newslab as nl


def add_options(parser):
    parser.add_argument("--indirect", action="store_true", help="also reported speech without quotation marks")


def predict(data, out, *, indirect=False):
    with open(data / "docs.jsonl", encoding="utf-8") as file:
        docs = [json.loads(line) for line in file]
    articles = nl.load_articles(
        pd.DataFrame({"article_id": [doc["doc"] for doc in docs], "text": [doc["text"] for doc in docs]})
    )
    quotes = nl.extract_quotes(articles, indirect=indirect)
    with open(out, "w", encoding="utf-8") as file:
        for row in quotes.itertuples(index=False):
            file.write(json.dumps(record(row), ensure_ascii=False) + "\n")


def record(row):
    """A row of the table quotes in the form of the bench."""
    fields = ("start", "end", "text", "kind", "speaker", "mention", "cue", "duplicate_of", "utterance", "rule")
    values = {field: getattr(row, field) for field in fields}
    return {"doc": row.article_id, **{field: value for field, value in values.items() if not pd.isna(value)}}
