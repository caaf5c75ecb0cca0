"""Words that a cue seems to reach and that nobody said: denied, imagined, written on things, names, headings."""

import pandas as pd
import pytest

import newslab as nl


def quotes_of(text):
    return nl.extract_quotes(nl.load_articles(pd.DataFrame({"article_id": ["a"], "text": [text]})))


def found(text):
    """Each quotation by its words: its speaker, None where nobody is named, "scare" where it is no speech."""
    quotes = quotes_of(text)
    names = quotes["speaker"].astype(object).where(quotes["speaker"].notna(), None)
    return {
        words: "scare" if kind == "scare" else name
        for words, kind, name in zip(quotes["text"], quotes["kind"], names, strict=True)
    }


# (what is shown, text, words, speaker)
DISOWNED = [
    (
        "a sign that somebody carries",
        "Nora Lindqvist, a baker from Malmo, carried a banner reading, “bread before bombs.”",
        "bread before bombs.",
    ),
    (
        "a kite that somebody sees",
        "Nora Lindqvist said she was glad to see flags on the far bank and a red kite high in the wind read, “we are "
        "many.” She waved.",
        "we are many.",
    ),
    ("a term that is disowned", "Nora Lindqvist said she never used the term “bread war” at all.", "bread war"),
    ("a verb that is denied", "Nora Lindqvist did not call the mayor a “coward” on Friday.", "coward"),
    ("a few words within a denial", "Nora Lindqvist denied that her firm had run a “cartel” with others.", "cartel"),
    ("a charge", "In 2014, Nora Lindqvist pleaded guilty to “fraud by false accounting” in Malmo.", None),
    (
        "a question of the writer",
        "Did Nora Lindqvist really call the mayor a “coward of the first water”?",
        "coward of the first water",
    ),
    ("what could be said", "Nora Lindqvist cannot explain why she was silent when the “reset” came.", "reset"),
    (
        "what is said the more",
        "The more Nora Lindqvist shouts, the more the tired voters shrug and think, “Enough of bread for now.”",
        "Enough of bread for now.",
    ),
    (
        "remarks of somebody else",
        "Nora Lindqvist recalled Otto Brandt’s comments about a rival with “flour in her veins” on Friday.",
        "flour in her veins",
    ),
    (
        "of whom it is said",
        "Nora Lindqvist is “still less loved” than the old baker in her own town as the guild hears yet again.",
        "still less loved",
    ),
    (
        "who was found",
        "Nora Lindqvist, of Malmo, was found at dawn after she left the bakery for an unknown reason and “the flour "
        "simply overtook her” on Thursday.",
        "the flour simply overtook her",
    ),
    (
        "an answer to a question about somebody",
        "We met Otto Brandt in Malmo on Monday.\n\nIs Nora Lindqvist a good baker?\n\n“Well, I am all for her and I want "
        "her to do well this year.”",
        None,
    ),
    (
        "words in brackets, and a verb behind them",
        "Nobody had met the baker (“We have not spoken with the baker at all”) — Otto Brandt now says otherwise.",
        None,
    ),
    ("some who are counted", "On the far bank, 100 people chanted, “Bread for all of us now!” as they went.", None),
    (
        "the writer's own side",
        "Our shocked experts explain that the bakers were “very deeply worried by it all”.",
        None,
    ),
]


@pytest.mark.parametrize(("text", "words"), [pytest.param(*case[1:], id=case[0]) for case in DISOWNED])
def test_words_that_a_source_disowns_have_no_speaker(text, words):
    speakers = found(text)
    assert speakers, text
    for quoted, speaker in speakers.items():
        if words in (None, quoted):
            assert speaker in (None, "scare"), (quoted, speaker)


# The same turns where the words are the source's own: no rule above may reach them.
OWNED = [
    ("Nora Lindqvist, holding a banner, said, “We want bread before bombs.”", "Nora Lindqvist"),
    ("Nora Lindqvist read from her notes. “We want bread before bombs,” she said.", "Nora Lindqvist"),
    ("Nora Lindqvist did not only call the plan “a slap for every baker”.", "Nora Lindqvist"),
    ("Nora Lindqvist did not flinch and said the plan was “a slap for every baker”.", "Nora Lindqvist"),
    ("Nora Lindqvist rejected Otto Brandt’s comments about bread as “the talk of a cartel”.", "Nora Lindqvist"),
    ("Nora Lindqvist denied the charges, calling them “a pure show”.", "Nora Lindqvist"),
    ("Nora Lindqvist would only say that the plan was “under review”.", "Nora Lindqvist"),
    ("“Who needs bread?” asked Nora Lindqvist. “Do we?”", "Nora Lindqvist"),
    (
        "Nora Lindqvist spoke of the bakers. She’s said the claims are a “fake story that demeans us all and the town”.",
        "Nora Lindqvist",
    ),
]


@pytest.mark.parametrize(("text", "speaker"), OWNED, ids=[text[:40] for text, _ in OWNED])
def test_words_of_a_source_in_the_same_turns_stay_its_own(text, speaker):
    assert set(found(text).values()) == {speaker}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "Otto Brandt posted a link to a short film called “Behind the ovens with Nora Lindqvist” on Monday.",
            "Behind",
        ),
        ("Otto Brandt formed a club with her, in town known as the “Three Bakers.”", "Three"),
        ("When the dust is of flour, the illness is called “baker’s lung.” Otto Brandt has it.", "baker"),
        ("When it is of feathers, says Otto Brandt, the term often used is “plucker’s lung.”", "plucker"),
        ("Prices will rise, according to an analysis led by bakers (O. Brandt; see ‘The legacy of bread’).", "The leg"),
        ("I fear that one kind of reckoning, one of “outcomes,” wears down the town.", "outcomes"),
        ("In his first book, “Flour and the Baker,” Otto Brandt suggested waiting for bread.", "Flour"),
    ],
)
def test_names_and_terms_are_no_speech(text, words):
    assert [speaker for quoted, speaker in found(text).items() if quoted.startswith(words)] == ["scare"]


@pytest.mark.parametrize(
    "text",
    [
        "The firm called “for calm in the bakeries of Malmo” on Monday.",
        "The plan was called “a slap in the face of every baker in town” at the fair.",
        "It was called “a slap in the face of every baker in town” by Nora Lindqvist.",
        "What Nora Lindqvist referred to as “the bread war of our time” began on Monday.",
    ],
)
def test_what_is_called_something_by_somebody_is_speech(text):
    assert "scare" not in found(text).values()


def test_heading_that_quotes_a_few_words_neither_takes_nor_gives_a_speaker():
    text = (
        "“The oven was our first concern that week,” Nora Lindqvist said.\n\n3. “Not some foreign bread at all”\n\n“Nobody asked us "
        "for more bread than we had,” Otto Brandt said."
    )
    speakers = found(text)
    assert speakers["Not some foreign bread at all"] == "scare"
    assert set(speakers.values()) == {"Nora Lindqvist", "scare", "Otto Brandt"}


def test_paragraph_that_is_a_whole_sentence_quoted_is_no_heading():
    text = "Nora Lindqvist spoke to the town on Monday:\n\n“We will bake until the last of you has bread.”"
    assert set(found(text).values()) == {"Nora Lindqvist"}


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("According to the writer Otto Brandt, Nora Lindqvist claims that it is “a work of art”.", "Nora Lindqvist"),
        ("“We will bake on,” Nora Lindqvist told the town, according to a statement.", "Nora Lindqvist"),
        ("Otto Brandt said his rival, Nora Lindqvist, had dubbed the plan “the bread war”.", "Nora Lindqvist"),
        (
            "“We will bake on,” said another witness in the inquiry, former town adviser Nora Lindqvist.",
            "Nora Lindqvist",
        ),
        ("“We will bake on,” said the head of the guild, Nora Lindqvist.", "Nora Lindqvist"),
    ],
)
def test_whoever_says_it_goes_before_whoever_tells_of_it(text, speaker):
    assert set(found(text).values()) == {speaker}


def test_words_joined_to_words_of_nobody_are_of_nobody():
    text = (
        "Nora Lindqvist bakes.\n\nAccording to Courier Magazine writer Otto Brandt, Lindqvist claims that the loaf is an "
        "“song of the oven” prompted by Vogt’s comments about former town baker Greta Holm having “flour running out "
        "of her sleeves” and “out of her — apron.”"
    )
    assert list(found(text).values()) == ["Nora Lindqvist", None, None]


def test_marks_around_a_cue_turn_outwards():
    text = '"We will bake on until the spring, "he said." We have flour enough for all of the town."'
    quotes = quotes_of("Otto Brandt spoke to the town on Monday.\n\n" + text)
    assert quotes["text"].tolist() == [
        "We will bake on until the spring,",
        "We have flour enough for all of the town.",
    ]
    assert set(quotes["speaker"]) == {"Otto Brandt"}


def test_office_abroad_is_no_part_of_a_name_and_is_known_by_it_before():
    text = (
        "Norway’s ambassador to Japan warned that the fleet “will not sit and wait”.\n\nNorway’s ambassador to Japan "
        "Sigrun Halvorsen has said that it has the “will and means” to sail.\n\nHalvorsen said: “They are there now.”"
    )
    assert set(found(text).values()) == {"Sigrun Halvorsen"}


def test_supporters_of_a_man_are_listed_with_his_name():
    text = (
        "Otto Brandt spoke on Monday. His supporters called it “a speech for the ages of bread”. Some farmers’ wives "
        "left. Their neighbours called it “a very long speech about bread”."
    )
    assert set(found(text).values()) == {"Otto Brandt’s supporters", "neighbours"}


@pytest.mark.parametrize("mark", ["’", "'", "‘"])
def test_apostrophes_of_any_shape_read_alike(mark):
    text = (
        f"Nora Lindqvist claims didn{mark}t hold. “We won{mark}t bake,” she said. Otto Brandt{mark}s wife didn{mark}t."
    )
    assert quotes_of(text)["speaker"].tolist() == ["Nora Lindqvist"]
