"""What kind of thing a shared passage is, and who can have had it from whom."""

import re

import pandas as pd

_STATEMENT = re.compile(
    r"\b(?:statement|communiqu[eé]|press release|report|document|memo|letter|transcript|readout|tweet(?:ed)?|posted?"
    r"|wrote)\b",
    re.IGNORECASE,
)
_AROUND = 160


def kind(text_a, span_a, quoted_a, text_b, span_b, quoted_b, article_a, article_b):
    """The kind of a passage: "quote", "statement", "agency copy" or "own text"."""
    if _inside(span_a, quoted_a) and _inside(span_b, quoted_b):
        if any(
            _STATEMENT.search(text, max(0, start - _AROUND), end + _AROUND)
            for text, (start, end) in ((text_a, span_a), (text_b, span_b))
        ):
            return "statement"
        return "quote"
    if pd.notna(article_a.agency) or pd.notna(article_b.agency):
        return "agency copy"
    return "own text"


def _inside(span, quoted):
    start, end = span
    held = sum(max(0, min(end, closing) - max(start, opening)) for opening, closing in quoted)
    return held >= 0.8 * (end - start)


def direction(source, target):
    """Which of two articles came first, where their dates tell."""
    if pd.isna(source.published) or pd.isna(target.published) or source.published == target.published:
        return None
    return "source → target" if source.published < target.published else "target → source"
