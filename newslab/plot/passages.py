"""Where in each of two articles the passages stand that they share."""

from bisect import bisect_right
from itertools import accumulate

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import Polygon

from newslab.plot.style import INK, RULE, bare, legend_below, new_axes, nothing, outlet_styles, say
from newslab.tables import article_labels, expect
from newslab.tallies import told_once

_THICK = 0.16
_COLUMNS = ["source", "target", "source_start", "source_end", "target_start", "target_end", "words", "kind"]


def plot_passages(passages: pd.DataFrame, articles: pd.DataFrame, *, top: int = 4, ax: Axes | None = None) -> Axes:
    """Strips of two articles each, with the passages they share marked on both and joined.

    passages : table from `shared_passages`.
    articles : the articles it was made from, for their lengths and outlets.
    top : how many pairs to show, those that share most words first.
    ax : Axes to draw into; without them a picture of its own is made.

    Returns the Axes. Raises TypeError or ValueError if one is not the table named here.

    >>> import newslab as nl
    >>> articles = nl.clean_articles(nl.load_articles("seeds", sources="seeds/sources.csv"))
    >>> ax = nl.plot_passages(nl.shared_passages(articles), articles)
    >>> ax.get_title(loc="left")
    'RT and The Independent share 76 words in 5 passages'
    """
    expect(passages, "passages", _COLUMNS)
    expect(articles, "articles", ["article_id", "outlet", "published", "kept"])
    places = {row.article_id: _Kept(row.kept) for row in articles.itertuples()}
    passages = passages[passages["source"].isin(places) & passages["target"].isin(places)]
    passages = told_once(passages)
    words = passages.groupby(["source", "target"])["words"].agg(["sum", "count"])
    pairs = words.sort_values("sum", ascending=False, kind="stable").index.tolist()
    if not pairs:
        return nothing(ax, "no two articles share a passage")
    shown = pairs[:top]
    name = article_labels(articles)
    if ax is None:
        ax = new_axes(1.2 + 1.05 * len(shown))
    longest = max(places[article_id].length for pair in shown for article_id in pair)
    kinds = outlet_styles(passages["kind"].fillna("passage"))
    ticks, legend = {}, {}
    for number, pair in enumerate(shown):
        rows = passages[(passages["source"] == pair[0]) & (passages["target"] == pair[1])]
        strips = [(1.6 * number, places[pair[0]]), (1.6 * number + 0.95, places[pair[1]])]
        for (y, kept), article_id in zip(strips, pair, strict=True):
            ax.barh(y, kept.length, height=_THICK, color=RULE, label="_length")
            ticks[y] = name[article_id]
        legend |= _pair(ax, rows.sort_values(["source_start", "target_start"]), strips, kinds, longest)
    ax.set_yticks(list(ticks), list(ticks.values()))
    ax.set_ylim(1.6 * len(shown) - 0.4, -0.45)
    ax.set_xlim(0, longest * 1.01)
    bare(ax)
    count = words.loc[shown[0], "count"]
    first = f"{name[shown[0][0]]} and {name[shown[0][1]]} share {words.loc[shown[0], 'sum']} words"
    first += f" in {count} passage{'s' if count > 1 else ''}"
    more = f"; {len(shown)} of {len(pairs)} pairs that share any are shown" if len(pairs) > len(shown) else ""
    say(ax, first, f"place in the kept text, in characters; the figures are lengths in words{more}")
    legend_below(ax, [legend[kind] for kind in sorted(legend)])
    return ax


def _pair(ax, rows, strips, kinds, longest):
    """Draw the passages of one pair; returns a bar of each kind for the legend."""
    (source_y, source_kept), (target_y, target_kept) = strips
    legend, lengths = {}, []
    for row in rows.itertuples():
        kind = row.kind if isinstance(row.kind, str) else "passage"
        source = source_kept.span(row.source_start, row.source_end)
        target = target_kept.span(row.target_start, row.target_end)
        legend[kind] = _join(ax, source, target, source_y, target_y, kind, kinds[kind])
        lengths.append((row.words, sum(source) / 2))
    _write_lengths(ax, lengths, source_y, longest / 45)
    return legend


def _join(ax, source, target, top_row, bottom_row, kind, look):
    """Mark one passage on both strips and join the marks by a band."""
    style = {"color": look["color"], "hatch": look["hatch"], "edgecolor": "white", "linewidth": 0, "label": kind}
    bar = ax.barh(top_row, source[1] - source[0], left=source[0], height=_THICK, **style)
    ax.barh(bottom_row, target[1] - target[0], left=target[0], height=_THICK, **style)
    up, down = top_row + _THICK / 2, bottom_row - _THICK / 2
    corners = [(source[0], up), (source[1], up), (target[1], down), (target[0], down)]
    ax.add_patch(Polygon(corners, closed=True, facecolor=look["color"], alpha=0.25, linewidth=0))
    return bar


def _write_lengths(ax, found, y, room):
    """The length in words over each passage, the longest first, as far as they do not run into one another."""
    written = []
    for words, middle in sorted(found, key=lambda one: (-one[0], one[1])):
        if all(abs(middle - other) > room for other in written):
            written.append(middle)
            ax.text(middle, y - _THICK * 0.7, str(words), ha="center", va="bottom", fontsize=8, color=INK)


class _Kept:
    """Where a place in the raw file stands among the kept characters."""

    def __init__(self, kept):
        self.starts = [start for start, _ in kept]
        self.spans = list(kept)
        self.before = [0, *accumulate(end - start for start, end in kept)]
        self.length = self.before[-1]

    def place(self, offset):
        number = bisect_right(self.starts, offset) - 1
        if number < 0:
            return 0
        start, end = self.spans[number]
        return self.before[number] + min(offset, end) - start

    def span(self, start, end):
        return self.place(start), self.place(end)
