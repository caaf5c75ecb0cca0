"""Who speaks, in the manners of many newsrooms: each passage says what it shows and whom each quotation belongs to."""

import pandas as pd
import pytest

import newslab as nl

# (what the passage shows, text, {first words of a quotation: speaker, or None where nobody should be named,
#  or "not speech"})
PASSAGES = [
    (
        "single marks, British, an apostrophe inside, the source behind",
        "Residents of the estate were furious last night. 'We've asked the council for years and it's done nothing,' said "
        "Margaret Ellery, 71, who has lived there since 1984. 'The lifts don't work and nobody's listening.'",
        {"We've asked": "Margaret Ellery", "The lifts": "Margaret Ellery"},
    ),
    (
        "curly single marks with a plural possessive inside",
        "The union rejected the offer. ‘This is an insult to the drivers’ families and we will not accept it,’ its general "
        "secretary Tom Garvey told the BBC.",
        {"This is an insult": "Tom Garvey"},
    ),
    (
        "double marks inside single ones belong to the outer speaker",
        "Mr Osei said: 'My father used to tell me, \"Work first, play later,\" and I never forgot it.'",
        {"My father": "Osei"},
    ),
    (
        "the title of a song, a film and a show are not speech",
        "Her new single, “Paper Lanterns”, follows the film “The Long Shore”, in which she starred, and a stint on “Night "
        "Desk” last year.",
        {"Paper Lanterns": None, "The Long Shore": None, "Night Desk": None},
    ),
    (
        "told a magazine, which is not the speaker",
        "“I never wanted to be famous,” Oyelaran tells Variety. “I wanted to be heard.” Actor Tunde Oyelaran, 34, grew up in "
        "Ibadan.",
        {"I never": "Tunde Oyelaran", "I wanted": "Tunde Oyelaran"},
    ),
    (
        "a professor with an affiliation behind the verb",
        "The finding surprised the team. “We expected the glacier to advance, not to retreat,” said Prof Ingrid Halvorsen, of "
        "the University of Bergen, who led the study.\n\n“It changes how we think about the coming century,” she added.",
        {"We expected": "Ingrid Halvorsen", "It changes": "Ingrid Halvorsen"},
    ),
    (
        "a scientist who was not involved",
        "“These data are convincing, but the sample is small,” says Rajesh Menon, an epidemiologist at a rival institute who was "
        "not involved in the work.",
        {"These data": "Rajesh Menon"},
    ),
    (
        "a minister by full name, then by office",
        "Agriculture Minister Fatima Bello announced the plan in Abuja on Tuesday.\n\n“No farmer will be left behind,” the "
        "minister said.",
        {"No farmer": "Fatima Bello"},
    ),
    (
        "Vietnamese name order, given name alone later",
        "Foreign ministry spokeswoman Nguyen Thi Lan rejected the claim on Friday. “Vietnam's position is consistent,” Lan said.",
        {"Vietnam's": "Nguyen Thi Lan"},
    ),
    (
        "Korean name order, surname alone later",
        "Kim Dae-jung-ho, the head of the shipyard, apologised to the families. “We failed them,” Kim said at a briefing in "
        "Busan.",
        {"We failed": "Kim Dae-jung-ho"},
    ),
    (
        "an Arabic name with an article",
        "Interior Minister Hassan al-Khatib said the border would reopen. “The crossing will be secure,” al-Khatib told "
        "reporters.",
        {"The crossing": "Hassan al-Khatib"},
    ),
    (
        "a Dutch name with particles",
        "Pieter van der Meulen, a dairy farmer, said the rules made no sense. “They ask us to halve the herd,” Van der Meulen "
        "said.",
        {"They ask": "Pieter van der Meulen"},
    ),
    (
        "a sheikh",
        "Sheikh Karima, the prime minister, told parliament the inquiry would be open. “Nobody will be spared,” she said.",
        {"Nobody will": "Sheikh Karima"},
    ),
    (
        "the paper heard it: the carrier is not the speaker",
        "“We will fight this in court,” the company's lawyer, Daniel Roth, said, Reuters reported.",
        {"We will fight": "Daniel Roth"},
    ),
    (
        "a news agency quotes an official",
        "Xinhua quoted Commerce Minister Li Baoshan as saying that the tariffs were “a serious mistake”.",
        {"a serious mistake": "Li Baoshan"},
    ),
    (
        "an institution speaks",
        "The ministry said in a statement that the vessel had “entered the waters illegally”.",
        {"entered the waters": "ministry"},
    ),
    (
        "a statement of an institution, then the statement alone",
        "The Kremlin issued a statement after the talks. “The parties agreed to continue,” the statement said.",
        {"The parties": "Kremlin"},
    ),
    (
        "a document that has no speaker of its own",
        "“Officials repeatedly ignored written warnings,” the report found.",
        {"Officials repeatedly": "report"},
    ),
    (
        "according to, behind",
        "The cuts will be “deep and lasting”, according to Claire Dubois, the fund's chief economist.",
        {"deep and": "Claire Dubois"},
    ),
    (
        "according to, in front",
        "According to Mayor Luis Herrera, the flood was “the worst in living memory”.",
        {"the worst": "Luis Herrera"},
    ),
    (
        "colon behind a name",
        "Coach Amara Diallo: “We were second best all over the pitch.”",
        {"We were": "Amara Diallo"},
    ),
    (
        "dash and name behind the quotation",
        "“The food was cold and the room was colder.” — Helen Marsh, guest",
        {"The food": "Helen Marsh"},
    ),
    (
        "the sentence before introduces the speaker",
        "Anita Kapoor was the first on the scene. “There was smoke everywhere. I just ran.”",
        {"There was": "Anita Kapoor"},
    ),
    (
        "a colon at the end of the paragraph before",
        "Asked about the transfer, manager Owen Pryce replied:\n\n“He is our player and he stays our player.”",
        {"He is our": "Owen Pryce"},
    ),
    (
        "a paragraph of speech goes on without a cue, its mark opened again",
        "“The river came up in an hour,” said farmer Joseph Mwangi. “We lost everything.\n\n“The goats, the seed, the house.”",
        {"The river": "Joseph Mwangi", "We lost": "Joseph Mwangi", "The goats": "Joseph Mwangi"},
    ),
    (
        "two speakers in turn, told apart by he and she",
        "Police chief Robert Kane met community leader Aisha Rahman on Monday.\n\n“We have heard the concerns,” he said.\n\n"
        "“Hearing is not acting,” she replied.",
        {"We have": "Robert Kane", "Hearing is": "Aisha Rahman"},
    ),
    (
        "she is not the man in between",
        "Senator Laura Ortiz criticised Governor Mark Hale over the budget. “It is a fantasy,” she said.",
        {"It is": "Laura Ortiz"},
    ),
    (
        "somebody without a name",
        "A senior official, who asked not to be named, said the talks were “close to collapse”.",
        {"close to": "senior official"},
    ),
    (
        "a passer-by without a name, then he",
        "A taxi driver near the square said he had seen the blast. “It lifted the car,” he said.",
        {"It lifted": "taxi driver"},
    ),
    (
        "scare quotes and so-called",
        "The so-called “energy drink” boom has passed, and the “smart” fridge in the corner no longer works.",
        {"energy drink": None, "smart": None},
    ),
    (
        "a nickname inside a name",
        "Former boxer Samuel “Hammer” Okoro said he would retire. “My body is tired,” Okoro said.",
        {"Hammer": None, "My body": "Samuel Okoro"},
    ),
    (
        "described as",
        "Opposition leader Elena Petrova described the vote as “a farce”, while President Ion Marin hailed “a festival of "
        "democracy”.",
        {"a farce": "Elena Petrova", "a festival": "Ion Marin"},
    ),
    (
        "tweeted",
        "“Proud of these kids!” tweeted Education Secretary Paul Renner.",
        {"Proud of": "Paul Renner"},
    ),
    (
        "Mr and surname, with the full name before",
        "Gerald Whitcombe has run the shop since 1990. “People want a chat as much as a loaf,” Mr Whitcombe says.",
        {"People want": "Gerald Whitcombe"},
    ),
    (
        "husband and wife of one surname",
        "David Lindqvist and his wife, Karin Lindqvist, bought the mill in May. “It was a ruin,” Mrs Lindqvist said. “I liked "
        "that,” said Mr Lindqvist.",
        {"It was": "Karin Lindqvist", "I liked": "David Lindqvist"},
    ),
    (
        "inverted cue inside the quotation",
        "“The law,” explained Justice Ruth Adeyemi, “does not bend for the rich.”",
        {"The law": "Ruth Adeyemi", "does not": "Ruth Adeyemi"},
    ),
    (
        "the cue stands in the paragraph after",
        "“Nobody told us the dam was cracked.”\n\nThat is how Maria Quispe, a teacher, remembers the morning of the flood.",
        {},
    ),
    (
        "they",
        "The organisers apologised to the runners. “We got the distance wrong,” they said in a post.",
        {"We got": "organisers"},
    ),
    (
        "a long apposition between name and verb",
        "Nomvula Dlamini, the trade unionist who led last year's strike at the platinum mines near Rustenburg, told the crowd: "
        "“We are not finished.”",
        {"We are": "Nomvula Dlamini"},
    ),
    (
        "the role in front without an article",
        "“Prices will fall by spring,” central bank governor Haruto Sakamoto told lawmakers.",
        {"Prices will": "Haruto Sakamoto"},
    ),
    (
        "the goalkeeper is the player just named",
        "Goalkeeper Marta Nilsen saved two penalties. “I guessed right,” the 26-year-old said.",
        {"I guessed": "Marta Nilsen"},
    ),
    (
        "mixed marks: a straight one opens, a curly one closes",
        '"It cannot go on like this,” said council leader Joan Frame.',
        {"It cannot": "Joan Frame"},
    ),
    (
        "doubled straight marks",
        "''Nobody has seen the contract,'' said Mr. Alvarez, the auditor. Ruben Alvarez was hired in June.",
        {"Nobody has": "Ruben Alvarez"},
    ),
    (
        "guillemets",
        "« Nous resterons », said Jean-Luc Morel, the strikers' spokesman.",
        {"Nous resterons": "Jean-Luc Morel"},
    ),
    (
        "a missing mark costs its own quotation only",
        "“We were never asked, said Priya Nair, who chairs the panel.\n\n“They simply published it,” said her deputy, Alan Frost.",
        {"They simply": "Alan Frost"},
    ),
    (
        "a measure in inches opens nothing",
        "The 6'2\" striker, Emeka Obi, said: “I am ready.”",
        {"I am ready": "Emeka Obi"},
    ),
    (
        "a verb of speech whose object is another person",
        "Asked by Senator Ruth Cole whether he had read the memo, General Peter Strand said: “No, ma'am.”",
        {"No, ma'am": "Peter Strand"},
    ),
    (
        "a quotation of two people at once names neither alone",
        "“We are thrilled,” said Anna Bauer and Lukas Bauer in a joint statement.",
        {"We are thrilled": "Anna Bauer and Lukas Bauer"},
    ),
    (
        "through an interpreter",
        "“They took my brother at night,” Yusuf Hamdan said through an interpreter. He paused. “He was nineteen.”",
        {"They took": "Yusuf Hamdan", "He was": "Yusuf Hamdan"},
    ),
    (
        "the spokesman of somebody is not that somebody",
        "A spokesman for President Carlos Vega said the trip was “purely private”.",
        {"purely private": "spokesman for President Carlos Vega"},
    ),
    (
        "an angry passenger without a name",
        "'It's a disgrace,' fumed one passenger, who had waited nine hours at Luton. 'They told us nothing.'",
        {"It's a": "one passenger", "They told": "one passenger"},
    ),
    (
        "a governor, sued and quoted, single marks",
        "Speaking to the Nation on Sunday, Kisumu Governor Peter Oduor said the county would sue. 'We shall not be bullied,' said Mr Oduor.",
        {"We shall": "Peter Oduor"},
    ),
    (
        "an office, then the name between commas",
        "The Inspector-General of Police, Usman Danjuma, has ordered the arrest of the suspects, saying that “no one is above the law.”",
        {"no one": "Usman Danjuma"},
    ),
    (
        "an honorific of West Africa",
        "Alhaji Musa Lawal, chairman of the association, told Punch that members were “tired of promises”.",
        {"tired of": "Musa Lawal"},
    ),
    (
        "a colon behind said",
        "Dr. Ngozi Eze said: “The vaccines are safe.” She urged parents to bring their children.",
        {"The vaccines": "Ngozi Eze"},
    ),
    (
        "a Malay or Chinese name, Mr and family name",
        "“Singapore must stay open,” Prime Minister Tan Wei Ming said in his National Day message. Mr Tan added that workers would be retrained. “No one will be left behind,” he said.",
        {"Singapore must": "Tan Wei Ming", "No one": "Tan Wei Ming"},
    ),
    (
        "family name alone later",
        "Lee Min-seo, 34, who runs a noodle stall, shrugged. “Business is bad,” Lee said.",
        {"Business": "Lee Min-seo"},
    ),
    (
        "a co-author",
        "“It is a small step,” says co-author Yuki Tanabe, a geologist at Hokkaido University. “But it's real.”",
        {"It is": "Yuki Tanabe", "But it": "Yuki Tanabe"},
    ),
    (
        "a study",
        "The study, published in the journal Deep Sea, found “no evidence of recovery”.",
        {"no evidence": "study"},
    ),
    (
        "the actress of the sentence before",
        "Rosalind Vane has opened up about her divorce. The actress, 41, told People magazine: “I cried for a week.”",
        {"I cried": "Rosalind Vane"},
    ),
    (
        "replied, with the full name after",
        "Asked if he would resign, Kovacs replied: “Next question.” Bela Kovacs has led the party since 2011.",
        {"Next": "Bela Kovacs"},
    ),
    (
        "a letter",
        "In a letter to staff, chief executive Wanda Ruiz wrote that the firm was 'not immune' to the downturn.",
        {"not immune": "Wanda Ruiz"},
    ),
    (
        "shadow chancellor",
        "Shadow chancellor Gwen Harris said the Budget was 'a con', adding: 'Working people will pay the price.'",
        {"a con": "Gwen Harris", "Working": "Gwen Harris"},
    ),
    (
        "a judge",
        "Mr Justice Hallam told the court: 'You showed no remorse.' He jailed Kyle Brand, 24, for nine years.",
        {"You showed": "Hallam"},
    ),
    (
        "a detective of a force",
        "Detective Sergeant Amy Cole, of Kent Police, said: 'We are appealing for witnesses.'",
        {"We are": "Amy Cole"},
    ),
    (
        "a spokeswoman without a name",
        "A spokeswoman for the council said: 'We apologise for the delay.'",
        {"We apologise": "spokeswoman for the council"},
    ),
    (
        "a ministry by its seat",
        "The Foreign Office said it was 'aware of the reports'.",
        {"aware of": "Foreign Office"},
    ),
    (
        "the title of a report",
        "Trade between the two rose by 4 per cent, the bank said in its “Outlook for Asia” report.",
        {"Outlook": None},
    ),
    (
        "laughs",
        "“I'd never say never,” laughs Tomas, stirring his tea. Tomas Aldana turned 60 in May.",
        {"I'd never": "Tomas Aldana"},
    ),
    (
        "told a newspaper",
        "“We won't sell,” Huang told the South China Morning Post on Friday. “Not now, not ever.” Huang Jian founded the firm in 1998.",
        {"We won't": "Huang Jian", "Not now": "Huang Jian"},
    ),
    (
        "a president, accused Moscow",
        "Ukraine's President Volodymyr Hrytsenko, in a video address, accused Moscow of “nuclear blackmail”.",
        {"nuclear": "Volodymyr Hrytsenko"},
    ),
    (
        "the spokesman of a movement",
        "The Taliban's spokesman, Zabi Rahimi, denied the charge. “This is propaganda,” he said by phone.",
        {"This is": "Zabi Rahimi"},
    ),
    (
        "the coroner",
        "“What happened was an accident,” the 31-year-old told the inquest.\n\nThe coroner, Dr Helen Shaw, recorded a verdict of misadventure. “There is nobody to blame,” she said.",
        {"There is": "Helen Shaw"},
    ),
    (
        "mother of two, plural possessives inside",
        "Mother-of-two Kelly Marsh, from Hull, said: ‘The kids’ rooms are black with mould and it’s making them ill.’",
        {"The kids": "Kelly Marsh"},
    ),
    (
        "a given name alone",
        "‘We’re not asking for the moon,’ says Ravi. ‘We’re asking for wages.’\n\n‘And we’ll wait.’",
        {"We’re not": "Ravi", "We’re asking": "Ravi"},
    ),
    (
        "a minister of information who speaks through an aide",
        "Minister of Information Lai Okafor, speaking through his aide, Segun Ade, said the report was “fake news”.",
        {"fake news": "Lai Okafor"},
    ),
    (
        "said of another",
        "“He's the best I've coached,” said Bayern boss Jonas Ritter of the teenager, Luca Weiss.",
        {"He's the": "Jonas Ritter"},
    ),
    (
        "the winger is the man just named",
        "Weiss himself was modest. “I just run a lot,” said the winger.",
        {"I just": "Weiss"},
    ),
    (
        "a dateline with an agency",
        "PARIS, March 3 (Reuters) - French Economy Minister Claire Aubert said on Tuesday the deficit was “under control”.",
        {"under control": "Claire Aubert"},
    ),
    (
        "the chairman of it",
        "Its chairman, Oskar Blom, called it “a good day for Sweden.” The deal, he said, was “fair to both sides.”",
        {"a good": "Oskar Blom", "fair": "Oskar Blom"},
    ),
    (
        "two neighbours",
        "Imran Sheikh, a shopkeeper, said his “life's work” had gone. His neighbour Sana Iqbal said the fire brigade came “too late”.",
        {"life's": "Imran Sheikh", "too late": "Sana Iqbal"},
    ),
]


def articles_of(*texts):
    return nl.load_articles(pd.DataFrame({"text": texts}))


@pytest.mark.parametrize(("shows", "text", "expected"), PASSAGES, ids=[passage[0] for passage in PASSAGES])
def test_each_quotation_has_its_own_speaker(shows, text, expected):
    quotes = nl.extract_quotes(articles_of(text))
    found = {row.text: row.speaker if isinstance(row.speaker, str) else None for row in quotes.itertuples()}
    for first_words, speaker in expected.items():
        given = [value for words, value in found.items() if words.startswith(first_words)]
        assert given, f"{first_words!r} was not found among {list(found)}"
        assert given[0] == speaker, f"{first_words!r} ({shows})"
