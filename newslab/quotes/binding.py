"""What grammar and the course of the talk say of a pronoun: whom it cannot mean, and who goes on speaking."""

from newslab.quotes import lexicon
from newslab.quotes.entities import speaker_of

UNFIT = ("body", "place", "thing")
_ASKING = frozenset("ask asks asked asking".split())
# For so many sentences whoever spoke last is who goes on speaking.
_SPOKEN = 4
# Features of those mentioned in this sentence or one of the two before.
_NEAR = frozenset(("distance 1", "distance 2"))


def told_of(discourse, number, at):
    """Those named in the predicate of a pronoun: in `he wrote to Bauer`, `he said Bauer would come` he is not Bauer."""
    tags = discourse.sentences[number].tags
    if tags[at + 1 : at + 2] not in tuple("VveAR"):
        return []
    end = next((step for step in range(at + 1, len(tags)) if tags[step] in ",;:-QC."), len(tags))
    return [mention.entity for mention in discourse.by_sentence.get(number, ()) if at < mention.start < end]


def asked_before(discourse, number, fitting):
    """(whom a pronoun means) after `Lowe asked Bauer what …`: Bauer; after `Lowe asked Bauer to …`, nobody for certain.

    None where nobody who fits has been asked in the last sentence that names anybody.
    """
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
    """`Bauer, a friend of Roth, came. / “…,” he said`: with whom the paragraph before, of one sentence, opens."""
    sentences = discourse.sentences
    before = sentences[number - 1] if number else None
    apart = before is not None and before.paragraph != sentences[number].paragraph
    if not apart or before.quotes or (number > 1 and sentences[number - 2].paragraph == before.paragraph):
        return None
    for mention in discourse.by_sentence.get(number - 1, ())[:1]:
        opens = mention.start == len(mention.titles) and mention.subject and not mention.possessive
        known = mention.entity.kind in ("person", "person?")
        if opens and known and any(mention.entity is entity for entity in fitting):
            return mention.entity
    return None


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
    return mention.subject or (mention.start <= 1 and tells(discourse, mention))


def tells(discourse, mention):
    """`Bauer’s remarks`: the owner of words."""
    behind = discourse.sentences[mention.sentence].lower[mention.end + 1 : mention.end + 2]
    return mention.possessive and any(word in lexicon.SPEECH_ACTS for word in behind)
