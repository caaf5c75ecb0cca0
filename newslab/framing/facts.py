"""Facts that several articles state: sentences of several articles that share two telling units."""

import re
from collections import Counter, defaultdict
from math import log

from newslab.framing.clauses import WHEN, WIDE, crosses, read_sentences, tight, window
from newslab.framing.lexicon import information

# Of a sentence's units the rarest are paired; fewer of each when there are many sentences.
_MOST = 30
_MANY = 3000
# A pair in more sentences than this is what the story is about, and no single fact of it.
_CROWD = 300
_SHARED = 3
# A day farther from an act than this is hardly its date.
_DATED = 55
_CENTRAL = 3
# What two sentences have to share to state one fact, in words that are rare both in news and in the story: a word that
# stands in no other sentence and no other story counts 1. Less is enough where both units stand close together, more is
# needed where they are about different people.
_EVIDENT = 0.85
_EVIDENT_NEAR = 0.4
# A sentence that has only one of the two units needs as much besides.
_EVIDENT_HALF = 1.1
_NEAR = 40
# A pair of words that say less than this together needs more besides: by this much a unit that is missing.
_PLAIN = 0.45
_PLAIN_MORE = 1.2
_STRANGERS = 0.8
_PRIVATE = 1.2
# A year alone says when, and not what.
_YEAR = re.compile(r"(?:1[89]|20)\d\d")
DATED = frozenset("conversation meeting visit election attack arrest trial annexation invasion death".split())


def shared_facts(mentions, keys, texts, spans):
    """Facts that two or more articles state.

    texts, spans : article_id → its text, the places of its sentences.

    Returns a list of (pair of units, sentences), most telling first.
    """
    sentences = read_sentences(mentions, keys, texts, spans)
    people = Counter(key[1] for key in keys if key and key[0] == "person")
    minor = people.keys() - set(sorted(people, key=lambda name: (-people[name], name))[:_CENTRAL])
    telling = _telling(sentences)
    weight = _weights(sentences, people.keys() | {key[1] for key in keys if key and key[0] == "country"})
    pairs = _pairs(sentences, weight, _places(mentions, keys))
    weight |= {WHEN: 1.0} | {unit: weight.get(unit, 1.0) for unit in DATED}
    facts = [
        fact
        for pair, found in pairs.items()
        if len(found) <= _CROWD
        for fact in _facts(pair, found, weight, telling, people.keys(), minor)
    ]
    holding = defaultdict(list)
    for sentence in sentences:
        for unit in sentence.units:
            holding[unit].append(sentence)
    told = []
    for pair, found, alone in _choose(sorted(facts, key=lambda fact: (*fact[:2], len(fact[2])))):
        if alone:
            rarer = max(pair, key=lambda unit: (weight[unit], unit))
            further = _in_passing(pair, pairs[pair], found, minor)
            further += _apart(holding[rarer], found + further) if WHEN not in pair else []
            found = found + [s for s in further if _evident(s, found, pair, telling, people.keys(), minor)]
        told.append((pair, found))
    return told


def _weights(sentences, wide):
    """How telling each unit is: the rarer the more. What stands everywhere, or only once, is left out."""
    spread = Counter(unit for sentence in sentences for unit in sentence.units)
    n, few = len(sentences), len({sentence.article_id for sentence in sentences}) + 1
    return {
        unit: log(n / count)
        for unit, count in spread.items()
        if 1 < count < max(few, (0.1 if unit in wide else 0.25) * n) and unit != WHEN and not _YEAR.fullmatch(unit)
    }


def _telling(sentences):
    """How much it says that two sentences share a unit: 1 where no other has it and news hardly knows it."""
    spread, n = Counter(unit for sentence in sentences for unit in sentence.units), len(sentences)
    return {
        unit: 0.0 if unit == WHEN else information(unit) * log(n / count) / log(max(n, 3) / 2)
        for unit, count in spread.items()
    }


def _evident(sentence, others, pair, telling, people, minor):
    """Does the sentence share enough with one of another article to state the same fact? A date is known by itself."""
    plain = max(0, _PLAIN - sum(telling[unit] for unit in pair))
    return WHEN in pair or any(
        sum(telling[unit] for unit in sorted(sentence.units.keys() & other.units.keys()))
        >= _needed(sentence, other, pair, people, minor) * (1 + _PLAIN_MORE * plain)
        for other in others
        if other.article_id != sentence.article_id
    )


def _needed(sentence, other, pair, people, minor):
    who, others = sentence.people & people, other.people & people
    strangers = who and others and not who & others
    if not sentence.units.keys() >= set(pair):
        needed = _EVIDENT_HALF
    elif tight(sentence, pair, _NEAR) and tight(other, pair, _NEAR):
        needed = _EVIDENT_NEAR
    else:
        needed = _EVIDENT
    # What befell one private person is not what befell another, whom a story only comes to once.
    return needed + (0 if not strangers else _PRIVATE if who | others <= minor else _STRANGERS)


def _places(mentions, keys):
    """The names that mostly say where."""
    located, uses = Counter(), Counter()
    for mention, key in zip(mentions, keys, strict=True):
        if key and mention.name and key[0] in ("country", "place", "name"):
            uses[key[1]] += 1
            located[key[1]] += mention.located or key[0] != "name"
    return {name for name, n in uses.items() if 2 * located[name] > n}


def _pairs(sentences, weight, places):
    """Each pair of telling units → the sentences that hold both; an act and its time are a pair as well.

    Two places are none: they say where, and not what.
    """
    most = _MOST if len(sentences) < _MANY else _MOST // 3
    pairs = defaultdict(list)
    for sentence in sentences:
        telling = sorted((unit for unit in sentence.units if unit in weight), key=lambda u: (-weight[u], u))[:most]
        for place, unit in enumerate(telling):
            for other in telling[place + 1 :]:
                if unit not in places or other not in places:
                    pairs[tuple(sorted((unit, other)))].append(sentence)
        if WHEN in sentence.units:
            for unit in sorted(sentence.units.keys() & DATED):
                pairs[unit, WHEN].append(sentence)
    return pairs


def _facts(pair, together, weight, telling, people, minor):
    """The facts that a pair of units stands for, as (negative worth, pair, sentences, whether it is the only one)."""
    near = [sentence for sentence in together if tight(sentence, pair)]
    persons = minor.issuperset(pair)
    sure = WHEN in pair or persons or len({sentence.article_id for sentence in near}) > 2
    together = [s for s in together if _echoed(s, together, weight) or (sure and (s in near or persons))]
    if WHEN in pair:
        together = [s for s in together if _dated(s, pair, together)]
    parts = _by_people(together, minor - set(pair))
    for part in parts:
        if len(part) > 3 * len({sentence.article_id for sentence in part}):
            continue
        found = [sentence for sentence in part if _evident(sentence, part, pair, telling, people, minor)]
        articles = {sentence.article_id for sentence in found}
        close = sum(not crosses(sentence, pair) for sentence in found)
        if len(articles) > 1 and 2 * close >= len(found):
            worth = sum(weight[unit] for unit in pair) * len(articles) * close / len(found)
            yield -worth, pair, found, len(parts) == 1


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


def _in_passing(pair, sentences, found, minor):
    """Sentences of further articles that hold the pair in one clause: no echo, but no silence either."""
    told = {sentence.article_id for sentence in found}
    return [
        sentence
        for sentence in sentences
        if sentence.article_id not in told and not sentence.units.keys() & minor and not crosses(sentence, pair)
    ]


def _apart(sentences, found):
    """Sentences of further articles that hold enough of the fact, if not its pair, to be no silence."""
    told = {sentence.article_id for sentence in found}
    return [
        sentence
        for sentence in sentences
        if sentence.article_id not in told
        and any(len(sentence.units.keys() & other.units.keys()) > 1 for other in found)
    ]


def _by_people(found, minor):
    """The sentences in two parts, where those of two articles are about one minor person and the others are not."""
    for person in sorted(minor.intersection(*[set().union(*(sentence.units for sentence in found))])):
        about = [sentence for sentence in found if person in sentence.units]
        if len({sentence.article_id for sentence in about}) > 1 and len(about) < len(found):
            others = [sentence for sentence in found if person not in sentence.units]
            strangers = [s for s in others if not any(s.units.keys() & minor & other.units.keys() for other in about)]
            return [[s for s in found if s not in strangers], strangers]
    return [found]


def _echoed(sentence, others, weight):
    """Does a sentence of another article share more with it than the pair, or nearly all there is to share?"""
    own = sentence.units.keys() & weight.keys()
    for other in others:
        if other.article_id == sentence.article_id:
            continue
        shared = sentence.units.keys() & other.units.keys()
        if (
            len(own & shared) >= _SHARED
            or len(shared) > _SHARED
            or 2 * len(shared) > min(len(sentence.units), len(other.units))
        ):
            return True
    return False


def _choose(facts):
    """The best facts that each bring clauses of their own, as (pair, sentences, whether the pair has no other fact)."""
    told, chosen, alike = defaultdict(list), [], set()
    for _, pair, found, alone in facts:
        windows = sorted({(sentence.article_id, *window(sentence, pair)) for sentence in found})
        fresh = [place for place in windows if not any(_same(place, other) for other in told[place[0]])]
        whole = frozenset((sentence.article_id, sentence.number) for sentence in found)
        if len(fresh) > 0.5 * len(windows) and len({place[0] for place in fresh}) > 1 and whole not in alike:
            for place in windows:
                if place[2] - place[1] <= WIDE:
                    told[place[0]].append(place)
            alike.add(whole)
            chosen.append((pair, found, alone))
    return chosen


def _same(a, b):
    return 2 * (min(a[2], b[2]) - max(a[1], b[1])) > min(a[2] - a[1], b[2] - b[1])
