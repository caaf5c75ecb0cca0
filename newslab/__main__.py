"""The command line: `newslab report FOLDER`, or `python -m newslab report FOLDER`."""

import argparse
import sys
from pathlib import Path

import newslab

_ABOUT = """Compare how news outlets tell the same event.

  newslab report FOLDER     write a report on the articles in FOLDER
"""
_REPORT = """Run the notebooks on the articles in FOLDER and write, beside it or to DIR:

  report.html     everything on one page, with a contents list; needs no network
  notebooks/      the notebooks as they ran, with the code behind every figure
  tables/         every table as CSV and as Parquet

The files of FOLDER stay as they are. Text, HTML, CSV, JSON lines and Parquet work, also mixed;
WARC does with the extra newslab[warc].
"""


def main(arguments=None):
    """Run the command; returns the exit status: 0, 1 if a notebook fails, 2 if the arguments are wrong."""
    parser = _parser()
    options = parser.parse_args(arguments)
    if options.command is None:
        parser.print_help()
        return 0
    if not Path(options.folder).exists():
        print(f"newslab: no file or folder {options.folder}; expected a folder with articles", file=sys.stderr)
        return 2
    try:
        return _report(options)
    except KeyboardInterrupt:
        print("newslab: interrupted; nothing was written", file=sys.stderr)
        return 130


def _report(options):
    """Make the report and say where it is, or why there is none."""
    # Only now, so that help and a wrong path are answered at once: papermill and nbconvert take seconds to load.
    from newslab.report import CellFailed, NoReport, make_report

    try:
        report = make_report(options.folder, sources=options.sources, out=options.out, notebooks=options.notebooks)
    except (NoReport, OSError) as problem:
        print(f"newslab: {problem}", file=sys.stderr)
        return 2
    except CellFailed as problem:
        print(f"newslab: nothing was written, since {problem}", file=sys.stderr)
        return 1
    articles = "1 article" if report.articles == 1 else f"{report.articles:,} articles"
    print(f"The report on {articles}: {report.place / 'report.html'}")
    print(f"Notebooks and tables: {report.place}")
    for file, why in report.left_out:
        print(f"Left out: {file}: {why}")
    for sentence in report.warnings:
        print(f"Note: {sentence}")
    for problem in report.failed.values():
        print(f"newslab: a chapter is missing, since {problem}", file=sys.stderr)
    return 1 if report.failed else 0


def _parser():
    form = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser("newslab", description=_ABOUT, formatter_class=form)
    parser.add_argument("--version", action="version", version=f"newslab {newslab.__version__}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", dest="command")
    report = commands.add_parser("report", help="write a report on a folder", description=_REPORT, formatter_class=form)
    report.add_argument("folder", metavar="FOLDER", help="a folder with articles, or one file that holds many")
    report.add_argument(
        "--sources",
        metavar="FILE",
        help="a CSV of what you know about the articles: article_id or file, and outlet, published, agency, note, …; "
        "default: sources.csv inside FOLDER, if present",
    )
    report.add_argument(
        "--out", metavar="DIR", help="where to write; default: FOLDER-report; an earlier report there is replaced"
    )
    report.add_argument(
        "--notebooks",
        metavar="NAME",
        nargs="+",
        default=(),
        help="only these notebooks, such as 04 or 04_quotes; default: the first four (05 needs a reader who clicks)",
    )
    return parser


if __name__ == "__main__":
    sys.exit(main())
