"""What a name is of, a person, a body, a place or a thing, and what its sentence says of it."""

import re

from newslab.quotes import bodies, people

# A verb, and behind it the article of a noun that a name follows.
_DOING = re.compile("[VveA].*Dn+$")
_SURNAME_PLACES = frozenset("jordan england ireland scotland wales france holland israel jersey street river".split())
# What a paper or a broadcaster adds to its name.
_EDITIONS = frozenset("live online today tonight".split())
_TITLE_WORDS = {
    "sen": "senator",
    "gov": "governor",
    "rep": "representative",
    "pres": "president",
    "prof": "professor",
    "dr": "doctor",
    "rev": "reverend",
    "gen": "general",
    "col": "colonel",
    "capt": "captain",
    "sgt": "sergeant",
    "lt": "lieutenant",
    "mp": "lawmaker",
    "det": "detective",
    "dci": "inspector",
    "insp": "inspector",
    "supt": "superintendent",
    "cllr": "councillor",
    "cmdr": "commander",
    "maj": "major",
    "adm": "admiral",
    "hon": "lawmaker",
}


def kind_of(name, small, titles, determined):
    if titles and not determined and not any(word in bodies.BODIES for word in small[-1:]):
        return "person"
    known = small[0] in people.given_names()
    if small[-1].endswith("s") and small[-1][:-1] in bodies.COUNTRY_WORDS:
        return "body"  # "South Koreans"
    if len(small) > 1 and small[-1] in bodies.THINGS:
        return "thing"
    if len(small) > 1 and small[-1] in _EDITIONS:
        return "body"  # "Courier Online"
    if len(small) == 1 and "." in name[0] and small[0].replace(".", "") in bodies.STATES:
        return "place"  # "D.C."
    called = known and len(small) == 2 and not determined
    if any(_of_body(*words) for words in zip(name, small, strict=True)) and not called:
        return "body"
    if determined and not known:
        return "body"
    if known and len(small) > 1:
        return "person"
    if all(word in bodies.PLACES or word in bodies.COUNTRY_WORDS or len(word) == 1 for word in small):
        return "place"
    if len(small) > 1 and small[-1] in bodies.PLACES and small[-1] not in _SURNAME_PLACES:
        return "body"  # "Radio London"
    if len(name) == 1 and name[0].isupper() and len(name[0]) > 1 and not known:
        return "body"
    if len(small) > 1 and any(_abbreviates(word) for word in name) and not all(word.isupper() for word in name):
        return "body"  # "Amnesty International UK", "POLITICO Magazine"
    if len(small) in (2, 3, 4):
        return "person?"
    return "?" if not known else "person"


def _of_body(word, small):
    """Whether a word names a body; `UN` does, `Un` is a name."""
    return small in bodies.BODIES and not (small in ("un", "who", "eu") and not word.isupper())


def _abbreviates(word):
    """Whether a word is written in capitals, more than initials are."""
    return word.isupper() and "." not in word and (len(word) > 2 or word in ("UK", "US", "EU", "UN"))


def gender_of(small, titles, described):
    for title in titles:
        if title in people.MALE_TITLES:
            return "m"
        if title in people.FEMALE_TITLES:
            return "f"
    if described & people.FEMALE_NOUNS and not described & people.MALE_NOUNS:
        return "f"
    if described & people.MALE_NOUNS and not described & people.FEMALE_NOUNS:
        return "m"
    # The first that tells: "Jean Luc Lowe", "Jean-Luc Lowe".
    given = (word for name in small[:-1] for word in name.split("-"))
    return next((people.given_names()[word] for word in given if word in people.given_names()), "")


def described_as(sentence, start, first, end, titles):
    """What the sentence says of a name: the words before it, an apposition behind it, `is a …`.

    `of president`: what hangs on these, as in `the president’s spokesman`, `an adviser to the president`.
    """
    tags, lower = sentence.tags, sentence.lower
    found = {_TITLE_WORDS.get(title, title) for title in titles}
    found.update(word for word in lower[start:first])
    at = start - 1
    if first > start and tags[max(0, at - 1) : at + 1] == "TI":
        at -= 1  # "ambassador to Britain Ada Lowe"
    while at >= 0 and start - at <= 8 and tags[at] in "nTN$d":
        found.add(f"of {lower[at]}" if tags[at + 1] == "$" else lower[at])
        at -= 1
    stop = end
    if (
        stop + 1 < len(tags)
        and tags[stop] in ",-("
        or (stop + 1 < len(tags) and lower[stop] in ("is", "was", "remains") and tags[stop + 1] == "D")
    ):
        at = stop + 1
        governed = start > 0 and lower[start - 1] in ("in", "at", "to", "from")
        if tags[at] in "DnTNd" and (tags[stop] not in ",-" or (not governed and _is_apposition(sentence, at))):
            governing = False
            while at < len(tags) and at - stop <= 14 and tags[at] in "DnTNd$IC":
                governing = tags[at] == "I" or (governing and tags[at] != "C")
                owner = governing or tags[at + 1 : at + 2] == "$"
                found.add(f"of {lower[at]}" if owner else lower[at])
                at += 1
    return frozenset(found - {"'s", "’s", "'", "’"})


def everything_told(described):
    """What is said of a name, with what hangs on it: `president` also for the president’s spokesman."""
    return {word.removeprefix("of ") for word in described}


def _is_apposition(sentence, at):
    """A phrase with a noun of role up to the next comma, bracket or the end of the sentence."""
    role = False
    for step in range(at, min(at + 14, len(sentence))):
        tag = sentence.tags[step]
        if tag in ",.)-;":
            return role
        if tag not in "DnNTd$IC":
            return role and tag == "W"
        role = role or tag == "T"
    return role


def is_subject(sentence, start, end):
    tags = sentence.tags
    before = tags[start - 1] if start else "."
    if tags[end : end + 2] == "IN" and sentence.lower[end] == "of" and before != "C":
        end += 2  # "Senator Ada Lowe of Ohio"
    after = tags[end] if end < len(tags) else "."
    if before == "n" and after in "VveA" and _DOING.search(tags[:start]):
        return False  # "Lowe knew of the effect Bauer may have"
    return before not in "Iveg" and after != "$" and (start <= 2 or after in "VveAWR,n(") and after not in "."
