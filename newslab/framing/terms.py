"""Distinctive words: what a group of articles says more often than the rest, and when there is too little to say so."""

import re
from collections import Counter
from hashlib import blake2b

import numpy as np
import pandas as pd
from scipy import sparse

from newslab.framing.keyness import log_ratio, weigh
from newslab.tables import COLUMNS, STRING
from newslab.text import STOP_WORDS, WORD, american

# Beyond the function words: numbers in words, forms of address, and verbs that report or merely carry a sentence.
COMMON_WORDS = STOP_WORDS | frozenset(
    """two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty hundred thousand million
    billion first second third last next mr mrs ms dr sir said say says saying told tell tells asked ask added get gets
    got getting go goes going gone went come comes came coming make makes made making take takes took taken taking put
    see seen saw give gives gave given keep kept let show shown seem seems seemed become became want wanted like well
    back around almost else enough rather quite perhaps maybe however meanwhile moreover indeed otherwise else less
    least several part whole including according thing things way ways lot something somehow sometimes together though
    away else ago later earlier
    """.split()
)
_SENTENCE_BREAK = re.compile(r"(?<=[.!?…])[\"')\]»]*\s+|\n+")
# Fewer words than this may agree by chance ("He declined to comment.").
_COPIED_WORDS = 6
_STRAIGHT = str.maketrans("“”„‟‘’‚‛", "\"\"\"\"''''")
# Bounded, so that a page full of stray marks costs no more than any other.
_SPEECH = re.compile(r"[“„«][^“”„«»\n]*(?:[”»]|$)|\"[^\"\n]*(?:\"|$)|(?<![\w'’])['‘](?=\w)(?:[^'‘’\n]|['’](?=\w)){1,600}+['’](?!\w)", re.M)


def counting_form(word):
    """The form under which a lower-case word is counted: no possessive, one spelling for British and American."""
    return american(word.removesuffix("'s").removesuffix("'"))
