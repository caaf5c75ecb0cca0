"""Where a story begins and ends on its page, and which wording is furniture wherever it stands."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslab.cleaning.borders import within_borders
from newslab.cleaning.drop_caps import without_gaps
from newslab.cleaning.furniture import fixed_label
from newslab.cleaning.labels import _threshold
from newslab.text import Body

TEASERS = ["A bridge over the river stays closed until the spring.", "The mayor of the next town wants a new hall."]
OPENING = "OSLO, Norway (AP) — The ferry to the island will run only twice a day from March, the harbour office said."
STORY = ["Two of its three boats need new engines, and nobody can deliver them before the summer, it said. " * 2] * 2


def kept(lines, p=0.8):
    """The numbers of the lines that are still likely."""
    ends = np.cumsum([len(line) + 1 for line in lines]).tolist()
    spans = [(end - len(line) - 1, end - 1) for line, end in zip(lines, ends, strict=True)]
    likely, outside = within_borders("\n".join(lines), spans, np.full(len(lines), p))
    inside = np.flatnonzero(likely > 0.5).tolist()
    assert sorted([*inside, *outside]) == (list(range(len(lines))) if p > 0.5 else [])
    return inside


def test_nothing_above_a_dateline_is_the_story():
    assert kept([*TEASERS, OPENING, *STORY]) == [2, 3, 4]


def test_a_page_with_two_datelines_is_a_collection():
    assert kept([*TEASERS, OPENING, *STORY, OPENING, *STORY]) == list(range(8))


def test_a_teaser_with_a_dateline_does_not_begin_the_story():
    assert kept([*STORY, *TEASERS, OPENING]) == list(range(5))


def test_a_heading_in_capitals_is_no_dateline():
    assert kept([*TEASERS, OPENING.replace("OSLO, Norway (AP)", "WHAT WE KNOW"), *STORY]) == list(range(5))


def test_a_dateline_where_nothing_is_likely_is_none():
    assert kept([*TEASERS, OPENING], p=0.1) == []


@pytest.mark.parametrize("button", ["Reply", "Reply to this", "Flag as inappropriate", "Report abuse", "Upvote"])
def test_what_readers_say_to_one_another_is_not_the_story(button):
    said = ["They should have bought new boats ten years ago.", button]
    assert kept([*STORY, "3 Comments", *said * 3]) == [0, 1]
    assert kept([*STORY, *said * 3]) == [0, 1, 2]


def test_a_button_or_two_are_no_discussion():
    assert kept([*STORY, "Reply", *STORY, "Reply", *STORY]) == list(range(8))


def test_buttons_above_the_story_do_not_end_it():
    assert kept(["Reply", "Reply", "Reply", *STORY]) == list(range(5))


@given(st.lists(st.tuples(st.floats(0, 1), st.integers(1, 900)), min_size=1))
def test_a_line_needs_less_on_a_doubtful_page_but_never_much_less(lines):
    p, sizes = np.array(lines).T
    assert 0.4 <= _threshold(p, sizes) <= 0.5 + 1e-9


def test_a_sure_page_asks_for_even_odds():
    assert _threshold(np.array([1.0, 1.0, 0.0]), np.array([80, 90, 20])) == 0.5
    assert _threshold(np.array([0.9, 0.5, 0.0]), np.array([80, 90, 20])) < 0.45


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("We and our partners make use of cookies on this page.", "legal"),
        ("By continuing you accept the use of cookies.", "legal"),
        ("Source: the harbour office", "caption"),
        ("Filed under: Boats, Islands", "furniture"),
        ("You can email Ann Nobody here", "furniture"),
        ("Be the first to comment", "furniture"),
    ],
)
def test_wording_tells_furniture(line, label):
    assert fixed_label(line)[0] == label


@pytest.mark.parametrize(
    "line",
    [
        "We baked cookies for the guests of the harbour office.",
        "In this article we look at the boats of the island.",
        "Sources close to the company said that it had no plan.",
        "Ann Nobody said the office can be reached by boat only.",
    ],
)
def test_the_same_words_in_a_sentence_of_the_story_do_not(line):
    assert fixed_label(line) is None


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("W hile the bakers slept, the mills went on.", "While the bakers slept, the mills went on."),
        ("G ry looked up from the oven.", "Gry looked up from the oven."),
        ("I n winter the mills stand still.", "In winter the mills stand still."),
        ("A lone baker stayed behind.", "A lone baker stayed behind."),
        ("U turn or not, the bakers stayed.", "U turn or not, the bakers stayed."),
        ("E coli was found in the mill.", "E coli was found in the mill."),
    ],
)
def test_a_drop_cap_belongs_to_its_word_and_a_letter_of_its_own_does_not(raw, text):
    body = Body(raw, without_gaps(raw, [(0, len(raw))]))
    assert body.text == text
    first = body.text.split()[0]
    start, end = body.raw_span(0, len(first))
    assert raw[start:end].replace(" ", "") == first
