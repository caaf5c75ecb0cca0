"""A user's own concepts: a YAML list of concept, patterns and examples, looked up in the articles."""

import re
from pathlib import Path

import yaml


def read_codebook(path):
    """The concepts of a codebook as (concept, compiled patterns).

    A codebook is a YAML list; each entry has a `concept` and `patterns` (regular expressions, case is ignored), and may
    have `examples`: passages that at least one pattern must find.

    Raises ValueError with the entry in question when the file is not of that form.
    """
    entries = yaml.safe_load(Path(path).read_text(encoding="utf-8"))
    if not isinstance(entries, list):
        raise ValueError(f"{path}: expected a list of concepts, each with `concept` and `patterns`")
    concepts = []
    for entry in entries:
        if not isinstance(entry, dict) or not entry.get("concept") or not entry.get("patterns"):
            raise ValueError(f"{path}: an entry needs `concept` and `patterns`: {entry!r}")
        patterns = [_compiled(path, entry["concept"], pattern) for pattern in entry["patterns"]]
        for example in entry.get("examples") or []:
            if not any(pattern.search(example) for pattern in patterns):
                raise ValueError(f"{path}: no pattern of {entry['concept']!r} finds its example {example!r}")
        concepts.append((str(entry["concept"]), patterns))
    return concepts


def _compiled(path, concept, pattern):
    try:
        return re.compile(str(pattern), re.IGNORECASE)
    except re.error as error:
        raise ValueError(f"{path}: the pattern {pattern!r} of {concept!r} is no regular expression: {error}") from None


def codebook_rows(concepts, texts):
    """Where the concepts stand in the texts, as (referent, label, "codebook", spans)."""
    rows = []
    for concept, patterns in concepts:
        spans = {
            (article_id, *match.span())
            for article_id, text in texts.items()
            for pattern in patterns
            for match in pattern.finditer(text)
            if match.group().strip()
        }
        if spans:
            rows.append(
                (f"codebook/{concept}", concept, "codebook", _apart(sorted(spans, key=lambda s: (s[0], s[1], -s[2]))))
            )
    return rows


def _apart(spans):
    """Of spans that overlap the first and longest."""
    kept = []
    for span in spans:
        if not kept or kept[-1][0] != span[0] or span[1] >= kept[-1][2]:
            kept.append(span)
    return kept
