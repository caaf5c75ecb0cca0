"""The clause of a sentence that holds two of its units."""

import re

WHEN = "when"
# Two units farther apart than this are hardly said of one another; a sentence shorter than the other is shown whole.
WIDE = 100
_SHORT = 200
NAMED = ("person", "country", "place", "name")
BREAK = re.compile(r"[,;:—–]\s|\s[—–-]\s")
_RELATIVE = re.compile(r"(?:which|who|whose|where|whom)\b|\w+ed\s+(?:as|by|under|over)\b")
# A verb right behind a mark: what stands before the mark is no clause of its own.
_FINITE = re.compile(r"(?:is|are|was|were|has|have|had|will|would|can|could|does|did|may|might)\b")


def window(sentence, pair):
    """The shortest part of a sentence that holds both units, or the one that it has."""
    first, second = (sentence.units.get(unit) for unit in pair)
    return min(
        ((min(a[0], b[0]), max(a[1], b[1])) for a in first or second for b in second or first),
        key=lambda span: (span[1] - span[0], span),
    )


def crosses(sentence, pair):
    start, end = window(sentence, pair)
    return any(start < place < end for place in sentence.breaks)


def clause(text, sentence_span, sentence, pair, found):
    """The part of a sentence that holds both units, from one mark of punctuation to another; all of it if repeated."""
    start, end = window(sentence, pair)
    first, last = sentence_span
    if last - first <= _SHORT or repeated(sentence, found):
        return _unbroken(text, first, last) or sentence_span
    breaks = [match.span() for match in BREAK.finditer(text, first, last)]
    lefts = [first, *(stop for _, stop in breaks if stop <= start)]
    rights = [(begin, stop) for begin, stop in breaks if begin >= end] + [(last, last)]
    while len(lefts) > 1 and (_RELATIVE.match(text, lefts[-1]) or _is_apposed(text, breaks, lefts[-1])):
        lefts.pop()
    while len(rights) > 1 and _RELATIVE.match(text, rights[0][1]):
        rights.pop(0)
    return _unbroken(text, lefts[-1], rights[0][0]) or _unbroken(text, first, last) or sentence_span


def _is_apposed(text, breaks, left):
    """Does a clause begin with what stands between a noun and its verb: "Berg, the head of the port, has left"?"""
    behind = next((stop for begin, stop in breaks if begin > left), None)
    return behind is not None and bool(_FINITE.match(text, behind))


_MARK = re.compile(r"[\"“”]")


def _unbroken(text, start, end):
    """The clause without a lone quotation mark at one end; None where one stands in the midst."""
    if _paired(text, start, end):
        return start, end
    if _MARK.match(text, start):
        return start + 1, end
    if _MARK.match(text, end - 1):
        return start, end - 1
    return None


def _paired(text, start, end):
    return len(_MARK.findall(text, start, end)) % 2 == 0


def repeated(sentence, found):
    """Does another article have nearly the same sentence?"""
    return any(
        other.article_id != sentence.article_id
        and len(other.units.keys() & sentence.units.keys()) >= 0.6 * len(other.units.keys() | sentence.units.keys())
        for other in found
    )
