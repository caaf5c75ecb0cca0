"""Load articles from files or a DataFrame."""

from pathlib import Path

import pandas as pd

from newslab.tables import table
from newslab.text import WORD, Body, paragraph_spans


def load_articles(source, *, sources=None):
    """Load articles from a folder, files or a DataFrame."""
    if isinstance(source, pd.DataFrame):
        column = next(name for name in ("raw", "text") if name in source)
        ids = source["article_id"] if "article_id" in source else source.get("id", pd.Series(range(len(source))))
        found = [(str(key), pd.NA, raw) for key, raw in zip(ids, source[column], strict=True)]
    else:
        paths = sorted(Path(source).rglob("*.txt"))
        found = [(path.stem, path.name, path.read_bytes().decode()) for path in paths]
    rows = []
    for key, file, raw in found:
        kept = paragraph_spans(raw)
        text = Body(raw, kept).text
        rows.append(dict(article_id=key, file=file, format="text", encoding="utf-8", status="ok" if text else "empty",
                         authors=(), n_words=sum(1 for _ in WORD.finditer(text)), text=text, raw=raw, kept=kept))
    articles = table("articles", rows)
    if sources is not None:
        known = pd.read_csv(sources, dtype=str).set_index("article_id").reindex(articles["article_id"])
        for name in ("outlet", "syndicator", "agency", "published"):
            articles[name] = known[name].astype(articles[name].dtype).array
        articles["outlet_from"] = articles["published_from"] = "sources.csv"
    return articles.astype({"outlet_from": "string[python]", "published_from": "string[python]"})
