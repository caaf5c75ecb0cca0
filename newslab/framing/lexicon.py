"""Word classes, countries and near-synonyms, read once from the package's data files."""

import re
from functools import lru_cache
from math import log

from newslab.data import read_json
from newslab.text import document_frequencies, stem
from newslab.text.calendar import MONTHS, SHORT_MONTHS, WEEKDAYS

# Days and months, which say when and are no referents, without those that are words or names more often.
TIMES = SHORT_MONTHS.union(WEEKDAYS, MONTHS) - set("mar apr may jun jul".split())


@lru_cache(maxsize=1)
def word_classes():
    """The closed classes and common open-class words: name of the class → frozenset of lower-case words."""
    lists = read_json("framing_words.json")
    return {name: frozenset(words.split()) for name, words in lists.items() if isinstance(words, str)}


@lru_cache(maxsize=3)
def loaded_words(kind):
    """Words of general English that judge or hedge; `kind` is "loaded", "evaluative" or "hedge"."""
    return frozenset(read_json("loaded_words.json")[kind].split())


@lru_cache(maxsize=1)
def given_names():
    """Given names of many languages in lower case, without those that are first of all countries, months or days."""
    lists = read_json("given_names.json")
    return frozenset((lists["male"] + " " + lists["female"]).split()) - TIMES - countries().keys() - {"a", "will"}


@lru_cache(maxsize=1)
def verb_forms():
    """Each known form of a common verb → (base, kind), kind one of base, s, past, participle, ing."""
    lists = read_json("framing_words.json")
    irregular = {base: forms.split() for base, forms in lists["irregular"].items()}
    forms = {}
    for base in sorted(set(lists["verb"].split()) | set(irregular)):
        past, participle = irregular.get(base) or [_suffixed(base, "ed")] * 2
        forms.setdefault(past, (base, "past"))
        forms.setdefault(participle, (base, "past" if participle == past else "participle"))
        forms.setdefault(_suffixed(base, "ing"), (base, "ing"))
        forms.setdefault(_third_person(base), (base, "s"))
    for base in sorted(set(lists["verb"].split()) | set(irregular)):
        forms.setdefault(base, (base, "base"))
    return forms


@lru_cache(maxsize=1)
def base_verbs():
    """The infinitives of the common verbs."""
    lists = read_json("framing_words.json")
    return frozenset(lists["verb"].split()) | frozenset(lists["irregular"])


def _third_person(base):
    if base.endswith(("s", "x", "z", "ch", "sh", "go", "do")):
        return base + "es"
    if base.endswith("y") and base[-2:-1] not in "aeiou":
        return base[:-1] + "ies"
    return base + "s"


_DOUBLED = frozenset(
    """admit allot ban bar beg bid chat chop commit compel control cut dig drag drop equip fit gab get grab hit hop
    incur jab jot knit lag let log nab net occur omit pat permit pin plan plot pop prefer prod propel quit rebel rebut
    recur refer regret rid rip rob rub run scan scrap set ship shop shut sit slam slip snub snap spin split spot step
    stem stir stop strip submit swap swim tap tip top transfer transmit trap trim upset wed wet win wrap""".split()
)


def _suffixed(base, suffix):
    if base in _DOUBLED:
        return base + base[-1] + suffix
    if suffix == "ing":
        if base.endswith("ie"):
            return base[:-2] + "ying"
        return (base[:-1] if base.endswith("e") and not base.endswith(("ee", "oe", "ye")) else base) + "ing"
    if base.endswith("e"):
        return base + "d"
    return base[:-1] + "ied" if base.endswith("y") and base[-2:-1] not in "aeiou" else base + "ed"


@lru_cache(maxsize=1)
def countries():
    """Names of a country and what is its own, in lower case → (country, kind).

    Kinds: name, demonym, capital, government (a seat that stands for it), body (an institution, which does not).
    """
    names = {}
    for country in read_json("framing_countries.json"):
        for name in (name for body in country.get("bodies", []) for name in body):
            names[name.lower()] = country["name"], "body"
        for kind in ("government", "capitals", "demonyms", "aliases"):
            for name in country.get(kind, []):
                names[name.lower()] = (
                    country["name"],
                    {"capitals": "capital", "demonyms": "demonym", "aliases": "name"}.get(kind, kind),
                )
        names[country["name"].lower()] = country["name"], "name"
    return names


@lru_cache(maxsize=1)
def bodies_of_state():
    """Each name of an institution of a country, in lower case → its first name in lower case."""
    known = [body for country in read_json("framing_countries.json") for body in country.get("bodies", [])]
    return {name.lower(): body[0].lower() for body in reversed(known) for name in body}


# With one of these before it "America" is another place, and "Americans" are other people.
REGIONS = frozenset(
    """north south east west central latin northern southern eastern western inner outer upper lower middle native
    african asian arab european hispanic""".split()
)


@lru_cache(maxsize=1)
def listed():
    """Each word of the groups of near-synonyms → the first word of its group."""
    groups = [line.split() for line in read_json("framing_concepts.json")]
    return {word: group[0] for group in reversed(groups) for word in group}


@lru_cache(maxsize=1)
def concepts():
    """Near-synonyms in news: stem of a word → the first word of its group."""
    groups = {}
    for line in read_json("framing_concepts.json"):
        group = line.split()
        for word in group:
            groups.setdefault(stem(word), group[0])
    return groups


@lru_cache(maxsize=1)
def parties():
    """Names of political parties, their members and bodies, lower case without dots → the party."""
    names = {}
    for party in read_json("framing_parties.json"):
        for name in (party["name"], *party["aliases"]):
            names[name.lower()] = party["name"]
    return names


_AGENT = re.compile(r"[a-z]{3,}(?:er|or|ist|ant|ee|man|woman|person|people|men|women)$")


@lru_cache(maxsize=200_000)
def concept(word):
    """The group of near-synonyms of a lower-case word, or its stem; who acts is kept apart from the act.

    >>> concept("talks") == concept("summit"), concept("annexed") == concept("annexation")
    (True, True)
    >>> concept("investigators") == concept("investigation"), concept("executive") == concept("execution")
    (False, False)
    """
    single = word[:-1] if word.endswith("s") and not word.endswith("ss") else word
    for form in (word, single, verb_forms().get(word, ("",))[0]):
        if form in listed():
            return listed()[form]
    if _AGENT.match(single):
        return single
    key = stem(word)
    # "Executive" shares the stem of "execution", and nothing else.
    return key if _known(single) or _known(word) else concepts().get(key, key)


@lru_cache(maxsize=200_000)
def _known(word):
    """Is it a common word of its own, and no form or spelling of another?"""
    return word in base_verbs() or any(word in word_classes()[name] for name in _OPEN)


_OPEN = ("adjective", "adverb", "noun", "title", "person_noun")


@lru_cache(maxsize=1)
def _stories():
    """The number of news stories that were counted, and in how many of them each stem stands."""
    n, counts = document_frequencies()
    counts = dict(counts)
    for word, group in concepts().items():
        counts[group] = max(counts.get(group, 1), counts.get(word, 1))
    return n, counts


@lru_cache(maxsize=200_000)
def information(unit):
    """How much it says that an article has the word, name or group of near-synonyms: 0 in every story, 1 in no other.

    Of a name of several words the rarest counts.

    >>> information("harpsichord") > information("river") > information("year")
    True
    """
    n, counts = _stories()
    found = min((counts.get(word, counts.get(stem(word), 1)) for word in unit.lower().split()), default=n)
    return log(n / found) / log(n)
