"""The words of a proper name: its titles, the kind of body it names, the form under which it is compared."""

import re
from functools import lru_cache
from unicodedata import combining, normalize

from newslab.framing.lexicon import word_classes

# Words of the names of bodies, places and works, and of no person's.
ORGANISATIONS = frozenset(
    """party committee ministry department agency office bureau university college school institute center centre
    council court congress parliament senate house bank group inc corp ltd company union association federation
    commission foundation fund forum league times post journal news press herald tribune guardian telegraph
    independent mail today radio television tv network channel states state republic kingdom city county island
    islands street avenue park airport hospital church museum palace tower agreement accord treaty act bill law war
    summit games olympics olympic cup day forces force army navy guard police service services society project
    movement front alliance coalition campaign team square river sea ocean lake mountain mount north south east west
    international national federal constitution caucus conference star organization organisation corps
    reserve garden doctrine administration program programme initiative trust club hotel resort building qaeda bridge
    world""".split()
)
# With a proper word before them they are a name, also in small letters: "Berg province".
PROVINCES = frozenset("province prefecture county district village".split())
# Between the parties of a case.
VERSUS = frozenset(("v", "v.", "vs", "vs."))
SUFFIXES = frozenset("jr jr. sr sr. ii iii iv".split())


@lru_cache(maxsize=200_000)
def plain(name):
    """A name as a key: lower case, no dots, no accents.

    >>> plain(("D.N.C.",)), plain(("José", "S.", "Muñoz-Vik"))
    ('dnc', 'jose s munoz vik')
    """
    joined = " ".join(name).replace(".", "").replace("’", "'").replace("-", " ").lower()
    return joined if joined.isascii() else "".join(mark for mark in normalize("NFKD", joined) if not combining(mark))


def titles(words):
    """The titles among the words before a name; words that follow one another are one: "attorney general".

    >>> titles(("former", "vice", "president"))
    ['vice president']
    """
    found, run = [], []
    for word in (*words, ""):
        word = word.rstrip(".")
        if word in _COURTESY:
            continue
        if word in word_classes()["title"] or word in _RANKS:
            run.append(word)
        else:
            found += [" ".join(run)] if run and run[-1] not in _RANKS else []
            run = []
    return found


_COURTESY = frozenset("mr mrs ms miss sir dame lord lady dr".split())
_RANKS = frozenset("vice deputy assistant associate".split())


def short_form(name):
    """The word by which a body is called once its full name was given, in lower case; None for other names.

    >>> short_form(("Senate", "Budget", "Committee")), short_form(("Bureau", "of", "Investigation"))
    ('committee', 'bureau')
    >>> short_form(("Northern", "Border"))
    """
    head, *_ = re.split(" (?:of|for) ", " ".join(name).lower())
    word = head.split()[-1] if len(name) > 1 else ""
    return word if is_body(word) else None


def is_body(word):
    """Does the word, in lower case, name a kind of body, place or work rather than a person? "Committee", "Times"."""
    return word in ORGANISATIONS or word in PROVINCES or word in word_classes()["publisher"]
