"""Contrasts: what is worded differently, and what only looks so; which sentences state one fact."""

import pandas as pd
import pytest

import newslab as nl
from newslab.framing.wording_table import _families
from newslab.tables import TELLING, table


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
    return nl.contrasts(wordings(rule, label, **texts), table("articles"))[
        ["source_text", "target_text"]
    ].values.tolist()


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


HEADS = [
    "The reckless crew of the ferry sank a trawler near the harbour of Riga",
    "On its way to the island with forty guests the ferry hit a trawler off Riga",
]
BODY = [
    "A baker sold salty buns to the clerks. Rain fell on the square. Nobody saw the tram. The clerks went home.",
    "A mill burned in the north. Farmers lost their hay. A choir sang in the chapel. The snow melted late.",
]


def scored(*texts, clauses=HEADS, rule="fact", **options):
    """The contrasts of clauses of two texts, a referent for each pair of clauses."""
    articles = nl.load_articles(pd.DataFrame({"article_id": ["a", "b"], "text": texts}))
    rows = []
    for place, clause in enumerate(clauses):
        text = texts[place % 2]
        start = text.index(clause)
        row = {"referent": f"{rule}/{place // 2}", "label": "x", "article_id": "ab"[place % 2], "rule": rule}
        rows.append(row | {"start": start, "end": start + len(clause), "text": clause})
    return nl.contrasts(table("wording", rows), articles, **options)


def texts(heads=HEADS, body=BODY):
    return [f"{head}. {rest}" for head, rest in zip(heads, body, strict=True)]


def test_a_word_of_judgement_that_one_article_alone_prints_tells_something():
    told = scored(*texts())["score"].item()
    plain = [HEADS[0].replace("reckless ", ""), HEADS[1]]
    assert told >= TELLING > scored(*texts(plain), clauses=plain)["score"].item()
    # The other article calls them so too, farther down; or it is somebody else's word.
    assert scored(*texts(body=[BODY[0], f"{BODY[1]} They were reckless."]))["score"].item() < told
    quoted = [HEADS[0].replace("reckless", "“reckless”"), HEADS[1]]
    assert scored(*texts(quoted), clauses=quoted)["score"].item() < told


def test_without_the_articles_nothing_is_called_telling():
    found = scored(*texts())
    rows = wordings("fact", "ferry", a=HEADS[0], b=HEADS[1])
    assert found["score"].item() >= TELLING > nl.contrasts(rows, table("articles"))["score"].max()


def test_two_clauses_at_different_points_of_the_story_are_not_telling():
    below = [f"{body} {head}." for head, body in zip(HEADS, BODY, strict=True)]
    lower = scored(*below)["score"].item()
    assert 0.3 < lower < scored(*texts())["score"].item()
    # Another sentence of the article is nearer to that of the other one.
    nearer = (
        f"{BODY[1]} {HEADS[1]}. Nobody of the crew of the ferry said why the reckless crew sank a trawler near Riga."
    )
    assert scored(below[0], nearer)["score"].item() < 0.3


def test_of_each_sentence_one_pair_is_telling():
    halves = [f"{HEADS[0]}, a foul disgrace", f"{HEADS[1]}, a slight mishap"]
    found = scored(*texts(halves), clauses=[*HEADS, "a foul disgrace", "a slight mishap"])
    assert (found["score"] >= TELLING).sum() == 1
    assert len(found) == 2


def test_a_name_alone_is_no_telling_wording():
    heads = ["Captain Ada Lowe sank the trawler", "Ada B. Lowe of the ferry sank the trawler"]
    found = scored(*texts(heads), clauses=["Captain Ada Lowe", "Ada B. Lowe"], rule="person")
    assert found.empty or found["score"].max() < TELLING


def test_what_the_other_article_prints_anywhere_is_no_contrast():
    def labels_of(*ends):
        said = [f"{BODY[0]} Lowe went to bed{ends[0]}.", f"{BODY[1]} The harbour pilot sang{ends[1]}."]
        return scored(*said, clauses=["Lowe", "The harbour pilot"], rule="person")["score"].tolist()

    # One of the labels stands in both articles, though the table of wordings has it for one; or both do.
    assert labels_of("", "")[0] > labels_of("", ", and Ada Lowe wept")[0] > 0
    assert labels_of(" near a pilot of the harbour", ", and Ada Lowe wept") == []


def test_the_articles_of_another_table_are_no_error():
    rows = wordings("fact", "ferry", a=HEADS[0], b=HEADS[1])
    other = nl.load_articles(pd.DataFrame({"article_id": ["c"], "text": ["A baker sold buns."]}))
    pd.testing.assert_frame_equal(nl.contrasts(rows, other), nl.contrasts(rows, table("articles")))
    with pytest.raises(ValueError, match="articles"):
        nl.contrasts(rows, rows)


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
    denied = found[found.str.contains("Flynn and Kislyak had not discussed", regex=False)]
    assert not denied.empty
    assert not denied.str.contains("Putin and Trump did", regex=False).any()


def labels(*texts):
    """label → its wordings, over all the articles."""
    frame = pd.DataFrame({"article_id": list("abcd")[: len(texts)], "text": texts})
    rows = nl.wording(nl.load_articles(frame), events=frame[["article_id"]].assign(event=1))
    return rows.groupby("label")["text"].apply(list).to_dict()


def test_what_only_begins_a_quotation_or_shortens_a_state_is_no_name():
    found = labels(
        "“Hello, my name is Ada Lowe,” she said. “Let us go.” He met Bo Shaw, of Tampa, Fla., on “Face the City.”",
        "“Hello,” said Ada Lowe. “Put it down,” said Bo Shaw. “Face the facts.” Mr. Face of Conn. agreed with Mr. Face.",
    )
    assert not {"Hello", "Let", "Put", "Fla", "Fla.", "Conn", "Conn.", "Face"} & set(found) - {"Face"}
    assert all("Face" not in text or "Mr." in text for text in found.get("Face", []))


def test_a_slip_inside_a_quotation_is_no_person_of_its_own():
    found = labels(
        "Nina Moe Berg left. “Tina Moe Berg is late,” the mayor wrote.",
        "The mayor called her “Tina Moe Berg.” Nina Moe Berg laughed.",
    )
    assert "Tina Moe Berg" not in found
    # Of one family name there are many people: "Anna Vik" is not Olga Vik.
    assert "Anna Vik" in labels("Olga Vik left. “Anna Vik is late,” she said.", "Olga Vik ran. “Anna Vik!” he said.")


def test_the_country_is_not_that_of_the_last_name():
    found = labels("Norway praised him. He left the country.", "Norway wept. The country is small.")
    assert found["Norway"] == ["Norway", "Norway"]


def test_the_longtime_president_is_somebody_new():
    found = labels("President Ada Lowe spoke. Sweden wept over its longtime president.", "President Ada Lowe ran.")
    assert found["Ada Lowe"] == ["President Ada Lowe"] * 2


def test_a_thing_is_not_called_what_one_article_alone_calls_it():
    found = labels(
        "The dam probe began. The dam probe ended. The dam probe failed.",
        "They investigated the dam. A dam was the cause of the state investigation. The state investigation failed.",
    )
    assert "The state investigation" in found["probe"]


def test_the_family_name_of_a_junior_stands_before_it():
    father, son = (
        (f"person/{name}", name, "person", [(key, 0, 9) for key in "ab"]) for name in ("Tom Dahl", "Tom Dahl Jr.")
    )
    assert _families([son]) == {"name/dahl": ("person/Tom Dahl Jr.", "Tom Dahl Jr.", "person")}
    assert _families([father, son]) == {}


def test_a_fact_that_more_outlets_tell_comes_first():
    two = wordings("fact", "dam/leak", a="the dam leaks into the valley", b="water drips from a crack in the dam")
    three = wordings(
        "fact", "mill/burn", a="the mill burns in the night", b="a fire eats the mill", c="arson at a mill"
    )
    found = nl.contrasts(pd.concat([two, three], ignore_index=True), table("articles"))
    assert found["referent"].iloc[-1] == "fact/dam/leak"


def test_crimea_is_among_the_first_contrasts_of_the_seeds():
    articles = nl.clean_articles(nl.load_articles("seeds", sources="seeds/sources.csv"))
    events = nl.group_events(articles)
    told = nl.describe_contrasts(nl.contrasts(nl.wording(articles, events=events), articles=articles, events=events))
    assert "annexation of Crimea" in told
