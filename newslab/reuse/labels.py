"""What kind of thing a shared passage is, and who can have had it from whom."""

import re

import pandas as pd

from newslab.cleaning.outlets import AGENCIES

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
    (a, text, *_), (b, other, *_) = source, target
    # The credit of one side alone tells nothing of where the other had the words.
    return "agency copy" if _credits(a, b, other) or _credits(b, a, text) else "own text"


def _credits(article, other, text):
    """Whether the agency that an article credits is the other's too: credited, named in its text, or its outlet."""
    if pd.isna(article.agency):
        return False
    if any(pd.notna(name) and name == article.agency for name in (other.agency, other.outlet)):
        return True
    names = {article.agency, *(name for name, agency in AGENCIES.items() if agency == article.agency)}
    # In lower case the short ones are words and syllables: "ap", "ani".
    return any(
        re.search(rf"\b{re.escape(name)}\b", text, re.IGNORECASE if len(name) > 4 else 0)
        for name in sorted(names)
        if len(name) > 4 or name != name.lower()
    )


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
