"""How likely it is that two wordings of one thing tell a reader something, by what only one of the articles says."""

import re
from bisect import bisect_right
from functools import lru_cache
from math import exp, log1p

from newslab.data import read_json
from newslab.framing.content import content
from newslab.framing.lexicon import information, loaded_words, word_classes
from newslab.text import WORD, bodies, split_sentences, stem

_QUOTATION = re.compile(r'“[^“”]++”|"[^"\n]++"')
# The sentences at the head of an article, its title among them if it is kept: what the news is, in the outlet's words.
_HEAD = 3
# Sentences that share less than this of what they say tell two things, even if none is more alike.
_LEAST = 0.1
# Of a long clause the words that say most are weighed, as many as a short one has.
_WEIGHED = 6
# Beyond these values more is no better.
_MOST = {"loaded": 2, "late": 6, "shared": 4, "news": 3}


class Accounts:
    """The articles sentence by sentence, to see where two wordings stand and what the other article does not say."""

    def __init__(self, articles):
        self._accounts = {article.article_id: _Account(body, article.raw) for article, body in bodies(articles)}
        self._most_alike = {}

    def sentence(self, row):
        """The article and the number of the sentence that a row of `wording` stands in."""
        return row.article_id, self._accounts[row.article_id].number(row.start)

    def printed(self, a, b):
        """How many of the two wordings the other article prints too, if only in other words of the same stems."""
        sides = [(a, b.article_id), (b, a.article_id)]
        return sum(
            any(content(row.text) <= sentence for sentence in self._accounts[other].sentences)
            for row, other in sides
            if other in self._accounts
        )

    def chance(self, a, b):
        """The chance that a reader finds the wordings of two rows telling, beside one another.

        0 if they do not stand at one point of the story, or if it is not known.
        """
        if a.article_id not in self._accounts or b.article_id not in self._accounts or not self.at_one_point(a, b):
            return 0.0
        weights, found = _weights(), self.features(a, b)
        return 1 / (1 + exp(-weights["constant"] - sum(weights[name] * value for name, value in found.items())))

    def at_one_point(self, a, b):
        """Do both stand at the head of their articles, or in sentences that are each the most alike to the other?"""
        ours, theirs = self.sentence(a), self.sentence(b)
        if ours[1] < _HEAD and theirs[1] < _HEAD:
            return True
        return self._nearest(*ours, b.article_id) == theirs[1] and self._nearest(*theirs, a.article_id) == ours[1]

    def features(self, a, b):
        """What the chance is made of.

        loaded : how many words that judge only one of them has; late : how far down they stand; shared : how much their
        sentences have in common; news : how much one of them says that the other article does not. Quotations are left
        out: an outlet is not its sources.
        """
        ours, theirs = self._accounts[a.article_id], self._accounts[b.article_id]
        place, other_place = ours.number(a.start), theirs.number(b.start)
        only = [ours.own_words(a) - theirs.words, theirs.own_words(b) - ours.words]
        found = {
            "loaded": sum(len(words & _loaded()) for words in only),
            "late": log1p(place) + log1p(other_place),
            "shared": sum(map(information, sorted(ours.said(place) & theirs.said(other_place)))),
            "news": max(map(_weight, only)),
        }
        return {name: min(float(value), _MOST.get(name, value)) for name, value in found.items()}

    def _nearest(self, article, number, other):
        """The number of the sentence of the other article that is most alike; None if none is alike."""
        key = article, number, other
        if key not in self._most_alike:
            said, sentences = self._accounts[article].said(number), self._accounts[other].sentences
            alike = [(_shared(said, sentence), -place) for place, sentence in enumerate(sentences)]
            share, place = max(alike, default=(0, 0))
            self._most_alike[key] = -place if share > _LEAST else None
        return self._most_alike[key]


class _Account:
    def __init__(self, body, raw):
        spans = split_sentences(body.text)
        self._starts = [body.raw_span(*span)[0] for span in spans]
        self.sentences = [content(body.text[slice(*span)]) for span in spans]
        self.words = frozenset().union(*self.sentences)
        self._raw = _QUOTATION.sub(lambda match: " " * len(match.group()), raw)

    def number(self, start):
        return max(0, bisect_right(self._starts, start) - 1)

    def said(self, number):
        return self.sentences[number] if self.sentences else frozenset()

    def own_words(self, row):
        """What the wording says outside quotations."""
        return content(self._raw[row.start : row.end])


def describes(row):
    """Does the wording say what somebody or something is, or only its name?"""
    if row.rule in ("country", "place"):
        return False
    if row.rule not in ("person", "name"):
        return True
    return bool(content(" ".join(word for word in WORD.findall(row.text) if word.islower())) - _titles())


def _shared(words, others):
    """The share of what two sentences say, weighed by how rare it is, that both say."""
    both = sum(map(information, sorted(words & others)))
    return both / whole if both and (whole := sum(map(information, sorted(words | others)))) else 0.0


def _weight(words):
    return sum(sorted(map(information, words), reverse=True)[:_WEIGHED])


@lru_cache(maxsize=1)
def _loaded():
    """The stems of words that judge or hedge."""
    return frozenset(stem(word) for kind in ("loaded", "evaluative", "hedge") for word in loaded_words(kind))


@lru_cache(maxsize=1)
def _titles():
    return frozenset(stem(word.rstrip(".")) for word in word_classes()["title"])


@lru_cache(maxsize=1)
def _weights():
    return read_json("contrast_weights.json")
