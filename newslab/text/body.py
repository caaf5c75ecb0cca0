"""The kept text of an article, and the way from its characters back to the raw file."""

import re
from bisect import bisect_right

from newslab.tables import READABLE, expect, rows_of

# What ends a line in a file, whatever wrote it: the characters of str.splitlines.
LINE_BREAK = re.compile("[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_LINE = re.compile(r"\S(?:[^\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]*\S)?")
# Blanks are left alone: in a line of 50 MB they are eight million.
_SPACE = re.compile(r"[^\S ]")


class Body:
    """The kept text of one article, and the way from its characters back to the raw file.

    Each kept span is a paragraph, or a piece of one. White space inside a span becomes a blank, character for
    character; between two spans stands an empty line where the raw file has a line break, otherwise one blank, and
    nothing between a drop cap (a single capital) and the rest of its word.

    >>> body = Body("Menu\\nA first line.\\nShare\\nA second.", [(5, 18), (25, 34)])
    >>> body.text
    'A first line.\\n\\nA second.'
    >>> body.raw_span(15, 23)
    (25, 33)
    """

    def __init__(self, raw, kept):
        parts, self._text_starts, self._raw_starts, position = [], [], [], 0
        previous = None
        for start, end in kept:
            if previous is not None:
                gap = "\n\n" if LINE_BREAK.search(raw, previous, start) else " "
                if gap == " " and len(parts[-1]) == 1 and parts[-1].isupper() and raw[start : start + 1].islower():
                    gap = ""
                parts.append(gap)
                position += len(gap)
            piece = raw[start:end]
            # Of white space only the blank is printable, and most pieces hold no other.
            parts.append(piece if piece.isprintable() else _SPACE.sub(" ", piece))
            self._text_starts.append(position)
            self._raw_starts.append(start)
            position += end - start
            previous = end
        self.text = "".join(parts)
        self._raw_end = previous or 0

    def raw_span(self, start, end):
        """The place in the raw file of the characters `start` to `end` of the text."""
        if not self._text_starts:
            return 0, 0
        raw_start = self._raw(start)
        return raw_start, max(raw_start, self._raw(end - 1) + 1 if end > start else raw_start)

    def _raw(self, position):
        piece = max(0, bisect_right(self._text_starts, position) - 1)
        following = self._raw_starts[piece + 1] if piece + 1 < len(self._raw_starts) else self._raw_end
        return min(self._raw_starts[piece] + position - self._text_starts[piece], following)


def paragraph_spans(raw):
    """The lines of a raw file that hold more than white space, without the white space at their ends.

    >>> paragraph_spans("one \\r\\n\\r\\n two")
    ((0, 3), (9, 12))
    """
    return tuple(line.span() for line in _LINE.finditer(raw))


def bodies(articles):
    """Each readable article as a row (a named tuple) with its `Body`."""
    expect(articles, "articles", READABLE)
    for row in rows_of(articles):
        if row.status == "ok":
            yield row, Body(row.raw, row.kept)
