"""Things of one noun told apart, or put together: by whose they are, by their compound, by what they are made of."""

from collections import Counter, defaultdict

from newslab.framing.acts import MUTUAL
from newslab.framing.lexicon import concept
from newslab.text import stem


def by_owner(mentions, keys, names):
    """What one person has is not what another has: "the Berg campaign" and "Holm's campaign" are things of their own.

    The one of whose owner the articles speak most keeps its key; without an owner it is the one named last.
    """
    owners, owner_of, latest = defaultdict(Counter), {}, {}
    for place, (mention, key) in enumerate(zip(mentions, keys, strict=True)):
        if key and key[0] == "thing" and len(key) == 2 and key[1] not in MUTUAL and mention.kind == "noun":
            found = [names.people[word] for word in (*mention.owner, *mention.before) if word in names.people]
            if found:
                owner_of[place] = found[-1]
                owners[key][found[-1]] += 1
    main = {key: min(n, key=lambda name: (-n[name], name)) for key, n in owners.items() if len(n) > 1}
    told_apart = []
    for place, (mention, key) in enumerate(zip(mentions, keys, strict=True)):
        owner = owner_of.get(place)
        if key in main and owner:
            latest[mention.article_id, key] = owner
        elif key in main and mention.definite and not mention.before:
            owner = latest.get((mention.article_id, key))
        told_apart.append((*key, owner.lower()) if key in main and owner and owner != main[key] else key)
    return told_apart


_OF_A_KIND = 5


def by_kind(mentions, keys):
    """A compound that several articles use, beside others of its head, is a thing of its own: "state visit"."""
    total, compounds, articles = Counter(), Counter(), defaultdict(set)
    named = {}
    for place, (mention, key) in enumerate(zip(mentions, keys, strict=True)):
        if not key or key[0] != "thing" or mention.kind != "noun":
            continue
        total[key] += 1
        whole = f"{mention.compound}-{mention.head}"
        if mention.compound and key[1] not in (concept(mention.compound), concept(whole)):
            named[place] = kind = (*key, stem(mention.compound))
            compounds[kind] += 1
            articles[kind].add(mention.article_id)
    kinds = {
        kind
        for kind, n in compounds.items()
        if n >= _OF_A_KIND and len(articles[kind]) > 1 and 2 * n < total[kind[:-1]]
    }
    return [named[place] if named.get(place) in kinds else key for place, key in enumerate(keys)]


_COLLECTIVE = frozenset(
    """caravan convoy crowd mob gang band delegation team crew fleet wave stream influx exodus column procession throng
    horde army group flow""".split()
)


def collected(mentions, keys):
    """A crowd of migrants and the migrants are one: a collective noun takes the key of the people it is made of."""
    made_of = defaultdict(Counter)
    people = Counter(
        key[1]
        for mention, key in zip(mentions, keys, strict=True)
        if key and key[0] == "thing" and mention.head.endswith("s")
    )
    for mention, key in zip(mentions, keys, strict=True):
        if key and key[0] == "thing" and key[1] in _COLLECTIVE:
            made_of[key].update(term for term in mention.terms if term in people and term not in _COLLECTIVE)
    joined = {}
    for key, terms in made_of.items():
        term = min(terms, key=lambda term: (-terms[term], -people[term], term), default=None)
        if term and terms[term] > 2:
            joined[key] = ("thing", term)
    return [joined.get(key, key) for key in keys]
