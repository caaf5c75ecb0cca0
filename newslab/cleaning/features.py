"""What the model sees of each line of a page: its shape, its vocabulary by class, its neighbours; never its words."""

import re
from collections import Counter
from functools import lru_cache

import numpy as np

from newslab.cleaning.furniture import fixed_label
from newslab.cleaning.lexicon import BITS, GROUPS, PAIRS

_FIRST = frozenset(first for first, _ in PAIRS)
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
    """For each character below U+3001, a row of what it is; higher ones count as small letters."""
    rows = np.zeros((_KNOWN + 1, len(_CHARS)), np.float32)
    for code in range(_KNOWN):
        rows[code] = [test(chr(code)) for test in _CHARS.values()]
    rows[_KNOWN, _CHAR["lower"]] = 1
    return rows


class Page:
    """The characters, words and lines of a page as arrays; a row for each of the `spans`."""

    def __init__(self, raw, spans):
        self.starts, self.ends = np.array(spans, dtype=np.int64).reshape(-1, 2).T
        codes = np.minimum(np.frombuffer(raw.encode("utf-32-le", "surrogatepass"), np.uint32), _KNOWN)
        self.characters = _table()[codes]
        self.tokens = raw.split()
        blank = np.concatenate([[1], self.characters[:, _CHAR["space"]]])
        self.at = np.flatnonzero((blank[:-1] == 1) & (blank[1:] == 0))
        self.words, self.keys = word_classes(self.tokens)
        self.first, self.last = np.searchsorted(self.at, self.starts), np.searchsorted(self.at, self.ends)
        self.counts = sums(self.words, self.first, self.last)
        self.n_words = np.maximum(self.last - self.first, 1).astype(float)
        self.lines = [raw[start:end] for start, end in spans]
        self.texts = [line.lower() for line in self.lines]
        self.seen = Counter(self.texts)
        self.breaks = np.array(
            [raw.count("\n", end, start) for end, start in zip(self.ends[:-1], self.starts[1:], strict=True)],
            dtype=float,
        )
        # The boxes of the source around each line, where `dom_features` has read it.
        self.groups = []
        self.place = self.starts / max(1, len(raw))


def sums(rows, first, last):
    """The sum of rows `first` to `last` (without it), for many pairs at once."""
    total = np.zeros((len(rows) + 1, *rows.shape[1:]))
    np.cumsum(rows, axis=0, out=total[1:])
    return total[last] - total[first]


@lru_cache(maxsize=200_000)
def _word(token):
    """What is known of one token: its word, classes as bits, a time, a year, capitals only, its word as content."""
    word = token.strip(_STRIP).lower().replace("’", "'")
    bits = BITS.get(word, 0)
    digits = token[-1:].isdigit() or token[:1].isdigit()
    time = digits and _TIME.match(token) is not None
    year = digits and _YEAR.match(token) is not None
    content = "" if bits & 1 or len(token) < 4 else word.removesuffix("'s")
    return word, bits, (time, year, not digits and len(token) > 1 and token.isupper()), content


def word_classes(tokens):
    """A row of 0 and 1 for each word (classes, the phrase it ends, a time, a year, capitals), and its content."""
    known = [_word(token) for token in tokens]
    bits = np.array([entry[1] for entry in known], np.int64)
    extra = np.zeros((len(tokens), 4), np.float32)
    if tokens:
        extra[:, 1:] = [entry[2] for entry in known]
    before = None
    for number, (word, *_) in enumerate(known):
        if before is not None and (before, word) in PAIRS:
            extra[number, 0] = 1
        before = word if word in _FIRST else None
    classes = np.hstack([bits[:, None] >> np.arange(len(CLASSES)) & 1, extra]).astype(np.float32)
    return classes, [entry[3] for entry in known]


def shape(page):
    """Length, signs and vocabulary of each line."""
    starts, ends, n_words, rows = page.starts, page.ends, page.n_words, page.characters
    chars = sums(rows, starts, ends)
    length = (ends - starts).astype(float)
    final, before = rows[ends - 1], rows[np.maximum(ends - 2, 0)]
    closing = final[:, [_CHAR["quote"], _CHAR["apostrophe"], _CHAR["bracket"]]].sum(1) > 0
    stops = final[:, _CHAR["full stop"]] + closing * before[:, _CHAR["full stop"]]
    camel = np.zeros(len(rows))
    camel[1:] = rows[:-1, _CHAR["lower"]] * rows[1:, _CHAR["upper"]]
    initial = rows[page.at][:, [_CHAR["upper"], _CHAR["lower"], _CHAR["digit"]]]
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
            rows[starts][:, [_CHAR["upper"], _CHAR["lower"], _CHAR["digit"], _CHAR["quote"]]],
            chars[:, 3:] / n_words[:, None],
            np.minimum(chars[:, 4:], 3),
            np.minimum(sums(camel, starts, ends), 3),
            sums(initial, page.first, page.last) / n_words[:, None],
            page.counts / n_words[:, None],
            np.minimum(page.counts, 3),
            page.words[np.minimum(page.first, len(page.words) - 1)],
            _signs(page.lines),
            _fixed(page),
        ]
    )


def _signs(lines):
    found = np.zeros((len(lines), len(_SIGNS) + 1), np.float32)
    for number, line in enumerate(lines):
        end = line[-70:]
        found[number] = [
            _SIGNS[0].search(end) is not None,
            *[sign.match(line) is not None for sign in _SIGNS[1:]],
            "@" in line and _HANDLE.search(line) is not None,
        ]
    return found


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
    """The longer words of each line that are no function words."""
    return [
        set(page.keys[first:last]) - {""} for first, last in zip(page.first.tolist(), page.last.tolist(), strict=True)
    ]


def overlaps(sets):
    """How much a line has in common with the one before and the one after, and they with it."""
    n = len(sets)
    ahead = np.zeros((n, 2))
    for number in range(n - 1):
        common = len(sets[number] & sets[number + 1])
        ahead[number] = common / (len(sets[number]) + 1), common / (len(sets[number + 1]) + 1)
    back = np.zeros((n, 2))
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
    """Short lines which tell of furniture, 0 and 1 for each kind: they show a list or the end of a story."""
    short = page.n_words <= 8
    kinds = [page.counts[:, CLASSES.index(name)] / page.n_words > 0.3 for name in _MARKERS]
    dated = (page.counts[:, CLASSES.index("month")] > 0) & (page.counts[:, [-3, -2]].sum(1) > 0)
    opening = page.words[np.minimum(page.first, len(page.words) - 1)]
    by = opening[:, CLASSES.index("byline")] > 0
    more = opening[:, CLASSES.index("related")] > 0
    again = np.array([page.seen[line] > 1 for line in page.texts])
    return [(kind & short).astype(float) for kind in (*kinds, dated, by, more, again)]


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
            *[np.log1p(around(text, width)) for width in (1, 2, 4, 8, 16)],
            *[np.log1p(beside(text, width, side)) for width in (1, 3, 6, 12, 30) for side in (-1, 1)],
            *[np.sqrt(np.minimum(beside(text, width, -1), beside(text, width, 1))) for width in (3, 8, 20)],
            *[np.sqrt(around(page.n_words, width)) for width in (2, 6)],
            *[np.abs(size - shifted(size, step)) for step in (1, -1, 2, -2, 3, -3)],
        ]
    )


def vocabulary(page):
    """The classes of words in the lines around, by width."""
    columns = []
    for width in (2, 6):
        total = _windows(page.n_words, width)
        columns.append(_windows(page.counts, width) / total[:, None])
    return np.hstack(columns)


def around(values, width):
    """The mean over a line and `width` lines on each side."""
    n = len(values)
    i = np.arange(n)
    first, last = np.maximum(i - width, 0), np.minimum(i + width + 1, n)
    return np.maximum(sums(values, first, last), 0) / (last - first)


def _windows(values, width):
    i = np.arange(len(values))
    return sums(values, np.maximum(i - width, 0), np.minimum(i + width + 1, len(values)))


def beside(values, width, side):
    """The sum over the `width` lines before (side -1) or after (side 1) a line, by line of the width."""
    n = len(values)
    i = np.arange(n)
    first, last = (np.maximum(i - width, 0), i) if side < 0 else (np.minimum(i + 1, n), np.minimum(i + 1 + width, n))
    return np.maximum(sums(values, first, last), 0) / width


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
    windows = [around(mark, width) for mark in page.marks[-4:] for width in (3, 10)]
    return np.hstack(
        [own, place(page, text), vocabulary(page), overlaps(page.content), np.column_stack(windows), *near, *far]
    ).astype(np.float32)
