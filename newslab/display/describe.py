"""The alternative text of a picture, made from what was drawn, so that it changes with the picture."""

import numpy as np
from matplotlib.category import StrCategoryLocator
from matplotlib.collections import LineCollection, PathCollection
from matplotlib.container import BarContainer
from matplotlib.dates import DateLocator, num2date
from matplotlib.ticker import FixedLocator

# A large grid is described by its extremes: nobody listens to a thousand figures.
_CELLS = 150
_NAMES = 12


def describe(ax):
    """What is drawn in the Axes, in words and figures (two places), in the order in which it was drawn.

    >>> from matplotlib.figure import Figure
    >>> ax = Figure().add_subplot()
    >>> bars = ax.barh([0, 1], [3, 1.5], label="quotes")
    >>> ticks = ax.set_yticks([0, 1], ["Peskov", "Lavrov"])
    >>> describe(ax)
    'quotes: Peskov 3; Lavrov 1.5.'
    """
    parts = [ax.get_title() or ax.get_title("left"), ax.get_xlabel() or ax.xaxis.label.get_text(), ax.get_ylabel()]
    parts += _images(ax) + _bars(ax) + _lines(ax) + _collections(ax) + _texts(ax)
    sentences = [" ".join(part.split()) for part in parts if part and part.strip()]
    return " ".join(text if text[-1] in ".!?" else f"{text}." for text in sentences)


def figure(value):
    """A number with at most two places.

    >>> figure(0.5), figure(-0.001), figure(12)
    ('0.5', '0', '12')
    """
    if not np.isfinite(value):
        return "missing" if np.isnan(value) else "without end"
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


class _Scale:
    """The way from a place on an axis to what stands there: the name of a tick, a date or a number."""

    def __init__(self, axis):
        self.dates = isinstance(axis.get_major_locator(), DateLocator)
        named = isinstance(axis.get_major_locator(), (FixedLocator, StrCategoryLocator))
        texts = [label.get_text() for label in axis.get_ticklabels()] if named else []
        ticks = axis.get_ticklocs() if named else []
        self.names = [(float(place), " ".join(text.split())) for place, text in zip(ticks, texts, strict=False) if text]
        self.named = bool(self.names)

    def __call__(self, place):
        if self.dates:
            return num2date(place).date().isoformat()
        return self.name(place) or figure(place)

    def name(self, place):
        """The name of the tick at this place; nothing where there is none."""
        nearest = min(self.names, key=lambda known: abs(known[0] - place), default=None)
        return nearest[1] if nearest and abs(nearest[0] - place) <= 0.5 else ""


def _label(artist):
    label = str(artist.get_label() or "")
    # matplotlib numbers what has no name ("_child3"); names that only the legend hides begin with one underscore too.
    return "" if label.startswith(("_child", "_nolegend", "_container")) else label.removeprefix("_")


def _list(label, items):
    return f"{label}: {'; '.join(items)}" if label else "; ".join(items)


def _images(ax):
    rows, columns = _Scale(ax.yaxis), _Scale(ax.xaxis)
    found = []
    for image in ax.images:
        values = np.ma.masked_invalid(image.get_array())
        cells = [
            (float(values[r, c]), rows(r), columns(c)) for r, c in np.argwhere(~np.ma.getmaskarray(values)).tolist()
        ]
        if len(cells) > _CELLS:
            mean = sum(value for value, *_ in cells) / len(cells)
            chosen = sorted(cells, key=lambda cell: (-cell[0], cell[1:]))[: _CELLS // 3]
            found.append(f"{len(cells)} cells, {figure(mean)} on average; the highest {len(chosen)}")
            cells = chosen
        found.append("; ".join(f"{row} and {column} {figure(value)}" for value, row, column in cells))
    return found


def _bars(ax):
    found = []
    groups = {}
    for container in ax.containers:
        if isinstance(container, BarContainer):
            groups.setdefault(_label(container), []).extend(_bar_items(ax, container))
    for label, items in groups.items():
        if items:
            found.append(_list(label, items))
    return found


def _bar_items(ax, container):
    lies = container.orientation == "horizontal"
    where, along = (_Scale(ax.yaxis), _Scale(ax.xaxis)) if lies else (_Scale(ax.xaxis), _Scale(ax.yaxis))
    for bar in container.patches:
        x, y, width, height = bar.get_x(), bar.get_y(), bar.get_width(), bar.get_height()
        middle, begin, size = (y + height / 2, x, width) if lies else (x + width / 2, y, height)
        if size:
            reach = f" ({along(begin)} to {along(begin + size)})" if begin else ""
            yield f"{where(middle)} {figure(size)}{reach}"


def _lines(ax):
    x_name, y_name = _Scale(ax.xaxis), _Scale(ax.yaxis)
    found = []
    for line in ax.lines:
        if line.get_transform() != ax.transData:
            continue
        points = [
            (float(x), float(y)) for x, y in zip(line.get_xdata(orig=False), line.get_ydata(orig=False), strict=True)
        ]
        if points and line.get_marker() in ("", "None", " ", None):
            across = sorted(x for x, _ in points)
            reach = f"to {x_name(across[-1])}" if across[-1] > across[0] else "throughout"
            found.append(f"{_label(line)} {x_name(across[0])} {reach}".strip())
        elif points:
            found.append(_list(_label(line), _points(points, x_name, y_name)))
    return found


def _points(points, x_name, y_name):
    """Points with their figure; on a grid of names, the columns of each row."""
    if not (x_name.named and y_name.named):
        return [f"{y_name(y)} {x_name(x)}" for x, y in points]
    rows = {}
    for x, y in points:
        rows.setdefault(y_name(y), []).append(x_name(x))
    return [f"{row} ({_some(columns)})" for row, columns in rows.items()]


def _some(names):
    more = f" and {len(names) - _NAMES} more" if len(names) > _NAMES else ""
    return ", ".join(names[:_NAMES]) + more


def _collections(ax):
    x_name, y_name = _Scale(ax.xaxis), _Scale(ax.yaxis)
    found = []
    for collection in ax.collections:
        if isinstance(collection, LineCollection):
            items = [f"{y_name(s[0][1])} {x_name(s[0][0])} to {x_name(s[-1][0])}" for s in collection.get_segments()]
        elif isinstance(collection, PathCollection):
            items = _points(collection.get_offsets().tolist(), x_name, y_name)
        else:
            items = []
        if items:
            found.append(_list(_label(collection), items))
    return found


def _texts(ax):
    """Writing in the picture, with the names of its row and column, unless it only repeats what the marks say."""
    rows, columns = _Scale(ax.yaxis), _Scale(ax.xaxis)
    written, sentences = [], []
    # In reading order: a heading comes before the rows it stands over.
    down = -1 if ax.yaxis_inverted() else 1
    for text in sorted(ax.texts, key=lambda text: -down * _place(text)[1]):
        words = text.get_text().strip()
        if words and text.get_transform() == ax.transAxes:
            sentences.append(words)
        elif words and text.get_gid() != "repeated":
            x, y = _place(text)
            written.append(" ".join(filter(None, [rows.name(y), columns.name(x), words])))
    return sentences + (["Written: " + "; ".join(written)] if written else [])


def _place(text):
    x, y = text.xy if hasattr(text, "xy") else text.get_position()
    return float(x), float(y)
