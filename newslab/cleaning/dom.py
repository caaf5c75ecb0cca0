"""What the source of a page says of each line of its visible text: tags, names of classes, the box it stands in."""

import re
from functools import lru_cache
from typing import NamedTuple

import numpy as np
from lxml import etree

from newslab.corpus.html_text import TextRenderer, rendered

_TAGS = {
    "link": "a",
    "paragraph": "p",
    "item": "li dd dt",
    "heading": "h1 h2 h3 h4 h5 h6",
    "title": "h1",
    "frame": "nav header footer menu",
    "aside": "aside",
    "figure": "figure figcaption picture",
    "article": "article",
    "main": "main",
    "form": "form button label input fieldset",
    "table": "table",
    "quote": "blockquote q",
    "marked": "b strong em i u",
    "time": "time",
}
_NAMES = {
    "story": r"article[-_]?(?:body|content|text|copy)|story[-_]?(?:body|content|text)|post[-_]?(?:body|content)"
    r"|entry[-_]?content"
    r"|body[-_]?(?:copy|text|content)|articlebody|rich[-_]?text|main[-_]?content|paragraph",
    "comment": r"comment|disqus|discussion|respond",
    "related": r"relat|recommend|recirc|read[-_]?more|more[-_]|most[-_]|popular|trending|teaser|outbrain"
    r"|taboola|next|see[-_]?also|promo|card|river|feed",
    "share": r"share|social|follow|facebook|twitter",
    "advert": r"(?:^|[-_ ])ads?(?:$|[-_ ])|advert|sponsor|newsletter|subscri|signup|paywall|affiliate|donat"
    r"|support|cta",
    "byline": r"byline|author|writer|meta|dateline|timestamp|published|credit[-_]?line|bio",
    "caption": r"caption|credit|gallery|slide|photo|image|media|figure|video|lightbox",
    "frame name": r"nav|menu|footer|header|sidebar|widget|breadcrumb|masthead|toolbar|banner|cookie|consent"
    r"|modal|popup|overlay",
    "tags": r"(?:^|[-_ ])tags?(?:$|[-_ ])|topics?|keywords|categor",
    "hidden": r"hidden|sr-only|visually|screen-reader|display:\s?none|collapse",
    "quote name": r"tweet|instagram|embed|pull-?quote",
    "summary": r"summary|standfirst|subtitle|sub-?head|dek|deck|excerpt|description|headline|title",
}
_TAG_BITS = {}
for _number, _group in enumerate(_TAGS.values()):
    for _tag in _group.split():
        _TAG_BITS[_tag] = _TAG_BITS.get(_tag, 0) | 1 << _number
_NAME_BITS = [(re.compile(pattern), 1 << (len(_TAGS) + number)) for number, pattern in enumerate(_NAMES.values())]
_FLAGS = len(_TAGS) + len(_NAMES)
_NEARLY = 0.9
_LINK, _COMMENT = list(_TAGS).index("link"), len(_TAGS) + list(_NAMES).index("comment")
# What only dresses the text of its box, so that the box around it counts.
_INLINE = frozenset(
    "a b strong em i u span font small sup sub mark abbr cite code time br img q s del ins label".split()
)


class Boxes(NamedTuple):
    """What the source of a page says of its lines.

    features : a row a line. comments : which lines stand in boxes named as comments.
    groups : numbers that lines have in common: of the box around them, of the two around that, and of its kind.
    parents : for each box the one around it.
    """

    features: np.ndarray
    comments: np.ndarray
    groups: list
    parents: list


@lru_cache(maxsize=20_000)
def _name_bits(names):
    """What the names of an element tell, in lower case, as bits."""
    return sum(bit for pattern, bit in _NAME_BITS if pattern.search(names))


class _Hints(TextRenderer):
    """The renderer of the visible text, which also notes the boxes around each piece of it."""

    def __init__(self):
        super().__init__()
        self.open = [(0, (0, 0, 0))]
        self.boxes = 0
        self.kinds, self.kind_of, self.parents = {}, [0], [0]
        self.pieces = []

    def start(self, tag, attributes):
        bits, boxes = self.open[-1]
        bits |= _TAG_BITS.get(tag, 0)
        get = attributes.get
        names = f"{get('class', '')} {get('id', '')} {get('itemprop', '')} {get('role', '')}"
        if len(names) > 3:
            bits |= _name_bits(names[:200].lower())
        if tag not in _INLINE:
            self.boxes += 1
            kind = self.kinds.setdefault((tag, names, self.kind_of[boxes[0]]), len(self.kinds) + 1)
            self.kind_of.append(kind)
            self.parents.append(boxes[0])
            boxes = (self.boxes, *boxes[:2])
        self.open.append((bits, boxes))
        super().start(tag, attributes)

    def end(self, tag):
        super().end(tag)
        if len(self.open) > 1:
            self.open.pop()

    def data(self, text):
        if self.hidden_at is None and (solid := len("".join(text.split()))):
            self.pieces.append((solid, *self.open[-1]))
        super().data(text)


def read_boxes(html, raw, lines):
    """The `Boxes` of the lines of one page: their shares by tag and class, and how much text their boxes hold.

    None where the source and the text disagree.
    """
    renderer = _Hints()
    try:
        text = rendered(html, renderer)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None
    if text != raw or not renderer.pieces:
        return None
    solid = np.cumsum(~lines.blank).astype(float)
    first = np.where(lines.starts > 0, solid[lines.starts - 1], 0)
    last = solid[lines.ends - 1]
    sizes = np.array([piece[0] for piece in renderer.pieces], float)
    bits = np.array([piece[1] for piece in renderer.pieces], np.int64)
    ends = np.cumsum(sizes)
    flags = (bits[:, None] >> np.arange(_FLAGS) & 1).astype(float)
    shares = _mean_over(flags, ends, sizes, first, last)
    groups = _groups(renderer, ends, first)
    mass = _mass(groups, renderer.boxes, lines, shares[:, _LINK])
    # Boxes of one kind (the same tags and classes, in a box of the same kind) hold the same kind of text.
    groups.append(np.array(renderer.kind_of)[groups[0]])
    features = np.hstack([shares, mass, _edges(shares)]).astype(np.float32)
    return Boxes(features, shares[:, _COMMENT] > _NEARLY, groups, renderer.parents)


def _mean_over(values, ends, sizes, first, last):
    """The mean of the values of pieces over stretches of characters, both counted without blanks."""
    total = np.vstack([np.zeros((1, values.shape[1])), np.cumsum(values * sizes[:, None], axis=0)])

    def up_to(position):
        piece = np.minimum(np.searchsorted(ends, position, "left"), len(ends) - 1)
        inside = position - (ends[piece] - sizes[piece])
        return total[piece] + values[piece] * inside[:, None]

    return (up_to(last) - up_to(first)) / np.maximum(last - first, 1)[:, None]


def _groups(renderer, ends, first):
    """The numbers of the box of each line, of the box around it and of the one around that."""
    piece = np.minimum(np.searchsorted(ends, first, "right"), len(ends) - 1)
    return [np.array([boxes[level] for _, _, boxes in renderer.pieces])[piece] for level in range(3)]


def _mass(groups, n_boxes, lines, link):
    """How much text not in links stands in each of the boxes around a line."""
    text = np.where(lines.n_words >= 6, lines.n_words * (1 - link) * lines.stops, 0)
    columns = []
    for box in groups:
        mass = np.bincount(box, text, n_boxes + 1)
        n_lines = np.bincount(box, minlength=n_boxes + 1)
        same = np.concatenate([[0], box[1:] == box[:-1]])
        columns += [
            mass[box] / (text.sum() + 1),
            mass[box] == mass.max(),
            np.log1p(mass[box]),
            np.log1p(n_lines[box]),
            same,
        ]
    return np.column_stack(columns)


def _edges(shares):
    """The same shares for the line before and the line after."""
    before, after = np.zeros_like(shares), np.zeros_like(shares)
    before[1:], after[:-1] = shares[:-1], shares[1:]
    return np.hstack([before, after])


def agreement(lines, boxes, p):
    """What the first judgement says of the other lines in the same box, in boxes of its kind, in the same branch."""
    words = np.minimum(lines.n_words, 60)
    branch, depth = _branches(boxes, p * words)
    inside = branch > 0
    columns = [inside, inside * depth, ~inside * depth]
    for group in [*boxes.groups, branch]:
        mass, total = np.bincount(group, p * words), np.bincount(group, words)
        others = (mass[group] - p * words + 5 * p.mean()) / (total[group] - words + 5)
        columns += [
            others,
            np.log1p(total[group] - words),
            mass[group] / (p @ words + 1),
            np.log1p(np.bincount(group)[group]),
        ]
    columns.append(inside * others)
    return np.column_stack(columns).astype(np.float32)


def _branches(boxes, text):
    """Where a line hangs on the least box that holds nearly all of the story.

    Returns the number of the box right in it that holds the line, 0 outside, and how deep in there the line stands.
    """
    parents, box = boxes.parents, boxes.groups[0]
    held = np.bincount(box, text, len(parents)).tolist()
    for number in range(len(parents) - 1, 0, -1):
        held[parents[number]] += held[number]
    # Boxes with more than half of it hold one another, and the inner ones are opened later.
    story = max(number for number, mass in enumerate(held) if mass >= _NEARLY * held[0])
    branch, depth = [0] * len(parents), [0] * len(parents)
    for number in range(1, len(parents)):
        if number == story or parents[number] == story:
            branch[number] = number
        else:
            branch[number], depth[number] = branch[parents[number]], depth[parents[number]] + 1
    return np.array(branch)[box], np.log1p(depth)[box]
