"""The README is true: its code runs, and its commands are the ones that are tested."""

import re
from pathlib import Path

import pytest

from newslab.tables import COLUMNS

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_code_runs_and_makes_the_picture(tmp_path, monkeypatch):
    code = re.search(r"```python\n(.*?)```", README, re.S).group(1)
    assert len([line for line in code.splitlines() if line.strip()]) <= 10
    (tmp_path / "docs").mkdir()
    (tmp_path / "seeds").symlink_to(ROOT / "seeds")
    monkeypatch.chdir(tmp_path)
    exec(code, {})
    assert (tmp_path / "docs/coverage.png").stat().st_size > 10_000


def test_the_code_for_an_archive_runs(tmp_path, monkeypatch):
    pytest.importorskip("duckdb")
    code = re.findall(r"```python\n(.*?)```", README, re.S)[1]
    (tmp_path / "seeds").symlink_to(ROOT / "seeds")
    monkeypatch.chdir(tmp_path)
    # One process does what two do, and starts at once.
    names = {"__name__": "__main__"}
    exec(code.replace("workers=2", "workers=1"), names)
    assert len(names["events"]) == 5
    assert names["copies"].columns.tolist() == list(COLUMNS["near_copies"])


def test_the_commands_are_the_ones_that_ci_runs():
    install, run = 'python -m pip install -e ".[dev]"', "pytest --nbval"
    assert f"{install} && {run}" in README
    ci = (ROOT / ".ci/run").read_text(encoding="utf-8")
    assert run in ci
    assert 'python -m pip install --quiet -e ".[dev]"' in ci


def test_every_function_named_is_there():
    import newslab as nl

    for name in re.findall(r"`(\w+)\(", README):
        assert name in nl.__all__, name
