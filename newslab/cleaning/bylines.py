"""The authors whom a page names beside its headline."""

import re

from newslab.cleaning.fields import Field
from newslab.cleaning.names import desk_after_by, has_role, is_desk, names_after_by, names_alone
from newslab.text.calendar import MONTH_NAME

_AGO = re.compile(r"\b\d+ (?:minute|hour|day|week)s? ago\b|\b\d{1,2}[:.]\d\d ?(?:[ap]\.?m\b|[AP]\.?M\b|$)")
_LEADS = ("by", "written by", "words by", "by:", "written by:")
_CUT = re.compile(r"\s?[|·•]\s|(?<!\bby)(?<!\bBy)\n|\b(?=(?:[Ww]ritten|[Pp]osted|[Pp]ublished) by\b)|(?<=\d)\s(?=by\s)")
_BESIDE = re.compile(rf"\s?[·|•]\s|\s[-–—]\s|\s(?=\d)|,?\s(?={MONTH_NAME}\.? \d)|\n")
_ABOVE, _BELOW = 3, 6


def authors(page, headline):
    """The authors field: those of the byline nearest to the headline or to the start of the story, or None.

    headline : the number of the headline, or None.
    """
    top = max(0, page.first - 25) if headline is None else max(0, headline - _ABOVE)
    end = page.first + 1 if headline is None else max(page.first + 1, headline + _BELOW + 1)
    rows = [n for n in range(top, min(end, len(page.lines))) if not page.story[n] or n == headline]
    for find in (names_after_by, desk_after_by):
        if found := _signed(page, rows, find):
            return found
    rows = [n for n in rows if n != headline]
    if found := _beside(page, rows, headline):
        return found
    for number in range(page.last + 1, min(page.last + 5, len(page.lines))):
        if page.lines[number].startswith(("By ", "BY ")) and (names := names_after_by(page.lines[number])):
            return Field(names, "byline below the story", *page.spans[number])
    return None


def _signed(page, rows, find):
    """The names of the first line with a "by", and of the lines which go on with it."""
    for number in rows:
        line = page.lines[number]
        is_lead = line.strip().lower() in _LEADS and number + 1 < len(page.lines)
        if is_lead and (names := find("By " + page.lines[number + 1])):
            return _with_following(page, number + 1, names)
        if len(line) < 200 and "by" in line.lower():
            for piece in _CUT.split(line):
                if names := find(piece.strip()):
                    return _with_following(page, number, names)
    return None


def _with_following(page, number, names):
    """A byline with the names that stand alone on the lines below it."""
    last = number
    while last + 1 < len(page.lines) and not page.story[last + 1]:
        more = names_alone(page.lines[last + 1], sure=has_role(page.lines[last + 1]))
        if not more:
            break
        last += 1
        names += more
    return Field(tuple(dict.fromkeys(names)), "byline", page.spans[number][0], page.spans[last][1])


def _beside(page, rows, headline):
    """Names without a "by" beside the headline, told by a date, a role or a note on the person."""
    for number in rows:
        # Just below the headline "Ann Example, Associated Press" signs the story; elsewhere it is a picture's credit.
        if len(page.lines[number]) > 160 or page.fixed[number] and number - 1 != headline:
            continue
        line = page.lines[number]
        before = _BESIDE.split(line)[0]
        below = headline is not None and 0 < number - headline <= _BELOW
        dated = before != line and (bool(page.dated(number)) or _AGO.search(line)) or _is_date(page, number + 1)
        near = any(page.dated(n) for n in range(max(0, number - 1), min(number + 3, page.first + 1)))
        names = names_alone(before, sure=bool(below and (dated or has_role(before))))
        if headline is not None and any(name in page.lines[headline] for name in names):
            continue
        # Without a date beside them two names in one line are still a byline; one may be a topic.
        close = headline is not None and -2 <= number - headline <= 3 and (len(names) > 1 or _has_note(page, names))
        if not names and below and dated and is_desk(before):
            names = (before.strip(),)
        if names and (close or below and (dated or near or has_role(before)) or headline is None and near):
            return Field(names, "name beside the headline", *page.spans[number])
    return None


def _has_note(page, names):
    """Whether a line outside the story tells who the one person is."""
    told = tuple(f"{name} {verb} " for name in names for verb in ("is", "was", "has", "covers", "writes", "reports"))
    return bool(told) and any(line.startswith(told) for line in page.furniture)


def _is_date(page, number):
    """Whether a line is a date or a time and little else."""
    if number >= len(page.lines) or len(page.lines[number].split()) > 8:
        return False
    return bool(page.dated(number) or _AGO.search(page.lines[number]))
