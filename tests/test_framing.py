"""Wording, coverage, contrasts: the same referent in each outlet's words, and who is silent."""

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import newslab as nl
from newslab.tables import COLUMNS
from newslab.text import STOP_WORDS, words

RIVER = {
    "north": (
        "President Anna Berg met Ivar Holm, the prime minister of Estonia, in Riga on Monday. Berg said the agreement on "
        "the river was historic. Latvia seized the river port in 2019 after Holm refused to negotiate. "
        "The Obama administration had warned of it."
    ),
    "south": (
        "Estonian Prime Minister Ivar Holm and President Berg held talks on Tuesday. Holm called the deal a sham. "
        "The seizure of the river port by Latvia in 2019 was illegal, he said. Barack Obama had warned both sides."
    ),
    "west": (
        "The two leaders met. Anna Berg, the president, praised the deal. Tallinn was silent about the river port, which "
        "Latvia took over in 2019. The president left on Tuesday."
    ),
}


def load(texts, **columns):
    return nl.load_articles(pd.DataFrame({"article_id": list(texts), "text": list(texts.values()), **columns}))


@pytest.fixture(scope="module")
def river():
    return load(RIVER, outlet=["North", "South", "West"], published=["2020-01-07", "2020-01-08", "2020-01-01"])


@pytest.fixture(scope="module")
def rows(river):
    return nl.wording(river)


@pytest.fixture(scope="module")
def seed_articles():
    return nl.clean_articles(nl.load_articles("seeds", sources="seeds/sources.csv"))


@pytest.fixture(scope="module")
def seed_rows(seed_articles):
    return nl.wording(seed_articles)


def said(rows, label):
    """What each outlet writes for the referent of that label."""
    return rows[rows["label"] == label].groupby("outlet")["text"].apply(list).to_dict()


def test_every_row_is_found_in_the_file_it_names(seed_articles, seed_rows):
    raw = dict(zip(seed_articles["article_id"], seed_articles["raw"], strict=True))
    assert len(seed_rows) > 100
    for row in seed_rows.itertuples():
        # White space is the only thing that the kept text changes.
        assert raw[row.article_id][row.start : row.end].split() == row.text.split()


def test_columns_are_the_same_for_no_one_or_odd_articles(river):
    odd = {"a": "", "b": "“" * 5000, "c": "Ο πρόεδρος είπε. 今日は晴れ。", "d": "A", "e": "of of of the , , ."}
    for articles in (river.iloc[:0], river.iloc[:1], load(odd)):
        wording = nl.wording(articles)
        assert wording.columns.tolist() == list(COLUMNS["wording"])
        assert nl.coverage(wording, articles).columns.tolist() == list(COLUMNS["coverage"])
        assert nl.contrasts(wording, articles).columns.tolist() == list(COLUMNS["contrasts"])
        assert nl.devices(articles).columns.tolist() == list(COLUMNS["devices"])


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.text(alphabet="ABer .,’'s“”-\n0\u00e9of", max_size=80), min_size=1, max_size=3))
def test_no_text_is_an_error(texts):
    articles = load({f"t{place}": text for place, text in enumerate(texts)})
    wording = nl.wording(articles)
    assert (wording["start"] < wording["end"]).all()
    nl.contrasts(wording, articles)


def test_the_order_of_the_articles_does_not_matter(river, rows):
    pd.testing.assert_frame_equal(nl.wording(river.iloc[::-1].reset_index(drop=True)), rows)


def test_a_long_run_of_marks_takes_no_time():
    # A pattern that backtracks would take minutes here.
    articles = load({"a": "“(" * 20_000, "b": "Anna Berg " * 1000, "c": "Anna Berg spoke."})
    assert "Anna Berg" in nl.wording(articles)["label"].tolist()


def test_surname_title_and_apposition_lead_to_the_person(rows):
    assert said(rows, "Anna Berg") == {
        "North": ["President Anna Berg", "Berg"],
        "South": ["President Berg"],
        "West": ["Anna Berg", "the president", "The president"],
    }
    assert "the prime minister of Estonia" in said(rows, "Ivar Holm")["North"]


def test_a_former_president_is_not_the_president():
    texts = {"a": "President Anna Berg spoke. The previous president was ill.", "b": "President Anna Berg left."}
    assert "The previous president" not in nl.wording(load(texts))["text"].tolist()


def test_a_capital_stands_for_its_government_only_where_it_acts(rows):
    assert "Tallinn" in said(rows, "Estonia")["West"]
    assert said(rows, "Riga") == {"North": ["Riga"]}


def test_verb_and_noun_of_one_act_are_one_fact(rows):
    # "seized", "seizure" and "took over": the first two share their stem, and all share the port and Latvia.
    facts = rows[rows["rule"] == "fact"]
    together = facts.groupby("label")["text"].apply(" | ".join)
    assert together.str.contains("Latvia seized the river port", regex=False).any()
    both = together[together.str.contains("seized the river port", regex=False)]
    assert both.str.contains("The seizure of the river port", regex=False).any()


def test_two_calls_with_different_people_are_not_one():
    texts = {
        "a": "Anna Berg and Ivar Holm spoke. Their phone call was good. The call lasted an hour. The call was friendly.",
        "b": "Anna Berg praised the call. Ivar Holm did too. The phone call was long. "
        "Peter Olsen regrets a call he had with Nina Vik.",
        "c": "Ivar Holm liked the phone call, and Anna Berg liked the call. Berg and Holm smiled.",
    }
    calls = nl.wording(load(texts))
    call = calls[(calls["rule"] == "thing") & calls["referent"].str.contains("conversation")]
    assert "the call" in call["text"].tolist()
    assert not call["text"].str.contains("Nina Vik").any()


def test_meetings_of_different_people_are_not_one():
    texts = {
        "a": "Anna Berg met Peter Holm in Riga. Nina Vik met Tom Lund in Oslo. Anna Berg met with Peter Holm again. "
        "Nina Vik met Tom Lund once more.",
        "b": "Nina Vik met Tom Lund on a ship. Anna Berg met Peter Holm. Nina Vik met with Tom Lund for hours. "
        "Anna Berg met Peter Holm at noon.",
    }
    found = nl.wording(load(texts))
    met = found[found["rule"] == "thing"].groupby("referent")["text"].apply(" | ".join)
    assert len(met) == 2
    assert not (met.str.contains("Holm") & met.str.contains("Lund")).any()


FILLER = " ".join(
    f"{name} opened the {thing} in Riga. Then {name} left for the {place}."
    for name, thing, place in [
        ("Nina Vik", "mill", "coast"),
        ("Olga Dahl", "dam", "hills"),
        ("Per Aas", "inn", "capital"),
        ("Eva Moe", "shop", "island"),
    ]
)


@pytest.mark.parametrize(
    ("one", "other", "together"),
    [
        # Two common words are no fact, two rare ones are.
        (
            "The new law will allow the office to plan.",
            "Rules that allow a wait, members say, are due before the plan.",
            False,
        ),
        (
            "The auditors found a leaking turbine under the northern spillway.",
            "Below the spillway, the auditors said, one turbine was leaking.",
            True,
        ),
        # What befell two men is not one fact.
        (
            "Tom Lund was injured in the leg when a crane fell on Sunday.",
            "Peter Holm cried after his leg was injured by a flare.",
            False,
        ),
        (
            "Tom Lund was injured in the leg when a crane fell on Sunday.",
            "Lund cried after his leg was injured by a flare.",
            True,
        ),
        # Where it was is not what it was, nor is when.
        ("They drove from Tromso to Bergen.", "He moved to Bergen from Tromso.", False),
        ("They praised the 2016 turbine.", "He hated the 2016 turbine.", False),
    ],
)
def test_two_sentences_state_one_fact_only_on_evidence(one, other, together):
    changed = FILLER.replace("opened", "closed").replace("left", "set out")
    found = nl.wording(load({"a": f"{FILLER} {one}", "b": f"{other} {changed}"}))
    facts = found[found["rule"] == "fact"].groupby("referent")["text"].apply(list)
    assert any(one in texts and other in texts for texts in facts) == together


def test_a_fact_does_not_begin_with_a_lone_quotation_mark():
    # The quotation goes on beyond the clause that is shown.
    clause = "The leaking turbine threatens the spillway and the whole of the valley below it"
    rest = (
        "and nobody in this long and winding row of ministries, agencies and town halls would so much as listen to us"
    )
    texts = {
        "a": f"{FILLER} “{clause}, {rest}, the auditors”.",
        "b": f"The auditors said a leaking turbine threatens the spillway. {FILLER}",
    }
    found = nl.wording(load(texts))
    assert clause in found.loc[found["rule"] == "fact", "text"].tolist()


def test_a_fact_is_not_named_by_the_judgement_of_one(rows):
    labels = rows.loc[rows["rule"] == "fact", "label"].unique().tolist()
    assert not [label for label in labels if "illegal" in label or "historic" in label or "“" in label]


def test_the_day_of_speaking_is_not_the_day_of_the_trip():
    texts = {
        "a": "Anna Berg made a trip to Riga, and two people briefed on the trip said on Tuesday that she liked it.",
        "b": "Anna Berg spoke of the trip to Riga on Monday. The trip was in March.",
    }
    assert not nl.wording(load(texts))["label"].str.startswith("date of the").any()


def test_who_names_a_person_in_passing_is_not_silent(river, rows):
    # "The Obama administration" is a name of its own; North must not be called silent about Obama for it.
    told = nl.coverage(rows, river)
    obama = told[told["label"] == "Barack Obama"].set_index("outlet")["state"]
    assert obama.get("North") != "silent"
    assert obama["South"] == "told"


def test_an_article_of_another_event_is_not_silent(river, rows):
    events = pd.DataFrame({"article_id": ["north", "south", "west"], "event": [0, 0, 1]})
    undated = river.assign(published=pd.NaT)
    told = nl.coverage(rows, undated, events=events)
    assert told[told["label"] == "Ivar Holm"].set_index("outlet")["state"]["West"] == "other event"


def test_contrasts_join_two_articles_and_share_no_word_of_a_name(seed_rows, seed_articles):
    pairs = nl.contrasts(seed_rows, seed_articles)
    assert (pairs["source"] < pairs["target"]).all()
    assert pairs["score"].between(0, 1).all()
    assert pairs["score"].is_monotonic_decreasing
    names = pairs[pairs["rule"] != "fact"]
    empty = STOP_WORDS - {"us"} | {"president", "minister"}
    for row in names.itertuples():
        assert not (set(words(row.source_text)) & set(words(row.target_text))) - empty


@pytest.mark.parametrize(
    ("outlet", "passage"),
    [
        ("RT", "the referendum leading to Crimea being accepted into the Russian Federation"),
        ("The Independent", "Moscow's 2014 annexation of Ukraine's Crimea"),
        ("USA TODAY", "illegal annexation of Crimea"),
        ("RT", "which were severely damaged under the previous president"),
        ("Bloomberg", "which soured under ex-President Barack Obama"),
        ("USA TODAY", "alleged attempts to interfere in the U.S. presidential election"),
        ("Bloomberg", "conclusion that Russia hacked e-mails"),
        ("RT", "the phone discussion the two had on January 27"),
        ("Bloomberg", "The conversation on Saturday"),
        ("RT", "the [authorities in Moscow]"),
        ("The Independent", "the centre (Moscow)"),
        ("The Independent", "a call he had with the Russian ambassador"),
    ],
)
def test_the_telling_wordings_of_the_seeds_are_in_facts_of_two_outlets(seed_rows, outlet, passage):
    facts = seed_rows[seed_rows["rule"] == "fact"]
    here = facts[(facts["outlet"] == outlet) & facts["text"].str.contains(passage, regex=False)]
    assert not here.empty
    assert facts[facts["referent"].isin(here["referent"])].groupby("referent")["outlet"].nunique().min() > 1


def test_labels_of_one_man_in_the_seeds(seed_rows):
    labels = said(seed_rows, "Dmitry Peskov")
    assert "Putin’s spokesman Dmitry Peskov" in labels["RT"]
    assert "Kremlin spokesman Dmitry Peskov" in labels["The Independent"]
    assert "Putin’s spokesman" in labels["USA TODAY"]


def test_no_false_omission_in_the_seeds(seed_articles, seed_rows):
    told = nl.coverage(seed_rows, seed_articles, events=nl.group_events(seed_articles))
    state = told.set_index(["label", "outlet"])["state"]
    # They are of another story, two weeks older; Flynn was in the news by then, his denial of this day was not.
    assert state["Michael Flynn", "USA TODAY"] == state["Michael Flynn", "Bloomberg"] == "other event"
    denial = told[told["referent"] == "fact/Sergei Kislyak/lift"].set_index("outlet")["state"]
    assert denial["USA TODAY"] == denial["Bloomberg"] == "could not know"
    # What one outlet alone has is its own, and no silence of the others.
    assert told.loc[told["label"] == "Ljubljana", ["outlet", "state"]].values.tolist() == [["RT", "told"]]
    # A name that stands anywhere in an article is never an omission.
    text = dict(zip(seed_articles["outlet"], seed_articles["text"], strict=True))
    people = seed_rows.loc[seed_rows["rule"].isin(["person", "place"]), "label"].unique()
    silent = told[(told["state"] == "silent") & told["label"].isin(people)]
    assert [
        row for row in silent.itertuples() if row.label.split()[-1] in text[row.outlet] and row.label != "Moscow"
    ] == []


def test_a_codebook_stands_first_and_under_its_own_rule(tmp_path, river):
    book = tmp_path / "book.yaml"
    book.write_text("- concept: judgement\n  patterns: ['a sham', historic]\n  examples: [it was a sham]\n", "utf-8")
    first = nl.wording(river, codebook=book).head(2)
    assert first[["label", "rule", "text"]].values.tolist() == [
        ["judgement", "codebook", "historic"],
        ["judgement", "codebook", "a sham"],
    ]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("concept: x", "expected a list"),
        ("- concept: x", "needs `concept` and `patterns`"),
        ("- {concept: x, patterns: ['(']}", "no regular expression"),
        ("- {concept: x, patterns: [a], examples: [b]}", "finds its example"),
    ],
)
def test_a_slip_in_a_codebook_is_told(tmp_path, river, content, message):
    book = tmp_path / "book.yaml"
    book.write_text(content, encoding="utf-8")
    with pytest.raises(ValueError, match=message):
        nl.wording(river, codebook=book)


def test_the_codebook_of_the_seeds_finds_its_examples(seed_articles):
    book = nl.wording(seed_articles, codebook="notebooks/codebook.yaml")
    assert said(book, "status of Crimea")["RT"] == [
        "Crimea being accepted into the Russian Federation",
        "slammed as ‘annexation’",
    ]
