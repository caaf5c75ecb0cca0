"""Names inside other phrases: who is named there is not unmentioned."""

import re
from collections import defaultdict

from newslab.framing.lexicon import REGIONS, bodies_of_state, countries
from newslab.framing.names import plain
from newslab.text import STOP_WORDS

_CAPITALISED = re.compile(r"(?:[A-Z]\.){2,}|[A-ZÀ-Þ]\w*")


def embedded_names(keys, names, texts):
    """Where an article names a person, country or organisation only inside another phrase: "the Obama administration".

    Returns key → list of (article_id, start, end).
    """
    forms = defaultdict(set)
    for form, person in names.people.items():
        forms[form].add(("person", person))
    for form, (country, kind) in countries().items():
        forms[form].add(("name", bodies_of_state()[form]) if kind == "body" else ("country", country))
    wanted, found = set(keys), defaultdict(list)
    for article_id, text in texts.items():
        spans = [match.span() for match in _CAPITALISED.finditer(text)]
        for place in range(len(spans)):
            if key := _passing(text, spans[place : place + _LONGEST], forms):
                start, end, known = key
                for key in sorted(known & wanted):
                    if not (place and key[0] == "country" and _in_a_region(text, spans[place - 1], start)):
                        found[key].append((article_id, start, end))
    return found


_LONGEST = 4
_NOUN_AFTER = re.compile(r" (?!administration\b|government\b)[a-z]+")


def _passing(text, spans, forms):
    """The longest name that begins where the capitals do, as (start, end, keys).

    A family name alone before a noun is not taken for the one person who has it elsewhere: "the Berg campaign".
    """
    for last in range(len(spans), 0, -1):
        start, end = spans[0][0], spans[last - 1][1]
        known = forms.get(plain(tuple(text[start:end].split()))) or forms.get(text[start:end].lower())
        if known and end - start < 60:
            if text[start:end].isalpha() and text[start:end].isupper() and end - start > 3:
                # Where an article was filed, "OSLO — ", tells nothing of Norway.
                known = {key for key in known if key[0] != "country"}
            if last == 1 and (after := _NOUN_AFTER.match(text, end)) and after.group().strip() not in STOP_WORDS:
                known = {key for key in known if key[0] != "person"}
            return start, end, known
    return None


def _in_a_region(text, before, start):
    """Is the capital before part of the name? "Central America", "Inner Mongolia"."""
    return start - before[1] == 1 and text[slice(*before)].lower() in REGIONS
