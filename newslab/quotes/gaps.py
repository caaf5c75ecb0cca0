"""Where the words of two versions of a quotation are the same, and where they differ."""

from itertools import pairwise

_SHORT = 6  # words, at most, by which one version has more between words that both have at an end


def pairs_and_gaps(alignment):
    """The places of shared words, as pairs, and where words differ, as pairs of ranges of places; one may be empty.

    A bracket of which a word differs is different as a whole.
    """
    pairs, gaps = _with_whole_brackets(alignment), []
    ends = len(alignment.before), len(alignment.after)
    for (i, j), (end, other_end) in pairwise([(-1, -1), *pairs, ends]):
        gaps += _gaps(alignment, range(i + 1, end), range(j + 1, other_end))
    return pairs, gaps


def _with_whole_brackets(alignment):
    """The pairs of shared words, without those in a bracket whose other words, or marks, are not the same."""
    pairs = [(i, j) for a, b, c, d in alignment.runs for i, j in zip(range(a, b), range(c, d), strict=True)]
    brackets = [_brackets(alignment.before), _brackets(alignment.after)]
    while True:
        shared = [{pair[side] for pair in pairs} for side in (0, 1)]
        changed = [
            {bracket for place, bracket in brackets[side].items() if place not in shared[side]} for side in (0, 1)
        ]
        for i, j in pairs:
            if (i in brackets[0]) != (j in brackets[1]):
                changed[0].add(brackets[0].get(i))
                changed[1].add(brackets[1].get(j))
        left = [
            (i, j)
            for i, j in pairs
            if (i not in brackets[0] or brackets[0][i] not in changed[0])
            and (j not in brackets[1] or brackets[1][j] not in changed[1])
        ]
        if len(left) == len(pairs):
            return pairs
        pairs = left


def _brackets(words):
    """For each word in brackets the first word of its bracket."""
    found = {}
    for place, word in enumerate(words):
        if word.bracketed:
            found[place] = found.get(place - 1, place)
    return found


def _gaps(alignment, old, new):
    """The places of the words on either side between two shared words, as one change or two."""
    before, after = alignment.before, alignment.after
    at_start, at_end = not old.start and not new.start, old.stop == len(before) and new.stop == len(after)
    near = abs(len(old) - len(new)) <= _SHORT
    while old and new and (near or not at_start) and _same(before[old[0]], after[new[0]]):
        old, new, at_start = old[1:], new[1:], False
    while old and new and (near or not at_end) and _same(before[old[-1]], after[new[-1]]):
        old, new, at_end = old[:-1], new[:-1], False
    leading = at_start and alignment.breaks(old.stop, new.stop)
    trailing = at_end and alignment.breaks(old.start, new.start)
    # What either has at an end, and what it says in a sentence of its own, are no other words for what the other has.
    if leading or trailing or ((at_start or at_end) and len(old) != len(new)):
        gaps = [(old, new[:0]), (old[:0], new)]
    else:
        gaps = [(old, new)]
    return [gap for gap in gaps if any(gap)]


def _same(one, other):
    return one.key == other.key and not one.bracketed and not other.bracketed
