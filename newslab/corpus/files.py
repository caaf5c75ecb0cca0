"""Which files there are, and their bytes."""

import gzip
import os
import re
import stat
import sys
import warnings
import zlib
from contextlib import contextmanager
from pathlib import Path

from newslab.corpus.decode import without_surrogates
from newslab.corpus.rows import Unreadable

# The table of what is known from outside lies beside the articles and is none of them.
SOURCES = "sources.csv"
EXPECTED = ".txt, .html, .csv, .tsv, .json, .jsonl, .parquet or .warc files"
# What a few kilobytes of gzip may unpack to: a page shrinks to a fifth, a bomb to a thousandth.
_LEAST_LIMIT, _RATIO = 100_000_000, 100


def find_files(source, *, leave_out=None):
    """The files of a folder, of a list, or the one file: pairs of path and the name to show, in sorted order."""
    listed = not isinstance(source, str | os.PathLike)
    try:
        places = [Path(place).expanduser() for place in (source if listed else [source])]
    except TypeError:
        raise TypeError(
            f"load_articles takes a folder, a file, a list of files or a DataFrame, not {_kind(source)}"
        ) from None
    found = {}
    for place in places:
        if os.path.isdir(place):
            for path in _walk(place):
                name = path.relative_to(place).as_posix()
                found.setdefault(_real(path), (path, f"{place.name}/{name}" if listed else name))
        elif os.path.lexists(place):
            found.setdefault(_real(place), (place, place.name))
        else:
            raise FileNotFoundError(_missing(str(place)))
    if leave_out is not None:
        found.pop(_real(Path(leave_out)), None)
    if not found:
        raise ValueError(f"no articles in {', '.join(map(str, places[:3])) or 'an empty list'}; expected {EXPECTED}")
    files = [(path, without_surrogates(name)) for path, name in found.values()]
    return sorted(files, key=lambda file: (file[1], str(file[0])))


def _kind(source):
    """What was given in place of files, and what to do about it."""
    if isinstance(source, list | tuple) and any(isinstance(one, dict) for one in source):
        return "a list of dictionaries: make it a DataFrame, with pandas.DataFrame(it)"
    return type(source).__name__


def _missing(name):
    """What to say of a name that no file has: an address and a text are easily given in place of one."""
    if re.match(r"\w{2,}:/", name):
        address = re.sub(":/+", "://", name, count=1)  # a path has one slash where the address had two
        return f"{address:.200} is an address; newslab fetches nothing: save the page, then load the file"
    if len(name) > 200 or "\n" in name:
        return f"no file or folder is called {name[:60]!r}…; to load texts, give a DataFrame with a column text"
    texts = "; to load texts, give a DataFrame with a column text" if " " in name else ""
    return f"no file or folder {name}; expected a folder with {EXPECTED}{texts}"


def _real(path):
    # A file is known by its own name in its real folder: a link to another file is a file of its own.
    return os.path.join(os.path.realpath(path.parent), path.name)


def _walk(folder):
    """Every file under a folder, links to folders followed once, without hidden folders and sources.csv."""
    seen = set()
    for top, folders, names in os.walk(folder, followlinks=True, onerror=_cannot_open):
        real = os.path.realpath(top)
        if real in seen:
            folders.clear()
            continue
        seen.add(real)
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (Path(top, name) for name in sorted(names) if name.lower() != SOURCES)


def _cannot_open(error):
    warnings.warn(f"the folder {error.filename} cannot be opened: {error.strerror}", stacklevel=2)


def read_bytes(path, limit=-1):
    """The bytes of a file, all or the first `limit`. Raises `Unreadable` if the file cannot be read."""
    with _opened(path) as file:
        return file.read(limit)


def read_blocks(path, size=-1):
    """The bytes of a file, unpacked where it is gzip, in blocks of so many and on to the end of the line."""
    with _opened(path) as file:
        packed = file.peek(2)[:2] == b"\x1f\x8b"
        limit = max(_LEAST_LIMIT, _RATIO * os.fstat(file.fileno()).st_size) if packed else sys.maxsize - 1
        source, length = gzip.GzipFile(fileobj=file) if packed else file, 0
        try:
            while block := source.read(limit + 1 if packed and size < 0 else size):
                if size >= 0:
                    block += source.readline(limit + 1)
                length += len(block)
                if length > limit:
                    raise Unreadable(f"a gzip file that unpacks to more than {limit // 1_000_000} MB")
                yield block
        except (gzip.BadGzipFile, EOFError, zlib.error):
            raise Unreadable("a broken gzip file") from None


@contextmanager
def _opened(path):
    try:
        if not stat.S_ISREG(os.stat(path).st_mode):
            raise Unreadable("not a regular file")
        with open(path, "rb") as file:
            yield file
    except OSError as error:
        raise Unreadable((error.strerror or "cannot be opened").lower()) from None


def suffix_of(name):
    """The last suffix of a file's name in lower case, the one before .gz, and the stem without either.

    >>> suffix_of("a/Page 1.HTML.gz")
    ('.html', 'Page 1')
    """
    name = Path(name).name
    if name.lower().endswith(".gz"):
        name = name[:-3]
    path = Path(name)
    return path.suffix.lower(), path.stem
