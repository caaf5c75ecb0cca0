"""A table for reading: text to the left, dates as days, missing values as a dash, its length said."""

from html import escape

import pandas as pd

from newslab.display.passages import NOTHING, Passages

_LEFT, _RIGHT = "text-align: left; vertical-align: top", "text-align: right; vertical-align: top"
_MISSING = "–"


def show_table(table: pd.DataFrame, *, top: int = 30, wide: int = 10) -> Passages:
    """Show a table with its text to the left, dates as days, missing values as a dash and two places after the point.

    table : any table. top : how many rows to show; a longer table says how many there are.
    wide : how many columns to show; wider tables show the first column and the fullest others; sparse ones are folded
        into a single column.

    Columns in which every value is missing are left out and named below. Returns an object for the last line of a cell.
    Raises TypeError if `table` is none.

    >>> import newslab as nl
    >>> articles = nl.load_articles("seeds", sources="seeds/sources.csv")
    >>> nl.show_table(articles[["outlet", "syndicator", "published"]], top=2)
    outlet           syndicator  published
    RT               –           2017-02-13
    The Independent  inkl        2017-02-13
    2 of 5 rows are shown.
    """
    if not isinstance(table, pd.DataFrame):
        raise TypeError(f"expected a table, a DataFrame, not {type(table).__name__}")
    if table.empty:
        return Passages(f"<p>{NOTHING}</p>", NOTHING)
    known = table.loc[:, [not table[column].map(_is_missing).all() for column in table.columns]]
    cells = _narrow(_counts_whole(known.head(top)), wide)
    texts = [[_text(value) for value in row] for row in cells.itertuples(index=False, name=None)]
    numbers = [pd.api.types.is_numeric_dtype(cells[c]) and not pd.api.types.is_bool_dtype(cells[c]) for c in cells]
    names = [str(name) for name in cells.columns]
    rows, columns = cells.shape
    more = f"{rows} of {len(table):,} rows are shown." if len(table) > rows else ""
    if len(known.columns) > columns > 2:
        more += f" {columns} of {len(known.columns)} columns are shown, the fullest."
    if empty := [str(column) for column in table.columns if column not in known.columns]:
        more += f" No value in {', '.join(empty)}."
    more = more.strip()
    return Passages(_html(names, texts, numbers, more), _plain(names, texts, numbers, more))


def _narrow(cells, wide):
    """The first column and the fullest others; or, if most cells are empty, the others folded into one column."""
    if len(cells.columns) <= wide:
        return cells
    first, *others = cells.columns
    texts = {column: [_text(value) for value in cells[column]] for column in others}
    filled = {column: sum(text not in ("", "0", _MISSING) for text in texts[column]) for column in others}
    if 2 * sum(filled.values()) < len(cells) * len(others):
        rows = [
            "\n".join(
                f"{column}: {text}" for column, text in zip(others, row, strict=True) if text not in ("", _MISSING)
            )
            for row in zip(*texts.values(), strict=True)
        ]
        return pd.DataFrame({first: cells[first].tolist(), "in each column": rows})
    kept = set(sorted(others, key=lambda column: -filled[column])[: wide - 1])
    return cells[[first, *(column for column in others if column in kept)]]


def _counts_whole(cells):
    """Counts as whole numbers, also where one is missing, which pandas keeps among figures with places."""
    gaps = [c for c in cells if pd.api.types.is_float_dtype(cells[c]) and cells[c].isna().any()]
    return cells.astype({c: "Int64" for c in gaps if (cells[c].dropna() % 1 == 0).all()})


def _is_missing(value):
    return not value if isinstance(value, (tuple, list)) else bool(pd.isna(value))


def _text(value):
    if _is_missing(value):
        return _MISSING
    if isinstance(value, (tuple, list)):
        return ", ".join(map(str, value))
    if isinstance(value, pd.Timestamp):
        return f"{value:%Y-%m-%d}"
    if isinstance(value, float):
        return "< 0.01" if 0 < value < 0.005 else f"{value:.2f}".replace("-0.00", "0.00")
    if isinstance(value, int) and not isinstance(value, bool):
        return f"{value:,}"
    return "\n".join(" ".join(line.split()) for line in str(value).splitlines())


def _html(names, texts, numbers, more):
    sides = [_RIGHT if number else _LEFT for number in numbers]
    head = "".join(f'<th style="{side}">{escape(name)}</th>' for name, side in zip(names, sides, strict=True))
    rows = "".join(
        "<tr>"
        + "".join(
            f'<td style="{side}">{escape(text).replace(chr(10), "<br>")}</td>'
            for text, side in zip(row, sides, strict=True)
        )
        + "</tr>"
        for row in texts
    )
    note = f"<p>{more}</p>" if more else ""
    return f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>{note}"


def _plain(names, texts, numbers, more):
    texts = [[text.replace("\n", " | ") for text in row] for row in texts]
    widths = [max(map(len, column)) for column in zip(names, *texts, strict=True)]
    lines = [
        "  ".join(
            text.rjust(width) if number else text.ljust(width)
            for text, width, number in zip(row, widths, numbers, strict=True)
        ).rstrip()
        for row in [names, *texts]
    ]
    return "\n".join(lines + [more] * bool(more))
