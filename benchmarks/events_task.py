"""Groups of articles of one event (OUT.json) and the event scores, in file order (OUT.npy), of a JSONL of id, text."""

import json

import numpy as np
import pandas as pd
from human_task import square

import newslab as nl


def predict(data, out):
    """Group the articles, and score every pair of them."""
    if data.is_dir():
        data = next(iter(sorted(data.glob("*.jsonl"))))
    with open(data, encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    texts = [row["text"] for row in rows]
    ids = [f"{i:06d}" for i in range(len(texts))]
    events = nl.group_events(nl.load_articles(pd.DataFrame({"article_id": ids, "text": texts})))
    group = dict(zip(events["article_id"], events["event"].tolist(), strict=True))
    out.with_suffix(".json").write_text(
        json.dumps({row["id"]: group.get(i, i) for i, row in zip(ids, rows, strict=True)})
    )
    np.save(out.with_suffix(".npy"), square(texts, ["event"])["event"])
