"""Pairs of wordings for one referent, the most telling first."""

import re
from collections import Counter, defaultdict
from itertools import combinations
from math import log

import pandas as pd

from newslab.framing.lexicon import countries
from newslab.framing.stories import same_story
from newslab.tables import COLUMNS, event_of, expect, table
from newslab.text import STOP_WORDS, WORD, stem

# How far a wording found by each rule can be trusted to name its referent.
_TRUST = {"codebook": 1.0, "country": 0.9, "person": 0.9, "name": 0.8, "place": 0.7, "thing": 0.6, "fact": 0.25}
# Two clauses that state one fact share what they speak of; beyond this share of their words they are one wording.
_ALIKE = 0.35
# What a further pair of the same referent is worth less, so that the head of the table speaks of many referents.
_AGAIN = 0.1
# Of the wordings of one referent the best attested are compared, and of their pairs the best are kept.
_WORDINGS = 60
_PAIRS = 100
# To call it by another name says less than to say what it is.
_NAMES = 0.7
_AFTER_HEAD = re.compile(r"(?<=\w) (?:of|for|with|on|in|to|that|about|between|from|by|at|against|over|into)\b")
# Plural in form, and one thing.
_ONE = frozenset("talks relations ties negotiations hostilities proceedings remarks comments".split())
_TITLES = frozenset("mr mrs ms miss sir dr president prime minister".split())


def contrasts(wording: pd.DataFrame, *, events: pd.DataFrame | None = None) -> pd.DataFrame:
    """Pair the wordings of one referent in two articles that have no content word in common, or few for a fact.

    wording : table from `wording`.
    events : table from `group_events`. With it, two articles of different events are compared only where their events
        have a fact in common, and not by a thing; "the meeting" of one event is not the meeting of another.

    Two articles of one outlet are not set against one another, nor a wording against one that holds all its words.
    "Berg" and "the mayor" are no contrast where both articles say both, nor is a name and the same name shortened ("the
    U.S."), one thing and several ("the company", "many firms"), or a country's people and its government.

    The pair of wordings that is best attested and says most comes first for each referent and pair of articles. A fact
    ranks the higher the more articles state it and the more the rest of its clauses differs.

    Returns a table with columns referent, label, source, source_outlet, source_start, source_end, source_text, target,
    target_outlet, target_start, target_end, target_text (starts and ends are characters of the raw files), rule, score
    (0 to 1: how sure and how different); highest score first. Raises TypeError or ValueError if `wording` is not the
    table of wordings.

    >>> import newslab as nl
    >>> articles = nl.clean_articles(nl.load_articles("seeds"))
    >>> pairs = nl.contrasts(nl.wording(articles))
    >>> bool((pairs["source"] != pairs["target"]).all())
    True
    """
    expect(wording, "wording", COLUMNS["wording"])
    rows = []
    for referent, found in wording.groupby("referent", sort=False):
        rows += _referent(referent, list(found.itertuples(index=False)))
    if events is not None:
        event = event_of(events)
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
    worth_of = _clauses(content) if found[0].rule == "fact" else _labels(content)
    firsts, counts = {}, Counter(content.values())
    for row in found:
        firsts.setdefault((row.article_id, content[row]), row)
    attested = sorted(firsts.values(), key=lambda row: (-counts[content[row]], row.article_id, row.start))[:_WORDINGS]
    by_articles = defaultdict(list)
    for a, b in combinations(sorted(attested, key=lambda row: (row.article_id, row.start)), 2):
        if a.article_id == b.article_id or (pd.notna(a.outlet) and pd.notna(b.outlet) and a.outlet == b.outlet):
            continue
        if worth := worth_of(a, b):
            by_articles[a.article_id, b.article_id].append((worth, a, b))
    tellers = len({row.article_id for row in found})
    # Of a fact it counts how many tell it, of a name how often they use it.
    size = 1 - 1 / tellers if found[0].rule == "fact" else 1 - 1 / (1 + log(1 + len(found) / tellers))
    ranked = []
    for pairs in by_articles.values():
        pairs.sort(key=lambda pair: (-pair[0], pair[1].start, pair[2].start))
        ranked += [(worth / (1 + place), a, b) for place, (worth, a, b) in enumerate(pairs[:3])]
    ranked.sort(key=lambda pair: (-pair[0], pair[1].article_id, pair[2].article_id, pair[1].start, pair[2].start))
    trust, best = _TRUST.get(found[0].rule, 0.5) * size, ranked[:_PAIRS]
    return [_row(referent, a, b, trust * worth / (1 + _AGAIN * place)) for place, (worth, a, b) in enumerate(best)]


def _clauses(content):
    """How much two clauses of one fact differ, the more the surer the fact: by what the two nearest of them share."""
    sure = max(
        (
            (1 + len(content[a] & content[b])) / (1 + min(len(content[a]), len(content[b])))
            for a, b in combinations(content, 2)
            if a.article_id != b.article_id
        ),
        default=0,
    )

    def worth(a, b):
        ours, theirs = content[a], content[b]
        alike = len(ours & theirs) / (len(ours | theirs) or 1)
        return 0 if alike > _ALIKE or ours <= theirs or theirs <= ours else sure * (1 - alike)

    return worth


def _labels(content):
    """How telling it is that one article has this label and the other that; 0 where both are one, or both have both."""
    counts, spread, said = Counter(content.values()), defaultdict(set), defaultdict(set)
    for row, words in content.items():
        spread[words].add(row.article_id)
        said[row.article_id].add(words)
    capitals = {row: [word for word in WORD.findall(row.text) if word[0].isupper()] for row in content}
    worths = {
        row: _says(words) * (1 - 0.5 / (counts[words] + len(spread[words]) - 1))
        for row, words in content.items()
        if words and not _is_people(row)
    }

    def worth(a, b):
        ours, theirs = content[a], content[b]
        if a not in worths or b not in worths or ours & theirs or _same_name(capitals[a], capitals[b]):
            return 0
        if a.rule == "person" and ours | theirs <= _content(a.label):
            return 0
        if a.rule == "thing" and _is_plural(a.text) != _is_plural(b.text):
            return 0
        if _has(said[b.article_id], ours) and _has(said[a.article_id], theirs):
            return 0
        return worths[a] * worths[b] * (_NAMES if _is_name(a) and _is_name(b) else 1)

    return worth


def _has(wordings, content):
    """Does one of the wordings hold all the words?"""
    return any(content <= wording for wording in wordings)


def _same_name(capitals, others):
    """Are the capitalised words of one the initials of the other's, or the same but for dots?"""
    ours, theirs = ("".join(found).replace(".", "") for found in (capitals, others))
    initials = ["".join(word[0] for word in found) for found in (capitals, others)]
    return bool(ours) and (ours in (theirs, initials[1]) or theirs == initials[0])


def _is_plural(text):
    """Does the phrase speak of several? "The company" is none of the "major corporations"."""
    head = (WORD.findall(_AFTER_HEAD.split(text, maxsplit=1)[0])[-1:] or [""])[0].lower()
    return head.endswith("s") and not head.endswith(("ss", "us", "is")) and head not in _ONE


def _is_people(row):
    last = WORD.findall(row.text)[-1:]
    return row.rule == "country" and any(countries().get(word.lower(), ("", ""))[1] == "demonym" for word in last)


def _is_name(row):
    return not any(word.islower() and word not in STOP_WORDS for word in WORD.findall(row.text))


def _says(content):
    """One word says less than several; a whole clause is hardly a label."""
    return 0.9 if len(content) < 2 else 1.0 if len(content) < 5 else 0.7


def _content(text):
    """The stems of the words that say something: no function words, no forms of address, no "president".

    A country and its people are one word, however they are written: "the U.S.", "American".
    """
    found, content, place = [word.removesuffix("'s") for word in WORD.findall(text.replace("’", "'"))], set(), 0
    while place < len(found):
        for length in (3, 2, 1):
            country, kind = countries().get(" ".join(found[place : place + length]).lower(), ("", ""))
            if kind == "name" and found[place][0].isupper() and place + length <= len(found):
                content.add(country)
                break
        else:
            word = found[place].replace(".", "")
            if word.lower() not in _TITLES and (word.lower() not in STOP_WORDS or _is_capital(word, place, found)):
                content.add(stem(word.lower()))
            length = 1
        place += length
    return frozenset(content)


def _is_capital(word, place, found):
    """ "Mrs. May", "the IT": within a phrase a capital makes a name of a function word."""
    return word[0].isupper() and len(word) > 1 and (place > 0 or len(found) == 1)


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
