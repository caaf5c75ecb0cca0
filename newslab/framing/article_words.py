"""The words of one article, to look up whether it may name somebody or something."""

import re
import unicodedata
from functools import lru_cache

from newslab.framing.lexicon import concept, countries, given_names, information, parties, word_classes
from newslab.text import STOP_WORDS, stem, words

# A word of a name that is rarer in news than this may stand for the name: "the treaty".
_TELLING = 0.25
# Words that begin with as many of the same letters may be of one family: "senate", "senator".
_BEGINNING, _LONGEST = 5, 20
# Fewer consonants do not tell how a name sounds.
_SOUND = 3
_PART = r"(?:(?:[A-Z]\.){2,}|[A-Z][\w’'-]*+\.?)"
_NAMES = re.compile(rf"{_PART}(?: {_PART})*+")
_LONG_NAMES = re.compile(r"(?<![\w’'-])[A-Z][\w’'-]*+(?: (?:of |for |and |the )?[A-Z][\w’'-]*+)++")
_INITIALS = re.compile(r"\b(?:[A-Z]\.?){2,}")
# "Tex.", "Sen."; the letter of a party in "(D)", "D-Ohio".
_SHORT = re.compile(r"\b([A-Z][a-z]{1,5})\.|(?<=\()([A-Z])(?=[-–)])|\b([A-Z])(?=[-–][A-Z])")
# Two words that no name follows, and "the Queen", whom everybody knows.
_TWO = re.compile(r"(?=(?<![\w'-])([\w'-]++) ([\w'-]++)(?! [A-Z]))")
_HOLDER = re.compile(r"\b[Tt]he ([A-Z][a-z]++)(?! [A-Z])")
_BEFORE = word_classes()["title"] | STOP_WORDS
_UNTOLD = (STOP_WORDS | word_classes()["determiner"]) - word_classes()["possessive"]


class ArticleWords:
    """The words of a text, how they begin, its names, its short forms, the countries and the roles named in it."""

    def __init__(self, text, referents):
        """referents : names of the referents that are known to be mentioned in the text."""
        text = folded(text)
        found, runs = set(words(text)), list(dict.fromkeys(_NAMES.findall(text)))
        self.referents = referents
        self._stems = {form for word in found for form in (stem(word), concept(word))}
        self._beginnings = {word[:end] for word in found for end in range(_BEGINNING, min(len(word), _LONGEST) + 1)}
        self._names = _names(runs)
        self._sounds = {_sound(word) for name in self._names for word in name.split()}
        self._countries = _countries(runs)
        self._roles = {(stem(first.lower()), stem(last.lower())) for first, last in _TWO.findall(text)}
        self._roles |= {("the", title.lower()) for title in _HOLDER.findall(text)}
        self._short = {short.lower() for match in _SHORT.findall(text) for short in match if short}
        self._initials = {match.replace(".", "").lower() for match in _INITIALS.findall(text)}
        self._initials.update(map(_initials, _LONG_NAMES.findall(text)))

    def has(self, word):
        """Does it have this stem or name?"""
        return word in self._stems or word in self._countries or word in self.referents

    def has_role(self, roles):
        """Does it speak of somebody by one of the roles, see `roles_in`?"""
        return not roles.isdisjoint(self._roles)

    def may_name_person(self, name):
        """Does it have the whole name, or the given or the family name alone, also in small letters or misspelt?"""
        first, *_, last = (folded(name).split() or [""]) * 2
        sound = _sound(last)
        return (
            not self._names.isdisjoint((first, last, f"{first} {last}"))
            or stem(last.lower()) in self._stems
            or (len(sound) >= _SOUND and sound in self._sounds)
        )

    def may_name_country(self, name):
        """Does it name the country, its people, its capital or one of its bodies?"""
        return name in self._countries

    def may_name_place(self, name):
        """Does it name the place, or, who writes "Norway" for what another calls "Oslo", its country?"""
        country, kind = countries().get(name.lower(), ("", ""))
        return self.may_name(name) or (kind == "capital" and self.has(country))

    def may_name(self, name):
        """Does it have the initials of the name, what they stand for, or one of its telling words?"""
        if name in parties().values():
            return self._may_name_party(name)
        plain = folded(name)
        found = words(plain)
        # "The Berg administration" is Berg's.
        found = found[:-1] if found[-1:] == ["administration"] else found
        rarest = max((information(stem(word)) for word in found), default=0)
        telling = [word for word in found[:-1] if information(stem(word)) >= min(_TELLING, rarest)]
        return (
            plain.replace(".", "").lower() in self._initials
            or (len(found) > 1 and _initials(plain) in self._initials)
            or any(map(self._may_have, (*telling, *found[-1:])))
        )

    def _may_name_party(self, party):
        """Does it name the party, a member or what belongs to it, or give its letter: "(D-Ohio)"?"""
        forms = [words(form) for form, known in parties().items() if known == party]
        return party[0].lower() in self._short or any(self._stems.issuperset(map(stem, form)) for form in forms)

    def _may_have(self, word):
        """Does it have a form of the word, a word of its family, or an abbreviation of it?"""
        key = stem(word)
        return (
            key in self._stems
            or key[: max(_BEGINNING, len(key) - 2)] in self._beginnings
            or any(word[:end] in self._short for end in range(2, len(word)))
        )


def folded(text):
    """The text without accents, and compounds in one word: "Calderón" is "Calderon", "fund-raiser" "fundraiser"."""
    text = "".join(sign for sign in unicodedata.normalize("NFKD", text) if not unicodedata.combining(sign))
    return re.sub(r"(?<=[a-z])-(?=[a-z])", "", text).replace("’", "'")


def content(text):
    """The words of content of a text, near-synonyms as one."""
    return {concept(word) for word in words(folded(text)) if word not in STOP_WORDS and len(word) > 1}


def roles_in(text, name):
    """What a mention says of the bearer of a name, in two words.

    >>> roles_in("the Norwegian envoy", "Olga Dahl"), roles_in("Queen Olga", "Olga")
    ({('norwegian', 'envoy')}, {('the', 'queen')})
    """
    said = [word for word in re.findall(r"[\w'-]+", folded(text)) if len(word) > 1]
    named = next((place for place, word in enumerate(said) if word in folded(name).split()), len(said))
    before = [word.lower().removesuffix("'s") for word in said[:named]]
    if len(before) > 1 and before[-2] not in _UNTOLD:
        return {(stem(before[-2]), stem(before[-1]))}
    if before and named < len(said) and before[-1] in word_classes()["title"]:
        return {("the", before[-1])}
    return set()


@lru_cache(maxsize=100_000)
def _sound(name):
    """The consonants of a name: "Preibus" sounds like "Priebus", "Yanukovich" like "Yanukovych"."""
    return re.sub(r"[^a-z]|[aeiouyh]|(.)(?=\1)", "", name.lower())


def _initials(name):
    """The first letters of the words of a name that have a capital, without "The"."""
    return "".join(word[0] for word in name.split() if word[0].isupper() and word.lower() not in STOP_WORDS).lower()


def _countries(runs):
    """The countries of which something is named: "Norwegian", "Oslo", "the Storting"."""
    names = {name.removesuffix("'").removesuffix("'s").lower() for run in runs for name in (run, *run.split())}
    return {countries()[name][0] for name in names if name in countries()}


def _names(runs):
    """The names of a text that may be a person's: whole as "first last", or one alone, also before another name."""
    found = set()
    for match in runs:
        run = [word.removesuffix("'").removesuffix("'s") for word in match.split()]
        run = run[next((place for place, word in enumerate(run) if word.lower().rstrip(".") not in _BEFORE), -1) :]
        found.add(run[0] if len(run) == 1 else f"{run[0]} {run[-1]}")
        if run[0].lower() not in given_names():
            # "The Berg White House" speaks of Berg.
            found.add(run[0])
    return found
