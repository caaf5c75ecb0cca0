"""All notebooks as one page, which needs no network and no script."""

import re
from html import escape
from importlib.resources import files

from nbconvert import HTMLExporter

import newslab
from newslab.phrasing import full_date
from newslab.prose.words import number
from newslab.report.reading import for_readers, is_claim

_HEADING = re.compile(r"<h([1-5])( [^>]*)?>(.*?)</h\1>", re.DOTALL)
_TAG = re.compile(r"<[^>]+>")
_WRITTEN = re.compile(r"^#{1,5} ", re.MULTILINE)
_SAYS = {
    "articles": "an article, or a file that holds none; its text and what is known about it",
    "spans": "a stretch of a file: kept, or why not",
    "audit": "something to check before comparing",
    "pairs": "two articles: how alike in topic and event, and the share of five-word runs in common",
    "events": "an article, with the event it reports",
    "passages": "a passage that two articles share, with its place in both",
    "near_copies": "two articles that have text in common, with the share of each",
    "wording": "a mention of something that several articles mention",
    "coverage": "a fact, person, place or name and an article: reported or not",
    "contrasts": "two wordings of one thing",
    "devices": "a hedge, a reporting verb, a word that judges or another device, with its place",
    "terms": "a word and an outlet: how much more often it is used there, and whether beyond chance",
    "quotes": "a quotation, with its speaker",
    "speakers": "a speaker and an outlet, with the number of quotations",
    "matches": "one version of an utterance that several articles carry",
    "edits": "a change between two versions of a quotation",
    "carriage": "an utterance and an article: printed whole, in part, or not",
}


def write_page(path, title, made, report, notebooks, tables):
    """Write the report: what was read, what was found, as a contents list, the notebooks without code, the tables.

    made : the day it is made. report : the `Report`. notebooks : executed notebooks by name. tables : number of rows
    by name.
    """
    contents, sections = [], []
    for name in sorted([*notebooks, *report.failed]):
        entry, body = _missing(name, report) if name in report.failed else _section(name, notebooks[name], report)
        contents.append(entry)
        sections.append(f"<section>{body}</section>")
    contents.append('<li><a href="#tables">The tables</a></li>')
    style = files("newslab").joinpath("data/report.css").read_text(encoding="utf-8")
    head = f"The articles in {escape(title)}, compared"
    page = f"""<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="newslab">
<title>{head}</title>
<style>
{style}</style>
</head>
<body>
<header>
<h1>{head}</h1>
<p class="date">Made on {full_date(made)} with newslab {newslab.__version__}.</p>
{_read(report)}
</header>
<nav aria-label="Contents">
<h2>What was found</h2>
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


def _missing(name, report):
    """A notebook that failed, as an entry of the contents list and as HTML."""
    body = f'<h2 id="{name}">{name}</h2><p>This chapter is missing, since {escape(report.failed[name])}</p>'
    return f'<li><a href="#{name}">{name} (missing)</a></li>', body


def _section(name, notebook, report):
    """One notebook as an entry of the contents list and as HTML, its headings one level down."""
    notebook = notebook.copy()
    notebook.cells = for_readers(notebook.cells, set(report.warnings))
    exporter = HTMLExporter(template_name="basic", exclude_anchor_links=True)
    exporter.exclude_input = exporter.exclude_input_prompt = exporter.exclude_output_prompt = True
    body, _ = exporter.from_notebook_node(notebook)
    found = []

    def lower(match):
        level, inside = int(match[1]), match[3]
        # Headings repeat from notebook to notebook; the places to jump to may not.
        anchor = f"{name}-{len(found)}"
        found.append(f'<a href="#{anchor}">{_TAG.sub("", inside).strip()}</a>')
        return f'<h{level + 1} id="{anchor}">{inside}</h{level + 1}>'

    body = _HEADING.sub(lower, body)
    return _entry(name, found, _are_claims(notebook.cells)), body


def _are_claims(cells):
    """For each heading whether it was made from the tables, and so says what was found."""
    claims = []
    for cell in cells:
        written = len(_WRITTEN.findall(cell.source)) if cell.cell_type == "markdown" else 0
        claims += [True] if is_claim(cell) else [False] * written
    return claims


def _entry(name, links, claims):
    """A chapter in the contents list: its question, what was found, and in one line the other sections."""
    title = links[0] if links else name
    findings = [link for link, claim in zip(links, claims, strict=True) if claim]
    others = [link for link, claim in zip(links[1:], claims[1:], strict=True) if not claim]
    below = f"<ul>{''.join(f'<li>{link}</li>' for link in findings)}</ul>" if findings else ""
    below += f'<p class="also">{" · ".join(others)}</p>' if others else ""
    return f"<li>{title}{below}</li>"


def _read(report):
    parts = [f"<p>{number(report.articles, 'article').capitalize()} read."]
    if report.left_out:
        rows = "".join(f"<li>{escape(file)}: {escape(why)}</li>" for file, why in report.left_out)
        files_left = number(len(report.left_out), "file or record", "files or records")
        parts.append(f" Left out: {files_left}.</p><details><summary>Which, and why</summary><ul>{rows}</ul></details>")
    else:
        parts.append(" Nothing was left out.</p>")
    if report.warnings:
        parts.append(f"<ul>{''.join(f'<li>{escape(sentence)}</li>' for sentence in report.warnings)}</ul>")
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
