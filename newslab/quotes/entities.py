"""The people and bodies of one article: which mentions are of one and the same."""

from collections import Counter
from dataclasses import dataclass, field

from newslab.quotes import bodies, people
from newslab.quotes.nicknames import same_given_name

# Who holds such an office is called by it wherever the full name is given.
_OF_STATE = frozenset("president premier chancellor king queen pope".split())


@dataclass(slots=True)
class Entity:
    """Somebody or something that can speak."""

    words: tuple
    kind: str
    gender: str = ""
    titles: Counter = field(default_factory=Counter)
    described: set = field(default_factory=set)
    mentions: int = 0
    full_mentions: int = 0
    subjects: int = 0
    title: str = ""
    introduced: tuple = ()
    others: set = field(default_factory=set)

    @property
    def name(self):
        return " ".join((self.title, *self.words)) if self.title and len(self.words) == 1 else " ".join(self.words)


@dataclass(slots=True)
class Mention:
    """A name where it stands: sentence, token positions, and whether it is the subject there."""

    sentence: int
    start: int
    end: int
    words: tuple
    titles: tuple
    kind: str
    gender: str
    described: frozenset
    subject: bool
    possessive: bool
    entity: Entity = None


@dataclass(slots=True)
class Speaker:
    """Who is meant: `name` for the table, `entity` where it is one of the named."""

    name: str
    entity: object = None


def speaker_of(entity):
    """Somebody named, as a speaker."""
    return Speaker(entity.name, entity)


def link(mentions):
    """Give each mention its entity; a surname or a given name alone goes to the full name it is part of."""
    full, last, first = {}, {}, {}
    titled = {mention.words[0].lower() for mention in mentions if len(mention.words) == 1 and mention.titles}
    keys = [_keys(mention.words) for mention in mentions]
    for mention, small in zip(mentions, keys, strict=True):
        if len(mention.words) < 2 or mention.kind == "place" or _begins_with_particle(mention.words):
            continue
        entity = full.get(small) or _same_person(small, last.get(small[-1], ()), mention)
        if entity is None:
            entity = Entity(mention.words, mention.kind, introduced=(mention.sentence, mention.start))
            last.setdefault(small[-1], []).append(entity)
            if _called_by_first(small, entity.kind, titled):
                first.setdefault(small[0], []).append(entity)
        full[small] = entity
        _learn(entity, mention, full_name=True)
    for mention, small in zip(mentions, keys, strict=True):
        if mention.entity is None:
            entity = full.get(small)
            if entity is None and len(small) == 1:
                entity = _of_part(small[0], mention, last, first)
            elif entity is None and mention.kind != "place":
                entity = _of_part(small[-1], mention, last, {})
            if entity is None:
                entity = full[small] = Entity(mention.words, mention.kind)
                if len(small) == 1:
                    entity.others.update(
                        other.words for other in last.get(small[0], ()) if _known_before(mention, other)
                    )
                    last.setdefault(small[0], []).append(entity)
            _learn(entity, mention, full_name=False)
    for mention in mentions:
        entity = mention.entity
        if entity.kind == "attribute":
            entity.kind = "thing"  # named only as in "Bauer Tower project"
        if len(entity.words) == 1 and not entity.gender and entity.kind == "person":
            entity.gender = people.given_names().get(entity.words[0].lower(), "")


def _keys(words):
    """The words of a name in the form in which names are compared."""
    return tuple(word.lower().rstrip(".") for word in words)


def _begins_with_particle(words):
    """`Van der Meulen` is a surname alone; `Ben Shaw`, `Van Shaw` and `Abu Hassan Shaw` are full names."""
    first, second = words[0].lower(), words[1].lower()
    if second in people.PARTICLES:
        return first in people.PARTICLES
    called = first in people.given_names() or (len(words) > 2 and second in people.given_names())
    return first in people.PARTICLES and not called


def _called_by_first(small, kind, titled):
    """Whether the first word alone can mean the whole: a person or a company, not `Bauer Tower`, `Bauer Institute`."""
    if kind in ("person", "person?"):
        return True
    return kind == "body" and small[0] not in titled and all(word in bodies.COMPANY_SUFFIXES for word in small[1:])


def _same_person(small, entities, mention):
    """The entity of the same surname and given name or initial; it keeps the shorter form of the name."""
    whole = [entity for entity in entities if _keys(entity.words)[-len(small) :] == small]
    if whole and small[0] in people.PARTICLES:
        return whole[0]  # "Abu Roth" is Sadeq Abu Roth, not Abu Hassan Roth
    for entity in entities:
        other = _keys(entity.words)
        initial = min(len(other[0]), len(small[0])) == 1 and other[0][0] == small[0][0]
        people_both = mention.kind in ("person", "person?") and entity.kind in ("person", "person?")
        known = mention.gender == entity.gender or not (mention.gender and entity.gender)
        if people_both and known and (is_tail(small, other) or is_tail(other, small)):
            entity.words = max(entity.words, mention.words, key=len)
            return entity
        if people_both and known and (initial or same_given_name(other[0], small[0])):
            if len(mention.words) < len(entity.words) and len(mention.words[0]) > 2:
                entity.words = mention.words
            return entity
    return None


def is_tail(words, whole):
    """Whether a name in lower case is a longer one without its first word: `Roth Bauer` of `Ada Roth Bauer`.

    `Jane Bauer` may be another than `Mary Jane Bauer`, but for a first word that is only an initial.
    """
    if len(words) < 2 or tuple(whole[1:]) != tuple(words):
        return False
    return len(whole[0]) == 1 or (whole[0] in people.given_names() and words[0] not in people.given_names())


def _of_part(word, mention, last, first):
    """The entity that a single word names: of several, one of the right gender."""
    for parts in (last, first):
        fitting = [
            entity
            for entity in parts.get(word, ())
            if not (mention.gender and entity.gender and mention.gender != entity.gender)
            and not (mention.titles and entity.kind == "body")
            and entity.kind not in ("thing", "attribute")
            and not _known_before(mention, entity)
        ]
        if fitting:
            return _only_known(mention, fitting) or max(fitting, key=_standing)
    return None


def _only_known(mention, entities):
    """The only one of them who has been named in full when a surname is mentioned, whoever else is named later."""
    known = [entity for entity in entities if entity.introduced < (mention.sentence, mention.start)]
    return known[0] if len(entities) > 1 and len(known) == 1 and known[0].introduced else None


def _standing(entity):
    """Who of one name is meant by it alone: the most often named, rather a doer than the owner of something."""
    return entity.full_mentions or entity.mentions, entity.kind == "person", entity.subjects


def _known_before(mention, entity):
    """`President Bauer`, before `Lena Bauer` is introduced without that title, is another, known to all readers."""
    if not mention.titles or entity.kind != "person?":
        return False
    if entity.introduced < (mention.sentence, mention.start) and mention.titles[-1] not in _OF_STATE:
        return False
    told = set(entity.titles) | entity.described
    return not (mention.gender and mention.gender == entity.gender) and not told & {*mention.titles, *mention.described}


def _learn(entity, mention, *, full_name):
    mention.entity = entity
    entity.mentions += 1
    entity.full_mentions += full_name
    entity.subjects += mention.subject
    entity.described.update(mention.described)
    entity.titles.update(mention.titles)
    if mention.gender and not entity.gender:
        entity.gender = mention.gender
    if mention.titles and entity.kind != "person" and mention.kind == "person":
        entity.kind = "person"
    if entity.kind == "attribute" and mention.kind in ("person", "person?"):
        entity.kind = mention.kind
    if len(entity.words) == 1 and mention.titles and mention.titles[-1] in people.KEPT_TITLES:
        entity.title = mention.titles[-1].capitalize()
