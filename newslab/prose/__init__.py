"""Sentences written from tables, so that the text of a notebook fits any folder it is run on.

Each function takes the tables of one finding and returns `Prose`: shown as Markdown in a notebook, and compared by
`pytest --nbval` like any other output. Text from an article is escaped. `heading` is the finding in one line, for the
section that shows the evidence.
"""

from newslab.prose.articles import describe_articles, describe_audit
from newslab.prose.contrasts import describe_contrasts
from newslab.prose.coverage import describe_coverage
from newslab.prose.events import describe_events
from newslab.prose.matches import describe_matches
from newslab.prose.pairs import describe_pairs
from newslab.prose.passages import describe_passages
from newslab.prose.speakers import describe_speakers
from newslab.prose.terms import describe_terms

__all__ = [
    "describe_articles",
    "describe_audit",
    "describe_contrasts",
    "describe_coverage",
    "describe_events",
    "describe_matches",
    "describe_pairs",
    "describe_passages",
    "describe_speakers",
    "describe_terms",
]
