"""The same utterance in several articles: whole or in part, cut, put in brackets, spelt or translated otherwise."""

import math
import re
from collections import Counter, defaultdict
from dataclasses import dataclass

from rapidfuzz.distance import LCSseq

from newslab.quotes.edits import edit_kinds, quoted_words
from newslab.tables import table
from newslab.text import STOP_WORDS

_SMALL = 0.15  # what a match of a function word is worth beside a word of content


def match_quotes(quotes):
    """Group the quotes that carry the same utterance, whole or in part.

    quotes : table from `extract_quotes`; quote_id, article_id and text are used, and speaker and kind where known.

    Returns a table with columns group (counted from 1), quote_id, similarity (share of the weight of the shorter
    quote's words that stand in the fullest quote of the group, 0 to 1), edit (how it differs from that fullest quote:
    "whole", "part", and the kinds that `quote_edits` lists, joined by commas). Quotes that no other article carries
    are left out.

    >>> import newslab as nl
    >>> quotes = nl.extract_quotes(nl.load_articles("seeds"))
    >>> nl.match_quotes(quotes).columns.tolist()
    ['group', 'quote_id', 'similarity', 'edit']
    """
    said = _utterances(quotes)
    edges = _edges(said)
    rows = []
    for number, members in enumerate(_groups(said, edges), start=1):
        fullest = max(members, key=lambda i: (len(said[i].keys), [-ord(c) for c in said[i].quote_id]))
        for i in members:
            rows.append(
                {
                    "group": number,
                    "quote_id": said[i].quote_id,
                    "similarity": round(1.0 if i == fullest else edges.get(_pair(i, fullest), 0.0), 3),
                    "edit": edit_kinds(said[fullest].text, said[i].text),
                }
            )
    return table("matches", rows)


@dataclass(frozen=True)
class _Said:
    quote_id: str
    article_id: str
    speaker: str
    text: str
    keys: tuple
    worth: tuple
