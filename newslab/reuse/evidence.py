"""Which of the stretches that two articles share are copies, and where a passage begins and ends."""

from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

import numpy as np

from newslab.reuse.align import Block
from newslab.reuse.words import CONTENT, STOP, Words

_LONG, _RUN, _SURE = 8, 7, 10  # matched words, and those of them in a row
_SAID = 3.0  # worth of matched words
_PHRASE = 6  # words in quotation marks; shorter ones are everybody's, unless three of them are words of content
_KEPT_UP = 4.0  # worth of matched words, by the share of the words that match
_NEXT = 3  # words of the sentence behind a quotation, which may begin alike by chance


@dataclass(frozen=True)
class Side:
    """One of two articles: its words, which of them are page furniture, and the places in quotation marks."""

    words: Words
    hidden: np.ndarray
    quoted: list

    @cached_property
    def region(self):
        """For each word the number of quotation marks before it: odd inside a quotation."""
        marks = np.array(self.quoted, dtype=np.int64).ravel()
        return np.searchsorted(marks, self.words.starts, side="right")

    def quotation(self, first, end):
        """The words, without furniture, of the quotation that holds the words from `first` to `end`; else none."""
        region = self.region[first]
        if region % 2 == 0 or self.region[end - 1] != region:
            return 0
        low, high = np.searchsorted(self.region, [region, region + 1])
        return int((~self.hidden[low:high]).sum())


def passages(chain, one, other):
    """The passages (a, a_end, b, b_end, words matched) that a chain of equal runs holds, if it is no chance."""
    found = []
    whole = Part(chain.blocks, one, other).is_copy()
    for blocks in _split(chain.blocks, _interrupted, one, other):
        part = Part(blocks, one, other)
        if part.is_copy() or (whole and part.is_dense()):
            part = Part(_without_next_sentence(blocks, one, other), one, other)
            found.append((*part.span, len(part.words)))
            continue
        # What is no copy by itself may hold a quotation that is one.
        parts = [Part(cut, one, other) for cut in _by_quotation(blocks, one, other)]
        found += [(*part.span, len(part.words)) for part in parts if part.fills_quotation()]
    return found


def _split(blocks, parted, one, other):
    """Blocks in groups, parted where `parted` says so of a block and the next."""
    groups = [[blocks[0]]]
    for before, block in pairwise(blocks):
        if parted(before, block, one, other):
            groups.append([])
        groups[-1].append(block)
    return groups


def _interrupted(before, block, one, other):
    """Whether page furniture, or words beside a quotation which differ, stand between two blocks."""
    gap, other_gap = slice(before.a + before.length, block.a), slice(before.b + before.length, block.b)
    for side, between in ((one, gap), (other, other_gap)):
        if (side.words.worth[between][side.hidden[between]] >= CONTENT).any():
            return True
    differ = max(gap.stop - gap.start, other_gap.stop - other_gap.start) >= 3
    return differ and _new_region(before, block, one, other, all)


def _new_region(before, block, one, other, sides=any):
    """Whether a quotation opens or closes between two blocks, on any of the two sides or on all."""
    return sides(
        [
            one.region[before.a + before.length - 1] != one.region[block.a],
            other.region[before.b + before.length - 1] != other.region[block.b],
        ]
    )


def _by_quotation(blocks, one, other):
    """The blocks cut where a quotation opens or closes on either side, in groups of what lies between two cuts."""
    pieces = []
    for block in blocks:
        a, b = slice(block.a, block.a + block.length), slice(block.b, block.b + block.length)
        cuts = np.flatnonzero((np.diff(one.region[a]) != 0) | (np.diff(other.region[b]) != 0)) + 1
        for start, end in pairwise([0, *cuts.tolist(), block.length]):
            pieces.append(Block(block.a + start, block.b + start, end - start, block.worth))
    return _split(pieces, _new_region, one, other)


def _without_next_sentence(blocks, one, other):
    """The blocks without what follows a closing mark on either side and may follow it in any text.

    That is the first word or words of a new sentence ("The …"), or nothing but a name that goes on differently.
    """
    *before, last = blocks
    for length in range(max(last.length - _NEXT, 0 if before else 1), last.length):
        words, others = slice(last.a + length, last.a + last.length), slice(last.b + length, last.b + last.length)
        names = (one.words.name[words] & other.words.name[others]).all()
        for side, word in ((one, words.start), (other, others.start)):
            closes = word and side.region[word] % 2 == 0 and side.region[word - 1] % 2 == 1
            if closes and (names or (side.words.name[word] and side.words.worth[word] <= STOP)):
                return [*before, Block(last.a, last.b, length, last.worth)] if length else before
    return blocks


class Part:
    """A stretch that two articles share, to be judged: chance, or a copy?"""

    def __init__(self, blocks, one, other):
        self.blocks, self.one, self.other = blocks, one, other
        self.words = np.concatenate([np.arange(block.a, block.a + block.length) for block in blocks])
        partner = np.concatenate([np.arange(block.b, block.b + block.length) for block in blocks])
        first, last = blocks[0], blocks[-1]
        self.span = first.a, last.a + last.length, first.b, last.b + last.length
        # Names and titles are everybody's: what is a copy must be shown by the other words.
        plain = one.words.worth[self.words][~(one.words.name[self.words] & other.words.name[partner])]
        self.telling = float(plain.sum())
        self.content = int((plain >= CONTENT).sum())

    @property
    def _extent(self):
        a, a_end, b, b_end = self.span
        return max(a_end - a, b_end - b)

    def is_copy(self):
        """Whether so many words, in so close an order, are shared by chance no longer."""
        run = max(block.length for block in self.blocks)
        density = len(self.words) / self._extent
        if run >= _SURE and self.content >= 1 and self.telling >= 2:
            return True
        if len(self.words) < _LONG or self.content < 2 or self.telling < _SAID:
            return False
        # The looser the likeness, the longer it must be kept up.
        return (run >= _RUN and density >= 0.5) or self.telling * density >= _KEPT_UP

    def is_dense(self):
        """Whether the stretch is word for word, so that it may stand beside a longer one which is a copy."""
        return self.content >= 1 and 4 <= self._extent <= 1.2 * len(self.words)

    def fills_quotation(self):
        """Whether the shared words are the whole of what one of the two has in quotation marks."""
        a, a_end, b, b_end = self.span
        here = 0 < 0.8 * self.one.quotation(a, a_end) <= a_end - a
        there = 0 < 0.8 * self.other.quotation(b, b_end) <= b_end - b
        if not (here or there) or len(self.words) < 4:
            return False
        if self.content >= 3 or (self.content >= 1 and len(self.words) >= _PHRASE):
            return True
        # Names alone are no copy, and a title is quoted wherever it is named; seven words in a row, quoted by one, are.
        small = int((self.one.words.worth[self.words] <= STOP).sum())
        return here != there and len(self.blocks) == 1 and len(self.words) >= 7 and small >= 2
