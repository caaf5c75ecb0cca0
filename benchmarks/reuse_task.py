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
    lines = [json.dumps(row) + "\n" for row in passage_rows(nl.shared_passages(articles))]
    out.write_text("".join(lines), encoding="utf-8")


def passage_rows(passages, names=None):
    """The rows of a table of passages as the scorer reads them; `names` gives an article_id another name."""
    return [
        {
            "a": row.source if names is None else names[row.source],
            "a_start": row.source_start,
            "a_end": row.source_end,
            "b": row.target if names is None else names[row.target],
            "b_start": row.target_start,
            "b_end": row.target_end,
        }
        for row in passages.itertuples(index=False)
    ]
