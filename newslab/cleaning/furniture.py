"""English page furniture by its wording: general vocabulary, no outlet's own lines."""

import re


def _pattern(*parts):
    return re.compile("|".join(parts), re.I)


PATTERNS = [
    ("share", "share line", _pattern(
        r"read or share this story", r"^(?:share|tweet|email|print|comments?|bookmark|copy link|facebook|twitter|linkedin|whatsapp)\b\W*$",
        r"^share (?:this|on|via)\b")),
    ("promo", "sign-up or subscription", _pattern(
        r"^(?:sign|log) (?:up|in)\b", r"\balready a (?:member|subscriber)\b", r"\bdownload (?:the|our) app\b",
        r"\bone subscription that\b", r"^get (?:all )?(?:the|your|our)\b.*\b(?:news|newsletters?|inbox)\b",
        r"\bsubscribe (?:now|today|to)\b.*(?:newsletter|channel|unlimited)", r"^curated\b", r"curated specifically for you")),
    ("related", "teaser of another story", _pattern(
        r"^(?:related|read more|more on this|recommended|see also|top stories|our picks|most (?:read|popular))\b")),
    ("legal", "legal notice", _pattern(
        r"^(?:legal )?disclaimer\b", r"\bwithout warranty of any kind\b", r"\ball rights reserved\b", r"^©|^copyright\b",
        r"\bterms (?:of use|of service|and conditions)\b.*\bprivacy\b")),
    ("caption", "picture or video caption", _pattern(
        r"\((?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)\.? \d{1,2}\) (?:AP|AFP|Reuters)$",
        r"\((?:photo|image|picture|credit|file photo)\b[^()]{0,80}\)$")),
]


def label_line(line):
    """The label and rule of a line that is furniture by its wording, else (None, None)."""
    for label, rule, pattern in PATTERNS:
        if pattern.search(line):
            return label, rule
    return None, None


_LEAD_CREDIT = re.compile(r"\([A-Z]{3,}\s?[-–]\s?[^()\n]{2,40}\)\s*")
_INNER_PROMO = re.compile(
    r"(?:(?<=^)|(?<=[.!?”\"] ))(?:[A-Z][^.!?]{0,90}[.!] )?(?:Get|Sign up (?:for|to)|Subscribe to) [^.!?]{0,80}\b(?:newsletters?|inbox)\b[^.!?]{0,60}[.!]"
)


def cuts(raw, start, end):
    """The parts of one paragraph which are not the story: (start, end, label, rule)."""
    lead = _LEAD_CREDIT.match(raw, start, end)
    if lead:
        yield lead.start(), lead.end(), "credit", "wire credit before the text"
        start = lead.end()
    line = raw[start:end]
    for match in _INNER_PROMO.finditer(line):
        yield start + match.start(), start + match.end(), "promo", "newsletter promotion inside a paragraph"
