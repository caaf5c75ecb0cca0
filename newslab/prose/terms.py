"""Which words mark which group of articles."""

from newslab.prose.words import Prose, escape, listed, number, quoted, sentence

_ONE_GROUP = "there are no two groups of articles to compare"


def describe_terms(terms, needed, *, most=6):
    """Say which words mark which group of articles, or how many uses it would take to say so.

    terms : table from `distinctive_terms`. needed : table from `uses_needed`, for the same articles.
    most : how many groups to name, and words for each.

    >>> import newslab as nl
    >>> articles = nl.clean_articles(nl.load_articles("seeds", sources="seeds/sources.csv"))
    >>> describe_terms(nl.distinctive_terms(articles), nl.uses_needed(articles)).heading
    ## No word stands out beyond chance in these articles
    """
    group = needed.columns[0]
    found = terms[terms["p_adjusted"].le(0.05).fillna(False)]
    if not found.empty:
        marked = [
            f"in {escape(name)} {listed(map(quoted, own['term'].head(most)))}"
            for name, own in found.groupby(group, sort=True)
        ]
        more = f"; and {number(len(marked) - most)} more" if len(marked) > most else ""
        count = found["term"].nunique()
        # A word that one article repeats says little of the outlet's other articles.
        single = needed.loc[needed[group].isin(found[group]), "articles"].eq(1).all()
        caution = (
            " With one article for each outlet, this tells how the article is written, not the outlet."
            if single
            else ""
        )
        return Prose(
            f"Some words are used more often than chance explains: {'; '.join(marked[:most])}{more}. "
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
