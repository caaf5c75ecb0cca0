"""From the source as worded to the one who is meant, while an article is read from its beginning."""

from bisect import bisect_left

from newslab.quotes import bodies, lexicon, people
from newslab.quotes.cues import find_cues
from newslab.quotes.descriptions import nominal
from newslab.quotes.entities import Speaker, speaker_of
from newslab.quotes.pronouns import antecedents, pronoun
from newslab.quotes.sentences import story_begins

# How many mentions back a description is looked for.
_MEMORY = 300
_LINKS = frozenset("of for at from".split())
# Words for people that have a capital only where they open a sentence, as "Democrats" has not.
_COMMON = frozenset(word for word in people.PLURAL_ROLES if word.removesuffix("s") not in people.DEMONYMS)


class Discourse:
    """What has been read of an article so far, for whoever is meant by `he` or `the spokesman`.

    spoken: when each of the named spoke last; voices: who spoke in each sentence; sexes: of whom it is known only from
    "he" or "she"; steps_back: how many sentences a pronoun is being followed back; begins: with which sentence the
    entry of a live blog begins in which a sentence stands; heard: whatever has spoken so far.
    """

    def __init__(self, sentences, mentions):
        self.sentences, self.mentions = sentences, list(mentions)
        self.by_sentence = {}
        for mention in mentions:
            self.by_sentence.setdefault(mention.sentence, []).append(mention)
        self.order = [(mention.sentence, mention.start) for mention in self.mentions]
        self.begins = story_begins(sentences)
        self.last_speaker, self.last_body = None, None
        self.spoken, self.voices, self.heard = {}, {}, set()
        self.resolved, self.unnamed, self.sexes, self.steps_back = {}, {}, {}, 0
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

    def before(self, number, at, limit=_MEMORY):
        """The mentions before a place, the latest first, none of another entry of a live blog."""
        position = bisect_left(self.order, (number, at))
        first = bisect_left(self.order, (self.begins[min(number, len(self.begins) - 1)], 0))
        return reversed(self.mentions[max(first, position - limit) : position])

    def behind(self, number, at, limit=_MEMORY):
        """The mentions from a place on, in order."""
        position = bisect_left(self.order, (number, at))
        return self.mentions[position : position + limit]

    def within(self, number, phrase):
        """The mentions in a phrase."""
        here = self.by_sentence.get(number, ())
        return [mention for mention in here if mention.start >= phrase.start and mention.end <= phrase.end + 1]

    def add(self, mention):
        """Take in somebody who has no name."""
        place = mention.sentence, mention.start
        position = bisect_left(self.order, place)
        self.mentions.insert(position, mention)
        self.order.insert(position, place)

    def antecedents(self, number, at, gender):
        """Those whom a pronoun can mean, the latest mentioned first, each with features."""
        return antecedents(self, number, at, gender)

    def resolve(self, number, phrase):
        """The speaker a phrase of sentence `number` stands for, or None."""
        key = (number, phrase.start, phrase.end)
        if key not in self.resolved:
            self.resolved[key] = self._resolve(number, phrase)
        return self.resolved[key]

    def _resolve(self, number, phrase):
        sentence = self.sentences[number]
        if phrase.kind == "pronoun":
            return pronoun(self, number, phrase.head, sentence.lower[phrase.head])
        if phrase.kind == "name" and not self._describes(number, phrase):
            return self._name(number, phrase)
        return nominal(self, number, phrase)

    def _describes(self, number, phrase):
        """`the US President`, `the Spaniard`: capitals that name nobody."""
        sentence = self.sentences[number]
        head = sentence.lower[phrase.head]
        if head in people.DEMONYMS and sentence.lower[phrase.start] == "the":
            return True
        return sentence.tags[phrase.head] == "T" and not self._holding(number, phrase)

    def _holding(self, number, phrase):
        """The mentions that a phrase names: those at its head."""
        inside = [mention for mention in self.within(number, phrase) if mention.start <= phrase.head < mention.end]
        return inside or [
            mention
            for mention in self.by_sentence.get(number, ())
            if mention.entity.kind == "body" and mention.start <= phrase.head < mention.end
        ]

    def _name(self, number, phrase):
        holding = self._holding(number, phrase)
        if not holding:
            return Speaker(self.words(number, phrase))
        mention = holding[-1]
        if self._borrows(mention):
            return Speaker(self.words(number, phrase))
        joined = [other for other in self.within(number, phrase) if self._beside(number, other, mention)]
        if joined:
            return Speaker(f"{joined[-1].entity.name} and {mention.entity.name}")
        return speaker_of(mention.entity)

    def _borrows(self, mention):
        """`reports the Express`: a paper, if no `Bauer Express` has been heard before."""
        small = mention.words[0].lower()
        alone = len(mention.words) == 1 < len(mention.entity.words) and small in bodies.MEDIA
        return alone and id(mention.entity) not in self.heard

    def _beside(self, number, one, other):
        """`Ada Lowe and Senate Leader Tom Roth`; not `Health and Housing Secretary Lowe`."""
        sentence = self.sentences[number]
        if sentence.lower[one.end : other.start][:1] != ["and"]:
            return False
        known = {one.entity.kind, other.entity.kind} <= {"person", "person?"} and len(one.entity.words) > 1
        between = sentence.tags[one.end + 1 : other.start - len(other.titles)]
        return not (between.strip("NTn") if known else between)

    def words(self, number, phrase):
        """A phrase as it is worded, without its article and what follows its head; `Critics said` as `critics`."""
        sentence = self.sentences[number]
        start = phrase.start
        while start < phrase.end - 1 and sentence.tags[start] == "D" and sentence.lower[start] in ("the", "a", "an"):
            start += 1
        pieces = []
        for at in range(start, phrase.end):
            if sentence.tags[at] == "Q":
                continue
            behind = at > phrase.head and sentence.lower[at] not in _LINKS
            if behind and (sentence.tags[at] not in "NTnd$D" or (at == phrase.head + 1 and sentence.tags[at] == "n")):
                break
            word = sentence.lower[at] if at == 0 and sentence.lower[at] in _COMMON else sentence.words[at]
            pieces.append(word if not pieces or sentence.tags[at] in "$," else " " + word)
        while len(pieces) > 1 and pieces[-1].strip() in _LINKS:
            pieces.pop()
        return "".join(pieces)

    def labelled(self, number, label):
        """The speaker whom a transcript labels in capitals."""
        *given, last = label.lower().split()
        for mention in (*self.before(number + 1, 0), *self.behind(number + 1, 0)):
            words = mention.entity.name.lower().split()
            known = words[-1] == last and (not given or len(words) == 1 or words[0] == given[0])
            if known and not mention.entity.name.isupper():
                return speaker_of(mention.entity)
        return Speaker(label.title())

    def enter(self, number):
        """Forget who spoke last where another entry of a live blog begins."""
        if number and self.begins[number] == number:
            self.last_speaker, self.last_body = None, None

    def spoke(self, number, speaker):
        """Remember who spoke last."""
        if speaker is None:
            return
        self.voices.setdefault(number, speaker)
        self.heard.add(id(speaker.entity))
        if speaker.entity is not None and speaker.entity.kind not in ("body", "place", "thing"):
            self.last_speaker = speaker.entity
            self.spoken[id(speaker.entity)] = number
        else:
            self.last_body = (number, speaker)


def _outer_cues(sentence, cues):
    """The cues by which a sentence itself reports; `Peskov said that Putin was referring` has one, not two."""
    outer, begin = [], None
    for cue in cues:
        that = sentence.lower[cue.end : cue.end + 1] == ["that"]
        reports = cue.kind == "stance" and that and sentence.lower[cue.start] not in lexicon.MENTAL
        if not reports and cue.kind not in ("speech", "according", "participle"):
            continue
        inside = begin is not None and cue.source.start >= begin
        if inside and not any(sign in sentence.tags[begin : cue.source.start] for sign in ",;Q"):
            continue
        outer.append(cue)
        if cue.kind == "speech" and not cue.inverted and begin is None:
            begin = cue.end
    return outer
