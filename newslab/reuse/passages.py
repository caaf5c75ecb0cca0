"""The passages that two articles share, aligned on both sides."""

from newslab.reuse.align import chains, equal_runs
from newslab.reuse.furniture import furniture_masks
from newslab.reuse.judge import Side, passages
from newslab.reuse.labels import direction, kind
from newslab.reuse.marks import quoted_spans
from newslab.reuse.seeds import candidate_pairs
from newslab.reuse.words import read_words
from newslab.tables import table
from newslab.text import bodies

_LEAST = 1.4  # score below which a chain is not looked at


def shared_passages(articles):
    """Find the passages that articles share, word for word or reworded, and say where they stand in both.

    articles : table from `load_articles` or `clean_articles`.

    Returns a table with columns source, target (article_id, source < target), source_start, source_end, target_start,
    target_end (characters of the raw files), words (words that match), kind ("quote": inside quotation marks on both
    sides; "statement": attributed to a document or an institution; "agency copy": one side or both name the news
    agency; "own text"), direction ("source → target" or "target → source" where the dates tell, else missing).
    What recurs in unrelated articles is page furniture and not listed.

    >>> import newslab as nl
    >>> articles = nl.load_articles("seeds")
    >>> nl.shared_passages(articles).columns.tolist()[:4]
    ['source', 'target', 'source_start', 'source_end']
    """
    read = sorted(bodies(articles), key=lambda one: one[0].article_id)
    texts = [body.text for _, body in read]
    words = [read_words(text) for text in texts]
    quoted = [quoted_spans(text) for text in texts]
    masks = furniture_masks(texts, words, quoted)
    sides = [Side(*side) for side in zip(words, masks, quoted, strict=True)]
    rows = []
    for i, j in candidate_pairs(words, masks):
        for chain in chains(equal_runs(words[i], words[j], masks[i], masks[j]), _LEAST):
            for a, a_end, b, b_end, matched in passages(chain, sides[i], sides[j]):
                spans = words[i].span(a, a_end), words[j].span(b, b_end)
                rows.append(_row(read[i], read[j], sides[i], sides[j], spans, matched))
    rows.sort(key=lambda row: (row["source"], row["target"], row["source_start"], row["target_start"]))
    return table("passages", rows)


def _row(source, target, side, other, spans, matched):
    (article, body), (other_article, other_body) = source, target
    source_start, source_end = body.raw_span(*spans[0])
    target_start, target_end = other_body.raw_span(*spans[1])
    return {
        "source": article.article_id,
        "target": other_article.article_id,
        "source_start": source_start,
        "source_end": source_end,
        "target_start": target_start,
        "target_end": target_end,
        "words": matched,
        "kind": kind(
            (article, body.text, spans[0], side.quoted), (other_article, other_body.text, spans[1], other.quoted)
        ),
        "direction": direction(article, other_article),
    }
