"""What the lines around a story say of it: headline, byline, date, section, credits. Nothing is guessed."""

import re
from datetime import datetime

from newslab.cleaning.bylines import authors
from newslab.cleaning.fields import Field
from newslab.cleaning.furniture import LEAD_CREDIT, cuts
from newslab.cleaning.lexicon import class_mask, is_class
from newslab.cleaning.mastheads import printed_outlet
from newslab.cleaning.outlets import AGENCIES, SYNDICATORS, full_name
from newslab.cleaning.page_lines import Printed
from newslab.cleaning.titles import headline_field, headline_number

_SECTION = class_mask("section")
_PUBLISHED = re.compile(r"\b(?:published|posted|publication date|date)\b", re.I)
_UPDATED = re.compile(r"\b(?:updated?|modified|edited|last)\b", re.I)
# A place and perhaps the day before the agency: "NEW DELHI, May 3 (Reuters) -".
_DATELINE = re.compile(
    r"(?:(?:[A-Z][\w.'’/-]*|[a-z]{1,3}|\d{1,2}),?\s){0,8}"
    r"\((Reuters|AP|AFP|UPI|Xinhua|dpa|PTI|ANI|IANS|TASS|EFE|ANSA|Kyodo|Yonhap|AAP|Bloomberg)\)\s?[-–—―]"
)
# "By Ann Example and Bo Sample The Associated Press", "By Ann Example, AP": agencies whose name is no person's.
_SIGNED = re.compile(
    r"(?:[Bb]y|BY) [^\n]{3,150}?[\s,|/(–—-](The Associated Press|Associated Press|AP|AFP|Agence France-Presse|Reuters"
    r"|The Canadian Press|UPI|AAP|PTI|IANS|Xinhua|PA Media)(?=\)|\s?[-–—|,\n]|$)"
)
# Above the dateline may stand a headline, a summary and a caption that were taken for the story.
_ABOVE_DATELINE = 4
# A date stands in a line of its own or beside a byline, in so many words; a caption or a sentence has more.
_BESIDE = 18
# The most words of a section's name, and how many of such lines make a menu.
_SHORT, _ENTRIES = 3, 5


def text_metadata(raw, spans, story, fixed):
    """The fields that the text of a page shows, each with its span.

    spans, story, fixed : the lines of the page, which of them are the story, which are furniture by their wording.
    """
    if not any(story):
        return {}
    page = Printed(raw, spans, story, fixed)
    number = headline_number(page)
    fields = _credits(page)
    if "outlet" not in fields:
        fields["outlet"] = printed_outlet(page, number, _promotions(page))
    outlet = fields["outlet"]
    if number is not None:
        fields["headline"] = headline_field(page, number, outlet and outlet.value)
    fields["authors"] = authors(page, number)
    if "agency" not in fields:
        fields["agency"] = _signing_agency(page.raw, fields["authors"])
    fields["section"] = _section(page, number)
    fields["published"] = _published(page, number)
    return {name: field for name, field in fields.items() if field}


def _promotions(page):
    """The promotions inside the story, as (number of the line, text)."""
    if "newsletter" not in page.raw and "inbox" not in page.raw:
        return []
    return [
        (number, page.raw[start:end])
        for number, kept in enumerate(page.story)
        if kept
        for start, end, label, _ in cuts(page.raw, *page.spans[number])
        if label == "promo"
    ]


def _credits(page):
    """Agency and syndicator, and the outlet where a wire credit names it."""
    fields = {}
    start, end = page.spans[page.first]
    if lead := LEAD_CREDIT.match(page.raw, start, end):
        fields["syndicator"] = Field(lead.group(1), "credit before the text", start + 1, lead.end(1))
        fields["outlet"] = Field(full_name(lead.group(2).strip()), "credit before the text", lead.start(2), lead.end(2))
    if line := _dateline(page):
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


def _signing_agency(raw, byline):
    """The agency that a byline names behind its authors."""
    found = byline and _SIGNED.match(raw, byline.start)
    return found and Field(AGENCIES[found[1].lower()], "byline", *found.span(1))


def _dateline(page):
    """The match of the first dateline with an agency among the first lines of the story, or None."""
    opening = [number for number in range(page.first, page.last + 1) if page.story[number]][:_ABOVE_DATELINE]
    found = (_DATELINE.match(page.raw, *page.spans[number]) for number in opening)
    return next(filter(None, found), None)


def _syndicator(page):
    """The service on which the furniture of the page says that it stands."""
    for name in (name for name in SYNDICATORS if name in page.raw):
        told = re.compile(rf"\b(?:on|by|via|from|with|©|to) {name}\b")
        for number, line in enumerate(page.lines):
            if not page.story[number] and len(line) < 200 and (found := told.search(line)):
                position = page.raw.index(name, page.spans[number][0] + found.start())
                return Field(name, "furniture of the page", position, position + len(name))
    return None


def _section(page, headline):
    """A line of one to three words of a section, alone just above the headline or in a path to it."""
    if headline is None:
        return None
    for number in range(headline - 1, max(-1, headline - 4), -1):
        if _names_section(page, number) and page.lines[number].split()[0].lower() not in ("home", "live", "all"):
            if _in_menu(page, number, headline):
                return None
            return Field(page.lines[number].strip(), "line above the headline", *page.spans[number])
    return None


def _names_section(page, number):
    """Whether a line is nothing but the name of a section."""
    tokens = page.lines[number].split()
    alone = 1 <= len(tokens) <= _SHORT and page.fixed[number] is None and page.lines[number][0].isupper()
    return alone and all(is_class(token, _SECTION) for token in tokens)


def _in_menu(page, number, headline):
    """Whether a section stands among those of a menu: more entries below it, or many above; a path opens at home."""
    above = range(number - 1, max(-1, number - 1 - _ENTRIES), -1)
    if any(page.lines[n].split()[0].lower() in ("home", "homepage") for n in above):
        return False
    below = [n for n in range(number + 1, headline) if page.fixed[n] is None and not page.dated(n)]
    entries = any(len(page.lines[n].split()) <= _SHORT for n in below)
    return entries or len(above) == _ENTRIES and all(_names_section(page, n) for n in above)


def _published(page, headline):
    """The date printed beside the headline or the byline; not the clock of the page, not that of an update."""
    top = max(0, page.first - 12) if headline is None else max(0, headline - 4)
    end = page.first + 1 if headline is None else max(page.first + 1, headline + 6)
    found = []
    for number in range(top, min(end, len(page.lines))):
        line = page.lines[number]
        if page.story[number] and not _PUBLISHED.match(line) or len(line) > 200:
            continue
        for start, end, day, kind in page.dated(number):
            before = page.raw[max(page.spans[number][0], start - 40) : start]
            if number and page.spans[number - 1][1] > start - 30 and not before.strip():
                before = page.lines[number - 1][-20:] + " "
            updated = [m.end() for m in _UPDATED.finditer(before)]
            published = [m.end() for m in _PUBLISHED.finditer(before)]
            # A sentence or a caption tells another day; what is printed beside a headline is a date and little else.
            alone = len(line.split()) <= _BESIDE and not page.fixed[number] or start == page.spans[number][0]
            if kind == "text" and (alone or published) and not (updated and max(updated) > max(published, default=-1)):
                found.append((not published, start, end, day))
    if found:
        _, start, end, day = min(found)
        return Field(datetime(day.year, day.month, day.day), "date beside the headline", start, end)
    for start, end, day, kind in page.dates:
        if kind == "story id":
            return Field(datetime(day.year, day.month, day.day), "story id", start, end)
    return None
