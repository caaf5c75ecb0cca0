"""Who is quoted, and how much."""

from newslab.tables import outlet_or_id
from newslab.text import words


def count_speakers(quotes, *, by="outlet"):
    """Count quotes per speaker.

    quotes : table from `extract_quotes`.
    by : column to count within; where no outlet is known, the article stands for it.

    Returns a table with columns `by`, speaker, quotes (utterances: the parts of one count once, repeated blocks and
    scare quotes do not count), words (quoted words), articles (articles of that `by` in which the speaker is quoted),
    share (of the quotes of that `by` whose speaker is known); most quoted first.

    >>> import newslab as nl
    >>> quotes = nl.extract_quotes(nl.load_articles("seeds"))
    >>> nl.count_speakers(quotes).columns.tolist()
    ['outlet', 'speaker', 'quotes', 'words', 'articles', 'share']
    """
    if by not in quotes.columns:
        raise KeyError(f"the table of quotes has no column {by!r}; its columns are {quotes.columns.tolist()}")
    if by == "outlet":
        quotes = quotes.assign(outlet=outlet_or_id(quotes))
    speech = quotes[quotes["duplicate_of"].isna() & ~quotes["kind"].isin(["scare"]).fillna(False)]
    speech = speech.dropna(subset=[by, "speaker"])
    speech = speech.assign(
        said=speech["utterance"].fillna(speech["quote_id"]),
        words=speech["text"].fillna("").map(lambda text: len(words(text))).astype("int64"),
    )
    counts = (
        speech.groupby([by, "speaker"], observed=True)
        .agg(quotes=("said", "nunique"), words=("words", "sum"), articles=("article_id", "nunique"))
        .reset_index()
    )
    counts["share"] = counts["quotes"] / counts.groupby(by, observed=True)["quotes"].transform("sum")
    return counts.astype({"share": "float64"}).sort_values(
        ["quotes", by, "speaker"], ascending=[False, True, True], ignore_index=True
    )
