"""The sentences of several articles with what they can be compared by: telling units, names, and runs of words."""

import re
from collections import Counter
from dataclasses import dataclass, field

from newslab.framing.clauses import BREAK, NAMED, WHEN
from newslab.framing.lexicon import TIMES, concept, countries, verb_forms, word_classes
from newslab.framing.referents import EMPTY
from newslab.text import STOP_WORDS, WORD, stem, words

_PRONOUN = re.compile(r"\b(?:[Hh]e|[Ss]he|[Hh]is|[Hh]er|[Hh]im)\b")
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
        spokesman spokeswoman alongside one two three four five six seven eight nine ten hundred thousand million
        billion""".split()
    )
    for unit in (word, stem(word))
)
# "Told reporters in Moscow", "said in an interview with The Times that": to whom, where and when it was said.
_TO_WHOM = re.compile(
    r"\w+\s+(?=(?:reporters|journalists|lawmakers|in|on|at|to|from|during|after|before|through|via)\s)"
    r"[^,;:.“”\"]{1,60}?(?=\s+that\s|[,;:“”\"]|\.(?:\s|$|[”\"]))"
)
_NEXT = re.compile(r",?\s*(?:has|had|have|also|later|then|repeatedly|once)?\s*")
_VERB = re.compile(r"\w+\s+")


@dataclass(eq=False)
class Sentence:
    """A sentence of an article.

    units : unit → where it stands, a list of (start, end); names : which of the units are names; breaks : its clause
    ends; people : whom it is about, also as "he" or "she"; said : where its verbs of reporting begin; speakers : whose
    words it gives; known : what it speaks of as known, "the call", "their call"; days : the days and months in it;
    phrases : unit → where the noun phrases begin that hold it, up to their heads; words : the stems of its words;
    beside : the pairs of content words, by their near-synonyms, that stand side by side or with one other between
    them, not of two names; quoted : most of it is a quotation.
    """

    article_id: str
    number: int
    breaks: list
    people: set
    units: dict = field(default_factory=dict)
    names: set = field(default_factory=set)
    said: list = field(default_factory=list)
    speakers: set = field(default_factory=set)
    known: set = field(default_factory=set)
    days: set = field(default_factory=set)
    phrases: dict = field(default_factory=dict)
    words: tuple = ()
    beside: frozenset = frozenset()
    quoted: bool = False


def read_sentences(mentions, keys, texts, spans):
    """Each sentence with its units: names under one key, other words by their group of near-synonyms."""
    sentences, inside_names, latest, verbs, quoted = {}, set(), {}, {}, Counter()
    for mention, key in zip(mentions, keys, strict=True):
        if mention.name and key and key[0] != "thing":
            inside_names.update(concept(word) for word in words(" ".join(mention.name)))
    for mention, key in zip(mentions, keys, strict=True):
        place, text = (mention.article_id, mention.sentence), texts[mention.article_id]
        if place not in sentences:
            start, end = spans[place[0]][place[1]]
            breaks = [match.start() for match in BREAK.finditer(text, start, end)]
            meant = latest.get(place[0], set()) if _PRONOUN.search(text, start, end) else set()
            sentences[place], verbs[place] = Sentence(*place, breaks, meant), []
        if mention.kind == "verb":
            verbs[place].append(mention.start)
        quoted[place] += 1 if mention.quoted else -1
        _add(sentences[place], mention, key, inside_names, latest)
    for place, sentence in sentences.items():
        start, end = spans[place[0]][place[1]]
        sentence.quoted = quoted[place] > 0
        _find_speakers(sentence, texts[place[0]])
        _drop_tags(sentence, texts[place[0]], verbs[place], end)
        _add_words(sentence, texts[place[0]][start:end])
    return list(sentences.values())


def _add(sentence, mention, key, inside_names, latest):
    """Add the units of a mention to its sentence; latest : article_id → the people that were spoken of last."""
    kind = key[0] if key else None
    if kind == "person":
        if not sentence.units.keys() & latest.get(sentence.article_id, set()):
            sentence.people = set()
        sentence.people.add(key[1])
        latest[sentence.article_id] = sentence.people
    if mention.kind == "noun":
        named = mention.name or (mention.head,)
        for word in (*mention.owner, *mention.before, *(word.lower() for word in named)):
            for unit in {stem(word), concept(word)}:
                sentence.phrases.setdefault(unit, set()).add(mention.start)
    if mention.name and key is None:
        return
    if mention.kind == "verb" and mention.head in word_classes()["reporting"]:
        sentence.said.append(mention.start)
    if mention.definite:
        sentence.known.add(mention.concept)
    if kind == "name" and key[1].endswith(" administration"):
        # Much is done by it: it says no more of what was done than its country.
        return
    place = mention.start, mention.end
    if kind == "time":
        sentence.days |= TIMES & set(key[1].split())
        sentence.units.setdefault(WHEN, []).append(place)
    elif kind in NAMED:
        sentence.names.add(key[1])
        sentence.units.setdefault(key[1], []).append(place)
    else:
        for term in sorted(mention.terms - inside_names):
            if "-" in term and all(part in countries() for part in term.split("-")):
                # "The US-Russian ties" are those of two countries.
                for part in term.split("-"):
                    sentence.names.add(countries()[part][0])
                    sentence.units.setdefault(countries()[part][0], []).append(place)
            elif term.rstrip(".") not in _COMMON and term not in countries() and len(term) > 2:
                sentence.units.setdefault(term, []).append(place)


def _find_speakers(sentence, text):
    """Who stands right before a verb of reporting, or right after it: "Berg has said", "said Anna Berg"."""
    for person in sentence.people & sentence.units.keys():
        for start, end in sentence.units[person]:
            if any(_NEXT.fullmatch(text, end, said) or _VERB.fullmatch(text, said, start) for said in sentence.said):
                sentence.speakers.add(person)


def _drop_tags(sentence, text, verbs, end):
    """Leave out what only says to whom and where something was said; the people remain."""
    for said in sentence.said:
        tag = _TO_WHOM.match(text, said, end)
        if tag and not any(said < verb < tag.end() for verb in verbs):
            for unit in sentence.units.keys() - sentence.people - {WHEN}:
                sentence.units[unit] = [span for span in sentence.units[unit] if not said <= span[0] < tag.end()]
    sentence.units = {unit: places for unit, places in sentence.units.items() if places}
    sentence.names &= sentence.units.keys()


def _add_words(sentence, text):
    """The words of a sentence as they follow one another, and which units and other words of content do."""
    found = [word.lower().removesuffix("'s") for word in WORD.findall(text.replace("’", "'"))]
    sentence.words = tuple(map(stem, found))
    part_of = {word: name for name in sorted(sentence.names) for word in words(name)}
    content = []
    for word in found:
        country = countries().get(word, ("",))[0]
        unit = country or part_of.get(word) or concept(word)
        if country or (word not in STOP_WORDS and stem(word) not in _COMMON and content[-1:] != [unit]):
            content.append(unit)
    sentence.beside = frozenset(
        frozenset((unit, other))
        for place, unit in enumerate(content)
        for other in content[place + 1 : place + 3]
        if unit != other and not {unit, other} <= sentence.names
    )
