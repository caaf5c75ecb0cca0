"""Whole sentences that one article runs together and another prints the other way round."""

import re
from collections import Counter, defaultdict
from itertools import pairwise

from rapidfuzz.distance import LCSseq

from newslab.quotes.alignment import Alignment
from newslab.quotes.forms import quoted_words

_BEGINS = re.compile(r"[\W_]*[^\W\d_a-z]")  # a capital, or a letter that knows none
_ENDS = re.compile(r"[.!?…]")
_SENTENCE = 4  # words; fewer are hardly a sentence
_CROWD = 40  # quotations, at most, that an utterance is compared with: copies of a wire story tell no more
_HELD = 0.7  # share of the words of the shorter quotation that stand in the longer one


def rearranged(matches, quotes):
    """Where an article runs sentences together that another prints the other way round: rows of `quote_edits`.

    The kind is "joined" where the other prints them as two utterances, else "order". In which order an article prints
    what stands apart in it is its own choice: only words run together show a change. Parts of sentences are passed
    over, as are words that the other article prints in both places.
    """
    carried = matches[["group", "quote_id"]].merge(quotes, on="quote_id")
    carried = carried.sort_values(["article_id", "start", "quote_id"], kind="stable")
    of_group, of_utterance = defaultdict(list), defaultdict(list)
    for row in carried.itertuples(index=False):
        if _BEGINS.match(row.text) and len(quoted_words(row.text)) >= _SENTENCE:
            of_group[row.group].append(row)
            of_utterance[row.article_id, _utterance(row)].append(row)
    found = []
    for (article_id, _), parts in of_utterance.items():
        rows = {row.quote_id: row.article_id for part in parts for row in of_group[part.group][:_CROWD]}
        several = Counter(rows.values())
        placed = defaultdict(list)
        for number, part in enumerate(parts):
            for row in of_group[part.group][:_CROWD]:
                if row.article_id == article_id or several[row.article_id] < 2:
                    continue
                if span := _span(part, row):
                    placed[row.article_id].append((row, part, (number, *span)))
        for _, pieces in sorted(placed.items()):
            found += _turned(sorted(pieces, key=lambda piece: (piece[0].start, piece[0].quote_id, piece[2])))
    return found


def _utterance(row):
    return row.utterance if isinstance(row.utterance, str) else row.quote_id


def _span(part, row):
    """Where in a part of an utterance the words of another article's quotation stand: (first word, one behind)."""
    keys, others = ([word.key for word in quoted_words(one.text)] for one in (part, row))
    if LCSseq.similarity(keys, others) < _HELD * min(len(keys), len(others)):
        return None
    return Alignment(part.text, row.text).place


def _turned(pieces):
    """Rows for two quotations of one article, each with the part of the other article's utterance where it stands."""
    for (first, earlier, place), (second, later, other_place) in pairwise(pieces):
        again = any(_same(place, piece[2]) for piece in pieces if piece[0].start > second.start) or any(
            _same(other_place, piece[2]) for piece in pieces if piece[0].start < first.start
        )
        if first.quote_id == second.quote_id or again or not _behind(earlier.text, place, other_place):
            continue
        apart = _utterance(first) != _utterance(second)
        # What both run together would be told of each.
        if apart or first.article_id < later.article_id:
            yield {
                "group": later.group,
                "source": first.quote_id,
                "target": later.quote_id,
                "source_text": f"{first.text} / {second.text}",
                "target_text": " / ".join(dict.fromkeys(part.text for part in (later, earlier))),
                "kind": "joined" if apart else "order",
            }


def _behind(text, place, other):
    """Whether one place in an utterance is behind another, and in another sentence."""
    if place[0] != other[0]:
        return place[0] > other[0]
    words = quoted_words(text)
    return place[1] >= other[2] and bool(_ENDS.search(text[words[other[2] - 1].end : words[place[1]].start]))


def _same(place, other):
    """Whether two places are of one part and overlap."""
    return place[0] == other[0] and place[1] < other[2] and other[1] < place[2]
