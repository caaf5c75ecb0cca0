"""Coverage: who reports what, when a silence is claimed, and when nothing is said."""

import time

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

import newslab as nl
from newslab.framing.article_words import ArticleWords
from newslab.framing.dates import days_named
from newslab.tables import table

FILLER = " ".join(f"Nothing number {n} happened on the quiet street." for n in range(20))
STATEMENT = "old dam broke at last"
WELCOME = "He welcomed Olga Dahl to his Baltic estate"


def mention(referent, article_id, text, start=0, label=None):
    rule, *_, last = referent.split("/")
    row = {"referent": referent, "label": label or (STATEMENT if rule == "fact" else last), "article_id": article_id}
    end = start + len(text)
    return row | {"outlet": article_id, "start": start, "end": end, "text": text, "rule": rule}


def both(referent, text="x", **more):
    """Two articles, a and b, report it."""
    return [mention(referent, key, text, **more) for key in "ab"]


def told(rows, *texts, published=None, events=None, outlets=None):
    """The coverage of articles a, b, c … with these texts."""
    frame = pd.DataFrame({"article_id": list("abcdefg")[: len(texts)], "text": [f"{text} {FILLER}" for text in texts]})
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


@pytest.mark.parametrize(("tellers", "joined"), [("acdef", True), ("acdefg", False)])
def test_a_name_of_many_events_does_not_join_them(tellers, joined):
    rows = both("fact/dam/break", "The dam broke on Saturday.")
    rows += [mention("name/Congress", key, "Congress", start=200) for key in tellers]
    found = told(rows, *["One."] * 7, events=event(a=1, b=1, c=2, d=3, e=4, f=5, g=6))
    apart = found[(found["referent"] == "fact/dam/break") & (found["state"] == "other event")]
    assert apart["article_id"].tolist() == (["c", "d", "e", "f"] if joined else [])


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
    ("label", "rule", "third", "state"),
    [
        # Accents, letters changed places, small letters, and who is spoken of by what he is.
        ("Felipe Calderón", "person", "Calderon left.", None),
        ("Olga Priebus", "person", "Olaf Preibus left.", None),
        ("Marine Reserve", "person", "He was in the reserves.", None),
        ("Olga Calder", "person", "The Norwegian envoy left.", None),
        ("Olga Calder", "person", "A Norwegian envoy Olaf Vik left.", "silent"),
        # An abbreviation, with its dots or written out, a word of the same family, another head.
        ("HNA", "name", "The Harbour and Navigation Agency closed.", None),
        ("H.N.A.", "name", "The HNA closed.", None),
        ("Senate", "name", "Sen. Vik left.", None),
        ("Congress", "name", "The congressman left.", None),
        ("Harbour Treaty", "name", "The harbour was shut.", None),
        ("Democratic Party", "name", "Mr Vik (D-Moss) left.", None),
        ("Democratic Party", "name", "A Democratic mayor left.", None),
        ("Democratic Party", "name", "Nobody in our democracy left.", "silent"),
        # No name of its own.
        ("Baptist", "name", "They left.", None),
        ("Norwegians", "name", "They left.", None),
        ("Olga", "name", "They left.", None),
        ("Mo", "name", "They left.", None),
    ],
)
def test_a_name_said_otherwise_is_no_silence(label, rule, third, state):
    rows = both(f"{rule}/{label}", "a Baptist" if label == "Baptist" else f"the Norwegian envoy {label}")
    assert states(rows, "One.", "Two.", third) == [state]


@pytest.mark.parametrize(
    ("third", "state"),
    [
        # Other words around the same people and places.
        ("She was the guest of the evening, while hosting Olga Dahl at a Baltic club.", None),
        ("Her Baltic house was open to the Dahl family.", None),
        ("The glacier melts. The gorge is flooded.", "silent"),
    ],
)
def test_a_fact_that_may_be_told_in_other_words_is_not_called_silent(third, state):
    rows = both("fact/estat/welcom", WELCOME)
    assert states(rows, f"{WELCOME}.", f"{WELCOME}.", third) == [state]


@pytest.mark.parametrize(
    ("label", "state"),
    [
        ("pay the old harbour tax", "silent"),
        # A piece of a statement, names alone, and what lacks its end.
        ("quality of life", None),
        ("firmly denied (2)", None),
        ("Olga Dahl and Olaf Vik", None),
        ("spokesman for Mayor Olga Dahl", None),
        ("called old harbour tax for the", None),
        ("called the old harbour tax for the …", "silent"),
    ],
)
def test_only_a_statement_is_something_to_be_silent_on(label, state):
    assert states(both("fact/harbor/tax", "x", label=label), "One.", "Two.", "Three.") == [state]


def test_nobody_is_silent_on_the_country_at_home():
    rows = both("country/Norway", "Norway") + both("country/Sweden", "Sweden", start=50)
    assert states(rows, "One.", "Two.", "Three.") == ["silent", "silent"]
    # Whose parliament an article names, of that country it speaks.
    rows.append(mention("name/storting", "a", "the Storting", start=90))
    assert states(rows, "One.", "Two.", "Three.")[:2] == [None, "silent"]


@pytest.mark.parametrize("said", ["the U.S. election", "by US and local courts", "a U.S.-led fleet", "in the U.S."])
def test_who_writes_of_a_country_by_its_initials_is_not_silent_on_it(said):
    assert states(both("country/United States", "America"), "One.", "Two.", f"It was {said}.") == [None]


def test_what_two_articles_say_in_quite_other_words_is_hardly_one_fact():
    rows = [mention("fact/harbor/tax", "a", "The mayor raised the harbour tax after a quarrel with fishermen")]
    rows.append(mention("fact/harbor/tax", "b", "Nobody thinks that a tax helps an empty shop through winter"))
    texts = [f"{row['text']}." for row in rows]
    assert states(rows, *texts, "Three.") == [None]
    rows[1]["text"] = "She raised the harbour tax after a quarrel"
    assert states(rows, texts[0], f"{rows[1]['text']}.", "Three.") == ["silent"]


@given(st.text(max_size=60), st.sampled_from(["person", "name", "place", "country", "fact", "codebook"]))
def test_who_prints_the_label_is_never_called_silent(label, rule):
    words = ArticleWords(f"Then {label} went on.", frozenset())
    looked_up = {"person": words.may_name_person, "name": words.may_name, "place": words.may_name_place}
    known = [word for word in label.split() if word.isascii() and word.isalpha()]
    if rule in looked_up and known and len(known) == len(label.split()):
        assert looked_up[rule](label)


@pytest.mark.parametrize("sign", ["A", "a", "A-", "A ", "of ", "a.", "-", "(", "É", "\u0301"])
def test_words_of_an_odd_text_are_read_in_linear_time(sign):
    before = time.process_time()
    ArticleWords(sign * (200_000 // len(sign)), frozenset())
    assert time.process_time() - before < 2


def test_coverage_asks_for_the_articles_and_says_which_table_it_wants():
    wording = table("wording", both("person/Eva Moe", "Eva Moe"))
    with pytest.raises(ValueError, match="expected the table of articles"):
        nl.coverage(wording, wording)
    with pytest.raises(TypeError):
        nl.coverage(wording)
