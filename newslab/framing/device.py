"""Devices of wording where they occur: passive without agent, scare quotes, reporting verbs, hedges and the like."""

import re

from newslab.framing.chunks import tagged_sentences
from newslab.framing.lexicon import verb_forms, word_classes
from newslab.tables import table
from newslab.text import bodies

_BE = frozenset("am is are was were be been being".split())
# Words that make a statement less than certain, or somebody else's.
HEDGES = frozenset(
    """alleged allegedly reportedly apparently seemingly purported purportedly supposed supposedly presumably perhaps
    possibly probably likely ostensibly so-called potentially maybe rumored rumoured unconfirmed""".split()
)
EVALUATIVE = frozenset(
    """good bad great terrible horrible awful wonderful tremendous historic disastrous illegal unlawful illegitimate
    bogus sham phony false fake ridiculous absurd outrageous shameful disgraceful brutal cruel harsh savage
    heinous barbaric reckless dangerous irresponsible desperate dysfunctional failing frivolous hostile
    unfriendly friendly respectful constructive positive negative strong weak tough soft radical extreme
    extremist hardline notorious controversial embarrassing humiliating stunning shocking alarming troubling
    worrying unprecedented unimaginable unprovoked unfair fair unjust just corrupt crooked evil wicked sinister
    toxic racist hateful bigoted heroic brave courageous noble peaceful legitimate legal beneficial productive
    fruitful successful groundbreaking landmark dramatic severe severely battered""".split()
)
_THIRD = re.compile(
    r"(?i)\b(?:according to|citing|quoting|in the words of|as reported by|as described by)\s+(?:[\w’'.&-]+\s?){1,6}"
)
_SCARE = re.compile(r"(?<![\w])[“\"‘'«](\w[\w’'-]*(?: [\w’'-]+){0,2})[”\"’'»](?![\w])")


def devices(articles):
    """Mark the devices of wording in each article.

    articles : table from `load_articles` or `clean_articles`.

    Returns a table with columns article_id, outlet, start, end (characters of the raw file), text, device: "passive
    without agent", "scare quotes" (one to three words in quotation marks), "reporting verb", "hedge", "attribution"
    (to a third party), "evaluative word". They are marked, not judged.

    >>> import newslab as nl
    >>> from newslab.framing.device import devices
    >>> marked = devices(nl.load_articles("seeds"))
    >>> marked.loc[marked["device"] == "hedge", "text"].tolist()
    ['potentially', 'quite likely', 'alleged', 'maybe']
    """
    rows = []
    for article, body in bodies(articles):
        for device, start, end in sorted(_devices(body.text), key=lambda found: found[1:] + found[:1]):
            raw_start, raw_end = body.raw_span(start, end)
            rows.append(
                {
                    "article_id": article.article_id,
                    "outlet": article.outlet,
                    "start": raw_start,
                    "end": raw_end,
                    "text": body.text[start:end],
                    "device": device,
                }
            )
    return table("devices", rows)


def _devices(text):
    yield from (("attribution", *match.span()) for match in _THIRD.finditer(text))
    yield from (("scare quotes", *match.span()) for match in _SCARE.finditer(text))
    for tokens in tagged_sentences(text):
        for place, token in enumerate(tokens):
            if token.lower in HEDGES:
                first = place - 1 if place and tokens[place - 1].lower in ("quite", "most", "very") else place
                yield "hedge", tokens[first].start, token.end
            elif token.lower in EVALUATIVE and token.tag in "AONVB":
                yield "evaluative word", token.start, token.end
            base = verb_forms().get(token.lower, ("",))[0]
            if token.tag in "VNG" and base in word_classes()["reporting"]:
                yield "reporting verb", token.start, token.end
            if token.tag in "NV" and verb_forms().get(token.lower, ("", ""))[1] in ("past", "participle"):
                start = _passive(tokens, place)
                if start is not None:
                    yield "passive without agent", tokens[start].start, token.end


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
    return first
