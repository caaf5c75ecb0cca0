"""What recurs in articles that have nothing else in common: an outlet's name, newsletter lines, disclaimers."""

import re
from itertools import combinations

import numpy as np

from newslab.reuse.words import CONTENT, STOP

# What a page says of itself, in any outlet.
_CUE = re.compile(
    r"sign(?:ed)? up\b|\bsubscri|newsletter|rights reserved|©|copyright|disclaimer|advertis|read more\b|read also"
    r"|related (?:stories|articles|topics)|follow us|click here|continue reading|share this|download (?:the|our)"
    r"|cookies|privacy policy|terms of (?:use|service)|corrections? to|has been updated|live updates"
    r"|warranty|most read|all your news|contact us|breaking news|join our|our (?:app|website|channel)",
    re.IGNORECASE,
)
_FEWEST = 3  # articles; what stands in two only may be a copy
_MANY = 6
_LONG = 5  # words
_UNRELATED = 0.2  # share of the words of content that two articles of different subjects have in common, at most
_SAMPLE = 8


def furniture_masks(texts, words):
    """For each article, which of its words belong to a run that recurs as furniture does."""
    masks = [np.zeros(len(one), dtype=bool) for one in words]
    # What says so itself goes first: articles are compared, and edges found, without it.
    for judge in (_says_so, _stands_apart):
        subjects = [
            frozenset(one.keys[(one.worth >= CONTENT) & ~mask].tolist()) for one, mask in zip(words, masks, strict=True)
        ]
        for length in (_LONG, 3, 2):
            runs = _runs(words, length)
            chosen = judge(runs, length, texts, words, masks, subjects)
            for start, end in chosen:
                for article, place in zip(runs[1][start:end].tolist(), runs[2][start:end].tolist(), strict=True):
                    masks[article][place : place + length] = True
    return masks


def _says_so(runs, length, texts, words, masks, subjects):
    """Groups of equal runs that hold a word by which a page speaks of itself."""
    keys, articles, places = runs
    cued = _within(_cued(texts, words), articles, places, length)
    return [(start, end) for start, end in _groups(keys, articles) if cued[start:end].mean() >= 0.8]


def _stands_apart(runs, length, texts, words, masks, subjects):
    """Groups of equal runs at the edges of articles on different subjects, or in many such articles."""
    keys, articles, places = runs
    at_edge = _at_edge(texts, words, masks, articles, places, length)
    # Two words at an edge are a name only where neither is a function word.
    small = _within([one.worth <= STOP for one in words], articles, places, length) & (length == 2)
    new = [(one.worth >= CONTENT) & ~mask for one, mask in zip(words, masks, strict=True)]
    telling = _within(new, articles, places, length) & ~small
    return [
        (start, end)
        for start, end in _groups(keys, articles)
        if telling[start:end].any()
        and (at_edge[start:end].mean() >= 0.5 or (length >= _LONG and len(set(articles[start:end].tolist())) >= _MANY))
        and _unrelated(sorted(set(articles[start:end].tolist())), subjects)
    ]


def _groups(keys, articles):
    """First and last of each group of equal runs that stand in three articles or more."""
    edges = np.flatnonzero(np.concatenate([[True], keys[1:] != keys[:-1], [True]])) if len(keys) else np.zeros(1, int)
    for start, end in zip(edges[:-1].tolist(), edges[1:].tolist(), strict=True):
        if end - start >= _FEWEST and len(np.unique(articles[start:end])) >= _FEWEST:
            yield start, end


def _runs(words, length):
    keys, articles, places = [], [], []
    for number, one in enumerate(words):
        count = len(one) - length + 1
        if count > 0:
            run = one.keys[:count].copy()
            for offset in range(1, length):
                run = run * 1_000_003 + one.keys[offset : offset + count]
            keys.append(run)
            places.append(np.arange(count))
            articles.append(np.full(count, number))
    if not keys:
        return (np.zeros(0, dtype=np.int64),) * 3
    keys, articles, places = np.concatenate(keys), np.concatenate(articles), np.concatenate(places)
    order = np.lexsort((places, articles, keys))
    return keys[order], articles[order], places[order]


def _within(flags, articles, places, length):
    """Whether each run holds a flagged word."""
    if not len(articles):
        return np.zeros(0, dtype=bool)
    total = [np.concatenate([[0], np.cumsum(flag)]) for flag in flags]
    offsets = np.concatenate([[0], np.cumsum([len(one) for one in total])])
    total = np.concatenate(total)
    at = offsets[articles] + places
    return total[at + length] > total[at]


def _at_edge(texts, words, masks, articles, places, length):
    """Whether each run begins or ends its article, or stands in brackets or beside furniture."""
    before, after, opened, closed = [], [], [], []
    for text, one, mask in zip(texts, words, masks, strict=True):
        edge = np.concatenate([[True], mask, [True]])
        before.append(edge[: len(one)])
        after.append(edge[2 : len(one) + 2])
        opened.append(np.array([text[max(0, start - 1) : start] in ("(", "[") for start in one.starts.tolist()], dtype=bool))
        closed.append(np.array([text[end : end + 1] in (")", "]") for end in one.ends.tolist()], dtype=bool))
    if not len(articles):
        return np.zeros(0, dtype=bool)
    offsets = np.concatenate([[0], np.cumsum([len(one) for one in words])])
    at = offsets[articles] + places
    last = at + length - 1
    bracketed = np.concatenate(opened)[at] & np.concatenate(closed)[last]
    return np.concatenate(before)[at] | np.concatenate(after)[last] | bracketed


def _cued(texts, words):
    """Which words are those by which a page speaks of itself."""
    touched = []
    for text, one in zip(texts, words, strict=True):
        mask = np.zeros(len(one), dtype=bool)
        for cue in _CUE.finditer(text):
            first = int(np.searchsorted(one.ends, cue.start(), side="right"))
            mask[first : int(np.searchsorted(one.starts, cue.end(), side="left"))] = True
        touched.append(mask)
    return touched


def _unrelated(holders, subjects):
    """Whether the articles are about different things: what related articles share is a copy or a quotation."""
    step = max(1, len(holders) // _SAMPLE)
    shares = [
        len(subjects[a] & subjects[b]) / max(1, min(len(subjects[a]), len(subjects[b])))
        for a, b in combinations(holders[::step][:_SAMPLE], 2)
    ]
    return float(np.median(shares)) <= _UNRELATED
