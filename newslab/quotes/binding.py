"""What grammar and the course of the talk say of a pronoun: whom it cannot mean, and who goes on speaking."""

from newslab.quotes import lexicon, people
from newslab.quotes.entities import speaker_of
from newslab.quotes.phrases import Phrase, right_phrase

UNFIT = ("body", "place", "thing")
SEXES = {"he": "m", "she": "f", "his": "m", "her": "f", "him": "m"}
_OPENING_CLAUSE = frozenset("when after once as".split())
_ASKING = frozenset("ask asks asked asking".split())
# With such a word whoever has asked goes on.
_ARGUING = frozenset("besides otherwise moreover furthermore indeed".split())
# For so many sentences whoever spoke last is who goes on speaking.
_SPOKEN = 4
_VERBAL = frozenset("VvegAPSQW")
# So many sentences that open with one pronoun are followed back.
_RUN = 20
# Features of those mentioned in this sentence or one of the two before.
_NEAR = frozenset(("distance 1", "distance 2"))


def told_of(discourse, number, at):
    """Those named in the predicate of a pronoun: in `he wrote to Bauer`, `he said Bauer would come` he is not Bauer."""
    tags = discourse.sentences[number].tags
    if tags[at + 1 : at + 2] not in tuple("VveAR"):
        return []
    end = next((step for step in range(at + 1, len(tags)) if tags[step] in ",;:-QC."), len(tags))
    return [mention.entity for mention in discourse.by_sentence.get(number, ()) if at < mention.start < end]


def reported_of(discourse, number, gender):
    """Those told of in the words before: after `The teacher added that Lowe was well.`, `She said` is not Lowe.

    Nobody where whoever said that is of another sex, or a body, or is not known.
    """
    cues = discourse.voicing[number - 1] if number else ()
    for cue in [cue for cue in cues if cue.kind == "speech" and not cue.inverted][:1]:
        if discourse.sentences[number - 1].lower[cue.end : cue.end + 1] != ["that"]:
            break
        voice = discourse.resolve(number - 1, cue.source)
        entity = None if voice is None else voice.entity
        if entity is None or entity.kind in UNFIT or entity.gender not in ("", gender):
            break
        here = discourse.by_sentence.get(number - 1, ())
        return [mention.entity for mention in here if mention.start > cue.end and mention.entity is not entity]
    return []


def is_addressed(discourse, number, at, speaker):
    """`He asked the mayor`: whether whom a pronoun would mean is described as whom he speaks to."""
    sentence = discourse.sentences[number]
    told = right_phrase(sentence, at + 2) if sentence.tags[at + 1 : at + 2] in ("V", "v") else None
    if speaker is None or speaker.entity is None or told is None or told.kind != "nominal":
        return False
    head = sentence.lower[told.head]
    if not {head}.union(*(group for group in people.SAME_ROLE if head in group)) & speaker.entity.described:
        return False
    other = discourse.resolve(number, told)
    return other is not None and other.entity is speaker.entity


def going_on(discourse, number, at, gender, fitting):
    """(whom a pronoun means) where the sentence before opens with the same one: `He left. Roth’s bank, he said`.

    None where there is none, or where somebody who fits has been named since.
    """
    sentences = discourse.sentences
    if not number or (at and sentences[number - 1].paragraph != sentences[number].paragraph):
        return None
    before = sentences[number - 1]
    opening = next((step for step, tag in enumerate(before.tags) if tag not in "Q,CR"), 0)
    if before.tags[opening] != "P" or SEXES.get(before.lower[opening]) != gender:
        return None
    since = [
        mention
        for step, end in ((number - 1, len(before)), (number, at))
        for mention in discourse.by_sentence.get(step, ())
        if mention.start < end and any(mention.entity is entity for entity in fitting)
    ]
    if since or discourse.steps_back == _RUN:
        return None
    discourse.steps_back += 1
    meant = discourse.resolve(number - 1, Phrase(opening, opening + 1, opening, "pronoun"))
    discourse.steps_back -= 1
    return (meant,)


def is_torn(discourse, number, at, fitting, speaker):
    """`When Roth was told, he said`, `it was Roth’s – he said`: whoever went before, or Roth, who alone is named."""
    sentence = discourse.sentences[number]
    apart = sentence.tags[at - 1 : at] in ("-", ";") if at else False
    clause = sentence.tags[at - 1 : at] == "," and not _OPENING_CLAUSE.isdisjoint(sentence.lower[:2])
    if speaker is None or not (apart or clause):
        return False
    named = [mention.entity for mention in discourse.by_sentence.get(number, ()) if mention.start < at]
    near = [entity for entity in named if any(entity is other for other in fitting)]
    return bool(near) and all(entity is near[0] and entity is not speaker.entity for entity in near)


def asked_before(discourse, number, at, fitting):
    """(whom a pronoun means) after `Lowe asked Bauer what …`: Bauer; after `Lowe asked Bauer to …`, nobody for certain.

    Whoever asked goes on speaking in `The judge asked Bauer “…?” After all, he said`. None where nobody who fits has
    been asked in the last sentence that names anybody.
    """
    opening = discourse.sentences[number].lower[:2]
    argues = at and (opening == ["after", "all"] or opening[0] in _ARGUING)
    for step in range(number - 1, max(-1, number - _SPOKEN), -1):
        mentions = [mention for mention in discourse.by_sentence.get(step, ()) if mention.entity.kind not in UNFIT]
        if not mentions:
            continue
        sentence = discourse.sentences[step]
        for cue in discourse.cues[step]:
            if sentence.lower[cue.start] not in _ASKING or cue.inverted:
                continue
            asked = [mention for mention in mentions if mention.start - len(mention.titles) == cue.end]
            if not asked or asked[0].possessive or not any(asked[0].entity is entity for entity in fitting):
                continue
            if argues and step == number - 1:
                asker = discourse.resolve(step, cue.source)
                return (asker if asker and any(asker.entity is entity for entity in fitting) else None,)
            others = [mention.entity for mention in mentions if mention.end <= cue.start]
            asker = any(one is other for one in fitting for other in others)
            begged = sentence.lower[asked[0].end : asked[0].end + 1] in (["to"], ["for"], ["not"])
            return (None if begged else speaker_of(asked[0].entity),) if asker or not begged else None
        return None
    return None


def named_first(found):
    """Those spoken of without those of no name and no known sex, where somebody of the right sex is named since."""
    certain = next((place for place, (_, features) in enumerate(found) if "gender known" in features), len(found))
    return [item for place, item in enumerate(found) if place < certain or item[0].kind != "unnamed" or item[0].gender]


def opening_subject(discourse, number, fitting):
    """`Bauer, a friend of Roth, came. / “…,” he said`: with whom the paragraph before, of one sentence, opens.

    Or whose words it is about, if nobody else is named there: `Some of Roth’s claims have changed. / She said`.
    """
    sentences = discourse.sentences
    before = sentences[number - 1] if number else None
    apart = before is not None and before.paragraph != sentences[number].paragraph
    if not apart or before.quotes or (number > 1 and sentences[number - 2].paragraph == before.paragraph):
        return None
    named = [mention for mention in discourse.by_sentence.get(number - 1, ()) if mention.entity.kind not in UNFIT]
    for mention in named[:1]:
        opens = mention.start == len(mention.titles) and mention.subject and not mention.possessive
        opens = opens or (len(named) == 1 and tells(discourse, mention))
        known = mention.entity.kind in ("person", "person?")
        if opens and known and any(mention.entity is entity for entity in fitting):
            return mention.entity
    return None


def subject_before(discourse, number, at, fitting):
    """`Roth runs the bank with Bauer. She said`: the subject of the sentence before, if this opens the paragraph.

    Else only where nobody else is named there, and the subject is named in full for the first time.
    """
    sentences = discourse.sentences
    if not number or sentences[number - 1].paragraph != sentences[number].paragraph or at > 1:
        return None
    named = [mention for mention in discourse.by_sentence.get(number - 1, ()) if mention.entity.kind not in UNFIT]
    if (
        not named
        or not _leads(sentences[number - 1].tags[: named[0].start - len(named[0].titles)])
        or sentences[number - 1].tags[named[0].end : named[0].end + 1] not in tuple("VveAR,(")
    ):
        return None
    entity = named[0].entity
    alone = all(mention.entity is entity or mention.possessive for mention in named)
    new = entity.introduced == (number - 1, named[0].start) and len(named[0].words) > 1 and alone
    opens = number < 2 or sentences[number - 2].paragraph != sentences[number].paragraph
    return entity if (new or opens) and any(entity is other for other in fitting) else None


def _leads(tags):
    """Whether nothing stands before the subject but `In an interview on Monday,`."""
    return not tags or (tags[-1] == "," and tags[0] in "IR" and _VERBAL.isdisjoint(tags))


def is_doubtful(speaker, found):
    """Whether somebody of no name and no known sex is meant where somebody named fits for certain."""
    if speaker is None or speaker.entity is None or speaker.entity.kind != "unnamed" or speaker.entity.gender:
        return False
    return any("gender known" in features and not _NEAR.isdisjoint(features) for _, features in found)


def standing(discourse, number, fitting, likeliest):
    """Whoever has been speaking goes on, unless another has done something since: `Roth’s doctors` is not Roth."""
    speaking = discourse.last_speaker
    since = discourse.spoken.get(id(speaking), -_SPOKEN)
    if likeliest is None or likeliest.entity is speaking or number - since >= _SPOKEN:
        return likeliest
    if speaking.kind == "unnamed" or not any(entity is speaking for entity in fitting):
        return likeliest
    other = likeliest.entity
    if id(other) in discourse.spoken and discourse.spoken[id(other)] >= since:
        return likeliest
    for mention in discourse.before(number + 1, 0):
        if mention.sentence < since:
            break
        if mention.entity is other and acts(discourse, mention):
            return likeliest
    return speaker_of(speaking)


def acts(discourse, mention):
    """Whether somebody is the subject, be it through his words: `Bauer’s remarks suggested`."""
    opening = discourse.sentences[mention.sentence].tags[: mention.start]
    return mention.subject or ((len(opening) <= 1 or not opening.strip("RC,")) and tells(discourse, mention))


def tells(discourse, mention):
    """`Bauer’s remarks`: the owner of words."""
    behind = discourse.sentences[mention.sentence].lower[mention.end + 1 : mention.end + 2]
    return mention.possessive and any(word in lexicon.SPEECH_ACTS for word in behind)
