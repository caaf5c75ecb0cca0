"""Who speaks in the papers of other countries: each passage says what it shows and whom each quotation belongs to."""

import pandas as pd
import pytest

import newslab as nl

# (what the passage shows, text, {first words of a quotation: speaker, or None where nobody should be named})
PASSAGES = [
    (
        "a dateline is no speaker; an honorific of India; averred",
        (
            "NEW DELHI: Union Home Minister Shri Rajendra Pratap Singh on Sunday averred that the government was "
            "“fully committed” to the welfare of farmers. “The Opposition is spreading canards,” the Minister "
            "averred. Shri Singh further stated that “not a single rupee” had been diverted."
        ),
        {
            "fully committed": "Rajendra Pratap Singh",
            "The Opposition is": "Rajendra Pratap Singh",
            "not a single": "Rajendra Pratap Singh",
        },
    ),
    (
        "an office in capitals, then the office alone",
        (
            'Interior CS Mercy Wanjiru said on Tuesday that the curfew would stay. "I have directed the police to'
            ' enforce it," the CS said. The minister said those found flouting the rules "will carry their own '
            'cross".'
        ),
        {"I have directed": "Mercy Wanjiru", "will carry": "Mercy Wanjiru"},
    ),
    (
        "honorifics of Malaysia in a row",
        (
            'KUALA LUMPUR: Datuk Seri Azmin Rahman says the party will not "bow to pressure". The former '
            'minister, in a Facebook post, wrote: "We have principles." Tan Sri Zaleha Idris, the party\'s deputy '
            'president, said she "had not been told" of the decision.'
        ),
        {"bow to": "Azmin Rahman", "We have": "Azmin Rahman", "had not": "Zaleha Idris"},
    ),
    (
        "a description by age and trade before the name",
        (
            "'I was gobsmacked,' the 44-year-old plumber told the Mirror. 'I said to the wife, \"Are you having me"
            " on?\"' Gary Sutton, of Stockport, scooped £1million on the EuroMillions."
        ),
        {"I was": "Gary Sutton", "I said": "Gary Sutton"},
    ),
    (
        "another and a third are somebody else",
        (
            "'He's a proper diamond,' one fan wrote on Twitter. Another added: 'Give the man a knighthood!' A "
            "third fumed: 'What about the nurses?'"
        ),
        {"He's a": "one fan", "Give the": None, "What about": None},
    ),
    (
        "a lead author, and a scientist who was not involved",
        (
            "A new study of coral reefs off Queensland offers a glimmer of hope. \"We didn't expect to see any "
            'recovery," says lead author Dr Emma Karlsson of James Cook University. "It\'s remarkable." Prof Mark '
            "Eaton, a marine biologist at the University of Exeter who was not involved in the research, says the"
            ' results are "encouraging but preliminary". "I\'d like to see this replicated," he adds.'
        ),
        {"We didn't": "Emma Karlsson", "It's": "Emma Karlsson", "encouraging": "Mark Eaton", "I'd like": "Mark Eaton"},
    ),
    (
        "titles of works before and behind a singer",
        (
            "Pop star Jessa Vale has announced she is taking a break from touring. The “Midnight Honey” singer, "
            "29, posted on Instagram: “I need to rest.” The singer, whose third album, “Glass Houses,” topped the"
            " charts in May, added: “I love you all.” Her hit “Slow Burn” features in the film “Wolf Summer.”"
        ),
        {
            "Midnight Honey": None,
            "I need": "Jessa Vale",
            "Glass Houses": None,
            "I love": "Jessa Vale",
            "Slow Burn": None,
            "Wolf Summer": None,
        },
    ),
    (
        "a given name that is also a title",
        (
            "Meanwhile, “Harbour Lights” star Kym Doyle showed off her baby bump on the red carpet. “We're over "
            "the moon,” gushed the actress, who plays Tess in the soap. Her husband, former footballer Dean "
            "Doyle, joked: “I'm not changing nappies.”"
        ),
        {"Harbour": None, "We're": "Kym Doyle", "I'm": "Dean Doyle"},
    ),
    (
        "a statement that has not been mentioned before",
        (
            "The White House on Friday condemned the coup.\n\n“We call on all parties to respect the constitution,”"
            " the statement said."
        ),
        {"We call": "White House"},
    ),
    (
        "by nationality",
        (
            "City boss Paul Renshaw admitted his side were second best. 'We never got going,' said the Welshman. "
            "'I take full responsibility.' Striker Kofi Mensah, who missed a penalty, apologised to fans. 'I'm "
            "gutted,' the Ghana international posted."
        ),
        {"We never": "Paul Renshaw", "I take": "Paul Renshaw", "I'm gutted": "Kofi Mensah"},
    ),
    (
        "by nationality, twice",
        (
            'Djordje Milic reached his third final in a row. "I served well today," the Serb said. "On this '
            "surface that's everything.\" He will face Pablo Arrieta, who beat the second seed in straight sets. "
            '"I feel great," the Spaniard said.'
        ),
        {"I served": "Djordje Milic", "On this": "Djordje Milic", "I feel": "Pablo Arrieta"},
    ),
    (
        "the statement that a solicitor reads out",
        (
            "Speaking after the verdict, outside court, Mr Doherty's solicitor, Una McCann, read a statement. “My"
            " client maintains his innocence,” it said. “He will appeal.”"
        ),
        {"My client": "Una McCann", "He will": "Una McCann"},
    ),
    (
        "an office with its country",
        (
            "US President Tom Alder and his Mexican counterpart met on Monday. The US President said the border "
            "would be “strong”. Asked about tariffs, Alder replied, “We'll see.”"
        ),
        {"strong": "Tom Alder", "We'll": "Tom Alder"},
    ),
    (
        "on Saturday between the name and the verb",
        (
            "ISLAMABAD: Prime Minister Nawaz Ali Khan on Saturday said the nation “stood united”. The premier "
            "said that “elements inimical to progress” would fail. PTI chief Asad Niazi, addressing a rally, "
            "termed the budget “anti-people”. “They are looting you,” the PTI chief thundered."
        ),
        {
            "stood united": "Nawaz Ali Khan",
            "elements": "Nawaz Ali Khan",
            "anti-people": "Asad Niazi",
            "They are": "Asad Niazi",
        },
    ),
    (
        "she, named in the next paragraph",
        (
            "“It was never about the money,” she told The Mirror.\n\nCarla Jessop, who won £2m on the Lottery in "
            "2009, now lives in a one-bedroom flat in Leeds.\n\n“I'd give it all back,” the 58-year-old said."
        ),
        {"It was": "Carla Jessop", "I'd give": "Carla Jessop"},
    ),
    (
        "any verb beside words that end as speech does",
        (
            'Rivals boss Eddie Marsh has hit out at referee Mike Dunn. "He\'s ruined the game," blasted Marsh, '
            "whose side lost 3-1. \"I said to him at half-time: 'Are you watching the same match?'\" Captain Joe "
            'Tully was more philosophical. "These things happen," shrugged the centre-back.'
        ),
        {"He's ruined": "Eddie Marsh", "I said": "Eddie Marsh", "These things": "Joe Tully"},
    ),
    (
        "the Head of State",
        (
            "President William Rotich on Monday told MPs to stop “politicking”. Speaking during a funeral in "
            "Bomet, the Head of State said: “Let us work first.” His deputy, Geoffrey Kamau, said the Opposition "
            "was “confused”."
        ),
        {"politicking": "William Rotich", "Let us": "William Rotich", "confused": "Geoffrey Kamau"},
    ),
    (
        "a dateline with a full name and two sources",
        (
            "HONG KONG: Chief Executive John Lam said on Tuesday the protests had “damaged the city’s image”. "
            "Lawmaker Emily Wu of the Civic Party accused him of “living in a parallel universe”. “He hasn’t "
            "listened to anyone,” she said."
        ),
        {"damaged": "John Lam", "living in": "Emily Wu", "He hasn’t": "Emily Wu"},
    ),
    (
        "an agency's place, date and name in slashes",
        (
            "MOSCOW, June 5 /TASS/. Russia’s Security Council Deputy Chairman Dmitry Orlov said that Kiev was "
            "“agonizing.” “This will end badly,” the politician wrote on his Telegram channel. The Russian "
            "Foreign Ministry said the embassy “remains in contact” with the citizens."
        ),
        {"agonizing": "Dmitry Orlov", "This will": "Dmitry Orlov", "remains": "Russian Foreign Ministry"},
    ),
    (
        "a paragraph of speech belongs to whoever the paragraph before brings in",
        (
            'Headteacher Alison Crewe has defended the ban on mobile phones.\n\n"Children are happier," she said. '
            '"They talk to each other at lunch."\n\n"We\'ve had letters of thanks from parents."\n\nBut Gary Nunn, '
            "whose son attends the school, is not convinced.\n\n\"It's over the top. What if there's an emergency?\""
        ),
        {"Children are": "Alison Crewe", "We've had": "Alison Crewe", "It's over": "Gary Nunn"},
    ),
    (
        "paragraphs of speech without any cue",
        (
            "The charity's director, Samuel Otieno, painted a bleak picture.\n\n“One in three children here goes to"
            " bed hungry.\n\n“Clinics have run out of therapeutic milk.\n\n“We are turning mothers away.”\n\nThe World "
            "Food Programme says it needs $80m."
        ),
        {"One in": "Samuel Otieno", "Clinics have": "Samuel Otieno", "We are": "Samuel Otieno"},
    ),
    (
        "that is how she described it",
        (
            '"It was like a war zone."\n\nThat is how paramedic Lucy Tan described the scene on Saturday '
            'night.\n\n"I\'ve never seen so many injured people," she said.'
        ),
        {"It was": "Lucy Tan", "I've never": "Lucy Tan"},
    ),
    (
        "a company without a name, then it",
        (
            'The company issued an apology on Thursday.\n\n"We let our customers down and we are sorry," it '
            'said.\n\n"We will refund every passenger."\n\nChief executive Paola Ricci will face MPs next week.'
        ),
        {"We let": "company", "We will": "company"},
    ),
    (
        "a given name that is also a particle",
        (
            "Wildlife photographer Ben Sayers spent three nights in a hide to capture the shot. 'When she finally"
            " appeared I was shaking,' says Ben. 'Otters are so shy.' His image, titled 'Night Swimmer', won "
            "first prize."
        ),
        {"When she": "Ben Sayers", "Otters are": "Ben Sayers", "Night Swimmer": None},
    ),
    (
        "a minister for a portfolio",
        (
            "Jakarta (ANTARA) - Coordinating Minister for Maritime Affairs Bambang Hartono has affirmed that the "
            "port is “a national priority.” “Construction will begin in July,” he noted in a written statement "
            "received here, Monday. Hartono then invited investors to “come and see.”"
        ),
        {"a national": "Bambang Hartono", "Construction": "Bambang Hartono", "come and": "Bambang Hartono"},
    ),
    (
        "a boss, by his club, between two other paragraphs",
        (
            "Manager Lee Cross believes his team can survive.\n\nSpeaking to reporters at the training ground, he "
            'said: "There\'s belief in the dressing room."\n\nMidfielder Aaron Pike has been ruled out until March '
            'with a knee injury.\n\n"It\'s a blow," Cross said. "But others must step up."\n\nThe Wanderers boss is '
            'hopeful of adding a striker before the window closes.\n\n"We\'ve got irons in the fire," he added.'
        ),
        {"There's belief": "Lee Cross", "It's a": "Lee Cross", "But others": "Lee Cross", "We've got": "Lee Cross"},
    ),
]


def quotes_of(text):
    return nl.extract_quotes(nl.load_articles(pd.DataFrame({"text": [text]})))


def speakers(text):
    """{text of a quotation: its speaker or None}."""
    quotes = quotes_of(text)
    return {row.text: row.speaker if isinstance(row.speaker, str) else None for row in quotes.itertuples()}


@pytest.mark.parametrize(("shows", "text", "expected"), PASSAGES, ids=[passage[0] for passage in PASSAGES])
def test_each_quotation_has_its_own_speaker(shows, text, expected):
    found = speakers(text)
    for first_words, speaker in expected.items():
        given = [value for words, value in found.items() if words.startswith(first_words)]
        assert given == [speaker], f"{first_words!r} ({shows}) among {found}"


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("‘You say, ‘It is not my fault,’’ Ada Lowe said. ‘That is not an answer.’", "You say, ‘It is not my fault,’"),
        ("'The vote was, 'in a word, a farce,'' Ada Lowe said. 'It was.'", "The vote was, 'in a word, a farce,'"),
        (
            "'They call it 'the hole' and nobody goes there,' Ada Lowe said.",
            "They call it 'the hole' and nobody goes there,",
        ),
    ],
)
def test_single_marks_within_single_marks_belong_to_the_outer_quotation(text, inside):
    first = quotes_of(text).iloc[0]
    assert (first["text"], first["speaker"]) == (inside, "Ada Lowe")


def test_a_blank_lost_behind_a_mark_costs_no_speaker():
    text = "“The dam will hold,”said Ada Lowe. “It was built to last,”she added."
    assert speakers(text) == {"The dam will hold,": "Ada Lowe", "It was built to last,": "Ada Lowe"}


def test_attributes_of_markup_quote_nobody():
    assert speakers('The mayor wrote: <post id="7783" author="lowe"> and “Good night.”') == {"Good night.": "mayor"}


def test_a_passage_set_off_from_the_text_has_the_source_of_its_repeat():
    words = "We have never seen the river rise as fast as this in all our years here"
    text = f"“It is late,” Tom Hale said.\n\n‘{words}’\n\nThe rain went on.\n\n“{words},” said Ada Lowe."
    assert list(speakers(text).values()) == ["Tom Hale", "Ada Lowe", "Ada Lowe"]


def test_short_given_names_are_one_person():
    text = "Robert Lowe joined in 1961. “It was a shed,” Bob Lowe said. Lowe added: “A cold one.” Rob Hale left."
    assert set(speakers(text).values()) == {"Robert Lowe"}


def test_what_cannot_speak_is_no_speaker():
    assert speakers("The costs were “a very difficult winter” for many of them.") == {"a very difficult winter": None}
