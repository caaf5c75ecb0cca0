"""What stands around a quoted word: of what it is said, and in which clause."""

from newslab.quotes.forms import quoted_words
from newslab.text import LINE_BREAK, document_frequencies

_REACH, _WORDS = 160, 12  # characters that are looked at on each side, and words of them that are kept
_RARE, _COMMON = 1 / 100, 1 / 3  # shares of other news stories in which a word tells where it is from, and nothing


class Settings:
    """The words around the quotations of a table, as they stand in their articles."""

    def __init__(self, quotes, articles):
        raws = dict(zip(articles["article_id"], articles["raw"], strict=True))
        columns = [quotes[name] for name in ("quote_id", "article_id", "start")]
        self._places = {quote_id: (raws.get(article), start) for quote_id, article, start in zip(*columns, strict=True)}

    def same(self, short, long):
        """Whether a word that is quoted alone stands with the same words in the longer quotation.

        Names and words of every other story do not count: everybody speaks of the same people. A rare word, or two
        words of content, show by themselves where they are from.
        """
        keys = frozenset(word.key for word in short.content)
        if short.utterance or len(short.content) > 1 or all(_share(key) < _RARE for key in keys):
            return True
        own = frozenset(word.key for one in (short, long) for word in quoted_words(one.speaker or "")) | keys
        around = self._around(short, keys) & self._around(long, keys)
        return any(_share(key) < _COMMON for key in around - own)

    def _around(self, said, keys):
        """The keys of the words of content, but names, around those of one quotation that have these keys."""
        places = [word for word in said.words if word.key in keys]
        found = set()
        for quote_id in said.quote_ids:
            raw, start = self._places[quote_id]
            if isinstance(raw, str) and places:
                first, last = start + places[0].start, start + places[-1].end
                found |= _words(raw[max(0, first - _REACH) : first], -1) | _words(raw[last : last + _REACH], 0)
        return found


def _words(text, side):
    """The keys of the words next to a quotation, in its paragraph."""
    words = quoted_words(LINE_BREAK.split(text)[side])
    near = words[-_WORDS:] if side else words[:_WORDS]
    return {word.key for word in near if not word.small and not word.name}


def _share(key):
    stories, counts = document_frequencies()
    return counts.get(key, 0) / stories
