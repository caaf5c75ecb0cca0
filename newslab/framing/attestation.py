"""How well it is attested that one article calls a referent this and another that."""

from collections import Counter, defaultdict
from itertools import combinations
from math import log

from newslab.framing.content import content, is_plural
from newslab.framing.lexicon import countries
from newslab.text import STOP_WORDS, WORD

# How far a wording found by each rule can be trusted to name its referent.
_TRUST = {"codebook": 1.0, "country": 0.9, "person": 0.9, "name": 0.8, "place": 0.7, "thing": 0.6, "fact": 0.25}
# Two clauses that state one fact share what they speak of; beyond this share of their words they are one wording.
_ALIKE = 0.35
# What a further pair of the same referent is worth less, so that the head of the table speaks of many referents.
_AGAIN = 0.1
# Of the pairs of one referent the best are kept.
_PAIRS = 100
# To call it by another name says less than to say what it is.
_NAMES = 0.7


def attested(rows, pairs):
    """The pairs with what they are worth by how well they are attested, of each pair of articles the three best."""
    content_of = {row: content(row.text) for row in rows}
    worth_of = _clauses(content_of) if rows[0].rule == "fact" else _labels(content_of)
    by_articles = defaultdict(list)
    for a, b in pairs:
        if worth := worth_of(a, b):
            by_articles[a.article_id, b.article_id].append((worth, a, b))
    tellers = len({row.article_id for row in rows})
    # Of a fact it counts how many tell it, of a name how often they use it.
    size = 1 - 1 / tellers if rows[0].rule == "fact" else 1 - 1 / (1 + log(1 + len(rows) / tellers))
    ranked = []
    for found in by_articles.values():
        found.sort(key=lambda pair: (-pair[0], pair[1].start, pair[2].start))
        ranked += [(worth / (1 + place), a, b) for place, (worth, a, b) in enumerate(found[:3])]
    ranked.sort(key=lambda pair: (-pair[0], pair[1].article_id, pair[2].article_id, pair[1].start, pair[2].start))
    trust = _TRUST.get(rows[0].rule, 0.5) * size
    return [(trust * worth / (1 + _AGAIN * place), a, b) for place, (worth, a, b) in enumerate(ranked[:_PAIRS])]


def _clauses(content_of):
    """How much two clauses of one fact differ, the more the surer the fact: by what the two nearest of them share."""
    sure = max(
        (
            (1 + len(content_of[a] & content_of[b])) / (1 + min(len(content_of[a]), len(content_of[b])))
            for a, b in combinations(content_of, 2)
            if a.article_id != b.article_id
        ),
        default=0,
    )

    def worth(a, b):
        ours, theirs = content_of[a], content_of[b]
        alike = len(ours & theirs) / (len(ours | theirs) or 1)
        return 0 if alike > _ALIKE or ours <= theirs or theirs <= ours else sure * (1 - alike)

    return worth


def _labels(content_of):
    """How telling it is that one article has this label and the other that; 0 where both are one, or both have both."""
    counts, spread, said = Counter(content_of.values()), defaultdict(set), defaultdict(set)
    for row, words in content_of.items():
        spread[words].add(row.article_id)
        said[row.article_id].add(words)
    capitals = {row: [word for word in WORD.findall(row.text) if word[0].isupper()] for row in content_of}
    worths = {
        row: _says(words) * (1 - 0.5 / (counts[words] + len(spread[words]) - 1))
        for row, words in content_of.items()
        if words and not _is_people(row)
    }

    def worth(a, b):
        ours, theirs = content_of[a], content_of[b]
        if a not in worths or b not in worths or ours & theirs or _same_name(capitals[a], capitals[b]):
            return 0
        if a.rule == "person" and ours | theirs <= content(a.label):
            return 0
        if a.rule == "thing" and is_plural(a.text) != is_plural(b.text):
            return 0
        if _has(said[b.article_id], ours) and _has(said[a.article_id], theirs):
            return 0
        return worths[a] * worths[b] * (_NAMES if _is_name(a) and _is_name(b) else 1)

    return worth


def _has(wordings, words):
    """Does one of the wordings hold all the words?"""
    return any(words <= wording for wording in wordings)


def _same_name(capitals, others):
    """Are the capitalised words of one the initials of the other's, or the same but for dots?"""
    ours, theirs = ("".join(found).replace(".", "") for found in (capitals, others))
    initials = ["".join(word[0] for word in found) for found in (capitals, others)]
    return bool(ours) and (ours in (theirs, initials[1]) or theirs == initials[0])


def _is_people(row):
    last = WORD.findall(row.text)[-1:]
    return row.rule == "country" and any(countries().get(word.lower(), ("", ""))[1] == "demonym" for word in last)


def _is_name(row):
    return not any(word.islower() and word not in STOP_WORDS for word in WORD.findall(row.text))


def _says(words):
    """One word says less than several; a whole clause is hardly a label."""
    return 0.9 if len(words) < 2 else 1.0 if len(words) < 5 else 0.7
