"""Facts that several articles state: sentences that share two telling units, and the clause that holds them."""

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from math import log

from newslab.framing.lexicon import concept, countries, verb_forms, word_classes
from newslab.framing.referents import EMPTY
from newslab.text import stem, words

_BREAK = re.compile(r"[,;:—–]\s|\s[—–-]\s")
# Of a sentence's units the rarest are paired; fewer of each when there are many sentences.
_MOST = 30
_MANY = 3000
_SHARED = 3
_SHORT = 200
_WIDE = 100
_CENTRAL = 3
WHEN = "when"
DATED = frozenset("conversation meeting visit election attack arrest trial annexation invasion death".split())
NAMED = ("person", "country", "place", "name", "time")
LIGHT = frozenset(
    """have make take give get go come see want know use put keep let seem become happen include need try
    hold follow begin start continue say tell lead bring set turn work call ask look find show""".split()
)
_RELATIVE = re.compile(r"(?:which|who|whose|where|whom)\b|\w+ed\s+(?:as|by|under|over)\b")
# Words that any report shares with any other.
_COMMON = frozenset(
    unit
    for word in EMPTY
    | word_classes()["adjective"]
    | word_classes()["adverb"]
    | word_classes()["title"]
    | word_classes()["reporting"]
    | frozenset(
        form for form, (base, _) in verb_forms().items() if base in word_classes()["reporting"] or base in LIGHT
    )
    | frozenset(
        """statement account news press conference reporter journalist office issue question talk side step move fact
        news-conference try effort possibility chance bid matter thing people
        one two three four five six seven eight nine ten hundred thousand million billion""".split()
    )
    for unit in (word, stem(word))
)


@dataclass(eq=False)
class Sentence:
    """A sentence of an article: the places of its units, as unit → list of (start, end), and its clause ends."""

    article_id: str
    number: int
    units: dict
    breaks: list


def shared_facts(mentions, keys, texts, spans):
    """Facts that two or more articles state.

    texts, spans : article_id → its text, the places of its sentences.

    Returns a list of (pair of units, sentences), most telling first.
    """
    sentences = _sentences(mentions, keys, texts, spans)
    spread = Counter(unit for sentence in sentences for unit in sentence.units)
    n = len(sentences)
    few = len({sentence.article_id for sentence in sentences}) + 1
    wide = {key[1] for key in keys if key and key[0] in ("country", "person")}
    weight = {
        unit: log(n / count)
        for unit, count in spread.items()
        if 1 < count < max(few, (0.1 if unit in wide else 0.25) * n) and unit != WHEN
    }
    most = _MOST if n < _MANY else _MOST // 3
    pairs = defaultdict(list)
    for sentence in sentences:
        telling = sorted((unit for unit in sentence.units if unit in weight), key=lambda u: (-weight[u], u))[:most]
        for place, unit in enumerate(telling):
            for other in telling[place + 1 :]:
                pairs[tuple(sorted((unit, other)))].append(sentence)
        if WHEN in sentence.units:
            for unit in sentence.units.keys() & DATED:
                pairs[unit, WHEN].append(sentence)
    weight |= {WHEN: 1.0} | {unit: weight.get(unit, 1.0) for unit in DATED}
    people = Counter(key[1] for key in keys if key and key[0] == "person")
    minor = people.keys() - set(sorted(people, key=lambda name: (-people[name], name))[:_CENTRAL])
    facts = []
    for pair, together in pairs.items():
        tight = [sentence for sentence in together if _tight(sentence, pair)]
        sure = WHEN in pair or minor.issuperset(pair) or len({sentence.article_id for sentence in tight}) > 2
        together = [
            s for s in together if _echoed(s, together, weight) or (sure and (s in tight or minor.issuperset(pair)))
        ]
        parts = _by_people(together, minor - set(pair))
        for found in parts:
            articles = {sentence.article_id for sentence in found}
            close = sum(not _crosses(sentence, pair) for sentence in found)
            if len(articles) < 2 or len(found) > 3 * len(articles) or 2 * close < len(found):
                continue
            worth = sum(weight[unit] for unit in pair) * len(articles) * close / len(found)
            facts.append((-worth, pair, found, len(parts) == 1))
    chosen = _choose(sorted(facts, key=lambda fact: (*fact[:2], len(fact[2]))))
    holding = defaultdict(list)
    for sentence in sentences:
        for unit in sentence.units:
            holding[unit].append(sentence)
    told = []
    for pair, found, alone in chosen:
        if alone:
            found = found + _in_passing(pair, pairs[pair], found, minor)
            rarer = max(pair, key=lambda unit: (weight[unit], unit))
            found = found + (_apart(holding[rarer], found) if WHEN not in pair else [])
        told.append((pair, found))
    return told


def _in_passing(pair, sentences, found, minor):
    """Sentences of further articles that hold the pair in one clause: no echo, but no silence either."""
    told = {sentence.article_id for sentence in found}
    return [
        sentence
        for sentence in sentences
        if sentence.article_id not in told and not sentence.units.keys() & minor and not _crosses(sentence, pair)
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
    for person in sorted(minor):
        about = [sentence for sentence in found if person in sentence.units]
        if len({sentence.article_id for sentence in about}) > 1 and len(about) < len(found):
            others = [sentence for sentence in found if person not in sentence.units]
            strangers = [s for s in others if not any(s.units.keys() & minor & other.units.keys() for other in about)]
            return [[s for s in found if s not in strangers], strangers]
    return [found]


def _tight(sentence, pair):
    start, end = window(sentence, pair)
    return end - start <= _WIDE and not _crosses(sentence, pair)


def _crosses(sentence, pair):
    start, end = window(sentence, pair)
    return any(start < place < end for place in sentence.breaks)


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
                if place[2] - place[1] <= _WIDE:
                    told[place[0]].append(place)
            alike.add(whole)
            chosen.append((pair, found, alone))
    return chosen


def _same(a, b):
    return 2 * (min(a[2], b[2]) - max(a[1], b[1])) > min(a[2] - a[1], b[2] - b[1])


def _sentences(mentions, keys, texts, spans):
    """Each sentence with its units: names under one key, other words by their group of near-synonyms."""
    sentences, inside_names = {}, set()
    for mention, key in zip(mentions, keys, strict=True):
        if mention.name and key and key[0] != "thing":
            inside_names.update(concept(word) for word in words(" ".join(mention.name)))
    for mention, key in zip(mentions, keys, strict=True):
        place = mention.article_id, mention.sentence
        if place not in sentences:
            start, end = spans[mention.article_id][mention.sentence]
            breaks = [match.start() for match in _BREAK.finditer(texts[mention.article_id], start, end)]
            sentences[place] = Sentence(*place, {}, breaks)
        units = sentences[place].units
        if key and key[0] in NAMED:
            units.setdefault(WHEN if key[0] == "time" else key[1], []).append((mention.start, mention.end))
            continue
        for term in mention.terms - inside_names:
            if term not in _COMMON and term not in countries() and len(term) > 2:
                units.setdefault(term, []).append((mention.start, mention.end))
    return list(sentences.values())


def window(sentence, pair):
    """The shortest part of a sentence that holds both units, or the one that it has."""
    first, second = (sentence.units.get(unit) for unit in pair)
    return min(
        ((min(a[0], b[0]), max(a[1], b[1])) for a in first or second for b in second or first),
        key=lambda span: (span[1] - span[0], span),
    )


def clause(text, sentence_span, sentence, pair, found):
    """The part of a sentence that holds both units, from one mark of punctuation to another; all of it if repeated."""
    start, end = window(sentence, pair)
    first, last = sentence_span
    if last - first <= _SHORT or _repeated(sentence, found):
        return first, last
    breaks = [match.span() for match in _BREAK.finditer(text, first, last)]
    lefts = [first, *(stop for _, stop in breaks if stop <= start)]
    rights = [(begin, stop) for begin, stop in breaks if begin >= end] + [(last, last)]
    while len(lefts) > 1 and _RELATIVE.match(text, lefts[-1]):
        lefts.pop()
    while len(rights) > 1 and _RELATIVE.match(text, rights[0][1]):
        rights.pop(0)
    return lefts[-1], rights[0][0]


def _repeated(sentence, found):
    """Does another article have nearly the same sentence?"""
    return any(
        other.article_id != sentence.article_id
        and len(other.units.keys() & sentence.units.keys()) >= 0.6 * len(other.units.keys() | sentence.units.keys())
        for other in found
    )


def fact_label(pair, found, mentions, texts):
    """A name for a fact in the articles' own words: the shortest phrase, or else stretch of text, with both units."""
    found = [sentence for sentence in found if all(unit in sentence.units for unit in pair)]
    places = {(sentence.article_id, sentence.number) for sentence in found}
    if WHEN in pair:
        said = Counter(
            w for m in mentions if (m.article_id, m.sentence) in places for w in [m.head] if m.concept == pair[0]
        )
        return "when: " + min(said, key=lambda word: (-said[word], word), default=pair[0])
    near = [m for m in mentions if m.kind == "noun" and (m.article_id, m.sentence) in places]
    whole = [m.text for m in near if all(_holds(m, unit) for unit in pair)]
    if not whole:
        whole = [texts[sentence.article_id][slice(*window(sentence, pair))] for sentence in found]
    return min(whole, key=lambda text: (len(text), text))


def _holds(mention, unit):
    return unit in mention.terms or unit.lower() in mention.text.lower()
