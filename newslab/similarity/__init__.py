"""How alike are the articles? Three measures (topic, same event, copied text), explained."""

from newslab.similarity.events import group_events, largest_event
from newslab.similarity.explain import explain_pair
from newslab.similarity.nearest import explain_nearest
from newslab.similarity.pairs import pairwise_similarity
from newslab.similarity.vectorizer import NewsVectorizer

__all__ = ["NewsVectorizer", "explain_nearest", "explain_pair", "group_events", "largest_event", "pairwise_similarity"]
