"""How each outlet words what all speak of, who is silent, and which words mark whom."""

import numpy as np

from newslab.plot.style import (
    INK,
    SOFT,
    bare,
    legend_below,
    name_columns,
    name_rows,
    new_axes,
    nothing,
    outlet_styles,
    say,
    shorten,
    signs,
    swatch,
)

_TOLD = {
    "told": {"marker": "o", "color": "#0072B2", "markersize": 10},
    "silent": {"marker": "o", "color": "#D55E00", "markersize": 9, "markerfacecolor": "white", "markeredgewidth": 1.4},
    "could not know": {"marker": "_", "color": SOFT, "markersize": 10, "markeredgewidth": 1.8},
    "other event": {"marker": "x", "color": SOFT, "markersize": 6, "markeredgewidth": 1.4},
}
# Lines of text that a page holds.
_LANES = 48


def plot_wording(wording, *, articles=None, labels=None, top=None, ax=None):
    """Bars of how often each outlet speaks of each referent, with the words it uses most for it.

    wording : table from `wording`.
    articles : the articles, to give mentions per 1,000 words instead of counts.
    labels : names of all articles, as a dictionary, so that an outlet has one colour in every picture.
    top : how many referents to show, in the order of the table; as many as fit on a page if left out.

    Returns the Axes.
    """
    rows = wording.dropna(subset="outlet")
    if rows.empty:
        return nothing(new_axes(1.6) if ax is None else ax, "No referent was found.")
    outlets = sorted(set(rows["outlet"]))
    referents = list(dict.fromkeys(rows["referent"]))
    names = dict(zip(rows["referent"], rows["label"], strict=True))
    shown = referents[: top or max(1, _LANES // (len(outlets) + 1))]
    found = rows[rows["referent"].isin(shown)].groupby(["referent", "outlet"])["text"]
    counts, words = found.size(), found.agg(_usual)
    unit = _unit(articles)
    lanes = [(referent, outlet) for referent in shown for outlet in outlets if (referent, outlet) in counts.index]
    # A free lane sets one referent off from the next and holds its name.
    place = {lane: number + shown.index(lane[0]) + 1 for number, lane in enumerate(lanes)}
    height = len(lanes) + len(shown)
    if ax is None:
        ax = new_axes(1.2 + 0.2 * height)
    styles = outlet_styles(outlets, labels)
    length = {lane: counts[lane] * unit.get(lane[1], 1) for lane in lanes}
    furthest = max(length.values())
    for outlet in outlets:
        mine = [lane for lane in lanes if lane[1] == outlet]
        ax.barh(
            [place[lane] for lane in mine],
            [length[lane] for lane in mine],
            height=0.6,
            label=outlet,
            color=styles[outlet]["color"],
        )
    for lane in lanes:
        text = f"{_figure(length[lane])}  “{shorten(words[lane], 62)}”"
        ax.annotate(
            text, (length[lane], place[lane]), (4, 0), textcoords="offset points", fontsize=8, color=INK, va="center"
        )
    for referent in shown:
        y = min(place[lane] for lane in lanes if lane[0] == referent) - 0.95
        ax.text(0, y, shorten(names[referent], 70), fontsize=9, fontweight="bold", color=INK, va="center")
    ax.set_yticks([place[lane] for lane in lanes], [shorten(lane[1], 24) for lane in lanes], fontsize=8)
    ax.set_ylim(height - 0.4, -0.5)
    ax.set_xlim(0, furthest * 2.6)
    bare(ax)
    ax.set_xticks([])
    more = f"; {len(shown)} of {len(referents)} referents are shown" if len(referents) > len(shown) else ""
    counted = "mentions per 1,000 words" if unit else "mentions"
    say(ax, _widest(lanes, shown, names, outlets), f"{counted}, and the wording used most{more}")
    return ax


def _widest(lanes, shown, names, outlets):
    everywhere = [names[referent] for referent in shown if all((referent, outlet) in lanes for outlet in outlets)]
    if len(outlets) < 2 or not everywhere:
        return "Each outlet's own words for what it speaks of"
    return f"All {len(outlets)} outlets speak of {shorten(everywhere[0], 40)}, each in its own words"


def _usual(texts):
    counted = texts.value_counts()
    return min(counted.index, key=lambda text: (-counted[text], text))


def _unit(articles):
    if articles is None:
        return {}
    words = articles.dropna(subset="outlet").groupby("outlet")["n_words"].sum()
    return {outlet: 1000 / count for outlet, count in words.items() if count}


def _figure(value):
    return f"{value:.1f}".removesuffix(".0")


def plot_coverage(coverage, *, top=25, ax=None):
    """Grid of facts by outlet: told, silent, could not know, other event.

    coverage : table from `coverage`; the figure beside a sign is the number of mentions.
    top : how many facts to show, in the order of the table.

    Returns the Axes.
    """
    rows = coverage.dropna(subset="outlet")
    if rows.empty:
        return nothing(new_axes(1.6) if ax is None else ax, "No fact was found.")
    referents = list(dict.fromkeys(rows["referent"]))
    names = dict(zip(rows["referent"], rows["label"], strict=True))
    shown, outlets = referents[:top], sorted(set(rows["outlet"]))
    # Of several articles of one outlet, the one that tells counts.
    rank = {state: place for place, state in enumerate(_TOLD)}
    rows = rows[rows["referent"].isin(shown)].sort_values("state", key=lambda s: -s.map(rank), kind="stable")
    cells = {(row.referent, row.outlet): row.state for row in rows.itertuples()}
    mentions = rows.groupby(["referent", "outlet"])["n_mentions"].sum()
    if ax is None:
        ax = new_axes(1.5 + 0.33 * len(shown))
    signs(ax, cells, shown, outlets, _TOLD)
    name_rows(ax, [names[referent] for referent in shown], 44)
    name_columns(ax, outlets)
    bare(ax)
    for (referent, outlet), count in mentions.items():
        if count > 1 and len(outlets) <= 20:
            place = (outlets.index(outlet), shown.index(referent))
            ax.annotate(str(count), place, ha="center", va="center", fontsize=7, color="white", fontweight="bold")
    silent = sum("silent" in [cells.get((referent, outlet)) for outlet in outlets] for referent in shown)
    more = f"{len(shown)} of {len(referents)} facts are shown" if len(referents) > len(shown) else ""
    say(ax, f"Of {len(shown)} facts, {silent} are passed over by an outlet that could have told them", more)
    legend_below(ax)
    return ax


def plot_terms(terms, *, labels=None, top=None, ax=None):
    """Points of how much more often each group uses its most distinctive words than the rest, with 95 % intervals.

    terms : table from `distinctive_terms`; filled points pass the correction, open ones do not.
    labels : names of all articles, as a dictionary, so that an outlet has one colour in every picture.
    top : how many words to show for each group; as many as fit on a page, at most eight, if left out.

    Returns the Axes.
    """
    by = terms.columns[0]
    rows = terms.dropna(subset=[by, "log_ratio"])
    if rows.empty:
        return nothing(
            new_axes(1.6) if ax is None else ax, "There is nothing to compare: fewer than two groups of articles."
        )
    groups = sorted(set(rows[by]))
    rows = rows.groupby(by).head(top or int(np.clip(_LANES // len(groups), 1, 8)))
    rows = rows.sort_values(by, kind="stable").reset_index(drop=True)
    gaps = rows[by].map({group: number for number, group in enumerate(groups)})
    rows["y"] = rows.index + 0.7 * gaps
    if ax is None:
        ax = new_axes(1.3 + 0.21 * (len(rows) + len(groups)))
    finite = rows[["low", "high", "log_ratio"]].replace([np.inf, -np.inf], np.nan).to_numpy()
    left, right = min(np.nanmin(finite), 0) - 0.3, np.nanmax(finite) + 0.6
    styles = outlet_styles(groups, labels)
    for group in groups:
        _group(ax, rows[rows[by] == group], str(group), styles[str(group)], left, right)
    ax.axvline(0, color=SOFT, linewidth=0.8, zorder=0, label="_as often as the rest")
    ax.set_yticks(rows["y"], [shorten(term, 28) for term in rows["term"]], fontsize=8.5)
    ax.set_ylim(rows["y"].max() + 0.8, -0.8)
    ax.set_xlim(left, right)
    bare(ax, "x")
    sure = int((rows["p_adjusted"] <= 0.05).sum())
    title = f"{sure} of {len(rows)} words shown stand out beyond chance" if sure else "No word stands out beyond chance"
    say(
        ax,
        title,
        "log ratio: 1 is twice, 2 four times, 3 eight times as often as in the rest; filled: passes the correction",
    )
    marks = [
        swatch(name, marker=look["marker"], color=look["color"]) for name, look in styles.items() if name in groups
    ]
    legend_below(ax, marks)
    return ax


def _group(ax, rows, name, look, left, right):
    low, high = rows["low"].clip(left, right), rows["high"].clip(left, right)
    ax.hlines(rows["y"], low, high, color=look["color"], linewidth=1.4, alpha=0.6, label=f"_{name}, interval")
    open_ended = rows[np.isposinf(rows["high"])]
    ax.plot(
        [right] * len(open_ended),
        open_ended["y"],
        linestyle="none",
        marker=5,
        color=look["color"],
        markersize=6,
        clip_on=False,
        label=f"_{name}, no upper end",
    )
    for passes, note in ((True, "passes"), (False, "does not pass")):
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
                label=f"{name}, {note}",
            )
