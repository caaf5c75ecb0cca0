"""An article as sentences of tagged tokens, each quotation one token, so that sources can be read off the tags.

Tags: Q quotation; N capitalised word of a name; T title or role; P personal pronoun; W who, which; D determiner or
possessive; I preposition; C and, or, but; S that, if, because; A auxiliary; V verb of speech; v verb of stance;
g its -ing form; e another verb; R adverb or time; $ possessive mark; d number; n any other word; punctuation stands
for itself, a dash is -.
"""

import re
from dataclasses import dataclass, field

from newslab.quotes import bodies, lexicon
from newslab.quotes.tags import SETTLED, TAGS, Spelling, tag_of
from newslab.quotes.tokens import Token, tokens_of
from newslab.text import paragraphs

_DATELINE = re.compile(
    r"""(?P<place>[^\W\d_a-z][\w'’.-]+(?:[ ][^\W\d_a-z][\w'’.-]+){0,2}) (?:,[ ][\w. ]{3,24}){0,2}
    (?:[ ]?\((?P<agency>[A-Z][\w/. ]{1,24})\))? [ ]?(?P<sign>--|[—–―:]|(?<=[ ])-)[ ](?!["“”'‘])""",
    re.X,
)
# "15:51", "09.15am", "16:08KEY EVENT": when an entry of a live blog was written, in a line of so many words at most.
_STAMP = re.compile(r"(?:[01]?\d|2[0-3])[:.][0-5]\d(?!\d|\.)")
_STAMP_WORDS = 8
# How many characters before and behind it the label of a transcript is looked for again.
_LABELS = 20_000
# Text without full stops is cut after so many tokens, so that the work on a sentence stays bounded.
_LONGEST = 300
_VERBAL = frozenset("VvPA.")
_MARK_TAGS = {"!": ".", "?": ".", "…": "n", "x": "n"}


@dataclass(slots=True)
class Sentence:
    """One sentence: its tokens, their tags (one character each) and places, and the quotations that stand in it.

    pauses: the positions of those quotations that end as speech does before its cue: `“…,”`, `“…!”`, `‘…’,`.
    """

    paragraph: int
    words: list = field(default_factory=list)
    lower: list = field(default_factory=list)
    tags: str = ""
    starts: list = field(default_factory=list)
    ends: list = field(default_factory=list)
    quotes: dict = field(default_factory=dict)
    pauses: set = field(default_factory=set)

    def __len__(self):
        return len(self.words)

    @property
    def only_quotes(self):
        """Whether nothing but quotations and marks stands in it."""
        return not self.tags.strip("Q.,:;-")


def read(text, quoted):
    """The sentences of a text around its quotations (`quoted`: list of `Quoted`, in order)."""
    found, number = [], 0
    spelling = Spelling(text)
    for index, (start, end) in enumerate(paragraphs(text)):
        here = []
        while number + len(here) < len(quoted) and quoted[number + len(here)].start < end:
            here.append(number + len(here))
        tokens = tokens_of(text, start + _dateline(text, start, end), end, here, quoted)
        number += len(here)
        for piece in _split(tokens, text, quoted):
            found.append(_sentence(index, piece, spelling, text))
    return found


def story_begins(sentences):
    """For each sentence the one with which its story begins: behind the last line that only tells the time."""
    found, begin = [], 0
    for number, sentence in enumerate(sentences):
        found.append(begin)
        around = [sentences[step].paragraph for step in (number - 1, number + 1) if 0 <= step < len(sentences)]
        line = sentence.paragraph not in around and len(sentence) <= _STAMP_WORDS and not sentence.quotes
        if line and _STAMP.match(sentence.words[0]) and _VERBAL.isdisjoint(sentence.tags):
            begin = number + 1
    return found


def _dateline(text, start, end):
    """How many characters of a paragraph say where and when it was written: `PARIS, March 3 (Reuters) - `."""
    match = _DATELINE.match(text, start, min(end, start + 90))
    if match is None:
        return 0
    place = match.group("place")
    if not (place.isupper() or match.group("agency") or place.lower() in bodies.PLACES):
        return 0
    if match.group("sign") == ":" and text.count(f"{place}:", max(0, start - _LABELS), start + _LABELS) > 1:
        return 0  # a label of a transcript comes again, a dateline stands once
    return match.end() - start


def _split(tokens, text, quoted):
    """Cut the tokens of a paragraph into sentences."""
    begin, bracket = 0, -1
    for at, (word, _, kind, _, _, number) in enumerate(tokens):
        if kind == "w" and at - begin < _LONGEST:
            continue
        if kind in "([":
            bracket = at
        elif kind in ")]":
            bracket = -1
        elif kind in ".!?":
            # "(R-Ga.)": a full stop soon after an opening bracket is an abbreviation's.
            if bracket >= 0 and at - bracket <= 8:
                continue
            following = tokens[at + 1] if at + 1 < len(tokens) else Token(" ", " ", " ")
            if following.kind in ".!?,;" or (word == "." and following.kind == "w" and following.word[0].islower()):
                continue
            yield tokens[begin : at + 1]
            begin = at + 1
        elif (
            at - begin >= _LONGEST
            or kind == "Q"
            and at + 1 < len(tokens)
            and _quote_ends(tokens, at, text, quoted[number])
        ):
            yield tokens[begin : at + 1]
            begin = at + 1
    if begin < len(tokens):
        yield tokens[begin:]


def _quote_ends(tokens, at, text, quoted):
    """Whether a sentence ends with the quotation at `at`: it ends in a full stop, and no cue follows."""
    last = text[quoted.end - 1]
    if last not in ".!?…" and not (last in ")]" and text[quoted.end - 2] in ".!?"):
        return False
    word, _, kind, *_ = tokens[at + 1]
    if kind == "Q":
        return True
    if kind in "-(" or word[:1].islower() or kind in ",:;.":
        return False
    return not _cue_follows(tokens, at + 1, strict=last == ".")


def _cue_follows(tokens, at, *, strict):
    """“…” Peskov asked."""
    for step in range(6):
        if at + step >= len(tokens):
            return False
        word, lower, kind, *_ = tokens[at + step]
        if kind == "w" and TAGS.get(lower) == "V" and (step or lower in lexicon.SAID):
            following = tokens[at + step + 1] if at + step + 1 < len(tokens) else Token(".", ".", ".")
            lower = following.lower
            return (
                not strict
                or following.kind in ".,"
                or (following.kind == "w" and (TAGS.get(lower) in ("I", "R") or lower in bodies.NOT_NAMES or step == 0))
            )
        if kind not in ("w", "Q") or (word[:1].islower() and TAGS.get(lower) not in ("T", "D", "R", "A")):
            return False
    return False


def _sentence(paragraph, tokens, spelling, text):
    words, lower, kinds, starts, ends, numbers = map(list, zip(*tokens, strict=True))
    sentence = Sentence(paragraph, words, lower, starts=starts, ends=ends)
    tags = []
    for at, (word, kind) in enumerate(zip(words, kinds, strict=True)):
        if kind == "w":
            tags.append(SETTLED.get(word) or tag_of(tokens, at, word, lower[at], tags, spelling))
        elif kind == "d":
            tags.append("T" if lower[at].endswith("year-old") else "d")
        else:
            tags.append(_MARK_TAGS.get(kind, kind))
        if kind == "Q":
            sentence.quotes[at] = numbers[at]
            outside = kinds[at + 1 : at + 2] == [","] and text.count(" ", starts[at], ends[at]) > 2
            if text[ends[at] - 1] in ",!?…—-" or outside:
                sentence.pauses.add(at)
    sentence.tags = "".join(tags)
    return sentence
