"""The lines of a raw text as units to judge: list marks set aside, fragments that a link cut out joined again."""

import re
from functools import lru_cache

from newslab.text import WORD, paragraph_spans, split_sentences

_MARK = re.compile(r"(?:[*+•·▪◦‣●○■□–—-]|\d{1,2}[.)])(?:[ \t]+|$)")
_ENDS = re.compile(r"[.!?…:;|][\"'”’»)\]]*$")
_OPEN_END = re.compile(
    r"(?:\b(?:a|an|the|of|to|in|on|at|by|for|from|with|and|or|but|as|that|than|which|who|is|are|was|were|be|has"
    r"|have|had|its|their|his|her|our|my|your|this|these|about|into|over|after|before|between|near|via|not|it)"
    r"|[,(“\"‘])$",
    re.I,
)
_GOES_ON = re.compile(r"[a-z]|[,.;:!?)’”'\]]")
# A line of this length, or one that is nearly the whole file, has lost its line breaks.
_LONGEST, _PAGE = 3000, 800


@lru_cache(maxsize=2_000)
def words_in(line):
    """The words of a line in lower case; kept, since more than one step asks for those of the story."""
    return tuple(WORD.findall(line.lower()))


def units(raw):
    """The places of the pieces to judge, as a list of (start, end) in order."""
    spans = []
    for start, end in paragraph_spans(raw):
        mark = _MARK.match(raw, start, end)
        if mark:
            start = mark.end()
        if end - start > _LONGEST or end - start > max(_PAGE, 0.8 * len(raw)):
            spans += _sentences(raw, start, end)
        elif start < end:
            spans.append((start, end))
    return _joined(raw, spans)


def _sentences(raw, start, end):
    """A line that holds a whole page is judged sentence by sentence."""
    return [(start + first, start + last) for first, last in split_sentences(raw[start:end])]


def _joined(raw, spans):
    """Join the lines which a link cut: one goes on in lower case, or the one before has not ended."""
    joined = []
    for number, (start, end) in enumerate(spans):
        if joined and _continues(raw, joined[-1], spans, number):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def _continues(raw, before, spans, number):
    start, end = spans[number]
    previous_start, previous_end = spans[number - 1]
    gap = raw[previous_end:start]
    if gap.strip() or gap.count("\n") > 1:
        return False
    if _ENDS.search(raw, max(previous_start, previous_end - 4), previous_end):
        return False
    if _GOES_ON.match(raw, start):
        return True
    # A link in the middle of a sentence is a line of its own, and the sentence goes on in lower case behind it.
    following = spans[number + 1] if number + 1 < len(spans) else None
    goes_on = (
        following is not None
        and not raw[end : following[0]].strip()
        and raw.count("\n", end, following[0]) < 2
        and _GOES_ON.match(raw, following[0])
    )
    if _OPEN_END.search(raw, max(previous_start, previous_end - 12), previous_end):
        return previous_end - before[0] > 20 or bool(goes_on)
    return bool(goes_on) and previous_end - before[0] > 40 and raw[previous_end - 1].islower()
