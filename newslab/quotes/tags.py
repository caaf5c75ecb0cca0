"""The tag of a word, from its form, the words beside it and how it is written elsewhere in the article.

The tags are those of `newslab.quotes.sentences`.
"""

import re
from itertools import pairwise

from newslab.quotes import bodies, lexicon, people
from newslab.quotes.tokens import Token

_RANKS = frozenset(
    """first lead leading ranking acting sitting managing founding presiding commanding ruling serving retiring outgoing
    incoming visiting supporting starring planning state""".split()
)
# What makes an adjective of a name: "the Bauer-led team".
_ADJECTIVES = frozenset("era style wide run level speaking leaning winning born made built owned".split())
# Inside a compound they make an adverb of it: "day-by-day".
_JOINING = frozenset("by to in for".split())
_MONTH_NAMES = frozenset("jan may april june august".split())
_PARENTS = ("mother-of", "father-of", "mum-of", "mom-of", "dad-of")
_LOWER = re.compile(r"(?<![\w’'-])[a-z]+(?![\w’'-])")
# Nowhere tried again inside a word: a run of capitals, as in a picture's data, would take a quadratic time.
_NAMES = re.compile(r"(?<![\w’-])[^\W\d_a-z][\w’-]*+(?: [^\W\d_a-z][\w’-]*+)+")
_CAPITAL = re.compile(r"[^\W\d_a-z](?:(?<=\w .)|(?<=, .))[\w’'-]*")


def _tag_table():
    table = dict.fromkeys(people.ROLES, "T")
    for verbs, tag in (
        (people.TRADES, "T"),
        (lexicon.OTHER_VERBS, "e"),
        (lexicon.STANCE_VERBS, "v"),
        (lexicon.STANCE_ING, "g"),
        (lexicon.SPEECH_VERBS, "V"),
        (lexicon.SPEECH_ING, "g"),
        (lexicon.ADVERBS, "R"),
        (lexicon.AUXILIARIES, "A"),
        (lexicon.SUBORDINATORS, "S"),
        (lexicon.CONJUNCTIONS, "C"),
        (lexicon.PREPOSITIONS, "I"),
        (lexicon.DETERMINERS, "D"),
        (lexicon.RELATIVES, "W"),
        (lexicon.PRONOUNS, "P"),
    ):
        table.update(dict.fromkeys(verbs, tag))
    return table


TAGS = _tag_table()
FUNCTION = {word: tag for word, tag in TAGS.items() if tag in "RASCIDWP"}
_SAME_IN_PAST = frozenset("read put set hit thought found".split())
_READ = frozenset("read reads reading".split())
# Behind the name of a platform they are what stands on it.
_POSTED = frozenset("post posts comment comments".split())
# Before "to" they say how something is done, not that it is said: "continues to show".
_PHASES = frozenset("continue continues continued begin begins began go goes".split())
_UNSETTLED = lexicon.NOUN_VERBS | people.PARTICLES | _RANKS | _READ | _PHASES | {"once"}
# Words whose tag does not hang on those beside them.
SETTLED = {word: tag for word, tag in TAGS.items() if tag not in "VI" and word not in _UNSETTLED}


class Spelling:
    """How the words of an article are written.

    small: those in lower case; capital: those with a capital inside a sentence; surnames: those behind a given name.
    """

    def __init__(self, text):
        self.small = frozenset(_LOWER.findall(text))
        self.capital = frozenset(word.lower() for word in _CAPITAL.findall(text))
        runs = [run.lower().split(" ") for run in _NAMES.findall(text)]
        self.surnames = frozenset(
            surname for run in runs for given, surname in pairwise(run) if given in people.given_names()
        )


def tag_of(tokens, at, word, lower, tags, spelling):
    """The tag of the token at `at`, where `tags` are those of the tokens before it."""
    if not word.islower() and (word[0].isupper() or any(part[:1].isupper() for part in word.split("-")[1:])):
        return _capital_tag(tokens, at, word, lower.rstrip("."), tags, spelling)
    following = tokens[at + 1].lower if at + 1 < len(tokens) else ""
    if lower not in TAGS:
        return _unlisted_tag(tokens, at, lower, tags, following)
    tag = TAGS[lower]
    if lower == "once" and TAGS.get(following) == "V":
        return "R"  # "Lowe once told a reporter"
    if lower in _PHASES and following == "to":
        return "e"
    if lower in _POSTED and at and tokens[at - 1].lower in bodies.PLATFORMS:
        return "n"  # "a Facebook post"
    if lower in _RANKS and following in people.DESCRIBING and tags and tags[-1] != "P":
        return "n"  # "the first lady", "lead author"
    if lower == "lead" and tags[-1:] == ["N"] and following in people.given_names():
        return "T"  # "Kremlin lead Ada Lowe"
    if lower in _READ and following == ":" and lower != "reading":
        return "V"  # "a letter to the mayor read: “…”"
    if lower in _READ and at and tokens[at - 1].lower in lexicon.DOCUMENTS:
        return "g" if lower == "reading" else "V"
    if tag == "I" and tags and tags[-1] == "$":
        return "n"  # "his brother's outside counsel"
    subject = tags[-2:] in (["D", "n"], ["D", "T"]) and tags[-3:-2] != ["I"]
    if tag == "V" and lower.endswith("s") and subject and _can_say(tokens, at - 1):
        return "V"  # "the suit claims", "the minister states"; not "in its campaign pledges"
    if tag in "Vvg" and lower in lexicon.NOUN_VERBS and tags:
        behind = "V" if following.endswith("ed") else TAGS.get(following, "n") if following else ""
        infinitive = tokens[at - 1].word == "to" and not lower.endswith("s")
        dated = tags[-1] == "R" and next((tag for tag in reversed(tags) if tag != "R"), "") == "D"
        gerund = tags[-1] == "I" and lower.endswith("ing")  # "after saying it was"
        governed = tags[-1] in "D$dI" and not infinitive and not gerund
        if dated or governed or (tags[-1] in "Nn" and behind and behind in "VvATW"):
            return "n"
    if tag in "Vv" and lower in lexicon.NOUN_VERBS and following in (",", ".") and _named_thing(tokens, at, tags):
        return "n"  # "in the Courier post, Lowe says"
    if tag in "Vvg" and lower in lexicon.NOUN_VERBS and tags[-2:] in (["D", "n"], ["$", "n"], ["D", "T"], ["D", "N"]):
        # "the annual report", but "the ministry reports that"
        return tag if following in ("that", "on", "it", "he", "she", "they", "the", "a") and tag == "V" else "n"
    if tag in "Vv" and tags[-1:] == ["$"] and (f"{lower}s" in TAGS or lower.removesuffix("s") in TAGS):
        return "n"  # "Lowe's outline"; but "Lowe's said"
    if tag == "V" and tags and tags[-1] in "D$" and lower.endswith("ed") and not _alone(tokens, at - 1):
        return "n"
    return "N" if _links_names(tokens, at, lower, tags) else tag


def _unlisted_tag(tokens, at, lower, tags, following):
    """The tag of a word that no list holds: most often a noun or an adjective."""
    if "-" in lower:
        return "T" if lower.rpartition("-")[2] in people.DESCRIBING or lower.startswith(_PARENTS) else "n"
    if lower.endswith("ed") and len(lower) > 4 and tags and tags[-1] not in "D$dI":
        return "e"
    if lower.endswith("ing") and len(lower) > 5 and tags and tags[-1] in ",-" and following.isalpha():
        return "I"  # ", treating Mrs. Lowe": as a preposition, it governs what follows
    if lower in ("late", "early") and following in bodies.NOT_NAMES:
        return "R"
    return "N" if _links_names(tokens, at, lower, tags) else "n"


def _links_names(tokens, at, lower, tags):
    """`Ada van der Lowe`: a small word inside a name."""
    if lower not in people.PARTICLES or not tags or tags[-1] != "N" or at + 1 == len(tokens):
        return False
    following = tokens[at + 1].word
    return following[:1].isupper() or following in people.PARTICLES


def _named_thing(tokens, at, tags):
    """Whether a word in its base form stands behind an article and a name in the singular, which take no such verb."""
    word = tokens[at].lower
    begin = at - 1
    while begin >= 0 and tags[begin] == "N":
        begin -= 1
    singular = not tokens[at - 1].lower.endswith("s") and not word.endswith(("s", "ed", "ing"))
    return singular and word not in _SAME_IN_PAST and 0 <= begin < at - 1 and tags[begin] == "D"


def _can_say(tokens, at):
    """Whether a word is of somebody or something that makes statements."""
    word = tokens[at].lower
    return word in people.DESCRIBING or word in bodies.BODIES or word in lexicon.DOCUMENTS


def _alone(tokens, at):
    """Whether a determiner stands for somebody: `another added`."""
    return tokens[at].lower in lexicon.QUANTIFIERS


def _capital_tag(tokens, at, word, lower, tags, spelling):
    opening = (
        not tags
        or tags[-1] in ".:-(Q"
        or all(tag == "n" and not tokens[i].word.isalnum() for i, tag in enumerate(tags))
    )
    if lower in bodies.NOT_NAMES and not (lower in _MONTH_NAMES and _name_follows(tokens, at)):
        return "R"
    following = tokens[at + 1].word if at + 1 < len(tokens) else ""
    titled = tags and tags[-1] == "T" and tokens[at - 1].lower.rstrip(".") in people.COURTESY
    if not following[:1].isupper() and (titled or lower in spelling.surnames) and lower not in bodies.BODIES:
        return "N"  # "Mr. King", and "King" where there is a Larry King
    if opening and not _JOINING.isdisjoint(lower.split("-")[1:-1]):
        return "R"  # "Day-to-day Lowe works"
    if opening and not _name_follows(tokens, at, lower):
        tag = TAGS.get(lower)
        if tag and not (lower in people.given_names() and lower not in FUNCTION):
            return tag
        if not word.isupper() and (lower in spelling.small or _common_opener(tokens, at, lower, spelling)):
            return "R" if lower.endswith("ly") else "n"
    if tags and tags[-1] == "N" and lower in ("were", "will", "may"):
        return "N"  # "Lilian Were"
    given = lower in people.given_names() and following[:1].isupper()
    if lower == "i" or (lower in FUNCTION and not (word.isupper() or lower in people.PARTICLES or given)):
        return FUNCTION.get(lower, "N")
    if lower == "sri" or following == "Sri":
        # "Tan Sri Zaleha", "Sri Sultan"; Sri Lanka is a country
        return "N" if lower == "sri" and following[:5] == "Lanka" else "T" if lower in ("sri", "tan", "dato") else "N"
    last = word.rpartition("-")[2] if "-" in word else ""
    if tags[-1:] != ["N"] and (last in _ADJECTIVES or (last.islower() and last.endswith("ed"))):
        return "n"
    if lower in people.NAMES_NOT_TITLES and following[:1].isupper():
        return "N"
    role = lower.rpartition("-")[2] in people.ROLES and not lower.endswith("-general")
    role = role or (lower in people.TRADES and following.lower() in people.given_names())
    if lower in people.HONORIFICS or role or lower.startswith(_PARENTS) or word in people.OFFICES:
        return "T"
    return "N"


def _name_follows(tokens, at, lower=None):
    """Whether a capital at the start of a sentence is a given name: "Mark Smith", "Grace Jones"."""
    return (
        (lower is None or lower in people.given_names())
        and at + 1 < len(tokens)
        and tokens[at + 1].kind == "w"
        and tokens[at + 1].word[:1].isupper()
        and FUNCTION.get(tokens[at + 1].lower) is None
    )


def _common_opener(tokens, at, lower, spelling):
    """Whether a capital is only that of a sentence: `Opposite number Ada Lowe`, `Reprising her role`."""
    if lower in spelling.capital or lower in people.given_names() or lower in bodies.PLACES or lower in bodies.BODIES:
        return False
    following = tokens[at + 1] if at + 1 < len(tokens) else Token(".", ".", ".")
    behind = TAGS.get(following.lower, "n")
    if lower.endswith("ly") and following.kind == ",":
        return True  # "Ironically, Lowe"
    if lower.endswith("s") and lower[:-1] in lexicon.DOCUMENTS:
        return True  # "Polls show"
    if (
        lower.endswith(("ing", "ly", "ed"))
        and len(lower) > 4
        and (following.kind == "Q" or following.word[0].islower())
    ):
        return behind not in "VvAeW"
    if following.kind != "w" or not following.word[0].islower():
        return False
    if "-" in lower and behind == "T":
        return True  # "Talk-show host Ada Lowe"
    if behind == "I" or following.word == "or":
        return True  # "Contrary to reports", "Sooner or later"
    return behind == "n" and not following.word.endswith("ed") and following.lower not in people.PARTICLES
