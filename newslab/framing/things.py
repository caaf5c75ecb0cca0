"""Which groups of mentions are referents of the table: names, and common nouns that articles come back to."""

from collections import Counter, defaultdict
from functools import lru_cache

from newslab.framing.clauses import NAMED
from newslab.framing.lexicon import countries, word_classes
from newslab.text import stem

# A common noun is a referent of the story, and not a word of the language, from so many mentions an article on.
_MENTIONS_AN_ARTICLE = 1.5


def outermost(mentions):
    """Leave out a mention inside a longer one of the same referent."""
    kept = []
    for mention in sorted(mentions, key=lambda mention: (mention.article_id, mention.start, -mention.end)):
        if not kept or kept[-1].article_id != mention.article_id or mention.end > kept[-1].end:
            kept.append(mention)
    return kept


def is_referent(key, found):
    """Does the referent belong in the table? A name always, a common noun if several articles come back to it."""
    articles = {mention.article_id for mention in found}
    if key[0] in NAMED:
        return True
    return len(articles) > 1 and len(found) >= _MENTIONS_AN_ARTICLE * len(articles) and len(found) > 3


def of_one_kind(key, found):
    """Of a thing, the mentions that may well speak of the one thing of which most of them do.

    Plurals of what is mostly one are left out, and verbs that have nothing in common with the nouns. Of a thing that is
    no act, also the articles that speak of another kind of it: "a gang member" and "members of the press" share their
    head alone. Two articles agree where both have the noun alone, or with an adjective, or where they have another word
    beside it in common.
    """
    if key[0] != "thing":
        return found
    found = _with_a_noun(_of_one_number(found))
    if len(key) > 2 or any(mention.kind == "verb" for mention in found):
        return found
    beside = defaultdict(set)
    for mention in found:
        beside[mention.article_id].update(_beside(mention) or {""})
    count = Counter(part for parts in beside.values() for part in parts)
    agreeing = {article for article, parts in beside.items() if any(count[part] > 1 for part in parts)}
    return [mention for mention in found if mention.article_id in agreeing]


def _of_one_number(found):
    """Without the plural of a noun that the articles mostly have in the singular: "the letter", but not "letters"."""
    heads = Counter(mention.head for mention in found if mention.kind == "noun")
    others = {head for head in heads if any(heads[one] > heads[head] for one in _singulars(head))}
    return [mention for mention in found if mention.head not in others]


def _with_a_noun(found):
    """Without the verbs whose object has nothing in common with the nouns, where most mentions are nouns."""
    nouns = [mention for mention in found if mention.kind == "noun"]
    if 2 * len(nouns) <= len(found):
        return found
    said = {term for mention in nouns for term in mention.terms - {mention.concept}}
    return [mention for mention in found if mention.kind == "noun" or (mention.terms - {mention.concept}) & said]


def _singulars(head):
    """What the noun may be the plural of: "letters" of "letter", "companies" of "company"."""
    endings = {"s": "", "es": "", "ies": "y"}
    return [head.removesuffix(plural) + one for plural, one in endings.items() if head.endswith(plural)]


def _beside(mention):
    """What the words beside the head say of which: no adjectives, and a country under its name, "US-Russian"."""
    parts = {part for term in mention.terms - {mention.concept} for part in term.split("-")} - _adjectives()
    return {countries()[part][0] if part in countries() else part for part in parts}


@lru_cache(maxsize=1)
def _adjectives():
    words = word_classes()["adjective"] - countries().keys()
    return frozenset(stem(word + ending) for word in words for ending in ("", "r", "er", "st", "est"))
