"""All notebooks as one page, which needs no network and no script."""

import re
from html import escape
from importlib.resources import files

from nbconvert import HTMLExporter

from newslab import __name__ as MAKER
from newslab.prose.words import number

_HEADING = re.compile(r"<h([1-5])( [^>]*)?>(.*?)</h\1>", re.DOTALL)
_TAG = re.compile(r"<[^>]+>")
# Cells with this tag speak to whoever has the notebook open: which line to change, what to run.
_NOTEBOOK_ONLY = "notebook-only"
_SAYS = {
    "articles": "an article or a file that holds none; its text, and what is known of it",
    "spans": "a stretch of a file: kept, or why not",
    "audit": "something an editor would query",
    "pairs": "two articles, compared by topic, event and copied text",
    "events": "an article, with the event it tells of",
    "passages": "a passage that two articles share",
    "near_copies": "two articles of which one holds the other",
    "wording": "a mention of something that several articles speak of",
    "coverage": "a fact and an outlet: told, silent, or could not know",
    "contrasts": "two wordings of one thing",
    "terms": "a word that marks an outlet",
    "quotes": "a quotation, with its speaker",
    "speakers": "a speaker and an outlet, with the number of quotations",
    "matches": "a quotation that several articles carry",
    "edits": "a change between two versions of a quotation",
    "carriage": "an utterance and an article: printed whole, in part, or not",
}


def write_page(path, title, day, readable, left_out, warned, notebooks, tables):
    """Write the report: a contents list, what was read and left out, the notebooks without their code, the tables.

    notebooks : executed notebooks by name. tables : number of rows by name of table.
    """
    contents, sections = [], []
    for name, notebook in notebooks.items():
        entry, body = _section(name, notebook)
        contents.append(entry)
        sections.append(f"<section>{body}</section>")
    contents.append('<li><a href="#tables">The tables</a></li>')
    style = files(MAKER).joinpath("data/report.css").read_text(encoding="utf-8")
    head = f"The articles in {escape(title)}, compared"
    page = f"""<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="{MAKER}">
<title>{head}</title>
<style>
{style}</style>
</head>
<body>
<header>
<h1>{head}</h1>
<p class="date">Made on {day.day} {day:%B %Y}.</p>
{_read(readable, left_out, warned)}
</header>
<nav aria-label="Contents">
<h2>Contents</h2>
<ol>
{"".join(contents)}
</ol>
</nav>
<main>
{"".join(sections)}
{_tables(tables)}
</main>
</body>
</html>
"""
    path.write_text(page, encoding="utf-8")


def _section(name, notebook):
    """One notebook as an entry of the contents list and as HTML, its headings one level down."""
    notebook = notebook.copy()
    notebook.cells = [cell for cell in notebook.cells if _NOTEBOOK_ONLY not in cell.metadata.get("tags", [])]
    exporter = HTMLExporter(template_name="basic", exclude_anchor_links=True)
    exporter.exclude_input = exporter.exclude_input_prompt = exporter.exclude_output_prompt = True
    body, _ = exporter.from_notebook_node(notebook)
    found = []

    def lower(match):
        level, inside = int(match[1]), match[3]
        # Headings repeat from notebook to notebook; the places to jump to may not.
        anchor = f"{name}-{len(found)}"
        found.append((level, anchor, _TAG.sub("", inside).strip()))
        return f'<h{level + 1} id="{anchor}">{inside}</h{level + 1}>'

    body = _HEADING.sub(lower, body)
    links = [(level, f'<a href="#{anchor}">{text}</a>') for level, anchor, text in found]
    top = next((link for level, link in links if level == 1), name)
    below = "".join(f"<li>{link}</li>" for level, link in links if level == 2)
    return f"<li>{top}<ul>{below}</ul></li>", body


def _read(readable, left_out, warned):
    parts = [f"<p>{number(readable, 'article').capitalize()} read."]
    if left_out:
        rows = "".join(f"<li>{escape(file)}: {escape(why)}</li>" for file, why in left_out)
        files_left = number(len(left_out), "file or record", "files or records")
        parts.append(f" Left out: {files_left}.</p><details><summary>Which, and why</summary><ul>{rows}</ul></details>")
    else:
        parts.append(" Nothing was left out.</p>")
    if warned:
        parts.append(f"<ul>{''.join(f'<li>{escape(sentence)}</li>' for sentence in warned)}</ul>")
    parts.append(
        "<p>Every line with a triangle opens to its passage in the article. The notebooks, with the code behind every "
        "figure, are in the folder <code>notebooks</code> beside this page.</p>"
    )
    return "".join(parts)


def _tables(tables):
    rows = "".join(
        f'<tr><td><a href="tables/{name}.csv">{name}.csv</a></td>'
        f'<td><a href="tables/{name}.parquet">{name}.parquet</a></td>'
        f'<td class="number">{count:,}</td><td>{_SAYS.get(name, "")}</td></tr>'
        for name, count in tables.items()
    )
    return (
        '<section><h2 id="tables">The tables</h2><p>Every table behind the figures, in the folder <code>tables</code> '
        "beside this page. In the CSV files a text that a spreadsheet would take for a formula begins with an "
        "apostrophe.</p><table><thead><tr><th>For a spreadsheet</th><th>For programs</th><th>Rows</th>"
        f"<th>A row is</th></tr></thead><tbody>{rows}</tbody></table></section>"
    )
