"""Rows of a table with their passages in the raw text: one line each, which opens."""

from difflib import SequenceMatcher
from html import escape
from itertools import islice

import pandas as pd

from newslab.tables import article_labels
from newslab.text import LINE_BREAK, WORD

# Half transparent, so that the writing keeps the colour of the theme, light or dark. Only what JupyterLab keeps in a
# notebook it does not trust: no scripts, no style sheets, no <mark> (black on any ground, as its colour cannot be set).
_MARK = "background-color: rgba(230, 159, 0, 0.35); padding: 0 2px"
_CHANGED = "background-color: rgba(0, 114, 178, 0.35); padding: 0 2px"
_QUIET = "opacity: 0.75"
_TEXT = (
    "white-space: pre-wrap; margin: 4px 0 12px 0; padding: 0 0 0 12px; border-left: 3px solid rgba(128, 128, 128, 0.5)"
)
_HALF = "vertical-align: top; text-align: left; width: 50%; white-space: pre-wrap; padding: 4px 12px 12px 0"


# What is said in place of any empty table.
NOTHING = "Nothing to show."


class Passages:
    """What a notebook shows: a line for each passage, which opens to its surroundings."""

    def __init__(self, html, text):
        self.html, self.text = html, text

    def __repr__(self):
        return self.text

    def _repr_mimebundle_(self, include=None, exclude=None):
        return {"text/html": self.html, "text/plain": self.text}


def show_passages(rows, articles, *, context=160, top=20):
    """Show the passages that the rows of a table speak of, each in its place in the raw text.

    rows : any table with article_id, start and end; or with source, target and their start and end, as from
        `shared_passages` or `contrasts`: these are shown side by side, with the words that only one side has marked.
    articles : the articles, for the raw text.
    context : how many characters to show on each side.
    top : how many rows to show.

    Returns an object for the last line of a cell. Every line opens to the passage in its context; the plain text lists
    outlet and passage. Raises KeyError where the rows do not say where they stand.

    >>> import newslab as nl
    >>> articles = nl.clean_articles(nl.load_articles("seeds", sources="seeds/sources.csv"))
    >>> nl.show_passages(nl.keyword_in_context(articles, "slammed"), articles)
    RT: “slammed”
    """
    labels = article_labels(articles)
    raws = dict(zip(articles["article_id"], articles["raw"].fillna(""), strict=True))
    if {"article_id", "start", "end"} <= set(rows.columns):
        show_row = _single
        rows = rows.dropna(subset=["article_id", "start", "end"])
    elif {"source", "target", "source_start", "source_end", "target_start", "target_end"} <= set(rows.columns):
        show_row = _double
    else:
        raise KeyError(
            "rows must say where they stand: article_id, start and end, or source, target and the start and end of "
            f"both; they have {', '.join(map(str, rows.columns))}"
        )
    shown = [show_row(row, raws, labels, context) for row in islice(rows.to_dict("records"), top)]
    html, text = [page for page, _ in shown], [line for _, line in shown]
    if len(rows) > len(shown):
        more = f"{len(shown)} of {len(rows)} passages are shown."
        html.append(f'<p style="{_QUIET}">{more}</p>')
        text.append(more)
    if not shown:
        html, text = [f"<p>{NOTHING}</p>"], [NOTHING]
    return Passages(f"<div>{''.join(html)}</div>", "\n".join(text))


def _single(row, raws, labels, context):
    article_id, start, end = row["article_id"], int(row["start"]), int(row["end"])
    raw, label = raws.get(article_id, ""), labels.get(article_id, str(article_id))
    first, last = _reach(raw, start, end, context)
    named = [(start, end, _MARK), *_mention(row, start, end, first, last)]
    where = f"{_id(article_id)}, characters {start} to {end}{_found_by(row)}"
    text = _ends(raw, first, last, _marked(raw, first, last, sorted(named)))
    inside = f'<div style="{_TEXT}">{text}</div>'
    if isinstance(speaker := row.get("speaker"), str):
        label = f"{label}, {speaker}"
    elif row.get("kind") in ("direct", "mixed"):
        label = f"{label}, speaker not known"
    passage = _line(raw[start:end])
    return _details(label, escape(_quoted(_clip(passage))), where, inside), f"{label}: {_quoted(passage)}"


def _mention(row, start, end, first, last):
    """The words that name the speaker of a quotation, where they stand beside it and in view."""
    named, until = row.get("mention_start"), row.get("mention_end")
    if pd.isna(named) or pd.isna(until):
        return []
    beside = first <= named < until <= start or end <= named < until <= last
    return [(int(named), int(until), _CHANGED)] if beside else []


def _found_by(row):
    """What the row itself says of the passage: the rule that found it, or the remark that was made on it."""
    said = [row.get(name) for name in ("label", "check", "rule", "message")]
    return escape("".join(f"; {text}" for text in said if isinstance(text, str)))


def _double(row, raws, labels, context):
    sides = []
    for side in ("source", "target"):
        article_id, start, end = row[side], int(row[f"{side}_start"]), int(row[f"{side}_end"])
        sides.append((labels.get(article_id, str(article_id)), raws.get(article_id, ""), start, end, article_id))
    words = [_words(raw[start:end]) for _, raw, start, end, _ in sides]
    cells, lines = [], []
    for (_, raw, start, end, article_id), changed in zip(sides, _differences(*words), strict=True):
        first, last = _reach(raw, start, end, context)
        passage = _marked(raw, start, end, [(start + a, start + b, _CHANGED) for a, b in changed])
        page = f'{escape(raw[first:start])}<span style="{_MARK}">{passage}</span>{escape(raw[end:last])}'
        cells.append(
            f'<td style="{_HALF}">{_ends(raw, first, last, page)}'
            f'<div style="{_QUIET}"><small>{_id(article_id)}, characters {start} to {end}</small></div></td>'
        )
    for label, raw, start, end, _ in sides:
        lines.append(f"{label}: {_quoted(_line(raw[start:end]))}")
    heads = "".join(f'<th style="text-align: left">{escape(label)}</th>' for label, *_ in sides)
    table = (
        f'<table style="width: 100%"><thead><tr>{heads}</tr></thead><tbody><tr>{"".join(cells)}</tr></tbody></table>'
    )
    said = [escape(_quoted(_clip(_line(raw[start:end])))) for _, raw, start, end, _ in sides]
    if isinstance(name := row.get("label"), str):
        summary = " · ".join(f"{escape(label)}: {text}" for (label, *_), text in zip(sides, said, strict=True))
        return _details(name, summary, "", table), f"{name}: {' | '.join(lines)}"
    note = f"{row['words']:,} words, {escape(row['kind'])}" if isinstance(row.get("kind"), str) else ""
    return _details(f"{sides[0][0]} and {sides[1][0]}", said[0], note, table), " | ".join(lines)


def _details(label, summary, where, inside):
    note = f' <small style="{_QUIET}">{where}</small>' if where else ""
    return (
        f'<details><summary style="cursor: pointer"><b>{escape(label)}</b> {summary}</summary>{note}{inside}</details>'
    )


def _id(article_id):
    return escape(str(article_id))


def _reach(raw, start, end, context):
    """From where to where to show the text around a passage: it begins and ends with a whole word."""
    first, last = max(0, start - context), min(len(raw), end + context)
    if first and " " in raw[first:start]:
        first = raw.index(" ", first, start) + 1
    if last < len(raw) and " " in raw[end:last]:
        last = raw.rindex(" ", end, last)
    return first, last


def _ends(raw, first, last, page):
    """A shown stretch of the text; dots say that the text goes on."""
    return f"{'… ' if first else ''}{page.strip()}{' …' if last < len(raw) else ''}"


def _line(text):
    return " ".join(LINE_BREAK.sub(" ", text).split())


def _quoted(text):
    """In quotation marks, unless the passage brings its own."""
    return text if text[:1] in ('"', "“", "«", "„") else f"“{text}”"


def _clip(text, length=110):
    return text if len(text) <= length else text[: length - 1].rstrip() + "…"


def _words(text):
    return [(word.group().lower().replace("’", "'"), *word.span()) for word in WORD.finditer(text)]


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


def _marked(raw, first, last, places):
    """A stretch of the text, escaped, with some places in it marked, each in a style of its own."""
    parts, done = [], first
    for start, end, style in places:
        parts.append(f'{escape(raw[done:start])}<b style="{style}">{escape(raw[start:end])}</b>')
        done = end
    return "".join(parts) + escape(raw[done:last])
