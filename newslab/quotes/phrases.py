"""Noun phrases as sources: a name, a pronoun, `a spokesman for the Kremlin`."""

from dataclasses import dataclass

from newslab.quotes import bodies, lexicon, people

# How many tokens a source or an aside may hold.
REACH = 30
_DAYTIMES = frozenset("morning afternoon evening night week weekend month year".split())
# Roles that before a noun are mostly adjectives: "academic standards", "the official version".
_ADJECTIVES = frozenset(
    """academic chief conservative democratic executive expert general international liberal model native official
    representative republican socialist veteran volunteer""".split()
)
# Nouns that end like adverbs.
_NO_ADVERBS = frozenset(
    "family italy july ally reply supply assembly anomaly monopoly bully fly belly jelly homily".split()
)


def is_adverb(word):
    """Whether a word in lower case ends like an adverb and is none of the nouns that do."""
    return word.endswith("ly") and word not in _NO_ADVERBS


@dataclass(slots=True, frozen=True)
class Phrase:
    """A noun phrase, as token positions; `head` is its main word, `kind` one of name, pronoun, nominal."""

    start: int
    end: int
    head: int
    kind: str


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


def is_office(sentence, outer, inner):
    """`Secretary of State John Kerry`: an office, and then the name."""
    if inner.kind != "name" or sentence.tags[outer.head] != "T":
        return False
    noun = inner.end - 3
    if noun >= inner.start and sentence.tags[noun : inner.end] == "nNN":
        return sentence.lower[noun] not in bodies.BODIES  # "the leader of the convoy Ada Lowe"
    if inner.end - inner.start > 2 and sentence.lower[inner.start] in bodies.PLACES:
        return set(sentence.tags[inner.start : inner.end]) == {"N"}  # "the ambassador to Britain Ada Lowe"
    if not sentence.words[outer.head][0].isupper():
        return False
    if inner.end - inner.start > 2 and sentence.lower[inner.start] in bodies.PORTFOLIOS:
        return True
    return any(sentence.lower[at] in people.given_names() for at in range(inner.start + 1, inner.end - 1))


def simple_ending(sentence, last):
    """A noun phrase without prepositions."""
    tags = sentence.tags
    if last < 0 or tags[last] not in "NTnd$":
        return None
    start = last
    while start > 0 and last - start < REACH and _joins(sentence, start - 1):
        start -= 1
    if start > 1 and tags[start - 2 : start] == "DQ" and tags[start] == "T":
        start -= 1  # "the “Slow Burn” singer"
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
        roles = [
            at
            for at in range(start, end)
            if tags[at] == "T" and "$" not in tags[at:head] and not sentence.lower[at].endswith("-old")
            if sentence.lower[at] not in _ADJECTIVES
        ]
        spoken = sentence.lower[head] in lexicon.DOCUMENTS or sentence.lower[head] in lexicon.SPEECH_NOUNS
        if roles and not spoken and sentence.lower[head] not in bodies.BODIES:
            head = roles[-1]
        elif start == head and not sentence.lower[head].endswith("s") and sentence.lower[head] not in bodies.BODIES:
            return None
    return Phrase(start, end, head, "nominal") if tags[head] in "nT" else None


def _joins(sentence, at):
    """Whether the token at `at` is of one noun phrase with the next."""
    tag, lower = sentence.tags[at], sentence.lower[at]
    if tag == "R":  # "a Friday evening tweet"
        if sentence.tags[at + 1] == "$":
            return True  # "Wednesday's shooting"
        return at > 0 and sentence.tags[at - 1] in "DR" and (lower in bodies.NOT_NAMES or lower in _DAYTIMES)
    if tag == "n":
        return lower == "&" or (not is_adverb(lower) and lower[0].isalnum())
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
    if tags[at] == "Q" and tags[at + 1 : at + 2] == "T":
        at += 1  # "said “Slow Burn” director Ada Lowe"
    end = at
    while end < len(tags) and tags[end] == "D":
        end += 1
    if end > at and tags[end : end + 2] == "QT":
        end += 1  # "the “Slow Burn” singer"
    while end < len(tags) and end - at < REACH and tags[end] in "NTnd$":
        if tags[end] == "n" and (is_adverb(lower[end]) or (end > at and _name_ends(sentence, end))):
            break
        end += 1
    while end > at and tags[end - 1] == "$":
        end -= 1
    if end == at or tags[end - 1] == "D":
        return Phrase(at, end, at, "nominal") if end > at and lower[at] in lexicon.QUANTIFIERS else None
    phrase = _headed(sentence, at, end)
    if phrase is None:
        return None
    if phrase.kind == "name":
        state = tags[at] == "D" and tags[end : end + 4] in (",N,n", ",N,T")
        if state and lower[end + 1].replace(".", "") in bodies.STATES:
            return Phrase(at, _with_of(sentence, end + 4), end + 3, "nominal")  # "the Salem, Ore., chapter"
        return _with_second(sentence, phrase)
    stop = _with_of(sentence, end)
    if tags[stop : stop + 1] == "," and tags[phrase.head] == "T" and tags[stop + 1 : stop + 2] in tuple("nNT"):
        # "said the head of the bank, Ada Lowe", "said another witness, former adviser Ada Lowe"
        inner = right_phrase(sentence, stop + 1)
        if inner is not None and inner.kind == "name":
            return Phrase(at, inner.end, inner.head, "name")
    if stop > end + 1:
        inner = _headed(sentence, end + 1, stop)
        if inner is not None and is_office(sentence, phrase, inner):
            return Phrase(at, stop, inner.head, "name")
    return Phrase(at, stop, phrase.head, "nominal")


def _with_second(sentence, phrase):
    """`said Anna Bauer and Lukas Bauer`, unless the second does something else."""
    if sentence.lower[phrase.end : phrase.end + 1] != ["and"] or sentence.tags[phrase.end + 1 : phrase.end + 2] not in (
        "N",
        "T",
    ):
        return phrase
    second = right_phrase(sentence, phrase.end + 1)
    if second is None or second.kind != "name" or sentence.tags[second.end : second.end + 1] in tuple("VveAR"):
        return phrase
    return Phrase(phrase.start, second.end, second.head, "name")


def _name_ends(sentence, at):
    """A word in lower case after a name ends the phrase, unless a role comes: `Kremlin press secretary Peskov`."""
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


def bracket_start(sentence, step):
    for at in range(step, max(-1, step - REACH), -1):
        if sentence.tags[at] == "(":
            return at
    return step
