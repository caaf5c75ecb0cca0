"""How often each outlet mentions what, and in which words."""

import pandas as pd
from matplotlib.axes import Axes

from newslab.plot.style import INK, LANES, bare, new_axes, nothing, outlet_styles, repeated, say, shorten
from newslab.tables import expect, outlet_or_id


def plot_wording(
    wording: pd.DataFrame, *, articles: pd.DataFrame | None = None, top: int = 12, ax: Axes | None = None
) -> Axes:
    """Bars of how often each outlet mentions each referent, with the words it uses most for it.

    wording : table from `wording`.
    articles : all articles, to give mentions per 1,000 words instead of counts, and so that an outlet has one colour
        in every picture.
    top : how many referents to show, in the order of the table, as far as they fit on a page.
    ax : Axes to draw into; without them a picture of its own is made.

    Returns the Axes. Raises TypeError or ValueError if one is not the table named here.

    >>> import newslab as nl
    >>> articles = nl.clean_articles(nl.load_articles("seeds", sources="seeds/sources.csv"))
    >>> ax = nl.plot_wording(nl.wording(articles), articles=articles)
    >>> "mentions per 1,000 words in" in ax.get_title(loc="left")
    True
    """
    expect(wording, "wording", ["referent", "label", "article_id", "outlet", "text"])
    rows = wording.assign(outlet=outlet_or_id(wording))
    if rows.empty:
        return nothing(ax, "no referent was found")
    outlets = sorted(set(rows["outlet"]))
    referents = list(dict.fromkeys(rows["referent"]))
    names = dict(zip(rows["referent"], rows["label"], strict=True))
    shown = referents[: min(top, max(1, LANES // (len(outlets) + 1)))]
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
    _lanes(ax, place, counts, words, outlet_styles(outlets, articles), names)
    more = f"; {len(shown)} of {len(referents)} referents are shown" if len(referents) > len(shown) else ""
    measure = f"mentions{' per 1,000 words' if unit else ''}"
    say(ax, _unlike(counts, shown, names, measure), f"{measure}, without pronouns, and the wording used most{more}")
    return ax


def _unlike(counts, shown, names, measure):
    """The referent that outlets mention most unequally often, of those that mention it at all."""
    often = {
        referent: sorted((count, lane[1]) for lane, count in counts.items() if lane[0] == referent)
        for referent in shown
    }
    most = max(shown, key=lambda referent: often[referent][-1][0] / often[referent][0][0])
    (few, seldom), *_, (many, outlet) = [*often[most], often[most][-1]]
    rest = f", {few:.1f} in {shorten(seldom, 24)}" if outlet != seldom else ""
    return f"{shorten(names[most], 44)}: {many:.1f} {measure} in {shorten(outlet, 24)}{rest}".replace(".0 ", " ")


def _lanes(ax, place, counts, words, styles, names):
    """For each referent its name, and a bar for each outlet, with its figure and its words behind it."""
    for referent in [lane for lane in place if lane not in counts]:
        mine = [lane for lane in place if lane in counts and lane[0] == referent]
        lengths = [counts[lane] for lane in mine]
        name, colours = shorten(names[referent], 70), [styles[outlet]["color"] for _, outlet in mine]
        ax.barh([place[lane] for lane in mine], lengths, height=0.6, label=f"_{name}", color=colours)
        heading = ax.text(0, place[referent] + 0.1, name, fontsize=9, fontweight="bold", color=INK, va="center")
        repeated(heading)
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
    expect(articles, "articles", ["article_id", "outlet", "n_words"])
    words = articles["n_words"].groupby(outlet_or_id(articles)).sum()
    return {outlet: 1000 / count for outlet, count in words.items() if count}
