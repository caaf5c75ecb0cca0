"""Text reuse: shared passages, near copies, text printed twice."""

import random

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import newslab as nl
from newslab.reuse import align, self_repeats
from newslab.reuse.hashing import hash_runs
from newslab.reuse.words import read_words
from newslab.tables import COLUMNS, table

HARBOUR = (
    "The harbour master closed the northern pier after divers found deep cracks in eleven of its pillars. "
    "Fishermen unloaded their catch at the old slipway and complained that nobody had warned them. "
    "Engineers will lower a camera into the foundations before the council votes on emergency repairs."
)
ORCHARD = (
    "Late frost destroyed half of the cherry blossom in the valley, growers estimated on Tuesday. "
    "Some lit small fires between the rows at night, others sprinkled water that froze around the buds. "
    "Insurers expect claims worth nine million, twice the amount paid after the hailstorm of last summer."
)
LIBRARY = (
    "Readers queued around the block when the rebuilt library opened its doors with a night of poetry. "
    "The architect had kept the burnt staircase as a memorial, which divided visitors into two camps. "
    "A choir of retired postmen sang on the roof until rain drove them back among the shelves."
)
SURGEON = (
    "The surgeon who operated on the goalkeeper refused to say whether he could play again this season. "
    "Club officials left the clinic by a side entrance while supporters tied scarves to the railings. "
    "His deputy, a nineteen-year-old from the reserves, has conceded only two goals in seven matches."
)


def frame(texts, **columns):
    return nl.load_articles(pd.DataFrame({"article_id": list(texts), "text": list(texts.values())})).assign(**columns)


def texts_of(passages, articles):
    raw = dict(zip(articles["article_id"], articles["raw"], strict=True))
    return [
        (raw[row.source][row.source_start : row.source_end], raw[row.target][row.target_start : row.target_end])
        for row in passages.itertuples()
    ]


@pytest.fixture(scope="module")
def seeds():
    return nl.clean_articles(nl.load_articles("seeds", sources="seeds/sources.csv"))


@pytest.mark.parametrize("find", [nl.shared_passages, self_repeats])
def test_no_articles_give_an_empty_table_with_the_same_columns(find):
    found = find(table("articles"))
    assert found.columns.tolist() == list(COLUMNS["passages"])
    assert found.dtypes.equals(table("passages").dtypes)


@given(st.lists(st.text(max_size=300), max_size=4))
@settings(max_examples=40, deadline=None)
def test_any_text_gives_passages_that_stand_inside_it(texts):
    articles = frame({f"a{i}": text for i, text in enumerate(texts)})
    for passages in (nl.shared_passages(articles), self_repeats(articles)):
        for one, other in texts_of(passages, articles):
            assert one
            assert other
    copies = nl.near_copies(articles)
    assert copies["contained_source"].between(0, 1).all()
    assert (copies["source"] < copies["target"]).all()


@given(st.randoms(use_true_random=False))
@settings(max_examples=15, deadline=None)
def test_a_copied_stretch_is_found_wherever_it_stands(draw):
    sentences = HARBOUR.split(". ")
    copied = draw.choice(sentences)
    host = ORCHARD.split(". ")
    host.insert(draw.randrange(len(host) + 1), copied)
    articles = frame({"a": HARBOUR, "b": ". ".join(host)})
    [(one, other)] = texts_of(nl.shared_passages(articles), articles)
    assert one == other == copied.strip(".")


def test_order_of_the_articles_does_not_matter():
    texts = {"a": HARBOUR, "b": ORCHARD + " " + HARBOUR, "c": HARBOUR.replace("deep", "wide"), "d": LIBRARY}
    articles = frame(texts)
    shuffled = articles.iloc[[2, 0, 3, 1]]
    pd.testing.assert_frame_equal(nl.shared_passages(articles), nl.shared_passages(shuffled))
    pd.testing.assert_frame_equal(nl.near_copies(articles), nl.near_copies(shuffled))


def test_source_comes_before_target_and_an_article_is_no_copy_of_itself():
    passages = nl.shared_passages(frame({"z": HARBOUR, "a": HARBOUR}))
    assert passages[["source", "target"]].to_numpy().tolist() == [["a", "z"]]
    assert passages["words"].tolist() == [len(read_words(HARBOUR))]


def test_unrelated_articles_share_nothing():
    assert nl.shared_passages(frame({"a": HARBOUR, "b": ORCHARD, "c": LIBRARY, "d": SURGEON})).empty


def test_names_and_titles_are_no_copy():
    articles = frame(
        {
            "a": HARBOUR
            + " Russian President Vladimir Putin and US President Donald Trump were informed of the cracks.",
            "b": ORCHARD + " Frost will not keep Russian President Vladimir Putin and US President Donald Trump apart.",
        }
    )
    assert nl.shared_passages(articles).empty


def test_spelling_and_house_style_do_not_hide_a_copy():
    british = "The labour organisation's centre said travellers' behaviour was analysed per cent by per cent in the US"
    american = "The labor organization’s center said travelers’ behavior was analyzed percent by percent in the U.S."
    articles = frame({"a": f"{HARBOUR} {british}. Nothing more.", "b": f"{ORCHARD} {american} None of that."})
    [(one, other)] = texts_of(nl.shared_passages(articles), articles)
    assert one == british
    assert other == american


def test_words_put_in_and_left_out_do_not_break_a_passage():
    reworded = (
        "The harbour master shut the northern pier, officials noted, after divers found cracks in eleven of pillars. "
        "Fishermen unloaded, it emerged, their catch at the slipway and complained that nobody had ever warned them. "
        "Engineers will lower camera into the foundations before council votes, on Monday, on emergency repairs."
    )
    articles = frame({"a": f"{HARBOUR} {ORCHARD}", "b": f"{LIBRARY} {reworded}"})
    [(one, other)] = texts_of(nl.shared_passages(articles), articles)
    assert len(one) > 0.95 * len(HARBOUR)
    assert len(other) > 0.95 * len(reworded)


def test_a_few_words_count_when_they_fill_a_quotation_and_only_then():
    borrowed = "complained that nobody had warned them"
    quoted = frame({"a": HARBOUR, "b": f"{ORCHARD} One man “{borrowed}”, the paper wrote."})
    plain = frame({"a": HARBOUR, "b": f"{ORCHARD} One grower {borrowed} of it."})
    assert texts_of(nl.shared_passages(quoted), quoted) == [(borrowed, borrowed)]
    assert nl.shared_passages(plain).empty


def test_page_furniture_is_not_reuse():
    line = "Pick up your weekend edition of the Seaside Courier at any kiosk near you"
    name = "Seaside Courier"
    stories = {"a": HARBOUR, "b": ORCHARD, "c": LIBRARY, "d": SURGEON}
    articles = frame({key: f"{name}\n\n{text}\n\n{line}" for key, text in stories.items()})
    assert nl.shared_passages(articles).empty


def test_furniture_inside_a_copied_story_is_left_out_of_the_passages():
    lines = HARBOUR.split(". ")
    broken = f"{lines[0]}. SIGN UP FOR OUR NEWSLETTER\n{'. '.join(lines[1:])}"
    articles = frame(
        {
            "a": HARBOUR,
            "b": broken,
            "c": f"{ORCHARD} SIGN UP FOR OUR NEWSLETTER",
            "d": f"SIGN UP FOR OUR NEWSLETTER {LIBRARY}",
        }
    )
    found = texts_of(nl.shared_passages(articles), articles)
    assert [one for one, _ in found] == [lines[0], ". ".join(lines[1:]).rstrip(".")]
    assert all("NEWSLETTER" not in other for _, other in found)


def test_what_three_copies_open_with_is_no_furniture():
    articles = frame({"a": HARBOUR, "b": HARBOUR, "c": HARBOUR, "d": ORCHARD})
    assert nl.shared_passages(articles)["words"].tolist() == [len(read_words(HARBOUR))] * 3


def test_kind_tells_quotation_document_and_agency_apart():
    words = "we shall open the pier again as soon as the divers tell us that its pillars will hold"
    quote = {"a": f"{HARBOUR} “{words},” he said.", "b": f"{ORCHARD} “{words},” she recalled."}
    document = {"a": f"{HARBOUR} “{words},” a statement said.", "b": f"{ORCHARD} “{words},” she recalled."}
    own = {"a": f"{HARBOUR} {words}.", "b": f"{ORCHARD} {words}."}
    assert nl.shared_passages(frame(quote))["kind"].tolist() == ["quote"]
    assert nl.shared_passages(frame(document))["kind"].tolist() == ["statement"]
    assert nl.shared_passages(frame(own))["kind"].tolist() == ["own text"]
    credited = frame(own).assign(agency=pd.Series([pd.NA, "Reuters"], dtype="string[python]"))
    assert nl.shared_passages(credited)["kind"].tolist() == ["agency on one side"]
    elsewhere = {"a": f"{own['a']} The ministry told TASS so.", "b": own["b"]}
    assert nl.shared_passages(frame(elsewhere).assign(agency=credited["agency"]))["kind"].tolist() == ["own text"]
    named = frame(own | {"a": f"{own['a']} Reuters contributed to this report."})
    assert nl.shared_passages(named.assign(agency=credited["agency"]))["kind"].tolist() == ["agency copy"]
    assert nl.shared_passages(credited.assign(agency="Reuters"))["kind"].tolist() == ["agency copy"]
    assert nl.shared_passages(credited.assign(outlet="Reuters"))["kind"].tolist() == ["agency copy"]


def test_the_words_in_marks_make_a_quotation_whatever_tag_goes_with_them():
    words = "we shall open the pier again as soon as the divers tell us that its pillars will hold"
    tag = "Councillor Barnaby Tollgate said in a written message"
    tagged = {"a": f"{HARBOUR} “{words},” {tag}.", "b": f"{ORCHARD} “{words},” {tag}."}
    assert nl.shared_passages(frame(tagged))["kind"].tolist() == ["quote"]
    told = {"a": f"{HARBOUR} “{words},” {tag}.", "b": f"{ORCHARD} He said {words}."}
    assert nl.shared_passages(frame(told))["kind"].tolist() == ["quote"]


def test_same_words_are_of_one_kind_whichever_articles_share_them():
    words = "we shall open the pier again as soon as the divers tell us that its pillars will hold"
    articles = frame(
        {
            "a": f"{HARBOUR} “{words},” the council said in a statement.",
            "b": f"{ORCHARD} “{words},” she recalled.",
            "c": f"{LIBRARY} “{words},” he said.",
            "d": f"{SURGEON} They said that {words}.",
        }
    )
    assert nl.shared_passages(articles)["kind"].unique().tolist() == ["statement"]
    without = articles[articles["article_id"] != "a"]
    assert nl.shared_passages(without)["kind"].unique().tolist() == ["quote"]
    copied = frame({"b": articles["text"][1], "e": f"{HARBOUR} {LIBRARY} “{words}.”", "f": f"{HARBOUR} {LIBRARY}"})
    kinds = nl.shared_passages(copied).set_index(["source", "target"])["kind"].to_dict()
    assert kinds == {("b", "e"): "quote", ("e", "f"): "own text"}


def test_a_document_named_in_another_paragraph_makes_no_statement():
    words = "we shall open the pier again as soon as the divers tell us that its pillars will hold"
    texts = {
        "a": f"A report is due.\n\n“{words},” he said.\n\nShe wrote a letter.",
        "b": f"{ORCHARD} “{words},” he said.",
    }
    assert nl.shared_passages(frame(texts))["kind"].tolist() == ["quote"]


def test_who_quotes_another_outlet_by_name_took_it_from_there():
    told = "divers found deep cracks in eleven of the pillars that carry the northern pier"
    texts = {"a": f"{ORCHARD} On Monday {told}.", "b": f"{LIBRARY} The Salem Star reported that “{told}”."}
    outlets = pd.Series(["The Salem Star", "Courier"], dtype="string[python]")
    articles = frame(
        texts, outlet=outlets, published=pd.to_datetime(["2020-01-02", "2020-01-01"]).astype("datetime64[s]")
    )
    found = nl.shared_passages(articles).iloc[0]
    assert (found["kind"], found["direction"]) == ("credited quote", "source → target")
    swapped = frame({"a": texts["b"], "b": texts["a"]}, outlet=outlets[::-1].reset_index(drop=True))
    found = nl.shared_passages(swapped).iloc[0]
    assert (found["kind"], found["direction"]) == ("credited quote", "target → source")
    for before, kind in (("The Salem Star had asked for weeks.", "credited quote"), ("", "quote")):
        short = frame(texts | {"b": f"{before}\n\n{LIBRARY} But, the Star reported, “{told}”."}, outlet=outlets)
        assert nl.shared_passages(short)["kind"].tolist() == [kind]
    hill = outlets.replace("The Salem Star", "The Hill")
    for before, kind in (("As The Hill reported", "credited quote"), ("On Castle Hill they said", "quote")):
        short = frame(texts | {"b": f"{LIBRARY} {before}, “{told}”."}, outlet=hill)
        assert nl.shared_passages(short)["kind"].tolist() == [kind]
    # Both have it in marks: each may have it from who said it.
    both = frame(texts | {"a": f"{ORCHARD} “{told},” she said."}, outlet=outlets)
    assert nl.shared_passages(both)["kind"].tolist() == ["quote"]
    for name in ("Starling", pd.NA, "Courier", "The ", " "):
        other = articles.assign(outlet=pd.Series([name, "Courier"], dtype="string[python]"))
        assert nl.shared_passages(other)["kind"].tolist() == ["quote"]


def test_what_lies_inside_a_longer_passage_of_the_pair_is_not_listed():
    first, *_ = HARBOUR.split(". ")
    articles = frame({"a": HARBOUR, "b": f"{HARBOUR} {ORCHARD} {first}."})
    assert texts_of(nl.shared_passages(articles), articles) == [(HARBOUR.rstrip("."), HARBOUR.rstrip("."))]
    turned = frame({"a": f"{HARBOUR} {ORCHARD} {first}.", "b": HARBOUR})
    assert len(nl.shared_passages(turned)) == 1


def test_a_passage_ends_at_the_closing_mark_before_another_sentence():
    words = "we shall open the pier again as soon as the divers tell us that its pillars will hold"
    articles = frame({"a": f"{HARBOUR} “{words}.” The mayor left.", "b": f"{ORCHARD} “{words}.” The council sang."})
    assert texts_of(nl.shared_passages(articles), articles) == [(words, words)]
    name = frame({"a": f"{HARBOUR} “{words}.” Tollgate left.", "b": f"{ORCHARD} “{words},” Tollgate said."})
    assert texts_of(nl.shared_passages(name), name) == [(words, words)]
    tagged = frame({"a": f"{HARBOUR} “{words},” he said.", "b": f"{ORCHARD} “{words},” he said."})
    assert texts_of(nl.shared_passages(tagged), tagged)[0][0].endswith("he said")


def test_direction_follows_the_dates_and_is_missing_without_them():
    dates = pd.Series(["2020-01-02", "2020-01-01"]).astype("datetime64[s]")
    articles = frame({"a": HARBOUR, "b": HARBOUR})
    assert nl.shared_passages(articles)["direction"].isna().all()
    assert nl.shared_passages(articles.assign(published=dates))["direction"].tolist() == ["target → source"]
    assert nl.shared_passages(articles.assign(published=dates[0]))["direction"].isna().all()
    # A day alone is not earlier than a time on this day.
    hours = pd.Series([dates[0], dates[0] + pd.Timedelta(hours=8)])
    assert nl.shared_passages(articles.assign(published=hours))["direction"].isna().all()


def test_passages_of_the_seeds(seeds):
    passages = nl.shared_passages(seeds)
    found = [one for one, _ in texts_of(passages, seeds)]
    for beginning in [
        "said they want to try to mend",
        "that Flynn and Kislyak had not discussed lifting sanctions",
        "We have already said there have not been any",
        "Obviously every ambassador informs",
        "Both sides expressed their readiness",
        "build up partner cooperation",
    ]:
        assert any(text.startswith(beginning) for text in found), beginning
    assert any(text.endswith("before Trump took office") for text in found)
    assert set(passages["source"].str[:3]) == {"000"}
    assert set(passages["target"].str[:3]) == {"001", "002"}


def test_bloomberg_prints_its_headline_and_eight_paragraphs_twice():
    repeats = self_repeats(nl.load_articles("seeds"))
    bloomberg = repeats[repeats["source"].str.startswith("003")]
    assert len(bloomberg) == 9
    assert (bloomberg["source_end"] <= bloomberg["target_start"]).all()


def test_near_copies_say_who_holds_whom():
    articles = frame(
        {
            "1": HARBOUR,
            "2": f"{HARBOUR} {ORCHARD} {LIBRARY}",
            "3": HARBOUR.replace("deep", "wide"),
            "4": f"{SURGEON} {HARBOUR.split('. ')[0]}.",
            "5": ORCHARD[::-1],
        }
    )
    copies = nl.near_copies(articles).set_index(["source", "target"])
    assert copies.loc[("1", "2"), "relation"] == "source inside target"
    assert copies.loc[("1", "3"), "relation"] == "same"
    assert copies.loc[("2", "3"), "relation"] == "target inside source"
    assert copies.loc[("1", "4"), "relation"] == "partial"
    assert copies.loc[("1", "2"), "contained_source"] == 1
    assert copies.loc[[("1", "2"), ("1", "3"), ("2", "3")], "group"].tolist() == [1, 1, 1]
    assert copies["group"].isna().sum() == (copies["relation"] == "partial").sum()
    assert "5" not in copies.index.get_level_values("target")


def test_many_copies_of_one_story_stay_one_group():
    copies = nl.near_copies(frame({f"{i:03d}": HARBOUR for i in range(60)}))
    assert copies["group"].unique().tolist() == [1]
    assert len(set(copies["source"]) | set(copies["target"])) == 60


def test_a_page_of_many_stories_and_a_chain_of_changes_make_no_group_of_everything():
    digest = frame({"1": HARBOUR, "2": f"{HARBOUR} {ORCHARD} {LIBRARY}", "3": ORCHARD, "4": LIBRARY})
    copies = nl.near_copies(digest)
    assert copies["relation"].tolist() == ["source inside target", "target inside source", "target inside source"]
    assert copies["group"].fillna(0).tolist() == [1, 0, 0]
    # Each version leaves out the first sixth of the one before and goes on a sixth further.
    words = " ".join([HARBOUR, ORCHARD, LIBRARY, SURGEON]).split()
    chain = nl.near_copies(frame({str(i): " ".join(words[9 * i : 9 * i + 60]) for i in range(9)}))
    sizes = pd.concat([chain["source"], chain["target"]])[chain["group"].notna().repeat(2).to_numpy()]
    linked = chain[chain["relation"] == "same"]
    assert len(set(linked["source"]) | set(linked["target"])) == 9
    assert all(len(set(own["source"]) | set(own["target"])) <= 3 for _, own in chain.groupby("group"))
    assert len(sizes)


def test_copies_of_more_than_a_crowd_are_each_compared_with_the_first():
    copies = nl.near_copies(frame({f"{i:03d}": f"{HARBOUR} {i}" for i in range(45)} | {"100": ORCHARD}))
    with_first = copies[copies["source"] == "000"]
    assert with_first["target"].tolist() == [f"{i:03d}" for i in range(1, 45)]
    assert len(copies) < 45 * 3


def test_a_very_long_text_has_the_hashes_of_its_parts():
    text = " ".join(f"word{i % 977} é{i % 31}" for i in range(60_000))
    hashes, bounds = hash_runs([HARBOUR, text, ORCHARD], 4)
    parts = [hash_runs([part], 4)[0].tolist() for part in (HARBOUR, " ".join(text.split()[:5000]), ORCHARD)]
    assert hashes[: bounds[1]].tolist() == parts[0]
    assert hashes[bounds[1] : bounds[1] + len(parts[1])].tolist() == parts[1]
    assert hashes[bounds[2] :].tolist() == parts[2]
    assert bounds[2] - bounds[1] == 120_000 - 3


@given(st.lists(st.text(alphabet="ab c,É\U0001f600", max_size=60), max_size=6), st.integers(1, 4))
def test_hashes_of_word_runs_do_not_depend_on_the_texts_around(texts, length):
    hashes, bounds = hash_runs(texts, length)
    for i, text in enumerate(texts):
        alone, _ = hash_runs([text], length)
        assert hashes[bounds[i] : bounds[i + 1]].tolist() == alone.tolist()


def test_equal_runs_of_words_have_equal_hashes_and_others_do_not():
    draw = random.Random(0)
    words = ["".join(draw.choices("abcde", k=4)) for _ in range(400)]
    hashes, _ = hash_runs([" ".join(words), ", ".join(words).upper(), " ".join(reversed(words))], 3)
    first, second, third = hashes[:398], hashes[398:796], hashes[796:]
    assert first.tolist() == second.tolist()
    assert len(set(first.tolist()) & set(third.tolist())) < 10


def test_masses_of_marks_and_words_take_linear_time():
    articles = frame({"a": '"a ' * 20_000, "b": "“" * 20_000, "c": "spam eggs ham. " * 20_000})
    assert nl.shared_passages(articles).empty
    assert nl.near_copies(articles).empty


def test_a_named_pair_is_compared_as_if_there_were_no_other_article():
    foot = "Sign up for our morning newsletter to read the harbour news before anybody else does."
    texts = {"a": HARBOUR, "b": f"{ORCHARD} {HARBOUR}", "c": f"{LIBRARY}\n\n{foot}", "d": f"{HARBOUR}\n\n{foot}"}
    articles = frame(texts)
    pairs = pd.DataFrame({"source": ["d", "a", "c", "gone"], "target": ["a", "b", "d", "a"]})
    found = nl.shared_passages(articles, pairs=pairs)
    assert found[["source", "target"]].values.tolist() == [["a", "b"], ["a", "d"]]
    alone = [nl.shared_passages(articles[articles["article_id"].isin(pair)]) for pair in (("a", "b"), ("a", "d"))]
    pd.testing.assert_frame_equal(found, pd.concat(alone, ignore_index=True))
    assert nl.shared_passages(articles, pairs=pairs.iloc[:0]).empty


@given(st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60), st.integers(1, 9)), unique=True, max_size=25))
def test_no_run_that_could_go_before_another_is_overlooked(places):
    blocks = [align.Block(*place, worth=1.0 + place[2]) for place in sorted(places)]
    score, back = align._link(blocks)
    for i, block in enumerate(blocks):
        near = [
            score[j] + align._gain(before, block)
            for j, before in enumerate(blocks[:i])
            if all(-3 <= gap <= 15 for gap in (block.a - before.a - before.length, block.b - before.b - before.length))
        ]
        assert score[i] == max([block.worth, *near])
        assert back[i] is None or score[i] == score[back[i]] + align._gain(blocks[back[i]], block)
