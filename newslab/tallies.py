"""Aggregation used by both `prose` and `plot`: one row per outlet and fact, one per shared passage."""

_STATES = ("told", "silent", "could not know", "other event")


def by_outlet(coverage):
    """One row for each outlet and each fact or name; one article that reports it is enough for its outlet.

    coverage : table from `coverage`. An outlet is silent if nothing is doubtful about any of its articles. Returns the
    columns of the table, with the mentions of all articles of an outlet.

    >>> from newslab.tables import table
    >>> rows = [("fact/resigned", "a", "silent"), ("fact/resigned", "b", "told"), ("fact/left", "a", "silent")]
    >>> rows = [dict(zip(("referent", "article_id", "state"), row), outlet="RT", n_mentions=1) for row in rows]
    >>> by_outlet(table("coverage", rows))[["referent", "state", "n_mentions"]].to_numpy().tolist()
    [['fact/resigned', 'told', 2]]
    """
    lane = [coverage["referent"], coverage["outlet"]]
    mentions, certain = (coverage[column].groupby(lane) for column in ("n_mentions", "state"))
    rows = coverage.assign(n_mentions=mentions.transform("sum"), at=range(len(coverage)))
    articles = coverage.groupby("outlet")["article_id"].transform("nunique")
    rows = rows[(rows["state"] != "silent") | (certain.transform("size") >= articles)]
    rows = rows.sort_values("state", key=lambda states: states.map(_STATES.index), kind="stable")
    return rows.drop_duplicates(["referent", "outlet"]).sort_values("at").drop(columns="at")


# A clause states a fact once, however much of the account hangs on it; a name is spoken of again and again.
_FACT = 3


def most_told(coverage):
    """The facts and names that two or more outlets report, those first that more of them do, then at greater length.

    coverage : table from `by_outlet`. A fact counts like a name with three mentions an outlet. Returns referents.

    >>> from newslab.tables import table
    >>> rows = [("name/Moss", "A", 1), ("name/Moss", "B", 1), ("fact/left", "A", 1), ("fact/left", "B", 1)]
    >>> rows = [dict(zip(("referent", "outlet", "n_mentions"), row, strict=True), state="told") for row in rows]
    >>> most_told(table("coverage", rows))
    ['fact/left', 'name/Moss']
    """
    told = coverage[coverage["state"] == "told"]
    found = told.groupby("referent", sort=False)["n_mentions"].agg(["size", "mean"]).reset_index()
    found["mean"] = found["mean"].mask(found["referent"].str.startswith("fact/"), _FACT)
    found = found[found["size"] > 1].sort_values(["size", "mean"], ascending=False, kind="stable")
    return found["referent"].tolist()


def told_once(passages):
    """Drop passages that lie inside a longer passage of the same pair, on either side.

    A sentence that another article prints twice is two passages of the table, but its words count once.

    passages : table from `shared_passages`. Returns the rows in their order.

    >>> from newslab.tables import table
    >>> ends = {"source": "a", "target": "b", "source_start": 0, "source_end": 40}
    >>> rows = [ends | {"target_start": start, "target_end": start + 40, "words": 8 - start // 50} for start in (0, 50)]
    >>> told_once(table("passages", rows))["words"].tolist()
    [8]
    """
    kept, taken = [], {}
    order = ["words", "source", "target", "source_start", "target_start"]
    for row in passages.sort_values(order, ascending=[False, True, True, True, True]).itertuples():
        places = [("source", row.source_start, row.source_end), ("target", row.target_start, row.target_end)]
        others = taken.setdefault((row.source, row.target), [])
        if not any(place[0] == other[0] and _overlap(*place[1:], *other[1:]) for place in places for other in others):
            kept.append(row.Index)
            others += places
    return passages.loc[passages.index.isin(kept)]


def _overlap(start, end, first, last):
    """Whether at least half of the first stretch lies in the second."""
    return 2 * (min(end, last) - max(start, first)) >= end - start
