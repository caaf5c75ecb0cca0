"""Files of any format become the table of articles: the decoded text as it arrived, and whether it could be read."""

from newslab.corpus.load import load_articles

__all__ = ["load_articles"]
