"""How newslab prints a date and the beginning of a line, in messages, sentences and pages alike."""

import pandas as pd


def full_date(value):
    """A date as a newspaper prints it.

    >>> full_date(pd.Timestamp("2017-02-13 08:00")), full_date(pd.NaT)
    ('13 February 2017', 'no known date')
    """
    return "no known date" if pd.isna(value) else f"{value.day} {value:%B %Y}"


def clip(line, length=110):
    """The beginning of a line, to a whole word.

    >>> clip("the referendum leading to Crimea", 18)
    'the referendum …'
    """
    return line if len(line) <= length else f"{line[:length].rsplit(' ', 1)[0]} …"
