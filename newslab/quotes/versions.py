"""What each article prints of an utterance: the pieces of one article are one version."""

from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate, groupby, takewhile
from operator import itemgetter

from rapidfuzz.distance import LCSseq

from newslab.quotes.alignment import Alignment
from newslab.quotes.forms import quoted_words

_WORD_BY_WORD = 0.8  # share of the words of a piece that another has, if it repeats it
_HELD = 0.5  # share of the words of a version that stand, in order, in the one it is compared with


@dataclass(frozen=True)
class Version:
    """The pieces of an utterance that one article prints, in the order in which the others have them."""

    article_id: str
    quote_ids: tuple
    pieces: tuple
    besides: tuple = field(default=(), compare=False, repr=False)  # what else the article prints

    @cached_property
    def text(self):
        return " ".join(self.pieces)

    @cached_property
    def keys(self):
        return _keys(self.text)

    @cached_property
    def starts(self):
        """Where each piece begins in the text."""
        return [0, *accumulate(len(piece) + 1 for piece in self.pieces[:-1])]

    @cached_property
    def fullness(self):
        """The number of words, first of those outside brackets: these are the outlet's."""
        words = quoted_words(self.text)
        return sum(not word.bracketed for word in words), len(words)

    @cached_property
    def forms(self):
        return tuple(word.form for word in quoted_words(self.text))

    def quote_at(self, place):
        """The piece in which a character of the text stands."""
        return self.quote_ids[bisect_right(self.starts, place) - 1]

    def seam(self, start, end):
        """Whether one piece ends and another begins between two characters."""
        return bisect_right(self.starts, start) != bisect_right(self.starts, end)


def printed_by_article(quotes, articles=None):
    """What each article prints between quotation marks, by quote_id, and under None its whole text, if it is given."""
    printed = {
        article_id: dict(zip(own["quote_id"], own["text"], strict=True))
        for article_id, own in quotes.groupby("article_id")
    }
    if articles is not None:
        for article_id, text in zip(articles["article_id"], articles["text"], strict=True):
            if article_id in printed and isinstance(text, str):
                printed[article_id][None] = text
    return printed


def versions_of(members, printed=None):
    """The versions of one utterance, the fullest first, from the quotes that carry it (rows as dictionaries).

    What an article prints a second time, as a headline does, is a version by itself. printed : what each article prints
    besides, which it is not said to have cut.
    """
    ordered = sorted(itemgetter("article_id", "start", "quote_id", "text")(member) for member in members)
    longest = sorted(ordered, key=lambda piece: -_length(piece[-1]))
    found = []
    for article_id, own in groupby(ordered, key=itemgetter(0)):
        texts = {quote_id: text for _, _, quote_id, text in own}
        fullest = next((text for other, *_, text in longest if other != article_id), "")
        besides = (printed or {}).get(article_id, {})
        for quote_ids in _printed(texts, fullest):
            others = tuple(text for quote_id, text in besides.items() if quote_id not in quote_ids)
            found.append(Version(article_id, quote_ids, tuple(texts[quote_id] for quote_id in quote_ids), others))
    # Of several that are as full, what most articles print, and what is in one piece.
    times = Counter(version.forms for version in found)
    found.sort(key=lambda version: (len(version.pieces), version.quote_ids))
    return sorted(found, key=lambda version: (*version.fullness, times[version.forms]), reverse=True)


def named_after(versions):
    """The version that an utterance is called by: the fullest, or one in other words that more articles print.

    versions : the fullest first.
    """
    fullest, articles = versions[0], {}
    for version in versions:
        articles.setdefault(version.keys, set()).add(version.article_id)
    enough = [version for version in versions if 2 * len(version.keys) >= len(fullest.keys)]
    other = [one for one in enough if LCSseq.similarity(one.keys, fullest.keys) < len(one.keys)]
    return max([fullest, *other], key=lambda version: len(articles[version.keys]))


def _printed(texts, fullest):
    """The ids of the pieces that belong together, each time as they stand in the fullest quotation elsewhere."""
    if len(texts) == 1:
        return [tuple(texts)]
    place = {quote_id: _place(fullest, text) for quote_id, text in texts.items()}
    printed = []
    for quote_id in sorted(texts, key=lambda quote_id: -_length(texts[quote_id])):
        free = [ids for ids in printed if not any(_repeats(quote_id, other, texts, place) for other in ids)]
        if free:
            free[0].append(quote_id)
        else:
            printed.append([quote_id])
    in_text = {quote_id: number for number, quote_id in enumerate(texts)}
    for ids in printed:
        ids.sort(key=in_text.get)
        if all(map(place.get, ids)):
            ids.sort(key=place.get)
    return map(tuple, printed)


def _place(fullest, text):
    """Where in the fullest quotation a piece stands; None where it does not hold the greater part of its words."""
    if LCSseq.similarity(_keys(fullest), keys := _keys(text)) < _HELD * len(keys):
        return None
    return Alignment(fullest, text).place


def _repeats(one, other, texts, place):
    """Whether the shorter piece, or the greater part of it by what it says, stands in the other."""
    keys = [_keys(texts[quote_id]) for quote_id in (one, other)]
    if LCSseq.similarity(*keys) >= _WORD_BY_WORD * min(map(len, keys)):
        return True
    if place[one] and place[other]:
        common = min(place[one][1], place[other][1]) - max(place[one][0], place[other][0])
        return 2 * common > min(end - start for start, end in (place[one], place[other]))
    keys = [[word.key for word in quoted_words(texts[quote_id]) if not word.small] for quote_id in (one, other)]
    return 2 * LCSseq.similarity(*keys) >= max(1, min(map(len, keys)))


def compared_with(versions):
    """For each version of an utterance the one it is compared with; for the fullest itself.

    That is the fuller one that holds most of its words. What an article prints again is compared with its own fuller
    version, and so is one of its two wordings; who prints the same as either of them has altered nothing.

    versions : the fullest first.
    """
    alike, of_article = {}, {}
    for version in versions:
        alike.setdefault(version.keys, []).append(version)
        of_article.setdefault(version.article_id, []).append(version)
    wordings, found = list(alike), {}
    for number, (wording, same) in enumerate(alike.items()):
        held = [LCSseq.similarity(wording, fuller) for fuller in wordings[:number]]
        most = max(held, default=0)
        if not held or most < _HELD * len(wording):
            found |= dict.fromkeys(same, same[0])
            continue
        fuller = alike[wordings[held.index(most)]]
        altered = [one for one in same if one.article_id == fuller[0].article_id and most < len(wording)]
        for version in same:
            fuller_own = takewhile(lambda other, version=version: other is not version, of_article[version.article_id])
            least = _HELD * len(wording)
            own = [other for other in fuller_own if LCSseq.similarity(wording, other.keys) >= least]
            found[version] = (own or altered or fuller)[0]
    return {version: found[version] for version in versions}


def beside(versions):
    """For each quotation of an utterance the one that holds most of its words in the version it is compared with."""
    return {
        quote_id: max(
            zip(source.quote_ids, source.pieces, strict=True),
            key=lambda other: LCSseq.similarity(_keys(piece), _keys(other[1])),
        )[0]
        for version, source in compared_with(versions).items()
        for quote_id, piece in zip(version.quote_ids, version.pieces, strict=True)
    }


def _length(text):
    return len(quoted_words(text))


def _keys(text):
    return tuple(word.key for word in quoted_words(text))
