"""Text reuse: the passages two articles share, articles that are copies of one another, text printed twice."""

from newslab.reuse.copies import near_copies
from newslab.reuse.passages import shared_passages
from newslab.reuse.repeats import self_repeats

__all__ = ["near_copies", "self_repeats", "shared_passages"]
