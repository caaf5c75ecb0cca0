"""Which characters of a text stand inside quotation marks."""

import re

_MARK = re.compile(r"[“”„«»\"]|''|``")
_OPENS, _CLOSES = "“„«``", "”»"


def quoted_spans(text):
    """The places inside double quotation marks, as (start, end) without the marks.

    A straight mark opens after a blank and closes after a word. A quotation may close in the next paragraph or two;
    one that is never closed ends with its paragraph, or where the next one opens.

    >>> text = 'He called it “a start”. "Yes," he said.'
    >>> [text[start:end] for start, end in quoted_spans(text)]
    ['a start', 'Yes,']
    """
    spans, opened = [], None
    for match in _MARK.finditer(text):
        opens = _opens(text, match, opened is not None)
        if opened is not None:
            end = match.start()
            if opens or text.count("\n\n", opened, end) > 2:
                paragraph = _paragraph_end(text, opened)
                end = min(end, paragraph)
            spans.append((opened, end))
        opened = match.end() if opens else None
    if opened is not None:
        spans.append((opened, _paragraph_end(text, opened)))
    return [(start, end) for start, end in spans if text[start:end].strip()]


def _opens(text, match, inside):
    sign = match.group()
    if sign in _OPENS or sign in _CLOSES:
        return sign in _OPENS
    free_before = match.start() == 0 or text[match.start() - 1] in " \n\u00a0([-–—"
    free_after = match.end() == len(text) or text[match.end()] in " \n\u00a0"
    return free_before if free_before != free_after else not inside


def _paragraph_end(text, start):
    end = text.find("\n\n", start)
    return len(text) if end < 0 else end
