"""Quoted words that are not those of whoever a cue names: denied, only imagined, written on things, another’s."""

from newslab.quotes import lexicon
from newslab.quotes.phrases import simple_ending

# Quotations of so few words are as often a name or a term as words that were said.
_FEW = 2
_SOME = 4
# How far before a quotation the thing stands on which it is written.
_NEAR = 9
_SURFACES = frozenset(
    """sign signs placard placards banner banners poster posters flag flags billboard billboards plaque plaques kite
    kites sticker stickers badge badges button buttons shirt shirts t-shirt t-shirts tee tees sweatshirt hoodie jacket
    jersey cap caps hat hats mask masks mug mugs tattoo tattoos graffiti mural murals balloon balloons card cards
    label labels wall walls board boards screen screens bumper armband bracelet wristband tombstone gravestone
    headstone wreath cake tote bag bags""".split()
)
_BEARING = frozenset("read reads reading saying stating bearing proclaiming declaring announcing spelling".split())
_NEGATIONS = frozenset("not never n't nor".split())
_NOBODY = frozenset("neither nor".split())
_BUT_MORE = frozenset("only just".split())
_DENIALS = frozenset(
    """deny denies denied denying dispute disputes disputed disputing reject rejects rejected rejecting refute refutes
    refuted refuting rebut rebuts rebutted rebutting""".split()
)
_POSSIBLE = frozenset("could can cannot can't couldn't might may would wouldn't should must".split())
# "The more he shouts, the more people say “x”".
_CORRELATIVE = frozenset([("the", "more"), ("the", "less"), ("the", "fewer"), ("the", "closer")])
_BE = frozenset("is are was were being 's 're".split())
_KNOWN = frozenset([("known", "by"), ("known", "to"), ("known", "among"), ("known", "in")])
_CALLED = frozenset("called known named termed dubbed labelled labeled christened billed styled tagged".split())
_ENTITLED = frozenset("nicknamed titled entitled so-called codenamed".split())
_TERMS = frozenset("term nickname name abbreviation acronym".split())
_WORDS = frozenset("term word phrase words expression".split())
_REPORTING = frozenset("Vvg")  # tags of verbs that report
_USE = frozenset("use uses used using".split())
# What those use whose words are quoted: "used the term “x”", "used language like “x”".
_USED = _WORDS | frozenset("terms phrases language name names nickname hashtag slogan label slur epithet".split())
_ABOUT = frozenset("about on of that regarding concerning".split())


def is_called(sentence, at, size):
    """`a film called “Slow Burn”`, `known as the “Slow Burn”`, `the term is “slow burn”`: what it is called."""
    tags, lower = sentence.tags, sentence.lower
    if at > 1 and lower[at - 1] == "see" and tags[at - 2] in "(;":
        return True
    step = at - 1
    while step >= 0 and tags[step] == "D":
        step -= 1
    if step < 1:
        return step == 0 and lower[0] in _ENTITLED
    if lower[step] in _ENTITLED or lower[step - 1 : step + 1] == ["the", "title"]:
        return True
    if lower[step] == "as" and any(
        pair in _KNOWN for pair in zip(lower[step - 6 : step], lower[step - 5 : step], strict=False)
    ):
        return True
    if lower[step] == "as" and lower[step - 1] in ("known", "to"):
        return lower[step - 1] == "known" or (lower[step - 2] == "referred" and _passive(sentence, step - 2))
    if lower[step - 1 : step + 1] == ["subject", "line"] or lower[step - 2 : step] == ["subject", "line"]:
        return True  # of a message
    if lower[step] in _BE:
        return not _TERMS.isdisjoint(lower[max(0, step - 4) : step])
    if lower[step] not in _CALLED or lower[at + 1 : at + 2] == ["by"]:
        return False
    return (size <= _SOME and _passive(sentence, step)) or _after_thing(sentence, step)


def _passive(sentence, at):
    """`is called`, `is often called`, `the plan, also called`."""
    step = at - 1
    while step > 0 and sentence.tags[step] == "R":
        step -= 1
    if step > 0 and step < at - 1 and sentence.tags[step] == ",":
        return True
    return any(sentence.lower[place] in _BE for place in _before_verb(sentence, at))


def _after_thing(sentence, at):
    """`a film called`, `directed the film called`; not `the firm called`, which may be what calls."""
    thing = simple_ending(sentence, at - 1)
    if thing is None or thing.kind != "nominal" or sentence.tags[thing.head] != "n":
        return False
    governed = thing.start > 0 and sentence.tags[thing.start - 1] in "Ieg"
    indefinite = thing.start == 0 or sentence.tags[thing.start - 1] not in "NnTQWS"
    return governed or (indefinite and sentence.lower[thing.start] in ("a", "an", "another"))


def _before_verb(sentence, at):
    """The places of the auxiliaries and adverbs right before a verb."""
    place = at - 1
    while place >= 0 and (sentence.tags[place] in "AR" or sentence.lower[place] in _NEGATIONS):
        yield place
        place -= 1


def is_disowned(sentence, at, best, size):
    """Whether the quotation at `at`, of `size` words, is none of the words of the source of `best`."""
    if best.rule == "chain":
        return False
    if sentence.lower[at - 2 : at] == ["asked", ","] and _passive(sentence, at - 2):
        return True  # "Lowe was asked, “…?”"
    near = sentence.lower[max(0, at - 6) : at]
    if near[-1:] and near[-1] in _WORDS and any(word in _NEGATIONS or word.endswith("n't") for word in near):
        return True
    if best.cue is None:
        return _of_others(sentence, at, best)
    if best.rule == "subject" and best.cue.last <= at and _is_so(sentence, best.cue):
        return True
    unsaid = _negated(sentence, best.cue, at, size) or _imagined(sentence, best.cue, at, size)
    if best.rule == "cue before" and unsaid:
        return True
    if best.cue.last <= at and (_only_used(sentence, best.cue, at) or _left_behind(sentence, best, at)):
        return True
    return _written(sentence, at, best.source) or _of_others(sentence, at, best)


def _negated(sentence, cue, at, size):
    """`Lowe never used the term “x”`, `Lowe denied that it was “x”`, `Lowe pleaded guilty to “x”`."""
    lower = sentence.lower
    word = lower[cue.start]
    if word.startswith("plead") and {"guilty", "innocent"} & set(lower[cue.end : cue.end + 2]):
        return True
    before = {lower[place] for place in _before_verb(sentence, cue.start)}
    begin = cue.source.start
    if lower[begin] in _NOBODY or (begin and lower[begin - 1] in _NOBODY):
        return True
    negated = not _NEGATIONS.isdisjoint(before) or any(other.endswith("n't") for other in before)
    return (negated and _BUT_MORE.isdisjoint(before)) or (word in _DENIALS and size <= _FEW)


def _only_used(sentence, cue, at):
    """`Lowe used the crowd as a “shield”`; not `used the term “x”`, `used the day to call it “x”`."""
    between = slice(cue.end, at)
    said = not (_USED.isdisjoint(sentence.lower[between]) and _REPORTING.isdisjoint(sentence.tags[between]))
    return sentence.lower[cue.start] in _USE and not said


def _left_behind(sentence, best, at):
    """`Lowe left, considering a bid, as he tries to end “the crisis”`: another clause has begun, and nobody said so."""
    silent = best.rule == "participle" and sentence.lower[best.cue.start] not in lexicon.SPEECH_ING
    return silent and ",S" in sentence.tags[best.cue.end : at]


def _imagined(sentence, cue, at, size):
    """`Would Lowe call it “x”?`, `Lowe could call it “x”`, `the more they shout “x”`: nobody has said so."""
    lower = sentence.lower
    asked = sentence.words[-1] == "?" and at < len(sentence) - 1
    general = sum(pair in _CORRELATIVE for pair in zip(lower[:at], lower[1:at], strict=False)) > 1
    before = {lower[place] for place in _before_verb(sentence, cue.start)}
    possible = size <= _SOME and not _POSSIBLE.isdisjoint(before) and lower[cue.start] not in lexicon.SAID
    return asked or general or possible


def _written(sentence, at, source):
    """`Lowe carried a sign reading “x”`: words written on a thing are not of the one who is told of."""
    tags, lower = sentence.tags, sentence.lower
    step = at - 1
    while step > 0 and tags[step] in ",:":
        step -= 1
    if step < 1 or lower[step] not in _BEARING | {"says", "said"}:
        return False
    if lower[step] in ("says", "said") and lower[step - 1] != "that":
        return False  # "Lowe stood by the wall and said"
    return any(
        lower[place] in _SURFACES and not source.start <= place < source.end
        for place in range(max(0, step - _NEAR), step)
        if "," not in tags[place:step]
    )


def _is_so(sentence, cue):
    """`Lowe is “still popular”`, `Lowe was found`: of whom something is said or with whom it is done does not speak."""
    lower = sentence.lower
    return lower[cue.start] in _BE and not any(word.endswith("ing") for word in lower[cue.end : cue.end + 2])


def _of_others(sentence, at, best):
    """`Lowe told of Bauer’s remarks about “x”`: between the cue and the words, somebody else’s are spoken of."""
    tags, lower = sentence.tags, sentence.lower
    begin = best.source.end if best.cue is None else best.cue.last
    if begin > at or lower[at - 1] == "as" or (best.cue and lower[best.cue.start] in lexicon.NAMING_VERBS):
        return False
    return any(
        tags[place] == "$"
        and lower[place + 1] in lexicon.SPEECH_ACTS
        and lower[place + 2] in _ABOUT
        and not any(tag in ",;QVvg" for tag in tags[place + 2 : at])
        for place in range(begin, at - 2)
    )
