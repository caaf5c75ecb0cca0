"""Whom `it` and `they` mean: a body, a document, or people without a name."""

from newslab.quotes import bodies, people
from newslab.quotes.documents import WRITTEN
from newslab.quotes.entities import speaker_of
from newslab.quotes.phrases import main_subject


def they(discourse, number, at):
    """Those with whom the sentence before opens, `Supporters of the plan`, else a body, but no document."""
    before = discourse.sentences[number - 1] if number else ()
    subject = main_subject(before, len(before)) if before else None
    if subject is not None and subject.kind == "nominal" and before.lower[subject.head] in people.PLURAL_ROLES:
        return discourse.resolve(number - 1, subject)
    speaker = it(discourse, number, at)
    document = speaker is not None and speaker.entity is None and speaker.name.split()[-1].lower() in WRITTEN
    return None if document else speaker


def it(discourse, number, at):
    """The body that spoke last, else the one spoken of; whoever gave out a statement, where `it` is the statement."""
    for step in (number - 1, number - 2):
        if step >= 0 and step in discourse.voices and "statement" in discourse.sentences[step].lower:
            return discourse.voices[step]
    sentence = discourse.sentences[number]
    for step in range(2, at):
        if sentence.lower[step] in bodies.MEDIA and {"a", "an"} & set(sentence.lower[max(0, step - 3) : step]):
            return None  # "when a national paper told of her, it said"
    if discourse.last_body is not None and number - discourse.last_body[0] <= 3:
        return discourse.last_body[1]
    best = None
    for mention in discourse.before(number, at, 12):
        if number - mention.sentence > 2 or mention.entity.kind != "body":
            continue
        score = (mention.subject, mention.sentence)
        if best is None or score > best[0]:
            best = (score, mention.entity)
    if best and best[0][0]:
        return speaker_of(best[1])
    before = discourse.sentences[number - 1] if number else ()
    subject = main_subject(before, len(before)) if before else None
    if subject is not None and subject.kind == "nominal" and before.lower[subject.head] in bodies.BODIES:
        return discourse.resolve(number - 1, subject)  # "The company apologised. “…,” it said."
    return None
