"""The explorer: choose outlets, a speaker and a referent, and see the passages."""

import ipywidgets as widgets
import pandas as pd
from IPython.display import display

from newslab.display import show_passages
from newslab.tables import READABLE, expect, outlet_or_id

_ALL = "everybody"
_NOTHING = "nothing in particular"
_PLACE = ["article_id", "outlet", "start", "end", "text"]


def explore(articles: pd.DataFrame, quotes: pd.DataFrame, wording: pd.DataFrame, *, top: int = 20) -> None:
    """Choose outlets, a speaker or a thing spoken of, and see the passages change with the choice.

    articles : table from `clean_articles`.
    quotes : table from `extract_quotes`.
    wording : table from `wording`.
    top : how many passages to show at once.

    Shows the controls, and under them the passages of the choice: first the quotations of everybody in all outlets.
    Where nothing can be clicked, as in exported HTML, this first choice stays. With a thing chosen, the passages that
    speak of it are shown: its mentions, or, with a speaker as well, the quotations of that speaker which mention it.
    Returns None. Raises TypeError or ValueError if one is not the table named here.

    >>> import newslab as nl
    >>> articles = nl.clean_articles(nl.load_articles("seeds", sources="seeds/sources.csv"))
    >>> quotes = nl.extract_quotes(articles).query("outlet == 'USA TODAY'").head(1)
    >>> nl.explore(articles, quotes, nl.wording(articles))
    In JupyterLab: choose outlets, a speaker, a thing spoken of, and words to look for.
    USA TODAY, Dmitry Peskov: “quite likely”
    """
    expect(articles, "articles", [*READABLE, "outlet", "published"])
    expect(quotes, "quotes", [*_PLACE, "speaker", "duplicate_of"])
    expect(wording, "wording", [*_PLACE, "referent", "label"])
    # Where the outlets are not known, articles are chosen by their ids.
    outlets = sorted(set(outlet_or_id(articles[articles["status"] == "ok"])))
    controls = _controls(outlets, _ranked(quotes["speaker"]), _ranked_referents(wording))
    chosen = choose_passages(quotes, wording)
    display(_Controls([widgets.HBox(controls)]))
    shown = display(show_passages(chosen, articles, top=top), display_id=True)

    def update(_):
        outlet, speaker, referent, words = (control.value for control in controls)
        rows = choose_passages(quotes, wording, outlets=outlet, speaker=speaker, referent=referent, words=words)
        shown.update(show_passages(rows, articles, top=top))

    for control in controls:
        control.observe(update, names="value")


def choose_passages(quotes, wording, *, outlets=(), speaker=None, referent=None, words=""):
    """The rows of `quotes` or `wording` that answer a choice; what is left out does not restrict it.

    outlets : names of outlets, or ids of articles whose outlet is not known.
    speaker : as in the table of quotes. referent : as in the table of wordings.
    words : some words that the passage must hold, in any case.

    >>> import newslab as nl
    >>> articles = nl.clean_articles(nl.load_articles("seeds", sources="seeds/sources.csv"))
    >>> quotes, wording = nl.extract_quotes(articles), nl.wording(articles)
    >>> choose_passages(quotes, wording, outlets=["RT"], speaker="Dmitry Peskov")["outlet"].unique().tolist()
    ['RT']
    """
    speech = quotes[quotes["duplicate_of"].isna()]
    if speaker is not None:
        speech = speech[speech["speaker"] == speaker]
    rows = speech
    if referent is not None:
        mentions = wording[wording["referent"] == referent]
        rows = mentions if speaker is None else speech[_hold(speech, mentions)]
    if outlets:
        rows = rows[outlet_or_id(rows).isin(list(outlets))]
    return rows[rows["text"].str.contains(words.strip(), case=False, regex=False)]


def _hold(passages, mentions):
    """Which passages hold one of the mentions."""
    places = {}
    for row in mentions.itertuples():
        places.setdefault(row.article_id, []).append((row.start, row.end))
    return [
        any(row.start <= start and end <= row.end for start, end in places.get(row.article_id, ()))
        for row in passages.itertuples()
    ]


class _Controls(widgets.VBox):
    """The controls; where they cannot be shown, a sentence says what they are for."""

    def __repr__(self):
        return "In JupyterLab: choose outlets, a speaker, a thing spoken of, and words to look for."


def _controls(outlets, speakers, referents):
    style = {"style": {"description_width": "initial"}, "layout": widgets.Layout(width="auto")}
    rows = min(max(len(outlets), 2), 6)
    return [
        widgets.SelectMultiple(options=outlets, description="Outlets", rows=rows, **style),
        widgets.Dropdown(options=[(_ALL, None), *speakers], description="Speaker", **style),
        widgets.Dropdown(options=[(_NOTHING, None), *referents], description="Speaks of", **style),
        widgets.Text(description="Words", continuous_update=False, **style),
    ]


def _ranked(names):
    """Names for a list of choices, the most frequent first, with their number."""
    counts = names.dropna().value_counts()
    ranked = sorted(counts.items(), key=lambda entry: (-entry[1], entry[0]))
    return [(f"{name} ({count})", name) for name, count in ranked]


def _ranked_referents(wording):
    labels = dict(zip(wording["referent"], wording["label"], strict=True))
    return [
        (f"{labels[referent]} {count[count.rindex('(') :]}", referent)
        for count, referent in _ranked(wording["referent"])
    ]
