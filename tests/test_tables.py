"""The tables: what a function says when it is given the wrong one, and what its signature promises."""

import inspect

import pandas as pd
import pytest

import newslab as nl
from newslab.tables import COLUMNS, STRING, table

# The table that each public function makes; those with a column for each article have one type in all of these.
TABLES = {
    "load_articles": "articles",
    "clean_articles": "articles",
    "drop_recurring_lines": "articles",
    "spans": "spans",
    "count_labels": {"label": STRING, ...: "int64"},
    "sentences": "sentences",
    "tokens": "tokens",
    "extract_quotes": "quotes",
    "match_quotes": "matches",
    "quote_edits": "edits",
    "quote_carriage": "carriage",
    "count_speakers": "speakers",
    "pairwise_similarity": "pairs",
    "explain_pair": "explanation",
    "explain_nearest": "nearest_pairs",
    "group_events": "events",
    "largest_event": "articles",
    "shared_passages": "passages",
    "near_copies": "near_copies",
    "wording": "wording",
    "compare_wording": {"label": STRING, ...: STRING},
    "compare_devices": {"device": STRING, ...: STRING},
    "devices": "devices",
    "coverage": "coverage",
    "contrasts": "contrasts",
    "distinctive_terms": "terms",
    "uses_needed": "uses",
    "keyword_in_context": "concordance",
    "audit": "audit",
}


@pytest.fixture(scope="module")
def tables():
    """Every argument of a public function that is a table, by the name it has there, and what else is required."""
    return tables_of(nl.load_articles("seeds", sources="seeds/sources.csv"))


def tables_of(loaded):
    articles = nl.clean_articles(loaded)
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
        "devices": nl.devices(articles),
        "coverage": nl.coverage(wording, articles),
        "contrasts": nl.contrasts(wording, articles),
        "terms": terms,
        "needed": needed,
        "rows": quotes,
        "table": quotes,
    }


def made(name, tables):
    """What a public function makes of these tables, if it is not one of them."""
    if name == "load_articles":
        return nl.load_articles("seeds")
    if str(TABLES[name]) in tables.keys() - {"articles"}:
        return tables[TABLES[name]]
    function = getattr(nl, name)
    parameters = inspect.signature(function).parameters.values()
    given = tables | dict(zip(("source", "target"), tables["articles"]["article_id"], strict=False)) | {"pattern": "of"}
    required = [one.name for one in parameters if one.default is inspect.Parameter.empty]
    return function(**{key: given[key] for key in required})


def same_columns(frame, expected):
    columns = COLUMNS[expected] if isinstance(expected, str) else expected
    if ... in columns:
        columns = {column: columns.get(column, columns[...]) for column in [*list(columns)[:1], *frame.columns[1:]]}
    return {column: str(kind) for column, kind in frame.dtypes.items()} == {
        column: str(pd.api.types.pandas_dtype(kind)) for column, kind in columns.items()
    } and frame.columns.tolist() == list(columns)


def test_each_public_function_makes_the_columns_of_its_table(tables):
    returned = {name: inspect.signature(getattr(nl, name)).return_annotation for name in nl.__all__}
    assert {name for name, kind in returned.items() if kind is pd.DataFrame} == set(TABLES)
    assert [name for name in TABLES if not same_columns(made(name, tables), TABLES[name])] == []


def test_tables_without_rows_have_the_same_columns():
    # Not one article: a column that is made from the rows there are would be missing, or of another type.
    tables = tables_of(nl.load_articles(pd.DataFrame({"text": []})))
    names = TABLES.keys() - {"explain_pair"}  # it takes two articles
    assert [name for name in sorted(names) if not same_columns(made(name, tables), TABLES[name])] == []


def test_a_table_is_made_of_rows_or_of_columns():
    rows = [{"article_id": "a", "event": 1}, {"article_id": "b", "event": 2}]
    pd.testing.assert_frame_equal(table("events", rows), table("events", {"article_id": ["a", "b"], "event": [1, 2]}))
    for unknown in ([{"article": "a"}], {"article": ["a"]}):
        with pytest.raises(KeyError, match="has no column .'article'"):
            table("events", unknown)


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
