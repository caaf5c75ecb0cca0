"""Where quotation marks open and close: curly, straight, single, doubled, mixed and missing ones, and apostrophes."""

import re
from bisect import bisect_right
from dataclasses import dataclass

from newslab.text.mark_directions import SINGLE, directed_marks
from newslab.text.segmentation import paragraphs

_ENDS_SPEECH = frozenset(",.!?…—–-")
# Words that begin with an apostrophe: it opens nothing.
_ELISION = re.compile(
    r"(?:\d0s|\d\ds?|em|til|till|tis|twas|twere|cause|cos|coz|bout|round|n|cuz|un|er|ere|neath|gainst|cept)\b", re.I
)
_UNCLOSED_CUE = re.compile(
    r"[,!?]\s+(?:[\w.’'-]+\s+){1,4}?(?:said|says|added|told|asked|wrote|replied|explained)\b[^\"“]{0,60}$"
)
_NAME_BEFORE = re.compile(r"[^\W\d_a-z][\w’'.-]+\s['‘’\"“”„]{1,2}$")
_NAME_AFTER = re.compile(r"(?<![.,!?])['‘’\"“”]{1,2}\s[^\W\d_a-z][\w’'-]+")
# A single mark looks for its partner among the next few candidates only, so that a page of apostrophes stays linear.
_PARTNERS = 12


@dataclass(slots=True)
class Quoted:
    """The characters between two marks.

    follows: it carries on the quotation of the paragraph before; nickname: it stands inside a name; label: who speaks
    it, as (start, end, full name), in a transcript.
    """

    start: int
    end: int
    closed: bool
    single: bool
    follows: bool = False
    nickname: bool = False
    label: tuple = None


def find_quoted(text, turns=None):
    """The quoted segments of a text, in order, one a paragraph, without those inside another.

    turns : {start of a paragraph: (start of the words, end of the label, name)} of a transcript, whose paragraphs are
    quoted whole.

    >>> text = "“No date yet,” he said. “It's ‘soon’.”"
    >>> [text[q.start : q.end] for q in find_quoted(text)]
    ['No date yet,', "It's ‘soon’."]
    """
    found, pending = [], None
    places, turns = paragraphs(text), turns or {}
    for number, (start, end) in enumerate(places):
        if start in turns:
            begin, last, name = turns[start]
            found.append(Quoted(begin, end, True, False, label=(start, last, name)))
            pending = None
            continue
        following = text[places[number + 1][0]] if number + 1 < len(places) else ""
        here = _Paragraph(text, start, end, following).scan(pending)
        found.extend(here)
        pending = here[-1] if here and not here[-1].closed and here[-1].end >= end - 1 else None
    # A mark that opens at the end of a paragraph holds nothing there, and goes on in the next.
    return [quoted for quoted in found if quoted.start < quoted.end]


class _Paragraph:
    """One paragraph while its marks are paired."""

    def __init__(self, text, start, end, following):
        self.text, self.start, self.end, self.following = text, start, end, following
        self.marks, self.directions = directed_marks(text, start, end)
        doubles = [number for number, mark in enumerate(self.marks) if mark.group() not in SINGLE]
        self.double_closings = [number for number in doubles if self.directions[number] != "open"]
        self.double_openings = [number for number in doubles if self.directions[number] == "open"]
        singles = [number for number, mark in enumerate(self.marks) if mark.group() in SINGLE]
        self.single_closings = [number for number in singles if self.directions[number] == "close"]
        self.single_openings = [number for number in singles if self.directions[number] == "open"]

    def scan(self, pending):
        """Pair the marks from left to right; inside an open quotation only its own kind of mark counts."""
        found, number = [], 0
        if pending is not None:
            number = self._carry_on(pending, found)
        while number < len(self.marks):
            number = self._open(number, found)
        if found and pending is not None and found[0].start <= self.start + 2 and found[0].single == pending.single:
            found[0].follows = pending.start < pending.end
        for quoted in found:
            quoted.nickname = bool(
                quoted.end - quoted.start <= 30
                and quoted.closed
                and _NAME_BEFORE.search(self.text, max(self.start, quoted.start - 25), quoted.start)
                and _NAME_AFTER.match(self.text, quoted.end)
                and self.text[quoted.start].isupper()
            )
        return found

    def _carry_on(self, pending, found):
        """A paragraph without an opening mark, inside a quotation that the paragraph before left open."""
        closings = self.single_closings if pending.single else self.double_closings
        openings = self.single_openings if pending.single else self.double_openings
        first = closings[0] if closings else len(self.marks)
        if pending.single or not closings or (openings and openings[0] < first) or self.directions[first] != "close":
            return 0
        self._add(found, self.start, self.marks[first].start(), closed=True, single=False)
        return first + 1

    def _open(self, number, found):
        """Try to open a quotation at a mark; the number of the mark at which to go on."""
        mark = self.marks[number]
        single = mark.group() in SINGLE
        if self.directions[number] == "close" and not (mark.start() == self.start and mark.end() < self.end):
            return number + 1
        if single:
            return self._open_single(number, found)
        before = self.text[mark.start() - 1] if mark.start() > self.start else " "
        if self.directions[number] == "either" and before.isdigit():
            return number + 1
        return self._open_double(number, found)

    def _open_double(self, number, found):
        begin, depth, position = self.marks[number].end(), 0, number + 1
        if (outer := self._straight_around(number)) is not None:
            self._add(found, begin, self.marks[outer].start(), closed=True, single=False)
            return outer + 1
        while position < len(self.marks):
            mark = self.marks[position]
            if mark.group() in SINGLE:
                position += 1
            elif self.directions[position] == "open":
                if not self._closes_twice(position, depth):
                    self._add(found, begin, self._unclosed_end(begin, mark.start()), closed=False, single=False)
                    return position
                depth += 1
                position += 1
            elif depth:
                depth -= 1
                position += 1
            else:
                self._add(found, begin, mark.start(), closed=True, single=False)
                return position + 1
        self._add(found, begin, self._unclosed_end(begin, self.end), closed=False, single=False)
        return position

    def _straight_around(self, number):
        """The straight mark that ends a paragraph which a straight one opens, with curly ones between them."""
        mark, last = self.marks[number], self.marks[-1]
        if number or len(self.marks) < 4 or mark.group() != '"' or last.group() != '"' or last.end() != self.end:
            return None
        inner = [at for at in range(1, len(self.marks) - 1) if self.marks[at].group() not in SINGLE]
        nested = inner and self.directions[inner[0]] == "open"  # “"We agree,” he said. “We do."” is no nesting
        return len(self.marks) - 1 if nested and all(self.marks[at].group() != '"' for at in inner) else None

    def _closes_twice(self, position, depth):
        """Whether a mark that opens inside a quotation is nested: the next marks close it and its outer one."""
        mark = self.marks[position]
        if mark.group() in ('"', "''", "＂") and not self._within_words(mark):
            return False
        at = bisect_right(self.double_closings, position)
        needed = self.double_closings[at + depth + 1 : at + depth + 2]
        next_opening = bisect_right(self.double_openings, position)
        following = self.double_openings[next_opening : next_opening + 1]
        return bool(needed) and (not following or following[0] > needed[0])

    def _within_words(self, mark):
        """`a so-called "plan"`: a straight mark behind a word opens a nested quotation, behind a comma another one."""
        return self.text[max(self.start, mark.start() - 2) : mark.start()].rstrip()[-1:].isalnum()

    def _unclosed_end(self, begin, limit):
        """Where a quotation without a closing mark stops: before its cue, if it has one, else at the limit."""
        cue = _UNCLOSED_CUE.search(self.text, max(begin, limit - 160), limit)
        return cue.start() + 1 if cue else limit

    def _open_single(self, number, found):
        mark = self.marks[number]
        if _ELISION.match(self.text, mark.end()) and not self._elision_closes(number):
            return number + 1
        partner = self._partner(number)
        if partner is not None and self._possessive(self.marks[partner]) and mark.start() == self.start:
            # 'The players' union … (no end), and the next paragraph opens again
            partner = partner if self.following not in "'‘" or not self.following else None
            if partner is None:
                self._add(found, mark.end(), self.end, closed=False, single=True)
                return len(self.marks)
        if partner is None:
            goes_on = mark.start() == self.start or (self.following and self.following in "'‘")
            continues = (
                goes_on
                and mark.group() in "‘'"
                and bisect_right(self.single_closings, number) == len(self.single_closings)
            )
            if continues and self.end - mark.end() > 40:
                self._add(found, mark.end(), self.end, closed=False, single=True)
                return len(self.marks)
            return number + 1
        self._add(found, mark.end(), self.marks[partner].start(), closed=True, single=True)
        return partner + 1

    def _elision_closes(self, number):
        partner = self._partner(number)
        if self.text[self.marks[number].end()].isdigit():
            return False
        return partner is not None and self.text[self.marks[partner].start() - 1] in _ENDS_SPEECH

    def _partner(self, number):
        """The mark that closes a single mark: not a plural possessive, if there is a better one in reach."""
        if (nesting := self._outer_partner(number)) is not None:
            return nesting
        at = bisect_right(self.single_closings, number)
        opening = bisect_right(self.single_openings, number)
        stop = self.single_openings[opening] if opening < len(self.single_openings) else len(self.marks)
        fallback = None
        for position in self.single_closings[at : at + _PARTNERS]:
            if position > stop and fallback is not None:
                break
            if not self._possessive(self.marks[position]):
                return position
            fallback = position if fallback is None else fallback
        return fallback

    def _outer_partner(self, number):
        """The mark that closes a single one which has others of its kind inside, if all of them are closed."""
        opening = bisect_right(self.single_openings, number)
        closing = bisect_right(self.single_closings, number)
        inner = self.single_openings[opening : opening + _PARTNERS]
        depth, within = 1, 0
        for position in self.single_closings[closing : closing + _PARTNERS]:
            if self._possessive(self.marks[position]):
                continue
            while within < len(inner) and inner[within] < position:
                within, depth = within + 1, depth + 1
            depth -= 1
            if not depth:
                return position if within else None
        return None

    def _possessive(self, mark):
        """`the drivers' families`, `goin' home`: an apostrophe that looks like a closing mark."""
        before = self.text[mark.start() - 1]
        following = self.text[mark.end() : mark.end() + 2].strip()
        clipped = self.text[mark.start() - 2 : mark.start()] == "in" and following[:1].isalpha()
        return clipped or (before in "sSzx" and following[:1].islower())

    def _add(self, found, start, end, *, closed, single):
        while start < end and self.text[start].isspace():
            start += 1
        while end > start and self.text[end - 1].isspace():
            end -= 1
        found.append(Quoted(start, end, closed, single))
