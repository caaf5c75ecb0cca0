"""When an article's event was: the weekdays and months it names, and the day on which it was published."""

from typing import NamedTuple

import numpy as np
import pandas as pd

from newslab.text import stem
from newslab.text.calendar import MONTH_NUMBERS, WEEKDAYS

WEEKDAY_STEMS = {stem(day): number for number, day in enumerate(WEEKDAYS)}
# "March" and "May" are months only beside a number; other months also without.
_AMBIGUOUS = {"march", "mar", "may"}
_CLASH = 0.12
_WHOLE_DAYS = 3
_FADE_DAYS = 7
FAR_APART = _WHOLE_DAYS + _FADE_DAYS


class Times(NamedTuple):
    """One entry for each text: the weekdays and the months it names, as bits, and the day on which it was published
    (NaN if that is not known)."""

    weekdays: np.ndarray
    months: np.ndarray
    day: np.ndarray

    def agreement(self, source, target):
        """How far the times of each pair of rows allow for one event, from 0 to 1.

        Weekdays named in both but none in common take away 0.12, and so do months: news is of the last days, and names
        the day. Articles published more than three days apart lose a seventh for each further day, all from ten days.
        """
        clashes = 0.0
        for named in (self.weekdays, self.months):
            one, other = named[source], named[target]
            clashes = clashes + ((one & other == 0) & (one > 0) & (other > 0))
        days = np.nan_to_num(np.abs(self.day[source] - self.day[target]))
        return (1 - _CLASH * clashes) * np.clip(1 - (days - _WHOLE_DAYS) / _FADE_DAYS, 0, 1)


def read_times(words, published):
    """Find the weekdays and months in the words of the texts; `published` holds a date or NaT for each text."""
    days = np.array([WEEKDAY_STEMS.get(stem(word), -1) for word in words.vocabulary], dtype=np.int64)
    months = np.array([MONTH_NUMBERS.get(word, 0) - 1 for word in words.vocabulary], dtype=np.int64)
    unclear = np.array([word in _AMBIGUOUS for word in words.vocabulary], dtype=bool)
    number = np.array([word.isdigit() for word in words.vocabulary], dtype=bool)[words.number]
    beside = np.zeros(len(number), dtype=bool)
    beside[:-1] |= number[1:]
    beside[1:] |= number[:-1]
    is_month = (months[words.number] >= 0) & words.capital & (beside | ~unclear[words.number])
    named = _bits(words, months, np.flatnonzero(is_month))
    dates = pd.DatetimeIndex(published)
    known = ~np.asarray(dates.isna())
    named[known] |= 1 << (dates.month[known].to_numpy(dtype=np.int64) - 1)
    day = np.full(len(known), np.nan)
    day[known] = dates[known].to_numpy().astype("datetime64[D]").astype(float)
    return Times(_bits(words, days, np.flatnonzero(days[words.number] >= 0)), named, day)


def _bits(words, value, positions):
    """A number for each text with a bit for each value that the words at the positions have."""
    named = np.zeros(len(words.ends) - 1, dtype=np.int64)
    text = np.searchsorted(words.ends, positions, side="right") - 1
    np.bitwise_or.at(named, text, 1 << value[words.number[positions]])
    return named
