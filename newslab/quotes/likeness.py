"""How much of one quotation another carries, and whether a few words can be no chance."""

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from rapidfuzz.distance import LCSseq

from newslab.quotes.alignment import SMALL
from newslab.quotes.forms import QuotedWord, join_compounds
from newslab.text import stem

FEW = 3  # a quotation of so few words of content must be carried word by word
_OWN = 0.9  # rarity of a word that shows by itself where it comes from
_NAME, _EVERYDAY = 0.5, 0.75  # what a name, and an everyday word, are worth beside another
_WINDOWS = 40  # places in a long quotation that are looked at one by one
_TERM = 3  # words that are often a term
_LONG = 6  # words that are no chance together, whatever they are
_NEGATIONS = frozenset("no not never neither nor none nothing nobody without".split())
_NOUN_NEXT = frozenset(
    "a an the this that these those my your his her its our their no any some every each of in on at by for with from "
    "to about against into over".split()
)


@dataclass(frozen=True)
class Said:
    """Words that were quoted, once or by several articles."""

    quote_ids: tuple
    articles: frozenset
    speaker: str | None
    text: str
    words: tuple[QuotedWord, ...]
    rarity: dict  # of each word of content

    @cached_property
    def content(self):
        return [word for word in self.words if not word.small]

    @property
    def utterance(self):
        """Whether it says enough to be told from what is said on another day."""
        return len(self.content) >= FEW or len(self.words) >= _LONG

    @property
    def phrase(self):
        """Whether it may be a term that others use, too."""
        return not self.utterance or len(self.words) <= _TERM

    @cached_property
    def worth(self):
        """What a match of all occurrences of each word of content is worth."""
        worth = dict.fromkeys((word.key for word in self.content), 0.0)
        for word in self.content:
            worth[word.key] += self.rarity[word.key] * (_NAME if word.name else _EVERYDAY if word.everyday else 1.0)
        return worth

    @cached_property
    def small(self):
        return SMALL * (len(self.words) - len(self.content))

    @cached_property
    def total(self):
        return self.small + sum(self.worth.values())

    @cached_property
    def times(self):
        return Counter(word.key for word in self.content)

    @cached_property
    def keys(self):
        return frozenset(word.key for word in self.words)

    @cached_property
    def joined(self):
        """Keys of two words written as one."""
        return frozenset(stem(one.form + two.form) for one, two in pairwise(self.words))

    def may_be_in(self, other, least):
        """Whether so large a share of the words can be found in another quotation at all."""
        possible = self.small + sum(worth for key, worth in self.worth.items() if key in other.keys)
        return possible >= least * self.total or not (
            self.joined.isdisjoint(other.keys) and other.joined.isdisjoint(self.keys)
        )


def one_speaker(one, other):
    """Whether the two can be by one speaker: a name that is missing, or a description, speaks against nobody."""
    if not one.speaker or not other.speaker or one.speaker == other.speaker:
        return True
    return not (one.speaker[:1].isupper() and other.speaker[:1].isupper())


def same_speaker(one, other):
    """Whether the two are by one speaker: a phrase is everybody's where nobody is named."""
    return one.speaker == other.speaker and one.speaker is not None


def telling(short, long):
    """Whether a few words show that one quotation is from the other: as a phrase, in the same order, not denied.

    What everybody talks about, names, and everyday verbs recur by themselves; a judgement does not.
    """
    if not _as_phrase(short.words, long.words):
        return False
    if short.utterance:
        return True
    if any(short.rarity[word.key] < _OWN for word in short.content):
        return False
    if all(word.name or word.everyday for word in short.content):
        return False
    if len(short.content) == 2:
        return True
    word = short.content[0]
    return any(
        other.form == word.form and not other.name and not (before and before.form in _NOUN_NEXT)
        for before, other in zip([None, *long.words], long.words, strict=False)
    )


def _as_phrase(words, others):
    """Whether the words of content stand together in the other quotation, with no negation on one side only."""
    words, others = join_compounds(words, others), join_compounds(others, words)
    keys = [word.key for word in words]
    for start in [i for i, other in enumerate(others) if other.key in keys]:
        near = others[start : start + len(words) + 1]
        codes = LCSseq.opcodes(keys, [other.key for other in near])
        same = [code for code in codes if code.tag == "equal"]
        last = max(code.dest_end for code in same)
        left_out = [word for code in codes if code.tag == "delete" for word in words[code.src_start : code.src_end]]
        put_in = [
            word for code in codes if code.tag == "insert" for word in near[code.dest_start : min(code.dest_end, last)]
        ]
        if all(word.small and word.form not in _NEGATIONS for word in left_out) and not any(
            word.form in _NEGATIONS for word in put_in
        ):
            return True
    return False


def share_carried(short, long, least):
    """The weight of the words of one quotation that stand close together in another, as a share; 0 below `least`."""
    if not short.may_be_in(long, least):
        return 0.0
    words, others = join_compounds(short.words, long.words), join_compounds(long.words, short.words)
    weight = [SMALL if word.small else short.worth.get(word.key, 1.0) / max(1, short.times[word.key]) for word in words]
    length = max(6, int(1.6 * len(words)) + 4)
    keys = {word.key for word in words if not word.small}
    starts = [i for i, word in enumerate(others) if word.key in keys] if len(others) > length else [0]
    if len(starts) > _WINDOWS:
        starts = range(0, len(others), max(1, length // 4))
    best = max((_matched(words, weight, others[max(0, i - len(words)) : i + length]) for i in starts), default=0.0)
    share = best / sum(weight)
    return share if share >= least else 0.0


def _matched(words, weight, others):
    """Weight matched in order and in any order, halved: what is turned round still counts for a half."""
    keys, other_keys = [word.key for word in words], [word.key for word in others]
    ordered = sum(
        sum(weight[code.src_start : code.src_end]) for code in LCSseq.opcodes(keys, other_keys) if code.tag == "equal"
    )
    left, anyhow = Counter(other_keys), 0.0
    for key, worth in zip(keys, weight, strict=True):
        if left[key] > 0:
            left[key] -= 1
            anyhow += worth
    return (ordered + anyhow) / 2
