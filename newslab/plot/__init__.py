"""Pictures: a table in, an Axes out, one for each finding.

Every function takes `ax` to draw into axes of your own, and shortens long tables, saying so. A picture is as wide as a
page (8 inches) and grows in height. `newslab.show` puts it into a notebook with its figures in words.
"""

from newslab.plot.likeness import plot_events, plot_similarity
from newslab.plot.passages import plot_passages
from newslab.plot.quoted import plot_carriage, plot_speakers
from newslab.plot.words import plot_coverage, plot_terms, plot_wording

__all__ = [
    "plot_carriage",
    "plot_coverage",
    "plot_events",
    "plot_passages",
    "plot_similarity",
    "plot_speakers",
    "plot_terms",
    "plot_wording",
]
