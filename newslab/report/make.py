"""From a folder of articles to a folder with the report; an interrupted run leaves none."""

import os
import shutil
import warnings
from contextlib import contextmanager, redirect_stdout
from dataclasses import dataclass
from datetime import date
from io import StringIO
from pathlib import Path

import newslab as nl
from newslab.report.export import report_tables, write_tables
from newslab.report.page import write_page
from newslab.report.run import CellFailed, choose_notebooks, run_notebook, write_notebook

_PARTS = {"report.html", "notebooks", "tables"}


class NoReport(Exception):
    """There is nothing to report on, or no place to write to; the message is a sentence."""


@dataclass(frozen=True)
class Report:
    """Where the report is and what is not in it.

    articles : number of articles read. left_out : files that are no article, as pairs of file and reason.
    warnings : messages about the files. failed : notebooks that could not be run, with the reason.
    """

    place: Path
    articles: int
    left_out: list
    warnings: list
    failed: dict


def make_report(folder, *, sources=None, out=None, notebooks=()):
    """Run the notebooks on a folder of articles and write a page to read, the notebooks and the tables.

    folder : a folder with articles, or one file that holds many.
    sources : a CSV of what is known about the articles; default: `sources.csv` inside the folder, if present.
    out : the folder to write; default: beside the articles, under their name with -report added. An earlier report
        there is replaced.
    notebooks : names or numbers of notebooks, such as "04"; default: the four that compare articles.

    Returns a `Report`. A notebook that fails is left out, and the page says so. Raises `NoReport` if there is nothing
    to report on or no place to write to, and `CellFailed` if every notebook fails.
    """
    folder = Path(os.path.abspath(folder))
    sources = _sources(folder, sources)
    out = _place(folder, Path(os.path.abspath(out)) if out else folder.with_name(f"{folder.stem}-report"))
    try:
        chosen = choose_notebooks(notebooks)
    except KeyError as unknown:
        raise NoReport(unknown.args[0]) from None
    articles, warned = _load(folder, sources)
    left_out = _left_out(articles)
    readable = int(articles["status"].eq("ok").sum())
    if not readable:
        raise NoReport(f"no article in {folder.name}; {'; '.join(f'{file}: {why}' for file, why in left_out[:5])}")
    report = Report(out, readable, left_out, warned, {})
    # The kernel starts beside the folder, so that the notebooks name it without its path on this machine.
    parameters = {"folder": folder.name, "sources": sources and os.path.relpath(sources, folder.parent)}
    with _unfinished(out) as place:
        ran = _run(chosen, parameters, folder.parent, report.failed)
        for name, notebook in ran.items():
            write_notebook(notebook, place / "notebooks" / f"{name}.ipynb")
        written = write_tables(report_tables(articles, list(ran)), place / "tables")
        write_page(place / "report.html", folder.name, date.today(), report, ran, written)
    return report


def _run(paths, parameters, cwd, failed):
    """The executed notebooks by name; those that fail go into `failed`."""
    ran = {}
    for path in paths:
        try:
            ran[path.stem] = run_notebook(path, parameters, cwd)
        except CellFailed as problem:
            failed[path.stem] = str(problem)
    if failed and not ran:
        raise CellFailed("; ".join(failed.values()))
    return ran


def _sources(folder, sources):
    if sources is None:
        beside = folder / "sources.csv"
        return beside if beside.is_file() else None
    if not Path(sources).is_file():
        raise NoReport(f"no file {sources}; expected a CSV with the columns article_id, outlet, published, …")
    return Path(os.path.abspath(sources))


def _place(folder, out):
    """The folder to write to; raises `NoReport` if writing there would destroy other files."""
    if out.exists() and not out.is_dir():
        raise NoReport(f"{out} is a file; expected a folder to write the report to")
    one, other = folder.resolve(), out.resolve()
    if one == other or one in other.parents or other in one.parents:
        raise NoReport(f"{out} and the articles in {folder} hold one another; write the report somewhere else")
    others = sorted(path.name for path in out.iterdir() if path.name not in _PARTS) if out.is_dir() else []
    if others:
        raise NoReport(f"{out} holds files that are not of a report, such as {others[0]}; choose another folder")
    return out


def _load(folder, sources):
    """The articles, and the messages printed or warned while they were read."""
    printed = StringIO()
    with warnings.catch_warnings(record=True) as caught, redirect_stdout(printed):
        warnings.simplefilter("always", UserWarning)
        try:
            loaded = nl.load_articles(folder, sources=sources)
        except (ValueError, OSError) as problem:
            raise NoReport(str(problem)) from None
        articles = nl.clean_articles(loaded)
    said = [str(warning.message) for warning in caught if issubclass(warning.category, UserWarning)]
    return articles, list(dict.fromkeys(printed.getvalue().splitlines() + said))


def _left_out(articles):
    rows = articles[articles["status"] != "ok"]
    reasons = rows["status"] + rows["note"].map(", {}".format, na_action="ignore").fillna("")
    return list(zip(rows["file"].fillna(rows["article_id"]).tolist(), reasons.tolist(), strict=True))


@contextmanager
def _unfinished(out):
    """A folder to write into that gets its name at the end, so that an interrupted run leaves no half report."""
    place = out.with_name(f".{out.name}.unfinished")
    former = out.with_name(f".{out.name}.former")
    _remove(place)
    try:
        place.mkdir(parents=True)
        yield place
        _remove(former)
        if out.exists():
            out.rename(former)
        place.rename(out)
    finally:
        _remove(place)
        if former.exists() and not out.exists():
            former.rename(out)
        _remove(former)


def _remove(folder):
    if folder.exists():
        shutil.rmtree(folder)
