"""Text that a page prints twice: the copy in paragraphs counts, once."""

from collections import Counter, defaultdict
from itertools import chain, count, islice

import numpy as np

from newslab.cleaning.lines import words_in
from newslab.cleaning.windows import within
from newslab.text import WORD, split_sentences

# Words of a shingle; of a copy at least so many shingles, and such a share of all, stand elsewhere.
_RUN, _LEAST, _MOSTLY = 5, 3, 0.6
# What is only alike, as two of a kind are, is no copy: of a copy nearly all words stand elsewhere.
_SAME = 0.95
_LEADING = (",", ":", ";")
_OPENING = "\"'“‘«(["


def duplicates(raw, spans):
    """Which of the spans only repeat the others.

    Returns a dictionary from the number of a span to the (start, end) of its repeated part. Of two like paragraphs the
    second is the copy; a span that runs over several paragraphs in one line is a copy of them wherever it stands, and
    so is one which holds only a part of another. A repeated part is whole sentences in the same words.
    """
    lines = [words_in(raw[start:end]) for start, end in spans]
    likely = _likely(lines)
    if not likely:
        return {}
    shingled = [_shingles(line) for line in lines]
    holders, copies = _holders(shingled), {}
    opening = {shingles[0] for shingles in shingled if shingles}
    for number in likely:
        shingles = shingled[number]
        others = [[other for other in holders.get(shingle, ()) if other != number] for shingle in shingles]
        elsewhere = [i for i, found in enumerate(others) if found]
        if len(elsewhere) < max(_LEAST, _MOSTLY * len(shingles)):
            continue
        where = Counter(chain.from_iterable(others))
        sources = [other for other, times in where.items() if times >= _LEAST]
        if len(sources) > 1 or sources and _is_copy(number, sources[0], shingled, where[sources[0]]):
            paragraph = shingles[elsewhere[0]] in opening
            start = _repeated_from(raw, spans[number], elsewhere, len(lines[number]), paragraph)
            if start is not None:
                copies[number] = (start, spans[number][1])
                # What is a copy holds nothing any more.
                for shingle in shingles:
                    if shingle in holders:
                        holders[shingle].discard(number)
    return copies


def _repeated_from(raw, span, elsewhere, n_words, paragraph):
    """Where the first sentence opens from which on a span stands elsewhere in the same words, or None.

    elsewhere : the numbers of its shingles that stand elsewhere. paragraph : whether the first of them opens a line
    there; here a title without a full stop may stand before it.
    """
    repeated = {number + step for number in elsewhere for step in range(_RUN)}
    if paragraph:
        number = elsewhere[0]
        word = next(islice(WORD.finditer(raw, *span), number, None))
        before = raw[span[0] : word.start()].rstrip(_OPENING)
        # Words that lead to a quotation belong to it, though it may stand alone elsewhere.
        if before.rstrip().endswith(_LEADING):
            return None
        place = span[0] + len(before)
    else:
        number, place = _sentence_from(raw, span, elsewhere[0])
    left = n_words - number
    return place if left > 0 and sum(word >= number for word in repeated) / left >= _SAME else None


def _sentence_from(raw, span, least):
    """The first sentence in a span from one of its words on: the number of its first word, and where it starts."""
    number = 0
    for start, end in split_sentences(raw[slice(*span)]):
        if number >= least:
            return number, span[0] + start
        number += len(WORD.findall(raw, span[0] + start, span[0] + end))
    return number, span[1]


def _likely(lines):
    """The numbers of the lines most of which stands in other lines, too: on most pages none."""
    numbers = defaultdict(count().__next__)
    words = np.fromiter(map(numbers.__getitem__, chain.from_iterable(lines)), np.int64)
    lengths = np.array([len(line) for line in lines], np.int64)
    sizes, first = np.maximum(lengths - _RUN + 1, 0), np.cumsum(lengths) - lengths
    if not sizes.any():
        return []
    line, place = within(first, first + sizes)
    keys = np.zeros(len(words) - _RUN + 1, np.int64)
    for step in range(_RUN):
        keys = keys * 1_000_003 + words[step : len(keys) + step]
    keys = keys[place]
    ordered = np.sort(keys)
    if np.count_nonzero(ordered[1:] == ordered[:-1]) < _LEAST:
        return []
    # Of the like ones, side by side once they are sorted, the first and the last stand in different lines.
    order = np.argsort(keys, kind="stable")
    starts = np.append(True, np.diff(keys[order]) != 0)
    begin = np.flatnonzero(starts)
    end = np.append(begin[1:], len(keys))
    shared = (line[order[begin]] != line[order[end - 1]])[np.cumsum(starts) - 1]
    found = np.bincount(line[order[shared]], minlength=len(lines))
    return np.flatnonzero((found >= _LEAST) & (found >= _MOSTLY * sizes)).tolist()


def _shingles(found):
    """Each five words on end of a line."""
    return list(zip(found, found[1:], found[2:], found[3:], found[4:], strict=False))


def _holders(shingled):
    """The first lines in which a shingle stands, where it stands in more than one."""
    counts = Counter(chain.from_iterable(map(set, shingled)))
    holders = defaultdict(set)
    for number, shingles in enumerate(shingled):
        for shingle in shingles:
            if counts[shingle] > 1 and len(holders[shingle]) < 8:
                holders[shingle].add(number)
    return holders


def _is_copy(number, other, shingled, shared):
    """Whether the span `number` repeats `other`, and not the other way round."""
    own, theirs = len(shingled[number]), len(shingled[other])
    return number > other if shared >= 0.8 * max(own, theirs) else own < theirs
