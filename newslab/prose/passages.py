"""Which articles share wording."""

from newslab.prose.words import Prose, escape, number, quoted, sentence
from newslab.tables import article_labels
from newslab.tallies import told_once

_NONE = "no two articles share a passage"


def describe_passages(passages, articles, *, most=4):
    """Say who shares wording with whom, how much, and which passage is the longest.

    passages : table from `shared_passages`. articles : the table it was made from. most : how many pairs to name.

    >>> import newslab as nl
    >>> articles = nl.clean_articles(nl.load_articles("seeds", sources="seeds/sources.csv"))
    >>> describe_passages(nl.shared_passages(articles), articles).heading
    ## RT and The Independent share 76 words in five passages
    """
    if passages.empty:
        return Prose(f"{sentence(_NONE)}.", heading=_NONE)
    labels, raws = article_labels(articles), articles.set_index("article_id")["raw"]
    passages = told_once(passages)
    groups = passages.groupby(["source", "target"], sort=True)["words"].agg(["size", "sum"]).reset_index()
    groups = groups.sort_values(["sum", "source", "target"], ascending=[False, True, True])
    told = [
        f"{escape(labels[row.source])} and {escape(labels[row.target])} share {number(row.words, 'word')} in "
        f"{number(row.passages, 'passage')}"
        for row in groups.set_axis(["source", "target", "passages", "words"], axis=1).itertuples(index=False)
    ]
    more = f"; {number(len(told) - most, 'more pair')} share fewer" if len(told) > most else ""
    longest = passages.sort_values(["words", "source", "target", "source_start"], ascending=[False, True, True, True])
    longest = longest.iloc[0]
    text = raws[longest["source"]][longest["source_start"] : longest["source_end"]]
    common = f"{number(int(longest['words']), 'word')} in common ({longest['kind']})"
    longest = f"the longest, {common}, reads in {escape(labels[longest['source']])} {quoted(text)}"
    return Prose(f"{'; '.join(told[:most])}{more}. {sentence(longest)}.", heading=told[0])
