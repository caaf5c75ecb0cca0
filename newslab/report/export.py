"""The tables behind the notebooks, as files for a spreadsheet and for other programs."""

import csv

import numpy as np
import pandas as pd
from tqdm.auto import tqdm

import newslab as nl
from newslab.tables import STRING

# What a spreadsheet takes for the beginning of a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def report_tables(articles, notebooks):
    """The tables shown by the notebooks of these names, as a dictionary; always with the articles."""
    tables = {"articles": articles.drop(columns="html")}
    for notebook in tqdm([name for name in notebooks if name in _TABLES], desc="Tables", unit="notebook"):
        tables |= _TABLES[notebook](articles)
    return tables


def write_tables(tables, folder):
    """Write each table as CSV and as Parquet; returns the names with the number of rows.

    In the CSV a text that a spreadsheet would take for a formula gets an apostrophe, lists are in one cell, and figures
    have six digits; infinite ones are left empty.
    """
    folder.mkdir(parents=True)
    for name, frame in tables.items():
        # Plain lists: Parquet knows no tuples.
        lists = {column: frame[column].map(_as_list) for column in frame.columns if frame[column].dtype == object}
        frame.assign(**lists).to_parquet(folder / f"{name}.parquet", index=False)
        # With the mark at the beginning by which Excel knows UTF-8, and every text between quotation marks.
        options = {"index": False, "encoding": "utf-8-sig", "lineterminator": "\n", "quoting": csv.QUOTE_NONNUMERIC}
        safe_frame(_rounded(frame)).to_csv(folder / f"{name}.csv", **options)
    return {name: len(frame) for name, frame in tables.items()}


def _rounded(frame):
    """Every figure with six digits; infinite ones missing."""
    figures = {
        column: frame[column].map(lambda value: float(f"{value:.6g}") if np.isfinite(value) else np.nan)
        for column in frame.select_dtypes("float")
    }
    return frame.assign(**figures)


def safe_frame(frame):
    """The frame with an apostrophe before every text that a spreadsheet would take for a formula.

    >>> safe_frame(pd.DataFrame({"text": ["=1+1", "two"], "rate": [-1, 2]}))
        text  rate
    0  '=1+1    -1
    1    two     2
    """
    texts = [column for column in frame.columns if not pd.api.types.is_numeric_dtype(frame[column].dtype)]
    texts = [column for column in texts if not pd.api.types.is_datetime64_any_dtype(frame[column].dtype)]
    return frame.assign(**{column: frame[column].map(_safe).astype("object") for column in texts})


def _safe(value):
    if isinstance(value, tuple | list):
        value = "; ".join(f"{one[0]}-{one[1]}" if isinstance(one, tuple) else str(one) for one in value)
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value


def _as_list(value):
    return [_as_list(one) for one in value] if isinstance(value, tuple | list) else value


def _articles(articles):
    return {"spans": nl.spans(articles), "audit": nl.audit(articles)}


def _similarity(articles):
    return {
        "pairs": nl.pairwise_similarity(articles),
        "events": nl.group_events(articles),
        "passages": with_texts(nl.shared_passages(articles), articles),
        "near_copies": nl.near_copies(articles),
    }


def with_texts(passages, articles):
    """The passages with their text, for readers of the table who do not have the files."""
    raws = dict(zip(articles["article_id"], articles["raw"], strict=True))
    texts = {
        f"{side}_text": pd.Series(
            [
                raws[article_id][start:end]
                for article_id, start, end in zip(
                    passages[side], passages[f"{side}_start"], passages[f"{side}_end"], strict=True
                )
            ],
            index=passages.index,
            dtype=STRING,
        )
        for side in ("source", "target")
    }
    return passages.assign(**texts)


def _framing(articles):
    events = nl.group_events(articles)
    words = nl.wording(articles, events=events)
    return {
        "events": events,
        "wording": words,
        "coverage": nl.coverage(words, articles, events=events),
        "contrasts": nl.contrasts(words, articles, events=events),
        "devices": nl.devices(articles),
        "terms": nl.distinctive_terms(nl.largest_event(articles, events)),
    }


def _quotes(articles):
    events, quotes = nl.group_events(articles), nl.extract_quotes(articles)
    matches = nl.match_quotes(quotes, articles=articles)
    return {
        "events": events,
        "quotes": quotes,
        "speakers": nl.count_speakers(quotes),
        "matches": matches.merge(quotes[["quote_id", "article_id", "outlet", "speaker", "text"]], on="quote_id"),
        "edits": nl.quote_edits(matches, quotes, articles=articles),
        "carriage": nl.quote_carriage(matches, quotes, articles, events=events),
    }


_TABLES = {"01_articles": _articles, "02_similarity": _similarity, "03_framing": _framing, "04_quotes": _quotes}
