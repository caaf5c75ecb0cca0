"""The report: the notebooks run on a folder of articles, as one page to read and tables to work with."""

from newslab.report.make import NoReport, make_report
from newslab.report.run import CellFailed

__all__ = ["CellFailed", "NoReport", "make_report"]
