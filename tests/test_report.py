"""The report: whole or not there, the same every time, without a way to this machine, safe to open."""

import contextlib
import csv
import io
import json
import re
import subprocess
import sys
from datetime import date
from pathlib import Path

import nbformat
import pandas as pd
import papermill
import pytest
from generators import make_article, make_folder
from hypothesis import given
from hypothesis import strategies as st

import newslab as nl
from newslab import __main__ as command
from newslab.__main__ import main
from newslab.report import export, make
from newslab.report.export import safe_frame, write_tables
from newslab.report.page import write_page
from newslab.report.run import choose_notebooks
from newslab.tables import table

ROOT = Path(__file__).parent.parent
TRICK = "<script>alert('read me')</script>"
FORMULA = '=HYPERLINK("http://example.org")'


def files(folder):
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture(scope="module")
def runs(tmp_path_factory):
    """Two runs of the command on one folder, at the same time: what was printed, and the files of each."""
    folder = make_folder(tmp_path_factory.mktemp("desk") / "council votes", 2)
    (folder / "photo.txt").write_bytes(bytes(range(256)) * 20)
    article = make_article(9) | {"outlet": FORMULA}
    text = article["text"] + f"\n\n“{TRICK} is what they sent me,” Clerk Ada Fenwright said.\n"
    (folder / "trick.json").write_text(json.dumps(article | {"text": text}), encoding="utf-8")
    # What is left of an earlier report is replaced.
    place, other = folder.parent / "council votes-report", tmp_path_factory.mktemp("shelf") / "votes"
    (place / "tables").mkdir(parents=True)
    (place / "tables" / "of last week.csv").write_text("outlet")
    with start(str(folder), "--notebooks", "4", "--out", str(other)) as second:
        with contextlib.redirect_stdout(io.StringIO()) as said:
            assert main(["report", str(folder), "--notebooks", "4"]) == 0
        told, problem = second.communicate()
    assert second.returncode == 0, problem
    assert sorted(path.name for path in folder.parent.iterdir()) == ["council votes", place.name]
    return [(said.getvalue(), files(place)), (told, files(other))]


def start(*arguments):
    """The command, as a process of its own."""
    command = [sys.executable, "-m", "newslab", "report", *arguments]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


@pytest.fixture(scope="module")
def page(runs):
    return runs[0][1]["report.html"].decode("utf-8")


def test_a_report_is_a_page_the_notebooks_and_the_tables(runs):
    _, written = runs[0]
    assert {"report.html", "notebooks/04_quotes.ipynb"} <= set(written)
    assert {
        f"tables/{name}.{form}" for name in ("articles", "quotes", "speakers") for form in ("csv", "parquet")
    } <= set(written)
    assert "notebooks/02_similarity.ipynb" not in written
    assert "tables/pairs.csv" not in written
    assert "tables/of last week.csv" not in written


def test_it_says_where_it_wrote_and_what_it_left_out(runs, page):
    said, _ = runs[0]
    assert re.search(r"3 articles: .*council votes-report/report\.html", said)
    assert "Left out: photo.txt: binary" in said
    assert "photo.txt: binary" in page


def test_a_second_run_gives_the_same_but_for_the_date(runs):
    first, second = (written.copy() for _, written in runs)
    pages = [re.sub(rb'<p class="date">[^\n]*\n', b"", written.pop("report.html")) for written in (first, second)]
    assert pages[0] == pages[1]
    assert first == second


def test_nothing_names_this_machine(runs, tmp_path_factory):
    _, written = runs[0]
    for name, content in written.items():
        for way in (str(tmp_path_factory.getbasetemp()), str(ROOT), str(Path.home()) + "/"):
            assert way.encode() not in content, name


def test_the_page_needs_no_script_and_no_network(page):
    assert "<script" not in page
    assert "&lt;script&gt;alert(" in page
    outside = re.findall(r'(?:src=\s*"?|url\(|@import)(?!data:)[^\s">]+', page)
    assert outside == []


def test_every_entry_of_the_contents_leads_to_one_place(page):
    links = re.findall(r'<a href="#([^"]+)">', page)
    assert len(links) > 6
    for link in links:
        assert page.count(f'id="{link}"') == 1, link


def cell(source, shown="", printed=""):
    """A Markdown cell, or a code cell that shows or prints a text."""
    if not (shown or printed):
        return nbformat.v4.new_markdown_cell(source)
    form = {"text/markdown": shown} if shown.startswith("#") else {"text/html": f"<p>{shown}</p>"}
    output = nbformat.v4.new_output("display_data", {"text/plain": shown, **form})
    if printed:
        output = nbformat.v4.new_output("stream", name="stdout", text=printed)
    return nbformat.v4.new_code_cell(source, outputs=[output])


def told(tmp_path, *cells, said=()):
    """What the page tells of a notebook of these cells, from the first heading on."""
    notebook = nbformat.v4.new_notebook(cells=[cell("# Who?"), *cells])
    report = make.Report(tmp_path, 2, [], list(said), {})
    write_page(tmp_path / "page.html", "votes", date(2024, 5, 1), report, {"01": notebook}, {})
    page = (tmp_path / "page.html").read_text(encoding="utf-8")
    return re.sub(r"<[^>]+>", "", page[page.index("<section>") :])


def test_what_was_not_found_is_said_once(tmp_path):
    def empty():
        return [cell("Open a line to read it."), cell("passages", "Nothing to show.")]

    summary = cell("prose", "No passage is shared.")
    found = told(tmp_path, summary, cell("prose.heading", "## No passage is shared"), *empty(), *empty())
    assert found.count("No passage is shared") == 1
    assert "Nothing to show" not in found
    assert "Open a line" not in found
    # A section that the notebook always has is named where it is left out; one of words alone stays.
    found = told(tmp_path, cell("## The passages"), *empty(), *empty(), cell("## The end"), cell("Nothing is lost."))
    assert "Left out, since there is nothing to show: “The passages”." in found
    assert "Open a line" not in found
    assert "Nothing is lost." in found
    # Beside a table with something in it, it is not missed.
    found = told(tmp_path, cell("## The articles"), cell("table", "a table"), *empty())
    assert "a table" in found
    assert "othing to show" not in found


def test_the_contents_list_says_what_was_found(tmp_path):
    cells = [cell("prose.heading", "## Two outlets *differ*"), cell("table", "a table"), cell("## What is not shown")]
    told(tmp_path, *cells)
    page = (tmp_path / "page.html").read_text(encoding="utf-8")
    findings, others = re.search(r"<ul>(.*?)</ul><p class=\"also\">(.*?)</p>", page, re.DOTALL).groups()
    assert re.sub(r"<[^>]+>", "", findings) == "Two outlets differ"
    assert re.sub(r"<[^>]+>", "", others) == "What is not shown"


def test_how_the_files_were_read_is_said_at_the_top_and_not_in_every_notebook(tmp_path):
    line = "votes.csv: text from body"
    cells = [cell("load", printed=f"{line}\n"), cell("look", printed="two things to say\n")]
    found = told(tmp_path, *cells, said=[line])
    assert line not in found
    assert "two things to say" in found
    assert f"<li>{line}</li>" in (tmp_path / "page.html").read_text(encoding="utf-8")


def test_figures_in_csv_are_short_and_end_somewhere(tmp_path):
    frame = pd.DataFrame({"p": [0.123456789, 1.23456789e-12, float("inf")], "count": [1, 2, 3]})
    write_tables({"terms": frame}, tmp_path / "tables")
    lines = (tmp_path / "tables" / "terms.csv").read_text(encoding="utf-8-sig").splitlines()
    assert lines == ['"p","count"', "0.123457,1", "1.23457e-12,2", '"",3']


def test_passages_are_written_with_their_words():
    articles = nl.load_articles(pd.DataFrame({"article_id": ["a", "b"], "text": ["One two three.", "Say one two."]}))
    row = {"source": "a", "target": "b", "source_start": 0, "source_end": 7, "target_start": 4, "target_end": 11}
    texts = export.with_texts(table("passages", [row | {"words": 2}]), articles)
    assert texts[["source_text", "target_text"]].to_numpy().tolist() == [["One two", "one two"]]
    empty = export.with_texts(table("passages"), articles)
    assert empty.columns.tolist() == texts.columns.tolist()
    assert empty.dtypes["source_text"] == texts.dtypes["source_text"]


def test_the_notebooks_are_as_if_run_by_hand(runs):
    _, written = runs[0]
    notebook = json.loads(written["notebooks/04_quotes.ipynb"])
    code = [cell for cell in notebook["cells"] if cell["cell_type"] == "code"]
    assert [cell["execution_count"] for cell in code] == list(range(1, len(code) + 1))
    assert "".join(code[0]["source"]) == 'folder = "council votes"\nsources = "council votes/sources.csv"'
    assert set(notebook["metadata"]) == {"kernelspec", "language_info"}
    assert all(set(cell["metadata"]) <= {"tags"} for cell in notebook["cells"])
    assert not any(output.get("name") == "stderr" for cell in code for output in cell["outputs"])


def test_csv_and_parquet_hold_the_same(runs, tmp_path):
    _, written = runs[0]
    for name in sorted(name.removesuffix(".csv") for name in written if name.endswith(".csv")):
        (tmp_path / "one.parquet").write_bytes(written[f"{name}.parquet"])
        parquet = pd.read_parquet(tmp_path / "one.parquet")
        rows = list(csv.reader(written[f"{name}.csv"].decode("utf-8-sig").splitlines(keepends=True)))
        assert rows[0] == list(parquet.columns)
        assert len(rows) == len(parquet) + 1
        assert not any(
            cell.startswith(("=", "+", "-", "@", "\t", "\r")) for row in rows[1:] for cell in row if not number(cell)
        )
    articles = pd.read_parquet(_as_file(tmp_path, written["tables/articles.parquet"]))
    assert FORMULA in articles["outlet"].dropna().tolist()


def number(cell):
    return re.fullmatch(r"-?[\d.]+(e-?\d+)?|-?inf", cell)


def _as_file(folder, content):
    (folder / "table.parquet").write_bytes(content)
    return folder / "table.parquet"


@given(st.lists(st.text(max_size=20)))
def test_a_formula_gets_an_apostrophe_and_nothing_else_changes(texts):
    safe = safe_frame(pd.DataFrame({"text": pd.Series(texts, dtype="string[python]")}))["text"].tolist()
    for text, cell in zip(texts, safe, strict=True):
        assert cell == (f"'{text}" if text[:1] in ("=", "+", "-", "@", "\t", "\r") and text else text)


def test_numbers_and_missing_values_stay():
    frame = pd.DataFrame({"rate": [-1.5, 2.0], "who": pd.Series(["-x", None], dtype="string[python]")})
    safe = safe_frame(frame)
    assert safe["rate"].tolist() == [-1.5, 2.0]
    assert safe["who"].isna().tolist() == [False, True]


class TestWhatCannotBeFollowed:
    @pytest.fixture
    def refused(self, tmp_path, capsys, monkeypatch):
        monkeypatch.chdir(tmp_path)

        def refuse(*arguments):
            before = sorted(tmp_path.rglob("*"))
            assert main(["report", *map(str, arguments)]) == 2
            said = capsys.readouterr().err
            assert said.count("\n") == 1, said
            assert "Traceback" not in said
            assert sorted(tmp_path.rglob("*")) == before
            return said

        return refuse

    def test_no_such_folder(self, refused):
        assert "no file or folder" in refused("nowhere")

    def test_an_empty_folder(self, refused, tmp_path):
        (tmp_path / "empty").mkdir()
        assert "no articles in" in refused("empty")

    def test_no_file_that_is_an_article(self, refused, tmp_path):
        (tmp_path / "photos").mkdir()
        (tmp_path / "photos" / "photo.txt").write_bytes(bytes(range(256)) * 20)
        assert "photo.txt: binary" in refused("photos")

    def test_no_such_sources(self, refused, tmp_path):
        make_folder(tmp_path / "votes", 1)
        assert "no file known.csv" in refused("votes", "--sources", "known.csv")

    def test_no_such_notebook(self, refused, tmp_path):
        make_folder(tmp_path / "votes", 1)
        assert "no notebook 17" in refused("votes", "--notebooks", "17")

    @pytest.mark.parametrize("out", ["votes/report", "votes", "."])
    def test_a_report_among_the_articles(self, refused, tmp_path, out):
        make_folder(tmp_path / "votes", 1)
        assert "somewhere else" in refused("votes", "--out", out)

    def test_a_place_where_something_else_would_be_lost(self, refused, tmp_path):
        make_folder(tmp_path / "votes", 1)
        (tmp_path / "thesis").mkdir()
        (tmp_path / "thesis" / "chapter.txt").write_text("Years of work.")
        assert "chapter.txt" in refused("votes", "--out", "thesis")
        assert (tmp_path / "thesis" / "chapter.txt").read_text() == "Years of work."


@pytest.mark.parametrize("earlier", [True, False])
def test_an_interrupted_run_leaves_all_as_it_was(tmp_path, monkeypatch, capsys, earlier):
    make_folder(tmp_path / "votes", 1)
    if earlier:
        (tmp_path / "votes-report").mkdir()
        (tmp_path / "votes-report" / "report.html").write_text("of last week")

    def interrupt(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(make, "run_notebook", interrupt)
    before = files(tmp_path)
    assert main(["report", str(tmp_path / "votes")]) == 130
    assert "nothing was written" in capsys.readouterr().err
    assert files(tmp_path) == before
    assert (tmp_path / "votes-report").exists() == earlier


def test_an_interruption_while_the_library_loads_is_no_traceback(tmp_path, monkeypatch, capsys):
    def interrupt(_):
        raise KeyboardInterrupt

    monkeypatch.setattr(command, "_report", interrupt)
    assert main(["report", str(tmp_path)]) == 130
    assert capsys.readouterr().err == "newslab: interrupted; nothing was written\n"


def test_a_failing_cell_is_told_in_a_sentence(tmp_path, monkeypatch, capsys):
    def fail(*_, **__):
        source = "wording = nl.wording(articles)\nnl.contrasts(wording)"
        raise papermill.PapermillExecutionError(2, 3, source, "KeyError", "'outlet'", [])

    monkeypatch.setattr(papermill, "execute_notebook", fail)
    make_folder(tmp_path / "votes", 1)
    assert main(["report", str(tmp_path / "votes"), "--notebooks", "3"]) == 1
    said = capsys.readouterr().err
    assert (
        said == "newslab: nothing was written, since 03_framing failed at `nl.contrasts(wording)`: KeyError: 'outlet'\n"
    )
    assert [path.name for path in tmp_path.iterdir()] == ["votes"]


def test_a_notebook_that_fails_does_not_take_the_others_with_it(tmp_path, monkeypatch, capsys):
    def fail_in_framing(path, *_):
        if path.stem == "03_framing":
            raise make.CellFailed("03_framing failed at `1 / 0`: ZeroDivisionError")
        return nbformat.read(path, as_version=4)

    monkeypatch.setattr(make, "run_notebook", fail_in_framing)
    (tmp_path / "votes").mkdir()
    (tmp_path / "votes" / "a.txt").write_text("Ada Lowe met Bo Shaw.")
    assert main(["report", str(tmp_path / "votes"), "--notebooks", "3", "4"]) == 1
    assert "a chapter is missing, since 03_framing failed" in capsys.readouterr().err
    page = (tmp_path / "votes-report" / "report.html").read_text(encoding="utf-8")
    assert "This chapter is missing, since 03_framing failed at `1 / 0`: ZeroDivisionError" in page
    assert "Who is quoted" in page
    assert not (tmp_path / "votes-report" / "tables" / "wording.csv").exists()


@pytest.mark.parametrize(
    "text", ["Ada Lowe met Bo Shaw.", "«Это важный шаг», — сказал министр в понедельник. Переговоры идут.", "的 一 是"]
)
def test_a_folder_with_hardly_a_word_of_english_gets_its_report(tmp_path, text):
    for name in ("a", "b"):
        (tmp_path / f"{name}.txt").write_text(f"{text} {name}", encoding="utf-8")
    for path in choose_notebooks():
        names = {"given": (str(tmp_path), None)}
        for cell in nbformat.read(path, as_version=4).cells:
            if cell.cell_type == "code":
                exec("folder, sources = given" if "parameters" in cell.metadata.get("tags", []) else cell.source, names)
        assert len(names["articles"]) == 2


def test_the_command_line_ends_with_the_status():
    with start("nowhere") as process:
        said, problem = process.communicate()
    assert process.returncode == 2
    assert said == ""
    assert problem.startswith("newslab: no file or folder")


def test_the_help_names_what_there_is(capsys):
    for arguments in (["--help"], ["report", "--help"]):
        with pytest.raises(SystemExit) as end:
            main(arguments)
        assert end.value.code == 0
        said = capsys.readouterr().out
        assert "FOLDER" in said
        assert max(map(len, said.splitlines())) <= 100
    assert all(option in said for option in ("--sources FILE", "--out DIR", "--notebooks", "report.html"))


def test_without_a_command_the_help_is_shown_and_the_version_is_known(capsys):
    assert main([]) == 0
    assert "report" in capsys.readouterr().out
    with pytest.raises(SystemExit) as end:
        main(["--version"])
    assert end.value.code == 0
    assert capsys.readouterr().out == f"newslab {nl.__version__}\n"


def test_the_notebook_that_needs_a_click_says_so():
    for name in ("05", "5", "05_explore"):
        with pytest.raises(KeyError, match="05_explore answers a reader who clicks"):
            choose_notebooks([name])
