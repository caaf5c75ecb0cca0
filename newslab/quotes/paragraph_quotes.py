"""Quotations that are paragraphs by themselves: their source stands in the paragraph before or behind."""

from newslab.quotes.phrases import main_subject

_POINTING = frozenset("that this those these such".split())


def source_apart(discourse, number, best, previous):
    """(sentence, source) of a quotation that is a paragraph, where no cue has been found for it or only a chain.

    number : its sentence; best : the candidate taken, or None; previous : the speaker of the quotation before, or None.
    """
    sentences = discourse.sentences
    sentence = sentences[number]
    opens = number == 0 or sentences[number - 1].paragraph != sentence.paragraph
    if (best is not None and best.rule != "chain") or not opens or not sentence.only_quotes:
        return None
    behind = _described_behind(discourse, number) if best is None else None
    signed = number + 1 < len(sentences) and sentences[number + 1].tags[:1] == "-"
    if behind is not None or signed or number == 0 or sentences[number - 1].quotes:
        return behind
    if sentences[number - 1].words[-1] == "?":
        return None  # an answer is not of whom the question is about
    before = sentences[number - 1]
    source = main_subject(before, len(before))
    if source is None or before.tags[source.end : source.end + 1] not in tuple("VveAR,-("):
        return None  # "Bauer leaving came after …"
    person = _person(discourse, number - 1, source)
    if person is None or (best is not None and (previous is None or previous.entity in (None, person))):
        return None
    return number - 1, source


def _described_behind(discourse, number):
    """`“…” That is how Ada Lowe described the scene.`"""
    if number + 1 >= len(discourse.sentences):
        return None
    following = discourse.sentences[number + 1]
    if following.lower[:1] and following.lower[0] in _POINTING and following.tags[1:2] == "A":
        cues = [cue for cue in discourse.cues[number + 1] if _person(discourse, number + 1, cue.source) is not None]
        if cues:
            return number + 1, cues[0].source
    return None


def _person(discourse, number, source):
    """The person whom a phrase names, or None."""
    if source is None or source.kind != "name":
        return None
    for mention in discourse.within(number, source):
        if mention.start <= source.head < mention.end and mention.entity.kind in ("person", "person?"):
            return mention.entity
    return None
