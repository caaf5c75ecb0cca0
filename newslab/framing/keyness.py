"""The statistics of distinctive words: which counts are too one-sided for chance, as arrays in and arrays out."""

from dataclasses import dataclass

import numpy as np
from scipy.special import betainc, gammaln, ndtr, xlog1py, xlogy

ALPHA = 0.05
_Z = 1.959964
# Above this many uses p takes so many values that its own distribution is close to even, as for any large count.
_EXACT = 300


@dataclass(frozen=True)
class Evidence:
    """What chance says about the words of one group against the rest; `needed` is None where no count would do."""

    p: np.ndarray
    surprise: np.ndarray
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
    few uses cannot stand out however they fall, so it is not tested (Tarone 1990): `needed` is the number of uses from
    which a word that nobody else has can pass the correction. Words are ranked by the root of the log-likelihood ratio
    (Dunning 1993). `pooled` is the share of tested words that chance alone would bring as far, every division
    of every word's uses counted with its exact probability; `adjusted` is its Benjamini-Hochberg value, which is the
    correction for discrete tests of Heyse (2011). Both are missing for words that were not tested.
    """
    count, rest = np.asarray(count, dtype=np.int64), np.asarray(rest, dtype=np.int64)
    missing = np.full(len(count), np.nan)
    if not words or not rest_words:
        return Evidence(missing, missing, missing, missing, np.zeros(len(count), dtype=bool), None)
    total = count + rest
    sizes, number = np.unique(np.concatenate([total, np.asarray(absent, dtype=np.int64)]), return_counts=True)
    divisions = _all_divisions(sizes[sizes <= _EXACT], words, rest_words)
    surprise = likelihood_root(count, rest, words, rest_words)
    needed = _uses_needed(sizes, number, divisions, words, rest_words)
    tested = total >= needed if needed else np.zeros(len(total), dtype=bool)
    pooled, adjusted = missing.copy(), missing.copy()
    if tested.any():
        family = sizes >= needed
        expected = _expected(surprise[tested], sizes[family], number[family], divisions)
        pooled[tested] = np.minimum(expected / number[family].sum(), 1)
        adjusted[tested] = _step_up(expected)
    return Evidence(_mid_p(count, total, words, rest_words, divisions), surprise, pooled, adjusted, tested, needed)


def likelihood_root(count, rest, words, rest_words):
    """The signed root of the log-likelihood ratio of equal use: above zero if the group uses the word more."""
    count, rest = np.asarray(count, dtype=float), np.asarray(rest, dtype=float)
    share = words / (words + rest_words)
    total = count + rest
    ratio = xlogy(count, count) + xlogy(rest, rest) - xlogy(total, total) - xlogy(count, share) - xlog1py(rest, -share)
    # Rounded, so that equal divisions are ties on every machine.
    return np.round(np.sign(count - total * share) * np.sqrt(2 * np.maximum(ratio, 0)), 9)


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


@dataclass(frozen=True)
class _Divisions:
    """Every way to divide the uses of words between a group and the rest, in one long row, and how likely it is.

    The ways to divide `size` uses begin at begins[i], where sizes[i] is `size`: 0, 1, … of them in the group.
    """

    sizes: np.ndarray
    begins: np.ndarray
    size: np.ndarray
    chance: np.ndarray
    surprise: np.ndarray


def _all_divisions(sizes, words, rest_words):
    ends = np.cumsum(sizes + 1)
    begins = ends - sizes - 1
    size = np.repeat(sizes, sizes + 1)
    uses = np.arange(len(size)) - np.repeat(begins, sizes + 1)
    possible = (uses <= words) & (size - uses <= rest_words)
    inside, outside = np.where(possible, uses, 0), np.where(possible, size - uses, 0)
    log = _log_choose(words, inside) + _log_choose(rest_words, outside) - _log_choose(words + rest_words, size)
    surprise = likelihood_root(uses, size - uses, words, rest_words)
    return _Divisions(sizes, begins, size, np.where(possible, np.exp(log), 0), surprise)


def _log_choose(n, k):
    return gammaln(n + 1) - gammaln(k + 1) - gammaln(n - k + 1)


def _mid_p(count, total, words, rest_words, divisions):
    p = np.empty(len(count))
    many = total > _EXACT
    share = words / (words + rest_words)
    a, b = count[many].astype(float), (total - count)[many].astype(float)
    point = np.exp(gammaln(a + b + 1) - gammaln(a + 1) - gammaln(b + 1) + xlogy(a, share) + xlog1py(b, -share))
    p[many] = np.where(a > 0, betainc(np.maximum(a, 1), b + 1, share), 1) - point / 2
    if len(divisions.sizes):
        chances = np.split(divisions.chance, divisions.begins[1:])
        tails = np.concatenate([np.cumsum(chance[::-1])[::-1] - chance / 2 for chance in chances])
        p[~many] = tails[divisions.begins[np.searchsorted(divisions.sizes, total[~many])] + count[~many]]
    return np.clip(p, 0, 1)


def _expected(surprise, sizes, number, divisions):
    """How many of these words chance alone would bring as far as each surprise; a tie counts half, as in the mid-p."""
    exact = sizes <= _EXACT
    times = np.zeros(_EXACT + 1)
    times[sizes[exact]] = number[exact]
    values, weights = -divisions.surprise, divisions.chance * times[divisions.size]
    order = np.argsort(values, kind="stable")
    values, heap = values[order], np.concatenate([[0], np.cumsum(weights[order])])
    ties = (
        heap[np.searchsorted(values, -surprise, side="left")] + heap[np.searchsorted(values, -surprise, side="right")]
    )
    return ties / 2 + number[~exact].sum() * ndtr(-surprise)


def _uses_needed(sizes, number, divisions, words, rest_words):
    """The smallest number of uses with which a word that only this group has passes the correction on its own."""
    most = np.arange(1, min(_EXACT, words) + 1)
    alone = likelihood_root(most, 0, words, rest_words)
    itself = np.exp(_log_choose(words, most) - _log_choose(words + rest_words, most)) / 2
    expected = _expected(alone, sizes, number, divisions) + np.where(np.isin(most, sizes), 0, itself)
    enough = np.flatnonzero(expected <= ALPHA)
    return int(most[enough[0]]) if len(enough) else None


def _step_up(expected):
    order = np.argsort(expected, kind="stable")
    ratio = expected[order] / np.arange(1, len(order) + 1)
    adjusted = np.empty(len(order))
    adjusted[order] = np.minimum(np.minimum.accumulate(ratio[::-1])[::-1], 1)
    return adjusted
