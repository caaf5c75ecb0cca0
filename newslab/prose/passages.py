"""Which articles share wording."""

from itertools import islice

import pandas as pd

from newslab.prose.words import Prose, escape, listed, number, percent, quoted, sentence
from newslab.tables import COLUMNS, article_labels, expect
from newslab.tallies import told_once

# Set phrases, names and titles make fewer words common to two texts of which neither was copied.
_TAKEN = 20
_NONE = "no two articles share a passage"


def describe_passages(passages: pd.DataFrame, articles: pd.DataFrame, *, top: int = 4) -> Prose:
    """Say which articles share passages, how many words, which is the longest, and who credits an outlet or an agency.

    passages : table from `shared_passages`. articles : the table it was made from. top : how many pairs to name. The
    share is of the words of the shorter article; a passage that an article prints twice counts once.

    Returns `Prose`: a str that a notebook shows as Markdown; `heading` is the finding in one line. Raises TypeError or
    ValueError if one is not the table named here.

    >>> import newslab as nl
    >>> articles = nl.clean_articles(nl.load_articles("seeds", sources="seeds/sources.csv"))
    >>> describe_passages(nl.shared_passages(articles), articles).heading
    ## RT and The Independent share 76 words in five passages
    """
    expect(passages, "passages", COLUMNS["passages"])
    expect(articles, "articles", ["article_id", "outlet", "agency", "published", "n_words", "raw"])
    if passages.empty:
        return Prose(f"{sentence(_NONE)}.", heading=_NONE)
    labels, raws = article_labels(articles), articles.set_index("article_id")["raw"]
    sizes = articles.set_index("article_id")["n_words"]
    passages = told_once(passages)
    pairs = passages.groupby(["source", "target"], sort=True)["words"].agg(["size", "sum"]).reset_index()
    pairs = pairs.sort_values(["sum", "source", "target"], ascending=[False, True, True])
    shared, parts = [], []
    for source, target, size, words in pairs.itertuples(index=False, name=None):
        names = f"{escape(labels[source])} and {escape(labels[target])}"
        shared.append(f"{names} share {number(words, 'word')} in {number(size, 'passage')}")
        share = percent(min(1, words / max(1, min(sizes[source], sizes[target]))))
        parts.append(f"{shared[-1]}, {share} of the shorter article")
    parts, more = parts[:top], len(parts) - top
    if more > 0:
        parts.append(f"{number(more, 'more pair shares', 'more pairs share')} fewer")
    order = ["words", "source", "target", "source_start"]
    longest = passages.sort_values(order, ascending=[False, True, True, True]).iloc[0]
    text = raws[longest["source"]][longest["source_start"] : longest["source_end"]]
    kind = f"{number(int(longest['words']), 'word')}, {longest['kind']}"
    which = "the passage" if len(passages) == 1 else "the longest passage"
    parts.append(f"{which} ({kind}) reads in {escape(labels[longest['source']])}: {quoted(text)}")
    parts += islice(_credited(passages, labels), top)
    parts += islice(_one_sided(passages, articles.set_index("article_id")["agency"], labels), top)
    return Prose(" ".join(f"{sentence(part)}." for part in parts), heading=shared[0])


def _credited(passages, labels):
    """For each article that quotes another outlet by name, how many words."""
    found = passages[passages["kind"] == "credited quote"]
    forth = found["direction"] == "source → target"
    pairs = found.assign(quoting=found["target"].where(forth, found["source"])).groupby(["source", "target", "quoting"])
    for (source, target, quoting), words in pairs["words"].sum().items():
        quoted_one = source if quoting == target else target
        yield f"{escape(labels[quoting])} quotes {number(int(words), 'word')} of {escape(labels[quoted_one])} by name"


def _one_sided(passages, agencies, labels):
    """For each article that credits an agency, those that share so much of its text and name no agency."""
    found = {}
    for row in passages[passages["kind"] == "agency on one side"].itertuples(index=False):
        credited, other = (row.source, row.target) if agencies.notna()[row.source] else (row.target, row.source)
        shared = found.setdefault(credited, {})
        shared[labels[other]] = shared.get(labels[other], 0) + row.words
    for credited, shared in sorted(found.items()):
        others = [f"{escape(name)} ({words} words)" for name, words in shared.items() if words >= _TAKEN]
        if others:
            share, name = ("shares", "names") if len(others) == 1 else ("share", "name")
            agency = f"{escape(labels[credited])} credits {escape(agencies[credited])}"
            yield f"{agency}; {listed(others, most=4)} {share} text with it and {name} no agency"
