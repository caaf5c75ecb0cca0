"""Sentences made from tables, so that what a notebook says in words is true of whatever folder it is run on.

Each function takes the tables of one finding and gives `Prose`: shown as Markdown in a notebook, and compared by
`pytest --nbval` like any other output. Words that come from an article are escaped.
"""

import re

import pandas as pd

from newslab.tables import article_labels, outlet_or_id

_NUMBERS = "no one two three four five six seven eight nine ten eleven twelve".split()
# The colon of an address too, since Markdown makes a link of a bare one.
_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>#|~$]|:(?=//)|(?<=www)\.|@)")


class Prose(str):
    """Text that a notebook shows as Markdown.

    >>> Prose("**Two** articles.")
    **Two** articles.
    """

    def __repr__(self):
        return str(self)

    def _repr_markdown_(self):
        return str(self)


def quoted(text, most=160):
    """Words of an article, between quotation marks, shortened at a word and safe in Markdown.

    >>> quoted("a *bold* claim")
    '“a \\\\*bold\\\\* claim”'
    """
    text = " ".join(text.split())
    if len(text) > most:
        text = text[:most].rsplit(" ", 1)[0] + " …"
    return f"“{escape(text)}”"


def escape(text):
    """Text of an article as Markdown shows it letter by letter."""
    return _MARKDOWN.sub(r"\\\1", text)


def number(count, noun="", nouns=None):
    """A count in words up to twelve, with its noun.

    >>> number(1, "article"), number(0, "quote"), number(1200, "word"), number(2, "country", "countries")
    ('one article', 'no quotes', '1,200 words', 'two countries')
    """
    word = _NUMBERS[count] if 0 <= count < len(_NUMBERS) else f"{count:,}"
    return f"{word} {noun if count == 1 else nouns or noun + 's'}".strip() if noun else word


def listed(items, most=8):
    """Items as a sentence lists them.

    >>> listed(["RT", "USA TODAY", "Bloomberg"]), listed([])
    ('RT, USA TODAY and Bloomberg', '')
    """
    items = [str(item) for item in items]
    if len(items) > most:
        items = [*items[: most - 1], f"{number(len(items) - most + 1)} others"]
    return " and ".join([", ".join(items[:-1]), items[-1]]) if len(items) > 1 else "".join(items)


def day(value):
    """A date as a newspaper prints it."""
    return "no known date" if pd.isna(value) else f"{value.day} {value:%B %Y}"


def sentence(text):
    """A text with a capital at its start."""
    return text[:1].upper() + text[1:]


def describe_articles(articles, spans):
    """Say how many articles there are, from whom and when, and how much of the pages is not the story.

    articles : table from `clean_articles`. spans : table from `spans`.

    >>> import newslab as nl
    >>> articles = nl.clean_articles(nl.load_articles("seeds", sources="seeds/sources.csv"))
    >>> describe_articles(articles, nl.spans(articles)).split(":")[0]
    'Five articles'
    """
    readable = articles[articles["status"] == "ok"]
    parts = [f"{number(len(readable), 'article')}: {_who(readable)}."]
    if len(readable) < len(articles):
        parts.append(f"{number(len(articles) - len(readable), 'file')} could not be read as an article.")
    dates = readable["published"].dropna()
    if not dates.empty:
        first, last = day(dates.min()), day(dates.max())
        parts.append(f"Published {f'on {first}' if first == last else f'between {first} and {last}'}.")
    if missing := int(readable["published"].isna().sum()):
        parts.append(f"{number(missing, 'article')} without a known date of publication.")
    sizes = (spans["end"] - spans["start"]).groupby(spans["label"].eq("body")).sum()
    removed, kept = int(sizes.get(False, 0)), int(sizes.get(True, 0))
    if removed + kept:
        share = removed / (removed + kept)
        parts.append(
            f"Of {removed + kept:,} characters {share:.0%} were cut as not part of the story; "
            f"{int(readable['n_words'].sum()):,} words are left."
        )
    return Prose(" ".join(sentence(part) for part in parts))


def _who(articles):
    named = articles["outlet"].dropna()
    counts = named.groupby(named, sort=False).size()
    names = [escape(name) if count == 1 else f"{escape(name)} ({count})" for name, count in counts.items()]
    if unnamed := len(articles) - len(named):
        names.append(f"{number(unnamed)} of no known outlet")
    return listed(names)


def describe_audit(audit):
    """Say how much a careful editor would query.

    audit : table from `audit`.

    >>> from newslab.tables import table
    >>> describe_audit(table("audit"))
    Nothing here needs a second look.
    """
    if audit.empty:
        return Prose("Nothing here needs a second look.")
    counts = audit.groupby("check", sort=True).size()
    problems = int(audit["severity"].eq("problem").sum())
    found = listed([f"{check} ({count})" for check, count in counts.items()], most=12)
    weight = f"{number(problems, 'of them', 'of them') if problems else 'none'} would mislead a comparison as it stands"
    return Prose(f"{sentence(number(len(audit), 'remark'))}: {found}. {sentence(weight)}.")


def describe_events(events, articles):
    """Say how many events the articles tell of, and who tells of which.

    events : table from `group_events`. articles : the table it was made from.

    >>> import newslab as nl
    >>> articles = nl.clean_articles(nl.load_articles("seeds", sources="seeds/sources.csv")).tail(1)
    >>> describe_events(nl.group_events(articles), articles)
    All articles tell of one event: AzerNews alone (25 October 2025).
    """
    labels = article_labels(articles)
    published = articles.set_index("article_id")["published"]
    groups = []
    for _, members in events.groupby("event", sort=True):
        ids = members["article_id"].tolist()
        dates = published.loc[ids].dropna()
        when = "date unknown" if dates.empty else day(dates.min())
        if not dates.empty and dates.min() != dates.max():
            when = f"{when} to {day(dates.max())}"
        groups.append(f"{listed(escape(labels[i]) for i in ids)}{' alone' if len(ids) == 1 else ''} ({when})")
    if len(groups) == 1:
        return Prose(f"All articles tell of one event: {groups[0]}.")
    return Prose(
        f"The articles tell of {number(len(groups), 'event')}: {'; '.join(groups)}. "
        "What only one event could tell is not held against the articles of another."
    )


def describe_pairs(pairs, articles):
    """Say which two articles are most alike in topic, which tell most of the same event, and which share most text.

    pairs : table from `pairwise_similarity`. articles : the table it was made from.

    >>> import newslab as nl
    >>> articles = nl.clean_articles(nl.load_articles("seeds", sources="seeds/sources.csv")).head(1)
    >>> describe_pairs(nl.pairwise_similarity(articles), articles)
    There are no two articles to compare.
    """
    if pairs.empty:
        return Prose("There are no two articles to compare.")
    labels = article_labels(articles)

    def pair(row):
        return f"{escape(labels[row.source])} and {escape(labels[row.target])}"

    parts = []
    for measure, claim in (("topic", "most alike in topic"), ("event", "nearest to telling one event")):
        best = pairs.sort_values([measure, "source", "target"], ascending=[False, True, True]).iloc[0]
        parts.append(f"{sentence(claim)} are {pair(best)} ({best[measure]:.2f})")
    copied = pairs.sort_values(["copied", "source", "target"], ascending=[False, True, True]).iloc[0]
    if copied["copied"] >= 0.005:
        parts.append(f"Most text in common have {pair(copied)} ({copied['copied']:.0%} of the shorter)")
    else:
        parts.append("No two of them share text beyond names and set phrases")
    return Prose(". ".join(parts) + ".")


def describe_passages(passages, articles):
    """Say who shares wording with whom, how much, and which passage is the longest.

    passages : table from `shared_passages`. articles : the table it was made from.

    >>> import newslab as nl
    >>> articles = nl.clean_articles(nl.load_articles("seeds", sources="seeds/sources.csv")).head(1)
    >>> describe_passages(nl.shared_passages(articles), articles)
    No two articles share a passage.
    """
    if passages.empty:
        return Prose("No two articles share a passage.")
    labels, raws = article_labels(articles), articles.set_index("article_id")["raw"]
    groups = passages.groupby(["source", "target"], sort=True)["words"].agg(["size", "sum"]).reset_index()
    groups = groups.sort_values(["sum", "source", "target"], ascending=[False, True, True])
    told = [
        f"{escape(labels[row.source])} and {escape(labels[row.target])} {number(row.size, 'passage')}, "
        f"{number(row.sum, 'word')} in all"
        for row in groups.itertuples(index=False, name="Shared")
    ]
    longest = passages.sort_values(["words", "source", "target", "source_start"], ascending=[False, True, True, True])
    longest = longest.iloc[0]
    text = raws[longest["source"]][longest["source_start"] : longest["source_end"]]
    return Prose(
        f"{'; '.join(told[:5])}{f'; and {number(len(told) - 5)} more pairs' if len(told) > 5 else ''}. "
        f"The longest, {number(int(longest['words']), 'word')} ({longest['kind']}): {quoted(text)}"
    )


def describe_coverage(coverage):
    """Say how many facts and referents are shared, and on how many an outlet is silent though it could tell.

    coverage : table from `coverage`.

    >>> from newslab.tables import table
    >>> describe_coverage(table("coverage"))
    No fact or referent is shared by two articles.
    """
    told = coverage[coverage["state"] == "told"].groupby("referent", sort=False)["outlet"].apply(list)
    shared = told[told.map(len) > 1]
    if shared.empty:
        return Prose("No fact or referent is shared by two articles.")
    outlets = coverage["outlet"].nunique()
    everyone = sum(len(who) == outlets for who in shared)
    parts = [f"{number(len(shared), 'fact or referent', 'facts and referents')} that two or more articles speak of."]
    if everyone:
        parts.append(f"{number(everyone)} {'is' if everyone == 1 else 'are'} told by all {number(outlets)}.")
    gaps = coverage[coverage["referent"].isin(shared.index)]
    silent = gaps[gaps["state"] == "silent"].groupby("outlet").size().sort_values(ascending=False, kind="stable")
    if not silent.empty:
        most = listed([f"{escape(outlet)} on {count}" for outlet, count in silent.items()])
        parts.append(f"Silent though the articles of their event speak of it: {most}.")
    if unknowable := int((gaps["state"] == "could not know").sum()):
        parts.append(
            f"{number(unknowable, 'gap')} {'is' if unknowable == 1 else 'are'} no silence: "
            "the article is older than the fact."
        )
    return Prose(" ".join(sentence(part) for part in parts))


def describe_contrasts(contrasts, most=3):
    """Put the most telling wordings of one referent beside each other.

    contrasts : table from `contrasts`. most : how many referents to show.

    >>> from newslab.tables import table
    >>> describe_contrasts(table("contrasts"))
    No referent is worded so differently by two articles that it can be shown here.
    """
    if contrasts.empty:
        return Prose("No referent is worded so differently by two articles that it can be shown here.")
    # What two articles say of one fact tells more than two names of one person.
    facts_first = contrasts.assign(names=contrasts["rule"].isin(["person", "country", "place", "name"]))
    chosen = facts_first.sort_values("names", kind="stable").drop_duplicates("referent").head(most)
    one, another = (chosen[f"{side}_outlet"].fillna(chosen[side]) for side in ("source", "target"))
    lines = [
        f"- **{escape(row.label)}**: {escape(row.one)} writes {quoted(row.source_text.rstrip('.'), 240)}, "
        f"{escape(row.another)} {quoted(row.target_text.rstrip('.'), 240)}."
        for row in chosen.assign(one=one, another=another).itertuples(index=False)
    ]
    return Prose("\n".join(lines))


def describe_terms(terms, needed):
    """Say which words mark which group of articles, or how many uses it would take to say so.

    terms : table from `distinctive_terms`. needed : table from `uses_needed`, for the same articles.

    >>> import newslab as nl
    >>> articles = nl.clean_articles(nl.load_articles("seeds", sources="seeds/sources.csv"))
    >>> describe_terms(nl.distinctive_terms(articles), nl.uses_needed(articles)).split(":")[0]
    'No word can be told from chance with these articles'
    """
    group = needed.columns[0]
    found = terms[terms["p_adjusted"].le(0.05).fillna(False)]
    if not found.empty:
        marked = [
            f"{escape(name)}: {listed([escape(term) for term in own['term'].head(6)])}"
            for name, own in found.groupby(group, sort=True)
        ]
        return Prose(f"Words used more often than chance explains (5 % false discoveries): {'; '.join(marked)}.")
    said = [
        f"one that only {escape(row[0])} uses would need {number(int(row.needed), 'use')}, "
        f"and its most used one, {quoted(row.only_here)}, has {number(int(row.count_))}"
        for row in needed.rename(columns={"count": "count_"}).dropna().itertuples(index=False)
    ]
    if not said:
        return Prose("There are no two groups of articles to compare.")
    return Prose(f"No word can be told from chance with these articles: {'; '.join(said)}.")


def describe_speakers(quotes):
    """Say how many quotations there are, how many have a known speaker, and whom most outlets let speak.

    quotes : table from `extract_quotes`.

    >>> from newslab.tables import table
    >>> describe_speakers(table("quotes"))
    No article quotes anybody.
    """
    speech = quotes[quotes["kind"].isin(["direct", "mixed"]) & quotes["duplicate_of"].isna()]
    if speech.empty:
        return Prose("No article quotes anybody.")
    named = speech.dropna(subset="speaker")
    parts = [
        f"{number(len(speech), 'quoted passage')} in {number(speech['article_id'].nunique(), 'article')}; "
        f"the speaker is known for {number(len(named))}."
    ]
    if not named.empty:
        counts = named.groupby("speaker").agg(quotes=("quote_id", "size"), outlets=("article_id", "nunique"))
        counts = counts.reset_index().sort_values(["quotes", "speaker"], ascending=[False, True])
        top = counts.iloc[0]
        parts.append(
            f"Most quoted is {escape(top['speaker'])}: {number(int(top['quotes']), 'passage')}, "
            f"in {number(int(top['outlets']))} of {number(speech['article_id'].nunique(), 'article')} with quotes."
        )
        others = listed([f"{escape(row.speaker)} ({row.quotes})" for row in counts.iloc[1:6].itertuples()])
        if others:
            parts.append(f"Then {others}.")
    return Prose(" ".join(sentence(part) for part in parts))


def describe_matches(matches, quotes):
    """Say how many utterances two or more articles carry, and quote the one that most of them carry.

    matches : table from `match_quotes`. quotes : the quotes it was made from.

    >>> from newslab.tables import table
    >>> describe_matches(table("matches"), table("quotes"))
    No utterance is carried by two articles.
    """
    if matches.empty:
        return Prose("No utterance is carried by two articles.")
    told = quotes.assign(outlet=outlet_or_id(quotes), words=quotes["text"].str.len())
    carried = matches[["group", "quote_id"]].merge(told, on="quote_id")
    groups = carried.groupby("group").agg(articles=("article_id", "nunique"), words=("words", "max")).reset_index()
    groups = groups.sort_values(["articles", "words", "group"], ascending=[False, False, True])
    widest = carried[carried["group"] == groups.iloc[0]["group"]]
    fullest = widest.sort_values(["words", "quote_id"], ascending=[False, True]).iloc[0]
    speakers = widest["speaker"].dropna().unique()
    # Where the articles name different speakers, naming one of them would be a guess.
    speaker = f", by {escape(speakers[0])}," if len(speakers) == 1 else ""
    outlets = listed([escape(outlet) for outlet in sorted(widest["outlet"].unique())])
    return Prose(
        f"{sentence(number(len(groups), 'utterance'))} {'is' if len(groups) == 1 else 'are'} carried by two or more "
        f"articles. The widest carried{speaker} stands in {outlets}: {quoted(fullest['text'])}"
    )
