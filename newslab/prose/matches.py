"""Which utterances several articles carry."""

from newslab.prose.words import Prose, escape, listed, number, quoted, sentence
from newslab.tables import outlet_or_id
from newslab.text import words

# Two people may well use the same few words.
_FEW_WORDS = 5
_NONE = "no utterance is carried by two articles"


def describe_matches(matches, quotes):
    """Say how many utterances two or more articles carry, and quote one that most of them carry.

    matches : table from `match_quotes`. quotes : the quotes it was made from.

    Of several that most articles carry, the longest is quoted, with the outlets that print it whole and those that do
    not. Says too where one utterance stands under several names.

    >>> from newslab.tables import table
    >>> describe_matches(table("matches"), table("quotes"))
    No utterance is carried by two articles.
    """
    if matches.empty:
        return Prose(f"{sentence(_NONE)}.", heading=_NONE)
    told = quotes.assign(outlet=outlet_or_id(quotes), length=quotes["text"].str.len())
    carried = matches.merge(told, on="quote_id").sort_values(["length", "quote_id"], ascending=[False, True])
    groups = carried.groupby("group").agg(articles=("article_id", "nunique"), length=("length", "max")).reset_index()
    groups = groups.sort_values(["articles", "length", "group"], ascending=[False, False, True])
    claim = f"{number(len(groups), 'utterance')} {'is' if len(groups) == 1 else 'are'} carried by two or more articles"
    widest = groups["articles"] == groups["articles"].max()
    which = "it" if len(groups) == 1 else "the longest of them" if widest.all() else "the most widely carried"
    parts = [claim, f"{which} {_carriers(carried[carried['group'] == groups.iloc[0]['group']])}"]
    if clash := _clash(carried):
        parts.append(clash)
    return Prose(" ".join(f"{sentence(part)}." for part in parts), heading=claim)


def _carriers(versions):
    """The fullest version of an utterance in its words, and who else has it, unaltered or not."""
    fullest = versions.iloc[0]
    # `edit` will not do: it may be against another version than the fullest.
    same = [words(text) == words(fullest["text"]) for text in versions["text"]]
    whole = sorted(set(versions.loc[same, "outlet"]))
    others = sorted(set(versions["outlet"]) - set(whole))
    speakers = versions["speaker"].dropna().unique()
    # Where the articles name different speakers, naming one of them would be a guess.
    speaker = f" ({escape(speakers[0])})" if len(speakers) == 1 else ""
    text = f"stands in {listed(map(escape, whole))}: {quoted(fullest['text'].rstrip(',.;'))}{speaker}"
    if others:
        text += f"; {listed(map(escape, others))} {'has' if len(others) == 1 else 'have'} it shortened or altered"
    return text


def _clash(carried):
    """How many utterances stand under more than one name, and the longest of them."""
    named = carried.dropna(subset="speaker").drop_duplicates(["group", "outlet", "speaker"])
    named = named[named["text"].str.split().str.len() >= _FEW_WORDS]
    named = named[named.groupby("group")["speaker"].transform("nunique") > 1]
    if named.empty:
        return ""
    longest = named[named["group"] == named["group"].iloc[0]]
    who = listed([f"{escape(row.speaker)} in {escape(row.outlet)}" for row in longest.itertuples()])
    many = named["group"].nunique()
    claim = f"{number(many, 'utterance stands', 'utterances stand')} under more than one speaker's name"
    return f"{claim}{', for one' if many > 1 else ''}: {quoted(longest['text'].iloc[0].rstrip(',.;'), 100)}, {who}"
