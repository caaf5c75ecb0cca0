"""Whose words `the statement`, `a letter from the bank` holds."""

from newslab.quotes import bodies, lexicon
from newslab.quotes.entities import Speaker, speaker_of
from newslab.quotes.phrases import main_subject, right_phrase, simple_ending
from newslab.quotes.subjects import is_speaker

_VEHICLES = frozenset(
    "statement release communique communiqué tweet post message letter remarks comments words".split()
)
# Of these the name before them says whose they are; "the Yale letter" may be of people at Yale.
_ISSUED_BY = _VEHICLES - {"letter", "message"}
_GIVING_OUT = frozenset(
    """issue issues issued issuing release releases released releasing publish published post posted send sent wrote
    write written gave give made make put read tweeted""".split()
)
_IN = frozenset("in on with by via through".split())
# How far before a letter it is said that it has been sent.
_NEAR = 10
WRITTEN = lexicon.DOCUMENTS | _VEHICLES
# How many sentences back somebody has issued "the statement".
_ISSUED = 7


def document(discourse, number, phrase, head):
    """Whose words a document holds: its owner's or its issuer's, where they are told, else its own."""
    owner = _owner(discourse, number, phrase)
    if head in _VEHICLES and owner is not None:
        return owner
    words = discourse.words(number, phrase)
    issuer = _issuer(discourse, number, phrase)
    if issuer is not None and "joint" in words.split() and " and " not in issuer.name:
        issuer = None
    return issuer or Speaker(words.replace("suit", "lawsuit") if head == "suit" else words)


def _owner(discourse, number, phrase):
    """Whose statement it is: `the White House statement`, `a statement from Peskov`, `Lowe sent a tweet that`."""
    sentence = discourse.sentences[number]
    lower = sentence.lower
    if phrase.start > 1 and lower[phrase.start - 1] in _GIVING_OUT:
        sender = simple_ending(sentence, phrase.start - 2 - (lower[phrase.start - 2] == "to"))
        if sender is not None and sender.kind == "name":
            return discourse.resolve(number, sender)
    for mention in discourse.within(number, phrase):
        if mention.end > phrase.end or mention.words[-1].lower() in bodies.PLATFORMS:
            continue
        governed = mention.start and lower[mention.start - 1] in ("from", "by", "of")
        if governed and mention.possessive and mention.start > phrase.head:
            return _apposed(discourse, number, phrase) or Speaker(discourse.words(number, phrase))
        attributive = mention.end <= phrase.head and (mention.possessive or lower[phrase.head] in _ISSUED_BY)
        if (attributive or governed) and mention.entity.kind != "place":
            return speaker_of(mention.entity)
    return None


def _apposed(discourse, number, phrase):
    """`a statement from Bauer’s lawyer, Ada Lowe`."""
    for mention in discourse.by_sentence.get(number, ()):
        if mention.start == phrase.end + 1 and mention.entity.kind in ("person", "person?"):
            return speaker_of(mention.entity)
    return None


def _issuer(discourse, number, phrase):
    """Who issued `the statement`: who spoke, or was the subject, where one was last mentioned or just before."""
    lower = discourse.sentences[number].lower
    word = lower[phrase.head]
    behind = discourse.sentences[number].tags[phrase.end : phrase.end + 2]
    another = phrase.end > phrase.head + 1 or behind in ("eR", "eI")
    if lower[phrase.start] not in ("the", "this") or word not in _VEHICLES or another:
        return None  # "the statement released by the bank" is not the one before
    earlier = range(number - 1, max(-1, number - _ISSUED), -1)
    for step in earlier:
        if _brought_in(discourse.sentences[step], word):
            return _given_out_by(discourse, step, word) or _issued_in(discourse, step)
    if word == "statement":
        # "The White House condemned the coup. “…,” the statement said."
        for step in earlier[:3]:
            issuer = _issued_in(discourse, step)
            if issuer is not None and not (issuer.entity and issuer.entity.kind in ("person", "person?", "unnamed")):
                return issuer
    return None


def _brought_in(sentence, word):
    """Whether a sentence has somebody make a statement: `in a statement`, `issued a statement`, `statement from`."""
    lower = sentence.lower
    for at, other in enumerate(lower):
        if other == word:
            before = at - 1
            while before > 0 and sentence.tags[before] in "nTNdR$D":
                before -= 1
            given = not _GIVING_OUT.isdisjoint((*lower[max(0, at - _NEAR) : at], *lower[at + 1 : at + 2]))
            if given or lower[before] in _IN or lower[at + 1 : at + 2] in (["from"], ["by"]):
                return True
    return False


def _given_out_by(discourse, step, word):
    """Who is named behind it: `a statement from Lowe`, `a statement released by the bank`."""
    sentence = discourse.sentences[step]
    at = len(sentence) - 1 - sentence.lower[::-1].index(word)
    at += sentence.lower[at + 1 : at + 2] != [] and sentence.lower[at + 1] in _GIVING_OUT
    source = right_phrase(sentence, at + 2) if sentence.lower[at + 1 : at + 2] in (["by"], ["from"]) else None
    return None if source is None or source.kind == "pronoun" else discourse.resolve(step, source)


def _issued_in(discourse, step):
    """Who spoke in a sentence, else its subject."""
    if step in discourse.voices:
        return discourse.voices[step]
    sentence = discourse.sentences[step]
    subject = main_subject(sentence, len(sentence))
    if subject is None or subject.kind == "pronoun" or sentence.lower[subject.head] in lexicon.DOCUMENTS:
        return None
    return discourse.resolve(step, subject) if is_speaker(sentence, subject) else None
