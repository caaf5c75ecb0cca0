"""Pairs of wordings for one referent, the most telling first."""

from collections import Counter, defaultdict
from itertools import combinations
from math import log

import pandas as pd

from newslab.framing.stories import same_story
from newslab.tables import table
from newslab.text import STOP_WORDS, WORD, stem

# How far a wording found by each rule can be trusted to name its referent.
_TRUST = {"codebook": 1.0, "country": 0.9, "person": 0.9, "name": 0.8, "place": 0.7, "thing": 0.6, "fact": 0.6}
# Two clauses that state one fact share what they speak of; beyond this share of their words they are one wording.
_ALIKE = 0.35
# What a further pair of the same referent is worth less, so that the head of the table speaks of many referents.
_AGAIN = 0.1
# Of the wordings of one referent the best attested are compared, and of their pairs the best are kept.
_WORDINGS = 60
_PAIRS = 100
_TITLES = frozenset("mr mrs ms miss sir dr president prime minister".split())


def contrasts(wording, *, events=None):
    """Pair the wordings of one referent in two articles that have no content word in common, or few for a fact.

    wording : table from `wording`.
    events : table from `group_events`. With it, two articles of different events are compared only where their events
        have a fact in common, and not by a thing; "the meeting" of one event is not the meeting of another.

    Two articles of one outlet are not set against one another, nor a wording against one that holds all its words.

    For each referent and pair of articles stands the pair of wordings that is best attested and says most; then the
    further ones. Returns a table with columns referent, label, source, source_outlet, source_start, source_end,
    source_text, target, target_outlet, target_start, target_end, target_text (starts and ends are characters of the
    raw files), rule, score (0 to 1: how sure and how different); highest score first.

    >>> import newslab as nl
    >>> articles = nl.clean_articles(nl.load_articles("seeds"))
    >>> pairs = nl.contrasts(nl.wording(articles))
    >>> bool((pairs["source"] != pairs["target"]).all())
    True
    """
    rows = []
    for referent, found in wording.groupby("referent", sort=False):
        rows += _referent(referent, list(found.itertuples(index=False)))
    if events is not None:
        event = dict(zip(events["article_id"], events["event"], strict=True))
        story = same_story(wording, event)
        rows = [row for row in rows if _comparable(row, event, story)]
    rows.sort(
        key=lambda row: (
            -row["score"],
            row["referent"],
            row["source"],
            row["target"],
            row["source_start"],
            row["target_start"],
        )
    )
    return table("contrasts", rows)


def _comparable(row, event, story):
    """Are both articles of one event, or do their events have a fact in common that they can be compared by?"""
    ours, theirs = event.get(row["source"]), event.get(row["target"])
    return ours == theirs or (row["rule"] != "thing" and frozenset((ours, theirs)) in story)


def _referent(referent, found):
    """The pairs of one referent, each pair of articles' best first."""
    content = {row: _content(row.text) for row in found}
    counts = Counter(content[row] for row in found)
    spread = defaultdict(set)
    for row in found:
        spread[content[row]].add(row.article_id)
    firsts = {}
    for row in found:
        firsts.setdefault((row.article_id, content[row]), row)
    by_articles = defaultdict(list)
    attested = sorted(firsts.values(), key=lambda row: (-counts[content[row]], row.article_id, row.start))[:_WORDINGS]
    for a, b in combinations(sorted(attested, key=lambda row: (row.article_id, row.start)), 2):
        if a.article_id == b.article_id or (pd.notna(a.outlet) and pd.notna(b.outlet) and a.outlet == b.outlet):
            continue
        if a.rule == "fact":
            alike = len(content[a] & content[b]) / (len(content[a] | content[b]) or 1)
            if alike <= _ALIKE and not (content[a] <= content[b] or content[b] <= content[a]):
                by_articles[a.article_id, b.article_id].append((1 - alike, a, b))
        elif not content[a] & content[b]:
            sure = _attested(counts[content[a]], len(spread[content[a]])) * _attested(
                counts[content[b]], len(spread[content[b]])
            )
            by_articles[a.article_id, b.article_id].append((sure * _says(content[a]) * _says(content[b]), a, b))
    size = 1 - 1 / (1 + log(1 + len(found) / len({row.article_id for row in found})))
    ranked = []
    for pairs in by_articles.values():
        pairs.sort(key=lambda pair: (-pair[0], pair[1].start, pair[2].start))
        ranked += [(worth / (1 + place), a, b) for place, (worth, a, b) in enumerate(pairs[:3])]
    ranked.sort(key=lambda pair: (-pair[0], pair[1].article_id, pair[2].article_id, pair[1].start, pair[2].start))
    trust, best = _TRUST.get(found[0].rule, 0.5) * size, ranked[:_PAIRS]
    return [_row(referent, a, b, trust * worth / (1 + _AGAIN * place)) for place, (worth, a, b) in enumerate(best)]


def _attested(n, articles):
    """How well attested a wording is: the more often and widely it is used, the surer it names the referent."""
    return 1 - 0.5 / (n + articles - 1)


def _says(content):
    """A wording of titles only says little, a name more, several words most; a whole clause is hardly a label."""
    if not content:
        return 0.7
    return 0.9 if len(content) < 2 else 1.0 if len(content) < 5 else 0.7


def _content(text):
    """The stems of the words that say something: no function words, no forms of address, no "president"."""
    found = WORD.findall(text.replace("’", "'"))
    return frozenset(
        stem(word.lower().removesuffix("'s"))
        for place, word in enumerate(found)
        if word.lower().removesuffix("'s") not in _TITLES
        and (word.lower() not in STOP_WORDS or _names(word, place, found))
    )


def _names(word, place, found):
    """ "The US", "Mrs. May": within a phrase a capital makes a name of a function word."""
    return word == "US" or (word[0].isupper() and len(word) > 1 and (place > 0 or len(found) == 1))


def _row(referent, a, b, score):
    return {
        "referent": referent,
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
