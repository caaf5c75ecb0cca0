"""What kind of text a shared passage is, and which article was published first."""

import re
from functools import lru_cache

import pandas as pd

from newslab.cleaning.outlets import AGENCIES

_STATEMENT = re.compile(
    r"\b(?:statement|communiqu[eé]|press release|report|document|memo|letter|transcript|readout|tweet(?:ed)?|posted?"
    r"|wrote)\b",
    re.IGNORECASE,
)
_AROUND = 160
_ALL = tuple(sorted({*AGENCIES.values()}))


def kind(source, target):
    """The kind of a passage: "quote", "statement", "agency copy", "agency on one side" or "own text".

    source, target : (article, text, place in the text, places in quotation marks) of either side.
    """
    if all(_inside(span, quoted) for _, _, span, quoted in (source, target)):
        return "statement" if any(_by_document(text, span) for _, text, span, _ in (source, target)) else "quote"
    credits = [_credits(article, *other[:2]) for (article, *_), other in ((source, target), (target, source))]
    return "agency copy" if "both" in credits else "agency on one side" if "one" in credits else "own text"


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


def _by_document(text, span):
    """Whether the words around a quotation name a document as its source."""
    return bool(_STATEMENT.search(text, max(0, span[0] - _AROUND), span[1] + _AROUND))


def _inside(span, quoted):
    """Whether more than half of a passage stands in quotation marks; a tag ("he said") may stand between or behind."""
    start, end = span
    held = sum(max(0, min(end, closing) - max(start, opening)) for opening, closing in quoted)
    return held > 0.5 * (end - start)


def direction(source, target):
    """Which of two articles was published first; None if their dates do not say."""
    if pd.isna(source.published) or pd.isna(target.published) or source.published == target.published:
        return None
    return "source → target" if source.published < target.published else "target → source"
