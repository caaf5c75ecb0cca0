"""The same utterance across articles, what was changed in it, and how often speakers are quoted."""

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newslab.quotes.counts import count_speakers
from newslab.quotes.edits import changes, quote_edits
from newslab.quotes.match import match_quotes
from newslab.tables import COLUMNS, table

BRIDGE = "We will not open the bridge to lorries until the last of the rusted cables has been replaced by new ones"


def quotes_of(rows):
    """A table of quotes from {quote_id: text} or {quote_id: (text, speaker)}; the id begins with the article's."""
    rows = {key: value if isinstance(value, tuple) else (value, None) for key, value in rows.items()}
    return table(
        "quotes",
        [
            {
                "quote_id": key,
                "article_id": key.split(":")[0],
                "outlet": key.split(":")[0],
                "start": 0,
                "end": len(text),
                "text": text,
                "kind": "direct",
                "speaker": speaker,
                "closed": True,
            }
            for key, (text, speaker) in rows.items()
        ],
    )


def groups_of(quotes):
    matches = match_quotes(quotes)
    return [sorted(group) for _, group in matches.groupby("group")["quote_id"]]


def test_no_quotes_give_empty_tables_with_the_same_columns():
    quotes = table("quotes")
    matches = match_quotes(quotes)
    edits = quote_edits(matches, quotes)
    assert matches.columns.tolist() == list(COLUMNS["matches"])
    assert matches.dtypes.equals(table("matches").dtypes)
    assert edits.columns.tolist() == list(COLUMNS["edits"])
    assert count_speakers(quotes).columns.tolist() == ["outlet", "speaker", "quotes", "words", "articles", "share"]


@given(st.lists(st.text(max_size=80), max_size=8))
@settings(max_examples=60, deadline=None)
def test_any_text_can_be_matched(texts):
    quotes = quotes_of({f"a{i % 3}:{i}": text for i, text in enumerate(texts)})
    matches = match_quotes(quotes)
    assert matches["quote_id"].is_unique
    assert matches["similarity"].between(0, 1).all()
    assert set(quote_edits(matches, quotes)["group"]) <= set(matches["group"])
    article = matches["quote_id"].str.split(":").str[0]
    assert (article.groupby(matches["group"]).nunique() > 1).all()


@given(st.integers(0, 13), st.integers(8, 21))
@settings(deadline=None)
def test_any_long_part_is_the_same_utterance(start, length):
    part = " ".join(BRIDGE.split()[start : start + length])
    quotes = quotes_of({"a:1": BRIDGE, "b:1": part, "c:1": "Nobody asked the ferrymen what they think"})
    assert groups_of(quotes) == [["a:1", "b:1"]]


def test_order_of_the_quotes_does_not_matter():
    quotes = quotes_of({"a:1": BRIDGE, "b:1": BRIDGE.replace("rusted ", ""), "c:1": "the last of the rusted cables"})
    pd.testing.assert_frame_equal(match_quotes(quotes), match_quotes(quotes.iloc[::-1]))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (BRIDGE, "We will not open the bridge … until the last of the rusted cables has been replaced"),
        (
            BRIDGE,
            "[The city] will not open the bridge to lorries until the last of the rusted cables has been replaced",
        ),
        (BRIDGE, "We would not open the bridge to trucks until the last of the rusted cables had been replaced"),
        ("We analysed the colour of the harbour water", "We analyzed the color of the harbor water,"),
        ("There is a lot of good will among the ferrymen", "a lot of goodwill among the ferrymen"),
        ("Don't touch the rusted cables of our bridge", "Do not touch the rusted cables of our bridge"),
        ("It is outrageous. Nobody told the ferrymen.", "outrageous"),
    ],
)
def test_one_utterance_is_found_in_spite_of_editing(one, other):
    assert groups_of(quotes_of({"a:1": one, "b:1": other})) == [["a:1", "b:1"]]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("very good", "This would be a very good moment to look at the cables"),
        ("ferry", "The ferry was late again and nobody knew why"),
        ("Margaret", "I said to Margaret that it was late"),
        ("We'll see", "We will see the cables in the morning"),
        ("waste no time", "Neither of us wants to waste time on a second inspection"),
        ("The bridge will open in the spring", "The ferry will close in the spring of next year"),
    ],
)
def test_a_few_words_in_common_are_no_match(one, other):
    longer = "Whoever ordered the cables must have known that they would rust within a year"
    assert groups_of(quotes_of({"a:1": one, "b:1": other, "c:1": longer})) == []


def test_a_part_of_two_long_quotations_does_not_make_them_one():
    quotes = quotes_of(
        {
            "a:1": "The rusted cables are a scandal, and the ferrymen have been telling us so for eleven winters now",
            "b:1": "Every engineer in this town knew, the rusted cables are a scandal, yet the mayor preferred his golf",
            "c:1": "a scandal",
        }
    )
    assert not any({"a:1", "b:1"} <= set(group) for group in groups_of(quotes))


def test_a_few_words_of_two_speakers_are_two_utterances():
    same = quotes_of({"a:1": ("utterly shameless", "Ada Lund"), "b:1": ("It was utterly shameless", "Ada Lund")})
    other = quotes_of({"a:1": ("utterly shameless", "Ada Lund"), "b:1": ("It was utterly shameless", "Bo Dahl")})
    described = quotes_of({"a:1": ("utterly shameless", "Ada Lund"), "b:1": ("It was utterly shameless", "official")})
    assert groups_of(same) == [["a:1", "b:1"]]
    assert groups_of(other) == []
    assert groups_of(described) == [["a:1", "b:1"]]


def test_among_many_articles_a_few_words_need_a_longer_quotation_beside_them():
    filler = {f"f{i:02d}:1": f"Sentence {i} speaks of subject {i * 7} and of nothing else" for i in range(30)}
    few = {"a:2": "utterly shameless", "b:2": "It was utterly shameless of them"}
    assert groups_of(quotes_of({**filler, **few})) == []
    assert groups_of(quotes_of({**filler, **few, "a:1": BRIDGE, "b:1": BRIDGE})) == [["a:1", "b:1"], ["a:2", "b:2"]]


def test_an_utterance_that_everybody_carries_is_one_group():
    assert [len(group) for group in groups_of(quotes_of({f"a{i:03d}:1": BRIDGE for i in range(300)}))] == [300]


def test_scare_quotes_and_repeated_blocks_are_left_out():
    quotes = quotes_of({"a:1": BRIDGE, "b:1": BRIDGE, "c:1": BRIDGE, "d:1": BRIDGE})
    quotes.loc[1, "kind"] = "scare"
    quotes.loc[2, "duplicate_of"] = "a:1"
    assert groups_of(quotes) == [["a:1", "d:1"]]


def test_match_names_the_edits_against_the_fullest_version():
    matches = match_quotes(quotes_of({"a:1": BRIDGE, "b:1": BRIDGE.replace("We will not open", "[we] won’t open")}))
    assert matches["edit"].tolist() == ["none", "bracket"]
    part = match_quotes(quotes_of({"a:1": BRIDGE, "b:1": "the last of the rusted cables"}))
    assert part[["similarity", "edit"]].to_numpy().tolist() == [[1.0, "none"], [1.0, "cut"]]


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
        ("The cables must go,", "the cables must go.", []),
        ("We don’t know", "we do not know", []),
    ],
)
def test_each_change_is_named(before, after, expected):
    assert changes(before, after) == expected


@given(st.text(max_size=200))
def test_an_unchanged_quotation_has_no_edits(text):
    assert changes(text, text) == []


def test_edits_say_who_changed_what():
    quotes = quotes_of({"a:1": BRIDGE, "b:1": BRIDGE.replace("lorries", "trucks")})
    edits = quote_edits(match_quotes(quotes), quotes)
    assert edits.to_dict("records") == [
        {
            "group": 1,
            "source": "a:1",
            "target": "b:1",
            "source_text": "lorries",
            "target_text": "trucks",
            "kind": "wording",
        }
    ]


def test_speakers_are_counted_by_utterance_and_repeats_do_not_count():
    quotes = quotes_of(
        {f"a:{i}": (f"word number {i}", "Ada Lund") for i in range(1, 5)} | {"b:1": ("no comment", "Bo Dahl")}
    )
    quotes["utterance"] = pd.Series(["a:1", "a:1", "a:3", "a:4", "b:1"], dtype="string[python]")
    quotes.loc[3, "duplicate_of"] = "a:3"
    quotes.loc[len(quotes)] = {**quotes.loc[0].to_dict(), "quote_id": "a:9", "utterance": "a:9", "speaker": pd.NA}
    counts = count_speakers(quotes)
    assert counts.to_dict("records") == [
        {"outlet": "a", "speaker": "Ada Lund", "quotes": 2, "words": 9, "articles": 1, "share": 1.0},
        {"outlet": "b", "speaker": "Bo Dahl", "quotes": 1, "words": 2, "articles": 1, "share": 1.0},
    ]


def test_counting_by_an_unknown_column_says_which_there_are():
    with pytest.raises(KeyError, match="no column 'paper'"):
        count_speakers(table("quotes"), by="paper")


def test_one_sentence_of_an_utterance_is_compared_with_the_version_that_holds_it():
    longer = (
        "People forget that our long strike has not ended at the harbour. It is going on right now, and both sides are "
        "discussing an end to strikes. Subject to a deal, they have my blessing"
    )
    sentence = "They do have my blessing to discuss the end of the strike"
    quotes = quotes_of(
        {"a:1": sentence, "a:2": longer, "b:1": sentence, "c:1": "have my blessing to discuss the end of the strike"}
    )
    matches = match_quotes(quotes)
    edits = quote_edits(matches, quotes)
    assert set(edits.loc[edits["target"].isin(["b:1", "c:1"]), "kind"]) <= {"cut"}
    assert matches.set_index("quote_id").loc["b:1", "edit"] == "none"
