"""Which outlet carries which utterance, and which could not have."""

import pandas as pd
import pytest

import newslab as nl
from newslab.tables import table

WHOLE = "We will rebuild the bridge before the winter comes to the valley"
PART = "rebuild the bridge before the winter"


def build(texts, published):
    articles = nl.load_articles(
        pd.DataFrame(
            {"article_id": list(texts), "outlet": list(texts), "text": list(texts.values()), "published": published}
        )
    )
    quotes = nl.extract_quotes(articles)
    return nl.match_quotes(quotes), quotes, articles


@pytest.fixture(scope="module")
def case():
    texts = {
        "Dawn": f"“{WHOLE},” the mayor, Ana Ruiz, said.",
        "Echo": f"Mayor Ana Ruiz promised to “{PART}.”",
        "Flag": "Nothing was said about it.",
        "Gate": "Snow fell.",
    }
    return build(texts, ["2024-03-02", "2024-03-03", "2024-03-01", "2024-03-04"])


def state(carriage):
    return dict(zip(carriage["outlet"], carriage["state"], strict=True))


def test_whole_part_absent_and_too_early_are_told_apart(case):
    assert state(nl.quote_carriage(*case)) == {
        "Dawn": "whole",
        "Echo": "part",
        "Flag": "could not know",
        "Gate": "absent",
    }


def test_the_outlet_is_the_outlet_also_where_it_has_several_articles(case):
    matches, quotes, articles = case
    carriage = nl.quote_carriage(matches, quotes, articles.assign(outlet=["Herald", "Herald", None, "Star"]))
    assert carriage["outlet"].fillna("unknown").tolist() == ["Herald", "Herald", "unknown", "Star"]


def test_an_article_of_another_event_is_not_held_to_it(case):
    events = pd.DataFrame({"article_id": ["Dawn", "Echo", "Flag", "Gate"], "event": [0, 0, 0, 1]})
    assert state(nl.quote_carriage(*case, events=events))["Gate"] == "other event"


def test_the_fullest_wording_names_the_utterance(case):
    assert nl.quote_carriage(*case)["utterance"].str.contains(WHOLE).all()


def test_without_dates_nobody_is_excused(case):
    matches, quotes, articles = case
    undated = articles.assign(published=pd.Series([pd.NaT] * len(articles), dtype="datetime64[s]"))
    assert state(nl.quote_carriage(matches, quotes, undated))["Flag"] == "absent"


def test_nobody_is_excused_while_one_that_carries_it_has_no_date(case):
    matches, quotes, articles = case
    undated = articles.assign(published=articles["published"].mask(articles["outlet"] == "Echo"))
    assert state(nl.quote_carriage(matches, quotes, undated))["Flag"] == "absent"


def test_no_matches_give_an_empty_table():
    empty = nl.quote_carriage(table("matches"), table("quotes"), nl.load_articles(pd.DataFrame({"text": []})))
    assert empty.columns.tolist() == ["group", "utterance", "speaker", "article_id", "outlet", "state"]
    assert empty.empty


def test_an_utterance_that_articles_give_to_different_people_has_no_speaker(case):
    matches, quotes, articles = case
    assert set(nl.quote_carriage(matches, quotes, articles)["speaker"]) == {"Ana Ruiz"}
    disputed = quotes.assign(speaker=quotes["speaker"].mask(quotes["article_id"] == "Echo", "Bo Lind"))
    assert nl.quote_carriage(matches, disputed, articles)["speaker"].isna().all()


def test_who_prints_an_utterance_in_pieces_prints_it_whole():
    half, rest = "We will rebuild the bridge before the winter,", "And we will pave the road to the valley."
    texts = {
        "Dawn": f"“{half.rstrip(',')} and we will pave the road to the valley,” the mayor, Ana Ruiz, said.",
        "Echo": f"“{half}” Mayor Ana Ruiz said. “{rest}”",
        "Flag": f"“{half}” Mayor Ana Ruiz said.",
    }
    carriage = nl.quote_carriage(*build(texts, ["2024-03-02"] * 3))
    assert state(carriage) == {"Dawn": "whole", "Echo": "whole", "Flag": "part"}


def test_only_a_word_moved_or_the_marks_set_elsewhere_leaves_it_whole():
    texts = {
        "Dawn": "“We will either build the bridge or the ferry harbour in spring,” the mayor, Ana Ruiz, said.",
        "Echo": "“We will build either the bridge or the ferry harbour in spring,” the mayor, Ana Ruiz, said.",
        "Flag": "Mayor Ana Ruiz promised they “will build either the bridge or the ferry harbour in spring.”",
    }
    assert set(nl.quote_carriage(*build(texts, ["2024-03-02"] * 3))["state"]) == {"whole"}


def test_an_extract_without_quotation_marks_is_the_whole_utterance():
    texts = {
        "Dawn": f"“{WHOLE},” the mayor, Ana Ruiz, said.",
        "Echo": f"Mayor Ana Ruiz promised to “{PART}.”",
        "Flag": f"The mayor wrote on Monday:\n\n{WHOLE}.",
        "Gate": f"Mayor Ana Ruiz promised to “{PART}.” Her letter:\n\n{WHOLE}.",
    }
    _, quotes, articles = build(texts, ["2024-03-02"] * 4)
    matches = nl.match_quotes(quotes, articles=articles)
    carriage = nl.quote_carriage(matches, quotes, articles)
    assert state(carriage) == {"Dawn": "whole", "Echo": "part", "Flag": "whole", "Gate": "whole"}
    who = quotes.set_index("quote_id")["outlet"]
    assert set(nl.quote_edits(matches, quotes, articles=articles)["target"].map(who)) == {"Echo"}
    assert set(nl.quote_edits(matches, quotes)["target"].map(who)) == {"Echo", "Gate"}


def test_what_stands_in_another_piece_of_the_article_or_without_marks_is_not_cut():
    hasty = "I hastily scolded two bakers in a manner in which I would hate to be scolded as an apprentice"
    walk = "Following a long walk and a talk with my sisters I can see {}how cruel my sentences were"
    texts = {
        "Dawn": f"Jon Marsh wrote: “{hasty}. {walk.format('just ')}. ... I promise to learn from this episode.”",
        "Echo": f"“{hasty},” Jon Marsh said. “{walk.format('')}. My ovens are cold. I promise to learn from this episode.”",
        "Flag": f"“{hasty},” Jon Marsh said. His post:\n\n{walk.format('just ')}. I promise to learn from this episode.",
        "Gate": f"“{hasty},” Jon Marsh said.",
    }
    _, quotes, articles = build(texts, ["2024-03-02"] * 4)
    matches = nl.match_quotes(quotes, articles=articles)
    edits = nl.quote_edits(matches, quotes, articles=articles)
    cut = edits[edits["kind"] == "cut"]
    who = cut["target"].map(quotes.set_index("quote_id")["outlet"])
    assert cut.loc[who == "Flag", "source_text"].str.strip(" .").tolist() == ["My ovens are cold"]
    assert cut.loc[who == "Gate", "source_text"].str.contains("Following a long walk").all()
    assert set(who) == {"Flag", "Gate"}


def test_an_extract_in_another_piece_or_without_marks_is_whole():
    hasty, sorry = "I scolded two bakers in the middle of the market", "I promise to bake better loaves from now on"
    texts = {
        "Dawn": f"Jon Marsh wrote: “{hasty}. ... {sorry}.”",
        "Echo": f"“{hasty},” Jon Marsh said. The rest of his post:\n\nI was tired that day. {sorry}.",
        "Flag": f"“{hasty},” Jon Marsh said.",
    }
    assert state(nl.quote_carriage(*build(texts, ["2024-03-02"] * 3))) == {
        "Dawn": "whole",
        "Echo": "whole",
        "Flag": "part",
    }


def test_an_utterance_is_called_by_the_wording_that_most_articles_print():
    asked = "What steps has your office taken to win Mr. Roth for selling mills or future bakeries?"
    longer = (
        "Once Mr. Roth had gone, what offers or steps has anybody near your office taken to win Mr. Roth "
        "or to talk of Roth selling mills or future bakeries?"
    )
    texts = {
        "Dawn": f"Ana Ruiz asked: “{longer}” She also asked: “{asked}”",
        "Echo": f"Ana Ruiz asked: “{asked}”",
        "Flag": f"Ana Ruiz asked: “{asked}”",
    }
    matches, quotes, articles = build(texts, ["2024-03-02"] * 3)
    carriage = nl.quote_carriage(matches, quotes, articles)
    assert set(carriage["utterance"]) == {asked}
    assert set(carriage["state"]) == {"whole"}
    assert "stands in Dawn, Echo and Flag: “What steps" in nl.describe_matches(matches, quotes, articles=articles)
