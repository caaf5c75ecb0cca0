"""The outlet of a page from its source: the names it gives its site, compared with one another and its address."""

import re
from collections import Counter

from newslab.cleaning.outlets import fold, full_name, is_agency, is_outlet, outlet_at, public_name
from newslab.cleaning.sources import clean, kinds

_SITES = {"NewsMediaOrganization", "Organization", "WebSite"}
_URL = re.compile(r"https?://|^www\.|^@")
_PARTS = re.compile(r"\s+[|–—·•»-]\s+|\s*[|»]\s*|:\s+")
# What the machinery of a site calls it where nobody has named it.
_UNNAMED = frozenset(
    "home homepage website site mysite blog blogger wordpress substack medium hosted news untitled default".split()
)
_LONGEST = 60


def source_outlet(source):
    """The outlet as (name, how it was found), or None.

    source : the `Source` of a page.

    Where the address is that of a known outlet, it decides. Otherwise it is the name that the address bears, for
    another may be that of its company, or else the one given most often. Who wrote the page for the outlet, as an
    agency does, is not the outlet.
    """
    at = outlet_at(source.host)
    labels = [fold(label) for label in source.host.split(".")[:-1]]
    names = [(name, how) for value, how in names_given(source) if (name := _name(value, labels))]
    if at:
        return _at_known(at, names)
    if source.title:
        parts = _PARTS.split(source.title)[1:] and [_PARTS.split(source.title)[number] for number in (-1, 0)]
        names += [(public_name(part), "title") for part in parts if _bears(labels, part)]
    names = [(name, how) for name, how in names if fold(name) in labels or not is_agency(name)]
    if not names:
        return None
    votes = Counter(fold(name) for name, _ in names)
    return max(names, key=lambda one: (fold(one[0]) in labels, votes[fold(one[0])]))


def _at_known(at, names):
    """The outlet at a known address; another known one where the page itself bears its name."""
    own = {how for name, how in names if full_name(name) == at or fold(at).startswith(fold(name))}
    for name, how in names:
        if how in own:
            return at, how
        if is_outlet(name) and not is_agency(name):
            return full_name(name), how
    return at, "address of the page"


def names_given(source):
    """What the source gives for the name of its site, as (value, how it was found), most telling first."""
    yield source.tags.get("og:site_name"), "og:site_name"
    yield source.article.get("publisher"), "JSON-LD"
    for item in source.objects:
        if item.get("name") and not _SITES.isdisjoint(kinds(item)):
            yield item["name"], "JSON-LD"
    yield source.tags.get("application-name"), "meta application-name"
    yield source.tags.get("apple-mobile-web-app-title"), "meta tag"


def _name(value, labels):
    """The name in a value, without the slogan beside it, or None."""
    value = clean(value)
    if not value or _URL.search(value):
        return None
    parts = _PARTS.split(value)
    value = next((part for part in parts if _bears(labels, part)), value)
    name = public_name(value)
    return name if 1 < len(name) <= _LONGEST and fold(name) not in _UNNAMED else None


def _bears(labels, name):
    """Whether a name is that of a host, or one begins with the other."""
    name = fold(public_name(name))
    return any(
        name == label or min(len(name), len(label)) > 3 and (name.startswith(label) or label.startswith(name))
        for label in labels
    )
