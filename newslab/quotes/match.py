"""The same utterance in several articles: whole or in part, cut, put in brackets, spelt or translated otherwise."""

import math
from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from rapidfuzz.distance import LCSseq

from newslab.quotes.edits import QuotedWord, edit_kinds, fullest, join_compounds, quoted_words
from newslab.tables import table
from newslab.text import stem

_SMALL = 0.15  # what a function word is worth beside a word of content
_FEW = 3  # a quotation of so few words of content must be carried word by word
_CARRIED, _WORD_BY_WORD = 0.6, 0.9  # share of the shorter quotation that must be found in the other
_ENOUGH = 2.2  # weight of the words found there
_LESS = 0.5  # what a name or an everyday verb is worth beside another word
_OWN = 0.9  # worth of a word that shows by itself where it comes from
_ONE_EVENT = 20  # articles, at most, that are taken to tell of one event
_RARE = 6  # words of content by which a quotation is looked up
_CROWD = 200  # a word in more quotations than this leads to none of them
_PHRASE = 6  # words that are no chance together, whatever they are
_NEGATIONS = frozenset("no not never neither nor none nothing nobody without".split())
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
    worth: dict  # of each word of content, what a match of all its occurrences is worth

    @cached_property
    def content(self):
        return [word for word in self.words if not word.small]

    @cached_property
    def small(self):
        return _SMALL * (len(self.words) - len(self.content))

    @cached_property
    def total(self):
        return self.small + sum(self.worth.values())

    @cached_property
    def times(self):
        return Counter(word.key for word in self.content)

    @cached_property
    def keys(self):
        return frozenset(word.key for word in self.words)

    @cached_property
    def joined(self):
        """Keys of two words written as one."""
        return frozenset(stem(one.form + two.form) for one, two in pairwise(self.words))

    def may_be_in(self, other, least):
        """Whether so large a share of the words can be found in another quotation at all."""
        possible = self.small + sum(worth for key, worth in self.worth.items() if key in other.keys)
        return possible >= least * self.total or not (
            self.joined.isdisjoint(other.keys) and other.joined.isdisjoint(self.keys)
        )


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
    edges = _edges(said)
    rows = []
    for number, members in enumerate(_groups(said, edges), start=1):
        full = fullest({said[i].quote_id: said[i].text for i in members})
        whole = next(i for i in members if said[i].quote_id == full)
        for i in members:
            alike = 1.0 if i == whole else _alike(said[i], said[whole], 0.0)
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
    rows = kept.sort_values(["article_id", "start", "quote_id"], kind="stable").itertuples(index=False)
    read = [(row, quoted_words(row.text if isinstance(row.text, str) else "")) for row in rows]
    read = [(row, words) for row, words in read if any(not word.small for word in words)]
    worth = _worth([words for _, words in read])
    said = []
    for row, words in read:
        held = defaultdict(float)
        for word in words:
            if not word.small:
                held[word.key] += worth[word.key] * (_LESS if word.name or word.everyday else 1.0)
        speaker = row.speaker if isinstance(row.speaker, str) else None
        said.append(_Said(row.quote_id, row.article_id, speaker, row.text, words, dict(held)))
    return said


def _worth(read):
    """What a match of each word is worth: one, less for words of every other quotation."""
    count = Counter(key for words in read for key in {word.key for word in words if not word.small})
    usual = max(5, 0.1 * min(len(read), 200))
    worth = {}
    for key, number in count.items():
        rarity = math.log(len(read) / number) / math.log(len(read) / usual) if number > usual else 1.0
        worth[key] = max(0.3, rarity)
    return worth


def _candidates(said):
    """Pairs of quotations that share one of their rarest words, in order."""
    holders = defaultdict(list)
    for i, one in enumerate(said):
        for key in one.worth:
            holders[key].append(i)
    pairs = set()
    for i, one in enumerate(said):
        for key in sorted(one.worth, key=lambda key: (len(holders[key]), key))[:_RARE]:
            if len(holders[key]) <= _CROWD:
                pairs.update((min(i, j), max(i, j)) for j in holders[key] if i != j)
    return sorted(pairs)


def _edges(said):
    """How much of the shorter quotation the other carries, for each pair that is the same utterance."""
    few, edges, together = [], {}, set()
    loose = _ENOUGH + math.log10(max(1.0, len(said) / 100))
    for a, b in _candidates(said):
        short, long = (said[a], said[b]) if len(said[a].words) <= len(said[b].words) else (said[b], said[a])
        if len(short.content) <= _FEW:
            few.append((a, b, short, long))
            continue
        alike = _alike(short, long, _CARRIED)
        close = alike >= _WORD_BY_WORD
        if alike and alike * short.total >= (_ENOUGH if close else loose) and (close or _one_speaker(short, long)):
            edges[a, b] = alike
            together.add((short.article_id, long.article_id))
    # Among many articles a few words meet by chance; a longer quotation shows which of them tell of the same event.
    one_event = len({one.article_id for one in said}) <= _ONE_EVENT
    together |= {(b, a) for a, b in together}
    for a, b, short, long in few:
        if one_event or short.article_id == long.article_id or (short.article_id, long.article_id) in together:
            alike = _alike(short, long, _WORD_BY_WORD)
            if alike and _one_speaker(short, long) and _telling(short, long):
                edges[a, b] = alike
    return edges


def _one_speaker(one, other):
    """Whether the two can be by one speaker: a name that is missing, or a description, speaks against nobody."""
    if not one.speaker or not other.speaker or one.speaker == other.speaker:
        return True
    return not (one.speaker[:1].isupper() and other.speaker[:1].isupper())


def _telling(short, long):
    """Whether a few words show that one quotation is from the other: as a phrase, in the same order, not denied.

    What everybody talks about, names, and everyday verbs recur by themselves; a judgement does not.
    """
    if not _as_phrase(short.words, long.words):
        return False
    if len(short.content) == _FEW or len(short.words) >= _PHRASE:
        return True
    if any(worth < _OWN for worth in short.worth.values()):
        return False
    if len(short.content) == 2:
        return True
    word = short.content[0]
    return any(
        other.form == word.form and not other.name and not (before and before.form in _NOUN_NEXT)
        for before, other in zip([None, *long.words], long.words, strict=False)
    )


def _as_phrase(words, others):
    """Whether the words of content stand together in the other quotation, with no negation on one side only."""
    words, others = join_compounds(words, others), join_compounds(others, words)
    keys = [word.key for word in words]
    for start in [i for i, other in enumerate(others) if other.key in keys]:
        near = others[start : start + len(words) + 1]
        codes = LCSseq.opcodes(keys, [other.key for other in near])
        same = [code for code in codes if code.tag == "equal"]
        last = max(code.dest_end for code in same)
        left_out = [word for code in codes if code.tag == "delete" for word in words[code.src_start : code.src_end]]
        put_in = [
            word for code in codes if code.tag == "insert" for word in near[code.dest_start : min(code.dest_end, last)]
        ]
        if all(word.small and word.form not in _NEGATIONS for word in left_out) and not any(
            word.form in _NEGATIONS for word in put_in
        ):
            return True
    return False


def _alike(short, long, least):
    """The weight of the words of one quotation that stand close together in another, as a share; 0 below `least`."""
    if not short.may_be_in(long, least):
        return 0.0
    words, others = join_compounds(short.words, long.words), join_compounds(long.words, short.words)
    weight = [
        _SMALL if word.small else short.worth.get(word.key, 1.0) / max(1, short.times[word.key]) for word in words
    ]
    length = max(6, int(1.6 * len(words)) + 4)
    keys = {word.key for word in words if not word.small}
    starts = [i for i, word in enumerate(others) if word.key in keys] if len(others) > length else [0]
    best = max((_matched(words, weight, others[max(0, i - 2) : i + length]) for i in starts), default=0.0)
    share = best / sum(weight)
    return share if share >= least else 0.0


def _matched(words, weight, others):
    """Weight matched in order and in any order, halved: what is turned round still counts for a half."""
    keys, other_keys = [word.key for word in words], [word.key for word in others]
    ordered = sum(
        sum(weight[code.src_start : code.src_end]) for code in LCSseq.opcodes(keys, other_keys) if code.tag == "equal"
    )
    left, anyhow = Counter(other_keys), 0.0
    for key, worth in zip(keys, weight, strict=True):
        if left[key] > 0:
            left[key] -= 1
            anyhow += worth
    return (ordered + anyhow) / 2


def _groups(said, edges):
    """Lists of quotations of several articles, each list one utterance; the closest pairs are joined first."""
    group = {i: [i] for i in range(len(said))}
    for a, b in sorted(edges, key=lambda pair: (-edges[pair], pair)):
        one, other = group[a], group[b]
        # Within one article two quotations are two utterances, unless another outlet shows that they are one.
        if one is other or said[a].article_id == said[b].article_id:
            continue
        if _may_join(one, other, edges, said):
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
