"""What recurs in articles that have nothing else in common: an outlet's name, newsletter lines, disclaimers."""

import re
from collections import defaultdict

import numpy as np

# What a page says of itself, in any outlet.
_CUE = re.compile(
    r"sign(?:ed)? up\b|subscri|newsletter|all rights reserved|©|\(c\) \d{4}|copyright|disclaimer|advertis|read more\b"
    r"|read also|related (?:stories|articles|topics)|follow us|click here|continue reading|share this|download (?:the|our)"
    r"|cookies|privacy policy|terms of (?:use|service)|corrections? to|story has been updated|live updates"
    r"|without warranty|most read|editor'?s? note|get (?:our|the) |all your news|send (?:us|your)|contact us",
    re.IGNORECASE,
)
_LONG = 5
_FEW = 3


def furniture_mask(texts, words):
    """For each article, which of its words belong to a run that recurs as furniture does."""
    masks = [np.zeros(len(one), dtype=bool) for one in words]
    for length in (_LONG, 3, 2):
        holders = _holders(words, length)
        for key in sorted(holders):
            places = holders[key]
            articles = {article for article, _ in places}
            if len(articles) < _FEW or not _looks_like_furniture(places, articles, length, texts, words):
                continue
            for article, place in places:
                masks[article][place : place + length] = True
    return masks


def _holders(words, length):
    holders = defaultdict(list)
    for number, one in enumerate(words):
        if len(one) >= length:
            keys = one.keys[: len(one) - length + 1].copy()
            for offset in range(1, length):
                keys = keys * 1_000_003 + one.keys[offset : len(one) - length + 1 + offset]
            for place, key in enumerate(keys.tolist()):
                holders[key].append((number, place))
    return {key: places for key, places in holders.items() if len(places) >= _FEW}


def _looks_like_furniture(places, articles, length, texts, words):
    at_edge = cued = 0
    for article, place in places:
        one, text = words[article], texts[article]
        start, end = one.starts[place], one.ends[place + length - 1]
        at_edge += place == 0 or place + length == len(one)
        cued += bool(_CUE.search(text, max(0, start - 30), min(len(text), end + 30)))
    return cued >= 0.8 * len(places) or (at_edge >= 0.5 * len(places) and at_edge >= _FEW)
