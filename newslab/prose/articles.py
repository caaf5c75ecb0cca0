"""What the articles are, and what an editor would query."""

from newslab.prose.words import Prose, day, escape, listed, number, percent, period, sentence


def describe_articles(articles, spans):
    """Say how many articles there are, from whom and when, and how much of the pages is not the story.

    articles : table from `clean_articles`. spans : table from `spans`.

    >>> import newslab as nl
    >>> articles = nl.clean_articles(nl.load_articles("seeds", sources="seeds/sources.csv"))
    >>> describe_articles(articles, nl.spans(articles)).heading
    ## 25% of the characters were cut as not part of the story
    """
    readable = articles[articles["status"] == "ok"]
    parts = [f"{number(len(readable), 'article')}{_who(readable)}."]
    if len(readable) < len(articles):
        parts.append(f"{number(len(articles) - len(readable), 'file')} could not be read as an article.")
    parts += _when(readable["published"])
    # The empty lines between paragraphs are neither story nor anything else.
    written = spans[spans["rule"] != "white space"]
    sizes = (written["end"] - written["start"]).groupby(written["label"].eq("body")).sum()
    removed, kept = int(sizes.get(False, 0)), int(sizes.get(True, 0))
    claim = "there is no article to read"
    if removed + kept:
        share = percent(removed / (removed + kept)) if removed else "none"
        claim = f"{share} of the characters were cut as not part of the story"
        left = number(int(readable["n_words"].sum()), "word")
        parts.append(f"Of {removed + kept:,} characters {share} were cut as not part of the story; {left} are left.")
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
        parts.append(f"Published {'on' if day(first) == day(last) else 'between'} {period(first, last, to='and')}.")
    if missing := len(published) - len(dates):
        parts.append(f"the date of {number(missing, 'article')} is not known.")
    return parts


def describe_audit(audit):
    """Say how much a careful editor would query.

    audit : table from `audit`.

    >>> from newslab.tables import table
    >>> describe_audit(table("audit"))
    Nothing here needs a second look.
    """
    if audit.empty:
        return Prose("Nothing here needs a second look.", heading="nothing here needs a second look")
    counts = audit.groupby("check", sort=True).size()
    problems = int(audit["severity"].eq("problem").sum())
    found = listed([f"{check} ({count})" for check, count in counts.items()], most=12)
    remarks = number(len(audit), "remark")
    misleading = f"{number(problems) if problems else 'none'} would mislead a comparison"
    return Prose(
        f"{sentence(remarks)}: {found}. {sentence(misleading)} as it stands.",
        heading=f"an editor would make {remarks}; {misleading}",
    )
