"""The wording table: what several accounts speak of, with each outlet's own words."""

from collections import Counter, defaultdict
from os import PathLike

import pandas as pd

from newslab.framing.clauses import NAMED, clause
from newslab.framing.codebook import codebook_rows, read_codebook
from newslab.framing.facts import shared_facts
from newslab.framing.labels import fact_label, referent_label
from newslab.framing.mentions import find_mentions
from newslab.framing.name_forms import SUFFIXES, plain
from newslab.framing.referents import resolve
from newslab.framing.stories import by_time, stories
from newslab.framing.things import is_referent, of_one_kind, outermost
from newslab.tables import READABLE, event_of, expect, table
from newslab.text import bodies, split_sentences

# What is told most comes first, and a name before a common noun that is said as often. A fact counts by how sure it is.
_WEIGHT = {"person": 3, "country": 3, "name": 3, "place": 3, "fact": 2}
# Quotations as many sentences apart are pieces of one statement.
_PASSAGE = 3


def wording(
    articles: pd.DataFrame, *, codebook: str | PathLike | None = None, events: pd.DataFrame | None = None
) -> pd.DataFrame:
    """Find what several articles speak of and give each article's own words for it.

    articles : table from `load_articles` or `clean_articles`.
    codebook : path of a YAML file with concepts of your own; their rows come first, with the rule "codebook".
    events : table from `group_events`. Facts and common nouns are matched only between similar events (or similar
        articles, without this table) that were published within three weeks.

    Returns a table with columns referent, label, article_id, outlet, start, end (characters of the raw file), text,
    rule, score: one row for each mention. Rules: "person", "country" (the land, its government, and its seat where that
    says or does something; "the Kremlin" in which somebody sits is a name of its own, and a country's people, officials
    and institutions are not the country), "place", "name" (a party is its members together, not one or some of them),
    "thing" (things and acts by their head word), "fact" (clauses of several articles, one of each,
    whose sentences share so much that they are taken to state one fact), "codebook". The most salient referents come
    first, facts by how many state them and how sure that is; names that only one article gives come last. Pronouns are
    not counted.

    score, of a fact: the probability that the clause states what the clause of another article does, fitted on pairs
    judged by reading (benchmarks/judged_facts.py). NA for all other rules, of which it is not known.

    Raises TypeError or ValueError if one is not the table named here, FileNotFoundError or ValueError for a codebook
    that is missing or cannot be read.

    >>> import newslab as nl
    >>> articles = nl.clean_articles(nl.load_articles("seeds"))
    >>> rows = nl.wording(articles)
    >>> rows.loc[rows["label"] == "Dmitry Peskov", "text"].unique()[:2].tolist()
    ['Putin’s spokesman Dmitry Peskov', 'Peskov']
    """
    expect(articles, "articles", [*READABLE, "outlet", "published"])
    by_id = {article.article_id: (article, body) for article, body in bodies(articles)}
    concepts = read_codebook(codebook) if codebook is not None else []
    event = None if events is None else event_of(events)
    texts = {key: body.text for key, (_, body) in sorted(by_id.items())}
    mentions = {key: find_mentions(key, text) for key, text in texts.items()}
    found = []
    days = {key: article.published for key, (article, _) in by_id.items() if pd.notna(article.published)}
    for story in stories(mentions, event):
        own = [mention for key in story for mention in mentions[key]]
        keys, told = resolve(own), {key: texts[key] for key in story}
        found += _of_one_time(_referents(own, keys) + _facts(own, keys, told), days)
    rows, labels = [], Counter()
    for referent, label, rule, spans in codebook_rows(concepts, texts) + _ordered(_joined(found)):
        labels[label] += 1
        label = label if labels[label] == 1 else f"{label} ({labels[label]})"
        for article_id, start, end, *score in spans:
            article, body = by_id[article_id]
            raw_start, raw_end = body.raw_span(start, end)
            rows.append(
                {
                    "referent": referent,
                    "label": label,
                    "article_id": article_id,
                    "outlet": article.outlet,
                    "start": raw_start,
                    "end": raw_end,
                    "text": body.text[start:end],
                    "rule": rule,
                    "score": round(score[0], 4) if score else None,
                }
            )
    return table("wording", rows)


def _of_one_time(referents, days):
    """The referents, with things and facts of articles far apart in time as referents of their own."""
    for referent, label, rule, spans in referents:
        parts = [{span[0] for span in spans}] if rule in NAMED else by_time({span[0] for span in spans}, days)
        for part in parts:
            if rule in NAMED or len(part) > 1:
                yield referent, label, rule, [span for span in spans if span[0] in part]


def _joined(referents):
    """The referents of all stories: a name is the same everywhere, a thing or a fact only by chance has one name."""
    joined, seen = {}, Counter()
    families = _families(referents)
    for referent, label, rule, spans in referents:
        if rule == "name" and referent in families:
            referent, label, rule = families[referent]
        if rule in NAMED and referent in joined:
            joined[referent] = (referent, label, rule, sorted({*joined[referent][3], *spans}))
            continue
        seen[referent] += 1
        referent = referent if seen[referent] == 1 else f"{referent}/{seen[referent]}"
        joined[referent] = (referent, label, rule, spans)
    return list(joined.values())


def _families(referents):
    """A family name alone, as the name it would be → the one person of that name, whom two articles speak of."""
    people = defaultdict(set)
    for _, label, rule, spans in referents:
        if rule == "person":
            people[label].update(span[0] for span in spans)
    families = defaultdict(list)
    for label in sorted(people):
        # "Berg" is the family name of "Tom Berg Jr.".
        last = [word for word in label.split() if word.lower() not in SUFFIXES][-1]
        families[f"name/{plain((last,))}"].append(label)
    return {
        name: (f"person/{found[0]}", found[0], "person")
        for name, found in families.items()
        if len(found) == 1 and len(people[found[0]]) > 1
    }


def _referents(mentions, keys):
    """The referents as (id, label, rule, spans)."""
    groups = defaultdict(list)
    for mention, key in zip(mentions, keys, strict=True):
        if key and key[0] != "time":
            groups[key].append(mention)
    kept = [(key, of_one_kind(key, outermost(found))) for key, found in groups.items()]
    kept = [(key, found) for key, found in kept if is_referent(key, found)]
    referents = []
    for key, found in kept:
        spans = [(m.article_id, m.start, m.end) for m in found]
        referents.append(("/".join(key), referent_label(key, found), key[0], sorted(spans)))
    return referents


def _ordered(referents):
    """The most salient first: told by several articles, in many mentions; a name counts for more than a common noun."""

    def salience(referent):
        name, _, rule, spans = referent
        articles = len({span[0] for span in spans})
        told = sum(score for *_, score in spans) ** 2 if rule == "fact" else articles * len(spans)
        return articles < 2, -told * _WEIGHT.get(rule, 1), name

    return sorted(referents, key=salience)


def _facts(mentions, keys, texts):
    """The facts as (id, label, rule, spans); the spans are (article_id, start, end, score)."""
    spans = {article: split_sentences(text) for article, text in texts.items()}
    phrases = defaultdict(list)
    for mention in mentions:
        phrases[mention.article_id, mention.sentence].append(mention)
    facts, shown = [], []
    for pair, scores in shared_facts(mentions, keys, texts, spans):
        clauses = {}
        for sentence in scores:
            text, whole = texts[sentence.article_id], spans[sentence.article_id][sentence.number]
            clauses[sentence.article_id] = sentence, clause(text, whole, sentence, pair, scores)
        told = [place for place, other in enumerate(shown) if _is_told(clauses, other)]
        # Of two facts in the same clauses the one that more articles state stays.
        if any(not shown[place].keys() < clauses.keys() for place in told):
            continue
        for place in reversed(told):
            del shown[place], facts[place]
        shown.append(clauses)
        places = [(key, *place, scores[sentence]) for key, (sentence, place) in sorted(clauses.items())]
        label = fact_label(pair, list(scores), phrases, texts, [texts[key][start:end] for key, start, end, _ in places])
        facts.append(("/".join(("fact", *pair)), label, "fact", places))
    return facts


def _is_told(clauses, others):
    """Do all articles that state both facts do so in the same clauses, or quote both from one passage?"""
    both = clauses.keys() & others.keys()
    again = [key for key in both if _overlap(clauses[key][1], others[key][1])]
    near = [key for key in both if _is_of_passage(clauses[key][0], others[key][0])]
    return len(both) == len(again) > 1 or (len(near) > 1 and clauses.keys() <= others.keys())


def _overlap(span, other):
    """Do two clauses share more than half of the shorter?"""
    return 2 * (min(span[1], other[1]) - max(span[0], other[0])) > min(span[1] - span[0], other[1] - other[0])


def _is_of_passage(sentence, other):
    """Are both sentences quotations, and near to one another?"""
    return sentence.quoted and other.quoted and abs(sentence.number - other.number) <= _PASSAGE
