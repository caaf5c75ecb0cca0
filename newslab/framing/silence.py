"""Who tells what, and who does not."""

from newslab.tables import table


def coverage(wording, *, articles=None, events=None):
    """Say of each referent and outlet whether the outlet tells of it.

    wording : table from `wording`.
    articles : the articles, for those with no row in `wording` and for the dates of publication.
    events : table from `group_events`.

    Returns a table with columns referent, label, outlet, state ("told", "silent", "could not know", "other event"),
    n_mentions.
    """
    sources = wording[["article_id", "outlet"]].drop_duplicates("article_id")
    counts = wording.groupby(["referent", "article_id"]).size()
    rows = []
    for referent, label in wording[["referent", "label"]].drop_duplicates("referent").itertuples(index=False):
        for article_id, outlet in sources.sort_values("article_id").itertuples(index=False):
            n = int(counts.get((referent, article_id), 0))
            rows.append(
                {"referent": referent, "label": label, "outlet": outlet, "state": "told" if n else "silent", "n_mentions": n}
            )
    return table("coverage", rows)
