"""Whom a pronoun means."""

from newslab.quotes import groups, people
from newslab.quotes.binding import (
    SEXES,
    UNFIT,
    acts,
    asked_before,
    going_on,
    is_addressed,
    is_doubtful,
    is_torn,
    named_first,
    opening_subject,
    reported_of,
    standing,
    subject_before,
    tells,
    told_of,
)
from newslab.quotes.entities import speaker_of
from newslab.quotes.weights import total, weights

_THIRD = frozenset("he she his her him himself herself".split())
# How many mentions back an antecedent is looked for.
_REACH = 40
# So many sentences open an article, where somebody may speak before he is named.
_OPENING = 8
# Marks that end what a cue reports: "Bauer said no; Lowe left", "– Bauer said – Lowe left".
_AWAY = frozenset(";-")
_VERBS = frozenset("VveA")


def pronoun(discourse, number, at, word):
    """The speaker whom a pronoun means, or None."""
    gender = SEXES.get(word)
    if gender is None:
        found = {"it": groups.it, "they": groups.they}.get(word)
        return None if found is None else found(discourse, number, at)
    speaker = _third_person(discourse, number, at, gender)
    if is_addressed(discourse, number, at, speaker):
        return None
    if speaker is not None and speaker.entity is not None:
        discourse.sexes.setdefault(id(speaker.entity), gender)
    return speaker


def _third_person(discourse, number, at, gender):
    barred = told_of(discourse, number, at) + reported_of(discourse, number, gender)
    found = [item for item in discourse.antecedents(number, at, gender) if not any(item[0] is one for one in barred)]
    fitting = [entity for entity, _ in found]
    if (own := _own_subject(discourse, number, at, fitting)) is not None:
        return own
    another = _opens_with_another(discourse.sentences[number], at, gender)
    if another and not _named_before(discourse, number, at, fitting):
        return None
    if (asked := asked_before(discourse, number, at, fitting)) is not None:
        return asked[0]
    if (before := going_on(discourse, number, at, gender, fitting)) is not None:
        return before[0]
    if not found:
        return introduced_later(discourse, number, at, gender)
    subject = opening_subject(discourse, number, fitting) or subject_before(discourse, number, at, fitting)
    if subject is not None:
        return speaker_of(subject)
    speaker = standing(discourse, number, fitting, likeliest(discourse, number, at, found))
    return None if is_doubtful(speaker, found) or is_torn(discourse, number, at, fitting, speaker) else speaker


def _opens_with_another(sentence, at, gender):
    """`Another who had come`, `A woman was praised after she`: somebody of whom nothing has been told."""
    if sentence.lower[0] == "another":
        return True
    nouns = people.FEMALE_NOUNS if gender == "f" else people.MALE_NOUNS
    verb = next((step for step in range(at) if sentence.tags[step] in _VERBS), at)
    return sentence.lower[0] in ("a", "an") and not nouns.isdisjoint(sentence.lower[1:verb])


def _named_before(discourse, number, at, fitting):
    """Whether one of those is named in the sentence before a place."""
    here = [mention.entity for mention in discourse.by_sentence.get(number, ()) if mention.start < at]
    return any(entity is one for entity in here for one in fitting)


def _own_subject(discourse, number, at, fitting):
    """`Bauer wrote, saying he “felt fine”`, `Bauer left when he heard`: the subject, if nobody else is named there."""
    here = [mention for mention in discourse.by_sentence.get(number, ()) if mention.start < at]
    near = [mention for mention in here if any(mention.entity is entity for entity in fitting)]
    tags = discourse.sentences[number].tags
    opens = bool(near) and here[0] is near[0] and near[0].start == len(near[0].titles) and not near[0].possessive
    if opens and tags[at - 1 : at] == "Q" and ":" in tags[near[0].end : at]:
        return speaker_of(near[0].entity)  # "Bauer, an aide to Roth, had an idea: “…,” he said"
    if tags[at - 2 : at] == "IW" and near and tells(discourse, near[-1]):
        return speaker_of(near[-1].entity)  # "Roth attacked Bauer’s comments in which he said"
    if len({id(mention.entity) for mention in near}) != 1 or near[0].entity.kind not in ("person", "person?"):
        return None
    between = discourse.sentences[number].tags[near[0].end : at].removeprefix("IN")  # "Lowe of Ohio, who came, said he"
    active = between[:1] in tuple("VveAR,(") and between != ","  # not "Bauer, he said, …"
    subject = near[0].subject and not near[0].possessive and active
    # "Bauer was asked about Roth’s remark in which he said"
    subject = subject or (between.endswith("IW") and near[0].entity.kind == "person")
    return speaker_of(near[0].entity) if subject or _owns_subject(discourse, number, near[0], between) else None


def _owns_subject(discourse, number, mention, between):
    """`Bauer’s advice led to a hearing where he said`: a paragraph opens with what is somebody's, and is about him."""
    before = discourse.sentences[number - 1].paragraph if number else -1
    opens = before != discourse.sentences[number].paragraph
    return opens and mention.possessive and "T" not in between and not _VERBS.isdisjoint(between)


def likeliest(discourse, number, at, found):
    """The likeliest of those whom a pronoun or an epithet can mean, if one is likely."""
    found = named_first(found)
    speaker = _salient(found)
    only = _only_near(discourse, number, at, [entity for entity, _ in found])
    if speaker is None or only is None or only.entity is speaker.entity:
        return speaker
    # "That did not please Judge Lowe. “…” he said": nobody is better than whoever spoke before.
    sure = only.subject and (only.titles or len(only.words) > 1)
    return speaker_of(only.entity) if sure else None


def _salient(found):
    """The antecedent with the highest score."""
    table = weights()["antecedent"]
    best, highest = None, table["none"]
    for entity, features in found:
        score = total(table, features)
        if score > highest:
            best, highest = entity, score
    return None if best is None else speaker_of(best)


def introduced_later(discourse, number, at, gender):
    """`“…,” she told the paper. Ada Lowe, 34, won`: who is named first, where nobody has been named so far."""
    if number > _OPENING or any(mention.entity.kind not in UNFIT for mention in discourse.before(number, at)):
        return None
    if any(
        sentence.tags[at] == "T" and sentence.lower[at] not in people.PLURAL_ROLES
        for sentence in discourse.sentences[:number]
        for at in range(len(sentence))
    ):
        return None  # somebody without a name has been spoken of
    for mention in discourse.behind(number, at):
        if mention.sentence > number + 3:
            return None
        if mention.entity.kind in ("person", "person?") and len(mention.words) > 1:
            fits = mention.subject and not mention.possessive and mention.entity.gender in ("", gender or "")
            return speaker_of(mention.entity) if fits or (mention.subject and not gender) else None
    return None


def _only_near(discourse, number, at, fitting):
    """The one mention that a pronoun fits in its own sentence and the one before, where there is one only."""
    sentences = discourse.sentences
    if number < 1 or not _THIRD.isdisjoint((*sentences[number - 1].lower, *sentences[number].lower[:at])):
        return None  # the pronoun goes on from another one
    before = sentences[number - 1]
    if any(
        before.words[at].islower() and before.tags[at] == "T" and before.tags[at + 1 : at + 2] in tuple("VveAR")
        for at in range(len(before))
    ):
        return None  # "the spokesman agreed": it may as well be him
    cue = discourse.first_cue[number - 1]
    near = [mention for mention in discourse.by_sentence.get(number, ()) if mention.start < at]
    near += discourse.by_sentence.get(number - 1, [])
    near = [mention for mention in near if any(mention.entity is entity for entity in fitting)]
    near = [mention for mention in near if not mention.possessive or acts(discourse, mention)]
    if len({id(mention.entity) for mention in near}) != 1:
        return None
    mention = max(near, key=lambda mention: (mention.subject, -mention.start))
    embedded = mention.sentence == number or (cue is not None and mention.start > cue)
    named = mention.titles or (mention.entity.kind == "person" and len(mention.entity.words) > 1)
    return mention if named and not embedded else None


def antecedents(discourse, number, at, gender):
    """Those whom a pronoun can mean, the latest mentioned first, each with features."""
    found, seen, had_subject = [], set(), False
    for mention in discourse.before(number, at, _REACH):
        entity = mention.entity
        if entity.kind in UNFIT or id(entity) in seen:
            continue
        known = entity.gender or discourse.sexes.get(id(entity), "")
        if gender and known and known != gender:
            continue  # whoever has been "he" is not "she" further on
        seen.add(id(entity))
        features = _features(discourse, mention, number, gender)
        if acts(discourse, mention) and not had_subject and "reported" not in features[0]:
            features.append(f"latest subject {min(max(number - mention.sentence, 1), 2)}")
            had_subject = True
        found.append((entity, features))
    return found


def _features(discourse, mention, number, gender):
    entity = mention.entity
    distance = number - mention.sentence
    sentences = discourse.sentences
    apart = sentences[number].paragraph - sentences[mention.sentence].paragraph
    # In the sentence itself as in the one before: the fit saw too few of the former.
    near = f"{min(max(distance, 1), 4)}"
    role = "subject" if acts(discourse, mention) else "possessive" if mention.possessive else "object"
    speaks = "last" if entity is discourse.last_speaker else "before" if id(entity) in discourse.spoken else "silent"
    since = number - discourse.spoken.get(id(entity), -99)
    voice = any((mention.sentence, step) in discourse.sources for step in range(mention.start, mention.end))
    voice = voice or tells(discourse, mention)
    cue = discourse.first_cue.get(mention.sentence)
    aside = cue is not None and _outside(sentences[mention.sentence].tags, cue, mention.start)
    embedded = cue is not None and mention.start > cue and not voice and not aside
    features = [
        f"{'voice' if voice else 'reported' if embedded else 'told'} {near}",
        f"distance {near}",
        f"paragraphs {min(apart, 3)}",
        f"{role} {near}",
        f"gender {'known' if gender and entity.gender == gender else 'unknown'}",
        f"kind {entity.kind}",
        f"speaks {speaks}",
        f"speaks {speaks} {'0' if since == 0 else '1' if since == 1 else '3' if since <= 3 else '9'}",
        f"mentions {min(entity.mentions, 8) // 2}",
        f"words {min(len(mention.words), 2)} {near}",
    ]
    if mention.described and len(mention.words) > 1:
        features.append("introduced here")
    if mention.start <= 1:
        features.append(f"opens {near}")
    return features


def _outside(tags, cue, at):
    """Whether what is reported ends before a place: `– Bauer said –`, `In a video posted on Monday, Lowe`."""
    between = tags[cue:at]
    return not _AWAY.isdisjoint(between) or (tags[0] in "IS" and "," in between and "," not in tags[:cue])
