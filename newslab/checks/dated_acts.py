"""Dates that articles give for an act, and acts for which two articles give different dates."""

import re
from collections import Counter
from datetime import date, timedelta
from typing import NamedTuple

from newslab.text import bodies, split_sentences
from newslab.text.calendar import MONTH_NUMBERS, WEEKDAYS

_MONTH = rf"(?P<month>{'|'.join(sorted(MONTH_NUMBERS, key=len, reverse=True))})\b\.?"
_DAY = r"(?P<day>[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?(?![\d-])"
_YEAR = r"(?:,?\s+(?P<year>(?:19|20)\d\d))?"
_DATES = [
    re.compile(rf"\b{_MONTH}\s+{_DAY}{_YEAR}", re.I),
    re.compile(rf"\b{_DAY}\s+(?:of\s+)?{_MONTH}{_YEAR}", re.I),
]
_WEEKDAY = re.compile(rf"\b(?P<weekday>{'|'.join(WEEKDAYS)})\b", re.I)
# "Saturday. (Jan. 28)": a weekday and a date side by side name the same day.
_WEEKDAY_BESIDE_DATE = re.compile(rf"\b(?P<weekday>{'|'.join(WEEKDAYS)})\b[\s,.(]{{1,4}}{_MONTH}\s+{_DAY}{_YEAR}", re.I)

# Acts that happen once, on one day, and that newspapers date. A conference call with reporters is a briefing, not a
# call between two parties. A word that fits several acts is left out rather than guessed.
_ACTS = {
    "call": r"(?<!conference )\b(?:(?:tele)?phone (?:call|conversation|talk|discussion)s?|conversation|spoke|call)\b",
    "meeting": r"\b(?:met with|met in|meeting with|meeting between|summit)\b",
    "debate": r"\b(?:debates?|debated|face-?off|faced off|squared off)\b",
    "vote": r"\b(?:voted|vote|referendum|election|polls opened|ballot)\b",
    "attack": r"\b(?:attack(?:ed)?|bombing|bombed|shooting|explosion|air ?strikes?|stabbing)\b",
    "death": r"\b(?:died|death|was killed|were killed)\b",
    "arrest": r"\b(?:arrest(?:ed)?|detained|taken into custody)\b",
    "crash": r"\b(?:crash(?:ed)?|collision|collided|derailed)\b",
    "signing": r"\b(?:signed|signing)\b",
    "resignation": r"\b(?:resign(?:ed|ation)|stepped down|sacked|dismissed)\b",
    "verdict": r"\b(?:convicted|sentenced|acquitted|verdict|ruling|ruled)\b",
    "quake": r"\b(?:earthquake|quake|flood(?:ing|s)?|storm|hurricane|landslide|wildfire)\b",
}
_ACT = {name: re.compile(pattern, re.I) for name, pattern in _ACTS.items()}
_NEAR = 60
_SAME_ACT_WITHIN = 3
_NO_YEAR = 2000  # stands for a year that is not known; a leap year, so that every day of a year fits
_DAYS_OF_A_YEAR = 366
# "a week ago Monday" and "next Monday" are not the last Monday.
_OTHER_WEEK = re.compile(
    r"\b(?:(?:will|would|next|scheduled|planned|set|due|expected) (?:\S+ ){0,8}|(?:weeks?|months?|years?) ago,? )$",
    re.I,
)
_NO_NAMES = {*MONTH_NUMBERS, *WEEKDAYS, "president", "minister", "mr", "mrs", "ms"}
_CAPITAL = re.compile(r"(?<=[a-z,] )[A-Z][a-zà-ÿ]+(?:-[A-Z][a-z]+)?")


class DatedAct(NamedTuple):
    """An act and the day that one article gives for it, with the characters that say so."""

    article_id: str
    act: str
    day: date
    start: int
    end: int
    text: str
    names: frozenset


def dated_acts(articles):
    """Every act of the articles that stands within a few words of its date, in the order of the articles."""
    found = []
    for article, body in bodies(articles):
        names = _chief_names(body.text)
        weekdays = {
            match["weekday"].lower(): day
            for match in _WEEKDAY_BESIDE_DATE.finditer(article.raw)
            if (day := _named_day(match, article.published)) is not None
        }
        for first, last in split_sentences(body.text):
            for start, end, day in _days(body.text, first, last, article.published, weekdays):
                act = _nearest_act(body.text, first, last, start, end)
                if act is not None:
                    raw = body.raw_span(start, end)
                    found.append(DatedAct(article.article_id, act, day, *raw, body.text[start:end], names))
    return found


def date_clashes(articles):
    """Pairs of dated acts of two articles that look like one act on two days.

    The articles must share at least two of the people and places they speak of most, and the days lie one to three
    apart: further apart it may well be another call, another meeting. Where one article dates such an act on both days,
    there were two.
    """
    acts = dated_acts(articles)
    told_apart = _told_apart(acts)
    places = {}
    for place, act in enumerate(acts):
        places.setdefault((act.act, _day_of_year(act.day)), []).append(place)
    clashes = []
    for place, one in enumerate(acts):
        for other in (acts[later] for later in sorted(_near(one, places)) if later > place):
            if (
                one.article_id != other.article_id
                and 0 < _days_apart(one.day, other.day) <= _SAME_ACT_WITHIN
                and len(one.names & other.names) >= 2
                and (one.act, one.day, other.day) not in told_apart
            ):
                clashes.append((one, other))
    return clashes


def _told_apart(acts):
    """The acts with two days that one article gives for them."""
    days = {}
    for act in acts:
        days.setdefault((act.article_id, act.act), set()).add(act.day)
    steps = [timedelta(days=step) for step in range(-_SAME_ACT_WITHIN, _SAME_ACT_WITHIN + 1) if step]
    return {
        (act, one, one + step)
        for (_, act), given in days.items()
        for one in given
        for step in steps
        if one + step in given
    }


def _near(act, places):
    """The places of the same acts on about the same day of any year, so that not all are compared with all."""
    # One day more on either side: from February to March it is one day farther in a leap year.
    for step in range(-_SAME_ACT_WITHIN - 1, _SAME_ACT_WITHIN + 2):
        yield from places.get((act.act, (_day_of_year(act.day) + step) % _DAYS_OF_A_YEAR), ())


def _day_of_year(day):
    return day.replace(year=_NO_YEAR).timetuple().tm_yday - 1


def _days_apart(one, other):
    if _NO_YEAR in (one.year, other.year):
        one, other = one.replace(year=_NO_YEAR), other.replace(year=_NO_YEAR)
    return abs(one - other).days


def _days(text, first, last, published, weekdays):
    taken = []
    for pattern in _DATES:
        for match in pattern.finditer(text, first, last):
            day = _named_day(match, published)
            if day is not None:
                taken.append((match.start(), match.end(), day))
    for match in _WEEKDAY.finditer(text, first, last):
        day = weekdays.get(match["weekday"].lower()) or _last_weekday(match["weekday"], published)
        if day is not None and not _OTHER_WEEK.search(text, max(first, match.start() - _NEAR), match.start()):
            taken.append((match.start(), match.end(), day))
    return sorted(taken)


def _named_day(match, published):
    month = MONTH_NUMBERS[match["month"].lower()]
    year = int(match["year"]) if match["year"] else (published.year if published == published else None)
    try:
        return date(year or _NO_YEAR, month, int(match["day"]))
    except ValueError:
        return None


def _last_weekday(weekday, published):
    if published != published:
        return None
    back = (published.weekday() - WEEKDAYS.index(weekday.lower())) % 7
    return published.date() - timedelta(days=back)


def _nearest_act(text, first, last, start, end):
    """The act that stands closest to a date in its sentence, at most some ten words away."""
    low, high = max(first, start - _NEAR), min(last, end + _NEAR)
    nearest = []
    for name, pattern in _ACT.items():
        for match in pattern.finditer(text, low, high):
            distance = start - match.end() if match.end() <= start else match.start() - end
            nearest.append((distance, name))
    return min(nearest)[1] if nearest else None


def _chief_names(text):
    counts = Counter(name for name in _CAPITAL.findall(text) if name.lower() not in _NO_NAMES)
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return frozenset(name for name, count in ranked[:10] if count > 1)
