"""Lines inside a story that are none of it: dates, the summary below a video, captions without a credit."""

import re

import numpy as np

from newslab.cleaning.furniture import is_dated_time
from newslab.cleaning.lexicon import class_mask, is_class

_LIKELY = 0.3
_PLAYER = re.compile(r"(?:duration|running time|video)\W{0,3}\d{1,2}:\d\d(?::\d\d)?", re.I)
_VIDEO = ("promo", "summary of the video above it")
_DATE = (None, None)  # `guessed_label` tells
_CAPTION = ("caption", "a past year and no verb, as in captions")
_FEWEST, _MOST = 6, 45
_LONGEST = 600
_FIRST_SENTENCE = re.compile(r"[A-Z][^\"“”:;?!%$£€…]*?[a-z0-9)]{2}\.(?=\s[A-Z]|$)")
_PAST = re.compile(
    r"\bin (?:[A-Z][a-z]+\.? )?(?:19|20)\d\d(?=[.,])|\blast (?:year|month|week|spring|summer|autumn|fall|winter)\b"
)
_CLAUSE = class_mask("be said outlet reader")
_BEFORE_PARTICIPLE = frozenset("a an the his her their its".split())
_S_WITHOUT_VERB = frozenset("his its this across as".split())
_VERBS = frozenset(
    """began became broke brought built bought came chose did drew fell felt fought found gave got grew heard held kept
    knew led left lost made met paid put ran rang read rose sat saw sent set shot shut sold spent spoke stood stole
    struck swore swam took taught thought threw told went won wore wrote cut hit cost hurt beat bid shed spread quit
    split sank sang drove flew rode fled hid hung laid lay meant slid slept swept say go want
    who which that if because although where what how why whether he she they it i there""".split()
)


def without_strays(raw, spans, p):
    """The probabilities `p`, but 0 where a line in the story is none of it; and the label and rule of each such line.

    >>> raw = "Salem baked. The mayor and his wife at the old town hall in 2011. They ate."
    >>> p, strays = without_strays(raw, [(0, 12), (13, 65), (66, 75)], np.array([0.9, 0.9, 0.9]))
    >>> p.tolist(), strays
    ([0.9, 0.0, 0.9], {1: ('caption', 'a past year and no verb, as in captions')})
    """
    strays = {}
    for number in np.flatnonzero(p > _LIKELY).tolist():
        start, end = spans[number]
        if number and end - start <= _LONGEST and (found := _stray(raw[start:end], raw, spans[number - 1])):
            strays[number] = found
    if strays:
        p = p.copy()
        p[list(strays)] = 0
    return p, strays


def _stray(line, raw, before):
    """What a line is if it is no part of the story; `before` is the place of the line above it."""
    if raw[before[1] - 1].isdigit() and _PLAYER.fullmatch(raw, *before):
        return _VIDEO
    if is_dated_time(line):
        return _DATE
    return _CAPTION if _is_caption(line) else None


def _is_caption(line):
    """Whether the first sentence has a past time and nothing that can be its verb.

    A word in -s or -ed counts as a verb unless it cannot be one: a caption that is kept does less harm than a sentence
    of the story that is cut.
    """
    # Most lines hold none of these: a first look is much quicker than the pattern.
    past = ("19" in line or "20" in line or "last " in line) and _PAST.search(line)
    sentence = past and _FIRST_SENTENCE.match(line)
    if not sentence or past.end() > sentence.end():
        return False
    tokens = sentence.group().split()
    before = "a"
    for token in tokens:
        word = token.strip(".,()'’‘").lower()
        if (token[0].islower() or token is tokens[0]) and (is_class(token, _CLAUSE) or _may_be_verb(word, before)):
            return False
        before = word
    return _FEWEST <= len(tokens) <= _MOST


def _may_be_verb(word, before):
    ends_in_s = word.endswith("s") and not word.endswith(("ss", "'s", "’s")) and word not in _S_WITHOUT_VERB
    participle = word.endswith("ed") and before not in _BEFORE_PARTICIPLE
    return word in _VERBS or ends_in_s or participle or word.endswith(("n't", "n’t"))
