"""Who is quoted, and who carries which utterance."""

import textwrap

import numpy as np

from newslab.plot.style import (
    INK,
    RULE,
    SOFT,
    bare,
    legend_below,
    name_columns,
    name_rows,
    new_axes,
    nothing,
    outlet_styles,
    repeated,
    say,
    shorten,
    signs,
)

_CARRIED = {
    "whole": {"marker": "o", "color": "#0072B2", "markersize": 9},
    "part": {"marker": "o", "color": "#0072B2", "markersize": 9, "fillstyle": "left", "markerfacecoloralt": "white"},
    "absent": {"marker": "o", "color": "#D55E00", "markersize": 9, "markerfacecolor": "white", "markeredgewidth": 1.4},
    "could not know": {"marker": "_", "color": SOFT, "markersize": 9, "markeredgewidth": 1.8},
    "other event": {"marker": "x", "color": SOFT, "markersize": 6, "markeredgewidth": 1.4},
}


def plot_speakers(speakers, *, labels=None, top=12, ax=None):
    """Bars of how often each speaker is quoted, divided by outlet.

    speakers : table from `count_speakers`; its first column is what it was counted within.
    labels : names of all articles, as a dictionary, so that an outlet has one colour in every picture.
    top : how many speakers to show, the most quoted first.

    Returns the Axes.

    >>> import newslab as nl
    >>> articles = nl.clean_articles(nl.load_articles("seeds", sources="seeds/sources.csv"))
    >>> ax = nl.plot_speakers(nl.count_speakers(nl.extract_quotes(articles)))
    >>> ax.get_title(loc="left")
    'Dmitry Peskov is quoted most: 23 of 35 quotes'
    """
    if speakers.empty:
        return nothing(new_axes(1.6) if ax is None else ax, "Nobody is quoted by name.")
    by = speakers.columns[0]
    counts = speakers.pivot_table(index="speaker", columns=by, values="quotes", aggfunc="sum", fill_value=0)
    total = counts.sum(axis=1)
    order = sorted(counts.index, key=lambda name: (-total[name], name))[:top]
    styles = outlet_styles(counts.columns, labels)
    counts = _few_columns(counts)
    if ax is None:
        ax = new_axes(1.5 + 0.3 * len(order))
    left = np.zeros(len(order))
    for outlet in counts.columns:
        widths = counts.loc[order, outlet].to_numpy(dtype=float)
        look = styles.get(str(outlet), {"color": RULE, "hatch": ""})
        style = {"color": look["color"], "hatch": look["hatch"], "edgecolor": "white", "linewidth": 0.8}
        bars = ax.barh(range(len(order)), widths, left=left, height=0.66, label=str(outlet), **style)
        # A figure that is wider than its bar would hide the next one.
        figures = [f"{width:.0f}" if width > 0.025 * total.max() else "" for width in widths]
        box = {"boxstyle": "round,pad=0.15", "facecolor": "white", "edgecolor": "none"}
        for text in ax.bar_label(bars, figures, label_type="center", fontsize=8, color=INK, bbox=box):
            repeated(text)
        left += widths
    name_rows(ax, order)
    bare(ax, "x")
    ax.xaxis.get_major_locator().set_params(integer=True)
    first = f"{order[0]} is quoted most: {total[order[0]]} of {total.sum()} quotes"
    more = f"; {len(order)} of {len(total)} speakers are shown" if len(total) > len(order) else ""
    say(ax, first, f"quotes whose speaker is known{more}")
    legend_below(ax)
    return ax


def _few_columns(counts, most=8):
    """As many outlets as can be told apart, in alphabetical order, the others together."""
    if len(counts.columns) <= most:
        return counts[sorted(counts.columns)]
    size = counts.sum()
    kept = sorted(sorted(counts.columns, key=lambda outlet: (-size[outlet], outlet))[: most - 1])
    others = counts.drop(columns=kept)
    return counts[kept].assign(**{f"{len(others.columns)} other outlets": others.sum(axis=1)})


def plot_carriage(carriage, *, top=20, ax=None):
    """Grid of utterances by outlet: carried whole, in part, left out, or not yet spoken when the outlet wrote.

    carriage : table from `quote_carriage`.
    top : how many utterances to show, in the order of the table.

    Returns the Axes.

    >>> import newslab as nl
    >>> articles = nl.clean_articles(nl.load_articles("seeds", sources="seeds/sources.csv"))
    >>> quotes = nl.extract_quotes(articles)
    >>> ax = nl.plot_carriage(nl.quote_carriage(nl.match_quotes(quotes), quotes, articles))
    >>> ax.get_title(loc="left")
    '“During the conversation, both sides …” is carried by 2 of 5 outlets'
    """
    if carriage.empty:
        return nothing(new_axes(1.6) if ax is None else ax, "No utterance stands in more than one article.")
    utterances = list(dict.fromkeys(carriage["utterance"]))
    shown, outlets = utterances[:top], sorted(set(carriage["outlet"].dropna()))
    if ax is None:
        ax = new_axes(1.5 + 0.42 * len(shown))
    rows = carriage[carriage["utterance"].isin(shown)].dropna(subset="outlet")
    cells = {(row.utterance, row.outlet): row.state for row in rows.itertuples()}
    signs(ax, cells, shown, outlets, _CARRIED, beside=3.2)
    speaker = dict(zip(rows["utterance"], rows["speaker"], strict=True)) if "speaker" in rows else {}
    ax.set_yticks(range(len(shown)), [_spoken(text, speaker.get(text)) for text in shown], fontsize=8.5)
    ax.set_ylim(len(shown) - 0.5, -0.5)
    name_columns(ax, outlets, beside=3.2)
    bare(ax)
    carried = {text: sum(cells.get((text, outlet)) in ("whole", "part") for outlet in outlets) for text in shown}
    widest = max(shown, key=carried.get)
    more = f"{len(shown)} of {len(utterances)} utterances are shown" if len(utterances) > len(shown) else ""
    say(ax, f"“{shorten(widest, 46)}” is carried by {carried[widest]} of {len(outlets)} outlets", more)
    legend_below(ax)
    return ax


def _spoken(text, speaker):
    """An utterance in two lines, its speaker first."""
    who = f"{speaker}: " if isinstance(speaker, str) else ""
    return textwrap.fill(f"{who}“{shorten(text, 88 - len(who))}”", 50)
