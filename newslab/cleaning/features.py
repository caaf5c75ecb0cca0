"""What the model sees of each line of a page: its shape, its vocabulary by class, its neighbours; never its words."""

import re
from collections import Counter
from functools import lru_cache
from itertools import count, pairwise

import numpy as np

from newslab.cleaning.furniture import fixed_label
from newslab.cleaning.lexicon import BITS, GROUPS, PAIRS

_FIRST, _SECOND = (frozenset(words) for words in zip(*PAIRS, strict=True))
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
_CHAR = {name: number for number, name in enumerate(_CHARS)}
_KNOWN = 0x3001
_STRIP = ".,;:!?\"'“”‘’()[]{}…|•*<>«»—–-"
CLASSES = list(GROUPS)
_PHRASE = len(CLASSES)
_TIME = re.compile(r"\(?\d{1,2}[:.]\d\d(?:[ap]m)?\W?$", re.I)
_YEAR = re.compile(r"\W?(?:19|20)\d\d\W?$")
_SHORT, _LONG = 6, 15
# A credit in brackets at the end of a line, a gallery's counter, a shouted lead-in, an account's name.
_SIGNS = [
    re.compile(r"[(\[](?:[A-Z@©][^()\[\]]{1,60}|(?:photo|image|picture|credit|file|via)\b[^()\[\]]{0,60})[)\]]\s*$"),
    re.compile(r"[(\[].{0,200}[)\]]$"),
    re.compile(r"\d{1,3}\s?(?:of|/)\s?\d{1,3}\b"),
    re.compile(r"(?:[A-Z]{2,}['’A-Z]*\s?){1,4}:"),
    re.compile(r"[-–—•>»▶]"),
    re.compile(r"\S+$"),
    re.compile(r"(?:By|BY|From|FROM)\b"),
    re.compile(r"[^.!?]{3,60}:\s\S"),
]
_HANDLE = re.compile(r"@\w")


@lru_cache(maxsize=1)
def _table():
    """The kinds of characters as rows of what they are, and for each below U+3001 its kind.

    Higher ones count as small letters.
    """
    rows = np.zeros((_KNOWN + 1, len(_CHARS)), np.float32)
    for code in range(_KNOWN):
        rows[code] = [test(chr(code)) for test in _CHARS.values()]
    rows[_KNOWN, _CHAR["lower"]] = 1
    kinds, kind_of = np.unique(rows, axis=0, return_inverse=True)
    return kinds, kind_of.reshape(-1)


class Page:
    """The characters, words and lines of a page as arrays; a row for each of the `spans`."""

    def __init__(self, raw, spans):
        self.starts, self.ends = np.array(spans, dtype=np.int64).reshape(-1, 2).T
        codes = np.minimum(np.frombuffer(raw.encode("utf-32-le", "surrogatepass"), np.uint32), _KNOWN)
        kinds, kind_of = _table()
        self.characters = kind_of[codes]
        self.tokens = raw.split()
        self.blank = (kinds[:, _CHAR["space"]] == 1)[self.characters]
        self.at = np.flatnonzero(~self.blank & np.concatenate([[True], self.blank[:-1]]))
        self.words, self.keys = word_classes(self.tokens)
        self.first, self.last = np.searchsorted(self.at, self.starts), np.searchsorted(self.at, self.ends)
        self.counts = sums(self.words, self.first, self.last)
        self.n_words = np.maximum(self.last - self.first, 1).astype(float)
        self.lines = [raw[start:end] for start, end in spans]
        self.texts = [line.lower() for line in self.lines]
        self.seen = Counter(self.texts)
        self.breaks = np.array([raw.count("\n", end, start) for (_, end), (start, _) in pairwise(spans)], dtype=float)
        # The boxes of the source around each line, where `dom_features` has read it.
        self.groups = []
        self.place = self.starts / max(1, len(raw))


def sums(rows, first, last):
    """The sum of rows `first` to `last` (without it), for many pairs at once."""
    total = np.zeros((len(rows) + 1, *rows.shape[1:]))
    np.cumsum(rows, axis=0, out=total[1:])
    return total[last] - total[first]


def within(first, last):
    """The places from `first` to `last` (without it) for many pairs: the number of the pair, and the place."""
    lengths = last - first
    pairs = np.repeat(np.arange(len(lengths)), lengths)
    return pairs, np.arange(len(pairs)) + np.repeat(last - np.cumsum(lengths), lengths)


@lru_cache(maxsize=200_000)
def _word(token):
    """What is known of one token: its word, what it is as bits, and its word once more where it is content.

    The bits: its classes, one left free, a time, a year, capitals only, whether it opens and whether it ends phrases.
    """
    word = token.strip(_STRIP).lower().replace("’", "'")
    bits = BITS.get(word, 0)
    digits = token[-1:].isdigit() or token[:1].isdigit()
    time = digits and _TIME.match(token) is not None
    year = digits and _YEAR.match(token) is not None
    capitals = not digits and len(token) > 1 and token.isupper()
    content = "" if bits & 1 or len(token) < 4 else word.removesuffix("'s")
    bits |= time << _PHRASE + 1 | year << _PHRASE + 2 | capitals << _PHRASE + 3
    return word, bits | (word in _FIRST) << _PHRASE + 4 | (word in _SECOND) << _PHRASE + 5, content


def word_classes(tokens):
    """A row of 0 and 1 for each word (classes, the phrase it ends, a time, a year, capitals).

    Returns with it a number for the content of each word, the same for the same content and 0 for none.
    """
    distinct, at = _numbered(tokens)
    known = list(map(_word, distinct))
    bits = np.array([bits for _, bits, _ in known], np.int64)
    rows = (bits[:, None] >> np.arange(_PHRASE + 6) & 1).astype(np.float32)[at]
    for number in np.flatnonzero(rows[:-1, _PHRASE + 4] * rows[1:, _PHRASE + 5]).tolist():
        if (known[at[number]][0], known[at[number + 1]][0]) in PAIRS:
            rows[number + 1, _PHRASE] = 1
    _, keys = _numbered(["", *(content for _, _, content in known)])
    return rows[:, : _PHRASE + 4], keys[1:][at]


def _numbered(strings):
    """The number of each distinct string by its first place, and for each string that number."""
    numbers = dict(zip(dict.fromkeys(strings), count(), strict=False))
    return numbers, np.fromiter(map(numbers.get, strings), np.int64, len(strings))


def shape(page):
    """Length, signs and vocabulary of each line."""
    starts, ends, n_words, rows = page.starts, page.ends, page.n_words, page.characters
    kinds, _ = _table()
    lines, places = within(starts, ends)
    chars = np.bincount(lines * len(kinds) + rows[places], minlength=len(starts) * len(kinds)).reshape(-1, len(kinds))
    chars = chars @ kinds.astype(float)
    length = (ends - starts).astype(float)
    final, before, opening = kinds[rows[ends - 1]], kinds[rows[np.maximum(ends - 2, 0)]], kinds[rows[starts]]
    closing = final[:, [_CHAR["quote"], _CHAR["apostrophe"], _CHAR["bracket"]]].sum(1) > 0
    stops = final[:, _CHAR["full stop"]] + closing * before[:, _CHAR["full stop"]]
    camel = np.zeros(len(rows))
    camel[1:] = kinds[rows[:-1], _CHAR["lower"]] * kinds[rows[1:], _CHAR["upper"]]
    initial = kinds[rows[page.at]][:, [_CHAR["upper"], _CHAR["lower"], _CHAR["digit"]]]
    trailing = (before[:, _CHAR["full stop"]] * final[:, _CHAR["full stop"]] + final[:, _CHAR["ellipsis"]]) > 0
    page.stops = stops > 0
    return np.column_stack(
        [
            np.log1p(n_words),
            np.log1p(length),
            length / n_words,
            n_words[:, None] <= [2, 5],
            n_words[:, None] >= [10, 20, 40],
            stops,
            trailing,
            final[
                :,
                [_CHAR["upper"], _CHAR["lower"], _CHAR["digit"], _CHAR["full stop"], _CHAR["colon"], _CHAR["question"]],
            ],
            opening[:, [_CHAR["upper"], _CHAR["lower"], _CHAR["digit"], _CHAR["quote"]]],
            chars[:, 3:] / n_words[:, None],
            np.minimum(chars[:, 4:], 3),
            np.minimum(sums(camel, starts, ends), 3),
            sums(initial, page.first, page.last) / n_words[:, None],
            page.counts / n_words[:, None],
            np.minimum(page.counts, 3),
            page.words[np.minimum(page.first, len(page.words) - 1)],
            np.array([_signs(line) for line in page.lines], np.float32),
            _fixed(page),
        ]
    )


@lru_cache(maxsize=10_000)
def _signs(line):
    return (
        line.endswith((")", "]")) and _SIGNS[0].search(line[-70:]) is not None,
        *[sign.match(line) is not None for sign in _SIGNS[1:]],
        "@" in line and _HANDLE.search(line) is not None,
    )


_LABELS = ["caption", "share", "promo", "related", "legal", "furniture"]


def _fixed(page):
    """Which lines are furniture by their wording alone."""
    page.fixed = [fixed_label(line) for line in page.lines]
    rows = np.zeros((len(page.lines), len(_LABELS)), np.float32)
    for number, found in enumerate(page.fixed):
        if found:
            rows[number, _LABELS.index(found[0])] = 1
    return rows


def content(page):
    """The longer words of each line that are no function words, each once: numbers of lines, and of words."""
    lines, places = within(page.first, page.last)
    words = page.keys[places]
    size = page.keys.max(initial=0) + 1
    return np.divmod(np.unique((lines * size + words)[words > 0]), size)


def overlaps(lines, words, n):
    """How much each of `n` lines has in common with the one before and the one after, and they with it."""
    size = words.max(initial=0) + 1
    keys = lines * size + words
    place = np.minimum(np.searchsorted(keys, keys + size), len(keys) - 1)
    common = np.bincount(lines[keys[place] == keys + size], minlength=n)[:-1]
    sizes = np.bincount(lines, minlength=n) + 1
    ahead, back = np.zeros((n, 2)), np.zeros((n, 2))
    ahead[:-1] = np.column_stack([common / sizes[:-1], common / sizes[1:]])
    back[1:] = ahead[:-1]
    return np.hstack([ahead, back])


def prose(page):
    """How much running text a line holds, in words: none where it neither ends a sentence nor is long."""
    stop = page.counts[:, CLASSES.index("stop")] / page.n_words
    ended = (page.n_words >= _SHORT) & page.stops & (stop > 0.15)
    long = (page.n_words >= _LONG) & ~page.stops & (stop > 0.25)
    return np.where(ended, page.n_words, np.where(long, page.n_words / 2, 0))


_MARKERS = ["share", "account", "legal", "advert", "related", "comments", "byline", "clock"]


def marks(page):
    """Short lines which tell of furniture, a column for each kind: they show a list or the end of a story."""
    short = page.n_words <= 8
    kinds = page.counts[:, [CLASSES.index(name) for name in _MARKERS]] / page.n_words[:, None] > 0.3
    dated = (page.counts[:, CLASSES.index("month")] > 0) & (page.counts[:, [-3, -2]].sum(1) > 0)
    opening = page.words[np.minimum(page.first, len(page.words) - 1)]
    by = opening[:, CLASSES.index("byline")] > 0
    more = opening[:, CLASSES.index("related")] > 0
    again = np.array([page.seen[line] > 1 for line in page.texts])
    return (np.column_stack([kinds, dated, by, more, again]) & short[:, None]).astype(float)


def place(page, text):
    """Where a line stands on its page, and how much running text `text` there is around it."""
    n = len(text)
    i = np.arange(n)
    wide = (page.breaks > 1).astype(float)
    before, after = np.concatenate([[1], wide]), np.concatenate([wide, [1]])
    airy = np.full(n, wide.mean() if n > 1 else 0)
    repeated = np.array([min(page.seen[line], 4) - 1 for line in page.texts], dtype=float)
    total, below = text.sum() + 1, np.cumsum(text)
    typical = np.median(page.n_words[text > 0]) if (text > 0).any() else 10
    size = np.log1p(page.n_words)
    left, right = beside(text, (1, 3, 6, 12, 30, 8, 20))
    return np.column_stack(
        [
            before,
            after,
            before * airy,
            after * airy,
            airy,
            repeated,
            repeated * (page.n_words > 5),
            size - np.log1p(typical),
            i / max(n - 1, 1),
            page.place,
            np.log1p(i),
            np.log1p(n - 1 - i),
            (below - text) / total,
            (total - below) / total,
            np.abs(below / total - 0.5),
            np.full(n, np.log1p(total)),
            np.full(n, np.log1p(n)),
            text > 0,
            np.log1p(text),
            np.log1p(around(text, (1, 2, 4, 8, 16))),
            np.log1p(by_turns(left[:, :-2], right[:, :-2])),
            np.sqrt(np.minimum(left, right)[:, [1, -2, -1]]),
            np.sqrt(around(page.n_words, (2, 6))),
            *[np.abs(size - shifted(size, step)) for step in (1, -1, 2, -2, 3, -3)],
        ]
    )


def vocabulary(page):
    """The classes of words in the lines around, by width."""
    columns = []
    for width in (2, 6):
        total = windows(page.n_words, width)
        columns.append(windows(page.counts, width) / total[:, None])
    return np.hstack(columns)


def around(values, widths):
    """The mean over a line and so many lines on each side, a column for each of the widths."""
    i, widths = np.arange(len(values))[:, None], np.array(widths)
    first, last = np.maximum(i - widths, 0), np.minimum(i + widths + 1, len(values))
    return np.maximum(sums(values, first, last), 0) / (last - first)


def windows(rows, width):
    """The sum of the rows of a line and of `width` lines on each side."""
    i = np.arange(len(rows))
    return sums(rows, np.maximum(i - width, 0), np.minimum(i + width + 1, len(rows)))


def means(rows, width):
    """The mean of the rows of a line and of `width` lines on each side."""
    return windows(rows, width) / windows(np.ones((len(rows), 1)), width)


def beside(values, widths):
    """The sums over so many lines before a line and after it, by line of the width, a column for each of the widths."""
    n = len(values)
    i, widths = np.arange(n)[:, None], np.array(widths)
    before = sums(values, np.maximum(i - widths, 0), i)
    after = sums(values, np.minimum(i + 1, n), np.minimum(i + 1 + widths, n))
    return np.maximum(before, 0) / widths, np.maximum(after, 0) / widths


def by_turns(*columns):
    """The first column of each of some arrays, then the second of each, and so on."""
    return np.stack(columns, axis=2).reshape(len(columns[0]), -1)


def shifted(values, step):
    """The values of the line `step` lines before; 0 beyond the page."""
    moved = np.zeros_like(values)
    if step > 0:
        moved[step:] = values[:-step]
    else:
        moved[:step] = values[-step:]
    return moved


def line_features(page):
    """Everything that is known of a line before a first judgement of its neighbours."""
    own = shape(page)
    text = prose(page)
    near = [shifted(own, step) for step in (1, -1)]
    few = own[:, [0, 1, 5, 6, 8, 9]]
    far = [shifted(few, step) for step in (2, -2, 3, -3)]
    page.content = content(page)
    page.marks = marks(page)
    marked = by_turns(*(means(page.marks[:, -4:], width) for width in (3, 10)))
    return np.hstack(
        [own, place(page, text), vocabulary(page), overlaps(*page.content, len(own)), marked, *near, *far]
    ).astype(np.float32)
