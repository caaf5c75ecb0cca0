"""Runs of words as 64-bit numbers, whole arrays at a time; the same text gives the same numbers on every machine."""

from functools import cache

import numpy as np

_BASE, _STEP, _MIX = np.uint64(0x9E3779B97F4A7C15), np.uint64(0xD6E8FEB86659FD93), np.uint64(0xFF51AFD7ED558CCD)
_BATCH = 4_000_000  # characters hashed at a time, which bounds memory


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
    with np.errstate(over="ignore"):
        return np.cumprod(np.full(count, base, dtype=np.uint64))


def hash_runs(texts, length):
    """Hash every run of `length` words of each text.

    Returns the hashes of all texts one after the other, and the bounds: text i has hashes[bounds[i]:bounds[i + 1]].
    """
    hashes, counts, batch, size = [], [], [], 0
    for text in texts:
        batch.append(text)
        size += len(text)
        if size > _BATCH:
            _hash_batch(batch, length, hashes, counts)
            batch, size = [], 0
    _hash_batch(batch, length, hashes, counts)
    bounds = np.concatenate([[0], np.cumsum(np.concatenate(counts))]) if counts else np.zeros(1)
    return np.concatenate(hashes) if hashes else np.zeros(0, dtype=np.uint64), bounds.astype(np.int64)


def _hash_batch(texts, length, hashes, counts):
    if not texts:
        return
    joined = "\0".join(texts)
    codes = np.frombuffer(joined.encode("utf-32-le", errors="replace"), dtype=np.uint32)
    letters = _letters()[np.minimum(codes, 0xFFFF)]
    # What lies beyond the basic plane is taken as a letter: rare scripts and pictures must not all look alike.
    beyond = codes > 0xFFFF
    letters[beyond] = codes[beyond]
    inside = letters > 0
    before = np.concatenate([[False], inside[:-1]])
    starts = np.flatnonzero(inside & ~before)
    text_ends = np.cumsum([len(text) + 1 for text in texts])
    text_of_word = np.searchsorted(text_ends, starts, side="right")
    n_words = np.bincount(text_of_word, minlength=len(texts))
    counts.append(np.maximum(n_words - length + 1, 0))
    if len(starts) < length:
        return
    words = _hash_words(letters, starts)
    with np.errstate(over="ignore"):
        n = len(words) - length + 1
        runs = np.zeros(n, dtype=np.uint64)
        for offset in range(length):
            runs = runs * _STEP + words[offset : offset + n]
        runs ^= runs >> np.uint64(33)
        runs *= _MIX
        runs ^= runs >> np.uint64(29)
    hashes.append(runs[text_of_word[:n] == text_of_word[length - 1 :]])


def _hash_words(letters, starts):
    # The place of a character in its word decides its factor; a word longer than 64 characters wraps round.
    places = np.arange(len(letters), dtype=np.int64)
    places -= np.repeat(np.concatenate([[0], starts]), np.diff(np.concatenate([[0], starts, [len(letters)]])))
    with np.errstate(over="ignore"):
        letters = letters * _powers(_BASE, 64)[places & 63]
        words = np.add.reduceat(letters, starts)
        words ^= words >> np.uint64(32)
        return words * _MIX
