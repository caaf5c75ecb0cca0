"""One page: its text in labelled spans, and what it says of itself."""

import re
from functools import lru_cache
from typing import NamedTuple

from newslab.cleaning.duplicates import duplicates
from newslab.cleaning.furniture import cuts, guessed_label
from newslab.cleaning.lines import units
from newslab.cleaning.model import probabilities



class Field(NamedTuple):
    """A value of the metadata, how it was found, and the characters of the raw text that show it, if any do."""

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
    spans = units(raw)
    p, fixed = probabilities(raw, spans)
    story = _story(raw, spans, p, fixed)
    labels = []
    for (start, end), is_story, found in zip(spans, story, fixed, strict=True):
        if is_story:
            labels.append((start, end, "body", "paragraph of the story"))
        else:
            labels.append((start, end, *(found or guessed_label(raw[start:end]))))
    labels = cut_inside(raw, without_copies(raw, labels))
    kept = tuple((start, end) for start, end, label, _ in labels if label == "body")
    return Page(kept, labels, {})


def _story(raw, spans, p, fixed):
    """Which lines are the story: what the model says, or, where it finds none, every sentence."""
    story = p > 0.5
    if not story.any():
        story = [found is None and is_sentence(raw[start:end]) for (start, end), found in zip(spans, fixed, strict=True)]
    return story


_END = re.compile(r"[.!?…。！？।][\"'”’»)\]]*$|[\"”]$")


def is_sentence(line):
    """Whether a line reads as running text in any language."""
    return bool(_END.search(line)) and len(line) > 60


def without_copies(raw, labels):
    """Label what the page prints twice."""
    body = [number for number, mark in enumerate(labels) if mark[2] == "body"]
    copies = duplicates(raw, [labels[number][:2] for number in body])
    copied = {body[number]: span for number, span in copies.items()}
    result = []
    for number, mark in enumerate(labels):
        if number not in copied:
            result.append(mark)
            continue
        start, end = copied[number]
        if raw[mark[0] : start].strip():
            result.append((mark[0], _rstrip(raw, mark[0], start), "furniture", "stands before a repeated text"))
        result.append((start, end, "duplicate", "text printed twice"))
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
