"""Made-up news in any amount, with copies in known places: the corpus on which speed and recall are measured.

Words follow Zipf's law, as in real text, and stand in sentences and paragraphs; every fourth sentence is a quote with a
speaker. One article in ten is a copy of another with one word in thirty changed, one in twenty carries sixty words of
another. Any batch can be made without those before it, so that a million articles need no memory.
"""

from pathlib import Path

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

BATCH = 10_000
WORDS, SENTENCE, PARAGRAPH, VOCABULARY = 400, 20, 80, 60_000
OUTLETS, ACCOUNTS = 8, 4
_SYLLABLES = [a + b for a in "bcdfghklmnprstvw" for b in ("a", "e", "i", "o", "u", "an", "er", "on")]
_FIRST = "Anna Boris Clara David Elena Frank Grace Henry Irene Jacob Laura Martin Nora Oscar Paula Victor".split()


def _vocabulary():
    """Words of one to four syllables, the commonest words the shortest."""
    draw, words = np.random.default_rng(0), {}
    for number, chosen in enumerate(draw.integers(0, len(_SYLLABLES), (2 * VOCABULARY, 4)).tolist()):
        length = 1 if number < 100 else 2 if number < 5000 else 3 + number % 2
        words.setdefault("".join([_SYLLABLES[i] for i in chosen[:length]]))
    return np.array(list(words)[:VOCABULARY], dtype=object)


_WORDS = _vocabulary()
_NAMES = np.array([f"{first} {word.capitalize()}" for first in _FIRST for word in _WORDS[5000:5040]], dtype=object)
# A word for each of two million even steps of chance: drawing a number and looking it up is the fastest way to draw.
_CHANCE = np.cumsum(1 / (np.arange(VOCABULARY) + 2.7))
_STEPS = np.searchsorted(_CHANCE / _CHANCE[-1], (np.arange(2_000_000) + 0.5) / 2_000_000).astype(np.uint16)


def is_copy(number):
    return number % 10 == 0


def carries_a_part(number):
    return number % 20 == 11


def _own_words(batch):
    draw = np.random.default_rng([1, batch])
    return _STEPS[draw.integers(0, len(_STEPS), (BATCH, WORDS))]


def words_of(batch):
    """The words of a batch of articles, one row an article, and the number of the article that each copies, or -1."""
    draw = np.random.default_rng([2, batch])
    words, source = _own_words(batch), np.full(BATCH, -1)
    earlier = draw.integers(0, batch + 1, 3)
    pool = {other: _own_words(other) for other in set(earlier.tolist())}
    numbers = np.arange(BATCH) + batch * BATCH
    for row in np.flatnonzero(is_copy(numbers) | carries_a_part(numbers)):
        other = int(earlier[draw.integers(3)])
        # A source is never itself a copy, and stands before its copy.
        place = int(draw.integers(row + 1 if other == batch else BATCH)) // 10 * 10 + 5
        if other == batch and place >= row:
            continue
        source[row] = other * BATCH + place
        if is_copy(numbers[row]):
            changed = draw.random(WORDS) < 1 / 30
            words[row] = np.where(changed, words[row], pool[other][place])
        else:
            words[row, 100:160] = pool[other][place, 40:100]
    return words, source


def texts_of(words):
    """The articles that these words make."""
    texts = []
    for row in words:
        own = _WORDS[row]
        sentences = []
        for first in range(0, WORDS, SENTENCE):
            sentence = " ".join(own[first : first + SENTENCE])
            if first // SENTENCE % 4 == 1:
                # The same first words have the same speaker, so that a copy names the same people.
                speaker = _NAMES[int(row[first]) % len(_NAMES)]
                sentences.append(f"“{sentence.capitalize()},” {speaker} said.")
            else:
                sentences.append(sentence.capitalize() + ".")
        per = PARAGRAPH // SENTENCE
        texts.append("\n\n".join(" ".join(sentences[i : i + per]) for i in range(0, len(sentences), per)))
    return texts


def frame(count, first=0):
    """A DataFrame of `count` articles from article number `first` on, as `load_articles` takes it."""
    texts, end = [], first + count
    for batch in range(first // BATCH, -(-end // BATCH)):
        words, _ = words_of(batch)
        texts += texts_of(words[max(0, first - batch * BATCH) : end - batch * BATCH])
    return frame_of(range(first, end), texts, np.arange(first, end) // 100)


def stream(count, first=0):
    """As `frame`, of made-up events: 240 articles a day, four accounts of each event within two days of one another,
    with a quarter of their words from its own thirty."""
    made, batches = [], range(first // BATCH, -(-(first + count) // BATCH))
    for batch in batches:
        draw, words = np.random.default_rng([3, batch]), _own_words(batch)
        events = BATCH // ACCOUNTS
        # What an event is about is told in words of its own: thirty of the rarer ones.
        telling = draw.integers(VOCABULARY // 20, VOCABULARY, (events, 30))
        event = np.arange(BATCH) // ACCOUNTS
        chosen = telling[event[:, None], draw.integers(0, 30, (BATCH, WORDS))]
        words = np.where(draw.random((BATCH, WORDS)) < 1 / 4, chosen, words)
        hours = (batch * events + event) * ACCOUNTS // 10 + draw.integers(0, 48, BATCH)
        made.append((texts_of(words), event + batch * events, hours))
    texts, events, hours = ([value for part in parts for value in part] for parts in zip(*made, strict=True))
    inside = slice(first - batches[0] * BATCH, first - batches[0] * BATCH + count)
    return frame_of(range(first, first + count), texts[inside], hours[inside]).assign(event=events[inside])


def frame_of(numbers, texts, hours):
    return pd.DataFrame(
        {
            "article_id": [f"{number:07d}" for number in numbers],
            "outlet": [f"Outlet {number % OUTLETS + 1}" for number in numbers],
            "published": pd.Timestamp("2020-01-01") + pd.to_timedelta(np.asarray(hours), unit="h"),
            "text": texts,
        }
    )


def write(folder, count, rows=5000, make=frame):
    """Write `count` articles into a folder of Parquet files; files that are there already are left."""
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    for first in range(0, count, rows):
        path = folder / f"made-{first:07d}.parquet"
        if not path.exists():
            made = pa.Table.from_pandas(make(min(rows, count - first), first), preserve_index=False)
            pq.write_table(made, path, row_group_size=1000)
    return folder


def planted(count):
    """Pairs (source, copy) of article numbers, and how much of the copy its source holds: by a plain count of all runs
    of five words, which shares no code with what is measured."""
    found = []
    for batch in range(-(-count // BATCH)):
        words, source = words_of(batch)
        for row in np.flatnonzero((source >= 0) & (np.arange(BATCH) + batch * BATCH < count)):
            found.append((int(source[row]), batch * BATCH + int(row)))
    return found


def containment(text, holder):
    """The share of the words of a text that stand in runs of five words which the other text has."""
    own, other = (["".join(filter(str.isalnum, word.lower())) for word in one.split()] for one in (text, holder))
    runs = {tuple(other[i : i + 5]) for i in range(len(other) - 4)}
    held = set()
    for i in range(len(own) - 4):
        if tuple(own[i : i + 5]) in runs:
            held.update(range(i, i + 5))
    return len(held) / max(1, len(own))
