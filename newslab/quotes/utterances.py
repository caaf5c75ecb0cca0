"""The parts of one utterance, and the quotes that an article prints twice."""

from dataclasses import replace

from newslab.text import WORD, words

# So many words that stand twice in one article were printed twice, whatever stands around them.
_LONG = 6
# Fewer words need the same words before or behind them, one word alone on both sides.
_NEIGHBOURS = 3


def find_utterances(text, quoted, sentences, attributions):
    """For each quotation the number of the first part of its utterance.

    Parts are: “A,” he said, “B”; “A,” he said. “B”; a quotation that is opened again in the next paragraph.
    """
    place = {quote: (number, at) for number, sentence in enumerate(sentences) for at, quote in sentence.quotes.items()}
    first = list(range(len(quoted)))
    last = None
    for quote, here in enumerate(attributions):
        if here.kind == "scare":
            continue  # `Lowe said on "Fox News Sunday."`: a title between two parts does not divide them
        earlier, last = last, quote
        if earlier is None:
            continue
        before = attributions[earlier]
        same_speaker = here.speaker is before.speaker or (
            here.speaker is not None and before.speaker is not None and here.speaker.name == before.speaker.name
        )
        pair = earlier, quote
        if quoted[quote].follows or (same_speaker and _goes_on(text, quoted, sentences, place, pair, before, here)):
            first[quote] = first[earlier]
    return first


def _goes_on(text, quoted, sentences, place, pair, before, here):
    """Whether nothing but the cue stands between two quotations of one speaker in one paragraph."""
    earlier, later = pair
    between = text[quoted[earlier].end : quoted[later].start]
    if "\n" in between or here.cue is None or here.cue is not before.cue or "direct" not in (before.kind, here.kind):
        return False
    sentence = sentences[here.sentence]
    cue, source = here.cue, here.source
    own = range(min(cue.start, source.start), max(cue.end, source.end))
    (number, at), (following, next_at) = place[earlier], place[later]
    tags = [
        (step, position)
        for step in range(number, following + 1)
        for position in range(at + 1 if step == number else 0, next_at if step == following else len(sentences[step]))
    ]
    outside = [
        position
        for step, position in tags
        if sentences[step] is not sentence or position not in own
        if sentences[step].tags[position] not in ",.-:;R"
    ]
    return len(outside) <= 8


def find_repeats(text, spans):
    """For each quotation the number of the same one earlier in the article, where it is printed twice, else None."""
    seen, repeat_of = {}, []
    for number, (start, end) in enumerate(spans):
        wording = tuple(words(text[start:end]))
        before, after = _neighbours(text, start, end)
        keys = (
            [wording]
            if len(wording) >= _LONG
            else [(wording, before), (wording, "", after)]
            if len(wording) > 1
            else [(wording, before, after)]
        )
        earlier = [seen[key] for key in keys if key in seen] if wording else []
        repeat_of.append(min(earlier) if earlier else None)
        for key in keys:
            seen.setdefault(key, number if not earlier else min(earlier))
    return repeat_of


def share_sources(attributions, repeat_of):
    """Give a passage that is set off from the text the source which its repeat in the text has."""
    for number, first in enumerate(repeat_of):
        if first is None:
            continue
        before, here = attributions[first], attributions[number]
        if before.rule in ("", "chain", "introduced") and here.cue is not None and here.rule != "chain":
            attributions[first] = replace(here, kind=here.kind if before.kind == "scare" else before.kind)


def _neighbours(text, start, end):
    before = WORD.findall(text[max(0, start - 60) : start])[-_NEIGHBOURS:]
    after = WORD.findall(text[end : end + 60])[:_NEIGHBOURS]
    return tuple(before), tuple(after)
