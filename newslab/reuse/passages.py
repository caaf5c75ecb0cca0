"""The passages that two articles share, aligned on both sides."""

from bisect import bisect_right
from itertools import pairwise

import numpy as np

from newslab.reuse.align import Block, chains, equal_runs
from newslab.reuse.furniture import furniture_masks
from newslab.reuse.labels import direction, kind
from newslab.reuse.marks import quoted_spans
from newslab.reuse.seeds import candidate_pairs
from newslab.reuse.words import CONTENT, STOP, read_words
from newslab.tables import table
from newslab.text import bodies

_LEAST = 1.4  # score below which a chain is not looked at
_LONG, _RUN, _SURE = 8, 7, 10  # matched words, and those of them in a row
_SAID = 3.0  # worth of matched words
_KEPT_UP = 4.0  # worth of matched words, by the share of the words that match


def shared_passages(articles):
    """Find the passages that articles share, word for word or reworded, and say where they stand in both.

    articles : table from `load_articles` or `clean_articles`.

    Returns a table with columns source, target (article_id, source < target), source_start, source_end, target_start,
    target_end (characters of the raw files), words (words that match), kind ("quote": inside quotation marks on both
    sides; "statement": attributed to a document or an institution; "agency copy": one side or both name the news
    agency; "own text"), direction ("source → target" or "target → source" where the dates tell, else missing).
    What recurs in unrelated articles is page furniture and not listed.

    >>> import newslab as nl
    >>> articles = nl.load_articles("seeds")
    >>> nl.shared_passages(articles).columns.tolist()[:4]
    ['source', 'target', 'source_start', 'source_end']
    """
    read = sorted(bodies(articles), key=lambda one: one[0].article_id)
    texts = [body.text for _, body in read]
    words = [read_words(text) for text in texts]
    masks = furniture_masks(texts, words)
    quoted = [quoted_spans(text) for text in texts]
    rows = []
    for i, j in candidate_pairs(words, masks):
        for a, a_end, b, b_end, matched in _passages(words[i], words[j], masks[i], masks[j], quoted[i], quoted[j]):
            source, target = (words[i], a, a_end), (words[j], b, b_end)
            span_a = int(source[0].starts[a]), int(source[0].ends[a_end - 1])
            span_b = int(target[0].starts[b]), int(target[0].ends[b_end - 1])
            raw_a, raw_b = read[i][1].raw_span(*span_a), read[j][1].raw_span(*span_b)
            rows.append(
                {
                    "source": read[i][0].article_id,
                    "target": read[j][0].article_id,
                    "source_start": raw_a[0],
                    "source_end": raw_a[1],
                    "target_start": raw_b[0],
                    "target_end": raw_b[1],
                    "words": matched,
                    "kind": kind(texts[i], span_a, quoted[i], texts[j], span_b, quoted[j], read[i][0], read[j][0]),
                    "direction": direction(read[i][0], read[j][0]),
                }
            )
    rows.sort(key=lambda row: (row["source"], row["target"], row["source_start"], row["target_start"]))
    return table("passages", rows)


def _passages(one, other, mask, other_mask, quoted, other_quoted):
    """Word spans (a, a_end, b, b_end, words matched) of the passages two articles share."""
    found = []
    for chain in chains(equal_runs(one, other, mask, other_mask), _LEAST):
        sides = (one, mask, quoted), (other, other_mask, other_quoted)
        whole = _Part(one, other, chain.blocks).is_copy()
        for blocks in _split(chain.blocks, lambda before, block: _interrupted(before, block, *sides)):
            part = _Part(one, other, blocks)
            # What is no copy by itself may hold a quotation that is one.
            if part.is_copy() or (whole and part.is_dense()):
                found.append((*part.span, len(part.words)))
                continue
            parts = [_Part(one, other, cut) for cut in _by_quotes(blocks, *sides)]
            found += [(*part.span, len(part.words)) for part in parts if part.fills_quote(*sides)]
    return found


def _split(blocks, between):
    """Blocks in groups, parted where `between` says so of a block and the next."""
    groups = [[blocks[0]]]
    for before, block in pairwise(blocks):
        if between(before, block):
            groups.append([])
        groups[-1].append(block)
    return groups


def _interrupted(before, block, one, other):
    """Whether page furniture, or words beside a quotation which differ, stand between two blocks."""
    gaps = (before.a + before.length, block.a), (before.b + before.length, block.b)
    if any(mask[start:end].any() for (start, end), (_, mask, _) in zip(gaps, (one, other), strict=True)):
        return True
    return max(end - start for start, end in gaps) >= 3 and all(
        _passes_mark(words, start, end, quoted)
        for (start, end), (words, _, quoted) in zip(gaps, (one, other), strict=True)
    )


def _passes_mark(words, start, end, quoted):
    """Whether a quotation opens or closes between the words before `start` and from `end` on."""
    low, high = words.ends[start - 1], words.starts[end]
    return any(low <= opening <= high or low <= closing <= high for opening, closing in quoted)


def _by_quotes(blocks, one, other):
    """The blocks cut where a quotation opens or closes on either side, in groups of what lies between two cuts."""
    (words, _, quoted), (other_words, _, other_quoted) = one, other
    cuts = {int(cut) for cut in np.searchsorted(words.starts, np.array(quoted, dtype=np.int64).ravel())}
    other_cuts = {int(cut) for cut in np.searchsorted(other_words.starts, np.array(other_quoted, dtype=np.int64).ravel())}
    pieces = []
    for block in blocks:
        at = [i for i in range(1, block.length) if block.a + i in cuts or block.b + i in other_cuts]
        for start, end in pairwise([0, *at, block.length]):
            pieces.append(Block(block.a + start, block.b + start, end - start, block.worth))
    cuts, other_cuts = sorted(cuts), sorted(other_cuts)
    return _split(
        pieces,
        lambda before, piece: bisect_right(cuts, before.a) != bisect_right(cuts, piece.a)
        or bisect_right(other_cuts, before.b) != bisect_right(other_cuts, piece.b),
    )


def _leaves_quote(words, start, end, quoted):
    """Whether a quotation closes, words follow, and another opens between two words."""
    if start >= end:
        return False
    first, last = words.ends[start - 1], words.starts[end]
    closes = any(first <= closing <= words.starts[start] for _, closing in quoted)
    return closes and any(words.ends[end - 1] <= opening <= last for opening, _ in quoted)


class _Part:
    """A stretch that two articles share, to be judged: chance, or a copy?"""

    def __init__(self, one, other, blocks):
        self.one, self.other, self.blocks = one, other, blocks
        self.words = np.concatenate([np.arange(block.a, block.a + block.length) for block in blocks])
        partner = np.concatenate([np.arange(block.b, block.b + block.length) for block in blocks])
        first, last = blocks[0], blocks[-1]
        self.span = first.a, last.a + last.length, first.b, last.b + last.length
        plain = ~(one.name[self.words] & other.name[partner])
        self.telling = float(one.worth[self.words][plain].sum())
        self.content = int((one.worth[self.words][plain] >= CONTENT).sum())

    def is_copy(self):
        a, a_end, b, b_end = self.span
        run = max(block.length for block in self.blocks)
        dense = len(self.words) / max(a_end - a, b_end - b)
        if run >= _SURE and self.content >= 1 and self.telling >= 2:
            return True
        if len(self.words) < _LONG or self.content < 2 or self.telling < _SAID:
            return False
        # The looser the likeness, the longer it must be kept up.
        return (run >= _RUN and dense >= 0.5) or self.telling * dense >= _KEPT_UP

    def is_dense(self):
        """Whether the stretch is word for word, so that it may stand beside a longer one which is a copy."""
        a, a_end, b, b_end = self.span
        return self.content >= 1 and 4 <= max(a_end - a, b_end - b) <= 1.2 * len(self.words)

    def fills_quote(self, one, other):
        """Whether the shared words are the whole of what one of the two has in quotation marks."""
        a, a_end, b, b_end = self.span
        here, there = _fills(a, a_end, *one), _fills(b, b_end, *other)
        if not (here or there) or len(self.words) < 4:
            return False
        if self.content >= 1 and self.telling >= 1.4:
            return True
        # Names alone are no copy, and a title is quoted wherever it is named; seven words in a row, quoted by one, are.
        small = int((self.one.worth[self.words] <= STOP).sum())
        return here != there and len(self.blocks) == 1 and len(self.words) >= 7 and small >= 2


def _fills(first, end, words, mask, quoted):
    for opening, closing in quoted:
        low, high = np.searchsorted(words.starts, [opening, closing])
        if low <= first and end <= high:
            return end - first >= 0.8 * (~mask[low:high]).sum()
    return False
