"""Text that an article prints twice."""

from itertools import pairwise

import numpy as np

from newslab.reuse.align import equal_runs
from newslab.reuse.words import CONTENT, read_words
from newslab.tables import table
from newslab.text import bodies, paragraphs

_LEAST = 6  # words


def self_repeats(articles):
    """Find the paragraphs and headlines that an article prints twice, or long parts of them.

    articles : table from `load_articles` or `clean_articles`.

    Returns a table with the columns of `shared_passages`, source and target being the same article, the earlier place
    first; a repeat is cut where a paragraph ends on either side. kind is "own text", direction is missing.

    >>> import newslab as nl
    >>> from newslab.reuse import self_repeats
    >>> repeats = self_repeats(nl.load_articles("seeds"))
    >>> int(repeats["source"].str.startswith("003").sum())
    9
    """
    rows = []
    for article, body in sorted(bodies(articles), key=lambda one: one[0].article_id):
        words = read_words(body.text)
        for first, second, length in _repeats(words, body.text):
            earlier = body.raw_span(*words.span(first, first + length))
            later = body.raw_span(*words.span(second, second + length))
            rows.append(
                {
                    "source": article.article_id,
                    "target": article.article_id,
                    "source_start": earlier[0],
                    "source_end": earlier[1],
                    "target_start": later[0],
                    "target_end": later[1],
                    "words": length,
                    "kind": "own text",
                }
            )
    return table("passages", rows)


def _repeats(words, text):
    """(first word, first word of the repeat, number of words), in order, each word being repeated once at most."""
    ends = np.array([end for _, end in paragraphs(text)], dtype=np.int64)
    paragraph = np.searchsorted(ends, words.starts)
    taken = np.zeros(len(words), dtype=bool)
    found = []
    for block in sorted(equal_runs(words, words), key=lambda block: (-block.length, block.a, block.b)):
        if block.a >= block.b or block.length < _LEAST:
            continue
        places = np.arange(block.length)
        cuts = (np.diff(paragraph[block.a + places]) != 0) | (np.diff(paragraph[block.b + places]) != 0)
        for start, end in pairwise([0, *(np.flatnonzero(cuts) + 1).tolist(), block.length]):
            piece = np.arange(block.b + start, block.b + end)
            telling = (words.worth[piece] >= CONTENT).sum() >= 2 and end - start >= _LEAST
            if telling and not taken[piece].any() and block.a + end <= block.b + start:
                taken[piece] = True
                found.append((block.a + start, block.b + start, end - start))
    return sorted(found)
