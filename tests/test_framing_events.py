"""What several events in one folder change: what is compared, what is called silent, and how articles are named."""

import pandas as pd
import pytest

import newslab as nl
from newslab.tables import table


@pytest.fixture(scope="module")
def seeds():
    return nl.clean_articles(nl.load_articles("seeds", sources="seeds/sources.csv"))


def mention(referent, article_id, text, rule, start=0):
    row = {"referent": referent, "label": referent.split("/")[-1], "article_id": article_id, "outlet": article_id}
    return row | {"start": start, "end": start + len(text), "text": text, "rule": rule}


EVENTS = pd.DataFrame({"article_id": ["a", "b", "c"], "event": [1, 1, 2]})


def test_a_nameless_thing_is_not_compared_across_events():
    wording = table(
        "wording",
        [
            mention("thing/meeting", "a", "the summit", "thing"),
            mention("thing/meeting", "b", "their encounter", "thing"),
            mention("thing/meeting", "c", "a board session", "thing"),
        ],
    )
    pairs = nl.contrasts(wording, events=EVENTS)
    assert set(zip(pairs["source"], pairs["target"], strict=True)) == {("a", "b")}
    assert len(nl.contrasts(wording)) > len(pairs)


def test_a_person_is_compared_across_events():
    wording = table(
        "wording",
        [
            mention("person/Ana Ruiz", "a", "Mayor Ruiz", "person"),
            mention("person/Ana Ruiz", "c", "the city's leader", "person"),
        ],
    )
    assert len(nl.contrasts(wording, events=EVENTS)) == 1


def test_a_thing_of_two_events_is_no_row_to_compare():
    articles = nl.load_articles(pd.DataFrame({"article_id": list("abc"), "text": ["One.", "Two.", "Three."]}))
    rows = [mention("thing/fire", "a", "the fire", "thing"), mention("thing/fire", "c", "a dismissal", "thing")]
    assert nl.compare_wording(table("wording", rows), articles, events=EVENTS).empty
    compared = nl.compare_wording(table("wording", rows), articles)
    assert compared.columns.tolist() == ["label", "a", "b", "c"]
    assert compared.loc[0, ["a", "b", "c"]].tolist() == ["the fire", "", "a dismissal"]


def test_the_columns_say_which_event_an_article_tells_of(seeds):
    compared = nl.compare_wording(nl.wording(seeds), seeds, events=nl.group_events(seeds))
    assert compared.columns[1:].tolist()[::4] == ["RT (event 1)", "AzerNews (event 3)"]


def test_half_a_fact_is_neither_told_nor_silent(seeds):
    # USA TODAY writes of "a closer relationship": it has one part of "mend relations", so it is not called silent.
    wording, events = nl.wording(seeds), nl.group_events(seeds)
    coverage = nl.coverage(wording, articles=seeds, events=events)
    fact = coverage[coverage["referent"] == "fact/relation/repair"]
    assert "USA TODAY" not in fact["outlet"].tolist()
    assert fact.loc[fact["state"] == "told", "outlet"].tolist() == ["RT", "The Independent", "Bloomberg"]


def test_two_weeks_older_is_no_silence(seeds):
    coverage = nl.coverage(nl.wording(seeds), articles=seeds, events=nl.group_events(seeds))
    flynn = coverage[coverage["label"] == "Michael Flynn"].set_index("outlet")["state"]
    assert flynn[["USA TODAY", "Bloomberg"]].tolist() == ["could not know"] * 2
    assert flynn["AzerNews"] == "other event"


def test_articles_of_one_outlet_are_told_apart_by_day_or_number():
    frame = pd.DataFrame({"article_id": list("abcd"), "outlet": ["AP", "AP", "RT", "RT"], "text": ["x"] * 4})
    frame["published"] = ["2024-02-26", "2024-02-27", "2024-02-26", None]
    labels = nl.article_labels(nl.load_articles(frame))
    assert labels == {"a": "AP (26 Feb 2024)", "b": "AP (27 Feb 2024)", "c": "RT (1)", "d": "RT (2)"}
