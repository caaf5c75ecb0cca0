"""Distinctive words and the concordance."""

import re

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import newslab as nl
from newslab.framing.concordance import keyword_in_context
from newslab.framing.group_counts import counting_form
from newslab.framing.keyness import log_ratio, weigh
from newslab.framing.terms import COMMON_WORDS, distinctive_terms, uses_needed
from newslab.tables import COLUMNS

FILLER = "The minister spoke about the harbour budget and the committee listened to him for two hours. "


def read(texts, **columns):
    """Articles with these texts; outlets are A, B, C … unless given."""
    outlets = [chr(65 + number) for number in range(len(texts))]
    ids = [f"{number:03}" for number in range(len(texts))]
    return nl.load_articles(pd.DataFrame({"article_id": ids, "outlet": outlets, "text": texts} | columns))


def row(terms, outlet, term):
    found = terms[(terms["outlet"] == outlet) & (terms["term"] == term)]
    assert len(found) == 1, (outlet, term)
    return found.iloc[0]


def unlike(number, word):
    """Sentences that nobody else prints, with `word` in each."""
    return " ".join(f"Report{number}x{place} calls it {word} near pier{number}x{place} again." for place in range(9))


words = st.lists(st.sampled_from("harbour quay crane ship anchor mast sail".split()), max_size=40)


class TestWeighing:
    @settings(max_examples=60, deadline=None)
    @given(st.lists(st.tuples(st.integers(1, 40), st.integers(0, 60)), min_size=1, max_size=30), st.integers(1, 4000))
    def test_every_figure_is_a_chance_and_the_correction_never_lowers_p(self, pairs, more):
        count, rest = np.array(pairs).T
        words_in, words_out = int(count.sum()) + more, int(rest.sum()) + 2 * more
        found = weigh(count, rest, words_in, words_out)
        assert ((found.p >= 0) & (found.p <= 1)).all()
        assert (found.adjusted[found.tested] >= found.pooled[found.tested] - 1e-12).all()
        assert np.isnan(found.adjusted[~found.tested]).all()

    def test_p_is_the_mid_p_of_fishers_exact_test(self):
        # Two of two uses in a group with half the words: 1/4 by chance for urns this large, half of it counted.
        found = weigh([2, 3], [0, 3], 10**6, 10**6)
        assert found.p == pytest.approx([0.125, 0.5], abs=1e-5)

    def test_a_word_that_only_one_group_has_needs_as_many_uses_as_it_says(self):
        rare = np.full(40, 3)
        needed = weigh(rare, 2 * rare, 1000, 2000).needed
        count = np.append(rare, needed)
        enough = weigh(count, np.append(2 * rare, 0), 1000, 2000)
        one_less = weigh(np.append(rare, needed - 1), np.append(2 * rare, 0), 1000, 2000)
        assert enough.adjusted[-1] <= 0.05
        assert not one_less.adjusted[-1] <= 0.05

    def test_chance_alone_is_rarely_called_distinctive(self):
        # Words dealt at random to a third of the text: more than one list in twenty with a find would be too many.
        random = np.random.default_rng(7)
        total = random.zipf(1.6, (120, 300)).clip(1, 200)
        finds = 0
        for sizes in total:
            count = random.binomial(sizes, 1 / 3)
            used = count > 0
            inside, outside = int(count.sum()), int((sizes - count).sum())
            found = weigh(count[used], (sizes - count)[used], inside, outside, absent=sizes[~used])
            finds += bool((found.adjusted[found.tested] <= 0.05).any())
        assert finds <= 10

    def test_many_uses_are_weighed_like_few(self):
        # The exact table ends at three hundred uses; the formula beyond it must go on where the table stops.
        found = weigh([110, 111], [190, 190], 100_000, 200_000)
        assert found.p[1] < found.p[0] < 1.4 * found.p[1]

    @settings(max_examples=60, deadline=None)
    @given(st.integers(1, 500), st.integers(0, 500), st.integers(600, 10**6), st.integers(600, 10**6))
    def test_the_interval_holds_the_ratio(self, count, rest, words_in, words_out):
        ratio, low, high = log_ratio([count], [rest], words_in, words_out)
        assert low[0] < ratio[0] < high[0]
        assert np.isposinf(high[0]) == (rest == 0)

    def test_ratio_of_one_is_twice_as_often(self):
        assert log_ratio([400], [200], 1000, 1000)[0][0] == pytest.approx(1, abs=0.01)


class TestDistinctiveTerms:
    @settings(max_examples=15, deadline=None)
    @given(st.lists(words, min_size=1, max_size=5))
    def test_counts_are_those_of_a_plain_count(self, texts):
        terms = distinctive_terms(read([" ".join(text) for text in texts]), stop_words=frozenset())
        for found in terms.itertuples():
            mine = texts[ord(found.outlet) - 65]
            if len(mine) < 6:  # a text of one longer sentence may be a copy of another
                assert found.count == mine.count(found.term)

    def test_the_word_that_one_outlet_uses_for_it_comes_first(self):
        texts = [unlike(0, "annexation"), unlike(1, "reunification"), unlike(2, "transfer")]
        terms = distinctive_terms(read(texts))
        best = row(terms, "B", "reunification")
        assert terms[terms["outlet"] == "B"].iloc[0]["term"] == "reunification"
        assert best["p_adjusted"] < 0.01
        assert best["elsewhere"] == 0
        assert best["log_ratio"] > 3
        assert not (terms["term"] == "calls")[terms["p_adjusted"] <= 0.05].any()

    @pytest.mark.parametrize("order", [[2, 0, 1], [1, 2, 0]])
    def test_the_order_of_the_articles_does_not_matter(self, order):
        articles = read([FILLER + unlike(0, "annexation"), FILLER + unlike(1, "return"), unlike(2, "transfer")])
        pd.testing.assert_frame_equal(distinctive_terms(articles), distinctive_terms(articles.iloc[order]))

    def test_wire_copy_is_counted_once_in_a_group_and_once_in_the_rest(self):
        wire = "Officials said the corvette left the harbour before dawn on its way north. "
        articles = read([wire + unlike(n, "calm") for n in range(5)], outlet=["A", "A", "A", "B", "C"])
        terms = distinctive_terms(articles)
        assert row(terms, "A", "corvette")[["count", "elsewhere", "documents"]].tolist() == [1, 1, 1]
        assert row(terms, "B", "corvette")[["count", "elsewhere"]].tolist() == [1, 1]

    def test_a_short_sentence_may_be_written_twice(self):
        articles = read(["The corvette left. " * 3, "The corvette left. " * 2])
        assert distinctive_terms(articles).set_index("outlet").loc["A"].set_index("term").loc["corvette", "count"] == 3

    def test_quoted_speech_can_be_left_out(self):
        text = "The corvette sailed. “The corvette is ours,” he said. \"A corvette!\" 'Our corvette', they wrote. Corvette."
        text += "\n\n''A corvette, but it's old,'' she said."
        articles = read([text, "A corvette. One corvette more."])
        assert row(distinctive_terms(articles), "A", "corvette")["count"] == 6
        assert row(distinctive_terms(articles, quoted=False), "A", "corvette")["count"] == 2

    def test_an_unclosed_quotation_ends_with_its_paragraph(self):
        articles = read(
            ["“The corvette is ours.\nThe corvette sailed, the corvette's crew cheered.", "corvette corvette"]
        )
        assert row(distinctive_terms(articles, quoted=False), "A", "corvette")["count"] == 2

    def test_spellings_of_one_word_are_one_word(self):
        terms = distinctive_terms(read(["The centre, the centre's door.", "The center. A center. My center."]))
        assert row(terms, "A", "center")[["count", "elsewhere"]].tolist() == [2, 3]
        assert "centre" not in set(terms["term"])

    def test_the_country_is_not_the_pronoun(self):
        terms = distinctive_terms(
            read(["The US and the U.S. fleet told us so.", "U.S. ships came, and the US paid us."])
        )
        assert row(terms, "A", "u.s.")["count"] == 2
        assert "us" not in set(terms["term"])

    def test_any_column_may_group_and_gives_the_table_its_name(self):
        texts = [unlike(0, "annexation"), unlike(1, "return"), unlike(2, "return")]
        articles = read(texts, section=["World", "Politics", pd.NA])
        terms = distinctive_terms(articles, by="section")
        assert terms.columns[0] == "section"
        assert sorted(set(terms["section"])) == ["Politics", "World"]  # what is unknown is in no group

    def test_a_missing_column_is_named(self):
        with pytest.raises(ValueError, match="no column 'party'"):
            distinctive_terms(read([FILLER]), by="party")

    def test_dispersion_tells_one_article_from_all(self):
        own = [unlike(n, "calm") for n in range(4)]
        terms = distinctive_terms(
            read([own[0] + " Corvette. Corvette. Corvette. Corvette."] + own[1:], outlet=list("AAAB"))
        )
        assert row(terms, "A", "corvette")["dispersion"] > 0.9
        assert row(terms, "A", "calm")["dispersion"] < 0.2

    @pytest.mark.parametrize("texts", [[], [""], [FILLER], ["", FILLER], ["的 一 是", "ß"], ["' \" “ ‘" * 500, FILLER]])
    def test_odd_articles_give_a_table(self, texts):
        terms = distinctive_terms(read(texts) if texts else read([FILLER]).head(0), quoted=False)
        assert terms.columns.tolist() == list(COLUMNS["terms"])
        assert {name: str(kind) for name, kind in terms.dtypes.items()}["p"] == "float64"

    def test_rates_are_per_thousand_words(self):
        terms = distinctive_terms(read(["corvette corvette " + "and " * 18, "corvette"]))
        assert row(terms, "A", "corvette")["rate"] == pytest.approx(100)

    def test_the_stop_list_is_in_the_form_in_which_words_are_counted(self):
        assert all(word == word.lower() for word in COMMON_WORDS)
        assert counting_form("leaders'") == "leaders"


class TestUsesNeeded:
    def test_says_when_the_articles_are_too_few(self):
        few = uses_needed(read([FILLER + "Our corvette sailed.", FILLER.replace("two", "three") * 2]))
        assert (few["count"] < few["needed"]).all()

    def test_a_word_used_as_often_as_needed_is_found(self):
        articles = read([unlike(n, word) for n, word in enumerate(["annexation", "return", "transfer"])])
        found = uses_needed(articles).set_index("outlet").loc["A"]
        assert found["only_here"] == "annexation"
        assert found["count"] >= found["needed"]
        assert row(distinctive_terms(articles), "A", "annexation")["p_adjusted"] <= 0.05

    def test_with_one_group_no_number_would_do(self):
        assert uses_needed(read([FILLER]))["needed"].isna().all()


class TestConcordance:
    ARTICLES = read(
        [
            "The leaders’ talks ended. Talks on the harbour, he said, had been “useful”.",
            "Nobody is talking to the U.S. envoy about talks.\n\nTalk is cheap.",
        ]
    )

    @pytest.mark.parametrize(
        ("pattern", "match"), [("talk*", "word"), ("talk", "lemma"), (r"[Tt]alk\w*", "regex"), ("u.s. envoy", "word")]
    )
    def test_the_keyword_stands_where_the_row_says(self, pattern, match):
        found = keyword_in_context(self.ARTICLES, pattern, match=match)
        raws = dict(zip(self.ARTICLES["article_id"], self.ARTICLES["raw"], strict=True))
        assert len(found)
        for line in found.itertuples():
            assert raws[line.article_id][line.start : line.end] == line.keyword
            assert re.sub(r"\s+", " ", raws[line.article_id][: line.start]).strip().endswith(line.left)

    def test_a_word_is_a_whole_word_and_a_lemma_all_its_forms(self):
        assert keyword_in_context(self.ARTICLES, "talk")["keyword"].tolist() == ["Talk"]
        assert len(keyword_in_context(self.ARTICLES, "talk", match="lemma")) == 5
        assert keyword_in_context(self.ARTICLES, "leaders' talks")["keyword"].tolist() == ["leaders’ talks"]

    def test_lines_are_sorted_by_the_nearest_word(self):
        right = keyword_in_context(self.ARTICLES, "talks", sort="right")["right"].tolist()
        assert right == sorted(right, key=lambda text: re.findall(r"\w+", text.casefold()))
        left = keyword_in_context(self.ARTICLES, "talks", sort="left")["left"].tolist()
        assert [text.split()[-1] for text in left] == ["about", "ended.", "leaders’"]

    def test_the_window_is_in_words(self):
        line = keyword_in_context(self.ARTICLES, "envoy", window=2).iloc[0]
        assert (line["left"], line["right"]) == ("the U.S.", "about talks.")

    @pytest.mark.parametrize(("pattern", "match"), [("(talk", "regex"), ("x", "stem")])
    def test_what_cannot_be_looked_for_gets_a_sentence(self, pattern, match):
        with pytest.raises(ValueError, match=r"\w+ \w+ \w+"):
            keyword_in_context(self.ARTICLES, pattern, match=match)

    @pytest.mark.parametrize(("pattern", "match"), [("", "word"), ("  ", "regex"), ("…", "lemma")])
    def test_a_pattern_without_words_finds_nothing(self, pattern, match):
        assert keyword_in_context(self.ARTICLES, pattern, match=match).empty

    def test_nothing_found_is_an_empty_table(self):
        assert keyword_in_context(self.ARTICLES, "submarine").columns.tolist() == list(COLUMNS["concordance"])
        assert keyword_in_context(self.ARTICLES.head(0), "talks").empty


def test_the_example_word_is_a_noun_that_most_articles_use():
    texts = ["The crane rescued a kitten quickly.", "A kitten rescued the green crane.", "Anna Vik rescued a kitten."]
    assert nl.common_word(read(texts)) == "kitten"
    assert nl.common_word(read(texts), stop_words={"kitten"}) == "crane"
    assert nl.common_word(read(["Anna met Bo.", ""])) == ""


def test_the_words_that_are_not_listed_are_not_part_of_the_signature():
    texts = [unlike(0, "kite"), unlike(1, "dragon")]
    default, own = distinctive_terms(read(texts)), distinctive_terms(read(texts), stop_words=COMMON_WORDS)
    pd.testing.assert_frame_equal(default, own)
    assert "near" in set(distinctive_terms(read(texts), stop_words=set())["term"]) - set(default["term"])
