"""What is known of the articles from outside, beside the files."""

import io
import warnings
from pathlib import Path

import pandas as pd

from newslab.corpus.columns import one_line, parse_authors, parse_date
from newslab.corpus.decode import decode

SOURCES = "sources.csv"
_ONE_LINE = ("outlet", "syndicator", "agency", "headline", "section", "language")


def add_sources(articles, sources):
    """Fill the articles from a table of what is known of them; its values win over what was found."""
    known = _read(sources)
    rows = _by_article(articles, known)
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
        if written := one_line(row.get("published")):
            columns["published"][position] = parse_date(row["published"])
            columns["published_from"][position] = SOURCES
            if columns["published"][position] is pd.NaT:
                columns["published_from"][position] = pd.NA
                unread.append(written)
    if unread:
        _warn(f"no certain date in {', '.join(unread[:5])}; write published as year-month-day, such as 2017-02-13")
    return articles.assign(
        **{name: pd.Series(columns[name], index=articles.index, dtype=articles[name].dtype) for name in columns}
    )


def _read(sources):
    if isinstance(sources, pd.DataFrame):
        known = sources
    else:
        path = Path(sources)
        if not path.is_file():
            raise FileNotFoundError(f"no file {path}; expected a CSV with the columns article_id, outlet, published, …")
        text, _ = decode(path.read_bytes())
        try:
            known = pd.read_csv(io.StringIO(text), dtype=str, sep=None, engine="python")
        except (pd.errors.ParserError, pd.errors.EmptyDataError, ValueError) as error:
            raise ValueError(f"{path.name} cannot be read as CSV: {error}") from None
    known = known.rename(columns=lambda name: str(name).strip().lower())
    if not {"article_id", "file"} & set(known.columns):
        raise ValueError(f"sources has no column article_id or file; its columns are {', '.join(known.columns)}")
    return known.loc[:, ~known.columns.duplicated()]


def _by_article(articles, known):
    """The row of what is known for each article that has one, by the article's position."""
    positions = {}
    for position, (article_id, file) in enumerate(zip(articles["article_id"], articles["file"], strict=True)):
        positions[article_id] = position
        if not pd.isna(file):
            for name in (file, Path(file).name, Path(file).stem):
                positions.setdefault(("file", name), position)
    rows, unmatched = {}, []
    for row in known.to_dict("records"):
        name = one_line(row.get("article_id"))
        file = one_line(row.get("file"))
        keys = [name, ("file", name), ("file", file)]
        position = next((positions[key] for key in keys if key in positions), None)
        if position is None:
            unmatched.append(name or file or "(empty)")
        else:
            rows.setdefault(position, row)
    if unmatched:
        shown = ", ".join(unmatched[:5]) + (", …" if len(unmatched) > 5 else "")
        _warn(f"{len(unmatched)} rows of sources name no article that was loaded: {shown}")
    return rows


def _warn(sentence):
    warnings.warn(sentence, stacklevel=4)
