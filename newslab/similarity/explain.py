"""The terms behind the score of one pair."""

from typing import Literal

import numpy as np
import pandas as pd

from newslab.similarity.copied import run_ends, run_starts
from newslab.similarity.event_vectors import event_vectors, nearest_pairs
from newslab.similarity.vectors import RELATIVES, nearest_by_topic, topic_share, vectors_of
from newslab.tables import COLUMNS, READABLE, expect, table
from newslab.text import stem

_MEASURES = ("topic", "event", "copied")


def explain_pair(
    articles: pd.DataFrame,
    source: str,
    target: str,
    *,
    measure: Literal["topic", "event", "copied"] = "topic",
    word_vectors: bool = False,
) -> pd.DataFrame:
    """List the terms behind the score of one pair; their contributions sum to it.

    articles : table from `load_articles` or `clean_articles`; all of them, since `event` depends on neighbours.
    source, target : article_id of the two articles.
    measure, word_vectors : "topic", "event" or "copied", and whether with word vectors, as in `pairwise_similarity`.

    Returns a table with columns term (a word, with all that have its stem; for "copied" a run of words), source_weight,
    target_weight (the term's weight in either vector), contribution; the largest contribution first. For "topic" a term
    of one article alone may contribute through the words it goes with in news, also below zero. For "event" it may
    come from the nearest articles that tell of the same event, even if neither of the two prints it, and counts less,
    down to nothing, if the times of the two do not agree (`explain_nearest` lists what both print). Raises ValueError
    for an article that is not there or cannot be read, for another measure and, like TypeError, for another table.

    >>> import newslab as nl
    >>> articles = nl.clean_articles(nl.load_articles("seeds"))
    >>> ids = articles["article_id"]
    >>> nl.explain_pair(articles, ids[0], ids[1], measure="event")["term"].head(3).tolist()
    ['g20', 'kislyak', 'flynn']
    """
    expect(articles, "articles", [*READABLE, "published", "outlet"])
    if measure not in _MEASURES:
        raise ValueError(f'measure is "topic", "event" or "copied", not {measure!r}')
    vectors = vectors_of(articles, word_vectors)
    for article_id in (source, target):
        if article_id not in vectors.ids:
            raise ValueError(_no_article(article_id, vectors.ids, articles))
    return explained(vectors, source, target, measure).drop(columns="both")


def explained(vectors, source, target, measure):
    """The table of `explain_pair`, with a column that says whether both articles print the term."""
    first, second = vectors.ids.index(source), vectors.ids.index(target)
    if measure == "copied":
        terms, *numbers = _explain_copied(vectors, first, second)
        both = np.ones(len(terms), dtype=bool)
    else:
        explain = _explain_topic if measure == "topic" else _explain_event
        terms, both = _printed(vectors, first, second)
        numbers = explain(vectors, first, second)
    frame = table("explanation", dict(zip(COLUMNS["explanation"], (terms, *numbers), strict=True)))
    frame = frame.assign(both=both)[frame["contribution"] != 0]
    return frame.sort_values(["contribution", "term"], ascending=[False, True], ignore_index=True)


def _printed(vectors, source, target):
    """The commonest word of each stem in the two articles, or else in all; and whether both have the stem."""
    read = vectors.read
    text = np.repeat(np.arange(len(vectors.ids)), np.diff(read.ends))
    every, *each = (
        np.bincount(read.number[where], minlength=len(read.vocabulary)).tolist()
        for where in (text >= 0, text == source, text == target)
    )
    words, in_source, in_target = {}, set(), set()
    counts = zip(read.vocabulary, *each, every, strict=True)
    for word, first, second, _ in sorted(counts, key=lambda row: (-row[1] - row[2], -row[3], row[0])):
        root = stem(word)
        words.setdefault(root, word)
        if first:
            in_source.add(root)
        if second:
            in_target.add(root)
    both = np.array([term in in_source and term in in_target for term in vectors.vocabulary], dtype=bool)
    return [words[term] for term in vectors.vocabulary], both


def _no_article(article_id, ids, articles):
    """What to say if an article is not there: an outlet is easily given in place of the id."""
    own = articles.loc[articles["outlet"].eq(article_id).fillna(False), "article_id"].tolist()
    if own:
        return f"{article_id!r} is an outlet; give an article_id, such as {own[0]!r}"
    return f"no readable article {article_id!r}; there are {', '.join(ids[:10]) or 'none'}"


def _explain_event(vectors, source, target):
    event = event_vectors(vectors, *nearest_pairs(nearest_by_topic(vectors, RELATIVES)))
    first, second = event[source].toarray()[0], event[target].toarray()[0]
    agreement = vectors.times.agreement(np.array([source]), np.array([target]))
    return first, second, first * second * agreement


def _explain_topic(vectors, source, target):
    words = vectors.words[[source, target]].toarray()
    found = words[0] * words[1]
    # How far each stem reaches towards the other article in topics or word vectors, taken from both sides and halved.
    for topics in vectors.weights.topics:
        places = words @ topics
        length = np.linalg.norm(places, axis=1)
        reach = topics @ (places / np.where(length > 0, length, 1)[:, None])[::-1].T
        found = found + (words.T * reach / np.where(length > 0, length, 1)).sum(axis=1) / 2
    return words[0], words[1], found * topic_share(vectors, np.array([source]), np.array([target]))


def _explain_copied(vectors, source, target):
    runs = []
    start, text = run_starts(vectors.read)
    end = run_ends(vectors.read, start, text)
    for row in (source, target):
        places = zip(start[text == row], end[text == row], strict=True)
        runs.append({" ".join(vectors.read.vocabulary[i] for i in vectors.read.number[a:b]) for a, b in places})
    shared = sorted(runs[0] & runs[1])
    sizes = [max(1, len(found)) for found in runs]
    each = np.ones(len(shared))
    return shared, each / sizes[0], each / sizes[1], each / min(sizes)
