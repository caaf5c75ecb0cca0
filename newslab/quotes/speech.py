"""Tell words that somebody said or wrote from titles, nicknames, names of things and scare quotes."""

import re

from newslab.quotes import lexicon
from newslab.quotes.weights import total, weights

_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*|\d+")
_SMALL = frozenset("a an the of in on at to for and or but with from by is vs as de la le".split())
_PERSONAL = frozenset(
    """i we you he she they it i'm i've i'll i'd we're we've we'll we'd you're they're he's she's there's it's that's
    don't can't my our your me us them him is are was were have has had will would can could should not be been
    do did does this that there what if because""".split()
)
_WORKS = frozenset(
    """film movie book novel song album single track show series sitcom drama documentary play musical opera ballet
    painting sculpture exhibition game podcast episode programme program broadcast column poem essay memoir
    thriller comedy magazine newspaper site website blog anthem hymn video clip ad advert commercial campaign
    hashtag sketch cartoon franchise trilogy sequel remake biopic soundtrack ep lp tune hit ballad speech
    lecture paper article report study award prize category section chapter act bill law clause rule policy
    programme scheme project initiative operation mission brand label nickname word words term phrase name title
    button link tab box author co-author editor star director host producer radio tv television episode story
    feature""".split()
)
_NAMED = frozenset(
    """titled entitled named nicknamed called dubbed known so-called labelled labeled marked branded billed codenamed
    tagged christened termed captioned headlined word term phrase words name meaning means reading read""".split()
)


# How many large words a title has that nothing beside it marks as one.
_TITLE = 4
# Whole sentences are never titles or scare quotes: the doubt is about words and phrases.
_WHOLE = frozenset(("alone clause", "clause 20", "clause long"))


def is_title(content):
    """Whether up to four words are written as names are: “Slow Burn”, “The Long Way Home”."""
    large = [word for word in _WORD.findall(content) if word.lower() not in _SMALL]
    title = 0 < len(large) <= _TITLE and all(word[0].isupper() or word[0].isdigit() for word in large)
    return title and content[:1].isupper() and content[-1:] not in "!?…"


def is_named_work(sentence, at, content):
    """`In his first book, “Slow Burn,” Lowe suggested`: the title of the work just spoken of."""
    named = sentence.tags[at - 1 : at] == "," and sentence.lower[at - 2].removesuffix("s") in _WORKS
    return named and " " in content and is_title(content)


def judge(features):
    """Whether a quotation with these features was said or written: "yes", "doubtful" or "no"."""
    table = weights()["speech"]
    features = list(features)
    score = table["bias"] + total(table, features)
    alone = _stands_alone(features)
    if score <= table["threshold"]:
        return "doubtful" if alone else "no"
    certain = _beside_said(features) or (alone and "margin high" in features)
    return "yes" if certain or score > table["sure"] or not _WHOLE.isdisjoint(features) else "doubtful"


def _beside_said(features):
    """`“Yes,” said Lowe`, `Lowe said: “Never.”`: however short, it is speech."""
    comma = not {"upper comma", "lower comma", "title comma"}.isdisjoint(features)
    return (comma and "cue after speech next" in features) or {"before :", "cue before speech next"} <= set(features)


def _stands_alone(features):
    """A sentence of some length between marks, with nothing beside it: words of somebody, if it is not known whose."""
    long = not {"upper 8", "upper 20", "upper long"}.isdisjoint(features)
    return long and "upper stop" in features and any(feature.startswith("alone") for feature in features)


def speech_features(text, quoted, sentence, at, best):
    """What tells speech from other quoted words: their form, the words around them, the cue found for them.

    best : the candidate that would govern the quotation, or None.
    """
    content = text[quoted.start : quoted.end]
    words = _WORD.findall(content)
    lower = [word.lower().replace("’", "'") for word in words]
    size = len(words)
    bucket = str(size) if size <= 4 else "8" if size <= 8 else "20" if size <= 20 else "long"
    large = [
        word[0].isupper() or word[0].isdigit() for word, small in zip(words, lower, strict=True) if small not in _SMALL
    ]
    form = "title" if large and all(large) and words[0][:1].isupper() else "upper" if content[:1].isupper() else "lower"
    last = content[-1:]
    end = "comma" if last in ",-—" else "stop" if last in ".!?…" else "open"
    clause = "clause" if not _PERSONAL.isdisjoint(lower) else "phrase"
    features = [
        f"size {bucket}",
        f"{form}",
        f"{form} {bucket}",
        f"{form} {end}",
        f"{clause} {bucket}",
        f"{clause} {form}",
        f"mark {'single' if quoted.single else 'double'} {form}",
    ]
    features += _around(sentence, at, form, clause)
    features += _cue(best, form, clause, bucket, end)
    return features


def _around(sentence, at, form, clause):
    tags, lower = sentence.tags, sentence.lower
    before = tags[at - 1] if at else "^"
    after = tags[at + 1] if at + 1 < len(tags) else "^"
    shape = f"{form} {clause}"
    yield f"before {before}"
    yield f"after {after}"
    yield f"before {before} {shape}"
    yield f"after {after} {shape}"
    yield f"between {before} {after}"
    near_before = lower[max(0, at - 3) : at]
    near_after = lower[at + 1 : at + 4]
    if any(word in _WORKS for word in near_before):
        yield f"work before {form}"
    if near_before and near_before[-1] in _WORKS:
        yield f"work just before {form}"
    if any(word in _WORKS for word in near_after):
        yield f"work after {form}"
    if near_after and near_after[0] in _WORKS:
        yield f"work just after {form}"
    if any(word in _NAMED for word in near_before):
        yield f"named {form}"
    if near_before and near_before[-1] in _NAMED:
        yield f"just named {form}"
    if near_before and near_before[-1] in lexicon.SAID:
        yield f"just said {form}"
    if near_before and near_before[-1] in lexicon.NAMING_VERBS or near_before[-1:] == ["as"]:
        yield f"naming before {form}"
    if before == "I":
        kind = {"on": "on", "in": "on", "of": "of"}.get(near_before[-1], "other")
        yield f"preposition {kind} {form}"
    if sentence.only_quotes:
        yield f"alone {clause}"
    if tags.count("Q") > 1:
        yield f"not the only one {form}"


def _cue(best, form, clause, bucket, end):
    if best is None:
        yield "no cue"
        yield f"no cue {form} {clause}"
        return
    yield f"rule {best.rule}"
    yield f"rule {best.rule} {form}"
    yield f"rule {best.rule} {bucket}"
    margin = "low" if best.margin < 1 else "mid" if best.margin < 3 else "high"
    yield f"margin {margin}"
    yield f"margin {margin} {form} {clause}"
    kind = best.cue.kind if best.cue is not None else "none"
    yield f"kind {kind}"
    yield f"kind {kind} {form} {clause}"
    yield f"kind {kind} {end} {bucket}"
    for feature in best.features[:2]:
        yield f"cue {feature}"
        yield f"cue {feature} {form}"
