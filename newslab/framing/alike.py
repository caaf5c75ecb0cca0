"""How sure it is that two sentences state one fact, from what they share."""

from collections import defaultdict
from functools import lru_cache
from math import exp, log1p

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
        self._known = {}

    def __call__(self, sentence, other):
        """The probability that both sentences state one fact; none where one is a list, or broken text."""
        if max(len(sentence.words), len(other.words)) > _LONGEST:
            return 0.0
        pair = (sentence, other) if _order(sentence) < _order(other) else (other, sentence)
        if pair not in self._known:
            found = zip(_WEIGHTS, self.features(*pair), strict=True)
            self._known[pair] = 1 / (1 + exp(-_BIAS - sum(weight * value for weight, value in found)))
        return self._known[pair]

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
        return what, part, log1p(beside), log1p(_longest_run(sentence.words, other.words)), min(did, 2), different

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


def _longest_run(words, others):
    """The number of words in the longest run that both have."""
    places, longest, runs = {}, 0, {}
    for place, word in enumerate(others):
        places.setdefault(word, []).append(place)
    for word in words:
        runs = {place: runs.get(place - 1, 0) + 1 for place in places.get(word, ())}
        longest = max(longest, max(runs.values(), default=0))
    return longest
