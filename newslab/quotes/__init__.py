"""Quotes: who said what, in which words, who carried it, and how it was altered.

`extract_quotes` finds the quoted words of each article, tells speech from titles and scare quotes, and names the
speaker where the text does; `match_quotes` and `quote_edits` follow an utterance from outlet to outlet.
"""

from newslab.quotes.carriage import quote_carriage
from newslab.quotes.counts import count_speakers
from newslab.quotes.edits import quote_edits
from newslab.quotes.extract import extract_quotes
from newslab.quotes.match import match_quotes

__all__ = ["count_speakers", "extract_quotes", "match_quotes", "quote_carriage", "quote_edits"]
