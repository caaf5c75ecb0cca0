"""Cleaning labels every character of a file, keeps the story of the seeds and nothing else, and invents nothing."""

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import newslab as nl
from newslab.cleaning import reading
from newslab.cleaning.lines import units
from newslab.cleaning.model import probabilities
from newslab.cleaning.raw_spans import tile
from newslab.cleaning.reading import forget, read_page, read_pages
from newslab.cleaning.recurring import drop_recurring_lines

LINES = st.sampled_from(
    [
        "Menu", "* Sport", "Share this story", "By Ann Example", "Advertisement", "© 2020 The Sample", "12 May 2020", "",
        "Read more: what happened next", "The council voted on Monday to close the bridge, the mayor said.", "  ", "1. One",
        "“We will see what happens,” she told reporters after the long meeting in the capital.", "a", "\u200b", "🙂 🙂",
        "(Photo: A. Nobody)", "the second half of a line that a link cut", "Most read", "No full stop here at all",
    ]
)  # fmt: skip
BREAKS = st.sampled_from(["\n", "\r\n", "\n\n", "\u2028", " ", "\x85", "\t"])
PAGES = st.one_of(
    st.lists(st.tuples(LINES, BREAKS), max_size=25).map(lambda parts: "".join(a + b for a, b in parts)),
    st.text(alphabet=st.characters(codec="utf-8"), max_size=300),
)


def articles_of(texts):
    return nl.load_articles(pd.DataFrame({"text": texts, "article_id": [f"a{i}" for i in range(len(texts))]}))


@pytest.fixture(scope="module")
def cleaned():
    return nl.clean_articles(nl.load_articles("seeds"))


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(PAGES)
def test_labels_cover_every_character_once_and_each_says_why(raw):
    page = read_page(raw)
    pieces = tile(raw, page.kept, page)
    assert "".join(raw[start:end] for start, end, _, _ in pieces) == raw
    assert all(start < end and label and rule for start, end, label, rule in pieces)
    assert tuple((start, end) for start, end, label, _ in pieces if label == "body") == page.kept


@pytest.mark.parametrize("end", ["\n", " ", ""])
def test_a_text_longer_than_any_article_is_read_in_pieces_that_cover_it(end):
    raw = "".join(f"The clerk said on day {n} that the bridge was still closed to carts.{end}" for n in range(6_000))
    page = read_page(raw)
    pieces = tile(raw, page.kept, page)
    assert "".join(raw[first:last] for first, last, _, _ in pieces) == raw
    assert max(last for _, last, *_ in page.labels) == len(raw.strip())


def test_spans_of_the_seeds_add_up_to_the_files(cleaned):
    spans = nl.spans(cleaned)
    for article in cleaned.itertuples():
        own = spans[spans["article_id"] == article.article_id]
        assert "".join(article.raw[a:b] for a, b in zip(own["start"], own["end"], strict=True)) == article.raw
        assert [tuple(s) for s in own.loc[own["label"] == "body", ["start", "end"]].values.tolist()] == list(
            article.kept
        )


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(PAGES, min_size=2, max_size=4), st.randoms())
def test_neither_company_nor_order_changes_an_article(texts, random):
    together = nl.clean_articles(articles_of(texts))
    order = list(range(len(texts)))
    random.shuffle(order)
    forget()
    shuffled = nl.clean_articles(articles_of(texts).iloc[order].reset_index(drop=True))
    for article_id, row in together.set_index("article_id").iterrows():
        other = shuffled.set_index("article_id").loc[article_id]
        assert row["kept"] == other["kept"]
        assert row["authors"] == other["authors"]
        assert (row["headline"] == other["headline"]) is True or pd.isna(row["headline"])


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(PAGES.filter(units), min_size=2, max_size=6))
def test_pages_read_together_are_judged_to_the_last_bit_as_they_are_alone(texts):
    pages = [(text, units(text)) for text in texts]
    for page, (p, fixed) in zip(pages, probabilities(pages), strict=True):
        [(alone, fixed_alone)] = probabilities([page])
        assert p.tolist() == alone.tolist()
        assert fixed == fixed_alone


def test_real_pages_read_together_are_judged_to_the_last_bit_as_they_are_alone(cleaned):
    # Long prose, short lines and flat text side by side: a sum that ran on from page to page would be rounded otherwise.
    texts = [*cleaned["raw"], *cleaned["text"], *(" ".join(raw.split()) for raw in cleaned["raw"])]
    pages = [(text, units(text)) for text in texts]
    together = probabilities(pages)
    alone = [probabilities([page])[0] for page in pages]
    turned = probabilities(pages[::-1])[::-1]
    assert [p.tolist() for p, _ in together] == [p.tolist() for p, _ in alone] == [p.tolist() for p, _ in turned]


def test_more_pages_than_are_read_together_come_one_after_another(cleaned):
    texts = [f"{raw}\n{number}" for number in range(20) for raw in cleaned["raw"]]
    pages = [page.kept for page in read_pages((text, None) for text in texts)]
    forget()
    assert pages[::7] == [read_page(text).kept for text in texts[::7]]


def test_the_seeds_keep_their_stories(cleaned):
    starts = ["Russian President Vladimir Putin and US", "The Kremlin said on Monday", "Russian President Vladimir Putin could",
              "Russian leader Vladimir Putin", "Kremlin spokesperson Dmitry Peskov"]  # fmt: skip
    ends = ["Peskov said.", '(such talks)".', "annexation of Crimea.", "he said.", "Japanese governments."]
    assert [text.startswith(start) for text, start in zip(cleaned["text"], starts, strict=True)] == [True] * 5
    assert [text.endswith(end) for text, end in zip(cleaned["text"], ends, strict=True)] == [True] * 5
    assert cleaned["kept"].map(len).tolist() == [11, 7, 9, 8, 15]


def test_a_story_printed_twice_counts_once_as_paragraphs(cleaned):
    text = cleaned.loc[3, "text"]
    assert text.count("a Kremlin spokesman said, hailing") == 1
    spans = nl.spans(cleaned.iloc[[3]])
    assert spans["label"].tolist().count("duplicate") == 1
    assert "We’ll See What Happens" not in text  # the title of a video before the first copy


def test_a_promotion_inside_a_paragraph_is_cut_out_of_it(cleaned):
    text = cleaned.loc[3, "text"]
    assert "newsletter" not in text
    assert "The call was among Trump’s first formal moves" in text


def test_rules_between_paragraphs_and_labels_of_pictures_are_never_the_story():
    paragraphs = [
        f"The council voted on {day} to close the {thing}, the mayor told reporters after the long meeting in the town."
        for day, thing in (("Monday", "bridge"), ("Tuesday", "market"), ("Friday", "school"))
    ]
    raw = "\n\n".join([paragraphs[0], "___", paragraphs[1], "Image 2 of 5", paragraphs[2]])
    assert nl.clean_articles(articles_of([raw]))["text"].tolist() == ["\n\n".join(paragraphs)]


@pytest.mark.parametrize(
    ("raw", "lines"),
    [
        ("* Home\n+ News\n  o Europe\n  o Asia\n* Sport", ["Home", "News", "Europe", "Asia", "Sport"]),
        ("Ontem falou com\no presidente da câmara.", ["Ontem falou com\no presidente da câmara."]),
    ],
)
def test_an_o_is_the_mark_of_a_list_only_among_other_marks(raw, lines):
    assert [raw[start:end] for start, end in units(raw)] == lines


def test_metadata_of_the_seeds_is_what_they_print(cleaned):
    columns = ["outlet", "syndicator", "agency", "section"]
    rows = cleaned[columns].astype(object).where(cleaned[columns].notna(), None).values.tolist()
    assert rows == [
        [None, None, None, None],
        ["The Independent", "inkl", "Reuters", "Politics"],
        ["USA TODAY", None, None, None],
        ["Bloomberg", None, None, None],
        ["AzerNews", "MENAFN", None, None],
    ]
    assert cleaned["authors"].tolist() == [(), ("Maria Tsvetkova", "Denis Pinchuk"), (), (), ()]
    assert cleaned["headline"].isna().tolist() == [True, False, False, False, False]


def test_the_story_id_dates_the_article_and_the_clock_of_the_page_does_not(cleaned):
    assert cleaned["published"].notna().tolist() == [False, False, False, False, True]
    assert str(cleaned.loc[4, "published"].date()) == "2025-10-25"
    assert cleaned.loc[4, "published_from"] == "story id"


def test_every_field_of_the_seeds_has_a_span_that_shows_it(cleaned):
    for raw in cleaned["raw"]:
        for name, field in read_page(raw).fields.items():
            if name == "language":
                continue
            assert 0 <= field.start < field.end <= len(raw), name
            if name == "headline":
                assert raw[field.start : field.end] == field.value


def test_a_language_is_named_only_where_function_words_tell_it(cleaned):
    assert cleaned["language"].tolist() == ["en"] * 5
    german = "Der Bürgermeister sagte am Montag, dass die Brücke nach dem langen Streit nicht mit Geld aus der Stadt gebaut wird. "
    odd = nl.clean_articles(
        articles_of([german * 3, "Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed eiusmod. " * 3])
    )
    assert odd["language"].astype(object).where(odd["language"].notna(), None).tolist() == ["de", None]


def test_what_is_known_from_outside_wins(cleaned):
    known = nl.clean_articles(nl.load_articles("seeds", sources="seeds/sources.csv"))
    assert known["outlet"].tolist() == ["RT", "The Independent", "USA TODAY", "Bloomberg", "AzerNews"]
    assert known.loc[0, "outlet_from"] == nl.load_articles("seeds", sources="seeds/sources.csv").loc[0, "outlet_from"]


def test_cleaning_twice_changes_nothing(cleaned):
    again = nl.clean_articles(cleaned)
    pd.testing.assert_frame_equal(again, cleaned)


def test_a_text_without_furniture_is_kept_whole(cleaned):
    plain = articles_of(list(cleaned["text"]))
    kept = nl.clean_articles(plain)["text"]
    assert (kept.str.len() >= 0.97 * plain["text"].str.len()).all()


@pytest.mark.parametrize("text", ["", " ", "\n\n", "x", "«" * 5000, "(" * 200_000, "a\n" * 20_000, "Straße. " * 3000])
def test_odd_texts_are_cleaned_without_complaint(text):
    articles = nl.clean_articles(articles_of([text]))
    assert articles["kept"].map(type).tolist() == [tuple]


def test_an_empty_table_stays_a_table():
    empty = nl.load_articles("seeds").iloc[:0]
    cleaned = nl.clean_articles(empty)
    assert cleaned.dtypes.equals(empty.dtypes)
    assert nl.spans(cleaned).empty


def test_lines_that_recur_over_an_outlet_are_dropped_in_a_step_of_their_own():
    boiler = "Our reporters in the region follow what happens there every day and night."
    stories = [
        f"The {thing} in the harbour was closed on Monday after a long dispute, the mayor said.\n{boiler}\n"
        f"Nobody knows when the {thing} will open again, according to the council of the town."
        for thing in ("bridge", "museum", "market", "school")
    ]
    articles = nl.clean_articles(articles_of(stories)).assign(outlet="The Sample")
    once = drop_recurring_lines(articles)
    assert not once["text"].str.contains("Our reporters", regex=False).any()
    assert once["text"].str.contains("dispute", regex=False).all()
    assert (nl.spans(once)["rule"] == "taken out after cleaning").sum() == 4


def test_the_pages_kept_for_another_look_are_bounded_by_their_length(monkeypatch):
    forget()
    monkeypatch.setattr(reading, "_RECENT_CHARACTERS", 100)
    sources = [(f"A first line of page {number}.\n" + "word " * 12, None) for number in range(4)]
    assert [one.kept for one in read_pages(sources)] == [read_page(*source).kept for source in sources]
    assert list(reading._recent) == sources[-1:]
    forget()
