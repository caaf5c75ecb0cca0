"""The source of a page, read once: its JSON-LD, meta tags, headings, title, times and address."""

import html as entities
import json
import re
from functools import lru_cache
from urllib.parse import urlsplit

_ARTICLE = re.compile(r"(?:Article|BlogPosting|Report|Review)$|LiveBlog")
_LD = re.compile(r"<script[^>]{0,300}application/ld\+json[^>]{0,300}>", re.I)
_META = re.compile(r"<meta\s([^>]{1,4000})>", re.I)
_LINK = re.compile(r"<link\s[^>]{0,400}\brel\s*=\s*[\"']?canonical\b[^>]{0,800}>", re.I)
_ATTRIBUTE = re.compile(r"""(?<![\w:.-])([\w:.-]++)\s*+=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""")
_H1 = re.compile(r"<h1\b[^>]{0,2000}>(.{1,3000}?)</h1", re.I | re.S)
_TITLE = re.compile(r"<title\b[^>]{0,200}>([^<]{1,1000})</title", re.I)
_TIME = re.compile(r"<time\b[^>]{0,500}?\bdatetime\s*=\s*[\"']([^\"']{8,40})[\"']", re.I)
_LANGUAGE = re.compile(r"<html\b[^>]{0,500}?\blang\s*=\s*[\"']?([a-z]{2,3})\b", re.I)
_TAG = re.compile(r"<!--.{0,300}?-->|<[^<>]*>", re.S)
_MOST = 5000


class Source:
    """What the source of a page says of itself, as it says it.

    objects : all objects of its JSON-LD, also nested ones; a broken block is left out.
    article : the one of them that is the article, or an empty dict.
    tags : the first content of each meta tag, by lower-case name.
    headings, title, time, language, host : its h1, title, first `time`, language and the host of its own address.
    """

    def __init__(self, html):
        self.objects = list(_objects(html))
        self.article = next((item for item in self.objects if _is_article(item)), {})
        self.tags = _tags(html)
        self.headings = [text for match in _H1.finditer(html) if (text := clean(match.group(1)))][:10]
        self.title = clean(match.group(1)) if (match := _TITLE.search(html)) else None
        self.time = match.group(1) if (match := _TIME.search(html)) else None
        self.language = match.group(1).lower() if (match := _LANGUAGE.search(html[:20_000])) else None
        self.host = _host(html, self.tags, self.article)


@lru_cache(maxsize=16)
def read_source(html):
    """The `Source` of a page; kept, since more than one step asks for it."""
    return Source(html)


def described_body(html):
    """The text of the article as JSON-LD gives it, or an empty string; it is often left out or cut short."""
    bodies = [item["articleBody"] for item in read_source(html).objects if isinstance(item.get("articleBody"), str)]
    return _TAG.sub(" ", entities.unescape(max(bodies, key=len, default="")))


def clean(value):
    """A clean string from a value of JSON-LD or from markup, or None."""
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = value.get("name") or value.get("@value")
    if not isinstance(value, str):
        return None
    # Entities are often escaped twice.
    text = " ".join(entities.unescape(_TAG.sub(" ", entities.unescape(value))).split())
    return text or None


def kinds(item):
    """The types of an object of JSON-LD."""
    value = item.get("@type")
    return [kind for kind in (value if isinstance(value, list) else [value]) if isinstance(kind, str)]


def _objects(html):
    for source in _blocks(html):
        try:
            waiting = [json.loads(source, strict=False)]
        except (ValueError, RecursionError):
            continue
        for number in range(_MOST):
            if number == len(waiting):
                break
            item = waiting[number]
            if isinstance(item, list):
                waiting += item
            elif isinstance(item, dict):
                yield item
                waiting += [item[key] for key in ("@graph", "mainEntity", "mainEntityOfPage") if key in item]


def _blocks(html):
    for match in _LD.finditer(html):
        end = html.find("</script", match.end())
        if end < 0:
            return
        block = html[match.end() : end].strip().removeprefix("<![CDATA[").removesuffix("]]>")
        yield block.strip().rstrip(";")


def _is_article(item):
    return any(_ARTICLE.search(kind) for kind in kinds(item)) and bool(
        item.get("headline") or item.get("datePublished")
    )


def _tags(html):
    tags = {}
    for match in _META.finditer(html):
        found = _attributes(match.group(1))
        content = (found.get("content") or "").strip()
        for key in ("property", "name", "itemprop"):
            if content and found.get(key):
                tags.setdefault(found[key].lower(), content)
    return tags


def _attributes(tag):
    return {name.lower(): entities.unescape(a or b or c) for name, a, b, c in _ATTRIBUTE.findall(tag)}


def _host(html, tags, article):
    """The host in the address that the page gives as its own, or an empty string."""
    link = _LINK.search(html)
    canonical = _attributes(link.group()).get("href") if link else None
    for address in (tags.get("og:url"), canonical, article.get("url"), tags.get("twitter:url")):
        if isinstance(address, str) and address.lower().startswith(("http://", "https://")):
            try:
                return urlsplit(address.strip()).hostname or ""
            except ValueError:
                continue
    return ""
