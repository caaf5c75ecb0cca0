"""What the model sees of each line of a page: numbers on its shape, its vocabulary by class and its place, no words."""

from functools import lru_cache

import numpy as np

from newslab.cleaning.lexicon import GROUPS, classes

_BITS, _PHRASES = classes()
_FIRST = {first for first, _ in _PHRASES}
_CHARS = {
    "upper": str.isupper,
    "lower": str.islower,
    "digit": str.isdigit,
    "comma": lambda c: c in ",;",
    "stop": lambda c: c in ".!?…",
    "quote": lambda c: c in "\"“”«»",
    "apostrophe": lambda c: c in "'’‘",
    "bracket": lambda c: c in "()[]{}",
    "bar": lambda c: c in "|•·›»→▶►✕×/\\_<>~^*+=#←↓↑■●",
    "colon": lambda c: c == ":",
    "question": lambda c: c in "?!",
    "at": lambda c: c in "@©®™&",
    "money": lambda c: c in "$€£%",
    "dash": lambda c: c in "-–—",
}
_KNOWN = 0x3001
_STRIP = ".,;:!?\"'“”‘’()[]{}…|•*<>«»—–-"


@lru_cache(maxsize=1)
def _table():
    """For each character below U+3000, a row of what it is; higher ones count as small letters."""
    rows = np.zeros((_KNOWN + 1, len(_CHARS) + 1), np.float32)
    for code in range(_KNOWN):
        character = chr(code)
        rows[code, :-1] = [test(character) for test in _CHARS.values()]
        rows[code, -1] = character.isspace()
    rows[_KNOWN, list(_CHARS).index("lower")] = 1
    return rows


def line_features(raw, spans):
    """One row of numbers for each (start, end) of a page: its shape and its vocabulary by class."""
    starts, ends = np.array(spans, dtype=np.int64).reshape(-1, 2).T
    codes = np.minimum(np.frombuffer(raw.encode("utf-32-le", "surrogatepass"), np.uint32), _KNOWN)
    rows = _table()[codes]
    chars = _sums(rows[:, :-1], starts, ends)
    tokens, flags, at = _tokens(raw, rows)
    first, last = np.searchsorted(at, starts), np.searchsorted(at, ends)
    counts = _sums(flags, first, last)
    length = (ends - starts).astype(float)
    n_words = np.maximum(last - first, 1).astype(float)
    final, before = rows[ends - 1], rows[np.maximum(ends - 2, 0)]
    closes = final[:, 5] + final[:, 6] + final[:, 7] > 0
    return np.column_stack(
        [
            np.log1p(n_words),
            np.log1p(length),
            length / n_words,
            n_words[:, None] <= [2, 5],
            n_words[:, None] >= [10, 20, 40],
            chars[:, 2:] / n_words[:, None],
            chars[:, 3:] > 0,
            counts / n_words[:, None],
            np.minimum(counts, 3),
            final[:, [0, 1, 2, 4, 5, 9]],
            closes * before[:, 4],
            rows[starts][:, [0, 1, 2, 5]],
            flags[np.minimum(first, len(flags) - 1)],
        ]
    ).astype(np.float32)


def _sums(rows, first, last):
    total = np.zeros((len(rows) + 1, rows.shape[1]))
    np.cumsum(rows, axis=0, out=total[1:])
    return total[last] - total[first]


def _tokens(raw, rows):
    """The words between white space, their classes, and where each starts."""
    tokens = raw.split()
    blank = np.concatenate([[1], rows[:, -1]])
    at = np.flatnonzero((blank[:-1] == 1) & (blank[1:] == 0))
    bits = np.zeros(len(tokens), np.int64)
    extra = np.zeros((len(tokens), 2), np.float32)
    before = None
    for number, token in enumerate(tokens):
        word = token.strip(_STRIP).lower().replace("’", "'")
        bits[number] = _BITS.get(word, 0)
        if before is not None and (before, word) in _PHRASES:
            extra[number, 0] = 1
        before = word if word in _FIRST else None
        extra[number, 1] = len(token) > 1 and token.isupper()
    classes = bits[:, None] >> np.arange(len(GROUPS)) & 1
    return tokens, np.hstack([classes, extra, rows[at][:, [0, 2]]]).astype(np.float32), at
