"""Who tells of what, and who does not, or could not."""

from collections import defaultdict

import pandas as pd

from newslab.framing.echoes import Echoes
from newslab.framing.lexicon import word_classes
from newslab.framing.stories import same_story
from newslab.tables import table
from newslab.text import STOP_WORDS, words


def coverage(wording, *, articles=None, events=None):
    """Say of each referent and each article whether it is told there.

    wording : table from `wording`.
    articles : the table that `wording` was made from: adds the articles that speak of none of the referents, and the
        dates that tell who could not know.
    events : table from `group_events`, to tell an article of another event from a silent one. With it, a thing without
        a name that no two articles of one event speak of is left out: it is a word that they share.

    Returns a table with columns referent, label, outlet (article_id where the outlet is not known), state, n_mentions
    (mentions in the article), in the order of `wording`. States: "told"; "could not know" (published a day or more
    before the first article that tells of it; asked only of facts, concepts of a codebook, acts that are told by who
    takes part, and people whom only those name who state a fact with them, since all else is known before anybody
    writes of it); "other event" (no article of its event tells of it, and it is not merely an older account of the same
    story: one whose event states a fact together with theirs); "silent" otherwise, also where a date or event is not
    known.

    What is neither told nor silent has no row: an article that has one part of a fact or an act and not the other
    ("relations" where two others write "mend relations"), both parties of an act, a sentence with much of what stands
    around the two parts elsewhere, the words of the label in another sense, or a part of a person's name. Nor is any
    article called silent on a noun alone ("a decision"), on an outlet or a network, or on a name, of neither a person
    nor a place, that stands once in all the articles.

    >>> import newslab as nl
    >>> articles = nl.clean_articles(nl.load_articles("seeds", sources="seeds/sources.csv"))
    >>> told = nl.coverage(nl.wording(articles), articles=articles)
    >>> flynn = told[told["label"] == "Michael Flynn"]
    >>> dict(zip(flynn["outlet"], flynn["state"]))["USA TODAY"]
    'could not know'
    """
    sources, days = _sources(wording, articles), _days(articles)
    groups = dict(zip(events["article_id"], events["event"], strict=True)) if events is not None else {}
    counts = wording.groupby(["referent", "article_id"], sort=False).size()
    story, echoes = same_story(wording, groups), Echoes(wording, articles)
    taking_part, published = _taking_part(wording), {word for _, outlet in sources for word in _forms(outlet)}
    rows = []
    for referent, label, rule in (
        wording[["referent", "label", "rule"]].drop_duplicates("referent").itertuples(index=False)
    ):
        told = counts[referent]
        if rule == "thing" and groups and not _within_an_event(told.index, groups):
            continue
        dated = _is_news(referent, rule) or (rule == "person" and set(told.index) <= taking_part[label])
        first = _first_day(told.index, days) if dated else None
        states = {
            article_id: "told" if article_id in told else _untold(article_id, told.index, first, days, groups, story)
            for article_id, _ in sources
        }
        missed = {"silent", "other event", "could not know"} if rule == "person" else {"silent"}
        missing = [article_id for article_id, state in states.items() if state in missed]
        left_out = echoes.of(referent, label, rule, missing) if missing else set()
        if not _is_missed(referent, label, rule, published) or (rule == "name" and told.sum() == 1):
            left_out |= {article_id for article_id, state in states.items() if state == "silent"}
        for article_id, outlet in sources:
            n, state = int(told.get(article_id, 0)), states[article_id]
            if article_id not in left_out:
                rows.append({"referent": referent, "label": label, "outlet": outlet, "state": state, "n_mentions": n})
    return table("coverage", rows)


def _within_an_event(tellers, groups):
    """Do two articles of one event tell of it?"""
    told = [groups.get(teller, teller) for teller in tellers]
    return len(set(told)) < len(told)


def _is_news(referent, rule):
    """Could nobody know of it before it was told? A fact, or an act with a name of its own: who met whom."""
    return rule in ("fact", "codebook") or (rule == "thing" and referent.count("/") > 1 and " and " in referent)


def _taking_part(wording):
    """Whoever is a part of facts → the articles that state these."""
    tellers = defaultdict(set)
    facts = wording.loc[wording["rule"] == "fact", ["referent", "article_id"]].drop_duplicates()
    for referent, article_id in facts.itertuples(index=False):
        for part in referent.split("/")[1:3]:
            tellers[part].add(article_id)
    return tellers


def _is_missed(referent, label, rule, published):
    """Does it say something that an article does without it? Not without a noun, or the name of an outlet."""
    if rule == "thing":
        return _is_news(referent, rule) or len([word for word in words(label) if word not in STOP_WORDS]) > 1
    known = _forms(label)
    return rule != "name" or not (known & published or set(words(label)) & word_classes()["publisher"])


def _forms(name):
    """An outlet's name in lower case, and its first letters."""
    found = name.lower().removeprefix("the ").split()
    return {" ".join(found)} | ({"".join(word[0] for word in found)} if len(found) > 1 else set())


def _untold(article_id, tellers, first, days, groups, story):
    """Why an article does not tell of a referent that the `tellers` tell of, the first of them on day `first`."""
    day, ours = days.get(article_id), groups.get(article_id)
    older = first is not None and day is not None and day < first
    theirs = {groups.get(teller, ours) for teller in tellers}
    if article_id in groups and ours not in theirs:
        return "could not know" if older and any({ours, event} in story for event in theirs) else "other event"
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
