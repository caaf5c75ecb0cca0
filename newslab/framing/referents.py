"""Which mentions speak of the same person, organisation, place, thing or act."""

import re

from newslab.framing.acts import split_acts
from newslab.framing.kinds import by_kind, by_owner, collected
from newslab.framing.lexicon import (
    TIMES,
    base_verbs,
    bodies_of_state,
    concept,
    countries,
    listed,
    parties,
    verb_forms,
    word_classes,
)
from newslab.framing.name_forms import plain, short_form
from newslab.framing.names import INSTITUTIONS, nations_of, read_names
from newslab.framing.roles import NO_LONGER, appositions, bearer, governing, ruler
from newslab.text import STOP_WORDS

# What governs a country; its parliament, courts, officials and people are not the country.
_OF_STATE = frozenset("government authorities regime state".split())
# Who serves a country, a party or a body: those of one are not those of another.
_SERVANTS = frozenset(
    "official representative diplomat leader negotiator envoy lawmaker voter officer agent troop force".split()
)
# Nouns that name a time, an amount or a part, and no referent of their own.
EMPTY = frozenset(
    """week weeks day days month months year years time times hour hours minute minutes morning evening night afternoon
    weekend date moment number numbers lot lots part parts way ways thing things people person one ones kind kinds
    sort type example case cases fact reason end beginning start middle side sides place level levels point points
    term terms percent half dozen dozens hundreds thousands millions rest series list lists group amount more most
    less least country countries nation nations world leader leaders possibility possibilities need needs response
    responses member members state states party parties reference references concern concerns issue issues statement
    statements reporter reporters journalist journalists news today tomorrow yesterday other others account accounts
    report reports support address addresses office offices event events policy policies idea ideas going done born
    """.split()
)
ACTS = frozenset(word for word in base_verbs() if word in listed() and word not in word_classes()["reporting"]) - {
    "address",
    "call",
    "fire",
    "post",
    "order",
    "plan",
    "cut",
    "fight",
    "place",
    "head",
    "record",
    "file",
    "increase",
    "staff",
}


def resolve(mentions):
    """Give each mention a key; mentions with the same key speak of the same referent. None where nothing can be said.

    mentions : list of `Mention`, all articles together, in order of article and text.
    """
    names = read_names(mentions)
    keys, latest, rulers = [], {}, governing(names)
    for mention in mentions:
        key = _key(mention, names, latest)
        if key and key[0] == "person":
            times, _ = latest.get((mention.article_id, "person", key[1]), (0, 0))
            latest[mention.article_id, "person", key[1]] = times + 1, len(keys)
            if key[1] in rulers:
                latest[mention.article_id, "person", "ruling"] = key[1]
            latest[mention.article_id, "called", key[1].split()[0].lower()] = key
        if key and key[0] == "name" and (short := short_form(mention.name)):
            latest[mention.article_id, short] = key
        keys.append(key)
    keys = collected(mentions, by_owner(mentions, appositions(mentions, keys), names))
    keys = [_surname(key) for key in keys]
    return split_acts(mentions, by_kind(mentions, keys))


def _surname(key):
    """The key of a person; of whom no article gives more than a surname, that of the name."""
    return ("name", plain((key[1],))) if key and key[0] == "person" and " " not in key[1] else key


def _key(mention, names, latest):
    if mention.name:
        return _named(mention, names, latest)
    if mention.kind == "verb":
        return ("thing", mention.concept) if mention.head in ACTS and len(mention.terms) > 1 else None
    if mention.head in word_classes()["title"]:
        # A president, but which one? Unknown roles are not put together.
        person = None if _OURS & set(mention.owner) else bearer(mention, names, latest)
        return ("person", person) if person else None
    nations = nations_of(mention, without=("body",))
    if mention.head in _OF_STATE and nations:
        return "country", nations[0]
    if mention.another:
        return None
    if nations and mention.head.removesuffix("s") in _SERVANTS:
        return "thing", mention.concept, nations[0].lower()
    if mention.head == "administration":
        return _administration(mention, names, latest, nations)
    if mention.head in ("government", "regime") and mention.definite | bool(mention.owner):
        country = _governed(mention, names, latest)
        if country:
            return "country", country
    if mention.definite and not (mention.before or mention.owner) and (mention.article_id, mention.head) in latest:
        return latest[mention.article_id, mention.head]
    if mention.head in EMPTY:
        return None
    return "thing", mention.concept


# Whose country "our country" and "this country" is, and who "our president", depends on who speaks.
_OURS = frozenset(("my", "our", "your"))


def _administration(mention, names, latest, nations):
    """That of its head, "the Berg administration"; "the administration" alone is the only one the article has named."""
    owner = _owner(mention, names, latest)
    if _OURS & set(mention.owner) or NO_LONGER & set(mention.before):
        return None
    if not owner and not nations and not mention.definite:
        return None
    last = (mention.article_id, "administration")
    if not owner and not nations and last in latest:
        return latest[last]
    owner = owner or ruler((*nations, names.state)[0], names)
    key = ("name", f"{owner.split()[-1]} administration") if owner else None
    latest[last] = key if latest.get(last, key) == key else None
    return key


def _governed(mention, names, latest):
    """The country of a government: its head's."""
    return None if _OURS & set(mention.owner) else names.nations.get(_owner(mention, names, latest))


def _owner(mention, names, latest):
    """Whose it is, if it is a person's: "his government" is that of who was named last of those who govern."""
    if {"his", "her"} & set(mention.owner):
        return latest.get((mention.article_id, "person", "ruling"))
    return next((names.people[word] for word in (*mention.owner, *mention.before) if word in names.people), None)


def _institution(name):
    """The country of which a government is named: "the French Government"."""
    words = [word.lower() for word in name]
    if words[-1] not in _OF_STATE:
        return None
    known = (countries().get(" ".join(words[:last]), ("", "")) for last in range(len(words) - 1, 0, -1))
    return next((country for country, kind in known if country and kind not in ("capital", "body")), None)


# "Senator Anna Berg (D-Iowa)" names a party and a state, and nobody.
# Exclamations, and states as agencies shorten them.
_EXCLAIMED = frozenset(
    "oh ah nah yeah ha hello hi hey yes no ok okay wow well thanks congratulations sorry please amen".split()
)
_STATES = frozenset(
    """ala ariz ark calif colo conn del fla ga ill ind kan ky md mich minn mont neb nev okla ore pa tenn tex va vt wash
    wis wyo""".split()
)
_PARTY_AND_STATE = re.compile(r"[RDI]-(?!Day)[A-Z]")


def _is_dateline(mention):
    """ "OSLO — ": where an article was filed is no part of what it tells."""
    return not mention.first and not mention.acting and mention.text.isupper() and len(mention.text) > 3


def _is_no_name(mention, person):
    """One word with a capital that only begins a heading or a quotation: "To", "Showing", "Hello"; "Calif." """
    word = mention.name[0].lower().rstrip(".")
    if len(mention.name) == 1 and not mention.before and (len(word) == 1 or word in _STATES | _EXCLAIMED):
        return True
    if len(mention.name) > 1 or mention.before or mention.name[0].isupper() or word == "may":
        return False
    if mention.opening and word in base_verbs() and not person:
        return True
    empty = word in EMPTY and word not in word_classes()["publisher"]
    return empty or word in STOP_WORDS or verb_forms().get(word, ("", ""))[1] == "ing"


def _named(mention, names, latest):
    joined = plain(mention.name)
    person = names.siblings.get((mention.article_id, mention.start)) or names.people.get(joined)
    if _PARTY_AND_STATE.match(mention.name[0]) or _is_dateline(mention) or _is_no_name(mention, person):
        return None
    # "April Berg" is somebody, "Berg Tuesday" is nobody.
    after = joined.split()[bool(person) :]
    if TIMES & set(after) or (joined == "may" and (mention.located or not person)):
        return "time", joined
    known = countries().get(joined) or countries().get(" ".join(mention.name).lower())
    # "Mr. Jordan" is no country.
    if known and not (person and mention.before and mention.before[-1].rstrip(".") in word_classes()["title"]):
        return _of_a_country(mention, joined, *known, names)
    if joined in ("north", "south") and (joined + " korea" in names.countries):
        return "country", f"{joined.title()} Korea"
    if person:
        return "person", person
    # "The Times" is the New York Times that the article named before, "Anna" is Anna Berg.
    longer = None
    if len(mention.name) == 1:
        longer = latest.get((mention.article_id, joined)) or latest.get((mention.article_id, "called", joined))
    if not longer and (country := _institution(mention.name)):
        return "country", country
    if not longer and joined in names.nouns and joined not in EMPTY and names.others.get(joined, joined) == joined:
        return "thing", concept(joined.split()[-1])
    party = names.others.get(joined, joined)
    if party in parties().values() and (mention.partial or joined.split()[-1] + "s" in parties()):
        # "Some Liberals", "a Liberal" are not the party.
        return None
    return longer or ("name", party)


_PEOPLE = ("s", "ese", "ish", "ch")


def _of_a_country(mention, joined, country, kind, names):
    """The key of a country's name, people, seat, capital or institution; the last two are not the country itself."""
    whole = " ".join(mention.name)
    if kind == "body":
        # "The Senate" of one country is not that of another: "the French Senate".
        other = [nation for nation in nations_of(mention, without=INSTITUTIONS) if nation != country]
        if other:
            return "name", f"{joined} of {other[0]}"
        return "name", bodies_of_state().get(joined) or bodies_of_state()[whole.lower()]
    if kind == "demonym" and not (mention.definite and not mention.partial and joined.endswith(_PEOPLE)):
        # "The Norwegians" are Norway, "some Norwegians" and "Norwegians" are people.
        return ("name", joined) if joined.endswith("s") and not mention.partial else None
    if kind == "government" and not mention.acting:
        # "The White House" that says or does something is the government, as "Oslo" is; else it is a house.
        return "name", joined
    if kind == "capital" and (mention.located or whole in names.places):
        return "place", whole.title() if whole.isupper() else whole
    return "country", country
