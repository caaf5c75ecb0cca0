"""Display: a picture with its figures in words, a table, a page, and a row of a table with its passage."""

from newslab.display.pages import show_pages
from newslab.display.passages import show_passages
from newslab.display.picture import show
from newslab.display.rows import show_table
from newslab.display.versions import show_versions

__all__ = ["show", "show_pages", "show_passages", "show_table", "show_versions"]
