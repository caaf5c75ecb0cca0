"""Which words mark which group of articles."""

import pandas as pd

from newslab.prose.words import Prose, escape, listed, number, quoted, sentence
from newslab.tables import expect

_ONE_GROUP = "there are no two groups of articles to compare"


def describe_terms(terms: pd.DataFrame, needed: pd.DataFrame, *, top: int = 6) -> Prose:
    """Say which words mark which group of articles, or how many uses it would take to say so.

    terms : table from `distinctive_terms`. needed : table from `uses_needed`, for the same articles.
    top : how many groups to name, and words for each.

    Returns `Prose`: a str that a notebook shows as Markdown; `heading` is the finding in one line. Raises TypeError or
    ValueError if one is not the table named here.

    >>> import newslab as nl
    >>> articles = nl.clean_articles(nl.load_articles("seeds", sources="seeds/sources.csv"))
    >>> describe_terms(nl.distinctive_terms(articles), nl.uses_needed(articles)).heading
    ## No word stands out beyond chance in these articles
    """
    expect(terms, "terms", ["term", "p_adjusted"])
    expect(needed, "uses", ["articles", "needed", "only_here", "count"])
    group = needed.columns[0]
    found = terms[terms["p_adjusted"].le(0.05).fillna(False)]
    if not found.empty:
        marked = [
            f"in {escape(name)} {listed(map(quoted, own['term'].head(top)))}"
            for name, own in found.groupby(group, sort=True)
        ]
        more = f"; and {number(len(marked) - top)} more" if len(marked) > top else ""
        count = found["term"].nunique()
        # A word that one article repeats says little of the outlet's other articles.
        single = needed.loc[needed[group].isin(found[group]), "articles"].eq(1).all()
        caution = (
            " With one article for each outlet, this tells how the article is written, not the outlet."
            if single
            else ""
        )
        return Prose(
            f"Some words are used more often than chance explains: {'; '.join(marked[:top])}{more}. "
            f"At most 5% of these are expected to be there by chance.{caution}",
            heading=f"{number(count, 'word marks', 'words mark')} an {'article' if single else 'outlet'} beyond chance",
        )
    own = needed.dropna(subset=["needed", "count"])
    if own.empty:
        return Prose(f"{sentence(_ONE_GROUP)}.", heading=_ONE_GROUP)
    low, high = int(own["needed"].min()), int(own["needed"].max())
    enough = number(low) if low == high else f"{number(low)} to {number(high)}"
    nearest = own.sort_values(["count", group], ascending=[False, True], kind="stable").iloc[0]
    most_used = f"{quoted(nearest['only_here'])} in {escape(nearest[group])}"
    claim = "no word stands out beyond chance in these articles"
    return Prose(
        f"{sentence(claim)}. A word that only one outlet uses would need {enough} uses there; the most frequent, "
        f"{most_used}, has {number(int(nearest['count']))}.",
        heading=claim,
    )
