"""Noun phrases and verb phrases of a sentence, as patterns over the tags of its tokens."""

import re
from dataclasses import dataclass

from newslab.framing.lexicon import concept, countries, given_names, verb_forms, word_classes
from newslab.framing.tagging import tag_sentence
from newslab.text import split_sentences
from newslab.text.calendar import MONTHS, WEEKDAYS

# Bounded: a table of figures is one long run of numbers without a noun.
_NOUN_PHRASE = re.compile(r"D{0,2}(?:[A#EOSQ]|B(?=A)|(?<=A)C(?=A[AEO])){0,80}[EO]")
# "May" is a verb more often.
_DATES = frozenset(WEEKDAYS).union(MONTHS) - {"may"}
_TIME = _DATES.union("today yesterday tomorrow morning afternoon evening night week weekend month year".split())
# "Met Mr. Mueller last week": when, and no part of whom.
_RELATIVE_TIME = frozenset("last next past".split())
_COMPLEMENTS = frozenset(("of", "with", "for", "between", "into", "on", "to", "in"))
# Longer runs of nouns and marks are no phrases but lists and broken text.
_LONGEST = 40
_QUANTIFIERS = frozenset("both neither either which what that whose all".split())
# Prepositions that belong to the noun before them only after some nouns.
_TAKES = {
    "with": frozenset("meeting conversation relation cooperation deal war negotiation interview contact link".split()),
    "to": frozenset("visit threat invitation tie link alternative return".split()),
    "in": frozenset("interference".split()),
}
# A common noun right before a name belongs to it only if it says what the person is.
_APPOSED = word_classes()["title"] | word_classes()["person_noun"]


@dataclass(frozen=True, slots=True)
class Phrase:
    """A run of tokens of one sentence: `kind` is "noun" or "verb", `head` the place of its head among its tokens."""

    kind: str
    tokens: tuple
    head: int
    sentence: int
    first: int

    @property
    def start(self):
        return self.tokens[0].start

    @property
    def end(self):
        return self.tokens[-1].end


def tagged_sentences(text):
    """The tagged tokens of each sentence of a kept text."""
    spans = split_sentences(text)
    names = _names(text, spans)
    return [tag_sentence(text, start, end, names) for start, end in spans]


def _names(text, spans):
    """Words that are names in the middle of a sentence, and so also where a sentence begins."""
    names = set()
    for start, end in spans:
        tokens = tag_sentence(text, start, end)
        capitals = [token for token in tokens if token.tag == "E"]
        if len(capitals) > 0.6 * len(tokens):
            continue
        names.update(token.lower for token in capitals if token is not tokens[0])
    return frozenset(names)


def noun_phrases(tokens, sentence):
    """The noun phrases of a tagged sentence; a possessor is also a phrase of its own."""
    found = []
    matches = _NOUN_PHRASE.finditer("".join(token.tag for token in tokens))
    for piece in (piece for match in matches for piece in _pieces(tokens, *match.span())):
        first, last = _trim(tokens, piece[0], min(piece[1], piece[0] + _LONGEST))
        if first >= last:
            continue
        starts = [first]
        for place in range(first, last):
            if tokens[place].tag == "S":
                possessor = _trim(tokens, starts[-1], place)
                if possessor[0] < possessor[1] and not _is_epithet(tokens, place):
                    found.append(_phrase("noun", tokens, *possessor, sentence))
                starts.append(place + 1)
        if starts[-1] < last:
            found.append(_phrase("noun", tokens, first, last, sentence))
    return [_unbroken(phrase, tokens) for phrase in _extended(found, tokens)]


def _is_epithet(tokens, place):
    """Does a superlative with a capital follow the possessor, "Norway's Toughest Baker"? That is said of the baker."""
    follower = tokens[place + 1].lower if place + 1 < len(tokens) else ""
    adjectives = follower.removesuffix("est"), follower.removesuffix("st"), follower[:-4], follower[:-4] + "y"
    superlative = follower.endswith("est") and any(form in word_classes()["adjective"] for form in adjectives)
    return superlative and tokens[place + 1].tag == "E"


def _extended(found, tokens):
    """Phrases with the complement that a common noun takes: "the talks with Mr. Kim", "annexation of Crimea"."""
    starting = {}
    for phrase in found:
        starting[phrase.first] = max(phrase, starting.get(phrase.first, phrase), key=lambda other: other.end)
    longer = []
    for phrase in found:
        last = _sharing(phrase, starting, tokens) or phrase
        for links in (_COMPLEMENTS if phrase.tokens[-1].tag == "O" else ("of",)), ("of", "and"):
            place = last.first + len(last.tokens)
            link = tokens[place].lower if place < len(tokens) else ""
            if (
                link not in links
                or place + 1 not in starting
                or (link == "and" and tokens[last.first - 1].lower != "between")
            ):
                break
            follower = starting[place + 1]
            if link == "of" and last.tokens[-1].tag == "E" and not _of_one_name(last, follower):
                break
            head = concept(tokens[last.first + last.head].lower)
            if head not in _TAKES.get(link, (head,)):
                break
            if _is_time(follower.tokens[follower.head]) or _is_time(follower.tokens[0]):
                break
            last = follower
        longer.append(
            _phrase(
                "noun", tokens, phrase.first, last.first + len(last.tokens), phrase.sentence, phrase.first + phrase.head
            )
        )
    return longer


def _sharing(phrase, starting, tokens):
    """The name whose last word is also that of the phrase before "and": "North and South Korea"."""
    place = phrase.first + len(phrase.tokens)
    follower = starting.get(place + 1) if place < len(tokens) and tokens[place].lower == "and" else None
    shared = [token.lower for token in follower.tokens[1:]] if follower else []
    known = countries()
    both = shared and " ".join((phrase.tokens[-1].lower, *shared)) in known
    return follower if both and " ".join((follower.tokens[0].lower, *shared)) in known else None


def _of_one_name(phrase, follower):
    """Is what follows a name's "of" part of it? "The Bank of Norway", but "accused Norway of meddling"."""
    words = [token.lower for token in phrase.tokens if token.tag == "E"]
    whole = " ".join((*words, "of", *(token.lower for token in follower.tokens)))
    return follower.tokens[-1].tag == "E" and (" ".join(words) not in countries() or whole in countries())


def _unbroken(phrase, tokens):
    """The phrase with both marks of a quotation or none: closed by the mark beside it, or else cut at its own."""
    first, last = phrase.first, phrase.first + len(phrase.tokens)
    marks = [place for place in range(first, last) if tokens[place].tag == "Q"]
    if len(marks) % 2 == 0:
        return phrase
    head = first + phrase.head
    if last < len(tokens) and tokens[last].tag == "Q" and tokens[last].start == tokens[last - 1].end:
        last += 1
    elif marks[-1] < head:
        first = marks[-1] + 1
    else:
        last = next(place for place in marks if place > head)
    return _phrase("noun", tokens, first, last, phrase.sentence, head)


def _pieces(tokens, first, last):
    """Cut a phrase where a common noun meets a name that it is no title of: "a decision | Trump has taken"."""
    begin = first
    for place in range(first + 1, last):
        before, token = tokens[place - 1], tokens[place]
        common = before.tag == "O" and before.lower not in _APPOSED and token.lower not in _TIME
        country = before.tag == "E" and token.lower in given_names() and _ends_country(tokens, begin, place)
        former = before.tag in "OE" and token.lower == "former"
        if (token.tag == "E" and (common or country)) or former:
            yield begin, place
            begin = place
    yield begin, last


def _ends_country(tokens, first, last):
    """Is what stands before a given name a country, not an adjective of one? "to the United States | Sergei ..." """
    known = [
        countries().get(" ".join(token.lower for token in tokens[start:last]))
        for start in range(max(first, last - 4), last)
    ]
    return any(entry and entry[1] == "name" for entry in known)


def _phrase(kind, tokens, first, last, sentence, head=None):
    return Phrase(
        kind, tuple(tokens[first:last]), (last - 1 - first) if head is None else head - first, sentence, first
    )


def _trim(tokens, first, last):
    """Leave out marks at the ends, and a day or month that only says when."""
    changed = True
    while changed and first < last:
        changed = False
        if tokens[last - 1].tag in "QS" and not _closes(tokens, first, last):
            last, changed = last - 1, True
        elif _leads(tokens, first, last):
            first, changed = first + 1, True
        elif (
            last - first > 1
            and _is_time(tokens[last - 1])
            and (tokens[last - 2].tag in "EO" or tokens[last - 2].lower in _RELATIVE_TIME)
            and not _before_name(tokens[last - 2].lower)
            and tokens[first].lower not in _TIME
            and tokens[first].lower not in _RELATIVE_TIME
        ) or tokens[last - 1].tag not in "EOQ":
            last, changed = last - 1, True
    return first, last


def _is_time(token):
    """Does it say when? A day or month does, but "Today", "Week" with a capital end a name: "Norway Today"."""
    return token.lower in _TIME and (token.tag != "E" or token.lower in _DATES)


def _before_name(low):
    """ "Theresa May", "Mrs. May" are no months."""
    return low in given_names() or low.rstrip(".") in word_classes()["title"]


def _leads(tokens, first, last):
    """Is the first token no part of the phrase: a loose mark, or "both", "which" before a name?"""
    if tokens[first].lower in _QUANTIFIERS and first + 1 < last and tokens[first + 1].tag in "ED":
        return True
    return tokens[first].tag in "QS" and not _closes(tokens, first, last)


def _closes(tokens, first, last):
    """Do the quotation marks inside come in one pair, with words between?"""
    marks = [place for place in range(first, last) if tokens[place].tag == "Q"]
    return len(marks) == 2 and marks[1] - marks[0] > 1 and tokens[first].tag != "S" and tokens[last - 1].tag != "S"


def given_phrase(tokens, inside, sentence):
    """The tokens at the places `inside` as a phrase: a noun phrase unless it begins with a verb or holds no noun."""
    first, last = inside[0], inside[-1] + 1
    tags = "".join(token.tag for token in tokens[first:last])
    verb = re.match(r"[BTXQ]*[VNGI]", tags) or (not re.search("[EO]", tags) and re.search("[VNGI]", tags))
    if verb:
        return _phrase("verb", tokens, first, last, sentence, head=first + verb.end() - 1)
    noun = _NOUN_PHRASE.search(tags)
    return _phrase("noun", tokens, first, last, sentence, head=first + noun.end() - 1 if noun else None)


def verb_phrases(tokens, sentence):
    """Verbs of action with their object: the verb, the noun phrase after it and one phrase more with a preposition."""
    tags = "".join(token.tag for token in tokens)
    found = []
    for match in re.finditer(r"[VNGI]", tags):
        place = match.start()
        if tokens[place].lower not in verb_forms():
            continue
        tail = _TAIL.match(tags, place + 1)
        last = _without_time(tokens, place, tail.end()) if tail else place + 1
        first = place
        while first and tags[first - 1] in "TMXB":
            first -= 1
        found.append(_phrase("verb", tokens, first, last, sentence, head=place))
    return found


def _without_time(tokens, verb, last):
    """Where a verb phrase ends if it does not say when: "met the mayor | over the weekend", "left Oslo | last week"."""
    if last - 1 > verb and _is_time(tokens[last - 1]) and not _before_name(tokens[last - 2].lower):
        first = next((place for place in range(last - 1, verb, -1) if tokens[place].tag == "P"), 0)
        first = first or next((p for p in range(last - 1, verb, -1) if tokens[p].lower in _RELATIVE_TIME), last)
        return first if first > verb + 1 else last
    return last


_TAIL = re.compile(r"B?(?:P?D{0,2}(?:[A#EOSQ]|B(?=A)){0,80}[EO])(?:PD{0,2}(?:[A#EOSQ]|B(?=A)){0,80}[EO])?")
