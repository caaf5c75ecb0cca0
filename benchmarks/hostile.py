"""Load files that break loaders, full size: seconds, seconds for half the size, and memory against the file's size.

usage: python benchmarks/hostile.py [--clean] [NAME ...]

Each file is loaded in a process of its own, and its processor time is taken. A case passes within 5 seconds (20 from
20 MB up) and within ten times its size and 250 MB in memory: a row takes 1.6 kB and a line 200 bytes, however short.

With --clean it is cleaning what was loaded that is measured: a case passes where the whole takes no more than three
times as long as its half, and no more memory than loading may.
"""

import argparse
import base64
import gzip
import json
import multiprocessing
import random
import sys
import tempfile
from pathlib import Path

from measuring import measured

SENTENCE = "The minister said on Monday that “no date” had been set for the talks, officials added. "


def _random_bytes(size):
    return random.Random(0).randbytes(size)


def _prose(size):
    return (SENTENCE * (size // 80 + 1))[:size]


# name: (suffix, size, what makes the bytes of a size)
CASES = {
    "one line of ASCII": (".txt", 50_000_000, lambda n: _prose(n).replace("“", '"').replace("”", '"').encode()),
    "one line with curly quotes": (".txt", 50_000_000, lambda n: _prose(n).encode()[:n]),
    "one line with an emoji": (".txt", 50_000_000, lambda n: ("😀" + _prose(n - 4)).encode()[:n]),
    "one line without a blank": (".txt", 50_000_000, lambda n: b"a" * n),
    "one line of mojibake": (".txt", 10_000_000, lambda n: _prose(n).encode().decode("latin-1").encode()[:n]),
    "one line in cp1252": (".txt", 50_000_000, lambda n: _prose(n).encode("cp1252")),
    "one line in UTF-16": (".txt", 50_000_000, lambda n: _prose(n // 2).encode("utf-16")),
    "a million lines": (".txt", 1_000_000, lambda n: b"A line of an article that is not long at all\n" * n),
    "a million blank lines": (".txt", 1_000_000, lambda n: b"\n" * n),
    "a million short lines": (".txt", 1_000_000, lambda n: b"a\n" * n),
    "nested tags": (".html", 20_000, lambda n: b"<div>" * n + b"deep" + b"</div>" * n),
    "nested tags, never closed": (".html", 200_000, lambda n: b"<b><i>" * n + b"deep"),
    "unclosed comments": (".html", 200_000, lambda n: b"<!--a-->" * n + b"<p>text"),
    "open angle brackets": (".html", 2_000_000, lambda n: b"<" * n),
    "unclosed tag": (".html", 2_000_000, lambda n: b"<p>text<a " + b"a=" * n),
    "attributes": (".html", 200_000, lambda n: b"<p " + b"".join(b"a%d=1 " % k for k in range(n)) + b">text</p>"),
    "entities": (".html", 300_000, lambda n: b"<p>" + b"&amp;&bogus;" * n),
    "page of 20 MB": (".html", 20_000_000, lambda n: b"<p>A paragraph with <b>bold</b> words.</p>\n" * (n // 43)),
    "unbalanced quotes": (".txt", 200_000, lambda n: "“".encode() * n),
    "unbalanced brackets": (".txt", 200_000, lambda n: b"[(" * n),
    "initials": (".txt", 1_000_000, lambda n: b"a." * n),
    "a picture's data": (".txt", 2_000_000, lambda n: base64.b64encode(_random_bytes(n))[:n]),
    "capitals": (".txt", 2_000_000, lambda n: b"A" * n),
    "a table of figures": (".txt", 500_000, lambda n: b"2017-01-01 12 " * n),
    "random bytes": (".txt", 50_000_000, _random_bytes),
    "random high bytes": (".txt", 5_000_000, lambda n: bytes(128 + b % 128 for b in _random_bytes(n))),
    "gzip bomb": (".txt.gz", 2_000_000_000, lambda n: gzip.compress(bytes(1 << 20), 9) * (n >> 20)),
    "CSV with an open quote": (".csv", 20_000_000, lambda n: b'id,text\n1,"' + b"A line, but no cell.\n" * (n // 21)),
    "CSV of short rows": (".csv", 100_000, lambda n: b"id,text\n" + b"1,a\n" * n),
    "ragged CSV": (".csv", 100_000, lambda n: b"id,text\n" + b"1,a,b\n" * n),
    "JSON lines": (".jsonl", 20_000, lambda n: (json.dumps({"id": 1, "text": _prose(1000)}) + "\n").encode() * n),
    "broken JSON lines": (".jsonl", 100_000, lambda n: b'{"text": \n' * n),
    "nested JSON": (".json", 1_000_000, lambda n: b"[" * n),
    "nested JSON in a line": (".jsonl", 1_000_000, lambda n: b'{"text":' * n),
    "digits": (".json", 1_000_000, lambda n: b'[{"text": ' + b"9" * n + b"}]"),
}  # fmt: skip


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("name", nargs="*", default=list(CASES))
    parser.add_argument("--clean", action="store_true", help="measure cleaning")
    options = parser.parse_args()
    clean, failed = options.clean, 0
    print(f"{'case':28} {'MB':>6} {'s':>6} {'s at half':>9} {'memory':>8}  status")
    for name in options.name:
        size = CASES[name][1]
        _, _, half, _ = _measure(name, size // 2, clean)
        weight, status, seconds, growth = _measure(name, size, clean)
        late = seconds > (3 * half + 0.5 if clean else 20 if weight >= 20 else 5)
        heavy = growth > 10 * weight + 250
        failed += late or heavy
        memory = f"{growth / weight:.1f} x" if weight >= 1 else f"{growth:.0f} MB"
        verdict = status + " LATE" * late + " HEAVY" * heavy
        print(f"{name:28} {weight:6.1f} {seconds:6.2f} {half:9.2f} {memory:>8}  {verdict}")
    sys.exit(f"{failed} cases failed" if failed else 0)


def _measure(name, size, clean):
    # A process of its own for writing, another for loading: the highest memory use of a process never goes down again.
    spawn = multiprocessing.get_context("spawn")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "case" + CASES[name][0])
        with spawn.Pool(1) as pool:
            weight = pool.apply(_write, (path, name, size))
        with spawn.Pool(1) as pool:
            return weight, *pool.apply(_load, (path, clean))


def _write(path, name, size):
    return path.write_bytes(CASES[name][2](size)) / 1e6


def _load(path, clean):
    import newslab as nl

    small = path.with_name("small.txt")
    small.write_text("A line.")
    nl.clean_articles(nl.load_articles(small))
    loaded = nl.load_articles(path) if clean else None
    _, seconds, growth, articles = measured(nl.clean_articles, loaded) if clean else measured(nl.load_articles, path)
    statuses = articles["status"].value_counts().sort_index()
    return ", ".join(f"{count} {status}" for status, count in statuses.items()), seconds, growth


if __name__ == "__main__":
    main()
