"""An article as sentences of tagged tokens, each quotation one token, so that sources can be read off the tags.

Tags: Q quotation; N capitalised word of a name; T title or role; P personal pronoun; W who, which; D determiner or
possessive; I preposition; C and, or, but; S that, if, because; A auxiliary; V verb of speech; v verb of stance;
g its -ing form; e another verb; R adverb or time; $ possessive mark; d number; n any other word; punctuation stands
for itself, a dash is -.
"""

import re
from dataclasses import dataclass, field

from newslab.quotes import people
from newslab.quotes import words as lexicon
from newslab.quotes.tags import TAGS, Spelling, tag_of
from newslab.text import paragraphs

_TOKEN = re.compile(
    r"""(?P<address>https?://\S+|www\.\S+|[@\#]\w+|[\w.+-]{1,64}@\w[\w.-]*)
    |(?P<initials>(?:[A-Z]-)?(?:[^\W\d_]\.){2,}|[A-Z]\.(?=\s?[A-Z(“"‘']))
    |(?P<word>[^\W\d_]+(?:[-'’&/][^\W\d_]+|\d+)*)
    |(?P<number>\d[\d.,:]*\w*(?:-[^\W\d_]+)*)
    |(?P<dash>--+|[—–―]|-)
    |(?P<possessive>(?<=[sSxXzZ])['’](?=\s))
    |(?P<other>[^\w\s"“”„‟«»'‘’`])""",
    re.X,
)
_ABBREVIATIONS = frozenset(
    """mr mrs ms dr prof rev hon st gen col lt maj capt sgt cmdr adm gov sen sens rep reps pres jr sr inc ltd co corp
    vs no dept supt insp fr msgr barr engr jan feb mar apr jun jul aug sep sept oct nov dec phd bros del ald
    cllr ala ariz ark calif colo conn fla ga ill kan kans ky mass md mich minn mo mont neb nev okla ore pa penn
    tenn tex va vt wash wis wyo""".split()
)
_DATELINE = re.compile(
    r"""(?P<place>[^\W\d_a-z][\w'’.-]+(?:[ ][^\W\d_a-z][\w'’.-]+){0,2}) (?:,[ ][\w. ]{3,24}){0,2}
    (?:[ ]?\((?P<agency>[A-Z][\w/. ]{1,24})\))? [ ]?(?P<sign>--|[—–―:]|(?<=[ ])-)[ ](?!["“”'‘])""",
    re.X,
)
# How many characters before and behind it the label of a transcript is looked for again.
_LABELS = 20_000
# Text without full stops is cut after so many tokens, so that the work on a sentence stays bounded.
_LONGEST = 300
_CLOSING_MARKS = frozenset("'’\"”»“＂″」』›`")
_CONTRACTED = frozenset("he she it that who there here what i you they we where".split())
_ENDINGS = ("'s", "’s", "'d", "’d", "'ll", "’ll", "'ve", "’ve", "'re", "’re", "'m", "’m")


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


def read(text, quoted):
    """The sentences of a text around its quotations (`quoted`: list of `Quoted`, in order)."""
    found, number = [], 0
    spelling = Spelling(text)
    for index, (start, end) in enumerate(paragraphs(text)):
        here = []
        while number + len(here) < len(quoted) and quoted[number + len(here)].start < end:
            here.append(number + len(here))
        tokens = _tokens(text, start + _dateline(text, start, end), end, here, quoted)
        number += len(here)
        for piece in _split(tokens, text, quoted):
            found.append(_sentence(index, piece, spelling, text))
    return found


def _dateline(text, start, end):
    """How many characters of a paragraph say where and when it was written: `PARIS, March 3 (Reuters) - `."""
    match = _DATELINE.match(text, start, min(end, start + 90))
    if match is None:
        return 0
    place = match.group("place")
    if not (place.isupper() or match.group("agency") or place.lower() in people.PLACES):
        return 0
    if match.group("sign") == ":" and text.count(f"{place}:", max(0, start - _LABELS), start + _LABELS) > 1:
        return 0  # a label of a transcript comes again, a dateline stands once
    return match.end() - start


def _tokens(text, start, end, here, quoted):
    """(word, kind, start, end, quote number) of one paragraph; the inside of a quotation is one token."""
    tokens, position = [], start
    for number in here:
        _add_words(tokens, text, position, quoted[number].start)
        if not quoted[number].nickname:
            tokens.append(("“”", "Q", quoted[number].start, quoted[number].end, number))
        position = quoted[number].end
        while position < end and text[position] in _CLOSING_MARKS:
            position += 1
    _add_words(tokens, text, position, end)
    return tokens


def _add_words(tokens, text, start, end):
    for match in _TOKEN.finditer(text, start, end):
        kind, word = match.lastgroup, match.group()
        begin, stop = match.span()
        if tokens and begin < tokens[-1][3]:
            continue  # the full stop of an abbreviation
        if kind == "other":
            tokens.append((word, word if word in ",:;.()!?[]" else "…" if word == "…" else "x", begin, stop, -1))
        elif kind == "dash":
            tokens.append((word, "-", begin, stop, -1))
        elif kind == "possessive":
            tokens.append((word, "$", begin, stop, -1))
        elif kind == "number":
            _add_number(tokens, word, begin, stop)
        elif kind == "address":
            tokens.append((word, "x", begin, stop, -1))
        elif kind == "initials":
            tokens.append((word, "w", begin, stop, -1))
        else:
            _add_word(tokens, text, word, begin, stop, end)


def _add_number(tokens, word, begin, stop):
    kept = word.rstrip(".,:")
    tokens.append((kept, "d", begin, begin + len(kept), -1))
    if len(kept) < len(word):
        last = word[len(kept)]
        tokens.append((last, last, begin + len(kept), begin + len(kept) + 1, -1))


def _add_word(tokens, text, word, begin, stop, end):
    lower = word.lower()
    if lower.rpartition("-")[2] in _ABBREVIATIONS and stop < end and text[stop] == ".":
        tokens.append((word, "w", begin, stop + 1, -1))
        return
    for ending in _ENDINGS if lower.endswith(_ENDINGS) else ():
        if lower.endswith(ending) and len(word) > len(ending):
            stem = word[: -len(ending)]
            genitive = ending[1:] == "s" and stem.lower() not in _CONTRACTED
            tokens.append((stem, "w", begin, begin + len(stem), -1))
            tokens.append((ending, "$" if genitive else "A", begin + len(stem), stop, -1))
            return
    tokens.append((word, "w", begin, stop, -1))


def _split(tokens, text, quoted):
    """Cut the tokens of a paragraph into sentences."""
    begin, bracket = 0, -1
    for at, (word, kind, _, _, number) in enumerate(tokens):
        if kind in "([":
            bracket = at
        elif kind in ")]":
            bracket = -1
        elif kind in ".!?":
            # "(R-Ga.)": a full stop soon after an opening bracket is an abbreviation's.
            if bracket >= 0 and at - bracket <= 8:
                continue
            following = tokens[at + 1] if at + 1 < len(tokens) else (" ", " ")
            if following[1] in ".!?,;" or (word == "." and following[1] == "w" and following[0][0].islower()):
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
    word, kind = tokens[at + 1][:2]
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
        word, kind = tokens[at + step][:2]
        lower = word.lower()
        if kind == "w" and TAGS.get(lower) == "V" and (step or lower in lexicon.SAID):
            following = tokens[at + step + 1] if at + step + 1 < len(tokens) else (".", ".")
            lower = following[0].lower()
            return (
                not strict
                or following[1] in ".,"
                or (following[1] == "w" and (TAGS.get(lower) in ("I", "R") or lower in people.NOT_NAMES or step == 0))
            )
        if kind not in ("w", "Q") or (word[:1].islower() and TAGS.get(lower) not in ("T", "D", "R", "A")):
            return False
    return False


def _sentence(paragraph, tokens, spelling, text):
    sentence = Sentence(paragraph)
    tags = []
    for at, (word, kind, start, end, number) in enumerate(tokens):
        lower = word.lower().replace("’", "'")
        sentence.words.append(word)
        sentence.lower.append(lower)
        sentence.starts.append(start)
        sentence.ends.append(end)
        if kind == "Q":
            sentence.quotes[at] = number
            outside = at + 1 < len(tokens) and tokens[at + 1][1] == "," and text.count(" ", start, end) > 2
            if text[end - 1] in ",!?…—-" or outside:
                sentence.pauses.add(at)
            tags.append("Q")
        elif kind == "w":
            tags.append(tag_of(tokens, at, word, lower, tags, spelling))
        else:
            tags.append("." if kind in ".!?" else "n" if kind in "x…" else "T" if lower.endswith("year-old") else kind)
    sentence.tags = "".join(tags)
    return sentence
