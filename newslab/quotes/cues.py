"""Cues and their sources in one sentence: who said, according to whom, in whose words."""

from dataclasses import dataclass

from newslab.quotes import lexicon
from newslab.quotes.phrases import REACH, Phrase, main_subject, right_phrase, simple_ending
from newslab.quotes.phrases_before import phrase_ending
from newslab.quotes.subjects import is_governed, is_speaker, left_phrase

# Words before a colon that name nobody.
LABELS = frozenset(
    """note correction update updated breaking watch video photo photos image images picture caption source sources read
    related more analysis opinion exclusive live warning wait question answer q a editor transcript developing
    poll""".split()
)
# Cues by which somebody says or judges something.
SAYING = ("speech", "stance", "participle")
_TELLING = frozenset("report reports reported write writes wrote".split())
_ABOUT = frozenset("on about".split())
# How far behind a verb stands what it tells of.
_NEAR = 9
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
        # "quoted Peskov as saying", "quotes Peskov, who said": he speaks, not who quotes him
        right = right_phrase(sentence, at + 1)
        if right is not None and lower[right.end : right.end + 1] == ["as"]:
            return Cue(at, right.end + 2, right, "speech", inverted=True)
        if right is not None and _relative_follows(sentence, right.end):
            return Cue(at, right.end, right, "speech", inverted=True)
    if (owner := _told_of(sentence, at)) is not None:
        return Cue(at, at + 1, owner, "speech", inverted=True)
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


def _told_of(sentence, at):
    """`reported in May on Lowe’s remarks`: whose words a verb tells of."""
    tags, lower = sentence.tags, sentence.lower
    if lower[at] not in _TELLING:
        return None
    for step in range(at + 1, min(at + _NEAR, len(sentence) - 1)):
        if tags[step] not in "NTnDIRd$":
            return None
        if tags[step] == "$" and lower[step + 1] in lexicon.SPEECH_ACTS and not _ABOUT.isdisjoint(lower[at:step]):
            return simple_ending(sentence, step - 1)
    return None


def _relative_follows(sentence, at):
    """`the Society of Bakers, which`: a relative clause, be it behind what a name hangs on."""
    inner = right_phrase(sentence, at + 1) if sentence.lower[at : at + 1] == ["of"] else None
    at = at if inner is None else inner.end
    return sentence.tags[at : at + 2] == ",W"


def _after_speech(sentence, at):
    """`“…,” shrugged Lowe`, `“…,” she shrugged.`: beside words that end as speech does, every verb is one of speech."""
    tags = sentence.tags
    step = at - 1
    while step >= 0 and tags[step] == "R":
        step -= 1
    comma = step > 0 and tags[step] in ",-"
    if step >= 0 and (step - comma) in sentence.pauses:
        right = right_phrase(sentence, at + 1)
        speaks = right is not None and right.kind != "pronoun" and is_speaker(sentence, right)
        if speaks and tags[at] != "V" and right.kind == "name" and tags[right.start] == "D":
            return None  # "“Slow Burn,” won the Mercury Prize"
        return Cue(at, at + 1, right, "speech", inverted=True) if speaks else None
    if tags[at + 1 : at + 2] not in tuple(".,") or step < 0:
        return None
    left = phrase_ending(sentence, step)
    if left is None or not is_speaker(sentence, left):
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
    """`was described`, `being called`; not `has said`, `she's said`."""
    if at and sentence.lower[at - 1] == "'s" and sentence.lower[at] in lexicon.SAID:
        return sentence.lower[at + 1 : at + 2] == ["to"]
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
            introduced = near.start and (lower[near.start - 1] in ("with", "as") or tags[near.head] == "T")
            written = lower[near.head].removesuffix("s") in lexicon.DOCUMENTS or lower[near.head] in lexicon.DOCUMENTS
            if introduced or written or near.kind == "pronoun":
                source = near
    if before == "A" or (before == "R" and at > 1 and tags[at - 2] == "A"):
        source = left_phrase(sentence, at)
    if source is None:
        opens, closes = _aside_before(sentence, at)
        earlier = [
            cue
            for cue in found
            if cue.kind != "noun" and not opens < cue.first < closes and not is_governed(sentence, cue, cue.source)
            if cue.kind != "other" or lower[cue.source.head] != "it"  # "it would be wrong"
        ]
        source = earlier[-1].source if earlier else main_subject(sentence, at) or _ahead_subject(sentence, at)
    return None if source is None else Cue(at, at + 1, source, "participle")


def _aside_before(sentence, at):
    """The places of the dashes around what stands between a subject and its participle, (-1, -1) without them."""
    closes = sentence.tags.rfind("-", max(0, at - 2), at)
    opens = sentence.tags.rfind("-", 0, max(0, closes))
    return (opens, closes) if opens > 0 else (-1, -1)


def _ahead_subject(sentence, at):
    """`Calling it “sad,” Peskov left`: a participle that opens the sentence takes the subject behind the comma."""
    tags = sentence.tags
    if at > 2:
        return None
    for step in range(at + 1, min(len(tags), at + REACH)):
        ends = tags[step] == "," or (tags[step] == "Q" and tags[step - 1 : step + 2] != "DQT")
        if ends and step + 1 < len(tags) and tags[step + 1] in "PNTD":
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
    lone = begin + 1 == len(sentence) or sentence.tags[begin + 1] in ",.:Q"
    if lone and sentence.lower[begin : begin + 1] in (["him"], ["her"]):
        return Cue(at, begin, Phrase(begin, begin + 1, begin, "pronoun"), kind, inverted=True)
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
        if label is not None and label.start == 0 and label.kind != "nominal" and lower[label.head] not in LABELS:
            return Cue(at, at + 1, label, "colon")
    source = main_subject(sentence, at)
    labelled = source is not None and source.start == 0 and lower[source.head] in LABELS
    if source is not None and not labelled and not any(cue.kind == "speech" for cue in found):
        return Cue(at, at + 1, source, "colon")
    return None
