"""The people and bodies named in one article: their mentions, full names, gender and descriptions."""

from collections import Counter
from dataclasses import dataclass, field

from newslab.quotes import words as lexicon

_TITLE_WORDS = {
    "sen": "senator",
    "gov": "governor",
    "rep": "representative",
    "pres": "president",
    "prof": "professor",
    "dr": "doctor",
    "rev": "reverend",
    "gen": "general",
    "col": "colonel",
    "capt": "captain",
    "sgt": "sergeant",
    "lt": "lieutenant",
    "mp": "lawmaker",
    "det": "detective",
}


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
    title: str = ""

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


def find_names(sentences):
    """The mentions of names in an article, in order, each with its entity."""
    mentions = []
    for number, sentence in enumerate(sentences):
        at, tags = 0, sentence.tags
        if _title_case(sentence):
            continue
        while at < len(tags):
            if tags[at] == "N" or (tags[at] == "T" and sentence.words[at][0].isupper()):
                end = _run_end(sentence, at)
                mention = _mention(sentence, number, at, end)
                if mention is not None:
                    mentions.append(mention)
                at = end
            else:
                at += 1
    _link(mentions)
    return mentions


def _title_case(sentence):
    """A headline in Capitals Like These: where its names begin and end cannot be seen."""
    words = [word for word in sentence.words if word[0].isalpha() and len(word) > 3]
    return len(words) > 3 and sum(word[0].isupper() for word in words) > 0.8 * len(words) and not any(
        tag in "VP" and word[0].islower() for tag, word in zip(sentence.tags, sentence.words, strict=True)
    )


def _run_end(sentence, at):
    tags, words = sentence.tags, sentence.words
    end = at + 1
    while end < len(tags):
        if tags[end] == "N" or (tags[end] == "T" and words[end][0].isupper()):
            end += 1
        elif _links_body(sentence, at, end):
            end += 3 if sentence.lower[end + 1] == "the" else 2
        else:
            break
    return end


def _links_body(sentence, start, at):
    """`Ministry of Defence`, `Bank for International Settlements`."""
    if sentence.lower[at] not in ("of", "for") or sentence.lower[at - 1] not in lexicon.BODIES:
        return False
    following = at + 2 if sentence.lower[at + 1 : at + 2] == ["the"] else at + 1
    return following < len(sentence) and sentence.tags[following] == "N"


def _mention(sentence, number, start, end):
    words, lower, tags = sentence.words, sentence.lower, sentence.tags
    first = start
    titles = []
    for at in range(start, end - 1 if end - start > 1 else end):
        plain = lower[at].rstrip(".")
        if at > start and plain in lexicon.GIVEN_NAMES and tags[at - 1] == "T":
            break  # "Gov. Earl Ray Tomblin"
        if tags[at] == "T" or plain in lexicon.HONORIFICS and words[at].endswith("."):
            if any(lower[i] in ("of", "for") for i in range(start, at)):
                break
            first = at + 1
            titles.append(plain)
    if first >= end or (end - start > 1 and _office_alone(sentence, start, end)):
        return None
    first = _past_origin(sentence, first, end, after_of=start > 1 and lower[start - 1] == "of")
    name = tuple(words[first:end])
    small = tuple(word.lower().rstrip(".") for word in name)
    while len(small) > 1 and small[-1] in lexicon.SUFFIXES:
        name, small = name[:-1], small[:-1]
    determined = start > 0 and tags[start - 1] == "D" and not titles
    kind = _kind(name, small, titles, determined)
    described = _described(sentence, start, first, end, titles)
    return Mention(
        number,
        first,
        end,
        name,
        tuple(titles),
        kind,
        _gender(small, titles, described) if kind == "person" else "",
        described,
        _is_subject(sentence, start, end),
        end < len(tags) and tags[end] == "$",
    )


def _office_alone(sentence, start, end):
    """`Prime Minister`, `Attorney General`: an office, and no name."""
    titles = [word.rstrip(".") in lexicon.HONORIFICS or word in lexicon.ROLES for word in sentence.lower[start:end]]
    return all(titles) and not sentence.words[start].endswith(".") and sentence.lower[start] not in ("mr", "mrs", "ms", "dr")


def _past_origin(sentence, first, end, *, after_of):
    """Skip what a name carries before it: `Democratic`, `of State`, `Green Party`."""
    lower = sentence.lower
    for at in range(first + 1, end - 1):
        before = lower[first:at]
        if lower[at] in lexicon.GIVEN_NAMES and lower[first] not in lexicon.GIVEN_NAMES:
            origin = all(
                word in lexicon.COUNTRY_WORDS or word in lexicon.PLACES or word in lexicon.BODIES or word.isupper()
                for word in before
            )
            if origin or after_of or before[-1] in lexicon.BODIES or before[-1] in lexicon.COUNTRY_WORDS:
                return at
    while first < end - 1 and lower[first] in lexicon.COUNTRY_WORDS and lower[first + 1] in lexicon.GIVEN_NAMES:
        first += 1
    return first


def _kind(name, small, titles, determined):
    if titles and not determined and not any(word in lexicon.BODIES for word in small[-1:]):
        return "person"
    known = small[0] in lexicon.GIVEN_NAMES
    if any(word in lexicon.BODIES for word in small) and not (known and len(small) == 2 and not determined):
        return "body"
    if determined and not known:
        return "body"
    if known and len(small) > 1:
        return "person"
    if all(word in lexicon.PLACES or word in lexicon.COUNTRY_WORDS for word in small):
        return "place"
    if len(name) == 1 and name[0].isupper() and len(name[0]) > 1 and not known:
        return "body"
    if len(small) in (2, 3, 4):
        return "person?"
    return "?" if not known else "person"


def _gender(small, titles, described):
    for title in titles:
        if title in lexicon.MALE_TITLES:
            return "m"
        if title in lexicon.FEMALE_TITLES:
            return "f"
    if described & lexicon.FEMALE_NOUNS and not described & lexicon.MALE_NOUNS:
        return "f"
    if described & lexicon.MALE_NOUNS and not described & lexicon.FEMALE_NOUNS:
        return "m"
    return lexicon.GIVEN_NAMES.get(small[0].split("-")[0], "") if len(small) > 1 else ""


def _described(sentence, start, first, end, titles):
    """What the sentence says of a name: the words before it, an apposition behind it, `is a …`."""
    tags, lower = sentence.tags, sentence.lower
    found = {_TITLE_WORDS.get(title, title) for title in titles}
    found.update(word for word in lower[start:first])
    at = start - 1
    while at >= 0 and start - at <= 8 and tags[at] in "nTN$d":
        found.add(lower[at])
        at -= 1
    stop = end
    if stop + 1 < len(tags) and tags[stop] in ",-(" or (
        stop + 1 < len(tags) and lower[stop] in ("is", "was", "remains") and tags[stop + 1] == "D"
    ):
        at = stop + 1
        governed = start > 0 and lower[start - 1] in ("in", "at", "to", "from")
        if tags[at] in "DnTNd" and (tags[stop] not in ",-" or (not governed and _is_apposition(sentence, at))):
            while at < len(tags) and at - stop <= 14 and tags[at] in "DnTNd$IC":
                found.add(lower[at])
                at += 1
    return frozenset(found - {"'s", "’s", "'", "’"})


def _is_apposition(sentence, at):
    """A phrase with a noun of role up to the next comma, bracket or the end of the sentence."""
    role = False
    for step in range(at, min(at + 14, len(sentence))):
        tag = sentence.tags[step]
        if tag in ",.)-;":
            return role
        if tag not in "DnNTd$IC":
            return role and tag == "W"
        role = role or tag == "T"
    return role


def _is_subject(sentence, start, end):
    tags = sentence.tags
    before = tags[start - 1] if start else ""
    after = tags[end] if end < len(tags) else "."
    return before != "I" and after != "$" and (start <= 2 or after in "VveAWR,n(") and after not in "."


def _link(mentions):
    """Give each mention its entity; a surname or a given name alone goes to the full name it is part of."""
    full, last, first = {}, {}, {}
    order = []
    for mention in mentions:
        if len(mention.words) < 2 or mention.kind == "place" or mention.words[0].lower() in lexicon.PARTICLES:
            continue
        small = tuple(word.lower().rstrip(".") for word in mention.words)
        entity = full.get(small) or _same_person(small, last.get(small[-1], ()), mention)
        if entity is None:
            entity = Entity(mention.words, mention.kind)
            order.append(entity)
            last.setdefault(small[-1], []).append(entity)
            first.setdefault(small[0], []).append(entity)
        full[small] = entity
        _learn(entity, mention, full_name=True)
    for mention in mentions:
        if mention.entity is None:
            small = tuple(word.lower().rstrip(".") for word in mention.words)
            entity = full.get(small)
            if entity is None and len(small) == 1:
                entity = _of_part(small[0], mention, last, first)
            elif entity is None:
                entity = _of_part(small[-1], mention, last, {})
            if entity is None:
                entity = full[small] = Entity(mention.words, mention.kind)
                if len(small) == 1:
                    last.setdefault(small[0], []).append(entity)
            _learn(entity, mention, full_name=False)
    for mention in mentions:
        entity = mention.entity
        if len(entity.words) == 1 and not entity.gender and entity.kind == "person":
            entity.gender = lexicon.GIVEN_NAMES.get(entity.words[0].lower(), "")


def _same_person(small, entities, mention):
    for entity in entities:
        other = [word.lower().rstrip(".") for word in entity.words]
        if other[0] == small[0] or (min(len(other[0]), len(small[0])) == 1 and other[0][0] == small[0][0]):
            if mention.kind in ("person", "person?") and entity.kind in ("person", "person?"):
                if len(mention.words) < len(entity.words) and len(mention.words[0]) > 2:
                    entity.words = mention.words
                return entity
    return None


def _of_part(word, mention, last, first):
    """The entity that a single word names: of several, the one of the right gender, else the most often named."""
    for parts in (last, first):
        fitting = [
            entity
            for entity in parts.get(word, ())
            if not (mention.gender and entity.gender and mention.gender != entity.gender)
            and not (mention.titles and entity.kind == "body")
        ]
        if fitting:
            return max(fitting, key=lambda entity: entity.full_mentions)
    return None


def _learn(entity, mention, *, full_name):
    mention.entity = entity
    entity.mentions += 1
    entity.full_mentions += full_name
    entity.described.update(mention.described)
    entity.titles.update(mention.titles)
    if mention.gender and not entity.gender:
        entity.gender = mention.gender
    if mention.titles and entity.kind != "person" and mention.kind == "person":
        entity.kind = "person"
    if len(entity.words) == 1 and mention.titles and mention.titles[-1] in lexicon.KEPT_TITLES:
        entity.title = mention.titles[-1].capitalize()
