"""Which person a role stands for: "the prime minister", "the mayor's spokesman", "Anna Berg, the ambassador"."""

import re

from newslab.framing.lexicon import word_classes
from newslab.framing.names import INSTITUTIONS, marks, nations_of, titles

# Of these a state, a city or a body has one at a time; of lawyers, aides and senators there may be many in a story.
_OFFICES = frozenset(
    """president premier chancellor king queen emperor pope secretary minister governor mayor ambassador speaker
    director chairman chairwoman chair chief executive ceo commissioner sheriff leader dictator ruler strongman counsel
    spokesman spokeswoman spokesperson undersecretary treasurer manager""".split()
)
# Of a country, these are whoever governs it.
_RULERS = ("president", "prime minister", "premier", "chancellor", "king", "queen", "emperor", "dictator", "ruler")
_RULES = frozenset("leader ruler strongman dictator premier".split())
NO_LONGER = frozenset(
    "previous former ex late next future then-president first last other another new incoming second third".split()
)
_PERSON = re.compile(r"[a-z]{3,}(?:er|or|ist|ant|ian|man|woman|in-law)$")


def appositions(mentions, keys):
    """The keys, with those of roles a comma away from a person's name: "Anna Berg, the mayor", "the mayor, Berg"."""
    keys = list(keys)
    for place, mention in enumerate(mentions):
        if keys[place] and keys[place][0] == "person" and mention.name:
            before = _other(mentions, place, -1)
            after = _other(mentions, place, 1)
            if after is not None and mentions[after].apposed and _is_role(mentions[after]):
                keys[after] = keys[place]
            if before is not None and mention.apposed and _is_role(mentions[before]) and mentions[before].definite:
                keys[before] = keys[place]
    return keys


def _other(mentions, place, step):
    """The longest phrase that ends a comma before the mention at `place`, or begins a comma after it."""
    mention, found = mentions[place], None
    other = place + step
    while 0 <= other < len(mentions) and abs(other - place) < 8:
        near = mentions[other]
        if (near.article_id, near.sentence) != (mention.article_id, mention.sentence):
            break
        gap = near.start - mention.end if step > 0 else mention.start - near.end
        if gap == 2 and near.kind == "noun" and not near.name:
            found = other if found is None or len(near.text) > len(mentions[found].text) else found
        other += step
    return found


def _is_role(mention):
    classes = word_classes()
    return bool(
        mention.head in classes["title"] or mention.head in classes["person_noun"] or _PERSON.match(mention.head)
    )


def ruler(country, names):
    """The one person of a country who is introduced as governing it."""
    ruling = {
        person for title in _RULERS for person in names.bearers.get(title, {}) if names.nations.get(person) == country
    }
    return ruling.pop() if len(ruling) == 1 else None


def bearer(mention, names, latest):
    """The person a role stands for: the latest in the article of those who bear the title and fit the country."""
    own, nations = set(marks(mention)), nations_of(mention, without=INSTITUTIONS)
    if NO_LONGER & set(mention.before) or not (mention.definite or mention.owner):
        return None
    title = (titles((*mention.before, mention.head)) or [mention.head])[-1]
    bearers = names.bearers.get(title, {})
    if nations:
        fitting = [p for p in bearers if names.nations.get(p) == nations[0] or set(nations) & set(names.marks[p])]
        if not fitting and nations[0] == names.state:
            fitting = [p for p in bearers if p not in names.nations]
        if not fitting and mention.head in _RULES and own <= set(nations):
            return ruler(nations[0], names)
    else:
        fitting = [p for p in bearers if not own or own & set(names.marks[p]) or not names.marks[p]]
    # A role is first of all that of the person whom the article itself introduces with it.
    introduced = [person for person in fitting if person in names.introduced[mention.article_id, title]]
    fitting = introduced or (fitting if title.split()[-1] in _OFFICES or " " in title else [])
    most = max((bearers[person] for person in fitting), default=0)
    fitting = sorted(person for person in fitting if 3 * bearers[person] >= most)
    recent = {
        person: latest[mention.article_id, person] for person in fitting if (mention.article_id, person) in latest
    }
    if recent:
        return max(sorted(recent), key=recent.get)
    return fitting[0] if len(fitting) == 1 else None
