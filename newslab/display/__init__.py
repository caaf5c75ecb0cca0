"""Display in notebooks: pictures with alternative text, tables, pages, and rows of a table with their passages."""

from newslab.display.pages import show_pages
from newslab.display.passages import show_passages
from newslab.display.picture import show
from newslab.display.rows import show_table
from newslab.display.versions import show_versions

__all__ = ["show", "show_pages", "show_passages", "show_table", "show_versions"]
