"""What the coefficients of newslab.quotes are fitted on: the decisions in articles whose right answers are marked.

Each function takes the folder of the quote bench (train.jsonl.gz, docs.jsonl, gold.jsonl) and yields rows that begin
with the number of the article: the 840 of train.jsonl.gz first, then those of docs.jsonl.
"""

import gzip
import json

from newslab.quotes.attribution import Attribution, attribute
from newslab.quotes.candidates import Candidates
from newslab.quotes.cues import find_cues
from newslab.quotes.discourse import Discourse
from newslab.quotes.indirect import reported_clauses
from newslab.quotes.names import find_names
from newslab.quotes.sentences import read
from newslab.quotes.speech import speech_features
from newslab.quotes.transcripts import quoted_segments


def records(path):
    """The JSON lines of a file, packed or not."""
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as file:
        yield from map(json.loads, file)


def articles(data):
    """(text, {(start, end) of the shrunk quotation: (start, end) of the source}) of each article."""
    for article in records(data / "train.jsonl.gz"):
        spoken = [quote for quote in article["quotes"] if quote["k"] != "indirect" and quote.get("m")]
        yield article["text"], {shrink(article["text"], q["s"], q["e"]): tuple(q["m"]) for q in spoken}
    gold = list(records(data / "gold.jsonl"))
    for article in records(data / "docs.jsonl"):
        spoken = [
            q
            for q in gold
            if q["doc"] == article["doc"] and q["kind"] in ("direct", "mixed") and q.get("mention_start") is not None
        ]
        yield (
            article["text"],
            {shrink(article["text"], q["start"], q["end"]): (q["mention_start"], q["mention_end"]) for q in spoken},
        )


def shrink(text, start, end):
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not text[end - 1].isalnum():
        end -= 1
    return start, end


def _undecided(text):
    """The quotations of an article, its sentences, the candidates, and an attribution of each, still empty."""
    quoted = quoted_segments(text)
    sentences = read(text, quoted)
    candidates = Candidates(text, quoted, sentences, [find_cues(sentence) for sentence in sentences])
    return quoted, sentences, candidates, [Attribution() for _ in quoted]


def examples(data):
    """(article number, features of each candidate, which of them are right) of each quotation with a known source."""
    for number, (text, sources) in enumerate(articles(data)):
        quoted, sentences, candidates, found = _undecided(text)
        for position, sentence in enumerate(sentences):
            for at, quote in sentence.quotes.items():
                source = sources.get(shrink(text, quoted[quote].start, quoted[quote].end))
                if source is None:
                    continue
                listed = candidates.listed(position, at, quote, found)
                right = [overlaps(sentences[c.sentence], c.source, source) for c in listed]
                yield number, [c.features for c in listed], right
                best = next((c for c, ok in zip(listed, right, strict=True) if ok), None)
                if best is not None:
                    found[quote] = Attribution(best.rule, best.sentence, best.cue, best.source)


def overlaps(sentence, phrase, source):
    head_start, head_end = sentence.starts[phrase.head], sentence.ends[phrase.head]
    return head_start < source[1] and source[0] < head_end


def pronouns(data):
    """(article number, features of each antecedent, which are right) of each pronoun source with a known speaker."""
    gold = list(records(data / "gold.jsonl"))
    for number, article in enumerate(records(data / "docs.jsonl")):
        text = article["text"]
        meant = {
            (quote["mention_start"], quote["mention_end"]): quote["speaker"]
            for quote in gold
            if quote["doc"] == article["doc"] and quote.get("speaker_type") in ("pronoun", "description")
        }
        yield from _pronouns_of(number, text, meant)


def _pronouns_of(number, text, meant):
    seen = []

    class Recorder(Discourse):
        def antecedents(self, sentence, at, gender):
            found = super().antecedents(sentence, at, gender)
            seen.append((self.asked, found))
            return found

        def _resolve(self, sentence, phrase):
            here = self.sentences[sentence]
            self.asked = here.starts[phrase.start], here.ends[phrase.end - 1]
            return super()._resolve(sentence, phrase)

    quoted = quoted_segments(text)
    sentences = read(text, quoted)
    attribute(text, quoted, sentences, Recorder(sentences, find_names(sentences)))
    for asked, antecedents in seen:
        for (start, end), speaker in meant.items():
            if asked[0] < end and start < asked[1] and speaker:
                right = [surname(entity.name) == surname(speaker) for entity, _ in antecedents]
                yield number, [features for _, features in antecedents], right


def judged(data):
    """(article number, features, whether it is speech) of each quotation that the annotators judged."""
    gold = list(records(data / "gold.jsonl"))
    texts = {}
    for number, article in enumerate(records(data / "train.jsonl.gz")):
        texts[number] = article["text"], [(q["s"], q["e"], q["k"]) for q in article["quotes"]]
    for article in records(data / "docs.jsonl"):
        own = [(q["start"], q["end"], q["kind"]) for q in gold if q["doc"] == article["doc"]]
        texts[len(texts)] = article["text"], own
    for number, (text, quotes) in texts.items():
        kinds = {shrink(text, start, end): kind for start, end, kind in quotes if kind in ("direct", "mixed", "other")}
        quoted, sentences, candidates, found = _undecided(text)
        for position, sentence in enumerate(sentences):
            for at, quote in sentence.quotes.items():
                kind = kinds.get(shrink(text, quoted[quote].start, quoted[quote].end))
                best = candidates.best(position, at, quote, found)
                features = list(speech_features(text, quoted[quote], sentence, at, best))
                if kind is not None:
                    yield number, features, kind != "other"
                if kind != "other" and best is not None:
                    found[quote] = Attribution(best.rule, best.sentence, best.cue, best.source)


def clauses(data):
    """(article number, features, whether the annotators marked it) of each clause that may be reported speech.

    Behind each article comes (article number, None, how many clauses they marked).
    """
    gold = list(records(data / "gold.jsonl"))
    texts = []
    for article in records(data / "train.jsonl.gz"):
        texts.append((article["text"], [(q["s"], q["e"]) for q in article["quotes"] if q["k"] == "indirect"]))
    for article in records(data / "docs.jsonl"):
        own = [(q["start"], q["end"]) for q in gold if q["doc"] == article["doc"] and q["kind"] == "indirect"]
        texts.append((article["text"], own))
    for number, (text, spans) in enumerate(texts):
        spans = [span for span in spans if span[1] - span[0] > 3]
        for sentence in read(text, quoted_segments(text)):
            for _, first, last, features in reported_clauses(sentence, find_cues(sentence)):
                place = sentence.starts[first], sentence.ends[last - 1]
                yield number, features, any(jaccard(place, span) >= 0.5 for span in spans)
        yield number, None, len(spans)


def jaccard(a, b):
    shared = min(a[1], b[1]) - max(a[0], b[0])
    return shared / (max(a[1], b[1]) - min(a[0], b[0])) if shared > 0 else 0.0


def surname(name):
    return name.split()[-1].lower().strip(".,")
