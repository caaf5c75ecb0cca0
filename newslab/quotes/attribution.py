"""Which cue governs which quotation, and who therefore speaks."""

import re
from dataclasses import dataclass

from newslab.quotes.candidates import Candidates
from newslab.quotes.speech import judge, speech_features


# A transcript inside quotation marks: “WALLACE: If I may, sir”.
_LABEL = re.compile(r"([^\W\d_a-z][^\W\d_a-z.’'-]+(?: [^\W\d_a-z][^\W\d_a-z.’'-]+){0,3}):\s")


@dataclass(slots=True)
class Attribution:
    """The cue and the source of a quotation. `sentence` is where they stand; `speaker` whom they mean.

    label: the place of the speaker's name where it stands inside the quotation (a transcript: “WALLACE: …”).
    """

    rule: str = ""
    sentence: int = -1
    cue: object = None
    source: object = None
    speaker: object = None
    kind: str = "direct"
    label: tuple = None


def attribute(text, quoted, sentences, discourse):
    """One `Attribution` for each quotation, in order."""
    cues = discourse.cues
    candidates = Candidates(text, quoted, sentences, cues)
    found = [Attribution(kind="scare" if quote.nickname else "direct") for quote in quoted]
    for number, sentence in enumerate(sentences):
        for at, quote in sentence.quotes.items():
            if (label := _LABEL.match(text, quoted[quote].start, quoted[quote].end)) is not None:
                speaker = discourse.labelled(number, label.group(1))
                found[quote] = Attribution("transcript", number, None, None, speaker, "direct", label.span(1))
                discourse.spoke(number, speaker)
                continue
            best = candidates.best(number, at, quote, found)
            verdict = judge(speech_features(text, quoted[quote], sentence, at, best))
            if _coordinated(sentence, at):
                verdict = {"scare": "no"}.get(found[quote - 1].kind, "yes" if found[quote - 1].rule else verdict)
            if verdict == "no":
                found[quote] = Attribution(kind="scare")
            elif verdict == "doubtful" or best is None:
                found[quote] = Attribution(kind=_form(text, quoted[quote]))
            else:
                kind, label = _form(text, quoted[quote]), None
                if best.rule == "chain":
                    speaker, label = found[quote - 1].speaker, found[quote - 1].label
                else:
                    speaker = discourse.resolve(best.sentence, best.source)
                found[quote] = Attribution(best.rule, best.sentence, best.cue, best.source, speaker, kind, label)
                discourse.spoke(number, speaker)
        for cue in cues[number]:
            if cue.kind in ("speech", "according", "participle"):
                discourse.spoke(number, discourse.resolve(number, cue.source))
    return found


def _coordinated(sentence, at):
    """“A” and “B”, “A,” “B”: both are speech or neither is."""
    tags = sentence.tags
    step = at - 1
    while step > 0 and tags[step] in ",C":
        step -= 1
    return 0 <= step < at and tags[step] == "Q" and at - step <= 3


def _form(text, quoted):
    """ "direct" where a whole clause is quoted, "mixed" where words stand inside the reporter's own."""
    first, last = text[quoted.start], text[quoted.end - 1]
    whole = (first.isupper() or not first.isalpha()) and (last in ",.!?…—-" or not quoted.closed)
    return "direct" if whole else "mixed"
