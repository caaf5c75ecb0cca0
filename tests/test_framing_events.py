"""What several events in one folder change: what is compared, what is called silent, and how articles are named."""

import pandas as pd
import pytest

import newslab as nl
from newslab.framing.mentions import find_mentions
from newslab.framing.salience import main_referents
from newslab.framing.stories import stories
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
    pairs = nl.contrasts(wording, table("articles"), events=EVENTS)
    assert set(zip(pairs["source"], pairs["target"], strict=True)) == {("a", "b")}
    assert len(nl.contrasts(wording, table("articles"))) > len(pairs)


@pytest.mark.parametrize(("tellers", "pairs"), [("ac", 1), ("ab", 0)])
def test_a_person_is_compared_across_events_that_state_one_fact(tellers, pairs):
    rows = [
        mention("person/Ana Ruiz", "a", "Mayor Ruiz", "person"),
        mention("person/Ana Ruiz", "c", "the city's leader", "person"),
    ]
    rows += [mention("fact/dam/leak", article_id, "The dam leaks.", "fact") for article_id in tellers]
    assert len(nl.contrasts(table("wording", rows), table("articles"), events=EVENTS)) == pairs


@pytest.mark.parametrize(
    ("outlets", "texts", "rule"),
    [
        # An outlet is not set against itself, nor are the words of one side a part of the other's.
        ("RR", ("Mayor Ruiz", "the city's leader"), "person"),
        (
            "RT",
            (
                "director of the Harbour Watch",
                "said Ana Ruiz, the director of the Harbour Watch, a group of the docks on the northern shore",
            ),
            "fact",
        ),
    ],
)
def test_what_is_no_contrast(outlets, texts, rule):
    rows = [
        mention(f"{rule}/x/y", key, text, rule) | {"outlet": outlet}
        for key, text, outlet in zip("ab", texts, outlets, strict=True)
    ]
    assert nl.contrasts(table("wording", rows), table("articles")).empty
    rows = [
        row | {"outlet": key, "text": text}
        for row, key, text in zip(rows, "ab", ("red boat", "blue mill"), strict=True)
    ]
    assert len(nl.contrasts(table("wording", rows), table("articles"))) == 1


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
    coverage = nl.coverage(wording, seeds, events=events)
    fact = coverage[coverage["referent"] == "fact/relation/repair"]
    assert "USA TODAY" not in fact["outlet"].tolist()
    assert fact.loc[fact["state"] == "told", "outlet"].tolist() == ["RT", "The Independent", "Bloomberg"]


def test_two_weeks_older_is_no_silence(seeds):
    coverage = nl.coverage(nl.wording(seeds), seeds, events=nl.group_events(seeds))
    denial = coverage[coverage["referent"] == "fact/Sergei Kislyak/lift"].set_index("outlet")["state"]
    assert denial[["USA TODAY", "Bloomberg"]].tolist() == ["could not know"] * 2
    assert denial["AzerNews"] == "other event"


def test_articles_of_one_outlet_are_told_apart_by_day_or_number():
    frame = pd.DataFrame({"article_id": list("abcd"), "outlet": ["AP", "AP", "RT", "RT"], "text": ["x"] * 4})
    frame["published"] = ["2024-02-26", "2024-02-27", "2024-02-26", None]
    labels = nl.article_labels(nl.load_articles(frame))
    assert labels == {"a": "AP (26 Feb 2024)", "b": "AP (27 Feb 2024)", "c": "RT (1)", "d": "RT (2)"}


TWO_STORIES = {
    "a": "Anna Berg praised the call. Anna Berg said the call was long. Peter Holm liked the call. The call ended.",
    "b": "Peter Holm regrets the call. Olga Dahl heard of it. The call was short, Anna Berg said. Berg praised the call.",
    "c": "Nina Vik denied the call. The glacier expert said the call was false. Tom Lund heard the call. The call on the "
    "melting glacier came late, and hikers drowned in the flooded gorge.",
    "d": "Tom Lund took the call from the gorge. The call was good, said Nina Vik, whose hikers had crossed the glacier. "
    "Lund liked the call. The call cost nothing. Anna Berg sent flowers to the drowned.",
}


def test_a_thing_of_two_stories_is_two_and_a_person_one():
    articles = nl.load_articles(pd.DataFrame({"article_id": list(TWO_STORIES), "text": list(TWO_STORIES.values())}))
    events = pd.DataFrame({"article_id": list("abcd"), "event": [1, 1, 2, 2]})
    rows = nl.wording(articles, events=events)
    tellers = rows.groupby("referent")["article_id"].agg(lambda found: "".join(sorted(set(found))))
    assert tellers[tellers.index.str.startswith("thing/conversation")].tolist() == ["ab", "cd"]
    assert tellers["person/Anna Berg"] == "abd"


def test_events_with_the_same_people_are_one_story(seeds):
    pd.testing.assert_frame_equal(nl.wording(seeds, events=nl.group_events(seeds)), nl.wording(seeds))


def test_the_table_shows_what_articles_come_back_to():
    articles = pd.DataFrame({"article_id": ["a", "b", "c"], "status": "ok", "n_words": [1500, 1500, 1500]})
    rows = [mention("name/x", "a", "X", "name"), mention("name/x", "b", "X", "name")]
    rows += [mention("name/y", article_id, "Y", "name", start) for article_id in "ab" for start in (0, 9)]
    rows += [mention("thing/z", "a", "the z", "thing", start) for start in range(0, 99, 9)]
    rows += [
        mention("fact/f", "a", "f", "fact"),
        mention("fact/f", "b", "f", "fact"),
        mention("fact/g", "a", "g", "fact"),
    ]
    wording = table("wording", rows)
    # Without events, two mentions in 4,500 words are too few; within an event of 3,000 words, four are enough.
    assert set(main_referents(wording, articles)["referent"]) == {"fact/f"}
    assert set(main_referents(wording, articles, events=EVENTS)["referent"]) == {"name/y", "fact/f"}
    assert main_referents(wording.iloc[:0], articles).empty


def test_a_referent_of_many_wordings_gives_a_hundred_pairs():
    rows = [mention("person/P", f"t{n}", f"wording{n} of{n}", "person") for n in range(70)]
    assert len(nl.contrasts(table("wording", rows), table("articles"))) == 100


UNRELATED = {
    "a": "The minister spent a budget on hydrogen. Work on the pipeline was signed off on Monday. The role of the port "
    "is disputed. The role was small. Nina Vik serves as its engineer.",
    "b": "The sprinter spent a month away from work with an injured ankle, and was signed off by Tom Lund. Her role in "
    "the relay is open. The role was new.",
}


def test_articles_of_different_stories_state_no_fact_and_no_thing_together():
    articles = nl.load_articles(pd.DataFrame({"article_id": list(UNRELATED), "text": list(UNRELATED.values())}))
    for events in (None, pd.DataFrame({"article_id": ["a", "b"], "event": [1, 2]})):
        rows = nl.wording(articles, events=events)
        assert rows.groupby("referent")["article_id"].nunique().loc[lambda n: n > 1].empty


def test_articles_of_one_event_are_one_story_however_they_differ():
    mentions = {key: find_mentions(key, text) for key, text in UNRELATED.items()}
    assert stories(mentions, {"a": 1, "b": 1}) == [["a", "b"]]
    assert stories(mentions, {"a": 1, "b": 2}) == stories(mentions, None) == [["a"], ["b"]]


FILLER = " ".join(f"Nothing number {n} happened on the quiet street." for n in range(20))


@pytest.mark.parametrize(("later", "together"), [("2024-03-12", True), ("2024-05-01", False), (None, True)])
def test_what_happened_long_after_is_another_fact(later, together):
    # The same turbine leaks, or another one a season later.
    one = "The auditors found a leaking turbine under the northern spillway. Olga Dahl praised the auditors."
    other = "Below the spillway, the auditors said, one turbine was leaking. The auditors met Olga Dahl."
    frame = pd.DataFrame({"article_id": ["a", "b"], "text": [f"{one} {FILLER}", f"{other} {FILLER}"]})
    rows = nl.wording(nl.load_articles(frame.assign(published=["2024-03-02", later])))
    assert (rows["rule"] == "fact").any() == together
    assert set(rows.loc[rows["label"] == "Olga Dahl", "article_id"]) == {"a", "b"}


def test_a_family_name_alone_is_the_person_of_another_story():
    # A family name before a noun may be that of anybody: "the Dahl campaign".
    texts = {
        "a": "Olga Dahl opened the mill. Dahl left Riga by boat.",
        "b": "Olga Dahl closed the mill. In Riga Dahl took a boat.",
        "c": "Glaciers melt, and Dahl knows of it. The gorge flooded the hikers.",
        "d": "A festival hired the Dahl campaign. Violins and cellos sounded.",
    }
    rows = nl.wording(nl.load_articles(pd.DataFrame({"article_id": list(texts), "text": list(texts.values())})))
    assert set(rows.loc[rows["label"] == "Olga Dahl", "article_id"]) == set("abc")


def test_a_head_noun_alone_is_no_referent():
    texts = {
        "a": "A gang member shouted. The gang member ran. The gang member fell. The long fee was paid. The fee rose.",
        "b": "Members of the press came. The press members sat. Members of the press left. The fee fell. The fee is new.",
    }
    events = pd.DataFrame({"article_id": ["a", "b"], "event": [1, 1]})
    rows = nl.wording(
        nl.load_articles(pd.DataFrame({"article_id": list(texts), "text": list(texts.values())})), events=events
    )
    assert set(rows.loc[rows["rule"] == "thing", "referent"]) == {"thing/fee"}


def test_a_surname_that_is_a_function_word_is_a_name():
    # "Mrs. May" and "Theresa May" share a name: they are no contrast.
    rows = [
        mention("person/Nora May", "a", "Mrs. May", "person"),
        mention("person/Nora May", "b", "Nora May", "person"),
    ]
    assert nl.contrasts(table("wording", rows), table("articles")).empty
