"""Pictures in words and passages in their places, as a notebook shows them."""

import re
from base64 import b64decode
from html.parser import HTMLParser
from io import BytesIO

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from matplotlib import pyplot
from matplotlib.figure import Figure
from PIL import Image
from test_plot import DRAWINGS

import newslab as nl
from newslab.display.describe import describe, figure
from newslab.tables import table

TEXT = "The minister spoke.\n<script>alert('x')</script> He said the talks & the call were “a good start”.\nThe end."


def articles(*texts):
    outlets = ["RT", "Star", "Echo"][: len(texts)]
    ids = ["000", "001", "002"][: len(texts)]
    return nl.load_articles(pd.DataFrame({"article_id": ids, "outlet": outlets, "text": list(texts)}))


class Tags(HTMLParser):
    """Collects the tags and the text that a browser would see."""

    def __init__(self, page):
        super().__init__()
        self.open, self.seen, self.text = [], [], []
        self.feed(page)

    def handle_starttag(self, tag, attributes):
        self.seen.append(tag)
        if tag not in ("img", "br"):
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.text.append(data)


def shown(result):
    return result._repr_mimebundle_()


class TestDescribing:
    @settings(max_examples=12, deadline=None)
    @given(st.lists(st.floats(0.01, 99), min_size=1, max_size=6))
    def test_every_bar_is_told_with_its_length(self, lengths):
        ax = Figure().add_subplot()
        ax.barh(range(len(lengths)), lengths, label="quotes")
        ax.set_yticks(range(len(lengths)), [f"speaker {place}" for place in range(len(lengths))])
        told = describe(ax)
        assert all(f"speaker {place} {figure(length)}" in told for place, length in enumerate(lengths))

    @pytest.mark.parametrize("kind", ["barh", "bar", "plot", "scatter", "imshow", "hlines"])
    def test_a_changed_figure_changes_the_text(self, kind):
        # What `1 - x` instead of `x` would do, and what an image in a notebook would not show to a test.
        values = np.array([0.2, 0.7, 0.45])

        def draw(x):
            ax = Figure().add_subplot()
            if kind == "imshow":
                ax.imshow(x[None, :])
            elif kind == "hlines":
                ax.hlines(range(3), 0, x)
            elif kind == "plot":
                ax.plot(x, range(3), marker="o")
            else:
                getattr(ax, kind)(range(3), x)
            return describe(ax)

        assert draw(values) != draw(1 - values)
        assert draw(values) == draw(values + 0.001)

    def test_the_names_of_the_ticks_stand_for_places(self):
        ax = Figure().add_subplot()
        ax.imshow([[0.25]])
        ax.set_xticks([0], ["RT"])
        ax.set_yticks([0], ["Star"])
        assert "Star and RT 0.25" in describe(ax)

    def test_a_hole_in_a_grid_is_not_a_figure(self):
        ax = Figure().add_subplot()
        ax.imshow([[0.25, np.nan]])
        assert "nan" not in describe(ax).lower()
        assert describe(ax).count("0.25") == 1

    def test_dates_are_told_as_dates(self):
        ax = Figure().add_subplot()
        ax.plot(pd.to_datetime(["2017-01-30", "2017-02-13"]).to_numpy(), [0, 1], marker="o")
        assert "2017-02-13" in describe(ax)

    def test_a_large_grid_is_told_by_its_extremes(self):
        ax = Figure().add_subplot()
        ax.imshow(np.arange(10_000).reshape(100, 100) / 10_000)
        assert len(describe(ax)) < 3000
        assert "10000 cells" in describe(ax)

    @pytest.mark.parametrize("name", DRAWINGS)
    def test_each_of_our_pictures_tells_its_figures(self, name):
        text = describe(DRAWINGS[name](4))
        assert len(re.findall(r"\d", text)) > 5
        assert "container" not in text
        assert "_child" not in text


class TestShow:
    def test_gives_the_picture_its_words_and_the_words_alone(self):
        bundle = shown(nl.show(DRAWINGS["speakers"](3)))
        alternative = re.search(r'<img alt="([^"]+)"', bundle["text/html"]).group(1)
        assert bundle["text/plain"] == alternative.replace("&#x27;", "'").replace("&amp;", "&")
        assert b64decode(bundle["image/png"]).startswith(b"\x89PNG")
        assert bundle["image/png"] in bundle["text/html"]

    def test_marks_in_the_words_do_not_end_the_attribute(self):
        ax = Figure().add_subplot(title='He said "no" & <left>')
        tags = Tags(shown(nl.show(ax))["text/html"])
        assert tags.seen == ["figure", "img"]

    def test_closes_a_figure_that_pyplot_would_show_again(self):
        _, ax = pyplot.subplots()
        nl.show(ax)
        assert pyplot.get_fignums() == []

    @pytest.mark.parametrize("name", DRAWINGS)
    def test_an_empty_table_is_a_sentence_and_no_picture(self, name):
        bundle = shown(nl.show(DRAWINGS[name](0)))
        assert "image/png" not in bundle
        assert bundle["text/plain"].startswith("Nothing to show: ")
        assert bundle["text/html"] == f"<p>{bundle['text/plain']}</p>"

    def test_a_small_mark_keeps_its_colour(self):
        ax = Figure(figsize=(8, 4)).add_subplot()
        ax.barh(range(30), range(30), color="#0072B2")
        ax.plot([3], [20], marker="^", markersize=6, color="#009E73")
        pixels = np.asarray(Image.open(BytesIO(nl.show(ax).png)).convert("RGB")).reshape(-1, 3)
        assert (pixels == [0, 0x9E, 0x73]).all(axis=1).sum() > 20

    def test_two_axes_are_both_told(self):
        figure_of_two = Figure()
        left, right = figure_of_two.subplots(1, 2)
        left.bar([0], [3])
        right.bar([0], [7])
        assert {"3", "7"} <= set(re.findall(r"\d", nl.show(left).text))


class TestPassages:
    @settings(max_examples=25, deadline=None)
    @given(st.text(max_size=80), st.integers(0, 80), st.integers(0, 80), st.integers(0, 30))
    def test_any_text_is_shown_as_it_is(self, text, start, end, context):
        start, end = min(start, end, len(text)), min(max(start, end), len(text))
        found = articles("x")
        found["raw"] = pd.Series([text], dtype="string[python]")
        rows = pd.DataFrame({"article_id": ["000"], "start": [start], "end": [end]})
        tags = Tags(shown(nl.show_passages(rows, found, context=context))["text/html"])
        assert not tags.open
        assert set(tags.seen) <= {"div", "details", "summary", "b", "small"}

    def test_the_passage_is_marked_in_its_context(self):
        start = TEXT.index("“a good")
        rows = pd.DataFrame({"article_id": ["000"], "start": [start], "end": [start + 14]})
        result = nl.show_passages(rows, articles(TEXT), context=100)
        page = shown(result)["text/html"]
        assert re.search(r"<b style=[^>]*>“a good start”</b>\.", page)
        assert "&lt;script&gt;" in page
        assert "<script" not in page
        assert shown(result)["text/plain"] == "RT: “a good start”"

    def test_two_passages_stand_side_by_side_with_what_only_one_has(self):
        one, other = "Every ambassador informs Moscow about it.", "Every ambassador informs the centre about it."
        row = {"source": "000", "target": "001", "source_start": 0, "source_end": len(one)}
        rows = pd.DataFrame([row | {"target_start": 0, "target_end": len(other)}])
        result = nl.show_passages(rows, articles(one, other))
        marked = re.findall(r"<b style=[^>]*>([^<]+)</b>", shown(result)["text/html"])
        assert marked == ["Moscow", "the centre"]
        assert shown(result)["text/plain"] == f"RT: “{one}” | Star: “{other}”"

    def test_the_words_that_name_the_speaker_are_marked_beside_the_quotation(self):
        start, said = TEXT.index("“a good"), TEXT.index("He said")
        rows = pd.DataFrame({"article_id": ["000"], "start": [start], "end": [start + 14], "speaker": ["The minister"]})
        page = shown(nl.show_passages(rows.assign(mention_start=said, mention_end=said + 2), articles(TEXT)))[
            "text/html"
        ]
        assert re.findall(r"<b style=[^>]*>([^<]+)</b>", page) == ["He", "“a good start”"]

    def test_two_wordings_of_one_thing_stand_under_its_name(self):
        row = {"source": "000", "target": "001", "source_start": 0, "source_end": 7, "target_start": 0, "target_end": 6}
        rows = pd.DataFrame([row | {"label": "the capital"}])
        assert (
            nl.show_passages(rows, articles("Kiev it", "Moscow")).text == "the capital: RT: “Kiev it” | Star: “Moscow”"
        )

    def test_a_long_table_is_cut_and_says_so(self):
        rows = pd.DataFrame({"article_id": ["000"] * 30, "start": [0] * 30, "end": [3] * 30})
        assert shown(nl.show_passages(rows, articles(TEXT), top=4))["text/plain"].endswith(
            "4 of 30 passages are shown."
        )

    def test_rows_without_a_place_are_left_out_and_no_rows_is_a_sentence(self):
        rows = pd.DataFrame(
            {"article_id": ["000"], "start": pd.array([pd.NA], "Int64"), "end": pd.array([pd.NA], "Int64")}
        )
        assert shown(nl.show_passages(rows, articles(TEXT)))["text/plain"] == "Nothing to show."

    def test_a_table_that_says_no_place_is_refused_with_a_sentence(self):
        with pytest.raises(ValueError, match="must have article_id, start and end"):
            nl.show_passages(pd.DataFrame({"term": ["x"]}), articles(TEXT))


class TestPages:
    def shown(self, raw, *cut, **options):
        """The page of one article of which the spans (start, end) are cut, as a browser shows it and as plain text."""
        ends = [0, *(end for span in cut for end in span), len(raw)]
        rows = [
            {"article_id": "000", "start": start, "end": end, "label": "share" if i % 2 else "body", "rule": "a button"}
            for i, (start, end) in enumerate(zip(ends, ends[1:], strict=False))
        ]
        result = nl.show_pages(table("spans", rows), articles(raw).assign(raw=raw), **options)
        tags = Tags(shown(result)["text/html"])
        assert not tags.open
        return "".join(tags.text), result.text

    def test_every_character_of_the_page_is_shown_and_what_was_cut_says_why(self):
        place = TEXT.index("He said")
        page, told = self.shown(TEXT, (place, place + 7))
        assert page.replace("share: a button ", "").endswith(TEXT)
        assert told.splitlines() == [
            f"RT: {len(TEXT) - 7} of {len(TEXT)} characters kept.",
            "  share (a button): He said",
        ]

    def test_a_long_menu_is_shown_by_its_beginning(self):
        menu = "Home News Sport " * 100
        page, told = self.shown(menu + "A story.", (0, len(menu)))
        assert "(1,000 more characters)" in page
        assert len(page) < 800
        assert told.endswith("Home News Sport Home …")

    def test_pages_beyond_the_first_are_counted(self):
        nothing = table("spans")
        assert nl.show_pages(nothing, articles("One.", "Two.", "Three."), top=1).text.endswith(
            "2 more pages are not shown."
        )


def test_a_row_of_an_article_that_is_not_given_is_refused_with_a_sentence():
    rows = pd.DataFrame({"article_id": ["009"], "start": [0], "end": [3]})
    with pytest.raises(ValueError, match="'009', which is not among the articles"):
        nl.show_passages(rows, articles(TEXT))


def test_white_space_between_the_pieces_of_a_page_is_neither_kept_nor_cut():
    found = articles("The minister spoke.\n\n\n\nThe end.")
    assert nl.show_pages(nl.spans(found), found).text == "RT: 27 of 27 characters kept."


class TestVersions:
    def told(self, *speakers):
        found = articles(
            "“Every ambassador informs us of all,” he said.", "He said every ambassador “informs us of all”."
        )
        rows = [
            {
                "quote_id": "a",
                "article_id": "000",
                "start": 0,
                "end": 37,
                "text": "Every ambassador informs us of all,",
            },
            {"quote_id": "b", "article_id": "001", "start": 25, "end": 44, "text": "informs us of all"},
        ]
        quotes = pd.DataFrame(rows).assign(speaker=pd.Series(speakers, dtype="string[python]"))
        matches = pd.DataFrame(
            {"group": [1, 1], "quote_id": ["b", "a"], "similarity": [1.0, 1.0], "edit": ["cut", "none"]}
        )
        return nl.show_versions(matches, quotes, found).text

    def test_each_version_stands_beside_the_fullest(self):
        versions = "RT: “Every ambassador informs us of all,” | Star: “informs us of all”"
        assert self.told(pd.NA, "An envoy") == f"An envoy: {versions}"

    def test_where_the_articles_name_different_speakers_each_is_named_with_its_article(self):
        assert self.told("Ann Lee", "Bob Roe").startswith("Speakers differ (Ann Lee, RT; Bob Roe, Star): ")

    def test_no_version_is_said_as_any_empty_table_is(self):
        empty = nl.match_quotes(table("quotes"))
        assert nl.show_versions(empty, table("quotes"), articles(TEXT)).text == "Nothing to show."


class TestTable:
    def test_of_a_wide_table_the_columns_with_most_in_them_are_shown(self):
        cells = pd.DataFrame({"label": ["x", "y"], "a": ["", "1"], "b": ["", ""], "c": ["2", "3"], "d": ["4", "5"]})
        lines = nl.show_table(cells, wide=3).text.splitlines()
        assert lines[0].split() == ["label", "c", "d"]
        assert lines[-1] == "3 of 5 columns are shown, the fullest."

    def test_of_a_wide_table_that_is_mostly_empty_every_cell_is_shown_under_its_name(self):
        cells = pd.DataFrame({"label": ["x", "y"], "a": ["1", ""], "b": ["", "2"], "c": ["", ""], "d": ["3", ""]})
        assert nl.show_table(cells, wide=3).text.splitlines()[1:] == ["x      a: 1 | d: 3", "y      b: 2"]

    def test_a_share_that_is_not_nought_is_not_shown_as_nought(self):
        assert nl.show_table(pd.DataFrame({"share": [0.001, 0.0]})).text.split() == ["share", "<", "0.01", "0.00"]

    def test_counts_stay_whole_where_one_is_missing(self):
        shown = nl.show_table(pd.DataFrame({"event": [1, None, 12], "share": [1.0, 2.0, 3.0]})).text.splitlines()
        assert [line.split() for line in shown[1:]] == [["1", "1.00"], ["–", "2.00"], ["12", "3.00"]]

    @pytest.mark.parametrize("nothing", [None, (), [], pd.NaT])
    def test_what_is_missing_is_a_dash(self, nothing):
        cells = pd.DataFrame({"authors": pd.Series([nothing, "Ada"], dtype="object")})
        assert nl.show_table(cells).text.split() == ["authors", "–", "Ada"]

    def test_a_column_in_which_nothing_stands_is_named(self):
        cells = pd.DataFrame({"article": ["a", "b"], "agency": [None, None], "words": [3, 4]})
        assert nl.show_table(cells).text.splitlines()[::3] == ["article  words", "No value in agency."]

    def test_an_empty_table_is_a_sentence(self):
        assert nl.show_table(table("edits")).text == "Nothing to show."
