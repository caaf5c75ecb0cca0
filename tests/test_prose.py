"""Sentences made from tables: true of whatever they are given, and safe to show."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

import newslab as nl
from newslab.prose.words import Prose, escape, listed, number, percent, quoted
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
    assert text.startswith("Two articles of no known outlet. No date of publication is known.")


def test_three_events_are_told_apart(seeds):
    text = nl.describe_events(nl.group_events(seeds), seeds)
    assert text.startswith("The articles tell of three events")
    assert "AzerNews alone (25 October 2025)" in text


def test_hours_of_one_day_are_one_day():
    articles = nl.load_articles(pd.DataFrame({"article_id": ["a", "b"], "text": ["One text.", "Another text."]}))
    articles["published"] = pd.to_datetime(["2019-11-20 08:00", "2019-11-20 19:30"]).astype("datetime64[s]")
    text = nl.describe_events(pd.DataFrame({"article_id": ["a", "b"], "event": [1, 1]}), articles)
    assert text == "All articles tell of one event: a and b (20 November 2019)."


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
        # Said once more over the section, in the same words.
        assert text.heading == f"## {text.removesuffix('.')}"


def test_the_most_quoted_speaker_is_counted_right(seeds):
    quotes = nl.extract_quotes(seeds)
    counts = nl.count_speakers(quotes).groupby("speaker")["quotes"].sum()
    text = nl.describe_speakers(quotes)
    assert f"{counts.idxmax()} is quoted most: {number(int(counts.max()), 'time')}" in text
    assert f"the speaker is known for {number(int(counts.sum()))}." in text


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


def test_many_articles_each_with_an_event_of_its_own_are_counted_and_not_all_named():
    labels = [f"Outlet {number}" for number in range(30)]
    articles = nl.load_articles(pd.DataFrame({"article_id": labels, "outlet": labels, "text": ["Some words."] * 30}))
    events = pd.DataFrame({"article_id": labels, "event": [1, 1, *range(2, 30)]})
    text = nl.describe_events(events, articles)
    assert "Outlet 0 and Outlet 1 (dates unknown). 28 articles tell each of an event of its own" in text
    assert "and 21 others" in text
    text = nl.describe_events(events.assign(event=range(30)), articles)
    assert text.startswith("The articles tell each of an event of its own: Outlet 0, ")


@pytest.mark.parametrize("share", [0.0001, 0.004, 0.25, 0.996, 0.9999])
def test_a_share_is_never_rounded_to_none_or_all(share):
    assert percent(share) not in ("0%", "100%")


def test_prose_is_markdown_in_a_notebook():
    assert Prose("**x**")._repr_markdown_() == "**x**"
