"""What a file is that holds no text, and what to do about it."""

import re

_PICTURE = "a picture, whose text is not read; save the text"
# How such files begin. Of a ZIP archive the names inside say more.
_BEGINNINGS = {
    b"%PDF-": "a PDF; save its text as a .txt file",
    b"{\\rtf": "a file of a word processor; save it as plain text",
    b"\x89PNG": _PICTURE,
    b"GIF8": _PICTURE,
    b"\xff\xd8\xff": _PICTURE,
    b"PK\x03\x04": "a ZIP archive; unpack it",
    b"PK\x05\x06": "an empty ZIP archive",
    b"Rar!": "an archive; unpack it",
    b"7z\xbc\xaf": "an archive; unpack it",
    b"\xfd7zXZ": "an archive; unpack it",
    b"\x28\xb5\x2f\xfd": "an archive; unpack it",
    b"\x1f\x8b": "an archive; unpack it",
    b"\xd0\xcf\x11\xe0": "an old Office file; save it as CSV, or as plain text",
    b"SQLite format 3\x00": "a database; save its table as CSV",
    b"PAR1": "a Parquet file under another name; call it .parquet",
    b"bplist00": "a web archive; save the page as HTML",
    b"\x7fELF": "a program",
}
BEGINNINGS = tuple(_BEGINNINGS)
# The name of the first folder in an Office file, the type that other formats give instead.
_ZIPPED = {
    rb"xl/": "an Excel file; save it as CSV",
    rb"word/": "a Word file; save it as plain text",
    rb"ppt/": "a PowerPoint file; save its text",
    rb"mimetypeapplication/vnd\.oasis\.opendocument\.spreadsheet": "a spreadsheet; save it as CSV",
    rb"mimetypeapplication/vnd\.oasis\.opendocument": "a file of an office suite; save it as plain text",
    rb"mimetypeapplication/epub": "an e-book; save its text",
}


def no_text(head):
    """What a file is that begins with these bytes, and what to do about it.

    >>> no_text(b"%PDF-1.7"), no_text(b"\\x00" * 20)
    ('a PDF; save its text as a .txt file', 'not text')
    """
    inside = _ZIPPED if head.startswith(b"PK") else {}
    # A file in the archive: its mark, 26 bytes, its name.
    zipped = (kind for name, kind in inside.items() if re.search(rb"PK\x03\x04.{26}" + name, head, re.S))
    begun = (kind for beginning, kind in _BEGINNINGS.items() if head.startswith(beginning))
    return next(zipped, None) or next(begun, "not text")
