"""The tables of sentences and of words."""

from bisect import bisect_right

import pandas as pd

from newslab.tables import table
from newslab.text.body import bodies
from newslab.text.segmentation import paragraphs, split_sentences
from newslab.text.tokenization import WORD


def sentences(articles: pd.DataFrame) -> pd.DataFrame:
    """Split the kept text of each article into sentences.

    articles : table from `load_articles` or `clean_articles`.

    Returns a table with columns article_id, paragraph, sentence (both counted from 0 in the article), start, end
    (characters of the raw file), text; the articles in the order given. Raises TypeError or ValueError if `articles` is
    another table.

    >>> import newslab as nl
    >>> articles = nl.clean_articles(nl.load_articles("seeds"))
    >>> len(nl.sentences(articles)) > 50
    True
    """
    rows = []
    for article, body in bodies(articles):
        starts = [start for start, _ in paragraphs(body.text)]
        for number, (start, end) in enumerate(split_sentences(body.text)):
            raw_start, raw_end = body.raw_span(start, end)
            rows.append(
                {
                    "article_id": article.article_id,
                    "paragraph": bisect_right(starts, start) - 1,
                    "sentence": number,
                    "start": raw_start,
                    "end": raw_end,
                    "text": body.text[start:end],
                }
            )
    return table("sentences", rows)


def tokens(articles: pd.DataFrame) -> pd.DataFrame:
    """List the words of each article, with the form under which they are counted.

    articles : table from `load_articles` or `clean_articles`.

    Returns a table with columns article_id, sentence (counted from 0), start, end (characters of the raw file), text,
    term (lower case, without possessive); the articles in the order given. Raises TypeError or ValueError if `articles`
    is another table.

    >>> import newslab as nl
    >>> articles = nl.clean_articles(nl.load_articles("seeds"))
    >>> nl.tokens(articles)["text"].head(3).tolist()
    ['Russian', 'President', 'Vladimir']
    """
    rows = []
    for article, body in bodies(articles):
        for number, (first, last) in enumerate(split_sentences(body.text)):
            for match in WORD.finditer(body.text, first, last):
                raw_start, raw_end = body.raw_span(*match.span())
                rows.append(
                    {
                        "article_id": article.article_id,
                        "sentence": number,
                        "start": raw_start,
                        "end": raw_end,
                        "text": match.group(),
                        "term": match.group().lower().replace("’", "'").removesuffix("'s"),
                    }
                )
    return table("tokens", rows)
