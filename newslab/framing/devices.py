"""Devices of wording where they stand: reporting verbs, hedges, words that judge, passives, quoted words, sources."""

import re
from bisect import bisect_right
from collections import Counter

import pandas as pd

from newslab.framing.chunks import noun_phrases, tagged_sentences
from newslab.framing.lexicon import loaded_words, verb_forms, word_classes
from newslab.tables import COLUMNS, READABLE, STRING, article_labels, expect, table
from newslab.text import bodies, find_quoted

_BE = frozenset("am is are was were be been being".split())
_STRENGTHENED = frozenset("quite most very highly".split())
# What somebody thinks is not what was said.
_THOUGHT = frozenset("think believe".split())
# Participles that say how something is, and not what was done to it.
_STATES = frozenset(
    """based born located situated supposed concerned interested involved related known used expected scheduled due
    worried tired pleased married dressed gone finished opposed committed prepared""".split()
)
_CITED = re.compile(r"(?i)\b(?:according to|citing|quoting|in the words of|as reported by|as described by)\s+")
# More words between quotation marks are speech.
_FEW = 3


def devices(articles: pd.DataFrame) -> pd.DataFrame:
    """Mark the devices of wording in each article.

    articles : table from `load_articles` or `clean_articles`.

    Returns a table with columns article_id, outlet, start, end (characters of the raw file), text, device, quoted
    (whether it stands between quotation marks, and so is hardly the outlet's own), in the order of the text. Devices:

    - "reporting verb": said, noted, claimed, admitted …
    - "hedge": alleged, reportedly, perhaps …
    - "evaluative word": illegal, historic, so-called …, from a list of general English.
    - "passive without agent": "was seized", without "by".
    - "quoted words": one to three words in quotation marks, be it a scare quote or a piece of speech.
    - "attribution": whom the article follows, "according to a statement", "citing two officials".

    They are marked, not judged. Raises TypeError or ValueError if it is not the table of articles.

    >>> import newslab as nl
    >>> articles = nl.clean_articles(nl.load_articles("seeds", sources="seeds/sources.csv"))
    >>> marked = nl.devices(articles)
    >>> marked.loc[(marked["device"] == "hedge") & ~marked["quoted"], ["outlet", "text"]].values.tolist()
    [['RT', 'alleging'], ['The Independent', 'potentially'], ['USA TODAY', 'alleged']]
    """
    expect(articles, "articles", [*READABLE, "outlet"])
    rows = []
    for article, body in bodies(articles):
        speech = [(quoted.start, quoted.end) for quoted in find_quoted(body.text)]
        starts = [start for start, _ in speech]
        for start, end, device in sorted(set(_devices(body.text, speech))):
            before = bisect_right(starts, start) - 1
            raw_start, raw_end = body.raw_span(start, end)
            rows.append(
                {
                    "article_id": article.article_id,
                    "outlet": article.outlet,
                    "start": raw_start,
                    "end": raw_end,
                    "text": body.text[start:end],
                    "device": device,
                    "quoted": device != "quoted words" and before >= 0 and start < speech[before][1],
                }
            )
    return table("devices", rows)


def compare_devices(devices: pd.DataFrame, articles: pd.DataFrame, *, top: int = 6) -> pd.DataFrame:
    """Put each article's own words for a device into one row, those used most often first.

    devices : table from `devices`. articles : the articles it was made from. top : words to show in one cell.

    Words between quotation marks are left out but for quoted words, since an outlet is not its sources.

    Returns a table with columns device and one for each article (named as by `article_labels`): its words divided by
    " · ", with a count where there are several. Raises TypeError or ValueError if one is not the table named here.

    >>> import newslab as nl
    >>> articles = nl.clean_articles(nl.load_articles("seeds", sources="seeds/sources.csv"))
    >>> nl.compare_devices(nl.devices(articles), articles).set_index("device").loc["hedge", "USA TODAY"]
    'alleged'
    """
    expect(devices, "devices", COLUMNS["devices"])
    expect(articles, "articles", ["article_id", "outlet", "status", "published"])
    names = article_labels(articles[articles["status"] == "ok"])
    own = devices[~devices["quoted"]]
    rows = []
    for device in _ORDER:
        found = own[own["device"] == device]
        cells = {names[key]: _counted(texts, top) for key, texts in found.groupby("article_id")["text"]}
        if cells:
            rows.append({"device": device} | cells)
    return pd.DataFrame(rows, columns=["device", *names.values()]).astype(STRING).fillna("")


_ORDER = ("reporting verb", "hedge", "evaluative word", "passive without agent", "quoted words", "attribution")


def _counted(texts, top):
    """The different words in the order of their number and then of the text."""
    texts = [" ".join(text.split()) for text in texts]
    counts = Counter(text.lower() for text in texts)
    # As it is written within a sentence, if it stands there.
    forms = {text.lower(): text for text in sorted(texts, key=lambda text: text[:1].islower())}
    shown = [f"{forms[text]} ({count})" if count > 1 else forms[text] for text, count in counts.most_common(top)]
    return " · ".join(shown) + (f" · +{len(counts) - top}" if len(counts) > top else "")


def _devices(text, speech):
    """The devices as (start, end, device)."""
    for start, end in speech:
        said = text[start:end]
        if said[-1:].isalnum() and len(said.split()) <= _FEW:
            yield start, end, "quoted words"
    for number, tokens in enumerate(tagged_sentences(text)):
        for place, token in enumerate(tokens):
            yield from _of_word(tokens, place, token)
        if tokens:
            yield from _sources(text, tokens, number)


def _of_word(tokens, place, token):
    base, form = verb_forms().get(token.lower, ("", ""))
    first = tokens[place - 1] if place and tokens[place - 1].lower in _STRENGTHENED else token
    if token.lower in loaded_words("hedge"):
        yield first.start, token.end, "hedge"
    elif token.lower in loaded_words("evaluative") and (token.tag == "A" or token.lower.endswith(("ed", "ing", "ly"))):
        yield first.start, token.end, "evaluative word"
    if token.tag in "VNG" and base in word_classes()["reporting"] - _THOUGHT:
        yield token.start, token.end, "reporting verb"
    if token.tag in "NV" and form in ("past", "participle") and token.lower not in _STATES:
        start = _passive(tokens, place)
        if start is not None:
            yield tokens[start].start, token.end, "passive without agent"


def _passive(tokens, place):
    """Where a passive begins whose participle stands at `place`; None if it is none, or says by whom."""
    first = place - 1
    while first >= 0 and tokens[first].tag == "B":
        first -= 1
    if first < 0 or tokens[first].lower not in _BE:
        return None
    for token in tokens[place + 1 : place + 8]:
        if token.tag == ".":
            break
        if token.lower == "by":
            return None
    while first and tokens[first - 1].tag in "XM":
        first -= 1
    return first


def _sources(text, tokens, number):
    """Whom a sentence follows: the words that say so, with the noun phrase behind them."""
    ends = {}
    for phrase in noun_phrases(tokens, number):
        ends[phrase.start] = max(phrase.end, ends.get(phrase.start, 0))
    for match in _CITED.finditer(text, tokens[0].start, tokens[-1].end):
        behind = [start for start in ends if match.end() <= start <= match.end() + len("the ")]
        if behind:
            yield match.start(), ends[min(behind)], "attribution"
