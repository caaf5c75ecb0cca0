"""The cleaning room: which characters of a raw file are the article, and why the others are not.

`clean_articles` narrows `kept` to the paragraphs of the story and fills what the page says of itself; `spans` lists
every character of every file as kept or removed, with the rule that decided. `drop_recurring_lines` is the only step
that compares articles.
"""

from newslab.cleaning.articles import clean_articles
from newslab.cleaning.dates import date_candidates
from newslab.cleaning.label_counts import count_labels
from newslab.cleaning.raw_spans import spans
from newslab.cleaning.recurring import drop_recurring_lines

__all__ = ["clean_articles", "count_labels", "date_candidates", "drop_recurring_lines", "spans"]
