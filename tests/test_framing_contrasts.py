"""Contrasts: what is worded differently, and what only looks so; which sentences state one fact."""

import pandas as pd
import pytest

import newslab as nl
from newslab.tables import table


def wordings(rule, label, **texts):
    """A wording table of one referent: article → its wordings, divided by |."""
    rows = []
    for article_id, said in texts.items():
        for start, text in enumerate(said.split("|")):
            place = {
                "article_id": article_id,
                "outlet": article_id,
                "start": 100 * start,
                "end": 100 * start + len(text),
            }
            rows.append({"referent": f"{rule}/{label}", "label": label, "text": text, "rule": rule, **place})
    return table("wording", rows)


def pairs(rule, label, **texts):
    return nl.contrasts(wordings(rule, label, **texts))[["source_text", "target_text"]].values.tolist()


def test_what_both_articles_say_is_no_contrast():
    assert pairs("person", "Olga Dahl", a="Dahl|the harbour pilot", b="the harbour pilot|Dahl") == []
    # The other article has the words as a part of a longer wording.
    assert pairs("person", "Olga Dahl", a="Dahl|the pilot", b="harbour pilot Olga Dahl") == []
    assert pairs("person", "Olga Dahl", a="Dahl", b="the harbour pilot|Dahl") == [["Dahl", "the harbour pilot"]]


@pytest.mark.parametrize(
    ("rule", "label", "one", "other", "n"),
    [
        # The same name, spelled or shortened.
        ("country", "United States", "the U.S.", "the United States", 0),
        ("name", "baltic rowing union", "the B.R.U.", "BRU", 0),
        ("name", "baltic rowing union", "the BRU", "the Baltic Rowing Union", 0),
        ("name", "baltic rowing union", "the BRU", "the rowers of Riga", 1),
        ("person", "Olga Dahl", "Olga", "Dahl", 0),
        ("person", "Olga Dahl", "the president", "Dahl", 0),
        # A people is not its government.
        ("country", "Norway", "Norwegians", "Oslo", 0),
        ("country", "Norway", "the Norwegian government", "Oslo", 1),
        # One is not several; talks are one thing.
        ("thing", "company", "the company", "large firms", 0),
        ("thing", "company", "the company", "a large firm", 1),
        ("thing", "meeting", "the summit in the hills", "talks", 1),
    ],
)
def test_what_only_looks_different(rule, label, one, other, n):
    assert len(pairs(rule, label, a=one, b=other)) == n


def test_what_somebody_is_says_more_than_another_name():
    found = pairs("country", "Norway", a="Norway", b="Oslo", c="the kingdom")
    assert found[0] == ["Norway", "the kingdom"]
    assert ["Norway", "Oslo"] in found


def test_of_one_fact_the_clauses_that_differ_most_come_first():
    clauses = {
        "a": "the dam leaks into the valley",
        "b": "auditors found that the dam leaks water into the northern valley after years",
        "c": "a torrent from the broken dam drowned a village in spring",
    }
    assert pairs("fact", "dam/leak", **clauses)[0] == [clauses["b"], clauses["c"]]


FILLER = " ".join(f"Nothing happened on the {what} street." for what in "quiet muddy narrow steep sunny".split() * 3)
OTHER = " ".join(f"A baker sold {what} buns." for what in "salty sweet stale warm tiny".split() * 3)


def facts(*texts):
    frame = pd.DataFrame({"article_id": list("abc")[: len(texts)], "text": texts})
    frame["text"] += [f" {filler}" for filler in (FILLER, OTHER, "")[: len(texts)]]
    events = pd.DataFrame({"article_id": frame["article_id"], "event": 1})
    rows = nl.wording(nl.load_articles(frame), events=events)
    return rows[rows["rule"] == "fact"].groupby("referent", sort=False)["text"].apply(list).tolist()


def test_two_names_say_who_and_not_what():
    one = "Nina Vik of the Harbour Watch left Riga. The Harbour Watch wept."
    other = "The Harbour Watch, where Nina Vik worked, closed its windows. Nina Vik smiled."
    assert facts(one, other) == []


def test_one_noun_phrase_names_a_thing_and_states_nothing():
    one = "The spy agency bought a hundred bicycles for its clerks in the capital last summer."
    assert facts(one, "Nobody asked the spy agency when a glacier melted and a gorge was flooded.") == []
    assert len(facts(one, "A hundred bicycles were bought by the spy agency for clerks.")) > 0


def test_the_name_of_a_fact_does_not_turn_it_round():
    frame = pd.DataFrame({"article_id": ["a", "b"]})
    frame["text"] = [
        f"Auditors called the spillway less watertight than a turbine. {FILLER}",
        f"The spillway is hardly watertight, auditors say: a turbine leaks. {OTHER}",
    ]
    rows = nl.wording(nl.load_articles(frame), events=frame[["article_id"]].assign(event=1))
    labels = rows.loc[rows["rule"] == "fact", "label"].unique().tolist()
    assert any("watertight" in label for label in labels)
    assert not [label for label in labels if "spillway watertight" in label or "is watertight" in label]


def test_a_sentence_that_both_print_is_one_fact():
    sentence = "Auditors saw a leaking turbine, a rusty spillway and a crooked ladder."
    assert facts(sentence, sentence) == [[sentence, sentence]]
    # Nor does a third article that prints half of it make the other half a fact of its own.
    assert len(facts(sentence, sentence, "Auditors saw a leaking turbine, it is said.")) == 1


def test_what_two_pairs_of_people_discussed_is_two_facts():
    # Flynn and Kislyak, and Trump and Putin; both are said not to have discussed sanctions.
    rows = nl.wording(nl.clean_articles(nl.load_articles("seeds", sources="seeds/sources.csv")))
    found = rows[rows["rule"] == "fact"].groupby("referent")["text"].apply(" | ".join)
    denied = found[found.str.contains("Flynn denied discussing sanctions", regex=False)]
    assert not denied.empty
    assert not denied.str.contains("Putin and Trump did", regex=False).any()


def states(rows, *texts, published=None):
    frame = pd.DataFrame({"article_id": list("abc")[: len(texts)], "text": [f"{text} {FILLER}" for text in texts]})
    frame["outlet"] = frame["article_id"]
    articles = nl.load_articles(frame if published is None else frame.assign(published=published))
    told = nl.coverage(rows, articles=articles)
    return told.set_index(["label", "outlet"])["state"].to_dict()


def test_a_name_that_stands_once_in_all_is_no_silence_of_the_others():
    told = states(wordings("name", "Harbour Watch", a="Harbour Watch"), "One.", "Two.")
    assert ("Harbour Watch", "b") not in told
    told = states(wordings("name", "Harbour Watch", a="Harbour Watch|the Harbour Watch"), "One.", "Two.")
    assert told["Harbour Watch", "b"] == "silent"
    # A place or a person is known to be one.
    assert states(wordings("place", "Riga", a="Riga"), "One.", "Two.")["Riga", "b"] == "silent"


@pytest.mark.parametrize(("third", "state"), [("b", "could not know"), ("c", "silent")])
def test_who_is_named_without_the_fact_was_known_before(third, state):
    fact = wordings("fact", "Eva Moe/arrest", b="Moe was arrested", a="Eva Moe was arrested")
    people = wordings("person", "Eva Moe", a="Eva Moe", **{third: "Moe"})
    days = ["2024-03-02", "2024-03-02", "2024-03-01"] if third == "b" else ["2024-03-02", "2024-03-01", "2024-03-02"]
    told = states(pd.concat([fact, people], ignore_index=True), "One.", "Two.", "Three.", published=days)
    assert told["Eva Moe", "c" if third == "b" else "b"] == state
