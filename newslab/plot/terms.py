"""Which words are typical of which outlet."""

import numpy as np
import pandas as pd
from matplotlib.axes import Axes

from newslab.plot.style import INK, LANES, SOFT, bare, new_axes, nothing, outlet_styles, say, shorten
from newslab.tables import expect


def plot_terms(
    terms: pd.DataFrame, *, articles: pd.DataFrame | None = None, top: int = 8, ax: Axes | None = None
) -> Axes:
    """Points of how much more often each group uses its most distinctive words than the rest, with 95% intervals.

    terms : table from `distinctive_terms`; filled points pass the correction, open ones do not. Words that a group
        uses less than the rest are not shown.
    articles : all articles, so that an outlet has one colour in every picture.
    top : how many words to show for each group, as far as they fit on a page.
    ax : Axes to draw into; without them a picture of its own is made.

    Returns the Axes. Raises TypeError or ValueError if one is not the table named here.

    >>> import newslab as nl
    >>> articles = nl.clean_articles(nl.load_articles("seeds", sources="seeds/sources.csv"))
    >>> ax = nl.plot_terms(nl.distinctive_terms(articles))
    >>> ax.get_title(loc="left")
    'No word stands out beyond chance'
    """
    expect(terms, "terms", ["term", "log_ratio", "low", "high", "p_adjusted"])
    by = terms.columns[0]
    rows = terms.dropna(subset=[by, "log_ratio"])
    if rows.empty:
        return nothing(ax, "fewer than two groups of articles")
    rows = rows[rows["log_ratio"] > 0]
    if rows.empty:
        return nothing(ax, "no group of articles uses a word more than the rest")
    groups = sorted(set(rows[by]))
    rows = rows.groupby(by).head(int(np.clip(LANES // len(groups) - 1, 1, top)))
    rows = rows.sort_values(by, kind="stable").reset_index(drop=True)
    # A free lane sets one group off from the next and holds its name.
    rows["y"] = rows.index + 1.0 + rows[by].map({group: number for number, group in enumerate(groups)})
    if ax is None:
        ax = new_axes(1.3 + 0.2 * (len(rows) + len(groups)))
    finite = rows[["low", "high", "log_ratio"]].replace([np.inf, -np.inf], np.nan).to_numpy()
    left, right = min(np.nanmin(finite), 0) - 0.3, np.nanmax(finite) + 0.6
    styles = outlet_styles(groups, articles)
    ax.axvline(0, color=SOFT, linewidth=0.8, zorder=0)
    for group in groups:
        mine = rows[rows[by] == group]
        ax.text(left, mine["y"].min() - 0.95, str(group), fontsize=9, fontweight="bold", color=INK, va="center")
        _group(ax, mine, str(group), styles[str(group)], left, right)
    ax.set_yticks(rows["y"], [shorten(term, 28) for term in rows["term"]])
    ax.set_ylim(rows["y"].max() + 0.8, -0.6)
    ax.set_xlim(left, right)
    bare(ax, "x")
    ax.tick_params(axis="y", labelsize=8.5)
    sure = int((rows["p_adjusted"] <= 0.05).sum())
    title = f"{sure} of the {len(rows)} words shown stand out beyond chance"
    note = "log ratio: 1 is twice, 2 four times, 3 eight times as often as in the rest, with 95% interval; "
    say(ax, title if sure else "No word stands out beyond chance", note + "filled: stands out after correction")
    return ax


def _group(ax, rows, name, look, left, right):
    """The words of one group: intervals, an arrow where one has no upper end, and points."""
    low, high = rows["low"].clip(left, right), rows["high"].clip(left, right)
    ax.hlines(rows["y"], low, high, color=look["color"], linewidth=1.4, alpha=0.6, label=f"_{name}, interval")
    endless = rows[np.isposinf(rows["high"])]
    if len(endless):
        tips = {"marker": 5, "color": look["color"], "markersize": 6, "clip_on": False}
        ax.plot([right] * len(endless), endless["y"], linestyle="none", label=f"_{name}, no upper end", **tips)
    for passes, note in ((True, "stands out"), (False, "within chance")):
        mine = rows[(rows["p_adjusted"] <= 0.05) == passes]
        if len(mine):
            ax.plot(
                mine["log_ratio"],
                mine["y"],
                linestyle="none",
                marker=look["marker"],
                color=look["color"],
                markerfacecolor=look["color"] if passes else "white",
                markersize=6,
                label=f"_{name}, {note}",
            )
