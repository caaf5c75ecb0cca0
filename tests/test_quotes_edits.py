"""What an outlet changed in a quotation."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslab.quotes.alignment import held_together
from newslab.quotes.edits import changes, quote_edits
from newslab.quotes.match import match_quotes
from newslab.quotes.versions import Version, compared_with, versions_of
from newslab.tables import table

BRIDGE = "We will not open the bridge to lorries until the last of the rusted cables has been replaced by new ones"


def changes_of(before, after):
    """The changes between two versions, (words before, words after, kind), each a text or the pieces of one."""
    before, after = ([text] if isinstance(text, str) else text for text in (before, after))
    versions = [
        Version(article, tuple(f"{article}:{n}" for n in range(len(pieces))), tuple(pieces))
        for article, pieces in (("a", before), ("b", after))
    ]
    return [(change.before, change.after, change.kind) for change in changes(*versions)]


def edits_of(texts, but=None):
    """The changes between the versions of one utterance, {quote_id: text}; the id begins with the article's.

    but : the id of a quotation that is of another utterance.
    """
    rows = [{"quote_id": key, "article_id": key[0], "start": 0, "end": 0, "text": text} for key, text in texts.items()]
    quotes = table("quotes", [{**row, "closed": True} for row in rows])
    matches = match_quotes(quotes)
    assert matches["quote_id"].tolist() == [key for key in texts if key != but]
    edits = quote_edits(matches, quotes)
    return [tuple(row) for row in edits.drop(columns="group").itertuples(index=False)]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("the rusted cables must go", "the cables must go", [("rusted", "", "elision")]),
        ("the cables must go now", "the cables must go", [("now", "", "cut")]),
        ("the cables must go", "the old cables must go", [("", "old", "addition")]),
        ("the cables must go", "the [bridge] cables must go", [("", "[bridge]", "bracket")]),
        ("the centre must hold", "the center must hold", [("centre", "center", "spelling")]),
        ("the cables rust in spring", "the cables rusted in spring", [("rust", "rusted", "tense")]),
        ("he will go home", "he would go home", [("will", "would", "tense")]),
        ("the cables must go", "the cable must go", [("cables", "cable", "inflection")]),
        ("the cables must go", "the chains must go", [("cables", "chains", "wording")]),
        (
            "Stop. The cables must go",
            "Stop: the cables must go",
            [("Stop. The cables", "Stop: the cables", "punctuation")],
        ),
        ("It’s late. The cables must go,", "the cables must go.", [("It’s late", "", "cut")]),
        ("It is late for the [old] cables", "it’s late", [("for the [old] cables", "", "cut")]),
        ("The cables must go,", "the cables must go.", []),
        ("We don’t know", "we do not know", []),
    ],
)
def test_each_change_is_named(before, after, expected):
    assert changes_of(before, after) == expected


@given(st.text(max_size=200))
def test_an_unchanged_quotation_has_no_edits(text):
    assert changes_of(text, text) == []


@given(st.lists(st.sampled_from("it is not the old bridge we said and I’m sure".split()), min_size=1), st.data())
def test_a_version_that_stands_in_the_fuller_one_is_cut_at_its_ends_only(words, data):
    start = data.draw(st.integers(0, len(words) - 1))
    end = data.draw(st.integers(start + 1, len(words)))
    found = changes_of(" ".join(words), " ".join(words[start:end]).capitalize() + ".")
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
                ("", "And you show it", "cut"),
            ],
        ),
        (
            "The minister told us on Monday in the harbour office that our law protects ferrymen",
            "the law protects ferrymen",
            [("The minister told us on Monday in the harbour office that our", "", "cut")],
        ),
        ("I’m late. The bridge is", "is", [("I’m late. The bridge", "", "cut")]),
        ("This is a very dangerous bridge", "a dangerous bridge", [("very", "", "elision")]),
    ],
)
def test_changes_are_those_with_the_fewest_gaps(before, after, expected):
    assert changes_of(before, after) == expected


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
    rows = [{"quote_id": key, "article_id": key[0], "start": 0, "text": text} for key, text in texts.items()]
    assert all(version == source for version, source in compared_with(versions_of(rows)).items())


def test_very_long_versions_are_compared_in_time():
    words = [f"word{i % 4999}" for i in range(30_000)]
    found = changes_of(" ".join(words), " ".join(["before", *words, "behind"]))
    assert found == [("", "before", "cut"), ("", "behind", "cut")]


WHOLE = (
    "The council must hear the bakers of the old town before winter, and without a fair price there will be no bread"
)


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        # The marks open or close a word sooner or later: the sentence around the quotation has the word.
        ("a good friend of the bakers", "the good friend of the bakers and", [("a", "the", "wording")]),
        ("We are the friends of the bakers", "friends of the bakers", []),
        ("friends of the bakers", "that we are friends of the bakers", []),
        ("Not the friends of the bakers", "friends of the bakers", [("Not the", "", "cut")]),
        # What the fuller version has not at its end, it does not carry.
        (
            "we hear the bakers and millers",
            "However, we hear the bakers",
            [("", "However", "cut"), ("and millers", "", "cut")],
        ),
        ("bakers & millers", "bakers and millers", []),
        ("We will be either first or last", "We will either be first or last", [("be either", "either be", "order")]),
        (
            "Ask the [authorities in the valley] for bread",
            "Ask the centre (the valley) for bread",
            [("[authorities in the valley]", "centre (the valley)", "bracket")],
        ),
        (
            "The bread is dear, and the price is not fair",
            "The bread is dear and the price is not fair",
            [("is dear, and", "is dear and", "punctuation")],
        ),
    ],
)
def test_only_what_the_words_show_is_called_a_change(before, after, expected):
    assert changes_of(before, after) == expected


def test_words_between_two_pieces_are_cut_and_not_left_out_silently():
    pieces = ["The council must hear the bakers", "without a fair price there will be no bread"]
    assert changes_of(WHOLE, pieces) == [("of the old town before winter, and", "", "cut")]
    assert changes_of(WHOLE, " ".join(pieces)) == [("of the old town before winter, and", "", "elision")]


def test_who_prints_an_utterance_in_two_pieces_has_cut_nothing():
    first, second = (
        "The council must hear the bakers of the old town before winter,",
        "And without a fair price there will be no bread",
    )
    assert edits_of({"a:1": WHOLE, "b:1": first, "b:2": second}) == []
    # Nor where the second piece stands first: in which order an article prints what stands apart is its own choice.
    assert edits_of({"a:1": WHOLE, "b:1": second, "b:2": first}) == []


def test_what_an_article_prints_in_another_quotation_is_not_cut():
    both = f"{WHOLE}. We shall see who pays for the flour of the mill"
    other = "We shall see who pays for the flour of the mill. Nobody has asked the ferrymen of the harbour about it"
    rows = {"a:1": both, "b:1": f"{WHOLE}.", "b:2": other}
    assert [kind for *_, kind in edits_of(rows, but="b:2")] == []
    assert [kind for *_, kind in edits_of({"a:1": both, "b:1": f"{WHOLE}."})] == ["cut"]


def test_of_versions_that_are_as_full_the_one_that_most_print_is_compared_with():
    texts = {"a:1": BRIDGE.replace("has been", "had been"), "b:1": BRIDGE, "c:1": BRIDGE}
    assert edits_of(texts) == [("b:1", "a:1", "has", "had", "tense")]


def test_words_in_brackets_do_not_make_a_version_the_fuller_one():
    texts = {"a:1": BRIDGE.replace("lorries", "[lorries of gravel]"), "b:1": BRIDGE}
    assert edits_of(texts) == [("b:1", "a:1", "lorries", "[lorries of gravel]", "bracket")]


FIRST = "Every miller tells the town what he grinds in the autumn,"
SECOND = "We have said that there was no flour to be had."


def order_of(*rows):
    """The kinds of rearrangement between articles, from (quote_id, text, utterance) in the order of the text."""
    rows = [
        {"quote_id": key, "article_id": key[0], "start": place, "text": text, "utterance": utterance}
        for place, (key, text, utterance) in enumerate(rows)
    ]
    quotes = table("quotes", [{**row, "end": row["start"] + 1, "closed": True} for row in rows])
    edits = quote_edits(match_quotes(quotes), quotes)
    edits = edits[edits["kind"].isin(["joined", "order"])]
    return [
        tuple(row) for row in edits[["source", "target", "source_text", "target_text", "kind"]].itertuples(index=False)
    ]


def test_sentences_that_one_quotation_has_the_other_way_round_are_named():
    apart = [("a:1", FIRST, "a:1"), ("a:2", SECOND, "a:2")]
    together = [("b:1", f"{SECOND} {FIRST}", "b:1")]
    row = ("a:1", "b:1", f"{FIRST} / {SECOND}", f"{SECOND} {FIRST}")
    assert order_of(*apart, *together) == [(*row, "joined")]
    assert order_of(*[(key, text, "a:1") for key, text, _ in apart], *together) == [(*row, "order")]
    # With “she said” between them, an article has chosen in which order it prints what was said.
    assert order_of(*apart, ("b:1", SECOND, "b:1"), ("b:2", FIRST, "b:1")) == []


def test_utterances_that_stand_apart_in_another_order_are_no_change():
    apart = [("a:1", FIRST, "a:1"), ("a:2", SECOND, "a:2")]
    assert order_of(*apart, ("b:1", SECOND, "b:1"), ("b:2", FIRST, "b:2")) == []
    assert order_of(*apart, ("b:1", FIRST, "b:1"), ("b:2", SECOND, "b:1")) == []
    # The other article prints the words in both places, or quotes a phrase before the sentence it is from.
    again = [("a:0", SECOND, "a:0"), *apart]
    assert order_of(*again, ("b:1", f"{SECOND} {FIRST}", "b:1")) == []
    phrase = [("a:1", "no flour to be had", "a:1"), ("a:2", FIRST, "a:2")]
    assert order_of(*phrase, ("b:1", f"{FIRST} {SECOND}", "b:1")) == []


def test_words_printed_elsewhere_as_one_word_or_two_are_not_cut():
    assert held_together("We paid in to the mill for years", "We paid into the mill for years, every market day") == 1
