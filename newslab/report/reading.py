"""The cells of a notebook for readers: without those for its users, and without sections that show nothing."""

from nbformat.v4 import new_markdown_cell

from newslab.display.passages import NOTHING
from newslab.prose.words import listed

# Cells with this tag are for users of the notebook: which line to change, what to run.
_NOTEBOOK_ONLY = "notebook-only"


def for_readers(cells, said):
    """The cells without those for users of the notebook, without repeated messages, and without what is empty.

    said : messages that stand at the top of the page. An empty table or picture is dropped with the text that
    introduces it, and a section in which nothing else is shown as a whole; the first section names those.
    """
    cells = [_without(cell, said) for cell in cells if _NOTEBOOK_ONLY not in cell.metadata.get("tags", [])]
    first, *others = _sections(cells)
    kept = [section for section in others if not _shows_nothing(section)]
    titles = [_title(section) for section in others if section not in kept and not is_claim(section[0])]
    if titles:
        source = f"Left out, since there is nothing to show: {listed(titles)}."
        first = [*first, new_markdown_cell(source, id=f"{cells[0].id}-left-out")]
    return [cell for section in (first, *kept) for cell in _filled(section)]


def is_claim(cell):
    """Whether a cell opens a section with a heading that was made from the tables."""
    return cell.cell_type == "code" and any(text.startswith("#") for text in _shown(cell))


def _sections(cells):
    """The cells in sections, each opened by a written heading or a claim."""
    sections = [[]]
    for cell in cells:
        if sections[-1] and (is_claim(cell) or (cell.cell_type == "markdown" and cell.source.startswith("#"))):
            sections.append([])
        sections[-1].append(cell)
    return sections


def _title(section):
    return f"“{section[0].source.splitlines()[0].lstrip('# ')}”"


def _shows_nothing(section):
    """Whether a section with a claim or with tables holds nothing below its heading; words alone are something."""
    below = [cell for cell in section[1:] if cell.get("outputs")]
    return (is_claim(section[0]) or bool(below)) and all(_is_empty(cell) for cell in below)


def _filled(section):
    """The cells without empty tables, and without the text above each of these."""
    kept = []
    for place, cell in enumerate(section):
        if not _is_empty(cell):
            kept.append(cell)
        elif place > 1 and kept[-1] is section[place - 1] and kept[-1].cell_type == "markdown":
            kept.pop()
    return kept


def _is_empty(cell):
    shown = _shown(cell)
    return bool(shown) and all(text.startswith(NOTHING.rstrip(".")) for text in shown)


def _shown(cell):
    return [output.get("data", {}).get("text/plain", "") for output in cell.get("outputs", ())]


def _without(cell, said):
    """The cell without outputs that only repeat messages."""
    if cell.cell_type != "code":
        return cell
    cell = cell.copy()
    cell.outputs = [
        output for output in cell.outputs if output.get("name") != "stdout" or not set(output.text.splitlines()) <= said
    ]
    return cell
