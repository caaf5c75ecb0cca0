"""The words of an article as numbers: spelling, inflection and the way a country's name is written fall together."""

import re
from dataclasses import dataclass
from functools import lru_cache
from zlib import crc32

import numpy as np

from newslab.text import STOP_WORDS, stem
from newslab.text.calendar import WEEKDAYS

# Compounds are taken apart (Russia-US, re-filed), as one outlet writes them together and the next does not.
_WORD = re.compile(
    r"United (?:States|Kingdom|Nations)\b|European Union\b|[Pp]er cent\b"
    r"|(?:[^\W\d_]\.){2,}|\d+(?:[.,:]\d+)*(?:[^\W\d_]+)?|[^\W_]+(?:['’&][^\W_]+)*"
)
_SHORT = {
    "united states": "us",
    "united kingdom": "uk",
    "united nations": "un",
    "european union": "eu",
    "per cent": "percent",
}
# Words that stand in any news story: they carry a copy along, and are no evidence of one.
_COMMON = frozenset(
    map(
        stem,
        """say says said saying tell told report reports reported reporter reporters according add added ask asked call
        called make made making take took taken taking come came go went going get got give gave given put
        set hold held new news year years month months week weeks day days today yesterday tomorrow
        time times hour hours minute morning afternoon
        evening night last next first second third one two three four five six seven eight nine ten hundred
        thousand million billion percent number people man woman men women world country countries
        government minister prime president spokesman spokeswoman spokesperson official officials chief
        leader leaders foreign secretary state states national international united former company group
        police court part end early late later long high large small big good well old another around
        expected believe believed think know want need see seen look way work use used including include
        however adviser advisor ambassador envoy governor senator mayor commissioner chancellor chairman
        chairwoman director deputy speaker attorney justice representative representatives campaign manager
        member members candidate candidates party professor editor correspondent head vice executive agency
        ministry council parliament defence defense security interior finance affairs meet meeting met
        statement conference press interview mr mrs ms dr sir general number early ago since per about far
        us un eu uk
        """.split()
        + WEEKDAYS,
    )
)
STOP, NAME, COMMON, CONTENT = 0.15, 0.3, 0.4, 1.0


@dataclass(frozen=True)
class Words:
    """The words of one text: places, keys that are equal for the same word, and what a match of each is worth."""

    starts: np.ndarray
    ends: np.ndarray
    keys: np.ndarray
    worth: np.ndarray
    name: np.ndarray  # in capitals, or between two such words as a particle is

    def __len__(self):
        return len(self.keys)

    def span(self, first, end):
        """The characters of the words from `first` to before `end`."""
        return int(self.starts[first]), int(self.ends[end - 1])


@lru_cache(maxsize=500_000)
def _key_and_worth(word):
    lower = word.lower().replace("’", "'")
    lower = _SHORT.get(lower, lower)
    if "." in lower and not lower[0].isdigit():
        lower = lower.replace(".", "")
    root = stem(lower)
    if word[0].isupper() and lower.endswith("an") and len(lower) > 5:
        root = stem(lower[:-1])  # Russian and Russia, American and America
    # crc32 and not hash(): the same text must give the same keys in every run.
    key = crc32(root.encode())
    if lower in STOP_WORDS or (len(lower) == 1 and not lower.isdigit()):
        return key, STOP
    return key, COMMON if root in _COMMON else CONTENT


def read_words(text):
    """The `Words` of a text."""
    starts, ends, keys, worth, capital = [], [], [], [], []
    for match in _WORD.finditer(text):
        word = match.group()
        key, value = _key_and_worth(word)
        starts.append(match.start())
        ends.append(match.end())
        keys.append(key)
        worth.append(value)
        capital.append(word[0].isupper())
    return Words(
        np.array(starts, dtype=np.int64),
        np.array(ends, dtype=np.int64),
        np.array(keys, dtype=np.int64),
        np.array(worth, dtype=np.float64),
        _names(np.array(capital, dtype=bool), np.array(starts, dtype=np.int64), np.array(ends, dtype=np.int64)),
    )


def _names(capital, starts, ends):
    """Words in capitals, and the short ones between two of them (de la, bin, von der)."""
    name = capital.copy()
    short = ~capital & (ends - starts <= 3)
    for length in (1, 2):
        if len(name) > length + 1:
            between = capital[: -length - 1] & capital[length + 1 :]
            for offset in range(1, length + 1):
                between = between & short[offset : len(short) - length - 1 + offset]
            for offset in range(1, length + 1):
                name[offset : len(name) - length - 1 + offset] |= between
    return name
