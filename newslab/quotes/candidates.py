"""The cues that could govern a quotation, described by features, and the choice among them."""

from newslab.quotes.chains import chain, introduced
from newslab.quotes.cue_features import Candidate, Place, cue_candidate, word_features
from newslab.quotes.governing import (
    beside,
    by_participle,
    carries,
    disputed,
    in_inner_clause,
    innermost,
    outside_clauses,
    own_verb,
    parenthetical,
    rumour,
)
from newslab.quotes.phrases import main_subject
from newslab.quotes.weights import total, weights


class Candidates:
    """Chooses the governing cue for each quotation of an article."""

    def __init__(self, text, quoted, sentences, cues):
        self.text, self.quoted, self.sentences, self.cues = text, quoted, sentences, cues

    def best(self, number, at, quote, found):
        """The candidate with the highest score, or None where none is likely."""
        table = weights()["cue"]
        best, highest = None, table["none"]
        listed = self.listed(number, at, quote, found)
        for candidate in listed:
            score = total(table, candidate.features)
            if score > highest:
                best, highest = candidate, score
        governing = by_participle(best, listed, self.sentences[number], at)
        if governing is not None:
            governing.certain = True
            return governing
        if best is not None:
            best = own_verb(best, listed, self.sentences[number], at)
            best = in_inner_clause(best, listed, number, self.sentences[number], at)
            best = parenthetical(best, listed, number, self.sentences[number])
            best = beside(best, listed, self.sentences[number], at)
            best.margin = highest - table["none"]
            best.disputed = disputed(best, listed)
        return best

    def listed(self, number, at, quote, found):
        """All candidates of a quotation: in its sentence, the ones around it, and the speaker before."""
        context = self._context(number, quote)
        previous = found[quote - 1] if quote and found[quote - 1].speaker else None
        other = introduced(self.sentences[number], self.cues[number], at, previous and previous.cue)
        return [
            *self._same_sentence(number, at, context),
            *([] if other else self._sentence_before(number, context)),
            *self._sentence_after(number, context),
            *([] if other else chain(self, number, at, quote, found, context)),
        ]

    def _context(self, number, quote):
        """What is seen of the quotation itself."""
        quoted, sentence = self.quoted[quote], self.sentences[number]
        first, last = self.text[quoted.start], self.text[quoted.end - 1]
        size = self.text.count(" ", quoted.start, quoted.end) + 1
        return {
            "alone": "alone" if sentence.only_quotes else "within",
            "case": "upper" if first.isupper() else "lower",
            "end": "comma" if last in ",-—" else "stop" if last in ".!?…" else "open",
            "size": "short" if size <= 3 else "some" if size <= 8 else "long",
            "opens": "opens" if number == 0 or self.sentences[number - 1].paragraph != sentence.paragraph else "later",
        }

    # in the sentence itself

    def _same_sentence(self, number, at, context):
        sentence = self.sentences[number]
        cues = self.cues[number]
        found = []
        told = rumour(sentence, at)
        cues = [
            cue
            for cue in cues
            if not carries(sentence, self.cues[number], cue, at)
            and not (cue.source.end <= told and cue.kind in ("other", "stance"))
        ]
        before = outside_clauses(sentence, [cue for cue in cues if cue.last <= at], at)
        before = innermost(sentence, before, at, context)
        after = [cue for cue in cues if cue.first > at]
        bracketed = sentence.tags[at - 1 : at] == "(" and sentence.tags[at + 1 : at + 2] == ")"
        cut_short = sentence.tags[at + 1 : at + 2] == "Q" and not self.quoted[sentence.quotes[at]].closed
        if bracketed or cut_short:
            # What stands in brackets belongs to the words before; of what another mark cuts short, nothing is known.
            after = []
        around = [cue for cue in cues if cue.first < at < cue.last]
        place = Place(number, at, sentence, self.cues[number], context)
        for rank, cue in enumerate(reversed(before)):
            if rank > 5:
                break
            found.append(cue_candidate(place, cue, "before", rank, before))
        for rank, cue in enumerate(after[:4]):
            found.append(cue_candidate(place, cue, "after", rank, after))
        for cue in around:
            found.append(cue_candidate(place, cue, "around", 0, around))
        if not before and not after and not around and told < 0:
            subject = main_subject(sentence, at)
            if subject is not None:
                features = ["lone subject", f"lone subject {subject.kind}"]
                found.append(Candidate("subject", number, None, subject, features))
        return found

    # in the sentences around

    def _sentence_before(self, number, context):
        if number == 0:
            return
        before, sentence = self.sentences[number - 1], self.sentences[number]
        same = "same" if before.paragraph == sentence.paragraph else "other"
        last = before.words[-1] if before.words else ""
        mark = "colon" if last in (":", "—", "-", "–") else "stop"
        holds = "quotes" if before.quotes else "plain"
        where = f"previous {same} {mark} {holds}"
        cues = self.cues[number - 1]
        for rank, cue in enumerate(reversed(cues[-4:])):
            yield Candidate(
                "colon" if mark == "colon" else "introduced",
                number - 1,
                cue,
                cue.source,
                [
                    where,
                    f"{where} {context['alone']}",
                    f"previous {cue.kind} {mark}",
                    f"previous {context['alone']} {context['opens']} {same}",
                    f"previous rank {rank}",
                    f"previous first {cue is cues[0]}",
                    f"previous {cue.source.kind}",
                    f"previous {context['case']} {context['size']}",
                    f"previous {context['end']} {context['alone']}",
                    *word_features(before, cue, "previous", mark),
                ],
            )
        if not cues:
            subject = main_subject(before, len(before))
            if subject is not None:
                yield Candidate(
                    "introduced",
                    number - 1,
                    None,
                    subject,
                    [where, f"{where} {context['alone']}", "previous subject", f"previous subject {subject.kind}"],
                )

    def _sentence_after(self, number, context):
        for step in (number + 1, number + 2):
            if step >= len(self.sentences):
                return
            sentence = self.sentences[step]
            same = "same" if sentence.paragraph == self.sentences[number].paragraph else "other"
            opens = "quote" if sentence.tags[:1] == "Q" else "plain"
            for rank, cue in enumerate(self.cues[step][:2]):
                where = f"next {same} {opens} {step - number}"
                yield Candidate(
                    "cue after",
                    step,
                    cue,
                    cue.source,
                    [
                        where,
                        f"{where} {context['alone']}",
                        f"next {cue.kind} {rank}",
                        f"next {cue.kind} {cue.source.kind}",
                        f"next {context['end']} {context['size']} {context['alone']}",
                        f"next {context['opens']} {same}",
                        *word_features(sentence, cue, "next", same),
                    ],
                )
