"""What is quoted, also in transcripts: paragraphs that begin with the name of who speaks, in capitals, and a colon."""

import re
from collections import Counter

from newslab.quotes import people
from newslab.quotes.cues import LABELS
from newslab.text import find_quoted, paragraphs

_LABEL = re.compile(
    r"([^\W\d_a-z](?:[^\W\d_a-z]|[.’'-])+(?: [^\W\d_a-z](?:[^\W\d_a-z]|[.’'-])*){0,3})"
    r"(?:,(?: [^\W\d_a-z]+){1,3}| \([^()\n]{1,40}\))?:\s+"
)
_FULL_NAME = re.compile(r"(?<!\w)([^\W\d_a-z][^\W\d_A-Z]+) ([^\W\d_a-z][\w’'-]*+)")
# Somebody has to come back: the players whom a report marks one after another stand in capitals too.
_TURNS = 2


def quoted_segments(text):
    """The segments between quotation marks, and the turns of a transcript, in order."""
    return find_quoted(text, find_turns(text, paragraphs(text)))


def find_turns(text, places):
    """(start of the words, end of the label, name) of each paragraph of a transcript, by its start.

    places : the (start, end) of the paragraphs.

    >>> text = "ADA LOWE: Why?\\n\\nTOM ROTH: It rained.\\n\\nLOWE: Much?\\n\\nROTH: A lot."
    >>> find_turns(text, [(0, 14), (16, 36), (38, 49), (51, 63)])[38]
    (44, 42, 'ADA LOWE')
    """
    labels = {}
    for start, end in places:
        match = _LABEL.match(text, start, min(end, start + 120))
        if match is not None and match.end() < end:
            labels[start] = match
    if len(labels) < 2 * _TURNS:
        return {}
    name_of = _names(text, [match.group(1) for match in labels.values()])
    turns = {start: (match, name_of[match.group(1)]) for start, match in labels.items() if match.group(1) in name_of}
    times = Counter(name for _, name in turns.values())
    if sum(count >= _TURNS for count in times.values()) < 2:
        return {}
    return {start: (match.end(), match.end(1), name) for start, (match, name) in turns.items()}


def _names(text, labels):
    """The full name for each label that names somebody: a full name itself, or the surname of one."""
    full = {label for label in labels if " " in label and not LABELS & set(label.lower().split())}
    if not any(label.split()[0].lower() in people.given_names() for label in full):
        full = set()
    surnames = {label.split()[-1]: label for label in sorted(full)}
    named = _FULL_NAME.findall(text)
    known = {surname.upper() for given, surname in named if given.lower() in people.given_names()}
    alone = {label for label in labels if label in surnames or label in known}
    return {label: label for label in full} | {label: surnames.get(label, label) for label in alone}
