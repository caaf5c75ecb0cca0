"""The report: the notebooks run on a folder of articles, as one page to read and tables to work with."""

from newslab.report.make import NoReport, make_report

__all__ = ["NoReport", "make_report"]
