"""Where an article may tell of something in words that were not recognised as such."""

from collections import Counter, defaultdict
from itertools import combinations
from math import log

from newslab.framing.article_words import ArticleWords, content, roles_in
from newslab.framing.clauses import WHEN
from newslab.framing.lexicon import information
from newslab.text import bodies, split_sentences, stem, words

# A sentence that shares as much with a clause that states a fact, or so large a part of what the clause says, may state
# it in other words; a word that stands in no other sentence and no other story counts 1. Chosen on silences judged by
# reading: benchmarks/judged_silences.py.
_MUCH = 0.6
_PART = 0.3
# Two articles with as much, or so large a part, in common tell of one fact beyond doubt.
_ONE = 1.0
_ONE_PART = 0.45
# Of more clauses than this the first say enough.
_CLAUSES = 30
# A word that counts less is left alone: it would find nothing by itself, and stands in very many sentences.
_LEAST = 0.03
_LOOK_UP = {
    "person": ArticleWords.may_name_person,
    "country": ArticleWords.may_name_country,
    "place": ArticleWords.may_name_place,
    "name": ArticleWords.may_name,
}


class PossibleMentions:
    """The words of the articles, to find those that may tell of a referent."""

    def __init__(self, wording, articles):
        referents = _referents(wording)
        self._roles = _roles(wording)
        self._clauses = _clauses(wording)
        self._article, self._holding, self._words = [], defaultdict(list), {}
        for article, body in bodies(articles):
            key = article.article_id
            self._words[key] = ArticleWords(body.text, referents.get(key, frozenset()))
            for start, end in split_sentences(body.text):
                for word in sorted(content(body.text[start:end])):
                    self._holding[word].append(len(self._article))
                self._article.append(key)

    def of(self, referent, label, rule, silent):
        """Those of the silent articles that may tell of it: by a part of it, in other words, spelt otherwise or cut."""
        if rule == "fact":
            near, parts = self._near(referent), _parts(referent)
            return {key for key in silent if key in near or any(map(self._words[key].has, parts))}
        if rule == "codebook":
            return {key for key in silent if all(self._words[key].has(stem(word)) for word in words(label))}
        roles, find = self._roles.get(referent, frozenset()), _LOOK_UP.get(rule, ArticleWords.may_name)
        return {key for key in silent if self._words[key].has_role(roles) or find(self._words[key], label)}

    def is_one_fact(self, referent):
        """Do two articles state it in much the same words?"""
        said = [(key, content(text)) for key, text in self._clauses[referent][:_CLAUSES]]
        return any(self._alike(one, other) for (a, one), (b, other) in combinations(said, 2) if a != b)

    def _alike(self, one, other):
        shared, *both = (sum(map(self._weight, sorted(found))) for found in (one & other, one, other))
        return shared >= min(_ONE, _ONE_PART * min(both))

    def _near(self, referent):
        """The articles with a sentence that shares much with a clause that states the fact, or much of that clause."""
        found = set()
        for clause in dict.fromkeys(text for _, text in self._clauses[referent]):
            weights = {word: self._weight(word) for word in sorted(content(clause))}
            shared = Counter()
            for word, weight in weights.items():
                for place in self._holding.get(word, ()) if weight >= _LEAST else ():
                    shared[place] += weight
            enough = min(_MUCH, _PART * sum(weights.values()))
            found.update(self._article[place] for place, weight in shared.items() if weight >= enough)
        return found

    def _weight(self, word):
        """How much it says that two sentences share a word: less if news or these articles often have it."""
        n, count = len(self._article), len(self._holding.get(word, ()))
        return information(word) * log(n / count) / log(max(n, 3) / 2) if count else 0


def _clauses(wording):
    """The name of a fact → the articles that state it, each with its clause."""
    clauses = defaultdict(list)
    facts = wording.loc[wording["rule"] == "fact", ["referent", "article_id", "text"]].drop_duplicates()
    for referent, article_id, text in facts.itertuples(index=False):
        clauses[referent].append((article_id, text))
    return clauses


def _referents(wording):
    """article_id → the names of its referents."""
    named = defaultdict(set)
    for article_id, referent in wording[["article_id", "referent"]].drop_duplicates().itertuples(index=False):
        named[article_id].add(referent.split("/", 1)[-1])
    return named


def _roles(wording):
    """Who or what has a name → what the articles call it besides."""
    roles = defaultdict(set)
    named = wording.loc[wording["rule"].isin(["person", "name"]), ["referent", "label", "text"]].drop_duplicates()
    for referent, label, text in named.itertuples(index=False):
        roles[referent] |= roles_in(text, label)
    return roles


def _parts(referent):
    """The units that make up a fact, from its name: "fact/Crimea/annexation" has two."""
    return [part for part in referent.split("/")[1:3] if part != WHEN]
