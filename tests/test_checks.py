"""The audit: what a careful editor would query, found from the articles themselves."""

import pandas as pd
import pytest

import newslab as nl
from newslab.checks.dated_acts import date_clashes, dated_acts


@pytest.fixture(scope="module")
def seeds():
    return nl.clean_articles(nl.load_articles("seeds", sources="seeds/sources.csv"))


@pytest.fixture(scope="module")
def audit(seeds):
    return nl.audit(seeds)


def load(*texts, published=None):
    frame = pd.DataFrame({"article_id": [f"a{i}" for i in range(len(texts))], "text": texts})
    if published:
        frame["published"] = published
    return nl.load_articles(frame)


def test_the_page_clock_of_004_is_named_with_its_characters(audit, seeds):
    row = audit[audit["check"] == "page date"].iloc[0]
    raw = seeds.set_index("article_id").loc["004_2abffede5e19e496", "raw"]
    assert row["article_id"] == "004_2abffede5e19e496"
    assert "02 January 2024" in raw[row["start"] : row["end"]]
    assert "25 October 2025" in row["message"]


def test_the_body_that_003_prints_twice_is_found(audit):
    assert audit.loc[audit["check"] == "printed twice", "article_id"].tolist() == ["003_e9e4c1d1a940591e"]


def test_the_article_of_another_event_is_a_problem(audit):
    alone = audit[audit["check"] == "other event"]
    assert alone["article_id"].tolist() == ["004_2abffede5e19e496"]
    assert alone["severity"].tolist() == ["problem"]


def test_an_article_not_unlike_the_others_may_report_another_event_which_is_no_problem():
    raid = [
        "Police in Lindport arrested two robbers after a raid on a jeweller's shop in Vane Street, said Ada Quill. The "
        "shop lost forty rings and a clock, and nobody was hurt.",
        "Two men who robbed a jeweller in Vane Street are in custody. Chief Ada Quill of the Lindport police praised her "
        "officers. Forty rings are still missing.",
        "Ada Quill, who leads the police of Lindport, told reporters that both robbers of the Vane Street jeweller had "
        "been caught on the ferry with a bag of rings.",
    ]
    other = (
        "Police in Norvik arrested three robbers after a raid on a jeweller's shop in Mill Lane, said Tom Brandt. The shop "
        "lost a clock, and nobody was hurt."
    )
    alone = nl.audit(load(*raid, other)).query("check == 'other event'")
    assert alone["severity"].tolist() == ["query"]
    assert "a3 may report another event" in alone["message"].iloc[0]
    unlike = nl.audit(load(*raid, "The choir sang in the old chapel.")).query("check == 'other event'")
    assert unlike["severity"].tolist() == ["problem"]


def test_a_live_blog_is_known_by_the_times_above_its_entries():
    entry = "{}\n\nThe mayor of Lindport said that the storm had flooded the harbour and the old market again.\n\n"
    times = ["10.42am", "11.15am GMT", "12:03", "Updated at 13.35 GMT"]
    blog, twice, timed = (
        "Storm in Lindport\n\nA storm has flooded the town, and nobody knows how many are missing.\n\n"
        + "".join(map(entry.format, given))
        for given in (times, ["12:03", "12:03", "12:03"], ["At 10.42am", "The score was 3:10", "At 12:03"])
    )
    found = nl.audit(load(blog, twice, timed)).query("check == 'live blog'")
    assert found["article_id"].tolist() == ["a0"]
    assert found["message"].iloc[0].startswith("4 times of day stand above parts of the text (the first is “10.42am”)")
    assert blog[found["start"].iloc[0] : found["end"].iloc[0]] == "10.42am"


def test_where_most_articles_stand_alone_none_of_them_is_the_odd_one():
    topics = ["Volcano lava ash", "Senate budget vote", "Striker goal penalty", "Vaccine trial doses"]
    articles = load(*(" ".join(f"The {topic.lower()} of {word}." for word in topic.split()) * 8 for topic in topics))
    assert "other event" not in nl.audit(articles)["check"].tolist()


def test_a_quotation_over_several_paragraphs_needs_no_closing_mark_before_the_last(audit):
    begun = "Lowe said: “We came early in the morning and we waited at the gate."
    articles = load(
        f"{begun}\n\n“We left late in the evening when the lamps were lit,” he said.",
        f"{begun}\n\nNobody answered him until the evening, when the lamps were lit.",
    )
    unclosed = nl.audit(articles).query("check == 'unclosed quote'")
    assert unclosed["article_id"].tolist() == ["a1"]
    # RT prints an answer over two paragraphs.
    assert "unclosed quote" not in audit["check"].tolist()


@pytest.mark.parametrize(
    ("published", "said"),
    [
        ("2024-03-03", "after the date of publication, 3 March 2024"),
        ("2024-05-06", "cannot be the date of publication: that is 6 May 2024"),
        (None, "the date of publication is unknown"),
    ],
)
def test_what_a_day_on_the_page_can_be_depends_on_the_date_of_publication(published, said):
    page = "Saturday 4 May 2024 10:15 GMT\n\nAnna Berg spoke to the council about the harbour."
    message = nl.audit(load(page, published=published and [published])).query("check == 'page date'")["message"].item()
    assert message.startswith("The page shows 4 May 2024, ")
    assert said in message


def test_one_phone_call_on_two_days_is_one_remark_over_the_articles_that_date_it(audit, seeds):
    clash = audit[audit["check"] == "date clash"]
    assert clash["message"].nunique() == 1
    assert "27 January by RT (“January 27”) and 28 January by USA TODAY" in clash["message"].iloc[0]
    raws = seeds.set_index("article_id")["raw"]
    shown = {row.article_id[:3]: raws[row.article_id][row.start : row.end] for row in clash.itertuples()}
    assert shown == {"000": "January 27", "002": "Saturday", "003": "Saturday"}


def test_an_article_that_dates_an_act_twice_is_queried_once():
    articles = load(
        "When Berg and Stone met, then Berg and Stone held a phone call on March 3. The call of March 3 was long.",
        "When Berg and Stone met, then Berg and Stone held a phone call on March 4.",
    )
    clash = nl.audit(articles).query("check == 'date clash'")
    assert clash["article_id"].tolist() == ["a0", "a1"]


def test_the_clash_with_002_needs_no_outside_knowledge():
    # The weekday beside the date in the caption of 002 is enough: no date of publication, no sources.csv.
    found = date_clashes(nl.clean_articles(nl.load_articles("seeds")))
    assert {(one.article_id[:3], other.article_id[:3]) for one, other in found} == {("000", "002")}


def test_one_day_in_two_forms_is_no_clash():
    articles = load(
        "Anna Berg and Paul Stone met. Berg and Stone held a phone call on March 3.",
        "Berg and Stone agreed. Then Berg and Stone spoke on 3 March, Stone and Berg said.",
    )
    assert len(dated_acts(articles)) == 2
    assert date_clashes(articles) == []


@pytest.mark.parametrize("days", [("31 December", "2 January 2019"), ("27 February", "2 March")])
def test_days_that_are_few_apart_clash_over_the_ends_of_year_and_month(days):
    said = "When Berg and Stone met, then Berg and Stone held a phone call on {}."
    articles = load(
        *map(said.format, days), published=["2018-12-31" if "Dec" in days[0] else "2019-03-03", "2019-03-03"]
    )
    assert len(date_clashes(articles)) == 1


def test_an_article_that_dates_an_act_on_both_days_knows_of_two():
    said = "When Berg and Stone met, then Berg and Stone held a phone call on March {}."
    texts = said.format(3), said.format(4), f"{said.format(3)} {said.format(4)}"
    assert len(date_clashes(load(*texts[:2]))) == 1
    assert date_clashes(load(*texts)) == []


def test_one_debate_on_two_weekdays_is_a_clash():
    articles = load(
        "When Berg and Stone met, then Berg and Stone shook hands. The face-off Thursday night was heated.",
        "When Berg and Stone met, then Berg and Stone frowned. The debate on Tuesday was loud.",
        "When Berg and Stone met, then Berg and Stone sat down. The debate was on a strike a month ago Tuesday.",
        published=["2012-10-12"] * 3,
    )
    assert [(one.text, other.text) for one, other in date_clashes(articles)] == [("Thursday", "Tuesday")]


def test_two_calls_a_week_apart_are_two_calls():
    articles = load(
        "When Berg and Stone met, then Berg and Stone held a phone call on March 3.",
        "When Berg and Stone met, then Berg and Stone held a phone call on March 12.",
    )
    assert date_clashes(articles) == []


def test_a_clash_needs_people_in_common():
    articles = load(
        "When Berg and Stone met, then Berg and Stone held a phone call on March 3.",
        "When Ito and Silva met, then Ito and Silva held a phone call on March 4.",
    )
    assert len(dated_acts(articles)) == 2
    assert date_clashes(articles) == []


def test_a_briefing_by_telephone_is_no_call_between_two_leaders():
    assert dated_acts(load("He told reporters on a conference call on March 3 that nothing was planned.")) == []


def test_a_day_ahead_is_not_taken_for_the_last_one():
    articles = load("The two will hold a phone call on Friday, he said.", published=["2024-05-01"])
    assert dated_acts(articles) == []


def test_an_impossible_date_is_no_date():
    assert dated_acts(load("The two spoke on February 31.")) == []


def test_nothing_to_query_gives_the_same_empty_table():
    empty = nl.audit(nl.load_articles(pd.DataFrame({"text": []})))
    assert empty.empty
    assert empty.columns.tolist() == ["article_id", "check", "severity", "message", "start", "end"]


def test_a_story_id_of_another_day_and_a_foreign_language_mislead():
    articles = load("Anna Berg spoke. ABC04052024123456", "Anna Berg hat gesprochen.", published=["2024-03-03"] * 2)
    articles["language"] = pd.Series(["en", "de"], dtype="string[python]")
    found = nl.audit(articles).query("severity == 'problem'").set_index("check")
    assert found.loc["not English", "article_id"] == "a1"
    assert found.loc["page date", "message"] == "The story id says 4 May 2024, but the article is dated 3 March 2024."


def test_a_file_that_could_not_be_read_is_listed():
    articles = nl.load_articles(pd.DataFrame({"article_id": ["a", "b"], "text": ["", "A story of words. " * 30]}))
    rows = nl.audit(articles)
    status = rows[rows["check"] == "status"]
    assert status["article_id"].tolist() == ["a"]
    # It is left out, and so misleads nobody.
    assert status["severity"].tolist() == ["query"]


def test_the_order_of_the_articles_does_not_matter(seeds, audit):
    pd.testing.assert_frame_equal(nl.audit(seeds.iloc[::-1].reset_index(drop=True)), audit)
