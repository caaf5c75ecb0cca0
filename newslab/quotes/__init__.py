"""Quotes: who said what, in which words, and who carried it.

`extract_quotes` finds the quoted words of each article, tells speech from titles and scare quotes, and names the
speaker where the text does.
"""

from newslab.quotes.extract import extract_quotes

__all__ = ["extract_quotes"]
