"""Who is no source, and which of two is meant: one false speaker costs more than ten that are missing."""

import pandas as pd
import pytest

import newslab as nl


def speakers(*texts):
    """The speakers of all quotes in order, "" where none is named."""
    articles = nl.load_articles(pd.DataFrame({"text": texts}))
    return nl.extract_quotes(articles)["speaker"].fillna("").tolist()


@pytest.mark.parametrize(
    "source",
    ["Another", "One question", "Many posts", "A second", "One app", "Another post from the account", "21 percent"],
)
def test_what_only_counts_or_cannot_speak_is_no_speaker(source):
    assert speakers(f"{source} said: “We will not pay a single penny for this wall.”") == [""]


def test_a_label_before_a_colon_is_nobody():
    assert "Breaking" not in speakers("Breaking: “We will not pay a single penny,” the minister said on Monday.")


def test_a_surname_goes_to_the_only_one_named_so_far_however_long_ago():
    between = "It rained all day. " * 8
    later = "Robert Bauer, who runs the port, was there. Robert Bauer left. Robert Bauer came back."
    text = (
        f"Helen Bauer opened the fair. {between}Bauer told the radio that everybody would be “at the oars.”\n\n{later}"
    )
    assert speakers(text) == ["Helen Bauer"]


def test_a_surname_alone_is_the_one_whom_nearly_all_articles_name():
    full = [f"Helen Bauer came to town number {number}." for number in range(6)]
    bare = "“We will not pay a single penny,” Bauer said on Monday."
    assert speakers(*full, "Robert Bauer left.", bare) == ["Helen Bauer"]
    assert speakers(*full, *["Robert Bauer left."] * 3, bare) == ["Bauer"]


def test_the_counsel_of_one_is_not_the_counsel_known_by_another_name():
    text = (
        "Special counsel Robert Miller wrote to Helen Bauer on Monday.\n\n"
        "The letters were “very professional,” according to Bauer’s outside counsel."
    )
    assert speakers(text) == ["Bauer’s outside counsel"]


@pytest.mark.parametrize("trade", ["Psychoanalyst", "Botanist", "Glazier"])
def test_a_trade_before_a_name_is_no_part_of_it(trade):
    assert speakers(f"{trade} Robert Lang said: “We all wait for something that never comes.”") == ["Robert Lang"]


def test_the_suit_and_the_lawsuit_are_one_source():
    text = "The suit said the town “never asked anybody in the street.” The lawsuit claims it “knew of the danger.”"
    assert set(speakers(text)) == {"lawsuit"}


def test_whoever_is_addressed_does_not_speak():
    text = "Helen Bauer met the voters. “Helen, you have shown great courage,” she said."
    assert speakers(text) == [""]


def test_what_somebody_will_do_is_not_said_by_him():
    assert speakers("Helen Bauer will ‘definitely be coming to town’ this summer.") == [""]


def test_two_words_beside_a_verb_of_no_speech_have_no_speaker():
    assert speakers("Helen Bauer moves “real mountains” in her garden every single morning before breakfast.") == [""]


@pytest.mark.parametrize("remarks", ["comments suggested", "comments about Mr. Miller suggested", "words were of"])
def test_he_is_whose_remarks_the_sentence_before_is_about(remarks):
    text = (
        "Peter Miller, the mayor, met Robert Lang. Mr. Miller accepted the plan.\n\n"
        f"Mr. Lang’s {remarks} a change of mind.\n\n"
        "“They have my blessing to build the bridge,” he said."
    )
    assert speakers(text) == ["Robert Lang"]


def test_whoever_is_sent_a_letter_has_not_written_it():
    text = (
        "A group of professors in Salem has sent Lang, a Republican, a letter on the budget.\n\n"
        "“We would be glad to talk about the poor in your budget,” the letter says."
    )
    assert "Lang" not in " ".join(speakers(text))


def test_a_paper_called_leader_is_nobody_who_leads():
    text = (
        "Helen Bauer, the party leader, spoke on Monday. The New Essex Union Leader said the debate “rocked the hall.”"
    )
    assert speakers(text) == ["New Essex Union Leader"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Ada Lowe won.\n\n“I could see the men at the gate,” Lowe once told a reporter.", "Ada Lowe"),
        ("In May, Ada Lowe asserted that she had “the right to close the port,” according to the Herald.", "Ada Lowe"),
        ("Bo Shaw lost.\n\nAfter saying the vote was “a day of shame for us,” Ada Lowe went home.", "Ada Lowe"),
        (
            "“We must act,” said Mary Roth, a lawyer.\n\nTalk-show host Ellen Shaw began a campaign. By lifting the ban, "
            "she said, the mayor was “asking people to kill the swans.”",
            "Ellen Shaw",
        ),
    ],
)
def test_the_speaker_is_whoever_says_it_not_who_tells_or_spoke_before(text, speaker):
    assert speakers(text)[-1] == speaker


def test_an_adverb_that_opens_a_sentence_is_nobody():
    assert "Ironically" not in speakers(
        "Ironically, the Bauer plan of “massive resistance” to the port came to nothing."
    )
