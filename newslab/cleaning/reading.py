"""Pages with their labels, read some at a time: short pages go faster together."""

from itertools import accumulate

import numpy as np

from newslab.cleaning.labels import Page, label_page
from newslab.cleaning.lines import units
from newslab.cleaning.model import probabilities, probabilities_with_source

# The most pages and characters read together, and kept.
_PAGES, _CHARACTERS = 6, 100_000
_RECENT, _RECENT_CHARACTERS = 256, 20_000_000
# No article is longer: what is known of each line takes a hundred times its text, so a longer text is read in pieces.
_LONGEST = 300_000
# The pages read last: `spans` asks again for those that `clean_articles` has read.
_recent = {}


def read_pages(sources):
    """The `Page` of each of some sources, one after another.

    sources : the (raw, html) of each, html None where there is none.
    """
    for batch in _batches(sources):
        unread = [source for source in dict.fromkeys(batch) if source not in _recent]
        pages = {source: _recent[source] for source in batch if source in _recent}
        pages.update(zip(unread, _pages(unread), strict=True))
        _recent.update(pages)
        for source in _outdated():
            _recent.pop(source, None)
        yield from (pages[source] for source in batch)


def _outdated():
    """The pages read longest ago, as far as they are too many, or together too long, to be kept."""
    sources = list(_recent)[::-1]
    sizes = accumulate(len(raw) + len(html or "") for raw, html in sources)
    return [
        source
        for number, (source, size) in enumerate(zip(sources, sizes, strict=True))
        if number >= _RECENT or size > _RECENT_CHARACTERS
    ]


def read_page(raw, html=None):
    """The `Page` of one source."""
    return next(read_pages([(raw, html)]))


def html_of(article):
    """The source of an article, a row of the table, or None."""
    return article.html if isinstance(article.html, str) else None


def forget():
    """Forget the pages read so far: what else is known now might label them otherwise."""
    _recent.clear()


def _batches(sources):
    """Some sources at a time; a page with its source is read by itself."""
    batch, size = [], 0
    for raw, html in sources:
        if batch and (html or batch[-1][1] or len(batch) == _PAGES or size + len(raw) > _CHARACTERS):
            yield batch
            batch, size = [], 0
        batch.append((raw, html))
        size += len(raw)
    if batch:
        yield batch


def _pages(batch):
    """The pages of one batch; a long text is one by itself."""
    return [_in_pieces(*batch[0])] if batch and len(batch[0][0]) > _LONGEST else _read(batch)


def _in_pieces(raw, html):
    """The page of a long text: its pieces are read as if each were a page, and the first says what it is."""
    kept, labels, fields, start = [], [], {}, 0
    while start < len(raw):
        end = _end_of_piece(raw, start)
        (page,) = _read([(raw[start:end], None if start else html)])
        kept += [(start + first, start + last) for first, last in page.kept]
        labels += [(start + first, start + last, *why) for first, last, *why in page.labels]
        fields = fields if start else page.fields
        start = end
    return Page(tuple(kept), labels, fields)


def _end_of_piece(raw, start):
    """Where a piece ends: behind a line or a word, where there is one in its latter half."""
    end = start + _LONGEST
    if end < len(raw):
        for mark in ("\n", " "):
            if (place := raw.rfind(mark, start + _LONGEST // 2, end)) >= 0:
                return place + 1
    return min(end, len(raw))


def _read(batch):
    """The pages of one batch."""
    spans = [units(raw) for raw, _ in batch]
    filled = [(raw, places) for (raw, _), places in zip(batch, spans, strict=True) if places]
    if filled and batch[0][1]:
        judged = iter([probabilities_with_source(*filled[0], batch[0][1])])
    else:
        judged = iter(probabilities(filled) if filled else [])
    for (raw, html), places in zip(batch, spans, strict=True):
        p, fixed = next(judged) if places else (np.zeros(0), [])
        yield label_page(raw, html, places, p, fixed)
