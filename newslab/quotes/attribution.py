"""Which cue governs which quotation, and who therefore speaks."""

from dataclasses import dataclass

from newslab.quotes.candidates import Candidates
from newslab.quotes.sources import find_cues


@dataclass(slots=True)
class Attribution:
    """The cue and the source of a quotation. `sentence` is where they stand; `speaker` whom they mean."""

    rule: str = ""
    sentence: int = -1
    cue: object = None
    source: object = None
    speaker: object = None
    kind: str = "direct"


def attribute(text, quoted, sentences, discourse):
    """One `Attribution` for each quotation, in order."""
    cues = [find_cues(sentence) for sentence in sentences]
    candidates = Candidates(text, quoted, sentences, cues)
    found = [Attribution() for _ in quoted]
    for number, sentence in enumerate(sentences):
        for at, quote in sentence.quotes.items():
            best = candidates.best(number, at, quote, found)
            if best is None:
                continue
            found[quote] = _decide(text, quoted[quote], discourse, best)
            discourse.spoke(number, found[quote].speaker)
        for cue in cues[number]:
            if cue.kind in ("speech", "according", "participle"):
                discourse.spoke(number, discourse.resolve(number, cue.source))
    return found


def _decide(text, quoted, discourse, best):
    first, last = text[quoted.start], text[quoted.end - 1]
    whole = (first.isupper() or not first.isalpha()) and (last in ",.!?…—-" or not quoted.closed)
    speaker = discourse.resolve(best.sentence, best.source)
    return Attribution(best.rule, best.sentence, best.cue, best.source, speaker, "direct" if whole else "mixed")
