"""Events that belong to one story, so that what they have in common may be compared."""

from collections import Counter, defaultdict
from math import log

from newslab.framing.names import read_names

# Two events are of one story when this share of the people of one, the rarer the weightier, is in the other.
_SAME_STORY = 0.3


def stories(mentions, events):
    """The articles as lists of article_ids, a list for each story: events that the same people take part in.

    mentions : article_id → its mentions; events : article_id → event, or None where all articles are one story.
    """
    if events is None:
        return [sorted(mentions)]
    members = defaultdict(list)
    for article_id in sorted(mentions):
        members[str(events.get(article_id, f"alone {article_id}"))].append(article_id)
    people = {event: set(_people(mentions, found)) for event, found in members.items()}
    spread = Counter(person for found in people.values() for person in found)
    weight = {person: log(1 + len(people) / n) for person, n in spread.items()}
    total = {event: sum(weight[person] for person in sorted(found)) for event, found in people.items()}
    story = {event: event for event in members}
    for (event, other), shared in sorted(_shared(people, weight).items()):
        if shared >= _SAME_STORY * min(total[event], total[other]):
            old, new = story[other], story[event]
            story = {member: new if place == old else place for member, place in story.items()}
    together = defaultdict(list)
    for event, found in members.items():
        together[story[event]] += found
    return sorted(sorted(found) for found in together.values())


def _people(mentions, article_ids):
    return read_names([mention for article_id in article_ids for mention in mentions[article_id]]).people.values()


def _shared(people, weight):
    """Each pair of events with people in common → the weight of these."""
    holding, shared = defaultdict(list), Counter()
    for event in sorted(people):
        for person in sorted(people[event]):
            for other in holding[person]:
                shared[other, event] += weight[person]
            holding[person].append(event)
    return shared
