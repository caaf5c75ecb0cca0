"""The explorer: a choice restricts what is shown, and the passages follow the choice."""

import ipywidgets as widgets
import pytest
from generators import make_folder

import newslab as nl
from newslab import explorer


@pytest.fixture(scope="module")
def tables(tmp_path_factory):
    folder = make_folder(tmp_path_factory.mktemp("explorer") / "votes", 3)
    articles = nl.clean_articles(nl.load_articles(folder, sources=folder / "sources.csv"))
    return articles, nl.extract_quotes(articles), nl.wording(articles)


def test_every_choice_restricts_what_is_shown(tables):
    _, quotes, wording = tables
    everything = explorer.choose_passages(quotes, wording)
    speaker = everything["speaker"].dropna().iloc[0]
    for choice in ({"outlets": ["Valley Tribune"]}, {"speaker": speaker}, {"words": "ELEVEN years"}):
        chosen = explorer.choose_passages(quotes, wording, **choice)
        assert 0 < len(chosen) < len(everything), choice
        assert set(chosen["quote_id"]) <= set(everything["quote_id"])
    assert set(explorer.choose_passages(quotes, wording, speaker=speaker)["speaker"]) == {speaker}


def test_articles_without_an_outlet_are_chosen_by_their_ids(tables):
    _, quotes, wording = tables
    unnamed = quotes.assign(outlet=quotes["outlet"].mask(quotes["outlet"] == "Valley Tribune"))
    ids = unnamed.loc[unnamed["outlet"].isna(), "article_id"].unique()
    chosen = explorer.choose_passages(unnamed, wording, outlets=ids)
    assert set(chosen["article_id"]) == set(ids)


def test_a_thing_gives_its_mentions_and_with_a_speaker_the_quotes_that_hold_one(tables):
    _, quotes, wording = tables
    for referent in wording["referent"].unique():
        mentions = explorer.choose_passages(quotes, wording, referent=referent)
        assert set(mentions["referent"]) == {referent}
        for speaker in quotes["speaker"].dropna().unique():
            both = explorer.choose_passages(quotes, wording, referent=referent, speaker=speaker)
            own = quotes[quotes["speaker"] == speaker]
            assert set(both["quote_id"]) == {
                row.quote_id
                for row in own.itertuples()
                for mention in mentions.itertuples()
                if row.article_id == mention.article_id and row.start <= mention.start and mention.end <= row.end
            }


def test_the_passages_follow_the_controls(tables, monkeypatch):
    shown = []

    class Handle:
        update = staticmethod(shown.append)

    def display(thing, display_id=False):
        shown.append(thing)
        return Handle if display_id else None

    monkeypatch.setattr(explorer, "display", display)
    explorer.explore(*tables)
    controls, first = shown
    assert repr(controls).startswith("In JupyterLab")
    outlets = controls.children[0].children[0]
    assert isinstance(outlets, widgets.SelectMultiple)
    outlets.value = ("Valley Tribune",)
    assert shown[-1] is not first
    assert all(line.startswith("Valley Tribune") for line in shown[-1].text.splitlines())
