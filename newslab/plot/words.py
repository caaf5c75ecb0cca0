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
)
from newslab.tables import outlet_or_id

_TOLD = {
    "told": {"marker": "o", "color": "#0072B2", "markersize": 10.5},
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

    >>> import newslab as nl
    >>> articles = nl.clean_articles(nl.load_articles("seeds", sources="seeds/sources.csv"))
    >>> ax = nl.plot_wording(nl.wording(articles), articles=articles)
    >>> ax.get_title(loc="left")
    'meeting: 5 wordings in 5 outlets'
    """
    rows = wording.assign(outlet=outlet_or_id(wording))
    if rows.empty:
        return nothing(new_axes(1.6) if ax is None else ax, "No referent was found.")
    outlets = sorted(set(rows["outlet"]))
    referents = list(dict.fromkeys(rows["referent"]))
    names = dict(zip(rows["referent"], rows["label"], strict=True))
    shown = referents[: top or max(1, _LANES // (len(outlets) + 1))]
    found = rows[rows["referent"].isin(shown)].groupby(["referent", "outlet"])["text"]
    unit = _unit(articles)
    counts = {lane: count * unit.get(lane[1], 1) for lane, count in found.size().items()}
    words = {lane: shorten(text, 62) for lane, text in found.agg(_usual).items()}
    # A free lane sets one referent off from the next and holds its name.
    lanes = [lane for referent in shown for lane in [referent, *((referent, outlet) for outlet in outlets)]]
    lanes = [lane for lane in lanes if lane in counts or lane in shown]
    place = {lane: y for y, lane in enumerate(lanes)}
    if ax is None:
        ax = new_axes(1.2 + 0.2 * len(lanes))
    _lanes(ax, place, counts, words, outlet_styles(outlets, labels))
    for referent in shown:
        name = shorten(names[referent], 70)
        ax.text(0, place[referent] + 0.1, name, fontsize=9, fontweight="bold", color=INK, va="center")
    more = f"; {len(shown)} of {len(referents)} referents are shown" if len(referents) > len(shown) else ""
    ways = {referent: len({words[lane].casefold() for lane in words if lane[0] == referent}) for referent in shown}
    most = max(shown, key=ways.get)
    title = f"{shorten(names[most], 44)}: {ways[most]} wordings in {sum(lane[0] == most for lane in words)} outlets"
    say(ax, title, f"mentions{' per 1,000 words' if unit else ''}, and the wording used most{more}")
    return ax


def _lanes(ax, place, counts, words, styles):
    """A bar for each referent and outlet, with its figure and its words behind it."""
    for outlet, look in styles.items():
        mine = [lane for lane in place if lane in counts and lane[1] == outlet]
        if mine:
            lengths = [counts[lane] for lane in mine]
            ax.barh([place[lane] for lane in mine], lengths, height=0.6, label=f"_{outlet}", color=look["color"])
    for lane, text in words.items():
        spot = (counts[lane], place[lane])
        shown = f"{counts[lane]:.1f}".removesuffix(".0") + f"  “{text}”"
        ax.annotate(shown, spot, (4, 0), textcoords="offset points", fontsize=8, color=INK, va="center")
    bars = sorted(place[lane] for lane in counts)
    outlet_at = {place[lane]: shorten(lane[1], 24) for lane in counts}
    ax.set_yticks(bars, [outlet_at[y] for y in bars])
    ax.set_ylim(max(bars) + 0.6, -0.6)
    # Room for the words: about a sixteenth of an inch a letter, on five and a half inches.
    room = (max(map(len, words.values())) * 0.062 + 0.5) / 5.5
    ax.set_xlim(0, max(counts.values()) / max(0.3, 1 - room))
    bare(ax)
    ax.tick_params(labelsize=8)
    ax.set_xticks([])


def _usual(texts):
    counted = texts.value_counts()
    return min(counted.index, key=lambda text: (-counted[text], text))


def _unit(articles):
    if articles is None:
        return {}
    words = articles["n_words"].groupby(outlet_or_id(articles)).sum()
    return {outlet: 1000 / count for outlet, count in words.items() if count}


def plot_coverage(coverage, *, top=25, ax=None):
    """Grid of the facts that two or more outlets tell: told, silent, could not know, other event.

    coverage : table from `coverage`; the figure beside a sign is the number of mentions.
    top : how many facts to show, in the order of the table.

    Returns the Axes.

    >>> import newslab as nl
    >>> articles = nl.clean_articles(nl.load_articles("seeds", sources="seeds/sources.csv"))
    >>> ax = nl.plot_coverage(nl.coverage(nl.wording(articles), articles=articles))
    >>> ax.get_title(loc="left")
    'At least one outlet is silent on 21 of 34 shared facts'
    """
    rows = coverage.dropna(subset="outlet")
    tellers = rows[rows["state"] == "told"].groupby("referent")["outlet"].nunique()
    everything = list(dict.fromkeys(rows["referent"]))
    referents = [referent for referent in everything if tellers.get(referent, 0) > 1]
    if not referents:
        return nothing(new_axes(1.6) if ax is None else ax, "No fact is told by two outlets.")
    names = dict(zip(rows["referent"], rows["label"], strict=True))
    shown, outlets = referents[:top], sorted(set(rows["outlet"]))
    # Of several articles of one outlet, the one that tells counts.
    rank = {state: place for place, state in enumerate(_TOLD)}
    rows = rows[rows["referent"].isin(referents)].sort_values("state", key=lambda s: -s.map(rank), kind="stable")
    cells = {(row.referent, row.outlet): row.state for row in rows.itertuples()}
    drawn = {cell: state for cell, state in cells.items() if cell[0] in shown}
    told = rows[(rows["state"] == "told") & rows["referent"].isin(shown)]
    mentions = told.groupby(["referent", "outlet"])["n_mentions"].sum()
    if ax is None:
        ax = new_axes(1.5 + 0.33 * len(shown))
    signs(ax, drawn, shown, outlets, _TOLD, beside=2.8)
    name_rows(ax, [names[referent] for referent in shown], 44)
    name_columns(ax, outlets, beside=2.8)
    bare(ax)
    for (referent, outlet), count in mentions.items():
        if count > 1 and len(outlets) <= 20:
            place = (outlets.index(outlet), shown.index(referent))
            ax.annotate(
                str(count),
                place,
                ha="center",
                va="center",
                fontsize=7 if count < 10 else 6,
                color="white",
                fontweight="bold",
            )
    silent = len({referent for (referent, _), state in cells.items() if state == "silent"})
    more = f"{len(shown)} of {len(referents)} facts are shown" if len(referents) > len(shown) else ""
    title = f"At least one outlet is silent on {silent} of {len(referents)} shared facts"
    say(ax, title if silent else "No outlet is silent on a fact that it could have told", more)
    legend_below(ax)
    return ax


def plot_terms(terms, *, labels=None, top=None, ax=None):
    """Points of how much more often each group uses its most distinctive words than the rest, with 95\u00a0% intervals.

    terms : table from `distinctive_terms`; filled points pass the correction, open ones do not.
    labels : names of all articles, as a dictionary, so that an outlet has one colour in every picture.
    top : how many words to show for each group; as many as fit on a page, at most eight, if left out.

    Returns the Axes.

    >>> import newslab as nl
    >>> articles = nl.clean_articles(nl.load_articles("seeds", sources="seeds/sources.csv"))
    >>> ax = nl.plot_terms(nl.distinctive_terms(articles))
    >>> ax.get_title(loc="left")
    'No word stands out beyond chance'
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
    # A free lane sets one group off from the next and holds its name.
    rows["y"] = rows.index + 1.0 + rows[by].map({group: number for number, group in enumerate(groups)})
    if ax is None:
        ax = new_axes(1.3 + 0.2 * (len(rows) + len(groups)))
    finite = rows[["low", "high", "log_ratio"]].replace([np.inf, -np.inf], np.nan).to_numpy()
    left, right = min(np.nanmin(finite), 0) - 0.3, np.nanmax(finite) + 0.6
    styles = outlet_styles(groups, labels)
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
    note = "log ratio: 1 is twice, 2 four times, 3 eight times as often as in the rest, with 95\u00a0% interval; "
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
