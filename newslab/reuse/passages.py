"""The passages that two articles share, aligned on both sides."""

import numpy as np

from newslab.reuse.align import chains, equal_runs
from newslab.reuse.furniture import furniture_mask
from newslab.reuse.labels import direction, kind
from newslab.reuse.marks import quoted_spans
from newslab.reuse.seeds import candidate_pairs
from newslab.reuse.words import CONTENT, STOP, read_words
from newslab.tables import table
from newslab.text import bodies

_LEAST = 2.0  # score below which a chain is not looked at
_LONG = 8  # matched words
_SAID = 3.0  # worth of matched words


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
    masks = furniture_mask(texts, words)
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
    blocks = [
        block
        for block in equal_runs(one, other)
        if not mask[block.a : block.a + block.length].any()
        and not other_mask[block.b : block.b + block.length].any()
    ]
    found = []
    for chain in chains(blocks, _LEAST):
        a, a_end, b, b_end = chain.span
        if _is_copy(chain, one, other, quoted, other_quoted):
            found.append((a, a_end, b, b_end, sum(block.length for block in chain.blocks)))
    return found


def _is_copy(chain, one, other, quoted, other_quoted):
    matched = np.concatenate([np.arange(block.a, block.a + block.length) for block in chain.blocks])
    partner = np.concatenate([np.arange(block.b, block.b + block.length) for block in chain.blocks])
    # Names and titles are everybody's: what is a copy must be shown by the other words.
    plain = ~(one.capital[matched] & other.capital[partner])
    telling = float(one.worth[matched][plain].sum())
    content = int((one.worth[matched][plain] >= CONTENT).sum())
    a, a_end, b, b_end = chain.span
    if _fills_quote(one, a, a_end, quoted) or _fills_quote(other, b, b_end, other_quoted):
        return content >= 2 and len(matched) >= 4
    return len(matched) >= _LONG and content >= 3 and telling >= _SAID and chain.score >= 4


def _fills_quote(words, first, end, quoted):
    start, stop = words.starts[first], words.ends[end - 1]
    return any(
        opening <= start and stop <= closing and stop - start >= 0.8 * (closing - opening) for opening, closing in quoted
    )
