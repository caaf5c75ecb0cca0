"""Cues and their sources in one sentence: who said, according to whom, in whose words."""

from dataclasses import dataclass

from newslab.quotes import words as lexicon

# How many tokens a source or an aside may hold.
_REACH = 30
_QUOTES_OTHERS = frozenset("quote quotes quoted cite cites cited".split())
_QUANTIFIERS = frozenset("others many some several both another one those all few more".split())


@dataclass(slots=True, frozen=True)
class Phrase:
    """A noun phrase, as token positions; `head` is its main word, `kind` one of name, pronoun, nominal."""

    start: int
    end: int
    head: int
    kind: str


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
        elif tag in "nT" and word in lexicon.SPEECH_NOUNS:
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
    for step in range(at + 1, min(len(tags), at + _REACH)):
        if tags[step] in ",Q" and step + 1 < len(tags) and tags[step + 1] in "PNTD":
            phrase = right_phrase(sentence, step + 1)
            if phrase is not None and phrase.end < len(tags) and tags[phrase.end] in "VveAR":
                return phrase
    return None


def _other_cue(sentence, at):
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
        owner = _simple_ending(sentence, step - 1)
        return None if owner is None else Cue(at, at + 1, owner, "noun")
    if step >= 0 and lower[step] in ("his", "her"):
        return Cue(at, at + 1, Phrase(step, step + 1, step, "pronoun"), "noun")
    return None


def _with_right(sentence, at, begin, kind):
    right = right_phrase(sentence, begin)
    return None if right is None else Cue(at, begin, right, kind, inverted=True)


def _mark_cue(sentence, at, found):
    """`Peskov: “…”`, `“…” — Peskov`, and `In a statement, the ministry:`."""
    tags = sentence.tags
    if tags[at] == "-":
        if at and tags[at - 1] in "Q.":
            right = right_phrase(sentence, at + 1)
            if right is not None and right.kind == "name" and tags[right.end : right.end + 1] in ("", ",", "."):
                return Cue(at, at + 1, right, "dash", inverted=True)
        return None
    if 0 < at <= 12 and not any(cue.kind in ("speech", "stance") for cue in found):
        label = phrase_ending(sentence, at - 1)
        if label is not None and label.start == 0 and label.kind != "nominal":
            return Cue(at, at + 1, label, "colon")
    source = main_subject(sentence, at)
    if source is not None and not any(cue.kind == "speech" for cue in found):
        return Cue(at, at + 1, source, "colon")
    return None


def main_subject(sentence, limit):
    """The first noun phrase of a sentence that no preposition governs: most often its subject."""
    tags = sentence.tags
    at = 0
    while at < limit:
        tag = tags[at]
        if tag == "P":
            return Phrase(at, at + 1, at, "pronoun")
        if tag == "I":
            phrase = right_phrase(sentence, at + 1)
            at = max(at + 1, phrase.end if phrase is not None else at)
            continue
        if tag in "NTD":
            phrase = right_phrase(sentence, at)
            if phrase is not None:
                if phrase.end < len(tags) and tags[phrase.end] == "$":
                    at = phrase.end + 1
                    continue
                return phrase if phrase.end <= limit else None
        at += 1
    return None


def left_phrase(sentence, at):
    """The subject that ends before the verb at `at`: past adverbs, auxiliaries, brackets and appositions."""
    tags, lower = sentence.tags, sentence.lower
    step = at - 1
    while step >= 0:
        if tags[step] in "AR" or lower[step].endswith("ly"):
            step -= 1
        elif lower[step] == "as" and lower[step - 1 : step] == ["quoted"]:
            step -= 2
        elif lower[step] == "to":
            if step == 0 or tags[step - 1] not in "Vven":
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
        step = _bracket_start(sentence, step) - 1
        if step < 0:
            return None
        tag = tags[step]
    if tag == "W" or (lower[step] == "that" and step and tags[step - 1] in "nNT"):
        return _antecedent(sentence, step)
    if tag in ",-":
        return _before_aside(sentence, step)
    return phrase_ending(sentence, step)


def _shared_subject(sentence, step):
    """`Peskov smiled and said`: the subject of the verb before."""
    for at in range(step - 1, max(-1, step - _REACH), -1):
        if sentence.tags[at] in "VveA":
            phrase = left_phrase(sentence, at)
            if phrase is not None:
                return phrase
    return main_subject(sentence, step)


def _bracket_start(sentence, step):
    for at in range(step, max(-1, step - _REACH), -1):
        if sentence.tags[at] == "(":
            return at
    return step


def _antecedent(sentence, step):
    before = step - 1
    if before >= 0 and sentence.tags[before] in ",-":
        before -= 1
    if before >= 0 and sentence.tags[before] == ")":
        before = _bracket_start(sentence, before) - 1
    if before >= 0 and sentence.tags[before] == ",":
        return _before_aside(sentence, before)
    return phrase_ending(sentence, before) if before >= 0 else None


def _before_aside(sentence, step):
    """`Dmitry Peskov, Putin’s spokesman, told`: the phrase before the comma (or dash) that opens the aside."""
    tags = sentence.tags
    candidates = []
    for at in range(step - 1, max(-1, step - _REACH), -1):
        if tags[at] in ",-" and tags[at] == tags[step] and at:
            phrase = phrase_ending(sentence, at - 1)
            if phrase is not None:
                if phrase.kind == "name":
                    return phrase
                inner = right_phrase(sentence, at + 1)
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


def phrase_ending(sentence, last):
    """The noun phrase whose last token is at `last`, with what it hangs on: `a spokesman for the Kremlin`."""
    tags = sentence.tags
    if last < 0:
        return None
    if tags[last] == ")":
        last = _bracket_start(sentence, last) - 1
        if last < 0:
            return None
    if tags[last] == "P":
        return Phrase(last, last + 1, last, "pronoun")
    if tags[last] == "D" and sentence.lower[last] in _QUANTIFIERS:
        return Phrase(last, last + 1, last, "nominal")
    phrase = _simple_ending(sentence, last)
    while phrase is not None and phrase.start >= 2 and last - phrase.start < _REACH:
        outer = _outer(sentence, phrase)
        if outer is None:
            break
        if _office(sentence, outer, phrase):
            phrase = Phrase(outer.start, phrase.end, phrase.head, "name")
        else:
            phrase = Phrase(outer.start, phrase.end, outer.head, outer.kind)
    if phrase is not None and phrase.kind == "name" and phrase.start >= 2 and sentence.lower[phrase.start - 1] == "and":
        first = _simple_ending(sentence, phrase.start - 2)
        if first is not None and first.kind == "name" and (first.start == 0 or tags[first.start - 1] in ",Q"):
            phrase = Phrase(first.start, phrase.end, phrase.head, "name")
    if phrase is not None and phrase.kind == "nominal" and tags[phrase.start] != "D" and tags[phrase.start - 1 : phrase.start] == "C":
        # "the former first lady and senator"
        first = phrase_ending(sentence, phrase.start - 2)
        if first is not None and tags[first.start] == "D" and first.kind == "nominal" and tags[phrase.head] == "T":
            phrase = Phrase(first.start, phrase.end, phrase.head, "nominal")
    return phrase


def _office(sentence, outer, inner):
    """`Secretary of State John Kerry`: an office, and then the name."""
    if inner.kind != "name" or sentence.tags[outer.head] != "T" or not sentence.words[outer.head][0].isupper():
        return False
    return any(sentence.lower[at] in lexicon.GIVEN_NAMES for at in range(inner.start + 1, inner.end - 1))


def _outer(sentence, inner):
    """What a phrase hangs on: `officials at the ministry`, `a report released by the office`."""
    tags = sentence.tags
    step = inner.start - 1
    if tags[step] == "R":
        step -= 1
    if step > 0 and tags[step] == "I":
        step -= 1
    elif step < 1 or tags[step] != "e":
        return None
    if step > 0 and tags[step] in "eg" and tags[step - 1] in "nNT":
        step -= 1
    elif tags[step] == "e":
        return None
    outer = _simple_ending(sentence, step)
    if outer is None or (outer.start and tags[outer.start - 1] == "I" and inner.kind == "name"):
        return None
    return outer


def _simple_ending(sentence, last):
    """A noun phrase without prepositions."""
    tags, lower = sentence.tags, sentence.lower
    if last < 0 or tags[last] not in "NTnd$":
        return None
    start = last
    while start > 0 and last - start < _REACH and _joins(sentence, start - 1, start):
        start -= 1
    while start > 0 and tags[start - 1] == "D":
        start -= 1
    while tags[start] == "$" and start < last:
        start += 1
    return _headed(sentence, start, last + 1)


def _headed(sentence, start, end):
    """A phrase over the tokens given, with its head and kind."""
    tags = sentence.tags
    head = end - 1
    while head > start and tags[head] in "d$":
        head -= 1
    capital_role = tags[head] == "T" and sentence.words[head][:1].isupper() and head > start and tags[head - 1] == "N"
    if tags[head] == "N" or capital_role:
        return Phrase(start, end, head, "name")
    if tags[head] == "n":
        roles = [at for at in range(start, end) if tags[at] == "T" and tags[at + 1 : at + 2] != "$"]
        if roles and sentence.lower[head] not in lexicon.DOCUMENTS and sentence.lower[head] not in lexicon.BODIES:
            head = roles[-1]
        elif start == head and not sentence.lower[head].endswith("s") and sentence.lower[head] not in lexicon.BODIES:
            return None
    return Phrase(start, end, head, "nominal") if tags[head] in "nT" else None


def _joins(sentence, at, following):
    """Whether the token at `at` is of one noun phrase with the next."""
    tag, lower = sentence.tags[at], sentence.lower[at]
    if tag == "n":
        return not lower.endswith("ly") and lower[0].isalnum()
    return tag in "NTd$"


def right_phrase(sentence, begin):
    """The noun phrase that starts at `begin` (or behind adverbs)."""
    tags, lower = sentence.tags, sentence.lower
    at = begin
    while at < len(tags) and tags[at] == "R":
        at += 1
    if at >= len(tags):
        return None
    if tags[at] == "P":
        return Phrase(at, at + 1, at, "pronoun")
    end = at
    while end < len(tags) and tags[end] == "D":
        end += 1
    while end < len(tags) and end - at < _REACH and tags[end] in "NTnd$":
        if tags[end] == "n" and (lower[end].endswith("ly") or (end > at and _name_ends(sentence, end))):
            break
        end += 1
    while end > at and tags[end - 1] == "$":
        end -= 1
    if end == at or tags[end - 1] == "D":
        return Phrase(at, end, at, "nominal") if end > at and lower[at] in _QUANTIFIERS else None
    phrase = _headed(sentence, at, end)
    if phrase is None:
        return None
    if phrase.kind == "name":
        return _with_second(sentence, phrase)
    if tags[end : end + 1] == "," and tags[end + 1 : end + 2] and tags[end + 1] in "NT":
        # "said Apple’s chief executive, Tim Cook"
        inner = right_phrase(sentence, end + 1)
        if inner is not None and inner.kind == "name" and tags[phrase.head] == "T":
            return Phrase(at, inner.end, inner.head, "name")
    return Phrase(at, _with_of(sentence, end), phrase.head, "nominal")


def _with_second(sentence, phrase):
    """`said Anna Bauer and Lukas Bauer`, unless the second does something else."""
    if sentence.lower[phrase.end : phrase.end + 1] != ["and"] or sentence.tags[phrase.end + 1 : phrase.end + 2] not in ("N", "T"):
        return phrase
    second = right_phrase(sentence, phrase.end + 1)
    if second is None or second.kind != "name" or sentence.tags[second.end : second.end + 1] in tuple("VveAR"):
        return phrase
    return Phrase(phrase.start, second.end, second.head, "name")


def _name_ends(sentence, at):
    """A word in lower case after a name ends the phrase, unless a noun of role comes: `Kremlin press secretary Peskov`."""
    tags = sentence.tags
    if tags[at - 1] != "N":
        return False
    following = at
    while following < len(tags) and tags[following] == "n" and following - at < 3:
        following += 1
    return not (following < len(tags) and tags[following] == "T") and sentence.lower[at] not in lexicon.SPEECH_NOUNS


def _with_of(sentence, end):
    """Take in `of the ministry`, `for the Kremlin`, `at the bank`."""
    tags, lower = sentence.tags, sentence.lower
    if end < len(tags) and lower[end] in ("of", "for", "at", "from", "with", "in", "on"):
        stop = end + 1
        while stop < len(tags) and stop - end < 8 and tags[stop] in "DNTnd$":
            stop += 1
        if stop > end + 1 and tags[stop - 1] in "NTnd":
            return stop
    return end
