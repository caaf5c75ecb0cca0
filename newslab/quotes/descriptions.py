"""Whom `the spokesman`, `the ministry` means."""

from dataclasses import replace

from newslab.quotes import bodies, lexicon, people
from newslab.quotes.documents import WRITTEN, document
from newslab.quotes.entities import Entity, Mention, Speaker, speaker_of
from newslab.quotes.name_kinds import everything_told
from newslab.quotes.phrases import Phrase
from newslab.quotes.pronouns import introduced_later, likeliest

_POSSESSIVE = frozenset("his her their".split())
_COUNTING = lexicon.QUANTIFIERS | lexicon.ORDINALS
# "The second official" is another than whoever has been spoken of.
_OTHERS = frozenset("other second third fourth fifth".split())
_TIMES = frozenset("moment minute hour day night week weekend month year decade time times moments days".split())
# For so many sentences somebody goes on being told of.
_TOPIC = 3
# Those who often stay without a name.
_UNNAMED = frozenset("official spokesman spokeswoman spokesperson judge general diplomat envoy officer".split())
# Whoever has left them is called "the former governor".
_OFFICES = frozenset("governor mayor senator congressman congresswoman secretary minister chancellor premier".split())
_FIRST = frozenset("president chairman chancellor mayor governor premier".split())
_SECOND = frozenset("vice deputy assistant".split())
_COMPLEMENTS = (["of"], ["for"], ["on"], ["at"])
_NOW = frozenset("new incoming next current".split())
_BEFORE = frozenset("former previous ousted outgoing late".split())
# They ask, and are not themselves spoken of as "the senator" or "the actress".
_ASKERS = frozenset("moderator host anchor presenter reporter journalist correspondent interviewer columnist".split())
_MEMBERS = frozenset("conservative democrat liberal republican socialist tory".split())
_PARTIES = frozenset("republican democratic libertarian conservative labour liberal green socialist communist".split())


def nominal(discourse, number, phrase):
    """The speaker whom a description means: somebody named, or the description itself; None where it means nobody."""
    sentence = discourse.sentences[number]
    lower = sentence.lower
    head = lower[phrase.head]
    if lower[phrase.head : phrase.head + 3] == ["head", "of", "state"]:
        head, phrase = "president", replace(phrase, end=phrase.head + 1)
    if head in _TIMES or lower[phrase.start] == "your" or _any_of_them(sentence, phrase, head):
        return None  # "your friend" is a friend that the reader may have
    if head in WRITTEN:
        return document(discourse, number, phrase, head)
    first = lower[phrase.start]
    if (named := _apposed_to(discourse, number, phrase)) is not None:
        return named
    another = not _OTHERS.isdisjoint(lower[phrase.start : phrase.head]) and sentence.tags[phrase.start - 1] != "A"
    definite = not another and (first in ("the", "this", "that") or sentence.tags[phrase.start] in "TNn")
    plural = head in people.PLURAL_ROLES
    described = head in people.DESCRIBING or sentence.tags[phrase.head] == "T"
    role = head in people.DEMONYMS or head in people.EPITHETS or (head not in bodies.BODIES and described)
    definite = definite and not plural and role
    if definite and (found := _by_description(discourse, number, phrase, head)) is not None:
        if not _off_topic(discourse, number, phrase, found.entity):
            return found
        definite = False
    if first in ("the", "this") and head in bodies.BODIES:
        found = _by_body(discourse, number, phrase, head)
        if found is not None:
            return found
    if definite and (found := _named_later(discourse, number, phrase, head)) is not None:
        return found
    return _unnamed(discourse, number, phrase, head, plural)


def _apposed_to(discourse, number, phrase):
    """`Ada Lowe, a former aide who describes herself`: who is so described."""
    tags = discourse.sentences[number].tags
    if phrase.start < 2 or tags[phrase.start - 1] not in ",-(" or tags[phrase.end : phrase.end + 1] not in ("W", "g"):
        return None
    for mention in discourse.by_sentence.get(number, ()):
        if mention.end == phrase.start - 1 and mention.entity.kind in ("person", "person?"):
            return speaker_of(mention.entity)
    return None


def _any_of_them(sentence, phrase, head):
    """`another added`, `one post read`: a word that only counts, and a document among others, name no source."""
    lower = sentence.lower
    if lower[phrase.head] in _COUNTING:
        return True
    if lower[phrase.start] not in lexicon.QUANTIFIERS:
        return False
    return head in WRITTEN or head.removesuffix("s") in WRITTEN


def _unnamed(discourse, number, phrase, head, plural):
    """Somebody without a name: from here on `he` or `she` can mean him or her."""
    name = _with_owner(discourse, number, phrase)
    if plural or (head not in people.ROLES and head not in people.TRADES):
        return Speaker(name)
    gender = _gender(head)
    entity = discourse.unnamed.setdefault(name, Entity((name,), "unnamed", gender))
    entity.described.add(head)
    entity.mentions += 1
    discourse.add(
        Mention(
            number, phrase.start, phrase.end, (name,), (), "unnamed", gender, frozenset({head}), True, False, entity
        )
    )
    return speaker_of(entity)


def _with_owner(discourse, number, phrase):
    """The words of a description; `his supporters` as `Ada Lowe’s supporters`, or as `supporters`."""
    sentence = discourse.sentences[number]
    first = sentence.lower[phrase.start]
    if first not in _POSSESSIVE or not sentence.lower[phrase.head].endswith("s") or phrase.end < phrase.start + 2:
        return discourse.words(number, phrase)
    owner = None
    if first != "their":
        owner = discourse.resolve(number, Phrase(phrase.start, phrase.start + 1, phrase.start, "pronoun"))
    rest = discourse.words(number, replace(phrase, start=phrase.start + 1))
    return rest if owner is None else f"{owner.name}’s {rest}"


def _gender(head):
    return "m" if head in people.MALE_NOUNS else "f" if head in people.FEMALE_NOUNS else ""


def _by_description(discourse, number, phrase, head):
    """Whom a description fits: by the words said of him, else whoever is spoken of, if it is a usual epithet."""
    sentence = discourse.sentences[number]
    content = {sentence.lower[at] for at in range(phrase.start, phrase.end) if sentence.tags[at] in "nTN"}
    past = "former" in content
    content -= {"former", head}
    roles = {head}.union(*(group for group in people.SAME_ROLE if head in group))
    gender = _gender(head)
    complemented = sentence.lower[phrase.head + 1 : phrase.end][:1] in _COMPLEMENTS
    owners = {sentence.lower[at - 1] for at in range(phrase.start + 1, phrase.head) if sentence.tags[at] == "$"}
    proper = {sentence.lower[at] for at in range(phrase.start, phrase.head) if sentence.tags[at] == "N"}
    proper = proper if sentence.words[phrase.head][0].isupper() and len(proper) > 1 else set()
    best, seen = None, set()
    for mention in discourse.before(number, phrase.start):
        entity = mention.entity
        if id(entity) in seen or entity.kind in ("body", "place", "thing"):
            continue
        seen.add(id(entity))
        if (gender and entity.gender and gender != entity.gender) or not roles & entity.described:
            continue
        if entity.kind == "unnamed" and not {head, *content} <= set(entity.words[0].lower().split()):
            continue  # "the ministry spokesman" is not "a palace spokesman"
        told = everything_told(entity.described).union(*(word.lower().split() for word in entity.words))
        if not owners <= told or (proper and not proper & told):
            continue  # "Bauer’s counsel" is not the counsel who questions him
        if _clash(head, content, told) or (head in _OFFICES and "former" in entity.described and not past):
            continue
        if complemented and content and not content & told:
            continue  # nor is "the leader of the caravan" the leader of the state
        score = len(content & told) + 0.5 * (head in entity.described)
        score += (0.7 if entity is discourse.last_speaker else 0) - 0.05 * (number - mention.sentence)
        if best is None or score > best[0]:
            best = (score, entity)
    if best is not None:
        return speaker_of(best[1])
    return None if owners or proper else _by_epithet(discourse, number, phrase, head, gender)


def _off_topic(discourse, number, phrase, entity):
    """`Bauer spoke. At lunch, the senator said`: another is told of, and who is known as a senator not for long."""
    if phrase.end - phrase.start > 2:
        return False  # "the Ohio senator" says who it is
    near = range(max(0, number - _TOPIC), number + 1)
    here = [mention for step in near for mention in discourse.by_sentence.get(step, ())]
    here = [mention for mention in here if mention.sentence < number or mention.start < phrase.start]
    if any(mention.entity is entity for mention in here):
        return False
    paragraph = discourse.sentences[number].paragraph
    return any(
        mention.subject
        and mention.entity.kind in ("person", "person?")
        and discourse.sentences[mention.sentence].paragraph == paragraph
        and not (entity.gender and mention.entity.gender and entity.gender != mention.entity.gender)
        for mention in here
    )


def _clash(head, content, told):
    """Whether a description is of another party, place, rank or time: `the deputy mayor` is not `the new mayor`."""
    parties = content & _PARTIES, told & _PARTIES
    places = content & bodies.PLACES, told & bodies.PLACES
    higher = head in _FIRST and not told & _SECOND <= content
    succeeding = bool(content & _NOW and told & _BEFORE)
    apart = any(ours and theirs and not ours & theirs for ours, theirs in (parties, places))
    return apart or not content & _SECOND <= told or higher or succeeding


def _by_epithet(discourse, number, phrase, head, gender):
    """Whoever is spoken of, where a description is of the kind that reporters use so as not to repeat a name."""
    lower = discourse.sentences[number].lower
    complemented = lower[phrase.head + 1 : phrase.end][:1] in _COMPLEMENTS
    sentence = discourse.sentences[number]
    office = sentence.words[phrase.head] in people.OFFICES or "former" in lower[phrase.start : phrase.head]
    aged = "-of-" in head or any(lower[at].endswith("year-old") for at in range(phrase.start, phrase.end))
    epithet = office or aged or head in people.EPITHETS or head in people.DEMONYMS
    if complemented or not epithet or lower[phrase.start] != "the":
        return None  # "the minister of defence" is whoever that is, not whoever is spoken of
    origin = {head} & people.DEMONYMS
    named = [
        item
        for item in discourse.antecedents(number, phrase.start, gender)
        if item[0].kind != "unnamed" and not (origin and item[0].described & people.DEMONYMS)
        if not _clash(head, set(lower[phrase.start : phrase.head]), everything_told(item[0].described))
        if head in _ASKERS or not item[0].described & _ASKERS  # "the senator’s answer" is not of who has asked
        if f"of {head}" not in item[0].described  # "Lowe, an adviser to the president" is not the president
    ]
    places = bodies.PLACES & set(lower[phrase.start : phrase.head])
    if places and head in _MEMBERS:  # "the Ohio Democrat" is somebody of whom the article says as much
        named = [item for item in named if places <= everything_told(item[0].described)]
    found = likeliest(discourse, number, phrase.start, named)
    if found is None and (aged or head in people.DEMONYMS or (number < 3 and head not in _UNNAMED)):
        found = introduced_later(discourse, number, phrase.start, gender)
    if found is not None:
        found.entity.described.add(head)  # "the Serb" is the same man from here on
    return found


def _named_later(discourse, number, phrase, head):
    """`Norway’s ambassador to Britain`, where one who is so described is named further on."""
    sentence = discourse.sentences[number]
    told = {sentence.lower[at] for at in range(phrase.start, phrase.end) if sentence.tags[at] in "nTN"} | {head}
    if not any(sentence.tags[at] == "N" for at in range(phrase.start, phrase.end)):
        return None
    fitting = [
        mention.entity
        for mention in discourse.behind(number, phrase.start)
        if mention.entity.kind in ("person", "person?")
        and told <= everything_told(mention.described) | set(mention.titles)
    ]
    return speaker_of(fitting[0]) if fitting and all(entity is fitting[0] for entity in fitting) else None


def _by_body(discourse, number, phrase, head):
    """The body of which a description is a word: `the Bauer bank`, not `the ruling party`."""
    sentence = discourse.sentences[number]
    content = {sentence.lower[at] for at in range(phrase.start, phrase.head + 1) if sentence.tags[at] in "nTN"}
    for mention in discourse.before(number, phrase.start, 30):
        entity = mention.entity
        words = [word.lower() for word in entity.words]
        if entity.kind == "body" and head in (words[-1], words[0]) and content <= {*words, *entity.described}:
            return speaker_of(entity)
    return None
