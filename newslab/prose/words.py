"""What all sentences share: counts in words, lists, dates, and text of an article made safe in Markdown."""

import re

from newslab.phrasing import full_date

_NUMBERS = "no one two three four five six seven eight nine ten eleven twelve".split()
# Words that are one quotation as a whole need no other marks around them.
_QUOTED = re.compile('["“„«][^"“”„«»]*["”“»]')
_INNER = str.maketrans('“”„"', "‘’‚'")
# The colon of an address too, since Markdown makes a link of a bare one.
_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>#|~$]|:(?=//)|(?<=www)\.|@)")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]<>#|~$:.@])")


class Prose(str):
    """Text that a notebook shows as Markdown; `heading` is the finding in one line, for the section that shows it.

    A str, so that it can be searched and compared; its repr is the plain text. `heading` is None if there is none.

    >>> Prose("**Two** articles.", heading="Two articles").heading
    ## Two articles
    """

    def __new__(cls, text, heading=""):
        prose = super().__new__(cls, text)
        prose.heading = Prose(f"## {sentence(heading)}") if heading else None
        return prose

    def __repr__(self):
        return _ESCAPED.sub(r"\1", self)

    def _repr_markdown_(self):
        return str(self)


def quoted(text, most=160):
    """Words of an article on one line, cut at a word, safe in Markdown, in quotation marks; marks inside become single.

    >>> quoted("a *bold* claim"), quoted('a “bold” claim, it said."')
    ('“a \\\\*bold\\\\* claim”', '“a ‘bold’ claim, it said.”')
    """
    text = " ".join(text.split())
    if len(text) > most:
        text = text[:most].rsplit(" ", 1)[0].rstrip(" .,;:–—-") + " …"
    if _QUOTED.fullmatch(text):
        return escape(text)
    if text[-1:] in ('"', "”") and len(re.findall('["“”„]', text)) % 2:
        text = text[:-1]
    return f"“{escape(text.translate(_INNER))}”"


def escape(text):
    """Text of an article, escaped so that Markdown shows it as it is."""
    return _MARKDOWN.sub(r"\\\1", text)


def number(count, noun="", nouns=None):
    """A count in words up to twelve, with its noun.

    >>> number(1, "article"), number(0, "quote"), number(1200, "word"), number(2, "country", "countries")
    ('one article', 'no quotes', '1,200 words', 'two countries')
    """
    word = _NUMBERS[count] if 0 <= count < len(_NUMBERS) else f"{count:,}"
    return f"{word} {noun if count == 1 else nouns or noun + 's'}".strip() if noun else word


def period(first, last, to="to"):
    """Two days as a newspaper prints them: the month or year they share is printed once.

    >>> import pandas as pd
    >>> period(pd.Timestamp("2019-11-18"), pd.Timestamp("2019-11-20 08:00"))
    '18 to 20 November 2019'
    """
    if full_date(first) == full_date(last):
        return full_date(last)
    shared = f" {last:%B %Y}" if (first.year, first.month) == (last.year, last.month) else f" {last.year}"
    return f"{full_date(first).removesuffix(shared)} {to} {full_date(last)}"


def times(count):
    """A number of times, in words.

    >>> times(1), times(2), times(3)
    ('once', 'twice', 'three times')
    """
    return {1: "once", 2: "twice"}.get(count) or number(count, "time")


def listed(items, most=8):
    """Items as a sentence lists them.

    >>> listed(["RT", "USA TODAY", "Bloomberg"]), listed([])
    ('RT, USA TODAY and Bloomberg', '')
    """
    items = [str(item) for item in items]
    if len(items) > most:
        items = [*items[: most - 1], f"{number(len(items) - most + 1)} others"]
    return " and ".join([", ".join(items[:-1]), items[-1]]) if len(items) > 1 else "".join(items)


def percent(share):
    """A share as a whole percentage; 0% and 100% only if it is exactly that.

    >>> percent(0.256), percent(0.001), percent(0.999)
    ('26%', 'less than 1%', 'more than 99%')
    """
    if 0 < share < 0.005:
        return "less than 1%"
    return "more than 99%" if 0.995 <= share < 1 else f"{share:.0%}"


def sentence(text):
    """A text with a capital at its start, unless it starts with an address or an id.

    >>> sentence("no article"), sentence("www.example.org writes"), sentence("a01 writes")
    ('No article', 'www.example.org writes', 'a01 writes')
    """
    first = text.split(" ", 1)[0].rstrip(".,:;")
    return text if re.search(r"[.\d_]", first) else text[:1].upper() + text[1:]
