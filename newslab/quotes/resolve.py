"""From the source as worded to the one who is meant: names, pronouns, descriptions, documents."""

from bisect import bisect_left
from dataclasses import dataclass

from newslab.quotes import people
from newslab.quotes import words as lexicon
from newslab.quotes.cues import find_cues
from newslab.quotes.entities import Entity, Mention
from newslab.quotes.weights import weights

_VEHICLES = frozenset(
    "statement release communique communiqué tweet post message letter remarks comments words".split()
)

_TIMES = frozenset("moment minute hour day night week weekend month year decade time times moments days".split())
_THIRD = frozenset("he she his her him himself herself".split())

# How many mentions back a description is looked for.
_MEMORY = 300


@dataclass(slots=True)
class Speaker:
    """Who is meant: `name` for the table, `entity` where it is one of the named."""

    name: str
    entity: object = None


class Discourse:
    """What has been read of an article so far, for whoever is meant by `he` or `the spokesman`."""

    def __init__(self, sentences, mentions):
        self.sentences, self.mentions = sentences, list(mentions)
        self.by_sentence = {}
        for mention in mentions:
            self.by_sentence.setdefault(mention.sentence, []).append(mention)
        self.order = [(mention.sentence, mention.start) for mention in self.mentions]
        self.last_speaker, self.last_spoke = None, -99
        self.last_body = None
        self.spoken, self.voices = {}, {}
        self.resolved, self.unnamed = {}, {}
        self.cues = [find_cues(sentence) for sentence in sentences]
        self.voicing = [_outer_cues(sentence, cues) for sentence, cues in zip(sentences, self.cues, strict=True)]
        self.sources = {(number, cue.source.head) for number, cues in enumerate(self.voicing) for cue in cues}
        self.first_cue = {
            number: min((cue.start for cue in cues if cue.kind == "speech" and not cue.inverted), default=None)
            for number, cues in enumerate(self.cues)
        }

    def entities(self):
        """Everybody and everything named, each once, in the order of the article."""
        return list({id(mention.entity): mention.entity for mention in self.mentions}.values())

    def resolve(self, number, phrase):
        """The speaker a phrase of sentence `number` stands for, or None."""
        key = (number, phrase.start, phrase.end)
        if key not in self.resolved:
            self.resolved[key] = self._resolve(number, phrase)
        return self.resolved[key]

    def labelled(self, number, label):
        """The speaker whom a transcript labels in capitals."""
        last = label.split()[-1].lower()
        position = bisect_left(self.order, (number + 1, 0))
        for mention in reversed(self.mentions[max(0, position - _MEMORY) : position]):
            if mention.entity.words[-1].lower() == last:
                return Speaker(mention.entity.name, mention.entity)
        return Speaker(label.title())

    def spoke(self, number, speaker):
        """Remember who spoke last."""
        if speaker is None:
            return
        self.voices.setdefault(number, speaker)
        if speaker.entity is not None and speaker.entity.kind not in ("body", "place", "thing"):
            self.last_speaker, self.last_spoke = speaker.entity, number
            self.spoken[id(speaker.entity)] = number
        else:
            self.last_body = (number, speaker)

    def _resolve(self, number, phrase):
        sentence = self.sentences[number]
        if phrase.kind == "pronoun":
            return self._pronoun(number, phrase.head, sentence.lower[phrase.head])
        if phrase.kind == "name":
            return self._name(number, phrase)
        return self._nominal(number, phrase)

    def _name(self, number, phrase):
        inside = [m for m in self.by_sentence.get(number, ()) if m.start >= phrase.start and m.end <= phrase.end + 1]
        holding = [m for m in inside if m.start <= phrase.head < m.end] or [
            m for m in self.by_sentence.get(number, ()) if m.entity.kind == "body" and m.start <= phrase.head < m.end
        ]
        if holding:
            mention = holding[-1]
            joined = [m for m in inside if m.end == mention.start - 1 and self.sentences[number].lower[m.end] == "and"]
            if joined:
                return Speaker(f"{joined[-1].entity.name} and {mention.entity.name}")
            return Speaker(mention.entity.name, mention.entity)
        return Speaker(self._words(number, phrase))

    def _words(self, number, phrase):
        """A phrase as it is worded, without its article and what follows its head."""
        sentence = self.sentences[number]
        start = phrase.start
        while start < phrase.end - 1 and sentence.tags[start] == "D" and sentence.lower[start] in ("the", "a", "an"):
            start += 1
        pieces = []
        for at in range(start, phrase.end):
            behind = at > phrase.head and sentence.lower[at] not in ("of", "for", "at", "from")
            if behind and (sentence.tags[at] not in "NTnd$D" or (at == phrase.head + 1 and sentence.tags[at] == "n")):
                break
            pieces.append(sentence.words[at] if not pieces or sentence.tags[at] == "$" else " " + sentence.words[at])
        return "".join(pieces)

    # pronouns

    def _pronoun(self, number, at, word):
        gender = {"he": "m", "she": "f", "his": "m", "her": "f"}.get(word)
        if gender is None:
            return self._body_or_group(number, at, word) if word in ("it", "they") else None
        antecedents = self.antecedents(number, at, gender)
        speaker = self._salient(antecedents)
        only = self._only_near(number, at, [entity for entity, _ in antecedents])
        if speaker is None or only is None or only.entity is speaker.entity:
            return speaker
        # "That did not please Judge Lowe. “…” he said": nobody is better than whoever spoke before.
        return Speaker(only.entity.name, only.entity) if only.subject else None

    def _only_near(self, number, at, fitting):
        """The one mention that a pronoun fits in its own sentence and the one before, where there is one only."""
        if number < 1 or not _THIRD.isdisjoint((*self.sentences[number - 1].lower, *self.sentences[number].lower[:at])):
            return None  # the pronoun goes on from another one
        before = self.sentences[number - 1]
        if any(
            before.words[at].islower() and before.tags[at] == "T" and before.tags[at + 1 : at + 2] in tuple("VveAR")
            for at in range(len(before))
        ):
            return None  # "the spokesman agreed": it may as well be him
        cue = self.first_cue[number - 1]
        near = [m for m in self.by_sentence.get(number, ()) if m.start < at] + self.by_sentence.get(number - 1, [])
        near = [mention for mention in near if any(mention.entity is entity for entity in fitting)]
        near = [mention for mention in near if not mention.possessive]
        if len({id(mention.entity) for mention in near}) != 1:
            return None
        mention = max(near, key=lambda mention: (mention.subject, -mention.start))
        embedded = mention.sentence == number or (cue is not None and mention.start > cue)
        named = mention.titles or (mention.entity.kind == "person" and len(mention.words) > 1)
        return mention if named and not embedded else None

    def _salient(self, antecedents):
        """The likeliest antecedent, if one is likely."""
        table = weights()["antecedent"]
        best, highest = None, table["none"]
        for entity, features in antecedents:
            score = sum(table.get(feature, 0.0) for feature in features)
            if score > highest:
                best, highest = entity, score
        return None if best is None else Speaker(best.name, best)

    def antecedents(self, number, at, gender):
        """Those whom a pronoun can mean, the latest mentioned first, each with features."""
        found, seen, had_subject = [], set(), False
        position = bisect_left(self.order, (number, at))
        for step in range(position - 1, max(-1, position - 40), -1):
            mention = self.mentions[step]
            entity = mention.entity
            if entity.kind in ("body", "place", "thing") or id(entity) in seen:
                continue
            if gender and entity.gender and entity.gender != gender:
                continue
            seen.add(id(entity))
            if mention.sentence == number and self._relative(number, mention.end, at):
                continue
            features = self._antecedent_features(mention, number, gender, len(seen))
            if mention.subject and not had_subject and "reported" not in features[0]:
                features.append(f"latest subject {min(max(number - mention.sentence, 1), 2)}")
                had_subject = True
            found.append((entity, features))
        return found

    def _relative(self, number, end, at):
        """`Bauer, whom he called`: he is not Bauer."""
        tags = self.sentences[number].tags
        return tags[end:at].lstrip(",") == "W"

    def _antecedent_features(self, mention, number, gender, rank):
        entity = mention.entity
        distance = number - mention.sentence
        apart = self.sentences[number].paragraph - self.sentences[mention.sentence].paragraph
        # In the sentence itself as in the one before: the fit saw too few of the former.
        near = f"{min(max(distance, 1), 4)}"
        role = "possessive" if mention.possessive else "subject" if mention.subject else "object"
        speaks = "last" if entity is self.last_speaker else "before" if id(entity) in self.spoken else "silent"
        since = number - self.spoken.get(id(entity), -99)
        voice = any((mention.sentence, step) in self.sources for step in range(mention.start, mention.end))
        cue = self.first_cue.get(mention.sentence)
        embedded = cue is not None and mention.start > cue and not voice
        features = [
            f"{'voice' if voice else 'reported' if embedded else 'told'} {near}",
            f"distance {near}",
            f"paragraphs {min(apart, 3)}",
            f"{role} {near}",
            f"gender {'known' if gender and entity.gender == gender else 'unknown'}",
            f"kind {entity.kind}",
            f"speaks {speaks}",
            f"speaks {speaks} {'0' if since == 0 else '1' if since == 1 else '3' if since <= 3 else '9'}",
            f"rank {min(rank, 4)}",
            f"mentions {min(entity.mentions, 8) // 2}",
            f"words {min(len(mention.words), 2)} {near}",
        ]
        if mention.described and len(mention.words) > 1:
            features.append("introduced here")
        if mention.start <= 1:
            features.append(f"opens {near}")
        return features

    def _body_or_group(self, number, at, word):
        if self.last_body is not None and number - self.last_body[0] <= 3:
            return self.last_body[1]
        position = bisect_left(self.order, (number, at))
        best = None
        for mention in reversed(self.mentions[max(0, position - 12) : position]):
            if number - mention.sentence > 2 or mention.entity.kind != "body":
                continue
            score = (mention.subject, mention.sentence)
            if best is None or score > best[0]:
                best = (score, mention.entity)
        return Speaker(best[1].name, best[1]) if best and best[0][0] else None

    # descriptions

    def _nominal(self, number, phrase):
        sentence = self.sentences[number]
        lower = sentence.lower
        head = lower[phrase.head]
        if head in _TIMES:
            return None
        owner = self._owner(number, phrase) if head in lexicon.DOCUMENTS or head in _VEHICLES else None
        if head in _VEHICLES and owner is not None:
            return owner
        if head in lexicon.DOCUMENTS:
            return self._issuer(number, phrase) or Speaker(self._words(number, phrase))
        first = lower[phrase.start]
        definite = first in ("the", "this", "that") or sentence.tags[phrase.start] in "TNn"
        plural = head in people.PLURAL_ROLES
        role = head not in people.BODIES and (head in people.ROLES or sentence.tags[phrase.head] == "T")
        if definite and not plural and role:
            found = self._by_description(number, phrase, head)
            if found is not None:
                return found
        if first in ("the", "this") and head in people.BODIES:
            found = self._by_body(number, phrase, head)
            if found is not None:
                return found
        return self._unnamed(number, phrase, head, plural)

    def _unnamed(self, number, phrase, head, plural):
        """Somebody without a name: from here on `he` or `she` can mean him or her."""
        name = self._words(number, phrase)
        if plural or head not in people.ROLES:
            return Speaker(name)
        gender = "m" if head in people.MALE_NOUNS else "f" if head in people.FEMALE_NOUNS else ""
        entity = self.unnamed.setdefault(name, Entity((name,), "unnamed", gender))
        entity.described.add(head)
        entity.mentions += 1
        mention = Mention(
            number, phrase.start, phrase.end, (name,), (), "unnamed", gender, frozenset({head}), True, False, entity
        )
        position = bisect_left(self.order, (number, phrase.start))
        self.mentions.insert(position, mention)
        self.order.insert(position, (number, phrase.start))
        return Speaker(name, entity)

    def _by_description(self, number, phrase, head):
        """Whom a description fits: by the words said of him, else whoever is spoken of, if it is a usual epithet."""
        sentence = self.sentences[number]
        content = {sentence.lower[at] for at in range(phrase.start, phrase.end) if sentence.tags[at] in "nTN"} - {
            "former",
            head,
        }
        roles = {head}.union(*(group for group in people.SAME_ROLE if head in group))
        gender = "m" if head in people.MALE_NOUNS else "f" if head in people.FEMALE_NOUNS else ""
        best, seen = None, set()
        position = bisect_left(self.order, (number, phrase.start))
        for mention in reversed(self.mentions[max(0, position - _MEMORY) : position]):
            entity = mention.entity
            if id(entity) in seen or entity.kind in ("body", "place", "thing"):
                continue
            seen.add(id(entity))
            if (gender and entity.gender and gender != entity.gender) or not roles & entity.described:
                continue
            if entity.kind == "unnamed" and not content <= set(entity.words[0].lower().split()):
                continue  # "the ministry spokesman" is not "a palace spokesman"
            score = len(content & entity.described) + 0.5 * (head in entity.described)
            score += (0.7 if entity is self.last_speaker else 0) - 0.05 * (number - mention.sentence)
            if best is None or score > best[0]:
                best = (score, entity)
        if best is not None:
            return Speaker(best[1].name, best[1])
        complemented = sentence.lower[phrase.head + 1 : phrase.end][:1] in (["of"], ["for"])
        if complemented or not (head in people.EPITHETS or "-" in head) or sentence.lower[phrase.start] != "the":
            return None  # "the minister of defence" is whoever that is, not whoever is spoken of
        named = [item for item in self.antecedents(number, phrase.start, gender) if item[0].kind != "unnamed"]
        return self._salient(named)

    def _by_body(self, number, phrase, head):
        position = bisect_left(self.order, (number, phrase.start))
        for mention in reversed(self.mentions[max(0, position - 30) : position]):
            entity = mention.entity
            if entity.kind == "body" and head in (entity.words[-1].lower(), entity.words[0].lower()):
                return Speaker(entity.name, entity)
        return None

    def _owner(self, number, phrase):
        """Whose statement it is: `the White House statement`, `a statement from Peskov`."""
        sentence = self.sentences[number]
        for mention in self.by_sentence.get(number, ()):
            if mention.start < phrase.start or mention.end > phrase.end:
                continue
            governed = mention.start and sentence.lower[mention.start - 1] in ("from", "by", "of")
            if governed and mention.possessive and mention.start > phrase.head:
                return self._apposed(number, phrase) or Speaker(self._words(number, phrase))
            if (mention.end <= phrase.head or governed) and mention.entity.kind != "place":
                return Speaker(mention.entity.name, mention.entity)
        return None

    def _apposed(self, number, phrase):
        """`a statement from Bauer’s lawyer, Ada Lowe`."""
        for mention in self.by_sentence.get(number, ()):
            if mention.start == phrase.end + 1 and mention.entity.kind in ("person", "person?"):
                return Speaker(mention.entity.name, mention.entity)
        return None

    def _issuer(self, number, phrase):
        """Who issued `the statement`: who spoke, or was the subject, where a statement was last mentioned."""
        sentence = self.sentences[number]
        word = sentence.lower[phrase.head]
        if sentence.lower[phrase.start] not in ("the", "this") or word not in _VEHICLES:
            return None
        for step in range(number - 1, max(-1, number - 7), -1):
            if word in self.sentences[step].lower:
                if step in self.voices:
                    return self.voices[step]
                subjects = [mention for mention in self.by_sentence.get(step, ()) if self._is_issuer(mention)]
                return Speaker(subjects[0].entity.name, subjects[0].entity) if subjects else None
        return None

    def _is_issuer(self, mention):
        """A subject that is a person or a body; `the Kremlin letter` has the letter for subject."""
        followed = self.sentences[mention.sentence].tags[mention.end : mention.end + 1]
        return mention.subject and followed != "n" and mention.entity.kind in ("person", "person?", "body")


def _outer_cues(sentence, cues):
    """The cues by which a sentence itself reports; `Peskov said that Putin was referring` has one, not two."""
    outer, begin = [], None
    for cue in cues:
        if cue.kind not in ("speech", "according", "participle"):
            continue
        inside = begin is not None and cue.source.start >= begin
        if inside and not any(sign in sentence.tags[begin : cue.source.start] for sign in ",;Q"):
            continue
        outer.append(cue)
        if cue.kind == "speech" and not cue.inverted and begin is None:
            begin = cue.end
    return outer
