"""How many characters of each page were kept, and how many were cut as what."""

import pandas as pd

from newslab.tables import STRING, article_labels, expect


def count_labels(spans: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """Count the characters of each page by their label, without the white space between paragraphs.

    spans : table from `spans`. articles : the articles it was made from.

    Returns a table with a row for each label, `body` first and the others by size, and the columns label, one for each
    article (named as by `article_labels`), all. Raises TypeError or ValueError if one is not the table named here.

    >>> import newslab as nl
    >>> articles = nl.clean_articles(nl.load_articles("seeds"))
    >>> nl.count_labels(nl.spans(articles), articles)["label"].iloc[0]
    'body'
    """
    expect(spans, "spans", ["article_id", "start", "end", "label", "rule"])
    expect(articles, "articles", ["article_id", "status", "outlet", "published"])
    names = article_labels(articles[articles["status"] == "ok"])
    written = spans[spans["rule"] != "white space"]
    sized = written.assign(characters=written["end"] - written["start"])
    counts = sized.pivot_table("characters", "label", "article_id", aggfunc="sum", fill_value=0)
    counts = counts.reindex(columns=list(names), fill_value=0).astype("int64").rename(columns=names)
    counts["all"] = counts.sum(axis=1).astype("int64")  # of no article it would be a float
    counts = counts.rename_axis(columns=None).reset_index().astype({"label": STRING})
    counts["rest"] = counts["label"] != "body"
    ordered = counts.sort_values(["rest", "all", "label"], ascending=[True, False, True], ignore_index=True)
    return ordered.drop(columns="rest")
