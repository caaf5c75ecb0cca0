"""Which characters of a text stand inside quotation marks."""

import re

_MARK = re.compile(r"[“”„«»\"]|''|``")


def quoted_spans(text):
    """The places inside double quotation marks, as (start, end) without the marks.

    A curly mark may close in the next paragraph or two; a straight one, which does not say whether it opens, closes in
    its own paragraph. A quotation that is never closed ends with its paragraph.

    >>> text = 'He called it “a start”. "Yes," he said.'
    >>> [text[start:end] for start, end in quoted_spans(text)]
    ['a start', 'Yes,']
    """
    spans, opened, mark = [], None, None
    for match in _MARK.finditer(text):
        sign = match.group()
        if opened is not None:
            between = text.count("\n\n", opened, match.start())
            curly = mark in "“„«"
            if between > (2 if curly else 0) or (sign in "“„«" and curly):
                spans.append((opened, _paragraph_end(text, opened)))
                opened = None
            elif sign in "”»" or not curly:
                spans.append((opened, match.start()))
                opened = None
                continue
        if sign in "“„«``" or (sign in ("\"", "''") and opened is None):
            opened, mark = match.end(), sign
    if opened is not None:
        spans.append((opened, _paragraph_end(text, opened)))
    return [(start, end) for start, end in spans if end > start]


def _paragraph_end(text, start):
    end = text.find("\n\n", start)
    return len(text) if end < 0 else end
