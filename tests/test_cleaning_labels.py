"""What a page prints twice, what stands between its paragraphs, and where menus and lists of other stories end."""

import json

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import newslab as nl
from newslab.cleaning.duplicates import duplicates
from newslab.cleaning.furniture import fixed_label, guessed_label
from newslab.cleaning.outlets import without_address
from newslab.cleaning.reading import read_page
from newslab.text import split_sentences

STORY = [
    "The ferry to the island will run only twice a day from March, the harbour office of the town said on Tuesday.",
    "Two of its three boats need new engines, and the company has found nobody who could deliver them before June.",
    "“We are sorry for everybody who has to wait on the quay,” a spokeswoman of the company told reporters there.",
    "Shops on the island expect fewer guests in the spring, and the school has asked for a boat of its own.",
]
HEADLINE = "Island ferry to run only twice a day"
WORDS = "boat quay mayor harbour island winter engine school council money people story".split()


def page(*lines):
    return read_page("\n\n".join(lines))


def cleaned(**columns):
    return nl.clean_articles(nl.load_articles(pd.DataFrame(columns)))


def copies_of(*lines):
    """The repeated parts of some lines, by their number."""
    raw, spans = "\n".join(lines), []
    for line in lines:
        start = spans[-1][1] + 1 if spans else 0
        spans.append((start, start + len(line)))
    return {number: raw[start:end] for number, (start, end) in duplicates(raw, spans).items()}


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("Find us on Facebook", "share"),
        ("Subscribe to The Sample on YouTube", "share"),
        ("A ferry ran aground on Monday. The Sample’s Ann Example has that story.", "caption"),
        ("ON HER WAY … Mayor Ann Example leaves the town hall on a day in May.", "caption"),
        ("Boats on the quay/Rex", "caption"),
        ("Accuracy and availability of The Sample transcripts may vary.", "legal"),
    ],
)
def test_furniture_is_told_by_its_wording(line, label):
    assert fixed_label(line)[0] == label


@pytest.mark.parametrize(
    "line",
    ["The mayor has that story.", "She said so on Facebook.", "THE END … of an era.", "She posted it on Facebook"],
)
def test_a_sentence_is_no_furniture_by_its_wording(line):
    assert fixed_label(line) is None


def test_only_a_line_of_nothing_but_a_date_is_labelled_as_one():
    assert guessed_label("Tuesday, 02 January 2024 12:17 GMT")[0] == guessed_label("Updated on 3 May 2019")[0] == "date"
    assert guessed_label("Ann Example 3 May 2019")[0] != "date"


SENTENCE = "The council wants to close the old road to the harbour before the winter and to build a new one."


def test_what_is_only_alike_is_no_copy():
    other = SENTENCE.replace("old road", "old bridge").replace("winter", "spring")
    assert copies_of(SENTENCE, STORY[0], other) == {}
    assert copies_of(SENTENCE, STORY[0], f"Supporters say that {SENTENCE[4:]} {STORY[1]}") == {}
    assert copies_of(SENTENCE, STORY[0], SENTENCE) == {2: SENTENCE}


def test_a_copy_begins_with_a_sentence_or_with_the_paragraph_that_it_repeats():
    first, second = f"{SENTENCE} {STORY[0]}", STORY[1]
    assert copies_of(first, second, f"A new sentence here. {STORY[0]}") == {2: STORY[0]}
    # The title of a picture or a video has no full stop.
    assert copies_of(first, second, f"In pictures {SENTENCE} {STORY[0]}") == {2: f"{SENTENCE} {STORY[0]}"}


def test_words_that_lead_to_a_repeated_quotation_keep_it():
    quotation = "“We are sorry for everybody who has to wait on the cold and windy quay in March.”"
    told = f"As the spokeswoman put it, {quotation}"
    assert copies_of(STORY[0], quotation, STORY[1], told) == {1: quotation}
    assert copies_of(STORY[0], f"{quotation} – Ann Example of the company", STORY[1], told) == {}


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(st.sampled_from(WORDS), min_size=1, max_size=12).map(" ".join), min_size=1, max_size=8))
def test_a_copy_is_a_part_of_its_line_and_never_the_only_one(lines):
    copies = copies_of(*lines)
    assert all(lines[number].endswith(text) and text for number, text in copies.items())
    assert len(copies) < len(lines)


def test_white_space_is_counted_as_nothing():
    articles = cleaned(text=["\n\n".join(STORY)])
    counts = nl.count_labels(nl.spans(articles), articles)
    assert counts["label"].tolist() == ["body"]
    assert counts["all"].tolist() == [sum(map(len, STORY))]


def test_a_mark_of_a_list_is_no_white_space():
    articles = cleaned(text=["\n".join(f"{number}. {line}" for number, line in enumerate(STORY, 1))])
    raw, spans = articles["raw"].iloc[0], nl.spans(articles)
    texts = spans.apply(lambda span: raw[span["start"] : span["end"]].strip(), axis=1)
    assert set(texts[spans["rule"] == "white space"]) <= {""}
    assert texts[spans["rule"] == "mark of a list"].tolist() == ["1.", "2.", "3.", "4."]


def test_a_first_line_that_is_repeated_at_once_is_the_headline():
    title = "Ann Example Apologizes For Quarrel Over the Old Ferry"
    read = page(title, title, *STORY)
    assert read.fields["headline"].value == title
    assert [label for _, _, label, _ in read.labels[:2]] == ["headline", "headline"]


def test_a_list_of_other_stories_holds_no_headline():
    others = [
        "Ferry to the island will run only in March, harbour office says",
        "New engines for two boats of the ferry company found at last",
        "Shops on the island fear that nobody comes in the spring",
        "School on the island asks the town for a boat of its own",
    ]
    top = [HEADLINE, "By Ann Example", *["Share"] * 3, "More on the island:", *others, "see also", others[0]]
    fields = page(*top, *STORY).fields
    assert fields["headline"].value == HEADLINE
    assert fields["authors"].value == ("Ann Example",)


@pytest.mark.parametrize(
    ("lines", "section"),
    [
        (["Politics"], "Politics"),
        (["Home", "News", "Politics", "The Harbour"], "Politics"),
        (["Sport", "Opinion", "Obituaries", "Our Boats", "March 3, 2020"], None),
        (["World", "Sport", "Opinion", "Music", "Books", "Politics"], None),
    ],
)
def test_the_last_entry_of_a_menu_is_not_the_section(lines, section):
    field = page("The Harbour Times", "\n".join(lines), HEADLINE, "By Ann Example", *STORY).fields.get("section")
    assert (field and field.value) == section


def html_of(*, head="", ld, byline="By Ann Example, Bo Sample and Cy Instance"):
    told = (
        f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle", "headline": HEADLINE} | ld)}</script>'
    )
    lines = "".join(f"<p>{line}</p>" for line in (byline, *STORY))
    return f"<html><head>{head}{told}</head><body><h1>{HEADLINE}</h1>{lines}</body></html>"


def test_a_byline_that_names_more_authors_than_the_source_wins():
    row = cleaned(html=[html_of(ld={"author": {"name": "Ann Example"}})]).iloc[0]
    assert row["authors"] == ("Ann Example", "Bo Sample", "Cy Instance")
    other = cleaned(html=[html_of(ld={"author": {"name": "Di Another"}})]).iloc[0]
    assert other["authors"] == ("Di Another",)


def test_a_section_is_neither_an_author_nor_the_kind_of_a_page():
    meta = '<meta property="article:section" content="World">'
    ld = {"articleSection": "articles", "author": {"name": "Editorial"}}
    row = cleaned(html=[html_of(head=meta, ld=ld, byline="Tuesday")]).iloc[0]
    assert (row["section"], row["authors"]) == ("World", ())


def test_an_address_in_a_column_becomes_the_outlet_at_it():
    articles = cleaned(text=STORY[:3], source_domain=["www.nytimes.com", "www.harbour-times.example", "Harbour Times"])
    assert articles["outlet"].tolist() == ["The New York Times", "harbour-times.example", "Harbour Times"]
    assert set(articles["outlet_from"]) == {"column source_domain"}


@pytest.mark.parametrize("name", ["U.S. News", "St. Example", "Inc.", "", "…", "The www. Times"])
def test_a_name_that_is_no_address_stays(name):
    assert without_address(name) == name


def test_a_line_of_a_thousand_pages_is_split_in_time_in_proportion(monkeypatch):
    class Text(str):
        copied = 0

        def __getitem__(self, key):
            found = str.__getitem__(self, key)
            Text.copied += len(found)
            return found

    text = Text(f"{STORY[1]} " * 2000)
    assert len(split_sentences(text)) == 2000
    assert Text.copied < 3 * len(text)
