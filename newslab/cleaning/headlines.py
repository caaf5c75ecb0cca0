"""The headline of a page from its source: the forms in which it is given, compared with one another."""

import re

from newslab.cleaning.outlets import fold, is_outlet
from newslab.cleaning.publishers import names_given
from newslab.cleaning.sources import clean
from newslab.text import STOP_WORDS, words

_TAIL = re.compile(r"(.{8,})\s+(?:[|–—·:*-]|::|»)\s+([^|–—·»*]{2,60})$")
_HEAD = re.compile(r"(.{2,40}?)\s*(?:[|»–—]|::|:)\s+(.{8,})$")
_CUT = ("...", "…")
# A heading and another form of one headline share more than a third of their words.
_KIN = 1 / 3


def source_headline(source, raw):
    """The headline that readers see, as (value, how it was found), or None.

    source, raw : the `Source` of a page and its visible text.

    The heading comes first where it tells what another form tells, too: many pages head their name, a log-in or a box
    as they head a story. Without such a heading it is the form that the page prints, and then the one to be shared.
    """
    names = _names(source)
    forms = [
        (clean(source.tags.get("og:title")), "og:title"),
        (clean(source.article.get("headline")), "JSON-LD"),
        (clean(source.tags.get("twitter:title")), "twitter:title"),
        (source.title, "title"),
    ]
    plain = [value for value, _ in forms if value] + source.headings
    others = [(without_outlet(value, names, plain), how) for value, how in forms if value]
    headings = [without_outlet(value, names, plain) for value in source.headings]
    headings = [value for value in headings if fold(value) not in names and not is_outlet(value)]
    kin = [max((_kinship(heading, value) for value, _ in others), default=1) for heading in headings]
    if kin and max(kin) > _KIN:
        return _without_kicker(headings[kin.index(max(kin))], [value for value, _ in others]), "h1"
    whole = [(value, how) for value, how in others if not value.endswith(_CUT)]
    printed = [(value, how) for value, how in whole if value in raw]
    return next(iter(printed or whole or [(heading, "h1") for heading in headings]), None)


def _names(source):
    """The folded names under which the page may name its site."""
    named = {fold(name) for value, _ in names_given(source) if (name := clean(value))}
    return named | {fold(label) for label in (*source.host.split(".")[:-1], source.host)}


def _kinship(one, other):
    """The share of the longer words of two titles that both have, of the title which has more."""
    one, other = _content(one), _content(other)
    return len(one & other) / max(len(one), len(other), 1)


def _content(title):
    found = {word.replace("’", "'") for word in words(title)}
    return {word for word in found if word not in STOP_WORDS} or found


def _without_kicker(heading, others):
    """A heading without the few words before or after it that two other forms of the title lack."""
    known = [fold(value) for value in others]
    for value in others:
        inside = value != heading and value in heading and known.count(fold(value)) > 1
        if inside and len(words(heading)) - len(words(value)) <= 3:
            return value
    return heading


def without_outlet(title, names, others):
    """A title without the outlet's name at its end or start.

    names : folded names of the outlet. others : other forms of the title; what one of them has without the last part
    of this one needs no such part.

    >>> without_outlet("Talks begin - The Paper", {"paper"}, []), without_outlet("Talks - begin", set(), [])
    ('Talks begin', 'Talks - begin')
    """
    forms = {fold(other) for other in others}
    for _ in range(4):
        match = _TAIL.match(title)
        if not match:
            break
        head, tail = match.groups()
        known = fold(tail) in names or is_outlet(tail) or re.match(r"by [A-Z]", tail)
        if not known and fold(head) not in forms:
            break
        title = head
    match = _HEAD.match(title)
    if match and (fold(match.group(1)) in names or is_outlet(match.group(1)) and fold(match.group(2)) in forms):
        title = match.group(2)
    return title
