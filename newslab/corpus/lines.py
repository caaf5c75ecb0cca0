"""The lines of a file of any size, as text."""

import io

from newslab.corpus.decode import decode, has_wide_characters, is_pickle
from newslab.corpus.files import read_blocks
from newslab.corpus.rows import PICKLED, Unreadable

_BLOCK = 16_000_000  # bytes that are decoded at a time
_HEAD = 1 << 16


class Lines:
    """The lines of a file, decoded block by block, so that one of any size needs little memory.

    newline : as for `open`: "" keeps the line ends of all systems, "\\n" ends lines at that character only.

    `encoding` is that of the block last read: another tool may have appended to a file in another one. `binary` says
    that the file does not begin as text does, and has no lines therefore.
    """

    def __init__(self, path, newline):
        self.encoding, self.binary = None, False
        self._lines = self._read(path, newline)

    def __iter__(self):
        return self._lines

    def _read(self, path, newline):
        blocks = read_blocks(path, _BLOCK)
        for block in blocks:
            if self.encoding is None and is_pickle(block):
                raise Unreadable(PICKLED)
            if has_wide_characters(block[:_HEAD]):
                block = b"".join([block, *blocks])
            text, encoding = decode(block)
            if text is None and self.encoding is None:
                self.binary = True
                return
            if text is None:
                raise Unreadable("text to begin with, then something else")
            self.encoding = encoding
            yield from io.StringIO(text, newline=newline)
