"""The columns and types of every table, the same when it is empty and under pandas 2 and 3; how articles are named."""

from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd

STRING = "string[python]"
_SPAN = {"start": "int64", "end": "int64"}

COLUMNS = {
    "articles": {
        "article_id": STRING,
        "file": STRING,
        "format": STRING,
        "encoding": STRING,
        "status": STRING,
        "outlet": STRING,
        "outlet_from": STRING,
        "syndicator": STRING,
        "agency": STRING,
        "headline": STRING,
        "authors": "object",
        "section": STRING,
        "published": "datetime64[s]",
        "published_from": STRING,
        "language": STRING,
        "n_words": "int64",
        "text": STRING,
        "raw": STRING,
        "kept": "object",
        "html": STRING,
        "note": STRING,
    },
    "spans": {"article_id": STRING, **_SPAN, "label": STRING, "rule": STRING},
    "sentences": {"article_id": STRING, "paragraph": "int64", "sentence": "int64", **_SPAN, "text": STRING},
    "tokens": {"article_id": STRING, "sentence": "int64", **_SPAN, "text": STRING, "term": STRING},
    "quotes": {
        "quote_id": STRING,
        "article_id": STRING,
        "outlet": STRING,
        **_SPAN,
        "text": STRING,
        "kind": STRING,
        "speaker": STRING,
        "mention": STRING,
        "mention_start": "Int64",
        "mention_end": "Int64",
        "cue": STRING,
        "cue_start": "Int64",
        "cue_end": "Int64",
        "closed": "bool",
        "duplicate_of": STRING,
        "utterance": STRING,
        "rule": STRING,
    },
    "matches": {"group": "int64", "quote_id": STRING, "similarity": "float64", "edit": STRING},
    "carriage": {
        "group": "int64",
        "utterance": STRING,
        "speaker": STRING,
        "article_id": STRING,
        "outlet": STRING,
        "state": STRING,
    },
    "pairs": {
        "source": STRING,
        "target": STRING,
        "topic": "float64",
        "event": "float64",
        "copied": "float64",
        "low": "float64",
        "high": "float64",
    },
    "passages": {
        "source": STRING,
        "target": STRING,
        "source_start": "int64",
        "source_end": "int64",
        "target_start": "int64",
        "target_end": "int64",
        "words": "int64",
        "kind": STRING,
        "direction": STRING,
    },
    "near_copies": {
        "source": STRING,
        "target": STRING,
        "contained_source": "float64",
        "contained_target": "float64",
        "relation": STRING,
        "group": "Int64",
    },
    "edits": {
        "group": "int64",
        "source": STRING,
        "target": STRING,
        "source_text": STRING,
        "target_text": STRING,
        "kind": STRING,
    },
    "wording": {
        "referent": STRING,
        "label": STRING,
        "article_id": STRING,
        "outlet": STRING,
        **_SPAN,
        "text": STRING,
        "rule": STRING,
    },
    "coverage": {
        "referent": STRING,
        "label": STRING,
        "article_id": STRING,
        "outlet": STRING,
        "state": STRING,
        "n_mentions": "int64",
    },
    "terms": {
        "outlet": STRING,
        "term": STRING,
        "count": "int64",
        "documents": "int64",
        "rate": "float64",
        "log_ratio": "float64",
        "low": "float64",
        "high": "float64",
        "p": "float64",
        "p_adjusted": "float64",
        "elsewhere": "int64",
        "dispersion": "float64",
    },
    "concordance": {
        "article_id": STRING,
        "outlet": STRING,
        **_SPAN,
        "left": STRING,
        "keyword": STRING,
        "right": STRING,
    },
    "audit": {
        "article_id": STRING,
        "check": STRING,
        "severity": STRING,
        "message": STRING,
        "start": "Int64",
        "end": "Int64",
    },
    "contrasts": {
        "referent": STRING,
        "label": STRING,
        "source": STRING,
        "source_outlet": STRING,
        "source_start": "int64",
        "source_end": "int64",
        "source_text": STRING,
        "target": STRING,
        "target_outlet": STRING,
        "target_start": "int64",
        "target_end": "int64",
        "target_text": STRING,
        "rule": STRING,
        "score": "float64",
    },
    "devices": {"article_id": STRING, "outlet": STRING, **_SPAN, "text": STRING, "device": STRING},
}


# The public function that makes a table, where it does not have the table's name.
_MADE_BY = {
    "articles": "load_articles",
    "quotes": "extract_quotes",
    "matches": "match_quotes",
    "carriage": "quote_carriage",
    "speakers": "count_speakers",
    "pairs": "pairwise_similarity",
    "events": "group_events",
    "passages": "shared_passages",
    "edits": "quote_edits",
    "terms": "distinctive_terms",
    "uses": "uses_needed",
    "concordance": "keyword_in_context",
}
# What reading the text of articles takes.
READABLE = ("article_id", "status", "raw", "kept")
# The score in the column `event` of pairs from which two articles report the same event. Chosen once, on 44 events of
# ECB+ (English, 2003 to 2013), and frozen.
SAME_EVENT = 0.25


def table(name: str, rows: Iterable[Mapping[str, Any]] = ()) -> pd.DataFrame:
    """Make the table `name` from dictionaries; a key that is left out is missing, an unknown one is an error.

    >>> table("spans").columns.tolist()
    ['article_id', 'start', 'end', 'label', 'rule']
    """
    columns = COLUMNS[name]
    rows = list(rows)
    unknown = {key for row in rows for key in row} - set(columns)
    if unknown:
        raise KeyError(f"the table {name!r} has no column {sorted(unknown)}; its columns are {list(columns)}")
    # One index for all columns: pandas would else join theirs, and copy what is new.
    index = pd.RangeIndex(len(rows))
    found = {column: pd.Series([row.get(column) for row in rows], index, dtype) for column, dtype in columns.items()}
    return pd.DataFrame(found, index, copy=False)


def expect(frame: object, name: str, columns: Iterable[str]) -> None:
    """Raise TypeError or ValueError, with a sentence that helps, if `frame` is not the table `name`.

    columns : those that are needed of it; a column article_id of articles has to be without duplicates.

    >>> expect(table("spans"), "quotes", ["quote_id", "speaker"])
    Traceback (most recent call last):
    ValueError: expected the table of quotes, as `extract_quotes` makes it; this one has no column quote_id, speaker
    and looks like the table of spans
    """
    wanted = f"the table of {name}, as `{_MADE_BY.get(name, name)}` makes it"
    if not isinstance(frame, pd.DataFrame):
        raise TypeError(f"expected {wanted}: a DataFrame, not {type(frame).__name__}")
    if missing := [str(column) for column in columns if column not in frame.columns]:
        alike = [other for other, known in COLUMNS.items() if known.keys() <= set(frame.columns)]
        looks = f" and looks like the table of {max(alike, key=lambda other: len(COLUMNS[other]))}" if alike else ""
        raise ValueError(f"expected {wanted}; this one has no column {', '.join(missing)}{looks}")
    if name == "articles" and not frame["article_id"].is_unique:
        double = frame["article_id"][frame["article_id"].duplicated()].iloc[0]
        raise ValueError(f"two articles have the id {double!r}; give each an id of its own, or drop one")


def article_labels(articles: pd.DataFrame) -> dict[str, str]:
    """One short, unique name for each article: its outlet; of several articles of one outlet, with the day or a number.

    articles : table from `load_articles` or `clean_articles`.

    Returns a dictionary from article_id to label. Raises TypeError or ValueError if that is not the table given.

    >>> import newslab as nl
    >>> article_labels(nl.load_articles("seeds", sources="seeds/sources.csv"))["002_7d4685da51ab1956"]
    'USA TODAY'
    """
    expect(articles, "articles", ["article_id", "outlet", "published"])
    rows = articles.assign(outlet=outlet_or_id(articles)).sort_values("article_id", kind="stable")
    labels = {}
    for outlet, own in rows.groupby("outlet", sort=False):
        days = [None if pd.isna(day) else f"{day.day} {day:%b %Y}" for day in own["published"]]
        told_apart = None not in days and len(set(days)) == len(days)
        for number, (article_id, day) in enumerate(zip(own["article_id"], days, strict=True), start=1):
            labels[article_id] = outlet if len(own) == 1 else f"{outlet} ({day if told_apart else number})"
    return {article_id: labels[article_id] for article_id in articles["article_id"]}


def outlet_or_id(frame: pd.DataFrame) -> pd.Series:
    """The outlet of each row, or the article's id where no outlet is known, so that no article drops out of a count.

    >>> import newslab as nl
    >>> outlet_or_id(nl.load_articles("seeds")).iloc[0]
    '000_be3014d14ec1fab8'
    """
    return frame["outlet"].fillna(frame["article_id"])


def event_of(events: pd.DataFrame | None) -> dict[str, int]:
    """The event of each article, from the table of `group_events`; empty without a table.

    >>> event_of(pd.DataFrame({"article_id": ["a", "b"], "event": [1, 1]}))
    {'a': 1, 'b': 1}
    """
    if events is None:
        return {}
    expect(events, "events", ["article_id", "event"])
    return dict(zip(events["article_id"], events["event"], strict=True))
