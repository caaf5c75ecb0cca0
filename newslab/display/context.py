"""Passages in the text around them, marked, one alone or two side by side."""

from difflib import SequenceMatcher
from html import escape
from typing import NamedTuple

from newslab.text import LINE_BREAK, WORD

# Half transparent, so that the writing keeps the colour of the theme, light or dark. Only what JupyterLab keeps in a
# notebook it does not trust: no scripts, no style sheets, no <mark> (black on any ground, as its colour cannot be set).
MARK = "background-color: rgba(230, 159, 0, 0.35); padding: 0 2px"
CHANGED = "background-color: rgba(0, 114, 178, 0.35); padding: 0 2px"
QUIET = "opacity: 0.75"
_TEXT = (
    "white-space: pre-wrap; margin: 4px 0 12px 0; padding: 0 0 0 12px; border-left: 3px solid rgba(128, 128, 128, 0.5)"
)
_HALF = "vertical-align: top; text-align: left; width: 50%; white-space: pre-wrap; padding: 4px 12px 12px 0"


class Passage(NamedTuple):
    """A passage of an article: the article's label and id, its raw text, and where in it the passage stands."""

    label: str
    article_id: str
    raw: str
    start: int
    end: int

    @property
    def line(self):
        """The passage on one line."""
        return " ".join(LINE_BREAK.sub(" ", self.raw[self.start : self.end]).split())

    @property
    def where(self):
        """Article and characters, escaped."""
        return f"{escape(self.article_id)}, characters {self.start} to {self.end}"

    def reach(self, context):
        """From where to where to show the text around the passage: it begins and ends with a whole word."""
        raw, start, end = self.raw, self.start, self.end
        first, last = max(0, start - context), min(len(raw), end + context)
        if first and " " in raw[first:start]:
            first = raw.index(" ", first, start) + 1
        if last < len(raw) and " " in raw[end:last]:
            last = raw.rindex(" ", end, last)
        return first, last


def quoted(line):
    """A line in quotation marks, unless it brings its own."""
    return line if line[:1] in ('"', "“", "«", "„") else f"“{line}”"


def in_context(passage, context, also=()):
    """A passage in the text around it. also : further places to mark, as (start, end)."""
    first, last = passage.reach(context)
    places = [(start, end, CHANGED) for start, end in also if first <= start and end <= last]
    places = sorted([*places, (passage.start, passage.end, MARK)])
    return f'<div style="{_TEXT}">{_ends(passage.raw, first, last, _marked(passage.raw, first, last, places))}</div>'


def side_by_side(one, other, context):
    """Two passages in a table, each in the text around it, with the words that only one of them has marked."""
    cells = []
    for passage, changed in zip((one, other), _differences(_words(one), _words(other)), strict=True):
        _, _, raw, start, end = passage
        first, last = passage.reach(context)
        inside = _marked(raw, start, end, [(*place, CHANGED) for place in changed])
        page = f'{escape(raw[first:start])}<span style="{MARK}">{inside}</span>{escape(raw[end:last])}'
        cells.append(
            f'<td style="{_HALF}">{_ends(raw, first, last, page)}'
            f'<div style="{QUIET}"><small>{passage.where}</small></div></td>'
        )
    heads = "".join(f'<th style="text-align: left">{escape(passage.label)}</th>' for passage in (one, other))
    return f'<table style="width: 100%"><thead><tr>{heads}</tr></thead><tbody><tr>{"".join(cells)}</tr></tbody></table>'


def details(label, summary, where, inside):
    """A line that opens: label and summary, and below them where the passage stands and the passage itself."""
    note = f' <small style="{QUIET}">{where}</small>' if where else ""
    return (
        f'<details><summary style="cursor: pointer"><b>{escape(label)}</b> {summary}</summary>{note}{inside}</details>'
    )


def _ends(raw, first, last, page):
    """A shown stretch of the text; dots say that the text goes on."""
    return f"{'… ' if first else ''}{page.strip()}{' …' if last < len(raw) else ''}"


def _marked(raw, first, last, places):
    """A stretch of the text, escaped, with some places in it marked, each in a style of its own."""
    parts, done = [], first
    for start, end, style in places:
        parts.append(f'{escape(raw[done:start])}<b style="{style}">{escape(raw[start:end])}</b>')
        done = end
    return "".join(parts) + escape(raw[done:last])


def _words(passage):
    found = WORD.finditer(passage.raw, passage.start, passage.end)
    return [(word.group().lower().replace("’", "'"), *word.span()) for word in found]


def _differences(source, target):
    """The places of the words that stand on one side only, for both sides."""
    matcher = SequenceMatcher(None, [word[0] for word in source], [word[0] for word in target], autojunk=False)
    only = ([], [])
    for kind, a, a_end, b, b_end in matcher.get_opcodes():
        if kind != "equal":
            for places, words, first, last in ((only[0], source, a, a_end), (only[1], target, b, b_end)):
                if last > first:
                    places.append((words[first][1], words[last - 1][2]))
    return only
