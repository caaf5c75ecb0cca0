"""Text that a page prints twice: the copy in paragraphs counts, once."""

from collections import Counter, defaultdict
from itertools import chain, islice

import numpy as np

from newslab.cleaning.arrays import numbered
from newslab.cleaning.lines import words_in
from newslab.text import WORD


def duplicates(raw, spans):
    """Which of the spans only repeat the others.

    Returns a dictionary from the number of a span to the (start, end) of its repeated part. Of two like paragraphs the
    second is the copy; a span that runs over several paragraphs in one line is a copy of them wherever it stands, and
    so is one which holds only a part of another.
    """
    lines = [words_in(raw[start:end]) for start, end in spans]
    # Most pages repeat nothing.
    if _repeated(lines) < 3:
        return {}
    marks = [_shingles(line) for line in lines]
    holders, copies = _holders(marks), {}
    for number, shingles in enumerate(marks):
        others = [holders.get(shingle, set()) - {number} - copies.keys() for shingle in shingles]
        elsewhere = [i for i, found in enumerate(others) if found]
        if len(elsewhere) < max(3, 0.6 * len(shingles)):
            continue
        where = Counter(chain.from_iterable(others))
        likely = [other for other, count in where.items() if count >= 3]
        if len(likely) > 1 or likely and _is_copy(number, likely[0], marks, where[likely[0]]):
            start, end = spans[number]
            word = next(islice(WORD.finditer(raw, start, end), elsewhere[0], None))
            copies[number] = (word.start(), end)
    return copies


def _repeated(lines):
    """How often five words on end stand on the page once more, or some more than that."""
    _, words = numbered([word for line in lines for word in (*line, "")])
    keys = words[: max(0, len(words) - 4)].copy()
    for step in range(1, 5):
        keys = keys * 1_000_003 + words[step : step + len(keys)]
    return len(keys) - len(np.unique(keys))


def _shingles(found):
    """Each five words on end of a line."""
    return list(zip(found, found[1:], found[2:], found[3:], found[4:], strict=False))


def _holders(marks):
    """The first lines in which a shingle stands, where it stands in more than one."""
    counts = Counter(chain.from_iterable(map(set, marks)))
    holders = defaultdict(set)
    for number, shingles in enumerate(marks):
        for shingle in shingles:
            if counts[shingle] > 1 and len(holders[shingle]) < 8:
                holders[shingle].add(number)
    return holders


def _is_copy(number, other, marks, shared):
    """Whether the span `number` repeats `other`, and not the other way round."""
    own, theirs = len(marks[number]), len(marks[other])
    return number > other if shared >= 0.8 * max(own, theirs) else own < theirs
