"""What the source of a page says of each line of its visible text: tags, names of classes, the box it stands in."""

import re
from functools import lru_cache

import numpy as np
from lxml import etree

from newslab.corpus.html_text import TextRenderer

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
_COMMENT = len(_TAGS) + list(_NAMES).index("comment")
# What only dresses the text of its box, so that the box around it counts.
_INLINE = frozenset(
    "a b strong em i u span font small sup sub mark abbr cite code time br img q s del ins label".split()
)


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


def dom_features(html, raw, page):
    """Shares of each line of `page` by tag and class, and how much text its boxes hold; None where they disagree."""
    renderer = _Hints()
    source = html.replace("\0", "\ufffd").encode("utf-8", "replace")
    try:
        text = etree.fromstring(
            source, etree.HTMLParser(target=renderer, encoding="utf-8", huge_tree=True, remove_comments=True)
        )
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None
    if text != raw or not renderer.pieces:
        return None
    solid = np.cumsum(~page.blank).astype(float)
    first = np.where(page.starts > 0, solid[page.starts - 1], 0)
    last = solid[page.ends - 1]
    sizes = np.array([piece[0] for piece in renderer.pieces], float)
    bits = np.array([piece[1] for piece in renderer.pieces], np.int64)
    ends = np.cumsum(sizes)
    flags = (bits[:, None] >> np.arange(_FLAGS) & 1).astype(float)
    shares = _mean_over(flags, ends, sizes, first, last)
    page.comments = shares[:, _COMMENT] > 0.9
    return np.hstack([shares, _boxes(renderer, ends, first, page, shares[:, :1]), _edges(shares)]).astype(np.float32)


def _mean_over(values, ends, sizes, first, last):
    """The mean of the values of pieces over stretches of characters, both counted without blanks."""
    total = np.vstack([np.zeros((1, values.shape[1])), np.cumsum(values * sizes[:, None], axis=0)])

    def up_to(position):
        piece = np.minimum(np.searchsorted(ends, position, "left"), len(ends) - 1)
        inside = position - (ends[piece] - sizes[piece])
        return total[piece] + values[piece] * inside[:, None]

    return (up_to(last) - up_to(first)) / np.maximum(last - first, 1)[:, None]


def _boxes(renderer, ends, first, page, link):
    """How much text not in links stands in the box of a line, in the box around it and in the one around that."""
    piece = np.minimum(np.searchsorted(ends, first, "right"), len(ends) - 1)
    text = np.where(page.n_words >= 6, page.n_words * (1 - link[:, 0]) * page.stops, 0)
    columns, page.groups = [], []
    for level in range(3):
        box = np.array([boxes[level] for _, _, boxes in renderer.pieces])[piece]
        page.groups.append(box)
        mass = np.bincount(box, text, renderer.boxes + 1)
        lines = np.bincount(box, minlength=renderer.boxes + 1)
        same = np.concatenate([[0], box[1:] == box[:-1]])
        columns += [
            mass[box] / (text.sum() + 1),
            mass[box] == mass.max(),
            np.log1p(mass[box]),
            np.log1p(lines[box]),
            same,
        ]
    # Boxes of one kind (the same tags and classes, in a box of the same kind) hold the same kind of text.
    page.groups.append(np.array(renderer.kind_of)[page.groups[0]])
    page.parents = renderer.parents
    return np.column_stack(columns)


def _edges(shares):
    """The same shares for the line before and the line after."""
    before, after = np.zeros_like(shares), np.zeros_like(shares)
    before[1:], after[:-1] = shares[:-1], shares[1:]
    return np.hstack([before, after])


def agreement(page, p):
    """What the first judgement says of the other lines in the same box, in boxes of its kind, in the same branch."""
    if not page.groups:
        return []
    words = np.minimum(page.n_words, 60)
    branch, depth = _branches(page, p * words)
    inside = branch > 0
    columns = [inside, inside * depth, ~inside * depth]
    for group in [*page.groups, branch]:
        mass, total = np.bincount(group, p * words), np.bincount(group, words)
        others = (mass[group] - p * words + 5 * p.mean()) / (total[group] - words + 5)
        columns += [
            others,
            np.log1p(total[group] - words),
            mass[group] / (p @ words + 1),
            np.log1p(np.bincount(group)[group]),
        ]
    columns.append(inside * others)
    return [np.column_stack(columns).astype(np.float32)]


def _branches(page, text):
    """Where a line hangs on the least box that holds nearly all of the story.

    Returns the number of the box right in it that holds the line, 0 outside, and how deep in there the line stands.
    """
    parents = page.parents
    held = np.bincount(page.groups[0], text, len(parents)).tolist()
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
    return np.array(branch)[page.groups[0]], np.log1p(depth)[page.groups[0]]
