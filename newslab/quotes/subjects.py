"""The subject of a verb of speech, past what stands between them, and whether it is of the kind that speaks."""

from newslab.quotes import bodies, lexicon, people
from newslab.quotes.phrases import REACH, Phrase, bracket_start, is_adverb, main_subject, right_phrase, simple_ending
from newslab.quotes.phrases_before import phrase_ending

_WHEN = frozenset("on in since by during".split())
_USED = frozenset("use uses used".split())
# How far before "to say" the verb stands that it is the purpose of.
_PURPOSE = 12
_MODALS = frozenset("can could may might must shall should will would".split())
_INSIDE = frozenset("of from near in at on".split())
_OURS = frozenset("our your".split())
# How nouns of persons end.
_DOERS = ("er", "or", "ist", "ian", "ant", "man", "men", "woman", "women", "people", "ee", "folk")
_GATHERED = frozenset(
    """crowd audience public community town city village class club side rebels groups couple family families pair
    trio panel team staff crew chorus band mob caller voice mother father wife husband son daughter friend friends
    parents kids children boys girls boy girl guy guys lady ladies person persons user users hopeful hopefuls""".split()
)


def left_phrase(sentence, at):
    """The subject that ends before the verb at `at`: past adverbs, auxiliaries, brackets and appositions."""
    tags, lower = sentence.tags, sentence.lower
    step = at - 1
    while step >= 0:
        if tags[step] in "AR" or is_adverb(lower[step]):
            step -= 1
        elif lower[step] in _WHEN and tags[step + 1] == "R":
            step -= 1  # "Peskov on Monday said"
        elif lower[step] == "as" and lower[step - 1 : step] == ["quoted"]:
            step -= 2
        elif lower[step] == "to":
            if step == 0:
                return None
            if tags[step - 1] not in "Vve":
                return _taking(sentence, step)
            step -= 1
            while step >= 0 and tags[step] in "Vve":
                step -= 1
        else:
            break
    if step < 0:
        return None
    tag = tags[step]
    if tag == "C":
        return _shared_subject(sentence, step)
    if tag == ")":
        step = bracket_start(sentence, step) - 1
        if step < 0:
            return None
        tag = tags[step]
    if tag == "W" or (lower[step] == "that" and step and tags[step - 1] in "nNT"):
        return _antecedent(sentence, step)
    if tag == "," and step and tags[step - 1] == ")":
        # "Rep. Ada Lowe (D-Ore.), said"
        bracketed = phrase_ending(sentence, step - 1)
        if bracketed is not None and bracketed.kind == "name" and not _beside(sentence, bracketed):
            return bracketed
    if tag == "e" and lower[step].endswith("ed") and lower[step - 1] in lexicon.DOCUMENTS:
        return phrase_ending(sentence, step - 1)  # "a report released last year found"
    if tag == "," and lower[step + 1] == "then":
        return _shared_subject(sentence, step)
    if tag in ",-":
        return _before_aside(sentence, step)
    phrase = phrase_ending(sentence, step)
    if phrase is not None and _second_inside(sentence, phrase):
        return phrase_ending(sentence, phrase.start - 2)
    return phrase


def _second_inside(sentence, phrase):
    """`the mayor of Kent and Sussex said`: the second of two places or bodies that something hangs on."""
    if phrase.kind != "name" or phrase.start < 3 or sentence.lower[phrase.start - 1] != "and":
        return False
    first = simple_ending(sentence, phrase.start - 2)
    alone = set(sentence.tags[phrase.start : phrase.end]) == {"N"} and phrase.end == phrase.start + 1
    governed = first is not None and first.kind == "name" and sentence.tags[first.start - 1 : first.start] == "I"
    return alone and governed and first.start > 1 and sentence.tags[first.start - 2] in "nT"


def _taking(sentence, at):
    """`Lowe took to the stage to say`, `Lowe used the speech to call`, `Lowe was quick to say`: who does the other."""
    tags, lower = sentence.tags, sentence.lower
    for step in range(at - 1, max(-1, at - _PURPOSE), -1):
        if tags[step] in "Vve":
            return left_phrase(sentence, step) if tags[step + 1] == "I" or lower[step] in _USED else None
        if tags[step] == "A" and step == at - 2:
            return left_phrase(sentence, step)
        if tags[step] not in "NTnDIR$":
            return None
    return None


def _shared_subject(sentence, step):
    """`Peskov smiled and said`: the subject of the verb before, but not of `as Putin has`."""
    verb = step + 1
    while verb < len(sentence) and sentence.tags[verb] == "R":
        verb += 1
    past = sentence.lower[verb : verb + 1] != [] and sentence.lower[verb].endswith("ed")
    for at in range(step - 1, max(-1, step - REACH), -1):
        if past and sentence.lower[at] in _MODALS:
            continue  # "Lowe wrote that Bauer should “go” and described him"
        if sentence.tags[at] in "VveA":
            phrase = left_phrase(sentence, at)
            compared = phrase is not None and phrase.start and sentence.lower[phrase.start - 1] in ("as", "than")
            if phrase is not None and not compared:
                return phrase
    return main_subject(sentence, step)


def _antecedent(sentence, step):
    before = step - 1
    if before >= 0 and sentence.tags[before] in ",-":
        before -= 1
    if before >= 0 and sentence.tags[before] == ")":
        before = bracket_start(sentence, before) - 1
    if before >= 0 and sentence.tags[before] == ",":
        return _before_aside(sentence, before)
    phrase = phrase_ending(sentence, before) if before >= 0 else None
    if phrase is not None and sentence.lower[step] == "who" and not is_speaker(sentence, phrase):
        inner = simple_ending(sentence, before)
        if inner is not None and inner.start > 1 and sentence.lower[inner.start - 1] == "of":
            named = simple_ending(sentence, inner.start - 2)  # "a call from Ada Lowe of Ohio, who"
            inner = named if named is not None and named.kind == "name" else inner
        phrase = inner if inner is not None and inner.kind == "name" else phrase  # "the anger of Ada Lowe, who"
    if phrase is not None and sentence.lower[step] == "which" and sentence.tags[phrase.head] == "T":
        inner = simple_ending(sentence, before)
        if inner is not None and inner.start > 2 and sentence.lower[inner.start - 1] == "in":
            inner = simple_ending(sentence, inner.start - 2)
        # "the head of the Group in Ohio, which"
        phrase = inner if inner is not None and inner.kind == "name" else phrase
    if phrase is not None and phrase.start > 2 and sentence.lower[phrase.start - 1] == "not":
        return phrase_ending(sentence, phrase.start - 3)  # "Lowe, not Bauer, who"
    if phrase is not None and (_affiliation(sentence, phrase) or _residence(sentence, phrase)):
        return phrase_ending(sentence, phrase.start - 2)  # "the sheriff of Salem, Ore., who"
    return phrase


def _residence(sentence, phrase):
    """`Ada Lowe, 59, of Springfield, Ohio, said`: where somebody lives is not who speaks."""
    at = phrase.start - 1
    if at > 1 and sentence.tags[at] == ",":
        town = phrase_ending(sentence, at - 1)
        return (
            town is not None and town.start > 0 and sentence.tags[town.start - 1] == "I" and _residence(sentence, town)
        )
    return at > 0 and sentence.lower[at] in ("of", "from") and sentence.tags[at - 1] in ",d"


def _beside(sentence, phrase):
    """Whether a phrase between commas says where and what of the one who speaks: `after the verdict, Ada Lowe, …`."""
    governed = phrase.start and (sentence.tags[phrase.start - 1] == "I" or _listed(sentence, phrase))
    return governed or _affiliation(sentence, phrase) or _residence(sentence, phrase)


def _full_name(sentence, phrase, stop):
    """`in Kent and Sussex, Ada Lowe, said`: whether a phrase up to the comma at `stop` is somebody's full name."""
    named = phrase is not None and phrase.kind == "name" and phrase.end == stop > phrase.start + 1
    return named and sentence.lower[phrase.start] in people.given_names()


def _listed(sentence, phrase):
    """`in Kent and Sussex, Ada Lowe, said`, `at Yale, and Ohio State, said`: the last of some that stand beside."""
    at = phrase.start - 1
    if phrase.kind != "name" or at < 1 or sentence.lower[at] != "and":
        return False
    before = at - 1 if sentence.tags[at - 1] != "," else at - 2
    other = simple_ending(sentence, before)
    return other is not None and other.start > 0 and sentence.tags[other.start - 1] in "I,D"


def _affiliation(sentence, phrase):
    """`Ada Lowe, D-Ohio, said`, `the mayor of Salem, Ore., said`: the party and the state are not who speaks."""
    start = phrase.start
    if start < 2 or phrase.end - start > 1 or sentence.tags[start - 1] != "," or sentence.tags[start - 2] not in "NT":
        return False
    word, lower = sentence.words[start], sentence.lower[start].rstrip(".")
    party = word[1:2] == "-" and word[0].isupper() and word[2:3].isupper()
    short = word.count(".") > 1 or lower in bodies.STATES or lower in bodies.COMPANY_SUFFIXES or lower in bodies.PLACES
    return party or short


def _before_aside(sentence, step):
    """`Dmitry Peskov, Putin’s spokesman, told`: the phrase before the comma (or dash) that opens the aside."""
    tags = sentence.tags
    candidates = []
    for at in range(step - 1, max(-1, step - REACH), -1):
        if tags[at] in ",-" and tags[at] == tags[step] and at:
            phrase = phrase_ending(sentence, at - 1)
            inner = right_phrase(sentence, at + 1) if phrase is not None else None
            if phrase is not None and _listed(sentence, phrase) and _full_name(sentence, inner, step):
                return inner
            if phrase is not None and not _beside(sentence, phrase):
                if inner is not None and phrase.kind == "name" and _affiliation(sentence, inner):
                    return phrase
                titled = inner is not None and inner.kind == "name" and inner.end == step and tags[phrase.start] == "D"
                if phrase.kind == "name" and not titled:
                    return phrase
                apposed = inner is not None and inner.kind == "name" and not _affiliation(sentence, inner)
                if apposed and inner.end <= step and tags[inner.end] in ",-(I":
                    named = (
                        phrase_ending(sentence, phrase.start - 2)
                        if tags[phrase.start - 1 : phrase.start] == ","
                        else None
                    )
                    if named is not None and _full_name(sentence, named, phrase.start - 1):
                        return named  # "Ada Lowe, the editor of a weekly, the Courier, said"
                    return Phrase(phrase.start, inner.end, inner.head, "name")
                candidates.append(phrase)
        if tags[at] in "VQ;":
            break
    roles = [phrase for phrase in candidates if sentence.tags[phrase.head] == "T"]
    if roles:
        return roles[0]
    if candidates:
        return candidates[0]
    return None


def is_governed(sentence, cue, source):
    """`a spokesman for the mayor of Salem said`: a name that hangs on something else is not what speaks."""
    if cue is None or cue.inverted or cue.kind == "noun" or source.kind != "name" or source.start < 2:
        return False
    if "W" in sentence.tags[source.end : cue.start]:
        return False  # "the anger of Ada Lowe, who said"
    return sentence.lower[source.start - 1] in _INSIDE and all(
        tag in "DN,CI" for tag in sentence.tags[source.start : source.end]
    )


def is_speaker(sentence, source):
    """Whether a phrase is of a person, a body, a document or of those gathered somewhere."""
    if source.kind != "nominal":
        return True
    if sentence.tags[source.start] == "d" or sentence.lower[source.start] in _OURS:
        return False  # "100 people", "our experts", "the more the public"
    word = sentence.lower[source.head]
    body = word in bodies.BODIES or word.removesuffix("s") in bodies.BODIES
    document = word in lexicon.DOCUMENTS or word.removesuffix("s") in lexicon.DOCUMENTS
    known = sentence.tags[source.head] == "T" or body or document or word.removesuffix("s") in bodies.MEDIA
    return known or word in lexicon.QUANTIFIERS or word.rstrip("s").endswith(_DOERS) or word in _GATHERED
