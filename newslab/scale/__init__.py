"""A hundred thousand articles and more: Parquet folder in, Parquet folder out, in parts that are never half done."""

from newslab.scale.copies import near_copies
from newslab.scale.events import group_events
from newslab.scale.ingest import load
from newslab.scale.steps import run
from newslab.scale.workers import Unfinished

__all__ = ["Unfinished", "group_events", "load", "near_copies", "run"]
