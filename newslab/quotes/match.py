"""The same utterance in several articles: whole or in part, cut, put in brackets, spelt or translated otherwise."""

import math
from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import combinations

from rapidfuzz.distance import LCSseq

from newslab.quotes.edits import QuotedWord, edit_kinds, fullest, join_compounds, quoted_words
from newslab.tables import table

_SMALL = 0.15  # what a function word is worth beside a word of content
_FEW = 3  # a quotation of so few words of content must be carried word by word
_CARRIED, _WORD_BY_WORD = 0.6, 0.9  # share of the shorter quotation that must be found in the other
_ENOUGH = 2.2  # weight of the words found there
_LESS = 0.5  # what a name or an everyday verb is worth beside another word
_OWN = 0.9  # worth of a word that shows by itself where it comes from
_RARE = 6  # words of content by which a quotation is looked up
_CROWD = 200  # a word in more quotations than this leads to none of them
_NOUN_NEXT = frozenset(
    "a an the this that these those my your his her its our their no any some every each of in on at by for with from "
    "to about against into over".split()
)


@dataclass(frozen=True)
class _Said:
    quote_id: str
    article_id: str
    speaker: str | None
    text: str
    words: tuple[QuotedWord, ...]

    @property
    def content(self):
        return [word for word in self.words if not word.small]


def match_quotes(quotes):
    """Group the quotes that carry the same utterance, whole or in part.

    quotes : table from `extract_quotes`; quote_id, article_id and text are used, and speaker and kind where known.

    Returns a table with columns group (counted from 1), quote_id, similarity (to the fullest quote of the group: share
    of the weight of the shorter one's words which the other has, 0 to 1), edit (the kinds of change from that fullest
    quote which `quote_edits` lists, joined by commas; "none" where the words are the same). Quotes that no other
    article carries, scare quotes and repeated blocks are left out.

    >>> import newslab as nl
    >>> quotes = nl.extract_quotes(nl.load_articles("seeds"))
    >>> nl.match_quotes(quotes).columns.tolist()
    ['group', 'quote_id', 'similarity', 'edit']
    """
    said = _read(quotes)
    worth = _worth(said)
    edges = {}
    for a, b in _candidates(said, worth):
        if (similarity := _same(said[a], said[b], worth)) is not None:
            edges[a, b] = similarity
    rows = []
    for number, members in enumerate(_groups(said, edges), start=1):
        full = fullest({said[i].quote_id: said[i].text for i in members})
        whole = next(i for i in members if said[i].quote_id == full)
        for i in members:
            alike = 1.0 if i == whole else _alike(said[i].words, said[whole].words, worth)
            rows.append(
                {
                    "group": number,
                    "quote_id": said[i].quote_id,
                    "similarity": round(alike, 3),
                    "edit": edit_kinds(said[whole].text, said[i].text),
                }
            )
    return table("matches", rows)


def _read(quotes):
    """The quotations to be matched, in the order of their ids."""
    kept = quotes[~quotes["kind"].isin(["scare", "indirect"]).fillna(False) & quotes["duplicate_of"].isna()]
    said = []
    for row in kept.sort_values(["article_id", "start", "quote_id"], kind="stable").itertuples(index=False):
        speaker = row.speaker if isinstance(row.speaker, str) else None
        text = row.text if isinstance(row.text, str) else ""
        said.append(_Said(row.quote_id, row.article_id, speaker, text, quoted_words(text)))
    return [one for one in said if one.content]


def _worth(said):
    """What a match of each word is worth: one, less for function words and for words of every other quotation."""
    count = Counter(key for one in said for key in {word.key for word in one.content})
    usual = max(5, 0.1 * len(said))
    worth = {}
    for key, number in count.items():
        rarity = math.log(len(said) / number) / math.log(len(said) / usual) if number > usual else 1.0
        worth[key] = max(0.3, rarity)
    return worth


def _weight(word, worth):
    if word.small:
        return _SMALL
    return worth.get(word.key, 1.0) * (_LESS if word.name or word.everyday else 1.0)


def _candidates(said, worth):
    """Pairs of quotations that share one of their rarest words, in order."""
    count = Counter(key for one in said for key in {word.key for word in one.content})
    holders = defaultdict(list)
    for i, one in enumerate(said):
        for key in sorted({word.key for word in one.content}):
            holders[key].append(i)
    pairs = set()
    for i, one in enumerate(said):
        rare = sorted({word.key for word in one.content}, key=lambda key: (count[key], key))[:_RARE]
        for key in rare:
            if count[key] <= _CROWD:
                pairs.update((min(i, j), max(i, j)) for j in holders[key] if i != j)
    return sorted(pairs)


def _same(a, b, worth):
    """How much of the shorter quotation the other carries, or None where they are different utterances."""
    short, long = sorted((a, b), key=lambda one: (len(one.words), one.quote_id))
    content = short.content
    if len(content) <= _FEW and a.speaker and b.speaker and a.speaker != b.speaker:
        return None
    if len(content) < _FEW and not _telling(short, long, worth):
        return None
    alike = _alike(short.words, long.words, worth)
    if len(content) <= _FEW:
        return alike if alike >= _WORD_BY_WORD else None
    matched = alike * sum(_weight(word, worth) for word in short.words)
    return alike if alike >= _CARRIED and matched >= _ENOUGH else None


def _telling(short, long, worth):
    """Whether one or two words of content show that one quotation is from the other.

    What everybody talks about, names, and everyday verbs recur by themselves; a judgement does not.
    """
    if any(_weight(word, worth) < _OWN for word in short.content):
        return False
    if len(short.content) == 2:
        return True
    word = short.content[0]
    return any(
        other.form == word.form and not other.name and not (before and before.form in _NOUN_NEXT)
        for before, other in zip([None, *long.words], long.words, strict=False)
    )


def _alike(words, others, worth):
    """The weight of the words of one quotation that stand close together in another, as a share."""
    words, others = join_compounds(words, others), join_compounds(others, words)
    if len(words) > len(others):
        words, others = others, words
    total = sum(_weight(word, worth) for word in words)
    length = max(6, int(1.6 * len(words)) + 4)
    keys = {word.key for word in words if not word.small}
    starts = [i for i, word in enumerate(others) if word.key in keys] if len(others) > length else [0]
    best = max((_matched(words, others[max(0, i - 2) : i + length], worth) for i in starts), default=0.0)
    return best / total if total else 0.0


def _matched(words, others, worth):
    """Weight matched in order and in any order, halved: what is turned round still counts for a half."""
    weight = {word.key: _weight(word, worth) for word in words}
    keys, other_keys = [word.key for word in words], [word.key for word in others]
    shared = Counter(keys) & Counter(other_keys)
    ordered = sum(
        weight[key]
        for code in LCSseq.opcodes(keys, other_keys)
        if code.tag == "equal"
        for key in keys[code.src_start : code.src_end]
    )
    return (ordered + sum(weight[key] * number for key, number in shared.items())) / 2


def _groups(said, edges):
    """Lists of quotations of several articles, each list one utterance; the closest pairs are joined first."""
    group = {i: [i] for i in range(len(said))}
    for a, b in sorted(edges, key=lambda pair: (-edges[pair], pair)):
        one, other = group[a], group[b]
        # Within one article two quotations are two utterances, unless another outlet shows that they are one.
        if one is not other and said[a].article_id != said[b].article_id and _may_join(one, other, edges, said):
            one.extend(other)
            for i in other:
                group[i] = one
    found = {id(members): sorted(members) for members in group.values() if len(members) > 1}
    return sorted(found.values())


def _may_join(one, other, edges, said):
    """Whether two groups are one utterance: a few words that two long quotations share do not make them one."""

    def fullest_matches(members, others):
        full = max(members, key=lambda i: (len(said[i].words), -i))
        return any((min(i, full), max(i, full)) in edges for i in others)

    return fullest_matches(one, other) and fullest_matches(other, one)
