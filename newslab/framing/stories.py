"""Articles that tell of one story, so that what they have in common may be compared."""

from collections import Counter, defaultdict
from itertools import combinations
from math import hypot, sqrt

import numpy as np
from scipy import sparse

from newslab.framing.lexicon import information

# Two events are of one story when their articles have this much in common on average: the cosine of what they speak
# of. Of 1,770 pairs of unrelated pages two reach it, of articles on one event nearly all pairs do.
_ONE_STORY = 0.17
# What was published farther apart than this, in days, tells of two acts, whoever takes part in both.
_FAR = 21
# Events compared with all others at a time, so that memory stays small.
_BLOCK = 500


def stories(mentions, events):
    """The articles as lists of article_ids, a list for each story.

    mentions : article_id → its mentions; events : article_id → event, or None: then each article is its own event.
    Events are of one story when their articles speak of the same, the rarer in news the weightier.
    """
    members = defaultdict(list)
    for article_id in sorted(mentions):
        members[f"alone {article_id}" if events is None or article_id not in events else events[article_id]].append(
            article_id
        )
    members = sorted(members.values())
    story = list(range(len(members)))
    for event, other in _alike(members, mentions):
        old, new = sorted((_first(story, event), _first(story, other)), reverse=True)
        story[old] = new
    together = defaultdict(list)
    for event, found in enumerate(members):
        together[_first(story, event)] += found
    return sorted(sorted(found) for found in together.values())


def by_time(tellers, days):
    """The articles in parts that were published long after one another; those without a day go with the first part.

    tellers : article_ids; days : article_id → day of publication, where it is known.
    """
    dated = sorted((days[teller], teller) for teller in tellers if teller in days)
    parts = [[teller for teller in sorted(tellers) if teller not in days]]
    for place, (day, teller) in enumerate(dated):
        if place and (day - dated[place - 1][0]).days > _FAR:
            parts.append([])
        parts[-1].append(teller)
    return parts


def same_story(wording, groups):
    """The pairs of events of which articles state one fact together, as frozensets; groups : article_id → event."""
    facts = wording.loc[wording["rule"] == "fact", ["referent", "article_id"]].drop_duplicates()
    found = set()
    for _, tellers in facts.assign(event=facts["article_id"].map(groups)).groupby("referent")["event"]:
        found.update(map(frozenset, combinations(tellers.dropna().unique(), 2)))
    return found


def _first(story, event):
    """The first event of a story: each event names an earlier one of it, the first itself."""
    while story[event] != event:
        event = story[event]
    return event


def _alike(members, mentions):
    """The pairs of events that are alike enough for one story."""
    profiles = [_profile(mentions[article_id]) for found in members for article_id in found]
    if not any(profiles):
        return
    event = np.repeat(np.arange(len(members)), [len(found) for found in members])
    share = sparse.csr_matrix((1 / np.bincount(event)[event], (event, np.arange(len(event)))))
    vectors = share @ _rows(profiles)
    for first in range(0, len(members), _BLOCK):
        alike = (vectors[first : first + _BLOCK] @ vectors.T).tocoo()
        enough = (alike.data >= _ONE_STORY) & (alike.row + first < alike.col)
        yield from zip((alike.row[enough] + first).tolist(), alike.col[enough].tolist(), strict=True)


def _profile(mentions):
    """What an article speaks of, as term → weight, of length one: words that are rare in news weigh more."""
    counts = Counter(term for mention in mentions for term in mention.terms)
    weights = {term: information(term) * sqrt(n) for term, n in sorted(counts.items())}
    length = hypot(*weights.values()) or 1.0
    return {term: weight / length for term, weight in weights.items()}


def _rows(profiles):
    """The profiles as a sparse matrix, a row for each."""
    place = {term: column for column, term in enumerate(sorted({term for profile in profiles for term in profile}))}
    weights = [weight for profile in profiles for weight in profile.values()]
    columns = [place[term] for profile in profiles for term in profile]
    ends = np.cumsum([0, *map(len, profiles)])
    return sparse.csr_matrix((weights, columns, ends), shape=(len(profiles), len(place)))
