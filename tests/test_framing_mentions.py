"""Which phrase is counted as which person, country, name or thing: rather nobody than another."""

import pytest

from newslab.framing.mentions import find_mentions
from newslab.framing.referents import resolve
from newslab.framing.things import of_one_kind


def read(*texts):
    mentions = [mention for place, text in enumerate(texts) for mention in find_mentions(str(place), text)]
    return list(zip(mentions, resolve(mentions), strict=True))


def keys(*texts):
    return {mention.text: key for mention, key in read(*texts)}


@pytest.mark.parametrize(
    ("text", "mention", "key"),
    [
        # A party is its members together, not one or some of them.
        ("The Republicans left.", "The Republicans", ("name", "Republican Party")),
        ("House Republicans left.", "House Republicans", ("name", "Republican Party")),
        ("Olga Dahl, a Republican, left.", "a Republican", None),
        ("Olga Dahl, Republican of Iowa, left.", "Republican of Iowa", None),
        ("30 Republicans left.", "30 Republicans", None),
        ("Some Republicans left.", "Some Republicans", None),
        # All Norwegians are people, the Norwegians may be their government.
        ("All young Norwegians left.", "All young Norwegians", None),
        # Nor are members of a body the body.
        ("Members of the Storting left.", "Members of the Storting", None),
        # Another is not the one of which the story tells.
        ("They wrote another letter.", "another letter", None),
        ("Similar laws failed.", "Similar laws", None),
        # What a name stands in is not what it names.
        ("They praised the Bank of Norway.", "the Bank of Norway", ("name", "bank of norway")),
        ("They left the Kingdom of Norway.", "the Kingdom of Norway", ("country", "Norway")),
        (
            "Counsel Anna Berg spoke. The Office of Special Counsel left.",
            "The Office of Special Counsel",
            ("name", "office of special counsel"),
        ),
        ("Norwegian leadership matters.", "Norwegian leadership", ("thing", "leadership")),
        ("Berg announced her White House bid.", "her White House bid", ("thing", "bid")),
        # A seat of government is a house of its own, and its country's government only where it acts.
        ("Berg signed it in the Oval Office.", "the Oval Office", ("name", "oval office")),
        ("They wrote to the White House on Monday.", "the White House", ("name", "white house")),
        ("They met in Downing Street.", "Downing Street", ("name", "downing street")),
        ("The Kremlin denied it.", "The Kremlin", ("country", "Russia")),
        ("The Nixon White House fell.", "The Nixon White House", ("name", "nixon white house")),
        # A capital after a country's name goes on with the name.
        ("He spoke with USA TODAY.", "USA TODAY", ("name", "usa today")),
        ("He told Norway Today on Monday.", "Norway Today", ("name", "norway today")),
        ("The US Airways pilots left.", "The US Airways pilots", ("thing", "pilot")),
        # A superlative with a capital is said of the one, not of the country.
        ("They feared Holm, Norway’s Toughest Baker.", "Norway’s Toughest Baker", ("name", "toughest baker")),
        # A case is none of its parties.
        (
            "Ada Dukes sued. They read Harbour Stores v. Dukes.",
            "Harbour Stores v. Dukes",
            ("name", "harbour stores v dukes"),
        ),
        # The initial of a name is no case.
        ("Minister Nora V. Berg left.", "Minister Nora V. Berg", ("person", "Nora V. Berg")),
        ("It hit Norway’s West Berg province.", "Norway’s West Berg province", ("name", "west berg province")),
        ("“Nah,” said Berg.", "Nah", None),
        ("Anna Berg was Norway’s attorney general.", "Norway’s attorney general", None),
        (
            "It failed, explained newly-minted Speaker Anna Berg.",
            "newly-minted Speaker Anna Berg",
            ("person", "Anna Berg"),
        ),
        ("He saw official Norwegian and Swedish papers.", "official Norwegian", None),
        ("Dahl County is far. They met in D.C. today.", "D.C.", ("name", "dc")),
        # The last of a list is no apposition to the one before.
        ("Minister Tom Lund, his mother and two men came.", "his mother", ("thing", "mother")),
        ("Minister Tom Lund, his lawyer, came.", "his lawyer", ("person", "Tom Lund")),
    ],
)
def test_a_phrase_is_what_it_names_and_nothing_near_it(text, mention, key):
    assert keys(text)[mention] == key


@pytest.mark.parametrize(
    "name",
    [
        "the Department of the Treasury",
        "the Council on Foreign Affairs",
        "the Conference of Northern Bishops",
        "the National Association for the Advancement of Rowing",
        "the Center for Coastal and Harbour Studies",
        "the Bureau of Customs",
    ],
)
def test_a_name_of_several_words_is_one(name):
    assert [mention.text for mention in find_mentions("a", f"They praised {name}.") if mention.kind == "noun"] == [name]


def test_and_between_two_names_makes_no_third():
    found = keys("Apple and the Harbour Committee met. Berg and Holm met the Senate and the Storting.")
    assert {"Apple", "the Harbour Committee", "Berg", "Holm", "the Senate", "the Storting"} <= found.keys()


def test_officials_of_two_countries_are_two():
    found = keys("Norwegian officials spoke. Swedish officials left. The Norwegian government fell.")
    assert found["Norwegian officials"] != found["Swedish officials"]
    assert found["The Norwegian government"] == ("country", "Norway")


def test_what_one_person_has_is_not_what_another_has():
    found = keys(
        "Minister Anna Berg spoke. The Berg campaign began. Berg's campaign is old. Minister Tom Holm spoke. "
        "Holm's campaign is new. The campaign is rich.",
        "Anna Berg spoke. The Berg campaign ended. The campaign failed.",
    )
    assert found["The Berg campaign"] == found["Berg's campaign"] == ("thing", "campaign")
    # Without a name it is the one named last.
    assert found["Holm's campaign"] == ("thing", "campaign", "tom holm")
    assert [
        key for mention, key in read("Anna Berg ran. Tom Holm ran. Berg's plan failed. Holm's plan won. The plan.")
    ][-1] == ("thing", "plan", "tom holm")


def test_what_is_no_phrase_of_a_name():
    assert "Norway" not in keys("They feared Holm, Norway’s Toughest Baker.")
    assert "Dukes" not in keys("Ada Dukes sued. They read Harbour Stores v. Dukes.")
    assert "Christian" not in keys("I believe the mayor's Christian.")
    assert "the mayor's Christian neighbour" in keys("They met the mayor's Christian neighbour.")


def test_the_verb_of_an_inverted_condition_is_no_noun():
    found = keys("Should the mayor fire special counsel Tom Roth, they leave.")
    assert {"the mayor", "fire special counsel Tom Roth"} <= found.keys()
    assert "the fire service" in keys("Should the fire service be late, they leave.")
    assert "the plan" in keys("Should the plan Anna Berg made be late, they leave.")


def test_at_least_goes_with_a_number_and_with_no_noun():
    assert "at least 544 women" in keys("They hired at least 544 women.")
    assert "least respect" not in keys("At least respect the town.")


def test_two_given_names_share_the_family_name_after_them():
    found = keys("Mayor Tom Lund met Anna Lund.", "Anna and Nina Lund sang. Lund left. Anna, 13, slept.")
    assert found["Anna"] == found["Anna Lund"] == ("person", "Anna Lund")
    assert keys("Anna Berg left.", "Tom met Anna and Nina Lund.")["Anna"] != ("person", "Anna Lund")


def test_a_role_with_capitals_is_the_same_without():
    found = keys("The first daughters sang. The first daughters left.", "The First Daughters sang.")
    assert found["The First Daughters"] == found["The first daughters"]


def test_initials_stand_for_what_the_articles_write_out():
    assert keys("The DNC met.")["The DNC"] == ("name", "Democratic Party")
    found = keys("The Democratic National Convention met. They left the DNC.")
    assert found["the DNC"] == found["The Democratic National Convention"]


def test_a_university_and_its_town():
    found = keys("Dahlgren University met. Dahlgren voted.")
    assert found["Dahlgren"] == found["Dahlgren University"]
    found = keys("Dahlgren University met. It rained in Dahlgren.")
    assert found["Dahlgren"] != found["Dahlgren University"]


def test_a_son_who_comes_in_late_is_not_his_father():
    found = keys("President Tom Berg spoke.", "President Berg spoke. Berg sat. " * 3 + "Tom Berg Jr. sang.")
    assert found["Tom Berg Jr."] != found["President Berg"] == ("person", "Tom Berg")


def test_the_administration_is_nobodys_where_two_are_named():
    text = "President Anna Berg spoke. President Tom Holm spoke. The Berg administration began. The administration sat."
    assert keys(text)["The administration"] == ("name", "Berg administration")
    both = text.replace("The administration", "The Holm administration fell. The administration")
    assert keys(both)["The administration"] is None


def of_kind(*texts):
    """The phrases that are left of the thing of which the first text speaks."""
    found = read(*texts)
    key = next(key for _, key in found if key and key[0] == "thing")
    return [mention.text for mention in of_one_kind(key, [mention for mention, other in found if other == key])]


def test_many_letters_are_not_the_letter():
    left = of_kind("The letter came. The letter was long. Letters are rare.", "The letter was short.")
    assert left == ["The letter", "The letter", "The letter"]


def test_a_verb_that_shares_nothing_with_the_nouns_is_another_act():
    texts = [
        "The inquiry into the harbour began. The inquiry grew. They investigated the harbour.",
        "The inquiry ended.",
    ]
    assert "investigated the harbour" in of_kind(*texts)
    texts[0] = texts[0].replace("investigated the harbour", "investigated a fire")
    assert "investigated a fire" not in of_kind(*texts)


@pytest.mark.parametrize(
    ("one", "other", "together"),
    [
        ("Bob Berg", "Robert S. Berg", True),
        ("J. Robert Berg", "Bob Berg", True),
        ("José Berg", "Jose Berg", True),
        ("Tom Berg III", "Tom Berg", True),
        ("Anna Berg", "Robert Berg", False),
        ("Senators Anna Berg", "Anna Berg", True),
    ],
)
def test_forms_of_one_name_are_one_person(one, other, together):
    found = keys(f"Minister {one} spoke. Minister {other} left. Berg sat.".replace("Minister Sen", "Sen"))
    said = {mention: key for mention, key in found.items() if mention.endswith((one, other))}
    assert len(said) == 2
    assert (len(set(said.values())) == 1) == together
