"""One page: its text in labelled spans, and what it says of itself."""

import re
from functools import lru_cache
from typing import NamedTuple

from newslab.cleaning.duplicates import duplicates
from newslab.cleaning.furniture import cuts, fixed_label
from newslab.text import STOP_WORDS, paragraph_spans, words


class Field(NamedTuple):
    value: object
    rule: str
    start: int = -1
    end: int = -1


class Page(NamedTuple):
    kept: tuple
    labels: list
    fields: dict


@lru_cache(maxsize=256)
def read_page(raw, html=None):
    """Label the spans of a raw text and collect what it says of itself."""
    labels = []
    for start, end in paragraph_spans(raw):
        line = raw[start:end]
        label, rule = fixed_label(line) or (None, None)
        if label is None:
            label, rule = ("body", "reads as a sentence") if _is_prose(line) else ("furniture", "no sentence")
        labels.append((start, end, label, rule))
    labels = cut_inside(raw, without_copies(raw, labels))
    kept = tuple((start, end) for start, end, label, _ in labels if label == "body")
    return Page(kept, labels, {})


def without_copies(raw, labels):
    body = [number for number, mark in enumerate(labels) if mark[2] == "body"]
    copies = duplicates(raw, [labels[number][:2] for number in body])
    result = []
    for number, mark in enumerate(labels):
        copy = copies.get(body.index(number)) if number in body else None
        if copy is None:
            result.append(mark)
            continue
        if raw[mark[0] : copy[0]].strip():
            result.append((mark[0], copy[0], "furniture", "stands before a repeated text"))
        result.append((*copy, "duplicate", "text printed twice"))
    return result


def cut_inside(raw, labels):
    """Cut credits at the start and promotions inside a paragraph."""
    result = []
    for start, end, label, rule in labels:
        if label != "body":
            result.append((start, end, label, rule))
            continue
        position = start
        for cut_start, cut_end, cut_label, cut_rule in cuts(raw, start, end):
            if raw[position:cut_start].strip():
                result.append((position, _rstrip(raw, position, cut_start), label, rule))
            result.append((cut_start, cut_end, cut_label, cut_rule))
            position = _lstrip(raw, cut_end, end)
        if raw[position:end].strip():
            result.append((position, end, label, rule))
    return result


def _rstrip(raw, start, end):
    return start + len(raw[start:end].rstrip())


def _lstrip(raw, start, end):
    return end - len(raw[start:end].lstrip())


_END = re.compile(r"[.!?…:][\"'”’»)\]]*$|[\"”]$")


def _is_prose(line):
    found = words(line)
    if len(found) < 8:
        return False
    return bool(_END.search(line)) or len(found) >= 40 and sum(word in STOP_WORDS for word in found) > 0.25 * len(found)
