"""Who published, wrote and headed an article, and when: from the source of a page, and from its lines alone."""

import json
from datetime import date
from importlib.resources import files

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import newslab as nl
from newslab.cleaning import date_candidates
from newslab.cleaning.names import desk_after_by, names_alone
from newslab.cleaning.outlets import _known, fold, full_name, outlet_at
from newslab.cleaning.reading import read_page
from newslab.cleaning.source_metadata import parse_time, source_metadata

STORY = """The bridge over the harbour will stay closed until the spring, the mayor of the town said on Monday.

Engineers found cracks in two of its pillars in the autumn, and the council has not decided who will pay.

“We will not open a bridge that is not safe,” she told reporters after a meeting that lasted four hours.

Shops on both sides of the harbour have lost a third of their customers since then, according to their union."""
HEADLINE = "Harbour bridge to stay closed until spring"
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=20) | st.sampled_from(["NewsArticle", "The Sample"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from("@type headline author publisher name url datePublished articleSection @graph".split()),
            inner,
        )
    ),
    max_leaves=15,
)


def source(*, head="", ld=None, body=f"<h1>{HEADLINE}</h1>"):
    block = f'<script type="application/ld+json">{json.dumps(ld)}</script>' if ld is not None else ""
    return f"<html lang='en'><head>{head}{block}</head><body>{body}</body></html>"


def meta(**tags):
    return "".join(f'<meta property="{name.replace("_", ":", 1)}" content="{value}">' for name, value in tags.items())


def told(html, raw=HEADLINE, shown=None):
    return source_metadata(html, raw, shown or {})


def of_text(top, bottom="", story=STORY):
    return read_page(f"{top}\n\n{story}\n\nShare\nFacebook\nTwitter\n\n{bottom}").fields


@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
@given(JSON)
def test_any_json_ld_gives_text_or_nothing(ld):
    found = told(source(ld=ld))
    assert all(value and how for value, how in found.values())
    assert all(isinstance(found[name][0], str) for name in ("headline", "outlet", "section") if name in found)
    assert all(isinstance(name, str) for name in found.get("authors", ((), ""))[0])


@settings(max_examples=80, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(st.sampled_from([HEADLINE, "By Ann Example", "© 2020 The Sample", "Menu", "12 May 2020", "Follow The Sample",
                                 "Get the app", "@sample www.sample.example", "Science", "", "»", "© 2020", "BBC News"])))  # fmt: skip
def test_every_field_of_a_text_is_shown_by_its_span(lines):
    raw = "\n".join(lines) + "\n\n" + STORY
    for name, field in read_page(raw).fields.items():
        assert 0 <= field.start < field.end <= len(raw)
        assert field.rule
        if name == "headline":
            assert raw[field.start : field.end] == field.value
        if name == "authors":
            assert all(author in raw[field.start : field.end] for author in field.value)


def test_the_headline_is_the_heading_that_readers_see_not_the_one_for_networks():
    html = source(head=meta(og_title="What you need to know about the harbour bridge") + f"<title>{HEADLINE}</title>")
    assert told(html)["headline"] == (HEADLINE, "h1")


@pytest.mark.parametrize("heading", ["Log in", "The Sample", "Ferry to run at night"])
def test_a_heading_of_something_else_is_no_headline(heading):
    html = source(head=meta(og_title=f"{HEADLINE} - The Sample", og_site_name="The Sample"), body=f"<h1>{heading}</h1>")
    assert told(html)["headline"] == (HEADLINE, "og:title")


def test_of_two_forms_without_a_heading_the_printed_one_is_the_headline():
    html = source(head=meta(og_title="Bridge: all you need to know", twitter_title=HEADLINE), body="")
    assert told(html)["headline"] == (HEADLINE, "twitter:title")


def test_the_outlet_is_cut_off_the_headline_however_often_it_stands_there():
    heading = f"<h1>{HEADLINE} – The Sample</h1>"
    head = meta(og_site_name="The Sample") + f"<title>{HEADLINE} – The Sample - The Sample</title>"
    assert told(source(head=head, body=heading))["headline"][0] == HEADLINE
    assert told(source(body="<h1>Talks - and what came of them</h1>"))["headline"][0] == "Talks - and what came of them"


@pytest.mark.parametrize(
    ("tags", "outlet"),
    [
        ({"og_site_name": "Sample Herald | News, sport and weather", "og_url": "https://sampleherald.example/a"}, "Sample Herald"),
        ({"og_site_name": "SampleHerald.com", "og_url": "https://sampleherald.com/a"}, "SampleHerald"),
        ({"og_site_name": "BBC", "og_url": "https://www.bbc.co.uk/news/1"}, "BBC News"),
        ({"og_url": "https://edition.cnn.com/a"}, "CNN"),
        ({"og_site_name": "ABC News", "og_url": "https://www.abc.net.au/news/a"}, "ABC News (Australia)"),
    ],
)  # fmt: skip
def test_the_outlet_has_its_public_name(tags, outlet):
    assert told(source(head=meta(**tags)))["outlet"][0] == outlet


def test_a_page_of_an_agency_is_its_outlets():
    ld = {"@type": "NewsArticle", "headline": HEADLINE, "publisher": {"name": "Associated Press"}}
    head = meta(og_site_name="Sample Herald", og_url="https://www.sampleherald.example/a")
    assert told(source(head=head, ld=ld))["outlet"] == ("Sample Herald", "og:site_name")
    assert "outlet" not in told(source(head=meta(og_url="https://www.sampleherald.example/a"), ld=ld))


def test_a_desk_gives_way_to_the_person_whom_the_page_shows():
    ld = {"@type": "NewsArticle", "headline": HEADLINE, "author": [{"name": "Sample staff reporter"}]}
    assert told(source(ld=ld))["authors"][0] == ("Sample staff reporter",)
    assert "authors" not in told(source(ld=ld), shown={"authors": "By Ann Example"})
    ld["author"] = "ANN EXAMPLE, AP Sports Writer"
    assert told(source(ld=ld))["authors"][0] == ("ANN EXAMPLE",)


@pytest.mark.parametrize("name", ["CBS News", "BBC Wales", "The Guardian"])
def test_an_outlet_is_no_author(name):
    ld = {"@type": "NewsArticle", "headline": HEADLINE, "author": [{"name": name}]}
    assert "authors" not in told(source(ld=ld))
    assert "authors" not in of_text(f"{HEADLINE}\nBy {name}\n12 May 2020")
    ld["author"] = [{"name": f"Ann Example. {name}"}]
    assert told(source(ld=ld))["authors"][0] == ("Ann Example",)


@pytest.mark.parametrize(
    "html", ["<html", "<html><script type='application/ld+json'>{</script>", "<meta " * 5000, "[" * 50_000,
             "<script type='application/ld+json'>" * 5000, "<h1>" + "<!--" * 20_000]
)  # fmt: skip
def test_a_broken_source_gives_no_metadata_and_no_complaint(html):
    assert "published" not in told(html)


@pytest.mark.parametrize("value", ["", "today", "0000-00-00", "2020-13-45", "1875-01-01"])
def test_what_is_no_plausible_time_stays_missing(value):
    assert parse_time(value) is None


@pytest.mark.parametrize(
    ("bottom", "outlet"),
    [
        ("© 2020 The Sample Herald. All rights reserved.", "The Sample Herald"),
        ("Follow SampleNow\nSearch SampleNow\nSampleNow newsletter", "SampleNow"),
        ("Read or share this story: https://usat.ly/2abcDEF", "USA TODAY"),
        ("Subscribe to The Village Sun\nContact us: desk@villagesun.example", "The Village Sun"),
        # The owner, an agency, a section, a picture's rights and a link to another outlet name no outlet.
        ("© 2020 Gannett", None),
        ("© Reuters", None),
        ("Science\nMore Science", None),
        ("The mayor on Monday. (Image: © The Sample Herald)", None),
        ("This was first reported by nytimes.com.", None),
        # A list of outlets names those of one company, also where a name is an address.
        ("Our titles\nMilitary.com\nMalta Today", None),
        ("The Guardian\nThe Times\nCNN", None),
    ],
)
def test_the_furniture_of_a_page_names_its_outlet(bottom, outlet):
    field = of_text(HEADLINE, bottom).get("outlet")
    assert (field and field.value) == outlet


@pytest.mark.parametrize(
    ("top", "authors"),
    [
        (f"{HEADLINE}\nBy\nAnn Example\nBo Sample, Political Editor\n12 May 2020", ("Ann Example", "Bo Sample")),
        (f"{HEADLINE}\nPublished: 5 hours ago | Written by Ann Example", ("Ann Example",)),
        (f"{HEADLINE}\nby Ann Example", ("Ann Example",)),
        (f"{HEADLINE}\nBy Associated Press\n12 May 2020", ("Associated Press",)),
        (f"{HEADLINE}\nAnn Example\nMonday 5:30PM", ("Ann Example",)),
        (f"{HEADLINE}\nBy the harbour\n12 May 2020", ()),
        (f"{HEADLINE}\nBy Staff - 12 May 2020", ()),
        ("Mayor Ann Example closes harbour bridge\nMayor Ann Example\n12 May 2020", ()),
    ],
)
def test_bylines_are_read_as_they_are_printed(top, authors):
    field = of_text(top).get("authors")
    assert (field.value if field else ()) == authors


def test_a_headline_joined_to_its_byline_ends_before_it():
    assert of_text(f"Menu\n\n{HEADLINE}\nby Ann Example")["headline"].value == HEADLINE


ARTICLE = """The mayor of the harbour town promised bakers and millers a lower tax on flour on Monday, after a winter
in which half of the bakeries closed.""".replace("\n", " ")  # fmt: skip


@pytest.mark.parametrize(
    ("first", "is_headline"),
    [
        ("Bakers and Millers Get Promise of Lower Tax.", True),
        ("Harbour town mayor promises bakers lower flour tax.", True),
        # A sentence, words in capitals that are names everywhere, and a line of which the story says nothing.
        ("The mayor of the harbour town promises bakers lower tax.", False),
        ("Mayor Ann Example met Minister Bo Sample.", False),
        ("Mayor Example met bakers in harbour town on Monday.", False),
        ("Painters Wait for Better Weather in Distant Valleys.", False),
    ],
)
def test_a_first_line_with_a_full_stop_is_a_headline_only_where_it_is_worded_as_one(first, is_headline):
    page = read_page(f"{first}\n\n{ARTICLE}\n\n{STORY}")
    assert ("headline" in page.fields and page.fields["headline"].value == first) is is_headline
    assert (page.kept[0] == (0, len(first))) is not is_headline


def test_an_agency_is_found_in_a_dateline_below_headline_and_summary():
    lines = "Harbour bridge stays closed\n\nThe mayor says that it is not safe and that nobody knows who will pay.\n\n"
    assert read_page(f"{lines}HARBOUR TOWN, May 3 (Reuters) - {STORY}").fields["agency"].value == "Reuters"
    cited = STORY.replace("she told reporters", "she told the clerk (Reuters) - and left,")
    assert "agency" not in read_page(f"{lines}{cited}").fields


def test_whom_an_article_cites_is_no_agency_credit():
    assert (
        "agency"
        not in read_page(f"{HEADLINE}\n\n{STORY}\n\nThe clerk told Reuters so, the daily reports via TASS.").fields
    )


def test_a_sentence_of_a_text_without_lines_is_no_headline():
    flat = " ".join(f"Menu Sport {HEADLINE} 12 May 2020 {STORY}".split())
    assert "headline" not in read_page(flat).fields


def test_a_caption_does_not_date_the_article():
    caption = (
        "The mayor of the town speaks on May 2, 2019, during a visit to the old harbour bridge. (Photo: A. Nobody)"
    )
    assert "published" not in of_text(f"{HEADLINE}\n{caption}")
    dated = of_text(f"{HEADLINE}\n{caption}\nBy Ann Example - The Sample - Tuesday, May 12, 2020")
    assert dated["published"].value.date() == date(2020, 5, 12)


def test_an_update_does_not_date_the_article():
    assert "published" not in of_text(f"{HEADLINE}\nUpdated: 12 May 2020")
    assert of_text(f"{HEADLINE}\nUpdated: 12 May 2020\nPublished: 11 May 2020")["published"].value.day == 11


def test_dates_come_with_their_kind():
    text = "Tuesday, 02 January 2024 12:17 GMT\nSaid on 3 May 2019.\nhttps://a.example/news/2019/05/04/story\nABC04052019000195011045ID1"
    assert [(day, kind) for _, _, day, kind in date_candidates(text)] == [
        (date(2024, 1, 2), "page clock"),
        (date(2019, 5, 3), "text"),
        (date(2019, 5, 4), "url"),
        (date(2019, 5, 4), "story id"),
    ]


def test_a_weekday_that_does_not_fit_is_no_date():
    assert date_candidates("Monday, 2 January 2024") == []


@pytest.mark.parametrize(
    "text", ["03/24/2019", "24/03/2019", "24.3.2019", "2019-03-24", "24-Mar-2019", "March 24, 2019"]
)
def test_a_date_in_figures_counts_where_it_can_be_read_in_one_way(text):
    assert [day for _, _, day, _ in date_candidates(f"on {text} at noon")] == [date(2019, 3, 24)]
    assert date_candidates("03/04/2019") == []


def test_a_desk_is_named_only_where_the_line_is_a_byline():
    assert desk_after_by("By Sample News Desk") == ("Sample News Desk",)
    assert desk_after_by("By the sea") == desk_after_by("Sample News Desk") == ()
    assert names_alone("Sweden Drops Its Case", sure=True) == ()


def test_the_table_of_outlets_leads_from_every_name_and_domain_to_one_outlet():
    table = json.loads(files("newslab").joinpath("data/cleaning_outlets.json").read_text(encoding="utf-8"))
    rows = table["outlets"]
    domains = [domain for row in rows.values() for domain in row["domains"]]
    assert len(domains) == len(set(domains))
    assert all(outlet_at(domain) == name for name, row in rows.items() for domain in row["domains"])
    assert all(full_name(other) == name for name, row in rows.items() for other in (name, *row["also"]))
    assert set(table["common"]) <= set(rows)
    assert not {fold(group) for group in table["groups"]} & set(_known().names)


def test_metadata_from_a_table_are_left_as_they_are():
    page = source(
        head=meta(og_site_name="The Sample"),
        body=f"<h1>{HEADLINE}</h1>" + "".join(f"<p>{p}</p>" for p in STORY.split("\n\n")),
    )
    given = pd.DataFrame({"html": [page], "outlet": ["Other"], "headline": ["Another"]})
    row = nl.clean_articles(nl.load_articles(given)).iloc[0]
    assert (row["outlet"], row["headline"]) == ("Other", "Another")
