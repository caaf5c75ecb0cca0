"""The passages that two articles share, aligned on both sides."""

from bisect import bisect_right, insort
from itertools import chain
from operator import itemgetter
from typing import NamedTuple

import pandas as pd

from newslab.reuse.align import chains, equal_runs
from newslab.reuse.candidates import candidate_pairs
from newslab.reuse.evidence import Side, passages
from newslab.reuse.furniture import furniture_masks
from newslab.reuse.labels import Passage, kind_and_direction, one_kind
from newslab.reuse.words import Words, read_words
from newslab.tables import READABLE, expect, table
from newslab.text import Body, bodies, find_quoted

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
    target_end (characters of the raw files), words (words that match), kind, direction; in the order of source, target
    and place. Of two passages of a pair, one inside the other on either side, the longer one is listed. kind is
    "credited quote" (one article has it in quotation marks and names the other's outlet beside it), "quote" (mostly
    inside quotation marks, on one side at least), "statement" (the same, attributed to a document or an institution),
    "agency copy" (the agency that one article credits is credited or named in the other too), "agency on one side"
    (one article credits an agency, the other names none) or "own text"; the same words are of one kind in all articles.
    direction is "source → target" or "target → source": of a credited quote from the outlet that is named, else by the
    dates of publication; missing if they do not say.

    Text that recurs in unrelated articles is page furniture and not listed. With `pairs`, only furniture recognised by
    its wording is left out. Raises TypeError or ValueError if one is another table.

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
        _Read(article, body, read_words(body.text), _quoted(body.text))
        for article, body in sorted(bodies(articles), key=lambda one: one[0].article_id)
        if wanted is None or article.article_id in wanted
    ]
    compared = _alike(read) if pairs is None else _named(read, pairs)
    found = [_distinct(_aligned(*one, *other)) for one, other in compared]
    if pairs is None:
        found = [list(chain.from_iterable(found))]
    rows = [row for part in found for row in one_kind(part)]
    rows.sort(key=lambda row: (row["source"], row["target"], row["source_start"], row["target_start"]))
    return table("passages", rows)


def _quoted(text):
    """The places between quotation marks; a nickname is no quotation."""
    return [(quoted.start, quoted.end) for quoted in find_quoted(text) if not quoted.nickname]


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
    for runs in chains(equal_runs(side.words, other.words, side.hidden, other.hidden), _LEAST):
        for a, a_end, b, b_end, matched in passages(runs, side, other):
            spans = side.words.span(a, a_end), other.words.span(b, b_end)
            yield _row(source, target, spans, matched)


def _row(source, target, spans, matched):
    source_start, source_end = source.body.raw_span(*spans[0])
    target_start, target_end = target.body.raw_span(*spans[1])
    sides = zip((source, target), spans, strict=True)
    both = [Passage(one.article, one.body.text, span, one.quoted) for one, span in sides]
    kind, direction = kind_and_direction(*both)
    return {
        "source": source.article.article_id,
        "target": target.article.article_id,
        "source_start": source_start,
        "source_end": source_end,
        "target_start": target_start,
        "target_end": target_end,
        "words": matched,
        "kind": kind,
        "direction": direction,
    }


def _distinct(rows):
    """The passages of two articles without those that lie inside a longer one on either side.

    What one article prints twice, and the other once, is listed at the place where more of it is shared.
    """
    kept, held = [], {"source": [], "target": []}
    for row in sorted(rows, key=lambda row: (-row["words"], row["source_start"], row["target_start"])):
        places = {side: (row[f"{side}_start"], row[f"{side}_end"]) for side in held}
        if not any(_inside(place, held[side]) for side, place in places.items()):
            kept.append(row)
            for side, place in places.items():
                insort(held[side], place)
    return kept


def _inside(place, held):
    """Whether a place lies inside one of those that are held, in order; of these none lies inside another."""
    before = bisect_right(held, place[0], key=itemgetter(0))
    return before > 0 and place[1] <= held[before - 1][1]
