"""From records to the table of articles."""

import os
import warnings
from collections.abc import Iterable

import pandas as pd

from newslab.corpus.files import find_files
from newslab.corpus.ids import unique_ids
from newslab.corpus.known import add_sources
from newslab.corpus.records import read_file, read_frame
from newslab.tables import table
from newslab.text import Body, count_words, paragraph_spans

_HANDFUL = 20


def load_articles(
    source: str | os.PathLike | Iterable[str | os.PathLike] | pd.DataFrame,
    *,
    sources: str | os.PathLike | pd.DataFrame | None = None,
) -> pd.DataFrame:
    """Load articles from a folder, a file, a list of files or a DataFrame.

    source : a folder is read with the folders in it (hidden ones aside), in sorted order. One article a file: .txt,
        .md, .html. Many articles a file: .csv and .tsv, .json and .jsonl (the fields of news-please and Fundus are
        known), .parquet (needs pyarrow), .warc (needs warcio). Each may be gzipped. Columns are found by name, and
        one printed line says which was taken for what. A DataFrame needs a column text, raw or html.
    sources : a CSV file or a DataFrame of what you know about the articles, with a column article_id or file and any
        of outlet, syndicator, agency, headline, authors, section, published, language, and note (how you know it). It
        wins over what is found. A file `sources.csv` inside a folder is never taken for articles, and is used only
        when it is named here.

    Returns the table of articles, one row for each article and for each file or row that holds none: article_id (from
    the file's name, or the row's own id), file, format, encoding, status ("ok", "empty", "binary", "unreadable", "not
    an article"), outlet, outlet_from, syndicator, agency, headline, authors (a tuple), section, published (the day
    and time in the zone that the source names), published_from, language, n_words, text, raw (as decoded; for HTML the
    visible text), kept (spans of raw that make up the text: all lines, until `clean_articles` narrows them), html, note
    (from `sources`, or why there is no text). Unknown is missing, and so is a date with two meanings, such as
    03/04/2017. What could not be read is told by a warning.

    Raises FileNotFoundError where there is no such file or folder, ValueError where there is nothing in it.

    >>> import newslab as nl
    >>> articles = nl.load_articles("seeds", sources="seeds/sources.csv")
    >>> articles[["article_id", "status", "outlet", "n_words"]].head(2)
                 article_id status           outlet  n_words
    0  000_be3014d14ec1fab8     ok               RT      536
    1  001_972f056aeeaa0fae     ok  The Independent      358
    """
    if isinstance(source, pd.DataFrame):
        records = read_frame(source)
    else:
        beside = sources if isinstance(sources, str | os.PathLike) else None
        files = find_files(source, leave_out=beside)
        records = [record for path, name in _progress(files, "Reading") for record in read_file(path, name)]
    _tell(records)
    articles = articles_of(_progress(records, "Counting"))
    _tell_ids(records, articles["article_id"])
    return articles if sources is None else add_sources(articles, sources)


def articles_of(records):
    """The table of articles of some records, each with an id of its own among them."""
    ids = unique_ids([record.ids for record in records])
    return table("articles", [_row(record, article_id) for record, article_id in zip(records, ids, strict=True)])


def _progress(things, doing):
    # Even a bar that is never shown leaves a widget in a saved notebook, so a handful goes without; and widgets are
    # loaded only where there is one.
    if len(things) <= _HANDFUL:
        return things
    from tqdm.auto import tqdm

    return tqdm(things, desc=f"{doing} articles", delay=2, leave=False)


def _row(record, article_id):
    row = {
        "article_id": article_id,
        "file": record.file,
        "format": record.format or None,
        "encoding": record.encoding,
        "status": record.status,
        "authors": (),
        "n_words": 0,
        "raw": record.raw,
        "kept": (),
        "html": record.html,
        "note": record.problem or None,
        **record.metadata,
    }
    if record.raw is not None:
        row["kept"] = paragraph_spans(record.raw) if record.kept is None else record.kept
        row["text"] = Body(record.raw, row["kept"]).text
        row["n_words"] = count_words(row["text"])
    return row


def _tell(records):
    """Say once which column was taken for what, and once for each reason what could not be read."""
    mappings, problems, dates = {}, {}, {}
    for record in records:
        if record.mapping:
            mappings.setdefault(record.mapping, record.file)
        if record.problem:
            where = record.file if record.number is None else f"{record.file or 'DataFrame'} row {record.number}"
            problems.setdefault(record.problem, []).append(where)
        if record.unread_date or "published" in record.metadata:
            dates.setdefault(record.file or "DataFrame", []).append(record.unread_date)
    for mapping, file in mappings.items():
        print(f"{file or 'DataFrame'}: {mapping}")
    for problem, files in problems.items():
        _warn(f"{_some(files, 3)} not read: {problem}")
    for file, found in dates.items():
        if unread := list(filter(None, found)):
            shown = _some([f"“{date:.40}”" for date in dict.fromkeys(unread)], 3)
            _warn(
                f"{file}: {len(unread)} of {len(found)} dates name no certain day and are left out: {shown}; "
                f"write year-month-day, such as 2017-04-03"
            )


def _tell_ids(records, ids):
    """Say which articles are not called by the id that they came with, since another one has it too."""
    called = {}
    for record, article_id in zip(records, ids, strict=True):
        if record.own_id:
            called.setdefault(record.own_id, []).append(article_id)
    if double := {own: names for own, names in called.items() if len(names) > 1}:
        own, names = next(iter(double.items()))
        others = f", and so on for {len(double) - 1} more" if len(double) > 1 else ""
        _warn(f"{len(names)} articles have the id {own} and are called {_some(names, 3)}{others}; give each its own id")


def _some(names, most):
    return ", ".join(names[:most]) + (f" and {len(names) - most} more" if len(names) > most else "")


def _warn(sentence):
    warnings.warn(sentence, stacklevel=4)
