"""A name for a referent or a fact: the wording that most articles share, without what only one of them says of it."""

import re
from collections import Counter, defaultdict

from newslab.framing.clauses import WHEN, is_unit, window
from newslab.framing.lexicon import parties, word_classes
from newslab.framing.tagging import looks_like_modifier
from newslab.text import STOP_WORDS, WORD, stem

# What follows gives a cause, an aim or a target, which one article may see otherwise than another.
_WHY = re.compile(r"\s+(?:over|for|to|against|after|amid|because|by|since|in order)\b")
_BROKEN = re.compile(r"[“”\"‘«»()\[\];:—–―…]|,(?!\d)|--|(?<!\w)'|'(?!\w)")
_LONG, _LONGEST = 8, 12
# Without these a phrase says something else: "less aggressive", "never paid".
_TURNING = frozenset(
    """less more fewer least most not never no hardly barely scarcely nearly almost only former past future alleged fake
    false first last next other second half""".split()
)
_LINKS = frozenset("and but or that which who to".split())


def referent_label(key, found):
    """The label of a referent: its own name, or what most articles call it without a judgement of theirs."""
    if key[0] in ("person", "country", "place") or key[1] in parties().values():
        return key[1]
    if key[0] == "name":
        names = Counter(" ".join(mention.name) for mention in found if mention.name)
        return min(names, key=lambda text: (-names[text], text), default=key[1])
    tellers = defaultdict(set)
    for mention in found:
        if mention.kind == "noun":
            tellers[_without_modifiers(bare(mention.text))].add(mention.article_id)
    if max(map(len, tellers.values()), default=0) < 2:
        # What one article alone calls it is no name for all: "the harbour probe" may be "the audit" to another.
        tellers = defaultdict(set)
        for mention in found:
            tellers[mention.head].add(mention.article_id)
    label = min(tellers, key=lambda text: (-len(tellers[text]), len(text), text[:1].isupper(), text), default=key[1])
    if " and " in key[-1]:
        return f"{label} of {key[-1]}"
    return f"{label} with {key[-1]}" if len(key) > 2 and key[-1][:1].isupper() else label


def _without_modifiers(text):
    words = text.split()
    kept = [word for place, word in enumerate(words) if not _modifies(word, words[place + 1 : place + 2])]
    return " ".join(kept)


def bare(text):
    """The text without quotation marks at its ends and without the articles and pronouns before it."""
    words = " ".join(text.split()).strip("\"“”‘’'«» ,").split()
    while len(words) > 1 and words[0].lower() in word_classes()["determiner"]:
        words = words[1:]
    return " ".join(words)


def fact_label(pair, found, nouns, texts):
    """The label of the fact that `pair` stands for, in the words of the articles.

    Of the phrases and stretches of text with both units, without the modifiers that only one article has, the one
    whose words most articles share, then the shortest. nouns : (article_id, number of the sentence) → noun phrases.
    """
    found = [sentence for sentence in found if all(unit in sentence.units for unit in pair)]
    places = sorted({(sentence.article_id, sentence.number) for sentence in found})
    near = [mention for place in places for mention in nouns.get(place, ())]
    if WHEN in pair:
        said = Counter(mention.head for mention in near if mention.concept == pair[0])
        return "date of the " + min(said, key=lambda word: (-said[word], word), default=pair[0])
    wordings = [mention.text for mention in near if all(_holds(mention, unit) for unit in pair)]
    wordings += [texts[sentence.article_id][slice(*window(sentence, pair))] for sentence in found]
    said = _said(found, texts)
    label = min((_plain(_from_unit(text, pair), said) for text in wordings), key=lambda text: _rank(text, said))
    # Where every wording is broken by a mark, the longer side of it names the fact.
    words = max((bare(part) for part in _BROKEN.split(label)), key=len).split()
    while len(words) > 2 and words[0].lower() in _LINKS:
        words = words[1:]
    return " ".join(words if len(words) <= _LONGEST else [*words[:_LONG], "…"])


def _said(found, texts):
    """Each stem → the articles that have it in the sentences of the fact."""
    said = defaultdict(set)
    for sentence in found:
        for unit, places in sentence.units.items():
            said[stem(unit.lower())].add(sentence.article_id)
            for start, end in places:
                for word in WORD.findall(texts[sentence.article_id][start:end]):
                    said[stem(word.lower())].add(sentence.article_id)
    return said


def _plain(text, said):
    """The bare text without modifiers that only one article has."""
    words = bare(text).split()
    return " ".join(
        word
        for place, word in enumerate(words)
        if not _modifies(word, words[place + 1 : place + 2]) or len(said[stem(word.lower())]) > 1
    )


def _modifies(word, following):
    """An adjective or adverb before a word of content; "are skeptical that" is no modifier."""
    if not following or not word.islower() or word in _TURNING:
        return False
    return looks_like_modifier(word) and following[0].lower() not in STOP_WORDS


def _rank(text, said):
    """Whole before broken and short before long; then what most articles share."""
    words = [stem(word.lower()) for word in WORD.findall(text) if word.lower() not in STOP_WORDS]
    shared = sum(len(said.get(word, ())) for word in words) / max(1, len(words))
    return bool(_BROKEN.search(text)), len(text.split()) > _LONG, -round(shared, 1), len(text), text


def _from_unit(text, pair):
    """The text from the first of the units to a clause behind the last; all of it where one is not said as it is."""
    found = [next((m for m in WORD.finditer(text) if is_unit(m.group().lower(), unit)), None) for unit in pair]
    if None in found:
        return text
    start, last = min(m.start() for m in found), max(m.end() for m in found)
    why = _WHY.match(text, last)
    return text[start : why.start() if why else len(text)]


def _holds(mention, unit):
    return unit in mention.terms or unit.lower() in mention.text.lower()
