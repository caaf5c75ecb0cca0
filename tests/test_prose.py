"""Sentences made from tables: true of whatever they are given, and safe to show."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

import newslab as nl
from newslab.prose.words import Prose, escape, listed, number, percent, quoted
from newslab.tables import COLUMNS, TELLING, table


@pytest.fixture(scope="module")
def seeds():
    return nl.clean_articles(nl.load_articles("seeds", sources="seeds/sources.csv"))


def test_articles_are_counted_named_and_dated(seeds):
    text = nl.describe_articles(seeds, nl.spans(seeds))
    assert text.startswith("Five articles: RT, The Independent, USA TODAY, Bloomberg and AzerNews.")
    assert "between 30 January 2017 and 25 October 2025" in text
    assert f"{seeds['n_words'].sum():,} words remain" in text


def test_what_is_not_known_is_said():
    articles = nl.load_articles(pd.DataFrame({"text": ["A short story about rain.", "Another one about snow."]}))
    text = nl.describe_articles(articles, nl.spans(articles))
    assert text.startswith("Two articles of no known outlet. No date of publication is known.")


def test_of_no_article_nothing_is_said_to_be_cut(seeds):
    nothing = nl.describe_articles(seeds.head(0), nl.spans(seeds.head(0)))
    assert (nothing, str(nothing.heading)) == ("No articles.", "## There is no article to read")


def grouped(**event):
    """A table of events in which no article is like one of another event."""
    rows = [{"article_id": article_id, "event": number} for article_id, number in event.items()]
    return table("events", [row | {"nearest": None, "score": 1.0, "rival": None, "rival_score": 0.1} for row in rows])


def test_events_that_may_be_one_are_said_to_be_in_doubt(seeds):
    frame = pd.DataFrame({"article_id": list("abc"), "outlet": ["RT", "BBC", "CNN"], "text": ["Some words."] * 3})
    articles, events = nl.load_articles(frame), grouped(a=1, b=1, c=2)
    sure = nl.describe_events(events, articles)
    assert sure.heading == "## The three articles report two events"
    assert "not unlike" not in sure
    events.loc[1:, ["rival", "rival_score"]] = [["c", 0.34], ["b", 0.34]]
    doubtful = nl.describe_events(events, articles)
    assert doubtful.heading == "## The three articles may report two events"
    assert "BBC and CNN are not unlike (0.34) and may report the same event after all." in doubtful


def test_three_events_are_told_apart(seeds):
    text = nl.describe_events(nl.group_events(seeds), seeds)
    assert text.startswith("The articles report three events")
    assert "AzerNews alone (25 October 2025)" in text


def test_hours_of_one_day_are_one_day():
    articles = nl.load_articles(pd.DataFrame({"article_id": ["a", "b"], "text": ["One text.", "Another text."]}))
    articles["published"] = pd.to_datetime(["2019-11-20 08:00", "2019-11-20 19:30"]).astype("datetime64[s]")
    text = nl.describe_events(grouped(a=1, b=1), articles)
    assert text == "All articles report one event: a and b (20 November 2019)."


def test_the_days_of_an_event_are_said_once_and_so_is_what_is_not_known_of_them():
    rows = [("a", "RT", "2019-11-20"), ("b", "RT", "2019-11-25"), ("c", "BBC", "2019-11-20"), ("d", "CNN", None)]
    articles = pd.DataFrame(rows, columns=["article_id", "outlet", "published"])
    articles = nl.load_articles(articles.assign(text="Some words."))
    text = nl.describe_events(grouped(a=1, b=2, c=1, d=1), articles)
    assert "RT, BBC and CNN (20 November 2019; one of unknown date); RT alone (25 November 2019)." in text
    text = nl.describe_events(grouped(a=1, b=1, c=1, d=1), articles)
    assert "RT (20 Nov 2019), RT (25 Nov 2019), BBC and CNN (20 to 25 November 2019; one of unknown date)." in text


def test_every_description_of_an_empty_table_is_a_sentence(seeds):
    said = [
        nl.describe_audit(table("audit")),
        nl.describe_pairs(table("pairs"), seeds),
        nl.describe_passages(table("passages"), seeds),
        nl.describe_coverage(table("coverage")),
        nl.describe_contrasts(pd.DataFrame(columns=list(COLUMNS["contrasts"]))),
        nl.describe_speakers(table("quotes")),
        nl.describe_matches(table("matches"), table("quotes")),
    ]
    for text in said:
        assert isinstance(text, Prose)
        assert text.endswith(".")
        # Said once more over the section, in the same words.
        assert text.heading == f"## {text.removesuffix('.')}"


def test_the_most_quoted_speaker_is_counted_right(seeds):
    quotes = nl.extract_quotes(seeds)
    counts = nl.count_speakers(quotes).groupby("speaker")["quotes"].sum()
    text = nl.describe_speakers(quotes)
    assert f"{counts.idxmax()} is quoted most: {number(int(counts.max()), 'time')}" in text
    assert f"the speaker is known for {number(int(counts.sum()))}." in text


def test_the_longest_passage_is_quoted(seeds):
    passages = nl.shared_passages(seeds)
    longest = passages.sort_values("words", ascending=False).iloc[0]
    raw = seeds.set_index("article_id")["raw"][longest["source"]]
    text = nl.describe_passages(passages, seeds)
    assert number(int(longest["words"]), "word") in text
    assert escape(" ".join(raw[longest["source_start"] : longest["source_end"]].split())[:60]) in text


@given(st.text(max_size=80))
def test_no_markup_of_an_article_survives(text):
    escaped = escape(text)
    for mark in "*_`<[#|~$":
        assert escaped.replace("\\\\", "").count(mark) == escaped.replace("\\\\", "").count("\\" + mark)


@given(st.text(alphabet="ab ", max_size=400))
def test_a_quoted_text_stays_short(text):
    assert len(quoted(text)) <= 164


def test_lists_read_as_sentences():
    assert listed(["a"]) == "a"
    assert listed(["a", "b"]) == "a and b"
    assert listed(list("abcdefghij"), most=4) == "a, b, c and seven others"


def test_many_articles_each_with_an_event_of_its_own_are_counted_and_not_all_named():
    labels = [f"Outlet {number}" for number in range(30)]
    articles = nl.load_articles(pd.DataFrame({"article_id": labels, "outlet": labels, "text": ["Some words."] * 30}))
    events = grouped(**dict(zip(labels, [1, 1, *range(2, 30)], strict=True)))
    text = nl.describe_events(events, articles)
    assert "Outlet 0 and Outlet 1 (dates unknown). 28 articles each report an event of their own" in text
    assert "and 21 others" in text
    text = nl.describe_events(events.assign(event=range(30)), articles)
    assert text.startswith("The articles each report an event of their own: Outlet 0, ")


@pytest.mark.parametrize("share", [0.0001, 0.004, 0.25, 0.996, 0.9999])
def test_a_share_is_never_rounded_to_none_or_all(share):
    assert percent(share) not in ("0%", "100%")


def test_line_breaks_between_paragraphs_are_not_cut_text():
    articles = nl.load_articles(pd.DataFrame({"text": ["One line about rain.\n\n\n\nAnother line about snow."]}))
    text = nl.describe_articles(articles, nl.spans(articles))
    assert "the file has 44 characters. Of these, none were cut" in text


def test_a_clash_of_dates_is_one_point_however_many_articles_are_in_it():
    rows = [{"article_id": a, "check": "date clash", "severity": "query", "message": "x"} for a in "abc"]
    rows += [{"article_id": a, "check": "printed twice", "severity": "query", "message": "y"} for a in "ab"]
    told = nl.describe_audit(table("audit", rows))
    assert told == "Three points to check before comparing: date clash (1) and printed twice (2)."
    assert told.heading == "## Three points to check before comparing, none of them serious"
    serious = nl.describe_audit(table("audit", [rows[0] | {"severity": "problem"}]))
    assert serious.heading == "## One point to check before comparing, a serious one"
    assert serious.endswith("One is a problem: a comparison that ignores it may mislead.")


def speech(*speakers):
    rows = [{"quote_id": f"q{n}", "article_id": "a", "kind": "direct", "speaker": s} for n, s in enumerate(speakers)]
    return nl.describe_speakers(table("quotes", [row | {"closed": True, "start": 0, "end": 1} for row in rows]))


def test_of_two_speakers_quoted_equally_often_none_is_quoted_most():
    told = speech("Ada Lowe", "Cy Wren", "Ada Lowe", "Cy Wren", "Bo Shaw")
    assert told.heading == "## Ada Lowe and Cy Wren are quoted most"
    assert "quoted most, twice each. Then comes Bo Shaw (1)." in told
    assert "Ada Lowe is quoted most: twice, in this article. Then" in speech("Ada Lowe", "Ada Lowe", "Bo Shaw")


def test_speakers_without_a_name_are_not_compared_with_people():
    told = speech("lawsuit", "Ada Lowe", "his doctor", "lawsuit", "lawsuit")
    assert told.heading == "## Ada Lowe is quoted most: once"
    assert told.endswith("in this article. Without a name stand “lawsuit” (3) and “his doctor” (1).")
    assert speech("lawsuit").heading == "## No speaker is named"
    twice = speech("lawsuit", "Ada Lowe", "Ada Lowe", "lawsuit", "lawsuit")
    assert twice.heading == "## Of the speakers with a name, Ada Lowe is quoted most: twice"


def test_who_credits_an_agency_and_who_does_not_is_said(seeds):
    told = nl.describe_passages(nl.shared_passages(seeds), seeds)
    assert told.endswith("The Independent credits Reuters; RT (31 words) shares text with it and names no agency.")
    # One figure for one pair: shared words over the words of the shorter article.
    assert "share 76 words in five passages, 30% of the shorter article." in told
    assert "shorter article" not in nl.describe_pairs(nl.pairwise_similarity(seeds), seeds)


def test_no_sentence_runs_over_forty_words(seeds):
    events, quotes = nl.group_events(seeds), nl.extract_quotes(seeds)
    said = [
        nl.describe_articles(seeds, nl.spans(seeds)),
        nl.describe_audit(nl.audit(seeds)),
        nl.describe_pairs(nl.pairwise_similarity(seeds), seeds),
        nl.describe_events(events, seeds),
        nl.describe_passages(nl.shared_passages(seeds), seeds),
        nl.describe_speakers(quotes),
        nl.describe_terms(nl.distinctive_terms(seeds), nl.uses_needed(seeds)),
    ]
    for text in said:
        assert max(len(part.split()) for part in text.split(". ")) <= 40


def carried(*versions):
    """Tables of matches and quotes with one utterance: outlet, text, speaker and edit of each version."""
    rows = [
        {"quote_id": f"q{n}", "article_id": f"a{n}", "outlet": outlet, "text": text, "speaker": speaker, "closed": True}
        for n, (outlet, text, speaker, _) in enumerate(versions)
    ]
    found = [{"group": 1, "quote_id": f"q{n}", "similarity": 1.0, "edit": edit[3]} for n, edit in enumerate(versions)]
    return table("matches", found), table("quotes", [{**row, "start": 0, "end": len(row["text"])} for row in rows])


def test_who_shortened_an_utterance_is_not_said_to_print_it_whole():
    whole = "We shall build the bridge before the winter comes,"
    told = nl.describe_matches(*carried(("RT", whole, "Ada", "none"), ("BBC", "before the winter comes", "Ada", "cut")))
    assert f"It stands in RT: “{whole.rstrip(',')}” (Ada); BBC has a part of it." in told
    told = nl.describe_matches(*carried(("RT", whole, "Ada", "none"), ("BBC", whole, "Ada", "none")))
    assert "It stands in BBC and RT: " in told
    assert "part" not in told
    # The same as another short version is no whole one.
    short = [(outlet, "before the winter comes", "Ada", edit) for outlet, edit in [("BBC", "cut"), ("CNN", "none")]]
    assert "; BBC and CNN have a part of it." in nl.describe_matches(*carried(("RT", whole, "Ada", "none"), *short))


def test_who_of_two_altered_the_words_is_not_said():
    whole = "We shall build the bridge before the winter comes,"
    other = whole.replace("the bridge", "[a ferry harbour]")
    told = nl.describe_matches(*carried(("RT", other, "Ada", "bracket"), ("BBC", whole, "Ada", "none")))
    assert "stands in BBC: “We shall build the bridge" in told
    assert "; RT has “\\[a ferry harbour\\]” where BBC has “the bridge”." in told
    other = whole.replace("build", "raise").replace("winter", "autumn")
    told = nl.describe_matches(*carried(("RT", whole, "Ada", "none"), ("BBC", other, "Ada", "wording")))
    assert "has it in not quite the same words." in told


def test_sentences_in_another_order_are_told_of_without_an_accusation():
    first, second = "Every miller tells the town what he grinds.", "We have said that there was no flour to be had."
    matches, quotes = carried(
        *[("BBC", text, "Ada", "none") for text in (first, second)], ("RT", f"{second} {first}", "Ada", "none")
    )
    matches["group"] = 1
    quotes["article_id"] = quotes["outlet"]
    quotes["start"] = range(3)
    quotes["utterance"] = quotes["quote_id"]
    told = nl.describe_matches(matches, quotes)
    assert "“We have said that there was no flour to be had” stands before “Every miller" in told
    assert "in one quotation in RT, behind it, apart, in BBC." in told
    assert told.heading == "## One utterance is carried by two or more articles"


def test_an_utterance_under_two_names_is_pointed_out():
    said = "We shall build the bridge before the winter comes."
    told = nl.describe_matches(*carried(("RT", said, "Ada", "none"), ("BBC", said, "Bo", "none")))
    assert "stands under more than one speaker's name" in told
    assert told.endswith("“We shall build the bridge before the winter comes”, Ada in RT and Bo in BBC.")
    few = nl.describe_matches(*carried(("RT", "a good start", "Ada", "none"), ("BBC", "a good start", "Bo", "none")))
    assert "more than one" not in few


def scored(*rows):
    names = ["source", "target", "topic", "event", "copied", "low", "high"]
    articles = nl.load_articles(pd.DataFrame({"article_id": list("abc"), "text": ["Some words."] * 3}))
    return nl.describe_pairs(table("pairs", [dict(zip(names, row, strict=True)) for row in rows]), articles)


def test_a_pair_that_is_most_alike_by_a_hair_is_not_called_so_without_a_doubt():
    best, far = ("a", "b", 0.8, 0.8, 0.0, 0.7, 0.9), ("a", "c", 0.2, 0.2, 0.0, 0.1, 0.3)
    clear, close = scored(best, far), scored(best, ("a", "c", 0.78, 0.2, 0.0, 0.7, 0.9))
    assert clear.heading == "## A and b are the most alike in topic"
    assert close.heading == "## A and b are the most alike in topic, by no clear margin"
    assert "The interval of one other pair reaches that topic score too" in close


def test_where_no_two_report_one_event_no_pair_is_called_alike_in_it():
    apart = scored(("a", "b", 0.8, 0.1, 0.0, None, None), ("a", "c", 0.2, 0.02, 0.0, 0.1, 0.3))
    assert (
        apart == "A and b are the most alike in topic (0.80). No two report the same event (the highest score is 0.10)."
    )


def test_an_outlet_that_tells_in_one_of_its_articles_is_not_silent():
    rows = [("RT", "told"), ("BBC", "told"), ("CNN", "told"), ("CNN", "silent")]
    rows = [{"referent": "fact/x", "label": "x", "outlet": outlet, "state": state} for outlet, state in rows]
    coverage = table("coverage", [row | {"n_mentions": 1} for row in rows])
    assert "ilent" not in nl.describe_coverage(coverage)
    assert nl.describe_coverage(coverage.iloc[[0, 1, 3]]).endswith("reports it: CNN on 1 (x).")


def test_what_most_outlets_report_is_named_first():
    told = {"x": ["RT", "BBC"], "y": ["RT", "BBC", "FT"], "z": ["RT", "BBC", "FT"]}
    rows = [(name, outlet, "told", 1 + 8 * (name == "z")) for name, outlets in told.items() for outlet in outlets]
    rows += [(name, "CNN", "silent", 0) for name in told]
    columns = ("label", "outlet", "state", "n_mentions")
    rows = [dict(zip(columns, row, strict=True)) | {"referent": f"name/{row[0]}"} for row in rows]
    assert "CNN on 3 (z and y among them)" in nl.describe_coverage(table("coverage", rows))
    claim = "CNN is silent on 3 of 3 facts and names that others report, z among them"
    assert nl.describe_coverage(table("coverage", rows)).heading == f"## {claim}"
    # Of two outlets none can be called silent, however much one of them leaves out.
    two = table("coverage", rows[:2] + [rows[-1] | {"referent": "name/w", "state": "told"}])
    assert nl.describe_coverage(two).heading == "## No outlet is called silent on a fact or name"
    same = table("coverage", [row | {"outlet": "RT"} for row in rows[:2]])
    assert nl.describe_coverage(same) == "No fact or name is reported by two outlets."


def test_a_set_phrase_common_with_agency_copy_is_no_taking_over():
    text = "The old harbour wall gave way at dawn, and thirty boats of the northern fleet were carried out to sea. "
    frame = pd.DataFrame({"article_id": ["a", "b"], "text": [text + "x" * 9, text + "y" * 9], "outlet": ["RT", "BBC"]})
    articles = nl.load_articles(frame).assign(agency=pd.array(["Reuters", None], dtype="string[python]"))
    row = {"source": "a", "target": "b", "source_start": 0, "source_end": 90, "target_start": 0, "target_end": 90}
    some, many = (table("passages", [row | {"words": n, "kind": "agency on one side"}]) for n in (19, 20))
    assert "credits" not in nl.describe_passages(some, articles)
    assert nl.describe_passages(many, articles).endswith(
        "RT credits Reuters; BBC (20 words) shares text with it and names no agency."
    )


def test_who_quotes_another_outlet_by_name_is_said():
    frame = pd.DataFrame({"article_id": ["a", "b"], "text": ["Some words. " * 9] * 2, "outlet": ["RT", "BBC"]})
    row = {"source": "a", "target": "b", "source_start": 0, "source_end": 90, "target_start": 0, "target_end": 90}
    row |= {"words": 16, "kind": "credited quote", "direction": "target → source"}
    told = nl.describe_passages(table("passages", [row]), nl.load_articles(frame))
    assert told.endswith("RT quotes 16 words of BBC by name.")


def test_an_outlet_is_not_set_against_itself():
    row = {"referent": "fact/x", "label": "x", "rule": "fact", "score": 1.0, "source_text": "one", "target_text": "two"}
    places = {f"{side}_{end}": 0 for side in ("source", "target") for end in ("start", "end")}
    ids = {"source": "a", "target": "b", "source_outlet": "RT"}
    same, other = ({**row, **places, **ids, "target_outlet": outlet} for outlet in ("RT", "BBC"))
    assert nl.describe_contrasts(table("contrasts", [same])).startswith("No contrast")
    assert nl.describe_contrasts(table("contrasts", [same, other])).count("- **x**: RT writes “one”, BBC “two”.") == 1


def contrast(one, other, score, label="x"):
    places = {f"{side}_{end}": 0 for side in ("source", "target") for end in ("start", "end")}
    ids = {"source": "a", "target": "b", "source_outlet": "RT", "target_outlet": "BBC"}
    texts = {"source_text": one, "target_text": other}
    return {"referent": f"fact/{label}", "label": label, "rule": "fact", "score": score, **places, **ids, **texts}


def test_only_what_is_likely_to_tell_something_is_shown_and_counted():
    rows = [contrast("a sham", "a deal", TELLING, "one"), contrast("the deal", "a pact", TELLING - 0.01, "two")]
    told = nl.describe_contrasts(table("contrasts", rows))
    assert told == "- **one**: RT writes “a sham”, BBC “a deal”."
    assert told.heading == "## One contrast in wording stands out"
    assert nl.describe_contrasts(table("contrasts", rows[1:])) == "No contrast in wording stands out."


def test_of_a_long_clause_the_part_that_differs_is_shown():
    long = (
        "On a grey morning without wind, when the bakers had hardly opened, the trams stood still and nobody at all in the "
        "whole of the old town had read a newspaper, the reckless crew sank the ferry in the harbour, a clerk of the "
        "port said on Monday."
    )
    told = nl.describe_contrasts(table("contrasts", [contrast(long, "the crew lost the ferry in the harbour", 0.9)]))
    assert "the reckless crew sank the ferry in the harbour" in told
    assert "grey" not in told
    # Without a break the clause is cut at a word.
    told = nl.describe_contrasts(table("contrasts", [contrast("very " * 60 + "long", "short", 0.9)]))
    assert "very …”, BBC “short”." in told
    assert len(told) < 240


def test_a_word_of_one_article_is_not_said_to_mark_the_outlet():
    found = pd.DataFrame([{"outlet": "RT", "term": "kite", "p_adjusted": 0.01}])
    needed = pd.DataFrame({"outlet": ["RT", "BBC"], "articles": [1, 7], "needed": 5, "only_here": "kite", "count": 1})
    assert nl.describe_terms(found, needed).heading == "## One word marks an article beyond chance"
    many = needed.assign(articles=7)
    assert nl.describe_terms(found, many).heading == "## One word marks an outlet beyond chance"


def test_prose_is_markdown_in_a_notebook():
    assert Prose("**x**")._repr_markdown_() == "**x**"
