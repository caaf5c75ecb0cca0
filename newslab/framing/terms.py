"""Distinctive words: what a group of articles says more often than the rest, and when there is too little to say so."""

import re
from collections import Counter
from collections.abc import Collection

import numpy as np
import pandas as pd

from newslab.framing.chunks import tagged_sentences
from newslab.framing.group_counts import count_words
from newslab.framing.keyness import log_ratio, weigh
from newslab.framing.lexicon import word_classes
from newslab.tables import COLUMNS, table
from newslab.text import STOP_WORDS, bodies, document_frequencies, stem
from newslab.text.calendar import MONTHS, WEEKDAYS

# Beyond the function words: numbers in words, forms of address, verbs that report or merely carry a sentence, and
# dates, which say when an article was written rather than how.
COMMON_WORDS = STOP_WORDS | frozenset(
    """two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty hundred thousand million
    billion first second third last next mr mrs ms dr sir said say says saying told tell tells asked ask added get gets
    got getting go goes going gone went come comes came coming make makes made making take takes took taken taking put
    see seen saw give gives gave given keep kept let show shown seem seems seemed become became want wanted like well
    back around almost else enough rather quite perhaps maybe however meanwhile moreover indeed otherwise else less
    least several part whole including according thing things way ways lot something somehow sometimes together though
    away ago later earlier today yesterday tomorrow day days week weeks weekend month months year years time times
    am pm
    """.split()
).union(WEEKDAYS, MONTHS)

# A word that stands in more than this share of news stories says nothing of one.
_COMMON = 0.1
_NOUN = re.compile("[a-z]{5,}")


def distinctive_terms(
    articles: pd.DataFrame, *, by: str = "outlet", quoted: bool = True, stop_words: Collection[str] | None = None
) -> pd.DataFrame:
    """List the words that each group of articles uses more often than the rest does.

    articles : table from `clean_articles`.
    by : the column that groups them, such as outlet, agency or section; articles where it is missing are left out
        (where no outlet is known, the article stands for it).
    quoted : False leaves out what stands in quotation marks, to count only the outlet's own words.
    stop_words : lower-case words that are not listed (they still count as words); None: `newslab.framing.COMMON_WORDS`.

    A sentence of six words or more that is printed several times counts once in a group and once in the rest, so that
    wire copy does not inflate the counts. British and American spellings count as one word, under the commoner form.
    Words used once in all the articles are left out, and so is every word where there is only one group.

    Returns a table with columns `by`, term, count, documents (articles of the group that use it), rate (per 1,000
    words), log_ratio (base 2: 1 is twice as often as in the rest) with its 95 % interval low and high, p (exact,
    one-sided), p_adjusted (Benjamini-Hochberg within the group), elsewhere (uses in the rest), dispersion (Gries 2008,
    Lijffijt and Gries 2012: 0 evenly over the group's articles, 1 all in one); most telling first. p_adjusted is
    missing where a word is so rare that no split could be told from chance: `uses_needed` says how many uses it takes.
    Raises TypeError or ValueError if `articles` is another table or has no column `by`.

    >>> import newslab as nl
    >>> articles = nl.clean_articles(nl.load_articles("seeds", sources="seeds/sources.csv"))
    >>> terms = nl.distinctive_terms(articles)
    >>> bool((terms["p_adjusted"] <= 0.05).any())  # five articles are too few
    False
    """
    counts = count_words(articles, by, quoted)
    listed = _listed(counts, stop_words)
    columns = {name: [] for name in COLUMNS["terms"]}
    for group in range(len(counts.groups)):
        for name, values in _group_rows(counts, group, listed).items():
            columns[name].append(values)
    found = {name: np.concatenate(values) if values else [] for name, values in columns.items()}
    return table("terms", found).rename(columns={"outlet": by})


def uses_needed(
    articles: pd.DataFrame, *, by: str = "outlet", quoted: bool = True, stop_words: Collection[str] | None = None
) -> pd.DataFrame:
    """Say for each group how often a word that nobody else has must be used before it can be told from chance.

    articles, by, quoted, stop_words : as for `distinctive_terms`, which raises the same errors.

    Returns a table with columns `by`, articles, words, tested (words frequent enough to be tested), needed (uses;
    missing where no number would do, as with a single group), only_here (the most used word that only this group has)
    and count (its uses). Where count is below needed, these articles are too few to find such a word.

    >>> import newslab as nl
    >>> articles = nl.clean_articles(nl.load_articles("seeds", sources="seeds/sources.csv"))
    >>> table = uses_needed(articles)
    >>> bool((table["count"] < table["needed"]).all())
    True
    """
    counts = count_words(articles, by, quoted)
    listed = _listed(counts, stop_words)
    rows = []
    for number, group in enumerate(counts.groups):
        inside, rest, evidence, terms = _contrast(counts, number, listed)
        own = np.flatnonzero(rest == 0)
        best = own[np.argmax(inside[own])] if len(own) and counts.rest_words(number) else None
        rows.append(
            {
                "outlet": group,
                "articles": int(counts.members[number].sum()),
                "words": int(counts.words[number]),
                "tested": int(evidence.tested.sum()),
                "needed": evidence.needed,
                "only_here": None if best is None else counts.terms[terms[best]],
                "count": None if best is None else int(inside[best]),
            }
        )
    return table("uses", rows).rename(columns={"outlet": by})


def _listed(counts, stop_words):
    """Which of the counted forms are words that a list may name."""
    stop_words = COMMON_WORDS if stop_words is None else stop_words
    return np.array([len(term) > 1 and term not in stop_words for term in counts.terms], dtype=bool)


def _contrast(counts, group, listed):
    """The listed words of a group: uses inside and in the rest, the evidence, and their numbers among the terms."""
    terms, inside, rest = counts.against_the_rest(group)
    named = listed[terms]
    absent = listed.copy()
    absent[terms] = False
    terms, inside, rest = terms[named], inside[named], rest[named]
    evidence = weigh(inside, rest, counts.words[group], counts.rest_words(group), counts.distinct[absent])
    return inside, rest, evidence, terms


def _group_rows(counts, group, listed):
    inside, rest, evidence, terms = _contrast(counts, group, listed)
    ratio, low, high = log_ratio(inside, rest, counts.words[group], counts.rest_words(group))
    documents, dispersion = counts.spread(group, terms)
    columns = {
        "outlet": np.full(len(terms), counts.groups[group], dtype=object),
        "term": counts.terms[terms],
        "count": inside,
        "documents": documents,
        "rate": 1000 * inside / max(counts.words[group], 1),
        "log_ratio": ratio,
        "low": low,
        "high": high,
        "p": evidence.p,
        "p_adjusted": evidence.adjusted,
        "elsewhere": rest,
        "dispersion": dispersion,
    }
    adjusted = np.where(evidence.tested, evidence.adjusted, 2)
    # The terms are in alphabetical order, so their numbers break the last ties.
    order = np.lexsort((terms, -inside, -evidence.surprise, adjusted))
    order = order[(inside + rest)[order] > 1]
    # A single group has no rest with which to compare it.
    order = order[~np.isnan(evidence.surprise)[order]]
    return {name: values[order] for name, values in columns.items()}


def common_word(articles: pd.DataFrame, *, stop_words: Collection[str] | None = None) -> str:
    """The common noun that most articles use, and of several the one used most: an example for `keyword_in_context`.

    articles : table from `clean_articles`. stop_words : as in `distinctive_terms`. A word of more than one in ten news
    stories, such as "people", is left out: any story has it.

    Returns the word in lower case; an empty string if there is none. Raises TypeError or ValueError if `articles` is
    another table.

    >>> import newslab as nl
    >>> common_word(nl.clean_articles(nl.load_articles("seeds")))
    'sanctions'
    """
    stop_words, (n, stories) = COMMON_WORDS if stop_words is None else stop_words, document_frequencies()
    uses, users = Counter(), Counter()
    for _, body in bodies(articles):
        nouns = Counter(
            token.lower
            for sentence in tagged_sentences(body.text)
            for token in sentence
            # A short word rarely says what a story is about.
            if token.tag == "O" and _NOUN.fullmatch(token.text) and token.lower not in word_classes()["adjective"]
        )
        nouns = {noun: count for noun, count in nouns.items() if noun not in stop_words}
        uses.update(nouns)
        users.update(nouns.keys())
    telling = [noun for noun in users if stories.get(stem(noun), 0) <= _COMMON * n]
    return min(telling, key=lambda noun: (-users[noun], -uses[noun], noun), default="")
