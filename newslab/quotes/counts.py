"""Who is quoted, and how much."""

import pandas as pd

from newslab.quotes import bodies, lexicon, people
from newslab.tables import expect, outlet_or_id, table
from newslab.text import words

# Words in lower case that describe whom or what has no name.
_DESCRIBING = people.ROLES | people.TRADES | lexicon.DOCUMENTS
_COLUMNS = ["quote_id", "article_id", "text", "kind", "speaker", "duplicate_of", "utterance"]


def count_speakers(quotes: pd.DataFrame, *, by: str = "outlet") -> pd.DataFrame:
    """Count quotes per speaker.

    quotes : table from `extract_quotes`.
    by : column to count within; where no outlet is known, the article stands for it.

    Returns a table with columns `by`, speaker, quotes (utterances: the parts of one count once, repeated blocks and
    scare quotes do not count), words (quoted words), articles (articles of that `by` in which the speaker is quoted),
    share (of the quotes of that `by` whose speaker is known); most quoted first. Raises TypeError or
    ValueError if `quotes` is another table or has no column `by`.

    >>> import newslab as nl
    >>> quotes = nl.extract_quotes(nl.load_articles("seeds"))
    >>> nl.count_speakers(quotes).columns.tolist()
    ['outlet', 'speaker', 'quotes', 'words', 'articles', 'share']
    """
    expect(quotes, "quotes", _COLUMNS)
    if by not in list(quotes.columns):
        raise ValueError(f"the table of quotes has no column {by!r}; its columns are {quotes.columns.tolist()}")
    if by == "speaker":
        raise ValueError("by is the column to count speakers within, such as outlet; it cannot be speaker itself")
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
    counts = counts.sort_values(["quotes", by, "speaker"], ascending=[False, True, True])
    found = table("speakers", counts.rename(columns={by: "outlet"}).to_dict("list")).rename(columns={"outlet": by})
    return found.astype({by: quotes[by].dtype})


def is_named(speaker: str) -> bool:
    """Whether a speaker of the table of quotes has a name: "Ada Lowe", "Lowe administration"; not "bank spokesman".

    >>> [is_named(speaker) for speaker in ("Ada Lowe", "Lowe administration", "letter", "White House official")]
    [True, True, False, False]
    """
    first, *others = speaker.split()
    last = others[-1] if others else first
    if first.islower() and first not in people.PARTICLES:
        return False  # "spokesman for the Bauer Bank"
    if last.islower() and not (last in bodies.BODIES and first[0].isupper()):
        return False
    return _DESCRIBING.isdisjoint(word for word in others[:-1] if word.islower())
