"""What an outlet changed in a quotation."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslab.quotes.edits import changes, quote_edits, sources
from newslab.quotes.match import match_quotes
from newslab.tables import table

BRIDGE = "We will not open the bridge to lorries until the last of the rusted cables has been replaced by new ones"


def edits_of(texts):
    """The changes between the versions of one utterance, {quote_id: text}; the id begins with the article's."""
    rows = [{"quote_id": key, "article_id": key[0], "start": 0, "end": 0, "text": text} for key, text in texts.items()]
    quotes = table("quotes", [{**row, "closed": True} for row in rows])
    matches = match_quotes(quotes)
    assert matches["quote_id"].tolist() == list(texts)
    edits = quote_edits(matches, quotes)
    return [tuple(row) for row in edits.drop(columns="group").itertuples(index=False)]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("the rusted cables must go", "the cables must go", [("rusted", "", "elision")]),
        ("the cables must go now", "the cables must go", [("now", "", "cut")]),
        ("the cables must go", "the old cables must go", [("", "old", "addition")]),
        ("the cables must go", "the [bridge] cables must go", [("", "bridge", "bracket")]),
        ("the centre must hold", "the center must hold", [("centre", "center", "spelling")]),
        ("the cables rust in spring", "the cables rusted in spring", [("rust", "rusted", "tense")]),
        ("he will go home", "he would go home", [("will", "would", "tense")]),
        ("the cables must go", "the cable must go", [("cables", "cable", "inflection")]),
        ("the cables must go", "the chains must go", [("cables", "chains", "wording")]),
        (
            "Stop. The cables must go",
            "Stop: the cables must go",
            [("Stop. The cables must go", "Stop: the cables must go", "punctuation")],
        ),
        ("It’s late. The cables must go,", "the cables must go.", [("It’s late", "", "cut")]),
        ("It is late for the [old] cables", "it’s late", [("for the [old] cables", "", "cut")]),
        ("The cables must go,", "the cables must go.", []),
        ("We don’t know", "we do not know", []),
    ],
)
def test_each_change_is_named(before, after, expected):
    assert changes(before, after) == expected


@given(st.text(max_size=200))
def test_an_unchanged_quotation_has_no_edits(text):
    assert changes(text, text) == []


@given(st.lists(st.sampled_from("it is not the old bridge we said and I’m sure".split()), min_size=1), st.data())
def test_a_version_that_stands_in_the_fuller_one_is_cut_at_its_ends_only(words, data):
    start = data.draw(st.integers(0, len(words) - 1))
    end = data.draw(st.integers(start + 1, len(words)))
    found = changes(" ".join(words), " ".join(words[start:end]).capitalize() + ".")
    assert {kind for _, _, kind in found} <= {"cut"}
    assert len(found) <= 2


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (
            "I’m only now reading the letters. I’m a ferryman. I missed the tide. The bill is too high. I see why it "
            "angers people. It wasn’t fair.",
            "is too high,",
            [
                ("I’m only now reading the letters. I’m a ferryman. I missed the tide. The bill", "", "cut"),
                ("I see why it angers people. It wasn’t fair", "", "cut"),
            ],
        ),
        (
            "Then we’ll end up at the harbour board, and perhaps we’ll be heard, and we’ll win at the harbour board.",
            "And we’ll win before the harbour board",
            [
                ("Then we’ll end up at the harbour board, and perhaps we’ll be heard", "", "cut"),
                ("at", "before", "wording"),
            ],
        ),
        (
            "We have learnt something since the flood. Whatever we think of the bridge, we owe the ferrymen a living.",
            "And you show it. Whatever we think of the bridge, we owe the ferrymen a living.",
            [
                ("We have learnt something since the flood", "", "cut"),
                ("", "And you show it", "addition"),
            ],
        ),
        (
            "The minister told us on Monday in the harbour office that our law protects ferrymen",
            "the law protects ferrymen",
            [("The minister told us on Monday in the harbour office that our", "the", "wording")],
        ),
        ("I’m late. The bridge is", "is", [("I’m late. The bridge", "", "cut")]),
        ("This is a very dangerous bridge", "a dangerous bridge", [("This is", "", "cut"), ("very", "", "elision")]),
    ],
)
def test_changes_are_those_with_the_fewest_gaps(before, after, expected):
    assert changes(before, after) == expected


def test_edits_say_who_changed_what():
    assert edits_of({"a:1": BRIDGE, "b:1": BRIDGE.replace("lorries", "trucks")}) == [
        ("a:1", "b:1", "lorries", "trucks", "wording")
    ]


def test_a_part_is_compared_with_the_version_that_has_its_words():
    texts = {
        "a:1": BRIDGE + " and paid for",
        "b:1": BRIDGE.replace("rusted", "corroded"),
        "c:1": "until the last of the corroded cables has been replaced",
    }
    assert ("b:1", "c:1", "We will not open the bridge to lorries", "", "cut") in edits_of(texts)
    assert {kind for _, target, _, _, kind in edits_of(texts) if target == "c:1"} == {"cut"}


def test_an_article_that_prints_two_wordings_has_altered_neither():
    whole = f"{BRIDGE}, and the engineers of the harbour board have told the ferrymen of Marrowgate the same"
    other = whole.replace("rusted", "corroded").removeprefix("We will ")
    assert edits_of({"a:1": whole, "a:2": other, "b:1": other}) == []
    assert {target for _, target, *_ in edits_of({"a:1": whole, "b:1": other, "c:1": other})} == {"b:1", "c:1"}


def test_a_version_without_words_of_the_others_is_compared_with_none():
    texts = {"a:1": BRIDGE, "b:1": "Nobody asked the ferrymen"}
    assert sources(texts, {"a:1": "a", "b:1": "b"}) == {"a:1": "a:1", "b:1": "b:1"}


def test_very_long_versions_are_compared_in_time():
    words = [f"word{i % 4999}" for i in range(30_000)]
    found = changes(" ".join(words), " ".join(["before", *words, "behind"]))
    assert found == [("", "before", "addition"), ("", "behind", "addition")]
