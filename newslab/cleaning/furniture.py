"""Lines that are never the story, by their wording: general English of news pages, no outlet's own lines."""

import re
from functools import lru_cache

from newslab.cleaning.dates import date_candidates
from newslab.cleaning.lexicon import class_mask, is_class
from newslab.text.calendar import MONTH_NAME

_AGENCY = (
    r"(?:AP|AFP|EPA|AAP|Reuters|REUTERS|Getty|GETTY|Alamy|Shutterstock|iStock|Bloomberg|Rex|REX|WireImage|FilmMagic|"
    r"ZUMA|Xinhua|TASS|DPA|dpa|ANSA|Kyodo|Yonhap|PTI|Associated Press|Press Association|Instagram|Facebook"
    r"|YouTube|NASA)"
)
_LEAD = (
    r"(?:READ (?:MORE|ALSO|NEXT)|Read [Mm]ore|Read [Aa]lso|Read [Nn]ext|SEE (?:MORE|ALSO)|See [Aa]lso|ALSO READ"
    r"|Also [Rr]ead|"
    r"RELATED(?: \w+)?|Related(?: \w+)?|MORE|More|DON[’']T MISS|Don[’']t [Mm]iss|WATCH|Watch|Recommended"
    r"|JUST IN|TRENDING|"
    r"MUST READ|Must [Rr]ead|Explore more|NEXT UP|Up [Nn]ext|Read the full (?:story|article))"
)

_NOTICE = re.compile(r".{0,300}\ball rights reserved\b|.{0,120}\bwithout warranty of any kind\b", re.I)

# The label, the rule as a reader sees it, the most characters such a line has, and its wording: first of lines that are
# told by their end, then of those told by their start.
_BY_END = [
    ("caption", "ends with a picture credit", 600, re.compile(
        r"[(\[]\s?(?:Image|Photo|Picture|Pic|Credit|Photograph|Source|File|Courtesy|Screenshot|Screengrab|Video)s?\b"
        r"[^()\[\]]{0,100}[)\]]$", re.I)),
    ("caption", "ends with an agency's credit", 600, re.compile(
        rf"\((?:[^()]{{0,60}}[\s/,])?{_AGENCY}(?:\s?(?:Photo|Images?|via [^()]{{2,40}}))?(?:[/,\s][^()]{{0,60}})?\s?\)$"
        r"|\([A-Z][\w.’'-]+(?:\s[\w.’'-]+){0,3}\s[A-Z][\w.’'-]*\s?/\s?[A-Z][^()/]{1,40}\)$"
        rf"|[^.!?\"”]{{3}}(?<! on)(?:/|\s[|–—-]?\s?){_AGENCY}(?: Images?| Photo)?$"
        rf"|\({MONTH_NAME}\.? \d{{1,2}}\)\s{_AGENCY}$")),
    ("caption", "ends with a video credit", 400, re.compile(
        r"(?:^|[.!?”\"] )(?:[A-Z][\w.’'-]* ){2,6}(?:has|have) (?:(?:more on )?(?:that|this|the) story|details)\.$")),
    ("furniture", "names who else worked on the story", 400, re.compile(
        r"\bcontributed (?:(?:additional )?reporting )?to this (?:report|story|article)\.$")),
]  # fmt: skip
_BY_START = [
    ("caption", "opens with a picture credit", 600, re.compile(
        r"(?:Image|Photo|Picture|Photograph|Image credit|Photo credit|Credits?)\s?(?:by\b|courtesy\b|:|©)")),
    ("caption", "opens in capitals, as captions do", 400, re.compile(
        r"(?=[A-Z’']+ [A-Z])[A-Z][A-Z’', -]{3,38}[A-Z!]\s?(?:…|\.\.\.)\s?[A-Z](?=\S{0,20}[a-z\s])")),
    ("caption", "number of a picture in its gallery", 600, re.compile(r"\d{1,3}\s?(?:of|/)\s?\d{1,3}\b(?!\s[a-z])")),
    ("caption", "label of a picture", 60, re.compile(
        r"(?:(?:image|photo|slide|picture|gallery) \d+ (?:of|/) \d+"
        r"|view (?:all )?(?:\d+ )?(?:image|photo|galler|picture)\w*(?: gallery)?|open image in gallery"
        r"|\d+ (?:images|photos|pictures))(?: \(\d+\))?$", re.I)),
    ("share", "share or follow line", 200, re.compile(
        r"(?:Follow|Like|Find|Subscribe to) (?:us|me|[\w ]{2,30}) on \w"
        r"|(?:Share|Tweet)(?: this(?: \w+)?)? (?:on|via) [A-Z]"
        r"|Follow (?:our|the) (?:live|latest) (?:blog|coverage|updates)\b.{0,60}$"
        r"|(?:Read or )?[Ss]hare this (?:story|article|post|page)\b"
        r"|(?:share|tweet|email|print|bookmark|copy link|facebook|twitter|linkedin|whatsapp|pinterest|reddit)\W*$"
        r"|(?=.*[a-z])(?:(?:connect|share|tweet|comments?|e-?mail|print|more|facebook|twitter|linkedin|whatsapp|pinterest"
        r"|\d+)\W{0,3}){3,}$", re.I)),
    ("promo", "invitation to sign up", 400, re.compile(
        r"(?:Subscribe|Sign up|Join|Register|Get (?:the|our|your|all)|Download|Delivered)\b.{0,160}"
        r"\b(?:newsletters?|inbox|e-?mail|channel|app|alerts|subscription|podcast|briefing|whatsapp|telegram"
        r"|news in one place)\b"
        r"|(?:Sign|Log) (?:up|in)\b.{0,40}$|Already (?:a|have an?) (?:member|subscriber|account"
        r"|subscription)\b", re.I)),
    ("promo", "invitation to sign up", 400, re.compile(
        r"Get\b.{3,60}\bdelivered (?:to|through|straight|direct)\b|(?:Check out|Get|Stay|Read|Keep)\b.{3,160}"
        r"\bby signing up (?:to|for|here)\b", re.I)),
    ("promo", "advertisement", 120, re.compile(
        r"(?:adverts?|advertisements?|advertising|ad feedback|ad|sponsored(?: content)?|sponsor message|paid content"
        r"|(?:story|article|content) continues (?:below|after)\b.*"
        r"|(?:scroll|keep scrolling|keep reading) (?:down )?(?:for|to) (?:more|continue)\b.*)$", re.I)),
    ("related", "teaser of another story", 300, re.compile(rf"{_LEAD}\s?[:|>→–-]|(?:Related|Recommended"
                                                           rf"|More)(?: stories| articles| news)?$")),
    ("related", "teaser of another story", 600, re.compile(r".{20}(?:\.\.\.|…|\.)\s?(?:Read|Continue reading"
                                                           r"|Full story)(?: more)?\s?[»>→]?$", re.I)),
    ("legal", "legal notice", 900, re.compile(
        r"(?:©|\(c\)|copyright\b)|(?:legal )?disclaimer\b", re.I)),
    ("legal", "notice on a transcript", 900, re.compile(
        r"(?:the )?accuracy and availability of\b.{0,60}\btranscripts?\b|this (?:is a rush transcript"
        r"|transcript (?:was|has been|may)\b)", re.I)),
    ("legal", "legal notice", 900, _NOTICE),
    ("legal", "notice of cookies", 900, re.compile(
        r"(?:we|(?:this|our) (?:web)?site|by (?:choosing|clicking|continuing|using|closing))\b.{0,120}?"
        r"\b(?:uses?|using|of|our|accept|set|store|with) cookies\b"
        r"|cookies? (?:policy|notice|settings|preferences)\b", re.I)),
    ("caption", "source of a chart", 120, re.compile(r"Sources?\s?:\s")),
    ("furniture", "topics of the story", 300, re.compile(
        r"in this article\s?:|filed under\b|tagged(?: with| as| under)?\s?:", re.I)),
    ("furniture", "address of the author", 200, re.compile(
        r"You can e-?mail [A-Z].{2,40} (?:here|at)\b|(?:[A-Z][\w.'’-]{1,20} ){1,4}can be reached at \S{1,40}@")),
    ("furniture", "invitation to comment", 120, re.compile(
        r"(?:Leave a|Post a|View|Add a|Show|Join the|Read|Be the first to)\b.{0,20}\b(?:comments?|reply|conversation"
        r"|discussion)\b.{0,40}$", re.I)),
    ("furniture", "number of a story", 80, re.compile(r"(?=[A-Z0-9_-]{16,}$)(?=\D*\d{6})(?=\S*[A-Z])")),
    ("furniture", "a time of day and nothing else", 40, re.compile(
        r"\d{1,2}:\d\d\s?(?:[ap]\.?m\.?)?(?:\s?[A-Z]{1,4}T|\s?UTC)?$"
        r"|\d{1,2}\.\d\d(?:\s?[ap]\.?m\.?|\s[A-Z]{1,4}T)(?:\s?[A-Z]{1,4}T)?$"
        r"|(?:Last )?(?:updated|published|posted)(?: at)?:?\s\d{1,2}[:.]\d\d\s?(?:[ap]\.?m\.?)?(?:\s?[A-Z]{1,4}T)?$",
        re.I)),
    ("furniture", "contact or reading time", 60, re.compile(r"\S+@\S+\.\w+$|\d+[ -]min(?:ute)?s?(?: read)?$", re.I)),
]  # fmt: skip


# What looks into a line and not at its start alone is slow: a first look leaves it out.
_ANY = re.compile("|".join(
    f"(?i:{pattern.pattern})" if pattern.flags & re.I else f"(?:{pattern.pattern})"
    for _, _, _, pattern in _BY_START if pattern is not _NOTICE
))  # fmt: skip
_LETTER = re.compile(r"[^\W_]")
_CREDIT_ENDS = (
    ")",
    "]",
    "Image",
    "Images",
    "Photo",
    "story.",
    "report.",
    "article.",
    "details.",
    *_AGENCY.removeprefix("(?:").removesuffix(")").split("|"),
)
_AT_END = frozenset(end[-1] for end in _CREDIT_ENDS)


@lru_cache(maxsize=10_000)
def fixed_label(line):
    """The label and rule of a line that is furniture by its wording, else None.

    >>> fixed_label("The two shake hands. (Photo: A. Nobody)")
    ('caption', 'ends with a picture credit')
    """
    if len(line) > 900:
        return None
    if not line[:1].isalnum() and not _LETTER.search(line):
        return "furniture", "a line without a word"
    if line[-1:] in _AT_END and line.endswith(_CREDIT_ENDS):
        for label, rule, longest, pattern in _BY_END:
            if len(line) <= longest and pattern.search(line, max(0, len(line) - 180)):
                return label, rule
    if not _ANY.match(line):
        lower = line.lower()
        if "rights reserved" not in lower and "without warranty" not in lower:
            return None
    for label, rule, longest, pattern in _BY_START:
        if len(line) <= longest and pattern.match(line):
            return label, rule
    return None


# "(DPA - Harbour Times)": the syndicator, and the outlet.
LEAD_CREDIT = re.compile(r"\(([A-Z]{3,})\s?[-–]\s?([^()\n]{2,40})\)\s*")
_INNER_PROMO = re.compile(
    r"(?:^|(?<=[.!?”\"]\s))(?:[A-Z][^.!?\n]{0,90}[.!]\s)?(?:Get|Sign up (?:for|to)|Subscribe to)\s[^.!?\n]{0,80}"
    r"\b(?:newsletters?|inbox)\b[^.!?\n]{0,60}[.!]"
)


def cuts(raw, start, end):
    """The parts of one paragraph which are not the story: (start, end, label, rule)."""
    lead = LEAD_CREDIT.match(raw, start, end)
    if lead:
        yield lead.start(), lead.end(), "credit", "wire credit before the text"
        start = lead.end()
    if "newsletter" in (line := raw[start:end]) or "inbox" in line:
        for match in _INNER_PROMO.finditer(line):
            yield start + match.start(), start + match.end(), "promo", "newsletter promotion inside a paragraph"


_GUESSES = [
    ("share", "words of sharing", r"\b(?:share|facebook|twitter|tweet|linkedin|whatsapp|email|instagram|pinterest)"),
    ("promo", "words of a subscription", r"\b(?:subscri\w+|newsletters?|sign (?:up|in)|log in|register|app|membership"
                                         r"|free trial)\b"),
    ("legal", "words of a legal notice", r"\b(?:privacy|cookies?|terms of|copyright|liability|warranty)\b"),
    ("related", "words of a list of stories", r"\b(?:related|recommended|most (?:read|popular|viewed)|top stories"
                                              r"|our picks|more from|trending)\b"),
]  # fmt: skip
# What stands beside a date: the time with its zone, "published", "updated on".
_BESIDE_DATE = class_mask("clock weekday byline opener")
_LONGEST_DATE = 80
_TIME = re.compile(r"\b\d{1,2}[:.]\d\d\b(?!\.)|\b\d{1,2} ?[ap]\.?m\b", re.I)
_ZONE = re.compile(r"[A-Z]{2,4}T\W?")
_ANY_GUESS = re.compile("|".join(pattern for _, _, pattern in _GUESSES))


@lru_cache(maxsize=10_000)
def guessed_label(line):
    """The label and rule of a line that the model takes for furniture: the kind is a guess from its vocabulary."""
    if _is_date(line):
        return "date", "a date and nothing else"
    line = line.lower()
    if len(line) < 400 and _ANY_GUESS.search(line):
        return next((label, rule) for label, rule, pattern in _GUESSES if re.search(pattern, line))
    return "furniture", "does not read as part of the story"


def _is_date(line):
    """Whether a line is a full date, a time and the words that introduce them, and nothing else."""
    found = date_candidates(line) if len(line) <= _LONGEST_DATE else ()
    if not found:
        return False
    rest = line[: found[0][0]] + " " + line[found[0][1] :]
    return all(
        is_class(token, _BESIDE_DATE) or _ZONE.fullmatch(token) or not _LETTER.search(token) or token[0].isdigit()
        for token in rest.split()
    )


def is_dated_time(line):
    """Whether a line is a full date with the time of day and nothing else; a date alone may head a part of the story.

    >>> is_dated_time("17:41 JST, October 13, 2024"), is_dated_time("October 13, 2024")
    (True, False)
    """
    return len(line) <= _LONGEST_DATE and bool(_TIME.search(line)) and _is_date(line)
