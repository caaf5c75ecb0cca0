"""The passages that two articles share, aligned on both sides."""

from typing import NamedTuple

import pandas as pd

from newslab.reuse.align import chains, equal_runs
from newslab.reuse.furniture import furniture_masks
from newslab.reuse.judge import Side, passages
from newslab.reuse.labels import direction, kind
from newslab.reuse.marks import quoted_spans
from newslab.reuse.seeds import candidate_pairs
from newslab.reuse.words import Words, read_words
from newslab.tables import READABLE, expect, table
from newslab.text import Body, bodies

_LEAST = 1.4  # score below which a chain is not looked at


class _Read(NamedTuple):
    """An article with its words and the places of its quotations."""

    article: tuple
    body: Body
    words: Words
    quoted: list


def shared_passages(articles: pd.DataFrame, *, pairs: pd.DataFrame | None = None) -> pd.DataFrame:
    """Find the passages that articles share, word for word or reworded, and say where they stand in both.

    articles : table from `load_articles` or `clean_articles`.
    pairs : a table with columns source and target, such as that of `near_copies`: only these pairs are compared, each
        as if there were no other article, so that it has the same passages among a million of them.

    Returns a table with columns source, target (article_id, source < target), source_start, source_end, target_start,
    target_end (characters of the raw files), words (words that match), kind ("quote": mostly inside quotation marks on
    both sides; "statement": such words, attributed to a document or an institution; "agency copy": the agency that one
    article credits is credited or named in the other too; "agency on one side": one article credits an agency, the
    other names none; "own text"), direction ("source → target" or "target → source", from the dates of publication;
    else missing). Text that recurs in unrelated articles is page furniture and not listed. With `pairs`, only
    furniture recognised by its wording is left out. Raises TypeError or ValueError if one is another table.

    >>> import newslab as nl
    >>> articles = nl.load_articles("seeds")
    >>> nl.shared_passages(articles).columns.tolist()[:4]
    ['source', 'target', 'source_start', 'source_end']
    """
    expect(articles, "articles", [*READABLE, "outlet", "agency", "published"])
    if pairs is not None:
        expect(pairs, "pairs", ["source", "target"])
    wanted = None if pairs is None else {*pairs["source"], *pairs["target"]}
    read = [
        _Read(article, body, read_words(body.text), quoted_spans(body.text))
        for article, body in sorted(bodies(articles), key=lambda one: one[0].article_id)
        if wanted is None or article.article_id in wanted
    ]
    compared = _alike(read) if pairs is None else _named(read, pairs)
    rows = [row for one, other in compared for row in _aligned(*one, *other)]
    rows.sort(key=lambda row: (row["source"], row["target"], row["source_start"], row["target_start"]))
    return table("passages", rows)


def _alike(read):
    """The pairs of articles that are worth aligning, each article with its side."""
    sides = _sides(read)
    for i, j in candidate_pairs([side.words for side in sides], [side.hidden for side in sides]):
        yield (read[i], sides[i]), (read[j], sides[j])


def _named(read, pairs):
    """The pairs of a table, each article with its side; those of articles that are not there are left out."""
    by_id = {one.article.article_id: one for one in read}
    for names in sorted({tuple(sorted(names)) for names in zip(pairs["source"], pairs["target"], strict=True)}):
        if by_id.keys() >= set(names):
            both = [by_id[name] for name in names]
            yield tuple(zip(both, _sides(both), strict=True))


def _sides(read):
    """Each article to be compared, with what is page furniture among all that are given."""
    words, quoted = [one.words for one in read], [one.quoted for one in read]
    masks = furniture_masks([one.body.text for one in read], words, quoted)
    return [Side(*side) for side in zip(words, masks, quoted, strict=True)]


def _aligned(source, side, target, other):
    """The rows of the passages that two articles share."""
    for chain in chains(equal_runs(side.words, other.words, side.hidden, other.hidden), _LEAST):
        for a, a_end, b, b_end, matched in passages(chain, side, other):
            spans = side.words.span(a, a_end), other.words.span(b, b_end)
            yield _row(source, target, spans, matched)


def _row(source, target, spans, matched):
    source_start, source_end = source.body.raw_span(*spans[0])
    target_start, target_end = target.body.raw_span(*spans[1])
    sides = [(one.article, one.body.text, span, one.quoted) for one, span in zip((source, target), spans, strict=True)]
    return {
        "source": source.article.article_id,
        "target": target.article.article_id,
        "source_start": source_start,
        "source_end": source_end,
        "target_start": target_start,
        "target_end": target_end,
        "words": matched,
        "kind": kind(*sides),
        "direction": direction(source.article, target.article),
    }
