"""What holds for the project as a whole: its two lists of packages, its quick import, its public names."""

import inspect
import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import yaml

import newslab as nl

ROOT = Path(__file__).parent.parent
CONDA_NAMES = {"matplotlib": "matplotlib-base", "duckdb": "python-duckdb"}
OWN = "newslab[scale]"  # an extra may ask for another one
# A room imports only from those on a line above its own.
ROOMS = """data numeric phrasing tables
tallies text
corpus
cleaning
quotes similarity reuse framing
checks scale
prose plot display
explorer report
__main__""".split("\n")


def _bounds(requirements):
    split = (re.fullmatch(r"([\w.-]+)(?:\[[\w,]+\])?(.*)", requirement).groups() for requirement in requirements)
    return {CONDA_NAMES.get(name.lower(), name.lower()): bound.replace(" ", "") for name, bound in split}


def test_conda_and_pip_install_the_same_packages():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    environment = yaml.safe_load((ROOT / "environment.yml").read_text())
    listed = environment["dependencies"]
    conda = _bounds(entry for entry in listed if isinstance(entry, str))
    extras = project["optional-dependencies"]
    assert OWN in extras["dev"]
    pip = _bounds(project["dependencies"] + extras["scale"] + [name for name in extras["dev"] if name != OWN])
    assert conda.pop("python") == project["requires-python"]
    assert conda.pop("pip") == ""
    assert conda == pip
    assert environment["channels"] == ["conda-forge"]
    assert listed[-1] == {"pip": ["--no-deps --editable ."]}


def test_every_package_has_a_lower_bound_only():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    extras = [name for names in project["optional-dependencies"].values() for name in names if name != OWN]
    for name, bound in _bounds(project["dependencies"] + extras).items():
        assert re.fullmatch(r">=[\d.]+", bound), name


def test_import_is_quick_and_loads_no_heavy_library():
    code = "import sys, newslab; print([m for m in ('sklearn', 'matplotlib', 'scipy', 'pandas') if m in sys.modules])"
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=environment, check=True)
    assert done.stdout.strip() == "[]"


def test_only_a_picture_loads_matplotlib_and_only_a_pipeline_scikit_learn():
    code = """import sys, newslab as nl
articles = nl.clean_articles(nl.load_articles("seeds"))
compared = nl.audit(articles), nl.pairwise_similarity(articles), nl.extract_quotes(articles), nl.wording(articles)
print([m for m in ("matplotlib", "sklearn", "scipy.stats") if m in sys.modules])"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize("name", nl.__all__)
def test_a_public_name_explains_itself(name):
    explained = inspect.getdoc(getattr(nl, name)) or ""
    first = explained.split("\n\n")[0]
    assert re.match(r"[A-Z][^\n]*(\n[^\n]+)*[.?]$", first), f"the docstring of {name} does not open with a sentence"
    assert ">>> " in explained, f"the docstring of {name} has no example"


def test_no_public_name_is_the_name_of_a_room():
    rooms = {path.stem for path in (ROOT / "newslab").iterdir()}
    assert not rooms & set(nl.__all__)


def test_imports_run_one_way():
    floor = {room: number for number, rooms in enumerate(ROOMS) for room in rooms.split()}
    package = ROOT / "newslab"
    wrong = []
    for path in sorted(package.rglob("*.py")):
        room = path.relative_to(package).parts[0].removesuffix(".py")
        # The package itself only names its rooms, and loads them when they are asked for.
        for other in re.findall(r"^\s*(?:from|import) newslab\.(\w+)", path.read_text(), re.MULTILINE):
            if room != "__init__" and other != room and floor[other] >= floor[room]:
                wrong.append(f"{path.relative_to(package)} imports {other}")
    assert wrong == []
