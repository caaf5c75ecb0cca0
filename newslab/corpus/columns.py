"""Columns by their names: which one holds the text, which the outlet, the headline, the date."""

import re
from datetime import datetime
from email.utils import parsedate_to_datetime
from functools import lru_cache

import pandas as pd
from dateutil.parser import ParserError
from dateutil.parser import parse as parse_loosely

from newslab.corpus.decode import without_surrogates
from newslab.text.calendar import BEGINS_MONTH

# The best name first. Blanks, case and punctuation do not count; news-please and Fundus have names of their own.
_NAMES = {
    "article_id": "article_id id doc_id document_id uid guid uuid key".split(),
    "raw": """raw text maintext plaintext article_text full_text fulltext article_body articlebody body_text body
    content story article""".split(),
    "html": "html raw_html page_html html_content page_source".split(),
    "outlet": """outlet outlet_name publisher publication newspaper news_outlet paper media source source_name site_name
    source_domain domain""".split(),
    "syndicator": "syndicator syndicated_by aggregator".split(),
    "agency": "agency news_agency wire newswire wire_service".split(),
    "headline": "headline title article_title heading".split(),
    "authors": "authors author byline bylines reporter reporters writer writers".split(),
    "section": "section rubric desk category".split(),
    "published": """published published_at publishing_date date_publish date_published published_date publish_date
    publication_date pub_date date_time datetime date timestamp""".split(),
    "language": "language lang".split(),
}
_ONE_LINE = frozenset(("outlet", "syndicator", "agency", "headline", "section", "language"))
_YEAR = re.compile(r"(?<!\d)(?:1[6-9]|20)\d\d(?!\d)")
_SPLIT_AUTHORS = re.compile(r"\s*(?:[;|]|,(?!\s*(?:jr|sr|ii|iii|iv|phd|md)\b)|\s(?:and|&)\s)\s*", re.IGNORECASE)
_LISTED = re.compile(r"""'([^']*)'|"([^"]*)\"""")


def find_columns(names):
    """Which columns hold what: a dictionary from our name to theirs, the best name first.

    >>> find_columns(["Maintext", "date_publish", "url"])
    {'raw': ['Maintext'], 'published': ['date_publish']}
    """
    return _find_columns(tuple(names))


@lru_cache(maxsize=1000)
def _find_columns(names):
    by_key = {}
    for name in names:
        by_key.setdefault(_key(name), name)
    found = {field: [by_key[key] for key in map(_key, known) if key in by_key] for field, known in _NAMES.items()}
    return {field: list(dict.fromkeys(columns)) for field, columns in found.items() if columns}


def _key(name):
    return re.sub(r"[\W_]+", "", str(name)).lower()


@lru_cache(maxsize=1000)
def describe(names):
    """One line that says which column was taken for what; empty where every name is our own.

    >>> describe(("maintext", "outlet", "url"))
    'text from maintext, outlet from outlet; not used: url'
    """
    found = {("text" if field == "raw" else field): columns for field, columns in find_columns(names).items()}
    if all(columns in ([field], ["raw"]) for field, columns in found.items()):
        return ""
    # Of several columns each row takes the first that is filled.
    used = ", ".join(f"{field} from {' or '.join(map(str, columns))}" for field, columns in found.items())
    taken = {column for columns in found.values() for column in columns}
    unused = [str(name) for name in names if name not in taken]
    return used + (f"; not used: {', '.join(unused)}" if unused else "")


def is_missing(value):
    """Whether a cell is empty: None, NaN, NaT, NA or white space.

    >>> is_missing(float("nan")), is_missing(" "), is_missing(0)
    (True, True, False)
    """
    if isinstance(value, str):
        return not value.strip()
    return value is None or value is pd.NA or value is pd.NaT or (isinstance(value, float) and value != value)


def pick(row, columns, field):
    """The first cell of a row that is filled, among the columns for a field; with the column's name."""
    for name in columns.get(field, ()):
        value = row.get(name)
        if not is_missing(value):
            return value, name
    return None, None


def metadata(row, columns):
    """What a row says of its article, in the names of the articles table; and its date, where that is not certain."""
    found, unread = {}, None
    for field in columns.keys() & _ONE_LINE:
        value, name = pick(row, columns, field)
        if value := one_line(value):
            found[field] = value
            if field == "outlet":
                found["outlet_from"] = f"column {name}"
    value, name = pick(row, columns, "published")
    if (published := parse_date(value)) is not pd.NaT:
        found["published"], found["published_from"] = published, f"column {name}"
    else:
        unread = one_line(value)
    found["authors"] = parse_authors(pick(row, columns, "authors")[0])
    return found, unread


def one_line(value):
    """A cell as one line of text, None where there is none; of {"name": ...} the name.

    >>> one_line(" USA\\n TODAY "), one_line({"id": "rt", "name": "RT"})
    ('USA TODAY', 'RT')
    """
    if isinstance(value, dict):
        value = value.get("name")
    if is_missing(value) or isinstance(value, dict | list | tuple):
        return None
    return without_surrogates(" ".join(str(value).split())) or None


def parse_authors(value):
    """The names in an author cell: a list, a printed list, or names with commas, semicolons or `and` between.

    >>> parse_authors("By Ann Lee and Bo Oz, Jr."), parse_authors("['Ann Lee', \\"Tim O'Hara\\"]")
    (('Ann Lee', 'Bo Oz, Jr.'), ('Ann Lee', "Tim O'Hara"))
    """
    if is_missing(value):
        return ()
    if isinstance(value, str):
        text = " ".join(value.split())
        if text.startswith(("[", "(")):
            value = [first or second for first, second in _LISTED.findall(text)]
        else:
            value = _SPLIT_AUTHORS.split(re.sub(r"^by\s+", "", text, flags=re.IGNORECASE))
    elif not isinstance(value, list | tuple):
        value = list(value) if hasattr(value, "__array__") else [value]
    return tuple(dict.fromkeys(name for name in map(one_line, value) if name))


def parse_date(value):
    """The date and time of a cell, as the clock showed it in the time zone named; NaT where it is not certain.

    ISO 8601, RFC 2822 and dates with a month's name are read. 03/04/2017 is missing, since it has two meanings.

    >>> parse_date("Feb. 13, 2017"), parse_date("2017-02-13T23:30:00-05:00"), parse_date("03/04/2017")
    (Timestamp('2017-02-13 00:00:00'), Timestamp('2017-02-13 23:30:00'), NaT)
    """
    if is_missing(value):
        return pd.NaT
    if not isinstance(value, datetime):
        value = _read_date(" ".join(str(value).split())[:60])
    try:
        if value is None or not 1600 <= value.year < 2200:
            return pd.NaT
        # The day on which a story was published is the one that its readers saw, not that of Greenwich.
        return pd.Timestamp(value.replace(tzinfo=None)).as_unit("s")
    except (ValueError, OverflowError):
        return pd.NaT


def _read_date(text):
    if not _YEAR.search(text) and not re.match(r"\d{8}(?!\d)", text):
        return None
    for read in (datetime.fromisoformat, parsedate_to_datetime, _month_by_name, _day_beyond_twelve):
        try:
            if (found := read(text)) is not None:
                return found
        except (ValueError, TypeError, IndexError, OverflowError, ParserError):
            continue
    return None


def _month_by_name(text):
    if not BEGINS_MONTH.search(text):
        return None
    # What the text leaves out is taken from the default: two defaults must give the same day.
    first, second = (
        parse_loosely(text, default=datetime(2000, month, day), tzinfos=lambda name, offset: None)
        for month, day in ((1, 1), (3, 3))
    )
    return first if first == second else None


def _day_beyond_twelve(text):
    match = re.fullmatch(r"(\d\d?)([/.-])(\d\d?)\2(\d{4})(?: (\d\d?):(\d\d)(?::\d\d)?)?", text)
    if match is None:
        return None
    a, b, year, hour, minute = (int(group or 0) for group in match.group(1, 3, 4, 5, 6))
    if a > 12 or a == b:
        return datetime(year, b, a, hour, minute)
    return datetime(year, a, b, hour, minute) if b > 12 else None
