"""Quotations of one topic that are the same utterance, as pairs across articles."""

import json
from itertools import combinations

import newslab as nl
from newslab.tables import table


def predict(data, out):
    """Match the quotes of match_quotes.jsonl in the folder `data`, topic by topic, and write pairs of ids to `out`."""
    lines = (data / "match_quotes.jsonl").read_text(encoding="utf-8").splitlines()
    quotes = [json.loads(line) for line in lines if line.strip()]
    pairs = []
    for topic in sorted({quote["topic"] for quote in quotes}):
        rows = [
            {
                "quote_id": quote["id"],
                "article_id": quote["doc"],
                "outlet": quote["outlet"],
                "start": 0,
                "end": len(quote["text"]),
                "text": quote["text"],
                "speaker": quote.get("speaker"),
                "closed": True,
            }
            for quote in quotes
            if quote["topic"] == topic
        ]
        matches = nl.match_quotes(table("quotes", rows))
        article = {row["quote_id"]: row["article_id"] for row in rows}
        for _, group in matches.groupby("group"):
            pairs += [(a, b) for a, b in combinations(group["quote_id"], 2) if article[a] != article[b]]
    out.write_text("".join(json.dumps({"a": a, "b": b}) + "\n" for a, b in pairs), encoding="utf-8")
