"""Which cue governs which quotation, and who therefore speaks."""

import re
from dataclasses import dataclass

from newslab.quotes.candidates import Candidates
from newslab.quotes.cues import can_speak, is_governed
from newslab.quotes.speech import is_named, judge, speech_features

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
    doubles = sum(not quote.single for quote in quoted) > sum(quote.single for quote in quoted)
    for number, sentence in enumerate(sentences):
        for at, quote in sentence.quotes.items():
            if (label := _LABEL.match(text, quoted[quote].start, quoted[quote].end)) is not None:
                speaker = discourse.labelled(number, label.group(1))
                found[quote] = Attribution("transcript", number, None, None, speaker, "direct", label.span(1))
                discourse.spoke(number, speaker)
                continue
            if _headline(text, quoted, sentences, number, cues[number]):
                found[quote] = Attribution("headline", kind="scare")
                continue
            best = candidates.best(number, at, quote, found)
            verdict = judge(speech_features(text, quoted[quote], sentence, at, best))
            if quoted[quote].single and doubles and _aside(text, quoted[quote], best):
                verdict = "no"
            if is_named(sentence, at):
                verdict = "no"
            if _coordinated(sentence, at):
                verdict = {"scare": "no"}.get(found[quote - 1].kind, "yes" if found[quote - 1].rule else verdict)
            if verdict == "no":
                found[quote] = Attribution(kind="scare")
            elif verdict == "doubtful" or best is None or best.disputed:
                found[quote] = Attribution(kind=_form(text, quoted[quote]))
            else:
                kind, label = _form(text, quoted[quote]), None
                if best.rule == "chain":
                    speaker, label = found[quote - 1].speaker, found[quote - 1].label
                else:
                    where = sentences[best.sentence]
                    silent = is_governed(where, best.cue, best.source) or not can_speak(where, best.cue, best.source)
                    speaker = None if silent else discourse.resolve(best.sentence, best.source)
                found[quote] = Attribution(best.rule, best.sentence, best.cue, best.source, speaker, kind, label)
                discourse.spoke(number, speaker)
        for cue in discourse.voicing[number]:
            discourse.spoke(number, discourse.resolve(number, cue.source))
    return found


def _headline(text, quoted, sentences, number, cues):
    """A line without a full stop that quotes some words and names no source: a headline, which nobody spoke."""
    sentence = sentences[number]
    around = [sentences[step].paragraph for step in (number - 1, number + 1) if 0 <= step < len(sentences)]
    if sentence.paragraph in around or len(around) == 0 or not 4 <= len(sentence) <= 25:
        return False
    words = sum(tag not in "Q,-:." for tag in sentence.tags)
    if sentence.tags[-1] == "Q":
        last = sentence.quotes[len(sentence) - 1]
        if text[quoted[last].end - 1] in ".!?,":
            return False
    return (
        sentence.tags[-1] not in ".:"
        and words >= 3
        and "P" not in sentence.tags
        and not any(cue.kind in ("speech", "according", "colon", "dash") for cue in cues)
    )


def _aside(text, quoted, best):
    """One to three words in single marks, where the article quotes in double ones: distance, unless `said` is next."""
    short = text.count(" ", quoted.start, quoted.end) <= 2
    return short and not (
        best is not None and best.cue is not None and best.cue.kind == "speech" and "next" in best.features[1]
    )


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
