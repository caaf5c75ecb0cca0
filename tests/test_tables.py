"""The tables: what a function says when it is given the wrong one, and what its signature promises."""

import inspect

import pandas as pd
import pytest

import newslab as nl
from newslab.tables import table


@pytest.fixture(scope="module")
def tables():
    """Every argument of a public function that is a table, by the name it has there, and what else is required."""
    articles = nl.clean_articles(nl.load_articles("seeds", sources="seeds/sources.csv"))
    quotes, events, wording = nl.extract_quotes(articles), nl.group_events(articles), nl.wording(articles)
    matches, terms, needed = nl.match_quotes(quotes), nl.distinctive_terms(articles), nl.uses_needed(articles)
    return {
        "articles": articles,
        "spans": nl.spans(articles),
        "audit": nl.audit(articles),
        "quotes": quotes,
        "matches": matches,
        "carriage": nl.quote_carriage(matches, quotes, articles),
        "speakers": nl.count_speakers(quotes),
        "pairs": nl.pairwise_similarity(articles),
        "events": events,
        "passages": nl.shared_passages(articles),
        "wording": wording,
        "coverage": nl.coverage(wording, articles),
        "contrasts": nl.contrasts(wording),
        "terms": terms,
        "needed": needed,
        "rows": quotes,
        "table": quotes,
    }


@pytest.mark.parametrize("name", nl.__all__)
def test_a_wrong_table_is_answered_with_a_sentence(name, tables):
    function = getattr(nl, name)
    parameters = inspect.signature(function).parameters
    first, second = tables["articles"]["article_id"].head(2)
    others = {"source": first, "target": second, "pattern": "call"}
    required = {key: value for key, value in (tables | others).items() if key in parameters}
    required = {key: value for key, value in required.items() if parameters[key].default is inspect.Parameter.empty}
    for parameter in parameters.keys() & tables.keys():
        # Any table can be shown.
        other = [] if parameter == "table" else [pd.DataFrame(), table("spans" if parameter == "terms" else "terms")]
        for wrong in ["seeds", *other]:
            with pytest.raises((TypeError, ValueError), match=r"^(expected|rows must) "):
                function(**required | {parameter: wrong})


def test_only_axes_are_shown_as_a_picture():
    with pytest.raises(TypeError, match="expected the Axes"):
        nl.show(table("quotes"))


def test_the_sentence_names_the_columns_and_the_function_that_makes_the_table():
    with pytest.raises(
        ValueError, match="`extract_quotes` makes it; .* no column .*speaker.* looks like the table of spans"
    ):
        nl.count_speakers(table("spans"))


@pytest.mark.parametrize("name", nl.__all__)
def test_tables_come_first_and_options_by_name_each_with_its_type(name):
    signature = inspect.signature(getattr(nl, name))
    for parameter in signature.parameters.values():
        assert parameter.annotation is not inspect.Parameter.empty, f"{name}: {parameter.name} has no type"
        by_name = parameter.kind is inspect.Parameter.KEYWORD_ONLY
        assert by_name == (parameter.default is not inspect.Parameter.empty), f"{name}: {parameter.name}"
    assert signature.return_annotation is not inspect.Signature.empty


def test_two_articles_of_one_id_are_refused(tables):
    with pytest.raises(ValueError, match="two articles have the id"):
        nl.pairwise_similarity(pd.concat([tables["articles"]] * 2))


def test_an_option_that_does_not_fit_is_answered_with_a_sentence(tables):
    articles = tables["articles"]
    with pytest.raises(ValueError, match="cannot be speaker itself"):
        nl.count_speakers(tables["quotes"], by="speaker")
    with pytest.raises(ValueError, match="no column"):
        nl.distinctive_terms(articles, by=["outlet"])
    with pytest.raises(TypeError, match="pattern is a word"):
        nl.keyword_in_context(articles, None)
    with pytest.raises(ValueError, match="'RT' is an outlet; give an article_id, such as '000_"):
        nl.explain_pair(articles, "RT", articles["article_id"][1])
