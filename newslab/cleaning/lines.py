"""The lines of a raw text as units to judge: list marks set aside, fragments that a link cut out joined again."""

import re
from functools import lru_cache

from newslab.text import WORD, paragraph_spans, split_sentences

_MARK = re.compile(r"(?:[*+•·▪◦‣●○■□–—o-]|\d{1,2}[.)])(?:[ \t]+|$)")
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
_SOME = 20


@lru_cache(maxsize=2_000)
def words_in(line):
    """The words of a line in lower case; kept, since more than one step asks for those of the story."""
    return tuple(WORD.findall(line.lower()))


def units(raw):
    """The places of the pieces to judge, as a list of (start, end) in order."""
    spans, longest = [], min(_LONGEST, max(_PAGE, 0.8 * len(raw)))
    lines = paragraph_spans(raw)
    marks = [_MARK.match(raw, start, end) for start, end in lines]
    for number, (start, end) in enumerate(lines):
        if marks[number] and (raw[start] != "o" or _among_marks(marks, number)):
            start = marks[number].end()
        if end - start > longest:
            spans += _sentences(raw, start, end)
        elif start < end:
            spans.append((start, end))
    return _joined(raw, spans)


def _among_marks(marks, number):
    """Whether a mark stands beside another: only there an "o" is a small circle."""
    return any((*marks[max(0, number - 1) : number], *marks[number + 1 : number + 2]))


def _sentences(raw, start, end):
    """A line that holds a whole page is judged sentence by sentence."""
    return [(start + first, start + last) for first, last in split_sentences(raw[start:end])]


def _joined(raw, spans):
    """Join the lines which a link cut: one goes on in lower case, or the one before has not ended."""
    joined = []
    small = [_GOES_ON.match(raw, start) is not None for start, _ in spans] + [False]
    for number, (start, end) in enumerate(spans):
        if joined and _continues(raw, joined[-1][0], spans, number, small):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def _continues(raw, begin, spans, number, small):
    """Whether a line continues the one before, which begins at `begin` with what was joined to it.

    small : for each line whether it opens as the middle of a sentence does.
    """
    start, end = spans[number]
    previous_start, previous_end = spans[number - 1]
    length = previous_end - begin
    if length <= _SOME and not small[number] and not small[number + 1]:
        return False
    gap = raw[previous_end:start]
    if gap.strip() or gap.count("\n") > 1:
        return False
    if _ENDS.search(raw, max(previous_start, previous_end - 4), previous_end):
        return False
    if small[number]:
        return True
    # A link in the middle of a sentence is a line of its own, and the sentence goes on in lower case behind it.
    behind = raw[end : spans[number + 1][0]] if small[number + 1] else None
    goes_on = behind is not None and not behind.strip() and behind.count("\n") < 2
    if _OPEN_END.search(raw, max(previous_start, previous_end - 12), previous_end):
        return length > _SOME or goes_on
    return goes_on and length > 2 * _SOME and raw[previous_end - 1].islower()
