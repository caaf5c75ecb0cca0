"""The names of months and weekdays, whole and short, in lower case."""

import re

MONTHS = "january february march april may june july august september october november december".split()
WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
# The number of the month that a name, whole or short, stands for.
MONTH_NUMBERS = {name: number for number, month in enumerate(MONTHS, start=1) for name in (month, month[:3])}
MONTH_NUMBERS["sept"] = MONTH_NUMBERS["september"]
SHORT_MONTHS = frozenset(MONTH_NUMBERS) - frozenset(MONTHS)
SHORT_WEEKDAYS = frozenset("mon tue tues wed thu thurs fri sat sun".split())
# The name of a month as it is printed: "Sept", "September". What follows it is a full stop, or the rest of a date.
MONTH_NAME = rf"(?:{'|'.join(month[:3].title() for month in MONTHS)})[a-z]*"
# Whether there can be a month in a text at all.
BEGINS_MONTH = re.compile("|".join(month[:3] for month in MONTHS), re.IGNORECASE)
