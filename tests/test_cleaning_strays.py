"""Lines inside and above a story that are none of it: captions, video boxes, times, dates, and the headline."""

import pytest

from newslab.cleaning.furniture import fixed_label
from newslab.cleaning.raw_spans import tile
from newslab.cleaning.reading import read_page

HEADLINE = "Island ferry to run only twice a day"
STORY = [
    "The ferry to the island will run only twice a day from March, the harbour office of the town said on Tuesday.",
    "Two of its three boats need new engines, and the company has found nobody who could deliver them before June.",
    "“We are sorry for everybody who has to wait on the quay,” a spokeswoman of the company told reporters there.",
    "Shops on the island expect fewer guests in the spring, and the school has asked for a boat of its own.",
]


def why(*lines, head=HEADLINE):
    """The label of some lines between the paragraphs of a story."""
    raw = "\n\n".join([head, *STORY[:2], *lines, *STORY[2:]])
    page = read_page(raw)
    found = {raw[start:end].strip(): (label, rule) for start, end, label, rule in tile(raw, page.kept, page)}
    assert all(label == "body" for text, (label, _) in found.items() if text in STORY)
    return [found.get(line, ("body", ""))[0] for line in lines]


@pytest.mark.parametrize(
    "line",
    [
        "The mayor of the town and her husband, Bo Example, with a captain at the old quay in 2011.",
        "A march in the harbour last year against the proposed tax on oil.",
        "Mayor Ann Example and Captain Bo May at the harbour office in May 2017. She had just come into office.",
        "Boats lie at the quay on Friday afternoon. (Ann de Example/KBX)",
    ],
)
def test_a_caption_of_a_text_file_is_no_story(line):
    assert why(line) == ["caption"]


@pytest.mark.parametrize(
    "line",
    [
        "The company sold its oldest boat to a museum in the capital in 2011.",
        "The town opened a second quay for the ferry in 2011.",
        "It was the first ferry with an engine on the whole coast in 1911.",
        "The company employs forty sailors, ten more than in 2011.",
        "Most of the guests come by ferry, some by boat (or on foot/by bicycle).",
    ],
)
def test_a_sentence_about_a_past_year_is_the_story(line):
    assert why(line) == ["body"]


def test_the_summary_below_a_video_is_no_story():
    summary = "The harbour office says that it has looked for engines in four countries and that it found none at all."
    assert why("Duration 12:38", summary)[1] == "promo"
    assert why("The trip lasts 12:38", summary)[1] == "body"


@pytest.mark.parametrize("line", ["12:03", "10.42am", "11.15am GMT", "9:05 p.m. EDT", "Updated at 13.35 GMT"])
def test_the_time_of_an_entry_is_no_story_and_no_invitation_to_share(line):
    assert why(line) == ["furniture"]


def test_a_day_with_a_time_dates_the_page_and_is_no_story():
    page = read_page("\n\n".join([HEADLINE, "17:41 JST, October 13, 2024", *STORY]))
    assert str(page.fields["published"].value.date()) == "2024-10-13"
    assert page.kept[0][0] == len(HEADLINE) + len("17:41 JST, October 13, 2024") + 4


@pytest.mark.parametrize("line", ["October 13, 2024", "12.03", "In 2024, at 12:03, the ferry left for the last time."])
def test_a_date_that_heads_a_part_of_the_story_is_no_time_of_an_entry(line):
    assert why(line) == ["body"]


def test_only_the_date_of_publication_is_labelled_as_one():
    raw = "\n\n".join([HEADLINE, "May 3, 2019", *STORY, "Share", "Other stories", "June 7, 2016", "October 8, 2017"])
    page = read_page(raw)
    dates = {raw[start:end].strip(): label for start, end, label, _ in tile(raw, page.kept, page) if end - start < 20}
    assert str(page.fields["published"].value) == "2019-05-03 00:00:00"
    assert dates["May 3, 2019"] == "date"
    assert "date" not in (dates.get("June 7, 2016"), dates.get("October 8, 2017"))


@pytest.mark.parametrize(
    "line",
    [
        "Ferry Trouble: What We Know",
        "Ferry trouble: live updates",
        "Opinion: The Ferry Is Too Dear",
        "No Ferry Before Noon? The Mayor Says No",
    ],
)
def test_a_line_alone_above_a_dateline_is_the_headline(line):
    raw = "\n\n".join([line, f"HARBOUR TOWN, Ky. — {STORY[0]}", *STORY[1:]])
    page = read_page(raw)
    assert page.fields["headline"].value == line
    assert page.kept[0][0] == len(line) + 2


@pytest.mark.parametrize("line", ["Home News Sport Weather Jobs", "Skip to Main Content", "Story 3 May 2019"])
def test_a_menu_above_a_dateline_is_no_headline(line):
    raw = "\n\n".join([line, f"HARBOUR TOWN, Ky. — {STORY[0]}", *STORY[1:]])
    assert "headline" not in read_page(raw).fields


@pytest.mark.parametrize(
    ("byline", "agency"),
    [
        ("By Ann Example and Bo Sample The Associated Press", "Associated Press"),
        ("By Ann Example, AP", "Associated Press"),
        ("By Ann Example - Reuters - Friday, May 3, 2019", "Reuters"),
        ("By Ann Example", None),
        ("By Ann Ansa", None),
    ],
)
def test_an_agency_in_the_byline_is_the_agency(byline, agency):
    fields = read_page("\n\n".join([HEADLINE, byline, "Share", "Print", *STORY])).fields
    assert fields["authors"].value[0].startswith("Ann ")
    assert ("agency" in fields and fields["agency"].value) == (agency or False)


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("Get The Sample Monthly delivered through your letterbox", "promo"),
        ("Check out more of our stories from the harbour by signing up to one of our letters.", "promo"),
        ("Follow our live coverage of the storm.", "share"),
        ("—Sample Press writer Bo Sample in the capital contributed to this report.", "furniture"),
    ],
)
def test_an_invitation_or_a_note_on_the_authors_is_told_by_its_wording(line, label):
    assert fixed_label(line)[0] == label


@pytest.mark.parametrize("line", ["2017", "12:03:15 x", "Get to the quay before noon.", "She contributed to this."])
def test_figures_and_plain_sentences_are_no_invitation(line):
    assert fixed_label(line) is None
