"""Whom a source means: somebody for whom the text speaks, or nobody, rather than the wrong one."""

import pandas as pd
import pytest

import newslab as nl
from newslab.quotes.counts import is_named
from newslab.tables import table

HE = "“It is a good plan,” he said."
SHE = "“It is a good plan,” she said."


def speakers(text):
    """The speakers of all quotes in order, "" where none is named."""
    articles = nl.load_articles(pd.DataFrame({"text": [text]}))
    return nl.extract_quotes(articles)["speaker"].fillna("").tolist()


@pytest.mark.parametrize(
    ("shows", "text", "expected"),
    [
        (
            "the subject that opens the paragraph, not who spoke before it",
            "“No,” Karl Bauer said. “Never,” he said.\n\nOscar Roth was the third man whom Karl Bauer met at the harbour. He said it was “a long day.”",
            ["Karl Bauer", "Karl Bauer", "Oscar Roth"],
        ),
        (
            "the subject of the sentence before, whatever opens it",
            f"“No,” Oscar Roth said. “Never,” he said.\n\nIn an interview last week, Karl Bauer described the flood. {HE}",
            ["Oscar Roth", "Oscar Roth", "Karl Bauer"],
        ),
        (
            "whoever is named in full for the first time",
            "“No,” Karl Bauer said. He left at noon. Oscar De La Rosa runs the harbour. He said it was “a long day.”",
            ["Karl Bauer", "Oscar De La Rosa"],
        ),
        (
            "nobody who has been called by the other pronoun",
            f"Tamar Roth opened the shop. {HE}\n\nTamar Roth’s mother, Adina Roth, came by. {SHE}",
            ["Tamar Roth", "Adina Roth"],
        ),
        (
            "an actor may be a woman",
            f"The actor Helen Bauer was asked to sing. {SHE}",
            ["Helen Bauer"],
        ),
        (
            "neither of two where somebody else alone is named since",
            f"“No,” Karl Bauer said. Oscar Roth stayed.\n\nThe report had an interview with Roth. {HE}",
            ["Karl Bauer", ""],
        ),
        (
            "not the one who is spoken to by description",
            "Mayor Karl Bauer seemed surprised by a student on Monday, when he asked the mayor if he “liked the town.”",
            [""],
        ),
        (
            "nobody where a clause names another alone",
            "“No,” Karl Bauer said. When the note was sent to Oscar Roth, he said it was “of no use.”",
            ["Karl Bauer", ""],
        ),
        (
            "whose remark it is",
            "“No,” Karl Bauer said. The paper mocked Oscar Roth over a remark in which he said it was “of no use.”",
            ["Karl Bauer", "Oscar Roth"],
        ),
        (
            "the subject of the sentence, whomever it names beside",
            "“No,” Karl Bauer said.\n\nOscar Roth, who worked for Mr. Bauer’s father, Udo Bauer, had one rule: “Never look back,” he said.",
            ["Karl Bauer", "Oscar Roth"],
        ),
        (
            "no document is they",
            "A court order told the firm to pay. Driven by greed, they said, it “hid the money.”",
            [""],
        ),
        (
            "those with whom the sentence before opens",
            "A letter said so. Supporters of the dam will meet on Friday. They said it was “a long day.”",
            ["supporters of the dam"],
        ),
    ],
)
def test_a_pronoun_is(shows, text, expected):
    assert speakers(text) == expected, shows


@pytest.mark.parametrize(
    ("shows", "text", "expected"),
    [
        (
            "not of one who has left the office",
            "Former mayor Karl Bauer came.\n\n“It is a good plan,” the new mayor said.",
            ["new mayor"],
        ),
        (
            "not of a member of the party from elsewhere",
            "Karl Bauer, an Ohio Democrat, came.\n\n“It is a good plan,” the Texas Democrat said.",
            ["Texas Democrat"],
        ),
        (
            "another than the one spoken of",
            "Karl Bauer fired an official. A first official agreed.\n\n“It is a good plan,” the second official said.",
            ["second official"],
        ),
        ("nobody in the story", "“It is a good plan,” your friend said.", [""]),
        (
            "not a party that only ends in the same word",
            "The Workers Party met. The ruling party has promised to “end the toll.”",
            ["ruling party"],
        ),
        (
            "of both who issue it together, or of nobody by name",
            "Helen Bauer and Karl Roth gave a joint statement.\n\nIda Kern came. “It is a good plan,” the joint "
            "statement said.",
            ["joint statement"],
        ),
        (
            "of whoever gives it out",
            "“No,” Karl Roth said in a statement. The toll rose, says a statement released by the Harbour "
            "Office. “It is a good plan,” the statement said.",
            ["Karl Roth", "Harbour Office"],
        ),
    ],
)
def test_a_description_is(shows, text, expected):
    assert speakers(text) == expected, shows


@pytest.mark.parametrize(
    ("shows", "text", "expected"),
    [
        ("what has a number", "Article 40 puts a cap on it. “It is a good plan,” the mayor said.", ["mayor"]),
        ("standards", "The “finest ware” is made according to the trade standards of that age.", [""]),
        ("who is asked", "Karl Bauer was asked, “Why do you stay?” He answered, “I like it here.”", ["", "Karl Bauer"]),
        (
            "a place beside another",
            "A woman who owns parts of Kent and Sussex was proud on Monday, calling it “a joy.”",
            [""],
        ),
    ],
)
def test_no_speaker_is(shows, text, expected):
    assert speakers(text) == expected, shows


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Her remarks, said Karl Bauer, the bank’s spokesman, are “a joy to read.”", ["Karl Bauer"]),
        ("A lawyer for Mr. Roth, Helen Bauer of Kern Partners, said he was “glad to stay.”", ["Helen Bauer"]),
        (
            "“It is a good plan,” Mayor Helen Bauer and City Council Leader Karl Roth said.",
            ["Helen Bauer and Karl Roth"],
        ),
        ("Ida Kern, the editor of a weekly, the Harbour Post, said it was “a joy.”", ["Ida Kern"]),
        ("It is, according to Kern Search lead Helen Bauer, “a joy to read.”", ["Helen Bauer"]),
        (
            "Helen Bauer wrote that Ida and Karl Roth should “sit down” and described them as “a joy.”",
            ["Helen Bauer"] * 2,
        ),
        ("The toll drew the wrath of Helen Bauer who said it was “of no use.”", ["Helen Bauer"]),
        ("Critics said it was “of no use.”", ["critics"]),
        ("Former Kent planning director Helen Bauer wrote that it was “of no use.”", ["Helen Bauer"]),
        ("The quarrel led Helen Bauer to send a Sunday morning tweet which called our bank “a sham.”", ["Helen Bauer"]),
    ],
)
def test_a_speaker_is_named_in_full_and_alone(text, expected):
    assert speakers(text) == expected


def test_a_long_run_of_one_pronoun_is_read():
    assert len(speakers(f"Ada Lowe came. {'She left again. ' * 3000}{SHE}")) == 1


@pytest.mark.parametrize(
    ("speaker", "named"),
    [
        ("Ada Lowe", True),
        ("van der Meulen", True),
        ("Lowe administration", True),
        ("Kent Foundation for Health", True),
        ("letter", False),
        ("Kent letter", False),
        ("2024 survey", False),
        ("GOP front-runner", False),
        ("Kent Bank spokesman Tuesday", False),
        ("spokeswoman for Mayor Ada Lowe", False),
        ("Ada Lowe’s lawyer", False),
    ],
)
def test_a_description_is_no_name(speaker, named):
    assert is_named(speaker) is named


def carried(*speakers):
    """Tables of matches and quotes with one utterance that several articles carry under these speakers."""
    said = {"text": "We shall build the bridge before the winter comes", "start": 0, "end": 49, "closed": True}
    rows = [
        {"quote_id": f"q{number}", "article_id": f"a{number}", "outlet": f"Paper {number}", "speaker": speaker, **said}
        for number, speaker in enumerate(speakers)
    ]
    found = [{"group": 1, "quote_id": row["quote_id"], "similarity": 1.0, "edit": "none"} for row in rows]
    return table("matches", found), table("quotes", rows)


def test_one_letter_under_several_descriptions_does_not_stand_under_several_names():
    assert "more than one" in nl.describe_matches(*carried("Ada Lowe", "Bo Shaw"))
    assert "more than one" not in nl.describe_matches(*carried("letter", "Kent letter", "group of writers"))
    told = nl.describe_matches(*carried("letter", "Ada Lowe"))
    assert "more than one" not in told
    assert "(Ada Lowe)" in told


def test_outlets_that_name_the_same_speaker_stand_together():
    told = nl.describe_matches(*carried("Ada Lowe", "Bo Shaw", "Ada Lowe"))
    assert told.endswith("Ada Lowe in Paper 0 and Paper 2 and Bo Shaw in Paper 1.")


def test_versions_are_headed_by_the_one_name_or_by_the_descriptions():
    matches, quotes = carried("letter", "Ada Lowe")
    texts = {"article_id": ["a0", "a1"], "text": [quotes["text"][0]] * 2, "outlet": ["Paper 0", "Paper 1"]}
    articles = nl.load_articles(pd.DataFrame(texts))
    assert nl.show_versions(matches, quotes, articles).text.startswith("Ada Lowe: ")
    quotes["speaker"] = pd.array(["letter", "writers"], dtype="string[python]")
    told = nl.show_versions(matches, quotes, articles).text
    assert told.startswith("Speaker not named (letter, Paper 0; writers, Paper 1): ")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The teacher added that hero Ada Lowe, 35, who was hurt, was doing ‘ok’ after a night in hospital.\n\nShe said: “They are taking away the flowers.”",
            ["teacher", "teacher"],
        ),
        (
            "Guests would not “give way”, reports the Times.\n\nVolunteers painted the wall of the Salem Grand Times.",
            ["Times"],
        ),
        (
            "In an update, Salem Citibus explained that no buses would run.\n\nSalem MP tells marchers to expect 'a hard winter in court'",
            ["Salem MP"],
        ),
        (
            "The court of Chief Justice Tom Roth sat.\n\nMr. Bauer said: “We do not know.”\n\nThe chief justice asked Mr. Bauer “how many loaves were burnt?” After all, he said, “you will have some bad loaves” in a mill.",
            ["Bauer", "Tom Roth", "Tom Roth"],
        ),
    ],
)
def test_nobody_gets_the_words_of_whoever_reports_asks_or_is_only_called_alike(text, expected):
    assert speakers(text) == expected


def test_a_woman_of_whom_nothing_has_been_told_is_nobody_named_before():
    text = "Councillor Ada Lowe opened the fair in Salem.\n\nA woman has been praised after she slammed the “shameful” noise."
    assert speakers(text) == [""]


def test_whoever_is_named_in_another_entry_of_a_live_blog_is_not_meant():
    blog = "Councillor Ada Lowe opened the fair in Salem.\n\n{}She said it was “a long day”."
    assert speakers(blog.format("")) == ["Ada Lowe"]
    assert speakers(blog.format("15:51Joseph Roth\n\n")) == [""]
    assert speakers(blog.format("16.08\n\n")) == [""]


def test_no_article_is_shown_beside_its_own_words():
    matches, quotes = carried("Ada Lowe", "Ada Lowe", "Ada Lowe")
    quotes["article_id"] = pd.array(["a0", "a0", "a1"], dtype="string[python]")
    texts = {"article_id": ["a0", "a1"], "text": [quotes["text"][0]] * 2, "outlet": ["Dawn", "Echo"]}
    articles = nl.load_articles(pd.DataFrame(texts))
    assert nl.show_versions(matches, quotes, articles).html.count("no change") == 1
