"""The statistics of distinctive words: which counts are too one-sided for chance, as arrays in and arrays out."""

from dataclasses import dataclass

import numpy as np
from scipy.special import betainc, gammaln, xlog1py, xlogy

ALPHA = 0.05
_Z = 1.959964
# Above this many uses p takes so many values that its own distribution is close to even, as for any large count.
_EXACT = 300


@dataclass(frozen=True)
class Evidence:
    """What chance says about the words of one group against the rest; `needed` is None where no count would do."""

    p: np.ndarray
    pooled: np.ndarray
    adjusted: np.ndarray
    tested: np.ndarray
    needed: int | None


def weigh(count, rest, words, rest_words, absent=()):
    """Test each word of a group against the rest.

    count, rest : uses of each word in the group and in the rest.
    words, rest_words : how many words the group and the rest have in all.
    absent : total uses of the words that only the rest has; they were candidates too.

    p is Fisher's exact test, one-sided (does the group use it more?), with the mid-p of Lancaster (1961). A word with
    few uses cannot reach a small p however they fall, so it is not tested (Tarone 1990): `needed` is the number of
    uses from which a word that nobody else has can pass the correction. `pooled` is the share of tested words
    that chance alone would bring to such a p, and `adjusted` its Benjamini-Hochberg value, which is the correction
    for discrete tests of Heyse (2011). Both are missing for words that were not tested.
    """
    count, rest = np.asarray(count, dtype=np.int64), np.asarray(rest, dtype=np.int64)
    missing = np.full(len(count), np.nan)
    if not words or not rest_words:
        return Evidence(missing, missing, missing, np.zeros(len(count), dtype=bool), None)
    total = count + rest
    sizes, number = np.unique(np.concatenate([total, np.asarray(absent, dtype=np.int64)]), return_counts=True)
    small = sizes <= _EXACT
    atoms = _atoms(sizes[small], words, rest_words)
    p = _mid_p(count, total, words, rest_words, atoms)
    needed = _uses_needed(sizes, number, atoms, words, rest_words)
    tested = total >= needed if needed else np.zeros(len(total), dtype=bool)
    pooled, adjusted = missing.copy(), missing.copy()
    if tested.any():
        family = sizes >= needed
        expected = _chance(p[tested], sizes[family], number[family], atoms)
        pooled[tested] = np.minimum(expected / number[family].sum(), 1)
        adjusted[tested] = _step_up(expected)
    return Evidence(p, pooled, adjusted, tested, needed)


def log_ratio(count, rest, words, rest_words):
    """How many times more often the group uses a word, as a power of two, with its 95 % interval.

    Half a use is added on either side so that the figure exists for a word that only one side has; the interval is
    Wilson's (1927) for the group's share of all uses. Its upper end is infinite where the rest has none.
    """
    count, rest = np.asarray(count, dtype=float), np.asarray(rest, dtype=float)
    if not words or not rest_words:
        return (np.full(len(count), np.nan),) * 3
    shift = np.log2(rest_words / words)
    ratio = np.log2((count + 0.5) / (rest + 0.5)) + shift
    total = np.maximum(count + rest, 1)
    centre = (count + _Z**2 / 2) / (total + _Z**2)
    half = _Z * np.sqrt(count * rest / total + _Z**2 / 4) / (total + _Z**2)
    with np.errstate(divide="ignore"):
        low = np.where(count > 0, np.log2(_odds(np.maximum(centre - half, 0))) + shift, -np.inf)
        high = np.where(rest > 0, np.log2(_odds(np.minimum(centre + half, 1))) + shift, np.inf)
    return ratio, low, high


def _odds(share):
    with np.errstate(divide="ignore"):
        return share / (1 - share)


def _atoms(sizes, words, rest_words):
    """For each total, every p that can come out and how likely it is: {total: (mid-p of 0, 1, … uses, chance of each)}."""
    return {int(size): _distribution(int(size), words, rest_words) for size in sizes}


def _distribution(size, words, rest_words):
    uses = np.arange(size + 1)
    possible = (uses <= words) & (size - uses <= rest_words)
    inside, outside = np.where(possible, uses, 0), np.where(possible, size - uses, 0)
    log = _log_choose(words, inside) + _log_choose(rest_words, outside) - _log_choose(words + rest_words, size)
    chance = np.where(possible, np.exp(log), 0)
    return np.cumsum(chance[::-1])[::-1] - chance / 2, chance


def _log_choose(n, k):
    return gammaln(n + 1) - gammaln(k + 1) - gammaln(n - k + 1)


def _mid_p(count, total, words, rest_words, atoms):
    p = np.empty(len(count))
    many = total > _EXACT
    share = words / (words + rest_words)
    a, b = count[many].astype(float), (total - count)[many].astype(float)
    point = np.exp(gammaln(a + b + 1) - gammaln(a + 1) - gammaln(b + 1) + xlogy(a, share) + xlog1py(b, -share))
    p[many] = np.where(a > 0, betainc(np.maximum(a, 1), b + 1, share), 1) - point / 2
    # One long row of all small distributions: the word's place in it is where its total begins, plus its uses.
    if atoms:
        keys = np.array(sorted(atoms))
        begins = np.concatenate([[0], np.cumsum(keys + 1)[:-1]])
        row = np.concatenate([atoms[key][0] for key in keys.tolist()])
        p[~many] = row[begins[np.searchsorted(keys, total[~many])] + count[~many]]
    return p


def _chance(p, sizes, number, atoms):
    """How many of these words would come as far as each p by chance alone; a tie counts half, as in the mid-p."""
    values, weights = [np.empty(0)], [np.empty(0)]
    for size, times in zip(sizes.tolist(), number.tolist(), strict=True):
        if size <= _EXACT:
            values.append(atoms[size][0])
            weights.append(atoms[size][1] * times)
    values, weights = np.concatenate(values), np.concatenate(weights)
    order = np.argsort(values, kind="stable")
    values, heap = values[order], np.concatenate([[0], np.cumsum(weights[order])])
    ties = heap[np.searchsorted(values, p, side="left")] + heap[np.searchsorted(values, p, side="right")]
    return ties / 2 + number[sizes > _EXACT].sum() * p


def _uses_needed(sizes, number, atoms, words, rest_words):
    """The smallest number of uses with which a word that only this group has passes the correction on its own."""
    most = np.arange(1, min(_EXACT, words) + 1)
    least = np.exp(_log_choose(words, most) - _log_choose(words + rest_words, most)) / 2
    # The p of existing words is looked up, so that a tie is exactly a tie.
    least = np.array([atoms[n][0][-1] if n in atoms else p for n, p in zip(most.tolist(), least, strict=True)])
    own = np.where(np.isin(most, sizes), 0, least)
    enough = np.flatnonzero(_chance(least, sizes, number, atoms) + own <= ALPHA)
    return int(most[enough[0]]) if len(enough) else None


def _step_up(expected):
    order = np.argsort(expected, kind="stable")
    ratio = expected[order] / np.arange(1, len(order) + 1)
    adjusted = np.empty(len(order))
    adjusted[order] = np.minimum(np.minimum.accumulate(ratio[::-1])[::-1], 1)
    return adjusted
