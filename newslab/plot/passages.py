"""Where in each of two articles the passages stand that they share."""

from bisect import bisect_right
from itertools import accumulate

from matplotlib.patches import Polygon

from newslab.plot.style import INK, RULE, bare, legend_below, new_axes, nothing, outlet_styles, say

_THICK = 0.16


def plot_passages(passages, articles, *, labels=None, top=4, ax=None):
    """Strips of two articles each, with the passages they share marked on both and joined.

    passages : table from `shared_passages`.
    articles : the articles it was made from, for their lengths.
    labels : names for the article ids, as a dictionary.
    top : how many pairs to show, those that share most words first.

    Returns the Axes.
    """
    words = passages.groupby(["source", "target"])["words"].sum()
    pairs = sorted(words.index, key=lambda pair: (-words[pair], pair))
    if not pairs:
        return nothing(new_axes(1.6) if ax is None else ax, "No two articles share a passage.")
    shown = pairs[:top]
    name = {article_id: str((labels or {}).get(article_id, article_id)) for pair in pairs for article_id in pair}
    if ax is None:
        ax = new_axes(1.2 + 1.05 * len(shown))
    places = {row.article_id: _Kept(row.kept) for row in articles.itertuples() if row.article_id in name}
    kinds = outlet_styles(passages["kind"].fillna("passage"))
    ticks, legend = {}, {}
    for number, pair in enumerate(shown):
        top_row, bottom_row = 1.6 * number, 1.6 * number + 0.95
        for y, article_id in zip((top_row, bottom_row), pair, strict=True):
            ax.barh(y, places[article_id].length, height=_THICK, color=RULE, label=f"_{name[article_id]}")
            ticks[y] = name[article_id]
        rows = passages[(passages["source"] == pair[0]) & (passages["target"] == pair[1])]
        for row in rows.sort_values(["source_start", "target_start"]).itertuples():
            kind = row.kind if isinstance(row.kind, str) else "passage"
            source = places[pair[0]].span(row.source_start, row.source_end)
            target = places[pair[1]].span(row.target_start, row.target_end)
            legend[kind] = _join(ax, source, target, top_row, bottom_row, kind, kinds[kind], row.words)
    ax.set_yticks(list(ticks), list(ticks.values()))
    ax.set_ylim(1.6 * len(shown) - 0.4, -0.35)
    ax.set_xlim(0, max(places[article_id].length for pair in shown for article_id in pair) * 1.01)
    bare(ax)
    first = f"{name[shown[0][0]]} and {name[shown[0][1]]} share {words[shown[0]]} words"
    more = f"; {len(shown)} of {len(pairs)} pairs that share any are shown" if len(pairs) > len(shown) else ""
    say(ax, first, f"place in the kept text, in characters; the figure on a band is its length in words{more}")
    legend_below(ax, [legend[kind] for kind in sorted(legend)])
    return ax


def _join(ax, source, target, top_row, bottom_row, kind, look, words):
    """Mark one passage on both strips and join the marks by a band."""
    style = {"color": look["color"], "label": kind}
    bar = ax.barh(top_row, source[1] - source[0], left=source[0], height=_THICK, **style)
    ax.barh(bottom_row, target[1] - target[0], left=target[0], height=_THICK, **style)
    up, down = top_row + _THICK / 2, bottom_row - _THICK / 2
    corners = [(source[0], up), (source[1], up), (target[1], down), (target[0], down)]
    ax.add_patch(Polygon(corners, closed=True, facecolor=look["color"], alpha=0.25, hatch=look["hatch"], linewidth=0))
    middle = sum(source + target) / 4
    ax.text(middle, (up + down) / 2, str(words), ha="center", va="center", fontsize=8, color=INK)
    return bar


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
