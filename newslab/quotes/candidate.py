"""What could govern a quotation."""

from dataclasses import dataclass

# Cues by which somebody says or judges something.
SAYING = ("speech", "stance", "participle")


@dataclass(slots=True)
class Candidate:
    """A cue (or a subject without one) in some sentence, why it may govern the quotation, and its features."""

    rule: str
    sentence: int
    cue: object
    source: object
    features: list
    margin: float = 0.0
    disputed: bool = False
