"""What the articles are, and what to check in them."""

import pandas as pd

from newslab.phrasing import full_date
from newslab.prose.words import Prose, escape, listed, number, percent, period, sentence
from newslab.tables import expect


def describe_articles(articles: pd.DataFrame, spans: pd.DataFrame) -> Prose:
    """Say how many articles there are, from whom and when, and how much of the files is not the story.

    articles : table from `clean_articles`. spans : table from `spans`.

    Returns `Prose`: a str that a notebook shows as Markdown; `heading` is the finding in one line. Raises TypeError or
    ValueError if one is not the table named here.

    >>> import newslab as nl
    >>> articles = nl.clean_articles(nl.load_articles("seeds", sources="seeds/sources.csv"))
    >>> describe_articles(articles, nl.spans(articles)).heading
    ## 25% of the characters were cut as not part of the story
    """
    expect(articles, "articles", ["article_id", "status", "outlet", "published", "n_words"])
    expect(spans, "spans", ["start", "end", "label", "rule"])
    readable = articles[articles["status"] == "ok"]
    parts = [f"{number(len(readable), 'article')}{_who(readable)}."]
    if len(readable) < len(articles):
        parts.append(f"{number(len(articles) - len(readable), 'file')} could not be read as an article.")
    parts += _when(readable["published"])
    # White space between the labelled pieces is neither story nor anything else.
    written = spans[spans["rule"] != "white space"]
    sizes = (written["end"] - written["start"]).groupby(written["label"].eq("body")).sum()
    removed, kept = int(sizes.get(False, 0)), int(sizes.get(True, 0))
    claim = "there is no article to read"
    if removed + kept:
        share = percent(removed / (removed + kept)) if removed else "none"
        claim = f"{share} of the characters were cut as not part of the story"
        left = number(int(readable["n_words"].sum()), "word")
        files = "the file has" if len(readable) == 1 else "the files have"
        remain = "remains" if readable["n_words"].sum() == 1 else "remain"
        parts.append(f"Not counting white space between paragraphs, {files} {removed + kept:,} characters.")
        parts.append(f"Of these, {share} were cut as not part of the story; {left} {remain}.")
    return Prose(" ".join(sentence(part) for part in parts), heading=claim)


def _who(articles):
    named = articles["outlet"].dropna()
    if named.empty:
        return " of no known outlet" if len(articles) else ""
    counts = named.groupby(named, sort=False).size().sort_values(ascending=False, kind="stable")
    names = [escape(name) if count == 1 else f"{escape(name)} ({count})" for name, count in counts.items()]
    if unnamed := len(articles) - len(named):
        return f": {listed(names)}; {number(unnamed)} of no known outlet"
    return f": {listed(names)}"


def _when(published):
    dates = published.dropna()
    if dates.empty and len(published):
        return ["no date of publication is known."]
    parts = []
    if not dates.empty:
        first, last = dates.min(), dates.max()
        on = "on" if full_date(first) == full_date(last) else "between"
        parts.append(f"Published {on} {period(first, last, to='and')}.")
    if missing := len(published) - len(dates):
        parts.append(f"the date of {number(missing, 'article')} is not known.")
    return parts


def describe_audit(audit: pd.DataFrame) -> Prose:
    """Say how many things there are to check before comparing.

    audit : table from `audit`. A clash of dates counts once, whatever the number of articles in it.

    Returns `Prose`: a str that a notebook shows as Markdown; `heading` is the finding in one line. Raises TypeError or
    ValueError if one is not the table named here.

    >>> from newslab.tables import table
    >>> describe_audit(table("audit"))
    The checks found nothing to query.
    """
    expect(audit, "audit", ["check", "severity", "message"])
    if audit.empty:
        return Prose("The checks found nothing to query.", heading="the checks found nothing to query")
    once = audit[~(audit["check"].eq("date clash") & audit.duplicated(["check", "message"]))]
    counts = once.groupby("check", sort=True).size()
    problems = int(once["severity"].eq("problem").sum())
    found = listed([f"{check} ({count})" for check, count in counts.items()], most=12)
    one, remarks = len(once) == 1, f"{number(len(once), 'point')} to check before comparing"
    text = f"{sentence(remarks)}: {found}."
    if problems:
        it_is = "one is a problem" if problems == 1 else f"{number(problems)} are problems"
        text += f" {sentence(it_is)}: a comparison that ignores {'it' if problems == 1 else 'them'} may mislead."
    serious = f"{number(problems) if problems else 'none'} of them serious"
    if one:
        serious = "a serious one" if problems else "not a serious one"
    return Prose(text, heading=f"{remarks}, {serious}")
