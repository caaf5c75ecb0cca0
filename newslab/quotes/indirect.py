"""Reported speech without quotation marks: `Peskov said that …`, `…, Peskov said`, `according to Peskov, …`."""

from newslab.quotes import lexicon
from newslab.quotes.attribution import Attribution
from newslab.quotes.weights import total, weights

_TOLD = frozenset(
    "tell tells told telling ask asks asked asking inform informs informed assure assures assured remind".split()
)
_LEADING = frozenset("but and however still meanwhile so yet then".split())
_REPORTING = ("speech", "stance", "participle", "according", "passive")
# A clause of fewer words is no statement.
_LEAST_WORDS = 3


def find_indirect(sentences, discourse):
    """((start, end), attribution) of each reported clause outside quotation marks, in the order of the text."""
    table = weights()["indirect"]
    found = []
    for number, sentence in enumerate(sentences):
        taken = []
        for cue, first, last, features in reported_clauses(sentence, discourse.cues[number]):
            score = table["bias"] + total(table, features)
            if score <= table["threshold"] or any(_alike((first, last), other) for other in taken):
                continue
            taken.append((first, last))
            speaker = discourse.resolve(number, cue.source)
            rule = "according to" if cue.kind == "according" else f"clause {'after' if cue.start < first else 'before'}"
            span = sentence.starts[first], sentence.ends[last - 1]
            found.append((span, Attribution(rule, number, cue, cue.source, speaker, "indirect")))
    return found


def _alike(one, other):
    """Whether two clauses are one and the same, found by two cues."""
    shared = min(one[1], other[1]) - max(one[0], other[0])
    return shared > 0.7 * (max(one[1], other[1]) - min(one[0], other[0]))


def reported_clauses(sentence, cues):
    """(cue, first token, end token, features) of the clauses that the cues of a sentence may report."""
    begin = None
    for rank, cue in enumerate(cues):
        inside = (
            begin is not None
            and cue.first >= begin
            and not any(sign in ",;Q" for sign in sentence.tags[begin : cue.first])
        )
        if cue.kind == "speech" and not cue.inverted and begin is None:
            begin = cue.end
        if inside and cue.kind != "colon":
            continue  # what somebody says that another said is the first one's report
        if cue.kind not in _REPORTING and not (cue.kind == "colon" and rank == 0):
            continue
        place = _before(sentence, cue) or _behind(sentence, cue, cues[rank + 1 :])
        if place is None:
            continue
        first, last, side = place
        if last - first < _LEAST_WORDS or "Q" in sentence.tags[first:last]:
            continue
        yield cue, first, last, _features(sentence, cue, rank, first, last, side)


def _before(sentence, cue):
    """`The fight is a priority, Lavrov said.` The clause stands before; what follows the cue may belong to it."""
    tags = sentence.tags
    at = cue.first - 1
    if at < _LEAST_WORDS or tags[at] not in ",-" or cue.kind in ("stance", "participle", "colon"):
        return None
    if (
        cue.kind == "speech"
        and cue.last < len(tags)
        and tags[cue.last] not in ".,R-I;"
        and not _short_tail(sentence, cue)
    ):
        return None
    first = 0
    while first < at and (sentence.lower[first] in _LEADING or tags[first] in ",R-"):
        first += 1
    end = at
    if cue.last < len(tags) and tags[cue.last] == "," and len(tags) - cue.last > 4:
        end = _sentence_end(sentence)
    return first, end, "before"


def _short_tail(sentence, cue):
    """`…, Peskov told reporters on Monday.`"""
    rest = sentence.tags[cue.last :]
    return len(rest) <= 4 or (sentence.lower[cue.start] in _TOLD and "S" not in rest and len(rest) <= 12)


def _sentence_end(sentence):
    end = len(sentence)
    while end > 0 and sentence.tags[end - 1] in ".-,;":
        end -= 1
    return end


def _behind(sentence, cue, later):
    """`Peskov told reporters on Monday that …`: from behind the cue to the end of its clause."""
    tags, lower = sentence.tags, sentence.lower
    first = cue.last if cue.inverted else cue.end
    if cue.kind in ("speech", "participle") and lower[cue.start] in _TOLD:
        first = _past_addressee(sentence, first)
    while first < len(tags) and (tags[first] in "R,:" or tags[first : first + 2] == "IR"):
        first += 1
    if first >= len(tags) or tags[first] in ".":
        return None
    end = _sentence_end(sentence)
    for other in later:
        # ", adding that …", "and said …": the next report begins there
        begin = other.start
        closes = other.kind in ("speech", "according") and other.first > first and tags[other.first - 1] == ","
        if closes and len(sentence) - other.last <= 4:
            end = min(end, other.first - 1)
            break
        joined = begin > first and tags[begin - 1] in ",C"
        if joined and other.kind in ("participle", "speech", "stance"):
            end = min(end, begin - 1 if tags[begin - 1] in ",C" else begin)
            break
    return first, end, "behind"


def _past_addressee(sentence, first):
    tags, lower = sentence.tags, sentence.lower
    at = first
    while at < len(tags) and at - first < 14:
        if tags[at] == "S" and lower[at] in ("that", "whether", "if", "how", "why", "what"):
            return at
        if lower[at] == "to":
            return at
        if tags[at] in "V;.Q":
            break
        at += 1
    at = first
    while at < len(tags) and tags[at] in "DNTnd$":
        at += 1
        if tags[at - 1] in "NTn" and at < len(tags) and tags[at] in "DP":
            break
    return at


def _features(sentence, cue, rank, first, last, side):
    tags, lower = sentence.tags, sentence.lower
    size = last - first
    length = "3" if size <= 4 else "8" if size <= 8 else "16" if size <= 16 else "30" if size <= 30 else "long"
    word = lower[cue.start]
    opening = (
        lower[first]
        if lower[first] in ("that", "to", "for", "of", "on", "by", "as", "whether", "if", "how", "about")
        else tags[first]
    )
    verb = (
        "said"
        if word in lexicon.SAID
        else "naming"
        if word in lexicon.NAMING_VERBS
        else "noun"
        if word in lexicon.NOUN_VERBS
        else "verb"
    )
    finite = any(tag in "VveA" for tag in tags[first:last])
    kind = f"{cue.kind} {side}"
    features = [
        kind,
        f"{kind} {opening}",
        f"{kind} {verb}",
        f"{kind} {verb} {opening}",
        f"{kind} {length}",
        f"{kind} {cue.source.kind}",
        f"{kind} {'clause' if finite else 'phrase'} {opening}",
        f"rank {min(rank, 3)} {kind}",
        f"quotes {'Q' in tags}",
    ]
    before = tags[cue.source.start - 1] if cue.source.start else "^"
    features.append(f"source after {before if before in '^,ISCQVWR-' else 'other'}")
    auxiliary = tags[cue.start - 1] if cue.start else "^"
    features.append(f"verb after {auxiliary} {cue.kind}")
    if sentence.tags[cue.source.head] == "T":
        features.append(f"{kind} role")
    if cue.source.kind == "pronoun":
        features.append(f"{kind} {lower[cue.source.head]}")
    if lower[cue.source.head] in lexicon.DOCUMENTS:
        features.append(f"{kind} document")
    return features
