"""What can be settled only when all files are read: ids that stand twice, and which articles a table speaks of."""

import warnings
from collections import Counter
from hashlib import blake2b
from pathlib import PurePosixPath

import pandas as pd
import pyarrow.parquet as pq

from newslab.corpus.files import suffix_of
from newslab.corpus.ids import unique_ids
from newslab.corpus.known import filled, known_of
from newslab.scale.parts import SCHEMAS, Part, articles_of, origin
from newslab.tables import STRING


def is_settled(path, made_from, known):
    """Whether there is a whole part, made from the same; if something was known of its articles, also from that."""
    return origin(path) in (made_from, _made_from(made_from, known))


def settle(parts, known):
    """Give the articles of all parts ids of their own, then fill in what is known of them.

    parts : what each part was made from, by its path. known : rows of `read_sources`, or None.
    """
    columns = ["article_id", "file", "status"]
    names = {path: pq.read_table(path, columns=columns).to_pandas().astype(STRING) for path in parts}
    every = pd.concat(names.values(), ignore_index=True)
    unread = every["file"][every["status"] == "unreadable"]
    if len(unread):
        shown = ", ".join(unread.unique()[:3])
        warnings.warn(f"{len(unread)} files or rows are not read, or not to their end: {shown}, …", stacklevel=3)
    every["article_id"] = _told_apart(every)
    rows = {} if known is None else known_of(every, known)
    first = 0
    for path, own in names.items():
        ids = every["article_id"].iloc[first : first + len(own)]
        own_rows = {place - first: rows[place] for place in range(first, first + len(own)) if place in rows}
        made_from = _made_from(parts[path], known) if own_rows else parts[path]
        if origin(path) != made_from or ids.tolist() != own["article_id"].tolist():
            _rewrite(path, ids.tolist(), own_rows, made_from)
        first += len(own)


def _made_from(made_from, known):
    if known is None:
        return made_from
    return f"{made_from} {blake2b(repr(known).encode('utf-8', 'replace'), digest_size=16).hexdigest()}"


def _told_apart(articles):
    """The ids of the articles; those that stand twice with the name of their file before them."""
    times = Counter(articles["article_id"])
    if len(times) == len(articles):
        return articles["article_id"]
    candidates = [
        [name] if times[name] == 1 else _candidates(name, file)
        for name, file in zip(articles["article_id"], articles["file"], strict=True)
    ]
    return pd.Series(unique_ids(candidates), dtype=STRING)


def _candidates(name, file):
    stem, folder = suffix_of(file)[1], PurePosixPath(file).parent.name
    files = [stem, f"{folder}-{stem}" if folder else stem, file.replace("/", "-")]
    return [name, *(each if name == stem else f"{each}-{name}" for each in files)]


def _rewrite(path, ids, rows, made_from):
    """Write a part anew, a row group at a time."""
    first = 0
    with pq.ParquetFile(path) as file, Part(path, SCHEMAS["articles"], made_from) as part:
        for group in range(file.num_row_groups):
            articles = articles_of(file.read_row_group(group))
            end = first + len(articles)
            articles["article_id"] = pd.Series(ids[first:end], dtype=STRING)
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                own = {place - first: row for place, row in rows.items() if first <= place < end}
                part.write(filled(articles, own))
            first = end
