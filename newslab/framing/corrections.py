"""Tags corrected with the whole sentence in view: its verbs, its names of several words, adjectives that are nouns."""

import re

from newslab.framing.lexicon import TIMES, base_verbs, concepts, countries, verb_forms, word_classes
from newslab.framing.name_forms import VERSUS
from newslab.text import stem


def correct(lower, tags):
    """Correct the tags of a sentence in place; `lower`: its words in lower case."""
    _limit(lower, tags)
    _settle(lower, tags)
    _invert(lower, tags)
    _find_verbs(lower, tags)
    _join_names(lower, tags)


def _limit(lower, tags):
    """ "At least", "at most" belong to the number after them, and else to no noun: "at least respect"."""
    for place in range(len(tags) - 2):
        if lower[place] == "at" and lower[place + 1] in ("least", "most"):
            tags[place] = tags[place + 1] = "#" if tags[place + 2] == "#" else "B"


_FAITHS = frozenset(
    "christian catholic muslim jewish protestant buddhist hindu mormon sikh lutheran anglican methodist baptist".split()
)


def _ends(tags, place):
    """Does a clause end here?"""
    return place == len(tags) or tags[place] in ".QC"


def _settle(lower, tags):
    """An adjective with no noun after it, but a determiner before, is the noun: "the Slovenian capital"."""
    for place, tag in enumerate(tags):
        if tag == "E" and lower[place] in _FAITHS and tags[place - 1 : place] == ["S"] and _ends(tags, place + 1):
            # "They say the mayor's Christian": he is.
            tags[place - 1 : place + 1] = "X", "A"
            continue
        if lower[place] == "general" and place and lower[place - 1] in word_classes()["title"]:
            tags[place] = "O"
        if (
            tag == "A"
            and place
            and tags[place - 1] in "DSAE"
            and (place + 1 == len(tags) or tags[place + 1] not in "AEO#CQB")
        ):
            if tags[place - 1] == "S" and place + 1 < len(tags) and tags[place + 1] in "TP":
                tags[place - 1] = "X"
            elif not (place + 2 < len(tags) and lower[place + 1] == "," and tags[place + 2] == "A"):
                tags[place] = "O"


def _invert(lower, tags):
    """After a modal that opens a clause the verb follows the subject: "should | the mayor | fire the judge"."""
    for place, tag in enumerate(tags):
        if tag != "M" or (place and tags[place - 1] not in "CBRQ."):
            continue
        verb = place + 1
        while verb < min(len(tags), place + _LONGEST_SUBJECT) and tags[verb] in "DAE":
            verb += 1
        if verb < len(tags) and tags[verb] == "O" and lower[verb] in word_classes()["title"]:
            verb += 1
        # "Should the plan Berg made fail": after a determiner alone it is a noun.
        follows = verb > place + 1 and tags[verb - 1] in "EO" and tags[verb : verb + 1] == ["O"]
        if follows and lower[verb] in base_verbs() and _named_next(lower, tags, verb + 1):
            tags[verb] = "I"


def _named_next(lower, tags, place):
    """Does an object follow: a determiner, a pronoun, or a name with or without its titles?"""
    if place < len(tags) and tags[place] in "DR":
        return True
    while place < len(tags) and (tags[place] == "A" or lower[place] in word_classes()["title"]):
        place += 1
    return place < len(tags) and tags[place] == "E"


# In tags; and no subject is longer, which keeps the time linear in lists and broken text.
_LONGEST_SUBJECT = 30
_SUBJECT = re.compile(r"[CRBQ]*(D{0,2}[A#EOSQ]*[EO](?:PD{0,2}[A#EOSQ]*[EO])*)B*$")


def _find_verbs(lower, tags):
    """A clause has a finite verb: where none was seen, the first word after the subject that can be one is it."""
    first = 0
    for last in (
        *(place for place, tag in enumerate(tags) if tag in ".Q" or _subordinates(lower, tags, place)),
        len(tags),
    ):
        clause = tags[first:last]
        if not {"V", "X", "M"} & set(clause):
            sentence = first == 0 and lower[last : last + 1] == ["."]
            for place in range(first + 1, min(last, first + _LONGEST_SUBJECT)):
                ends = place + 1 == last and not sentence
                if tags[place] == "O" and _can_be_verb(lower, tags, first, place, ends):
                    tags[place] = "V"
                    break
        first = last + 1


def _subordinates(lower, tags, place):
    return tags[place] == "C" and lower[place] not in ("and", "or", "nor", "but", "yet")


def _can_be_verb(lower, tags, first, place, ends):
    """Does the word agree with the subject before it? "The suit amounts to", "critics blast the"."""
    base, kind = verb_forms().get(lower[place], ("", ""))
    subject = _SUBJECT.match("".join(tags[first:place]))
    if not kind or not subject or tags[place - 1] not in "EOB":
        return False
    following = tags[place + 1] if place + 1 < len(tags) else ""
    if ends or (following == "P" and stem(base) in concepts()):
        # "The peace talks in Geneva" is a noun phrase, "the suit claims" is none.
        sure = base in word_classes()["reporting"] or base not in word_classes()["noun_and_verb"]
        return sure and kind != "base"
    head = re.match(r"[^P]*", subject.group(1)).end() + subject.start(1) + first - 1
    plural = lower[head] in _PLURALS or (lower[head].endswith("s") and not lower[head].endswith("ss"))
    if kind == "base":
        return plural and following in ("D", "R", "T") and tags[head] in "OE"
    return kind == "past" or (kind == "s" and not (plural and tags[head] == "O"))


_PLURALS = frozenset("people police men women children".split())


_HEADS_WITH_OF = frozenset(
    """department ministry university college school institute center centre council court bank office bureau house
    committee agency board chamber church city port bay gulf sea cape isle league union federation association academy
    museum society order republic kingdom state secretary conference action
    commission foundation institute""".split()
)


_LONGEST_NAME = 6


def _join_names(lower, tags):
    """Make one name of "Department of the Treasury", "Customs and Border Protection", "Berg v. Holm"."""
    known, head = countries(), -1
    for place in range(len(tags) - 1):
        if tags[place] == "E":
            head = place if lower[place] in _HEADS_WITH_OF else head
            continue
        following = place + 1 + (lower[place] != "and" and lower[place + 1] == "the")
        if not place or tags[place - 1] != "E" or tags[following : following + 1] != ["E"]:
            continue
        if lower[following] in TIMES:
            # "Left the White House | on Monday".
            continue
        if lower[place] in VERSUS:
            # "Berg v. Harbour Bank" is a case, and speaks of neither.
            tags[place] = "E"
        elif lower[place] in ("of", "for", "on") and tags[head:place] == ["E"] * (place - head) > []:
            # "For the Advancement of Colored People": what belongs to a name may have an "of" of its own.
            if place - head == 1 or lower[place] == "of":
                tags[place:following] = ["E"] * (following - place)
        elif lower[place] == "and":
            firsts = range(max(0, place - _LONGEST_NAME), place)
            lasts = range(place + 2, min(len(tags), place + _LONGEST_NAME) + 1)
            whole = any(" ".join(lower[first:last]) in known for first in firsts for last in lasts)
            # "The Center for Coastal and Harbour Studies": an adjective goes on.
            if whole or (tags[head:place] == ["E"] * (place - head) > [] and lower[place - 1].endswith(("ic", "al"))):
                tags[place] = "E"
