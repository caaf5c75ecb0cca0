"""The 95 % interval of the topic score: whether it covers what it says it covers."""

import numpy as np
import pandas as pd
import pytest

import newslab as nl
from newslab.similarity.bootstrap import topic_intervals
from newslab.similarity.vectors import topic_scores, vectors_of
from newslab.text import document_frequencies


class Desk:
    """An outlet that covers a story: its sentences take words from the story's, from its own, and from all news."""

    def __init__(self, story, own, common):
        self.words = np.array([*story, *own, *common])
        self.odds = np.concatenate(
            [
                share / size / np.arange(1, size + 1) ** 0.7
                for share, size in ((2, len(story)), (1, len(own)), (2, len(common)))
            ]
        )
        self.odds /= self.odds.sum()

    def article(self, chance, sentences):
        return " ".join(
            " ".join(chance.choice(self.words, 14, p=self.odds)).capitalize() + "." for _ in range(sentences)
        )


def two_desks(chance):
    _, counts = document_frequencies()
    stems = np.array([stem for stem in counts if stem.isalpha()])
    common, rest = stems[:300], chance.permutation(stems[300:6000])
    return Desk(rest[:40], rest[40:120], common), Desk(rest[:40], rest[120:200], common)


def compare(desks, chance, sentences, pairs):
    """The topic scores and intervals of `pairs` pairs of articles, one from each desk."""
    texts = [desks[i % 2].article(chance, sentences) for i in range(2 * pairs)]
    ids = [f"{i:03d}" for i in range(2 * pairs)]
    vectors = vectors_of(nl.load_articles(pd.DataFrame({"article_id": ids, "text": texts})))
    # Of these pairs alone: all others would take a hundred times as long.
    source, target = np.arange(0, 2 * pairs, 2), np.arange(1, 2 * pairs, 2)
    low, high = topic_intervals(vectors, source, target)
    return pd.DataFrame({"topic": topic_scores(vectors, source, target), "low": low, "high": high})


def test_interval_covers_the_score_of_the_two_desks_in_93_of_100_drawings():
    covered = []
    for sentences in (6, 12, 25):
        chance = np.random.default_rng(sentences)
        found = compare(two_desks(chance), chance, sentences, 50)
        # What the score of the two desks is at this length: its mean over many articles of theirs.
        true = found["topic"].mean()
        covered += ((found["low"] <= true) & (true <= found["high"])).tolist()
        # An interval from 0 to 1 would cover everything and say nothing.
        assert (found["high"] - found["low"]).median() < 0.6
    assert np.mean(covered) >= 0.93


def test_interval_narrows_with_length():
    chance = np.random.default_rng(1)
    desks = two_desks(chance)
    width = [(found["high"] - found["low"]).mean() for found in (compare(desks, chance, n, 5) for n in (4, 40))]
    assert width[1] < 0.7 * width[0]


def test_interval_depends_on_its_two_articles_alone():
    chance = np.random.default_rng(2)
    desks = two_desks(chance)
    texts = [desks[i % 2].article(chance, 8) for i in range(6)]
    articles = nl.load_articles(pd.DataFrame({"article_id": list("abcdef"), "text": texts}))
    few, many = nl.pairwise_similarity(articles.head(2)).iloc[0], nl.pairwise_similarity(articles).iloc[0]
    assert few[["low", "high"]].tolist() == pytest.approx(many[["low", "high"]].tolist(), abs=1e-9)


def test_one_sentence_has_no_interval():
    texts = ["A storm closed the harbour.", "A storm closed the harbour. Ships waited outside until noon."]
    articles = nl.load_articles(pd.DataFrame({"article_id": ["a", "b"], "text": texts}))
    assert nl.pairwise_similarity(articles)[["low", "high"]].isna().all(axis=None)
