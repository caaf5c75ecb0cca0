"""Whole sentences that stand in one quotation and that another article prints the other way round."""

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
    """Where a quotation has sentences that another article prints the other way round: rows of `quote_edits`.

    The kind is "joined" where the other prints them as two utterances, else "order". In which order an article prints
    what stands apart in it is its own choice: only one quotation that holds both sentences shows a change. Parts of
    sentences are passed over, as are words that the other article prints in both places.
    """
    carried = matches[["group", "quote_id"]].merge(quotes, on="quote_id")
    carried = carried.sort_values(["article_id", "start", "quote_id"], kind="stable")
    of_group = defaultdict(list)
    for row in carried.itertuples(index=False):
        if _BEGINS.match(row.text) and len(quoted_words(row.text)) >= _SENTENCE:
            of_group[row.group].append(row)
    found = []
    for _, rows in sorted(of_group.items()):
        several = Counter(row.article_id for row in rows[:_CROWD])
        for target in rows[:_CROWD]:
            placed = defaultdict(list)
            for row in rows[:_CROWD]:
                if row.article_id != target.article_id and several[row.article_id] > 1 and (span := _span(target, row)):
                    placed[row.article_id].append((row, span))
            for _, pieces in sorted(placed.items()):
                found += _turned(target, pieces)
    return found


def _utterance(row):
    return row.utterance if isinstance(row.utterance, str) else row.quote_id


def _span(target, row):
    """Where in a quotation the words of another article's stand: (first word, one behind)."""
    keys, others = ([word.key for word in quoted_words(one.text)] for one in (target, row))
    if LCSseq.similarity(keys, others) < _HELD * min(len(keys), len(others)):
        return None
    return Alignment(target.text, row.text).place


def _turned(target, pieces):
    """Rows for two quotations of one article (in order, each with its place) that a quotation has in another order."""
    for (number, (first, place)), (_, (second, other)) in pairwise(enumerate(pieces)):
        again = any(_overlap(place, span) for _, span in pieces[number + 2 :]) or any(
            _overlap(other, span) for _, span in pieces[:number]
        )
        if again or not _behind(target.text, place, other):
            continue
        apart = _utterance(first) != _utterance(second)
        # What both have in one utterance would be told of each.
        if apart or first.article_id < target.article_id:
            yield {
                "group": target.group,
                "source": first.quote_id,
                "target": target.quote_id,
                "source_text": f"{first.text} / {second.text}",
                "target_text": target.text,
                "kind": "joined" if apart else "order",
            }


def _behind(text, place, other):
    """Whether one place in a quotation is behind another, and in another sentence."""
    words = quoted_words(text)
    return place[0] >= other[1] and bool(_ENDS.search(text[words[other[1] - 1].end : words[place[0]].start]))


def _overlap(place, other):
    return place[0] < other[1] and other[0] < place[1]
