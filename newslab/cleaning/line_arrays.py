"""Pages as arrays: their characters by kind, their words by class, their lines; never the words themselves."""

import re
from collections import Counter
from functools import cached_property, lru_cache
from itertools import chain

import numpy as np

from newslab.cleaning.furniture import fixed_label
from newslab.cleaning.lexicon import CLASSES
from newslab.cleaning.windows import counted, sums, within
from newslab.cleaning.words import KNOWN, Words, codes_of
from newslab.numeric import distinct

_CHARS = {
    "space": str.isspace,
    "upper": str.isupper,
    "lower": str.islower,
    "digit": str.isdigit,
    "full stop": ".!?…".__contains__,
    "quote": '"“”«»'.__contains__,
    "apostrophe": "'’‘".__contains__,
    "bracket": "()[]{}".__contains__,
    "colon": ":".__contains__,
    "comma": ",;".__contains__,
    "bar": "|•·›»→▶►✕×/\\_<>~^*+=#←↓↑■●".__contains__,
    "question": "?!".__contains__,
    "sign": "@©®™&".__contains__,
    "money": "$€£%".__contains__,
    "dash": "-–—".__contains__,
    "ellipsis": "…".__contains__,
}
KIND = {name: number for number, name in enumerate(_CHARS)}
# A line with fewer words than the first is no prose, with as many as the second it need not end like a sentence.
_SHORT, _LONG = 6, 15
# Classes of words that tell of furniture.
_MARKERS = ["share", "account", "legal", "advert", "related", "comments", "byline", "clock"]
UPPER, LOWER = 1, 2
# What is counted of the words of a line, by its column: those of each class, and those that are otherwise told apart.
_COLUMN = {name: number for number, name in enumerate([*CLASSES, "phrase", "time", "year", "capitals"])}
_TIME = re.compile(r"\(?\d{1,2}[:.]\d\d(?:[ap]m)?\W?$", re.I)
_YEAR = re.compile(r"\W?(?:19|20)\d\d\W?$")


@lru_cache(maxsize=1)
def kinds_of_characters():
    """The kinds of characters as rows of what they are, and for each below U+3001 its kind.

    Higher ones count as small letters.
    """
    known = list(map(chr, range(KNOWN)))
    rows = np.column_stack([[*map(test, known), name == "lower"] for name, test in _CHARS.items()])
    kinds, kind_of = np.unique(rows.astype(np.float32), axis=0, return_inverse=True)
    return kinds, kind_of.reshape(-1).astype(np.uint8)


class Lines:
    """The lines of some pages as arrays; a row for each of the spans of each page.

    page, top, bottom : for each line the number of its page, the first line of that page and the one after its last.
    tops : the first line of each page.

    What is found of a page must not depend on the others: no sum crosses a border, and only such numbers are summed up
    whose sums are exact.
    """

    def __init__(self, pages):
        """pages : the (raw, spans) of each page; none is without a span."""
        raws, spans = zip(*pages, strict=True)
        sizes = np.array([len(places) for places in spans])
        self.page = np.repeat(np.arange(len(pages)), sizes)
        self.tops = np.cumsum(sizes) - sizes
        self.top, self.bottom = self.tops[self.page], (self.tops + sizes)[self.page]
        self.is_top = self.top == np.arange(len(self.page))
        self.lines, times = [], []
        for raw, places in pages:
            own = [raw[start:end] for start, end in places]
            texts = list(map(str.lower, own))
            self.lines += own
            times += map(Counter(texts).__getitem__, texts)
        self.times = np.array(times, float)
        self.fixed = [fixed_label(line) for line in self.lines]
        lengths = np.array([len(raw) for raw in raws])
        begins = np.cumsum(lengths + 1) - lengths
        places = np.fromiter(chain.from_iterable(chain.from_iterable(spans)), np.int64, 2 * len(self.page))
        self.place = places[::2] / np.maximum(1, lengths)[self.page]
        self.starts, self.ends = places.reshape(-1, 2).T + begins[self.page]
        text = "".join(f"\n{raw}" for raw in raws)
        codes = codes_of(text)
        self._read_characters(codes)
        self._read_words(text, codes, begins)

    def count(self, *names):
        """How many words of these kinds each line holds; one of two kinds counts twice."""
        return self.counts[:, [_COLUMN[name] for name in names]].sum(1)

    def opens(self, name):
        """Which lines begin with a word of this kind."""
        return self.opening[:, _COLUMN[name]] > 0

    def characters_at(self, places):
        """What the characters at some places are, a row each; the columns are those of `KIND`."""
        return kinds_of_characters()[0][self.characters[places]]

    @cached_property
    def stops(self):
        """Which lines end with a full stop, or with one before a mark that closes them."""
        final, before = self.characters_at(self.ends - 1), self.characters_at(self.ends - 2)
        closing = final[:, [KIND["quote"], KIND["apostrophe"], KIND["bracket"]]].any(1)
        return (final[:, KIND["full stop"]] > 0) | closing & (before[:, KIND["full stop"]] > 0)

    @cached_property
    def initials(self):
        """The share of the words of each line that begin with a capital, a small letter, a digit: {kind: shares}."""
        kinds = ["upper", "lower", "digit"]
        initial = kinds_of_characters()[0][:, [KIND[kind] for kind in kinds]][self.characters[self.at]]
        return dict(zip(kinds, (sums(initial, self.first, self.last) / self.n_words[:, None]).T, strict=True))

    @cached_property
    def prose(self):
        """How much running text a line holds, in words: none where it neither ends a sentence nor is long."""
        stop = self.count("stop") / self.n_words
        ended = (self.n_words >= _SHORT) & self.stops & (stop > 0.15)
        long = (self.n_words >= _LONG) & ~self.stops & (stop > 0.25)
        return np.where(ended, self.n_words, np.where(long, self.n_words / 2, 0))

    @cached_property
    def marks(self):
        """Short lines which tell of furniture: they show a list or the end of a story. A column for each kind."""
        kinds = {name: self.count(name) / self.n_words > 0.3 for name in _MARKERS}
        kinds["dated"] = (self.count("month") > 0) & (self.count("time", "year") > 0)
        kinds |= {f"opens as {name}": self.opens(name) for name in ("byline", "related")}
        kinds["again"] = self.times > 1
        return {name: (found & (self.n_words <= 8)).astype(float) for name, found in kinds.items()}

    @cached_property
    def content(self):
        """The longer words of each line that are no function words, each once: numbers of lines, and of words."""
        number, places = within(self.first, self.last)
        words = self.keys[places]
        size = self.keys.max(initial=0) + 1
        return np.divmod(distinct(np.sort((number * size + words)[words > 0])), size)

    def _read_characters(self, codes):
        kinds, kind_of = kinds_of_characters()
        self.characters = kind_of.take(codes, mode="clip")
        self.blank = (kinds[:, KIND["space"]] > 0)[self.characters]
        self.cases = (kinds[:, [KIND["upper"], KIND["lower"]]] @ [UPPER, LOWER]).astype(np.uint8)[self.characters]
        # How many line breaks follow each line on its page.
        breaks = np.flatnonzero(codes == ord("\n"))
        self.breaks = counted(breaks, self.ends, np.append(self.starts[1:], 0))
        self.breaks[self.bottom - 1] = 0

    def _read_words(self, text, codes, begins):
        """Where the words are; how many of each class a line holds, and the classes of its first."""
        edges = np.flatnonzero(np.diff(self.blank, append=True)) + 1
        self.at, ends = edges[::2], edges[1::2]
        self.first, self.last = np.searchsorted(self.at, self.starts), np.searchsorted(self.at, self.ends)
        self.n_words = np.maximum(self.last - self.first, 1).astype(float)
        words = Words(codes, self.at, ends, np.searchsorted(self.at, begins))
        flags = np.column_stack([words.phrase, *self._signs(text, ends)])
        self.opening = np.hstack([words.classes[words.known[self.first]], flags[self.first]])
        self.counts = np.hstack([self._counts(words), sums(flags, self.first, self.last)])
        self.keys = words.content

    def _signs(self, text, ends):
        """Which words are a time, which a year, which are in capitals."""
        digit = kinds_of_characters()[0][:, KIND["digit"]] > 0
        edged = digit[self.characters[self.at]] | digit[self.characters[ends - 1]]
        time, year = np.zeros((2, len(ends)), bool)
        words = [text[start:end] for start, end in zip(self.at[edged].tolist(), ends[edged].tolist(), strict=True)]
        time[edged] = [_TIME.match(word) is not None for word in words]
        year[edged] = [_YEAR.match(word) is not None for word in words]
        capitals = np.bitwise_or.reduceat(self.cases, self.at) == UPPER
        return time, year, capitals & ~edged & (ends - self.at > 1)

    def _counts(self, words):
        """How many words of each class stand in each line."""
        known, columns = np.nonzero(words.classes)
        end = np.cumsum(np.bincount(known, minlength=len(words.classes)))
        begin = np.append(0, end[:-1])
        lines, places = within(self.first, self.last)
        known = words.known[places]
        each, places = within(begin[known], end[known])
        n, width = len(self.first), len(CLASSES)
        return np.bincount(lines[each] * width + columns[places], minlength=n * width).reshape(n, width).astype(float)
