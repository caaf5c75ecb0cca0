"""Given places of a text grouped by what they speak of."""

from collections import Counter, defaultdict
from math import log, sqrt

from newslab.framing.mentions import mentions_at
from newslab.framing.referents import resolve
from newslab.text import bodies

# A group of so many mentions is large: the words of its mentions tell what belongs to it.
_CORE = 12


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
