"""A value of the metadata and what shows it."""

from typing import NamedTuple


class Field(NamedTuple):
    """A value, how it was found, and the characters of the raw text that show it (-1: only the source does)."""

    value: object
    rule: str
    start: int = -1
    end: int = -1
