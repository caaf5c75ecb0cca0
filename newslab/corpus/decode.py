"""Bytes to text: which encoding, and whether it is text at all."""

import codecs
import re

import ftfy
import ftfy.bad_codecs  # registers sloppy-windows-1252, which has a character for each of the 256 bytes
from charset_normalizer import from_bytes

from newslab.corpus.no_text import BEGINNINGS

# The longest first: the mark of UTF-32 begins with that of UTF-16.
_MARKS = [
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
]
_CONTROLS = bytes({*range(32), 127} - {9, 10, 11, 12, 13, 27, 28, 29, 30})
_HIGH = bytes(range(128, 256))
_WESTERN_MARKS = "€…‘’“”•–—™\xa0£©«»°·".encode("cp1252")
_NOT_IN_CP1252 = b"\x81\x8d\x8f\x90\x9d"
_MULTIBYTE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_SAMPLE = 1 << 16
_CHARSET = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]{2,30})""", re.IGNORECASE)
# A page that says Latin-1 means cp1252, and so on: what browsers do. Codecs that are not character sets are refused.
_BROWSER_NAMES = {
    "iso8859-1": "cp1252", "ascii": "cp1252", "gb2312": "gb18030", "gbk": "gb18030", "shift_jis": "cp932",
    "euc_kr": "cp949", "iso8859-9": "cp1254", "iso8859-11": "cp874",
}  # fmt: skip
_CHARACTER_SET = re.compile(r"iso8859-\d+|cp\d+|koi8-[rtu]|gb18030|big5\w*|shift_jis\w*|euc_\w+|mac-\w+|tis-620")
_GUESSES = [
    "cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "koi8_r", "cp932", "euc_jp", "gb18030",
    "big5", "cp949",
]  # fmt: skip

_SURROGATE = re.compile("[\ud800-\udfff]")
# UTF-8 read as a Western code page always leaves such a pair; C1 controls (but for U+0085, a line break) are cp1252
# read as Latin-1. Only lines with one of them are shown to ftfy, which then decides.
_SUSPECT = re.compile(
    "‚Ä|вЂ|"
    "[\u00c2-\u00f4][\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013\u2014\u2018-\u201e"
    "\u2020-\u2022\u2026\u2030\u2039\u203a\u20ac\u2122]|[\u0080-\u0084\u0086-\u009f]"
)
_PIECE = re.compile(r"[^\n]{1,100000}(?:[^\n ]{0,10000})[\n ]?|\n")


def is_pickle(data):
    """Whether bytes look like a pickle, which could run code when it is opened.

    >>> import pickle
    >>> is_pickle(pickle.dumps({"text": "a"})), is_pickle(b"A text.")
    (True, False)
    """
    return data[:1] == b"\x80" and data[1:2] in (b"\x02", b"\x03", b"\x04", b"\x05")


def decode(data):
    """Decode the bytes of a file, line ends kept; the text and the name of the encoding, None and None if not text.

    A lone surrogate becomes U+FFFD, since no file and no other library can hold it.

    >>> decode("“Trump’s plan”".encode("cp1252"))
    ('“Trump’s plan”', 'cp1252')
    >>> decode("Trump’s plan".encode().decode("cp1252").encode())
    ('Trump’s plan', 'utf-8, mojibake repaired')
    >>> decode(b"%PDF-1.7 ...")
    (None, None)
    """
    if _is_binary(data):
        return None, None
    text, encoding = _decode(data)
    if text is None:
        return None, None
    repaired = repair(text)
    return repaired, encoding if repaired == text else f"{encoding}, mojibake repaired"


def has_wide_characters(head):
    """Whether a file that begins so is UTF-16 or UTF-32, where bytes cannot be split at line ends.

    >>> has_wide_characters("Line.\\n".encode("utf-16")), has_wide_characters(b"Line.\\n")
    (True, False)
    """
    marked = _marked(head)
    return marked[1] != "utf-8" if marked else bool(_utf_16(head))


def _is_binary(data):
    if data.startswith(BEGINNINGS):
        return True
    if _marked(data) or _utf_16(data):
        return False
    sample = data[:_SAMPLE]
    return len(sample) - len(sample.translate(None, _CONTROLS)) > max(3, len(sample) / 50)


def _marked(data):
    return next(((mark, name) for mark, name in _MARKS if data.startswith(mark)), None)


def _decode(data):
    if marked := _marked(data):
        mark, encoding = marked
        return without_surrogates(data[len(mark) :].decode(encoding, "replace")), encoding
    try:
        # UTF-16 of English text is valid UTF-8 too, every other byte a NUL.
        if encoding := _utf_16(data):
            return data.decode(encoding, "replace"), encoding
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError as error:
        return _not_utf_8(data, error)


def _utf_16(data):
    sample = data[:_SAMPLE]
    if len(sample) < 4 or not sample.count(0):
        return None
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if odd > 0.4 * len(sample) / 2 and even <= odd / 20:
        return "utf-16-le"
    if even > 0.4 * len(sample) / 2 and odd <= even / 20:
        return "utf-16-be"
    return None


def _not_utf_8(data, error):
    near = data[max(0, error.start - _SAMPLE) : error.start + _SAMPLE]
    if _mostly_utf_8(near):
        return without_surrogates(data.decode("utf-8", "newslab.cp1252")), "utf-8, some bytes cp1252"
    for encoding in (_declared(data), _guessed(near)):
        if encoding:
            try:
                return data.decode(encoding), encoding
            except UnicodeDecodeError:
                continue
    if len(near) - len(near.translate(None, _NOT_IN_CP1252)) > len(near) / 200:
        return None, None
    return data.decode("sloppy-windows-1252"), "cp1252"


def _byte_as_cp1252(error):
    surrogate = error.object[error.start : error.start + 3]
    if len(surrogate) == 3 and surrogate[0] == 0xED and surrogate[1] >= 0xA0:
        return surrogate.decode("utf-8", "surrogatepass"), error.start + 3
    return error.object[error.start : error.end].decode("sloppy-windows-1252"), error.end


codecs.register_error("newslab.cp1252", _byte_as_cp1252)


def _high_bytes(data):
    return len(data) - len(data.translate(None, _HIGH))


def _mostly_utf_8(data):
    whole = sum(len(match.group()) for match in _MULTIBYTE.finditer(data))
    return whole > _high_bytes(data) / 2


def _declared(data):
    for match in _CHARSET.finditer(data[:4096]):
        try:
            name = codecs.lookup(match.group(1).decode("ascii")).name
        except (LookupError, UnicodeDecodeError):
            continue
        name = _BROWSER_NAMES.get(name, name)
        if _CHARACTER_SET.fullmatch(name) and name != "cp1252":
            return name
    return None


def _guessed(near):
    # Curly quotes and a few accents are Western. Where more letters are beyond ASCII, the language may be another.
    letters = _high_bytes(near.translate(None, _WESTERN_MARKS))
    if letters < max(20, len(near) / 30):
        return None
    matches = from_bytes(near, cp_isolation=_GUESSES, threshold=0.3)
    best = matches.best()
    if best is None or any(match.chaos <= best.chaos and "cp1252" in match.could_be_from_charset for match in matches):
        return None
    return best.encoding


def without_surrogates(text):
    """Join surrogate pairs and replace lone surrogates, one character for one.

    >>> without_surrogates("a\\ud83d\\ude00 b\\ud83d")
    'a😀 b�'
    """
    if not _SURROGATE.search(text):
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def repair(text):
    """Undo a wrong decoding that was saved with the text; everything else, curly quotes too, stays.

    >>> repair("Putinâ€™s spokesman"), repair("It’s “good”")
    ('Putin’s spokesman', 'It’s “good”')
    """
    if text.isascii() or not _SUSPECT.search(text):
        return text
    return "".join(ftfy.fix_encoding(piece) if _SUSPECT.search(piece) else piece for piece in _PIECE.findall(text))
