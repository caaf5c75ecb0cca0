"""A name for a referent or a fact: the wording that most articles share, without what only one of them says of it."""

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from difflib import SequenceMatcher
from itertools import combinations

from newslab.framing.alike import acts
from newslab.framing.clauses import WHEN, window
from newslab.framing.lexicon import TIMES, concept, information, parties, word_classes
from newslab.framing.tagging import looks_like_modifier
from newslab.text import STOP_WORDS, WORD, stem

_BROKEN = re.compile(r"[“”\"‘«»()\[\];:—–―…]|,(?!\d)|--|(?<!\w)'|'(?!\w)")
_LONG, _LONGEST = 8, 10
# No clause goes on for more characters before a phrase.
_REACHED = 200
# Without these a phrase says something else: "less aggressive", "never paid".
_TURNING = frozenset(
    """less more fewer least most not never no hardly barely scarcely nearly almost only former past future alleged fake
    false first last next other second half""".split()
)
# Between two phrases that are read together.
_JOINING = frozenset("of to in on for with from at by about against over into under through as off up out".split())
_PHRASES = 3
# What stands in its reach is not so: "nobody thinks that charges will be filed".
_DENIAL = re.compile(
    r"(?i)\b(?:no|not|none|nobody|never|neither|nor|cannot|without|hardly|barely|den(?:y|ies|ied|ying)|refus\w+|reject\w*)\b|n['’]t\b"
)
_REACH = re.compile(r"[,.;:!?—–]\s|\n|\b(?:but|although|though|because)\b")
# At the ends of a phrase these say nothing.
_LINKING = _JOINING | frozenset(
    """have has had having is are was were be been being am will would can could shall should may might do does did
    and but or that which who whom whose if when while because so as than also both""".split()
)
# Without a word besides these a phrase says nothing of anything.
_EMPTY = STOP_WORDS | TIMES | frozenset("said say says saying told tell tells telling added".split())
_MARKS = re.compile(r"[“”\"()\[\]]")
# Of more clauses than this the first are compared, for a run of at least so many words.
_COMPARED, _RUN = 5, 4
# What a word of the pair is worth in a label, or an act; what a word of one article costs, a heading, and any word.
_NAMING, _ACT, _OWN, _HEADING, _LENGTH = 0.6, 0.8, 0.4, 0.5, 0.1


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


def fact_label(pair, found, phrases, texts, clauses):
    """The label of the fact that `pair` stands for, in the words of the articles.

    Of the noun phrases, the verbs with their objects, and these with what goes before or behind, in the sentences of
    the fact: the one that has most of what several articles say, and least besides. Modifiers that only one article
    has are left out. Where none says enough, the words that two articles print alike, or the shortest clause.
    phrases : (article_id, number of the sentence) → its mentions; clauses : the texts of the clauses.
    """
    said = _said(found, texts)
    if WHEN in pair:
        near = [mention for sentence in found for mention in phrases.get((sentence.article_id, sentence.number), ())]
        heads = Counter(mention.head for mention in near if mention.concept == pair[0] and mention.kind == "noun")
        return "date of the " + min(heads, key=lambda word: (word != pair[0], -heads[word], word), default=pair[0])
    ranked = []
    for sentence in found:
        text = texts[sentence.article_id]
        for start, end in _stretches(phrases.get((sentence.article_id, sentence.number), ()), text):
            inside = (unit for unit, spans in sentence.units.items() if any(start <= a and b <= end for a, b in spans))
            shared = {unit: sum(unit in other.units for other in found) / len(found) for unit in inside}
            shared = {unit: part for unit, part in shared.items() if part * len(found) > 1}
            label = _plain(_to_the_point(text[_from_denial(text, start) : end]), said)
            telling = shared.keys() - sentence.names or shared.keys() >= set(pair)
            named = len(shared) > 1 and telling and shared.keys() & set(pair)
            if named and _is_whole(label) and _says(label):
                ranked.append((-_worth(label, shared, pair, said), len(label), label))
    alike = _printed_alike(clauses)
    if ranked:
        # "Law school" names a theme; around it the articles may say alike who never went there.
        label = min(ranked)[-1]
        shorter = _acts(label) or label.lower() not in alike.lower() or _is_denied_in(alike, clauses)
        return label if shorter else alike
    if all(pair[0] in one.people and pair[1] in one.people for one in found):
        return " and ".join(person.split()[-1] for person in pair)
    told = [alike, _between(found, pair, texts), _shortened(min(clauses, key=lambda t: (len(t), t)))]
    return next((label for label in told if _says(label) and not _is_denied_in(label, clauses)), told[-1])


def _stretches(mentions, text):
    """The phrases of a sentence, and those that follow one another with no more than a preposition between them.

    A noun before a noun is no part of it; a verb without what belongs to it says too little at the end.
    """
    starting = {}
    for mention in mentions:
        if mention.start not in starting or mention.end > starting[mention.start].end:
            starting[mention.start] = mention
    starts = sorted(starting)
    for mention in mentions:
        yield mention.start, mention.end
        last = mention
        for _ in range(_PHRASES - 1):
            place = bisect_left(starts, last.end)
            following = starting[starts[place]] if place < len(starts) else None
            between = text[last.end : following.start].strip().lower() if following else None
            if between not in _JOINING and not (between == "" and "verb" in (last.kind, following.kind)):
                break
            last = following
            if last.kind != "verb" or " " in _to_the_point(last.text):
                yield mention.start, last.end


def _is_whole(label):
    """No marks, not too long, and no adjective without its noun at the end."""
    words = label.split()
    hanging = words[-1].islower() and words[-1] in word_classes()["adjective"] and len(words) > 1
    return not _BROKEN.search(label) and len(words) <= _LONGEST and not hanging


def _worth(label, shared, pair, said):
    """How much of what several articles say a label has; what only one says, and headings, count against it.

    shared : unit → the part of the articles that have it.
    """
    words = [word for word in WORD.findall(label) if word.lower() not in STOP_WORDS]
    own = sum(len(said.get(stem(word.lower()), ())) < 2 for word in words)
    heading = len(words) > 2 and all(word[0].isupper() for word in words)
    told = sum(information(unit) * part for unit, part in sorted(shared.items()))
    told += _NAMING * len(shared.keys() & set(pair)) + _ACT * bool(acts() & shared.keys())
    return round(told - _OWN * own - _HEADING * heading - _LENGTH * len(label.split()), 4)


def _to_the_point(text):
    """The text without what only links it: "has grabbed", "to grab", "on the dam"; but "was not grabbed"."""
    words = bare(text).split()
    while len(words) > 1 and words[0].lower() in _LINKING and words[1].lower() not in ("not", "never"):
        words = bare(" ".join(words[1:])).split()
    while len(words) > 1 and words[-1].lower() in _LINKING | word_classes()["determiner"]:
        words = words[:-1]
    return " ".join(words)


def _from_denial(text, start):
    """Where a phrase begins with what says, before it in its clause, that it is not so: "not willing to comment"."""
    clause = _REACH.split(text[max(0, start - _REACHED) : start])[-1]
    denial = _DENIAL.search(clause)
    return start - len(clause) + clause.rfind(" ", 0, denial.end() - 1) + 1 if denial else start


def _is_denied_in(label, clauses):
    label = label.removesuffix(" …")
    places = ((clause, clause.find(label)) for clause in clauses)
    return any(place >= 0 and _from_denial(clause, place) < place for clause, place in places)


def _says(label):
    """Does it say something of somebody or something, and not only name it?"""
    words = [word for word in WORD.findall(label) if word.lower() not in _EMPTY and not word.isdigit()]
    return sum(word.islower() for word in words) > 1 or (_acts(label) and len(words) > 1)


def _acts(label):
    return any(concept(word.lower()) in acts() for word in WORD.findall(label) if word.lower() not in _EMPTY)


def _printed_alike(clauses):
    """The longest run of words that two clauses have; of a long one the part that says most."""
    longest, source = [], ""
    for one, other in combinations(clauses[:_COMPARED], 2):
        found = list(WORD.finditer(one))
        ours, theirs = [match.group().lower() for match in found], [word.lower() for word in WORD.findall(other)]
        start, _, size = SequenceMatcher(None, ours, theirs, autojunk=False).find_longest_match()
        if size > len(longest):
            longest, source = found[start : start + size], one
    if len(longest) < _RUN:
        return ""
    told = [information(concept(match.group().lower())) for match in longest]
    first = max(range(max(1, len(told) - _LONGEST + 1)), key=lambda n: (sum(told[n : n + _LONGEST]), -n))
    part = longest[first : first + _LONGEST]
    while len(part) > 1 and part[-1].group().lower() in STOP_WORDS:
        part.pop()
    cut = " …" * (first + _LONGEST < len(longest))
    return _to_the_point(_MARKS.sub("", source[part[0].start() : part[-1].end()])) + cut


def _between(found, pair, texts):
    """What stands between the two units where no phrase has both."""
    parts = [
        max(map(_to_the_point, _BROKEN.split(texts[one.article_id][slice(*window(one, pair))])), key=len)
        for one in found
    ]
    return _shortened(min(parts, key=lambda text: (len(text), text)))


def _shortened(text):
    words = _MARKS.sub("", text).split()
    return " ".join(words if len(words) <= _LONGEST else [*words[:_LONG], "…"])


def _said(found, texts):
    """Each stem → the articles that have it in the sentences of the fact."""
    said = defaultdict(set)
    for sentence in found:
        for unit, places in sentence.units.items():
            said[stem(unit.lower())].add(sentence.article_id)
            for start, end in places:
                for word in WORD.findall(texts[sentence.article_id][start:end].replace("’", "'")):
                    said[stem(word.lower().removesuffix("'s"))].add(sentence.article_id)
                    said[word.lower()].add(sentence.article_id)
    return said


def _plain(text, said):
    """The bare text without modifiers and owners that only one article has, "Oslo's" dam."""
    words, kept = bare(text).split(), []
    for place, word in enumerate(words):
        following, tellers = words[place + 1 : place + 2], len(said.get(stem(word.lower()), ()))
        owner = word.endswith(("'s", "’s")) and following and (not kept or following[0][0].isupper())
        if owner and len(said.get(word.lower().replace("’", "'"), ())) < 2:
            kept = kept[: -1 if kept and kept[-1][0].isupper() else None]
        elif tellers > 1 or not _modifies(word, following):
            kept.append(word)
    return " ".join(kept)


def _modifies(word, following):
    """An adjective or adverb before a word of content; "are skeptical that" is no modifier."""
    if not following or not word.islower() or word in _TURNING:
        return False
    return looks_like_modifier(word) and following[0].lower() not in STOP_WORDS
