"""The same utterance across articles, what was changed in it, and how often speakers are quoted."""

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newslab.corpus import load_articles
from newslab.quotes.counts import count_speakers
from newslab.quotes.edits import quote_edits
from newslab.quotes.extract import extract_quotes
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
@settings(max_examples=40, deadline=None)
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


def test_a_phrase_is_a_part_only_of_what_the_same_speaker_says():
    whole = "It was utterly shameless of the harbour board to let the cables rust"

    def groups(speaker):
        return groups_of(quotes_of({"a:1": ("utterly shameless", speaker), "b:1": (whole, "Ada Lund")}))

    assert groups("Ada Lund") == [["a:1", "b:1"]]
    assert groups("Bo Dahl") == []
    assert groups("official") == []
    assert groups(None) == []


@pytest.mark.parametrize("phrase", ["shameless", "utterly shameless", "It was utterly shameless"])
def test_a_phrase_alone_is_no_utterance(phrase):
    by_one = {f"{article}:1": (phrase, "Ada Lund") for article in "abc"}
    assert groups_of(quotes_of(by_one)) == []


def test_a_term_that_different_people_use_is_no_utterance():
    term = {"a:1": ("rusty cable syndrome", "Ada Lund"), "b:1": ("rusty cable syndrome", "Bo Dahl")}
    assert groups_of(quotes_of(term)) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "The island has every right not to let such heavy lorries of gravel cross its bridge. It must stop them at "
            "the northern gate, which it can do, and not let them roll into our valley, which has no gate",
            "not to let such heavy lorries of gravel into our valley",
        ),
        (
            "The island has every right not to let such heavy lorries of gravel cross its bridge",
            "not to let such heavy lorries of gravel on our bridge",
        ),
        (
            "The inspector will come on Monday. She will hold private talks with the ferrymen during her stay",
            "hold private talks with the ferrymen May",
        ),
        (
            "In the autumn storms the old ferry lost two of its four anchors and a patient crew",
            "In the regatta, the ferry lost two of its four anchors",
        ),
        (
            "The council did not want a summary, Harbour Master Lund. It voted to publish the survey. The town should "
            "see every page of the survey",
            "Harbour Master Lund, publish the cable survey for the whole town",
        ),
    ],
)
def test_quotations_that_go_on_with_other_words_are_two_utterances(one, other):
    assert groups_of(quotes_of({"a:1": (one, "Ada Lund"), "b:1": (other, "Ada Lund")})) == []


def test_what_stands_behind_marked_dots_may_be_of_another_sentence():
    whole = (
        "The island need not let such heavy lorries of gravel cross its bridge. It must stop their way into our valley"
    )
    short = "not let such heavy lorries of gravel … into our valley"
    assert groups_of(quotes_of({"a:1": whole, "b:1": short})) == [["a:1", "b:1"]]


def test_two_quotations_of_one_article_are_two_utterances():
    other = BRIDGE.replace("rusted", "corroded").replace("replaced", "exchanged")
    assert groups_of(quotes_of({"a:1": BRIDGE, "b:1": other})) == [["a:1", "b:1"]]
    quotes = quotes_of({"a:1": BRIDGE, "a:2": other, "b:1": other, "c:1": BRIDGE})
    assert groups_of(quotes) == [["a:1", "c:1"], ["a:2", "b:1"]]


def test_of_two_that_have_the_words_the_one_by_the_same_speaker_is_meant():
    words = "a loyal and patient crew of ferrymen"
    quotes = quotes_of(
        {
            "a:1": (f"In the storms of autumn the harbour found {words} without the council", "lawsuit"),
            "b:1": (f"My late grandfather had {words} whenever he sailed to Marrowgate", "Ada Lund"),
            "c:1": (words, "Ada Lund"),
        }
    )
    assert groups_of(quotes) == [["b:1", "c:1"]]


def test_parts_of_what_another_article_has_whole_are_one_utterance():
    parts = {"b:1": "We will not open the bridge to lorries", "b:2": "until the last of the rusted cables"}
    repeat = {"b:3": "the rusted cables has been replaced by new ones"}
    assert groups_of(quotes_of({"a:1": BRIDGE, **parts})) == [["a:1", "b:1", "b:2"]]
    assert groups_of(quotes_of({"a:1": BRIDGE, **parts, **repeat})) == [["a:1", "b:1", "b:2", "b:3"]]


def test_the_rest_of_an_utterance_is_found_by_the_piece_before_it():
    whole = "Is it true that the cables of the old bridge were never looked at by any engineer?"
    part, rest = "that the cables of the old bridge were never looked at by any engineer?", "Is it true,"
    assert groups_of(quotes_of({"a:1": whole, "b:1": part, "b:2": rest})) == [["a:1", "b:1", "b:2"]]
    named = {"a:1": (whole, "Ada Lund"), "b:1": (part, "Ada Lund"), "b:2": (rest, "Bo Dahl")}
    assert groups_of(quotes_of(named)) == [["a:1", "b:1"]]
    assert groups_of(quotes_of({"a:1": whole, "b:1": part, "b:2": "Is it true of the ferry,"})) == [["a:1", "b:1"]]


def test_one_word_is_part_of_a_longer_quotation_only_beside_the_same_words():
    def groups(text):
        rows = {"a": "“A friendly and constructive meeting on the bridge,” Ada Lund said.", "b": text}
        articles = load_articles(pd.DataFrame({"article_id": list(rows), "text": list(rows.values())}))
        quotes = extract_quotes(articles)
        return match_quotes(quotes, articles=articles)["group"].nunique(), match_quotes(quotes)["group"].nunique()

    assert groups("Ada Lund called the council's meeting “constructive” on Monday.") == (1, 1)
    assert groups("Ada Lund called the ferrymen's letter “constructive” on Monday.") == (0, 1)


def test_among_many_articles_a_few_words_need_a_longer_quotation_beside_them():
    filler = {f"f{i:02d}:1": f"Sentence {i} speaks of subject {i * 7} and of nothing else" for i in range(30)}
    few = {"a:2": "utterly shameless", "b:2": "It was utterly shameless of the harbour board"}
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
    with pytest.raises(ValueError, match="no column 'paper'"):
        count_speakers(table("quotes"), by="paper")
