"""What an outlet changed in a quotation, word by word."""

import re
from dataclasses import dataclass, replace

import pandas as pd

from newslab.quotes.alignment import Alignment, held_together, sentences_of
from newslab.quotes.forms import VERBS
from newslab.quotes.gaps import pairs_and_gaps
from newslab.quotes.moves import moved
from newslab.quotes.order import rearranged
from newslab.quotes.versions import compared_with, printed_by_article, versions_of
from newslab.tables import COLUMNS, READABLE, expect, table
from newslab.text import american

# With such words alone between them two places to open or close a quotation are one: the sentence around it says them,
# or needs none. What denies, limits or dates what is said is not among them.
_AT_THE_EDGE = frozenset(
    """a an the this that these those and or but so because as which who whom to of in on at for by with from i we you
    he she it they is are was were am be been being has have had do does did""".split()
)
_FEW, _PRINTED = 4, 0.75  # words that may be said of anything; share of those left out that stand elsewhere


@dataclass(frozen=True)
class Change:
    """One change: the words before and after it, where they stand or would stand in either version, and its kind."""

    before: str
    after: str
    kind: str
    at: int = 0
    other_at: int = 0

    @property
    def by_source(self):
        """Whether the version that is compared with, though fuller, lacks what stands at an end of the other."""
        return self.kind == "cut" and not self.before


def quote_edits(matches: pd.DataFrame, quotes: pd.DataFrame, *, articles: pd.DataFrame | None = None) -> pd.DataFrame:
    """List what differs between the fullest version of an utterance and the others, word by word.

    A version is all that an article prints of the utterance. It is compared with the one that holds most of its words,
    of several with the fullest: who of the two altered the words cannot be seen from that. An article is not compared
    with itself.

    matches : table from `match_quotes`.
    quotes : the table of quotes it was made from.
    articles : the articles they stand in. With them, words that an article prints outside its quotations are not
        listed as cut.

    Returns a table with columns group, source (quote_id of the version compared with), target (quote_id), source_text,
    target_text (the words on either side, empty where one has none), kind: "cut" (the beginning, the end or what stands
    between two pieces is not carried), "elision" (words not there in the middle), "addition" (words in the middle that
    the fuller version has not), "bracket" (words put in or set in brackets), "order" (the same words or sentences
    in another order), "joined" (sentences that the source prints as two utterances, which a stroke divides, and the
    target in one quotation the other way round), "spelling", "tense" (another form of a verb), "inflection" (another
    form of a word), "wording", "punctuation". Function words where a quotation opens or closes are no change.
    Raises TypeError or ValueError if one is not the table named here.

    >>> import newslab as nl
    >>> quotes = nl.extract_quotes(nl.load_articles("seeds"))
    >>> nl.quote_edits(nl.match_quotes(quotes), quotes).columns.tolist()
    ['group', 'source', 'target', 'source_text', 'target_text', 'kind']
    """
    expect(matches, "matches", COLUMNS["matches"])
    expect(quotes, "quotes", COLUMNS["quotes"])
    if articles is not None:
        expect(articles, "articles", READABLE)
    printed, rows = printed_by_article(quotes, articles), []
    carried = matches[["group", "quote_id"]].merge(quotes, on="quote_id")
    for group, members in carried.groupby("group", sort=True):
        for target, source in compared_with(versions_of(members.to_dict("records"), printed)).items():
            # An article that quotes the words once whole and once in part has altered nothing.
            if source.article_id != target.article_id:
                rows += [_row(group, source, target, change) for change in changes(source, target)]
    rows += rearranged(matches, quotes)
    rows.sort(key=lambda row: row["group"])
    return table("edits", rows)


def _row(group, source, target, change):
    before, after = change.before, change.after
    sides = (source.quote_at(change.at), target.quote_at(change.other_at))
    if change.by_source:
        before, after, sides = after, before, sides[::-1]
    return {
        "group": group,
        "source": sides[0],
        "target": sides[1],
        "source_text": before,
        "target_text": after,
        "kind": change.kind,
    }


def edit_kinds(source, target):
    """The kinds of change from one version to the other, joined by commas; "none" where the words are the same."""
    return ", ".join(sorted({change.kind for change in changes(source, target) if not change.by_source})) or "none"


def changes(source, target):
    """What changed from one `Version` of an utterance to another, in the order of the text."""
    alignment = Alignment(source.text, target.text)
    before, after = alignment.before, alignment.after
    pairs, gaps = pairs_and_gaps(alignment)
    gaps, turned = moved(before, after, gaps)
    found = [_change(source, target, alignment, old, new, "order") for old, new in turned]
    for old, new in gaps:
        if kind := _kind(source, target, alignment, old, new):
            change = _nowhere(_change(source, target, alignment, old, new, kind), source, target)
            if change is not None:
                found.append(change)
    for i, j in pairs:
        if kind := _form_change(before[i], after[j]):
            found.append(_change(source, target, alignment, range(i, i + 1), range(j, j + 1), kind))
    if found or gaps or len(source.quote_ids) + len(target.quote_ids) > 2 or _marks(source.text) == _marks(target.text):
        return sorted(found, key=lambda change: (change.at, change.other_at))
    return [Change(*_around_marks(_trim(source.text).split(), _trim(target.text).split()), "punctuation")]


def _form_change(a, b):
    if a.form == b.form:
        return None
    if american(a.form.removesuffix("'s")) == american(b.form.removesuffix("'s")):
        return "spelling" if a.form.removesuffix("'s") != b.form.removesuffix("'s") else "inflection"
    if a.form in VERBS or any(word.form.endswith(("ed", "ing")) for word in (a, b)):
        return "tense"
    return "inflection"


def _kind(source, target, alignment, old, new):
    """The kind of change where the words of a gap differ; None where only the quotation marks stand elsewhere."""
    sides = [[words[place] for place in places] for words, places in ((alignment.before, old), (alignment.after, new))]
    ends = _ends(target, alignment.after, new) if not new else not old and _ends(source, alignment.before, old)
    if ends and all(word.form in _AT_THE_EDGE for words in sides for word in words):
        return None
    if any(words and all(word.bracketed for word in words) for words in sides):
        return "bracket"
    if old and new:
        return "wording"
    if ends:
        return "cut"
    return "elision" if old else "addition"


def _ends(version, words, places):
    """Whether a version begins or ends at an empty place between its words, or one of its pieces does."""
    if places.start == 0 or places.start == len(words):
        return True
    return version.seam(words[places.start - 1].start, words[places.start].start)


def _nowhere(change, source, target):
    """A change without the sentences that stand elsewhere in the article that is said to lack them; None if all do."""
    if change.kind not in ("cut", "elision"):
        return change
    left_out, at, fuller, version = change.before, change.at, source, target
    if change.by_source:
        left_out, at, fuller, version = change.after, change.other_at, target, source
    if not version.besides:
        return change
    if any(held_together(fuller.text, text) == 1 for text in version.besides):
        return None
    missing = []
    for first, last in sentences_of(fuller.text):
        start, end = max(first, at), min(last, at + len(left_out))
        words = fuller.text[start:end]
        if any(map(str.isalnum, words)) and not any(
            _is_printed(some, version) for some in (words, fuller.text[first:last])
        ):
            missing.append((start, end))
    if not missing:
        return None
    start, end = missing[0][0], missing[-1][1]
    words = fuller.text[start:end]
    if change.by_source:
        return replace(change, after=words, other_at=start)
    return replace(change, before=words, at=start)


def _is_printed(words, version):
    """Whether the article of a version has words elsewhere, with marks or without: most of them, close together."""
    enough = len(words.split()) >= _FEW
    return enough and any(held_together(words, text, missing=1 - _PRINTED) >= _PRINTED for text in version.besides)


def _change(source, target, alignment, old, new, kind):
    (before, at), (after, other_at) = (
        _text(version.text, words, places)
        for version, words, places in ((source, alignment.before, old), (target, alignment.after, new))
    )
    return Change(before, after, kind, at, other_at)


def _text(text, words, places):
    """The words at the places, a bracket with its marks, and where they stand in the text."""
    if not places:
        return "", words[places.start - 1].start if places.start else 0
    first, last = words[places[0]], words[places[-1]]
    start, end = first.start, last.end
    if first.bracketed:
        start = max(text.rfind("[", 0, start), text.rfind("(", 0, start), 0)
    if last.bracketed:
        closing = [at for at in (text.find("]", end), text.find(")", end)) if at >= 0]
        end = min(closing, default=end - 1) + 1
    return text[start:end], start


def _marks(text):
    """The marks between the words: those at the ends follow the sentence around a quotation."""
    plain = re.sub(r"(?<=\w)['’](?=\w)", "", _trim(text))
    plain = plain.replace("’", "'").replace("‘", "'").replace("“", '"').replace("”", '"').replace("&", "")
    return re.sub(r"[\w\s]+", " ", plain.replace("…", "..."))


def _around_marks(before, after):
    """The words from the first mark that differs to the last, with one on either side."""
    start = next((n for n, (a, b) in enumerate(zip(before, after, strict=False)) if a != b), 0)
    ends = zip(reversed(before[start:]), reversed(after[start:]), strict=False)
    end = next((n for n, (a, b) in enumerate(ends) if a != b), 0)
    return [" ".join(words[max(0, start - 1) : len(words) - max(0, end - 1)]) for words in (before, after)]


def _trim(text):
    return text.strip(" \t\n\r\u00a0,.;:\"'“”‘’–—-")
