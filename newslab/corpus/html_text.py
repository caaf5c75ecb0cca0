"""The visible text of a web page, in document order."""

import re

from lxml import etree

from newslab.text import LINE_BREAK

_SKIPPED = frozenset(
    "script style template noscript title svg iframe select datalist textarea canvas object noframes".split()
)
_NEW_LINE = frozenset(
    """address article aside body br button caption center dd details dialog dir div dt fieldset figcaption footer form
    frameset header hr html legend li main menu nav section summary tbody td tfoot th thead tr video audio""".split()
)
_NEW_PARAGRAPH = frozenset("blockquote dl figure h1 h2 h3 h4 h5 h6 listing ol p plaintext pre table ul xmp".split())
_PREFORMATTED = frozenset("listing plaintext pre xmp".split())

_OPENING = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)*+<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)
_TAG = re.compile(
    r"</?(?:html|head|body|div|p|span|a|br|li|ul|ol|h[1-6]|table|t[rdh]|article|section|script|style|meta|link|img|em|"
    r"strong|b|i|blockquote|figure|header|footer|nav|main|iframe|form)(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)


def visible_text(html):
    """Give the text that a page shows, each block on a line of its own, paragraphs with an empty line between.

    html : the source of a page, or a part of one.

    Scripts, styles, templates, menus to choose from and what is marked `hidden` are left out. Neither depth nor
    unclosed tags matter, since no tree is built.

    >>> visible_text("<h1>Talks</h1><div>By <b>A. Writer</b></div><p>They   met.<br>Briefly.<script>x</script></p>")
    'Talks\\n\\nBy A. Writer\\n\\nThey met.\\nBriefly.'
    """
    return rendered(html, TextRenderer()) if html.strip() else ""


def rendered(html, renderer):
    """What a `TextRenderer` makes of the source of a page, which is not blank."""
    # The parser takes bytes, so that an encoding named in the page is not applied a second time; it ends at a NUL.
    source = html.replace("\0", "\ufffd").encode("utf-8", "replace")
    parser = etree.HTMLParser(target=renderer, encoding="utf-8", huge_tree=True, remove_comments=True)
    return etree.fromstring(source, parser)


def looks_like_html(text):
    """Whether a text is the source of a page: it opens like one, or is full of tags.

    >>> looks_like_html("<!DOCTYPE html><title>a"), looks_like_html("<p>One.</p>"), looks_like_html("a <b> c")
    (True, True, False)
    """
    start = text[:100_000]
    if _OPENING.match(start):
        return True
    tags = len(_TAG.findall(start))
    return tags >= 2 if start.lstrip()[:1] == "<" else tags > max(5, len(start) / 500)


def has_tags(text):
    """Whether there is a single HTML tag in a text.

    >>> has_tags("Talks<br>began"), has_tags("profits < costs > rents")
    (True, False)
    """
    return _TAG.search(text) is not None or _OPENING.match(text) is not None


class TextRenderer:
    """What the parser reports while it reads, turned into lines."""

    def __init__(self):
        self.depth = 0
        self.hidden_at = None
        self.preformatted = 0
        self.lines = []
        self.line = []
        self.after_link = False

    def start(self, tag, attributes):
        self.depth += 1
        if self.hidden_at is not None:
            return
        if tag in _SKIPPED or "hidden" in attributes:
            self.hidden_at = self.depth
        elif tag == "a" and self.after_link:
            # Two links side by side are two items of a menu, however they are laid out.
            self.line.append(" ")
        self._break(tag)
        self.preformatted += tag in _PREFORMATTED

    def end(self, tag):
        if self.hidden_at is None:
            self.preformatted -= tag in _PREFORMATTED
            self._break(tag)
            self.after_link = self.after_link or tag == "a"
        elif self.hidden_at == self.depth:
            self.hidden_at = None
        self.depth -= 1

    def data(self, text):
        if self.hidden_at is not None:
            return
        self.after_link = False
        if self.preformatted:
            *lines, text = LINE_BREAK.split(text)
            for line in lines:
                self.line.append(line)
                self._end_line()
        self.line.append(text)

    def close(self):
        self._end_line()
        return "\n".join(self.lines).rstrip("\n")

    def _break(self, tag):
        if tag in _NEW_LINE:
            self._end_line()
        elif tag in _NEW_PARAGRAPH:
            self._end_line()
            if self.lines and self.lines[-1]:
                self.lines.append("")

    def _end_line(self):
        if words := "".join(self.line).split():
            self.lines.append(" ".join(words))
        self.line.clear()
        self.after_link = False
