"""Pictures: a table in, an Axes out, one for each finding.

Every function takes `ax` to draw into axes of your own. Long tables are shortened, and the picture says so. A picture
is as wide as a page (8 inches) and grows in height. `newslab.show` puts it into a notebook with its figures in words.
"""

from newslab.plot.grids import plot_carriage, plot_coverage
from newslab.plot.passages import plot_passages
from newslab.plot.similarity import plot_events, plot_similarity
from newslab.plot.speakers import plot_speakers
from newslab.plot.terms import plot_terms
from newslab.plot.wording import plot_wording

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
