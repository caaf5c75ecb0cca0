"""Which characters of a text stand inside quotation marks."""

import re

_MARK = re.compile(r"[“”„«»\"]|''|``")
_OPENS, _CLOSES = ("“", "„", "«", "``"), ("”", "»")
_FREE = " \n\u00a0([-–—"
_BREAK = re.compile("\n\n")


def quoted_spans(text):
    """The places inside double quotation marks, as (start, end) without the marks.

    A straight mark opens after a blank and closes after a word. A quotation may close in the next paragraph or two;
    one that is never closed ends with its paragraph, or where the next one opens.

    >>> text = 'He called it “a start”. "Yes," he said.'
    >>> [text[start:end] for start, end in quoted_spans(text)]
    ['a start', 'Yes,']
    """
    breaks = [match.start() for match in _BREAK.finditer(text)] + [len(text)] * 3
    spans, opened, paragraph = [], None, 0
    for match in _MARK.finditer(text):
        opens = _opens(text, match, opened is not None)
        if opened is not None:
            far = match.start() > breaks[paragraph + 2]
            spans.append((opened, min(match.start(), breaks[paragraph]) if opens or far else match.start()))
        opened = match.end() if opens else None
        while opens and breaks[paragraph] < opened:
            paragraph += 1
    if opened is not None:
        spans.append((opened, breaks[paragraph]))
    return [(start, end) for start, end in spans if text[start:end].strip()]


def _opens(text, match, inside):
    """Whether a mark opens a quotation; a straight one that could do either opens where none is open."""
    sign = match.group()
    if sign in _OPENS or sign in _CLOSES:
        return sign in _OPENS
    free_before = match.start() == 0 or text[match.start() - 1] in _FREE
    free_after = match.end() == len(text) or text[match.end()] in _FREE
    return free_before if free_before != free_after else not inside
