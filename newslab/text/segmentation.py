"""Paragraphs and sentences."""

import re

from newslab.text.calendar import SHORT_MONTHS
from newslab.text.tokenization import STOP_WORDS, WORD

_ABBREVIATIONS = frozenset(
    """mr mrs ms mx dr prof rev hon st sr jr gen col lt maj capt sgt cmdr adm gov sen sens rep reps pres vs etc no nos
    inc ltd co corp dept est fig al approx ave blvd rd mt ft
    """.split()
).union(SHORT_MONTHS)
_WRITTEN = re.compile(r"\S")
_SENTENCE_END = re.compile(r"""[.!?…]+["'”’»)\]]*(?=\s)|(?<=[.!?…])["”»](?=\s)""")
_OPENS = re.compile(r"""[\s"'“‘«(\[]*[^\W_a-z]|[\s]*["'“‘«(\[]""")
_LAST_WORD = re.compile(r"([^\W\d_][\w’'.]*)\.[\"'”’»)\]]*$")


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
