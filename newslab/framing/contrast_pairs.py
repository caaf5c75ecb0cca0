"""Pairs of wordings for one referent, the most telling first."""

from collections import Counter, defaultdict
from itertools import combinations

import pandas as pd

from newslab.framing.attestation import attested
from newslab.framing.content import content, is_plural
from newslab.framing.stories import same_story
from newslab.framing.telling import Accounts, describes
from newslab.tables import COLUMNS, READABLE, event_of, expect, rows_of, table

# Of the wordings of one referent the best attested are compared.
_WORDINGS = 60
# With a smaller chance a pair is ranked by how well it is attested, behind all others.
_DOUBTFUL = 0.3
# What a pair of labels is worth of which the other article prints none, one or both.
_OWN = (1.0, 0.5, 0.0)


def contrasts(wording: pd.DataFrame, articles: pd.DataFrame, *, events: pd.DataFrame | None = None) -> pd.DataFrame:
    """Pair the wordings of one referent in two articles, those first that are likely to tell a reader something.

    wording : table from `wording`. articles : the table that `wording` was made from.
    events : table from `group_events`. With it, two articles of different events are compared only where their events
        have a fact in common, and not by a thing; "the meeting" of one event is not the meeting of another.

    Two articles of one outlet are not set against one another, nor a wording against one that holds all its words.
    "Berg" and "the mayor" are no contrast where both articles print both, nor is a name and the same name shortened
    ("the U.S."), one thing and several ("the company", "many firms"), or a country's people and its government.

    A pair with a score of 0.65 or more is likely to tell a reader something: the score is the chance of it, fitted on
    pairs judged by reading. Such pairs stand in the first sentences of both articles, or in two sentences that are each
    the most alike to the other; they score the higher the nearer they are to the head, the more their sentences share,
    and the more one of them says, or judges, in words that the other article does not print. Of each referent and of
    each sentence there is one. Pairs with a chance below 0.3 come after all others, the best attested first.

    Returns a table with columns referent, label, source, source_outlet, source_start, source_end, source_text, target,
    target_outlet, target_start, target_end, target_text (starts and ends are characters of the raw files), rule, score
    (0 to 1); highest score first. Raises TypeError or ValueError if one is not the table named here.

    >>> import newslab as nl
    >>> articles = nl.clean_articles(nl.load_articles("seeds"))
    >>> pairs = nl.contrasts(nl.wording(articles), articles)
    >>> bool((pairs["source"] != pairs["target"]).all())
    True
    """
    expect(wording, "wording", COLUMNS["wording"])
    comparable = _comparable(wording, events)
    expect(articles, "articles", READABLE)
    accounts = Accounts(articles)
    of_referent, scores, chances = defaultdict(list), {}, []
    for row in rows_of(wording):
        of_referent[row.referent].append(row)
    for rows in of_referent.values():
        pairs = _pairs(rows, comparable)
        for score, a, b in attested(rows, pairs):
            if own := 1 if a.rule == "fact" else _OWN[accounts.printed(a, b)]:
                scores[_place(a, b)] = _DOUBTFUL * score * own, a, b
        chances += [(accounts.chance(a, b), a, b) for a, b in pairs if _is_said_otherwise(a, b)]
    scores |= {_place(a, b): (chance, a, b) for chance, a, b in _once(chances, accounts)}
    rows = [_row(a, b, score) for score, a, b in scores.values()]
    rows.sort(key=lambda row: (-row["score"], *(row[key] for key in _ORDER)))
    return table("contrasts", rows)


_ORDER = ("referent", "source", "target", "source_start", "target_start", "source_end", "target_end")


def _place(a, b):
    return a.referent, a.article_id, a.start, a.end, b.article_id, b.start, b.end


def _comparable(wording, events):
    """A function that says of two rows whether they may be set against one another."""
    event = {} if events is None else event_of(events)
    story = same_story(wording, event)

    def comparable(a, b):
        if a.article_id == b.article_id or (pd.notna(a.outlet) and pd.notna(b.outlet) and a.outlet == b.outlet):
            return False
        ours, theirs = event.get(a.article_id), event.get(b.article_id)
        return ours == theirs or (a.rule != "thing" and frozenset((ours, theirs)) in story)

    return comparable


def _pairs(rows, comparable):
    """The pairs of different wordings of one referent; of those with the same words the first of each article."""
    firsts, counts = {}, Counter(content(row.text) for row in rows)
    for row in rows:
        firsts.setdefault((row.article_id, content(row.text)), row)
    best = sorted(firsts.values(), key=lambda row: (-counts[content(row.text)], row.article_id, row.start))[:_WORDINGS]
    ordered = sorted(best, key=lambda row: (row.article_id, row.start))
    return [(a, b) for a, b in combinations(ordered, 2) if comparable(a, b)]


def _is_said_otherwise(a, b):
    """Does one of the two say what the other does not, and not of several things what that says of one?"""
    ours, theirs = content(a.text), content(b.text)
    if ours <= theirs or theirs <= ours or not (describes(a) or describes(b)):
        return False
    return a.rule != "thing" or is_plural(a.text) == is_plural(b.text)


def _once(chances, accounts):
    """The pairs with a fair chance to be telling, the best first: of each referent one, and of each sentence one."""
    taken = set()
    fair = [(chance, a, b) for chance, a, b in chances if chance >= _DOUBTFUL]
    # Of two pairs with much the same chance that one is shown whose wordings share less.
    for chance, a, b in sorted(fair, key=lambda pair: (-round(pair[0] * _unlike(*pair[1:]), 6), *_place(*pair[1:]))):
        places = {a.referent, accounts.sentence(a), accounts.sentence(b)}
        if not places & taken:
            taken |= places
            yield chance, a, b


def _unlike(a, b):
    """The share of their words that only one of two wordings has."""
    ours, theirs = content(a.text), content(b.text)
    return len(ours ^ theirs) / len(ours | theirs)


def _row(a, b, score):
    return {
        "referent": a.referent,
        "label": a.label,
        "source": a.article_id,
        "source_outlet": a.outlet,
        "source_start": a.start,
        "source_end": a.end,
        "source_text": a.text,
        "target": b.article_id,
        "target_outlet": b.outlet,
        "target_start": b.start,
        "target_end": b.end,
        "target_text": b.text,
        "rule": a.rule,
        "score": round(score, 4),
    }
