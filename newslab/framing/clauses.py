"""Sentences with their telling units, and the clause that holds two of them."""

import re
from dataclasses import dataclass

from newslab.framing.lexicon import TIMES, concept, countries, verb_forms, word_classes
from newslab.framing.referents import EMPTY
from newslab.text import stem, words

WHEN = "when"
# Two units farther apart than this are hardly said of one another; a sentence shorter than the other is shown whole.
WIDE = 100
_SHORT = 200
_CLOSE = 40
NAMED = ("person", "country", "place", "name")
_PRONOUN = re.compile(r"\b(?:[Hh]e|[Ss]he|[Hh]is|[Hh]er|[Hh]im)\b")
_BREAK = re.compile(r"[,;:—–]\s|\s[—–-]\s")
_RELATIVE = re.compile(r"(?:which|who|whose|where|whom)\b|\w+ed\s+(?:as|by|under|over)\b")
_LIGHT = frozenset(
    """have make take give get go come see want know use put keep let seem become happen include need try hold follow
    begin start continue say tell lead bring set turn work call ask look find show""".split()
)
# Words that any report shares with any other.
_COMMON = frozenset(
    unit
    for word in EMPTY
    | word_classes()["adjective"]
    | word_classes()["adverb"]
    | word_classes()["title"]
    | word_classes()["reporting"]
    | frozenset(
        form for form, (base, _) in verb_forms().items() if base in word_classes()["reporting"] or base in _LIGHT
    )
    | frozenset(
        """statement account news press conference reporter journalist office issue question talk side step move fact
        news-conference try effort possibility chance bid matter thing people government problem
        one two three four five six seven eight nine ten hundred thousand million billion""".split()
    )
    for unit in (word, stem(word))
)


@dataclass(eq=False)
class Sentence:
    """A sentence of an article: the places of its units, as unit → list of (start, end), and its clause ends.

    people : whom it is about, also as "he" or "she"; said : where its verbs of reporting begin; known : what it speaks
    of as known, "the call", "their call"; days : the days and months in it; phrases : the words of each of its noun
    phrases, up to the head.
    """

    article_id: str
    number: int
    units: dict
    breaks: list
    people: set
    said: list
    known: set
    days: set
    phrases: list


def read_sentences(mentions, keys, texts, spans):
    """Each sentence with its units: names under one key, other words by their group of near-synonyms."""
    sentences, inside_names, latest = {}, set(), {}
    for mention, key in zip(mentions, keys, strict=True):
        if mention.name and key and key[0] != "thing":
            inside_names.update(concept(word) for word in words(" ".join(mention.name)))
    for mention, key in zip(mentions, keys, strict=True):
        place = mention.article_id, mention.sentence
        if place not in sentences:
            start, end = spans[mention.article_id][mention.sentence]
            breaks = [match.start() for match in _BREAK.finditer(texts[mention.article_id], start, end)]
            meant = latest.get(place[0], set()) if _PRONOUN.search(texts[mention.article_id], start, end) else set()
            sentences[place] = Sentence(*place, {}, breaks, meant, [], set(), set(), [])
        units = sentences[place].units
        if key and key[0] == "person":
            if not units.keys() & latest.get(place[0], set()):
                sentences[place].people = set()
            sentences[place].people.add(key[1])
            latest[place[0]] = sentences[place].people
        if mention.kind == "noun":
            named = mention.name or (mention.head,)
            sentences[place].phrases.append({*mention.owner, *mention.before, *(word.lower() for word in named)})
        if mention.name and key is None:
            continue
        if mention.kind == "verb" and mention.head in word_classes()["reporting"]:
            sentences[place].said.append(mention.start)
        if mention.definite:
            sentences[place].known.add(mention.concept)
        if key and key[0] == "time":
            sentences[place].days |= TIMES & set(key[1].split())
        if key and key[0] == "name" and key[1].endswith(" administration"):
            # Much is done by it: it says no more of what was done than its country.
            continue
        if key and key[0] in (*NAMED, "time"):
            units.setdefault(WHEN if key[0] == "time" else key[1], []).append((mention.start, mention.end))
            continue
        for term in mention.terms - inside_names:
            if term.rstrip(".") not in _COMMON and term not in countries() and len(term) > 2:
                units.setdefault(term, []).append((mention.start, mention.end))
    return list(sentences.values())


def window(sentence, pair):
    """The shortest part of a sentence that holds both units, or the one that it has."""
    first, second = (sentence.units.get(unit) for unit in pair)
    return min(
        ((min(a[0], b[0]), max(a[1], b[1])) for a in first or second for b in second or first),
        key=lambda span: (span[1] - span[0], span),
    )


def close(sentence, pair):
    """Do both units stand close together in one clause, and not in one noun phrase, which names a single thing?"""
    start, end = window(sentence, pair)
    return end - start <= _CLOSE and not crosses(sentence, pair) and not of_one_phrase(sentence, pair)


def of_one_phrase(sentence, pair):
    """Do both units stand in one noun phrase, up to its head: "the spy agency", "Berg's investigation"?"""
    return any(all(any(is_unit(word, unit) for word in phrase) for unit in pair) for phrase in sentence.phrases)


def is_unit(word, unit):
    """Is the lower-case word the unit, or a part of it, a name?"""
    return unit in (stem(word), concept(word)) or word in unit.lower().split()


def crosses(sentence, pair):
    start, end = window(sentence, pair)
    return any(start < place < end for place in sentence.breaks)


def clause(text, sentence_span, sentence, pair, found):
    """The part of a sentence that holds both units, from one mark of punctuation to another; all of it if repeated."""
    start, end = window(sentence, pair)
    first, last = sentence_span
    if last - first <= _SHORT or repeated(sentence, found):
        return _unbroken(text, first, last) or sentence_span
    breaks = [match.span() for match in _BREAK.finditer(text, first, last)]
    lefts = [first, *(stop for _, stop in breaks if stop <= start)]
    rights = [(begin, stop) for begin, stop in breaks if begin >= end] + [(last, last)]
    while len(lefts) > 1 and _RELATIVE.match(text, lefts[-1]):
        lefts.pop()
    while len(rights) > 1 and _RELATIVE.match(text, rights[0][1]):
        rights.pop(0)
    return _unbroken(text, lefts[-1], rights[0][0]) or _unbroken(text, first, last) or sentence_span


_MARK = re.compile(r"[\"“”]")


def _unbroken(text, start, end):
    """The clause without a lone quotation mark at one end; None where one stands in the midst."""
    if _paired(text, start, end):
        return start, end
    if _MARK.match(text, start):
        return start + 1, end
    if _MARK.match(text, end - 1):
        return start, end - 1
    return None


def _paired(text, start, end):
    return len(_MARK.findall(text, start, end)) % 2 == 0


def repeated(sentence, found):
    """Does another article have nearly the same sentence?"""
    return any(
        other.article_id != sentence.article_id
        and len(other.units.keys() & sentence.units.keys()) >= 0.6 * len(other.units.keys() | sentence.units.keys())
        for other in found
    )
