"""The wording table: what several accounts speak of, with each outlet's own words."""

from collections import Counter, defaultdict

from newslab.framing.mentions import find_mentions, mentions_at
from newslab.framing.referents import resolve
from newslab.tables import table
from newslab.text import bodies


def wording(articles, *, codebook=None):
    """Find what several articles speak of and give each article's own words for it.

    articles : table from `load_articles` or `clean_articles`.
    codebook : path of a YAML file with concepts of your own.

    Returns a table with columns referent, label, article_id, outlet, start, end (characters of the raw file), text, rule;
    the referents that most articles speak of first.

    >>> import newslab as nl
    >>> articles = nl.clean_articles(nl.load_articles("seeds"))
    >>> nl.wording(articles)["label"].iloc[0]
    'Dmitry Peskov'
    """
    by_id = {article.article_id: (article, body) for article, body in bodies(articles)}
    mentions = [mention for key in sorted(by_id) for mention in find_mentions(key, by_id[key][1].text)]
    referents = defaultdict(list)
    for mention, key in zip(mentions, resolve(mentions), strict=True):
        if key:
            referents[key].append(mention)
    rows = []
    for key, found in _salient(referents):
        for mention in _outermost(found):
            article, body = by_id[mention.article_id]
            start, end = body.raw_span(mention.start, mention.end)
            rows.append(
                {
                    "referent": "/".join(key),
                    "label": _label(key, found),
                    "article_id": article.article_id,
                    "outlet": article.outlet,
                    "start": start,
                    "end": end,
                    "text": mention.text,
                    "rule": key[0],
                }
            )
    return table("wording", rows)


def group_mentions(articles, spans):
    """Group given spans of text by what they speak of.

    articles : table of articles.
    spans : table with columns article_id, start, end (characters of the raw file).

    Returns a list of lists of row numbers of `spans`.
    """
    mentions, places = [], []
    for article, body in bodies(articles):
        own = spans[spans["article_id"] == article.article_id]
        back = {raw: place for place in range(len(body.text)) for raw in [body.raw_span(place, place + 1)[0]]}
        found = {}
        for place, start, end in zip(own.index, own["start"], own["end"], strict=True):
            found[place] = back.get(start, 0), back.get(end - 1, len(body.text) - 1) + 1
        for place, mention in mentions_at(article.article_id, body.text, found):
            mentions.append(mention)
            places.append(place)
    groups = defaultdict(list)
    for place, key in zip(places, resolve(mentions), strict=True):
        groups[key or place].append(place)
    return list(groups.values())


def _outermost(mentions):
    """Leave out a mention inside a longer one of the same referent."""
    kept = []
    for mention in sorted(mentions, key=lambda mention: (mention.article_id, mention.start, -mention.end)):
        if not kept or kept[-1].article_id != mention.article_id or mention.end > kept[-1].end:
            kept.append(mention)
    return kept


def _salient(referents):
    shared = [(key, found) for key, found in referents.items() if len({mention.article_id for mention in found}) > 1]
    return sorted(shared, key=lambda item: (-len({mention.article_id for mention in item[1]}), -len(item[1]), item[0]))


def _label(key, found):
    if key[0] != "thing":
        return key[1]
    texts = Counter(mention.text for mention in found)
    return min(texts, key=lambda text: (-texts[text], text))
