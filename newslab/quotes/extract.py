"""The table of quotes."""

from collections import Counter

from newslab.quotes.attribution import attribute
from newslab.quotes.canonical import canonical_names, read_aliases
from newslab.quotes.frame import read
from newslab.quotes.marks import find_quoted
from newslab.quotes.names import find_names
from newslab.quotes.resolve import Discourse
from newslab.tables import table
from newslab.text import WORD, bodies

# A passage of so many words that stands twice in one article is a block printed twice, not somebody repeating himself.
_REPEATED_WORDS = 2


def extract_quotes(articles, *, indirect=False, aliases=None):
    """List the quotes of each article, each with its speaker where the text names one.

    articles : table from `load_articles` or `clean_articles`.
    indirect : also list reported speech without quotation marks (kind "indirect").
    aliases : names to be read as one: a dictionary from a name as found to the name to show, or a CSV file with the
        columns name, speaker. It wins over what is found.

    Returns the table quotes: quote_id, article_id, outlet, start, end (characters of the raw file, inside the marks),
    text, kind ("direct", "mixed": a part of the reporter's own clause, "scare": quoted but not speech, "indirect"),
    speaker (the same name in all articles given), mention (the source as worded) and cue with their places, closed
    (whether a closing mark was found), duplicate_of (the same quote in a block that the article prints twice),
    utterance (shared by the parts of one quote: “A,” he said, “B”), rule (how the speaker was found).

    >>> import newslab as nl
    >>> quotes = nl.extract_quotes(nl.clean_articles(nl.load_articles("seeds")))
    >>> quotes.loc[quotes["text"].str.startswith("We have already"), ["speaker", "closed"]].values.tolist()
    [['Dmitry Peskov', False], ['Dmitry Peskov', True]]
    """
    alias_of = read_aliases(aliases)
    rows, entities = [], []
    for article, body in bodies(articles):
        found = _article_rows(article, body)
        rows.extend(found)
    canonical_names(rows, alias_of)
    return table("quotes", rows)


def _article_rows(article, body):
    text = body.text
    quoted = find_quoted(text)
    sentences = read(text, quoted)
    attributions = attribute(text, quoted, sentences, Discourse(sentences, find_names(sentences)))
    rows, seen = [], {}
    for number, (quote, found) in enumerate(zip(quoted, attributions, strict=True)):
        start, end = body.raw_span(quote.start, quote.end)
        quote_id = f"{article.article_id}:{number + 1}"
        row = {
            "quote_id": quote_id,
            "article_id": article.article_id,
            "outlet": article.outlet,
            "start": start,
            "end": end,
            "text": text[quote.start : quote.end],
            "kind": found.kind,
            "closed": quote.closed,
            "utterance": quote_id,
            "rule": found.rule or None,
            "speaker": found.speaker.name if found.speaker is not None else None,
        }
        if found.source is not None:
            row |= _place(body, sentences[found.sentence], found.source, "mention")
        if found.cue is not None:
            row |= _place(body, sentences[found.sentence], found.cue, "cue")
        rows.append(row)
    return rows


def _place(body, sentence, piece, name):
    first, last = sentence.starts[piece.start], sentence.ends[piece.end - 1]
    start, end = body.raw_span(first, last)
    return {name: body.text[first:last], f"{name}_start": start, f"{name}_end": end}
