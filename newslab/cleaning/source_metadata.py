"""What the source of a page says of itself: JSON-LD, OpenGraph and other meta tags, then the page's own marks."""

import re
from datetime import datetime

from newslab.cleaning.headlines import source_headline
from newslab.cleaning.names import has_role, is_desk
from newslab.cleaning.outlets import fold, is_masthead, is_outlet
from newslab.cleaning.publishers import source_outlet
from newslab.cleaning.sources import clean, read_source

_AUTHOR_TAGS = """author article:author parsely-author sailthru.author dc.creator byl dcterms.creator
    cxenseparse:author article:author_name twitter:data1""".split()
_DATE_TAGS = """article:published_time og:article:published_time datepublished article.published parsely-pub-date date
    pubdate publishdate dc.date.issued dc.date dcterms.created sailthru.date publish-date article:published
    cxenseparse:recs:publishtime displaydate dc.date.created""".split()
_ACCOUNTS = frozenset("admin administrator editor editorial editorials root staff webmaster user guest".split())
# What some sites give for a section tells that a page is an article, or where its teaser stands.
_NO_SECTIONS = frozenset(
    "article articles page pages post posts story stories all latest home homepage uncategorized general default"
    " frontpage".split()
)
_DEEPEST = 20
# The characters of an author's name.
_LONGEST = 60
# "Ann Example. The Sample": a name, and behind a full stop the outlet.
_BEHIND_STOP = re.compile(r"(\S\s.*?\w{3})\.\s+[A-Z].*$", re.S)
_URL = re.compile(r"https?://|^www\.|\.com/|^@")


def source_metadata(html, raw, shown):
    """Headline, authors, published, outlet, section and language, each as (value, how it was found).

    html, raw, shown : the source of a page, its visible text, and the fields which that shows.
    """
    source = read_source(html)
    outlet = source_outlet(source)
    found = {
        "headline": source_headline(source, raw),
        "authors": _authors(source, outlet and outlet[0], shown.get("authors")),
        "published": _published(source),
        "outlet": outlet,
        "section": _section(source),
        "language": (source.language, "html lang") if source.language else None,
    }
    return {name: value for name, value in found.items() if value}


def _authors(source, outlet, shown):
    """The persons that the source names; a desk only where the page shows nobody else, a known outlet never."""
    candidates = [(source.article.get("author"), "JSON-LD"), (source.article.get("creator"), "JSON-LD")]
    candidates += [(source.tags.get(key), f"meta {key}") for key in _AUTHOR_TAGS]
    for value, how in candidates:
        names = [name for name in dict.fromkeys(_names(value)) if name.lower() not in _ACCOUNTS]
        if persons := [name for name in names if not _is_nobody(name) and fold(name) != fold(outlet or "")]:
            # The source may name one of several only.
            if shown and set(map(fold, persons)) < set(map(fold, shown.value)):
                return shown.value, shown.rule
            return tuple(persons), how
        desks = [name for name in names if is_desk(name) or not is_masthead(name)]
        if desks and not shown:
            return tuple(desks), how
    return None


def _names(value, depth=0):
    """Names in a JSON-LD author, in order."""
    if isinstance(value, list) and depth < _DEEPEST:
        return [name for item in value for name in _names(item, depth + 1)]
    if isinstance(value, dict) and depth < _DEEPEST:
        return _names(value.get("name"), depth + 1)
    if not isinstance(value, str) or _URL.search(value):
        return []
    text = re.sub(r"^\s*by\s+", "", clean(value) or "", flags=re.I)
    parts = (part.strip() for part in re.split(r",|;|\band\b|&|\|", text))
    names = (_BEHIND_STOP.sub(r"\1", part) for part in parts if len(part) <= 2 * _LONGEST)
    return [name for name in names if 1 < len(name) <= _LONGEST]


def _is_nobody(name):
    """Whether what stands for an author is a desk, an outlet or the work of the one before."""
    return is_desk(name) or has_role(name) or is_outlet(name) or is_masthead(name)


def _published(source):
    candidates = [(source.article.get("datePublished"), "JSON-LD"), (source.article.get("dateCreated"), "JSON-LD")]
    candidates += [(source.tags.get(key), f"meta {key}") for key in _DATE_TAGS]
    candidates.append((source.time, "time tag"))
    for value, how in candidates:
        if isinstance(value, str) and (when := parse_time(value)):
            return when, how
    return None


def parse_time(value):
    """A time as the clock showed it in the zone named, or None; a day alone is midnight.

    Stricter than what a reader's own table may say: the page was written by a program, and none is older than the web.
    """
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
    return when.replace(tzinfo=None, microsecond=0)


def _section(source):
    """The section that the source names; the name of the site, or of a kind of page, is none."""
    none = {*_NO_SECTIONS, fold(source.host.removeprefix("www."))}
    for value, how in (
        (source.article.get("articleSection"), "JSON-LD"),
        (source.tags.get("article:section"), "meta tag"),
    ):
        if (value := clean(value)) and len(value) <= 60 and fold(value) not in none:
            return value, how
    return None
