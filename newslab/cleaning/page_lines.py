"""The lines of a page and where its story stands among them, as metadata are read from them."""

from bisect import bisect_right
from functools import cached_property

from newslab.cleaning.dates import date_candidates

# A story may be cut by a box of some lines, but not by this many.
_APART = 15


def _breaks(gap):
    return len((gap + ".").splitlines()) > 1


class Printed:
    """A page as it is printed.

    raw, spans, lines : the raw text, the places of its lines, and the lines.
    story, fixed : which lines are the story, and which are furniture by their wording.
    first, last : the first line of the story, past a stray line high above it, and the last.
    """

    def __init__(self, raw, spans, story, fixed):
        self.raw, self.spans, self.story, self.fixed = raw, spans, story, fixed
        self.lines = [raw[start:end] for start, end in spans]
        self.first, self.last = self._bounds()

    def _bounds(self):
        runs = []
        for number in (number for number, kept in enumerate(self.story) if kept):
            if not runs or number - runs[-1][1] > _APART:
                runs.append([number, number, 0])
            runs[-1][1] = number
            runs[-1][2] += len(self.lines[number])
        longest = max(size for _, _, size in runs)
        return next(first for first, _, size in runs if 5 * size >= longest), runs[-1][1]

    @cached_property
    def dates(self):
        return date_candidates(self.raw)

    @cached_property
    def _dated(self):
        starts = [start for start, _ in self.spans]
        found = {}
        for date in self.dates:
            number = bisect_right(starts, date[0]) - 1
            if number >= 0 and date[0] < self.spans[number][1]:
                found.setdefault(number, []).append(date)
        return found

    def dated(self, number):
        """The dates printed in a line."""
        return self._dated.get(number, ())

    def is_alone(self, number):
        """Whether a line is set off by line breaks: the sentences of a text without any are not."""
        end = self.spans[number - 1][1] if number else 0
        start = self.spans[number + 1][0] if number + 1 < len(self.spans) else len(self.raw)
        before, after = self.raw[end : self.spans[number][0]], self.raw[self.spans[number][1] : start]
        return (not number or _breaks(before)) and (number + 1 == len(self.spans) or _breaks(after))

    @cached_property
    def furniture(self):
        """The different lines that are not the story, each with its first number."""
        first = {}
        for number, line in enumerate(self.lines):
            if not self.story[number]:
                first.setdefault(line, number)
        return first
