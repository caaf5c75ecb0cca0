"""Names for articles: unique, safe in a path, a table and a page, and the same on every run."""

import re
from collections import Counter

_UNSAFE = re.compile(r"""(?:[/\\:*?"<>|`\ufffd]|\.{2,})+""")
_LONGEST = 200


def safe_id(text):
    """Make a text fit to be an article's id.

    >>> safe_id("../../etc/passwd"), safe_id("=cmd|' /C calc'"), safe_id("000_be3014d14ec1fab8")
    ('_etc_passwd', "cmd_' _C calc'", '000_be3014d14ec1fab8')
    """
    text = str(text)[: 2 * _LONGEST]
    if not text.isprintable():
        text = "".join(char if char.isprintable() else "_" for char in text)
    return _UNSAFE.sub("_", text).lstrip("=+-@. ")[:_LONGEST].rstrip(". ") or "article"


def unique_ids(candidates):
    """Choose an id for each article from its candidates, shortest first, so that no two are the same.

    All articles that share a candidate go on to their next one; if candidates run out, a number is added.

    >>> unique_ids([["story", "bbc-story"], ["story", "rt-story"], ["other"], ["other"]])
    ['bbc-story', 'rt-story', 'other', 'other-2']
    """
    level = [0] * len(candidates)
    chosen = [safe_id(names[0]) for names in candidates]
    while True:
        counts = Counter(chosen)
        climbing = [n for n, name in enumerate(chosen) if counts[name] > 1 and level[n] + 1 < len(candidates[n])]
        if not climbing:
            return _counted(chosen)
        for n in climbing:
            level[n] += 1
            chosen[n] = safe_id(candidates[n][level[n]])


def _counted(names):
    taken, counters, result = set(names), Counter(), []
    for name in names:
        counters[name] += 1
        unique = name
        if counters[name] > 1:
            while (unique := f"{name}-{counters[name]}") in taken:
                counters[name] += 1
            taken.add(unique)
        result.append(unique)
    return result
