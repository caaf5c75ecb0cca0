"""Framing: the same fact in each outlet's words, and who is silent."""

from newslab.framing.contrast import contrasts
from newslab.framing.accounts import wording
from newslab.framing.silence import coverage

__all__ = ["contrasts", "coverage", "wording"]
