"""Shared passages of the articles in a folder, as offsets into their texts."""

import json

import pandas as pd

import newslab as nl


def predict(data, out):
    """Find the passages that the articles of articles.jsonl in the folder `data` share, and write them to `out`."""
    lines = (data / "articles.jsonl").read_text(encoding="utf-8").splitlines()
    stories = [json.loads(line) for line in lines if line.strip()]
    articles = nl.load_articles(
        pd.DataFrame({"article_id": [s["id"] for s in stories], "text": [s["text"] for s in stories]})
    )
    passages = nl.shared_passages(articles)
    with out.open("w", encoding="utf-8") as file:
        for row in passages.itertuples(index=False):
            line = {
                "a": row.source,
                "a_start": row.source_start,
                "a_end": row.source_end,
                "b": row.target,
                "b_start": row.target_start,
                "b_end": row.target_end,
            }
            file.write(json.dumps(line) + "\n")
