"""Facts: which sentences of several articles state one, with which clause, and under which name."""

import re

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import newslab as nl
from newslab.framing.alike import ENOUGH, Likeness, _longest_run
from newslab.framing.clauses import BREAK, clause
from newslab.framing.facts import telling_units
from newslab.framing.labels import _plain, _printed_alike, _says, _to_the_point
from newslab.framing.mentions import find_mentions
from newslab.framing.referents import resolve
from newslab.framing.statements import Sentence, read_sentences
from newslab.tables import SURE, table
from newslab.text import split_sentences

FILLER = " ".join(f"Nothing happened on the {what} street." for what in "quiet muddy narrow steep sunny".split() * 3)
OTHER = " ".join(f"A baker sold {what} buns." for what in "salty sweet stale warm tiny".split() * 3)


def worded(*texts):
    frame = pd.DataFrame({"article_id": list("abc")[: len(texts)], "text": texts})
    frame["text"] += [f" {filler}" for filler in (FILLER, OTHER, "")[: len(texts)]]
    return nl.wording(nl.load_articles(frame), events=frame[["article_id"]].assign(event=1))


def facts(*texts):
    """The facts as (label, clauses)."""
    rows = worded(*texts)
    found = rows[rows["rule"] == "fact"].groupby("referent", sort=False)
    return [(own["label"].iloc[0], own["text"].tolist()) for _, own in found]


def read(*texts):
    named = dict(zip("abc", texts, strict=False))
    mentions = [mention for key, text in named.items() for mention in find_mentions(key, text)]
    spans = {key: split_sentences(text) for key, text in named.items()}
    return read_sentences(mentions, resolve(mentions), named, spans)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from("dam leak Berg mill burn said Oslo 40 red the of not".split()), min_size=2, max_size=9))
def test_likeness_is_a_chance_and_the_same_both_ways(found):
    sentences = read(f"The {' '.join(found)} broke.", "The dam of Berg broke at night.")
    likeness = Likeness(telling_units(sentences))
    for one in sentences:
        for other in sentences:
            assert 0 <= likeness(one, other) <= 1
            assert likeness(one, other) == likeness(other, one)


def test_the_nearer_the_words_the_surer():
    texts = ("Divers sealed the leaking dam at dawn.", "Divers sealed the leaking dam.", "A dam was on show at dawn.")
    one, near, far = read(*texts)
    likeness = Likeness(telling_units([one, near, far]))
    assert likeness(one, near) > ENOUGH > likeness(one, far)


@given(st.text("abc", max_size=8), st.text("abc", max_size=8))
def test_the_longest_run_stands_in_both_and_none_is_longer(one, other):
    size = _longest_run(one, other)
    runs = {one[start : start + size] for start in range(len(one) - size + 1)}
    assert any(run in other for run in runs)
    assert not any(one[start : start + size + 1] in other for start in range(len(one) - size))


def test_facts_alone_have_a_score_and_the_surer_come_first():
    rows = worded(
        "Divers sealed the leaking dam with tar at dawn. Cooks peeled turnips in the barracks.",
        "Divers sealed the leaking dam with tar at dawn. In the barracks, turnips lay before the cooks.",
    )
    scores = rows[rows["rule"] == "fact"].groupby("referent", sort=False)["score"].min()
    assert len(scores) > 1
    assert scores.between(ENOUGH, 1).all()
    assert scores.is_monotonic_decreasing
    assert rows.loc[rows["rule"] != "fact", "score"].isna().all()


def test_a_doubtful_clause_is_in_the_table_and_not_on_the_page():
    articles = nl.load_articles(pd.DataFrame({"article_id": list("abc"), "text": ["One.", "Two.", "Three."]}))
    places = [("a", SURE), ("b", SURE), ("c", SURE - 0.01)]
    rows = [{"article_id": key, "text": f"in {key}", "score": score} for key, score in places]
    same = {"referent": "fact/x", "label": "x", "rule": "fact", "start": 0, "end": 2}
    compared = nl.compare_wording(table("wording", [row | same for row in rows]), articles)
    assert compared.to_numpy().tolist() == [["x", "in a", "in b", ""]]
    assert nl.compare_wording(table("wording", [row | same for row in rows[1:]]), articles).empty


def test_two_quotations_of_one_passage_are_one_fact():
    said = ["The leaking dam will be sealed with tar at dawn.", "Cooks have peeled turnips in the cold barracks."]
    assert len(facts(" ".join(said), " ".join(said))) == 2
    assert len(facts(f"“{said[0]} {said[1]}” Lowe said.", f"“{said[0]} {said[1]}” Lowe said.")) == 1


@pytest.mark.parametrize(
    ("label", "says"),
    [
        ("plan", False),
        ("Ada Lowe", False),
        ("Monday said Ada Lowe", False),
        ("sealed by Lowe", True),
        ("leaking dam", True),
    ],
)
def test_a_label_says_something_of_somebody(label, says):
    assert _says(label) == says


def test_where_no_phrase_says_enough_the_words_of_two_articles_do():
    one, other = "“Lock up, the tide is high, and we” all ran", "He shouted: lock up, the tide is high, and we must"
    assert _printed_alike([one, other]) == "Lock up, the tide is high"
    assert _printed_alike(["the tide is", "so the tide is"]) == ""


def test_who_stands_in_two_lists_shares_no_fact():
    one = "Nina Vik and Bo Shaw skated past a bakery."
    other = "The jury fined Ada Lowe, Nina Vik, Bo Shaw, a plumber."
    assert facts(one, other) == []
    assert facts(one, "Nina Vik and Bo Shaw skated past the old bakery at noon.") != []


def test_where_it_was_said_is_not_what_was_said():
    told = read("The dam is safe, Ada Lowe told reporters in Tampa.", "Lowe said in an interview that the dam is safe.")
    assert [sorted(sentence.units.keys() & {"Tampa", "tampa", "interview"}) for sentence in told] == [[], []]
    assert [sentence.speakers for sentence in told] == [{"Ada Lowe"}, {"Ada Lowe"}]
    # What stands behind the verb and is no such tag is kept.
    (kept,) = read("Ada Lowe told a jury the dam in Tampa leaks.")
    assert "leak" in kept.units


def test_an_article_has_one_wording_of_a_fact_the_nearest():
    near = "Divers sealed the leaking dam with tar at dawn."
    weak = "The dam that divers sealed was in the news."
    found = [clauses for _, clauses in facts(f"{weak} {near}", "Divers sealed the leaking dam with tar on Friday.")]
    assert [near, "Divers sealed the leaking dam with tar on Friday."] in found
    assert all(len(clauses) == 2 for clauses in found)


def test_a_date_is_that_of_the_first_sentence_that_gives_it():
    one = "The visit on Friday pleased Ada Lowe. Bo Shaw slept. They praised the Friday visit."
    found = dict(facts(one, "Her visit on Friday was short."))
    assert found["date of the visit"] == ["The visit on Friday pleased Ada Lowe.", "Her visit on Friday was short."]


def test_a_clause_does_not_begin_between_a_noun_and_its_verb():
    text = (
        "Townspeople who had waited in the rain for most of a long and bitter evening now heard that Ada Lowe, "
        "keeper of the dam, has sealed the leak with tar, and that nobody in the valley below has to leave his house."
    )
    breaks = [match.start() for match in BREAK.finditer(text)]
    leak, seal = ((text.index(word), text.index(word) + len(word)) for word in ("leak", "sealed"))
    dam = text.index("dam"), text.index("dam") + 3
    sentence = Sentence("a", 0, breaks, set(), units={"leak": [leak], "dam": [dam], "seal": [seal]})
    start, end = clause(text, (0, len(text)), sentence, ("dam", "leak"), [sentence])
    assert text[start:].startswith("Townspeople")
    assert text[:end].endswith("with tar")


@pytest.mark.parametrize(
    ("text", "point"),
    [
        ("to be sealed", "sealed"),
        ("on the dam", "dam"),
        ("was not sealed", "was not sealed"),
        ("had never leaked", "had never leaked"),
        ("the dam which", "dam"),
        ("is", "is"),
    ],
)
def test_a_label_has_no_loose_ends(text, point):
    assert _to_the_point(text) == point


def test_a_label_leaves_out_whose_it_is_to_one_article_alone():
    said = {
        "annex": {"a", "b"},
        "tampa": {"a", "b"},
        "annexation": {"a", "b"},
        "georgia's": {"a"},
        "lowe's": {"a", "b"},
    }
    assert _plain("annexation of Georgia's Tampa", said) == "annexation of Tampa"
    assert _plain("Lowe's annexation of Tampa", said) == "Lowe's annexation of Tampa"


def test_a_fact_is_named_by_what_was_done():
    (label, _), *_ = facts(
        "Divers have sealed the leaking dam.", "The leaking dam: divers sealed it. Divers sealed the dam."
    )
    assert label.split()[-1] == "dam"
    assert "seal" in label


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("“I don't think any fines will be paid because of the old ferry,” Lowe said.", "Lowe did not think any {}."),
        (
            "It is “not a bread based on the grain,” Lowe said.",
            "“Oh, not a bread based on the grain,” she told a crowd.",
        ),
        ("Lowe denied that a clerk had sunk the old ferry.", "The baker denied that a clerk had sunk the old ferry."),
    ],
)
def test_a_label_does_not_say_what_the_articles_deny(one, other):
    other = other.format("fines will be paid because of the old ferry")
    texts = {"a": one, "b": f"A clerk rang twice. {other}", "c": "Nothing happened on a quiet street."}
    rows = nl.wording(nl.load_articles(pd.DataFrame({"article_id": list(texts), "text": texts.values()})))
    labels = rows.loc[rows["rule"] == "fact", "label"].unique().tolist()
    assert labels
    for label in labels:
        assert re.search(r"\b(?:not|denied)\b|n't", label), label
