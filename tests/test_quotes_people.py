"""Whose name a speaker is given: persons and bodies, never what is only called after them."""

import ast
import inspect
from collections import Counter

import pandas as pd
import pytest

import newslab as nl
from newslab.quotes import bodies, lexicon, people


def speakers(*texts):
    """The speakers of all quotes in order, "" where none is named."""
    articles = nl.load_articles(pd.DataFrame({"text": texts}))
    return nl.extract_quotes(articles)["speaker"].fillna("").tolist()


@pytest.mark.parametrize("thing", ["Bauer Tower", "Bauer Street", "Bauer Act", "Bauer Studies"])
def test_a_surname_is_never_a_building_or_a_law(thing):
    text = (
        f'The meeting was held in {thing}. {thing} was in the news. Mr. Bauer said: "We will not sell a single share."'
    )
    assert thing not in speakers(text)


def test_a_surname_goes_to_the_person_though_a_tower_is_named_more_often():
    tower = "Bauer Tower is closed. Visitors of Bauer Tower were sent home. "
    text = tower + 'Helen Bauer, the owner, arrived at noon. "We will open on Monday," Ms. Bauer said.'
    assert speakers(text) == ["Helen Bauer"]


def test_a_project_named_for_somebody_lends_nobody_its_first_word():
    text = 'Backers of the Reclaim Bauer campaign met on Monday. "We are not worried," Mr. Bauer said.'
    assert "Reclaim Bauer" not in speakers(text)


def test_an_institute_is_named_whole_past_an_ampersand():
    text = 'In a paper the Institute for Marine & Coastal Research said that "the reef will be gone in a decade."'
    assert speakers(text) == ["Institute for Marine & Coastal Research"]


def test_hyphens_and_capitals_make_no_second_speaker():
    first = '"We will build the bridge," Lee Min-ho said on Monday in the harbour.'
    second = '"The bridge will be ready in May," Lee Min Ho said on Monday in the harbour.'
    found = speakers(first, second)
    assert len(set(found)) == 1
    assert found[0] in ("Lee Min-ho", "Lee Min Ho")
    assert speakers(second, first) == found  # whatever the order


@pytest.mark.parametrize("mark", ["D-Ohio", "R-N.H.", "Ore."])
def test_a_party_or_state_behind_a_name_is_not_the_speaker(mark):
    text = f'Sen. Helen Bauer, {mark}, said the plan was "a gift to the rich and a slap to everybody else."'
    assert speakers(text) == ["Helen Bauer"]


def test_what_a_spokesman_works_for_is_not_the_speaker():
    assert "Oregon" not in speakers(
        'A spokesman for Mayor Helen Bauer of Oregon said the plan was "a gift to the rich."'
    )


@pytest.mark.parametrize("office", ["Speaker of the House", "Secretary of the Interior"])
def test_the_office_before_a_name_is_no_part_of_it(office):
    assert speakers(f'{office} Robert Lang said the plan was "a gift to the rich and nobody else."') == ["Robert Lang"]


def test_two_offices_without_a_closing_comma_are_those_of_the_name_before():
    text = 'Helen Bauer, Green deputy leader and Foreign Affairs spokeswoman said the visit was "a mistake from the start."'
    assert speakers(text) == ["Helen Bauer"]


def test_he_is_not_whom_the_relative_clause_describes():
    text = (
        'Mr. Lang hopes to discuss trade with Mr. Bauer, whom he described in a letter as a "truly reliable partner."'
    )
    assert "Bauer" not in speakers(text)[0]


def test_he_is_whom_the_sentence_before_introduces():
    text = (
        '"We will not pay," Robert Lang told reporters on Monday. "Nobody will," Lang said.\n\n'
        "George Miller, who led the council for a decade, has also dismissed the idea.\n\n"
        '"It is going to be completely useless," he said.'
    )
    assert speakers(text) == ["Robert Lang", "Robert Lang", "George Miller"]


def test_he_stays_open_between_who_spoke_and_who_was_answered():
    text = (
        '"The managers are told what to do," Robert Lang said.\n\n'
        "That did not satisfy Judge George Miller.\n\n"
        '"Then they have no choice at all," he said.'
    )
    assert speakers(text)[1] in ("", "George Miller")


def test_he_is_still_the_spokesman_after_a_sentence_that_names_another():
    text = (
        '"We are looking into it," Robert Lang, a spokesman for the ministry, said.\n\n'
        "Echoing a statement from President Miller, the ministry spokesman agreed to wait.\n\n"
        '"We shall see how things are in May," he said.'
    )
    assert speakers(text) == ["Robert Lang", "Robert Lang"]


def test_she_is_no_man_of_another_article():
    man = '"I will stay," George Miller said. He is a man of few words.'
    short = 'Miller arrived late. She praised what she called the "warmest welcome of the year."'
    assert "George Miller" not in speakers(man, short)[1:]


def test_a_description_of_another_office_is_not_who_was_spoken_of():
    text = (
        "President Robert Lang mobilised the guard. He spoke of a crisis.\n\n"
        'The minister of the interior called the marchers "a band of smugglers and thieves."'
    )
    assert "Robert Lang" not in speakers(text)


def test_a_lawyers_statement_is_not_his_clients():
    text = (
        "Prosecutors accuse George Miller of fraud.\n\n"
        '"We are disappointed, but hardly surprised," said a statement from Miller\'s lawyer, Helen Bauer.'
    )
    assert speakers(text) == ["Helen Bauer"]


@pytest.mark.parametrize("module", [bodies, lexicon, people])
def test_no_word_list_holds_a_broken_word(module):
    lists = [value for value in vars(module).values() if isinstance(value, frozenset)]
    assert lists
    assert not [word for words in lists for word in words if word.endswith("-") or word.startswith("-") or word == ""]


@pytest.mark.parametrize("module", [bodies, lexicon, people])
def test_no_word_list_holds_a_word_twice(module):
    strings = [node.value for node in ast.walk(ast.parse(inspect.getsource(module))) if isinstance(node, ast.Constant)]
    lists = [
        value.split() for value in strings if isinstance(value, str) and not value[:1].isupper() and ";" not in value
    ]
    assert any(len(words) > 50 for words in lists)
    assert not [word for words in lists for word, count in Counter(words).items() if count > 1 and len(words) > 5]
