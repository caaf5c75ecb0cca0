"""The wording table: what several accounts speak of, with each outlet's own words."""

from collections import Counter, defaultdict
from functools import lru_cache
from math import log, sqrt

import pandas as pd

from newslab.framing.clauses import clause
from newslab.framing.codebook import codebook_rows, read_codebook
from newslab.framing.facts import shared_facts
from newslab.framing.labels import fact_label, referent_label
from newslab.framing.lexicon import countries, word_classes
from newslab.framing.mentions import find_mentions, mentions_at
from newslab.framing.names import plain, read_names
from newslab.framing.passing import passing_mentions
from newslab.framing.referents import resolve
from newslab.framing.stories import by_time, stories
from newslab.tables import table
from newslab.text import bodies, split_sentences, stem

NAMED = ("person", "country", "place", "name")
# A common noun is a referent of the story, and not a word of the language, from so many mentions an article on.
_MENTIONS_AN_ARTICLE = 1.5
_CORE = 12
_WEIGHT = {"person": 3, "country": 3, "name": 3, "place": 3, "fact": 2}


def wording(articles, *, codebook=None, events=None):
    """Find what several articles speak of and give each article's own words for it.

    articles : table from `load_articles` or `clean_articles`.
    codebook : path of a YAML file with concepts of your own; their rows stand first, with the rule "codebook".
    events : table from `group_events`. Facts and things without a name are put together only within one story: events,
        or without this table articles, that have much of what they speak of in common; and only where no gap of more
        than three weeks lies between the days they were published.

    Returns a table with columns referent, label, article_id, outlet, start, end (characters of the raw file), text,
    rule: one row for each mention. Rules: "person", "country" (with its people and its government; an institution is a
    name of its own), "place", "name", "thing" (things and acts by their head word), "fact" (clauses of several articles
    that share two telling units), "codebook". The most salient referents come first; names that only one article gives
    come last.

    >>> import newslab as nl
    >>> articles = nl.clean_articles(nl.load_articles("seeds"))
    >>> rows = nl.wording(articles)
    >>> rows.loc[rows["label"] == "Dmitry Peskov", "text"].unique()[:2].tolist()
    ['Putin’s spokesman Dmitry Peskov', 'Peskov']
    """
    by_id = {article.article_id: (article, body) for article, body in bodies(articles)}
    concepts = read_codebook(codebook) if codebook is not None else []
    event = None if events is None else dict(zip(events["article_id"], events["event"], strict=True))
    texts = {key: body.text for key, (_, body) in sorted(by_id.items())}
    mentions = {key: find_mentions(key, text) for key, text in texts.items()}
    found = []
    days = {key: article.published for key, (article, _) in by_id.items() if pd.notna(article.published)}
    for story in stories(mentions, event):
        own = [mention for key in story for mention in mentions[key]]
        keys, told = resolve(own), {key: texts[key] for key in story}
        found += _of_one_time(_referents(own, keys, told) + _facts(own, keys, told), days)
    rows, labels = [], Counter()
    for referent, label, rule, spans in codebook_rows(concepts, texts) + _ordered(_joined(found)):
        labels[label] += 1
        label = label if labels[label] == 1 else f"{label} ({labels[label]})"
        for article_id, start, end in spans:
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
        families[f"name/{plain((label.split()[-1],))}"].append(label)
    return {
        name: (f"person/{found[0]}", found[0], "person")
        for name, found in families.items()
        if len(found) == 1 and len(people[found[0]]) > 1
    }


def _referents(mentions, keys, texts):
    """The referents as (id, label, rule, spans)."""
    groups = defaultdict(list)
    for mention, key in zip(mentions, keys, strict=True):
        if key and key[0] != "time":
            groups[key].append(mention)
    kept = [(key, _of_one_kind(key, outermost(found))) for key, found in groups.items()]
    kept = [(key, found) for key, found in kept if _shared(key, found)]
    in_passing = passing_mentions([key for key, _ in kept], read_names(mentions), texts)
    referents = []
    for key, found in kept:
        told = {mention.article_id for mention in found}
        spans = [(m.article_id, m.start, m.end) for m in found]
        spans += [span for span in in_passing.get(key, []) if span[0] not in told]
        referents.append(("/".join(key), referent_label(key, found), key[0], sorted(spans)))
    return referents


def _ordered(referents):
    """The most salient first: told by several articles, in many mentions; a name counts for more than a common noun."""

    def salience(referent):
        articles = len({span[0] for span in referent[3]})
        return articles < 2, -articles * len(referent[3]) * _WEIGHT.get(referent[2], 1), referent[0]

    return sorted(referents, key=salience)


def _shared(key, found):
    """Does the referent belong in the table? A name always, a common noun if several articles come back to it."""
    articles = {mention.article_id for mention in found}
    if key[0] in NAMED:
        return True
    return len(articles) > 1 and len(found) >= _MENTIONS_AN_ARTICLE * len(articles) and len(found) > 3


def _of_one_kind(key, found):
    """Of a thing that is no act, the mentions of articles that speak of one kind of it.

    "A gang member" and "members of the press" share their head alone. Two articles agree where both have the noun
    alone, or with an adjective, or where they have another word beside it in common.
    """
    if key[0] != "thing" or len(key) > 2 or any(mention.kind == "verb" for mention in found):
        return found
    beside = defaultdict(set)
    for mention in found:
        beside[mention.article_id].update(_beside(mention) or {""})
    agreeing = {a for a in beside for b in beside if a != b and beside[a] & beside[b]}
    return [mention for mention in found if mention.article_id in agreeing]


def _beside(mention):
    """What the words beside the head say of which: no adjectives, and a country under its name, "US-Russian"."""
    parts = {part for term in mention.terms - {mention.concept} for part in term.split("-")} - _adjectives()
    return {countries()[part][0] if part in countries() else part for part in parts}


@lru_cache(maxsize=1)
def _adjectives():
    words = word_classes()["adjective"] - countries().keys()
    return frozenset(stem(word + ending) for word in words for ending in ("", "r", "er", "st", "est"))


def outermost(mentions):
    """Leave out a mention inside a longer one of the same referent."""
    kept = []
    for mention in sorted(mentions, key=lambda mention: (mention.article_id, mention.start, -mention.end)):
        if not kept or kept[-1].article_id != mention.article_id or mention.end > kept[-1].end:
            kept.append(mention)
    return kept


def _facts(mentions, keys, texts):
    """The facts as (id, label, rule, spans)."""
    spans = {article: split_sentences(text) for article, text in texts.items()}
    nouns = defaultdict(list)
    for mention in mentions:
        if mention.kind == "noun":
            nouns[mention.article_id, mention.sentence].append(mention)
    facts = []
    for pair, found in shared_facts(mentions, keys, texts, spans):
        places = []
        for sentence in found:
            start, end = clause(
                texts[sentence.article_id], spans[sentence.article_id][sentence.number], sentence, pair, found
            )
            places.append((sentence.article_id, start, end))
        facts.append(("/".join(("fact", *pair)), fact_label(pair, found, nouns, texts), "fact", sorted(places)))
    return facts


def group_mentions(articles, spans):
    """Group given spans of text by what they speak of.

    articles : table of articles; spans : table with columns article_id, start, end (characters of the raw file).

    Every span is put somewhere: one that no rule resolves goes with the large group whose words it shares most.
    Returns a list of lists of row labels of `spans`.
    """
    mentions, places = [], []
    for article, body in bodies(articles):
        own = spans[spans["article_id"] == article.article_id]
        back = {body.raw_span(place, place + 1)[0]: place for place in range(len(body.text) - 1, -1, -1)}
        found = {
            place: (back.get(start, 0), back.get(end - 1, len(body.text) - 1) + 1)
            for place, start, end in zip(own.index, own["start"], own["end"], strict=True)
        }
        for place, mention in mentions_at(article.article_id, body.text, found):
            mentions.append(mention)
            places.append(place)
    groups = defaultdict(list)
    for place, key in zip(places, _settle(mentions, resolve(mentions)), strict=True):
        groups[key].append(place)
    return list(groups.values())


def _settle(mentions, keys):
    """The keys, with those of small groups replaced by that of the large group nearest in words."""
    sizes = Counter(key for key in keys if key)
    words = {key: Counter() for key, n in sizes.items() if n >= _CORE}
    for mention, key in zip(mentions, keys, strict=True):
        if key in words:
            words[key].update(mention.terms)
    spread = Counter(term for terms in words.values() for term in terms)
    weight = {term: log(1 + len(words) / n) for term, n in spread.items()}
    length = {key: sqrt(sum((n * weight[t]) ** 2 for t, n in terms.items())) or 1.0 for key, terms in words.items()}
    settled = []
    for mention, key in zip(mentions, keys, strict=True):
        if key not in words:
            near = {
                other: sum(terms[t] * weight[t] ** 2 for t in sorted(mention.terms) if t in terms) / length[other]
                for other, terms in words.items()
            }
            best = min(near, key=lambda other: (-near[other], other), default=None)
            key = best if best and near[best] > 0.01 else ("other",)
        settled.append(key)
    return settled
