"""One name for one speaker over all articles: Sergei and Sergey Lavrov, Putin and Vladimir Putin."""

import csv
import re
import unicodedata
from collections import Counter, defaultdict

from rapidfuzz.fuzz import ratio

from newslab.quotes import people
from newslab.quotes.entities import is_tail
from newslab.quotes.nicknames import formal_name, same_given_name

# Two spellings of one given name (Sergei, Sergey) or surname (Zelensky, Zelenskyy) are at least so alike.
_GIVEN_ALIKE = 75
_SURNAME_ALIKE = 85
_INITIAL = re.compile(r"(?<![^\W\d_])[A-Z]")
_PEOPLE = ("person", "person?")
# In so many articles, and with so few for others of the surname, a full name is whom all readers know by the surname.
_MANY, _FEW = 5, 0.2


def read_aliases(aliases):
    """The user's table of names, from a dictionary or a CSV file with the columns name, speaker."""
    if aliases is None:
        return {}
    if hasattr(aliases, "items"):
        pairs = aliases.items()
    else:
        with open(aliases, encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file)
            if not {"name", "speaker"} <= set(reader.fieldnames or ()):
                raise ValueError(f"{aliases}: expected a CSV file with the columns name, speaker")
            pairs = [(row["name"], row["speaker"]) for row in reader]
    return {_fold(name): speaker for name, speaker in pairs}


def speaker_names(people, alias_of):
    """The name to show for each speaker.

    people : (article_id, entity) of everybody named in the articles, in any order; aliases as from `read_aliases`.

    Returns a function of a speaker that gives the name, and the sexes found for each full name.
    """
    full, genders, titles = defaultdict(Counter), defaultdict(Counter), defaultdict(Counter)
    for article_id, entity in sorted(people, key=lambda item: (item[0], item[1].words)):
        if len(entity.words) > 1 and entity.kind in _PEOPLE:
            full[entity.words][article_id] += entity.mentions
            genders[entity.words][entity.gender] += 1
            titles[entity.words].update(entity.titles)
    canonical = _merge(full, genders)
    body_of = _bodies(people)
    sexes_of = defaultdict(Counter)
    for words, sexes in genders.items():
        sexes_of[" ".join(canonical[words])].update(sex for sex in sexes.elements() if sex)
    by_surname = defaultdict(lambda: defaultdict(lambda: (Counter(), Counter(), set())))
    for words in full:
        sexes, offices, articles = by_surname[_fold(words[-1])][canonical[words]]
        sexes.update(genders[words])
        offices.update(titles[words])
        articles.update(full[words])

    def name_of(speaker):
        entity, name = speaker.entity, speaker.name
        if _fold(name) in alias_of:
            return alias_of[_fold(name)]
        if entity is not None:
            if entity.kind == "body":
                name = body_of.get(_fold(name), name)
            elif entity.words in canonical:
                name = " ".join(canonical[entity.words])
            elif len(entity.words) == 1 and entity.kind in (*_PEOPLE, "?"):
                known = by_surname.get(_fold(entity.words[0]), {})
                if not entity.title and (words := _only_one(entity, known)) is not None:
                    name = " ".join(words)
        return alias_of.get(_fold(name), name)

    return name_of, sexes_of


def _only_one(entity, known):
    """The full name that a surname alone stands for, if sex and office leave only one."""
    fitting = {
        words: (offices, len(articles))
        for words, (sexes, offices, articles) in known.items()
        if words not in entity.others
        and not (entity.gender and set(sexes) - {"", entity.gender} and not sexes[entity.gender])
    }
    if len(fitting) > 1:
        own = set(entity.titles) - people.COURTESY
        holding = {words: found for words, found in fitting.items() if own & set(found[0])}
        fitting = holding or (fitting if not own else {})
    if not fitting:
        return None
    best = max(fitting, key=lambda words: (fitting[words][1], words))
    times = fitting[best][1]
    rivals = sum(number for _, number in fitting.values()) - times
    return best if not rivals or (times >= _MANY and rivals <= _FEW * times) else None


def _merge(full, genders):
    """Full names that are spellings of one another, each with the one to show: of most articles, then the longest."""
    blocks = defaultdict(list)
    for words in sorted(full):
        surname, given = _fold(words[-1]), _fold(words[0])
        blocks[surname[:2], formal_name(given)[:1]].append(words)
    # "Lee Min Ho" and "Lee Min-ho" end in different words.
    hyphened = defaultdict(list)
    for words in sorted(full):
        hyphened[_solid(words)].append(words)
    canonical = {}
    for block in blocks.values():
        groups = []
        for words in block:
            group = next((g for g in groups if any(_same(words, other, genders) for other in g)), None)
            if group is None:
                groups.append([words])
            else:
                group.append(words)
        for group in groups:
            best = max(group, key=lambda words: (len(words[0].rstrip(".")) > 1, len(full[words]), -len(words), words))
            canonical.update(dict.fromkeys(group, best))
    spellings = defaultdict(list)
    for words, shown in canonical.items():
        spellings[shown].append(words)
    # "Roth Bauer" is "Ada Roth Bauer".
    tails = [(words[1:], words) for words in sorted(full) if len(words) > 2 and words[1:] in full]
    tails = [pair for pair in tails if is_tail(*([_fold(word) for word in words] for words in pair))]
    for group in (*hyphened.values(), *tails):
        shown = sorted({canonical[words] for words in group})
        if len(shown) > 1:
            best = max(shown, key=lambda words: (len(full[words]), -len(words), words))
            spellings[best] = [words for name in shown for words in spellings.pop(name)]
            canonical.update(dict.fromkeys(spellings[best], best))
    return canonical


def _bodies(people):
    """The name to show for each body that is also abbreviated, in the form in which names are compared.

    `FBI`, `F.B.I.` and `Federal Bureau of Investigation` are one, if no other name has these initials.
    """
    articles = defaultdict(Counter)
    for _, entity in people:
        if entity.kind == "body":
            articles[_fold(entity.name)][entity.name] += 1
    spelled = defaultdict(list)
    for name in sorted(articles):
        initials = "".join(_INITIAL.findall(max(articles[name]))).lower()
        if " " in name and len(initials) > 2 and not name.endswith("convention"):
            spelled[initials].append(name)
    shown = {}
    for name in sorted(articles):
        group = [name, *(spelled[name] if len(spelled[name]) == 1 else ())]
        forms = [(times, form) for key in group for form, times in articles[key].items()]
        shown.update(dict.fromkeys(group, max(forms)[1]))
    return shown


def _solid(words):
    """A name without its spaces and hyphens."""
    return _fold("".join(words)).replace("-", "").replace("‑", "")


def _same(words, other, genders):
    surname, given = _fold(words[-1]), _fold(words[0])
    surname_other, given_other = _fold(other[-1]), _fold(other[0])
    sexes = {sex for sex in (*genders[words], *genders[other]) if sex}
    if len(sexes) > 1:
        return False
    if surname == surname_other:
        if min(len(given), len(given_other)) == 1:
            return given[0] == given_other[0]
        return same_given_name(given, given_other) or (
            min(len(given), len(given_other)) > 3 and ratio(given, given_other) >= _GIVEN_ALIKE
        )
    return (
        given == given_other
        and min(len(surname), len(surname_other)) > 5
        and ratio(surname, surname_other) >= _SURNAME_ALIKE
    )


def _fold(text):
    """Lower case without accents and full stops: the form in which names are compared."""
    plain = str(text)
    if not plain.isascii():
        plain = "".join(sign for sign in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(sign))
    return plain.lower().replace(".", "").replace("’", "'").strip()
