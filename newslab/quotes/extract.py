"""The table of quotes."""

from collections.abc import Mapping
from os import PathLike

import pandas as pd

from newslab.quotes.attribution import attribute
from newslab.quotes.canonical import read_aliases, speaker_names
from newslab.quotes.discourse import Discourse
from newslab.quotes.indirect import find_indirect
from newslab.quotes.names import find_names
from newslab.quotes.sentences import read
from newslab.quotes.transcripts import quoted_segments
from newslab.quotes.utterances import find_repeats, find_utterances, share_sources
from newslab.tables import READABLE, expect, table
from newslab.text import bodies

_PRONOUNS = {"he": "m", "him": "m", "his": "m", "she": "f", "her": "f"}


def extract_quotes(
    articles: pd.DataFrame, *, indirect: bool = False, aliases: Mapping[str, str] | str | PathLike | None = None
) -> pd.DataFrame:
    """List the quotes of each article, each with its speaker where the text names one.

    articles : table from `load_articles` or `clean_articles`.
    indirect : also list reported speech without quotation marks (kind "indirect").
    aliases : names to be read as one: a dictionary from a name as found to the name to show, or a CSV file with the
        columns name, speaker. It wins over what is found.

    Returns the table quotes: quote_id, article_id, outlet, start, end (characters of the raw file, inside the marks),
    text, kind ("direct"; "mixed": a part of the reporter's own clause; "scare": quoted but not speech, such as titles
    and nicknames; "indirect"), speaker (the same name in all articles given; missing where the text does not tell),
    mention (the source as worded) and cue with their places, closed (whether a closing mark was found), duplicate_of
    (the same quote earlier in the article, where a passage is printed twice), utterance (shared by the parts of one
    quote: “A,” he said, “B”), rule (how the speaker was found); in the order of the articles and of their text.

    Raises TypeError or ValueError if `articles` is another table, FileNotFoundError or ValueError for a file of aliases
    that is missing or has no such columns.

    >>> import newslab as nl
    >>> quotes = nl.extract_quotes(nl.clean_articles(nl.load_articles("seeds")))
    >>> quotes.loc[quotes["text"].str.startswith("We have already"), ["speaker", "closed"]].values.tolist()
    [['Dmitry Peskov', False], ['Dmitry Peskov', True]]
    """
    expect(articles, "articles", [*READABLE, "outlet"])
    return table("quotes", quote_rows(bodies(articles), indirect=indirect, alias_of=read_aliases(aliases)))


def quote_rows(read, *, indirect, alias_of):
    """The rows of the table for some articles, given with their `Body`, among which names are settled."""
    found, people = [], []
    for article, body in read:
        discourse, rows = _article_rows(article, body, indirect)
        found.extend(rows)
        people.extend((article.article_id, entity) for entity in discourse.entities())
    name_of, sexes_of = speaker_names(people, alias_of)
    addressed = set()
    for row in found:
        name = name_of(row["speaker"]) if row["speaker"] is not None else None
        sex = _PRONOUNS.get(str(row.get("mention")).lower())
        if sex and name and _addresses(row["text"], name):
            addressed.add((row["article_id"], row["mention_start"]))
        # Another article may tell that whom this one only calls Bauer is a woman: then he is somebody else.
        row["speaker"] = None if sex and sexes_of.get(name) and not sexes_of[name][sex] else name
    for row in found:
        if (row["article_id"], row.get("mention_start")) in addressed:
            row["speaker"] = None
    return found


def _addresses(words, name):
    """`“Ada, we agree,” she said`: whoever is called by the given name is not who speaks."""
    given, words = name.split()[0], words.rstrip(".,!? ")
    return words == given or words.startswith(f"{given}, ") or words.endswith(f", {given}")


def _article_rows(article, body, indirect):
    """The quotes of one article as rows, their speakers still as found there."""
    text = body.text
    quoted = quoted_segments(text)
    sentences = read(text, quoted)
    discourse = Discourse(sentences, find_names(sentences))
    attributions = attribute(text, quoted, sentences, discourse)
    spans = [(quote.start, quote.end) for quote in quoted]
    repeat_of = find_repeats(text, spans)
    share_sources(attributions, repeat_of)
    pieces = list(zip(spans, attributions, [quote.closed for quote in quoted], strict=True))
    first_of = find_utterances(text, quoted, sentences, attributions)
    rows = [_row(article, body, sentences, number, *piece) for number, piece in enumerate(pieces)]
    for number, row in enumerate(rows):
        row["utterance"] = rows[first_of[number]]["quote_id"]
        if repeat_of[number] is not None:
            row["duplicate_of"] = rows[repeat_of[number]]["quote_id"]
    if indirect:
        reported = find_indirect(sentences, discourse)
        rows += [_row(article, body, sentences, len(rows) + number, *piece) for number, piece in enumerate(reported)]
        rows.sort(key=lambda row: (row["start"], row["end"]))
    return discourse, rows


def _row(article, body, sentences, number, span, found, closed=True):
    start, end = body.raw_span(*span)
    quote_id = f"{article.article_id}:{number + 1}"
    row = {
        "quote_id": quote_id,
        "article_id": article.article_id,
        "outlet": article.outlet,
        "start": start,
        "end": end,
        "text": body.text[span[0] : span[1]],
        "kind": found.kind,
        "speaker": found.speaker,
        "closed": closed,
        "utterance": quote_id,
        "rule": found.rule or None,
    }
    if found.source is not None:
        row |= _place(body, sentences[found.sentence], found.source, "mention")
    if found.label is not None:
        row |= _characters(body, *found.label, "mention")
    if found.cue is not None:
        row |= _place(body, sentences[found.sentence], found.cue, "cue")
    return row


def _place(body, sentence, piece, name):
    return _characters(body, sentence.starts[piece.start], sentence.ends[piece.end - 1], name)


def _characters(body, first, last, name):
    start, end = body.raw_span(first, last)
    return {name: body.text[first:last], f"{name}_start": start, f"{name}_end": end}
