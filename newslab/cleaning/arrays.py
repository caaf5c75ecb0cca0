"""A page as arrays: its characters by kind, its words by class, its lines; never its words themselves."""

import re
from collections import Counter
from functools import lru_cache
from itertools import count, pairwise

import numpy as np

from newslab.cleaning.lexicon import BITS, GROUPS, PAIRS
from newslab.cleaning.windows import sums

# A number for each word that opens a phrase, and for each that ends one; which of the two make a phrase.
_FIRST, _SECOND = (
    {word: number for number, word in enumerate(sorted(set(words)), 1)} for words in zip(*PAIRS, strict=True)
)
_PHRASES = np.zeros((len(_FIRST) + 1, len(_SECOND) + 1), np.float32)
_PHRASES[tuple(np.array([(_FIRST[first], _SECOND[second]) for first, second in sorted(PAIRS)]).T)] = 1
_CHARS = {
    "space": str.isspace,
    "upper": str.isupper,
    "lower": str.islower,
    "digit": str.isdigit,
    "full stop": lambda c: c in ".!?…",
    "quote": lambda c: c in '"“”«»',
    "apostrophe": lambda c: c in "'’‘",
    "bracket": lambda c: c in "()[]{}",
    "colon": lambda c: c == ":",
    "comma": lambda c: c in ",;",
    "bar": lambda c: c in "|•·›»→▶►✕×/\\_<>~^*+=#←↓↑■●",
    "question": lambda c: c in "?!",
    "sign": lambda c: c in "@©®™&",
    "money": lambda c: c in "$€£%",
    "dash": lambda c: c in "-–—",
    "ellipsis": lambda c: c == "…",
}
KIND = {name: number for number, name in enumerate(_CHARS)}
_KNOWN = 0x3001
_STRIP = ".,;:!?\"'“”‘’()[]{}…|•*<>«»—–-"
CLASSES = list(GROUPS)
_PHRASE = len(CLASSES)
_TIME = re.compile(r"\(?\d{1,2}[:.]\d\d(?:[ap]m)?\W?$", re.I)
_YEAR = re.compile(r"\W?(?:19|20)\d\d\W?$")


@lru_cache(maxsize=1)
def kinds_of_characters():
    """The kinds of characters as rows of what they are, and for each below U+3001 its kind.

    Higher ones count as small letters.
    """
    rows = np.zeros((_KNOWN + 1, len(_CHARS)), np.float32)
    for code in range(_KNOWN):
        rows[code] = [test(chr(code)) for test in _CHARS.values()]
    rows[_KNOWN, KIND["lower"]] = 1
    kinds, kind_of = np.unique(rows, axis=0, return_inverse=True)
    return kinds, kind_of.reshape(-1)


class Page:
    """The characters, words and lines of a page as arrays; a row for each of the `spans`."""

    def __init__(self, raw, spans):
        self.starts, self.ends = np.array(spans, dtype=np.int64).reshape(-1, 2).T
        codes = np.minimum(np.frombuffer(raw.encode("utf-32-le", "surrogatepass"), np.uint32), _KNOWN)
        kinds, kind_of = kinds_of_characters()
        self.characters = kind_of[codes]
        self.tokens = raw.split()
        self.blank = (kinds[:, KIND["space"]] == 1)[self.characters]
        self.at = np.flatnonzero(~self.blank & np.concatenate([[True], self.blank[:-1]]))
        self.words, self.keys = word_classes(self.tokens)
        self.first, self.last = np.searchsorted(self.at, self.starts), np.searchsorted(self.at, self.ends)
        self.counts = sums(self.words, self.first, self.last)
        self.n_words = np.maximum(self.last - self.first, 1).astype(float)
        self.lines = [raw[start:end] for start, end in spans]
        self.texts = [line.lower() for line in self.lines]
        self.seen = Counter(self.texts)
        self.breaks = np.array([raw.count("\n", end, start) for (_, end), (start, _) in pairwise(spans)], dtype=float)
        # The boxes of the source around each line, and whether they are named as comments, where it has been read.
        self.groups, self.parents, self.comments = [], [0], np.zeros(len(spans), bool)
        self.place = self.starts / max(1, len(raw))


@lru_cache(maxsize=200_000)
def _word(token):
    """What is known of one token: what it is as bits, its numbers in phrases, and its word where it is content.

    The bits: its classes, one left free, a time, a year, capitals only.
    """
    word = token.lower() if token.isalpha() else token.strip(_STRIP).lower().replace("’", "'")
    bits = BITS.get(word, 0)
    content = "" if bits & 1 or len(token) < 4 else word.removesuffix("'s")
    if token[-1:].isdigit() or token[:1].isdigit():
        bits |= (_TIME.match(token) is not None) << _PHRASE + 1 | (_YEAR.match(token) is not None) << _PHRASE + 2
    elif len(token) > 1 and token.isupper():
        bits |= 1 << _PHRASE + 3
    return bits, _FIRST.get(word, 0), _SECOND.get(word, 0), content


def word_classes(tokens):
    """A row of 0 and 1 for each word (classes, the phrase it ends, a time, a year, capitals).

    Returns with it a number for the content of each word, the same for the same content and 0 for none.
    """
    distinct, at = numbered(tokens)
    bits, first, second, contents = zip(*map(_word, distinct), strict=True) if distinct else [()] * 4
    rows = (np.array(bits, np.int64)[:, None] >> np.arange(_PHRASE + 4) & 1).astype(np.float32)[at]
    rows[1:, _PHRASE] = _PHRASES[np.array(first, np.int64)[at[:-1]], np.array(second, np.int64)[at[1:]]]
    _, keys = numbered(["", *contents])
    return rows, keys[1:][at]


def numbered(strings):
    """The number of each distinct string by its first place, and for each string that number."""
    numbers = dict(zip(dict.fromkeys(strings), count(), strict=False))
    return numbers, np.fromiter(map(numbers.get, strings), np.int64, len(strings))
