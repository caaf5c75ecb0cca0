"""Words of a quotation that stand in both versions, but in another order."""

from difflib import SequenceMatcher

_PHRASE = 3  # words of content that are no chance
_NEAR = 8  # words over which fewer are seen to have moved
_TOO_LONG = 1_000_000  # pairs of words that are compared
_TOO_MANY = 2_500  # pairs of gaps


def moved(before, after, gaps):
    """Set apart the words that one version has at another place: what is left of the gaps, and the moves.

    before, after : the words of two versions. gaps : pairs of places where these differ, in order. A move is a pair of
    places, too: of the moved words, with the words that they have passed, where these are few.
    """
    gaps, turned = list(gaps), []
    if sum(not new for _, new in gaps) * sum(not old for old, _ in gaps) > _TOO_MANY:
        return gaps, turned
    while found := next(_moves(before, after, gaps), None):
        left_out, put_in, old, new = found
        spans = _spanning(old, put_in[0].start), _spanning(new, left_out[1].start)
        turned.append(spans if max(map(len, spans)) <= len(old) + _NEAR else (old, new))
        gaps = [part for gap in gaps for part in _without(gap, old, new, (left_out, put_in))]
    return gaps, turned


def _moves(before, after, gaps):
    """Words that one gap leaves out and another puts in: both gaps, and the places of the words."""
    for left_out in [gap for gap in gaps if not gap[1]]:
        keys = [before[place].key for place in left_out[0]]
        for put_in in [gap for gap in gaps if not gap[0]]:
            if len(keys) * len(put_in[1]) > _TOO_LONG:
                continue
            others = [after[place].key for place in put_in[1]]
            run = SequenceMatcher(None, keys, others, autojunk=False).find_longest_match()
            old = left_out[0][run.a : run.a + run.size]
            near = abs(put_in[0].start - old.start) <= _NEAR and run.size == len(keys) == len(others)
            if near or sum(not before[place].small for place in old) >= _PHRASE:
                yield left_out, put_in, old, put_in[1][run.b : run.b + run.size]


def _spanning(places, at):
    """The places from those of the moved words to where they stand in the other version."""
    return range(min(places.start, at), max(places.stop, at))


def _without(gap, old, new, changed):
    """What is left of a gap without the moved words."""
    if gap not in changed:
        return [gap]
    one, other = gap
    if one:
        return [(part, other) for part in (range(one.start, old.start), range(old.stop, one.stop)) if part]
    return [(one, part) for part in (range(other.start, new.start), range(new.stop, other.stop)) if part]
