"""What an article quotes of an utterance besides the piece by which it was found."""

from collections import defaultdict

from newslab.quotes.alignment import held_together
from newslab.quotes.likeness import one_speaker

_HELD = 0.75  # share of the words of a piece that the fullest quotation must have
_FEWEST = 3  # words


def with_pieces(groups, said):
    """The groups, each with the pieces of its utterance that its articles quote besides.

    Too few words to tell an utterance by are enough where the article has more of it by the same speaker: without them
    it would be said to have cut what it prints.
    """
    grouped = {i for members in groups for i in members}
    loose = defaultdict(list)
    for i, one in enumerate(said):
        if i not in grouped and len(one.words) >= _FEWEST:
            loose[min(one.articles)].append(i)
    best = {}
    for number, members in enumerate(groups):
        full = max((said[i] for i in members), key=lambda one: len(one.words))
        own = {
            article: [said[i] for i in members if article in said[i].articles]
            for article in _others(members, full, said)
        }
        for i in [i for article in own for i in loose[article]]:
            by_one = all(one_speaker(said[i], other) for other in own[min(said[i].articles)])
            held = held_together(said[i].text, full.text) if by_one else 0
            if held >= _HELD and held > best.get(i, (0,))[0]:
                best[i] = held, number
    found = [list(members) for members in groups]
    for i, (_, number) in sorted(best.items()):
        found[number].append(i)
    return found


def _others(members, full, said):
    """The articles of a group that have not its fullest quotation."""
    return sorted(frozenset().union(*(said[i].articles for i in members)) - full.articles)
