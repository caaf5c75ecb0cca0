"""The five seed articles: bodies, metadata, quotes, passages, wording, dates and events, without sources.csv."""

import json

from quotes_task import record
from reuse_task import passage_rows

import newslab as nl
from newslab.checks.dated_acts import date_clashes
from newslab.cleaning import date_candidates


def predict(data, out):
    articles = nl.clean_articles(nl.load_articles(sorted(data.glob("*.txt"))))
    events = nl.group_events(articles)
    quotes = nl.extract_quotes(articles)
    matches = nl.match_quotes(quotes, articles=articles)
    event_of = dict(zip(events["article_id"], events["event"].tolist(), strict=True))
    audit = nl.audit(articles)
    alone = audit.loc[audit["check"] == "other event", "article_id"].tolist()
    file_of = dict(zip(articles["article_id"], articles["file"], strict=True))
    result = {
        "articles": _article_rows(articles, event_of),
        "quotes": [{"id": row.quote_id, **record(row)} for row in quotes.itertuples(index=False)],
        "quote_groups": [members["quote_id"].tolist() for _, members in matches.groupby("group", sort=True)],
        "passages": passage_rows(nl.shared_passages(articles), file_of),
        "rows": _wording_rows(nl.wording(articles)),
        "odd_one_out": alone[0] if len(alone) == 1 else None,
        "date_conflicts": _date_conflicts(articles),
        "events": event_of,
    }
    out.write_text(json.dumps(result, ensure_ascii=False, indent=1), encoding="utf-8")


def _article_rows(articles, event_of):
    spans = nl.spans(articles)
    rows = []
    for article in articles.itertuples(index=False):
        removed = spans[(spans["article_id"] == article.article_id) & (spans["label"] != "body")]
        published = article.published
        rows.append(
            {
                "file": article.file,
                "body": article.text,
                "keep": [list(span) for span in article.kept],
                "removed": removed[["start", "end", "label", "rule"]].values.tolist(),
                **{name: _plain(getattr(article, name)) for name in ("headline", "outlet", "syndicator", "agency")},
                "authors": list(article.authors or ()),
                "section": _plain(article.section),
                "published": None if published != published else published.date().isoformat(),
                "events": event_of.get(article.article_id),
            }
        )
    return rows


def _plain(value):
    return value if isinstance(value, str) else None


def _wording_rows(wording):
    return [
        {
            "label": mentions["label"].iloc[0],
            "mentions": [
                {"doc": mention.article_id, "start": mention.start, "end": mention.end}
                for mention in mentions.itertuples(index=False)
            ],
        }
        for _, mentions in wording.groupby("referent", sort=False)
    ]


def _date_conflicts(articles):
    """Two dates for one act, and a page clock beside a story id."""
    conflicts = [
        [{"doc": act.article_id, "start": act.start, "end": act.end} for act in clash]
        for clash in date_clashes(articles)
    ]
    for article in articles.itertuples(index=False):
        dates = {kind: (start, end, day) for start, end, day, kind in date_candidates(article.raw)}
        clock, story = dates.get("page clock"), dates.get("story id")
        if clock and story and clock[2] != story[2]:
            conflicts.append([{"doc": article.article_id, "start": at[0], "end": at[1]} for at in (clock, story)])
    return conflicts
