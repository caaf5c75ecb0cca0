"""The 95 % interval of the topic score: whether it covers what it says it covers."""

import numpy as np
import pandas as pd
import pytest

import newslab as nl

SYLLABLES = [a + b for a in "bdfgklmnprst" for b in ("a", "e", "i", "o", "u")]
KNOWN = "river storm bank court vote police school hospital train harbour tax minister union drought bridge".split()


def made_words(chance, count):
    return ["".join(chance.choice(SYLLABLES, 3)) for _ in range(count)]


class Desk:
    """An outlet that covers a story: each of its sentences takes words from the story's and from its own."""

    def __init__(self, story, own):
        self.words = np.array(story + own)
        self.odds = 1 / (1 + np.arange(len(self.words)) % max(len(story), len(own)))
        self.odds /= self.odds.sum()

    def article(self, chance, sentences):
        return " ".join(
            " ".join(chance.choice(self.words, 12, p=self.odds)).capitalize() + "." for _ in range(sentences)
        )


def two_desks(chance):
    story = made_words(chance, 20) + list(KNOWN)
    return Desk(story, made_words(chance, 40)), Desk(story, made_words(chance, 40))


def compare(desks, chance, sentences, pairs):
    """The topic scores and intervals of `pairs` pairs of articles, one from each desk."""
    rows = []
    for _ in range(pairs):
        texts = [desk.article(chance, sentences) for desk in desks]
        articles = nl.load_articles(pd.DataFrame({"article_id": ["a", "b"], "text": texts}))
        rows.append(nl.pairwise_similarity(articles).iloc[0])
    return pd.DataFrame(rows)


@pytest.mark.parametrize("sentences", [6, 12, 25])
def test_interval_covers_the_score_of_the_two_desks_in_93_of_100_drawings(sentences):
    chance = np.random.default_rng(sentences)
    found = compare(two_desks(chance), chance, sentences, 60)
    # What the score of the two desks is at this length: its mean over many articles of theirs.
    true = found["topic"].astype(float).mean()
    covered = ((found["low"] <= true) & (true <= found["high"])).mean()
    assert covered >= 0.93
    # An interval from 0 to 1 would cover everything and say nothing.
    assert (found["high"] - found["low"]).median() < 0.5


def test_interval_narrows_with_length():
    chance = np.random.default_rng(1)
    desks = two_desks(chance)
    width = [(found["high"] - found["low"]).mean() for found in (compare(desks, chance, n, 5) for n in (5, 40))]
    assert width[1] < width[0] / 2


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
