"""What an outlet changed in a quotation, word by word."""

import re

from rapidfuzz.distance import LCSseq

from newslab.quotes.alignment import Alignment
from newslab.quotes.forms import VERBS, quoted_words
from newslab.tables import table
from newslab.text import american

_HELD = 0.5  # share of the words of a version that stand, in order, in the fullest one


def quote_edits(matches, quotes):
    """List what changed between the fullest version of an utterance and the others, word by word.

    A version is compared with the one that holds most of its words, of several with the fullest; an article is not
    compared with itself.

    matches : table from `match_quotes`.
    quotes : the table of quotes it was made from.

    Returns a table with columns group, source (quote_id of the version compared with), target (quote_id), source_text,
    target_text (the words on either side, empty where one has none), kind: "cut" (the beginning or the end is not
    carried), "elision" (words left out in between), "addition", "bracket" (words put in or set in brackets),
    "spelling", "tense" (another form of a verb), "inflection" (another form of a word), "wording", "punctuation".

    >>> import newslab as nl
    >>> quotes = nl.extract_quotes(nl.load_articles("seeds"))
    >>> nl.quote_edits(nl.match_quotes(quotes), quotes).columns.tolist()
    ['group', 'source', 'target', 'source_text', 'target_text', 'kind']
    """
    texts = dict(zip(quotes["quote_id"], quotes["text"], strict=True))
    article = dict(zip(quotes["quote_id"], quotes["article_id"], strict=True))
    rows = []
    for group, members in matches.groupby("group", sort=True):
        source_of = sources({quote_id: texts[quote_id] for quote_id in members["quote_id"]}, article)
        for target in members["quote_id"]:
            # An article that quotes the words once whole and once in part has altered nothing.
            if article[source := source_of[target]] != article[target]:
                for before, after, kind in changes(texts[source], texts[target]):
                    rows.append(
                        {
                            "group": group,
                            "source": source,
                            "target": target,
                            "source_text": before,
                            "target_text": after,
                            "kind": kind,
                        }
                    )
    return table("edits", rows)


def fullest(texts):
    """The id of the version with the most words; of several, the one with the first id."""
    return min(texts, key=lambda quote_id: (-len(quoted_words(texts[quote_id])), quote_id))


def sources(texts, articles):
    """For each version of an utterance the id of the one it is compared with; for the fullest its own.

    That is the fuller one that holds most of its words. An article that prints two wordings of an utterance is compared
    with itself, and what it changed between them nobody else did who prints the same.

    texts, articles : by quote_id.
    """
    keys = {quote_id: tuple(word.key for word in quoted_words(text)) for quote_id, text in texts.items()}
    order = sorted(keys, key=lambda quote_id: (-len(keys[quote_id]), quote_id))
    alike, compared_with = {}, {}
    for quote_id in order:
        alike.setdefault(keys[quote_id], []).append(quote_id)
    wordings = list(alike)
    for number, (wording, ids) in enumerate(alike.items()):
        held = [LCSseq.similarity(wording, fuller) for fuller in wordings[:number]]
        most = max(held, default=0)
        if not held or most < _HELD * len(wording):
            compared_with |= dict.fromkeys(ids, ids[0])
            continue
        fuller = alike[wordings[held.index(most)]]
        altered = [quote_id for quote_id in ids if articles[quote_id] == articles[fuller[0]] and most < len(wording)]
        for quote_id in ids:
            own = [other for other in fuller if articles[other] == articles[quote_id]]
            compared_with[quote_id] = (own or altered or fuller)[0]
    return {quote_id: compared_with[quote_id] for quote_id in order}


def edit_kinds(source, target):
    """The kinds of change from one version to the other, joined by commas; "none" where the words are the same."""
    return ", ".join(sorted({kind for _, _, kind in changes(source, target)})) or "none"


def changes(source, target):
    """What changed from one version of an utterance to another: (words before, words after, kind)."""
    alignment = Alignment(source, target)
    before, after = alignment.before, alignment.after
    found, start, other = [], 0, 0
    for run in [*alignment.runs, [len(before), len(before), len(after), len(after)]]:
        for old, new in _gap(alignment, range(start, run[0]), range(other, run[2])):
            edge = start == 0 or run[0] == len(before)
            found.append((_text(source, old), _text(target, new), _kind(old, new, edge)))
        for a, b in zip(before[run[0] : run[1]], after[run[2] : run[3]], strict=True):
            if kind := _form_change(a, b):
                found.append((source[a.start : a.end], target[b.start : b.end], kind))
        start, other = run[1], run[3]
    if not found and _marks(source) != _marks(target):
        found.append((_trim(source), _trim(target), "punctuation"))
    return found


def _gap(alignment, old, new):
    """The words on either side between two shared runs, as one change or two: (words before, words after)."""
    before, after = alignment.before[old.start : old.stop], alignment.after[new.start : new.stop]
    if not before and not after:
        return []
    leading = not old.start and alignment.breaks(old.stop, new.stop)
    trailing = old.stop == len(alignment.before) and alignment.breaks(old.start, new.start)
    # Another sentence before or behind the shared words is not what the other version has there in other words.
    if before and after and (leading or trailing):
        return [(before, []), ([], after)]
    return [(before, after)]


def _form_change(a, b):
    if a.bracketed != b.bracketed:
        return "bracket"
    if a.form == b.form:
        return None
    if american(a.form.removesuffix("'s")) == american(b.form.removesuffix("'s")):
        return "spelling" if a.form.removesuffix("'s") != b.form.removesuffix("'s") else "inflection"
    if a.form in VERBS or any(word.form.endswith(("ed", "ing")) for word in (a, b)):
        return "tense"
    return "inflection"


def _kind(old, new, edge):
    if not new and edge:
        return "cut"
    if any(words and all(word.bracketed for word in words) for words in (old, new)):
        return "bracket"
    if not new:
        return "elision"
    return "wording" if old else "addition"


def _text(text, words):
    return text[words[0].start : words[-1].end] if words else ""


def _marks(text):
    """The marks between the words: those at the ends follow the sentence around a quotation."""
    plain = re.sub(r"(?<=\w)['’](?=\w)", "", _trim(text))
    plain = plain.replace("’", "'").replace("‘", "'").replace("“", '"').replace("”", '"')
    return re.sub(r"[\w\s]+", " ", plain.replace("…", "..."))


def _trim(text):
    return text.strip(" \t\n\r\u00a0,.;:\"'“”‘’–—-")
