"""What an outlet changed in a quotation, word by word."""

import re

from rapidfuzz.distance import LCSseq

from newslab.quotes.forms import VERBS, join_compounds, quoted_words
from newslab.tables import table
from newslab.text import american

_ALONE = 2  # words
_HELD = 0.5  # share of the words of a version that stand, in order, in the fullest one


def quote_edits(matches, quotes):
    """List what changed between the fullest version of an utterance and the others, word by word.

    A version of which the fullest one holds only some words, because it has another sentence of the same utterance, is
    compared with the version that holds most of it.

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
    rows = []
    for group, members in matches.groupby("group", sort=True):
        source_of = sources({quote_id: texts[quote_id] for quote_id in members["quote_id"]})
        for target in members["quote_id"]:
            if (source := source_of[target]) != target:
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


def sources(texts):
    """For each version of an utterance the id of the one it is compared with; for the fullest its own."""
    keys = {quote_id: tuple(word.key for word in quoted_words(text)) for quote_id, text in texts.items()}
    order = sorted(keys, key=lambda quote_id: (-len(keys[quote_id]), quote_id))
    alike = {}
    for quote_id in order:
        alike.setdefault(keys[quote_id], []).append(quote_id)
    full = keys[order[0]]
    source = {}
    for words, ids in alike.items():
        source[words] = order[0]
        if LCSseq.similarity(words, full) < _HELD * len(words):
            fuller = [other for other in alike if len(other) >= len(words) and other != words]
            best = max(fuller, key=lambda other: LCSseq.similarity(words, other))
            if len(ids) > 1 or LCSseq.similarity(words, best) >= _HELD * len(words):
                source[words] = ids[0] if len(ids) > 1 else alike[best][0]
    return {quote_id: source[keys[quote_id]] for quote_id in order}


def edit_kinds(source, target):
    """The kinds of change from one version to the other, joined by commas; "none" where the words are the same."""
    return ", ".join(sorted({kind for _, _, kind in changes(source, target)})) or "none"


def changes(source, target):
    """What changed from one version of an utterance to another: (words before, words after, kind)."""
    before, after = quoted_words(source), quoted_words(target)
    before, after = join_compounds(before, after), join_compounds(after, before)
    found = []
    for code in _aligned([word.key for word in before], [word.key for word in after]):
        old, new = before[code[1] : code[2]], after[code[3] : code[4]]
        if code[0] == "equal":
            found += [
                (source[a.start : a.end], target[b.start : b.end], kind)
                for a, b in zip(old, new, strict=True)
                if (kind := _form_change(a, b))
            ]
            continue
        edge = code[1] == 0 or code[2] == len(before)
        found.append((_text(source, old), _text(target, new), _kind(old, new, edge)))
    if not found and _marks(source) != _marks(target):
        found.append((_trim(source), _trim(target), "punctuation"))
    return found


def _aligned(before, after):
    """The steps (tag, start, end, other start, other end) from one list of keys to another.

    Insertions and deletions that meet are one replacement. A few equal words that stand alone before or after a long
    cut are moved to the other side of it where the same words end or begin the cut: the carried words stand together.
    """
    steps = []
    for code in LCSseq.opcodes(before, after):
        step = [code.tag, code.src_start, code.src_end, code.dest_start, code.dest_end]
        if steps and step[0] != "equal" and steps[-1][0] != "equal":
            steps[-1] = ["replace", steps[-1][1], step[2], steps[-1][3], step[4]]
        else:
            steps.append(step)
    for first, cut, last in zip(steps, steps[1:], steps[2:], strict=False):
        if cut[0] != "delete" or cut[2] - cut[1] <= _ALONE:
            continue
        leading, trailing = first[2] - first[1], last[2] - last[1]
        if leading <= _ALONE and before[first[1] : first[2]] == before[cut[2] - leading : cut[2]]:
            last[1], last[3] = last[1] - leading, last[3] - leading
            cut[1], cut[2], cut[3], cut[4] = first[1], cut[2] - leading, first[3], first[3]
            first[2], first[4] = first[1], first[3]
        elif trailing <= _ALONE and before[last[1] : last[2]] == before[cut[1] : cut[1] + trailing]:
            first[2], first[4] = first[2] + trailing, first[4] + trailing
            cut[1], cut[2], cut[3], cut[4] = cut[1] + trailing, last[2], last[4], last[4]
            last[1], last[3] = last[2], last[4]
    return _joined(step for step in steps if step[1] < step[2] or step[3] < step[4])


def _joined(steps):
    """The steps with cuts that meet made one."""
    joined = []
    for step in steps:
        if joined and step[0] == joined[-1][0] == "delete":
            joined[-1][2] = step[2]
        else:
            joined.append(step)
    return joined


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
    if any(word.bracketed for word in [*old, *new]):
        return "bracket"
    if not new:
        return "cut" if edge else "elision"
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
