"""What a phrase names: a person, a country, an organisation, or a thing or act by its head noun or verb."""

from dataclasses import dataclass, field

from newslab.framing.chunks import given_phrase, noun_phrases, tagged_sentences, verb_phrases
from newslab.framing.lexicon import concept, countries, verb_forms, word_classes
from newslab.text import STOP_WORDS


@dataclass(slots=True)
class Mention:
    """A phrase of an article: `name` its proper name, `head` its head word, `titles`, `countries` and `terms` beside it."""

    article_id: str
    start: int
    end: int
    text: str
    sentence: int
    kind: str
    head: str
    name: tuple = ()
    titles: frozenset = frozenset()
    countries: tuple = ()
    terms: frozenset = frozenset()
    definite: bool = False
    owner: str = ""
    names: tuple = field(default=())


def find_mentions(article_id, text):
    """The noun and verb phrases of a kept text as mentions, in the order of the text."""
    found = []
    for number, tokens in enumerate(tagged_sentences(text)):
        for phrase in noun_phrases(tokens, number) + verb_phrases(tokens, number):
            found.append(_mention(article_id, text, phrase))
    return sorted(found, key=lambda mention: (mention.start, -mention.end))


def mentions_at(article_id, text, spans):
    """Read the given spans (a dictionary from anything to (start, end)) as mentions: pairs of key and mention."""
    sentences = tagged_sentences(text)
    for key, (start, end) in sorted(spans.items(), key=lambda item: (item[1], item[0])):
        for number, tokens in enumerate(sentences):
            inside = [place for place, token in enumerate(tokens) if token.start < end and token.end > start]
            if inside:
                yield key, _mention(article_id, text, given_phrase(tokens, inside, number))
                break


def _mention(article_id, text, phrase):
    tokens = [token for token in phrase.tokens if token.tag not in "QS."]
    mention = Mention(
        article_id, phrase.start, phrase.end, text[phrase.start : phrase.end], phrase.sentence, phrase.kind, _head(phrase)
    )
    mention.definite = tokens[0].lower in ("the", "this", "that", "these", "those") or tokens[0].lower in word_classes()["possessive"]
    if phrase.kind == "noun":
        rest = [token for token in tokens if token.tag not in "D"]
        mention.name, before = _name(rest)
        mention.titles = frozenset(token.lower for token in before if token.lower in word_classes()["title"])
        mention.countries = tuple(country for country, _ in _countries(before))
    mention.terms = frozenset(
        concept(token.lower) for token in tokens if token.lower not in STOP_WORDS and token.text[0].isalnum()
    )
    return mention


def _head(phrase):
    head = phrase.tokens[phrase.head]
    return verb_forms().get(head.lower, (head.lower,))[0] if phrase.kind == "verb" else head.lower


def _name(tokens):
    """The proper name at the end of a noun phrase, and the tokens before it; a title or adjective is no name."""
    lower = [token.lower for token in tokens]
    for first in range(len(tokens)):
        if " ".join(lower[first:]) in countries():
            return tuple(token.text for token in tokens[first:]), tokens[:first]
    if not tokens or tokens[-1].tag != "E":
        return (), tokens
    first = len(tokens)
    while first and tokens[first - 1].tag in "E#":
        first -= 1
    titles = [place for place in range(first, len(tokens)) if lower[place].rstrip(".") in word_classes()["title"]]
    if titles:
        first = titles[-1] + 1
    while first < len(tokens) - 1 and _is_demonym(lower[first]) and tokens[first + 1].tag == "E" and lower[first + 1] in word_classes()["given_name"]:
        first += 1
    return tuple(token.text for token in tokens[first:]), tokens[:first]


def _is_demonym(low):
    return countries().get(low, ("", ""))[1] == "demonym"


def _countries(tokens):
    """The countries that single words or pairs of words among the tokens stand for."""
    lower, place, found = [token.lower for token in tokens], 0, []
    while place < len(lower):
        for length in (3, 2, 1):
            known = countries().get(" ".join(lower[place : place + length]))
            if known and place + length <= len(lower):
                found.append(known)
                place += length - 1
                break
        place += 1
    return found
