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
    pairs = nl.contrasts(wording, events=EVENTS)
    assert set(zip(pairs["source"], pairs["target"], strict=True)) == {("a", "b")}
    assert len(nl.contrasts(wording)) > len(pairs)


@pytest.mark.parametrize(("tellers", "pairs"), [("ac", 1), ("ab", 0)])
def test_a_person_is_compared_across_events_that_state_one_fact(tellers, pairs):
    rows = [
        mention("person/Ana Ruiz", "a", "Mayor Ruiz", "person"),
        mention("person/Ana Ruiz", "c", "the city's leader", "person"),
    ]
    rows += [mention("fact/dam/leak", article_id, "The dam leaks.", "fact") for article_id in tellers]
    assert len(nl.contrasts(table("wording", rows), events=EVENTS)) == pairs


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
    assert nl.contrasts(table("wording", rows)).empty
    rows = [
        row | {"outlet": key, "text": text}
        for row, key, text in zip(rows, "ab", ("red boat", "blue mill"), strict=True)
    ]
    assert len(nl.contrasts(table("wording", rows))) == 1


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
    assert len(nl.contrasts(table("wording", rows))) == 100


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


def test_a_word_that_no_two_articles_of_an_event_share_is_no_row_of_coverage():
    wording = table(
        "wording",
        [mention("thing/role", article_id, "the role", "thing") for article_id in "ac"]
        + [mention("thing/fire", article_id, "the fire", "thing") for article_id in "ab"],
    )
    assert set(nl.coverage(wording, events=EVENTS)["referent"]) == {"thing/fire"}
    assert set(nl.coverage(wording)["referent"]) == {"thing/role", "thing/fire"}


FILLER = " ".join(f"Nothing number {n} happened on the quiet street." for n in range(20))


def states(rows, *texts, published=None, events=None, outlets=None):
    """The state of each referent in the last of the articles; None where it has no row."""
    frame = pd.DataFrame({"article_id": list("abcd")[: len(texts)], "text": [f"{text} {FILLER}" for text in texts]})
    frame["outlet"] = outlets or frame["article_id"]
    articles = nl.load_articles(frame if published is None else frame.assign(published=published))
    told = nl.coverage(table("wording", rows), articles=articles, events=events)
    last = told[told["outlet"] == frame["outlet"].iloc[-1]].set_index("referent")["state"]
    return [last.get(referent) for referent in dict.fromkeys(row["referent"] for row in rows)]


@pytest.mark.parametrize(
    ("referent", "rule", "state"),
    [
        ("fact/dam/leak", "fact", "could not know"),
        ("thing/meeting/Olga Dahl and Tom Lund", "thing", "could not know"),
        # Who comes into the story with a fact; all else was there before anybody wrote of it.
        ("person/Eva Moe", "person", "could not know"),
        ("person/Ana Ruiz", "person", "silent"),
        ("name/harbour watch", "name", "silent"),
        ("place/Riga", "place", "silent"),
        ("thing/harbour fee", "thing", "silent"),
    ],
)
def test_an_older_article_could_not_know_what_had_not_happened(referent, rule, state):
    rows = [mention(referent, key, "x", rule) for key in "ab"]
    days = ["2024-03-02", "2024-03-02", "2024-03-01"]
    moe = [mention("fact/Eva Moe/arrest", key, "Moe was arrested.", "fact") for key in "ab"]
    assert states(rows + moe, "One.", "Two.", "Three.", published=days)[0] == state


@pytest.mark.parametrize(("tellers", "state"), [("ac", "could not know"), ("a", "other event")])
def test_only_an_older_article_of_the_story_could_not_know(tellers, state):
    # An older page on something else has no gap: it would not have told of it the day after either.
    rows = [mention("fact/dam/leak", key, "The dam leaks.", "fact") for key in "ab"]
    rows += [mention("fact/mayor/vote", key, "The mayor voted.", "fact") for key in tellers]
    days = ["2024-03-02", "2024-03-02", "2024-03-01"]
    assert states(rows, "One.", "Two.", "Three.", published=days, events=EVENTS)[0] == state


@pytest.mark.parametrize(
    ("label", "rule", "third", "state"),
    [
        ("Olga Dahl", "person", "Dahl left.", None),
        ("Olga Dahl", "person", "Olga has friends.", None),
        ("Olga Dahl", "person", "The Dahl Foundation closed.", None),
        ("Olga Dahl", "person", "Olga Vik left.", "silent"),
        ("Norway", "country", "The Storting voted.", None),
        ("Norway", "country", "The Riksdag voted.", "silent"),
        # To do without a noun, a network or an outlet of the folder is no silence.
        ("decision", "thing", "They left.", None),
        ("harbour fee", "thing", "They left.", "silent"),
        ("Twitter", "name", "They left.", None),
        ("FT", "name", "They left.", None),
        ("Dahl administration", "name", "Dahl left.", None),
        ("Dahl administration", "name", "They left.", "silent"),
    ],
)
def test_who_is_silent_and_who_only_says_it_otherwise(label, rule, third, state):
    rows = [mention(f"{rule}/{label}", key, label, rule) for key in "ab"]
    assert states(rows, "One.", "Two.", third, outlets=["Fjord Times", "B", "C"]) == [state]


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


@pytest.mark.parametrize(
    ("rows", "third"),
    [
        # Other words around the same people and places.
        (
            [mention("fact/estat/welcom", key, "He welcomed Olga Dahl to his Baltic estate", "fact") for key in "ab"],
            "She was the guest of the evening, while hosting Olga Dahl at a Baltic club.",
        ),
        # A name that is a common noun to another, and an act whose parties both are there.
        ([mention("name/riga treaty", key, "the Riga Treaty", "name") for key in "ab"], "Both liked the treaty."),
        (
            [mention("thing/meeting/Olga Dahl and Tom Lund", key, "the talks", "thing") for key in "ab"]
            + [mention("person/Olga Dahl", "c", "Dahl", "person"), mention("person/Tom Lund", "c", "Lund", "person")],
            "Dahl hosted Lund.",
        ),
    ],
)
def test_what_may_be_told_in_other_words_is_not_called_silent(rows, third):
    welcome = "He welcomed Olga Dahl to his Baltic estate."
    assert states(rows, welcome, welcome, third)[0] is None


def test_a_fact_with_none_of_its_words_is_silent():
    rows = [mention("fact/estat/welcom", key, "He welcomed Olga Dahl to his Baltic estate", "fact") for key in "ab"]
    texts = ["He welcomed Olga Dahl to his Baltic estate."] * 2 + ["The glacier melts. The gorge is flooded."]
    articles = nl.load_articles(pd.DataFrame({"article_id": list("abc"), "text": texts}))
    told = nl.coverage(table("wording", rows), articles=articles).set_index("outlet")["state"]
    assert told["c"] == "silent"


def test_a_surname_that_is_a_function_word_is_a_name():
    # "Mrs. May" and "Theresa May" share a name: they are no contrast.
    rows = [
        mention("person/Nora May", "a", "Mrs. May", "person"),
        mention("person/Nora May", "b", "Nora May", "person"),
    ]
    assert nl.contrasts(table("wording", rows)).empty
