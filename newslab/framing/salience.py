"""Which referents an event is about: how often its articles come back to them."""

import pandas as pd

from newslab.tables import SURE

# Mentions per 1,000 words, over all articles of an event. A common noun is in many a sentence that is about something
# else, a name is not.
_NAME = 1.0
_THING = 3.0


def main_referents(wording, articles, *, events=None):
    """The rows of `wording` that speak of what the articles are about.

    A fact, or a concept of a codebook, is always kept where two articles state it. Anything else has to be spoken of by
    two articles, a name once and a common noun three times in 1,000 words of their event (or of all articles).
    """
    words = articles[articles["status"] == "ok"].set_index("article_id")["n_words"]
    event = pd.Series(0, index=words.index)
    if events is not None:
        event = events.set_index("article_id")["event"].reindex(words.index).fillna(-1)
    counts = wording.groupby(["referent", "article_id"], sort=False).size().reset_index(name="n")
    counts["event"] = counts["article_id"].map(event)
    tellers = counts.groupby("referent")["article_id"].nunique()
    rates = counts.groupby(["referent", "event"]).agg(n=("n", "sum"), articles=("article_id", "nunique")).reset_index()
    rates["rate"] = 1000 * rates["n"] / rates["event"].map(words.groupby(event).sum()).clip(lower=1)
    within = rates[rates["articles"] > 1].groupby("referent")["rate"].max()
    overall = 1000 * counts.groupby("referent")["n"].sum() / max(1, words.sum())
    rate = within.reindex(overall.index).fillna(0).combine(overall, max)
    rule = wording.drop_duplicates("referent").set_index("referent")["rule"]
    enough = rule.map({"fact": 0.0, "codebook": 0.0, "thing": _THING}).fillna(_NAME)
    kept = rule.index[(rate.reindex(rule.index) >= enough) & (tellers.reindex(rule.index) > 1)]
    return wording[wording["referent"].isin(kept)]


def sure(wording):
    """The rows of `wording` without clauses that may well state something else than the fact they stand with."""
    return wording[~(wording["score"] < SURE)]
