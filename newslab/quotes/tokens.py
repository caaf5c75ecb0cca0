"""The words, numbers and marks of a paragraph; the inside of a quotation is one token.

Kinds of tokens: w word; Q quotation; d number; $ possessive mark; A contracted auxiliary; - dash; x address or odd
sign; a mark is its own kind.
"""

import re
from typing import NamedTuple

from newslab.text.calendar import SHORT_MONTHS

# Most words are plain, letters and then a blank or a comma: what they are is seen without trying the rest.
_TOKEN = re.compile(
    r"""(?P<plain>[^\W\d_]++(?=[\s,]))
    |(?P<address>https?://\S+|www\.\S+|[@\#]\w+|[\w.+-]{1,64}+@\w[\w.-]*)
    |(?P<initials>(?:[A-Z]-)?(?:[^\W\d_]\.){2,}|[A-Z]\.(?=\s?[A-Z(“"‘']))
    |(?P<word>[^\W\d_]+(?:[-'’‘&/][^\W\d_]+|\d+)*)
    |(?P<number>\d[\d.,:]*\w*(?:-[^\W\d_]+)*)
    |(?P<dash>--+|[—–―]|-)
    |(?P<possessive>(?<=[sSxXzZ])['’](?=\s))
    |(?P<other>[^\w\s"“”„‟«»'‘’`])""",
    re.X,
)
_ABBREVIATIONS = frozenset(
    """mr mrs ms dr prof dist atty asst rev hon st gen col lt maj capt sgt cmdr adm gov sen sens rep reps pres jr
    sr inc ltd co corp vs no dept supt insp fr msgr barr engr phd
    bros del ald cllr ala ariz ark calif colo conn fla ga ill kan kans ky mass md mich minn mo mont neb nev okla
    ore pa penn tenn tex va vt wash wis wyo""".split()
).union(SHORT_MONTHS)
_CLOSING_MARKS = frozenset("'’\"”»“＂″」』›`")
_CONTRACTED = frozenset("he she it that who there here what i you they we where".split())
_ENDINGS = ("'s", "'d", "'ll", "'ve", "'re", "'m")
_STRAIGHT = str.maketrans("’‘", "''")
_KINDS = {"initials": "w", "address": "x", "dash": "-", "possessive": "$"}
_MARKS = frozenset(",:;.()!?[]…")


class Token(NamedTuple):
    """A word or mark, the same in lower case, its kind, its place in the text and its quotation, -1 if it is none."""

    word: str
    lower: str
    kind: str
    start: int = -1
    end: int = -1
    quote: int = -1


def tokens_of(text, start, end, here, quoted):
    """The tokens between two places of a text, where the quotations with the numbers `here` stand."""
    tokens, position = [], start
    for number in here:
        _add_words(tokens, text, position, quoted[number].start)
        if not quoted[number].nickname:
            tokens.append(Token("“”", "“”", "Q", quoted[number].start, quoted[number].end, number))
        position = quoted[number].end
        while position < end and text[position] in _CLOSING_MARKS:
            position += 1
    _add_words(tokens, text, position, end)
    return tokens


def _add_words(tokens, text, start, end):
    for match in _TOKEN.finditer(text, start, end):
        name, word = match.lastgroup, match.group()
        begin, stop = match.span()
        if name == "plain":
            tokens.append(Token(word, word.lower(), "w", begin, stop))
        elif tokens and begin < tokens[-1].end:
            continue  # the full stop of an abbreviation
        elif name == "word":
            _add_word(tokens, text, word, begin, stop, end)
        elif name == "number":
            _add_number(tokens, word, begin)
        else:
            kind = _KINDS.get(name) or (word if word in _MARKS else "x")
            tokens.append(Token(word, word.lower(), kind, begin, stop))


def _add_number(tokens, word, begin):
    kept = word.rstrip(".,:")
    tokens.append(Token(kept, kept.lower(), "d", begin, begin + len(kept)))
    if len(kept) < len(word):
        last, behind = word[len(kept)], begin + len(kept)
        tokens.append(Token(last, last, last, behind, behind + 1))


def _add_word(tokens, text, word, begin, stop, end):
    lower = word.lower()
    if not lower.isalpha():
        lower = lower.translate(_STRAIGHT)
    if stop < end and text[stop] == "." and lower.rpartition("-")[2] in _ABBREVIATIONS:
        tokens.append(Token(word, lower, "w", begin, stop + 1))
        return
    for ending in _ENDINGS if lower.endswith(_ENDINGS) else ():
        if lower.endswith(ending) and len(word) > len(ending):
            stem = word[: -len(ending)]
            genitive = ending[1:] == "s" and stem.lower() not in _CONTRACTED
            tokens.append(Token(stem, stem.lower(), "w", begin, begin + len(stem)))
            kind = "$" if genitive else "A"
            tokens.append(Token(word[len(stem) :], ending, kind, begin + len(stem), stop))
            return
    tokens.append(Token(word, lower, "w", begin, stop))
