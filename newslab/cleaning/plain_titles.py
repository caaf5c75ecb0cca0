"""The headline of a text that is the article alone: nothing stands above its first line."""

import re

from newslab.cleaning.borders import DATELINE
from newslab.cleaning.lexicon import class_mask, is_class
from newslab.cleaning.outlets import is_printed_outlet
from newslab.text import STOP_WORDS, WORD, words

# Between the headline and the story may stand a summary, a caption and a byline.
_BETWEEN = 3
# The words of a headline.
_FEWEST, _MOST = 3, 25
# A paragraph below a headline has more words than a summary or a caption, and twice those of the headline.
_PARAGRAPH, _TIMES = 18, 2
# Of one or two shared words a summary has as many by chance.
_SHARED = 2
_STOP_INSIDE = re.compile(r"[a-z0-9]{3}\.\s")
_MARK_INSIDE = re.compile(r"[a-z0-9]{3}[!?]\s")
# What a sentence has and a headline in sentence case leaves out: determiners, auxiliaries, pronouns, and the day.
_CLAUSE = class_mask("article be said third outlet reader weekday")
_POINTING = frozenset("this that these those my another each every some any yesterday".split())
_FURNITURE = class_mask("section site share account legal advert related comments contact byline")
_LETTERS = re.compile(r"[^\W\d_]{4,}")


def plain_headline(page):
    """The number of the first line, if that is the headline of a text without menus; else None.

    A full stop does not tell: some archives put one behind each headline. What tells is how the line is worded, in
    capital initials, or without determiners and auxiliaries above a paragraph which says the same again in full. Right
    above a dateline stands nothing else.
    """
    line = page.lines[0]
    below = page.lines[1 : _BETWEEN + 2]
    found = WORD.findall(line)
    if page.first > _BETWEEN or not below or not _FEWEST <= len(found) <= _MOST or not page.is_alone(0):
        return None
    if page.fixed[0] or page.dated(0) or line[0].islower() or line[-1] in ":,;…" or is_printed_outlet(line):
        return None
    if _STOP_INSIDE.search(line):
        return None
    if _is_above_dateline(line, page):
        return 0
    if _MARK_INSIDE.search(line) or max(len(other.split()) for other in below) < _PARAGRAPH:
        return None
    return 0 if _has_initials(line, page) or _is_telegraphic(line, below) else None


def _is_above_dateline(line, page):
    """Whether the story opens with a dateline, and a line stands above it that is no furniture."""
    menu = sum(is_class(token, _FURNITURE) for token in line.split())
    return bool(DATELINE.match(page.lines[page.first])) and 2 * menu < len(line.split())


def _has_initials(line, page):
    """Whether every longer word has a capital initial, also those that the story writes without one."""
    longer = _LETTERS.findall(line)
    if not longer or not all(word[0].isupper() or word in STOP_WORDS for word in longer):
        return False
    story = {word for number, kept in enumerate(page.story) if kept and number for word in _small(page.lines[number])}
    return sum(word.lower() in story and not is_class(word, _FURNITURE) for word in longer[1:]) >= _SHARED


def _small(line):
    return (word for word in _LETTERS.findall(line) if word[0].islower())


def _is_telegraphic(line, below):
    """Whether a line has nothing that makes a sentence, and the next paragraph takes up its words."""
    tokens = line.split()
    if any(is_class(token, _CLAUSE) or token.lower() in _POINTING for token in tokens):
        return False
    paragraph = below[0]
    long = len(paragraph.split()) >= max(_PARAGRAPH, _TIMES * len(tokens))
    return long and len(_content(line) & _content(paragraph)) > _SHARED


def _content(line):
    return {word for word in words(line) if len(word) > 3 and word not in STOP_WORDS}
