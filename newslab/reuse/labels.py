"""What kind of thing a shared passage is, and who can have had it from whom."""

import re

import pandas as pd

_STATEMENT = re.compile(
    r"\b(?:statement|communiqu[eé]|press release|report|document|memo|letter|transcript|readout|tweet(?:ed)?|posted?"
    r"|wrote)\b",
    re.IGNORECASE,
)
_AROUND = 160


def kind(source, target):
    """The kind of a passage: "quote", "statement", "agency copy" or "own text".

    source, target : (article, text, place in the text, places in quotation marks) of either side.
    """
    if all(_inside(span, quoted) for _, _, span, quoted in (source, target)):
        return "statement" if any(_by_document(text, span) for _, text, span, _ in (source, target)) else "quote"
    if any(pd.notna(article.agency) for article, *_ in (source, target)):
        return "agency copy"
    return "own text"


def _by_document(text, span):
    """Whether the words around a quotation name a document as its source."""
    return bool(_STATEMENT.search(text, max(0, span[0] - _AROUND), span[1] + _AROUND))


def _inside(span, quoted):
    start, end = span
    held = sum(max(0, min(end, closing) - max(start, opening)) for opening, closing in quoted)
    return held >= 0.8 * (end - start)


def direction(source, target):
    """Which of two articles came first, where their dates tell."""
    if pd.isna(source.published) or pd.isna(target.published) or source.published == target.published:
        return None
    return "source → target" if source.published < target.published else "target → source"
