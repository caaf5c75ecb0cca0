"""Whether a quotation goes on from the one before it."""

from newslab.quotes.cue_features import Candidate
from newslab.quotes.cues import SAYING

# How many sentences back other cues are looked for.
_NEAR = 4


def chain(candidates, number, at, quote, found, context):
    """The speaker of the quotation before, as a candidate."""
    if not quote or not found[quote - 1].rule:
        return
    previous = found[quote - 1]
    between = candidates.text[candidates.quoted[quote - 1].end : candidates.quoted[quote].start]
    breaks = between.count("\n")
    if breaks and candidates.quoted[quote].single != candidates.quoted[quote - 1].single:
        return  # other marks in another paragraph: a passage set off from the text
    gap = "same" if not breaks else "next" if len(between) <= 8 else "over"
    words = between.count(" ")
    yield Candidate(
        "chain",
        previous.sentence,
        previous.cue,
        previous.source,
        [
            f"chain {gap}",
            f"chain {gap} {context['alone']} {context['opens']}",
            f"chain {gap} {context['case']} {context['size']}",
            f"chain {gap} {'short' if words <= 6 else 'some' if words <= 20 else 'long'} {context['alone']}",
            f"chain follows {candidates.quoted[quote].follows}",
            f"chain of {previous.kind} {context['alone']}",
            f"chain of {previous.rule}",
            f"chain {context['end']} {gap}",
            *_against(candidates, number, at, previous, gap, context),
        ],
    )


def introduced(sentence, cues, at, previous):
    """`“…” (Later the firm said in a note, “…”)`: somebody is said to say this, by another cue than the one before."""
    if not at or sentence.tags[at - 1] not in ",:":
        return False
    begin = max((place for place in sentence.quotes if place < at), default=-1)
    return any(begin < cue.first and cue.last <= at and cue.kind == "speech" and cue is not previous for cue in cues)


def _against(candidates, number, at, previous, gap, context):
    """Cues between the last quotation and this one that speak for somebody else."""
    cues = [cue for cue in candidates.cues[number] if cue is not previous.cue and cue.kind == "speech"]
    own = "none"
    if any(cue.last <= at and set(candidates.sentences[number].tags[cue.last : at]) <= set(",:-RS") for cue in cues):
        own = "before"
    elif any(
        cue.first > at and set(candidates.sentences[number].tags[at + 1 : cue.first]) <= set(",:-R") for cue in cues
    ):
        own = "after"
    yield f"chain {gap} own cue {own}"
    if gap == "over":
        steps = range(max(previous.sentence + 1, number - _NEAR), number)
        told = sum(cue.kind in SAYING for step in steps for cue in candidates.cues[step])
        yield f"chain over {min(len(steps), 4)} {context['alone']}"
        yield f"chain over {min(told, 2)} cues {context['alone']} {context['opens']}"
