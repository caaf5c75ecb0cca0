"""What counts as evidence of a speaker, and what does not: each passage says why one is named or nobody is."""

import pandas as pd
import pytest

import newslab as nl

# (what the passage shows, text, {first words of a quotation: speaker, or None where nobody should be named})
PASSAGES = [
    (
        "a friend's visit is told of; the friend speaks, not the one visited",
        "Adam Roth died on Monday.¶Tom Bauer, one of Adam Roth’s oldest neighbours, was among those who went to see Roth "
        "hours before he fell asleep.¶He said they were helped by Roth’s own nurse.¶“It made all of us calmer,” he said.",
        {"It made all": "Tom Bauer"},
    ),
    (
        "a name inside what somebody is saying is not who says it",
        "Tom Bauer, the closing speaker, denounced greed on Saturday. “Enough,” he said.¶When the crowd laughed, he "
        "asked: “What ails us?”¶Saying President Adam Roth, he said, was “too easy an answer.”¶The problem, he said, is "
        "greed. “This is the illness,” he said.",
        {"What ails": "Tom Bauer", "too easy": "Tom Bauer", "This is": "Tom Bauer"},
    ),
    (
        "straight marks inside straight ones; to continue to do is not to say",
        "That brought criticism from committee spokesman Tom Bauer on Sunday.¶“By” her own word it was late.¶"
        '"By stalling on a plan she wrote and once called a "model plan," Ada Lowe continues to show why voters doubt '
        'her," Bauer said in a statement.',
        {"By stalling": "Tom Bauer"},
    ),
    (
        "a letter is of who sent it, not of who was named beside one; who is quoted speaks",
        "“Our problem is the budget,” said Father Tom Bauer, a drafter of the letter. Bauer is a fellow of "
        "the center.¶The letter quotes the Society of Bakers, which wrote to Parliament saying “bread must be cheap.”",
        {"Our problem": "Tom Bauer", "bread must": "Society of Bakers"},
    ),
    (
        "a comparison has a subject of its own",
        "Mrs. Lowe called Ms. Roth “as loyal a friend” as Mr. Bauer has, and said she hoped Mr. Bauer would “grab it all” "
        "soon.",
        {"as loyal": "Lowe", "grab it": "Lowe"},
    ),
    (
        "a platform's post is a thing",
        "President Lowe made his first “Sly Bauer” Twitter post on the first morning of his term, accusing "
        "a one-time aide of “ignoring simple rules,” and calling his own office a “mess.”",
        {"ignoring": "Lowe", "mess": "Lowe"},
    ),
    (
        "somebody's post, with who posts behind it",
        "Lowe wrote on Monday. In a Facebook post on Tuesday she accused an aide of “ignoring simple rules.”",
        {"ignoring": "Lowe"},
    ),
    (
        "a university's letter is not the university",
        "The Salem University letter argues that Lowe took it as a “reason for cuts.”",
        {"reason for": "Salem University letter"},
    ),
    (
        "who is asked answers",
        "Ms. Roth cited the employee. “Nobody answers,” the whistleblower said.¶Ms. Roth asked Mr. Bauer what tools he "
        "uses.¶He did not answer directly.¶“That is an insult,” he said.",
        {"Nobody": "whistleblower", "That is": "Bauer"},
    ),
    (
        "who is asked to do something may answer, or the other speak on",
        "Lowe asked Bauer to leave. “Never again,” he said.",
        {"Never again": None},
    ),
    (
        "a mark of each kind, with who speaks between them",
        '"Fill the bowl," Lowe told a crowd.¶"We are glad,” a Lowe spokesman said. “He looks forward to it."¶Roth wept.',
        {"We are glad": "Lowe spokesman", "He looks": "Lowe spokesman"},
    ),
    (
        "a participle before its subject",
        "Calling it a “war on all bakers,” the union filed a suit on Friday. Accusing the mayor of “theft,” Ada "
        "Lowe left the hall.",
        {"war on": "union", "theft": "Ada Lowe"},
    ),
    (
        "a participle behind an object",
        "Ada Lowe fired back on Monday, calling the suit “good news.”",
        {"good news": "Ada Lowe"},
    ),
    (
        "a clause between a participle and its words",
        "Ada Lowe stayed at home, claiming the new market hall was a “bad deal.” She spoke on Sunday, saying while some "
        "like bread, “I kind of fall for cakes.”",
        {"bad deal": "Ada Lowe", "I kind": "Ada Lowe"},
    ),
    (
        "what is said on a programme is not its name",
        "Ada Lowe moved on, saying on “Friends at Eight” that all was well.",
        {"Friends at": None},
    ),
    (
        "a note calls somebody something, not who wants it sent",
        "Roth wants Lowe to send a note that called the bakers “lazy fools.”",
        {"lazy": "note"},
    ),
    (
        "beside a verb that is not of speech, words are nobody's",
        "Ada Lowe was hurt when she dived into the bowl “like a spoon without soup.” Roth carried a box that was “as big "
        "as a house.”",
        {"like a": None, "as big": None},
    ),
    (
        "he who writes to somebody is not the one written to",
        "Roth’s shop was closed. After the talk with Tom Bauer, who stayed, he asked Bauer to “come out and fight.”",
        {"come out": None},
    ),
    (
        "an adviser to the president is not the president",
        "Tom Bauer, an adviser to the president, was late. “We will win,” the president said.",
        {"We will": "president"},
    ),
    (
        "of two clauses the second has its own words",
        "“The plan is weak,” Lowe said, and Bauer agreed it was “bad for all.”",
        {"The plan": "Lowe", "bad for": "Bauer"},
    ),
    (
        "the one, not the other",
        "It was Lowe, not Bauer, who called it “bad for all.”¶Neither Lowe nor Bauer said it was “worse than that.”",
        {"bad for": "Lowe", "worse than": None},
    ),
    (
        "the deputy is not the head",
        "Ada Lowe, the mayor, came. The deputy mayor left early. “It was long,” the deputy mayor said.",
        {"It was long": "deputy mayor"},
    ),
    (
        "a body that people join keeps the whole of its name; a town's chapter of one is not the town",
        "“Today’s vote was a shame,” said Doctors for Britain, one of several groups. “Stand with us,” tweeted the London, "
        "Ky., chapter of another.",
        {"Today’s vote": "Doctors for Britain", "Stand with": "London, Ky, chapter"},
    ),
    (
        "what a message is headed with, and what a thing is also called, nobody is saying",
        "Lowe’s office confirmed that Roth sent a note with the subject line, “dinner party.” Lowe has a draft, also "
        "referred to as “pillars,” ready for May.",
        {"dinner": None, "pillars": None},
    ),
    (
        "a letter speaks for whoever is told to have sent it",
        "“We go,” Ada Lowe said in a letter to Bauer. “Stay home,” the letter said.",
        {"Stay home": "Ada Lowe"},
    ),
    (
        "Jean Luc is a man, and whose claims a paragraph is about goes on in the next one",
        "Ada Roth accused some men of theft. They include a baker, Jean Luc Lowe, who lives in Salem.¶Parts of "
        "Roth’s claims sound different now.¶She first said she “was only a child in those days” of it.",
        {"was only": "Ada Roth"},
    ),
    (
        "the owner of claims is spoken of, whoever is named before",
        "Ada Roth met Lena Bauer in May. Bauer runs the bakery with Nora Shaw.¶Some of Roth’s claims have changed.¶"
        "She said she “was only a child in those days” of it.",
        {"was only": "Ada Roth"},
    ),
    (
        "who is named in what somebody is aware of is not the subject",
        "Ada Lowe said she wanted peace. But Al Roth is aware of the effect Tom Bauer may have on the talks. “He’s the "
        "man they all want,” he said. “It will not help.”",
        {"He’s": "Al Roth", "It will": "Al Roth"},
    ),
    (
        "whose remarks a paper reports on speaks, not the paper",
        "The Salem Herald reported in May on Ms. Lowe’s remarks, complaining his policies “go against all we know.”",
        {"go against": "Lowe"},
    ),
    (
        "nor after a clause of hers in which it would be wrong",
        "The Salem Herald reported in May on Ms. Lowe’s remarks, when she said it would be wrong to “roll out the "
        "carpet” for Bauer, complaining his policies “go against all we know.”",
        {"roll out": "Lowe", "go against": "Lowe"},
    ),
    (
        "a surname with a particle is that of the one who has it, and the group that says so is not its head",
        "Abu Hassan Roth, 44, agreed. “It can harm the talks,” he said. Sadeq Abu Roth told reporters that a deal was "
        "near. “There is hope,” Abu Roth said. He is the head of the Bread Group in Ohio, which writes on its page that it "
        "wants to “guard the rights of the bakers.”",
        {"It can": "Abu Hassan Roth", "There is": "Sadeq Abu Roth", "guard": "Bread Group"},
    ),
    (
        "as somebody said, between commas",
        "The team repeated the theme that, as Ada Lowe said, Bauer showed “passion” for bread in every town.",
        {"passion": "Ada Lowe"},
    ),
    (
        "comments in which he said something are those of their owner",
        "Roth attacked Bauer’s comments last week in which he claimed that he could “never convince them.”",
        {"never": "Bauer"},
    ),
    (
        "each calls it something else",
        "They welcomed what Lowe called a “fine day” and what Bauer described as “rain at last.”",
        {"fine": "Lowe", "rain": "Bauer"},
    ),
    (
        "a senator of somewhere who came with a woman is he",
        "“Go,” said Karl Shaw.¶Senator Tom Roth of Ohio, who came with Ada Lowe, said she must face a crowd in what he "
        "called a “revolting mood,” and left.",
        {"revolting": "Tom Roth"},
    ),
    (
        "the seat is the office",
        "Tom Bauer came. “We shall meet in the summer,” Number 10 said.",
        {"We": "Downing Street"},
    ),
]


def _speakers(text):
    quotes = nl.extract_quotes(nl.load_articles(pd.DataFrame({"text": [text.replace("¶", "\n\n")]})))
    return [(row.text, None if pd.isna(row.speaker) else row.speaker) for row in quotes.itertuples()]


@pytest.mark.parametrize(("text", "speakers"), [case[1:] for case in PASSAGES], ids=[case[0] for case in PASSAGES])
def test_speaker_needs_evidence(text, speakers):
    found = _speakers(text)
    for words, speaker in speakers.items():
        assert [name for quote, name in found if quote.startswith(words)] == [speaker]


def test_title_between_the_parts_of_an_utterance_does_not_divide_it():
    text = "“Bread won,” Ada Lowe, the mayor, said on “Salem Sunday.” “The question is how.”"
    quotes = nl.extract_quotes(nl.load_articles(pd.DataFrame({"text": [text]})))
    assert quotes.loc[quotes["kind"] != "scare", "utterance"].nunique() == 1


def test_one_speaker_counts_once_under_a_double_surname_and_an_abbreviation():
    articles = pd.DataFrame(
        {
            "article_id": ["a", "b"],
            "text": [
                "“Go now,” said Ada Lindqvist Lowe. “Stay here,” Lindqvist Lowe said. The National Bakers Council met.",
                "“Bread is cheap,” the NBC said. “Bread is dear,” the National Bakers Council said later.",
            ],
        }
    )
    counts = nl.count_speakers(nl.extract_quotes(nl.load_articles(articles)), by="article_id")
    assert counts.groupby("article_id")["speaker"].agg(list).to_dict() == {
        "a": ["Ada Lindqvist Lowe"],
        "b": ["National Bakers Council"],
    }


def test_short_form_of_two_bodies_is_neither():
    text = "“Bread is cheap,” the NBC said. The National Bakers Council and the Northern Bread Company met."
    assert _speakers(text) == [("Bread is cheap,", "NBC")]


TRANSCRIPT = "ADA LOWE, HOST: What did you see?¶TOM ROTH: We saw “bread” everywhere.¶LOWE: And then?¶ROTH: We ate it."


def test_transcript_gives_each_turn_to_whom_it_names():
    assert _speakers(TRANSCRIPT) == [
        ("What did you see?", "Ada Lowe"),
        ("We saw “bread” everywhere.", "Tom Roth"),
        ("And then?", "Ada Lowe"),
        ("We ate it.", "Tom Roth"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "ADA LOWE: Quiet. 6¶TOM ROTH: Two good saves. 8¶JOHN BAUER: Late. 5¶MARY SHAW: Scored. 9",
        "PROS: cheap¶CONS: dry¶PROS: large¶CONS: old",
    ],
    ids=["marks for players", "a list"],
)
def test_labels_of_a_list_are_no_transcript(text):
    assert _speakers(text) == []
