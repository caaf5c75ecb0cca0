"""Acts of one kind told apart by who takes part: the meeting with one leader, the meeting with another."""

import re
from collections import Counter, defaultdict

from newslab.framing.lexicon import TIMES
from newslab.text import STOP_WORDS

# Acts that two parties share, and of which a story can tell several.
MUTUAL = frozenset("meeting conversation visit invitation deal relation negotiation war interview".split())
_SMALLEST = 3
_CENTRAL = 3
_NO_PARTICULAR = frozenset("any no such every".split())
# "The plan was met with protests": nobody met.
_RECEIVED = re.compile(r"\b(?:was|were|be|been|being|is|are) met\b")
# "The Berg-Holm talks" have two parties.
_HYPHENATED = re.compile(r"\b[A-Z][a-z]+-[A-Z][a-z]+\b")
# "The G20 summit", "the NATO meeting": an occasion with a name of its own.
_OCCASION = re.compile(r"(\b[A-Z]?\d+|\b[A-Z][\w.-]+) (?:summits?|meetings?|talks)$")


def split_acts(mentions, keys):
    """Give the acts of one kind a key of their own for each pair of participants that tells them apart."""
    places = defaultdict(list)
    for place, key in enumerate(keys):
        if key and key[0] == "thing" and key[1] in MUTUAL:
            places[key].append(place)
    taking_part = _participants(mentions, keys)
    people = Counter(key[1] for key in keys if key and key[0] == "person")
    central = [name for name in sorted(people, key=lambda name: (-people[name], name)) if people[name] > 1][:_CENTRAL]
    keys = list(keys)
    for key, found in places.items():
        for place in found:
            text = mentions[place].text
            occasion = _OCCASION.search(text) if mentions[place].kind == "noun" else None
            if _NO_PARTICULAR & set(text.lower().split()) or _RECEIVED.search(text):
                keys[place] = None
            elif occasion and not taking_part.get(place) and occasion.group(1).lower() not in TIMES | STOP_WORDS:
                keys[place] = (*key, occasion.group(1).lower().removeprefix("g"))
        found = [place for place in found if keys[place] == key]
        for place, pair in _pairs(mentions, found, taking_part, central).items():
            keys[place] = (*key, " and ".join(pair))
    return keys


def _participants(mentions, keys):
    """Place of a mention → the people named inside it, and before a verb the one who acts."""
    found, inside, subject = defaultdict(set), [], (None, None)
    people = Counter(key[1] for key in keys if key and key[0] == "person")
    called = {name.split()[-1]: name for name in sorted(people, key=lambda name: (people[name], name))}
    for place, (mention, key) in enumerate(zip(mentions, keys, strict=True)):
        here = mention.article_id, mention.sentence
        inside = [
            other
            for other in inside
            if mentions[other].article_id == mention.article_id and mentions[other].end >= mention.end
        ]
        if key and key[0] == "person":
            for other in inside:
                found[other].add(key[1])
            subject = here, key[1]
        if mention.kind == "verb" and subject[0] == here:
            found[place].add(subject[1])
        elif joined := _HYPHENATED.search(mention.text):
            found[place].update(called[name] for name in joined.group().split("-") if name in called)
        inside.append(place)
    return found


def _pairs(mentions, found, taking_part, central):
    """Place → who share the act, for the acts that are not the main one of their kind."""
    times = Counter(name for place in found for name in taking_part.get(place, ()))
    ours = {*central, *(name for name, n in times.items() if n > 1)}
    strange = {place: names for place in found if (names := taking_part.get(place)) and not names & ours}
    strange = {place: tuple(sorted(names)) for place, names in strange.items()}
    whole = {place: tuple(sorted(taking_part[place])) for place in found if len(taking_part.get(place, ())) == 2}
    counts, articles = Counter(whole.values()), defaultdict(set)
    for place, pair in whole.items():
        articles[pair].add(mentions[place].article_id)
    telling = {pair: n for pair, n in counts.items() if n >= _SMALLEST and len(articles[pair]) > 1}
    order = sorted(telling, key=lambda pair: (-telling[pair], pair))
    if not order:
        return strange
    if len(order) == 1:
        others = {place: taking_part[place] for place in found if taking_part.get(place, set()) - set(order[0])}
        return {place: tuple(sorted(names)) for place, names in others.items()}
    parts, latest = {}, {}
    for place in found:
        names, article = taking_part.get(place, set()), mentions[place].article_id
        recent = [latest[article]] if article in latest else []
        fitting = [pair for pair in recent + order if names <= set(pair)] if names else []
        pair = whole.get(place) or next(iter(fitting), None)
        if not names:
            pair = latest.get(article, order[0])
        if pair in telling:
            latest[article] = pair
        if pair != order[0]:
            parts[place] = pair or tuple(sorted(names))
    return parts | strange
