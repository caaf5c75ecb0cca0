"""The noun phrase that ends at a place, with what it hangs on to the left: `a spokesman for the Kremlin`."""

from newslab.quotes import lexicon
from newslab.quotes.phrases import REACH, Phrase, bracket_start, is_office, simple_ending

# Prepositions that as often begin a clause: "a fine after the man had posted".
_CLAUSAL = frozenset("after before since until till than including following".split())
_OWN = frozenset("his her their".split())


def phrase_ending(sentence, last):
    """The noun phrase whose last token is at `last`, with what it hangs on: `a spokesman for the Kremlin`."""
    tags = sentence.tags
    if last < 0:
        return None
    if tags[last] == ")":
        last = bracket_start(sentence, last) - 1
        if last < 0:
            return None
    if tags[last] == "P":
        return Phrase(last, last + 1, last, "pronoun")
    if tags[last] == "D" and sentence.lower[last] in lexicon.QUANTIFIERS:
        return Phrase(last, last + 1, last, "nominal")
    phrase = simple_ending(sentence, last)
    while phrase is not None and phrase.start >= 2 and last - phrase.start < REACH:
        outer = _outer(sentence, phrase)
        if outer is None:
            break
        if is_office(sentence, outer, phrase):
            phrase = Phrase(outer.start, phrase.end, phrase.head, "name")
        else:
            phrase = Phrase(outer.start, phrase.end, outer.head, outer.kind)
    if phrase is not None and phrase.kind == "name" and phrase.start >= 2 and sentence.lower[phrase.start - 1] == "and":
        first = simple_ending(sentence, phrase.start - 2)
        if first is not None and first.kind == "name" and (first.start == 0 or tags[first.start - 1] in ",Q"):
            phrase = Phrase(first.start, phrase.end, phrase.head, "name")
    if phrase is not None and phrase.start >= 2 and sentence.lower[phrase.start - 1] == "and":
        first = simple_ending(sentence, phrase.start - 2) if sentence.lower[phrase.start] in _OWN else None
        if first is not None and first.kind == "name":
            return first  # "Lowe and her colleagues"
    if (
        phrase is not None
        and phrase.kind == "nominal"
        and tags[phrase.start] != "D"
        and tags[phrase.start - 1 : phrase.start] == "C"
    ):
        # "the former first lady and senator"
        first = phrase_ending(sentence, phrase.start - 2)
        roles = first is not None and tags[first.head] == tags[phrase.head] == "T"
        if roles and tags[first.start] == "D" and first.kind == "nominal":
            phrase = Phrase(first.start, phrase.end, phrase.head, "nominal")
        elif first is not None and first.start > 1 and tags[first.start - 1] == "," and tags[first.head] == "T":
            # "Ada Lowe, deputy leader and party spokeswoman said": the second comma is missing
            named = simple_ending(sentence, first.start - 2)
            if named is not None and named.kind == "name" and tags[phrase.head] == "T":
                phrase = named
    return phrase


def _outer(sentence, inner):
    """What a phrase hangs on: `officials at the ministry`, `a report released by the office`."""
    tags = sentence.tags
    step = inner.start - 1
    if tags[step] == "R":
        step -= 1
    if step > 0 and tags[step] == "I":
        if sentence.lower[step] in _CLAUSAL:
            return None
        step -= 1
        if tags[step] == "D" and sentence.lower[step + 1] == "of" and inner.kind == "nominal":
            return Phrase(step, inner.end, inner.head, "nominal")  # "one of the victims"
    elif step < 1 or tags[step] != "e":
        return None
    addressed = tags[step] == "v" and sentence.lower[step].endswith("ed") and sentence.lower[step + 1] == "to"
    if step > 0 and (tags[step] in "eg" or addressed) and tags[step - 1] in "nNT":
        step -= 1
    elif tags[step] == "e":
        return None
    outer = simple_ending(sentence, step)
    if outer is not None and outer.start and tags[outer.start - 1] == "I" and inner.kind == "name":
        # "from the Department of Health said" goes on to the left, "in the mouth of Ada Lowe, who said" does not
        return outer if tags[outer.head] in "TN" else None
    return outer
