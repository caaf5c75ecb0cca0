"""What wire services, tabloids, science desks and scraped pages do with quotations, one habit a passage."""

import pandas as pd
import pytest

import newslab as nl

# (what the passage shows, text, {first words of a quotation: speaker, or None where nobody should be named})
PASSAGES = [
    (
        "the blank on the wrong side of a closing mark",
        'It was dark. "I saw the lamp go out, "said Ada Lowe, a keeper. "Then it rang. "It was midnight.',
        {"I saw the": "Ada Lowe", "Then it": "Ada Lowe"},
    ),
    (
        "an opening mark used as an apostrophe",
        "Ben Hale‘s wife confirmed, “I heard the whole speech, and I did not like it.”",
        {"I heard": "Ben Hale‘s wife"},
    ),
    (
        "a place before the name is not who speaks",
        '"Terrific," Lowe\'s neighbour in both Kent and North Wales, Daniel Hale, said in the story.',
        {"Terrific": "Daniel Hale"},
    ),
    (
        "nor is the second of two employers",
        (
            '"We lack one of them," study author Lena Hale, a chemist at the Reed Center in Leeds, Ohio, and Kent '
            "University in Salem, said in a statement."
        ),
        {"We lack": "Lena Hale"},
    ),
    (
        "nor is the district where a doctor works",
        '"We have received fifty people," Ema Dahlan, a doctor at a clinic in Lampa city, Bener Tua district, told AFP.',
        {"We have": "Ema Dahlan"},
    ),
    (
        "a given name that is also a month",
        '"They struggle to find work," said Jan Novak, a professor in Brno.',
        {"They struggle": "Jan Novak"},
    ),
    (
        "a programme between said and its host",
        '"It was a good year for us," said "Night Lines" host Rebecca Hale.',
        {"It was": "Rebecca Hale"},
    ),
    (
        "whatever is said to say something beside its words is a source",
        '"There is a dreary mood in the halls," said a former student whose name is withheld.',
        {"There is": "former student"},
    ),
    (
        "somebody's earlier testimony takes nothing from what he says now",
        "Tom Hale is a banker. Yet Hale has mended his story once — “It comes back to me,” he said, meaning Rome.",
        {"It comes": "Tom Hale"},
    ),
    (
        "a clause further on has the subject of its sentence",
        (
            "“Markets wanted a dove,” wrote Dana Fisk, a strategist.\n\n"
            "The governor’s deputy, Maria Sands, struck a softer tone last week, when she said rates were “in a good place”."
        ),
        {"Markets": "Dana Fisk", "in a good": "Maria Sands"},
    ),
    (
        "but not where a sentence only begins with a name",
        "“We float,” Tom Hale said, and left. Londoners, he said, can “take a joke”.",
        {"We float": "Tom Hale", "take a": "Tom Hale"},
    ),
    (
        "a quotation that runs on has the source beside its last part",
        (
            "First up, the experts recommend ivy, a climber.\n\n"
            "“It is easy to grow and brightens any kitchen.\n\n"
            "“It cleans the air as well,” explains Radek Hale from Green Rooms."
        ),
        {"It is easy": "Radek Hale", "It cleans": "Radek Hale"},
    ),
    (
        "a heading in capitals names nobody",
        "Nobody came that night.\n\nBROKEN FENCE\n\n“I walked until dawn,” he said.",
        {"I walked": None},
    ),
    (
        "who takes to the stage so as to say something",
        "Arvind Lowe took to Instagram last month to describe his town as a “gas chamber”.",
        {"gas chamber": "Arvind Lowe"},
    ),
    (
        "whose words stand between the colon and the next source",
        "Marina Lowe said Ben Hale told her: “We are going to have a very special day.”",
        {"We are": "Ben Hale"},
    ),
    (
        "what others do meanwhile is not reported by the first",
        "Peter Hale spoke a day after the hawker Rose Lowe accused him of “betrayal”.",
        {"betrayal": "Rose Lowe"},
    ),
    (
        "an aside between dashes reports nothing of what follows it",
        (
            "Odd as it sounds — the late neurologist wrote about similar dreams — Mary Lowe wasn’t thrilled about it. The "
            "winter was long. “I could not focus,” she said."
        ),
        {"I could": "Mary Lowe"},
    ),
    (
        "whoever spoke before is not who speaks where somebody else is said to",
        (
            "“I filed it,” Tom Hale told me. “It was easy.” (Northern Parcels headquarters said of the strike, "
            "“We respect the right to assemble.”)"
        ),
        {"I filed": "Tom Hale", "It was": "Tom Hale", "We respect": None},
    ),
    (
        "according to her",
        "Health commissioner Ngozi Lowe named the source. According to her, “The well by the market is to blame.”",
        {"The well": "Ngozi Lowe"},
    ),
    (
        "somebody and her colleagues",
        "Ewa Novak dug for years. Novak and her team say the tomb is “unlike any other”.",
        {"unlike any": "Ewa Novak"},
    ),
    (
        "one of the victims",
        "One of the victims, a clerk, told this newspaper, “He showed us forged letters.”",
        {"He showed": "One of the victims"},
    ),
    (
        "the star of something",
        'Actor Jude Hale has spoken. Speaking on a podcast, the "Iron Harvest" star said the part was "not for me".',
        {"not for": "Jude Hale"},
    ),
    (
        "the leader of something that has no name of its own",
        "The leader of the northern convoy Anders Lowe said: “We will drive on to the coast.”",
        {"We will": "Anders Lowe"},
    ),
    (
        "offices of American courts",
        "“This is the kind of crime,” said Dist. Atty. Steve Lowe.",
        {"This is": "Steve Lowe"},
    ),
    (
        "the first word of a sentence is not for that a name",
        "Contrary to his forecast that guests would “learn nothing”, the talk was full.",
        {"learn nothing": None},
    ),
    (
        "of whom something is said by others does not say it",
        "Ada Lowe is said to be “absolutely over the moon”. Ben Hale was rumoured to have “walked out of the show”.",
        {"absolutely": None, "walked out": None},
    ),
    (
        "a word that announces news labels no speaker",
        "“BREAKING: the bridge is closed,” reads a post that was widely shared.",
        {"BREAKING": "post"},
    ),
]


def quotes_of(text):
    return nl.extract_quotes(nl.load_articles(pd.DataFrame({"text": [text]})))


@pytest.mark.parametrize(("shows", "text", "expected"), PASSAGES, ids=[shows for shows, *_ in PASSAGES])
def test_each_quotation_has_its_own_speaker(shows, text, expected):
    quotes = quotes_of(text)
    speaker_of = {row.text: None if pd.isna(row.speaker) else row.speaker for row in quotes.itertuples()}
    found = {first: next((s for words, s in speaker_of.items() if words.startswith(first)), "-") for first in expected}
    assert found == expected


@pytest.mark.parametrize(
    "text",
    [
        "Hale was first introduced in the winter special, “The End of Rain.”",
        "Its guests shared their love for “Doctor Rain,” including Peter Lowe.",
        "Fans believe that two tracks, “The Mill” and “So Far North,” are about her.",
    ],
)
def test_names_of_things_are_no_speech(text):
    assert set(quotes_of(text)["kind"]) == {"scare"}
