"""Which cues of a sentence can govern a quotation in it, and where grammar alone says which one does."""

from newslab.quotes import bodies, lexicon
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
_NAMING_VERBS = lexicon.NAMING_VERBS - lexicon.SAID
_RELATIVE = frozenset("that which who".split())
# What begins a clause that is no part of what is reported.
_TIMES = frozenset("when while after before as because since although though until".split())
_CARRYING = frozenset(
    """report reports reported reporting according quoted quotes quoting cited cites citing via understand understands
    learned learnt""".split()
)
# Tags of those who are told something: "told her:", "told the Herald:".
_TO_WHOM = frozenset("DNPTR:")
_BE = frozenset("was is were are been be".split())
_RUMOURED = frozenset("said reported believed thought understood rumoured rumored alleged".split())


def by_participle(best, listed, sentence, at):
    """`Calling it “a sham,” Lowe left`, `Lowe left, accusing him of “theft”`: the words are the object of a participle.

    The candidate by which the participle's subject speaks, or None where there is none or a better one is taken.
    """
    if best is not None and best.rule not in ("subject", "participle", "chain", "introduced"):
        return None
    tags = sentence.tags
    for candidate in listed:
        if candidate.rule == "according to" and (candidate.side, candidate.near) == ("before", "next"):
            return candidate  # "saying that it is, according to Lowe, “a sham”"
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


def in_inner_clause(best, listed, number, sentence, at):
    """`Lowe said Bauer had called it “x”`, `Lowe denounced a note that called it “x”`: the clause has its own words.

    The candidate of a clause between the cue of `best` and the quotation, where the words belong to it.
    """
    if best.rule not in ("cue before", "subject", "chain") or best.cue is None or best.cue.inverted:
        return best
    for candidate in listed:
        inner = best.sentence == number and candidate.side == "before" and best.cue.last <= candidate.cue.first
        if inner and _has_words(sentence, candidate, best, at):
            return candidate
    return best


def _has_words(sentence, candidate, best, at):
    """Whether a clause has a name or a judgement of its own, is relative, or is the second of two."""
    cue, before, pronoun = candidate.cue, sentence.tags[: candidate.cue.first], candidate.source.kind == "pronoun"
    if candidate.rule == "cue before" == best.rule and before.endswith(",C"):
        return "Q" not in sentence.tags[cue.first : at]  # "…, Lowe said, and Bauer called it “x”"
    if cue.kind == "speech":
        return before.endswith("W") and not pronoun  # "criticised the plan, which an inquiry said was “x”"
    if cue.kind != "stance" or sentence.lower[cue.start] not in _NAMING_VERBS:
        return False
    reported = best.rule == "cue before" and best.cue.kind == "speech" and cue.source.kind == "name"
    step = cue.start - 1
    while step > 0 and (sentence.tags[step] == "R" or is_adverb(sentence.lower[step])):
        step -= 1
    called = sentence.lower[cue.source.start - 1] == "what"  # "denounced what Bauer called “x”"
    return called or reported or (sentence.lower[step] in _RELATIVE and not pronoun)


def beside(best, listed, sentence, at):
    """`“…,” added Lowe`: who is said to say it right behind its comma, whoever spoke before and whoever tells of it."""
    if best.rule not in ("chain", "according to", "participle") or at not in sentence.pauses:
        return best
    for candidate in listed:
        if candidate.side == "after" and candidate.cue.kind == "speech" and candidate.near == "next":
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


def disputed(best, listed):
    """`Putin’s warning of “…”, Peskov clarified`: the one's words in the other's report; neither is named."""
    owners = [
        candidate
        for candidate in listed
        if candidate.side == "before"
        and candidate.rank == 0
        and candidate.cue.kind == "noun"
        and candidate.near in ("next", "close")
        and candidate.source.kind != "pronoun"
    ]
    behind = best.rule == "cue after" and best.side == "after"
    return behind and any(candidate.source != best.source for candidate in owners)


def own_verb(best, listed, sentence, at):
    """`“…,” Lowe said, according to the file`, `Lowe said “…,” according to the file`: who speaks, not who tells."""
    if best.cue is None or best.cue.kind != "according" or best.sentence != listed[0].sentence:
        return best
    for candidate in listed:
        cue = candidate.cue
        if cue is None or cue.kind != "speech" or candidate.sentence != best.sentence or cue.source == best.source:
            continue
        if best.cue.last <= at:
            between = best.cue.last <= cue.first < at
        else:
            leads = candidate.side == "before" and candidate.near != "far" and "Q" not in sentence.tags[cue.last : at]
            between = at < cue.first < best.cue.first or leads
        if between and candidate.source.kind != "nominal":
            return candidate
    return best


def parenthetical(best, listed, number, sentence):
    """`Bauer’s remarks, said Lowe, are “a sham”`, `they think, as Lowe said, it is “a sham”`: who is between commas."""
    if best.rule not in ("noun of speech", "subject", "cue before", "participle") or best.sentence != number:
        return best
    for candidate in listed:
        cue = candidate.cue
        if candidate.rule != "cue before" or cue.kind != "speech" or sentence.tags[cue.last : cue.last + 1] != ",":
            continue
        as_said = sentence.tags[cue.first - 2 : cue.first - 1] == "," and sentence.lower[cue.first - 1] == "as"
        apart = best.rule in ("noun of speech", "subject") and sentence.tags[cue.first - 1 : cue.first] == ","
        if apart or (as_said and best.cue is not None and sentence.lower[best.cue.start] not in _NAMING_VERBS):
            return candidate
    return best


def rumour(sentence, at):
    """Where `Lowe is said to be “over the moon”` has its passive before a quotation: it is told by others; else -1."""
    lower = sentence.lower
    for step in range(1, at - 1):
        if lower[step] in _RUMOURED and lower[step - 1] in _BE and lower[step + 1] == "to":
            return step
    return -1


def innermost(sentence, cues, at, context):
    """The cues that can reach a quotation: not past `told her:` before a whole sentence, nor out of `when Bauer …`."""
    for number in range(len(cues) - 1, 0, -1):
        start = cues[number].source.start
        if start and sentence.lower[start - 1] in _TIMES and "," not in sentence.tags[cues[number].end : at]:
            inner = cues[number:]
            cues = inner if any(cue.kind in SAYING for cue in inner) else cues
            break
    if not cues or context["case"] == "lower" or context["size"] == "short":
        return cues
    last = cues[-1]
    gap = sentence.tags[last.end : at]
    told = last.kind == "speech" and not last.inverted and len(gap) <= 4 and gap.endswith(":") and set(gap) <= _TO_WHOM
    return [last] if told else cues


def carries(sentence, cues, cue, at):
    """`Reuters reported`: who carries the words does not say them; a paper does, if nobody else is named."""
    lower = sentence.lower
    source = lower[cue.source.head]
    if lower[cue.start] not in _CARRYING:
        return False
    inner = any(cue.last <= other.first and other.last <= at and other.kind in SAYING for other in cues)
    determined = lower[cue.source.start] == "the" and cue.source.kind == "name"
    return source in bodies.CARRIERS or (inner and (source in bodies.MEDIA or determined))
