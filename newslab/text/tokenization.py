"""Words: what is one, and which of them carry no content."""

import re

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

# Initials stay whole (U.S.), so do words with inner marks (US-Russia, Trump's, AT&T) and numbers (1,000.5). The first
# alternative finds nothing that the other would not: it is there because most words are plain, and so found faster, as
# they are where what begins no word is passed over by one look at its first character.
WORD = re.compile(
    r"[a-zA-Z][a-z]++(?![-'’&\w])"
    r"|[^\W_](?:(?<=\d)\d*(?:[.,:]\d+)*(?:[^\W\d_]+)?|(?<!\d)\.(?:[^\W\d_]\.)+|[^\W_]*(?:[-'’&][^\W_]+)*)"
)

_TEXTS_AT_ONCE = 2000
_PIECE = re.compile(r"(?s).{1,100000}[^\s]*")

STOP_WORDS = frozenset(
    """a an the this that these those each every either neither some any no all both few many much more most other
    another such same own i me my mine myself we us our ours ourselves you your yours yourself yourselves he him his
    himself she her hers herself it its itself they them their theirs themselves who whom whose which what whatever
    whoever one ones someone anyone everyone nobody something anything everything nothing and or but nor so yet if
    because although though while whereas unless until since whether than as of at by for with without about against
    between among into through during before after above below to from up down in out on off over under again further
    then once toward towards upon within along across behind beyond near via per am is are was were be been being have
    has had having do does did doing will would shall should can could may might must ought not only very too also
    just even still already ever never always often here there where when why how now however therefore thus
    it's he's she's that's there's what's who's i'm you're we're they're i've you've we've they've i'd you'd he'd
    she'd we'd they'd i'll you'll he'll she'll we'll they'll isn't aren't wasn't weren't hasn't haven't hadn't doesn't
    don't didn't won't wouldn't shan't shouldn't can't cannot couldn't mustn't let's
    """.split()
)


def words(text):
    """The words of a text in lower case, with straight apostrophes.

    >>> words("Trump’s U.S.-Russia talks at the G20")
    ["trump's", 'u.s.', 'russia', 'talks', 'at', 'the', 'g20']
    """
    return [word.lower() for word in WORD.findall(text.replace("’", "'"))]


def distinct_pieces(texts):
    """What stands between white space in texts, each different piece once: few of very many are different.

    Returns the pieces in the order in which they are first met, the numbers of the pieces of one text after another,
    and the places among these where each text begins, with the end of the last.

    >>> pieces, numbers, ends = distinct_pieces(["to be or not", "to be"])
    >>> pieces, numbers.tolist(), ends.tolist()
    (['to', 'be', 'or', 'not'], [0, 1, 2, 3, 0, 1], [0, 4, 6])
    """
    place, found, sizes = {}, [np.empty(0, dtype=np.int32)], [np.zeros(1, dtype=np.int64)]
    for start in range(0, len(texts), _TEXTS_AT_ONCE):
        encoded = [text.encode("utf-8", "replace") for text in texts[start : start + _TEXTS_AT_ONCE]]
        split = pc.utf8_split_whitespace(pa.array(encoded, pa.large_binary()).cast(pa.large_string()))
        sizes.append(pc.list_value_length(split).to_numpy())
        pieces = split.flatten().dictionary_encode()
        numbers = [place.setdefault(piece, len(place)) for piece in pieces.dictionary.to_pylist()]
        found.append(np.array(numbers, dtype=np.int32)[pieces.indices.to_numpy()])
    return list(place), np.concatenate(found), np.cumsum(np.concatenate(sizes))


def count_words(text):
    """How many words a text has.

    >>> count_words("Trump’s U.S.-Russia talks at the G20")
    7
    """
    # Piece by piece: a list of the eight million words of one 50 MB line would weigh half a gigabyte.
    return sum(len(WORD.findall(text, *piece.span())) for piece in _PIECE.finditer(text))
