"""How alike the articles are, and which of them report the same event."""

from typing import Literal

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.colors import Normalize
from scipy.cluster.hierarchy import leaves_list, linkage
from scipy.spatial.distance import squareform

from newslab.plot.style import (
    INK,
    SCALE,
    SOFT,
    bare,
    labels_of,
    name_columns,
    name_rows,
    new_axes,
    nothing,
    outlet_styles,
    repeated,
    say,
)
from newslab.tables import SAME_EVENT, event_of, expect

# Larger grids show shades only; the figures would not be legible.
_WRITTEN = 16
# The least difference of scores between the darkest and the brightest shade.
_LEAST_SPAN = 0.3
_LINE = f"; right of the dashed line ({SAME_EVENT}) they report different events"
_PARTED = (
    "; also left of it, if half as alike as the articles of a branch or less, and not known to be of the same days"
)


def plot_similarity(
    pairs: pd.DataFrame,
    *,
    articles: pd.DataFrame | None = None,
    measure: Literal["topic", "event", "copied"] = "topic",
    ax: Axes | None = None,
) -> Axes:
    """Heat map of how alike the articles are, similar ones side by side.

    pairs : table from `pairwise_similarity`.
    articles : the articles, to show outlets instead of article ids.
    measure : the column to show: topic, event or copied.
    ax : Axes to draw into; without them a picture of its own is made.

    Returns the Axes. Raises TypeError or ValueError if one is not the table named here, or has no such column.

    >>> import newslab as nl
    >>> articles = nl.clean_articles(nl.load_articles("seeds", sources="seeds/sources.csv"))
    >>> ax = nl.plot_similarity(nl.pairwise_similarity(articles), articles=articles)
    >>> ax.get_title(loc="left")
    'RT and The Independent are the most alike (0.79)'
    """
    labels = labels_of(articles)
    names, scores = _square(pairs, measure)
    if len(names) < 2:
        return nothing(ax, "fewer than two articles")
    order = leaves_list(_tree(scores))
    scores = scores[np.ix_(order, order)]
    shown = [_label(names[place], labels) for place in order]
    if ax is None:
        ax = new_axes(1.6 + min(0.62, 7.2 / len(shown)) * len(shown))
    lower = np.tril(np.ones_like(scores, dtype=bool), -1)
    grid = np.ma.masked_array(scores, ~lower | np.isnan(scores))[1:, :-1]
    shade = Normalize(*_range(grid))
    image = ax.imshow(grid, cmap=SCALE, norm=shade, aspect="auto")
    name_rows(ax, shown[1:])
    name_columns(ax, shown[:-1])
    bare(ax)
    ax.set_yticks(np.arange(0.5, len(shown) - 1), minor=True)
    ax.set_xticks(np.arange(0.5, len(shown) - 1), minor=True)
    ax.grid(which="minor", color="white", linewidth=1.5 if len(shown) <= _WRITTEN else 0)
    ax.tick_params(which="minor", length=0)
    if len(shown) <= _WRITTEN:
        for row, column in zip(*np.nonzero(~grid.mask), strict=True):
            value = grid[row, column]
            colour = "white" if shade(value) < 0.55 else INK
            # Less than nothing in common is nothing in common.
            figure = f"{max(value, 0):.2f}"
            repeated(ax.text(column, row, figure, ha="center", va="center", fontsize=9, color=colour))
    else:
        bar = ax.figure.colorbar(image, ax=ax, shrink=0.7, aspect=24, pad=0.02)
        bar.outline.set_visible(False)
        bar.ax.tick_params(length=0, labelsize=8)
    best = pairs.sort_values([measure, "source", "target"], ascending=[False, True, True]).iloc[0]
    alike = f"{_label(best['source'], labels)} and {_label(best['target'], labels)}"
    note = f"{measure}: 0 nothing in common, 1 the same; shades run over the scores, and over 0.3 at least"
    say(ax, f"{alike} are the most alike ({best[measure]:.2f})", note)
    return ax


def plot_events(
    pairs: pd.DataFrame,
    *,
    events: pd.DataFrame | None = None,
    articles: pd.DataFrame | None = None,
    measure: Literal["event", "topic", "copied"] = "event",
    ax: Axes | None = None,
) -> Axes:
    """Tree of the articles: the further right two branches meet, the less alike are the articles.

    pairs : table from `pairwise_similarity`.
    events : table from `group_events`; its groups are marked at the names, and a dashed line shows the score below
        which two articles do not report the same event.
    articles : the articles, to show outlets instead of article ids.
    measure : the column to join by: event, topic or copied.
    ax : Axes to draw into; without them a picture of its own is made.

    Returns the Axes. Raises TypeError or ValueError if one is not the table named here, or has no such column.

    >>> import newslab as nl
    >>> articles = nl.clean_articles(nl.load_articles("seeds", sources="seeds/sources.csv"))
    >>> ax = nl.plot_events(nl.pairwise_similarity(articles), events=nl.group_events(articles))
    >>> ax.get_title(loc="left")
    'The 5 articles report 3 events'
    """
    labels, group = labels_of(articles), event_of(events)
    names, scores = _square(pairs, measure)
    if len(names) < 2:
        return nothing(ax, "fewer than two articles")
    tree = _tree(scores)
    order = leaves_list(tree)
    if ax is None:
        ax = new_axes(1.3 + (0.32 if len(names) <= 30 else 0.18) * len(names))
    joins = _joins(tree, order, names, group)
    styles = outlet_styles(f"event {number}" for number in sorted(set(group.values())))
    for name, event, xs, ys in joins:
        colour = styles[f"event {event}"]["color"] if event is not None else SOFT
        shown = " with ".join(_label(part, labels) for part in name)
        ax.plot(xs, ys, color=colour, linewidth=1.8, solid_capstyle="round", label=f"_{shown}")
    if len(names) <= 40:
        _write_scores(ax, [(xs[1], sum(ys) / 4) for _, _, xs, ys in joins])
    _leaves(ax, [names[place] for place in order], group, styles, labels)
    note = f"{measure}: how alike two branches are where they meet (1 the same, 0 nothing in common)"
    doubt = False
    if group and measure == "event":
        rows = [-0.5, len(names) - 0.5]
        ax.plot([SAME_EVENT] * 2, rows, color=SOFT, linewidth=1, linestyle=(0, (4, 3)), zorder=0, label="_dashed line")
        doubt = any(event is None and xs[1] >= SAME_EVENT for _, event, xs, _ in joins)
        note += _LINE + (_PARTED if doubt else "")
    ax.set_xlim(1.0, -0.08)
    bare(ax, "x")
    title = "How the articles group by event"
    if group:
        count = len(set(group.values()))
        title = f"The {len(names)} articles {'may ' if doubt else ''}report {count} event{'s' if count != 1 else ''}"
    say(ax, title, note)
    return ax


def _range(grid):
    """The lowest and the highest score, or more where they are close: a small difference is a small one to the eye."""
    low, high = np.ma.min(grid), np.ma.max(grid)
    if low is np.ma.masked:
        return 0, 1
    if high - low >= _LEAST_SPAN:
        return low, high
    low = np.clip((low + high - _LEAST_SPAN) / 2, 0, 1 - _LEAST_SPAN)
    return low, low + _LEAST_SPAN


def _write_scores(ax, places):
    """The scores at the joins, the highest first, except zeros and those that would overlap another."""
    box = {"boxstyle": "round,pad=0.1", "facecolor": "white", "edgecolor": "none"}
    written = []
    for score, y in sorted(places, key=lambda place: (-place[0], place[1])):
        if score >= 0.005 and all(abs(score - x) > 0.08 or abs(y - other) > 0.6 for x, other in written):
            written.append((score, y))
            repeated(ax.text(score, y, f"{score:.2f}", fontsize=8, color=SOFT, ha="center", va="center", bbox=box))


def _label(article_id, labels):
    return str(labels.get(article_id, article_id))


def _square(pairs, measure):
    """The ids in order and a full square of scores; a pair that is not in the table is missing."""
    expect(pairs, "pairs", ["source", "target", measure])
    names = sorted({*pairs["source"], *pairs["target"]})
    place = {name: number for number, name in enumerate(names)}
    scores = np.full((len(names), len(names)), np.nan)
    np.fill_diagonal(scores, 1)
    for source, target, score in zip(pairs["source"], pairs["target"], pairs[measure], strict=True):
        scores[place[source], place[target]] = scores[place[target], place[source]] = score
    return names, scores


def _tree(scores):
    distance = 1 - np.clip(np.nan_to_num(scores, nan=0.0), 0, 1)
    return linkage(squareform(distance, checks=False), "average", optimal_ordering=len(scores) <= 300)


def _joins(tree, order, names, group):
    """For each join of the tree, from the leaves inwards: its outermost articles, its event (None if two), its line."""
    height = {int(leaf): float(row) for row, leaf in enumerate(order)}
    reach = dict.fromkeys(height, 1.0)
    events = {leaf: group.get(names[leaf]) for leaf in height}
    ends = {leaf: (names[leaf], names[leaf]) for leaf in height}
    joins = []
    for number, (first, second, distance, _) in enumerate(tree, start=len(names)):
        a, b = sorted((int(first), int(second)), key=height.get)
        likeness = 1 - float(distance)
        events[number] = events[a] if events[a] == events[b] else None
        ends[number] = (ends[a][0], ends[b][1])
        line = [reach[a], likeness, likeness, reach[b]], [height[a], height[a], height[b], height[b]]
        joins.append((ends[number], events[number], *line))
        height[number], reach[number] = (height[a] + height[b]) / 2, likeness
    return joins


def _leaves(ax, names, group, styles, labels):
    shown = [_label(name, labels) for name in names]
    if group:
        shown = [
            f"{label}  ·  event {group[name]}" if name in group else label
            for name, label in zip(names, shown, strict=True)
        ]
        for event in sorted(set(group.values())):
            rows = [row for row, name in enumerate(names) if group.get(name) == event]
            look = styles[f"event {event}"]
            ax.plot(
                [1.0] * len(rows),
                rows,
                linestyle="none",
                label=f"event {event}",
                markersize=7,
                clip_on=False,
                color=look["color"],
                marker=look["marker"],
            )
    name_rows(ax, shown, 44)
    ax.tick_params(axis="y", pad=9)
