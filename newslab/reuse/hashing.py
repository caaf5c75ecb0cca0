"""Runs of words as 64-bit numbers, whole arrays at a time; the same text gives the same numbers on every machine."""

from functools import cache

import numpy as np

# Odd, so that each has an inverse modulo 2**64.
_BASE, _STEP, _MIX = 0x9E3779B97F4A7C15, 0xD6E8FEB86659FD93, 0xFF51AFD7ED558CCD
_BATCH = 2_000_000  # characters hashed at a time, which bounds memory


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
    hashes, counts, batch, size = [np.zeros(0, dtype=np.uint64)], [np.zeros(1, dtype=np.int64)], [], 0
    for text in texts:
        if batch and size + len(text) > _BATCH:
            _hash_batch(batch, length, hashes, counts)
            batch, size = [], 0
        batch.append(text)
        size += len(text)
    if batch:
        _hash_batch(batch, length, hashes, counts)
    return np.concatenate(hashes), np.cumsum(np.concatenate(counts))


def _hash_batch(texts, length, hashes, counts):
    letters = _numbered("\0".join(texts))
    inside = letters > 0
    edges = np.flatnonzero(np.diff(inside, prepend=False, append=False))
    starts, ends = edges[::2], edges[1::2]
    text_of_word = np.searchsorted(np.cumsum([len(text) + 1 for text in texts]), starts, side="right")
    counts.append(np.maximum(np.bincount(text_of_word, minlength=len(texts)) - length + 1, 0))
    if len(starts) < length:
        return
    words = _hash_words(letters, starts, ends)
    count = len(words) - length + 1
    runs = words[:count].copy()
    for offset in range(1, length):
        runs *= np.uint64(_STEP)
        runs += words[offset : offset + count]
    hashes.append(_mixed(runs)[text_of_word[:count] == text_of_word[length - 1 :]])


def _numbered(text):
    codes = np.frombuffer(text.encode("utf-32-le", errors="replace"), dtype=np.uint32)
    letters = _letters()[np.minimum(codes, 0xFFFF)]
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
