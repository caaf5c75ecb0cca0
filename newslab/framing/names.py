"""Proper names: which of them belong together, and who bears which title."""

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from itertools import pairwise

from newslab.framing.lexicon import REGIONS, countries, parties, word_classes
from newslab.framing.name_forms import plain, short_form, titles
from newslab.framing.people import read_people

_PLACES = frozenset("city county island islands street avenue park airport river sea lake square tower".split())


@dataclass
class Names:
    """What the articles together tell of names.

    people : form in lower case → full name; bearers : title → person → number of times; marks : person → the words
    beside the person's titles; nations : person → country; others : any other name → the name it stands for; places :
    capitals that are places here, not governments; states : the countries whose institutions are named, the one named
    most first; nouns : one or two words that are common nouns at least as often as names, "the Treaty"; siblings :
    where a given name shares the family name of the next one, "Anna and Nina Berg" → the full name.
    """

    people: dict = field(default_factory=dict)
    bearers: dict = field(default_factory=lambda: defaultdict(Counter))
    introduced: dict = field(default_factory=lambda: defaultdict(set))
    marks: dict = field(default_factory=lambda: defaultdict(Counter))
    nations: dict = field(default_factory=dict)
    others: dict = field(default_factory=dict)
    places: frozenset = frozenset()
    states: tuple = ()
    countries: frozenset = frozenset()
    nouns: frozenset = frozenset()
    siblings: dict = field(default_factory=dict)

    @property
    def state(self):
        """The country whose institutions are named most."""
        return self.states[0] if self.states else ""


def read_names(mentions):
    """Collect the names of all mentions."""
    names = Names()
    names.people = read_people(mentions)
    nations = defaultdict(Counter)
    for mention in mentions:
        person = names.people.get(plain(mention.name)) if mention.name else None
        if not person:
            continue
        for title in titles(mention.before):
            names.bearers[title][person] += 1
            names.introduced[mention.article_id, title].add(person)
        for country in nations_of(mention):
            nations[person][country] += 1
        names.marks[person].update(marks(mention))
    names.nations = {person: min(found, key=lambda c: (-found[c], c)) for person, found in nations.items()}
    names.others = _organisations(mentions, names.people)
    names.countries = frozenset(plain(mention.name) for mention in mentions if plain(mention.name) in countries())
    names.places, names.states = _places(mentions)
    names.nouns = _nouns(mentions)
    names.siblings = _siblings(mentions, names.people)
    return names


def _siblings(mentions, people):
    named = [mention for mention in mentions if mention.name]
    found = {}
    for one, other in pairwise(named):
        near = (one.article_id, one.sentence) == (other.article_id, other.sentence) and other.start - one.end == 5
        full = people.get(plain((*one.name, other.name[-1])))
        if near and other.joined and len(one.name) == 1 and len(other.name) == 2 and full:
            found[one.article_id, one.start] = full
    return found


def _nouns(mentions):
    capital = Counter(plain(mention.name) for mention in mentions if 0 < len(mention.name) < 3)
    nouns = [mention for mention in mentions if mention.kind == "noun" and not mention.name]
    common = Counter(mention.head for mention in nouns)
    common.update(" ".join((*mention.before[-1:], mention.head)) for mention in nouns if mention.before)
    return frozenset(word for word, n in capital.items() if common[word] >= n)


def _places(mentions):
    """Capitals that only or mostly are places here, not governments, and the country with most of the institutions."""
    acting, located, uses, states = Counter(), Counter(), Counter(), Counter()
    for mention in mentions:
        country, kind = countries().get(" ".join(mention.name).lower(), ("", ""))
        if kind == "capital":
            uses[mention.name] += 1
            located[mention.name] += mention.located
            acting[mention.name] += mention.acting and not mention.located
        elif kind in INSTITUTIONS:
            states[country] += 1
    places = frozenset(" ".join(name) for name, n in uses.items() if not acting[name] or 2 * located[name] > n)
    return places, tuple(sorted(states, key=lambda country: (-states[country], country)))


def marks(mention):
    """The words before a name or role that say of what: a country, an organisation."""
    return [
        countries()[word][0] if countries().get(word, ("", "body"))[1] not in INSTITUTIONS else word
        for word in (*mention.before, *mention.owner, *mention.complement)
        if word not in word_classes()["title"] and word not in _PLAIN
    ]


_PLAIN = frozenset(
    """former current previous then new next late senior top chief deputy vice assistant associate ex his her its their
    our my longtime outgoing incoming acting ranking other both first great national personal own old""".split()
)
INSTITUTIONS = ("government", "body")


def nations_of(mention, *, without=()):
    """The countries named beside a name or head, by names of all kinds but those in `without`."""
    words, found, place = mention.before + mention.owner + mention.complement, [], 0
    while place < len(words):
        for length in (3, 2, 1):
            known = countries().get(" ".join(words[place : place + length]))
            if known and place + length <= len(words) and known[1] not in without:
                if not (place and words[place - 1] in REGIONS and words[place].startswith("america")):
                    found.append(known[0])
                place += length - 1
                break
        place += 1
    return found


def _organisations(mentions, people):
    """Each other name → the name it stands for: an acronym for its words, the party for its members."""
    counts = Counter(mention.name for mention in mentions if mention.name and plain(mention.name) not in people)
    acronyms = {}
    for name in sorted(counts, key=lambda name: (-counts[name], name)):
        words = [word for word in plain(name).split() if word not in ("of", "the", "and", "for")]
        # Two letters can stand for many things, "D.C.", "Md.": they are taken only for those of a body, "AP".
        if len(words) > 2 or (len(words) == 2 and short_form(name) and words[-1] not in _PLACES):
            acronyms.setdefault("".join(word[0] for word in words), plain(name))
    names = [plain(name) for name in counts]
    located = Counter(plain(mention.name) for mention in mentions if mention.located)
    for name, n in sorted((plain(name), n) for name, n in counts.items()):
        for school in (f"{name} university", f"{name} college"):
            # "Georgetown" is a university where it is no town.
            if school in names and 2 * located[name] < n:
                acronyms.setdefault(name, school)
    # "DNC" is the convention where only that is named in full.
    whole = {name: acronyms.get(name, name) for name in names}
    return {name: _party(whole[name]) or whole[name] for name in names}


def _party(name):
    """The party that a name is of, or whose members: "House Republicans", but not "French Republicans"."""
    *before, last = name.split()
    abroad = any(word in countries() and countries()[word][1] not in INSTITUTIONS for word in before)
    return parties().get(name) or (None if abroad else parties().get(last))
