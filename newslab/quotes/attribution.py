"""Which cue governs which quotation, and who therefore speaks."""

import re
from dataclasses import dataclass, replace

from newslab.quotes.candidates import Candidates
from newslab.quotes.cues import LABELS
from newslab.quotes.disowned import is_called, is_disowned
from newslab.quotes.lexicon import SAID
from newslab.quotes.paragraph_quotes import source_apart
from newslab.quotes.speech import is_named_work, is_title, judge, speech_features
from newslab.quotes.subjects import is_governed, is_speaker
from newslab.text import STOP_WORDS

# A transcript inside quotation marks: “WALLACE: If I may, sir”.
_LABEL = re.compile(r"([^\W\d_a-z][^\W\d_a-z.’'-]+(?: [^\W\d_a-z][^\W\d_a-z.’'-]+){0,3}):\s")
# What is found without a cue beside the words.
_VAGUE = ("", "chain", "introduced")
# A heading has at most so many words.
_LONGEST_HEADING = 8
# Tags where another clause begins.
_CLAUSES = frozenset(";SWPQ")
# Quotations of so few words need a verb of speech.
_SOME = 2


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
    return _Article(text, quoted, sentences, discourse).read()


class _Article:
    """An article while its quotations are given their sources, from the first to the last."""

    def __init__(self, text, quoted, sentences, discourse):
        self.text, self.quoted, self.sentences, self.discourse = text, quoted, sentences, discourse
        self.candidates = Candidates(text, quoted, sentences, discourse.cues)
        self.found = [Attribution(kind="scare" if quote.nickname else "direct") for quote in quoted]
        self.doubles = sum(not quote.single for quote in quoted) > sum(quote.single for quote in quoted)

    def read(self):
        for number, sentence in enumerate(self.sentences):
            self.discourse.enter(number)
            for at, quote in sentence.quotes.items():
                self.found[quote] = self._attribution(number, at, quote)
                self.discourse.spoke(number, self.found[quote].speaker)
            for cue in self.discourse.voicing[number]:
                self.discourse.spoke(number, self.discourse.resolve(number, cue.source))
        self._carry_back()
        return self.found

    def _carry_back(self):
        """Quotations that run over paragraphs have the source named beside the last part: `“… \n “…,” Lowe said`."""
        for quote in range(len(self.found) - 1, 0, -1):
            before, here = self.found[quote - 1], self.found[quote]
            vague = before.rule in _VAGUE and before.kind != "scare"
            alike = self.text[self.quoted[quote - 1].start - 1] == self.text[self.quoted[quote].start - 1]
            if self.quoted[quote].follows and alike and vague and here.rule not in _VAGUE and here.speaker:
                self.found[quote - 1] = replace(here, rule="chain", kind=before.kind)

    def _attribution(self, number, at, quote):
        text, quoted = self.text, self.quoted[quote]
        if quoted.label is not None:
            *place, name = quoted.label
            return Attribution("transcript", number, speaker=self.discourse.labelled(number, name), label=tuple(place))
        label = _LABEL.match(text, quoted.start, quoted.end)
        if label is not None and not (LABELS | STOP_WORDS) & set(label.group(1).lower().split()):
            speaker = self.discourse.labelled(number, label.group(1))
            return Attribution("transcript", number, None, None, speaker, "direct", label.span(1))
        if _heading(text, quoted, self.sentences, number):
            return Attribution(kind="scare")
        if _headline(text, self.quoted, self.sentences, number, self.discourse.cues[number]):
            return Attribution("headline", kind="scare")
        best = self.candidates.best(number, at, quote, self.found)
        verdict = self._verdict(number, at, quote, best)
        if verdict == "no":
            return Attribution(kind="scare")
        taken = None if verdict == "doubtful" or best is None or best.disputed else best
        found = self._governed_by(taken, number, at, quote, _form(text, quoted))
        if found.speaker is None and self._is_distance(found, number, at, quote):
            return Attribution(kind="scare")
        unsaid = found.rule in ("", "subject") and not self.sentences[number].only_quotes
        return Attribution(kind="scare") if unsaid and is_title(text[quoted.start : quoted.end]) else found

    def _is_distance(self, found, number, at, quote):
        """`an “elite” few`, `I mistrust “the numbers”`: a word or two that are nobody's, or the writer's own."""
        words = self._words(quote)
        if found.source is None:
            reported = set(self.sentences[number].tags[:at]) & set("Vv")
            return words == 1 and not found.rule and not reported and self.text[self.quoted[quote].end - 1].isalnum()
        return words <= _SOME and self.sentences[found.sentence].lower[found.source.head] in ("i", "we")

    def _words(self, quote):
        return self.text.count(" ", self.quoted[quote].start, self.quoted[quote].end) + 1

    def _verdict(self, number, at, quote, best):
        """Whether a quotation is speech: "yes", "doubtful" or "no"."""
        text, quoted, sentence = self.text, self.quoted[quote], self.sentences[number]
        sure = best is not None and best.certain
        verdict = "yes" if sure else judge(speech_features(text, quoted, sentence, at, best))
        called = is_called(sentence, at, self._words(quote))
        called = called or is_named_work(sentence, at, text[quoted.start : quoted.end])
        if called or (quoted.single and self.doubles and _aside(text, quoted, best)):
            verdict = "no"
        if _coordinated(sentence, at):
            before = self.found[quote - 1]
            verdict = {"scare": "no"}.get(before.kind, "yes" if before.rule else verdict)
        return verdict

    def _governed_by(self, best, number, at, quote, kind):
        """The attribution to the candidate chosen, or to somebody told of in the paragraph beside."""
        before = self.found[quote - 1] if quote else Attribution()
        apart = source_apart(self.discourse, number, best, before.speaker)
        if apart is not None:
            return Attribution("introduced", apart[0], None, apart[1], self.discourse.resolve(*apart), kind)
        if best is None:
            return Attribution(kind=kind)
        begins = self.discourse.begins
        if begins[max(best.sentence, 0)] != begins[number]:
            return Attribution(kind=kind)  # another entry of a live blog
        if best.rule == "chain":
            speaker, label = before.speaker, before.label
        else:
            where = self.sentences[best.sentence]
            silent = (
                is_governed(where, best.cue, best.source)
                or not (is_speaker(where, best.source) or _says(where, best))
                # "He makes “magic”": words beside a verb that is not of speech are as often not the subject's.
                or (best.rule == "subject" and not _leads_in(where, best, at))
                or (_coordinated(self.sentences[number], at) and bool(before.rule) and before.speaker is None)
                or (best.sentence == number and is_disowned(where, at, best, self._words(quote)))
            )
            speaker, label = None if silent else self.discourse.resolve(best.sentence, best.source), None
        return Attribution(best.rule, best.sentence, best.cue, best.source, speaker, kind, label)


def _says(sentence, best):
    """`“…,” said a recent graduate`: whatever is said to say something beside its words is a source."""
    return (
        best.rule == "cue after"
        and (best.side, best.near) == ("after", "next")
        and sentence.lower[best.cue.start] in SAID
    )


def _leads_in(sentence, best, at):
    """`Lowe went to the gate with a new message: “…”`: one clause that ends in a colon."""
    begin = best.source.end
    return 0 < begin < at and sentence.tags[at - 1] == ":" and _CLAUSES.isdisjoint(sentence.tags[begin : at - 1])


def _heading(text, quoted, sentences, number):
    """`3. “A way out”`: a few words without a full stop that are a paragraph, with or without a number."""
    sentence = sentences[number]
    around = (sentences[step] for step in (number - 1, number + 1) if 0 <= step < len(sentences))
    numbered = [other for other in around if other.paragraph == sentence.paragraph]
    if sentence.tags.strip("d.)") != "Q" or any(other.tags.strip("d.)") for other in numbered):
        return False
    short = text.count(" ", quoted.start, quoted.end) < _LONGEST_HEADING
    return short and quoted.closed and text[quoted.end - 1].isalnum() and text[quoted.start].isupper()


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
        best is not None and best.cue is not None and best.cue.kind == "speech" and best.near == "next"
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
