"""A cue as a candidate for a quotation, described by the features that the fitted model weighs."""

from dataclasses import dataclass

from newslab.quotes import lexicon

_RULES = {
    "speech": "cue",
    "stance": "cue",
    "participle": "participle",
    "other": "subject",
    "according": "according to",
    "words": "in the words of",
    "passive": "passive",
    "noun": "noun of speech",
    "colon": "colon",
    "dash": "dash",
}
# What may stand between a quotation and its cue, and the name of the feature.
_BETWEEN = {"S": "that", ",": "comma", ";": "semicolon", "C": "and", "W": "who", ":": "colon"}


@dataclass(slots=True)
class Candidate:
    """A cue (or a subject without one) in some sentence, why it may govern the quotation, and its features.

    side: where the cue stands in the sentence of the quotation (before, after, around), else "".
    rank: how many cues stand between the two. near: how far apart they are (next, close, mid, far), else "".
    """

    rule: str
    sentence: int
    cue: object
    source: object
    features: list
    side: str = ""
    rank: int = 0
    near: str = ""
    margin: float = 0.0
    disputed: bool = False
    certain: bool = False


@dataclass(slots=True, frozen=True)
class Place:
    """Where a quotation stands: the position `at` in sentence `number`, whose cues are `cues`, and how it looks."""

    number: int
    at: int
    sentence: object
    cues: list
    context: dict


def cue_candidate(place, cue, side, rank, cues):
    """A cue in the sentence of the quotation; `cues` are those on its side, of which `rank` stand between."""
    sentence, at, context = place.sentence, place.at, place.context
    tags = sentence.tags
    gap = tags[cue.last : at] if side == "before" else tags[at + 1 : cue.first] if side == "after" else ""
    near = "next" if not gap.strip(",:-R") else "close" if len(gap) <= 3 else "mid" if len(gap) <= 9 else "far"
    where = f"{side} {cue.kind}"
    features = [
        where,
        f"{where} {near}",
        f"{where} {cue.source.kind}",
        f"{side} {near} {context['end']}",
        f"{side} {near} {context['case']}",
        f"{where} {context['end']} {context['size']}",
        f"{side} rank {min(rank, 3)}",
        f"{side} {context['size']}",
    ]
    if cue.inverted:
        features.append(f"{where} inverted {near}")
    if "Q" in gap:
        features.append(f"{side} quote between")
    features.extend(f"{side} {name} between" for tag, name in _BETWEEN.items() if tag in gap)
    features.extend(word_features(sentence, cue, side, near))
    between = cues[len(cues) - rank :] if side == "before" else cues[:rank]
    kinds = {other.kind for other in between}
    features.extend(f"{where} past {kind}" for kind in sorted(kinds))
    if side == "before" and rank == 0 and tags[at - 1 : at] == ":":
        features.append("before colon")
    closes = side == "after" and cue.kind == "speech" and cue.first and tags[cue.first - 1] in "Q,-"
    if closes and not any(other.kind == "speech" and other.last <= at for other in place.cues):
        features.append("closes the sentence without another cue")
    if side == "after" and (cue.last >= len(sentence) - 2):
        features.append(f"{where} final")
    return Candidate(_rule(cue, side), place.number, cue, cue.source, features, side, rank, near)


def word_features(sentence, cue, side, near):
    """What tells one cue from another whose form is the same: its verb and its source."""
    lower = sentence.lower
    word = lower[cue.start]
    head = lower[cue.source.head]
    if word in lexicon.SAID:
        yield f"{side} said"
        yield f"{side} said {near}"
    elif word in lexicon.NAMING_VERBS:
        yield f"{side} naming {near}"
    if cue.source.kind == "pronoun":
        yield f"{side} pronoun {head if head in ('he', 'she', 'it', 'they', 'i', 'we') else 'his'}"
    elif sentence.tags[cue.source.head] == "T":
        yield f"{side} role"
    elif cue.source.kind == "nominal":
        yield f"{side} {'document' if head in lexicon.DOCUMENTS else 'thing'}"
    before = sentence.tags[cue.source.start - 1] if cue.source.start else "^"
    yield f"source after {before if before in '^,ISCQVW-' else 'other'}"


def _rule(cue, side):
    name = _RULES[cue.kind]
    return f"cue {side}" if name == "cue" else name
