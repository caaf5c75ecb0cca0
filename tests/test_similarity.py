"""Topic, event and copied text: what holds for any articles, and for the five of the seeds."""

import warnings

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sklearn.base import clone
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline
from sklearn.utils.estimator_checks import check_estimator

import newslab as nl
from newslab.similarity import NewsVectorizer, events, pairs
from newslab.similarity.near_in_time import relatives_in_time
from newslab.similarity.terms import read_words
from newslab.similarity.vectors import nearest_by_topic, topic_scores, vectors_of
from newslab.text import WORD, document_frequencies

STORM = "A storm flooded the harbour of Lindport on Monday. Mayor Ada Quill said 40 homes were lost."
BANK = "Shares in Norvik Bank fell on Friday. The central bank said rates would rise again next spring."
MEASURES = ["topic", "event", "copied"]


def make(*texts, **columns):
    ids = [f"a{i:03d}" for i in range(len(texts))]
    return nl.load_articles(pd.DataFrame({"article_id": ids, "text": list(texts), **columns}))


@pytest.fixture(scope="module")
def seed_articles():
    return nl.clean_articles(nl.load_articles("seeds", sources="seeds/sources.csv"))


sentence = st.lists(
    st.sampled_from("storm harbour mayor Quill bank rate Lindport 40 the of Monday zzxq été".split()), max_size=12
).map(" ".join)
texts = st.lists(sentence, min_size=2, max_size=4)


@given(texts)
@settings(max_examples=12, deadline=None)
def test_terms_sum_to_the_score_of_every_measure(found):
    articles = make(*found)
    for row in nl.pairwise_similarity(articles).itertuples():
        for measure in MEASURES:
            terms = nl.explain_pair(articles, row.source, row.target, measure=measure)
            assert terms["contribution"].sum() == pytest.approx(getattr(row, measure), abs=1e-9)


@given(texts, st.randoms())
@settings(max_examples=8, deadline=None)
def test_order_of_the_articles_does_not_matter(found, random):
    articles = make(*found)
    order = list(range(len(articles)))
    random.shuffle(order)
    for function in (nl.pairwise_similarity, nl.group_events):
        pd.testing.assert_frame_equal(function(articles), function(articles.iloc[order]))


@given(texts)
@settings(max_examples=8, deadline=None)
def test_a_copy_is_as_like_the_original_as_can_be(found):
    articles = make(*found, found[0])
    if articles["status"].iloc[0] == "ok":
        scores = nl.pairwise_similarity(articles).set_index(["source", "target"])
        copy = scores.loc[("a000", articles["article_id"].iloc[-1])]
        assert copy[MEASURES].tolist() == pytest.approx([1, 1, 1])


def test_seeds_are_three_events_with_and_without_what_is_known_of_them(seed_articles):
    assert nl.group_events(seed_articles)["event"].tolist() == [1, 1, 2, 2, 3]
    bare = seed_articles.assign(published=pd.NaT)
    # The story id of the fifth tells its date; the others name a weekday and a month at most.
    bare["published"] = bare["published"].astype("datetime64[s]")
    bare.loc[4, "published"] = pd.Timestamp("2025-10-25")
    assert nl.group_events(bare)["event"].tolist() == [1, 1, 2, 2, 3]


def test_a_topic_is_not_an_event(seed_articles):
    scores = nl.pairwise_similarity(seed_articles).set_index(["source", "target"])
    ids = seed_articles["article_id"]
    # RT and AzerNews write of the same men eight years apart: one topic, but hardly one event.
    apart, together = scores.loc[(ids[0], ids[4])], scores.loc[(ids[2], ids[3])]
    assert apart["topic"] > 0.5
    assert apart["event"] < together["event"] / 2


def test_articles_published_far_apart_are_not_one_event():
    dates = ["2020-03-02", "2020-03-03", "2020-03-20"]
    articles = make(STORM, STORM, STORM, published=pd.to_datetime(dates))
    articles["published"] = pd.to_datetime(dates).astype("datetime64[s]")
    assert nl.group_events(articles)["event"].tolist() == [1, 1, 2]


def test_score_of_one_event_falls_with_the_days_between():
    days = pd.to_datetime(["2020-03-02", "2020-03-04", "2020-03-08", "2020-03-20"]).astype("datetime64[s]")
    articles = make(STORM, STORM, STORM, STORM)
    undated = nl.pairwise_similarity(articles)["event"]
    assert undated.tolist() == pytest.approx([1] * 6)
    articles["published"] = days
    found = nl.pairwise_similarity(articles)
    scores = found[found["source"] == "a000"]["event"].tolist()
    assert scores == pytest.approx([1, 4 / 7, 0])
    assert nl.explain_pair(articles, "a000", "a003", measure="event").empty


def test_other_weekdays_and_months_speak_against_one_event():
    texts = [STORM, STORM.replace("Monday", "Friday"), STORM.replace("on Monday", "on 3 May"), "A storm on 4 June."]
    times = vectors_of(make(*texts, "It may rain. He will march.")).times
    rows = np.zeros(5, dtype=int)
    assert times.agreement(rows, np.arange(5)).round(2).tolist() == [1, 0.88, 1, 1, 1]
    assert times.agreement(rows + 2, np.arange(5)).round(2).tolist() == [1, 1, 1, 0.88, 1]


RAID = [
    "Police in Lindport arrested two robbers after a raid on a jeweller's shop in Vane Street, said Ada Quill. The shop "
    "lost forty rings and a clock, and nobody was hurt.",
    "Two men who robbed a jeweller in Vane Street are in custody. Chief Ada Quill of the Lindport police praised her "
    "officers. Forty rings are still missing.",
    "Ada Quill, who leads the police of Lindport, told reporters that both robbers of the Vane Street jeweller had been "
    "caught on the ferry with a bag of rings.",
]
OTHER_RAID = (
    "Police in Norvik arrested three robbers after a raid on a jeweller's shop in Mill Lane, said Tom Brandt. The shop "
    "lost a clock, and nobody was hurt."
)


def test_article_far_less_alike_than_the_others_are_is_not_joined_to_them_unless_published_with_them():
    articles = make(*RAID, OTHER_RAID)
    assert nl.group_events(articles)["event"].tolist() == [1, 1, 1, 2]
    for days, events_found in ((3, [1, 1, 1, 2]), (2, [1, 1, 1, 1])):
        dates = [pd.Timestamp("2021-05-03")] * 3 + [pd.Timestamp("2021-05-03") + pd.Timedelta(days=days)]
        dated = articles.assign(published=pd.to_datetime(dates).astype("datetime64[s]"))
        assert nl.group_events(dated)["event"].tolist() == events_found


def test_events_are_numbered_in_the_order_of_numbered_articles():
    texts = [STORM, *[BANK] * 8, "The choir sang in the old chapel."]
    articles = make(*texts).assign(article_id=[f"row-{i}" for i in range(1, 11)])
    found = nl.group_events(articles).set_index("article_id")["event"]
    assert found[["row-1", "row-2", "row-10"]].tolist() == [1, 2, 3]


def test_copy_of_one_of_two_articles_does_not_part_them():
    two = make(RAID[0], OTHER_RAID)
    assert nl.group_events(two)["event"].tolist() == [1, 1]
    with_copy = make(RAID[0], OTHER_RAID, RAID[0] + " More follows.")
    assert nl.pairwise_similarity(with_copy)["event"].min() < 0.5
    assert nl.group_events(with_copy)["event"].tolist() == [1, 1, 1]


def test_relatives_of_many_articles_are_found_by_days_and_rare_words():
    chance = np.random.default_rng(5)
    texts, dates = [], []
    for number in range(400):
        day = pd.Timestamp("2021-01-01") + pd.Timedelta(days=number)
        filler = [" ".join(chance.choice(list("abcdefgh"), 5)) for _ in range(2)]
        texts += [
            f"Fire at Mill{number}x in Town{number}x. {' '.join(f'Word{w} ' + f for w, f in enumerate(filler))}"
        ] * 2
        dates += [day, day + pd.Timedelta(days=2)]
    articles = make(*texts)
    articles["published"] = pd.to_datetime(dates).astype("datetime64[s]")
    source, target = relatives_in_time(vectors_of(articles))
    partner = np.arange(800) ^ 1
    assert {*zip(range(800), partner.tolist(), strict=True)} <= {*zip(source.tolist(), target.tolist(), strict=True)}
    assert np.abs(source - target).max() <= 2 * 12 + 1
    articles.loc[1::2, "published"] = pd.NaT
    assert {*zip(range(800), partner.tolist(), strict=True)} <= {
        *zip(*(side.tolist() for side in relatives_in_time(vectors_of(articles))), strict=True)
    }


def test_events_of_many_articles_are_those_of_few(monkeypatch):
    texts = [
        text.replace("Lindport", f"Town{i}x").replace("Quill", f"Mayor{i}x") for i in range(12) for text in [STORM] * 3
    ]
    few = nl.group_events(make(*texts))
    monkeypatch.setattr(events, "_AT_ONCE", 10)
    assert nl.group_events(make(*texts))["event"].tolist() == few["event"].tolist()


def test_an_event_of_more_articles_than_are_compared_at_once_stays_whole(monkeypatch):
    monkeypatch.setattr(events, "_AT_ONCE", 10)
    texts = [STORM if i % 2 else BANK for i in range(26)] + ["A river burst its banks near Orrin."]
    assert nl.group_events(make(*texts))["event"].tolist() == [1, 2] * 13 + [3]


def test_the_nearest_of_one_event_and_the_most_alike_of_two_are_explained():
    articles = make(STORM, STORM.replace("40 homes were lost", "the sea wall broke"), BANK, outlet=["RT", "BBC", "CNN"])
    pairs, grouped = nl.pairwise_similarity(articles), nl.group_events(articles)
    found = nl.explain_nearest(articles, pairs, grouped, top=50)
    scores = pairs.set_index(["source", "target"])
    assert found.loc[found["measure"] == "event", "pair"].unique().tolist() == ["RT and BBC"]
    assert found.groupby("measure")["contribution"].sum().to_dict() == pytest.approx(
        {"event": scores.loc[("a000", "a001"), "event"], "topic": scores["topic"].drop(("a000", "a001")).max()}
    )
    assert found.groupby("measure")["share"].sum().tolist() == pytest.approx([1, 1])
    few = nl.explain_nearest(articles, pairs, grouped, top=1)
    assert few["term"].tolist()[1::2] == ["all others"] * 2
    assert few.groupby("measure")["share"].sum().tolist() == pytest.approx([1, 1])
    alone = nl.explain_nearest(articles.head(1), pairs.head(0), grouped.head(1))
    assert alone.dtypes.equals(found.dtypes)


def test_terms_are_words_that_both_articles_print_without_forms_of_address():
    articles = make(
        "Mr. Quill bought ferries. Ferries sail from Lindport, and fishermen cheered in the harbour.",
        "The ferry that Mr. Quill bought sails from Lindport. Anglers wept at the harbour wall.",
    )
    found = nl.explain_nearest(articles, nl.pairwise_similarity(articles), nl.group_events(articles), top=50)
    terms = set(found["term"]) - {"all others"}
    assert terms == {"bought", "ferries", "harbour", "lindport", "quill", "sail"}
    every = nl.explain_pair(articles, "a000", "a001", measure="event")
    assert "fishermen" in set(every["term"])


def test_nearest_of_very_many_articles_are_nearly_those_of_the_full_table(monkeypatch):
    chance = np.random.default_rng(4)
    _, counts = document_frequencies()
    common, rare = np.array(list(counts))[:300], np.array(list(counts))[300:6000]
    desks = [chance.choice(rare, 30) for _ in range(60)]
    texts = [" ".join([*chance.choice(desk, 25), *chance.choice(common, 40)]) for desk in desks for _ in range(12)]
    vectors = vectors_of(make(*texts))
    exact = nearest_by_topic(vectors, 10)
    monkeypatch.setattr("newslab.similarity.vectors.EXACT", 10)
    found = nearest_by_topic(vectors, 10)
    assert (
        np.mean([len({*one} & {*other}) / 10 for one, other in zip(exact.tolist(), found.tolist(), strict=True)]) > 0.99
    )


def test_very_many_articles_warn_that_the_nearest_are_searched(monkeypatch):
    monkeypatch.setattr(pairs, "EXACT", 5)
    with pytest.warns(UserWarning, match="nearest of 6 articles are looked for"):
        nl.pairwise_similarity(make(*(f"{STORM} {i}" for i in range(6))), top=2)


@given(st.lists(st.text(alphabet="aB1’'-. \n\u00a0\u2028\x1cé&,\ud800", max_size=20), max_size=5))
@settings(max_examples=60, deadline=None)
def test_words_of_many_texts_are_those_of_each(found):
    words = read_words(found)
    ends = words.ends.tolist()
    for text, start, end in zip(found, ends[:-1], ends[1:], strict=True):
        printed = WORD.findall(text)
        assert [words.vocabulary[i] for i in words.number[start:end]] == [w.lower().replace("’", "'") for w in printed]
        assert words.capital[start:end].tolist() == [word[0].isupper() for word in printed]


def test_unrelated_articles_move_no_score():
    few = make(STORM, STORM.replace("40 homes were lost", "the sea wall broke"), BANK)
    chance = np.random.default_rng(0)
    noise = [" ".join(chance.choice(["qua", "zor", "ple", "vim", "tob"], 30)) + f" x{i}" for i in range(60)]
    many = make(*few["text"], *noise)
    before = nl.pairwise_similarity(few).set_index(["source", "target"])
    after = nl.pairwise_similarity(many).set_index(["source", "target"]).loc[before.index]
    assert np.abs(after[MEASURES] - before[MEASURES]).to_numpy().max() < 1e-9


def test_nearest_are_those_of_the_full_table():
    chance = np.random.default_rng(3)
    words = "storm bank vote school police train tax river court fire team film drug oil ship".split()
    articles = make(*(" ".join(chance.choice(words, 25)) for _ in range(60)))
    vectors = vectors_of(articles)
    source, target = np.divmod(np.arange(3600), 60)
    full = topic_scores(vectors, source, target).reshape(60, 60)
    np.fill_diagonal(full, -9)
    nearest = nearest_by_topic(vectors, 7)
    chosen = np.take_along_axis(full, nearest, axis=1)
    assert np.allclose(chosen, -np.sort(-full, axis=1)[:, :7], atol=1e-5)
    assert len(nl.pairwise_similarity(articles, top=3)) < 60 * 59 / 2


def test_many_articles_warn_and_keep_the_nearest(monkeypatch):
    monkeypatch.setattr(pairs, "_ALL_PAIRS", 20)
    articles = make(*(f"{STORM} {i}" for i in range(40)))
    with pytest.warns(UserWarning, match="780 pairs; kept are the 10 nearest"):
        assert len(nl.pairwise_similarity(articles)) < 780
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        nl.pairwise_similarity(articles, top=5)


@pytest.mark.parametrize(
    "found", [[], [STORM], [STORM, ""], ["the of and", "the of and", STORM], ["...", "!?"], ['"' * 200_000, STORM]]
)
def test_odd_articles_give_the_same_columns(found):
    articles = make(*found) if found else make(STORM).head(0)
    scores, events = nl.pairwise_similarity(articles), nl.group_events(articles)
    readable = int((articles["status"] == "ok").sum())
    assert len(scores) == readable * (readable - 1) // 2
    assert len(events) == readable
    plain = make(STORM, BANK)
    assert scores.dtypes.equals(nl.pairwise_similarity(plain).dtypes)
    assert events.dtypes.equals(nl.group_events(plain).dtypes)


def test_explaining_an_article_that_is_not_there_says_which():
    with pytest.raises(ValueError, match="nobody"):
        nl.explain_pair(make(STORM, BANK), "a000", "nobody")
    with pytest.raises(ValueError, match='"topic", "event" or "copied"'):
        nl.explain_pair(make(STORM, BANK), "a000", "a001", measure="style")


def test_copied_is_the_share_of_the_shorter_text():
    articles = make(STORM, f"{BANK} {STORM} {BANK}", BANK)
    copied = nl.pairwise_similarity(articles)["copied"].tolist()
    assert copied == pytest.approx([1, 0, 1])


def test_vectorizer_is_an_estimator_like_any_other():
    for measure in ("topic", "event"):
        with warnings.catch_warnings():
            # The checks that feed numbers say that they pass over an estimator of texts.
            warnings.simplefilter("ignore")
            check_estimator(NewsVectorizer(measure))
        vectorizer = clone(NewsVectorizer(measure=measure)).fit([STORM, BANK])
        matrix = vectorizer.transform([STORM, "xyzzy", ""])
        assert matrix.shape == (3, len(vectorizer.get_feature_names_out()))
        assert np.sqrt(matrix.multiply(matrix).sum(axis=1)).round(9).tolist()[0] in (1.0, [1.0])
        assert (vectorizer.fit_transform([STORM, BANK]) != vectorizer.transform([STORM, BANK])).nnz == 0
    model = make_pipeline(NewsVectorizer(), LogisticRegression()).fit([STORM, BANK], [0, 1])
    assert model.predict([STORM, BANK]).tolist() == [0, 1]
    with pytest.raises(ValueError, match="not one text"):
        NewsVectorizer().fit("one text")


def test_vectorizer_gives_the_topic_score():
    matrix = NewsVectorizer().fit_transform([STORM, BANK])
    assert (matrix @ matrix.T)[0, 1] == pytest.approx(nl.pairwise_similarity(make(STORM, BANK))["topic"][0])
