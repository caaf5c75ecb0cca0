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
