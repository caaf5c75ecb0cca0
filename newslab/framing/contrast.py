"""Pairs of wordings for one referent, the most telling first."""

from itertools import combinations

from newslab.tables import table
from newslab.text import STOP_WORDS, stem, words


def contrasts(wording):
    """Pair the wordings of one referent in two articles that have no content word in common.

    wording : table from `wording`.
    """
    rows = []
    for referent, found in wording.groupby("referent", sort=False):
        firsts = {}
        for row in found.itertuples(index=False):
            firsts.setdefault((row.article_id, _content(row.text)), row)
        pairs = 0
        for a, b in combinations(sorted(firsts.values(), key=lambda row: (row.article_id, row.start)), 2):
            if a.article_id != b.article_id and not _content(a.text) & _content(b.text) and _content(a.text) and _content(b.text):
                pairs += 1
                rows.append(
                    {
                        "referent": referent,
                        "label": a.label,
                        "source": a.article_id,
                        "source_outlet": a.outlet,
                        "source_start": a.start,
                        "source_end": a.end,
                        "source_text": a.text,
                        "target": b.article_id,
                        "target_outlet": b.outlet,
                        "target_start": b.start,
                        "target_end": b.end,
                        "target_text": b.text,
                        "score": 1 / (1 + pairs),
                    }
                )
    rows.sort(key=lambda row: -row["score"])
    return table("contrasts", rows)


def _content(text):
    return frozenset(stem(word) for word in words(text) if word not in STOP_WORDS)
