"""The words of a text as numbers, all at once: which of them are alike, and the classes of those in the lexicon.

A word is told from others by a sum over its letters, each times a number for its place: with 64 bits two different
words practically never have the same. So no word is ever looked at by itself.
"""

from functools import lru_cache

import numpy as np

from newslab.cleaning.lexicon import BITS, CLASSES, PAIRS

# Above it are the scripts of East Asia, which know no small letters.
KNOWN = 0x3001
_STRIP = ".,;:!?\"'“”‘’()[]{}…|•*<>«»—–-"
_WEIGHTS = np.random.RandomState(0).randint(1, 2**63, 64, dtype=np.uint64)
_LEAST = 4


@lru_cache(maxsize=1)
def _tables():
    """For each character its small letter, with straight apostrophes, and whether it may be stripped off a word."""
    known = list(map(chr, range(KNOWN)))
    small = np.array([ord(character.lower()[0]) for character in known], np.uint64)
    small[ord("’")] = ord("'")
    return small, np.array([*(character.isspace() or character in _STRIP for character in known), False])


@lru_cache(maxsize=1)
def _lexicon():
    """The numbers of the words in the lexicon, in order; what is known of each, and of all others in an entry more.

    Known are the classes of a word, its number among those that open a phrase, and among those that end one. With them
    comes a table of the pairs that make a phrase.
    """
    opening, ending = ({word: n for n, word in enumerate(sorted(set(words)), 1)} for words in zip(*PAIRS, strict=True))
    words = sorted({*BITS, *opening, *ending})
    ends = np.cumsum([len(word) for word in words])
    first = np.append(0, ends[:-1])
    sums = _sums(_small(codes_of("".join(words))), first)
    numbers = sums[ends] - sums[first]
    order = np.argsort(numbers)
    words = [*(words[i] for i in order), ""]
    bits, first, second = (np.array([known.get(word, 0) for word in words]) for known in (BITS, opening, ending))
    phrases = np.zeros((len(opening) + 1, len(ending) + 1), bool)
    for one, other in PAIRS:
        phrases[opening[one], ending[other]] = True
    return numbers[order], (bits[:, None] >> np.arange(len(CLASSES)) & 1).astype(np.float32), first, second, phrases


def codes_of(text):
    """The codes of the characters of a text."""
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)


def _small(codes):
    return np.where(codes < KNOWN, _tables()[0].take(codes, mode="clip"), codes)


def _sums(letters, first):
    """The sum over the letters before each place, each times a number for its place in its word.

    first : where the words begin. The number of a word is the difference between its two ends.
    """
    borders = np.concatenate([[0], first, [len(letters)]])
    place = np.arange(len(letters))
    place -= np.repeat(borders[:-1], np.diff(borders))
    weighted = _WEIGHTS.take(place, mode="clip")
    weighted *= letters
    return np.append(np.uint64(0), np.cumsum(weighted, out=weighted))


def _stripped(codes, first, last):
    """The words without the signs at both ends."""
    inner = ~_tables()[1].take(codes, mode="clip")
    count = np.append(0, np.cumsum(inner))
    places = np.append(np.flatnonzero(inner), 0)
    empty = count[first] == count[last]
    return np.where(empty, first, places[count[first]]), np.where(empty, first, places[count[last] - 1] + 1)


class Words:
    """The words of a text as numbers.

    classes, known : a table with a row of 0 and 1 for some words, a column a class, and for each word its row.
    phrase : whether a word ends a phrase.
    content : a number for each longer word that is no function word, the same for the same word; 0 for the others.
    """

    def __init__(self, codes, first, last, breaks):
        """codes : the text. first, last : where its words stand. breaks : the words that follow on no other."""
        letters, long = _small(codes), last - first >= _LEAST
        first, last = _stripped(codes, first, last)
        sums = _sums(letters, first)
        numbers = sums[last] - sums[first]
        lexicon, self.classes, opening, ending, phrases = _lexicon()
        place = np.minimum(np.searchsorted(lexicon, numbers), len(lexicon) - 1)
        self.known = np.where(lexicon[place] == numbers, place, len(lexicon))
        self.phrase = np.append(False, phrases[opening[self.known[:-1]], ending[self.known[1:]]])
        self.phrase[breaks] = False
        own = (letters[last - 1] == ord("s")) & (letters[last - 2] == ord("'")) & (last - first > 2)
        numbers[own] = sums[last[own] - 2] - sums[first[own]]
        chosen = long & (last > first) & (self.classes[self.known, CLASSES.index("stop")] == 0)
        self.content = np.zeros(len(numbers), np.int64)
        self.content[chosen] = np.unique(numbers[chosen], return_inverse=True)[1].reshape(-1) + 1
