"""Other people's folders: every notebook runs on them, and says in plain sentences what cannot be concluded."""

import ast
import contextlib
import io
import json
import warnings
from pathlib import Path

import pytest
from generators import make_folder

from newslab.display import picture

NOTEBOOKS = sorted((Path(__file__).parent.parent / "notebooks").glob("*.ipynb"))
GERMAN = """Der Rat der Stadt hat am Montag nach sechs Stunden Debatte dem Bau zugestimmt.

„Wir haben elf Jahre auf diesen Tag gewartet“, sagte die Bürgermeisterin. Die Gegner des Vorhabens kündigten an, vor Gericht zu ziehen.

Die Arbeiten sollen im Frühjahr beginnen und vier Jahre dauern. Über die Kosten wurde nichts bekannt.
"""


@pytest.fixture(autouse=True)
def _pictures_without_pixels(monkeypatch):
    """Pictures are laid out and told in words; drawing them takes most of the time and is tested elsewhere."""

    def laid_out(figure):
        figure.get_layout_engine().execute(figure)
        return b""

    monkeypatch.setattr(picture, "_png", laid_out)


def run(path, folder):
    """What the cells of a notebook show for a folder, as one text; run here, which is quicker than in a kernel."""
    shown, names = [], {}
    sources = folder / "sources.csv"
    given = f"folder, sources = {str(folder)!r}, {str(sources) if sources.exists() else None!r}"
    for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]:
        if cell["cell_type"] == "code":
            parameters = "parameters" in cell["metadata"].get("tags", [])
            shown.append(_run_cell(given if parameters else "".join(cell["source"]), names))
    return "\n".join(shown)


def _run_cell(source, names):
    body = ast.parse(source).body
    last = body.pop() if body and isinstance(body[-1], ast.Expr) else None
    said = io.StringIO()
    with contextlib.redirect_stdout(said):
        exec(compile(ast.Module(body, []), "cell", "exec"), names)
        value = eval(compile(ast.Expression(last.value), "cell", "eval"), names) if last else None
        if value is not None:
            print(repr(value))
            for way in ("_repr_html_", "_repr_markdown_", "_repr_mimebundle_"):
                if hasattr(value, way):
                    getattr(value, way)()
    return said.getvalue()


def run_all(folder):
    with warnings.catch_warnings():
        # A folder of odd files may be spoken of, but nothing may go wrong in the arithmetic or be out of date.
        warnings.simplefilter("error")
        warnings.simplefilter("ignore", ResourceWarning)
        return {path.stem: run(path, folder) for path in NOTEBOOKS}


def test_of_one_article_it_is_said_that_there_is_nothing_to_compare(tmp_path):
    shown = run_all(make_folder(tmp_path / "one", 1))
    assert "One article" in shown["01_articles"]
    assert "There are no two articles to compare." in shown["02_similarity"]
    assert "No two articles share a passage." in shown["02_similarity"]
    assert "No fact or name is reported by two outlets." in shown["03_framing"]
    assert "No utterance is carried by two articles." in shown["04_quotes"]
    # Evidence that is not there is said in one way, and its section is headed by what was found.
    for heading in ("There are no two articles to compare", "No two articles share a passage"):
        assert f"\n## {heading}\n" in shown["02_similarity"]
    for text in (shown["02_similarity"], shown["03_framing"], shown["04_quotes"]):
        assert "\nNothing to show" in text


def test_two_articles_are_compared(tmp_path):
    shown = run_all(make_folder(tmp_path / "two", 2))
    assert "Two articles: The Harbour Post and Northern Courier." in shown["01_articles"]
    assert "All articles report one event" in shown["02_similarity"]
    assert "carried by two or more articles" in shown["04_quotes"]


def test_thirty_articles_of_several_events_in_mixed_formats(tmp_path):
    folder = make_folder(tmp_path / "thirty", 30, events=3, formats=("txt", "html", "csv", "jsonl"))
    shown = run_all(folder)
    assert "30 articles" in shown["01_articles"]
    assert "The articles report " in shown["02_similarity"]
    # All six outlets stand in every picture of who tells what.
    for outlet in ("The Harbour Post", "The Observer of Brill"):
        assert outlet in shown["03_framing"]
        assert outlet in shown["04_quotes"]


def test_articles_of_one_outlet(tmp_path):
    shown = run_all(make_folder(tmp_path / "alone", 3, outlets=["Daily Lantern"]))
    assert "Three articles: Daily Lantern (3)." in shown["01_articles"]
    assert "fewer than two groups" in shown["03_framing"]


def test_articles_of_which_nobody_knows_the_outlet(tmp_path):
    folder = make_folder(tmp_path / "found", 2)
    (folder / "sources.csv").unlink()
    shown = run_all(folder)
    assert "Two articles of no known outlet." in shown["01_articles"]
    # Every row of every table says of which article it speaks.
    for name in ("01_articles", "02_similarity"):
        assert "\na000 " in shown[name]
    # They are told apart by their ids, also where the words of outlets are compared.
    assert all("a000" in shown[name] and "a001" in shown[name] for name in ("02_similarity", "03_framing", "04_quotes"))
    assert not any("<NA>" in text for text in shown.values())


def test_articles_without_quotes(tmp_path):
    shown = run_all(make_folder(tmp_path / "silent", 3, quotes=False))
    assert "No article quotes anybody." in shown["04_quotes"]
    assert "No utterance is carried by two articles." in shown["04_quotes"]


def test_a_foreign_article_among_english_ones(tmp_path):
    folder = make_folder(tmp_path / "abroad", 3)
    (folder / "fremd.txt").write_text(GERMAN, encoding="utf-8")
    shown = run_all(folder)
    assert "Four articles" in shown["01_articles"]
    assert "not English" in shown["01_articles"]


@pytest.mark.parametrize("content", [b"", bytes(range(256)) * 20, b"\n\n \n"])
def test_an_unreadable_file_does_not_stop_the_others(tmp_path, content):
    folder = make_folder(tmp_path / "odd", 2)
    (folder / "odd.txt").write_bytes(content)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)
        shown = run(NOTEBOOKS[0], folder)
    assert "Two articles" in shown
    assert "One file could not be read as an article." in shown
