"""Where an article may tell of something in words that were not recognised as such."""

import re
from collections import Counter, defaultdict
from math import log

from newslab.framing.clauses import WHEN, is_unit
from newslab.framing.lexicon import concept, countries, given_names, information, word_classes
from newslab.text import STOP_WORDS, bodies, split_sentences, stem, words

# What a sentence has to share with the words of a fact, and these around its two units, for the fact to be perhaps told
# there; a word that stands in no other sentence and no other story counts 1. A word that counts less than `_LEAST` is
# left alone: it would find nothing by itself, and stands in very many sentences.
_ENOUGH = 0.8
_AROUND = 2
_LEAST = 0.03


class PossibleMentions:
    """The words of the articles, to find those that may tell of a referent."""

    def __init__(self, wording, articles):
        self._spoken = _spoken(wording)
        self._clauses = wording[wording["rule"] == "fact"].groupby("referent", sort=False)["text"].agg(list).to_dict()
        self._article, self._holding = [], defaultdict(list)
        self._named, self._countries = {}, {}
        for article, body in bodies(articles):
            runs = _NAMES.findall(body.text)
            self._named[article.article_id] = _named(runs)
            self._countries[article.article_id] = _countries(runs)
            self._spoken[article.article_id] |= self._countries[article.article_id]
            for start, end in split_sentences(body.text):
                found = words(body.text[start:end])
                self._spoken[article.article_id].update(map(stem, found), map(concept, found))
                for word in _content(found):
                    self._holding[word].append(len(self._article))
                self._article.append(article.article_id)

    def of(self, referent, label, rule, silent):
        """Those of the silent articles that may tell of it: with a part of it, its label's words, or much around it.

        Of a person they have the whole name, or the given or the family name alone, of a country its people or bodies.
        """
        if rule == "person":
            first, *_, last = label.split() if " " in label else (label, label)
            return {article for article in silent if self._named.get(article, set()) & {first, last, f"{first} {last}"}}
        if rule == "country":
            return {article for article in silent if label in self._countries.get(article, ())}
        clues = [set(map(stem, words(label))), *self._clues(referent, label, rule)]
        near = self._near(_parts(referent), self._clauses[referent]) if rule == "fact" else set()
        return {
            article
            for article in silent
            if article in near or any(clue <= self._spoken.get(article, set()) for clue in clues)
        }

    def _clues(self, referent, label, rule):
        """Sets of words and names: who has all of one set may tell of the referent."""
        if rule == "fact":
            return [{part} for part in _parts(referent)]
        if rule == "name":
            # "The Harbour Treaty" may be "the treaty" to another, "the Berg administration" is Berg's.
            first, *_, last = words(label) if " " in label else ("", "")
            return [{stem(word)} for word in ([last, first] if last == "administration" else [last]) if word]
        country, kind = countries().get(label.lower(), ("", ""))
        # Who writes "Norway" may mean by it what another calls "Oslo".
        return [{country}] if rule == "place" and kind == "capital" else []

    def _near(self, parts, clauses):
        """The articles with a sentence that shares enough with one of the clauses around the two parts of a fact."""
        shared = Counter()
        for clause in clauses:
            for word in sorted(_window(words(clause), parts)):
                weight = self._weight(word)
                for place in self._holding.get(word, ()) if weight >= _LEAST else ():
                    shared[clause, place] += weight
        return {self._article[place] for (_, place), weight in shared.items() if weight >= _ENOUGH}

    def _weight(self, word):
        """How much it says that two sentences share a word: less if news or these articles often have it."""
        n, count = len(self._article), len(self._holding.get(word, ()))
        return information(word) * log(n / count) / log(max(n, 3) / 2) if count else 0


_NAMES = re.compile(r"[A-ZÀ-Þ][\w’'-]*\.?(?: [A-ZÀ-Þ][\w’'-]*\.?)*")


def _countries(runs):
    """The countries of which something is named: "Norwegian", "Oslo", "the Storting"."""
    names = {re.sub("[’']s?$", "", name).lower() for run in runs for name in (run, *run.split())}
    return {countries()[name][0] for name in names if name in countries()}


def _named(runs):
    """The names of a text that may be a person's: whole as "first last", or one alone, also before another name."""
    found = set()
    for match in runs:
        run = [re.sub("[’']s?$", "", word) for word in match.split()]
        while len(run) > 1 and (run[0].lower().rstrip(".") in word_classes()["title"] | STOP_WORDS):
            run = run[1:]
        found.add(run[0] if len(run) == 1 else f"{run[0]} {run[-1]}")
        if run[0].lower() not in given_names():
            # "The Berg White House" speaks of Berg.
            found.add(run[0])
    return found


def _parts(referent):
    """The units that make up a fact, from its name: "fact/Crimea/annexation" has two."""
    return [part for part in referent.split("/")[1:3] if part != WHEN]


def _spoken(wording):
    """article_id → the names of its referents."""
    spoken = defaultdict(set)
    for article_id, referent in wording[["article_id", "referent"]].drop_duplicates().itertuples(index=False):
        spoken[article_id].add(referent.split("/", 1)[-1])
    return spoken


def _window(found, parts):
    """The words of content from the first of the two parts to the second, where they stand closest, and around them."""
    places = [[place for place, word in enumerate(found) if is_unit(word, part)] for part in parts]
    if len(places) < 2 or not all(places):
        return set()
    pairs = ((min(a, b), max(a, b)) for a in places[0] for b in places[1])
    first, last = min(pairs, key=lambda pair: (pair[1] - pair[0], pair))
    return _content(found[max(0, first - _AROUND) : last + _AROUND + 1])


def _content(found):
    return {stem(word) for word in found if word not in STOP_WORDS}
