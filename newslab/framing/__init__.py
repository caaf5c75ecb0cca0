"""Framing: the same fact in each outlet's words, who is silent, and which words set a group of articles apart."""

from newslab.framing.compare import compare_wording
from newslab.framing.concordance import keyword_in_context
from newslab.framing.contrast_pairs import contrasts
from newslab.framing.coverage_table import coverage
from newslab.framing.devices import compare_devices, devices
from newslab.framing.terms import COMMON_WORDS, common_word, distinctive_terms, uses_needed
from newslab.framing.wording_table import wording

__all__ = [
    "COMMON_WORDS",
    "common_word",
    "compare_devices",
    "compare_wording",
    "contrasts",
    "coverage",
    "devices",
    "distinctive_terms",
    "keyword_in_context",
    "uses_needed",
    "wording",
]
