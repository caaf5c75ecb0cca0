"""Passages that two texts share: equal runs of words, chained over small changes (local alignment, sparse)."""

from collections import defaultdict
from dataclasses import dataclass

import numpy as np

from newslab.numeric import ranges
from newslab.reuse.words import NAME, STOP

_REACH = 15  # words that may lie between two equal runs of one passage, on either side
_OVERLAP = 3  # words by which two runs of one passage may overlap
_CELL = _REACH + _OVERLAP + 1  # what can go before a run ends in a square of this side, and so in one of four cells
_ELSE, _MUCH = 3, 8  # so many words in the place of more than so many are another text
# What a word passed over costs, beside 1 for a match of a word of content: put in or left out, put in another's place.
_GAP, _OTHER = 0.12, 0.4
_OFTEN = 400  # times that a word or run of both texts may meet
_PER_WORD = 8  # meetings for each word of the texts


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
    """The longest runs of equal words of two texts, without those of one or two function words.

    hidden, other_hidden : which words to pass over, as page furniture.
    """
    one_keys = one.keys if hidden is None else np.where(hidden, -1, one.keys)
    other_keys = other.keys if other_hidden is None else np.where(other_hidden, -2, other.keys)
    a, b = _places(one_keys, other_keys, one.worth > STOP)
    if not len(a):
        return []
    starts = np.flatnonzero(np.concatenate([[True], (np.diff(a) != 1) | (np.diff(b) != 1)]))
    lengths = np.diff(np.append(starts, len(a)))
    # Names and titles are everybody's: what is a copy must be shown by the other words.
    worth = np.where(one.name[a] & other.name[b], np.minimum(one.worth[a], NAME), one.worth[a])
    # A run that stands many times in both texts says little about where it came from.
    run = np.stack([one_keys[a[starts]], one_keys[a[starts + lengths - 1]], lengths], axis=1)
    _, which, times = np.unique(run, axis=0, return_inverse=True, return_counts=True)
    sums = np.add.reduceat(worth, starts) / np.sqrt(times[which.ravel()])
    runs = zip(a[starts], b[starts], lengths, sums, strict=True)
    return [Block(int(i), int(j), int(n), float(w)) for i, j, n, w in sorted(runs)]


def _places(one_keys, other_keys, content):
    """Pairs of places with equal words, diagonal by diagonal: of single words, and of runs of two and three."""
    size = len(other_keys) + 1
    found = [np.zeros(0, dtype=np.int64)]
    for length in (3, 2, 1):
        count = max(0, len(one_keys) - length + 1)
        useful = np.ones(count, dtype=bool) if length == 3 else content[:count] | content[length - 1 :][:count]
        a, b = _meetings(_combined(one_keys, length), _combined(other_keys, length), useful)
        # In very long texts the meetings of single words would be too many, and say too little.
        if length == 3 or len(a) <= _PER_WORD * (len(one_keys) + len(other_keys)):
            found += [(b - a + len(one_keys)) * (len(one_keys) + size) + a + i for i in range(length)]
    code = np.sort(np.concatenate(found))
    code = code[np.concatenate([np.ones(min(1, len(code)), dtype=bool), code[1:] != code[:-1]])]
    diagonal, a = np.divmod(code, len(one_keys) + size)
    return a, a + diagonal - len(one_keys)


def _combined(keys, length):
    count = max(0, len(keys) - length + 1)
    combined = keys[:count]
    for offset in range(1, length):
        combined = combined * 1_000_003 + keys[offset : offset + count]
    return combined


def _meetings(one_keys, other_keys, useful):
    """All pairs of places with equal keys, but for keys that would make very many."""
    places = np.flatnonzero(useful)
    _, which, times = np.unique(one_keys[places], return_inverse=True, return_counts=True)
    order = np.argsort(other_keys, kind="stable")
    keys = other_keys[order]
    low = np.searchsorted(keys, one_keys[places], "left")
    counts = np.searchsorted(keys, one_keys[places], "right") - low
    counts[counts * times[which] > _OFTEN] = 0
    a = np.repeat(places, counts)
    return a, order[ranges(low, low + counts)]


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
    """The best score of a chain that ends with each block, and the block before it in that chain."""
    score, back = [block.worth for block in blocks], [None] * len(blocks)
    ending = defaultdict(list)
    for i, block in enumerate(blocks):
        for _, j in sorted(_before(block, ending)):
            gain = score[j] + _gain(blocks[j], block)
            if gain > score[i]:
                score[i], back[i] = gain, j
        a_end, b_end = block.a + block.length, block.b + block.length
        ending[a_end // _CELL, b_end // _CELL].append((a_end, b_end, i))
    return score, back


def _before(block, ending):
    """The end and the number of each block that ends close enough to this one in both texts."""
    a, b = block.a - _REACH, block.b - _REACH
    row, column, found = a // _CELL, b // _CELL, []
    for cell in ((row, column), (row, column + 1), (row + 1, column), (row + 1, column + 1)):
        for end, b_end, j in ending.get(cell, ()):
            if a <= end < a + _CELL and b <= b_end < b + _CELL:
                found.append((end, j))
    return found


def _gain(before, block):
    """What a block adds to a chain that ends with the one before; very little where the two do not fit."""
    gap_a = block.a - before.a - before.length
    gap_b = block.b - before.b - before.length
    overlap = max(0, -gap_a, -gap_b)
    if overlap >= min(block.length, before.length):
        return -np.inf
    # Words put in or left out are an edit; other words in their place may be another text.
    put_in, other = max(gap_a, gap_b, 0), max(min(gap_a, gap_b), 0)
    if other >= _ELSE and put_in > _MUCH:
        return -np.inf
    return block.worth * (1 - overlap / block.length) - _GAP * put_in - _OTHER * other


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
