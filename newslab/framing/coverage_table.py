"""Who tells of what, and who does not, or could not."""

from collections import Counter, defaultdict

import pandas as pd

from newslab.framing.clauses import NAMED
from newslab.framing.dates import days_named
from newslab.framing.lexicon import countries, given_names, word_classes
from newslab.framing.possible_mentions import PossibleMentions
from newslab.framing.salience import sure
from newslab.framing.stories import same_story
from newslab.tables import event_of, expect, outlet_or_id, table
from newslab.text import STOP_WORDS, WORD, stem, words

# A label of fewer words of content is a piece of a statement: "dirty word", "on foreign affairs".
_STATEMENT = 3
_SHORT_NAME = 2
# What more events speak of, "Congress", joins them no more than a country does.
_FEW = 5
_COLUMNS = ["referent", "label", "article_id", "start", "end", "text", "rule", "score"]


def coverage(wording: pd.DataFrame, articles: pd.DataFrame, *, events: pd.DataFrame | None = None) -> pd.DataFrame:
    """Say of each fact, person, place and name whether each article reports it.

    wording : table from `wording`.
    articles : the table that `wording` was made from.
    events : table from `group_events`, to tell an article of another event from a silent one.

    Returns a table with columns referent, label, article_id, outlet (article_id where the outlet is not known), state,
    n_mentions (mentions in the article), in the order of `wording`. States:

    - "told".
    - "could not know": published before the first article here that reports the fact, and each sentence that states
      it gives it a day that was still to come. Only facts can be new in this sense: people, places and names are older
      than the first article that mentions them.
    - "other event": no article of its event reports it. An article whose event has no fact, person, place or name in
      common with theirs, of those in few events, has no row.
    - "silent": otherwise. A claim of silence needs two outlets that report it; an article of the same event that is no
      older than theirs, as far as the dates are known; and that nothing in the article may speak of it in other words.

    Doubtful cases have no row: an older article; one with a sentence that shares much with a clause of the fact; one
    with part of the name, its initials or another spelling, with a role of its bearer, with the country whose capital
    it is. Nor is anybody called silent on an outlet or a network, on a country of which an institution is named, on a
    people, on a piece of a statement or of a name. Common nouns ("a decision") have no rows, since to do without a word
    is no silence. Each fact counts once: two facts of one sentence that the same articles report are one row, and so is
    a fact with a name that stands only in it.

    Of 80 silences claimed on articles not read before, 73 were true when read: benchmarks/judged_silences.py.
    Raises TypeError or ValueError where a table is not the one it should be.

    >>> import newslab as nl
    >>> articles = nl.clean_articles(nl.load_articles("seeds", sources="seeds/sources.csv"))
    >>> told = nl.coverage(nl.wording(articles), articles)
    >>> ukraine = told[told["label"] == "Ukraine"]
    >>> dict(zip(ukraine["outlet"], ukraine["state"]))["RT"]
    'silent'
    """
    expect(wording, "wording", _COLUMNS)
    expect(articles, "articles", ["article_id", "outlet", "status", "published", "raw", "kept"])
    wording = sure(wording)
    read = articles[articles["status"] == "ok"].sort_values("article_id")
    outlet_of = dict(zip(read["article_id"], outlet_or_id(read), strict=True))
    found = {
        referent: mentions
        for referent, mentions in wording.groupby("referent", sort=False)
        if mentions["rule"].iloc[0] != "thing"
    }
    shared = {
        referent
        for referent, mentions in found.items()
        if len({outlet_of[one] for one in mentions["article_id"] if one in outlet_of}) > 1
    }
    once = _counted_once({referent: found[referent] for referent in found if referent in shared})
    gaps = _Gaps(wording, articles, events, outlet_of)
    rows = []
    for referent, mentions in found.items():
        if referent in shared and referent not in once:
            continue
        counts, label = Counter(mentions["article_id"]), mentions["label"].iloc[0]
        states = dict.fromkeys(counts, "told") | (gaps.of(referent, mentions) if referent in shared else {})
        for article_id in sorted(states.keys() & outlet_of.keys()):
            rows.append(
                {
                    "referent": referent,
                    "label": label,
                    "article_id": article_id,
                    "outlet": outlet_of[article_id],
                    "state": states[article_id],
                    "n_mentions": counts[article_id],
                }
            )
    return table("coverage", rows)


def _counted_once(found):
    """The referents that are no part of another: a second fact of one sentence, a name that stands only in facts."""
    once, places, stated = set(), defaultdict(list), defaultdict(list)
    facts = {referent: mentions for referent, mentions in found.items() if mentions["rule"].iloc[0] == "fact"}
    # Of two facts of one sentence the one with fewer places says more precisely what is stated.
    for referent in sorted(facts, key=lambda referent: len(facts[referent])):
        tellers, spans = frozenset(facts[referent]["article_id"]), _spans(facts[referent])
        if not any(_overlap(span, other) for span in spans for other in stated[tellers]):
            once.add(referent)
            stated[tellers] += spans
        for article_id, start, end in spans:
            places[article_id].append((start, end))
    for referent, mentions in found.items():
        inside = (
            any(first <= start and end <= last for first, last in places[article_id])
            for article_id, start, end in _spans(mentions)
        )
        if mentions["rule"].iloc[0] == "codebook" or (mentions["rule"].iloc[0] in NAMED and not all(inside)):
            once.add(referent)
    return once


def _spans(mentions):
    return list(zip(mentions["article_id"], mentions["start"], mentions["end"], strict=True))


def _overlap(span, other):
    """Do two stretches of one article share half of the shorter?"""
    shared = min(span[2], other[2]) - max(span[1], other[1])
    return span[0] == other[0] and 2 * shared > min(span[2] - span[1], other[2] - other[1])


class _Gaps:
    """Why an article does not report what others do."""

    def __init__(self, wording, articles, events, outlet_of):
        dates = articles.dropna(subset="published")
        self._days = {key: day.date() for key, day in zip(dates["article_id"], dates["published"], strict=True)}
        self._event = event_of(events)
        self._story = same_story(wording, self._event)
        self._named = _named_by_event(wording, self._event)
        self._near = {}
        self._possible = PossibleMentions(wording, articles)
        self._at_home = _at_home(wording)
        self._outlet_of = outlet_of
        self._published_names = {form for outlet in outlet_of.values() for form in _forms(outlet)}

    def of(self, referent, mentions):
        """article_id → state, for those of the articles that do not report the referent and about which it is sure."""
        label, rule, tellers = mentions["label"].iloc[0], mentions["rule"].iloc[0], set(mentions["article_id"])
        first = min(self._days[one] for one in tellers) if tellers <= self._days.keys() else None
        theirs = {self._event.get(teller) for teller in tellers}
        related = self._related(frozenset(theirs))
        states = {}
        for article_id in self._outlet_of.keys() - tellers:
            older = first is not None and article_id in self._days and self._days[article_id] < first
            states[article_id] = self._state(article_id, mentions, older, theirs)
        unsure = {key for key, state in states.items() if state is None}
        if not self._is_worth_saying(referent, label, rule, mentions):
            unsure |= {key for key, state in states.items() if state == "silent"}
        asked = [key for key, state in states.items() if state == "silent" or (state and rule == "person")]
        unsure |= self._possible.of(referent, label, rule, asked)
        states = {key: state for key, state in states.items() if key not in unsure}
        # An outlet that is silent in one article is so only if its others are of another event.
        comparable = {self._outlet_of[key] for key, state in states.items() if state != "other event"}
        return {
            key: state
            for key, state in states.items()
            if state != "other event" or self._event[key] in related or self._outlet_of[key] in comparable
        }

    def _is_worth_saying(self, referent, label, rule, mentions):
        """Is it something to be silent on: one whole statement, no piece of a name, no network or outlet?"""
        if rule == "fact":
            return _is_statement(label) and self._possible.is_one_fact(referent)
        if rule == "country":
            return label not in self._at_home
        if rule == "name":
            return _is_name(label, mentions) and not self._is_publisher(label)
        return True

    def _is_publisher(self, label):
        return bool(_forms(label) & self._published_names or set(words(label)) & word_classes()["publisher"])

    def _related(self, theirs):
        """The events that share a fact, a person, a place or a name with these."""
        if theirs not in self._near:
            shared = set().union(*(self._named.get(event, ()) for event in theirs))
            self._near[theirs] = {event for event, named in self._named.items() if not shared.isdisjoint(named)}
        return self._near[theirs]

    def _state(self, article_id, mentions, older, theirs):
        """The state of one article; None where nothing can be said of it."""
        ours = self._event.get(article_id)
        apart = ours is not None and None not in theirs and ours not in theirs
        of_the_story = not apart or any({ours, event} in self._story for event in theirs)
        if older and of_the_story and self._is_new(mentions, self._days[article_id]):
            return "could not know"
        if apart:
            return "other event"
        return None if older else "silent"

    def _is_new(self, mentions, day):
        """Is it a fact, and do all sentences that state it give it a day, and none before or on this one?"""
        if mentions["rule"].iloc[0] != "fact":
            return False
        named = [days_named(row.text, self._days[row.article_id]) for row in mentions.itertuples()]
        return all(days and min(days) > day for days in named)


def _is_statement(label):
    """Does the label say what somebody does: with enough words of content, two of them no names, and to its end?"""
    found = [word for word in WORD.findall(label) if word.lower() not in STOP_WORDS and not word.isdigit()]
    found = [word for word in found if word.islower() or word.lower() not in word_classes()["title"]]
    common = {stem(word) for word in found if word.islower()}
    whole = label.endswith("…") or words(label)[-1] not in STOP_WORDS
    return whole and len({stem(word.lower()) for word in found}) >= _STATEMENT and len(common) > 1


def _is_name(label, mentions):
    """Is it a whole name, and not a people, any of a kind ("a Baptist"), a given name or what is left of one ("Mo")?"""
    plain = label.lower()
    any_of_a_kind = mentions["text"].str.lower().isin([f"a {plain}", f"an {plain}"]).any()
    people = countries().get(plain.split()[-1], ("", ""))[1] == "demonym"
    short = len(label) <= _SHORT_NAME and not label.isupper()
    return not (any_of_a_kind or people or short or plain in given_names())


def _at_home(wording):
    """The countries of which an article names an institution: what is done there needs no name of the country."""
    texts = wording.loc[wording["rule"].isin(["country", "name"]), "text"].str.lower().str.removeprefix("the ").unique()
    known = (countries().get(text, ("", "")) for text in texts)
    return {country for country, kind in known if kind in ("body", "government")}


def _named_by_event(wording, event):
    """event → the facts, people, places and names of its articles that few events have; a country is in most."""
    named, telling = defaultdict(set), defaultdict(set)
    rows = wording.loc[~wording["rule"].isin(["thing", "country"]), ["article_id", "referent"]].drop_duplicates()
    for article_id, referent in rows.itertuples(index=False):
        telling[referent].add(event.get(article_id))
    for referent, found in telling.items():
        for one in found if len(found) <= _FEW else ():
            named[one].add(referent)
    return named


def _forms(name):
    """An outlet's name in lower case, and its first letters."""
    found = name.lower().removeprefix("the ").split()
    return {" ".join(found)} | ({"".join(word[0] for word in found)} if len(found) > 1 else set())
