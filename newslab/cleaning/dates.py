"""Dates printed on a page, each with its kind: which of them can be the day of publication is decided elsewhere."""

import re
from datetime import date

from newslab.text.calendar import BEGINS_MONTH, MONTH_NUMBERS, WEEKDAYS

_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_WEEKDAY = r"(?:(?P<weekday>mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?,?\s{1,3}(?:the\s)?)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)(?!\d)"
_ANY_YEAR = re.compile(r"(?:19|20)\d\d")
_REACH = 40
_MONTH_FIRST = re.compile(rf"\b{_WEEKDAY}{_MONTH}\s{{1,3}}(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b,?\s{{1,3}}{_YEAR}", re.I)
_DAY_FIRST = re.compile(
    rf"\b{_WEEKDAY}(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:\sof)?[\s/-]{{1,3}}{_MONTH},?[\s/-]{{1,3}}{_YEAR}", re.I
)
_URL = re.compile(r"(?<=[a-z])/(?P<year>(?:19|20)\d\d)/(?P<month>\d\d|[a-z]{3})/(?P<day>\d\d)(?=/)")
_ISO = re.compile(r"(?<!\d)(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)(?!\d)")
# Of days and months in figures only those count which cannot be taken for one another, or which dots part.
_MONTH_DAY = re.compile(r"(?<!\d)(?P<month>\d\d?)/(?P<day>1[3-9]|2\d|3[01])/(?P<year>(?:19|20)\d\d)(?!\d)")
_DAY_MONTH = re.compile(r"(?<![\d/])(?P<day>1[3-9]|2\d|3[01])/(?P<month>\d\d?)/(?P<year>(?:19|20)\d\d)(?!\d)")
_DOTS = re.compile(r"(?<![\d.])(?P<day>\d\d?)\.(?P<month>\d\d?)\.(?P<year>(?:19|20)\d\d)(?![\d.]\d)")
_STORY_ID = re.compile(r"\b[A-Z]{3,}(?P<day>\d\d)(?P<month>\d\d)(?P<year>20\d\d)\d{6,}")
_SLASH = [(_DAY_FIRST, "text"), (_URL, "url"), (_MONTH_DAY, "text"), (_DAY_MONTH, "text")]
# What may stand before a year tells which forms of a date to try.
_BEFORE = {"/": _SLASH, "-": [(_DAY_FIRST, "text")], ".": [(_DOTS, "text")]}
_SPACE = [(_MONTH_FIRST, "text"), (_DAY_FIRST, "text")]


def date_candidates(raw):
    """The full dates printed in a raw text, as (start, end, date, kind).

    kind : "page clock" (a weekday, a date and a time alone on the first line, with GMT or UTC or without), "story id",
    "url" or "text".

    A date whose weekday does not fit is left out.

    >>> date_candidates("Tuesday, 02 January 2024 12:17 GMT")
    [(0, 24, datetime.date(2024, 1, 2), 'page clock')]
    """
    found = set()
    # Every full date holds a year: only what is around one is read closely.
    for year in _ANY_YEAR.finditer(raw):
        for pattern, kind in _forms(raw, year):
            for match in pattern.finditer(raw, max(0, year.start() - _REACH), year.end() + _REACH):
                day = _day(match)
                if day is not None and match.start("year") == year.start():
                    found.add((*match.span(), day, "page clock" if _is_clock(raw, match) else kind))
                    break
    return sorted(found)


def _forms(raw, year):
    """The forms of a date that may hold a year, by what stands before and behind it."""
    before = raw[year.start() - 1 : year.start()]
    if raw[year.end() : year.end() + 1] == "-":
        return [(_ISO, "text"), *(_SPACE if before.isspace() else _BEFORE.get(before, ()))]
    if before.isspace():
        return _SPACE if BEGINS_MONTH.search(raw, max(0, year.start() - _REACH), year.start()) else ()
    return [(_STORY_ID, "story id")] if before.isdigit() else _BEFORE.get(before, ())


def _day(match):
    month = match["month"].lower()
    try:
        day = date(int(match["year"]), MONTH_NUMBERS.get(month) or int(month), int(match["day"]))
    except ValueError:
        return None
    weekday = match.groupdict().get("weekday")
    if weekday and not WEEKDAYS[day.weekday()].startswith(weekday.lower()[:3]):
        return None
    return day


_CLOCK_TAIL = re.compile(r"[ ,]{1,3}\d{1,2}:\d\d(?::\d\d)?\s?(?:[ap]\.?m\.?)?\s?(?:GMT|UTC)?[ \t]*(?=\n|\r|$)", re.I)


def _is_clock(raw, match):
    # The clock of a page stands alone on its very first line, a weekday before it and a time behind it.
    before = raw[max(0, match.start() - 3) : match.start()]
    return (
        raw[: match.start()].strip() == ""
        and not before.strip()
        and bool(match.groupdict().get("weekday") and _CLOCK_TAIL.match(raw, match.end()))
    )
