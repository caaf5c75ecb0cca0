"""What recurs in articles that have nothing else in common: an outlet's name, newsletter lines, disclaimers."""

import re
from collections import Counter
from itertools import combinations

import numpy as np

from newslab.reuse.words import CONTENT, STOP

# What a page says of itself, in any outlet; one word boundary for all, since one before each costs ten times as much.
_CUE = re.compile(
    r"©|\b(?:sign(?:ed)? up (?:for|to)\b|subscribe\b|newsletters?\b|all rights reserved|copyright \d{4}"
    r"|image (?:copyright|source|caption)|getty images|disclaimer:|advertisement\b|read more\b|read also\b"
    r"|related (?:stories|articles|topics|content)|more on this\b|more stories\b|follow us\b|click here\b"
    r"|continue reading|share this\b|download (?:the|our) app|our app\b|cookie policy|privacy policy"
    r"|terms of (?:use|service)|(?:send|submit) (?:us |your )?corrections?|(?:story|article) (?:has been|was) updated"
    r"|live updates\b|without warranty|not responsible for the content|in the comments|have your say"
    r"|what do you think\?|in your inbox|daily briefing|most read\b|all your news|contact us\b|join our\b"
    r"|our (?:website|channel|whatsapp|telegram)|external (?:sites|links)|(?:editing|reporting) by\b"
    r"|press (?:release )?distribut|powered by\b|breaking news\b"
    r"|provides? the information\b)",
    re.IGNORECASE,
)
_END = re.compile(r"[.!?\n]")
_LONG = 5  # words
_FEW, _MANY = 3, 4  # articles: at the edges, and anywhere; the same sentence in fewer may be a copy
# The share of their words of content that three, or more, articles may have in common and be no copies.
_ALIKE = {3: 0.2, 4: 0.27}
_SAMPLE = 8
_TOO_FEW = 5  # words of content, from which it cannot be told whether articles are related
_LONGEST = 40  # words that a line of furniture has at most, if it does not say so itself


def furniture_masks(texts, words, quoted):
    """For each article, which of its words belong to a run that recurs as furniture does.

    quoted : for each text the places in quotation marks; what is quoted is no furniture.
    """
    masks, cues = [np.zeros(len(one), dtype=bool) for one in words], _cued(texts, words)
    # Of two articles only what says so itself is known to be furniture.
    if len(words) < _FEW and not any(cue.any() for cue in cues):
        return masks
    runs = {length: _runs(words, length) for length in (_LONG, 3, 2)}
    runs = {length: found for length, found in runs.items() if len(found[0])}
    # What says so itself goes first: articles are compared, and edges found, without it.
    _says_so(runs, texts, words, masks, cues)
    if len(words) >= _FEW:
        _stands_apart(runs, texts, words, masks)
    return [mask & ~_whole_quotations(one, mask, spans) for one, mask, spans in zip(words, masks, quoted, strict=True)]


def _whole_quotations(words, mask, quoted):
    """Which words stand in a quotation that is hidden whole; a credit set into the middle of one is furniture."""
    low, high = np.searchsorted(words.starts, np.array(quoted, dtype=np.int64).reshape(-1, 2)).T
    hidden = np.concatenate([[0], np.cumsum(mask)])
    whole = (hidden[high] - hidden[low] == high - low) & (high > low)
    steps = np.zeros(len(words) + 1, dtype=np.int64)
    np.add.at(steps, low[whole], 1)
    np.add.at(steps, high[whole], -1)
    return np.cumsum(steps[:-1]) > 0


def _says_so(runs, texts, words, masks, cues):
    """Hide equal runs that hold a word by which a page speaks of itself, to the end of their sentences."""
    closing = [_last_of_sentence(text, one) for text, one in zip(texts, words, strict=True)]
    for length, (keys, articles, places) in runs.items():
        cued = _within(cues, articles, places, length) & ~_within(closing, articles, places, length - 1)
        for start, end in _groups(keys, articles, cued, 0.8, 2):
            for article, place in _stretch(articles[start:end], places[start:end], length, texts, words, within=_END):
                masks[article][place] = True


def _stands_apart(runs, texts, words, masks):
    """Hide equal runs at the edges of articles on different subjects, or in many such articles."""
    subjects = [
        frozenset(one.keys[(one.worth >= CONTENT) & ~mask].tolist()) for one, mask in zip(words, masks, strict=True)
    ]
    for length, (keys, articles, places) in runs.items():
        at_edge = _at_edge(texts, words, masks, articles, places, length)
        # Two words at an edge are a name only where neither is a function word.
        small = _within([one.worth <= STOP for one in words], articles, places, length) & (length == 2)
        telling = _within([one.worth >= CONTENT for one in words], articles, places, length) & ~small
        groups = dict.fromkeys(_groups(keys, articles, at_edge & telling, 0.5, _FEW))
        if length == _LONG:
            groups |= dict.fromkeys(_groups(keys, articles, telling, 0.5, _MANY))
        for start, end in groups:
            held, at = articles[start:end], places[start:end]
            if all(masks[i][j : j + length].all() for i, j in zip(held, at, strict=True)):
                continue
            stretch = _stretch(held, at, length, texts, words)
            holders = sorted(set(held.tolist()))
            own = frozenset(int(words[i].keys[j]) for i, j in stretch)
            if (
                len(stretch) <= _LONGEST * len(held)
                and _likeness(holders, subjects, own) <= _ALIKE[min(len(holders), 4)]
            ):
                for i, j in stretch:
                    masks[i][j] = True


def _runs(words, length):
    """The keys of all runs of so many words in order, with the article and the place of each."""
    keys, articles, places = [np.zeros(0, dtype=np.int64)], [np.zeros(0, dtype=np.int64)], [np.zeros(0, dtype=np.int64)]
    for number, one in enumerate(words):
        count = max(0, len(one) - length + 1)
        run = one.keys[:count]
        for offset in range(1, length):
            run = run * 1_000_003 + one.keys[offset : offset + count]
        keys.append(run)
        places.append(np.arange(count))
        articles.append(np.full(count, number))
    keys, articles, places = np.concatenate(keys), np.concatenate(articles), np.concatenate(places)
    order = np.lexsort((places, articles, keys))
    return keys[order], articles[order], places[order]


def _groups(keys, articles, flags, share, fewest):
    """First and last of each group of equal runs, flagged to that share, that stand in so many articles or more."""
    starts = np.flatnonzero(np.concatenate([[True], keys[1:] != keys[:-1]]))
    ends = np.append(starts[1:], len(keys))
    another = np.concatenate([[True], articles[1:] != articles[:-1]])
    another[starts] = True
    holders = np.add.reduceat(another.astype(np.int64), starts)
    flagged = np.add.reduceat(flags.astype(np.int64), starts)
    chosen = (holders >= fewest) & (flagged >= share * (ends - starts))
    return list(zip(starts[chosen].tolist(), ends[chosen].tolist(), strict=True))


def _stretch(articles, places, length, texts, words, within=None):
    """The words (article, place) of a run in all its articles, and of those beside it that nearly all have alike.

    within : a pattern that ends the stretch.
    """
    held = list(zip(articles.tolist(), places.tolist(), strict=True))
    found = [(article, place + i) for article, place in held for i in range(length)]
    for step, offset in ((-1, -1), (1, length)):
        following = held
        while abs(offset) <= _LONGEST:
            following = [
                (i, j)
                for i, j in following
                if 0 <= j + offset < len(words[i])
                and not (within and _stands_between(within, texts[i], words[i], j + offset, j + offset - step))
            ]
            beside = Counter(int(words[i].keys[j + offset]) for i, j in following)
            key, times = beside.most_common(1)[0] if beside else (None, 0)
            if times < max(2, 0.8 * len(held)):
                break
            following = [(i, j) for i, j in following if words[i].keys[j + offset] == key]
            found += [(i, j + offset) for i, j in following]
            offset += step
    return found


def _stands_between(pattern, text, words, place, other):
    """Whether what stands between two neighbouring words holds the pattern."""
    first, second = min(place, other), max(place, other)
    return bool(pattern.search(text, int(words.ends[first]), int(words.starts[second])))


def _last_of_sentence(text, words):
    """Which words are the last of a sentence or line."""
    ends, starts = words.ends.tolist(), [*words.starts[1:].tolist(), len(text)][: len(words)]
    return np.array([bool(_END.search(text, end, start)) for end, start in zip(ends, starts, strict=True)], dtype=bool)


def _within(flags, articles, places, length):
    """Whether each run holds a flagged word."""
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
        opened.append(np.array([text[max(0, i - 1) : i] in ("(", "[") for i in one.starts.tolist()], dtype=bool))
        closed.append(np.array([text[i : i + 1] in (")", "]") for i in one.ends.tolist()], dtype=bool))
    offsets = np.concatenate([[0], np.cumsum([len(one) for one in words])])
    first = offsets[articles] + places
    last = first + length - 1
    bracketed = np.concatenate(opened)[first] & np.concatenate(closed)[last]
    return np.concatenate(before)[first] | np.concatenate(after)[last] | bracketed


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


def _likeness(holders, subjects, own):
    """The share of their words of content, without the run's own, that articles have in common: the mean of pairs.

    What related articles share is a copy or a quotation, and no furniture.
    """
    step = max(1, len(holders) // _SAMPLE)
    held = [subjects[article] - own for article in holders[::step][:_SAMPLE]]
    shares = [
        len(one & other) / smaller if (smaller := min(len(one), len(other))) >= _TOO_FEW else 1.0
        for one, other in combinations(held, 2)
    ]
    return float(np.mean(shares)) if shares else 1.0
