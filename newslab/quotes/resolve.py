"""From the source as worded to the one who is meant: names, pronouns, descriptions, documents."""

from bisect import bisect_left
from dataclasses import dataclass

from newslab.quotes import words as lexicon

_SAME_ROLE = [
    {"spokesman", "spokeswoman", "spokesperson"},
    {"chairman", "chairwoman", "chairperson", "chair"},
    {"senator", "lawmaker", "legislator"},
    {"congressman", "congresswoman", "representative", "lawmaker", "legislator"},
    {"president", "leader"},
    {"premier", "leader"},
    {"lawyer", "attorney"},
    {"businessman", "businesswoman", "mogul", "billionaire", "tycoon"},
    {"professor", "academic", "researcher"},
    {"policeman", "policewoman", "officer"},
    {"coach", "manager", "boss"},
    {"actor", "actress", "star"},
    {"singer", "musician", "star", "rapper"},
    {"minister", "secretary"},
    {"nominee", "candidate"},
    {"striker", "midfielder", "defender", "goalkeeper", "player", "forward", "winger"},
    {"ceo", "executive", "boss", "chief"},
    {"doctor", "physician"},
]
_VAGUE = frozenset("others people some many several both one another sources source officials experts".split())


@dataclass(slots=True)
class Speaker:
    """Who is meant: `name` for the table, `entity` where it is one of the named."""

    name: str
    entity: object = None


class Discourse:
    """What has been read of an article so far, for whoever is meant by `he` or `the spokesman`."""

    def __init__(self, sentences, mentions):
        self.sentences, self.mentions = sentences, mentions
        self.by_sentence = {}
        for mention in mentions:
            self.by_sentence.setdefault(mention.sentence, []).append(mention)
        self.order = [(mention.sentence, mention.start) for mention in mentions]
        self.last_speaker, self.last_spoke = None, -99
        self.resolved = {}

    def resolve(self, number, phrase):
        """The speaker a phrase of sentence `number` stands for, or None."""
        key = (number, phrase.start, phrase.end)
        if key not in self.resolved:
            self.resolved[key] = self._resolve(number, phrase)
        return self.resolved[key]

    def spoke(self, number, speaker):
        if speaker is not None and speaker.entity is not None:
            self.last_speaker, self.last_spoke = speaker.entity, number

    def _resolve(self, number, phrase):
        sentence = self.sentences[number]
        if phrase.kind == "pronoun":
            return self._pronoun(number, phrase.head, sentence.lower[phrase.head])
        if phrase.kind == "name":
            return self._name(number, phrase)
        return self._nominal(number, phrase)

    def _name(self, number, phrase):
        inside = [m for m in self.by_sentence.get(number, ()) if m.start >= phrase.start and m.end <= phrase.end + 1]
        holding = [m for m in inside if m.start <= phrase.head < m.end]
        if holding:
            mention = holding[-1]
            before = mention.start - 2
            joined = [m for m in inside if m.end == before + 1 and self.sentences[number].lower[before + 1] == "and"]
            if joined:
                return Speaker(f"{joined[-1].entity.name} and {mention.entity.name}")
            return Speaker(mention.entity.name, mention.entity)
        return Speaker(self._words(number, phrase))

    def _words(self, number, phrase):
        sentence = self.sentences[number]
        start = phrase.start
        while start < phrase.end - 1 and sentence.tags[start] == "D" and sentence.lower[start] in ("the", "a", "an"):
            start += 1
        pieces = []
        for at in range(start, phrase.end):
            glue = "" if not pieces or sentence.tags[at] == "$" else " "
            pieces.append(glue + sentence.words[at])
        return "".join(pieces)

    # pronouns

    def _pronoun(self, number, at, word):
        if word in ("i", "we", "you"):
            return None
        gender = {"he": "m", "she": "f"}.get(word, "")
        if word in ("it", "they"):
            return self._body_or_group(number, at, word)
        scores = {}
        position = bisect_left(self.order, (number, at))
        for mention in reversed(self.mentions[max(0, position - 40) : position]):
            entity = mention.entity
            if entity.kind in ("body", "place") or id(entity) in scores:
                continue
            score = self._salience(mention, number, gender)
            if score is not None:
                scores[id(entity)] = (score, entity)
        if not scores:
            return None
        best = max(scores.values(), key=lambda item: item[0])
        return Speaker(best[1].name, best[1]) if best[0] > 0.3 else None

    def _salience(self, mention, number, gender):
        entity = mention.entity
        if gender and entity.gender and entity.gender != gender:
            return None
        distance = number - mention.sentence
        score = 3.0 / (1 + distance)
        score += 1.0 if mention.subject else 0.0
        score -= 0.8 if mention.possessive else 0.0
        score += 0.8 if gender and entity.gender == gender else 0.0
        score += {"person": 0.6, "person?": 0.1}.get(entity.kind, -0.6)
        score += min(entity.mentions, 6) * 0.1
        if entity is self.last_speaker:
            score += 1.6 if number - self.last_spoke <= 3 else 0.6
        return score

    def _body_or_group(self, number, at, word):
        position = bisect_left(self.order, (number, at))
        best = None
        for mention in reversed(self.mentions[max(0, position - 12) : position]):
            if number - mention.sentence > 2 or mention.entity.kind in ("person", "person?"):
                continue
            score = (mention.subject, -(number - mention.sentence))
            if best is None or score > best[0]:
                best = (score, mention.entity)
        return Speaker(best[1].name, best[1]) if best else None

    # descriptions

    def _nominal(self, number, phrase):
        sentence = self.sentences[number]
        lower = sentence.lower
        first = lower[phrase.start]
        content = {
            lower[at] for at in range(phrase.start, phrase.end) if sentence.tags[at] in "nTN" and lower[at] not in ("former",)
        }
        head = lower[phrase.head]
        owner = self._owner(number, phrase)
        if head in lexicon.DOCUMENTS:
            return owner or self._issuer(number, phrase) or Speaker(self._words(number, phrase))
        definite = first in ("the", "this", "that") or (sentence.tags[phrase.start] in "TnN$" and phrase.start != phrase.head)
        if definite and head in lexicon.ROLES and head not in lexicon.PLURAL_ROLES and head not in _VAGUE:
            found = self._by_description(number, phrase, content, head)
            if found is not None:
                return found
        if definite and head in lexicon.BODIES:
            found = self._by_body(number, phrase, head)
            if found is not None:
                return found
        return Speaker(self._words(number, phrase))

    def _by_description(self, number, phrase, content, head):
        roles = {head}.union(*(group for group in _SAME_ROLE if head in group))
        gender = "m" if head in lexicon.MALE_NOUNS else "f" if head in lexicon.FEMALE_NOUNS else ""
        best = None
        position = bisect_left(self.order, (number, phrase.start))
        seen = set()
        for mention in reversed(self.mentions[:position]):
            entity = mention.entity
            if id(entity) in seen or entity.kind in ("body", "place"):
                continue
            seen.add(id(entity))
            if gender and entity.gender and gender != entity.gender:
                continue
            if not roles & entity.described:
                continue
            exact = head in entity.described
            overlap = len(content & entity.described)
            score = overlap + 0.5 * exact + (0.7 if entity is self.last_speaker else 0) - 0.05 * (number - mention.sentence)
            if best is None or score > best[0]:
                best = (score, entity)
        if best is not None:
            return Speaker(best[1].name, best[1])
        return None

    def _by_body(self, number, phrase, head):
        position = bisect_left(self.order, (number, phrase.start))
        for mention in reversed(self.mentions[max(0, position - 30) : position]):
            entity = mention.entity
            if entity.kind == "body" and entity.words[-1].lower() == head or head in (w.lower() for w in entity.words[:1]):
                return Speaker(entity.name, entity)
        return None

    def _owner(self, number, phrase):
        """Whose statement it is: `the White House statement`, `Trump’s lawyers’ letter` (the writer is the owner)."""
        sentence = self.sentences[number]
        head = phrase.head
        inside = [
            mention
            for mention in self.by_sentence.get(number, ())
            if mention.start >= phrase.start and mention.end <= phrase.end and not mention.start <= head < mention.end
        ]
        for mention in inside:
            before_head = mention.end <= head
            governed = mention.start and sentence.lower[mention.start - 1] in ("from", "by", "of")
            if (before_head or governed) and mention.entity.kind != "place":
                return Speaker(mention.entity.name, mention.entity)
        return None

    def _issuer(self, number, phrase):
        """Who issued `the statement`: the last to speak in one."""
        if self.sentences[number].lower[phrase.start] in ("the", "this") and self.last_statement(number):
            return self.last_statement(number)
        return None

    def last_statement(self, number):
        if self.last_speaker is not None and number - self.last_spoke <= 3:
            for step in range(max(0, self.last_spoke), number):
                if "statement" in self.sentences[step].lower:
                    return Speaker(self.last_speaker.name, self.last_speaker)
        return None
