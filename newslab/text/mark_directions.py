"""The quotation marks of a paragraph, and which way each of them turns."""

import re
from bisect import bisect_right

_MARK = re.compile(r"''|``|’’|‘‘|[\"“”„‟«»＂″「」『』]|['‘’‚‛‹›`]")
_OPENING = frozenset("“„‟«「『‘‚‛‹`") | {"``", "‘‘"}
_CLOSING = frozenset("”»」』’›") | {"’’"}
SINGLE = frozenset("'‘’‚‛‹›`")
_BEFORE_OPENING = frozenset(" \t\xa0([{—–―-/…:;,\"“‘'„«")
_AFTER_CLOSING = frozenset(" \t\xa0)]},.;:!?—–―-/…\"”’'»")
# What is quoted begins with none of these.
_NEVER_OPENED = frozenset(",;:)")
_PAUSES = frozenset(",.!?:;…")
_CUE_ONLY = re.compile(r"\s*(?:he|she|they|it|I|we) (?:said|says|added|told \w+|asked|wrote|continued)[.,]?\s*")
# <tweet id="7">: the marks of an attribute quote nobody.
_MARKUP = re.compile(r"</?[A-Za-z][^<>\n]{0,300}=[^<>\n]{0,300}>")


def directed_marks(text, start, end):
    """The marks between two places (as matches) and for each "open", "close" or "either"."""
    markup = [match.span() for match in _MARKUP.finditer(text, start, end)]
    marks = [
        mark
        for mark in _MARK.finditer(text, start, end)
        if not _inside_word(text, mark, start, end) and not (markup and _covered(markup, mark.start()))
    ]
    turns = _alternate(text, marks, [_direction(text, mark, start, end) for mark in marks])
    return _split_doubled(text, marks, _around_cue(text, marks, turns, start))


def _alternate(text, marks, turns):
    """`"We agree, "said Lowe`: the blank is on the wrong side of a mark that closes by its turn and its comma."""
    straight = [number for number, mark in enumerate(marks) if mark.group() == '"']
    if len(straight) % 2 or any(mark.group() not in SINGLE and mark.group() != '"' for mark in marks):
        return turns
    closing = straight[1::2]
    misplaced = {number for number in closing if turns[number] == "open"}
    paused = all(text[marks[number].start() - 2] in _PAUSES for number in misplaced)
    if not misplaced or not paused or any(turns[number] == "close" for number in straight[::2]):
        return turns
    return ["close" if number in misplaced else turn for number, turn in enumerate(turns)]


def _around_cue(text, marks, turns, start):
    """`We agree, "he said." We do."`: marks that hold nothing but the cue turn outwards; nobody says “he said”."""
    for number in range(len(marks) - 1):
        mark, following = marks[number], marks[number + 1]
        if (turns[number], mark.group(), following.group()) == ("open", '"', '"') and (
            _CUE_ONLY.fullmatch(text, mark.end(), following.start()) and mark.start() > start
        ):
            turns[number] = "close"
            turns[number + 1] = "open" if number + 2 < len(marks) else "close"
    return turns


def _covered(spans, position):
    """Whether a place lies within one of some spans, which are in order."""
    at = bisect_right(spans, (position, position)) - 1
    return at >= 0 and spans[at][0] <= position < spans[at][1]


def _inside_word(text, mark, start, end):
    before, after = mark.start() - 1, mark.end()
    inside = before >= start and after < end and mark.group() in "'’‘`"
    return inside and text[before].isalnum() and text[after].isalnum()


def _direction(text, mark, start, end):
    """Which way a mark turns, by its surroundings first and its shape second."""
    sign = mark.group()
    shape = "open" if sign in _OPENING else "close" if sign in _CLOSING else "either"
    if sign in "«»「」『』":
        return shape
    before = text[mark.start() - 1] if mark.start() > start else " "
    after = text[mark.end()] if mark.end() < end else " "
    free_left, free_right = before.isspace(), after.isspace()
    if free_left != free_right:
        return "open" if free_left and after not in _NEVER_OPENED else "close"
    if free_left:
        return "close" if mark.end() == end and mark.start() > start and shape == "either" else shape
    if before in _PAUSES and after.isalnum():
        return "open" if shape == "open" else "either"  # “Go,”he said: the blank is lost
    opens, closes = before in _BEFORE_OPENING, after in _AFTER_CLOSING
    if opens != closes:
        return "open" if opens else "close"
    return shape


def _split_doubled(text, marks, turns):
    """‘He said, ‘Go.’’: what looks like one double mark closes two single ones, if no double one is open."""
    split, directions, singles, doubles = [], [], 0, 0
    for mark, turn in zip(marks, turns, strict=True):
        step = {"open": 1, "close": -1}.get(turn, 0)
        if mark.group() in ("''", "’’") and turn != "open" and singles > 1 and doubles < 1:
            split += [_MARK.match(text, at, at + 1) for at in (mark.start(), mark.start() + 1)]
            directions += ["close", "close"]
            singles -= 2
            continue
        if mark.group() in SINGLE:
            singles = max(0, singles + step)
        else:
            doubles = max(0, doubles + step)
        split.append(mark)
        directions.append(turn)
    return split, directions
