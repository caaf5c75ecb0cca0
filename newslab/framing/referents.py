"""Which mentions speak of the same person, organisation, place, thing or act."""

from collections import Counter, defaultdict

from newslab.framing.lexicon import concept, countries, word_classes

_OF_STATE = frozenset(
    """government official officials authorities authority administration troops forces military army side leadership
    representatives agents agent ministry people diplomats state lawmakers navy police""".split()
)


def resolve(mentions):
    """Give each mention a key; mentions with the same key speak of the same referent. None where nothing can be said.

    mentions : list of `Mention`, all articles together, in order of article and text.
    """
    people = _people(mentions)
    titles = _titles(mentions, people)
    keys, latest = [], {}
    for mention in mentions:
        key = _key(mention, people, titles, latest)
        if key and key[0] == "person":
            latest[mention.article_id, key] = len(keys)
        keys.append(key)
    return keys


def _key(mention, people, titles, latest):
    if mention.name:
        joined = " ".join(mention.name).lower()
        if joined in countries():
            country, kind = countries()[joined]
            return "country", country
        if joined in people:
            return "person", people[joined]
        return "name", joined
    if mention.kind == "noun" and mention.countries and mention.head in _OF_STATE:
        return "country", mention.countries[0]
    if mention.kind == "noun" and mention.head in word_classes()["title"]:
        return _by_title(mention, titles, latest)
    return "thing", concept(mention.head)


def _people(mentions):
    """Each form of a person's name in lower case → the full name, by surname over all articles."""
    full = Counter()
    for mention in mentions:
        known = mention.titles or (mention.name and mention.name[0].lower() in word_classes()["given_name"])
        if len(mention.name) in (2, 3, 4) and known:
            full[mention.name] += 1
    forms = {}
    for name, _ in sorted(full.items(), key=lambda item: (-item[1], item[0])):
        canonical = forms.get(name[-1].lower(), " ".join(name))
        forms[" ".join(name).lower()] = canonical
        forms.setdefault(name[-1].lower(), canonical)
    return forms


def _titles(mentions, people):
    """Title → the people who bear it, with their countries."""
    bearers = defaultdict(Counter)
    for mention in mentions:
        person = people.get(" ".join(mention.name).lower())
        if person:
            for title in mention.titles:
                bearers[title][person] += 1
    return bearers


def _by_title(mention, titles, latest):
    bearers = titles.get(mention.head)
    if not bearers:
        return "thing", concept(mention.head)
    recent = {
        person: latest[mention.article_id, ("person", person)]
        for person in bearers
        if (mention.article_id, ("person", person)) in latest
    }
    if recent:
        return "person", max(sorted(recent), key=recent.get)
    return "person", min(bearers, key=lambda person: (-bearers[person], person))
