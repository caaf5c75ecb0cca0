"""What is known about the articles from outside the files."""

import warnings
from collections import defaultdict
from pathlib import Path

import pandas as pd

from newslab.corpus.columns import find_columns, one_line, parse_authors, parse_date
from newslab.corpus.files import SOURCES, suffix_of
from newslab.corpus.lines import Lines
from newslab.corpus.rows import Unreadable, csv_rows

_ONE_LINE = ("outlet", "syndicator", "agency", "headline", "section", "language", "note")
_USED = frozenset({*_ONE_LINE, "authors", "published"})


def add_sources(articles, sources):
    """Fill the articles from a table of what is known about them; its values win over what was found."""
    return filled(articles, known_of(articles, read_sources(sources)))


def filled(articles, rows):
    """The articles with the values of the rows filled in; `rows` is a dictionary by the position of the article."""
    columns = {name: articles[name].tolist() for name in articles.columns}
    unread = []
    for position, row in rows.items():
        for name in _ONE_LINE:
            if value := one_line(row.get(name)):
                columns[name][position] = value
                if name == "outlet":
                    columns["outlet_from"][position] = SOURCES
        if authors := parse_authors(row.get("authors")):
            columns["authors"][position] = authors
        if (published := parse_date(row.get("published"))) is not pd.NaT:
            columns["published"][position] = published
            columns["published_from"][position] = SOURCES
        elif written := one_line(row.get("published")):
            unread.append(written)
    if unread:
        _warn(f"no certain date in {', '.join(unread[:5])}; write published as year-month-day, such as 2017-02-13")
    return articles.assign(
        **{name: pd.Series(columns[name], index=articles.index, dtype=articles[name].dtype) for name in columns}
    )


def read_sources(sources):
    """What is known as dictionaries, one an article, with lower-case keys."""
    if isinstance(sources, pd.DataFrame):
        rows = sources.to_dict("records")
    else:
        path = Path(sources)
        if not path.is_file():
            raise FileNotFoundError(f"no file {path}; expected a CSV with the columns article_id, outlet, published, …")
        try:
            numbered = list(csv_rows(Lines(path, "")))
        except Unreadable as error:
            raise ValueError(f"{path.name}: {error}") from None
        for number, row in numbered:
            if isinstance(row, Unreadable):
                _warn(f"row {number} of {path.name} is not used: {row}")
        rows = [row for _, row in numbered if not isinstance(row, Unreadable)]
    rows = [{str(name).strip().lower(): value for name, value in row.items()} for row in rows]
    if rows and not {"article_id", "file"} & rows[0].keys():
        raise ValueError(f"sources has no column article_id or file; its columns are {', '.join(rows[0])}")
    for field, names in find_columns(rows[0] if rows else ()).items():
        if field in _USED and field not in rows[0]:
            _warn(f"sources has no column {field}; if its column {names[0]} holds that, call it {field}")
    return rows


def known_of(articles, known):
    """The row of what is known for each article that has one, by the article's position."""
    places = _places(articles)
    rows, unmatched, other = {}, [], []
    for row in known:
        names = [one_line(row.get(column)) for column in ("article_id", "file")]
        keys = [("article_id", names[0]), ("file", names[1]), ("file", names[0])]
        found = next((places[key] for key in keys if key in places), ())
        for position in found:
            if _says(rows.setdefault(position, row)) != _says(row):
                other.append(articles["article_id"].iloc[position])
        if not found:
            unmatched.append(names[0] or names[1] or "(empty)")
    if unmatched:
        _warn(f"{len(unmatched)} rows of sources name no article that was loaded: {_some(unmatched)}")
    if other:
        told = _some(list(dict.fromkeys(other)))
        _warn(
            f"sources says different things in several rows of one article; the first is used, make it one row: {told}"
        )
    return rows


def _says(row):
    """What a row says of its article."""
    return [one_line(row.get(name)) for name in sorted(_USED)]


def _some(names):
    return ", ".join(names[:5]) + (", …" if len(names) > 5 else "")


def _places(articles):
    """The positions of the articles by id, and by file: with its folder, and without where only one file is meant."""
    files, places = defaultdict(set), defaultdict(list)
    for file in articles["file"].dropna().unique():
        for name in {file, Path(file).name, suffix_of(file)[1]}:
            files[name].add(file)
    for position, (article_id, file) in enumerate(zip(articles["article_id"], articles["file"], strict=True)):
        places["article_id", article_id].append(position)
        places["file", file].append(position)
    for name, meant in files.items():
        if len(meant) == 1:
            places["file", name] = places["file", next(iter(meant))]
    return places


def _warn(sentence):
    warnings.warn(sentence, stacklevel=4)
