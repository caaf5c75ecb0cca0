"""Where grammar alone says which cue a quotation belongs to: the object of a participle, of a relative clause."""

from newslab.quotes import words as lexicon
from newslab.quotes.cues import SAYING
from newslab.quotes.phrases import is_adverb

# Tags of what may stand between a participle and the words it calls somebody or says.
_OBJECT = frozenset("DNPTndR$IC")
_CLAUSE = _OBJECT | frozenset("ASe")
# The same for those who are told: "telling the crowd that".
_ADDRESSED = frozenset("DNPTndR$,:S")
# Participles that say how somebody spoke, not what.
_SOUNDING = frozenset("speaking reading writing singing thinking".split())
_AS = frozenset("as of".split())
_RELATIVE = frozenset("that which who".split())
# What begins a clause that is no part of what is reported.
_TIMES = frozenset("when while after before as because since although though until".split())


def by_participle(best, listed, sentence, at):
    """`Calling it “a sham,” Lowe left`, `Lowe left, accusing him of “theft”`: the words are the object of a participle.

    The candidate by which the participle's subject speaks, or None where there is none or a better one is taken.
    """
    if best is not None and best.rule not in ("subject", "participle", "chain", "introduced"):
        return None
    tags = sentence.tags
    for candidate in listed:
        cue = candidate.cue
        if candidate.rule != "participle" or not cue.start < at:
            continue
        opens = cue.start == 0 or (cue.start == 1 and tags[0] in "IS")
        if not opens and tags[cue.start - 1] not in ",-A":
            continue
        between, word = set(tags[cue.start + 1 : at]), sentence.lower[cue.start]
        naming = word in lexicon.NAMING_VERBS and between <= _OBJECT
        where = tags[at - 1] == "I" and sentence.lower[at - 1] not in _AS  # "saying on “Friends”"
        if where or tags[cue.source.start - 1 : cue.source.start] == "W":
            continue
        saying = word in lexicon.SPEECH_ING and word not in _SOUNDING
        leading = between <= _ADDRESSED and tags[at - 1] in ",:S"
        if naming or (saying and (leading or between <= _CLAUSE)):
            return candidate
    return None


def in_relative_clause(best, listed, sentence, at):
    """`Lowe wants a note that called it “x”`, `denounced what Bauer called “x”`: the clause has its own subject."""
    if best.rule not in ("cue before", "subject") or best.cue is None or best.cue.inverted:
        return best
    for candidate in listed:
        cue = candidate.cue
        if cue is None or candidate.sentence != best.sentence or cue.kind != "stance":
            continue
        step = cue.start - 1
        while step > 0 and (sentence.tags[step] == "R" or is_adverb(sentence.lower[step])):
            step -= 1
        named = sentence.lower[step] in _RELATIVE and cue.source.kind != "pronoun"
        what = sentence.lower[cue.source.start - 1] == "what"
        inner = (named or what) and best.cue.last <= cue.first and cue.last <= at
        if inner and any(feature.startswith("before naming") for feature in candidate.features):
            return candidate
    return best


def coordinate(best, listed, sentence, at):
    """`…, Lowe said, and Bauer called it “x”`: the words belong to the second of two clauses."""
    if best.rule != "cue before" or best.cue.inverted:
        return best
    for candidate in listed:
        cue = candidate.cue
        second = cue is not None and candidate.rule == "cue before" and best.cue.last < cue.first and cue.last <= at
        if second and sentence.tags[cue.first - 2 : cue.first] == ",C" and "Q" not in sentence.tags[cue.first : at]:
            return candidate
    return best


def beside(best, listed, sentence, at):
    """`“…,” added Lowe`: who is said to say it right behind its comma, whoever spoke before and whoever tells of it."""
    if best.rule not in ("chain", "according to") or at not in sentence.pauses:
        return best
    for candidate in listed:
        if candidate.rule == "cue after" and "after speech next" in candidate.features:
            return candidate
    return best


def outside_clauses(sentence, cues, at):
    """The cues before a quotation, without those in a clause that ends there: `Lowe said when Bauer left, “…”`."""
    if sentence.tags[at - 1 : at] != ",":
        return cues
    outside = [cue for cue in cues if not _in_clause(sentence, cue)]
    return outside if any(cue.kind in SAYING for cue in outside) else cues


def _in_clause(sentence, cue):
    """Whether a cue stands in a clause that a word like `while` opens, if not at the start of the sentence."""
    for step in range(cue.first - 1, 0, -1):
        if sentence.lower[step] in _TIMES:
            return True
        if sentence.tags[step] in ",;:-QV":
            return False
    return False
