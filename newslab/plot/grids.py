"""Grids of signs: which outlet reports what, and which carries which utterance."""

import textwrap
from itertools import pairwise

import numpy as np
import pandas as pd
from matplotlib.axes import Axes

from newslab.plot.style import (
    FAINT,
    RULE,
    SOFT,
    WIDTH,
    bare,
    height_of_names,
    labels_of,
    legend_below,
    name_columns,
    name_rows,
    new_axes,
    nothing,
    say,
    shorten,
)
from newslab.tables import article_labels, event_of, expect, outlet_or_id
from newslab.tallies import by_outlet, most_told

# White with a coloured edge: what is not there, though it could be; grey: what is not to be expected.
_MISSED = {"marker": "o", "color": "#D55E00", "markersize": 9, "markerfacecolor": "white", "markeredgewidth": 1.4}
_NOT_EXPECTED = {
    "could not know": {"marker": "_", "color": SOFT, "markersize": 9, "markeredgewidth": 1.8},
    "other event": {"marker": "x", "color": FAINT, "markersize": 5, "markeredgewidth": 1.0},
}
_TOLD = {"told": {"marker": "o", "color": "#0072B2", "markersize": 10.5}, "silent": _MISSED, **_NOT_EXPECTED}
_CARRIED = {
    "whole": {"marker": "o", "color": "#0072B2", "markersize": 9},
    "part": {"marker": "o", "color": "#0072B2", "markersize": 9, "fillstyle": "left", "markerfacecoloralt": "white"},
    "absent": _MISSED,
    **_NOT_EXPECTED,
}


def plot_coverage(
    coverage: pd.DataFrame,
    *,
    articles: pd.DataFrame | None = None,
    events: pd.DataFrame | None = None,
    top: int = 25,
    ax: Axes | None = None,
) -> Axes:
    """Grid of the facts and names that two or more outlets report, with the state of each outlet.

    coverage : table from `coverage`; the figure in a sign is the number of mentions.
    articles, events : the articles, and the table from `group_events`: outlets of one event stand side by side.
    top : how many to show: first those on which an outlet is silent; what more outlets report, and at more length,
        before other things.
    ax : Axes to draw into; without them a picture of its own is made.

    Returns the Axes; without a picture if there is no gap within an event. Raises TypeError or ValueError if one is not
    the table named here.

    >>> import newslab as nl
    >>> articles = nl.clean_articles(nl.load_articles("seeds", sources="seeds/sources.csv"))
    >>> ax = nl.plot_coverage(nl.coverage(nl.wording(articles), articles))
    >>> ax.get_title(loc="left").split(" on ")[0]
    'At least one outlet is silent'
    """
    expect(coverage, "coverage", ["referent", "label", "outlet", "state", "n_mentions"])
    if articles is not None:
        expect(articles, "articles", ["article_id", "outlet"])
    rows = by_outlet(coverage)
    referents = most_told(rows)
    if not referents:
        return nothing(ax, "no fact or name is reported by two outlets")
    names = dict(zip(rows["referent"], rows["label"], strict=True))
    outlets, told_of = _by_event(set(rows["outlet"]), articles, events)
    rows = rows[rows["referent"].isin(referents)]
    if rows["state"].isin(["told", "other event"]).all():
        return nothing(ax, "no outlet is called silent on a fact or name")
    cells = {(row.referent, row.outlet): row.state for row in rows.itertuples()}
    silent = {referent for (referent, _), state in cells.items() if state == "silent"}
    shown = sorted(referents, key=lambda referent: referent not in silent)[:top]
    drawn = {cell: state for cell, state in cells.items() if cell[0] in shown}
    heads = [f"{outlet} ({told_of[outlet]})" if outlet in told_of else outlet for outlet in outlets]
    if ax is None:
        ax = new_axes(1.5 + 0.33 * len(shown) + height_of_names(heads, beside=2.8))
    _signs(ax, drawn, shown, outlets, _TOLD, beside=2.8)
    name_rows(ax, [names[referent] for referent in shown], 44)
    name_columns(ax, heads, beside=2.8)
    bare(ax)
    for place, (one, other) in enumerate(pairwise(outlets)):
        if told_of.get(one) != told_of.get(other):
            ax.axvline(place + 0.5, color=FAINT, linewidth=1, zorder=0)
    if len(outlets) <= 20:
        _write_counts(ax, rows[(rows["state"] == "told") & rows["referent"].isin(shown)], shown, outlets)
    order = "those with a silence first" if silent else "the most reported first"
    more = f"; {len(shown)} of {len(referents)} are shown, {order}" if len(referents) > len(shown) else ""
    empty = "; an empty place: not found, but no silence is claimed" if len(drawn) < len(shown) * len(outlets) else ""
    older = "; could not know: published before the first article here that reports it, and before its day"
    empty += older if "could not know" in drawn.values() else ""
    title = f"At least one outlet is silent on {len(silent)} of {len(referents)} shared facts and names"
    title = title if silent else "No outlet is called silent on a fact or name"
    say(ax, title, f"figures: mentions, if there are several{empty}{more}")
    legend_below(ax)
    return ax


def _by_event(outlets, articles, events):
    """The outlets in the order of their events, and "event 1" or "events 1, 3" for each, if there are several."""
    event = event_of(events)
    if articles is None or len(set(event.values())) < 2:
        return sorted(outlets), {}
    outlet_of = dict(zip(articles["article_id"], outlet_or_id(articles), strict=True))
    numbers = {}
    for article_id, number in event.items():
        numbers.setdefault(outlet_of.get(article_id), set()).add(number)
    order = sorted(outlets, key=lambda outlet: (sorted(numbers.get(outlet, ())), outlet))
    known = {outlet: sorted(numbers[outlet]) for outlet in order if outlet in numbers}
    return order, {one: f"event{'s' * (len(found) > 1)} {', '.join(map(str, found))}" for one, found in known.items()}


def _write_counts(ax, told, rows, columns):
    mentions = told.groupby(["referent", "outlet"])["n_mentions"].sum()
    look = {"ha": "center", "va": "center", "color": "white", "fontweight": "bold"}
    for (row, column), count in mentions[mentions > 1].items():
        place = (columns.index(column), rows.index(row))
        ax.annotate(str(count), place, fontsize=7 if count < 10 else 6, **look)


def plot_carriage(
    carriage: pd.DataFrame, *, articles: pd.DataFrame | None = None, top: int = 20, ax: Axes | None = None
) -> Axes:
    """Grid of utterances by article: carried whole, in part, left out, could not know, other event.

    carriage : table from `quote_carriage`.
    articles : the articles, to tell apart several of one outlet by their days.
    top : how many utterances to show, in the order of the table.
    ax : Axes to draw into; without them a picture of its own is made.

    Returns the Axes. Raises TypeError or ValueError if one is not the table named here.

    >>> import newslab as nl
    >>> articles = nl.clean_articles(nl.load_articles("seeds", sources="seeds/sources.csv"))
    >>> quotes = nl.extract_quotes(articles)
    >>> matches = nl.match_quotes(quotes, articles=articles)
    >>> ax = nl.plot_carriage(nl.quote_carriage(matches, quotes, articles, events=nl.group_events(articles)))
    >>> " ".join(ax.get_title(loc="left").split())
    '“Obviously every ambassador informs the …” is carried by both articles that could'
    """
    expect(carriage, "carriage", ["group", "utterance", "speaker", "article_id", "outlet", "state"])
    if carriage.empty:
        return nothing(ax, "no utterance is carried by two articles")
    # Not by their words: two people may be quoted with the same few.
    utterances = carriage.drop_duplicates("group").set_index("group")
    shown = utterances.index[:top].tolist()
    undated = carriage.drop_duplicates("article_id").assign(published=pd.NaT)
    name = article_labels(undated) | labels_of(articles)
    columns = sorted(set(carriage["article_id"]), key=lambda article_id: (name[article_id], article_id))
    heads = [name[article_id] for article_id in columns]
    if ax is None:
        ax = new_axes(1.5 + 0.42 * len(shown) + height_of_names(heads, beside=3.2))
    cells = {(row.group, row.article_id): row.state for row in carriage.itertuples() if row.group in shown}
    _signs(ax, cells, shown, columns, _CARRIED, beside=3.2)
    spoken = [_spoken(row.utterance, row.speaker) for row in utterances.loc[shown].itertuples()]
    ax.set_yticks(range(len(shown)), spoken, fontsize=8.5)
    ax.set_ylim(len(shown) - 0.5, -0.5)
    name_columns(ax, heads, beside=3.2)
    bare(ax)
    carried = {group: sum(cells.get((group, one)) in ("whole", "part") for one in columns) for group in shown}
    text = utterances["utterance"]
    widest = max(shown, key=lambda group: (carried[group], len(text[group])))
    more = f"{len(shown)} of {len(utterances)} utterances are shown" if len(utterances) > len(shown) else ""
    able = sum(cells.get((widest, one)) not in _NOT_EXPECTED for one in columns)
    say(ax, f"“{shorten(text[widest], 46)}” is carried by {_of(carried[widest], able, len(columns))}", more)
    legend_below(ax)
    return ax


def _of(carriers, able, articles):
    """How many carry it, of those that could have."""
    if able == articles:
        return f"{carriers} of {articles} articles"
    every = "both" if carriers == 2 else f"all {carriers}"
    return f"{every if carriers == able else f'{carriers} of {able}'} articles that could"


def _spoken(text, speaker):
    """An utterance in two lines, its speaker first."""
    who = f"{speaker}: " if isinstance(speaker, str) else ""
    return textwrap.fill(f"{who}“{shorten(text, 88 - len(who))}”", 50)


def _signs(ax, cells, rows, columns, states, beside):
    """A grid of signs: `cells` maps (row, column) to a state, `states` a state to how its sign looks."""
    room = 72 * (WIDTH - beside - 0.3) / max(len(columns), 1)
    for state, look in states.items():
        places = [(columns.index(c), rows.index(r)) for (r, c), found in cells.items() if found == state]
        if places:
            x, y = zip(*sorted(places), strict=True)
            fitted = look | {"markersize": min(look["markersize"], 0.8 * room)}
            ax.plot(x, y, linestyle="none", label=state, **fitted)
    ax.set_yticks(np.arange(-0.5, len(rows)), minor=True)
    ax.grid(axis="y", which="minor", color=RULE, linewidth=0.6)
    ax.tick_params(which="minor", length=0)
    ax.set_axisbelow(True)
