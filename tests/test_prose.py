"""Sentences made from tables: true of whatever they are given, and safe to show."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

import newslab as nl
from newslab.prose import Prose, escape, listed, number, quoted
from newslab.tables import COLUMNS, table


@pytest.fixture(scope="module")
def seeds():
    return nl.clean_articles(nl.load_articles("seeds", sources="seeds/sources.csv"))


def test_articles_are_counted_named_and_dated(seeds):
    text = nl.describe_articles(seeds, nl.spans(seeds))
    assert text.startswith("Five articles: RT, The Independent, USA TODAY, Bloomberg and AzerNews.")
    assert "between 30 January 2017 and 25 October 2025" in text
    assert f"{seeds['n_words'].sum():,} words are left" in text


def test_what_is_not_known_is_said():
    articles = nl.load_articles(pd.DataFrame({"text": ["A short story about rain.", "Another one about snow."]}))
    text = nl.describe_articles(articles, nl.spans(articles))
    assert "two of no known outlet" in text
    assert "without a known date" in text


def test_three_events_are_told_apart(seeds):
    text = nl.describe_events(nl.group_events(seeds), seeds)
    assert text.startswith("The articles tell of three events")
    assert "AzerNews alone (25 October 2025)" in text


def test_every_description_of_an_empty_table_is_a_sentence(seeds):
    said = [
        nl.describe_audit(table("audit")),
        nl.describe_pairs(table("pairs"), seeds),
        nl.describe_passages(table("passages"), seeds),
        nl.describe_coverage(table("coverage")),
        nl.describe_contrasts(pd.DataFrame(columns=list(COLUMNS["contrasts"]))),
        nl.describe_speakers(table("quotes")),
        nl.describe_matches(table("matches"), table("quotes")),
    ]
    for text in said:
        assert isinstance(text, Prose)
        assert text.endswith(".")


def test_the_most_quoted_speaker_is_counted_right(seeds):
    quotes = nl.extract_quotes(seeds)
    speech = quotes[quotes["kind"].isin(["direct", "mixed"]) & quotes["duplicate_of"].isna()]
    text = nl.describe_speakers(quotes)
    top = speech["speaker"].value_counts()
    assert f"Most quoted is {top.index[0]}: {number(int(top.iloc[0]), 'passage')}" in text


def test_the_longest_passage_is_quoted(seeds):
    passages = nl.shared_passages(seeds)
    longest = passages.sort_values("words", ascending=False).iloc[0]
    raw = seeds.set_index("article_id")["raw"][longest["source"]]
    text = nl.describe_passages(passages, seeds)
    assert number(int(longest["words"]), "word") in text
    assert escape(" ".join(raw[longest["source_start"] : longest["source_end"]].split())[:60]) in text


@given(st.text(max_size=80))
def test_no_markup_of_an_article_survives(text):
    escaped = escape(text)
    for mark in "*_`<[#|~$":
        assert escaped.replace("\\\\", "").count(mark) == escaped.replace("\\\\", "").count("\\" + mark)


@given(st.text(alphabet="ab ", max_size=400))
def test_a_quoted_text_stays_short(text):
    assert len(quoted(text)) <= 164


def test_lists_read_as_sentences():
    assert listed(["a"]) == "a"
    assert listed(["a", "b"]) == "a and b"
    assert listed(list("abcdefghij"), most=4) == "a, b, c and seven others"


def test_prose_is_markdown_in_a_notebook():
    assert Prose("**x**")._repr_markdown_() == "**x**"
