"""Display: a picture with its figures in words, and a row of a table with its passage in the article."""

from newslab.display.pages import show_pages
from newslab.display.passages import show_passages
from newslab.display.picture import show

__all__ = ["show", "show_pages", "show_passages"]
