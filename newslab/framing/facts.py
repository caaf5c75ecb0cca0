"""Facts that several articles state: sentences of several articles that share two telling units, and more."""

import re
from collections import Counter, defaultdict
from itertools import combinations
from math import log

from newslab.framing.alike import ENOUGH, Likeness
from newslab.framing.clauses import WHEN, WIDE, crosses, window
from newslab.framing.lexicon import information
from newslab.framing.statements import read_sentences

# Of a sentence's units the rarest are paired; fewer of each when there are many sentences.
_MOST = 30
_MANY = 3000
# A pair in more sentences than this is what the story is about.
_CROWD = 300
_ONLY_PEOPLE = 0.5
# A day farther from an act than this is hardly its date.
_DATED = 55
# How many of the clauses that date one act alike, or as known, state one fact; their sentences may share little else.
_SURE_OF_DATE = 0.9
# Two groups of sentences state one fact if their sentences do, more likely than not.
_ON_AVERAGE = 0.5
# A year alone says when, and not what.
_YEAR = re.compile(r"(?:1[89]|20)\d\d")
# Acts that have one day; votes are cast again and again.
DATED = frozenset("conversation meeting visit attack arrest trial annexation invasion death".split())


def shared_facts(mentions, keys, texts, spans):
    """Facts that two or more articles state.

    texts, spans : article_id → its text, the places of its sentences.

    Returns a list of (pair of units, sentence → the probability that it states the fact), most telling first.
    """
    sentences = read_sentences(mentions, keys, texts, spans)
    people, countries = ({key[1] for key in keys if key and key[0] == kind} for kind in ("person", "country"))
    telling = telling_units(sentences)
    likeness, facts = Likeness(telling), []
    for pair, together in _pairs(sentences, _weights(sentences, people | countries), people).items():
        if WHEN in pair:
            dated = [sentence for sentence in together if _dated(sentence, pair, together)]
            found = [list({sentence.article_id: sentence for sentence in reversed(dated)}.values())]
        else:
            found = _stating(together, likeness) if len(together) <= _CROWD else []
        for part in found:
            tellers = {sentence.article_id for sentence in part}
            whole = sum(not crosses(sentence, pair) for sentence in part)
            if len(tellers) > 1:
                worth = sum(telling[unit] for unit in pair) * len(tellers) * (1 + whole) / (1 + len(part))
                # What somebody did names a fact better than with whom.
                worth *= _ONLY_PEOPLE if people.issuperset(pair) else 1
                facts.append((-worth, pair, part, 2 * whole >= len(part)))
    chosen = _choose(sorted(facts, key=lambda fact: (*fact[:2], len(fact[2]))))
    return [(pair, {one: _sure(one, pair, found, likeness) for one in found}) for pair, found in chosen]


def _sure(sentence, pair, found, likeness):
    """The probability that a sentence states the fact: that of the sentence it is most alike to does."""
    sure = likeness.best(sentence, found)
    return max(sure, _SURE_OF_DATE) if WHEN in pair else sure


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


def _pairs(sentences, weight, people):
    """Each pair of telling units → the sentences that hold both; an act and its time are a pair as well.

    Two names say who or where, and not what, but for two people, who met or fell out.
    """
    most = _MOST if len(sentences) < _MANY else _MOST // 3
    pairs = defaultdict(list)
    for sentence in sentences:
        telling = sorted((unit for unit in sentence.units if unit in weight), key=lambda u: (-weight[u], u))[:most]
        for place, unit in enumerate(telling):
            for other in telling[place + 1 :]:
                if not {unit, other} <= sentence.names or {unit, other} <= people:
                    pairs[tuple(sorted((unit, other)))].append(sentence)
        if WHEN in sentence.units:
            for unit in sorted(sentence.units.keys() & DATED):
                pairs[unit, WHEN].append(sentence)
    return pairs


def _stating(together, likeness):
    """The facts that the sentences state, each as its sentences: of an article the one that is nearest to another's."""
    links = {
        (one, other): sure
        for one, other in combinations(together, 2)
        if one.article_id != other.article_id and (sure := likeness(one, other)) >= ENOUGH
    }
    parts = {}
    for one, other in sorted(links, key=lambda link: -links[link]):
        ours, theirs = parts.setdefault(one, [one]), parts.setdefault(other, [other])
        if _of_one_fact(ours, theirs, likeness):
            ours += theirs
            parts.update((sentence, ours) for sentence in theirs)
    return [sorted(part, key=together.index) for part in {id(part): part for part in parts.values()}.values()]


def _of_one_fact(ours, theirs, likeness):
    """Are they alike on average, and each of another article? Else two facts would be one by way of a third."""
    if {one.article_id for one in ours} & {other.article_id for other in theirs}:
        return False
    return sum(likeness(one, other) for one in ours for other in theirs) >= _ON_AVERAGE * len(ours) * len(theirs)


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
    """The best facts that bring clauses of their own, or a sentence that no better one has, as (pair, sentences)."""
    told, chosen, alike, seen = defaultdict(list), [], set(), set()
    for _, pair, found, whole in facts:
        sentences = frozenset(found)
        windows = sorted({(sentence.article_id, *window(sentence, pair)) for sentence in found})
        fresh = [place for place in windows if not any(_same(place, other) for other in told[place[0]])]
        own = whole and len(fresh) > 0.5 * len(windows) and len({place[0] for place in fresh}) > 1
        if sentences not in alike and (own or (fresh and sentences - seen)):
            for place in windows:
                if place[2] - place[1] <= WIDE:
                    told[place[0]].append(place)
            alike.add(sentences)
            seen |= sentences
            chosen.append((pair, found))
    return chosen


def _same(a, b):
    return 2 * (min(a[2], b[2]) - max(a[1], b[1])) > min(a[2] - a[1], b[2] - b[1])
