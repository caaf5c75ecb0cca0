"""What `pytest --nbval` leaves open: that the saved notebooks are whole, clean and readable."""

import json
import re
from pathlib import Path

import pytest

NOTEBOOKS = sorted((Path(__file__).parent.parent / "notebooks").glob("*.ipynb"))


def cells(path, kind):
    return [cell for cell in json.loads(path.read_text(encoding="utf-8"))["cells"] if cell["cell_type"] == kind]


def outputs(path):
    return [output for cell in cells(path, "code") for output in cell["outputs"]]


def test_the_four_notebooks_are_there():
    names = [path.stem for path in NOTEBOOKS]
    assert {"01_articles", "02_similarity", "03_framing", "04_quotes"} <= set(names)


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
class TestEachNotebook:
    def test_was_saved_from_one_clean_run(self, path):
        # nbval compares nothing in a cell without a count, so a cleared notebook would pass.
        code = cells(path, "code")
        assert [cell["execution_count"] for cell in code] == list(range(1, len(code) + 1))

    def test_prints_no_error_and_no_warning(self, path):
        for output in outputs(path):
            assert output["output_type"] != "error"
            assert output.get("name") != "stderr", output

    def test_opens_with_one_title(self, path):
        first = json.loads(path.read_text(encoding="utf-8"))["cells"][0]
        lines = [line for line in "".join(first["source"]).splitlines() if line.startswith("#")]
        assert first["cell_type"] == "markdown"
        assert len(lines) == 1
        assert lines[0].startswith("# ")

    def test_has_short_cells_without_functions(self, path):
        for cell in cells(path, "code"):
            source = "".join(cell["source"])
            assert len(source.splitlines()) <= 10, source
            assert not re.search(r"^\s*(def|class) ", source, re.M), source

    def test_describes_every_picture_in_words(self, path):
        for output in outputs(path):
            data = output.get("data", {})
            if "image/png" in data:
                page = "".join(data["text/html"])
                alternative = re.search(r'<img [^>]*alt="([^"]+)"', page)
                assert alternative, page[:200]
                assert len(alternative.group(1)) > 40

    def test_heads_its_findings_with_claims(self, path):
        # Made from the tables, so that they are true of other articles too.
        claims = [
            output
            for output in outputs(path)
            if "".join(output.get("data", {}).get("text/plain", "")).startswith("## ")
        ]
        assert claims or path.stem == "05_explore"

    def test_compares_every_cell(self, path):
        for cell in cells(path, "code"):
            assert "NBVAL_" not in "".join(cell["source"])
            assert not any(tag.startswith("nbval") for tag in cell["metadata"].get("tags", []))

    def test_stays_small_and_names_no_machine(self, path):
        text = path.read_text(encoding="utf-8")
        assert len(text) < 300_000
        assert not re.search(r"/home/|/Users/|/tmp/|C:\\\\", text)
