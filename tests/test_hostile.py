"""Files that break loaders, scaled down: no exception, a row for each file, soon done.

`benchmarks/hostile.py` loads the large ones at full size.
"""

import gzip
import io
import json
import os
import pickle
import random
import string
import sys
import time
import zipfile

import pandas as pd
import pytest
import Stemmer

import newslab as nl

SENTENCE = "The minister said “no date” had been set, officials’ notes show. "
DEEP = 20_000


class Bomb:
    def __reduce__(self):
        return sys.exit, ("a pickle was opened",)


def zipped():
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("a.txt", SENTENCE)
    return file.getvalue()


# name: (file, bytes, the status of each row)
CASES = {
    "no byte": ("a.txt", b"", ["empty"]),
    "blanks": ("a.txt", b" \r\n\t \n", ["empty"]),
    "zero-width only": ("a.txt", "\u200b\ufeff\u2060\n".encode(), ["empty"]),
    "a mark and nothing": ("a.txt", b"\xef\xbb\xbf", ["empty"]),
    "half a UTF-16 mark": ("a.txt", b"\xff", ["ok"]),
    "random bytes": ("a.txt", random.Random(1).randbytes(50_000), ["binary"]),
    "random high bytes": ("a.txt", bytes(128 + b % 128 for b in random.Random(1).randbytes(50_000)), ["binary"]),
    "picture": ("a.txt", b"\x89PNG\r\n\x1a\n\x00\x00", ["binary"]),
    "PDF named text": ("a.txt", b"%PDF-1.7\nsome text", ["binary"]),
    "Word file named text": ("a.txt", zipped(), ["binary"]),
    "NULs only": ("a.txt", b"\x00" * 10_000, ["binary"]),
    "one NUL in a text": ("a.txt", SENTENCE.encode() * 3 + b"\x00 end", ["ok"]),
    "one NUL in a page": ("a.html", b"<p>one\x00two</p><p>three</p>", ["ok"]),
    "UTF-16 with a mark": ("a.txt", SENTENCE.encode("utf-16"), ["ok"]),
    "UTF-16 without": ("a.txt", SENTENCE.encode("utf-16-le") * 9, ["ok"]),
    "UTF-16 cut in half": ("a.txt", SENTENCE.encode("utf-16")[:-1], ["ok"]),
    "UTF-8 cut in half": ("a.txt", "one “two”".encode()[:-1], ["ok"]),
    "cp1252": ("a.txt", SENTENCE.encode("cp1252"), ["ok"]),
    "mojibake": ("a.txt", SENTENCE.encode().decode("cp1252", "ignore").encode() * 50, ["ok"]),
    "surrogates as UTF-8": ("a.txt", SENTENCE.encode() + b"\xed\xa0\xbd lone, pair \xed\xa0\xbd\xed\xb8\x80", ["ok"]),
    "surrogate in JSON": ("a.jsonl", b'{"text": "lone \\ud83d here", "title": "\\udfff"}', ["ok"]),
    "zero-width and bidi": ("a.txt", "a\u200bb \u202eevil\u202c \u2066x\u2069 \ufeff end".encode(), ["ok"]),
    "mixed line ends": ("a.txt", "a\r\nb\rc\nd\x85e\u2028f\u2029g\x0bh\x0ci\x1cj".encode(), ["ok"]),
    "combining marks": ("a.txt", ("a" + "\u0301" * 50_000).encode(), ["ok"]),
    "one long line": ("a.txt", SENTENCE.encode() * 20_000, ["ok"]),
    "one long word": ("a.txt", b"a" * 1_000_000, ["ok"]),
    "many lines": ("a.txt", b"A line.\n" * 100_000, ["ok"]),
    "unbalanced quotes": ("a.txt", "“".encode() * 200_000, ["ok"]),
    "unbalanced brackets": ("a.txt", b"([{" * 70_000, ["ok"]),
    "initials": ("a.txt", b"a." * 100_000, ["ok"]),
    "nested tags": ("a.html", b"<div>" * DEEP + b"deep" + b"</div>" * DEEP, ["ok"]),
    "tags never closed": ("a.html", b"<b><i><table><td>" * DEEP + b"deep", ["ok"]),
    "tags only": ("a.html", b"<div><p></p></div>" * 100, ["empty"]),
    "script only": ("a.html", b"<html><script>var a = '<p>text</p>'", ["empty"]),
    "angle brackets": ("a.html", b"<" * 200_000, ["ok"]),
    "comments without a page": ("a.txt", b"<!--a-->" * 20_000, ["ok"]),
    "open comment": ("a.html", b"<p>text</p><!--" + b"a" * 100_000, ["ok"]),
    "half a tag": ("a.html", b"<p>text</p><a " + b"a=" * 200_000, ["ok"]),
    "entities": ("a.html", b"<p>" + b"&amp;&bogus;&#xFFFFFFFF;&#0;&#xD800;" * 5_000, ["ok"]),
    "XML entities": ("a.html", b'<!DOCTYPE a [<!ENTITY b "' + b"x" * 9999 + b'">]><p>' + b"&b;" * 9999, ["ok"]),
    "local file as entity": ("a.html", b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><p>&b; x', ["ok"]),
    "script in a headline": ("a.html", b"<h1><script>alert(1)</script>A<img src=x onerror=alert(1)></h1><p>b", ["ok"]),
    "HTML in .txt": ("a.txt", b"<html><body><p>One.</p></body></html>", ["ok"]),
    "text in .html": ("a.html", b"Profits < costs, he said.\nThe end.", ["ok"]),
    "wrong charset named": ("a.html", b"<meta charset=base64><p>Caf\xe9 \x93x\x94</p>", ["ok"]),
    "unknown charset named": ("a.html", b"<meta charset=klingon><p>Caf\xe9</p>", ["ok"]),
    "pickle": ("a.pkl", pickle.dumps(Bomb()), ["unreadable"]),
    "pickle named text": ("a.txt", pickle.dumps(Bomb()), ["unreadable"]),
    "pickle named CSV, zipped": ("a.csv.gz", gzip.compress(pickle.dumps(Bomb())), ["unreadable"]),
    "gzip cut off": ("a.txt.gz", gzip.compress(SENTENCE.encode())[:-9], ["unreadable"]),
    "gzip of nothing": ("a.txt.gz", gzip.compress(b""), ["empty"]),
    "text named gzip": ("a.txt.gz", SENTENCE.encode(), ["ok"]),
    "gzip named text": ("a.txt", gzip.compress(SENTENCE.encode()), ["ok"]),
    "gzip bomb": ("a.txt.gz", gzip.compress(bytes(1 << 20), 9) * 120, ["unreadable"]),
    "unknown type": ("a.log", b"Some lines of a log.", ["not an article"]),
    "unknown binary type": ("a.mp3", b"ID3\x03\x00\x00\x00\x00", ["binary"]),
    "no suffix": ("README", b"Read me.", ["not an article"]),
    "broken JSON row": ("a.jsonl", b'{"text": "One."}\n{"text": \n{"text": "Two."}', ["ok", "unreadable", "ok"]),
    "JSON without text": ("a.json", b'{"version": 1}', ["not an article"]),
    "JSON of a number": ("a.json", b"7", ["unreadable"]),
    "JSON of nothing": ("a.json", b"[]", ["empty"]),
    "nested JSON": ("a.json", b"[" * 200_000, ["unreadable"]),
    "nested text in JSON": ("a.json", b'{"text": ' + b"[" * 500 + b"]" * 500 + b"}", ["empty"]),
    "digits in JSON": ("a.json", b'[{"text": ' + b"9" * 10_000 + b"}]", ["unreadable"]),
    "duplicate ids": ("a.jsonl", b'{"id": 1, "text": "One."}\n{"id": 1, "text": "Two."}', ["ok", "ok"]),
    "../ in an id": ("a.jsonl", b'{"id": "../../etc/passwd", "text": "One."}', ["ok"]),
    "markup in an id": ("a.jsonl", b'{"id": "<img onerror=x>", "text": "One.", "title": "<script>"}', ["ok"]),
    "formula in a cell": ("a.csv", b"id,text,title\n=cmd|' /C calc'!A0,One.,=1+1\n", ["ok"]),
    "CSV header only": ("a.csv", b"id,text\n", ["empty"]),
    "CSV with an open quote": ("a.csv", b'id,text\n1,"One.\n2,Two.\n' + b"3,c\n" * 50_000, ["ok"]),
    "CSV of one column": ("a.csv", b"text\nOne.\n\nTwo.\n", ["ok", "ok"]),
    "CSV with two text columns": ("a.csv", b"text,text\nOne.,Two.\n", ["ok"]),
    "CSV with a NUL": ("a.csv", b"id,text\n1,One\x00 and two and three and four and five and six and seven.\n", ["ok"]),
    "Parquet that is none": ("a.parquet", b"PAR1 nothing PAR1", ["unreadable"]),
    "WARC that is none": ("a.warc", b"no WARC at all\r\n", ["unreadable", "empty"]),
    "blanks in a name": (" a  b .txt", b"One.", ["ok"]),
    "markup in a name": ("<b>=cmd&'.txt", b"One.", ["ok"]),
    "long name": ("a" * 240 + ".txt", b"One.", ["ok"]),
    "name of dots": ("...txt", b"One.", ["ok"]),
}  # fmt: skip


@pytest.mark.filterwarnings("ignore::UserWarning")
@pytest.mark.parametrize("name", CASES)
def test_a_hostile_file_has_its_row_and_harms_no_other(name, tmp_path):
    file, data, statuses = CASES[name]
    (tmp_path / file).write_bytes(data)
    (tmp_path / "zz.txt").write_text("A good article.")
    start = time.process_time()
    articles = nl.load_articles(tmp_path)
    assert time.process_time() - start < 5
    found = articles[articles["file"] == file]["status"].tolist()
    assert found == statuses or (name.startswith("WARC") and found[0] in statuses)
    assert articles.iloc[-1][["article_id", "status", "text"]].tolist() == ["zz", "ok", "A good article."]
    _goes_on(articles, tmp_path)


def _goes_on(articles, folder):
    """What later steps and other programs need of every table."""
    assert articles["article_id"].is_unique
    for article_id in articles["article_id"]:
        assert article_id[0] not in "=+-@."
        assert not set(article_id) & set('/\\<>"')
    readable = articles[articles["status"] == "ok"]
    assert readable[["raw", "text"]].notna().all(axis=None)
    assert not articles["raw"].str.contains("[\ud800-\udfff]", regex=True).any()
    for article in readable.itertuples():
        Stemmer.Stemmer("english").stemWords(article.text[:1000].split())
        assert all(article.raw[start:end].strip() for start, end in article.kept[:1000])
    articles.to_csv(folder / "out.csv")
    articles.to_parquet(folder / "out.parquet")
    nl.sentences(articles.head(1).assign(text=articles["text"].str[:1000], raw=articles["raw"].str[:1000], kept=((),)))


def test_the_same_article_twice_is_two_rows_and_the_same_file_twice_is_one(tmp_path):
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("The same.")
    assert nl.load_articles(tmp_path)["status"].tolist() == ["ok", "ok"]
    assert len(nl.load_articles([tmp_path / "a.txt", tmp_path / "a.txt"])) == 1
    assert len(nl.load_articles([tmp_path, tmp_path / "a.txt"])) == 2


def test_links_that_go_round_are_followed_once(tmp_path):
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text("One.")
    (tmp_path / "in" / "up").symlink_to(tmp_path)
    (tmp_path / "self.txt").symlink_to(tmp_path / "self.txt")
    (tmp_path / "nowhere.txt").symlink_to(tmp_path / "gone.txt")
    with pytest.warns(UserWarning, match="not read"):
        articles = nl.load_articles(tmp_path)
    found = articles.set_index("file")["status"].to_dict()
    assert found == {"in/a.txt": "ok", "nowhere.txt": "unreadable", "self.txt": "unreadable"}


def test_a_file_that_may_not_be_read_has_its_row(tmp_path, monkeypatch):
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("One.")

    def refuse(path, *args, real=open, **kwargs):
        if str(path).endswith("a.txt"):
            raise PermissionError(13, "Permission denied")
        return real(path, *args, **kwargs)

    monkeypatch.setattr("builtins.open", refuse)
    with pytest.warns(UserWarning, match="a.txt not read: permission denied"):
        assert nl.load_articles(tmp_path)["status"].tolist() == ["unreadable", "ok"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes on this system")
def test_a_pipe_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe.txt")
    with pytest.warns(UserWarning, match="not a regular file"):
        assert nl.load_articles(tmp_path)["status"].tolist() == ["unreadable"]


def test_a_folder_named_like_a_file_is_a_folder(tmp_path):
    (tmp_path / "a.txt").mkdir()
    (tmp_path / "a.txt" / "b.txt").write_text("One.")
    assert nl.load_articles(tmp_path)["file"].tolist() == ["a.txt/b.txt"]


@pytest.mark.filterwarnings("ignore::UserWarning")
@pytest.mark.parametrize(
    "cells",
    [
        [None, float("nan"), pd.NA, pd.NaT],
        [1, 2.5, True, b"x"],
        [[], {}, ["One.", None], {"content": 5}],
        ["\ud800", "\0", "", " "],
    ],
)
def test_any_cell_in_a_frame_is_taken(cells):
    names = ["text", "authors", "date", "title", "outlet", 5]
    frame = pd.DataFrame({**dict.fromkeys(names, cells), "id": cells[::-1]}, dtype=object)
    articles = nl.load_articles(frame)
    assert len(articles) == 4
    assert articles["article_id"].is_unique
    assert set(articles["status"]) <= {"ok", "empty", "unreadable"}


def test_cost_grows_with_size_and_not_with_its_square(tmp_path):
    def seconds(size):
        (tmp_path / "a.html").write_bytes(b"<div><b>x</b> <!-- y --> &quot; <a href=z>" * size)
        start = time.process_time()
        nl.load_articles(tmp_path)
        return time.process_time() - start

    seconds(100)
    assert seconds(40_000) < 16 * max(seconds(5_000), 0.02)


def test_json_with_every_control_character_loads(tmp_path):
    text = "One " + "".join(map(chr, range(0x2100))) + " two."
    (tmp_path / "a.json").write_text(json.dumps({"text": text}))
    assert nl.load_articles(tmp_path)["raw"].tolist() == [text]


RUNS = {
    "a picture's data": lambda n: "".join(random.Random(1).choices(string.ascii_letters + string.digits + "+/", k=n)),
    "capitals": lambda n: "A" * n,
    "a table of figures": lambda n: "12 " * (n // 3),
    "days": lambda n: "2017-01-01 " * (n // 11),
}


def _read_all(text):
    articles = nl.clean_articles(nl.load_articles(pd.DataFrame({"text": [text, text]})))
    # Whole texts, since cleaning takes the runs away: the steps behind it must stand them, too.
    articles["kept"] = [((0, len(text)),)] * 2
    nl.wording(articles)
    return nl.extract_quotes(articles)


@pytest.mark.parametrize("name", RUNS)
def test_a_run_without_sense_does_not_hold_up_quotes_and_wording(name):
    said = "Ada Lowe said “yes, of course we will go”. "
    _read_all(said)
    start = time.process_time()
    quotes = _read_all(said + RUNS[name](40_000))
    assert time.process_time() - start < 3
    assert len(quotes) == 2


HEADS = {
    "type": '<script type="application/ld+json">{"@type":"' + "a" * 50_000 + '"}</script>',
    "publisher": '<script type="application/ld+json">{"@type":"NewsArticle","publisher":{"name":"A%s"}}</script>'
    % (" LLC" * 10_000),
    "meta": f"<meta {'a' * 3900}>" * 50,
}


@pytest.mark.parametrize("name", HEADS)
def test_what_a_page_says_of_itself_may_be_long(name):
    page = f"<html><head>{HEADS[name]}</head><body><h1>A headline</h1>{'<p>One sentence of a story.</p>' * 20}</body></html>"
    start = time.process_time()
    articles = nl.clean_articles(nl.load_articles(pd.DataFrame({"html": [page]})))
    assert time.process_time() - start < 2
    assert articles["headline"].tolist() == ["A headline"]
