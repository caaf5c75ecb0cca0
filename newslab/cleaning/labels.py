"""The labels of a page: which of its lines are the story, what the others are, and what it says of itself."""

import re
from typing import NamedTuple

import numpy as np

from newslab.cleaning.borders import within_borders
from newslab.cleaning.drop_caps import without_gaps
from newslab.cleaning.duplicates import duplicates
from newslab.cleaning.fields import Field
from newslab.cleaning.furniture import cuts, guessed_label
from newslab.cleaning.metadata import text_metadata
from newslab.cleaning.names import names_after_by
from newslab.cleaning.source_metadata import source_metadata
from newslab.cleaning.strays import without_strays

_LEAST, _INSIDE, _SURE = 0.4, 0.3, 0.7
# An island has fewer words than this, and stands so many lines off the story.
_FEW, _FAR = 15, 3


class Page(NamedTuple):
    """The kept spans of a page, its lines with label and rule (None where `guessed_label` has to tell), its fields."""

    kept: tuple
    labels: list
    fields: dict


def label_page(raw, html, spans, p, fixed):
    """Label the spans of a raw text and collect what it says of itself.

    html : the source of the page, or None. spans, p, fixed : its lines, how likely each is the story, and for those
    that are furniture by their wording the label and the rule.
    """
    p, outside = within_borders(raw, spans, p)
    p, strays = without_strays(raw, spans, p)
    outside |= strays
    story = _story(raw, spans, p, fixed) if spans else []
    fields = _shown_fields(raw, spans, story, fixed)
    if html:
        fields = _merged(raw, source_metadata(html, raw, fields), fields)
    shown = {(field.start, field.end): _FIELD_LABELS[name] for name, field in fields.items() if name in _FIELD_LABELS}
    headline = raw[fields["headline"].start : fields["headline"].end] if "headline" in fields else None
    labels = []
    for number, ((start, end), is_story, found) in enumerate(zip(spans, story, fixed, strict=True)):
        if (start, end) in shown and (not is_story or shown[start, end] == "headline"):
            labels.append((start, end, shown[start, end], f"shows the {shown[start, end]}"))
        elif is_story:
            labels.append((start, end, "body", "paragraph of the story"))
        elif found is None and raw[start:end] == headline:
            labels.append((start, end, "headline", "shows the headline again"))
        else:
            labels.append((start, end, *(found or outside.get(number, (None, None)))))
    labels = _split_at(raw, cut_inside(raw, without_copies(raw, labels)), fields)
    kept = tuple((start, end) for start, end, label, _ in labels if label == "body")
    return Page(without_gaps(raw, kept), labels, fields)


def _shown_fields(raw, spans, story, fixed):
    """What the text shows of itself; a headline that was taken for the story leaves it, and all else is read again."""
    fields = text_metadata(raw, spans, story, fixed)
    if "headline" in fields and sum(story) > 1:
        place = (fields["headline"].start, fields["headline"].end)
        taken = [number for number, span in enumerate(spans) if story[number] and tuple(span) == place]
        if taken:
            story[taken[0]] = False
            fields = text_metadata(raw, spans, story, fixed)
    return fields


_FIELD_LABELS = {
    "headline": "headline",
    "authors": "byline",
    "published": "date",
    "agency": "credit",
    "section": "section",
}


def _merged(raw, given, shown):
    """What the source of a page says, and where its text shows it; what it leaves out as the text has it."""
    fields = dict(shown)
    for name, (value, rule) in given.items():
        old = shown.get(name)
        if name == "headline":
            place = raw.find(value)
        elif name == "authors":
            place = raw.find(value[0])
        else:
            place = -1
        if old and (old.value == value or name == "published" and old.value.date() == value.date()):
            fields[name] = Field(value, rule, old.start, old.end)
        elif place >= 0:
            fields[name] = Field(value, rule, place, place + len(value if name == "headline" else value[0]))
        else:
            fields[name] = Field(value, rule)
    return fields


def _split_at(raw, labels, fields):
    """A field that is shown inside a removed line is a span of its own."""
    shown = {(field.start, field.end, _FIELD_LABELS[name]) for name, field in fields.items() if name in _FIELD_LABELS}
    shown.difference_update(mark[:3] for mark in labels)
    inside = sorted((start, end, name) for start, end, name in shown if start < end)
    if not inside:
        return labels
    result = []
    for mark in labels:
        start, end, label, rule = mark
        if label == "body" or end <= inside[0][0] or start > inside[-1][0]:
            result.append(mark)
            continue
        position = start
        for first, last, name in inside:
            if position <= first and last <= end and label != name:
                if label is None:
                    label, rule = guessed_label(raw[start:end])
                if first > position:
                    result.append((position, first, label, rule))
                result.append((first, last, name, f"shows the {name}"))
                position = last
        if position < end:
            result.append((position, end, label, rule))
    return result


def _story(raw, spans, p, fixed):
    """Which lines are the story: what the model says, or, where it finds none, every sentence."""
    story = p > _threshold(p, np.diff(spans)[:, 0])
    # A heading or a list between two sure paragraphs needs less: nothing else says that the story is interrupted.
    before, after = np.concatenate([[0], p[:-1]]), np.concatenate([p[1:], [0]])
    story |= (p > _INSIDE) & (before > _SURE) & (after > _SURE)
    story = [kept and not _is_byline(raw[start:end]) for kept, (start, end) in zip(story.tolist(), spans, strict=True)]
    if not any(story):
        return [found is None and is_sentence(raw[start:end]) for (start, end), found in zip(spans, fixed, strict=True)]
    # More words than those of an island need no counting.
    n_words = {number: len(raw[slice(*spans[number])].split(None, _FEW)) for number, kept in enumerate(story) if kept}
    return _without_islands(story, n_words, p)


def _threshold(p, sizes):
    """The probability above which a line is kept: half of the best F1 to be expected of this page.

    That keeps more where a page is doubtful, and is best for the expected F1 (Lipton et al. 2014).
    """
    order = np.argsort(-p, kind="stable")
    right = np.cumsum((p * sizes)[order])
    best = (2 * right / (np.cumsum(sizes[order]) + right[-1])).max()
    return max(best / 2, _LEAST)


def _is_byline(line):
    return len(line) < 120 and line[:3].lower() == "by " and bool(names_after_by(line))


def _without_islands(story, n_words, p):
    """A few doubtful words that stand alone among furniture, some lines off the story, are none of it."""
    runs, last = [], None
    for number in n_words:
        if last is None or number - last > _FAR:
            runs.append([])
        runs[-1].append(number)
        last = number
    sizes = [sum(n_words[number] for number in run) for run in runs]
    dropped = {
        number
        for run, size in zip(runs, sizes, strict=True)
        if size < min(_FEW, max(sizes)) and p[run].max() < _SURE
        for number in run
    }
    return [kept and number not in dropped for number, kept in enumerate(story)]


_END = re.compile(r"[.!?…。！？।][\"'”’»)\]]*$|[\"”]$")


def is_sentence(line):
    """Whether a line reads as running text in any language."""
    return bool(_END.search(line)) and len(line) > 60


def without_copies(raw, labels):
    """Label what the page prints twice."""
    body = [number for number, mark in enumerate(labels) if mark[2] == "body"]
    copies = duplicates(raw, [labels[number][:2] for number in body])
    if not copies:
        return labels
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
    for mark in labels:
        start, end, label, rule = mark
        if label != "body":
            result.append(mark)
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
