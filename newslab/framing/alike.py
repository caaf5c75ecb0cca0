"""How sure it is that two sentences state one fact, from what they share."""

from collections import defaultdict
from functools import lru_cache
from math import exp, log1p
from sys import maxunicode

from newslab.framing.lexicon import base_verbs, concept

# Fitted on sentence pairs judged by reading, held out by event: benchmarks/judged_facts.py --fit.
_BIAS, _WEIGHTS = -3.2, (1.06, 2.38, 0.84, 1.47, 0.59, -0.37)
# Characters between an act and the name of who does it.
_NEAR = 30
# Words of the longest sentence that is one.
_LONGEST = 300
# From here on two sentences are taken for one fact.
ENOUGH = 0.65


class Likeness:
    """Compares the sentences of one story; each pair once.

    telling : unit → how much it says that a sentence has it.
    """

    def __init__(self, telling):
        self._telling = telling
        self._known, self._letters, self._written = {}, {}, {}

    def __call__(self, sentence, other):
        """The probability that both sentences state one fact; none where one is a list, or broken text."""
        known = self._known.get((sentence, other))
        if known is None:
            known = self._known[sentence, other] = self._known[other, sentence] = self._compare(sentence, other)
        return known

    def _compare(self, sentence, other):
        if max(len(sentence.words), len(other.words)) > _LONGEST:
            return 0.0
        pair = (sentence, other) if _order(sentence) < _order(other) else (other, sentence)
        found = zip(_WEIGHTS, self.features(*pair), strict=True)
        return 1 / (1 + exp(-_BIAS - sum(weight * value for weight, value in found)))

    def best(self, sentence, others):
        """The highest probability that it states one fact with one of the others, those of other articles."""
        return max((self(sentence, other) for other in others if other.article_id != sentence.article_id), default=0.0)

    def features(self, sentence, other):
        """What the sentences share.

        How telling the units are that they share, without names, which say who and not what; the part that all shared
        units are of what both say; the pairs of words that stand beside one another in both, and the longest run of
        words, both as logarithms; how many acts both tell of one name, up to two; whether they are about others.
        """
        shared = sorted(sentence.units.keys() & other.units.keys())
        telling = self._telling
        both = sum(telling[unit] for unit in sorted(sentence.units.keys() | other.units.keys()))
        names = [unit for unit in shared if unit in sentence.names]
        did = sum(_of_one(act, name, (sentence, other)) for act in acts().intersection(shared) for name in names)
        what = sum(telling[unit] for unit in self._things(shared, names, sentence, other))
        part = sum(telling[unit] for unit in shared) / (both or 1)
        beside = len(sentence.beside & other.beside)
        about, others = sentence.people - sentence.speakers, other.people - other.speakers
        different = bool(about and others and not about & others)
        run = _longest_run(self._write(sentence), self._write(other))
        return what, part, log1p(beside), log1p(run), min(did, 2), different

    def _write(self, sentence):
        """The words of a sentence as letters, one for each: to look a run up in a text is fast."""
        if sentence not in self._written:
            known = self._letters
            codes = [min(known.setdefault(word, len(known)), maxunicode) for word in sentence.words]
            self._written[sentence] = "".join(map(chr, codes))
        return self._written[sentence]

    def _things(self, shared, names, sentence, other):
        """The units that are no names; of those in one noun phrase, which names a single thing, the most telling."""
        things, of_phrase = [], defaultdict(list)
        for unit in sorted(set(shared).difference(names), key=lambda unit: (-self._telling[unit], unit)):
            beside = (thing for phrase in sentence.phrases.get(unit, ()) for thing in of_phrase[phrase])
            there = other.phrases.get(unit, set())
            if not any(there & other.phrases.get(thing, set()) for thing in beside):
                things.append(unit)
                for phrase in sentence.phrases.get(unit, ()):
                    of_phrase[phrase].append(unit)
        return things


@lru_cache(maxsize=1)
def acts():
    """The units that are verbs, or nouns of them."""
    return frozenset(map(concept, base_verbs()))


def _of_one(act, name, sentences):
    """Does the act stand right beside the name in each of the sentences, as that of who does it or suffers it?"""
    return all(
        any(max(a[0], b[0]) - min(a[1], b[1]) <= _NEAR for a in sentence.units[act] for b in sentence.units[name])
        for sentence in sentences
    )


def _order(sentence):
    return sentence.article_id, sentence.number


def _longest_run(written, other):
    """The number of letters in the longest run that both texts have."""
    longest = 0
    for start in range(len(written)):
        while start + longest < len(written) and written[start : start + longest + 1] in other:
            longest += 1
    return longest
