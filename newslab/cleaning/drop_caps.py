"""Drop caps: the large first letter of a paragraph, which scraping parts from its word ("L ast autumn")."""

import re

from newslab.text import STOP_WORDS, document_frequencies, stem

_FIRST = re.compile(r"([^\W\d_a-z]) ([a-z]+)")
# A word by itself where it stands first: "A lone gunman", "I said", "O come".
_WORDS = frozenset("AIO")


def without_gaps(raw, kept):
    """The kept spans, with a drop cap and the rest of its word as two of them, which `Body` joins.

    >>> without_gaps("L ast autumn", [(0, 12)]), without_gaps("U turn", [(0, 6)])
    (((0, 1), (2, 12)), ((0, 6),))
    """
    spans = []
    for start, end in kept:
        match = _FIRST.match(raw, start, end)
        if match and _is_drop_cap(*match.groups()):
            spans += [(start, start + 1), (start + 2, end)]
        else:
            spans.append((start, end))
    return tuple(spans)


def _is_drop_cap(letter, rest):
    """Is the whole a word, or a name whose rest is none? "X rays", "E coli" and "B list" are neither."""
    whole = letter.lower() + rest
    if letter in _WORDS:
        return whole in STOP_WORDS and (len(rest) == 1 or not _is_known(rest))
    return _is_known(whole) or (letter not in "EX" and not _is_known(rest))


def _is_known(word):
    return word in STOP_WORDS or stem(word) in document_frequencies()[1]
