"""The versions of one utterance, each beside the fullest one."""

import pandas as pd

from newslab.display.passages import show_passages
from newslab.quotes.edits import fullest

_SIDE = {"article_id": "", "start": "_start", "end": "_end"}
_COLUMNS = ["label", *(f"{side}{end}" for side in ("source", "target") for end in _SIDE.values())]


def show_versions(matches, quotes, articles, *, top=20):
    """Show the versions of each utterance beside its fullest one, with the words that only one of them has.

    matches : table from `match_quotes`. quotes : the quotes it was made from. articles : the articles they stand in.
    top : how many versions to show.

    Returns an object for the last line of a cell: a line for each version, which opens to both in their context. The
    utterances that most articles carry come first.

    >>> import newslab as nl
    >>> articles = nl.clean_articles(nl.load_articles("seeds", sources="seeds/sources.csv")).head(2)
    >>> quotes = nl.extract_quotes(articles)
    >>> nl.show_versions(nl.match_quotes(quotes), quotes, articles, top=1)
    Dmitry Peskov: RT: “We have already said there have not been any [such talks].” | The Independent: “We have already
    said there have not been any (such talks)”
    1 of 2 passages are shown.
    """
    carried = matches.merge(quotes[["quote_id", "article_id", "speaker", "start", "end", "text"]], on="quote_id")
    width = carried.groupby("group")["article_id"].transform("nunique")
    carried = carried.assign(width=width).sort_values(["width", "group"], ascending=[False, True], kind="stable")
    rows = []
    for _, versions in carried.groupby("group", sort=False):
        whole = fullest(dict(zip(versions["quote_id"], versions["text"], strict=True)))
        source = versions[versions["quote_id"] == whole].iloc[0]
        rows += [_beside(source, version) for _, version in versions.iterrows() if version["quote_id"] != whole]
    return show_passages(pd.DataFrame(rows, columns=_COLUMNS), articles, top=top)


def _beside(source, target):
    """The row of one version beside the fullest; the speaker is named where one of the two articles names one."""
    speaker = source["speaker"] if isinstance(source["speaker"], str) else target["speaker"]
    row = {"label": speaker if isinstance(speaker, str) else "Speaker not known"}
    for side, version in (("source", source), ("target", target)):
        row |= {f"{side}{end}": version[column] for column, end in _SIDE.items()}
    return row
