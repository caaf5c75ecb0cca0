"""The names in one article: where they stand, what is said of each, and whether it names a person."""

from newslab.quotes import bodies, people
from newslab.quotes.cues import LABELS
from newslab.quotes.entities import Mention, link
from newslab.quotes.name_kinds import described_as, gender_of, is_subject, kind_of

# How words for those of a trade end.
_TRADES = ("ist", "ian", "yst", "er", "or", "man", "woman", "ant", "ee", "eer", "aire")
# What bodies are called that people join: "Democracy for America", "Doctors for Britain".
_GATHERED = frozenset(
    """democracy action citizens americans doctors physicians nurses lawyers parents mothers students workers women
    veterans friends families conference people""".split()
)
# What stands behind a name, and behind the place for which somebody sits.
_MEMBERS = frozenset("mp mep".split())
# What stands before the name of a town.
_WHERE = frozenset("in at near outside".split())
# The British government also is "Number 10".
_SEAT = ("Downing", "Street")
# What an office can be of.
_GOVERNED = bodies.COUNTRY_WORDS | bodies.PLACES | bodies.BODIES | bodies.PORTFOLIOS


def find_names(sentences):
    """The mentions of names in an article, in order, each with its entity."""
    mentions = []
    for number, sentence in enumerate(sentences):
        at, tags = 0, sentence.tags
        if _title_case(sentence) or _shouted(sentence):
            continue
        while at < len(tags):
            if tags[at] == "N" or (tags[at] == "T" and sentence.words[at][0].isupper()):
                end = _run_end(sentence, at)
                mention = _mention(sentence, number, at, end)
                if mention is not None:
                    mentions.append(mention)
                at = end
            else:
                at += 1
    link(mentions)
    return mentions


def _title_case(sentence):
    """A headline in Capitals Like These: where its names begin and end cannot be seen."""
    if any(tag in "VPve" and word[0].islower() for tag, word in zip(sentence.tags, sentence.words, strict=True)):
        return False
    words = [word for word in sentence.words if word[0].isalpha() and len(word) > 3]
    return len(words) > 3 and sum(word[0].isupper() for word in words) > 0.8 * len(words)


def _shouted(sentence):
    """A heading in capitals, "ROAD CLOSED": its words name nobody."""
    words = [word for word in sentence.words if word[0].isalpha()]
    return len(words) > 1 and sentence.tags[-1] not in ".:" and all(word.isupper() for word in words)


def _run_end(sentence, at):
    tags, words = sentence.tags, sentence.words
    end = at + 1
    while end < len(tags):
        if tags[end] == "N" or (tags[end] == "T" and words[end][0].isupper()):
            end += 1
        elif _links_body(sentence, end):
            end += 3 if sentence.lower[end + 1] == "the" else 2
        elif _continues_body(sentence, at, end):
            end += 2
        else:
            break
    return end


def _links_body(sentence, at):
    """`Ministry of Defence`, `Bank for International Settlements`."""
    word = sentence.lower[at - 1]
    if sentence.lower[at] not in ("of", "for") or (word not in bodies.BODIES and word not in _GATHERED):
        return False
    following = at + 2 if sentence.lower[at + 1 : at + 2] == ["the"] else at + 1
    return following < len(sentence) and (
        sentence.tags[following] == "N" or (sentence.tags[following] == "T" and sentence.words[following][0].isupper())
    )


def _continues_body(sentence, start, at):
    """`Marks & Spencer`, `Department of Health and Human Services`, `State Attorney’s Office`."""
    if sentence.tags[at + 1 : at + 2] != "N":
        return False
    word, following = sentence.lower[at], sentence.lower[at + 1]
    if sentence.tags[at] == "$":
        return sentence.tags[at - 1] == "T" and following in bodies.BODIES
    linked = any(link in ("of", "for") for link in sentence.lower[start:at])
    return word == "&" or (word == "and" and linked and following not in people.given_names())


def _mention(sentence, number, start, end):
    """The mention of a run of capitals, without its titles, or None where that names nobody and nothing."""
    first, titles = _past_titles(sentence, start, end)
    tags = sentence.tags
    office = end - start > 1 and _office_alone(sentence, start, end)
    role = first == end - 1 > start and tags[first : first + 1] == "T"  # "Ohio Attorney General"
    if first >= end or office or role or _is_label(sentence, start, end):
        return None
    if end - first > 1 and _office_of(sentence, first, end):
        return None
    first = _past_origin(sentence, first, end, after_of=_after_office(sentence, start))
    name = _joined(sentence.words, tags, first, end)
    if name == ("Number",) and sentence.words[end : end + 1] == ["10"]:
        name = _SEAT
    small = tuple(word.lower().rstrip(".") for word in name)
    if len(small) == 2 and small[-1] in _MEMBERS:
        return None  # "Salem MP warns": whoever sits for Salem
    while len(small) > 1 and small[-1] in people.SUFFIXES:
        name, small = name[:-1], small[:-1]
    kind = _kind(sentence, start, end, name, small, titles)
    described = described_as(sentence, start, first, end, titles)
    return Mention(
        number,
        first,
        end,
        name,
        tuple(titles),
        kind,
        gender_of(small, titles, described) if kind in ("person", "person?") else "",
        described,
        is_subject(sentence, start, end),
        end < len(tags) and tags[end] == "$",
    )


def _past_titles(sentence, start, end):
    """Where the name begins in a run of capitals, and the titles before it."""
    lower, tags = sentence.lower, sentence.tags
    first, titles = start, []
    for at in range(start, end - 1 if end - start > 1 else end):
        plain = lower[at].rstrip(".").removesuffix("-elect")
        if at > start and plain in people.given_names() and tags[at - 1] == "T":
            break  # "Gov. Earl Ray Tomblin"
        of_body = plain in bodies.PORTFOLIOS and all(word in bodies.BODIES for word in lower[at + 1 : end])
        if plain == "st" or (at + 1 < end and (of_body or tags[at + 1] == "$")):
            break  # "St. Louis", "Justice Department", "State Attorney’s Office"
        if tags[at] == "T" or (plain in people.HONORIFICS and lower[at].endswith((".", "-elect"))):
            if any(lower[i] in ("of", "for") for i in range(start, at)):
                break
            first = at + 1
            titles.append(plain)
    return first, titles


def _kind(sentence, start, end, name, small, titles):
    """What a name is of, by its words and by what stands around it."""
    tags = sentence.tags
    determined = start > 0 and tags[start - 1] == "D" and not titles
    kind = kind_of(name, small, titles, determined)
    known = small[0] in people.given_names()
    if known and len(small) == 1 and not titles and tags[end : end + 1] != "$" and _is_place(sentence.lower, start):
        kind = "place"
    before_noun = tags[end : end + 1] == "n" and (determined or not known)
    if kind in ("person", "person?") and not titles and before_noun:
        return "attribute"  # "the Kent County Tory headquarters"
    if kind == "person?" and not known and start == 0 and small[0].endswith("ing"):
        return "attribute"
    if kind != "body" and not known and _is_numbered(sentence, end):
        return "body" if name == _SEAT else "thing"
    return kind


def _is_label(sentence, start, end):
    """`Breaking: …`"""
    return start == 0 and sentence.lower[end - 1] in LABELS and sentence.tags[end : end + 1] == ":"


def _is_place(lower, start):
    """`in Orlando`: where a given name alone is that of a town."""
    return start > 0 and lower[start - 1] in _WHERE


def _is_numbered(sentence, end):
    """`Article 40`, `Executive Order 1402`: what has a number, if it is not that of a year."""
    number = sentence.words[end] if sentence.tags[end : end + 1] == "d" else ""
    return number.isdecimal() and not (len(number) == 4 and number.startswith(("19", "20")))


def _joined(words, tags, first, end):
    """The words of a name, a possessive mark with the word before it."""
    name = []
    for at in range(first, end):
        if tags[at] == "$" and name:
            name[-1] += words[at]
        else:
            name.append(words[at])
    return tuple(name)


def _office_alone(sentence, start, end):
    """`Prime Minister`, `Attorney General`: an office, and no name."""
    titles = [word.rstrip(".") in people.HONORIFICS or word in people.ROLES for word in sentence.lower[start:end]]
    abbreviated = sentence.words[start].endswith(".") or sentence.lower[start] in people.COURTESY
    return all(titles) and not abbreviated


def _after_office(sentence, start):
    """Whether a run of capitals stands behind `Secretary of` or `Minister for`."""
    word = sentence.lower[start - 1] if start > 1 else ""
    return word == "of" or (
        word == "for" and sentence.tags[start - 2] == "T" and sentence.words[start - 2][0].isupper()
    )


def _office_of(sentence, first, end):
    """`Permanent Secretary for Health`, `US President`, `FBI Director`: an office with what it is of."""
    lower = sentence.lower[first : end - 1]
    if sentence.tags[end - 1] != "T" or "of" in lower or any(word in people.given_names() for word in lower):
        return False
    return sentence.lower[end : end + 1] in (["of"], ["for"]) or all(
        small in _GOVERNED or (word.isupper() and len(word) > 1)
        for word, small in zip(sentence.words[first : end - 1], lower, strict=True)
    )


def _past_origin(sentence, first, end, *, after_of):
    """Skip what a name carries before it: `Democratic`, `of State`, `Green Party`."""
    lower = sentence.lower
    of_the = first > 2 and lower[first - 2 : first] == ["of", "the"] and sentence.tags[first - 3] == "T"
    if of_the and end - first > 2 and (lower[first] in bodies.PORTFOLIOS or lower[first] in bodies.BODIES):
        return first + 1  # "Speaker of the House Ada Lowe"
    abroad = first > 1 and sentence.tags[first - 2 : first] == "TI" and lower[first] in bodies.PLACES
    if abroad and end - first > 2 and lower[first + 1] not in bodies.PLACES:
        return first + 1  # "ambassador to Britain Ada Lowe"
    if after_of and lower[first] in bodies.PORTFOLIOS:
        while first < end - 1 and lower[first] in bodies.PORTFOLIOS:
            first += 1
        return first
    for at in range(first + 1, end - 1):
        before = lower[first:at]
        if lower[at] in people.given_names() and lower[first] not in people.given_names():
            origin = all(
                word in bodies.COUNTRY_WORDS or word in bodies.PLACES or word in bodies.BODIES or word.isupper()
                for word in before
            )
            last = before[-1]
            if origin or after_of or last in bodies.BODIES or last in bodies.COUNTRY_WORDS or last in bodies.PLACES:
                return at
    while first < end - 1 and lower[first] in bodies.COUNTRY_WORDS and lower[first + 1] in people.given_names():
        first += 1
    opens = first == 0 or sentence.tags[first - 1] in "Q.:-"
    if opens and end - first > 2 and lower[first].endswith(_TRADES) and lower[first + 1] in people.given_names():
        return first if lower[first] in people.given_names() else first + 1  # "Botanist Ada Lowe" opens a sentence
    return first
