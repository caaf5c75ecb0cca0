"""What the lines around a story say of it: headline, byline, date, section, credits. Nothing is guessed."""

import re
from collections import Counter
from datetime import datetime

from newslab.cleaning.dates import date_candidates
from newslab.cleaning.fields import Field
from newslab.cleaning.furniture import cuts
from newslab.cleaning.lexicon import class_mask, is_class
from newslab.cleaning.lines import words_in
from newslab.cleaning.names import has_role, names_after_by, names_alone
from newslab.cleaning.outlets import AGENCIES, SYNDICATORS, full_name, is_outlet, outlet_of
from newslab.text import STOP_WORDS, words

_HEAD = 60
_FURNITURE = class_mask("section site share account legal advert related comments contact")
_SECTION = class_mask("section")
_PUBLISHED = re.compile(r"\b(?:published|posted|publication date|date)\b", re.I)
_UPDATED = re.compile(r"\b(?:updated?|modified|edited|last)\b", re.I)
_DATELINE = re.compile(
    r"[^()\n]{0,60}\((Reuters|AP|AFP|UPI|Xinhua|dpa|PTI|ANI|IANS|TASS|EFE|ANSA|Kyodo|Yonhap)\)\s?[-–—]"
)
_AGO = re.compile(r"\b\d+ (?:minute|hour|day|week)s? ago\b")
_GLUED = re.compile(r"[a-z][A-Z]")
_STOP_INSIDE = re.compile(r"[a-z0-9]{3}\.\s[A-Z]")
_LEAD_CREDIT = re.compile(r"\(([A-Z]{3,})\s?[-–]\s?([^()\n]{2,40})\)")


def text_metadata(raw, spans, story, fixed):
    """The fields that the text of a page shows, each with its span.

    spans, story, fixed : the lines of the page, which of them are the story, which are furniture by their wording.
    """
    lines = [raw[start:end] for start, end in spans]
    numbers = [number for number, kept in enumerate(story) if kept]
    if not numbers:
        return {}
    page = _Lines(raw, spans, lines, story, fixed, numbers[0], numbers[-1])
    fields = {}
    headline = _headline(page)
    if headline is not None:
        fields["headline"] = _without_tail(page, headline)
    fields |= _credits(page)
    fields |= _authors(page, headline)
    fields |= _section(page, headline)
    fields |= _published(page, headline)
    if "outlet" not in fields:
        first = {}
        for number, line in enumerate(lines):
            if not story[number]:
                first.setdefault(line, number)
        furniture = [(number, line) for line, number in first.items()]
        for number in numbers:
            furniture += [
                (number, raw[start:end]) for start, end, label, _ in cuts(raw, *spans[number]) if label == "promo"
            ]
        if found := outlet_of(furniture, fields["headline"].value if headline is not None else None):
            fields["outlet"] = Field(found[0], found[1], *spans[found[2]])
    return fields


class _Lines:
    """The lines of a page, and where the story begins and ends among them."""

    def __init__(self, raw, spans, lines, story, fixed, first, last):
        self.raw, self.spans, self.lines, self.story, self.fixed = raw, spans, lines, story, fixed
        self.first, self.last = first, last
        self.dates = date_candidates(raw)

    def dated(self, number):
        start, end = self.spans[number]
        return [date for date in self.dates if start <= date[0] < end]


def _headline(page):
    """The number of the line above the story which shares most words with it, or None."""
    known = _content(line for line, kept in zip(page.lines, page.story, strict=True) if kept)
    seen = Counter(line.lower() for line in page.lines)
    scores = {
        number: _headline_score(page, number, known, seen)
        for number in range(max(0, page.first - _HEAD), min(page.first + 2, len(page.lines)))
    }
    best = max(scores, key=lambda number: (scores[number], -number))
    # Under the headline stands a summary in much the same words: the first of a few good lines is the headline.
    top = scores[best]
    while earlier := [n for n in range(max(0, best - 4), best) if scores.get(n, 0) > max(1.2, 0.65 * top)]:
        best = earlier[0]
    return best if top > 1.2 else None


def _content(lines, longest=8000):
    """The longer words of some lines that are no function words, up to a number of characters."""
    found = set()
    for line in lines:
        found.update(words_in(line[:longest]))
        longest -= len(line) + 1
        if longest <= 0:
            break
    return {word for word in (word.replace("’", "'") for word in found) if len(word) > 3 and word not in STOP_WORDS}


def _without_tail(page, number):
    """The headline without the outlet or the path of the site, where the page prints it without them, too."""
    start, end = page.spans[number]
    line = page.lines[number]
    for match in re.finditer(r"\s[|–—/»-]\s", line):
        for first, last in ((0, match.start()), (match.end(), len(line))):
            if last - first > 15 and (line[first:last] in page.lines or is_outlet(line[last:].strip(" |–—-"))):
                return Field(" ".join(line[first:last].split()), "line above the story", start + first, start + last)
    return Field(" ".join(line.split()), "line above the story", start, end)


def _headline_score(page, number, known, seen):
    line = page.lines[number]
    if page.fixed[number] or line[0].islower():
        return 0
    found = words(line)
    if not 3 <= len(found) <= 35 or names_after_by(line) or names_alone(line):
        return 0
    if len(_GLUED.findall(line)) > 2 or line[0] in "#*[(@©":
        return 0
    if page.story[number] and (number != page.first or line.rstrip().endswith((".", "”", '"', ":")) or len(found) > 25):
        return 0
    if page.dated(number) and len(found) < 14 or re.search(r"\S[|·•]\s", line):
        return 0
    content = [word for word in found if len(word) > 3 and word not in STOP_WORDS]
    furniture = sum(is_class(word, _FURNITURE) for word in found) / len(found)
    near = any(
        names_after_by(page.lines[n]) or page.dated(n) for n in range(number + 1, min(number + 6, page.first + 1))
    )
    kinship = sum(word in known for word in content) / (len(content) + 1)
    kinship *= sum(word in known for word in content) > 1
    ends = (line.rstrip().endswith(".") or _STOP_INSIDE.search(line) is not None) and len(found) > 6
    return (
        3 * kinship + 0.8 * (seen[line.lower()] > 1) + 1.0 * near + 0.4 * (6 <= len(found) <= 18) - 1.2 * ends
        - 0.6 * (len(found) > 22) - 0.03 * (page.first - number) - furniture
    )  # fmt: skip


def _credits(page):
    """Agency and syndicator, and the outlet where a wire credit names it."""
    fields = {}
    start, end = page.spans[page.first]
    if lead := _LEAD_CREDIT.match(page.raw, start, end):
        fields["syndicator"] = Field(lead.group(1), "credit before the text", start + 1, lead.end(1))
        fields["outlet"] = Field(full_name(lead.group(2).strip()), "credit before the text", lead.start(2), lead.end(2))
    if line := _DATELINE.match(page.raw, start, end):
        fields["agency"] = Field(AGENCIES[line.group(1).lower()], "dateline", line.start(1), line.end(1))
    near = [
        *range(page.last + 1, min(page.last + 4, len(page.lines))),
        *range(page.first - 1, max(-1, page.first - 8), -1),
    ]
    for number in near:
        line = re.sub(r"^(?:Source|By|From|Credit)\s?:?\s|^[(\[©—–-]+\s?", "", page.lines[number]).strip(" .)]")
        if "agency" not in fields and line.lower() in AGENCIES:
            fields["agency"] = Field(AGENCIES[line.lower()], "credit line", *page.spans[number])
    if "syndicator" not in fields and (found := _syndicator(page)):
        fields["syndicator"] = found
    return fields


def _syndicator(page):
    """The service on which the furniture of the page says that it stands."""
    for name in (name for name in SYNDICATORS if name in page.raw):
        told = re.compile(rf"\b(?:on|by|via|from|with|©|to) {name}\b")
        for number, line in enumerate(page.lines):
            if not page.story[number] and len(line) < 200 and (found := told.search(line)):
                position = page.raw.index(name, page.spans[number][0] + found.start())
                return Field(name, "furniture of the page", position, position + len(name))
    return None


def _authors(page, headline):
    """The byline nearest to the headline or to the start of the story."""
    top = max(0, page.first - 25) if headline is None else max(0, headline - 3)
    rows = range(top, min(page.first + 1, len(page.lines)))
    for number in rows:
        line = page.lines[number]
        is_lead = line.strip(" :").lower() in ("by", "written by", "words by") and number + 1 < len(page.lines)
        if is_lead and (names := names_after_by("By " + page.lines[number + 1])):
            return {"authors": Field(names, "byline", *page.spans[number + 1])}
        if len(line) < 200 and not page.story[number] and (names := names_after_by(line)):
            return {"authors": Field(names, "byline", *page.spans[number])}
    for number in rows:
        line = page.lines[number]
        if page.story[number] or page.fixed[number] or number == headline or len(line) > 160:
            continue
        before = re.split(r"\s?[·|•]\s|\s[-–—]\s|\s(?=\d)|,\s(?=[A-Z][a-z]{2} \d)", line)[0]
        below = headline is not None and 0 < number - headline <= 6
        dated = before != line and (bool(page.dated(number)) or _AGO.search(line)) or _is_date(page, number + 1)
        near = any(page.dated(n) for n in range(max(0, number - 1), min(number + 3, page.first + 1)))
        names = names_alone(before, sure=bool(below and (dated or has_role(before))))
        # Without a date beside them two names in one line are still a byline; one may be a topic.
        beside = headline is not None and -2 <= number - headline <= 3 and (len(names) > 1 or _has_bio(page, names))
        if names and (beside or below and (dated or near or has_role(before)) or headline is None and near):
            return {"authors": Field(names, "name beside the headline", *page.spans[number])}
    end = range(page.last + 1, min(page.last + 5, len(page.lines)))
    for number in end:
        if page.lines[number].startswith(("By ", "BY ")) and (names := names_after_by(page.lines[number])):
            return {"authors": Field(names, "byline below the story", *page.spans[number])}
    return {}


def _has_bio(page, names):
    """Whether a line outside the story tells who the one person is."""
    told = tuple(f"{name} {verb} " for name in names for verb in ("is", "was", "has", "covers", "writes", "reports"))
    return any(line.startswith(told) for line, kept in zip(page.lines, page.story, strict=True) if not kept)


def _is_date(page, number):
    """Whether a line is a date and little else."""
    return number < len(page.lines) and len(page.lines[number].split()) <= 8 and bool(page.dated(number))


def _section(page, headline):
    """A line of one to three words of a section, alone just above the headline."""
    if headline is None:
        return {}
    for number in range(headline - 1, max(-1, headline - 4), -1):
        tokens = page.lines[number].split()
        alone = 1 <= len(tokens) <= 3 and page.fixed[number] is None and page.lines[number][0].isupper()
        named = all(is_class(token, _SECTION) for token in tokens) and tokens[0].lower() not in ("home", "live", "all")
        if alone and named:
            return {"section": Field(page.lines[number].strip(), "line above the headline", *page.spans[number])}
    return {}


def _published(page, headline):
    """The date printed beside the headline or the byline; not the clock of the page, not that of an update."""
    top = max(0, page.first - 12) if headline is None else max(0, headline - 4)
    found = []
    for number in range(top, min(page.first + 1, len(page.lines))):
        line = page.lines[number]
        if page.story[number] and not _PUBLISHED.match(line) or page.fixed[number] or len(line) > 200:
            continue
        for start, end, day, kind in page.dated(number):
            before = page.raw[max(page.spans[number][0], start - 40) : start]
            if number and page.spans[number - 1][1] > start - 30 and not before.strip():
                before = page.lines[number - 1][-20:] + " "
            updated = [m.end() for m in _UPDATED.finditer(before)]
            published = [m.end() for m in _PUBLISHED.finditer(before)]
            if kind == "text" and not (updated and max(updated) > max(published, default=-1)):
                found.append((not published, start, end, day))
    if found:
        _, start, end, day = min(found)
        return {"published": Field(datetime(day.year, day.month, day.day), "date beside the headline", start, end)}
    for start, end, day, kind in page.dates:
        if kind == "story id":
            return {"published": Field(datetime(day.year, day.month, day.day), "story id", start, end)}
    return {}
