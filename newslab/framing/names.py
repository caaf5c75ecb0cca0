"""Proper names: which of them belong together, and who bears which title."""

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from functools import lru_cache

from newslab.framing.lexicon import REGIONS, TIMES, countries, given_names, parties, word_classes
from newslab.text import STOP_WORDS

_ORGANISATION = frozenset(
    """party committee ministry department agency office bureau university college school institute center centre
    council court congress parliament senate house bank group inc corp ltd company union association federation
    commission foundation fund forum league times post journal news press herald tribune guardian telegraph
    independent mail today radio television tv network channel states state republic kingdom city county island
    islands street avenue park airport hospital church museum palace tower agreement accord treaty act bill law war
    summit games olympics olympic cup day forces force army navy guard police service services society project
    movement front alliance coalition campaign team square river sea ocean lake mountain mount north south east west
    international national federal constitution caucus conference star""".split()
)
SUFFIXES = frozenset("jr jr. sr sr. ii iii iv".split())


@dataclass
class Names:
    """What the articles together tell of names.

    people : form in lower case → full name; bearers : title → person → number of times; marks : person → the words
    beside the person's titles; nations : person → country; others : any other name → the name it stands for; places :
    capitals that are places here, not governments; states : the countries whose institutions are named, the one named
    most first; nouns : words that are common nouns at least as often as names, "the Treaty".
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

    @property
    def state(self):
        """The country whose institutions are named most."""
        return self.states[0] if self.states else ""


@lru_cache(maxsize=200_000)
def plain(name):
    """A name as a key: lower case, no dots.

    >>> plain(("D.N.C.",)), plain(("Robert", "S.", "Mueller"))
    ('dnc', 'robert s mueller')
    """
    return " ".join(word.replace(".", "").replace("’", "'").replace("-", " ").lower() for word in name)


def read_names(mentions):
    """Collect the names of all mentions."""
    names = Names()
    names.people = _people(mentions)
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
    return names


def _nouns(mentions):
    capital = Counter(mention.name[0].lower() for mention in mentions if len(mention.name) == 1)
    common = Counter(mention.head for mention in mentions if mention.kind == "noun" and not mention.name)
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


def titles(words):
    """The titles among the words before a name; words that follow one another are one: "attorney general".

    >>> titles(("former", "vice", "president"))
    ['vice president']
    """
    found, run = [], []
    for word in (*words, ""):
        word = word.rstrip(".")
        if word in _COURTESY:
            continue
        if word in word_classes()["title"] or word in _RANKS:
            run.append(word)
        else:
            found += [" ".join(run)] if run and run[-1] not in _RANKS else []
            run = []
    return found


_COURTESY = frozenset("mr mrs ms miss sir dame lord lady dr".split())
_RANKS = frozenset("vice deputy assistant associate".split())


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


def _people(mentions):
    """Each form of a person's name → the full name, or the surname where no article gives more.

    A surname used alone stands for the full name with the title that it bears, "President Berg", or else for the most
    frequent one.
    """
    short, called = Counter(), defaultdict(Counter)
    common = {mention.head for mention in mentions if mention.kind == "noun" and not mention.name}
    for mention in mentions:
        if len(mention.name) == 1:
            short[plain(mention.name)] += 1
            called[plain(mention.name)].update(titles(mention.before))
    full, borne = Counter(), defaultdict(set)
    for mention in mentions:
        name = tuple(word for word in mention.name if word.lower() not in SUFFIXES)
        if len(name) in (2, 3, 4) and _is_person(name, mention, short, common):
            full[name] += 1
            borne[name].update(titles(mention.before))

    def rank(name):
        return -sum(called[plain(name[-1:])][title] for title in borne[name]), -full[name], name

    forms = {}
    for name in sorted(full, key=rank):
        last, first = plain(name[-1:]), plain(name[:1])
        if not short[last] and (last in STOP_WORDS or short[first] > 1):
            # "Kim Jong Un", who is "Mr. Kim" ever after.
            last = first
        known = forms.get(plain(name), forms.get(last))
        canonical = known if known and _compatible(known, name) else " ".join(name)
        forms[plain(name)] = canonical
        forms.setdefault(last, canonical)
    titled = {form for form, found in called.items() if sum(found.values()) > 1 and not is_body(form)}
    titled -= {plain(name[:1]) for name in full} | common | SUFFIXES | forms.keys()
    surnames = {
        plain(name): name[0] for name in sorted({mention.name for mention in mentions}) if plain(name) in titled
    }
    return forms | surnames | _juniors(mentions, forms) | _slips(mentions, full, forms)


def _slips(mentions, full, forms):
    """ "Tina Moe Berg", whom only a quotation names, is the one Moe Berg of whom the articles write, Nina Moe Berg.

    With one family name in common they may be relatives.
    """
    written = {mention.name for mention in mentions if not mention.quoted}
    called = defaultdict(set)
    for name in full.keys() & written:
        called[name[1:]].add(forms[plain(name)])
    spoken = [name for name in full if len(name) > 2 and name not in written and len(called[name[1:]]) == 1]
    return {plain(name): next(iter(called[name[1:]])) for name in spoken}


def _juniors(mentions, forms):
    """ "Tom Berg Jr." is Tom Berg, unless some article tells the two apart: then "Berg" is the one named more."""
    times, articles, juniors = Counter(), defaultdict(set), defaultdict(set)
    for mention in mentions:
        if len(mention.name) < 2:
            continue
        times[plain(mention.name)] += 1
        articles[plain(mention.name)].add(mention.article_id)
        if mention.name[-1].lower() in SUFFIXES:
            elder = forms.get(plain(mention.name[:-1])) or forms.get(plain(mention.name[-2:-1]))
            if elder and _compatible(elder, mention.name):
                juniors[elder].add(mention.name)
    found = {}
    for elder, names in juniors.items():
        bases = {plain(name[:-1]) for name in names} | {plain(tuple(elder.split()))}
        apart = any(articles[plain(name)] & articles[base] for name in names for base in bases)
        main = min(names, key=lambda name: (-times[plain(name)], name))
        found |= {plain(name): " ".join(main) if apart else elder for name in names}
        if apart and sum(times[plain(name)] for name in names) > sum(times[base] for base in bases):
            found[plain(main[-2:-1])] = " ".join(main)
    return found


def _is_person(name, mention, short, common):
    lower = [word.lower() for word in name]
    if (
        any(word in _ORGANISATION for word in lower)
        or (lower[-1] in common and lower[-1].endswith("s"))
        or lower[0] in word_classes()["adjective"]
        or " ".join(lower) in countries()
        or not lower[-1][0].isalpha()
        or lower[-1] in parties()
        or lower[-1] in TIMES
    ):
        return False
    if mention.before[-1:] and mention.before[-1].rstrip(".") in word_classes()["title"] or lower[0] in given_names():
        return True
    # "Oklahoma Sue Colorado" of a headline is three names: what stands alone elsewhere begins no other name.
    alone = short[plain(name[:1])] > 0 or lower[0] in countries() or lower[-1] in countries()
    return short[plain(name[-1:])] > 0 and not alone and len(name) < 4


def _compatible(known, name):
    """Can two full names with one surname be one person? Their first letters must agree."""
    return known.split()[0][0].lower() == name[0][0].lower() or len(known.split()) == 1


def _organisations(mentions, people):
    """Each other name → the name it stands for: an acronym for its words, the party for its members."""
    counts = Counter(mention.name for mention in mentions if mention.name and plain(mention.name) not in people)
    acronyms = {}
    for name in sorted(counts, key=lambda name: (-counts[name], name)):
        words = [word for word in plain(name).split() if word not in ("of", "the", "and", "for")]
        # Two letters can stand for many things, "D.C.", "Md.": they are taken only for those of a body, "AP".
        if len(name) > 1 and (len(words) > 2 or (len(words) == 2 and short_form(name))):
            acronyms.setdefault("".join(word[0] for word in words), plain(name))
    names = [plain(name) for name in counts]
    return {name: _party(name) or acronyms.get(name, name) for name in names}


def _party(name):
    """The party that a name is of, or whose members: "House Republicans", but not "French Republicans"."""
    *before, last = name.split()
    abroad = any(word in countries() and countries()[word][1] not in INSTITUTIONS for word in before)
    return parties().get(name) or (None if abroad else parties().get(last))


def short_form(name):
    """The word by which a body is called once its full name was given, in lower case; None for other names.

    >>> short_form(("Senate", "Budget", "Committee")), short_form(("Bureau", "of", "Investigation"))
    ('committee', 'bureau')
    >>> short_form(("Northern", "Border"))
    """
    head, *_ = re.split(" (?:of|for) ", " ".join(name).lower())
    word = head.split()[-1] if len(name) > 1 else ""
    return word if is_body(word) else None


def is_body(word):
    """Does the word, in lower case, name a kind of body, place or work rather than a person? "Committee", "Times"."""
    return word in _ORGANISATION or word in word_classes()["publisher"]
