"""Coverage: who reports what, when a silence is claimed, and when nothing is said."""

import pandas as pd
import pytest

import newslab as nl
from newslab.framing.dates import days_named
from newslab.tables import table

FILLER = " ".join(f"Nothing number {n} happened on the quiet street." for n in range(20))
WELCOME = "He welcomed Olga Dahl to his Baltic estate"


def mention(referent, article_id, text, start=0, label=None):
    row = {"referent": referent, "label": label or referent.split("/")[-1], "article_id": article_id}
    end = start + len(text)
    return row | {"outlet": article_id, "start": start, "end": end, "text": text, "rule": referent.split("/")[0]}


def both(referent, text="x", **more):
    """Two articles, a and b, report it."""
    return [mention(referent, key, text, **more) for key in "ab"]


def told(rows, *texts, published=None, events=None, outlets=None):
    """The coverage of articles a, b, c … with these texts."""
    frame = pd.DataFrame({"article_id": list("abcd")[: len(texts)], "text": [f"{text} {FILLER}" for text in texts]})
    frame["outlet"] = outlets or frame["article_id"]
    articles = nl.load_articles(frame if published is None else frame.assign(published=published))
    return nl.coverage(table("wording", rows), articles, events=events)


def states(rows, *texts, **more):
    """The state of each referent in the last of the articles; None where it has no row."""
    found = told(rows, *texts, **more)
    last = found[found["article_id"] == "abcd"[len(texts) - 1]].set_index("referent")["state"]
    return [last.get(referent) for referent in dict.fromkeys(row["referent"] for row in rows)]


def event(**of):
    return pd.DataFrame({"article_id": list(of), "event": list(of.values())})


@pytest.mark.parametrize(
    ("text", "state"),
    [
        # Published on 2 March 2024, a Saturday; the third article is a day older.
        ("The dam broke on Saturday.", "could not know"),
        ("The dam broke on March 2.", "could not know"),
        ("The dam broke today.", "could not know"),
        # It may have been known, or was.
        ("The dam broke.", None),
        ("The dam broke on Friday.", None),
        ("The dam broke on Saturday, a week after the alarm of February 24.", None),
    ],
)
def test_only_what_happened_later_could_not_be_known(text, state):
    days = ["2024-03-02", "2024-03-02", "2024-03-01"]
    assert states(both("fact/dam/break", text), "One.", "Two.", "Three.", published=days) == [state]
    # Whoever published on the same day is silent.
    assert states(both("fact/dam/break", text), "One.", "Two.", "Three.", published=["2024-03-02"] * 3) == ["silent"]


def test_each_sentence_that_states_a_fact_has_to_say_that_it_is_new():
    rows = [mention("fact/dam/break", key, "The dam broke on Saturday.") for key in "ab"]
    rows.append(mention("fact/dam/break", "b", "The dam had broken before.", start=90))
    days = ["2024-03-02", "2024-03-02", "2024-03-01"]
    assert states(rows, "One.", "Two.", "Three.", published=days) == [None]


@pytest.mark.parametrize("referent", ["person/Eva Moe", "name/harbour watch", "place/Riga", "country/Norway"])
def test_people_places_and_names_are_older_than_their_first_mention_here(referent):
    rows = both(referent, "Eva Moe left on Saturday.")
    days = ["2024-03-02", "2024-03-02", "2024-03-01"]
    assert states(rows, "One.", "Two.", "Three.", published=days) == [None]
    assert states(rows, "One.", "Two.", "Three.") == ["silent"]


def test_a_day_named_is_the_last_one_before_publication():
    day = pd.Timestamp("2024-03-02").date()
    assert [str(found) for found in sorted(days_named("Sunday, Saturday, Jan. 5 and 28 December", day))] == [
        "2023-12-28",
        "2024-01-05",
        "2024-02-25",
        "2024-03-02",
    ]
    # What is to come, what is no date, and what is no day at all.
    assert days_named("next Monday, May 99, in 2019, maybe a Mondayish day", day) == set()


def test_what_one_outlet_alone_reports_is_no_silence_of_the_others():
    rows = [mention("person/Olga Dahl", key, "Olga Dahl") for key in "ab"]
    found = told(rows, "One.", "Two.", "Three.", outlets=["Post", "Post", "Star"])
    assert found[["article_id", "state"]].values.tolist() == [["a", "told"], ["b", "told"]]


def test_a_noun_has_no_row():
    assert told(both("thing/harbour fee") + both("thing/role"), "One.", "Two.", "Three.").empty


def test_each_fact_counts_once():
    rows = both("fact/dam/leak", "Olga Dahl saw the dam leak") + both("fact/dahl/see", "Olga Dahl saw the dam")
    rows += both("person/Olga Dahl", "Olga Dahl")
    assert set(told(rows, "One.", "Two.", "Three.")["referent"]) == {"fact/dam/leak"}
    # A name that stands elsewhere, too, is spoken of for itself, and another sentence is another fact.
    rows.append(mention("person/Olga Dahl", "a", "Dahl", start=300))
    rows += both("fact/mill/burn", "The mill burns", start=400)
    assert set(told(rows, "One.", "Two.", "Three.")["referent"]) == {
        "fact/dam/leak",
        "person/Olga Dahl",
        "fact/mill/burn",
    }


def test_an_older_story_could_not_know_and_an_unrelated_one_is_not_asked():
    rows = both("fact/dam/break", "The dam broke on Saturday.")
    days, events = ["2024-03-02", "2024-03-02", "2024-03-01"], event(a=1, b=1, c=2)
    assert states(rows, "One.", "Two.", "Three.", published=days, events=events) == [None]
    shared = [mention("person/Eva Moe", key, "Eva Moe", start=200) for key in "ac"]
    assert states(rows + shared, "One.", "Two.", "Eva Moe.", published=days, events=events)[0] == "other event"
    story = [mention("fact/mayor/vote", key, "The mayor voted.", start=200) for key in "ac"]
    assert states(rows + story, "One.", "Two.", "Three.", published=days, events=events)[0] == "could not know"


def test_two_articles_of_one_outlet_are_told_apart():
    rows = both("person/Eva Moe", "Eva Moe") + [mention("person/Eva Moe", "c", "Moe")]
    found = told(rows, "One.", "Two.", "Three.", "Four.", outlets=["Post", "Star", "Post", "Post"])
    assert found[["article_id", "outlet", "state"]].values.tolist() == [
        ["a", "Post", "told"],
        ["b", "Star", "told"],
        ["c", "Post", "told"],
        ["d", "Post", "silent"],
    ]


@pytest.mark.parametrize(
    ("label", "rule", "third", "state"),
    [
        ("Olga Dahl", "person", "Dahl left.", None),
        ("Olga Dahl", "person", "Olga has friends.", None),
        ("Olga Dahl", "person", "The Dahl Foundation closed.", None),
        ("Olga Dahl", "person", "Olga Vik left.", "silent"),
        ("Norway", "country", "The Storting voted.", None),
        ("Norway", "country", "The Riksdag voted.", "silent"),
        # A capital stands for its country, another town does not.
        ("Oslo", "place", "Norway voted.", None),
        ("Oslo", "place", "Sweden voted.", "silent"),
        ("Bergen", "place", "Norway voted.", "silent"),
        # To do without a network or an outlet of the folder is no silence.
        ("Twitter", "name", "They left.", None),
        ("FT", "name", "They left.", None),
        ("Harbour Treaty", "name", "Both liked the treaty.", None),
        ("Dahl administration", "name", "Dahl left.", None),
        ("Dahl administration", "name", "They left.", "silent"),
    ],
)
def test_who_is_silent_and_who_only_says_it_otherwise(label, rule, third, state):
    rows = both(f"{rule}/{label}", label)
    assert states(rows, "One.", "Two.", third, outlets=["Fjord Times", "B", "C"]) == [state]


@pytest.mark.parametrize(
    ("third", "state"),
    [
        # Other words around the same people and places.
        ("She was the guest of the evening, while hosting Olga Dahl at a Baltic club.", None),
        ("The glacier melts. The gorge is flooded.", "silent"),
    ],
)
def test_a_fact_that_may_be_told_in_other_words_is_not_called_silent(third, state):
    rows = both("fact/estat/welcom", WELCOME)
    assert states(rows, f"{WELCOME}.", f"{WELCOME}.", third) == [state]


def test_coverage_asks_for_the_articles_and_says_which_table_it_wants():
    wording = table("wording", both("person/Eva Moe", "Eva Moe"))
    with pytest.raises(ValueError, match="expected the table of articles"):
        nl.coverage(wording, wording)
    with pytest.raises(TypeError):
        nl.coverage(wording)
