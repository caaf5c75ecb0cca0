"""Who is quoted."""

import numpy as np
import pandas as pd
from matplotlib.axes import Axes

from newslab.plot.style import INK, RULE, bare, legend_below, name_rows, new_axes, nothing, outlet_styles, repeated, say
from newslab.tables import expect


def plot_speakers(
    speakers: pd.DataFrame, *, articles: pd.DataFrame | None = None, top: int = 12, ax: Axes | None = None
) -> Axes:
    """Bars of how often each speaker is quoted, divided by outlet.

    speakers : table from `count_speakers`; its first column is what it was counted within.
    articles : all articles, so that an outlet has one colour in every picture.
    top : how many speakers to show, the most quoted first.
    ax : Axes to draw into; without them a picture of its own is made.

    Returns the Axes. Raises TypeError or ValueError if one is not the table named here.

    >>> import newslab as nl
    >>> articles = nl.clean_articles(nl.load_articles("seeds", sources="seeds/sources.csv"))
    >>> ax = nl.plot_speakers(nl.count_speakers(nl.extract_quotes(articles)))
    >>> ax.get_title(loc="left")
    'Dmitry Peskov is quoted most: 23 of 35 quotes'
    """
    expect(speakers, "speakers", ["speaker", "quotes"])
    if speakers.empty:
        return nothing(ax, "nobody is quoted by name")
    by = speakers.columns[0]
    counts = speakers.pivot_table(index="speaker", columns=by, values="quotes", aggfunc="sum", fill_value=0)
    total = counts.sum(axis=1)
    order = sorted(counts.index, key=lambda name: (-total[name], name))[:top]
    styles = outlet_styles(counts.columns, articles)
    counts = _few_columns(counts.loc[order])
    if ax is None:
        ax = new_axes(1.5 + 0.3 * len(order))
    left = np.zeros(len(order))
    for outlet in counts.columns:
        widths = counts[outlet].to_numpy(dtype=float)
        look = styles.get(str(outlet), {"color": RULE, "hatch": ""})
        style = {"color": look["color"], "hatch": look["hatch"], "edgecolor": "white", "linewidth": 0.8}
        bars = ax.barh(range(len(order)), widths, left=left, height=0.66, label=str(outlet), **style)
        # A figure that is wider than its bar would hide the next one.
        figures = [f"{width:.0f}" if width > 0.025 * total.max() else "" for width in widths]
        box = {"boxstyle": "round,pad=0.15", "facecolor": "white", "edgecolor": "none"}
        for text in ax.bar_label(bars, figures, label_type="center", fontsize=8, color=INK, bbox=box):
            repeated(text)
        left += widths
    name_rows(ax, [_name(speaker) for speaker in order])
    bare(ax, "x")
    ax.xaxis.get_major_locator().set_params(integer=True)
    more = f"; {len(order)} of {len(total)} speakers are shown" if len(total) > len(order) else ""
    say(ax, _title(total), f"quotes whose speaker is known{more}")
    legend_below(ax)
    return ax


def _title(total):
    """Who is quoted most, also if several are."""
    most = sorted(total.index[total == total.max()])
    if len(most) > 3:
        return f"{len(most)} of {len(total)} speakers are quoted most, {total.max()} quotes each"
    each = f"{total.max()} of {total.sum()} quotes" + (" each" if len(most) > 1 else "")
    return f"{' and '.join(map(_name, most))} {'are' if len(most) > 1 else 'is'} quoted most: {each}"


def _name(speaker):
    """A speaker's name; one without a name ("lawsuit") in quotation marks, as the article has it."""
    return f"“{speaker}”" if speaker == speaker.lower() else speaker


def _few_columns(counts, most=8):
    """The outlets that quote anyone shown, as many as can be told apart, in alphabetical order, the others together."""
    counts = counts.loc[:, counts.sum() > 0]
    if len(counts.columns) <= most:
        return counts[sorted(counts.columns)]
    size = counts.sum()
    kept = sorted(sorted(counts.columns, key=lambda outlet: (-size[outlet], outlet))[: most - 1])
    others = counts.drop(columns=kept)
    return counts[kept].assign(**{f"{len(others.columns)} other outlets": others.sum(axis=1)})
