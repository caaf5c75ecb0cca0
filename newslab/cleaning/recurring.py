"""The pass over a corpus: a line that recurs over the articles of one outlet is furniture."""

from collections import defaultdict

import pandas as pd

from newslab.tables import READABLE, expect
from newslab.text import Body, bodies, count_words, words


def drop_recurring_lines(articles: pd.DataFrame, *, times: int = 3) -> pd.DataFrame:
    """Remove lines that recur in several articles of the same outlet.

    articles : table from `clean_articles`.
    times : a kept line that stands in at least so many articles of one outlet, and in a fifth of them, is furniture.

    Returns the same table with `kept`, `text` and `n_words` narrowed. Unlike with `clean_articles`, the result
    depends on the other articles given. Articles without an outlet are left as they are. Raises TypeError or ValueError
    if `articles` is another table.

    >>> import newslab as nl
    >>> articles = nl.clean_articles(nl.load_articles("seeds"))
    >>> drop_recurring_lines(articles)["n_words"].equals(articles["n_words"])
    True
    """
    expect(articles, "articles", [*READABLE, "outlet", "text", "n_words"])
    holders, sizes = defaultdict(set), defaultdict(int)
    for article, _ in bodies(articles):
        if not pd.isna(article.outlet):
            sizes[article.outlet] += 1
            for start, end in article.kept:
                holders[article.outlet, _key(article.raw[start:end])].add(article.article_id)
    recurring = {key for key, ids in holders.items() if len(ids) >= max(times, 0.2 * sizes[key[0]])}
    cleaned = articles.copy()
    rows = [_narrowed(row, recurring) for row in articles.itertuples(index=False)]
    for position, column in enumerate(("kept", "text", "n_words")):
        cleaned[column] = pd.Series([row[position] for row in rows], index=articles.index, dtype=articles[column].dtype)
    return cleaned


def _narrowed(row, recurring):
    if row.status != "ok" or pd.isna(row.outlet):
        return row.kept, row.text, row.n_words
    kept = tuple(span for span in row.kept if (row.outlet, _key(row.raw[slice(*span)])) not in recurring)
    if kept == row.kept:
        return row.kept, row.text, row.n_words
    text = Body(row.raw, kept).text
    return kept, text, count_words(text)


def _key(line):
    return " ".join(words(line))
