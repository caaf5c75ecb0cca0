"""The columns and types of every table, the same when it is empty and under pandas 2 and 3; how articles are named."""

from collections import defaultdict, namedtuple
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any

import pandas as pd

STRING = "string[python]"


def _all(kind, names):
    """Columns of one type, in order."""
    return dict.fromkeys(names.split(), kind)


# The columns of each table in order, with their types. Where a function counts within another column than the outlet,
# that column stands in its place.
COLUMNS = {
    "articles": {
        **_all(STRING, "article_id file format encoding status outlet outlet_from syndicator agency headline"),
        "authors": "object",
        "section": STRING,
        "published": "datetime64[s]",
        **_all(STRING, "published_from language"),
        "n_words": "int64",
        **_all(STRING, "text raw"),
        "kept": "object",
        **_all(STRING, "html note"),
    },
    "spans": {"article_id": STRING} | _all("int64", "start end") | _all(STRING, "label rule"),
    "sentences": {"article_id": STRING} | _all("int64", "paragraph sentence start end") | {"text": STRING},
    "tokens": {"article_id": STRING} | _all("int64", "sentence start end") | _all(STRING, "text term"),
    "quotes": {
        **_all(STRING, "quote_id article_id outlet"),
        **_all("int64", "start end"),
        **_all(STRING, "text kind speaker mention"),
        **_all("Int64", "mention_start mention_end"),
        "cue": STRING,
        **_all("Int64", "cue_start cue_end"),
        "closed": "bool",
        **_all(STRING, "duplicate_of utterance rule"),
    },
    "matches": {"group": "int64", "quote_id": STRING, "similarity": "float64", "edit": STRING},
    "carriage": {"group": "int64"} | _all(STRING, "utterance speaker article_id outlet state"),
    "speakers": _all(STRING, "outlet speaker") | _all("int64", "quotes words articles") | {"share": "float64"},
    "pairs": _all(STRING, "source target") | _all("float64", "topic event copied low high"),
    "passages": {
        **_all(STRING, "source target"),
        **_all("int64", "source_start source_end target_start target_end words"),
        **_all(STRING, "kind direction"),
    },
    "explanation": {"term": STRING} | _all("float64", "source_weight target_weight contribution"),
    "nearest_pairs": {
        **_all(STRING, "pair measure"),
        "score": "float64",
        "term": STRING,
        **_all("float64", "contribution share"),
    },
    "events": {
        "article_id": STRING,
        "event": "int64",
        "nearest": STRING,
        "score": "float64",
        "rival": STRING,
        "rival_score": "float64",
    },
    "near_copies": {
        **_all(STRING, "source target"),
        **_all("float64", "contained_source contained_target"),
        "relation": STRING,
        "group": "Int64",
    },
    "edits": {"group": "int64"} | _all(STRING, "source target source_text target_text kind"),
    "wording": {
        **_all(STRING, "referent label article_id outlet"),
        **_all("int64", "start end"),
        **_all(STRING, "text rule"),
        "score": "float64",
    },
    "coverage": _all(STRING, "referent label article_id outlet state") | {"n_mentions": "int64"},
    "terms": {
        **_all(STRING, "outlet term"),
        **_all("int64", "count documents"),
        **_all("float64", "rate log_ratio low high p p_adjusted"),
        "elsewhere": "int64",
        "dispersion": "float64",
    },
    "uses": {
        "outlet": STRING,
        **_all("int64", "articles words tested"),
        "needed": "Int64",
        "only_here": STRING,
        "count": "Int64",
    },
    "concordance": _all(STRING, "article_id outlet") | _all("int64", "start end") | _all(STRING, "left keyword right"),
    "audit": _all(STRING, "article_id check severity message") | _all("Int64", "start end"),
    "contrasts": {
        **_all(STRING, "referent label source source_outlet"),
        **_all("int64", "source_start source_end"),
        **_all(STRING, "source_text target target_outlet"),
        **_all("int64", "target_start target_end"),
        **_all(STRING, "target_text rule"),
        "score": "float64",
    },
    "devices": _all(STRING, "article_id outlet")
    | _all("int64", "start end")
    | _all(STRING, "text device")
    | _all("bool", "quoted"),
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
    "explanation": "explain_pair",
    "nearest_pairs": "explain_nearest",
    "concordance": "keyword_in_context",
}
# A table read from Parquet makes the texts of so many rows at a time.
_ROWS_AT_ONCE = 1000
# To look a type up by its name takes longer than to make a column of a few rows.
_TYPES = {kind: pd.api.types.pandas_dtype(kind) for columns in COLUMNS.values() for kind in columns.values()}
# What reading the text of articles takes.
READABLE = ("article_id", "status", "raw", "kept")
# The score in the column `event` of pairs from which two articles report the same event. Chosen once, on 44 events of
# ECB+ (English, 2003 to 2013), and frozen.
SAME_EVENT = 0.25
# The score of contrasts from which a pair is shown: the chance that a reader finds it telling.
TELLING = 0.65
# The score of facts in wording from which a clause is shown, or taken into account: the chance that it states the fact.
SURE = 0.8


def table(name: str, rows: Iterable[Mapping[str, Any]] | Mapping[str, Any] = ()) -> pd.DataFrame:
    """Make the table `name`.

    rows : a dictionary for each row, a key that is left out is missing; or one dictionary of all columns, each a
    sequence of values. Raises KeyError for a column that the table does not have.

    >>> table("spans").columns.tolist()
    ['article_id', 'start', 'end', 'label', 'rule']
    >>> table("events", {"article_id": ["a", "b"], "event": [1, 1]})["event"].tolist()
    [1, 1]
    """
    columns = COLUMNS[name]
    if not isinstance(rows, Mapping):
        rows = list(rows)
        named = columns | dict.fromkeys(key for row in rows for key in row)
        rows = {column: [row.get(column) for row in rows] for column in named}
    if unknown := rows.keys() - set(columns):
        raise KeyError(f"the table {name!r} has no column {sorted(unknown)}; its columns are {list(columns)}")
    size = max(map(len, rows.values()), default=0)
    # One index for all columns: pandas would else join theirs, and copy what is new.
    index = pd.RangeIndex(size)
    found = {column: _column(rows.get(column, [None] * size), index, kind) for column, kind in columns.items()}
    return pd.DataFrame(found, index, copy=False)


def _column(values, index, kind):
    kind = _TYPES[kind]
    # The array alone is made in a third of the time; but one of NumPy would cut 2.5 to a whole number without a word.
    return pd.array(values, kind) if pd.api.types.is_extension_array_dtype(kind) else pd.Series(values, index, kind)


def rows_of(frame: pd.DataFrame) -> Iterator[tuple]:
    """Each row as a named tuple, as `frame.itertuples(index=False)`, which takes twice to four times as long.

    >>> [row.label for row in rows_of(table("spans", [{"start": 0, "end": 3, "label": "body"}]))]
    ['body']
    """
    make = _row_type(tuple(frame.columns))._make
    for first in range(0, len(frame), _ROWS_AT_ONCE):
        some = frame.iloc[first : first + _ROWS_AT_ONCE]
        yield from map(make, zip(*(values.tolist() for _, values in some.items()), strict=True))


@lru_cache(maxsize=100)
def _row_type(columns):
    return namedtuple("Row", columns, rename=True)


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
    rows = zip(articles["article_id"], outlet_or_id(articles), articles["published"], strict=True)
    of_outlet = defaultdict(list)
    for article_id, outlet, day in sorted(rows, key=lambda row: str(row[0])):
        of_outlet[outlet].append((article_id, day))
    labels = {}
    for outlet, own in of_outlet.items():
        days = [None if pd.isna(day) else f"{day.day} {day:%b %Y}" for _, day in own]
        told_apart = None not in days and len(set(days)) == len(days)
        for number, ((article_id, _), day) in enumerate(zip(own, days, strict=True), start=1):
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
