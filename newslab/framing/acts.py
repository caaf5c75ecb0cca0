"""Acts of one kind told apart by who takes part: the meeting with one leader, the meeting with another."""

import re
from collections import Counter, defaultdict

from newslab.framing.lexicon import TIMES, word_classes

# Acts that two parties share, and of which a story can tell several.
_MUTUAL = frozenset("meeting conversation visit invitation deal relation negotiation war interview".split())
_SMALLEST = 3
_NO_PARTICULAR = frozenset("any no such every".split())
# "The G20 summit", "the NATO meeting": an occasion with a name of its own.
_OCCASION = re.compile(r"(\b[A-Z]?\d+|\b[A-Z][\w.-]+) (?:summits?|meetings?|talks)$")
_CENTRAL = 3


def split_acts(mentions, keys):
    """Give the acts of one kind a key of their own for each participant that tells them apart."""
    places = defaultdict(list)
    for place, key in enumerate(keys):
        if key and key[0] == "thing" and key[1] in _MUTUAL:
            places[key].append(place)
    taking_part = _participants(mentions, keys)
    people = Counter(key[1] for key in keys if key and key[0] == "person")
    central = set(sorted(people, key=lambda name: (-people[name], name))[:_CENTRAL])
    keys = list(keys)
    for key, found in places.items():
        for place in found:
            occasion = _OCCASION.search(mentions[place].text) if mentions[place].kind == "noun" else None
            if _NO_PARTICULAR & set(mentions[place].text.lower().split()):
                keys[place] = None
            elif occasion and occasion.group(1).lower() not in TIMES:
                keys[place] = (*key, occasion.group(1).lower().removeprefix("g"))
        found = [place for place in found if keys[place] == key]
        for place, part in _parts(mentions, found, taking_part, central).items():
            keys[place] = (*key, part)
    return keys


def _participants(mentions, keys):
    """Place of a mention → the people and countries named inside it."""
    found, open_mentions = defaultdict(set), []
    for place, (mention, key) in enumerate(zip(mentions, keys, strict=True)):
        open_mentions = [
            other
            for other in open_mentions
            if mentions[other].article_id == mention.article_id and mentions[other].end >= mention.end
        ]
        if key and (key[0] == "person" or (key[0] == "name" and " " in key[1])):
            for other in open_mentions:
                found[other].add(key[1])
        elif key is None and mention.kind == "noun" and mention.head in word_classes()["title"]:
            # A party without a name is a party nonetheless: "a call he had with the ambassador".
            for other in open_mentions:
                found[other].add(mention.head)
        open_mentions.append(place)
    return found


def _parts(mentions, found, taking_part, central):
    """Place → the participant it is told apart by, for the acts that have one; no entry for the main act."""
    known = [place for place in found if taking_part.get(place)]
    counts = Counter(name for place in known for name in taking_part[place])
    articles = defaultdict(set)
    for place in known:
        for name in taking_part[place]:
            articles[name].add(mentions[place].article_id)
    telling = {name: n for name, n in counts.items() if n >= _SMALLEST and len(articles[name]) > 1}
    partners = {
        name: set().union(*(taking_part[place] for place in known if name in taking_part[place])) for name in telling
    }
    # Who meets everybody tells no meeting from another.
    telling = (
        {name: n for name, n in telling.items() if len(partners[name] & telling.keys()) < 4}
        if len(telling) > 3
        else telling
    )
    ours = central | {name for name, n in counts.items() if n > 1}
    strange = {place: min(taking_part[place]) for place in known if not taking_part[place] & ours}
    if len(telling) < 2:
        return strange
    main = min(telling, key=lambda name: (-telling[name], name))
    parts, latest = {}, {}
    for place in found:
        names = sorted(taking_part.get(place, set()) & telling.keys(), key=lambda name: (-telling[name], name))
        article = mentions[place].article_id
        part = names[0] if names else latest.get(article, main)
        latest[article] = part
        if part != main:
            parts[place] = part
    return parts | strange
