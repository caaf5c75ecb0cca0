"""Loading: every format, what columns mean, ids, and what is known from outside."""

import gzip
import io
import json
import sys
import zipfile
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pandas.testing import assert_frame_equal

import newslab as nl
from newslab.corpus import lines
from newslab.corpus.columns import parse_authors, parse_date
from newslab.corpus.decode import decode, without_surrogates
from newslab.corpus.html_text import looks_like_html, visible_text
from newslab.corpus.ids import safe_id, unique_ids
from newslab.tables import COLUMNS
from newslab.text import Body, paragraph_spans, words

# The first example pays for imports, and a busy machine is no bug.
settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")

SEEDS = Path(__file__).parent.parent / "seeds"
PAGE = (
    "<!DOCTYPE html><title>T</title><h1>Talks resume</h1><p>They met on <a href='#'>Monday</a>.</p><script>x()</script>"
)


def write(folder, **files):
    for name, content in files.items():
        path = folder / name.replace("__", "/").replace("_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder


def only(articles):
    assert len(articles) == 1
    return articles.iloc[0]


# The text is the file


def test_raw_is_the_file_to_the_byte():
    articles = nl.load_articles(SEEDS)
    assert articles["article_id"].tolist() == sorted(path.stem for path in SEEDS.glob("*.txt"))
    for article in articles.itertuples():
        assert article.raw.encode() == (SEEDS / article.file).read_bytes()
        assert (article.status, article.encoding, article.format) == ("ok", "utf-8", "text")


def test_every_loaded_line_is_kept_and_text_is_its_body():
    for article in nl.load_articles(SEEDS).itertuples():
        assert article.kept == paragraph_spans(article.raw)
        assert article.text == Body(article.raw, article.kept).text
        assert article.n_words == len(words(article.text))


def test_columns_and_types_are_always_the_same(tmp_path):
    loaded = nl.load_articles(SEEDS, sources=SEEDS / "sources.csv")
    empty = nl.load_articles(pd.DataFrame())
    with pytest.warns(UserWarning, match="a.txt not read: a picture"):
        binary = nl.load_articles(write(tmp_path, a_txt=b"\x89PNG\r\n"))
    for articles in (loaded, empty, binary):
        assert articles.dtypes.to_dict() == loaded.dtypes.to_dict()
        assert list(articles) == list(COLUMNS["articles"])
    assert loaded.dtypes["published"] == "datetime64[s]"


def test_without_sources_nothing_is_known():
    articles = nl.load_articles(SEEDS)
    unknown = ["outlet", "outlet_from", "agency", "headline", "section", "published", "published_from", "language"]
    assert articles[unknown].isna().all(axis=None)
    assert set(articles["authors"]) == {()}


def test_the_same_files_give_the_same_rows_in_any_order():
    paths = sorted(SEEDS.glob("*.txt"))
    assert_frame_equal(nl.load_articles(paths), nl.load_articles(paths[::-1]))
    assert_frame_equal(nl.load_articles([paths[1]]), nl.load_articles(paths).iloc[[1]].reset_index(drop=True))


@given(st.text(min_size=1))
def test_decoding_gives_back_what_was_encoded(text):
    # A text that itself looks wrongly decoded is the one exception, and is said to be one.
    text = without_surrogates(text)
    found, encoding = decode(b"A line of English.\n" * 20 + text.encode())
    if encoding == "utf-8":
        assert found == "A line of English.\n" * 20 + text
    else:
        assert encoding in (None, "utf-8, mojibake repaired")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_encodings_are_told_apart(encoding):
    text = "“No date yet,” said the minister’s aide — a café owner — on Monday.\r\nThe talks go on.\n"
    assert decode(text.encode(encoding))[0] == text


def test_western_accents_are_not_taken_for_polish_ones():
    assert decode("“Café” — £5 à la carte, said Señor Núñez’s aide.".encode("cp1252"))[1] == "cp1252"


def test_a_line_end_stays_as_it_is():
    raw = "one\r\ntwo\rthree\x85four\u2028five\n"
    assert decode(raw.encode()) == (raw, "utf-8")
    assert len(paragraph_spans(raw)) == 5


def test_mojibake_is_repaired_and_curly_quotes_are_left_curly():
    good = "The “minister’s” aide — 50 % of them\n"
    assert decode(good.encode())[0] == good
    mangled = good.encode().decode("cp1252", "replace").replace("\ufffd", "\x9d")
    assert decode((good + mangled).encode()) == (good + good, "utf-8, mojibake repaired")


def test_a_few_wrong_bytes_do_not_spoil_a_utf_8_file():
    data = "“One” “two” “three”".encode() + b" \x93four\x94"
    assert decode(data) == ("“One” “two” “three” “four”", "utf-8, some bytes cp1252")


def test_cyrillic_code_page_is_read_as_such():
    text = "Президент заявил в понедельник, что переговоры будут продолжены в Москве на следующей неделе. " * 5
    assert decode(text.encode("cp1251"))[0] == text


# HTML


def test_html_is_rendered_and_its_source_kept(tmp_path):
    article = only(nl.load_articles(write(tmp_path, page_html=PAGE)))
    assert article["raw"] == "Talks resume\n\nThey met on Monday."
    assert (article["format"], article["html"]) == ("html", PAGE)


def test_html_and_text_are_told_by_content_not_by_suffix(tmp_path):
    write(tmp_path, page_txt=PAGE, story_html="A plain story.\nprofits < costs, he said.")
    assert nl.load_articles(tmp_path)["format"].tolist() == ["html", "text"]
    assert not looks_like_html("He wrote <b>no</b> once.\n" + "A long article follows. " * 50)
    assert looks_like_html("Talks resume\n" + "<p>They met.</p>\n" * 5)


def test_an_encoding_named_in_the_page_is_used_once(tmp_path):
    utf = '<?xml version="1.0" encoding="latin-1"?><html><meta charset="iso-8859-1"><p>Café “x”</p>'
    turkish = '<html><meta charset="windows-1254"><p>Doğan çıktı</p>'
    write(tmp_path, a_html=utf, b_html=turkish.encode("cp1254"))
    assert nl.load_articles(tmp_path)["raw"].tolist() == ["Café “x”", "Doğan çıktı"]


def test_blocks_break_lines_and_inline_tags_do_not():
    page = "<div>By <b>A</b><i>B</i><ul><li>one<li>two</ul><table><tr><td>x<td>y</table><pre>a\nb</pre>"
    assert visible_text(page) == "By AB\n\none\ntwo\n\nx\ny\n\na\nb"
    assert visible_text("<a>Home</a><a>News</a>") == "Home News"


def test_what_a_browser_hides_is_hidden():
    page = (
        "<p>a<style>b</style><noscript>c</noscript><template>d</template><span hidden>e<b>f</b></span>g<!-- h --></p>"
    )
    assert visible_text(page) == "ag"


def test_text_after_a_nul_is_not_lost():
    assert visible_text("<p>one\0</p><p>two</p>").endswith("two")


@given(st.text())
def test_any_text_can_be_rendered(text):
    assert isinstance(visible_text(text), str)


# What holds no text says what to do


def zipped(*names):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name in names:
            archive.writestr(name, "The harbour is closed. " * 20)
    return file.getvalue()


@pytest.mark.parametrize(
    ("data", "hint"),
    [
        (zipped("one.txt", "my words/two.txt"), "a ZIP archive; unpack it"),
        (zipped("docProps/app.xml", "xl/workbook.xml"), "an Excel file; save it as CSV"),
        (zipped("[Content_Types].xml", "word/document.xml"), "a Word file; save it as plain text"),
        (b"%PDF-1.7\n", "a PDF; save its text as a .txt file"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office file; save it as CSV, or as plain text"),
        (bytes(1000), "not text"),
    ],
)
def test_a_file_without_text_says_what_to_do(tmp_path, data, hint):
    for name in ("a.txt", "a.csv", "a.bin"):
        (tmp_path / name).write_bytes(data)
    with pytest.warns(UserWarning, match=f"a.bin, a.csv, a.txt not read: {hint}"):
        articles = nl.load_articles(tmp_path)
    assert set(articles["status"]) == {"binary"}
    assert set(articles["note"]) == {hint}


def test_a_number_is_no_text():
    with pytest.warns(UserWarning, match="DataFrame row 1 not read: a number where the text should be"):
        articles = nl.load_articles(pd.DataFrame({"text": [5, "Five boats left."]}, dtype=object))
    assert articles["status"].tolist() == ["unreadable", "ok"]


# Tables of articles


def test_csv_columns_are_found_by_name_and_told_once(tmp_path, capsys):
    rows = (
        'Id;Maintext;Source_domain;Date Publish;Byline\n7;"One.\nTwo; three.";rt.com;13 Feb 2017;By Ann Lee and Bo Oz\n'
    )
    article = only(nl.load_articles(write(tmp_path, a_csv=rows)))
    assert article["raw"] == "One.\nTwo; three."
    assert (article["article_id"], article["file"], article["format"]) == ("7", "a.csv", "csv")
    assert (article["outlet"], article["outlet_from"]) == ("rt.com", "column Source_domain")
    assert (article["published"], article["published_from"]) == (pd.Timestamp("2017-02-13"), "column Date Publish")
    assert article["authors"] == ("Ann Lee", "Bo Oz")
    told = capsys.readouterr().out
    assert told.count("\n") == 1
    assert "text from Maintext" in told


def test_ragged_rows_have_a_status_and_the_others_go_on(tmp_path):
    write(tmp_path, a_csv="text,outlet\nOne,RT\nTwo, with a comma,RT\nThree,BBC\n")
    with pytest.warns(UserWarning, match="row 2.*3 cells where the header has 2"):
        articles = nl.load_articles(tmp_path)
    assert articles["status"].tolist() == ["ok", "unreadable", "ok"]
    assert articles["article_id"].tolist() == ["a-1", "a-2", "a-3"]


def test_a_cell_may_be_longer_than_the_csv_module_allows(tmp_path):
    assert (
        only(nl.load_articles(write(tmp_path, a_tsv="text\toutlet\n" + "word " * 50_000 + "\tRT\n")))["status"] == "ok"
    )


def test_csv_without_text_is_no_article_and_sources_csv_is_not_looked_at(tmp_path):
    write(tmp_path, a_txt="One.", other_csv="name,age\nx,1\n", sources_csv="article_id,outlet\na,RT\n")
    with pytest.warns(UserWarning, match="other.csv not read: no column text, raw or html; its columns are name, age"):
        articles = nl.load_articles(tmp_path)
    assert articles[["file", "status"]].values.tolist() == [["a.txt", "ok"], ["other.csv", "not an article"]]
    assert articles["outlet"].isna().all()


NEWS_PLEASE = {
    "maintext": "They met.",
    "title": "Talks",
    "authors": ["Ann Lee"],
    "date_publish": "2017-02-13 08:00:00",
    "source_domain": "rt.com",
    "language": "en",
    "date_download": "2020-01-01",
}
FUNDUS = {
    "title": "Talks",
    "authors": ["Ann Lee"],
    "publishing_date": "2017-02-13 10:00:00+02:00",
    "publisher": "RT",
    "body": {
        "summary": ["They met."],
        "sections": [{"headline": ["Later"], "paragraphs": ["They left.", "It rained."]}],
    },
}


def test_news_please_and_fundus_are_understood(tmp_path):
    lines = json.dumps(NEWS_PLEASE) + "\n\n" + json.dumps(FUNDUS) + "\n"
    articles = nl.load_articles(write(tmp_path, a_jsonl=lines))
    assert articles["raw"].tolist() == ["They met.", "They met.\n\nLater\n\nThey left.\n\nIt rained."]
    assert articles["headline"].tolist() == ["Talks", "Talks"]
    assert articles["outlet"].tolist() == ["rt.com", "RT"]
    assert articles["published"].tolist() == [pd.Timestamp("2017-02-13 08:00"), pd.Timestamp("2017-02-13 10:00")]
    assert set(articles["authors"]) == {("Ann Lee",)}


@pytest.mark.parametrize(
    "content",
    [
        '[{"id": "x", "text": "One."}]',
        '{"articles": [{"id": "x", "text": "One."}]}',
        '{\n "id": "x",\n "text": "One."\n}',
        '{"id": "x", "text": "One."}',
        '{"id": "x", "text": "One.", "outlet": null}\n\n',
    ],
)
def test_json_in_every_shape(tmp_path, content):
    article = only(nl.load_articles(write(tmp_path, a_json=content)))
    assert (article["article_id"], article["raw"]) == ("x", "One.")


def test_parquet_and_frames_give_the_same_articles(tmp_path):
    frame = pd.DataFrame({"article_id": ["x", "y"], "text": ["One.", None], "outlet": ["RT", pd.NA]})
    frame.to_parquet(tmp_path / "a.parquet")
    from_file, from_frame = nl.load_articles(tmp_path), nl.load_articles(frame)
    same = ["article_id", "status", "outlet", "text", "kept"]
    assert_frame_equal(from_file[same], from_frame[same])
    assert from_frame["status"].tolist() == ["ok", "empty"]


def test_a_missing_library_is_named_in_one_sentence(tmp_path, monkeypatch):
    (tmp_path / "a.warc").write_bytes(b"WARC")
    monkeypatch.setitem(sys.modules, "warcio.archiveiterator", None)
    with pytest.warns(UserWarning, match="needs warcio: python -m pip install"):
        assert only(nl.load_articles(tmp_path))["status"] == "unreadable"


def test_warc_gives_one_article_a_page(tmp_path):
    pytest.importorskip("warcio")
    body = PAGE.encode()
    response = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: %d\r\n\r\n" % len(body) + body
    record = (
        (
            b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:1>\r\nWARC-Date: 2017-02-13T00:00:00Z\r\n"
            b"WARC-Target-URI: http://example.org/\r\nContent-Type: application/http; msgtype=response\r\n"
            b"Content-Length: %d\r\n\r\n" % len(response)
        )
        + response
        + b"\r\n\r\n"
    )
    (tmp_path / "a.warc.gz").write_bytes(gzip.compress(record) * 2)
    articles = nl.load_articles(tmp_path)
    assert articles["article_id"].tolist() == ["a-1", "a-2"]
    assert set(articles["raw"]) == {"Talks resume\n\nThey met on Monday."}


def test_gzip_of_anything(tmp_path):
    write(tmp_path, a_html_gz=gzip.compress(PAGE.encode()), b_jsonl_gz=gzip.compress(b'{"id": 5, "text": "One."}'))
    assert nl.load_articles(tmp_path)["article_id"].tolist() == ["a", "5"]


@pytest.mark.parametrize("suffix", ["parquet", "csv", "jsonl"])
def test_a_saved_table_of_articles_is_read_as_it_was(tmp_path, suffix):
    # What cleaning cut stays cut, and "how we know" stays "sources.csv": it does not become the column it was saved in.
    articles = nl.clean_articles(nl.load_articles("seeds", sources="seeds/sources.csv"))
    file = tmp_path / f"saved.{suffix}"
    if suffix == "parquet":
        articles.to_parquet(file)
    elif suffix == "csv":
        articles.to_csv(file, index=False)
    else:
        articles.to_json(file, orient="records", lines=True, date_format="iso")
    pd.testing.assert_frame_equal(nl.load_articles(file), articles)
    pd.testing.assert_frame_equal(nl.load_articles(articles), articles)


def test_spans_that_do_not_fit_are_not_believed():
    articles = nl.load_articles("seeds").head(1)
    articles["raw"] = "Too short now."
    assert nl.load_articles(articles)["text"].tolist() == ["Too short now."]


@given(st.lists(st.lists(st.text(max_size=5), min_size=1, max_size=3)))
def test_ids_are_unique_and_safe(candidates):
    ids = unique_ids(candidates)
    assert len(set(ids)) == len(candidates)
    for one in ids:
        assert one
        assert one.isprintable()
        assert one[0] not in "=+-@."
        assert not set(one) & set('/\\<>:"|?*')
        assert ".." not in one


@given(st.from_regex(r"[\w][\w ,'#&()-]{0,50}[\w)]", fullmatch=True))
def test_a_harmless_id_stays_as_it_is(name):
    assert safe_id(name) == name


def test_an_id_given_twice_is_told(tmp_path):
    frame = pd.DataFrame({"article_id": ["a", "b", "a"], "text": ["One.", "Two.", "Three."]})
    with pytest.warns(UserWarning, match="2 articles have the id a and are called a, a-2; give each its own id"):
        assert nl.load_articles(frame)["article_id"].tolist() == ["a", "b", "a-2"]


def test_stems_that_collide_take_their_folder(tmp_path):
    write(tmp_path, bbc__story_txt="One.", rt__story_txt="Two.", rt__other_txt="Three.", other_txt="Four.")
    assert nl.load_articles(tmp_path)["article_id"].tolist() == ["bbc-story", "other", "rt-other", "rt-story"]


# Dates and authors


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2017-02-13", "2017-02-13"),
        ("20170213", "2017-02-13"),
        ("2017-02-13T08:00:00.123Z", "2017-02-13 08:00"),
        ("Mon, 13 Feb 2017 08:00:00 +0200", "2017-02-13 08:00"),
        ("2017-02-13T23:30:00-05:00", "2017-02-13 23:30"),
        ("February 13, 2017", "2017-02-13"),
        ("13 Feb. 2017 8:05 pm", "2017-02-13 20:05"),
        ("13/02/2017", "2017-02-13"),
        ("02/13/2017", "2017-02-13"),
        ("03/04/2017", None),
        ("February 2017", None),
        ("Monday", None),
        ("13 Feb", None),
        ("13 Feb 17", None),
        ("yesterday", None),
        ("2017-02-31", None),
        ("0000-00-00", None),
        (1486972800, None),
        (float("nan"), None),
    ],
)
def test_a_date_is_certain_or_missing(written, expected):
    found = parse_date(written)
    assert found is pd.NaT if expected is None else found.floor("min") == pd.Timestamp(expected)


def test_a_date_that_is_left_out_is_told(tmp_path):
    rows = "id,text,date\na,One.,yesterday\nb,Two.,03/04/2017\nc,Three.,13/04/2017\nd,Four.,\n"
    with pytest.warns(
        UserWarning, match=r"a.csv: 2 of 3 dates .*left out: “yesterday”, “03/04/2017”; write year-month"
    ):
        articles = nl.load_articles(write(tmp_path, a_csv=rows))
    assert articles["published"].notna().tolist() == [False, False, True, False]


@given(st.text(max_size=30))
def test_no_date_cell_breaks_the_loader(text):
    parse_date(text)
    parse_date(f"13 Feb 2017 {text}")
    assert isinstance(parse_authors(text), tuple)


# What is known from outside


def test_sources_win_and_say_so(tmp_path):
    frame = pd.DataFrame(
        {"id": ["a", "b"], "text": ["One.", "Two."], "outlet": ["x.com", "y.com"], "date": ["2017-01-01"] * 2}
    )
    known = pd.DataFrame(
        {"article_id": ["a"], "outlet": ["The X"], "published": ["2017-02-13"], "note": ["call"], "agency": [pd.NA]}
    )
    articles = nl.load_articles(frame, sources=known)
    assert articles["outlet"].tolist() == ["The X", "y.com"]
    assert articles["outlet_from"].tolist() == ["sources.csv", "column outlet"]
    assert articles["published_from"].tolist() == ["sources.csv", "column date"]
    assert articles["published"].tolist() == [pd.Timestamp("2017-02-13"), pd.Timestamp("2017-01-01")]
    assert articles["note"].fillna("").tolist() == ["call", ""]
    assert articles["agency"].isna().all()


def test_sources_name_an_article_by_id_or_by_file(tmp_path):
    write(tmp_path, a__one_txt="One.", b__one_txt="One.", a__two_html=PAGE)
    known = pd.DataFrame({"file": ["a/one.txt", "two.html", "b-one"], "outlet": ["A", "B", "C"]})
    known["article_id"] = [None, None, "b-one"]
    articles = nl.load_articles(tmp_path, sources=known).set_index("file")
    assert articles["outlet"].to_dict() == {"a/one.txt": "A", "a/two.html": "B", "b/one.txt": "C"}


def test_two_rows_of_sources_for_one_article_are_told_unless_they_agree(recwarn):
    frame = pd.DataFrame({"article_id": ["a", "b"], "text": ["One.", "Two."]})
    known = pd.DataFrame({"article_id": ["a", "b", "a", "b"], "outlet": ["X", "Y", "Z", "Y"]})
    assert nl.load_articles(frame, sources=known)["outlet"].tolist() == ["X", "Y"]
    assert [str(warning.message).rpartition(": ")[2] for warning in recwarn] == ["a"]


def test_a_column_of_sources_under_another_name_is_told():
    frame = pd.DataFrame({"article_id": ["a"], "text": ["One."]})
    known = pd.DataFrame({"article_id": ["a"], "outlet": ["X"], "publisher": ["X Ltd"], "Date": ["2017-02-13"]})
    with pytest.warns(
        UserWarning, match="no column published; if its column date holds that, call it published"
    ) as told:
        nl.load_articles(frame, sources=known)
    assert len(told) == 1


def test_a_file_name_that_two_folders_share_names_neither(tmp_path):
    write(tmp_path, a__one_txt="One.", b__one_txt="Two.")
    with pytest.warns(UserWarning, match="name no article that was loaded: one.txt"):
        articles = nl.load_articles(tmp_path, sources=pd.DataFrame({"file": ["one.txt"], "outlet": ["A"]}))
    assert articles["outlet"].isna().all()


def test_sources_that_match_nothing_are_reported(tmp_path):
    known = pd.DataFrame({"article_id": ["a", "typo"], "outlet": ["A", "B"], "published": ["03/04/2017", ""]})
    write(tmp_path, a_txt="One.")
    with (
        pytest.warns(UserWarning, match="1 rows of sources name no article that was loaded: typo"),
        pytest.warns(UserWarning, match="no certain date in 03/04/2017"),
    ):
        articles = nl.load_articles(tmp_path, sources=known)
    assert articles["published"].isna().all()


def test_the_sources_file_is_no_article_whatever_its_name(tmp_path):
    write(tmp_path, a_txt="One.", known_csv="article_id,outlet,text\na,RT,unused\n")
    assert nl.load_articles(tmp_path, sources=tmp_path / "known.csv")["outlet"].tolist() == ["RT"]


# Sentences that help


def test_missing_and_empty_places_are_said_to_be_so(tmp_path):
    with pytest.raises(FileNotFoundError, match="no file or folder .*nowhere; expected a folder with .txt"):
        nl.load_articles(tmp_path / "nowhere")
    with pytest.raises(ValueError, match="no articles in .*; expected .txt"):
        nl.load_articles(tmp_path)
    with pytest.raises(FileNotFoundError, match="to load texts, give a DataFrame"):
        nl.load_articles(["The first text.", "The second text."])
    with pytest.raises(FileNotFoundError, match="https://.* newslab fetches nothing"):
        nl.load_articles("https://example.org/a.html")
    with pytest.raises(FileNotFoundError, match="give a DataFrame with a column text"):
        nl.load_articles(["A text.\nNo file."])
    with pytest.raises(FileNotFoundError, match="give a DataFrame with a column text"):
        nl.load_articles("The text of an article, not its name. " * 100)
    with pytest.raises(
        TypeError, match=r"not a list of dictionaries: make it a DataFrame, with pandas.DataFrame\(it\)"
    ):
        nl.load_articles([{"text": "One."}])
    with pytest.raises(TypeError, match="not int"):
        nl.load_articles(5)
    with pytest.raises(ValueError, match="no column text, raw or html; its columns are story_url"):
        nl.load_articles(pd.DataFrame({"story_url": ["x"]}))
    with pytest.raises(FileNotFoundError, match="expected a CSV with the columns article_id"):
        nl.load_articles(SEEDS, sources=tmp_path / "nowhere.csv")
    with pytest.raises(ValueError, match="no column article_id or file"):
        nl.load_articles(SEEDS, sources=pd.DataFrame({"name": ["x"]}))


def test_what_was_read_before_a_damage_is_kept(tmp_path, monkeypatch):
    monkeypatch.setattr(lines, "_BLOCK", 1000)
    rows = "\n".join(f"{number},Story {number} of the harbour." for number in range(4000))
    whole = gzip.compress(f"id,text\n{rows}".encode())
    (tmp_path / "cut.csv.gz").write_bytes(whole[: len(whole) // 2])
    with pytest.warns(UserWarning, match="a broken gzip file"):
        articles = nl.load_articles(tmp_path)
    assert articles["status"].iloc[-1] == "unreadable"
    read = articles.iloc[:-1]
    assert len(read) > 1000
    assert read["raw"].tolist() == [f"Story {number} of the harbour." for number in range(len(read))]
