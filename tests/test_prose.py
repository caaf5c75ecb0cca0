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


def test_of_no_article_nothing_is_said_to_be_cut(seeds):
    nothing = nl.describe_articles(seeds.head(0), nl.spans(seeds.head(0)))
    assert (nothing, str(nothing.heading)) == ("No articles.", "## There is no article to read")


def test_three_events_are_told_apart(seeds):
    text = nl.describe_events(nl.group_events(seeds), seeds)
    assert text.startswith("The articles tell of three events")
    assert "AzerNews alone (25 October 2025)" in text


def test_hours_of_one_day_are_one_day():
    articles = nl.load_articles(pd.DataFrame({"article_id": ["a", "b"], "text": ["One text.", "Another text."]}))
    articles["published"] = pd.to_datetime(["2019-11-20 08:00", "2019-11-20 19:30"]).astype("datetime64[s]")
    text = nl.describe_events(pd.DataFrame({"article_id": ["a", "b"], "event": [1, 1]}), articles)
    assert text == "All articles tell of one event: a and b (20 November 2019)."


def test_the_days_of_an_event_are_said_once_and_so_is_what_is_not_known_of_them():
    rows = [("a", "RT", "2019-11-20"), ("b", "RT", "2019-11-25"), ("c", "BBC", "2019-11-20"), ("d", "CNN", None)]
    articles = pd.DataFrame(rows, columns=["article_id", "outlet", "published"])
    articles = nl.load_articles(articles.assign(text="Some words."))
    text = nl.describe_events(pd.DataFrame({"article_id": list("abcd"), "event": [1, 2, 1, 1]}), articles)
    assert "RT, BBC and CNN (20 November 2019; one of unknown date); RT alone (25 November 2019)." in text
    text = nl.describe_events(pd.DataFrame({"article_id": list("abcd"), "event": [1, 1, 1, 1]}), articles)
    assert "RT (20 Nov 2019), RT (25 Nov 2019), BBC and CNN (20 to 25 November 2019; one of unknown date)." in text


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
    assert "Outlet 0 and Outlet 1 (dates unknown). 28 articles each tell of an event of their own" in text
    assert "and 21 others" in text
    text = nl.describe_events(events.assign(event=range(30)), articles)
    assert text.startswith("The articles each tell of an event of their own: Outlet 0, ")


@pytest.mark.parametrize("share", [0.0001, 0.004, 0.25, 0.996, 0.9999])
def test_a_share_is_never_rounded_to_none_or_all(share):
    assert percent(share) not in ("0%", "100%")


def test_line_breaks_between_paragraphs_are_not_cut_text():
    articles = nl.load_articles(pd.DataFrame({"text": ["One line about rain.\n\n\n\nAnother line about snow."]}))
    text = nl.describe_articles(articles, nl.spans(articles))
    assert "Of 44 characters none were cut" in text


def carried(*versions):
    """Tables of matches and quotes with one utterance: outlet, text, speaker and edit of each version."""
    rows = [
        {"quote_id": f"q{n}", "article_id": f"a{n}", "outlet": outlet, "text": text, "speaker": speaker}
        for n, (outlet, text, speaker, _) in enumerate(versions)
    ]
    found = [{"group": 1, "quote_id": f"q{n}", "similarity": 1.0, "edit": edit[3]} for n, edit in enumerate(versions)]
    return table("matches", found), pd.DataFrame(rows)


def test_who_shortened_an_utterance_is_not_said_to_print_it_whole():
    whole = "We shall build the bridge before the winter comes,"
    told = nl.describe_matches(*carried(("RT", whole, "Ada", "none"), ("BBC", "before the winter comes", "Ada", "cut")))
    assert f"It stands in RT: “{whole.rstrip(',')}” (Ada); BBC has it shortened or altered." in told
    told = nl.describe_matches(*carried(("RT", whole, "Ada", "none"), ("BBC", whole, "Ada", "none")))
    assert "It stands in BBC and RT: " in told
    assert "shortened" not in told
    # The same as another short version is no whole one.
    short = [(outlet, "before the winter comes", "Ada", edit) for outlet, edit in [("BBC", "cut"), ("CNN", "none")]]
    assert "; BBC and CNN have it shortened" in nl.describe_matches(*carried(("RT", whole, "Ada", "none"), *short))


def test_an_utterance_under_two_names_is_pointed_out():
    said = "We shall build the bridge before the winter comes."
    told = nl.describe_matches(*carried(("RT", said, "Ada", "none"), ("BBC", said, "Bo", "none")))
    assert "stands under more than one speaker's name" in told
    assert told.endswith("“We shall build the bridge before the winter comes”, Ada in RT and Bo in BBC.")
    few = nl.describe_matches(*carried(("RT", "a good start", "Ada", "none"), ("BBC", "a good start", "Bo", "none")))
    assert "more than one" not in few


def scored(*rows):
    names = ["source", "target", "topic", "event", "copied", "low", "high"]
    articles = nl.load_articles(pd.DataFrame({"article_id": list("abc"), "text": ["Some words."] * 3}))
    return nl.describe_pairs(table("pairs", [dict(zip(names, row, strict=True)) for row in rows]), articles)


def test_a_pair_that_is_most_alike_by_a_hair_is_not_called_so_without_a_doubt():
    best, far = ("a", "b", 0.8, 0.8, 0.0, 0.7, 0.9), ("a", "c", 0.2, 0.2, 0.0, 0.1, 0.3)
    clear, close = scored(best, far), scored(best, ("a", "c", 0.78, 0.2, 0.0, 0.7, 0.9))
    assert clear.heading == "## A and b are the most alike in topic"
    assert close.heading == "## A and b are the most alike in topic, by no clear margin"
    assert "the interval of another pair reaches that score too" in close


def test_an_outlet_that_tells_in_one_of_its_articles_is_not_silent():
    rows = [("RT", "told"), ("BBC", "told"), ("CNN", "told"), ("CNN", "silent")]
    rows = [{"referent": "fact/x", "label": "x", "outlet": outlet, "state": state} for outlet, state in rows]
    coverage = table("coverage", [row | {"n_mentions": 1} for row in rows])
    assert "ilent" not in nl.describe_coverage(coverage)
    assert nl.describe_coverage(coverage.iloc[[0, 1, 3]]).endswith("tells of it: CNN on 1 (x).")


def test_an_outlet_is_not_set_against_itself():
    row = {"referent": "fact/x", "label": "x", "rule": "fact", "score": 1.0, "source_text": "one", "target_text": "two"}
    places = {f"{side}_{end}": 0 for side in ("source", "target") for end in ("start", "end")}
    ids = {"source": "a", "target": "b", "source_outlet": "RT"}
    same, other = ({**row, **places, **ids, "target_outlet": outlet} for outlet in ("RT", "BBC"))
    assert nl.describe_contrasts(table("contrasts", [same])).startswith("No two outlets")
    assert nl.describe_contrasts(table("contrasts", [same, other])).count("- **x**: RT writes “one”, BBC “two”.") == 1


def test_a_word_of_one_article_is_not_said_to_mark_the_outlet():
    found = pd.DataFrame([{"outlet": "RT", "term": "kite", "p_adjusted": 0.01}])
    needed = pd.DataFrame({"outlet": ["RT", "BBC"], "articles": [1, 7]})
    assert nl.describe_terms(found, needed).heading == "## One word marks an article beyond chance"
    many = needed.assign(articles=7)
    assert nl.describe_terms(found, many).heading == "## One word marks an outlet beyond chance"


def test_prose_is_markdown_in_a_notebook():
    assert Prose("**x**")._repr_markdown_() == "**x**"
