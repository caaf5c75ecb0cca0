"""Who tells of what, and who does not, or could not."""

import pandas as pd
from sklearn.metrics.pairwise import cosine_similarity

from newslab.framing.echoes import Echoes
from newslab.tables import table

# A country or a place is known before anybody writes of it; a person's part in a story, an act or a fact is not.
_ALWAYS_KNOWN = ("country",)
# An article of another event that names the same as one that tells, to this cosine, is of the same story, and would be
# expected to tell of it if it were not older.
_SAME_STORY = 0.4


def coverage(wording, *, articles=None, events=None):
    """Say of each referent and each article whether it is told there.

    wording : table from `wording`.
    articles : the table that `wording` was made from: adds the articles that speak of none of the referents, and the
        dates that tell who could not know.
    events : table from `group_events`, to tell an article of another event from a silent one. With it, a thing without
        a name that no two articles of one event speak of is left out: it is a word that they share.

    Returns a table with columns referent, label, outlet (article_id where the outlet is not known), state, n_mentions
    (mentions in the article), in the order of `wording`. States: "told"; "could not know" (published a day or more
    before the first article that tells of it; not asked of countries); "other event" (no article of its event tells of
    it, and it is not merely an older account of the same story: one that names the same people and places); "silent"
    otherwise, also where a date or event is not known. An article that has one part of a fact or an act and not the
    other ("relations" where two others write "mend relations"), both parties of an act, a sentence with much of what
    stands around the two parts elsewhere, or the words of the label in another sense, may tell it in words that were
    not recognised: it is neither told nor silent, and has no row.

    >>> import newslab as nl
    >>> articles = nl.clean_articles(nl.load_articles("seeds", sources="seeds/sources.csv"))
    >>> told = nl.coverage(nl.wording(articles), articles=articles)
    >>> flynn = told[told["label"] == "Michael Flynn"]
    >>> dict(zip(flynn["outlet"], flynn["state"]))["USA TODAY"]
    'could not know'
    """
    sources = _sources(wording, articles)
    days = _days(articles)
    groups = dict(zip(events["article_id"], events["event"], strict=True)) if events is not None else {}
    counts = wording.groupby(["referent", "article_id"], sort=False).size()
    kin, echoes = _kin(wording) if groups else {}, Echoes(wording, articles)
    rows = []
    for referent, label, rule in (
        wording[["referent", "label", "rule"]].drop_duplicates("referent").itertuples(index=False)
    ):
        told = counts[referent]
        if rule == "thing" and groups and not _within_an_event(told.index, groups):
            continue
        first = None if rule in _ALWAYS_KNOWN else _first_day(told.index, days)
        states = {
            article_id: "told" if article_id in told else _untold(article_id, told.index, first, days, groups, kin)
            for article_id, _ in sources
        }
        silent = [article_id for article_id, state in states.items() if state == "silent"]
        perhaps = echoes.of(referent, label, rule, silent) if silent else set()
        for article_id, outlet in sources:
            n, state = int(told.get(article_id, 0)), states[article_id]
            if article_id not in perhaps:
                rows.append({"referent": referent, "label": label, "outlet": outlet, "state": state, "n_mentions": n})
    return table("coverage", rows)


def _within_an_event(tellers, groups):
    """Do two articles of one event tell of it?"""
    told = [groups.get(teller, teller) for teller in tellers]
    return len(set(told)) < len(told)


def _kin(wording):
    """article_id → the articles that name the same people, countries, places and bodies."""
    named = wording[~wording["rule"].isin(["thing", "fact", "codebook"])]
    counts = named.groupby(["article_id", "referent"]).size().pow(0.5).unstack(fill_value=0.0)
    if counts.empty:
        return {}
    alike = cosine_similarity(counts) >= _SAME_STORY
    return {article_id: set(counts.index[row]) for article_id, row in zip(counts.index, alike, strict=True)}


def _untold(article_id, tellers, first, days, groups, kin):
    """Why an article does not tell of a referent that the `tellers` tell of, the first of them on day `first`."""
    day = days.get(article_id)
    older = first is not None and day is not None and day < first
    ours = groups.get(article_id)
    if article_id in groups and all(groups.get(teller, ours) != ours for teller in tellers):
        return "could not know" if older and not kin.get(article_id, set()).isdisjoint(tellers) else "other event"
    return "could not know" if older else "silent"


def _sources(wording, articles):
    """Each article with its outlet, in the order of article_id."""
    known = wording if articles is None else articles[articles["status"] == "ok"]
    known = known.drop_duplicates("article_id").sort_values("article_id")
    return list(zip(known["article_id"], known["outlet"].fillna(known["article_id"]), strict=True))


def _days(articles):
    """article_id → day of publication, where it is known."""
    if articles is None:
        return {}
    dates = articles.dropna(subset="published")
    return dict(zip(dates["article_id"], pd.to_datetime(dates["published"]).dt.normalize(), strict=True))


def _first_day(tellers, days):
    """The day of the first article that tells; None unless the days of all that tell are known."""
    return min(days[teller] for teller in tellers) if all(teller in days for teller in tellers) else None
