"""Sentences and words of the kept text, and the way from each of them back to the raw file."""

from newslab.text.body import LINE_BREAK, Body, bodies, paragraph_spans
from newslab.text.frequencies import document_frequencies
from newslab.text.quotation_marks import find_quoted
from newslab.text.segmentation import paragraphs, split_sentences
from newslab.text.spelling import american, stem
from newslab.text.tokenization import STOP_WORDS, WORD, count_words, distinct_pieces, words
from newslab.text.units import sentences, tokens

__all__ = [
    "Body",
    "LINE_BREAK",
    "STOP_WORDS",
    "WORD",
    "american",
    "bodies",
    "count_words",
    "distinct_pieces",
    "document_frequencies",
    "find_quoted",
    "paragraph_spans",
    "paragraphs",
    "sentences",
    "split_sentences",
    "stem",
    "tokens",
    "words",
]
