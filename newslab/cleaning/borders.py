"""Where a story begins and ends on its page, by signs that are the same on every site."""

import re

import numpy as np

# The city in capitals with its state or an agency, or any place with an agency: "PARIS (AP) —". Where a page is broken
# into its smallest pieces, the dash stands in another line.
_CITY = r"[A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]+){0,3}"
_STATE = r", [A-Z][\w. ]{1,25}"
_AGENCY = r" \((?:[A-Z]{2,7}|Reuters|Xinhua|Kyodo|Yonhap|dpa)\)"
DATELINE = re.compile(
    rf"(?:{_CITY}(?:{_STATE}(?:{_AGENCY})?|{_AGENCY})|[A-Z][\w., -]{{2,40}}{_AGENCY})\s?[—–-]{{1,2}}\s.{{50}}"
    rf"|{_CITY}(?:{_STATE})?{_AGENCY}$",
    re.S,
)
_BUTTON = re.compile(
    r"(?:reply(?: to .{1,40})?|flag(?: as .{1,20})?|report(?: (?:abuse|(?:this )?(?:comment|post)))?|up ?vote"
    r"|permalink)\W{0,3}$",
    re.I | re.S,
)
_HEADING = re.compile(r"(?:(?:\d[\d,.]*|view|show|all|reader|latest)\s){0,3}comments\W{0,3}\d*\W{0,3}$", re.I)
_ABOVE = ("furniture", "stands above the dateline")
_AMONG = ("furniture", "stands among the comments of readers")
_LIKELY, _PERHAPS = 0.4, 0.3
# In characters: the least that counts as a story before its comments, and a button.
_STORY, _BUTTON_LENGTH = 300, 60
_BUTTONS, _NEAR = 3, 12


def within_borders(raw, spans, p):
    """The probabilities `p`, but 1 at a dateline, 0 above it, and 0 from where readers discuss the story.

    Returns them, and a dictionary from the number of a line that was likely before to its label and rule.

    >>> raw = f"Other news. PARIS (AP) — {'Nobody knew. ' * 9}"
    >>> p, outside = within_borders(raw, [(0, 11), (12, 103), (103, 116), (116, 129)], np.array([0.6, 0.7, 0.8, 0.8]))
    >>> p.tolist(), outside
    ([0.0, 1.0, 0.8, 0.8], {0: ('furniture', 'stands above the dateline')})
    """
    if not spans:
        return p, {}
    first, last = _dateline(raw, spans, p), _discussion(raw, spans, p)
    inside = p.copy()
    if first is not None:
        inside[:first], inside[first] = 0, 1
    inside[last:] = 0
    above = first or 0
    outside = {
        number: _ABOVE if number < above else _AMONG
        for number in np.flatnonzero((p >= _LIKELY) & (inside == 0)).tolist()
    }
    return inside, outside


def _dateline(raw, spans, p):
    """The line which opens the story with a dateline, or None.

    A page with several holds more than one story, and one without paragraphs below it is a teaser.
    """
    found = [number for number, (start, end) in enumerate(spans) if DATELINE.match(raw, start, end)]
    if len(found) != 1 or np.sum(p[found[0] + 1 : found[0] + 4] > _PERHAPS) < 2:
        return None
    return found[0]


def _discussion(raw, spans, p):
    """Where readers have their say below the story: each of them stands with a button to answer or to complain."""
    sizes = np.diff(spans)[:, 0]
    above = np.cumsum(np.where(p > 0.5, sizes, 0))
    below = range(int(np.searchsorted(above, _STORY)), len(spans))
    buttons = [number for number in below if sizes[number] < _BUTTON_LENGTH and _BUTTON.match(raw, *spans[number])]
    if len(buttons) < _BUTTONS:
        return len(spans)
    near = range(max(below.start, buttons[0] - _NEAR), buttons[0])
    return next((number for number in near if _HEADING.match(raw, *spans[number])), buttons[0])
