"""Tags, phrases, names and near-synonyms: the ground that the wording table stands on."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslab.framing.chunks import noun_phrases, tagged_sentences, verb_phrases
from newslab.framing.lexicon import concept, countries, verb_forms
from newslab.framing.mentions import find_mentions
from newslab.framing.referents import resolve


def phrases(text, kind=noun_phrases):
    return [
        text[phrase.start : phrase.end]
        for number, tokens in enumerate(tagged_sentences(text))
        for phrase in kind(tokens, number)
    ]


@given(st.text(alphabet="Aab .,'’s“”-19(\n", max_size=200))
def test_tokens_stand_where_they_say(text):
    for tokens in tagged_sentences(text):
        for token in tokens:
            assert text[token.start : token.end] == token.text
            assert len(token.tag) == 1


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The old harbour master resigned.", ["The old harbour master"]),
        ("They praised the treaty with Norway on Monday.", ["the treaty with Norway", "Norway", "Monday"]),
        ("Her brother’s long letter arrived.", ["Her brother", "Her brother’s long letter"]),
        ("He took a decision Anna Berg has criticised.", ["a decision", "Anna Berg"]),
        ("She visited the French capital.", ["the French capital"]),
        ("It is a political and personal matter.", ["a political and personal matter"]),
        ("Both Anna Berg and Ivar Holm left.", ["Anna Berg", "Ivar Holm"]),
        ("He wrote to the United States Sergei Olsen praised.", ["the United States", "Sergei Olsen"]),
    ],
)
def test_noun_phrases(sentence, expected):
    assert phrases(sentence) == expected


def test_verb_phrases_take_their_object_and_what_comes_before():
    assert phrases("The troops could seize the northern port.", verb_phrases) == ["could seize the northern port"]


def test_near_synonyms_meet_and_who_acts_is_not_the_act():
    assert concept("suing") == concept("lawsuit") == concept("litigation")
    assert concept("investigator") != concept("investigation")
    assert concept("office") != concept("officer")


def test_forms_of_verbs():
    forms = verb_forms()
    assert [forms[form][0] for form in ("denied", "denies", "lying", "hit", "stopped", "took")] == [
        "deny",
        "deny",
        "lie",
        "hit",
        "stop",
        "take",
    ]


def test_every_country_is_found_by_its_name():
    assert countries()["estonian"] == ("Estonia", "demonym")
    assert countries()["kremlin"] == ("Russia", "government")
    assert countries()["kyiv"][0] == countries()["kiev"][0] == "Ukraine"


def keys(text):
    mentions = find_mentions("a", text)
    return {mention.text: key for mention, key in zip(mentions, resolve(mentions), strict=True)}


def test_acronym_and_full_name_are_one():
    found = keys("The Baltic Rowing Union met. The BRU said it was ready.")
    assert found["The BRU"] == found["The Baltic Rowing Union"]


def test_two_people_of_one_surname_stay_apart():
    found = keys("President Anna Berg spoke. President Anna Berg left. Minister Tom Berg stayed.")
    assert found["Minister Tom Berg"] != found["President Anna Berg"]


def test_members_of_a_crowd_are_what_they_are_members_of():
    found = keys("Hundreds of farmers marched. The farmers shouted.")
    assert found["Hundreds of farmers"] == found["The farmers"]


def test_an_appositive_after_the_speaker_is_not_who_he_speaks_of():
    # "a remark by Anna Berg, the minister agreed": the minister is not Berg.
    found = keys("Minister Ivar Holm spoke. Echoing a remark by President Anna Berg, the minister agreed.")
    assert found["the minister"] == ("person", "Ivar Holm")
