"""Tokens of a sentence and their parts of speech, from closed classes, endings, capitals and neighbours."""

import re
from dataclasses import dataclass

from newslab.framing.corrections import correct
from newslab.framing.lexicon import base_verbs, countries, given_names, verb_forms, word_classes

# One letter a tag, so that a phrase is a regular expression over the tags of a sentence.
# D determiner, R pronoun, P preposition, C conjunction, T to, M modal, X auxiliary, V finite verb, N participle,
# G -ing form, I infinitive, A adjective, B adverb, O noun, E name, # number, S possessive, Q quotation mark, . other.
TOKEN = re.compile(
    r"(?:[^\W\d_]\.){2,}"
    r"|\b(?:Mr|Mrs|Ms|Dr|Gen|Sen|Sens|Rep|Reps|Gov|Lt|Col|Sgt|Capt|St|Jr|Sr|Prof|Rev|Hon)\."
    r"|\b[A-Z]\.(?=\s[A-Z])"
    r"|\bvs?\.(?=\s[A-Z])"
    r"|[$€£]?\d+(?:[.,:]\d+)*(?:[^\W\d_]+)?(?:-[^\W_]+)*%?"
    r"|['’]s\b|(?<=s)['’](?=\s)"
    r"|[^\W_]+(?:(?:-|&|['’](?!s\b))[^\W_]+)*"
    r"|[^\w\s]"
)
_NUMBERS = frozenset(
    """one two three four five six seven eight nine ten eleven twelve dozen hundred thousand million billion
    trillion half""".split()
)
# "Mrs. May", "Will Smith": in the middle of a sentence a capital makes them names.
_NAMES_OR_MODALS = frozenset(("may", "will"))
# "Moon Jae In", "Ban Ki Moon", "Norway Today": a capital right after a name goes on with it.
_IN_NAMES = frozenset(("in", "on", "un", "so", "an", "no", "may", "will", "today"))
_CLOSED = {
    "modal": "M",
    "auxiliary": "X",
    "determiner": "D",
    "pronoun": "R",
    "conjunction": "C",
    "preposition": "P",
    "adverb": "B",
}
_ADJECTIVE = re.compile(
    r"(?:[a-z]{3}(?:ous|ful|less|able|ible|ive|ical|ial|ional|tal|nal|ral|lar|ary|ic|ish|ese)"
    r"|-(?:\w+ed|old|based|led|backed|style|wide|like|ever))$"
)
_NOUN = re.compile(r"[a-z]{2}(?:tion|sion|ment|ness|ity|ship|ance|ence|ism|ist|hood|dom|acy|age|ure|er|or|ers|ors)s?$")


@dataclass(frozen=True, slots=True)
class Token:
    """A word or a mark of a kept text, with its tag."""

    text: str
    lower: str
    start: int
    end: int
    tag: str


def tag_sentence(text, start, end, names=frozenset()):
    """The tagged tokens of `text[start:end]`; `names`: lower-case words that are names elsewhere."""
    found = [(match.group(), *match.span()) for match in TOKEN.finditer(text, start, end)]
    words = [word for word, _, _ in found]
    lower = [word.lower().replace("’", "'") for word in words]
    shouting = _title_case(words)
    tags, first = [], True
    for place in range(len(words)):
        first = first and (not tags or tags[-1] in "Q.")
        if words[place] in "'’":
            glued = place and found[place][1] == found[place - 1][2] and lower[place - 1].endswith("s")
            tags.append("S" if glued else "Q")
            continue
        tags.append(_tag(words, lower, tags, place, first, shouting, names))
    correct(lower, tags)
    return [
        Token(word, low, begin, stop, tag) for (word, begin, stop), low, tag in zip(found, lower, tags, strict=True)
    ]


def looks_like_modifier(low):
    """Is a lower-case word an adjective or adverb by its form or by the lists?"""
    classes = word_classes()
    return bool(
        low in classes["adjective"] or low in classes["adverb"] or _ADJECTIVE.search(low) or low.endswith("ly")
    ) and low not in ("not", "never", "n't")


def _title_case(words):
    """Is every longer word capitalised that is no function word, as in a headline? Then capitals tell nothing."""
    classes = word_classes()
    longer = [word for word in words if len(word) > 2 and word[0].isalpha()]
    content = [word for word in longer if not any(word.lower() in classes[name] for name in _CLOSED)]
    return len(content) > 3 and all(word[0].isupper() for word in content)


def _tag(words, lower, tags, place, first, shouting, names):
    word, low = words[place], lower[place]
    if not word[0].isalnum():
        return _mark(low, word)
    if word[0].isdigit() or low in _NUMBERS:
        return "#"
    following = words[place + 1] if place + 1 < len(words) else ""
    if word[0].isupper() and _is_name(word, low, following, first, shouting, names):
        return "E"
    goes_on = word[0].isupper() and tags and tags[-1] == "E" and low in _IN_NAMES
    if goes_on and (not shouting or (low in _NAMES_OR_MODALS and lower[place - 1] in given_names())):
        return "E"
    before = next((tag for tag in reversed(tags[-5:]) if tag != "B"), "")
    if place > 1 and tags[-1] == "A" and tags[-2] in "EO" and low in verb_forms() and _is_finite(low):
        # "The C.I.A. chief told", "the paper first reported": a noun or an adverb before a verb, no adjective.
        before = tags[-1] = "O" if lower[place - 1] in word_classes()["title"] else "B"
    return _closed(low, lower, place, before) or _open(low, lower, place, before, tags)


def _mark(low, word):
    if low == "'s":
        return "S"
    return "Q" if word in '"“”‘«»' else "."


def _is_name(word, low, following, first, shouting, names):
    classes = word_classes()
    if word.isupper() and len(word) > 1 and not shouting:
        return True
    if low in _NAMES_OR_MODALS and not shouting:
        return not first or low in names
    closed = any(low in classes[name] for name in _CLOSED) or low.split("'")[0] in classes["pronoun"]
    if (low in names and not closed) or low in countries() or f"{low} {following.lower()}" in countries():
        return low != "us" or not first
    if low in given_names() and not closed:
        return not _is_word(low) or following[:1].isupper()
    if not first and not shouting:
        return not closed and not (low in classes["determiner"] or low in classes["pronoun"])
    return (
        not (closed or _is_word(low) or _is_plural(low) or "-" in word or low.endswith(("ly", "ing", "ed")))
        and not shouting
        and low != "i"
    )


def _is_plural(low):
    return low.endswith("s") and not low.endswith("ss")


def _is_word(low):
    """Is it known as a word of the language, so that a capital at the start of a sentence tells nothing?"""
    classes = word_classes()
    return bool(
        low in classes["adjective"]
        or low in classes["title"]
        or low in verb_forms()
        or _NOUN.search(low)
        or _ADJECTIVE.search(low)
    )


def _closed(low, lower, place, before):
    classes = word_classes()
    following = lower[place + 1] if place + 1 < len(lower) else ""
    if low == "to":
        return "T" if following in base_verbs() or following in ("be", "have", "do", "not") else "P"
    if low in ("which", "what") or ("'" in low and low.split("'")[0] in classes["pronoun"] | {"that", "what", "let"}):
        return "R"
    if low == "that":
        return "D" if before == "P" else "C"
    return next((tag for name, tag in _CLOSED.items() if low in classes[name]), "")


def _is_finite(low):
    return verb_forms()[low][1] in ("past", "s")


def _open(low, lower, place, before, tags):
    classes = word_classes()
    if low in classes["noun"]:
        return "O"
    nominal = before in ("D", "S", "A", "#")
    if low in verb_forms():
        return _verb(low, verb_forms()[low][1], lower, place, before, nominal, tags)
    if low in classes["adjective"]:
        return "A"
    if low in classes["title"] or low in classes["person_noun"]:
        return "O"
    if low.endswith("ly") and len(low) > 4:
        return "B"
    if low.endswith("ing") and len(low) > 5:
        return _verb(low, "ing", lower, place, before, nominal, tags)
    if low.endswith("ed") and len(low) > 4 and "-" not in low:
        return _verb(low, "past", lower, place, before, nominal, tags)
    return "A" if _ADJECTIVE.search(low) else "O"


_SINGULAR = frozenset(("a", "an"))


def _verb(low, kind, lower, place, before, nominal, tags):
    """A word that can be a verb: its neighbours decide."""
    if before in ("T", "M"):
        return "I" if low in base_verbs() else "O"
    if (
        before == "E"
        and verb_forms().get(low, ("",))[0] == low
        and _after_possessor(tags)
        and not _object_next(lower, place)
    ):
        # "Her White House bid", "the Berg run".
        return "O"
    if before == "X" and kind == "base":
        return "I"
    if kind == "ing":
        return "A" if nominal and _noun_next(lower, place) else ("O" if nominal else "G")
    if kind == "participle":
        return "A" if nominal and _noun_next(lower, place) else "N"
    if kind == "past":
        if nominal and low != "said":
            return "A"
        return "N" if before == "X" else "V"
    if nominal or before == "P":
        return "A" if low in word_classes()["adjective"] else "O"
    if kind == "base":
        opens = _object_next(lower, place)
        # "The troops attack", but not "a nuclear weapons state".
        plural = (
            before == "O" and _is_plural(lower[place - 1]) and not _SINGULAR & set(lower[max(0, place - 5) : place])
        )
        pure = low not in word_classes()["noun_and_verb"] and before in ("O", "E", "C", "R")
        return "V" if before == "R" or pure or (before in ("X", "", "C") and opens) or plural else "O"
    if verb_forms()[low][0] not in word_classes()["noun_and_verb"]:
        return "V"
    # "Talks", "plans", "reports": a verb only between a subject and what must be an object.
    return "V" if before == "R" or (before in ("O", "E") and _object_next(lower, place)) else "O"


def _object_next(lower, place):
    """Does a word follow that begins an object?"""
    follows = lower[place + 1] if place + 1 < len(lower) else ""
    return follows in word_classes()["determiner"] or follows in word_classes()["pronoun"]


def _after_possessor(tags):
    """Do the names right before have a determiner, a number or a possessor before them?"""
    place = len(tags)
    while place and tags[place - 1] == "E":
        place -= 1
    return bool(place) and tags[place - 1] in "DS#"


def _noun_next(lower, place):
    """Does a word follow that can be the head of the phrase?"""
    if place + 1 >= len(lower) or not lower[place + 1][0].isalpha():
        return False
    follows, classes = lower[place + 1], word_classes()
    return (
        not any(follows in classes[name] for name in _CLOSED) and not follows.endswith("ly") and follows not in ("to",)
    )
