"""Facts that several articles state: sentences of several articles that share two telling units, and more."""

import re
from collections import Counter, defaultdict
from math import log

from newslab.framing.clauses import NAMED, WHEN, WIDE, close, crosses, read_sentences, window
from newslab.framing.lexicon import information

# Of a sentence's units the rarest are paired; fewer of each when there are many sentences.
_MOST = 30
_MANY = 3000
# A pair in more sentences than this is what the story is about.
_CROWD = 300
# Those named most take part in all of a story; the others tell its facts apart.
_CENTRAL = 3
# Two sentences with both units state one fact if they share as much as a word and a fifth that stand in no other
# sentence and no other story, or so large a part of what they say together; less is enough where both units stand close
# together in both. Chosen on sentences judged by reading: benchmarks/judged_facts.py.
_MUCH = 1.2
_PART = 0.25
_MUCH_CLOSE = 0.4
# A day farther from an act than this is hardly its date.
_DATED = 55
# A year alone says when, and not what.
_YEAR = re.compile(r"(?:1[89]|20)\d\d")
# Acts that have one day; votes are cast again and again.
DATED = frozenset("conversation meeting visit attack arrest trial annexation invasion death".split())


def shared_facts(mentions, keys, texts, spans):
    """Facts that two or more articles state.

    texts, spans : article_id → its text, the places of its sentences.

    Returns a list of (pair of units, sentences), most telling first.
    """
    sentences = read_sentences(mentions, keys, texts, spans)
    people = Counter(key[1] for key in keys if key and key[0] == "person")
    minor = people.keys() - set(sorted(people, key=lambda name: (-people[name], name))[:_CENTRAL])
    weight = _weights(sentences, people.keys() | {key[1] for key in keys if key and key[0] == "country"})
    telling, names = telling_units(sentences), {key[1] for key in keys if key and key[0] in NAMED}
    pairs = _pairs(sentences, weight, people.keys(), names)
    facts = []
    for pair, together in pairs.items():
        for part in _by_people(together, minor - set(pair)) if len(together) <= _CROWD else []:
            found = _stating(pair, part, telling)
            tellers = {sentence.article_id for sentence in found}
            whole = sum(not crosses(sentence, pair) for sentence in found)
            if len(tellers) > 1 and 2 * whole >= len(found):
                worth = sum(telling[unit] for unit in pair) * len(tellers) * whole / len(found)
                facts.append((-worth, pair, found))
    return _choose(sorted(facts, key=lambda fact: (*fact[:2], len(fact[2]))))


def _weights(sentences, wide):
    """How telling each unit is: the rarer the more. What stands everywhere, or only once, is left out."""
    spread = Counter(unit for sentence in sentences for unit in sentence.units)
    n, few = len(sentences), len({sentence.article_id for sentence in sentences}) + 1
    return {
        unit: log(n / count)
        for unit, count in spread.items()
        if 1 < count < max(few, (0.1 if unit in wide else 0.25) * n) and unit != WHEN and not _YEAR.fullmatch(unit)
    }


def telling_units(sentences):
    """How much it says that a sentence has a unit: 1 where no other has it and news hardly knows it."""
    spread, n = Counter(unit for sentence in sentences for unit in sentence.units), len(sentences)
    return {
        unit: 0.0 if unit == WHEN else information(unit) * log(n / count) / log(max(n, 3) / 2)
        for unit, count in spread.items()
    }


def _pairs(sentences, weight, people, names):
    """Each pair of telling units → the sentences that hold both; an act and its time are a pair as well.

    Two names say who or where, and not what; but two people do, who met or fell out.
    """
    most = _MOST if len(sentences) < _MANY else _MOST // 3
    pairs = defaultdict(list)
    for sentence in sentences:
        telling = sorted((unit for unit in sentence.units if unit in weight), key=lambda u: (-weight[u], u))[:most]
        for place, unit in enumerate(telling):
            for other in telling[place + 1 :]:
                if not {unit, other} <= names or {unit, other} <= people:
                    pairs[tuple(sorted((unit, other)))].append(sentence)
        if WHEN in sentence.units:
            for unit in sorted(sentence.units.keys() & DATED):
                pairs[unit, WHEN].append(sentence)
    return pairs


def _by_people(together, minor):
    """The sentences in two parts, where those of two articles are about one minor person and the others are not."""
    for person in sorted(minor.intersection(set().union(*(sentence.units for sentence in together)))):
        about = [sentence for sentence in together if person in sentence.units]
        if len({sentence.article_id for sentence in about}) > 1 and len(about) < len(together):
            company = minor.intersection(set().union(*(sentence.units for sentence in about)))
            others = [sentence for sentence in together if not company & sentence.units.keys()]
            return [[sentence for sentence in together if sentence not in others], others]
    return [together]


def _stating(pair, together, telling):
    """Those of the sentences with both units that state the fact which a sentence of another article states."""
    if WHEN in pair:
        return [sentence for sentence in together if _dated(sentence, pair, together)]
    return [
        sentence
        for sentence in together
        if any(other.article_id != sentence.article_id and alike(sentence, other, pair, telling) for other in together)
    ]


def alike(sentence, other, pair, telling):
    """Do the two sentences share enough to state one fact? What befell one person is hardly what befell another."""
    much = sum(telling[unit] for unit in sorted(sentence.units.keys() & other.units.keys()))
    if sentence.people and other.people and not sentence.people & other.people:
        return much >= _MUCH
    if close(sentence, pair) and close(other, pair) and much >= _MUCH_CLOSE:
        return True
    together = sum(telling[unit] for unit in sorted(sentence.units.keys() | other.units.keys()))
    return much >= min(_MUCH, _PART * together)


def _dated(sentence, pair, others):
    """Does the time stand close to the act, and is it no more than when somebody spoke of it?

    The act has to be known, "the call on Monday", or another article has to give it the same day or month.
    """
    start, end = window(sentence, pair)
    same = any(other.article_id != sentence.article_id and other.days & sentence.days for other in others)
    return (
        end - start <= _DATED
        and not crosses(sentence, pair)
        and (same or bool(sentence.known & set(pair)))
        and not any(start < place < end for place in sentence.said)
    )


def _choose(facts):
    """The best facts that each bring clauses of their own, as (pair, sentences)."""
    told, chosen, alike = defaultdict(list), [], set()
    for _, pair, found in facts:
        windows = sorted({(sentence.article_id, *window(sentence, pair)) for sentence in found})
        fresh = [place for place in windows if not any(_same(place, other) for other in told[place[0]])]
        whole = frozenset((sentence.article_id, sentence.number) for sentence in found)
        if len(fresh) > 0.5 * len(windows) and len({place[0] for place in fresh}) > 1 and whole not in alike:
            for place in windows:
                if place[2] - place[1] <= WIDE:
                    told[place[0]].append(place)
            alike.add(whole)
            chosen.append((pair, found))
    return chosen


def _same(a, b):
    return 2 * (min(a[2], b[2]) - max(a[1], b[1])) > min(a[2] - a[1], b[2] - b[1])
