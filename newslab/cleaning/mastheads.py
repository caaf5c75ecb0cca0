"""The outlet that the furniture of a page names: in its imprint, its sign-up boxes, its links, and again and again."""

import re
from collections import defaultdict
from itertools import pairwise

from newslab.cleaning.fields import Field
from newslab.cleaning.outlet_hints import handles, hints, hosts, is_generic
from newslab.cleaning.outlets import fold, full_name, is_agency, is_common, is_outlet, is_printed_outlet

# A longer line is text, and tells of others.
_LONGEST = 400
# An imprint is enough by itself, any other wording needs a second sign.
_ENOUGH = 3
# The lines that may be a masthead, those just above the story, and those at either end of a long page.
_TOP, _NEAR, _END = 4, 4, 400
# The characters of a line that is a name alone, and how far apart such lines stand in one list.
_NAME, _BESIDE = 40, 2
_WORDED = {"invitation", "offer", "owner", "statement", "path", "staff"}
_OFFERED = {"invitation", "offer", "owner"}
_COINED = re.compile(r"[a-z0-9][A-Z]|\d[a-z]")
_COMPANY = re.compile(
    r"\b(?:media|communications|holdings|group|broadcasting|publishing|publications|enterprises|newspapers|digital"
    r"|network|inc|corporation|interactive|theme|press)\b", re.I)  # fmt: skip


def printed_outlet(page, headline, promotions):
    """The outlet field of a page, or None.

    page, headline, promotions : the `Printed` page, the number of its headline or None, and (number, text) of
    promotions inside the story.

    Every wording that may name the outlet has a vote. A name counts more which other lines of the furniture bear, too,
    and more again where an address or account is spelt like it. On a tie, no outlet is returned.
    """
    lines = [(number, line) for line, number in page.furniture.items() if _may_tell(page, number, line)]
    listed = _listed(lines)
    lines = [(number, line) for number, line in lines if number not in listed] + promotions
    title = None if headline is None else page.lines[headline]
    near = range((page.first if headline is None else headline) - _NEAR, page.first)
    found = defaultdict(dict)
    for number, line in lines:
        for hint in hints(line, headline=title, top=number < _TOP, near=number in near):
            best = found[fold(full_name(hint.name))]
            # The same wording again and again is one hint, not many.
            if hint.kind not in best or hint.weight > best[hint.kind][0].weight:
                best[hint.kind] = hint, number
    text = "\n".join(line for _, line in lines)
    marks = _addresses(text.lower().split())
    votes = {key: _votes([hint for hint, _ in best.values()], text, key in marks) for key, best in found.items()}
    most = max(votes.values(), default=0)
    # Of a name and a shorter form of it the longer one is given.
    keys = sorted((key for key in votes if votes[key] == most), key=len)
    if most < _ENOUGH or not all(key in keys[-1] for key in keys):
        return None
    hint, number = max(found[keys[-1]].values(), key=lambda one: (one[0].weight, -one[1]))
    return Field(full_name(hint.name), hint.rule, *page.spans[number])


def _may_tell(page, number, line):
    """Whether a line is worth reading: at either end of the page, short, and no caption, whose rights are others'."""
    fixed = page.fixed[number]
    at_end = number < _END or number > len(page.lines) - _END
    return at_end and len(line) <= _LONGEST and not (fixed and fixed[0] == "caption")


def _listed(lines):
    """The numbers of the lines in a list of outlets: it names those of one company, or of partners."""
    names = [
        (number, full_name(line.strip())) for number, line in lines if len(line) <= _NAME and is_printed_outlet(line)
    ]
    pairs = [
        (one, other) for (one, name), (other, another) in pairwise(names) if other - one <= _BESIDE and name != another
    ]
    return {number for pair in pairs for number in pair}


def _votes(given, text, marked):
    """How much speaks for a name: its hints, the lines that bear it, and an address like it."""
    name = max((hint.name for hint in given), key=len)
    kinds = {hint.kind for hint in given}
    known = is_outlet(name)
    lines = _lines_with(name.removeprefix("The ").removeprefix("the "), text)
    votes = sum(hint.weight for hint in given) + 2 * marked + known + min(2, lines // 2)
    # An agency signs what others print, while it offers letters on its own pages; a company stands in the imprint.
    signs = is_agency(name) and len(kinds) == 1 and kinds.isdisjoint(_OFFERED)
    if signs or lines < 3 and not known and _COMPANY.search(name):
        return votes - 2
    # One wording may name anything, unless it is an imprint or the name is known or coined.
    sure = marked or not kinds.isdisjoint(("headline", "imprint", "link"))
    if known and not is_common(name) or not is_generic(name):
        told = not is_common(name) or not kinds.isdisjoint(_WORDED)
        sure = sure or len(kinds) > 1 or known and told or lines > 2 and _COINED.search(name)
    return votes if sure else 0


def _lines_with(name, text):
    """The number of lines that bear a name as a word of its own, up to four."""
    count, position = 0, text.find(name)
    while position >= 0 and count < 4:
        end = position + len(name)
        if not text[max(0, position - 1) : position].isalnum() and not text[end : end + 1].isalnum():
            count += 1
            end = text.find("\n", end)
            if end < 0:
                break
        position = text.find(name, end)
    return count


def _addresses(tokens):
    """The folded labels of the hosts and the accounts among some words."""
    tokens = [token for token in tokens if "." in token or "@" in token]
    labels = {label for host in hosts(tokens) for label in host.split(".")[:-1]}
    return {fold(label) for label in labels | set(handles(tokens))}
