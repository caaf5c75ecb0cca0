"""Bodies and metadata of the pages of a cleaning bench, through `clean_articles`."""

import json
from unittest.mock import patch

import fit_cleaning
import pandas as pd
from cleaning_pages import INPUTS, load_gold, read_input

import newslab as nl
from newslab.cleaning import model, reading


def add_options(parser):
    parser.add_argument("--input", choices=INPUTS, default="layout")
    parser.add_argument(
        "--cross-validate", action="store_true", help="judge each page by a model fitted without its publisher group"
    )


def predict(data, out, *, input="layout", cross_validate=False):
    gold = load_gold(data)
    rows = []
    if cross_validate:
        stages = fit_cleaning.cross_validated(data)
        for group in sorted(stages):
            reading.forget()
            with patch.object(model, "shipped", lambda fitted=stages[group]: fitted):
                rows += predictions(data, [one for one in gold if one["group"] == group], input)
        reading.forget()
    else:
        rows = predictions(data, gold, input)
    out.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")


def predictions(data, gold, kind):
    texts = [read_input(data, one["id"], kind) for one in gold]
    articles = nl.clean_articles(
        nl.load_articles(pd.DataFrame({"article_id": [one["id"] for one in gold], "text": texts}))
    )
    return [
        {
            "id": row.article_id,
            "body": row.text,
            "title": None if pd.isna(row.headline) else row.headline,
            "authors": list(row.authors),
            "date": None if pd.isna(row.published) else f"{row.published:%Y-%m-%d}",
            "outlet": None if pd.isna(row.outlet) else row.outlet,
        }
        for row in articles.itertuples(index=False)
    ]
