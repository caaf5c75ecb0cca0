"""What the source of a page says of itself: JSON-LD, OpenGraph and other meta tags, then the page's own marks."""

import html as entities
import json
import re
from datetime import UTC, datetime

from newslab.cleaning.outlets import full_name, is_outlet

_ARTICLE = re.compile(
    r"(?:News|Opinion|Report|Review|Analysis|Background|Satirical|Tech|Scholarly)?\w*Article$|BlogPosting$"
    r"|LiveBlog|Report$|Review$"
)
_LD = re.compile(r"<script[^>]{0,300}application/ld\+json[^>]{0,300}>(.*?)</script", re.I | re.S)
_META = re.compile(r"<meta\s([^>]{1,4000})>", re.I)
_ATTRIBUTE = re.compile(r"""([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""")
_H1 = re.compile(r"<h1\b[^>]{0,2000}>(.{1,3000}?)</h1", re.I | re.S)
_TITLE = re.compile(r"<title\b[^>]{0,200}>([^<]{1,1000})</title", re.I)
_TAG = re.compile(r"<[^<>]*>")
_URL = re.compile(r"https?://|^www\.|\.com/|^@")
_LANGUAGE = re.compile(r"<html\b[^>]{0,500}?\blang\s*=\s*[\"']?([a-z]{2,3})\b", re.I)
_TIME = re.compile(r"<time\b[^>]{0,500}?\bdatetime\s*=\s*[\"']([^\"']{8,40})[\"']", re.I)


def source_metadata(html):
    """Headline, authors, published, outlet, section and language, each as (value, how it was found)."""
    data = list(_objects(html))
    article = next((item for item in data if _is_article(item)), {})
    tags = _tags(html)
    found = {
        "headline": _headline(html, article, tags),
        "authors": _authors(article, data, tags),
        "published": _published(html, article, tags),
        "outlet": _outlet(article, data, tags),
        "section": _section(article, tags),
        "language": _language(html, tags),
    }
    return {name: value for name, value in found.items() if value}


def described_body(html):
    """The text of the article as JSON-LD gives it, or an empty string; it is often left out or cut short."""
    bodies = [item["articleBody"] for item in _objects(html) if isinstance(item.get("articleBody"), str)]
    return _TAG.sub(" ", entities.unescape(max(bodies, key=len, default="")))


def _objects(html):
    """All objects of the JSON-LD blocks, also nested ones; a broken block is left out."""
    for match in _LD.finditer(html):
        source = match.group(1).strip().removeprefix("<![CDATA[").removesuffix("]]>").strip().rstrip(";")
        try:
            waiting = [json.loads(source, strict=False)]
        except (ValueError, RecursionError):
            continue
        for _ in range(5000):
            if not waiting:
                break
            item = waiting.pop(0)
            if isinstance(item, list):
                waiting += item
            elif isinstance(item, dict):
                yield item
                waiting += [value for key, value in item.items() if key in ("@graph", "mainEntity", "mainEntityOfPage")]


def _is_article(item):
    kinds = item.get("@type")
    kinds = kinds if isinstance(kinds, list) else [kinds]
    return any(isinstance(kind, str) and _ARTICLE.search(kind) for kind in kinds) and bool(
        item.get("headline") or item.get("datePublished")
    )


def _tags(html):
    """The first content of each meta tag, by lower-case name."""
    tags = {}
    for match in _META.finditer(html):
        attributes = {
            name.lower(): entities.unescape(a or b or c) for name, a, b, c in _ATTRIBUTE.findall(match.group(1))
        }
        content = (attributes.get("content") or "").strip()
        for key in ("property", "name", "itemprop"):
            if content and attributes.get(key):
                tags.setdefault(attributes[key].lower(), content)
    return tags


def _text(value):
    """A clean string, or None."""
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = value.get("name") or value.get("@value")
    if not isinstance(value, str):
        return None
    text = " ".join(entities.unescape(_TAG.sub(" ", entities.unescape(value))).split())
    return text or None


def _headline(html, article, tags):
    """The headline for readers: the one to be shared, else that of the JSON-LD, the heading or the title."""
    heading = next((text for match in _H1.finditer(html) if (text := _text(match.group(1)))), None)
    title = _TITLE.search(html)
    title = _text(title.group(1)) if title else None
    given = _text(article.get("headline"))
    outlets = [tags.get("og:site_name"), _text(article.get("publisher")), tags.get("application-name"), _domain(tags)]
    candidates = [
        (_text(tags.get("og:title")), "og:title"),
        (_text(tags.get("twitter:title")), "twitter:title"),
        (given, "JSON-LD"),
        (heading, "h1"),
        (title, "title"),
    ]
    # A title made for one network alone gives way to the one that the rest of the page has.
    if heading and heading == _text(tags.get("twitter:title")) == title:
        return heading, "h1"
    for value, how in candidates:
        if value and not value.endswith(("...", "…")):
            return without_outlet(value, outlets, [heading or "", given or ""]), how
    return None


def without_outlet(title, outlets, others):
    """A title without the outlet's name at its end, where it is known, or where another form of the title lacks it.

    >>> without_outlet("Talks begin - The Paper", ["The Paper"], []), without_outlet("Talks - begin", [], [])
    ('Talks begin', 'Talks - begin')
    """
    for _ in range(3):
        match = re.search(r"(.{8,}?)\s+(?:[|–—·:*-]|::|»)\s+([^|–—·»*]{2,40})$", title)
        if not match:
            break
        head, tail = match.groups()
        known = any(outlet and _fold(tail) == _fold(outlet) for outlet in outlets) or is_outlet(tail)
        if (
            not known
            and not re.match(r"by [A-Z]", tail)
            and "| " + tail not in title
            and not any(
                _fold(other).startswith(_fold(head))
                and not _fold(other).startswith(_fold(head + tail)[: len(_fold(head)) + 4])
                for other in others
            )
        ):
            break
        title = head
    return title


def _fold(text):
    return re.sub(r"\W+", "", text).lower().removeprefix("the")


def _names(value):
    """Person names in a JSON-LD author, in order."""
    if isinstance(value, list):
        return [name for item in value for name in _names(item)]
    if isinstance(value, dict):
        return _names(value.get("name"))
    if not isinstance(value, str) or _URL.search(value):
        return []
    text = re.sub(r"^\s*by\s+", "", _text(value) or "", flags=re.I)
    return [name for part in re.split(r",|;|\band\b|&|\|", text) if 1 < len(name := part.strip()) <= 60]


def _authors(article, data, tags):
    candidates = [(article.get("author"), "JSON-LD"), (article.get("creator"), "JSON-LD")]
    candidates += [(tags.get(key), f"meta {key}") for key in (
        "author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "byl", "dcterms.creator",
            "cxenseparse:author",
        "article:author_name", "twitter:data1")]  # fmt: skip
    for value, how in candidates:
        if names := tuple(dict.fromkeys(_names(value))):
            return names, how
    return None


def _published(html, article, tags):
    candidates = [(article.get("datePublished"), "JSON-LD"), (article.get("dateCreated"), "JSON-LD")]
    candidates += [(tags.get(key), f"meta {key}") for key in (
        "article:published_time",
            "og:article:published_time", "datepublished", "article.published", "parsely-pub-date", "date",
        "pubdate", "publishdate", "dc.date.issued", "dc.date", "dcterms.created", "sailthru.date", "publish-date",
            "article:published",
        "cxenseparse:recs:publishtime", "displaydate", "dc.date.created")]  # fmt: skip
    candidates += [(match.group(1), "time tag") for match in _TIME.finditer(html)][:1]
    for value, how in candidates:
        if isinstance(value, str) and (when := parse_time(value)):
            return when, how
    return None


def parse_time(value):
    """A time as UTC without zone, or None; a day alone is midnight."""
    value = value.strip().replace("Z", "+00:00") if value.strip().endswith("Z") else value.strip()
    value = re.sub(r"(\.\d{1,6})\d*", r"\1", value)
    value = re.sub(r"\s?([+-]\d\d)(\d\d)$", r"\1:\2", value)
    try:
        when = datetime.fromisoformat(value)
    except ValueError:
        match = re.match(r"((?:19|20)\d\d)[-/]?(\d\d)[-/]?(\d\d)", value)
        try:
            when = datetime(*map(int, match.groups())) if match else None
        except ValueError:
            return None
    if when is None or not 1990 <= when.year <= 2100:
        return None
    return when.astimezone(UTC).replace(tzinfo=None, microsecond=0) if when.tzinfo else when.replace(microsecond=0)


def _outlet(article, data, tags):
    named = [
        item
        for item in data
        if item.get("@type") in ("NewsMediaOrganization", "Organization", "WebSite") and item.get("name")
    ]
    site = tags.get("og:site_name")
    domain = _domain(tags)
    publisher = _text(article.get("publisher"))
    candidates = [(site, "og:site_name"), (publisher, "JSON-LD")]
    candidates += [(_text(item.get("name")), "JSON-LD") for item in named]
    candidates += [
        (tags.get("application-name"), "meta application-name"),
        (tags.get("apple-mobile-web-app-title"), "meta tag"),
    ]
    named = [
        (name, how) for value, how in candidates if (name := _text(value)) and len(name) <= 60 and not _URL.search(name)
    ]
    if not named:
        return None
    # Where they differ, the name that the address bears is the outlet, and another that of its company.
    name, how = next((one for one in named if _fold(one[0]) == domain), named[0])
    return full_name(re.sub(r"\.(?:com|org|net|co\.uk)$", "", full_name(name), flags=re.I)), how


def _domain(tags):
    """The name in the page's own address, without its ending."""
    match = re.search(r"https?://(?:www\.)?([\w-]+)\.", tags.get("og:url", ""))
    return match.group(1).replace("-", "") if match else ""


def _section(article, tags):
    value = _text(article.get("articleSection")) or tags.get("article:section")
    return (value, "JSON-LD" if article.get("articleSection") else "meta tag") if value and len(value) <= 60 else None


def _language(html, tags):
    match = _LANGUAGE.search(html[:20_000])
    return (match.group(1).lower(), "html lang") if match else None
