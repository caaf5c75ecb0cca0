"""What the table of quotes promises whatever the text, and what it finds in the five seed articles."""

import time

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import newslab as nl
from newslab.tables import COLUMNS
from newslab.text import find_quoted

MARKS = "\"'“”‘’„«»`"
PIECES = [
    *MARKS,
    "''",
    " ",
    "\n",
    ". ",
    ", ",
    "said ",
    "he ",
    "Ada Lowe ",
    "the ",
    "that ",
    "(",
    ")",
    "—",
    "1",
    "told Mr. ",
    "Über ",
    "中",
]
odd_text = st.lists(st.sampled_from(PIECES), max_size=60).map("".join)


def quotes_of(*texts, **options):
    articles = nl.load_articles(pd.DataFrame({"text": texts}))
    return articles, nl.extract_quotes(articles, **options)


@pytest.fixture(scope="module")
def seed_quotes():
    return nl.extract_quotes(nl.clean_articles(nl.load_articles("seeds")))


@settings(max_examples=80, deadline=None)
@given(odd_text)
def test_every_offset_leads_back_to_the_raw_file(text):
    articles, quotes = quotes_of(text, indirect=True)
    raw = dict(zip(articles["article_id"], articles["raw"], strict=True))
    for row in quotes.itertuples():
        page = raw[row.article_id]
        assert page[row.start : row.end] == row.text
        for part in ("mention", "cue"):
            if isinstance(getattr(row, part), str):
                assert page[getattr(row, f"{part}_start") : getattr(row, f"{part}_end")] == getattr(row, part)


@settings(max_examples=80, deadline=None)
@given(odd_text)
def test_quotations_stand_in_order_and_do_not_overlap(text):
    found = find_quoted(text)
    assert all(quote.start < quote.end for quote in found)
    assert all(one.end <= other.start for one, other in zip(found, found[1:], strict=False))
    assert not any("\n" in text[quote.start : quote.end] for quote in found)


@settings(max_examples=40, deadline=None)
@given(odd_text)
def test_utterances_and_repeats_point_to_earlier_quotes(text):
    _, quotes = quotes_of(text + "\n" + text)
    order = {quote_id: number for number, quote_id in enumerate(quotes["quote_id"])}
    for number, row in enumerate(quotes.itertuples()):
        assert order[row.utterance] <= number
        if isinstance(row.duplicate_of, str):
            assert order[row.duplicate_of] < number


def test_no_text_and_no_quotes_give_the_same_columns():
    for texts in ((), ("",), ("No marks at all.",)):
        _, quotes = quotes_of(*texts)
        assert quotes.empty
        assert quotes.columns.tolist() == list(COLUMNS["quotes"])


def test_the_order_of_the_articles_changes_nothing():
    articles = nl.load_articles("seeds")
    there = nl.extract_quotes(articles).set_index("quote_id").sort_index()
    back = nl.extract_quotes(articles.iloc[::-1]).set_index("quote_id").sort_index()
    pd.testing.assert_frame_equal(there, back)


@pytest.mark.parametrize("mark", ['"', "“", "”", "'", "‘", "’", "''", "“(", " 'a"])
def test_unbalanced_marks_cost_linear_time(mark):
    def seconds(count):
        begin = time.process_time()
        quotes_of(mark * count)
        return time.process_time() - begin

    # Four times the marks: a quadratic scan would take sixteen times as long.
    assert seconds(12_000) < 11 * seconds(3_000) + 1


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("He said “yes, now”.", ["yes, now"]),
        ('"One," he said, "two."', ["One,", "two."]),
        ("“Never closed.\n\nNext paragraph.", ["Never closed."]),
        ("“Reopened here.\n\n“And closed.” End", ["Reopened here.", "And closed."]),
        ("''Old style,'' he said", ["Old style,"]),
        # A line break or a blank that the page has put on the wrong side of a mark.
        ("It spoke of “\n\na long delay”, and left it there.", ["a long delay"]),
        ("She called it “ a long delay ”, and left.", ["a long delay"]),
        ("No marks at all", []),
    ],
)
def test_quotation_marks_are_paired(text, quoted):
    assert [text[one.start : one.end] for one in find_quoted(text)] == quoted


def test_a_missing_closing_mark_costs_only_its_own_quotation():
    found = find_quoted("“We were never asked, said Lowe.\n\n“They printed it,” she said. “Twice.”")
    assert [quote.closed for quote in found] == [False, True, True]


def test_a_quotation_over_paragraphs_is_one_utterance():
    _, quotes = quotes_of("“It rained for days,” said Ada Lowe. “Then it froze.\n\n“The pipes burst.”")
    assert quotes["utterance"].nunique() == 1
    assert quotes["closed"].tolist() == [True, False, True]


def test_two_people_never_share_an_utterance():
    _, quotes = quotes_of("“It rained,” said Ada Lowe. “It froze,” said Ben Carr.")
    assert quotes["utterance"].nunique() == 2


def test_a_passage_printed_twice_is_counted_once():
    block = "The mayor, Ada Lowe, was blunt. “Nobody asked the people who live on the river,” she said."
    _, quotes = quotes_of(f"{block}\n\n{block}")
    assert quotes["duplicate_of"].notna().tolist() == [False, True]


def test_the_same_short_answer_to_two_questions_is_no_repeat():
    _, quotes = quotes_of(
        "Asked about the road, Ada Lowe said “no”. Asked about the bridge last week, Ben Carr said “no”."
    )
    assert quotes["duplicate_of"].isna().all()


def test_spellings_of_one_name_become_one_speaker():
    _, quotes = quotes_of(
        "“We will see,” said Andrei Volkonsky on Monday.",
        "“We will see,” said Andrey Volkonsky on Monday.",
        "“We will see,” said Mr Volkonsky on Monday.",
    )
    assert quotes["speaker"].nunique() == 1


def test_a_surname_that_two_people_share_stays_a_surname():
    _, quotes = quotes_of(
        "“I ran,” said Ada Lowe.",
        "“I walked,” said Ben Lowe.",
        "“I stayed,” Lowe said.",
    )
    assert quotes["speaker"].tolist() == ["Ada Lowe", "Ben Lowe", "Lowe"]


def test_aliases_win_over_what_is_found(tmp_path):
    text = "“We will see,” said Ada Lowe."
    table = tmp_path / "names.csv"
    table.write_text("name,speaker\nAda Lowe,The mayor\n", encoding="utf-8")
    for aliases in ({"Ada Lowe": "The mayor"}, table):
        _, quotes = quotes_of(text, aliases=aliases)
        assert quotes["speaker"].tolist() == ["The mayor"]


def test_a_table_of_aliases_without_its_columns_says_what_it_lacks(tmp_path):
    table = tmp_path / "names.csv"
    table.write_text("a,b\n1,2\n", encoding="utf-8")
    with pytest.raises(ValueError, match="name, speaker"):
        quotes_of("“We will see,” said Ada Lowe.", aliases=table)


def test_indirect_speech_is_listed_when_asked_for():
    text = "Ada Lowe said that the bridge would close in May. The road is safe, she added."
    assert quotes_of(text)[1].empty
    _, quotes = quotes_of(text, indirect=True)
    assert quotes["text"].tolist() == ["that the bridge would close in May", "The road is safe"]
    assert quotes["speaker"].tolist() == ["Ada Lowe", "Ada Lowe"]
    assert set(quotes["kind"]) == {"indirect"}


def test_indirect_speech_does_not_renumber_the_quotes():
    text = "Ada Lowe said the bridge would close. “Not before May,” she said."
    without = quotes_of(text)[1]
    with_indirect = quotes_of(text, indirect=True)[1]
    assert with_indirect[with_indirect["kind"] != "indirect"]["quote_id"].tolist() == without["quote_id"].tolist()


def test_a_transcript_inside_quotation_marks_names_its_speakers():
    _, quotes = quotes_of('Host Ada Lowe met Ben Carr.\n\n"LOWE: Will you run again?"\n\n"CARR: Ask me in May."')
    assert quotes["speaker"].tolist() == ["Ada Lowe", "Ben Carr"]


def test_the_words_of_another_in_a_report_of_a_third_are_given_to_neither():
    _, quotes = quotes_of("Of Ada Lowe’s warning of a “lost decade”, Ben Carr said it was misread.")
    assert quotes["speaker"].isna().all()


def speakers(quotes, beginning):
    return quotes.loc[quotes["text"].str.startswith(beginning), "speaker"].tolist()


def test_seed_an_unclosed_quotation_runs_into_the_next_paragraph(seed_quotes):
    parts = seed_quotes[seed_quotes["article_id"].str.startswith("000")].tail(2)
    assert parts["closed"].tolist() == [False, True]
    assert parts["utterance"].nunique() == 1
    assert parts["speaker"].tolist() == ["Dmitry Peskov", "Dmitry Peskov"]


def test_seed_scare_quotes_are_nobody_s(seed_quotes):
    scare = seed_quotes[seed_quotes["kind"] == "scare"]
    assert "annexation" in scare["text"].tolist()
    assert scare["speaker"].isna().all()


def test_seed_headline_words_are_nobody_s():
    quotes = nl.extract_quotes(nl.load_articles("seeds"))
    assert pd.isna(speakers(quotes, "possible before")[0])


@pytest.mark.parametrize(
    ("beginning", "speaker"),
    [
        ("We have no specific", "Dmitry Peskov"),
        ("Both sides expressed", "Kremlin"),
        ("Both President Trump", "White House"),
        ("If you get along", "Donald Trump"),
        ("waste no time", "Dmitry Peskov"),
        ("The discussion also", "Kremlin"),
        ("We have seen a readiness", "Dmitry Peskov"),
        ("a desire by both", "Sergei Lavrov"),
        ("I see almost", "Sergei Lavrov"),
        ("It’s not our business", "Dmitry Peskov"),
        ("prolonged pause", "Dmitry Peskov"),
        ("Currently, we're", "Dmitry Peskov"),
        ("virtually ceased", "Dmitry Peskov"),
    ],
)
def test_each_quotation_of_the_seeds_has_the_speaker_that_its_article_names(seed_quotes, beginning, speaker):
    assert speakers(seed_quotes, beginning) == [speaker] * len(speakers(seed_quotes, beginning))
    assert speakers(seed_quotes, beginning)


def test_seed_a_block_printed_twice_has_nine_repeats():
    quotes = nl.extract_quotes(nl.load_articles("seeds"))
    assert quotes.loc[quotes["article_id"].str.startswith("003"), "duplicate_of"].notna().sum() == 9
