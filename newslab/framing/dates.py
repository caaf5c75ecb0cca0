"""Days that a text names, seen from the day on which it was published."""

import re
from datetime import date, timedelta

from newslab.text.calendar import MONTH_NAME, MONTH_NUMBERS, WEEKDAYS

_MONTH = rf"({MONTH_NAME})\.?"
_NAMED = re.compile(rf"\b{_MONTH} (\d\d?)\b(?:,? (\d{{4}})\b)?|\b(\d\d?) {_MONTH}\b(?: (\d{{4}})\b)?")
# What is to come has no day yet: "next Monday".
_RELATIVE = re.compile(rf"(?<!\bnext )\b(?:{'|'.join(WEEKDAYS)}|today|yesterday)\b", re.IGNORECASE)


def days_named(text, published):
    """The days in a text: a weekday is the last one up to the day of publication, a date without a year the nearest.

    >>> [str(day) for day in sorted(days_named("On Monday he recalled the call of Dec. 29.", date(2017, 2, 14)))]
    ['2016-12-29', '2017-02-13']
    """
    days = set()
    for match in _RELATIVE.finditer(text):
        word = match.group().lower()
        back = word == "yesterday" if word not in WEEKDAYS else (published.weekday() - WEEKDAYS.index(word)) % 7
        days.add(published - timedelta(days=int(back)))
    for match in _NAMED.finditer(text):
        month, day, year = (match.group(1), match.group(2), match.group(3)) if match.group(1) else match.group(5, 4, 6)
        years = [int(year)] if year else [published.year - 1, published.year, published.year + 1]
        found = [known for one in years if (known := _day(one, MONTH_NUMBERS[month[:3].lower()], int(day)))]
        days.update(sorted(found, key=lambda known: abs((known - published).days))[:1])
    return days


def _day(year, month, day):
    try:
        return date(year, month, day)
    except ValueError:
        return None
