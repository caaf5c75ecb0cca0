"""Which cues of a sentence can reach a quotation in it, and which only stand there."""

from newslab.quotes import people
from newslab.quotes.cues import SAYING

_CARRYING = frozenset(
    """report reports reported reporting according quoted quotes quoting cited cites citing via understand understands
    learned learnt""".split()
)
# What begins a clause that is no part of what is reported.
_TIMES = frozenset("when while after before as because since although though until".split())
# Tags of those who are told something: "told her:", "told the Herald:".
_TO_WHOM = frozenset("DNPTR:")
_BE = frozenset("was is were are been be".split())
_RUMOURED = frozenset("said reported believed thought understood rumoured rumored alleged".split())


def disputed(best, listed):
    """`Putin’s warning of “…”, Peskov clarified`: the one's words in the other's report; neither is named."""
    owners = [
        candidate
        for candidate in listed
        if "before rank 0" in candidate.features
        and {"before noun close", "before noun next"} & set(candidate.features)
        and candidate.source.kind != "pronoun"
    ]
    behind = best.rule == "cue after" and best.features[0].startswith("after")
    return behind and any(candidate.source != best.source for candidate in owners)


def own_verb(best, listed, at):
    """`“…,” Lowe said, according to the file`, `According to the file, Lowe said “…”`: who speaks, not who tells."""
    if best.cue is None or best.cue.kind != "according" or best.sentence != listed[0].sentence:
        return best
    for candidate in listed:
        cue = candidate.cue
        if cue is None or cue.kind != "speech" or candidate.sentence != best.sentence or cue.source == best.source:
            continue
        between = best.cue.last <= cue.first < at if best.cue.last <= at else at < cue.first < best.cue.first
        if between and candidate.source.kind != "nominal":
            return candidate
    return best


def named_by(best, listed, at):
    """`Lowe said Bauer had called it “x”`: a name or a judgement is of whoever gives it."""
    if best.rule != "cue before" or best.cue.inverted or best.cue.kind != "speech":
        return best
    for candidate in listed:
        cue = candidate.cue
        if cue is None or candidate.sentence != best.sentence or cue.kind != "stance" or cue.source.kind != "name":
            continue
        inner = best.cue.last <= cue.first and cue.last <= at
        if inner and any(feature.startswith("before naming") for feature in candidate.features):
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
    return source in people.CARRIERS or (inner and (source in people.MEDIA or determined))
