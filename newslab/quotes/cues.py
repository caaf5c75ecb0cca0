"""Cues and their sources in one sentence: who said, according to whom, in whose words."""

from dataclasses import dataclass

from newslab.quotes import people
from newslab.quotes import words as lexicon
from newslab.quotes.phrases import (
    REACH,
    Phrase,
    bracket_start,
    is_adverb,
    main_subject,
    phrase_ending,
    right_phrase,
    simple_ending,
)

_LABELS = frozenset(
    """note correction update updated breaking watch video photo photos image images picture caption source sources read
    related more analysis opinion exclusive live warning wait question answer q a editor transcript developing
    poll""".split()
)
# How nouns of persons end.
_DOERS = ("er", "or", "ist", "ian", "ant", "man", "men", "woman", "women", "people", "ee", "folk")
_GATHERED = frozenset("crowd audience public community town city village class club side rebels groups".split())
_WHEN = frozenset("on in since by during".split())
_QUOTES_OTHERS = frozenset("quote quotes quoted cite cites cited".split())


@dataclass(slots=True, frozen=True)
class Cue:
    """Words of attribution with their source.

    kind: speech (said), stance (called), participle (adding), other (any verb), according, words (in the words of),
    passive (said by), noun (his remarks), colon, dash.
    inverted: the source stands behind the cue.
    """

    start: int
    end: int
    source: Phrase
    kind: str
    inverted: bool = False

    @property
    def first(self):
        return min(self.start, self.source.start)

    @property
    def last(self):
        return max(self.end, self.source.end)


def find_cues(sentence):
    """The cues of a sentence that have a source, in order."""
    found = []
    tags, lower = sentence.tags, sentence.lower
    for at, tag in enumerate(tags):
        word = lower[at]
        cue = None
        if tag in "Vv":
            cue = _verb_cue(sentence, at)
        elif tag == "g":
            cue = _participle_cue(sentence, at, found)
        elif word == "according" and lower[at + 1 : at + 2] == ["to"]:
            cue = _with_right(sentence, at, at + 2, "according")
        elif word == "per" and at and tags[at - 1] in ",Q":
            cue = _with_right(sentence, at, at + 1, "according")
        elif word == "words" and lower[at + 1 : at + 2] == ["of"]:
            cue = _with_right(sentence, at, at + 2, "words")
        elif tag in "eA" and tags[at - 1 : at] not in ("A", "e"):
            cue = _other_cue(sentence, at)
        elif tag in "nT" and word in lexicon.SPEECH_ACTS:
            cue = _noun_cue(sentence, at)
        elif tag in ":-":
            cue = _mark_cue(sentence, at, found)
        if cue is not None:
            found.append(cue)
    return found


def _verb_cue(sentence, at):
    tags, lower = sentence.tags, sentence.lower
    if lower[at] in _QUOTES_OTHERS:
        # "quoted Peskov as saying": he speaks, not who quotes him
        right = right_phrase(sentence, at + 1)
        if right is not None and lower[right.end : right.end + 1] == ["as"]:
            return Cue(at, right.end + 2, right, "speech", inverted=True)
    kind = "speech" if tags[at] == "V" else "stance"
    if _passive(sentence, at):
        if lower[at + 1 : at + 2] == ["by"]:
            return _with_right(sentence, at, at + 2, "passive")
        if lower[at] != "quoted":
            return None
    before = _before(sentence, at)
    if (spoken := _after_speech(sentence, at)) is not None:
        return spoken
    if before == "Q" or (before == "" and kind == "speech"):
        right = right_phrase(sentence, at + 1)
        if right is not None and (kind == "speech" or right.kind != "pronoun"):
            return Cue(at, at + 1, right, kind, inverted=True)
    left = left_phrase(sentence, at)
    if left is not None:
        return Cue(at, at + 1, left, kind)
    if before == "," and kind == "speech" and (right := right_phrase(sentence, at + 1)):
        return Cue(at, at + 1, right, kind, inverted=True)
    return None


def _after_speech(sentence, at):
    """`“…,” shrugged Lowe`, `“…,” she shrugged.`: beside words that end as speech does, every verb is one of speech."""
    tags = sentence.tags
    step = at - 1
    while step >= 0 and tags[step] == "R":
        step -= 1
    comma = step > 0 and tags[step] in ",-"
    if step >= 0 and (step - comma) in sentence.pauses:
        right = right_phrase(sentence, at + 1)
        speaks = right is not None and right.kind != "pronoun" and _is_speaker(sentence, right)
        return Cue(at, at + 1, right, "speech", inverted=True) if speaks else None
    if tags[at + 1 : at + 2] not in tuple(".,") or step < 0:
        return None
    left = phrase_ending(sentence, step)
    if left is None or not _is_speaker(sentence, left):
        return None
    step = left.start - 1
    comma = step > 0 and tags[step] in ",-"
    return Cue(at, at + 1, left, "speech") if step - comma in sentence.pauses else None


def _before(sentence, at):
    """What stands before a verb: Q also through a comma."""
    tags = sentence.tags
    step = at - 1
    while step >= 0 and tags[step] == "R":
        step -= 1
    if step >= 0 and tags[step] in ",-" and step and tags[step - 1] == "Q":
        return "Q"
    return tags[step] if step >= 0 else ""


def _passive(sentence, at):
    """`was described`, `being called`; not `has said`."""
    step = at - 1
    while step >= 0 and sentence.tags[step] == "R":
        step -= 1
    return (
        step >= 0
        and sentence.tags[step] == "A"
        and sentence.lower[step] in ("was", "were", "is", "are", "be", "been", "being", "'re", "'s", "'m", "am")
        and sentence.lower[at].endswith(("d", "t", "n"))
    )


def _participle_cue(sentence, at, found):
    """`…, adding that`: the source of the verb before; `with Peskov saying`, `a letter saying`: the words before."""
    tags, lower = sentence.tags, sentence.lower
    before = tags[at - 1] if at else ""
    source = None
    if before and before in "NTnP$)":
        near = phrase_ending(sentence, at - 1)
        if near is not None:
            introduced = near.start and lower[near.start - 1] in ("with", "as")
            if introduced or lower[near.head] in lexicon.DOCUMENTS or near.kind == "pronoun":
                source = near
    if before == "A" or (before == "R" and at > 1 and tags[at - 2] == "A"):
        source = left_phrase(sentence, at)
    if source is None:
        earlier = [cue for cue in found if cue.kind != "noun"]
        source = earlier[-1].source if earlier else main_subject(sentence, at) or _ahead_subject(sentence, at)
    return None if source is None else Cue(at, at + 1, source, "participle")


def _ahead_subject(sentence, at):
    """`Calling it “sad,” Peskov left`: a participle that opens the sentence takes the subject behind the comma."""
    tags = sentence.tags
    if at > 2:
        return None
    for step in range(at + 1, min(len(tags), at + REACH)):
        if tags[step] in ",Q" and step + 1 < len(tags) and tags[step + 1] in "PNTD":
            phrase = right_phrase(sentence, step + 1)
            if phrase is not None and phrase.end < len(tags) and tags[phrase.end] in "VveAR":
                return phrase
    return None


def _other_cue(sentence, at):
    if sentence.tags[at] == "e" and (spoken := _after_speech(sentence, at)) is not None:
        return spoken
    left = left_phrase(sentence, at)
    return None if left is None else Cue(at, at + 1, left, "other")


def _noun_cue(sentence, at):
    """`Trump’s remarks that`, `comments by Trump`, `a letter from Trump`."""
    tags, lower = sentence.tags, sentence.lower
    if lower[at + 1 : at + 2] in (["by"], ["from"]) and (right := right_phrase(sentence, at + 2)):
        return Cue(at, at + 2, right, "noun", inverted=True)
    step = at - 1
    while step > 0 and tags[step] in "nTd" and at - step < 4:
        step -= 1
    if step > 0 and tags[step] == "$":
        owner = simple_ending(sentence, step - 1)
        return None if owner is None else Cue(at, at + 1, owner, "noun")
    if step >= 0 and lower[step] in ("his", "her"):
        return Cue(at, at + 1, Phrase(step, step + 1, step, "pronoun"), "noun")
    return None


def _with_right(sentence, at, begin, kind):
    right = right_phrase(sentence, begin)
    owner = right is not None and sentence.tags[right.end : right.end + 1] == "$"
    return None if right is None or owner else Cue(at, begin, right, kind, inverted=True)


def _mark_cue(sentence, at, found):
    """`Peskov: “…”`, `“…” — Peskov`, and `In a statement, the ministry:`."""
    tags, lower = sentence.tags, sentence.lower
    if tags[at] == "-":
        if at and tags[at - 1] in "Q.":
            right = right_phrase(sentence, at + 1)
            if right is not None and right.kind == "name" and tags[right.end : right.end + 1] in ("", ",", "."):
                return Cue(at, at + 1, right, "dash", inverted=True)
        return None
    if 0 < at <= 12 and not any(cue.kind in ("speech", "stance") for cue in found):
        label = phrase_ending(sentence, at - 1)
        if label is not None and label.start == 0 and label.kind != "nominal" and lower[label.head] not in _LABELS:
            return Cue(at, at + 1, label, "colon")
    source = main_subject(sentence, at)
    if source is not None and not any(cue.kind == "speech" for cue in found):
        return Cue(at, at + 1, source, "colon")
    return None


def left_phrase(sentence, at):
    """The subject that ends before the verb at `at`: past adverbs, auxiliaries, brackets and appositions."""
    tags, lower = sentence.tags, sentence.lower
    step = at - 1
    while step >= 0:
        if tags[step] in "AR" or is_adverb(lower[step]):
            step -= 1
        elif lower[step] in _WHEN and tags[step + 1] == "R":
            step -= 1  # "Peskov on Monday said"
        elif lower[step] == "as" and lower[step - 1 : step] == ["quoted"]:
            step -= 2
        elif lower[step] == "to":
            if step == 0 or tags[step - 1] not in "Vve":
                return None
            step -= 1
            while step >= 0 and tags[step] in "Vve":
                step -= 1
        else:
            break
    if step < 0:
        return None
    tag = tags[step]
    if tag == "C":
        return _shared_subject(sentence, step)
    if tag == ")":
        step = bracket_start(sentence, step) - 1
        if step < 0:
            return None
        tag = tags[step]
    if tag == "W" or (lower[step] == "that" and step and tags[step - 1] in "nNT"):
        return _antecedent(sentence, step)
    if tag == "," and step and tags[step - 1] == ")":
        # "Rep. Ada Lowe (D-Ore.), said"
        bracketed = phrase_ending(sentence, step - 1)
        if bracketed is not None and bracketed.kind == "name" and not _beside(sentence, bracketed):
            return bracketed
    if tag in ",-":
        return _before_aside(sentence, step)
    return phrase_ending(sentence, step)


def _shared_subject(sentence, step):
    """`Peskov smiled and said`: the subject of the verb before."""
    for at in range(step - 1, max(-1, step - REACH), -1):
        if sentence.tags[at] in "VveA":
            phrase = left_phrase(sentence, at)
            if phrase is not None:
                return phrase
    return main_subject(sentence, step)


def _antecedent(sentence, step):
    before = step - 1
    if before >= 0 and sentence.tags[before] in ",-":
        before -= 1
    if before >= 0 and sentence.tags[before] == ")":
        before = bracket_start(sentence, before) - 1
    if before >= 0 and sentence.tags[before] == ",":
        return _before_aside(sentence, before)
    phrase = phrase_ending(sentence, before) if before >= 0 else None
    if phrase is not None and (_affiliation(sentence, phrase) or _residence(sentence, phrase)):
        return phrase_ending(sentence, phrase.start - 2)  # "the sheriff of Salem, Ore., who"
    return phrase


def _residence(sentence, phrase):
    """`Ada Lowe, 59, of Springfield, Ohio, said`: where somebody lives is not who speaks."""
    at = phrase.start - 1
    if at > 1 and sentence.tags[at] == ",":
        town = phrase_ending(sentence, at - 1)
        return (
            town is not None and town.start > 0 and sentence.tags[town.start - 1] == "I" and _residence(sentence, town)
        )
    return at > 0 and sentence.lower[at] in ("of", "from") and sentence.tags[at - 1] in ",d"


def _beside(sentence, phrase):
    """Whether a phrase between commas says where and what of the one who speaks: `after the verdict, Ada Lowe, …`."""
    governed = phrase.start and sentence.tags[phrase.start - 1] == "I"
    return governed or _affiliation(sentence, phrase) or _residence(sentence, phrase)


def _affiliation(sentence, phrase):
    """`Ada Lowe, D-Ohio, said`, `the mayor of Salem, Ore., said`: the party and the state are not who speaks."""
    start = phrase.start
    if start < 2 or phrase.end - start > 1 or sentence.tags[start - 1] != "," or sentence.tags[start - 2] not in "NT":
        return False
    word, lower = sentence.words[start], sentence.lower[start].rstrip(".")
    party = word[1:2] == "-" and word[0].isupper() and word[2:3].isupper()
    short = word.count(".") > 1 or lower in people.STATES or lower in people.COMPANY_SUFFIXES
    return party or short


def _before_aside(sentence, step):
    """`Dmitry Peskov, Putin’s spokesman, told`: the phrase before the comma (or dash) that opens the aside."""
    tags = sentence.tags
    candidates = []
    for at in range(step - 1, max(-1, step - REACH), -1):
        if tags[at] in ",-" and tags[at] == tags[step] and at:
            phrase = phrase_ending(sentence, at - 1)
            if phrase is not None and not _beside(sentence, phrase):
                inner = right_phrase(sentence, at + 1)
                if inner is not None and _affiliation(sentence, inner):
                    return phrase
                titled = inner is not None and inner.kind == "name" and inner.end == step and tags[phrase.start] == "D"
                if phrase.kind == "name" and not titled:
                    return phrase
                if inner is not None and inner.kind == "name" and inner.end <= step:
                    return Phrase(phrase.start, inner.end, inner.head, "name")
                candidates.append(phrase)
        if tags[at] in "VQ;":
            break
    roles = [phrase for phrase in candidates if sentence.tags[phrase.head] == "T"]
    if roles:
        return roles[0]
    if candidates:
        return candidates[0]
    return None


_INSIDE = frozenset("of from near in at on".split())


def is_governed(sentence, cue, source):
    """`a spokesman for the mayor of Salem said`: a name that hangs on something else is not what speaks."""
    if cue is None or cue.inverted or cue.kind == "noun" or source.kind != "name" or source.start < 2:
        return False
    return sentence.lower[source.start - 1] in _INSIDE and all(
        tag in "DN,CI" for tag in sentence.tags[source.start : source.end]
    )


def can_speak(sentence, cue, source):
    """Whether a source is of the kind that speaks, where no verb of speech says so: `the costs reflect “…”`."""
    told = cue is not None and cue.kind in ("speech", "according", "words", "passive")
    return told or _is_speaker(sentence, source)


def _is_speaker(sentence, source):
    """Whether a phrase is of a person, a body, a document or of those gathered somewhere."""
    if source.kind != "nominal":
        return True
    word = sentence.lower[source.head]
    known = sentence.tags[source.head] == "T" or word in people.BODIES or word in lexicon.DOCUMENTS
    return known or word in lexicon.QUANTIFIERS or word.rstrip("s").endswith(_DOERS) or word in _GATHERED
