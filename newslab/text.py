"""Sentences and words of the kept text, and the way from each of them back to the raw file."""

import re
from bisect import bisect_right
from functools import lru_cache
from importlib.resources import files

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import Stemmer

from newslab.tables import table

# What ends a line in a file, whatever wrote it: the characters of str.splitlines.
LINE_BREAK = re.compile("[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_LINE = re.compile(r"\S(?:[^\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]*\S)?")
# Blanks are left alone: in a line of 50 MB they are eight million.
_SPACE = re.compile(r"[^\S ]")

_TEXTS_AT_ONCE = 2000

# Initials stay whole (U.S.), so do words with inner marks (US-Russia, Trump's, AT&T) and numbers (1,000.5). The first
# alternative finds nothing that the other would not: it is there because most words are plain, and so found faster, as
# they are where what begins no word is passed over by one look at its first character.
WORD = re.compile(
    r"[a-zA-Z][a-z]++(?![-'’&\w])"
    r"|[^\W_](?:(?<=\d)\d*(?:[.,:]\d+)*(?:[^\W\d_]+)?|(?<!\d)\.(?:[^\W\d_]\.)+|[^\W_]*(?:[-'’&][^\W_]+)*)"
)

_ABBREVIATIONS = frozenset(
    """mr mrs ms mx dr prof rev hon st sr jr gen col lt maj capt sgt cmdr adm gov sen sens rep reps pres vs etc no nos
    jan feb mar apr jun jul aug sep sept oct nov dec inc ltd co corp dept est fig al approx ave blvd rd mt ft
    """.split()
)
_WRITTEN = re.compile(r"\S")
_SENTENCE_END = re.compile(r"""[.!?…]+["'”’»)\]]*(?=\s)|(?<=[.!?…])["”»](?=\s)""")
_OPENS = re.compile(r"""[\s"'“‘«(\[]*[^\W_a-z]|[\s]*["'“‘«(\[]""")
_LAST_WORD = re.compile(r"([^\W\d_][\w’'.]*)\.[\"'”’»)\]]*$")

STOP_WORDS = frozenset(
    """a an the this that these those each every either neither some any no all both few many much more most other
    another such same own i me my mine myself we us our ours ourselves you your yours yourself yourselves he him his
    himself she her hers herself it its itself they them their theirs themselves who whom whose which what whatever
    whoever one ones someone anyone everyone nobody something anything everything nothing and or but nor so yet if
    because although though while whereas unless until since whether than as of at by for with without about against
    between among into through during before after above below to from up down in out on off over under again further
    then once toward towards upon within along across behind beyond near via per am is are was were be been being have
    has had having do does did doing will would shall should can could may might must ought not only very too also
    just even still already ever never always often here there where when why how now however therefore thus
    it's he's she's that's there's what's who's i'm you're we're they're i've you've we've they've i'd you'd he'd
    she'd we'd they'd i'll you'll he'll she'll we'll they'll isn't aren't wasn't weren't hasn't haven't hadn't doesn't
    don't didn't won't wouldn't shan't shouldn't can't cannot couldn't mustn't let's
    """.split()
)


class Body:
    """The kept text of one article, and the way from its characters back to the raw file.

    Each kept span is a paragraph, or a piece of one. White space inside a span becomes a blank, character for
    character; between two spans stands an empty line where the raw file has a line break, otherwise one blank.

    >>> body = Body("Menu\\nA first line.\\nShare\\nA second.", [(5, 18), (25, 34)])
    >>> body.text
    'A first line.\\n\\nA second.'
    >>> body.raw_span(15, 23)
    (25, 33)
    """

    def __init__(self, raw, kept):
        parts, self._text_starts, self._raw_starts, position = [], [], [], 0
        previous = None
        for start, end in kept:
            if previous is not None:
                gap = "\n\n" if LINE_BREAK.search(raw, previous, start) else " "
                parts.append(gap)
                position += len(gap)
            parts.append(_SPACE.sub(" ", raw[start:end]))
            self._text_starts.append(position)
            self._raw_starts.append(start)
            position += end - start
            previous = end
        self.text = "".join(parts)
        self._raw_end = previous or 0

    def raw_span(self, start, end):
        """The place in the raw file of the characters `start` to `end` of the text."""
        if not self._text_starts:
            return 0, 0
        raw_start = self._raw(start)
        return raw_start, max(raw_start, self._raw(end - 1) + 1 if end > start else raw_start)

    def _raw(self, position):
        piece = max(0, bisect_right(self._text_starts, position) - 1)
        following = self._raw_starts[piece + 1] if piece + 1 < len(self._raw_starts) else self._raw_end
        return min(self._raw_starts[piece] + position - self._text_starts[piece], following)


def paragraph_spans(raw):
    """The lines of a raw file that hold more than white space, without the white space at their ends.

    >>> paragraph_spans("one \\r\\n\\r\\n two")
    ((0, 3), (9, 12))
    """
    return tuple(line.span() for line in _LINE.finditer(raw))


def bodies(articles):
    """Each readable article as a row (a named tuple) with its `Body`."""
    for row in articles.itertuples(index=False):
        if row.status == "ok":
            yield row, Body(row.raw, row.kept)


def paragraphs(text):
    """The places of the paragraphs in a kept text, as (start, end)."""
    return [match.span() for match in re.finditer(r"[^\n]+", text)]


def split_sentences(text):
    """The places of the sentences in a text, as (start, end); no sentence runs over a paragraph.

    >>> text = "Mr. Putin met the U.S. president. “No date yet,” he said."
    >>> [text[start:end] for start, end in split_sentences(text)]
    ['Mr. Putin met the U.S. president.', '“No date yet,” he said.']
    """
    found = []
    for start, end in paragraphs(text):
        begin = start
        for stop in _SENTENCE_END.finditer(text, start, end):
            if _ends_sentence(text, begin, stop.end(), end):
                found.append((begin, stop.end()))
                # Looked for in the text itself: a copy of what is left, sentence by sentence, is quadratic.
                following = _WRITTEN.search(text, stop.end(), end)
                begin = following.start() if following else end
        if text[begin:end].strip():
            found.append((begin, end))
    return found


def _ends_sentence(text, begin, stop, end):
    if not _OPENS.match(text, stop, end):
        return False
    last = _LAST_WORD.search(text, max(begin, stop - 30), stop)
    if last is None or text[stop - 1] in "!?…":
        return True
    word = last.group(1)
    if word.lower() in _ABBREVIATIONS or len(word) == 1:
        return False
    # "U.S. President" goes on, "in the U.S. The" does not: after initials only a function word opens a sentence.
    if "." in word:
        following = WORD.search(text, stop, end)
        return following is not None and following.group().lower() in STOP_WORDS
    return True


def words(text):
    """The words of a text in lower case, with straight apostrophes.

    >>> words("Trump’s U.S.-Russia talks at the G20")
    ["trump's", 'u.s.', 'russia', 'talks', 'at', 'the', 'g20']
    """
    return [word.lower() for word in WORD.findall(text.replace("’", "'"))]


def distinct_pieces(texts):
    """What stands between white space in texts, each different piece once: few of very many are different.

    Returns the pieces in the order in which they are first met, the numbers of the pieces of one text after another,
    and the places among these where each text begins, with the end of the last.

    >>> pieces, numbers, ends = distinct_pieces(["to be or not", "to be"])
    >>> pieces, numbers.tolist(), ends.tolist()
    (['to', 'be', 'or', 'not'], [0, 1, 2, 3, 0, 1], [0, 4, 6])
    """
    place, found, sizes = {}, [np.empty(0, dtype=np.int32)], [np.zeros(1, dtype=np.int64)]
    for start in range(0, len(texts), _TEXTS_AT_ONCE):
        encoded = [text.encode("utf-8", "replace") for text in texts[start : start + _TEXTS_AT_ONCE]]
        split = pc.utf8_split_whitespace(pa.array(encoded, pa.large_binary()).cast(pa.large_string()))
        sizes.append(pc.list_value_length(split).to_numpy())
        pieces = split.flatten().dictionary_encode()
        numbers = [place.setdefault(piece, len(place)) for piece in pieces.dictionary.to_pylist()]
        found.append(np.array(numbers, dtype=np.int32)[pieces.indices.to_numpy()])
    return list(place), np.concatenate(found), np.cumsum(np.concatenate(sizes))


_stemmer = Stemmer.Stemmer("english")


@lru_cache(maxsize=200_000)
def stem(word):
    """The Snowball stem of a lower-case word, without a possessive, the same for British and American spelling.

    >>> stem("stabilise") == stem("stabilizes"), stem("russia's"), stem("centre") == stem("centers")
    (True, 'russia', True)
    """
    return _stemmer.stemWord(american(word.removesuffix("'s").removesuffix("'")))


_BRITISH = [
    (re.compile(r"(?<=[a-z]{3})is(e[sdr]?|ers|ing|ation|ations|ational)$"), r"iz\1"),
    (re.compile(r"(?<=[a-z]{2})ys(e[sdr]?|ing)$"), r"yz\1"),
    (re.compile(r"(?<=[a-z]{2}[bdlmnpv])our(s|ed|ing|ite|ites|able|er|ers|ly|ful|hood|less)?$"), r"or\1"),
    (re.compile(r"(?<=[a-z]{2}[tbv])re(s|d)?$"), r"er\1"),
    (re.compile(r"(?<=[aeiou])ll(ed|ing|er|ers)$"), r"l\1"),
    (re.compile(r"(?<=[a-z]{2}en)ce(s)?$"), r"se\1"),
    (re.compile(r"(?<=[a-z]{3})ogue(s)?$"), r"og\1"),
    (re.compile(r"(?<=[a-z])ae(?=[a-z]{3})"), "e"),
    (re.compile(r"(?<=gram)me(s)?$"), r"\1"),
]
_MAYBE_BRITISH = re.compile(r"is[aei]|ys[ei]|our|re[sd]?$|ll(?:e[dr]|ers|ing)$|ences?$|ogues?$|ae|mmes?$")


@lru_cache(maxsize=200_000)
def american(word):
    """A key under which British and American spellings of a lower-case word meet; not always itself a word.

    >>> american("organisation"), american("labour"), american("centre"), american("travelled")
    ('organization', 'labor', 'center', 'traveled')
    """
    if _MAYBE_BRITISH.search(word):
        for pattern, replacement in _BRITISH:
            word = pattern.sub(replacement, word)
    return word


@lru_cache(maxsize=1)
def document_frequencies():
    """How many other news stories were counted, and in how many of them each stem stands, common ones first.

    `benchmarks/count_frequencies.py` names the stories and counts again. The dictionary is shared: change a copy.

    >>> n, counts = document_frequencies()
    >>> n > counts["year"] > counts["river"]
    True
    """
    data = files("newslab").joinpath("data/document_frequencies.txt")
    _, n, *lines = data.read_text(encoding="utf-8").splitlines()
    counts = {}
    for line in lines:
        count, *stems = line.split(" ")
        counts.update(dict.fromkeys(stems, int(count)))
    return int(n), counts


def sentences(articles):
    """Split the kept text of each article into sentences.

    articles : table from `load_articles` or `clean_articles`.

    Returns a table with columns article_id, paragraph, sentence (both counted from 0 in the article), start, end
    (characters of the raw file), text.

    >>> import newslab as nl
    >>> articles = nl.clean_articles(nl.load_articles("seeds"))
    >>> len(nl.sentences(articles)) > 50
    True
    """
    rows = []
    for article, body in bodies(articles):
        starts = [start for start, _ in paragraphs(body.text)]
        for number, (start, end) in enumerate(split_sentences(body.text)):
            raw_start, raw_end = body.raw_span(start, end)
            rows.append(
                {
                    "article_id": article.article_id,
                    "paragraph": bisect_right(starts, start) - 1,
                    "sentence": number,
                    "start": raw_start,
                    "end": raw_end,
                    "text": body.text[start:end],
                }
            )
    return table("sentences", rows)


def tokens(articles):
    """List the words of each article, with the form under which they are counted.

    articles : table from `load_articles` or `clean_articles`.

    Returns a table with columns article_id, sentence (counted from 0), start, end (characters of the raw file), text,
    term (lower case, without possessive).

    >>> import newslab as nl
    >>> articles = nl.clean_articles(nl.load_articles("seeds"))
    >>> nl.tokens(articles)["text"].head(3).tolist()
    ['Russian', 'President', 'Vladimir']
    """
    rows = []
    for article, body in bodies(articles):
        for number, (first, last) in enumerate(split_sentences(body.text)):
            for match in WORD.finditer(body.text, first, last):
                raw_start, raw_end = body.raw_span(*match.span())
                rows.append(
                    {
                        "article_id": article.article_id,
                        "sentence": number,
                        "start": raw_start,
                        "end": raw_end,
                        "text": match.group(),
                        "term": match.group().lower().replace("’", "'").removesuffix("'s"),
                    }
                )
    return table("tokens", rows)
