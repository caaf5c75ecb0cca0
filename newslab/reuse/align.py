"""Passages that two texts share: equal runs of words, chained over small changes (local alignment, sparse)."""

from bisect import bisect_left
from dataclasses import dataclass

import numpy as np

from newslab.reuse.words import NAME, STOP

_REACH = 15  # words that may lie between two equal runs of one passage, on either side
# What a word passed over costs, beside 1 for a match of a word of content: put in or left out, put in another's place.
_GAP, _OTHER = 0.12, 0.4
_SHORT = 4_000_000  # pairs of words that are few enough to be looked at one by one
_OFTEN = 200  # times a word or run may stand in a text
_LOOKBACK = 40  # runs tried as the one before


@dataclass(frozen=True)
class Block:
    """A run of equal words: from a in one text, from b in the other; what it is worth."""

    a: int
    b: int
    length: int
    worth: float


@dataclass(frozen=True)
class Chain:
    """Runs that make one passage, in order, and its score."""

    blocks: tuple
    score: float

    @property
    def span(self):
        """First and last word of the passage in either text: (a, a_end, b, b_end)."""
        first, last = self.blocks[0], self.blocks[-1]
        return first.a, last.a + last.length, first.b, last.b + last.length


def equal_runs(one, other, hidden=None, other_hidden=None):
    """The longest runs of equal words of two texts, without those of function words alone.

    hidden, other_hidden : which words to pass over, as page furniture.
    """
    one_keys = one.keys if hidden is None else np.where(hidden, -1, one.keys)
    other_keys = other.keys if other_hidden is None else np.where(other_hidden, -2, other.keys)
    a, b, starts, lengths = _runs(one_keys, other_keys)
    if not len(a):
        return []
    # Names and titles are everybody's: what is a copy must be shown by the other words.
    worth = np.where(one.name[a] & other.name[b], np.minimum(one.worth[a], NAME), one.worth[a])
    # A run that stands many times in both texts says little about where it came from.
    run = np.stack([one_keys[a[starts]], one_keys[a[starts + lengths - 1]], lengths], axis=1)
    _, which, times = np.unique(run, axis=0, return_inverse=True, return_counts=True)
    sums = np.add.reduceat(worth, starts) / np.sqrt(times[which.ravel()])
    best = np.maximum.reduceat(worth, starts)
    keep = (best > STOP) | (lengths >= 3)
    runs = zip(a[starts][keep], b[starts][keep], lengths[keep], sums[keep], strict=True)
    return [Block(int(i), int(j), int(n), float(w)) for i, j, n, w in sorted(runs)]


def _runs(one_keys, other_keys):
    """Pairs of places of equal words, run after run, with the start and the length of each run among them."""
    # Every meeting of two words would be too many in long texts: there three words must be the same.
    length = 1 if len(one_keys) * len(other_keys) <= _SHORT else 3
    a, b = _meetings(_combined(one_keys, length), _combined(other_keys, length))
    if length > 1 and len(a):
        places = np.unique(np.concatenate([np.stack([a + i, b + i], axis=1) for i in range(length)]), axis=0)
        a, b = places[:, 0], places[:, 1]
    order = np.lexsort((a, b - a))
    a, b = a[order], b[order]
    starts = np.flatnonzero(np.concatenate([[True], (np.diff(a) != 1) | (np.diff(b) != 1)])) if len(a) else a
    return a, b, starts, np.diff(np.append(starts, len(a)))


def _combined(keys, length):
    count = max(0, len(keys) - length + 1)
    combined = keys[:count]
    for offset in range(1, length):
        combined = combined * 1_000_003 + keys[offset : offset + count]
    return combined


def _meetings(one_keys, other_keys):
    """All pairs of places with equal keys, but for keys that would make very many."""
    order = np.argsort(other_keys, kind="stable")
    keys = other_keys[order]
    low, high = np.searchsorted(keys, one_keys, "left"), np.searchsorted(keys, one_keys, "right")
    counts = high - low
    counts[counts > _OFTEN] = 0
    a = np.repeat(np.arange(len(one_keys)), counts)
    b = order[np.repeat(low, counts) + np.arange(counts.sum()) - np.repeat(np.cumsum(counts) - counts, counts)]
    return a, b


def chains(blocks, least):
    """Disjoint chains of blocks in order of score, each of at least `least` (Smith and Waterman 1981, on runs)."""
    score, back = _link(blocks)
    used, found = [False] * len(blocks), []
    for end in sorted(range(len(blocks)), key=lambda i: (-score[i], i)):
        if score[end] < least:
            break
        path, i = [], end
        while i is not None and not used[i]:
            path.append(i)
            i = back[i]
        if not path:
            continue
        # What another passage already holds cannot count again.
        total = score[end] - (score[i] if i is not None else 0.0)
        for i in path:
            used[i] = True
        chain = _trimmed([blocks[i] for i in reversed(path)])
        if total >= least and not any(_overlap(chain, other) for other in found):
            found.append(Chain(tuple(chain), total))
    return found


def _link(blocks):
    score, back = [block.worth for block in blocks], [None] * len(blocks)
    starts = [block.a for block in blocks]
    for i, block in enumerate(blocks):
        first = max(bisect_left(starts, block.a - 60), i - _LOOKBACK)
        for j in range(i - 1, first - 1, -1):
            before = blocks[j]
            gap_a = block.a - before.a - before.length
            gap_b = block.b - before.b - before.length
            if min(gap_a, gap_b) >= 3 and max(gap_a, gap_b) > 8:
                continue
            if gap_a > _REACH or not -3 <= gap_b <= _REACH or gap_a < -3 or before.b >= block.b or before.a >= block.a:
                continue
            overlap = max(0, -gap_a, -gap_b)
            if overlap >= block.length:
                continue
            # Words put in or left out are an edit; other words in their place may be another text.
            put_in, other = max(gap_a, gap_b, 0), max(min(gap_a, gap_b), 0)
            gain = score[j] + block.worth * (1 - overlap / block.length) - _GAP * put_in - _OTHER * other
            if gain > score[i]:
                score[i], back[i] = gain, j
    return score, back


def _trimmed(blocks):
    """Blocks that overlap by a word or two, cut so that each word is matched once."""
    trimmed = [blocks[0]]
    for block in blocks[1:]:
        before = trimmed[-1]
        cut = max(0, before.a + before.length - block.a, before.b + before.length - block.b)
        trimmed.append(Block(block.a + cut, block.b + cut, block.length - cut, block.worth))
    return trimmed


def _overlap(blocks, other):
    a, a_end, b, b_end = Chain(tuple(blocks), 0.0).span
    c, c_end, d, d_end = other.span
    return min(a_end, c_end) > max(a, c) and min(b_end, d_end) > max(b, d)
