"""Text that a page prints twice: the copy in paragraphs counts, once."""

from collections import Counter, defaultdict

from newslab.text import WORD

_SHINGLE = 5


def duplicates(raw, spans):
    """Which of the spans only repeat the others.

    Returns a dictionary from the number of a span to the (start, end) of its repeated part. Of two like paragraphs the
    second is the copy; a span that runs over several paragraphs in one line is a copy of them wherever it stands, and
    so is one which holds only a part of another.
    """
    if not _repeats(raw, spans):
        return {}
    holders, marks = defaultdict(set), []
    for number, (start, end) in enumerate(spans):
        found = [(match.start(), match.end(), match.group().lower()) for match in WORD.finditer(raw, start, end)]
        shingles = [tuple(word for _, _, word in found[i : i + _SHINGLE]) for i in range(len(found) - _SHINGLE + 1)]
        marks.append((found, shingles))
        for shingle in shingles:
            if len(holders[shingle]) < 8:
                holders[shingle].add(number)
    copies = {}
    for number, (found, shingles) in enumerate(marks):
        elsewhere = [i for i, shingle in enumerate(shingles) if len(holders[shingle] - {number} - set(copies))]
        if len(elsewhere) < max(3, 0.6 * len(shingles)):
            continue
        where = Counter(other for i in elsewhere for other in holders[shingles[i]] - {number} - set(copies))
        others = [other for other, count in where.items() if count >= 3]
        if len(others) > 1 or others and _is_copy(number, others[0], marks, where[others[0]]):
            copies[number] = (found[elsewhere[0]][0], spans[number][1])
    return copies


def _repeats(raw, spans):
    """Whether any five words on end stand in the spans twice."""
    seen, total = set(), 0
    for start, end in spans:
        found = WORD.findall(raw[start:end].lower())
        shingles = set(zip(found, found[1:], found[2:], found[3:], found[4:], strict=False))
        seen |= shingles
        total += len(shingles)
    return len(seen) < total - 2


def _is_copy(number, other, marks, shared):
    """Whether the span `number` repeats `other`, and not the other way round."""
    own, theirs = len(marks[number][1]), len(marks[other][1])
    return number > other if shared >= 0.8 * max(own, theirs) else own < theirs
