"""Text reuse: the passages two articles share, articles that are copies of one another, text printed twice."""

from newslab.reuse.copies import near_copies

__all__ = ["near_copies"]
