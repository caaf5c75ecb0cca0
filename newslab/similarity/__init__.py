"""How alike are the articles? Three measures (topic, same event, copied text), explained."""

import importlib

from newslab.similarity.events import group_events, largest_event
from newslab.similarity.explain import explain_pair
from newslab.similarity.nearest import explain_nearest
from newslab.similarity.pairs import pairwise_similarity

__all__ = ["NewsVectorizer", "explain_nearest", "explain_pair", "group_events", "largest_event", "pairwise_similarity"]


def __getattr__(name):
    # Looked up when first used: only a pipeline of one's own has a use for scikit-learn, which takes a second to load.
    if name != "NewsVectorizer":
        raise AttributeError(f"newslab.similarity has no {name!r}; it has {', '.join(__all__)}")
    return importlib.import_module("newslab.similarity.vectorizer").NewsVectorizer
