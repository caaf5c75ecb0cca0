"""Runs of words as 64-bit numbers, whole arrays at a time; the same text gives the same numbers on every machine."""

import re
from functools import cache

import numpy as np

from newslab.numeric import ranges

# Odd, so that each has an inverse modulo 2**64.
_BASE, _STEP, _MIX = 0x9E3779B97F4A7C15, 0xD6E8FEB86659FD93, 0xFF51AFD7ED558CCD
# Characters hashed at a time: few enough that the arrays stay in the processor's cache. A long text is cut between
# words, so that it needs no more memory than many short ones.
_BATCH = 150_000
_PIECE = re.compile(rf"(?s).{{1,{_BATCH}}}\w{{0,10000}}")


@cache
def _letters():
    """For each character of the basic plane: 0 where it is no part of a word, else a number for its lower case."""
    table = np.zeros(0x10000, dtype=np.uint64)
    for code in range(0x10000):
        if chr(code).isalnum():
            table[code] = ord(chr(code).lower()[0])
    return table


@cache
def _powers(base, count):
    powers = np.full(count, base, dtype=np.uint64)
    powers[0] = 1
    return np.cumprod(powers)


def hash_runs(texts, length):
    """Hash every run of `length` words of each text.

    Returns the hashes of all texts one after the other, and the bounds: text i has hashes[bounds[i]:bounds[i + 1]].
    """
    words, bounds = hash_words(texts)
    return runs_of(words, bounds, length)


def hash_words(texts):
    """Hash every word of each text; hashes and bounds as from `hash_runs`."""
    hashes, counts = [np.zeros(0, dtype=np.uint64)], np.zeros(len(texts) + 1, dtype=np.int64)
    for numbers, pieces in _batches(texts):
        words, which = _hash_batch(pieces)
        hashes.append(words)
        first = numbers[0]
        counts[first + 1 : numbers[-1] + 2] += np.bincount(
            np.array(numbers)[which] - first, minlength=numbers[-1] - first + 1
        )
    return np.concatenate(hashes), np.cumsum(counts)


def runs_of(words, bounds, length):
    """The hashes of runs of words, and their bounds, from the hashes of the words and theirs."""
    counts = np.maximum(np.diff(bounds) - length + 1, 0)
    ends = np.concatenate([np.zeros(1, dtype=np.int64), np.cumsum(counts)])
    count = max(0, len(words) - length + 1)
    runs = words[:count].copy()
    for offset in range(1, length):
        runs *= np.uint64(_STEP)
        runs += words[offset : offset + count]
    # Those that run on from one text into the next are left out.
    return _mixed(runs[ranges(bounds[:-1], bounds[:-1] + counts)]), ends


def _batches(texts):
    """The texts in order, long ones in pieces: for each batch the numbers of the texts, and the pieces."""
    numbers, pieces, size = [], [], 0
    for number, text in enumerate(texts):
        for piece in [text] if len(text) <= _BATCH else (found.group() for found in _PIECE.finditer(text)):
            if pieces and size + len(piece) > _BATCH:
                yield numbers, pieces
                numbers, pieces, size = [], [], 0
            numbers.append(number)
            pieces.append(piece)
            size += len(piece)
    if pieces:
        yield numbers, pieces


def _hash_batch(texts):
    """The hashes of the words of all texts, and in which of them each stands."""
    letters = _numbered("\0".join(texts))
    inside = letters > 0
    edges = np.flatnonzero(np.diff(inside, prepend=False, append=False))
    starts, ends = edges[::2], edges[1::2]
    which = np.searchsorted(np.cumsum([len(text) + 1 for text in texts]), starts, side="right")
    return _hash_words(letters, starts, ends), which


def _numbered(text):
    codes = np.frombuffer(text.encode("utf-32-le", errors="replace"), dtype=np.uint32)
    letters = _letters().take(codes, mode="clip")
    # What lies beyond the basic plane is taken as a letter: rare scripts and pictures must not all look alike.
    beyond = np.flatnonzero(codes > 0xFFFF)
    letters[beyond] = codes[beyond]
    return letters


def _hash_words(letters, starts, ends):
    """A polynomial of the letters of each word, from sums over all letters; unsigned numbers wrap round."""
    size = 1 << len(letters).bit_length()
    total = np.concatenate([np.zeros(1, dtype=np.uint64), np.cumsum(letters * _powers(_BASE, size)[: len(letters)])])
    inverse = _powers(pow(_BASE, -1, 1 << 64), size)
    return _mixed((total[ends] - total[starts]) * inverse[starts])


def _mixed(numbers):
    """Spread over all bits what the polynomial leaves in some."""
    numbers ^= numbers >> np.uint64(32)
    numbers *= np.uint64(_MIX)
    numbers ^= numbers >> np.uint64(29)
    return numbers
