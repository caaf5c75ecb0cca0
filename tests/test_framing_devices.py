"""Devices of wording: what is marked, where, and as whose words."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

import newslab as nl


def load(**texts):
    return nl.load_articles(pd.DataFrame({"article_id": list(texts), "outlet": list(texts), "text": texts.values()}))


def marked(text):
    found = nl.devices(load(a=text))
    return [(row.device, row.text) for row in found.itertuples() if not row.quoted]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The port was seized.", [("passive without agent", "was seized")]),
        ("The port was seized by troops.", []),
        ("The bill may have been badly drafted.", [("passive without agent", "may have been badly drafted")]),
        ("The firm is based in Oslo.", []),
        ("She claimed a win.", [("reporting verb", "claimed")]),
        ("She thinks of winning.", []),
        ("It is quite likely.", [("hedge", "quite likely")]),
        ("It was just a week.", []),
        ("It was an illegal strike.", [("evaluative word", "illegal")]),
        ("The “talks” went on.", [("quoted words", "talks")]),
        ("The talks failed, according to a clerk of the port who left.", [("attribution", "according to a clerk of the port")]),
    ],
)  # fmt: skip
def test_a_device_is_marked_and_nothing_else(text, expected):
    assert marked(text) == expected


def test_what_stands_in_quotation_marks_is_not_the_words_of_the_outlet():
    articles = load(
        a="“It is an illegal and reckless strike, and it was perhaps planned,” Lowe said.", b="An illegal strike."
    )
    found = nl.devices(articles)
    assert found.loc[found["article_id"] == "a", "quoted"].tolist() == [True] * 4 + [False]
    own = nl.compare_devices(found, articles).set_index("device")
    assert own.loc["evaluative word"].tolist() == ["", "illegal"]
    assert own.loc["reporting verb"].tolist() == ["said", ""]


def test_words_used_often_come_first_with_their_number():
    articles = load(
        a="Noted by Lowe. Lowe noted it. Lowe noted that. Lowe said so. Roth said no. She asked why. He warned us.",
        b="Nobody was there.",
    )
    cells = nl.compare_devices(nl.devices(articles), articles, top=2)
    assert cells.values.tolist() == [["reporting verb", "noted (3) · said (2) · +2", ""]]


@given(st.text(alphabet="ABer .,’'s“”-\n0\u00e9of", max_size=80))
def test_each_device_stands_where_it_says(text):
    articles = load(a=text)
    for row in nl.devices(articles).itertuples():
        assert articles["raw"].item()[row.start : row.end].split() == row.text.split() != []
