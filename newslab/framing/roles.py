"""Which person a role stands for: "the prime minister", "the mayor's spokesman", "Anna Berg, the ambassador"."""

import re

from newslab.framing.lexicon import word_classes
from newslab.framing.name_forms import titles
from newslab.framing.names import INSTITUTIONS, marks, nations_of

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
    """previous former ex late next future then-president first last other another new incoming longtime second
    third""".split()
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


def governing(names):
    """All persons who are introduced as governing a country, a state or a city."""
    return {person for title in (*_RULERS, "governor", "mayor") for person in names.bearers.get(title, {})}


def _without_ruler(title, names):
    """The only country of whose institutions the story speaks and whose ruler it does not say by that title."""
    ruled = {names.nations.get(person) for title in _RULERS for person in names.bearers.get(title, {})}
    vacant = [state for state in names.states if state not in ruled]
    return vacant[0] if title in _RULERS and len(vacant) == 1 else None


def bearer(mention, names, latest):
    """The person a role stands for, of those who bear the title and fit the country: the latest of the main ones.

    latest : (article_id, "person", name) → how often, and at which place last, the article has named the person so far.
    """
    if NO_LONGER & set(mention.before) or not (mention.definite or mention.owner):
        return None
    title = (titles((*mention.before, mention.head)) or [mention.head])[-1]
    bearers, nations = names.bearers.get(title, {}), nations_of(mention, without=INSTITUTIONS)
    fitting = _fitting(mention, title, bearers, nations, names)
    if not fitting and nations and mention.head in _RULES and set(marks(mention)) <= set(nations):
        return ruler(nations[0], names)
    introduced = [person for person in fitting if person in names.introduced[mention.article_id, title]]
    if title.split()[-1] not in _OFFICES and " " not in title:
        fitting = introduced
    fitting = _most(fitting, bearers.get)
    told = {person: latest.get((mention.article_id, "person", person)) for person in fitting}
    named = [person for person in fitting if told[person]]
    if not named:
        fitting = [person for person in fitting if person in introduced] or fitting
        return fitting[0] if len(fitting) == 1 else None
    # Who is named in passing is not whom the role alone means, and a foreign president is "the Norwegian president".
    named = _most(named, lambda person: told[person][0])
    at_home = [person for person in named if nations or names.nations.get(person, names.state) == names.state]
    named = at_home or named
    named = [person for person in named if person in introduced] or named
    return max(named, key=lambda person: told[person][1])


def _fitting(mention, title, bearers, nations, names):
    """Those of the bearers of a title whom what stands beside the role does not exclude."""
    if nations:
        fitting = [p for p in bearers if names.nations.get(p) == nations[0] or set(nations) & set(names.marks[p])]
        if not fitting and nations[0] in (names.state, _without_ruler(title, names)):
            fitting = [p for p in bearers if p not in names.nations]
        return fitting
    own = set(marks(mention))
    # "The president of the bank", "the company's president" is not the one of whom the story does not say of what.
    of = own - set(mention.before) if title in _RULERS else set()
    return [p for p in bearers if own & set(names.marks[p]) or not (of or own and names.marks[p])]


def _most(people, times):
    """Those of the people who come near the one with the most times."""
    most = max(map(times, people), default=0)
    return sorted(person for person in people if 3 * times(person) >= most)
