"""Count the words of groups of articles, a copied sentence once."""

import re
from array import array
from collections import Counter
from dataclasses import dataclass
from hashlib import blake2b
from itertools import pairwise

import numpy as np
from scipy import sparse

from newslab.tables import expect, outlet_or_id
from newslab.text import STOP_WORDS, WORD, american, distinct_pieces, find_quoted

# Each pattern begins with the characters it may begin with, since these are looked for over whole corpora.
_SENTENCE_BREAK = re.compile(r"[.!?…\n][\"')\]»]*(?:(?<=\n)|\s)\s*")
# Fewer words than this may agree by chance ("He declined to comment.").
_COPIED_WORDS = 6
_CURLY = [("“", '"'), ("”", '"'), ("‘", "'"), ("’", "'")]
_COUNTRY = re.compile(r"US\b(?<!\wUS)")


def counting_form(word):
    """The form under which a lower-case word is counted: no possessive, one spelling for British and American.

    >>> counting_form("centre's"), counting_form("u.k."), counting_form("u.s.")
    ('center', 'uk', 'u.s.')
    """
    return american(_base(word))


def _base(word):
    word = word.removesuffix("'s").removesuffix("'")
    plain = word.replace(".", "") if word[:1].isalpha() else word
    # "u.s." is no pronoun: initials keep their dots where without them they would be another word.
    return word if plain in STOP_WORDS else plain


@dataclass(frozen=True)
class Counts:
    """Uses of words by article: in sentences that one group has to itself, and in those that several groups print.

    terms are in alphabetical order; `distinct` counts each word over all articles, every sentence once.
    """

    groups: list
    terms: np.ndarray
    members: sparse.csr_matrix
    own: sparse.csr_matrix
    shared: sparse.csr_matrix
    shared_once: np.ndarray

    def __post_init__(self):
        own = np.asarray(self.own.sum(axis=0, dtype=np.int64)).ravel()
        object.__setattr__(self, "distinct", own + self.shared_once)
        object.__setattr__(self, "own_in", (self.members @ self.own).tocsr())
        object.__setattr__(self, "used_in", (self.members @ self.own + self.members @ self.shared).tocsr())
        object.__setattr__(self, "words", np.asarray(self.used_in.sum(axis=1)).ravel())

    def rest_words(self, group):
        return int(self.distinct.sum() - self.own_in[[group]].sum()) if len(self.groups) > 1 else 0

    def against_the_rest(self, group):
        """The words that a group uses, as numbers, with their uses in the group and in the rest."""
        used = self.used_in[[group]]
        used.sort_indices()
        own = self.own_in[[group]].toarray().ravel()
        rest = (self.distinct - own)[used.indices] if len(self.groups) > 1 else np.zeros(used.nnz, dtype=np.int64)
        return used.indices, used.data, rest

    def spread(self, group, terms):
        """In how many articles of a group each term stands, and how evenly: half the sum of the differences between an
        article's share of the group's words and of the uses of the term."""
        rows = self.members[[group]].indices
        uses = (self.own[rows] + self.shared[rows]).tocsc()
        documents = np.diff(uses.indptr)
        length = np.asarray(uses.sum(axis=1)).ravel()
        length = length / max(length.sum(), 1)
        smallest = length[length > 0].min(initial=1)
        if smallest == 1:
            return documents[terms], np.full(len(terms), np.nan)
        totals = np.asarray(uses.sum(axis=0)).ravel()
        expected = length[uses.indices]
        differences = np.abs(uses.data / np.repeat(totals, documents) - expected) - expected
        share = sparse.csc_matrix((differences, uses.indices, uses.indptr), shape=uses.shape)
        return documents[terms], (np.asarray(share.sum(axis=0)).ravel()[terms] + 1) / 2 / (1 - smallest)


def count_words(articles, by, quoted):
    """Count the words of the readable articles in groups; see `distinctive_terms`."""
    expect(articles, "articles", ["article_id", "outlet", "status", "text"])
    if by not in list(articles.columns):
        raise ValueError(f"the articles have no column {by!r} to group by; they have {', '.join(articles.columns)}")
    if by == "outlet":
        articles = articles.assign(outlet=outlet_or_id(articles))
    found = articles[(articles["status"] == "ok") & articles[by].notna()].sort_values("article_id", kind="stable")
    names = [", ".join(map(str, name)) if isinstance(name, tuple) else str(name) for name in found[by]]
    groups = sorted(set(names))
    number = {name: group for group, name in enumerate(groups)}
    group_of = [number[name] for name in names]
    texts = found["text"].fillna("").tolist()
    if not quoted:
        texts = [_without_quotations(text) for text in texts]
    own, shared, shared_once = _partition(texts, group_of)
    n = len(texts)
    terms, uses = _count([*own, *shared, " ".join(shared_once)], 2 * n)
    members = sparse.csr_matrix((np.ones(n, dtype=np.int64), (group_of, range(n))), shape=(len(groups), n))
    own, shared, once = (_rows(uses, *ends) for ends in ((0, n), (n, 2 * n), (2 * n, 2 * n + 1)))
    return Counts(groups, terms, members, own, shared, once.toarray().ravel().astype(np.int64))


def _without_quotations(text):
    """A text without what stands in quotation marks, that is, in words the outlet does not call its own."""
    quoted = find_quoted(text)
    starts, ends = [0, *(one.end for one in quoted)], [*(one.start for one in quoted), len(text)]
    return " ".join(text[start:end] for start, end in zip(starts, ends, strict=True))


def _rows(matrix, first, end):
    """Rows of a sparse matrix that share its memory, where slicing would copy."""
    inside = slice(matrix.indptr[first], matrix.indptr[end])
    part = matrix.data[inside], matrix.indices[inside], matrix.indptr[first : end + 1] - matrix.indptr[first]
    return sparse.csr_matrix(part, shape=(end - first, matrix.shape[1]))


def _partition(texts, group_of):
    """Split each text into what only its group prints and what others print too; a repeated sentence goes in once."""
    owner, keys = {}, []
    for text, group in zip(texts, group_of, strict=True):
        keys.append([_key(sentence) for sentence in _sentences(text)])
        for key in keys[-1]:
            if key and owner.setdefault(key, group) != group:
                owner[key] = None
    seen, own, shared, shared_once = set(), [], [], []
    for text, group, text_keys in zip(texts, group_of, keys, strict=True):
        known = [key for key in text_keys if key]
        if len(set(known)) == len(known) and not any(owner[key] is None or key in seen for key in known):
            seen.update(known)
            mine, ours = [text], []
        else:
            mine, ours, first = _sort_sentences(text, text_keys, group, owner, seen)
            shared_once += first
        own.append("".join(mine))
        shared.append("".join(ours))
    return own, shared, shared_once


def _sort_sentences(text, keys, group, owner, seen):
    """The sentences of a text that its group has to itself, those it shares, and which of these are met first here."""
    mine, ours, first = [], [], []
    for sentence, key in zip(_sentences(text), keys, strict=True):
        if key is None or (owner[key] is not None and key not in seen):
            mine.append(sentence)
        elif owner[key] is None and (key, group) not in seen:
            ours.append(sentence)
            if key not in seen:
                first.append(sentence)
        seen.update((key, (key, group)))
    return mine, ours, first


def _sentences(text):
    """Cut a text after each sentence; the pieces make up the text, with straight marks."""
    for curly, straight in _CURLY:
        text = text.replace(curly, straight)
    ends = [0, *[found.end() for found in _SENTENCE_BREAK.finditer(text)], len(text)]
    return [text[start:end] for start, end in pairwise(ends)]


def _key(sentence):
    """The same for copies of a sentence; None where it is so short that two people may both have written it."""
    sentence = sentence.strip()
    if sentence.count(" ") < _COPIED_WORDS - 1:
        return None
    return blake2b(sentence.encode("utf-8", "surrogatepass"), digest_size=8).digest()


def _count(texts, whole):
    """The words of texts in alphabetical order, and how often each text uses each of them: a row a text.

    All spellings of a word are in one column, under the commonest in the first `whole` texts. Few of the pieces between
    blanks are different, so that words are looked for in each of them once instead of in every text.
    """
    pieces, matrix = _pieces(texts)
    total = np.bincount(matrix.indices[: matrix.indptr[whole]], minlength=len(pieces))
    uses, rows, bases = Counter(), array("i"), []
    for row, (piece, times) in enumerate(zip(pieces, total.tolist(), strict=True)):
        for word in _words(piece):
            base = _base(word)
            uses[base] += times
            rows.append(row)
            bases.append(base)
    names = {}
    for base in sorted(uses, key=lambda base: (-uses[base], base)):
        names.setdefault(american(base), base)
    terms = sorted(names.values())
    place = {term: column for column, term in enumerate(terms)}
    column = {base: place[names[american(base)]] for base in uses}
    ones = np.ones(len(rows), dtype=np.int32)
    fold = sparse.csr_matrix((ones, (rows, [column[base] for base in bases])), shape=(len(pieces), len(terms)))
    return np.array(terms, dtype=object), (matrix @ fold).tocsr()


def _pieces(texts):
    """What stands between blanks in texts: the different pieces, and a matrix with a row a text, a column a piece."""
    pieces, numbers, ends = distinct_pieces(texts)
    # A piece that stands twice in a text has two entries here; the way to words adds them up.
    ones = np.ones(len(numbers), dtype=np.int32)
    return pieces, sparse.csr_matrix((ones, numbers, ends), shape=(len(texts), len(pieces)))


def _words(piece):
    return WORD.findall(_COUNTRY.sub("U.S.", piece).replace("’", "'").lower())
