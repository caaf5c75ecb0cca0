"""The table of quotes."""

from newslab.quotes.marks import find_quoted
from newslab.tables import table
from newslab.text import bodies


def extract_quotes(articles, *, indirect=False):
    """List the quotes of each article, each with its speaker where the text names one."""
    rows = []
    for article, body in bodies(articles):
        for number, quoted in enumerate(find_quoted(body.text)):
            start, end = body.raw_span(quoted.start, quoted.end)
            quote_id = f"{article.article_id}:{number}"
            rows.append(
                {
                    "quote_id": quote_id,
                    "article_id": article.article_id,
                    "outlet": article.outlet,
                    "start": start,
                    "end": end,
                    "text": body.text[quoted.start : quoted.end],
                    "kind": "direct",
                    "closed": quoted.closed,
                    "utterance": quote_id,
                }
            )
    return table("quotes", rows)
