"""Where the words of one version of a quotation stand in another."""

import re
from bisect import bisect_right
from collections import defaultdict
from difflib import SequenceMatcher
from itertools import count

import numpy as np
from rapidfuzz.distance import LCSseq

from newslab.quotes.forms import join_compounds, quoted_words
from newslab.text import split_sentences

SMALL = 0.15  # what a function word is worth beside a word of content
_SAME_FORM = 0.01  # what it is worth beside another form of the word
_GAP, _SKIPPED, _AT_MOST = 0.02, 0.04, 0.3  # what a gap costs, each word in it, and both at most
_CLOSE = 1e-9  # sums that are equal but for rounding
_TOO_LONG = 4_000_000  # pairs of words that are weighed against each other
_SPREAD, _APART = 1.3, 2  # close together: in so many times their number of words, and as many more
_LEFT_OUT = re.compile(r"…|\.\.")
# Whose it is: "our country" and "their country" are two.
_POSSESSIVES = frozenset("my your his her its our their".split())


def held_together(text, fuller, *, missing=0.0):
    """The share of the words of a text that stand close together in a fuller one.

    0 if more than a share of its words of content, `missing`, does not.
    """
    words, others = quoted_words(text), quoted_words(fuller)
    content = {word.key for word in words if not word.small}
    absent = content - {word.key for word in others}
    if not content or len(words) > len(others) or len(absent) > missing * len(content):
        return 0
    words, others = join_compounds(words, others), join_compounds(others, words)  # "in to", "into"
    keys, other_keys = ([word.key for word in some] for some in (words, others))
    if f" {' '.join(keys)} " in f" {' '.join(other_keys)} ":
        return 1
    start, end = Alignment(fuller, text).place
    near = other_keys[start:end]
    return LCSseq.similarity(keys, near) / len(keys) if len(near) <= _SPREAD * len(keys) + _APART else 0


def sentences_of(text):
    """The places of the sentences of a quotation; what is left out ends one, too."""
    for start, end in split_sentences(text):
        for mark in _LEFT_OUT.finditer(text, start, end):
            yield start, mark.start()
            start = mark.end()
        yield start, end


class Alignment:
    """The words that two versions of a quotation share, in order and with as few gaps as can be.

    before, after : the words of the fuller and of the shorter version.
    runs : the runs of words that stand in both, in order: (start, end, other start, other end).
    """

    def __init__(self, source, target):
        before, after = quoted_words(source), quoted_words(target)
        self.before, self.after = join_compounds(before, after), join_compounds(after, before)
        self._target = target
        self._sentences = _sentence_numbers(source, self.before)
        self._other_sentences = _sentence_numbers(target, self.after)
        self.runs = _shared_runs(self.before, self.after)

    def one_utterance(self):
        """Whether the shared words are the greater part of the shorter version, and one of the two ends with them.

        Where both go on in the same sentence with other words of content, before or behind the shared words, they are
        two utterances.
        """
        core = self._core()
        shared = [word for run in core for word in self.after[run[2] : run[3]]]
        if 2 * _content(shared) <= _content(self.after):
            return False
        start, _, other_start, _ = core[0]
        _, end, _, other_end = core[-1]
        leading = (
            self._beside(self.before, self._sentences, range(start), start),
            self._beside(self.after, self._other_sentences, range(other_start), other_start),
        )
        trailing = (
            self._beside(self.before, self._sentences, range(end, len(self.before)), end - 1),
            self._beside(self.after, self._other_sentences, range(other_end, len(self.after)), other_end - 1),
        )
        return not (all(leading) or all(trailing))

    @staticmethod
    def _beside(words, sentences, places, shared):
        """The words of content at the places that stand in one sentence with the shared word."""
        return _meaning([words[place] for place in places if sentences[place] == sentences[shared]])

    @property
    def place(self):
        """The first word of the fuller version that the shorter one has, and the one behind the last."""
        core = self._core()
        return (core[0][0], core[-1][1]) if core else (0, 0)

    def breaks(self, at, other_at):
        """Whether a sentence of either version ends before the words at these places."""
        return any(
            0 < place < len(numbers) and numbers[place - 1] != numbers[place]
            for place, numbers in ((at, self._sentences), (other_at, self._other_sentences))
        )

    def _core(self):
        """The run that holds most, and the runs around it that share more than stands between in other words."""
        if not self.runs:
            return []
        most = max(range(len(self.runs)), key=lambda number: (_worth(self.before, self.runs[number]), -number))
        leading, following = self.runs[most::-1], self.runs[most:]
        return leading[self._belonging(leading) : 0 : -1] + following[: self._belonging(following) + 1]

    def _belonging(self, runs):
        """How many of the runs that go on from the first, forwards or backwards, belong to it."""
        score = best = number_of_best = 0
        for number, pair in enumerate(zip(runs, runs[1:], strict=False), start=1):
            (_, start, _, other_start), (end, _, other_end, _) = sorted(pair)
            if self._leaves_sentence(start, end, other_start, other_end):
                break
            score += _worth(self.before, pair[1])
            if _meaning(self.before[start:end]):
                score -= len(_meaning(self.after[other_start:other_end]))
            if score > best:
                best, number_of_best = score, number
        return number_of_best

    def _leaves_sentence(self, start, end, other_start, other_end):
        """Whether the fuller version has gone on to another sentence where the shorter one goes on in its own."""
        if self._sentences[start - 1] == self._sentences[end]:
            return False
        if self._other_sentences[other_start - 1] != self._other_sentences[other_end]:
            return False
        return not _LEFT_OUT.search(self._target, self.after[other_start - 1].end, self.after[other_end].start)


def _shared_runs(before, after):
    """The runs of equal words that are worth most, less what the gaps between them cost."""
    if len(before) * len(after) > _TOO_LONG:
        matcher = SequenceMatcher(None, [word.key for word in before], [word.key for word in after])
        blocks = matcher.get_matching_blocks()
        return [(run.a, run.a + run.size, run.b, run.b + run.size) for run in blocks if run.size]
    runs = []
    for place, other in _shared_words(_gains(before, after)) if before and after else []:
        if runs and runs[-1][1] == place and runs[-1][3] == other:
            runs[-1] = (runs[-1][0], place + 1, runs[-1][2], other + 1)
        else:
            runs.append((place, place + 1, other, other + 1))
    return runs


def _gains(before, after):
    """What each pair of words is worth, a row for each word of the shorter version; 0 where they are not equal."""
    number = defaultdict(count().__next__)
    keys, others = (np.array([number[word.key] for word in words]) for words in (before, after))
    forms, other_forms = (np.array([number[word.form] for word in words]) for words in (before, after))
    weights = np.array([SMALL if word.small else 1.0 for word in before])
    same = np.where(forms == other_forms[:, None], _SAME_FORM, 0)
    return np.where(keys == others[:, None], weights + same, 0)


def _shared_words(gains):
    """The places of the shared words, in order: the chain of equal words that is worth most."""
    worth = _chains(gains)
    other, place = map(int, np.unravel_index(worth.argmax(), worth.shape))
    found = []
    while worth[other, place] > 0:
        found.append((place, other))
        rest = worth[other, place] - gains[other, place]
        if rest < _CLOSE or not place or not other:
            break
        if abs(worth[other - 1, place - 1] - rest) < _CLOSE:
            place, other = place - 1, other - 1
            continue
        skipped = np.arange(other)[::-1, None] + np.arange(place)[::-1]
        before = worth[:other, :place] - np.minimum(_AT_MOST, _GAP + _SKIPPED * skipped)
        # Of several places where as much is shared, the nearest.
        other, place = divmod(before.size - 1 - int(before.ravel()[::-1].argmax()), place)
    return found[::-1]


def _chains(gains):
    """What the best chain of equal words is worth that ends with each pair of words; 0 where these are not equal."""
    worth = np.zeros(gains.shape)
    steps = _SKIPPED * np.arange(gains.shape[1])
    far = near = np.zeros(gains.shape[1])
    for i, gain in enumerate(gains):
        if i:
            behind_gap = np.maximum(near - _GAP, far - _AT_MOST)
            worth[i, 1:] = np.maximum(0, np.maximum(worth[i - 1], behind_gap))[:-1]
        worth[i] = np.where(gain > 0, worth[i] + gain, 0)
        far = np.maximum.accumulate(np.maximum(far, worth[i]))
        near = np.maximum.accumulate(np.maximum(worth[i], near - _SKIPPED) + steps) - steps
    return worth


def _worth(words, run):
    return sum(SMALL if word.small else 1 for word in words[run[0] : run[1]])


def _sentence_numbers(text, words):
    starts = [start for start, _ in split_sentences(text)]
    return [bisect_right(starts, word.start) for word in words]


def _content(words):
    return sum(not word.small for word in words)


def _meaning(words):
    """The words that say something else where they differ; what stands in brackets is the outlet's."""
    return [word for word in words if not word.bracketed and (not word.small or _names(word))]


def _names(word):
    return word.form in _POSSESSIVES or (word.name and word.form != "i")  # May, the US
