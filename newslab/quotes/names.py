"""The names in one article: where they stand, what is said of each, and whether it names a person."""

from newslab.quotes import people
from newslab.quotes.entities import Mention, link

_SURNAME_PLACES = frozenset("jordan england ireland scotland wales france holland israel jersey street river".split())
_TITLE_WORDS = {
    "sen": "senator",
    "gov": "governor",
    "rep": "representative",
    "pres": "president",
    "prof": "professor",
    "dr": "doctor",
    "rev": "reverend",
    "gen": "general",
    "col": "colonel",
    "capt": "captain",
    "sgt": "sergeant",
    "lt": "lieutenant",
    "mp": "lawmaker",
    "det": "detective",
    "dci": "inspector",
    "insp": "inspector",
    "supt": "superintendent",
    "cllr": "councillor",
    "cmdr": "commander",
    "maj": "major",
    "adm": "admiral",
    "hon": "lawmaker",
}


def find_names(sentences):
    """The mentions of names in an article, in order, each with its entity."""
    mentions = []
    for number, sentence in enumerate(sentences):
        at, tags = 0, sentence.tags
        if _title_case(sentence):
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
    words = [word for word in sentence.words if word[0].isalpha() and len(word) > 3]
    return (
        len(words) > 3
        and sum(word[0].isupper() for word in words) > 0.8 * len(words)
        and not any(
            tag in "VPve" and word[0].islower() for tag, word in zip(sentence.tags, sentence.words, strict=True)
        )
    )


def _run_end(sentence, at):
    tags, words = sentence.tags, sentence.words
    end = at + 1
    while end < len(tags):
        if tags[end] == "N" or (tags[end] == "T" and words[end][0].isupper()):
            end += 1
        elif _links_body(sentence, at, end):
            end += 3 if sentence.lower[end + 1] == "the" else 2
        elif _continues_body(sentence, at, end):
            end += 2
        else:
            break
    return end


def _links_body(sentence, start, at):
    """`Ministry of Defence`, `Bank for International Settlements`."""
    if sentence.lower[at] not in ("of", "for") or sentence.lower[at - 1] not in people.BODIES:
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
        return sentence.tags[at - 1] == "T" and following in people.BODIES
    linked = any(link in ("of", "for") for link in sentence.lower[start:at])
    return word == "&" or (word == "and" and linked and following not in people.GIVEN_NAMES)


def _mention(sentence, number, start, end):
    words, lower, tags = sentence.words, sentence.lower, sentence.tags
    first = start
    titles = []
    for at in range(start, end - 1 if end - start > 1 else end):
        plain = lower[at].rstrip(".")
        if at > start and plain in people.GIVEN_NAMES and tags[at - 1] == "T":
            break  # "Gov. Earl Ray Tomblin"
        of_body = plain in people.PORTFOLIOS and all(word in people.BODIES for word in lower[at + 1 : end])
        if plain == "st" or (at + 1 < end and (of_body or tags[at + 1] == "$")):
            break  # "St. Louis", "Justice Department", "State Attorney’s Office"
        if tags[at] == "T" or plain in people.HONORIFICS and words[at].endswith("."):
            if any(lower[i] in ("of", "for") for i in range(start, at)):
                break
            first = at + 1
            titles.append(plain)
    if first >= end or (end - start > 1 and _office_alone(sentence, start, end)):
        return None
    if (
        tags[end - 1] == "T"
        and end - first > 1
        and all(_of_office(words[at], lower[at]) for at in range(first, end - 1))
    ):
        return None  # "US President", "FBI Director"
    first = _past_origin(sentence, first, end, after_of=start > 1 and lower[start - 1] == "of")
    name = _joined(words, tags, first, end)
    small = tuple(word.lower().rstrip(".") for word in name)
    while len(small) > 1 and small[-1] in people.SUFFIXES:
        name, small = name[:-1], small[:-1]
    determined = start > 0 and tags[start - 1] == "D" and not titles
    kind = _kind(name, small, titles, determined)
    if kind == "person?" and small[0] not in people.GIVEN_NAMES and tags[end : end + 1] == "n":
        kind = "attribute"
    described = _described(sentence, start, first, end, titles)
    return Mention(
        number,
        first,
        end,
        name,
        tuple(titles),
        kind,
        _gender(small, titles, described) if kind == "person" else "",
        described,
        _is_subject(sentence, start, end),
        end < len(tags) and tags[end] == "$",
    )


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
    return (
        all(titles)
        and not sentence.words[start].endswith(".")
        and sentence.lower[start] not in ("mr", "mrs", "ms", "dr")
    )


def _abbreviates(word):
    """Whether a word is written in capitals, more than initials are."""
    return word.isupper() and "." not in word and (len(word) > 2 or word in ("UK", "US", "EU", "UN"))


def _of_office(word, lower):
    """Whether a word says whose office it is: `US`, `FBI`, `Foreign`."""
    known = people.COUNTRY_WORDS | people.PLACES | people.BODIES | people.PORTFOLIOS
    return lower in known or (word.isupper() and len(word) > 1)


def _past_origin(sentence, first, end, *, after_of):
    """Skip what a name carries before it: `Democratic`, `of State`, `Green Party`."""
    lower = sentence.lower
    of_the = first > 2 and lower[first - 2 : first] == ["of", "the"] and sentence.tags[first - 3] == "T"
    if of_the and end - first > 2 and (lower[first] in people.PORTFOLIOS or lower[first] in people.BODIES):
        return first + 1  # "Speaker of the House Ada Lowe"
    if after_of and lower[first] in people.PORTFOLIOS:
        while first < end - 1 and lower[first] in people.PORTFOLIOS:
            first += 1
        return first
    for at in range(first + 1, end - 1):
        before = lower[first:at]
        if lower[at] in people.GIVEN_NAMES and lower[first] not in people.GIVEN_NAMES:
            origin = all(
                word in people.COUNTRY_WORDS or word in people.PLACES or word in people.BODIES or word.isupper()
                for word in before
            )
            if origin or after_of or before[-1] in people.BODIES or before[-1] in people.COUNTRY_WORDS:
                return at
    while first < end - 1 and lower[first] in people.COUNTRY_WORDS and lower[first + 1] in people.GIVEN_NAMES:
        first += 1
    return first


def _kind(name, small, titles, determined):
    if titles and not determined and not any(word in people.BODIES for word in small[-1:]):
        return "person"
    known = small[0] in people.GIVEN_NAMES
    if small[-1].endswith("s") and small[-1][:-1] in people.COUNTRY_WORDS:
        return "body"  # "South Koreans"
    if len(small) > 1 and small[-1] in people.THINGS:
        return "thing"
    called = known and len(small) == 2 and not determined
    if any(_of_body(*words) for words in zip(name, small, strict=True)) and not called:
        return "body"
    if determined and not known:
        return "body"
    if known and len(small) > 1:
        return "person"
    if all(word in people.PLACES or word in people.COUNTRY_WORDS or len(word) == 1 for word in small):
        return "place"
    if len(small) > 1 and small[-1] in people.PLACES and small[-1] not in _SURNAME_PLACES:
        return "body"  # "Radio London"
    if len(name) == 1 and name[0].isupper() and len(name[0]) > 1 and not known:
        return "body"
    if len(small) > 1 and any(_abbreviates(word) for word in name) and not all(word.isupper() for word in name):
        return "body"  # "Amnesty International UK", "POLITICO Magazine"
    if len(small) in (2, 3, 4):
        return "person?"
    return "?" if not known else "person"


def _of_body(word, small):
    """Whether a word names a body; `UN` does, `Un` is a name."""
    return small in people.BODIES and not (small in ("un", "who", "eu") and not word.isupper())


def _gender(small, titles, described):
    for title in titles:
        if title in people.MALE_TITLES:
            return "m"
        if title in people.FEMALE_TITLES:
            return "f"
    if described & people.FEMALE_NOUNS and not described & people.MALE_NOUNS:
        return "f"
    if described & people.MALE_NOUNS and not described & people.FEMALE_NOUNS:
        return "m"
    return people.GIVEN_NAMES.get(small[0].split("-")[0], "") if len(small) > 1 else ""


def _described(sentence, start, first, end, titles):
    """What the sentence says of a name: the words before it, an apposition behind it, `is a …`."""
    tags, lower = sentence.tags, sentence.lower
    found = {_TITLE_WORDS.get(title, title) for title in titles}
    found.update(word for word in lower[start:first])
    at = start - 1
    while at >= 0 and start - at <= 8 and tags[at] in "nTN$d":
        found.add(lower[at])
        at -= 1
    stop = end
    if (
        stop + 1 < len(tags)
        and tags[stop] in ",-("
        or (stop + 1 < len(tags) and lower[stop] in ("is", "was", "remains") and tags[stop + 1] == "D")
    ):
        at = stop + 1
        governed = start > 0 and lower[start - 1] in ("in", "at", "to", "from")
        if tags[at] in "DnTNd" and (tags[stop] not in ",-" or (not governed and _is_apposition(sentence, at))):
            while at < len(tags) and at - stop <= 14 and tags[at] in "DnTNd$IC":
                found.add(lower[at])
                at += 1
    return frozenset(found - {"'s", "’s", "'", "’"})


def _is_apposition(sentence, at):
    """A phrase with a noun of role up to the next comma, bracket or the end of the sentence."""
    role = False
    for step in range(at, min(at + 14, len(sentence))):
        tag = sentence.tags[step]
        if tag in ",.)-;":
            return role
        if tag not in "DnNTd$IC":
            return role and tag == "W"
        role = role or tag == "T"
    return role


def _is_subject(sentence, start, end):
    tags = sentence.tags
    before = tags[start - 1] if start else ""
    after = tags[end] if end < len(tags) else "."
    return before != "I" and after != "$" and (start <= 2 or after in "VveAWR,n(") and after not in "."
