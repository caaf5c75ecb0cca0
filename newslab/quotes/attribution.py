"""Which cue governs which quotation, and who therefore speaks."""

from dataclasses import dataclass

from newslab.quotes.candidates import Candidates
from newslab.quotes.sources import find_cues
from newslab.quotes.speech import judge, speech_features


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
    found = [Attribution(kind="scare" if quote.nickname else "direct") for quote in quoted]
    for number, sentence in enumerate(sentences):
        for at, quote in sentence.quotes.items():
            best = candidates.best(number, at, quote, found)
            verdict = judge(speech_features(text, quoted[quote], sentence, at, best))
            if verdict == "no":
                found[quote] = Attribution(kind="scare")
            elif verdict == "doubtful" or best is None:
                found[quote] = Attribution(kind=_form(text, quoted[quote]))
            else:
                speaker = discourse.resolve(best.sentence, best.source)
                kind = _form(text, quoted[quote])
                found[quote] = Attribution(best.rule, best.sentence, best.cue, best.source, speaker, kind)
                discourse.spoke(number, speaker)
        for cue in cues[number]:
            if cue.kind in ("speech", "according", "participle"):
                discourse.spoke(number, discourse.resolve(number, cue.source))
    return found


def _form(text, quoted):
    """ "direct" where a whole clause is quoted, "mixed" where words stand inside the reporter's own."""
    first, last = text[quoted.start], text[quoted.end - 1]
    whole = (first.isupper() or not first.isalpha()) and (last in ",.!?…—-" or not quoted.closed)
    return "direct" if whole else "mixed"
