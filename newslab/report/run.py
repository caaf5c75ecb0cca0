"""Run a notebook on other articles, and keep only output that is the same in every run."""

import re
from pathlib import Path

import nbformat
import papermill

_WIDGET = "application/vnd.jupyter.widget-view+json"
# The place in the kernel's memory changes with every run; the sentence is for people.
_WARNING = re.compile(r"^\S*ipykernel_\d+[/\\]\d+\.py:\d+: \w*Warning: (.*)\n(?:[ \t]+\S.*\n?)?", re.MULTILINE)
_KEPT = {"kernelspec": ("display_name", "language", "name"), "language_info": ("name",)}
# The explorer answers a reader who clicks; on paper it has nothing to add.
_NOT_REPORTED = {"05_explore"}


class CellFailed(Exception):
    """A cell of a notebook failed; the message says which, and how."""


def choose_notebooks(names=()):
    """The notebooks to run, in order: by default all that compare articles.

    Raises KeyError with a sentence for a name that does not exist.

    >>> [path.stem for path in choose_notebooks(["04"])]
    ['04_quotes']
    """
    # Inside the package where it was installed from a wheel, beside it in a clone of the project.
    package = Path(__file__).parents[1]
    places = [package / "notebooks", package.parent / "notebooks"]
    found = next((paths for place in places if (paths := sorted(place.glob("[0-9][0-9]_*.ipynb")))), [])
    clicked = {path.stem for path in found} & _NOT_REPORTED
    found = {path.stem: path for path in found if path.stem not in _NOT_REPORTED}
    chosen = set()
    for name in names:
        if asked := _called(name, clicked):
            raise KeyError(f"{min(asked)} answers a reader who clicks and is not run; open it in JupyterLab")
        matches = _called(name, found)
        if not matches:
            raise KeyError(f"no notebook {name}; there are {', '.join(found) or 'none'}")
        chosen |= matches
    return [path for stem, path in found.items() if not chosen or stem in chosen]


def _called(name, stems):
    """The notebooks of this name, whole or only the number."""
    return {stem for stem in stems if stem == name or stem.split("_")[0] == name.zfill(2)}


def run_notebook(path, parameters, cwd):
    """The notebook after a run of all its cells in `cwd` with other parameters.

    Raises `CellFailed` if a cell fails.
    """
    notebook = nbformat.read(path, as_version=4)
    ids = [cell.id for cell in notebook.cells]
    # The kernel's own log is for those who write kernels.
    options = {"progress_bar": {"desc": path.stem, "unit": "cell"}, "extra_arguments": ["--log-level=CRITICAL"]}
    try:
        return _tidy(papermill.execute_notebook(notebook, None, parameters, cwd=cwd, **options), ids)
    except papermill.PapermillExecutionError as error:
        line = error.source.strip().rpartition("\n")[2]
        raise CellFailed(f"{path.stem} failed at `{line}`: {error.ename}: {error.evalue}") from error


def write_notebook(notebook, path):
    """Write a notebook to a file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    nbformat.write(notebook, path)


def _tidy(notebook, ids):
    """Drop times, machine names and widget views, and put the parameters into the cell where people look."""
    given = next(cell for cell in notebook.cells if "injected-parameters" in cell.metadata.get("tags", []))
    notebook.cells.remove(given)
    count = 0
    for cell, cell_id in zip(notebook.cells, ids, strict=True):
        cell.id = cell_id
        tags = cell.metadata.get("tags", [])
        cell.metadata = nbformat.from_dict({"tags": tags} if tags else {})
        if cell.cell_type == "code":
            count += 1
            cell.execution_count = count
            if "parameters" in tags:
                cell.source = given.source.removeprefix("# Parameters\n").strip()
            cell.outputs = [_plain(output, count) for output in cell.outputs if _is_lasting(output)]
    notebook.metadata = nbformat.from_dict(
        {
            part: {key: notebook.metadata[part][key] for key in keys if key in notebook.metadata[part]}
            for part, keys in _KEPT.items()
            if part in notebook.metadata
        }
    )
    return notebook


def _is_lasting(output):
    """Whether an output stays: warnings do, progress bars do not (widgets, or text on the error stream)."""
    if output.get("name") == "stderr":
        return bool(_WARNING.search(output.text))
    return _WIDGET not in output.get("data", {})


def _plain(output, count):
    """The output as in every run: warnings without their place, results with the number of their cell."""
    if output.get("name") == "stderr":
        said = dict.fromkeys(_WARNING.findall(output.text))
        return nbformat.v4.new_output("stream", name="stdout", text="".join(f"{sentence}\n" for sentence in said))
    if output.output_type == "execute_result":
        output.execution_count = count
    return output
