"""The words of a quotation, under keys where their forms and spellings meet."""

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from newslab.text import STOP_WORDS, stem

_PIECE = re.compile(r"(?:[^\W\d_]\.){2,}|\d+(?:[.,:]\d+)*(?:[^\W\d_]+)?|[^\W_]+(?:['’&][^\W_]+)*|[\[\]()&]|…|\.\.\.+")
_SENTENCE_START = re.compile(r"[.!?…][\s\"'“”‘’)\]]*\Z")
# Forms in which the same thing is said: the first word of a row stands for all.
VERBS = {
    form: forms.split()[0]
    for forms in [
        "be am is are was were been being",
        "have has had having",
        "do does did done doing",
        "will would",
        "shall should",
        "can could",
        "may might",
        "say says said saying",
        "go goes went gone going",
        "get gets got gotten getting",
        "make makes made making",
        "take takes took taken taking",
        "come comes came coming",
        "see sees saw seen seeing",
        "know knows knew known knowing",
        "think thinks thought thinking",
        "give gives gave given giving",
        "tell tells told telling",
        "become becomes became becoming",
        "leave leaves left leaving",
        "feel feels felt feeling",
        "keep keeps kept keeping",
        "begin begins began begun beginning",
        "speak speaks spoke spoken speaking",
        "mean means meant meaning",
        "meet meets met meeting",
        "stand stands stood standing",
        "find finds found finding",
        "bring brings brought bringing",
        "hold holds held holding",
        "write writes wrote written writing",
        "lose loses lost losing",
        "pay pays paid paying",
        "send sends sent sending",
        "win wins won winning",
        "choose chooses chose chosen choosing",
        "fight fights fought fighting",
        "understand understands understood understanding",
        "build builds built building",
        "break breaks broke broken breaking",
    ]
    for form in forms.split()
}
_EVERYDAY = frozenset(
    """good better best bad worse worst great greater greatest big bigger biggest small new old little large long short
    high low right wrong real really true sure clear important strong ready happy different same first last next
    possible hard easy thing things time times people man men woman women country countries world way ways day days
    week weeks month months year years lot lots kind part place point problem question fact case today tomorrow now
    soon back away well much nice fine look looks looked looking want wants wanted need needs needed like liked let
    try tried trying talk talked talking work worked working put start started believe hope
    """.split()
)
_CONTRACTED = {"n't": "not", "'ve": "have", "'re": "are", "'ll": "will", "'m": "am", "'d": "would"}
_WHOLE = {"can't": ["can", "not"], "won't": ["will", "not"], "shan't": ["shall", "not"], "cannot": ["can", "not"]}
_WHOLE |= {f"{word}'s": [word, "is"] for word in "it he she that there here what who where how".split()}
_WHOLE["let's"] = ["let", "us"]


@dataclass(frozen=True)
class QuotedWord:
    """A word of a quotation: its place, its form in lower case, the key under which forms of it meet."""

    start: int
    end: int
    form: str
    key: str
    small: bool
    bracketed: bool
    name: bool = False  # in capitals inside a sentence

    @property
    def everyday(self):
        """Whether everybody uses the word of everything."""
        return self.form in VERBS or self.form in _EVERYDAY


@lru_cache(maxsize=50_000)
def quoted_words(text):
    """The words of a quotation; a contraction counts as the two words it stands for."""
    found, inside = [], False
    for match in _PIECE.finditer(text):
        piece = match.group()
        if piece in "[(":
            inside = True
        elif piece in "])":
            inside = False
        elif piece[0] not in ".…":
            for form in _expand(piece.lower().replace("’", "'")):
                small = form in STOP_WORDS or (len(form) == 1 and not form.isdigit())
                name = (
                    piece[0].isupper()
                    and bool(found)
                    and not _SENTENCE_START.search(text[max(0, match.start() - 6) : match.start()])
                )
                found.append(QuotedWord(*match.span(), form, VERBS.get(form) or stem(form), small, inside, name))
    return tuple(found)


def _expand(word):
    if word in _WHOLE:
        return _WHOLE[word]
    if word == "&":
        return ["and"]
    for ending, full in _CONTRACTED.items():
        if word.endswith(ending) and len(word) > len(ending):
            return [word.removesuffix(ending), full]
    return [word.replace(".", "") if word[0].isalpha() else word]


def join_compounds(words, others):
    """The words with two put together where the other quotation writes them as one (good will, goodwill)."""
    whole = {word.key for word in others}
    joined, skip = [], False
    for word, following in pairwise([*words, None]):
        if skip:
            skip = False
        elif following and (key := stem(word.form + following.form)) in whole:
            joined.append(QuotedWord(word.start, following.end, word.form + following.form, key, False, word.bracketed))
            skip = True
        else:
            joined.append(word)
    return joined
