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
        # A verb that could be a noun is no part of its subject.
        ("The suit amounts to a broadside.", ["The suit", "a broadside"]),
        ("Berg hopes to win.", ["Berg"]),
        ("The harbour paper first reported the deal.", ["The harbour paper", "the deal"]),
        ("The BRU chief told senators.", ["The BRU chief", "senators"]),
        ("They visited a nuclear weapons state.", ["a nuclear weapons state"]),
        ("North Korea poses a threat.", ["North Korea", "a threat"]),
        ("Prime Minister Nora May left.", ["Prime Minister Nora May"]),
        # A quotation is shown with both of its marks, or with none.
        ("He called it a “bad deal” again.", ["a “bad deal”"]),
        ('It was a "sham contest about money" for Berg.', ["sham contest", "money", "Berg"]),
        ("It was a big chance” Berg said.", ["Berg"]),
        ("They visited the Oslo-Based.", ["the Oslo-Based"]),
        # Of what a country is accused is no part of its name.
        ("They accused Norway of meddling.", ["Norway", "meddling"]),
        ("They left the Bank of Norway.", ["the Bank of Norway"]),
        # When it was is no part of whom or what.
        ("The meeting on Monday morning failed.", ["The meeting", "Monday morning"]),
        ("Norway, which spoke with Anna Berg, left.", ["Norway", "Anna Berg"]),
        # Two countries that share a word are each named.
        ("North and South Korea agreed.", ["North and South Korea", "South Korea"]),
        ("She added to her legal team former mayor Anna Berg.", ["her legal team", "former mayor Anna Berg"]),
        ("They met Anna Berg last week.", ["Anna Berg"]),
        # A clause without another verb has it after its subject, but a noun phrase is none.
        ("He said that the new suit draws on a letter.", ["the new suit", "a letter"]),
        ("The peace talks, which began in Oslo, failed.", ["The peace talks", "Oslo"]),
    ],
)
def test_noun_phrases(sentence, expected):
    assert phrases(sentence) == expected


def test_verb_phrases_take_their_object_and_what_comes_before():
    assert phrases("The troops could seize the northern port.", verb_phrases) == ["could seize the northern port"]
    assert phrases("He met the mayor over the weekend.", verb_phrases) == ["met the mayor"]


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


def keys(*texts):
    mentions = [mention for place, text in enumerate(texts) for mention in find_mentions(str(place), text)]
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


def test_a_month_that_is_a_surname():
    found = keys("Prime Minister Nora May spoke. Mrs. May left. Holm left in May.")
    assert found["Mrs. May"] == ("person", "Nora May")
    assert found["May"] == ("time", "may")


def test_a_surname_that_comes_first():
    found = keys("President Choi Jin Ho spoke. Mr. Choi left. Choi smiled.")
    assert found["Mr. Choi"] == found["Choi"] == ("person", "Choi Jin Ho")


def test_son_and_father_are_two_only_where_an_article_tells_them_apart():
    apart = keys("Tom Berg spoke. Tom Berg Jr. left. Berg smiled.")
    assert apart["Tom Berg Jr."] != apart["Tom Berg"]
    # The surname alone is the one who is named more.
    found = keys("Tom Berg Jr. spoke. His father, Tom Berg, sat. Tom Berg Jr. rose. Berg left. Martin King Jr. rose.")
    assert found["Berg"] == found["Tom Berg Jr."] == ("person", "Tom Berg Jr.")
    assert found["Martin King Jr."] == ("person", "Martin King")
    found = keys("Tom Berg spoke. Berg left.", "Tom Berg Jr. spoke. Berg smiled.")
    assert found["Tom Berg Jr."] == found["Tom Berg"]


def test_a_role_beside_a_name_is_the_name():
    found = keys("The harbour master, Anna Berg, left. They met her lawyer, Peter Holm.")
    assert found["her lawyer"] == ("person", "Peter Holm")
    assert found["The harbour master"] == ("person", "Anna Berg")


@pytest.mark.parametrize(
    ("text", "role"),
    [
        # Of another country, of nobody in particular, one of many, no longer in office.
        ("U.S. President Anna Berg spoke. She met the French president.", "the French president"),
        ("President Anna Berg spoke. She wants a president who acts.", "a president"),
        ("Ivar Holm, a lawyer for Berg, spoke. Nina Vik denied it. Berg's new lawyer left.", "Berg's new lawyer"),
        ("President Anna Berg spoke. The former president was ill.", "The former president"),
    ],
)
def test_a_role_is_given_to_nobody_rather_than_to_the_wrong_one(text, role):
    assert (keys(text)[role] or ("",))[0] != "person"


def test_a_government_is_that_of_whom_the_article_speaks():
    found = keys("Japanese Prime Minister Ken Mori spoke. U.S. officials left. Mori said his government would act.")
    assert found["his government"] == ("country", "Japan")
    assert keys("Mexico is near. “We love our country,” he said.")["our country"] is None
    # An article from Oslo means Norway.
    assert keys("Mexico is near. The largest bank in this country left.")["this country"] is None


def test_a_compound_that_articles_come_back_to_is_a_thing_of_its_own():
    texts = [
        "The visit is near. It is a working visit. A state visit has pomp. State visits are rare. The state visit waits.",
        "A state visit was offered. The state visit failed. The visit is short. The visit is a working visit. The visit ends.",
        "The visit begins. The visit was long. The visit ended. The visit was good.",
    ]
    found = keys(*texts)
    assert found["A state visit"] == found["State visits"] != found["The visit"] == found["a working visit"]


@pytest.mark.parametrize(
    ("texts", "mention", "key"),
    [
        (["Minister Anna Berg spoke. “Anna,” he said, “is right.”"], "Anna", ("person", "Anna Berg")),
        (["The treaty was signed. Holm praised the Treaty."], "the Treaty", ("thing", "deal")),
        # An institution is not its country.
        (["The French Senate voted."], "The French Senate", ("name", "senate of France")),
        (["The Storting voted."], "The Storting", ("name", "storting")),
        (["The F.B.I. came."], "The F.B.I.", ("name", "fbi")),
        # Nor are those who serve it, nor its people, but for all of them together.
        (["Norwegian officials came."], "Norwegian officials", ("thing", "offici", "norway")),
        (["The Norwegians came."], "The Norwegians", ("country", "Norway")),
        (["Many Norwegians came."], "Many Norwegians", None),
        (["He spoke to Norwegians."], "Norwegians", ("name", "norwegians")),
        (["The Norwegian government fell."], "The Norwegian government", ("country", "Norway")),
        (["The Bank of Norway lent it."], "The Bank of Norway", ("name", "bank of norway")),
        # A region before it makes another place or people of a country.
        (["They crossed Central America."], "Central America", ("name", "central america")),
        (["Many African Americans came."], "Many African Americans", ("name", "african americans")),
        (["They crossed America."], "America", ("country", "United States")),
        # Who governs names an administration, which is not the country.
        (
            ["U.S. President Anna Berg spoke. Her administration left."],
            "Her administration",
            ("name", "Berg administration"),
        ),
        (
            ["U.S. President Anna Berg left the White House. The administration left."],
            "The administration",
            ("name", "Berg administration"),
        ),
        (["U.S. President Anna Berg spoke. The last administration left."], "The last administration", None),
        # Whose nation "the nation" is depends on who writes.
        (["Ukraine is near. The nation voted."], "The nation", None),
        # Where an article was filed, or how a heading begins.
        (["OSLO — Anna Berg left."], "OSLO", None),
        (["Showing that they care, they left."], "Showing", None),
        (["The US left."], "The US", ("country", "United States")),
        (["He read The Times."], "The Times", ("name", "times")),
        (["They met in Oslo. Streets in Oslo were full. Oslo's mayor spoke."], "Oslo", ("place", "Oslo")),
        (["Senator Anna Berg (D-Iowa) spoke."], "D-Iowa", None),
        # A body is called by its kind once it was named, and by no other word of its name.
        (["The Oslo Harbour Committee met. The committee left."], "The committee", ("name", "oslo harbour committee")),
        (
            ["The Bureau of Investigation met. The investigation ended."],
            "The investigation",
            ("thing", "investigation"),
        ),
        (["The Northern Border opened. The border closed."], "The border", ("thing", "border")),
        (
            ["The Oslo Harbour Committee met. The town's committee left."],
            "The town's committee",
            ("thing", "committee"),
        ),
        # The members of a party are the party, wherever they sit; what bears its name abroad is not.
        (["House Republicans met. Republicans left."], "House Republicans", ("name", "Republican Party")),
        (["House Republicans met. Republicans left."], "Republicans", ("name", "Republican Party")),
        (["The French Republicans left."], "The French Republicans", ("name", "french republicans")),
        # Two letters are short for a body only.
        (["They left Deep Creek. They met in D.C. today."], "D.C.", ("name", "dc")),
        (["The Northern Press reported it. The NP was right."], "The NP", ("name", "northern press")),
        # Who is presented by whom they work for.
        (["Fox News' Anna Berg spoke. Berg left."], "Fox News' Anna Berg", ("person", "Anna Berg")),
        (["Senator April Berg spoke."], "Senator April Berg", ("person", "April Berg")),
        # A person, a branch or a state that is named like a country is not that country.
        (["Senator Tom Jordan spoke. Mr. Jordan left."], "Mr. Jordan", ("person", "Tom Jordan")),
        (["Senator Tom Jordan spoke."], "Senator Tom Jordan", ("person", "Tom Jordan")),
        (["Oxfam France spoke."], "Oxfam France", ("name", "oxfam france")),
        (["They left New Mexico."], "New Mexico", ("name", "new mexico")),
        (["The Ohio State Senate voted."], "The Ohio State Senate", ("name", "ohio state senate")),
        # Part of a thing is not the thing, and either country is no country in particular.
        (["They ran part of the campaign."], "part of the campaign", None),
        (["Norway spoke. Either country may leave."], "Either country", None),
        (["Norway spoke. The country of the visitor may leave."], "The country of the visitor", None),
    ],
)
def test_names_that_are_somebody_or_something_else(texts, mention, key):
    assert keys(*texts)[mention] == key


@pytest.mark.parametrize(
    ("text", "role", "who"),
    [
        # Known by the surname alone, and yet the one who governs.
        ("President Berg spoke. President Berg left. The president slept.", "The president", ("name", "berg")),
        # The president is who the article is about, not a guest; and at home rather than abroad.
        (
            "President Anna Berg spoke. Berg left. Berg sat. Berg met Polish President Piotr Holm. The president slept.",
            "The president",
            ("person", "Anna Berg"),
        ),
        (
            "Congress met President Anna Berg. She saw Polish President Piotr Holm. The president slept.",
            "The president",
            ("person", "Anna Berg"),
        ),
        # A surname goes to the member of the family who has the title.
        (
            "President Ivar Lund spoke. Nina Lund sang. Nina Lund danced. President Lund left.",
            "President Lund",
            ("person", "Ivar Lund"),
        ),
        # Of the two countries that the story speaks of, the other one has a prime minister.
        (
            "Prime Minister Nora Vik of Norway waits. The Storting met. The White House called. President Anna Berg left. "
            "The US president slept.",
            "The US president",
            ("person", "Anna Berg"),
        ),
        (
            "President Anna Berg spoke. President Anna Berg left. The bank's president slept.",
            "The bank's president",
            None,
        ),
        ("President Anna Berg spoke. “Our president is ill,” he said.", "Our president", None),
        # Only who governs has a government.
        (
            "Norwegian President Anna Berg spoke. Tom Lund, a lawyer, met her. His government left.",
            "His government",
            ("country", "Norway"),
        ),
    ],
)
def test_a_role_alone_is_that_of_whom_it_can_only_mean(text, role, who):
    assert keys(text)[role] == who


def test_who_governs_a_country_is_its_leader_and_the_opposition_leader_is_not():
    found = keys("Norwegian President Ivar Holm spoke. The Norwegian leader left. The Norwegian opposition leader sat.")
    assert found["The Norwegian leader"] == ("person", "Ivar Holm")
    assert found["The Norwegian opposition leader"] is None


def test_talks_named_after_two_people_are_theirs():
    text = "Tom Lund met Mr. Holm. Tom Lund met Mr. Holm. Anna Berg met Mr. Holm. The Berg-Holm talks were long."
    text = f"Minister Ivar Holm waited. Tom Lund met Mr. Holm. {text}"
    found = keys(text, text + " Anna Berg met Mr. Holm.")
    assert found["The Berg-Holm talks"] == ("thing", "meeting", "Anna Berg and Ivar Holm")


def test_words_that_only_share_a_stem_are_no_synonyms():
    assert concept("hear") != concept("hearing")
    assert concept("important") != concept("import")
    assert concept("direct") != concept("directive")
