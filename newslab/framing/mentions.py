"""What a phrase names: a person, a country, an organisation, or a thing or act by its head noun or verb."""

import re
from bisect import bisect_right
from dataclasses import dataclass

from newslab.framing.chunks import given_phrase, noun_phrases, tagged_sentences, verb_phrases
from newslab.framing.lexicon import REGIONS, concept, countries, given_names, verb_forms, word_classes
from newslab.framing.name_forms import PROVINCES, SUFFIXES, is_body
from newslab.framing.tagging import looks_like_modifier
from newslab.text import STOP_WORDS, stem

# "Hundreds of migrants" speaks of migrants.
PARTITIVES = frozenset(
    """number numbers group groups hundred hundreds thousand thousands dozen dozens score scores handful couple pair lot
    lots list lists series range kind kinds sort type majority minority member members bulk all
    some many most one two three several both each any none half piece set string wave round""".split()
)
# "Some Norwegians", "a Liberal" are not all of them.
_SOME = frozenset("some many several few most other those these every each both all any no another a an more".split())
# Before a common noun these say that it is not the one of which the story tells.
_ANOTHER = frozenset(
    "other another similar such different additional further future next previous past earlier no".split()
)
_QUOTATION = re.compile(r'“[^“”]++”|"[^"\n]++"')
_INDEFINITE = frozenset("a an some any no another every each either neither both".split())
_PLACE_BEFORE = frozenset("in at near from to into outside inside around across through central downtown".split())


@dataclass(slots=True)
class Mention:
    """A phrase of an article.

    name : its proper name, without titles; head : its head word; before, owner, complement : the words before the name
    or head, of its possessor, and after the head; terms : the groups of near-synonyms of its content words; concept :
    that of its head; compound : a common noun right before the head; definite : it says which; located : it follows a
    preposition of place; acting : it is a possessor, a subject or a party; apposed : it stands between commas;
    opening : a sentence or a quotation begins with it; quoted : it stands between quotation marks; partial : it speaks
    of some of those whom the noun names; another : of another thing than the one known; joined :
    "and" stands before it.
    """

    article_id: str
    start: int
    end: int
    text: str
    sentence: int
    first: int
    kind: str
    head: str
    name: tuple
    before: tuple
    owner: tuple
    complement: tuple
    terms: frozenset
    concept: str
    compound: str
    definite: bool
    located: bool
    acting: bool
    apposed: bool
    opening: bool
    quoted: bool
    partial: bool
    another: bool
    joined: bool


def find_mentions(article_id, text):
    """The noun and verb phrases of a kept text as mentions, in the order of the text."""
    found, quotations = [], _quotations(text)
    for number, tokens in enumerate(tagged_sentences(text)):
        for phrase in noun_phrases(tokens, number) + verb_phrases(tokens, number):
            found.append(_mention(article_id, text, tokens, phrase, quotations))
    return sorted(found, key=lambda mention: (mention.start, -mention.end))


def mentions_at(article_id, text, spans):
    """Read the given spans (a dictionary from anything to (start, end)) as mentions: pairs of key and mention."""
    sentences, quotations = tagged_sentences(text), _quotations(text)
    for key, (start, end) in sorted(spans.items(), key=lambda item: (item[1], item[0])):
        for number, tokens in enumerate(sentences):
            inside = [place for place, token in enumerate(tokens) if token.start < end and token.end > start]
            if inside:
                yield key, _mention(article_id, text, tokens, given_phrase(tokens, inside, number), quotations)
                break


def _quotations(text):
    """Where quotations begin and end, by turns."""
    return [place for match in _QUOTATION.finditer(text) for place in match.span()]


def _mention(article_id, text, sentence, phrase, quotations):
    core = phrase.tokens[: phrase.head + 1]
    if core[-1].lower in PARTITIVES and phrase.kind == "noun":
        # "Members of the party" are not the party, "members of the crew" are the crew.
        part = _of_what(phrase)
        core = part if part and part[-1].tag == "O" else core
    owned = max((place for place, token in enumerate(core) if token.tag == "S" and token.lower == "'s"), default=0)
    words = [token for token in core[owned:] if token.tag not in "DQS."]
    name, before = _name(words) if phrase.kind == "noun" and words else ((), tuple(words[:-1]))
    before_phrase = sentence[phrase.first - 1].lower if phrase.first else ""
    after = sentence[phrase.first + len(phrase.tokens) :][:1]
    head, kind = core[-1].lower, _concept(phrase, core, after)
    return Mention(
        article_id=article_id,
        start=phrase.start,
        end=phrase.end,
        text=text[phrase.start : phrase.end],
        sentence=phrase.sentence,
        first=phrase.first,
        kind=phrase.kind,
        head=verb_forms().get(head, (head,))[0] if phrase.kind == "verb" else head,
        name=name,
        before=tuple(token.lower for token in before),
        owner=tuple(token.lower for token in core[:owned] if token.tag in "EO") or _own(core),
        complement=tuple(token.lower for token in phrase.tokens[phrase.head + 1 :] if token.tag in "EO"),
        terms=_terms(phrase.tokens, core[-1]) | ({kind} if _is_content(core[-1]) else set()),
        concept=kind,
        compound=core[-2].lower if len(core) > 1 and core[-2].tag == "O" else "",
        definite=core[0].tag == "D" and core[0].lower not in _INDEFINITE,
        located=before_phrase in _PLACE_BEFORE and not (after and after[0].tag == "S"),
        acting=before_phrase in ("by", "with", "against", "between") or bool(after and after[0].tag in "SVMX"),
        apposed=before_phrase == "," and not (after and after[0].tag not in ".QPR"),
        opening=not phrase.first or sentence[phrase.first - 1].tag == "Q",
        quoted=bisect_right(quotations, phrase.start) % 2 == 1,
        partial=any(token.tag == "#" or token.lower in _SOME for token in core[:-1]),
        another=any(token.lower in _ANOTHER for token in core[:-1]),
        joined=before_phrase == "and",
    )


def _concept(phrase, core, after):
    """The group of near-synonyms of the head, or of the compound it closes: "asylum seeker", "port of entry"."""
    head, inside = core[-1].lower, phrase.tokens[phrase.head + 1 : phrase.head + 3]
    compounds = [f"{core[-2].lower}-{head}"] if len(core) > 1 else []
    if len(inside) == 2 and inside[0].lower == "of":
        compounds.append(f"{head.removesuffix('s')}-of-{inside[1].lower}")
    if head in ("call", "calls") and (*inside, *after) and (*inside, *after)[0].lower == "for":
        return "appeal"
    known = next((concept(word) for word in compounds if concept(word) != stem(word)), None)
    if phrase.kind == "verb":
        head = verb_forms().get(head, (head,))[0]
    return known or concept(head)


def _own(core):
    return (core[0].lower,) if core[0].lower in word_classes()["possessive"] else ()


def _terms(tokens, head):
    """The groups of near-synonyms of the words besides the head; of two words that make a compound, that of both."""
    found, place = set(), 0
    while place < len(tokens):
        token = tokens[place]
        compound = f"{token.lower}-{tokens[place + 1].lower}" if place + 1 < len(tokens) else ""
        if compound and concept(compound) != stem(compound):
            found |= {concept(compound)} if tokens[place + 1] is not head else set()
            place += 2
            continue
        if _is_content(token) and token is not head:
            found.add(concept(token.lower))
        place += 1
    return frozenset(found)


def _is_content(token):
    if token.tag in "VNGI" and verb_forms().get(token.lower, ("",))[0] == "call":
        # "Called it a sham" is no phone call.
        return False
    if token.text == "US":
        return True
    return token.lower not in STOP_WORDS and token.text[0].isalnum() and token.tag not in "DPMXRCT"


def _of_what(phrase):
    """The part of a phrase after the "of" of a partitive, up to the head of that part."""
    rest = phrase.tokens[phrase.head + 1 :]
    if not rest or rest[0].lower != "of":
        return None
    last = next((place for place in range(1, len(rest)) if rest[place].tag == "P"), len(rest))
    return rest[1:last] if rest[1:last] and rest[last - 1].tag in "EO" else None


def _name(tokens):
    """The proper name at the end of a noun phrase, and the tokens before it; a title or adjective is no name."""
    lower = [token.lower for token in tokens]
    for first in range(max(0, len(tokens) - 6), len(tokens)):
        whole = " ".join(lower[first:])
        if tokens[first].text[0].isupper() and whole in countries() and not _of_longer(tokens[:first], whole):
            first -= first > 0 and tokens[first - 1].text[0].isupper() and _elsewhere(lower[first - 1], lower[first])
            return tuple(token.text for token in tokens[first:]), tokens[:first]
    province = len(tokens) > 1 and lower[-1] in PROVINCES and tokens[-2].tag == "E" and lower[-2] not in countries()
    if tokens[-1].tag != "E" and not province:
        return (), tokens[:-1]
    first = len(tokens) - province
    while first and tokens[first - 1].tag in "E#":
        first -= 1
    while first < len(tokens) - 1 and (tokens[first].tag == "#" or lower[first].endswith(("-old", "-based"))):
        first += 1
    # "Martin King Jr." is no king.
    titles = [
        place
        for place in range(first, len(tokens))
        # "The Office of Special Counsel" is no counsel.
        if _is_title(lower[place])
        and not SUFFIXES & set(lower[place + 1 : place + 2])
        and "of" not in lower[first:place]
    ]
    if titles:
        first = titles[-1] + 1
        while first + 1 < len(tokens) and lower[first] in ("of", "for"):
            first += 2
    given = len(tokens) - 2
    if given > first and lower[given] in given_names() and lower[first] not in given_names():
        # "Norwegian Anna Berg", "Radio Oslo News' Anna Berg", "Old Anna Berg": the given name begins it.
        before = lower[given - 1]
        first = given if _is_demonym(before) or is_body(before) or looks_like_modifier(before) else first
    return tuple(token.text for token in tokens[first:]), tokens[:first] if first < len(tokens) else tokens[:-1]


def _of_longer(before, country):
    """Is the name of a country, a city or an institution the end of another one? "Jim Jordan", "New Mexico"."""
    if before and before[-1].tag == "E" and before[-1].lower in ("of", "the"):
        # "The Bank of Norway", but the Kingdom of Norway is Norway.
        return not {"republic", "kingdom", "state"} & {token.lower for token in before}
    if not before or not before[-1].text[0].isupper():
        return False
    low, kind = before[-1].lower, countries()[country][1]
    if kind == "government":
        # "The Berg White House" is that of one president, "the Norwegian White House" of none.
        return before[-1].tag == "E" and low not in countries() and not _is_title(low)
    if kind not in ("name", "capital"):
        return low == "state" and country.endswith(("senate", "court"))
    known = low in countries() or low in REGIONS or low in verb_forms()
    return _is_title(low) or (before[-1].tag == "E" and not known)


def _elsewhere(before, word):
    """Does the word before make another place or people of a country's name? "Central America", "African Americans"."""
    return before in REGIONS or (_is_demonym(before) and _is_demonym(word))


def _is_title(low):
    return bool({low.rstrip("."), low.removesuffix("s")} & word_classes()["title"]) or low.endswith(
        ("-designate", "-elect")
    )


def _is_demonym(low):
    return countries().get(low, ("", ""))[1] == "demonym"
