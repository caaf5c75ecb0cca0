"""What the source of a page adds: its boxes, its JSON-LD and other metadata."""

import pandas as pd
import pytest

import newslab as nl

STORY = [
    "The bridge over the harbour will stay closed until the spring, the mayor of the town said on Monday.",
    "Engineers found cracks in two of its pillars in the autumn, and the council has not decided who will pay.",
    "“We will not open a bridge that is not safe,” she told reporters after a meeting that lasted four hours.",
    "Shops on both sides of the water have lost a third of their customers since then, according to their union.",
]
PAGE = """<!DOCTYPE html><html lang="en"><head><title>Bridge stays closed | The Sample</title>
<meta property="og:title" content="Bridge stays closed until spring - The Sample"><meta property="og:site_name" content="The Sample">
<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Bridge stays closed until spring",
"datePublished": "2020-03-02T23:30:00+02:00", "author": [{"@type": "Person", "name": "Ann Example"}]}</script>
</head><body><nav><ul><li><a href="/a">News</a></li><li><a href="/b">Sport</a></li></ul></nav>
<h1>Bridge stays closed until spring</h1><div class="byline">By Ann Example</div>
<article><div class="article-body">STORY<div class="newsletter-signup">Sign up for our newsletter</div></div></article>
<aside class="related"><a href="/c">Ferry to run at night</a><a href="/d">Council debates budget</a></aside>
<footer>© 2020 The Sample. All rights reserved.</footer></body></html>""".replace(
    "STORY", "".join(f"<p>{p}</p>" for p in STORY)
)


@pytest.fixture(scope="module")
def article():
    return nl.clean_articles(nl.load_articles(pd.DataFrame({"html": [PAGE]}))).iloc[0]


def test_the_story_is_kept_and_the_furniture_is_not(article):
    assert article["text"].split("\n\n") == STORY


def test_metadata_comes_from_the_source_and_says_so(article):
    assert article["headline"] == "Bridge stays closed until spring"
    assert article["authors"] == ("Ann Example",)
    assert (article["outlet"], article["outlet_from"]) == ("The Sample", "og:site_name")
    assert (article["published"], article["published_from"]) == (pd.Timestamp("2020-03-02 23:30"), "JSON-LD")
    assert article["language"] == "en"


def test_spans_of_html_cover_the_visible_text(article):
    spans = nl.spans(pd.DataFrame([article]))
    assert "".join(article["raw"][a:b] for a, b in zip(spans["start"], spans["end"], strict=True)) == article["raw"]
    assert {"headline", "byline", "body"} <= set(spans["label"])


def commented(name, where):
    """The page with some comments of readers in a box of some name, before or behind its story."""
    comments = "".join(f"<p>{line} I have lived here for {years} years.</p>" for years, line in enumerate(STORY, 20))
    comments = comments.replace("The bridge", "This old bridge").replace("Engineers", "My cousins")
    box = f'<section class="{name}">{comments}</section>'
    page = PAGE.replace("<aside", box + "<aside") if where == "behind" else PAGE.replace("<h1>", box + "<h1>")
    return nl.clean_articles(nl.load_articles(pd.DataFrame({"html": [page]})))


def test_comments_behind_the_story_are_cut_with_that_reason():
    articles = commented("comment-list", "behind")
    assert articles["text"].iloc[0].split("\n\n") == STORY
    assert "stands among the comments of readers" in set(nl.spans(articles)["rule"])


@pytest.mark.parametrize(("name", "where"), [("comment-list", "before"), ("story-text", "behind")])
def test_text_is_no_comment_before_a_story_or_in_another_box(name, where):
    assert "stands among the comments of readers" not in set(nl.spans(commented(name, where))["rule"])
