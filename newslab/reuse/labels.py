"""What kind of text a shared passage is, and which of two articles had it first."""

import re
from bisect import bisect_left
from functools import lru_cache
from itertools import takewhile
from typing import NamedTuple

import pandas as pd

from newslab.cleaning.outlets import AGENCIES

_STATEMENT = re.compile(
    # An opening or a televised statement is a speech.
    r"\b(?:(?<!opening )(?<!closing )(?<!televised )statement|communiqu[eé]|press release|report|document|memo|letter"
    r"|transcript|readout|tweet(?:ed)?|posted?|wrote)\b",
    re.IGNORECASE,
)
_AROUND = 160
_FORTH, _BACK = "source → target", "target → source"
_ALL = tuple(sorted({*AGENCIES.values()}))


class Passage(NamedTuple):
    """One side of a shared passage: where it stands in the text of its article, and all places in quotation marks."""

    article: tuple
    text: str
    span: tuple
    quoted: list

    @property
    def in_marks(self):
        """Whether more than half of it stands in quotation marks; a tag ("he said") may stand between or behind."""
        start, end = self.span
        held = sum(max(0, min(end, closing) - max(start, opening)) for opening, closing in self.quoted)
        return held > 0.5 * (end - start)

    def near(self, pattern):
        """Whether the words around it, in its paragraph, have what the pattern finds."""
        start, end = self.span
        low, high = max(0, start - _AROUND), min(len(self.text), end + _AROUND)
        low = self.text.rfind("\n", low, start) + 1 or low
        after = self.text.find("\n", end, high)
        return bool(pattern.search(self.text, low, high if after < 0 else after))


def kind_and_direction(source, target):
    """The kind of a passage, see `shared_passages`, and which way it went; None if that is not known."""
    for quoting, quoted, way in ((target, source, _FORTH), (source, target, _BACK)):
        if quoting.in_marks and not quoted.in_marks and _names_outlet(quoting, quoted.article.outlet):
            return "credited quote", way
    if source.in_marks or target.in_marks:
        kind = "statement" if source.near(_STATEMENT) or target.near(_STATEMENT) else "quote"
    else:
        both_ways = ((source, target), (target, source))
        credits = [_credits(one.article, other.article, other.text) for one, other in both_ways]
        kind = "agency copy" if "both" in credits else "agency on one side" if "one" in credits else "own text"
    return kind, _in_time(source.article.published, target.article.published)


def _names_outlet(passage, outlet):
    """Whether an outlet that is not its own is named around a passage: in full, or "the Star" if that is elsewhere."""
    words = [] if pd.isna(outlet) else outlet.removeprefix("The ").split()
    if not words or outlet == passage.article.outlet:
        return False
    short = rf"\b[Tt]he {re.escape(words[-1])}\b"
    # "The Hill" is not any hill, while "The New York Times" may go without its article.
    full = short if outlet == f"The {words[-1]}" else rf"\b{re.escape(' '.join(words))}\b"
    if len(words) > 1 and re.search(full, passage.text):
        full += f"|{short}"
    return passage.near(re.compile(full))


def _credits(article, other, text):
    """Whether the agency that an article credits is the other's too ("both"), or the other names none ("one")."""
    if pd.isna(article.agency):
        return None
    known = {name for name in (other.agency, other.outlet) if pd.notna(name)}
    if article.agency in known or _pattern((article.agency,)).search(text):
        return "both"
    named = pd.notna(other.agency) or not known.isdisjoint(_ALL) or _pattern(_ALL).search(text)
    return None if named else "one"


@lru_cache(maxsize=1000)
def _pattern(agencies):
    """Finds the names of agencies in a text."""
    names = {*agencies, *(name for name, agency in AGENCIES.items() if agency in agencies)}
    # In lower case the short ones are words and syllables: "ap", "ani".
    forms = [rf"(?i:{re.escape(name)})" if len(name) > 4 else re.escape(name.upper()) for name in sorted(names)]
    return re.compile(rf"\b(?:{'|'.join([*map(re.escape, agencies), *forms])})\b")


def _in_time(source, target):
    """Which of two articles was published on an earlier day; None if their dates do not say.

    Within one day the clocks of two places, or a clock and a day alone, do not say it.
    """
    if pd.isna(source) or pd.isna(target) or source.date() == target.date():
        return None
    return _FORTH if source < target else _BACK


def one_kind(rows):
    """The rows of passages with one kind for the same words, whichever articles share them.

    What is mostly held by passages that are statements is a statement, and by those that are quotes, a quote.
    """
    held = {kind: _places(rows, {kind}) for kind in ("statement", "quote")}
    for row in rows:
        if row["kind"] in ("own text", "quote"):
            kinds = [kind for kind, places in held.items() if any(_mostly(side, places) for side in _sides_of(row))]
            row["kind"] = kinds[0] if kinds else row["kind"]
    return rows


def _sides_of(row):
    return [(row[side], row[f"{side}_start"], row[f"{side}_end"]) for side in ("source", "target")]


def _places(rows, kinds):
    """For each article the stretches that the passages of these kinds hold, in order and merged."""
    merged = {}
    for article_id, start, end in sorted(side for row in rows if row["kind"] in kinds for side in _sides_of(row)):
        places = merged.setdefault(article_id, [])
        if places and start <= places[-1][1]:
            places[-1][1] = max(end, places[-1][1])
        else:
            places.append([start, end])
    return merged


def _mostly(side, merged):
    """Whether more than half of one side of a passage lies in those stretches."""
    article_id, start, end = side
    places = merged.get(article_id, [])
    first = max(0, bisect_left(places, [start, end]) - 1)
    inside = takewhile(lambda place: place[0] < end, places[first:])
    return sum(max(0, min(end, last) - max(start, opens)) for opens, last in inside) > 0.5 * (end - start)
