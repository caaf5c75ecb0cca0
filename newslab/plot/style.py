"""What all pictures share: colours, sizes, labels."""

import textwrap

import numpy as np
from matplotlib.figure import Figure
from matplotlib.transforms import IdentityTransform, blended_transform_factory

from newslab.tables import article_labels, expect, outlet_or_id

WIDTH = 8
# Lines of text that a page holds.
LANES = 48
DPI = 150
# Inches that a letter of 9 points takes.
_LETTER = 0.07
INK = "#222222"
SOFT = "#767676"
FAINT = "#b5b5b5"
RULE = "#dddddd"
SCALE = "cividis"
# Okabe and Ito's palette without black and yellow, which are ink and too pale a line on white; then four of Tol's.
_COLOURS = "#0072B2 #D55E00 #009E73 #CC79A7 #E69F00 #56B4E9 #882255 #999933 #332288 #AA4499".split()
_MARKERS = ["o", "s", "^", "D", "v", "P", "X", "*"]
_HATCHES = ["", "///", "...", "\\\\\\", "xxx", "---", "+++", "ooo"]


def new_axes(height):
    """Axes of a white picture, 8 inches wide; it belongs to no window, so that nothing is shown twice."""
    figure = Figure(figsize=(WIDTH, float(np.clip(height, 1.6, 40))), dpi=DPI, layout="constrained", facecolor="white")
    figure.get_layout_engine().set(h_pad=0.08)
    return figure.add_subplot()


def outlet_styles(outlets, articles=None):
    """A colour, marker and hatch for each outlet.

    Given all articles, an outlet looks the same in every picture of them, also where some are missing.
    """
    names = set(map(str, outlets))
    if articles is not None:
        expect(articles, "articles", ["article_id", "outlet"])
        names |= set(outlet_or_id(articles))
    return {
        name: {
            "color": _COLOURS[place % len(_COLOURS)],
            "marker": _MARKERS[place % len(_MARKERS)],
            "hatch": _HATCHES[place % len(_HATCHES)],
        }
        for place, name in enumerate(sorted(names))
    }


def labels_of(articles):
    """The labels of the articles by their ids; none without articles."""
    return {} if articles is None else article_labels(articles)


def shorten(text, length):
    """One line of at most `length` characters, cut between words where there is a space to cut at.

    >>> shorten("the referendum leading to Crimea being accepted", 20)
    'the referendum …'
    """
    text = " ".join(str(text).split())
    if len(text) <= length:
        return text
    cut = text[: length - 1]
    return (cut[: cut.rfind(" ") + 1] if " " in cut[length // 2 :] else cut) + "…"


def shorten_name(name, length):
    """The name of an article at most `length` long; what tells it from others of its outlet stays at its end.

    >>> shorten_name("www.example.org (17 Apr 2018)", 24)
    'www.examp… (17 Apr 2018)'
    """
    stem, bracket, rest = str(name).rpartition(" (")
    if not bracket or not rest.endswith(")") or len(rest) + 6 > length:
        return shorten(name, length)
    return f"{shorten(stem, length - len(rest) - 2)} ({rest}"


def say(ax, title, note=""):
    """Set the title, which states what is seen, and in grey below how to read it."""
    # Where names of columns reach up to this distance, the title is moved to the same distance over them.
    text = ax.set_title("\n".join(textwrap.wrap(title, 80)), loc="left", fontsize=11.5, color=INK, pad=12)
    # From the left edge of the figure: over long names of rows there is room that the Axes do not have.
    across = blended_transform_factory(ax.figure.transSubfigure, ax.transAxes)
    text.set(x=0.01, transform=across + ax.titleOffsetTrans)
    ax.set_xlabel("\n".join(textwrap.wrap(note, 118)), loc="left", fontsize=8.5, color=SOFT, labelpad=6)
    across = blended_transform_factory(ax.figure.transSubfigure, IdentityTransform())
    ax.xaxis.label.set(x=0.01, transform=across)


def nothing(ax, why):
    """Axes for an empty table: in place of a picture a sentence that says why there is none."""
    ax = new_axes(1.6) if ax is None else ax
    ax.set_axis_off()
    ax.text(0.5, 0.5, f"Nothing to show: {why}.", ha="center", va="center", color=SOFT, transform=ax.transAxes)
    return ax


def bare(ax, grid=None):
    """Take away what carries no information."""
    ax.spines[["top", "right", "left", "bottom"]].set_visible(False)
    ax.tick_params(length=0, colors=INK)
    if grid:
        ax.grid(axis=grid, color=RULE, linewidth=0.8)
        ax.set_axisbelow(True)


def name_rows(ax, names, length=34):
    """Names of rows to the left, the first on top, each at most `length` letters long."""
    size = 9 if len(names) <= 40 else 7
    ax.set_yticks(range(len(names)), [shorten_name(name, length) for name in names], fontsize=size)
    ax.set_ylim(len(names) - 0.5, -0.5)


def repeated(text):
    """Mark writing that says again what the marks say, so that the alternative text need not."""
    text.set_gid("repeated")


def name_columns(ax, names, beside=1.8):
    """Names of columns on top: in two lines where one is too long, upright where there are too many.

    beside : inches that the names of the rows take.
    """
    shown, size, upright = _column_names(names, beside)
    ax.xaxis.tick_top()
    ax.set_xticks(range(len(names)), shown)
    ax.tick_params(axis="x", labelsize=size, labelrotation=90 if upright else 0)
    ax.set_xlim(-0.5, len(names) - 0.5)


def height_of_names(names, beside):
    """Inches by which a picture has to be higher where the names of its columns stand upright."""
    shown, size, upright = _column_names(names, beside)
    return max(map(len, shown)) * _LETTER * size / 9 if upright else 0


def _column_names(names, beside):
    """The names as they fit over their columns, the size of the letters, and whether they stand upright."""
    room = (WIDTH - beside - 0.3) / max(len(names), 1)
    size = float(np.clip(room * 72 * 0.9, 4.5, 9))
    shown = [shorten_name(name, 30) for name in names]
    folded = [textwrap.fill(name, max(4, int(room / _LETTER)), break_long_words=False) for name in shown]
    if all(len(line) * _LETTER <= room for name in folded for line in name.split("\n")):
        return folded, size, False
    return shown, size, True


def legend_below(ax, handles=None):
    """A legend under the picture, in as many columns as its longest entry leaves room for."""
    handles = handles if handles is not None else ax.get_legend_handles_labels()[0]
    if handles:
        longest = max(len(str(handle.get_label())) for handle in handles)
        columns = max(1, min(5, int((WIDTH - 0.3) / (0.075 * longest + 0.75))))
        ax.figure.legend(handles=handles, loc="outside lower left", ncols=columns, frameon=False, fontsize=8.5)
