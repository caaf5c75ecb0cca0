"""The same utterance in several articles: whole or in part, cut, put in brackets, spelt or translated otherwise."""

import math
from bisect import bisect_right
from collections import Counter, defaultdict
from itertools import permutations, product

import pandas as pd

from newslab.quotes.alignment import Alignment
from newslab.quotes.edits import edit_kinds
from newslab.quotes.forms import quoted_words
from newslab.quotes.likeness import FEW, Said, one_speaker, same_speaker, share_carried, telling
from newslab.quotes.pieces import with_pieces
from newslab.quotes.setting import Settings
from newslab.quotes.versions import compared_with, printed_by_article, versions_of
from newslab.tables import COLUMNS, READABLE, expect, table

_CARRIED, _WORD_BY_WORD = 0.63, 0.9  # share of the shorter quotation that must be found in the other
_ENOUGH = 2.2  # weight of the words found there
_ONE_EVENT = 20  # articles, at most, that are taken to tell of one event
_RARE = 6  # words of content by which a quotation is looked up
_CROWD = 200  # a word in more quotations than this leads from each to the next one only


def match_quotes(quotes: pd.DataFrame, *, articles: pd.DataFrame | None = None) -> pd.DataFrame:
    """Group the quotes that carry the same utterance, whole or in part.

    quotes : table from `extract_quotes`.
    articles : the articles they stand in. With them, one word that is not rare is taken for part of a longer quotation
        only if it stands with the same words there, since one speaker may use it twice; without, the speaker decides.
        And what stands elsewhere in an article, with marks or without, is not taken for cut.

    Returns a table with columns group (counted from 1), quote_id, similarity (to the fullest quote of the group: share
    of the weight of the shorter one's words which the other has, 0 to 1), edit (how the article's version, all that it
    prints of the utterance, differs from a fuller one: the kinds of `quote_edits`, joined by commas; "none" where it
    does not). Quotes that no other article carries, scare quotes and repeated blocks are left out. So are phrases of
    fewer than three words of content, unless another article has the utterance they are from, by the same speaker.
    Raises TypeError or ValueError if one is not the table named here.

    >>> import newslab as nl
    >>> articles = nl.load_articles("seeds")
    >>> nl.match_quotes(nl.extract_quotes(articles), articles=articles).columns.tolist()
    ['group', 'quote_id', 'similarity', 'edit']
    """
    expect(quotes, "quotes", COLUMNS["quotes"])
    if articles is not None:
        expect(articles, "articles", READABLE)
    said = _read(quotes)
    settings = None if articles is None else Settings(quotes, articles)
    columns = ["quote_id", "article_id", "start", "text"]
    pieces = dict(zip(quotes["quote_id"], quotes[columns].to_dict("records"), strict=True))
    printed, rows = printed_by_article(quotes, articles), []
    for number, members in enumerate(with_pieces(_groups(said, _edges(said, settings)), said), start=1):
        held = {quote_id: said[i] for i in members for quote_id in said[i].quote_ids}
        source_of = compared_with(versions_of([pieces[quote_id] for quote_id in held], printed))
        edits = {
            quote_id: edit_kinds(source, version)
            for version, source in source_of.items()
            for quote_id in version.quote_ids
        }
        whole = held[min(held, key=lambda quote_id: (-len(held[quote_id].words), quote_id))]
        for quote_id, one in held.items():
            rows.append(
                {
                    "group": number,
                    "quote_id": quote_id,
                    "similarity": round(share_carried(one, whole, 0.0), 3),
                    "edit": edits[quote_id],
                }
            )
    return table("matches", rows)


def _read(quotes):
    """What was quoted, in the order of the articles."""
    kept = quotes[~quotes["kind"].isin(["scare", "indirect"]).fillna(False) & quotes["duplicate_of"].isna()]
    rows = kept.sort_values(["article_id", "start", "quote_id"], kind="stable").itertuples(index=False)
    alike = defaultdict(list)
    for number, row in enumerate(rows):
        words = quoted_words(row.text if isinstance(row.text, str) else "")
        content = sum(not word.small for word in words)
        # The same words in two articles are one utterance, but a few words may be said twice.
        key = tuple(word.key for word in words) if content > FEW else number
        if content:
            alike[key].append((row, words))
    rarity = _rarity([same[0][1] for same in alike.values()])
    return [_said(same, rarity) for same in alike.values()]


def _said(same, rarity):
    rows, words = [row for row, _ in same], same[0][1]
    speakers = [row.speaker for row in rows if isinstance(row.speaker, str)]
    return Said(
        tuple(row.quote_id for row in rows),
        frozenset(row.article_id for row in rows),
        speakers[0] if speakers else None,
        rows[0].text,
        words,
        {word.key: rarity[word.key] for word in words if not word.small},
    )


def _rarity(read):
    """How rare each word is: one, less for words of every other quotation."""
    # The same words carried by many count once: what is carried most must not be worth least.
    distinct = {frozenset(word.key for word in words if not word.small) for words in read}
    count = Counter(key for keys in distinct for key in keys)
    usual = max(5, 0.1 * min(len(distinct), 200))
    return {
        key: max(0.3, math.log(len(distinct) / number) / math.log(len(distinct) / usual)) if number > usual else 1.0
        for key, number in count.items()
    }


def _candidates(said):
    """Pairs of quotations that share one of their rarest words, in order."""
    holders = defaultdict(list)
    for i, one in enumerate(said):
        for key in one.worth:
            holders[key].append(i)
    pairs = set()
    for i, one in enumerate(said):
        for key in sorted(one.worth, key=lambda key: (len(holders[key]), key))[:_RARE]:
            held = holders[key]
            if len(held) > _CROWD:
                at = bisect_right(held, i)
                held = held[at : at + 1]
            pairs.update((min(i, j), max(i, j)) for j in held if i != j)
    return sorted(pairs)


def _edges(said, settings):
    """How much of the shorter quotation the other carries, for each pair that is the same utterance."""
    few, edges, together = [], {}, set()
    loose = _ENOUGH + math.log10(max(1.0, len(said) / 100))
    for one in said:
        if len(one.content) > FEW:
            together.update(permutations(sorted(one.articles)[:_CROWD], 2))
    for a, b in _candidates(said):
        short, long = (said[a], said[b]) if len(said[a].words) <= len(said[b].words) else (said[b], said[a])
        if len(short.content) <= FEW:
            few.append((a, b, short, long))
            continue
        alike = share_carried(short, long, _CARRIED)
        close = alike >= _WORD_BY_WORD
        enough = alike * short.total >= (_ENOUGH if close else loose) and (close or one_speaker(short, long))
        if alike and enough and Alignment(long.text, short.text).one_utterance():
            edges[a, b] = alike
            together.update(product(short.articles, long.articles))
            together.update(product(long.articles, short.articles))
    # Among many articles a few words meet by chance; a longer quotation shows which of them tell of the same event.
    one_event = len(frozenset().union(*(one.articles for one in said))) <= _ONE_EVENT
    nobody_named = all(one.speaker is None for one in said)
    for a, b, short, long in few:
        by_one = same_speaker if short.phrase and not nobody_named else one_speaker
        if not by_one(short, long) or not (
            one_event
            or short.articles & long.articles
            or not together.isdisjoint(product(short.articles, long.articles))
        ):
            continue
        alike = share_carried(short, long, _WORD_BY_WORD)
        if alike and telling(short, long) and (settings is None or settings.same(short, long)):
            edges[a, b] = alike
    return edges


def _groups(said, edges):
    """Lists of what was quoted, each list one utterance of several articles; the closest pairs are joined first."""
    group = {i: [i] for i in range(len(said))}

    def closest(pair):
        return -edges[pair], said[pair[0]].speaker != said[pair[1]].speaker, pair

    for a, b in sorted(edges, key=closest):
        one, other = group[a], group[b]
        # Within one article two quotations are two utterances, unless another outlet shows that they are one.
        if one is other or len(said[a].articles | said[b].articles) == 1:
            continue
        if _may_join(one, other, edges, said):
            one.extend(other)
            for i in other:
                group[i] = one
    found = {id(members): sorted(members) for members in group.values()}
    return sorted(members for members in found.values() if _carried_utterance([said[i] for i in members]))


def _carried_utterance(members):
    """Whether several articles carry it, and at least one of them more than a phrase."""
    several = len(frozenset().union(*(one.articles for one in members))) > 1
    return several and any(one.utterance for one in members)


def _may_join(one, other, edges, said):
    """Whether two groups are one utterance.

    The fullest member must have words of content of each: a few words that two long quotations share do not make them
    one. And what one article quotes twice is one utterance only where it repeats itself, or where both are parts.
    """

    def edge(i, j):
        return edges.get((min(i, j), max(i, j)), 0)

    def fullest_matches(members, others):
        full = max(members, key=lambda i: (len(said[i].words), -i))
        return any(edge(i, full) for i in others)

    def two_utterances(i, j):
        if said[i].articles.isdisjoint(said[j].articles) or _repeats(said[i], said[j]):
            return False
        parts = [Alignment(said[full].text, said[part].text).place for part in (i, j)]
        return not (edge(i, full) and edge(j, full)) or _overlap(*parts)

    if not (fullest_matches(one, other) and fullest_matches(other, one)):
        return False
    full = max([*one, *other], key=lambda i: (len(said[i].words), -i))
    if any(said[full].worth.keys().isdisjoint(said[i].worth) for i in (*one, *other)):
        return False
    return not any(two_utterances(i, j) for i in one for j in other)


def _repeats(one, other):
    """Whether the shorter quotation stands in the other word by word."""
    short, long = sorted((one, other), key=lambda said: len(said.words))
    return share_carried(short, long, _WORD_BY_WORD) and Alignment(long.text, short.text).one_utterance()


def _overlap(one, other):
    """Whether two stretches have more than half of the shorter one in common."""
    common = min(one[1], other[1]) - max(one[0], other[0])
    return 2 * common > min(one[1] - one[0], other[1] - other[0])
