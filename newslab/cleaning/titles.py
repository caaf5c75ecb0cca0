"""The headline among the lines of a page."""

import re
from collections import Counter

from newslab.cleaning.fields import Field
from newslab.cleaning.lexicon import class_mask, is_class
from newslab.cleaning.lines import words_in
from newslab.cleaning.names import names_after_by, names_alone
from newslab.cleaning.outlets import fold, is_outlet, is_printed_outlet
from newslab.cleaning.plain_titles import plain_headline
from newslab.text import STOP_WORDS, words

# How many lines above the story are read: menus of some pages stand between it and its headline.
_HEAD = 60
# A line without any other sign has to share more than two fifths of its words with the story.
_LEAST = 1.2
# So many lines worded like headlines, one below the other, are a list of them; to be in it costs as much as a sign.
_LIST, _LISTED = 4, 1
_FURNITURE = class_mask("section site share account legal advert related comments contact")
_GLUED = re.compile(r"[a-z][A-Z]")
_BAR = re.compile(r"\S[|·•]\s")
_STOP_INSIDE = re.compile(r"[a-z0-9]{3}\.\s[A-Z]")
_CREDIT = re.compile(r"(?i:photographs?|photos?|pictures?|images?|credits?|illustrations?|courtesy)(?::| ©| by [A-Z])")
_MEDIA = re.compile(r"[(\[](?i:videos?|photos?|watch|pictures?|pics|audio)[)\]]$")
# A line that goes on in lower case is joined to the one above, as "by Ann Example" to the headline.
_BYLINE = re.compile(r"\s*\n\s*[Bb]y\s.*$", re.S)
_SEPARATOR = re.compile(r"\s[|–—/»:-]\s")
_BY = ("by", "written by", "words by", "by:")


def headline_number(page):
    """The number of the line above the story which shares most words with it, or None."""
    known = _content(line for line, kept in zip(page.lines, page.story, strict=True) if kept)
    seen = Counter(map(str.lower, page.lines))
    listed = _listed(page)
    scores = {
        number: _score(page, number, known, seen) - _LISTED * (page.lines[number] in listed)
        for number in range(max(0, page.first - _HEAD), min(page.first + 2, len(page.lines)))
    }
    best = max(scores, key=lambda number: (scores[number], -number))
    # Under the headline stands a summary in much the same words: the first of a few good lines is the headline.
    top = scores[best]
    while earlier := [n for n in range(max(0, best - 4), best) if _is_headline_of(page, n, best, scores, top)]:
        best = earlier[0]
    return best if top > _LEAST else plain_headline(page)


def _listed(page):
    """The lines of lists of headlines, in which those of other stories stand; not where a byline is below."""
    listed, run = set(), []
    for number in range(max(0, page.first - _HEAD), page.first + 1):
        line = page.lines[number]
        like = not page.story[number] and page.fixed[number] is None and not line.endswith((".", ":", ","))
        if like and 4 <= line.count(" ") <= 20:
            run.append(number)
            continue
        if len(run) >= _LIST:
            listed.update(page.lines[n] for n in run if not _is_signed(page, n))
        run = []
    return listed


def _is_headline_of(page, number, best, scores, top):
    """Whether a line a little above a good one is the headline: no kicker, and no path that ends in the headline."""
    line, other = page.lines[number], page.lines[best]
    long = line.count(" ") > 3 or other.count(" ") > 20
    return scores.get(number, 0) > max(_LEAST, 0.65 * top) and long and not (line.endswith(other) and line != other)


def headline_field(page, number, outlet):
    """The headline without the outlet or the path of the site beside it.

    outlet : the name of the outlet, where it is known.
    """
    start, end = page.spans[number]
    line = page.lines[number]
    if byline := _BYLINE.search(line):
        line = line[: byline.start()]
        end = start + len(line)
    for match in reversed(list(_SEPARATOR.finditer(line))):
        for first, last in ((0, match.start()), (match.end(), len(line))):
            rest = (line[match.end() :] if first == 0 else line[: match.start()]).strip(" |–—-")
            named = is_outlet(rest) or outlet is not None and fold(rest) == fold(outlet)
            if last - first > 15 and (named or line[first:last] in page.lines):
                start, end = start + first, start + last
                return Field(" ".join(page.raw[start:end].split()), "line above the story", start, end)
    return Field(" ".join(line.split()), "line above the story", start, end)


def _content(lines, longest=8000):
    """The longer words of some lines that are no function words, up to a number of characters."""
    found = set()
    for line in lines:
        found.update(words_in(line[:longest]))
        longest -= len(line) + 1
        if longest <= 0:
            break
    found = {word.replace("’", "'") for word in found if len(word) > 3}
    return found - STOP_WORDS


def _score(page, number, known, seen):
    line = page.lines[number]
    if "\n" in line and (byline := _BYLINE.search(line)):
        line = line[: byline.start()]
    if not 2 <= line.count(" ") <= 60 or _stands_otherwise(page, number, line):
        return 0
    found = words(line)
    content = [word for word in found if len(word) > 3 and word not in STOP_WORDS]
    shared = sum(word in known for word in content)
    again = seen[line.lower()] > 1
    # What shares no word with the story and stands there once is a line of a menu, in most cases by far.
    if not shared and not again or not 3 <= len(found) <= (25 if page.story[number] else 35):
        return 0
    if not page.is_alone(number) or _is_worded_otherwise(line):
        return 0
    twice = number == 0 and page.lines[1:2] == [line]
    if names_after_by(line) or len(found) <= 12 and names_alone(line) and not twice:
        return 0
    if len(found) < 14 and page.dated(number):
        return 0
    kinship = shared / (len(content) + 1) if shared > 1 else 0
    furniture = sum(is_class(word, _FURNITURE) for word in found) / len(found)
    ends = (line.endswith(".") or _STOP_INSIDE.search(line) is not None) and len(found) > 6
    # Set by hand, by how rarely another line has the sign: the words of the story count most, then a title that opens
    # the page twice and a byline below. A full stop costs as much as either.
    return (
        3 * kinship + 0.8 * again + 1.0 * twice + 1.0 * _is_signed(page, number) + 0.4 * (6 <= len(found) <= 18)
        - 1.2 * ends - 0.6 * (len(found) > 22) - 0.03 * (page.first - number) - furniture
    )  # fmt: skip


def _stands_otherwise(page, number, line):
    """Whether a line is furniture by its wording, opens as no headline does, or is a paragraph of the story."""
    if page.fixed[number] and not _MEDIA.search(line) or line[0].islower() or line[0] in "#*[(@©":
        return True
    return page.story[number] and (number != page.first or line.endswith((".", "”", '"', ":")))


def _is_worded_otherwise(line):
    """Whether a line is an outlet's name, a picture's credit, a path, or a menu that has lost its blanks."""
    if is_printed_outlet(line) or _CREDIT.search(line) or _BAR.search(line):
        return True
    return len(_GLUED.findall(line)) > 2


def _is_signed(page, number):
    """Whether a byline or a date stands below a line, or a date just above it."""
    if number and page.dated(number - 1) and len(page.lines[number - 1]) < 60:
        return True
    below = range(number + 1, min(number + 6, page.first + 1))
    return any(page.dated(n) for n in below) or any(_is_byline(page.lines[n]) for n in below)


def _is_byline(line):
    start = line[:24].lower()
    return "by" in start and bool(start.strip(" :") in _BY or names_after_by(line))
