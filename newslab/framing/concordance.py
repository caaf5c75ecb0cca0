"""Concordance: every use of a word in its line, all outlets under one another."""

import re
from bisect import bisect_left, bisect_right
from typing import Literal

import pandas as pd

from newslab.tables import table
from newslab.text import WORD, bodies, stem

_MATCH = ("word", "lemma", "regex")
_APOSTROPHE = re.compile("['’]")
_SORT = ("right", "left", "place")


def keyword_in_context(
    articles: pd.DataFrame,
    pattern: str,
    *,
    match: Literal["word", "lemma", "regex"] = "word",
    window: int = 10,
    sort: Literal["right", "left", "place"] = "right",
) -> pd.DataFrame:
    """List every place where a word or phrase is used, with the words to its left and right.

    articles : table from `clean_articles`.
    pattern : what to look for; an empty one finds nothing.
    match : "word" (words or a phrase, whatever their case; * stands for any letters, as in annex*), "lemma" (any
        inflected form of the words) or "regex" (a regular expression, as written).
    window : how many words to show on each side.
    sort : by the words to the "right" of the keyword, to the "left" (nearest word first), or by "place" (article, then
        position).

    Returns a table with columns article_id, outlet, start, end (of the keyword, characters of the raw file), left,
    keyword, right. Raises ValueError if the regular expression, match or sort cannot be used,
    TypeError if the pattern is no str, and either if `articles` is another table.

    >>> import newslab as nl
    >>> articles = nl.clean_articles(nl.load_articles("seeds", sources="seeds/sources.csv"))
    >>> nl.keyword_in_context(articles, "annex*", window=2)[["outlet", "left", "keyword", "right"]]
                outlet           left     keyword         right
    0               RT   slammed as ‘  annexation     ’ by both
    1        USA TODAY    and illegal  annexation    of Crimea.
    2        Bloomberg  Russia’s 2014  annexation     of Crimea
    3  The Independent  Moscow's 2014  annexation  of Ukraine's
    """
    if not isinstance(pattern, str):
        raise TypeError(f"pattern is a word, a phrase or a regular expression, not {type(pattern).__name__}")
    for name, value, known in (("match", match, _MATCH), ("sort", sort, _SORT)):
        if value not in known:
            raise ValueError(f"{name} is one of {', '.join(known)}, not {value!r}")
    find = _lemma_finder(pattern) if match == "lemma" else _pattern_finder(pattern, match)
    rows = []
    for article, body in bodies(articles):
        lines = _Lines(body.text, max(0, int(window)))
        for start, end in find(body.text):
            raw_start, raw_end = body.raw_span(start, end)
            left, keyword, right = lines.around(start, end)
            rows.append(
                {
                    "article_id": article.article_id,
                    "outlet": article.outlet,
                    "start": raw_start,
                    "end": raw_end,
                    "left": left,
                    "keyword": keyword,
                    "right": right,
                }
            )
    return table("concordance", sorted(rows, key=lambda row: (_order(row, sort), row["article_id"], row["start"])))


def _order(row, sort):
    if sort == "place":
        return []
    words = [word.casefold() for word in WORD.findall(row[sort])]
    return words if sort == "right" else words[::-1]


def _pattern_finder(pattern, match):
    if not pattern.strip():
        return lambda text: []
    if match == "regex":
        try:
            expression = re.compile(pattern)
        except re.error as error:
            raise ValueError(
                f"{pattern!r} is not a regular expression ({error}); for plain words use match='word'"
            ) from None
    else:
        words = r"\s+".join(re.escape(word).replace(r"\*", r"\w*") for word in pattern.split())
        words = _APOSTROPHE.sub("['’]", words)
        expression = re.compile(rf"(?<!\w){words}(?!\w)", re.IGNORECASE)
    return lambda text: [found.span() for found in expression.finditer(text) if found.end() > found.start()]


def _lemma_finder(pattern):
    wanted = [_stem(word) for word in WORD.findall(pattern)]
    if not wanted:
        return lambda text: []

    def find(text):
        words = [(_stem(word.group()), *word.span()) for word in WORD.finditer(text)]
        stems = [word[0] for word in words]
        for first in range(len(words) - len(wanted) + 1):
            if stems[first] == wanted[0] and stems[first : first + len(wanted)] == wanted:
                yield words[first][1], words[first + len(wanted) - 1][2]

    return find


def _stem(word):
    return stem(word.lower().replace("’", "'"))


class _Lines:
    """The words of one text, to cut the line around a place in it."""

    def __init__(self, text, window):
        self.text, self.window = text, window
        spans = [word.span() for word in WORD.finditer(text)]
        self.starts, self.ends = [start for start, _ in spans], [end for _, end in spans]

    def around(self, start, end):
        before, after = bisect_left(self.starts, start), bisect_right(self.ends, end)
        first = self.starts[max(0, before - self.window)] if before and self.window else start
        last = self._last(end, after + self.window) if self.window else end
        pieces = self.text[first:start], self.text[start:end], self.text[end:last]
        return tuple(" ".join(piece.split()) for piece in pieces)

    def _last(self, end, beyond):
        """Where the line ends: before the word that no longer fits, so that the last word keeps its full stop."""
        return max(end, self.starts[beyond] if beyond < len(self.starts) else len(self.text))
