"""One name for one speaker over all articles."""

import csv


def read_aliases(aliases):
    """The user's table of names, from a dictionary or a CSV file with the columns name, speaker."""
    if aliases is None:
        return {}
    if hasattr(aliases, "items"):
        return dict(aliases)
    with open(aliases, encoding="utf-8-sig", newline="") as file:
        return {row["name"]: row["speaker"] for row in csv.DictReader(file)}


def canonical_names(rows, alias_of):
    """Put the name to show into each row."""
    for row in rows:
        if row["speaker"] is not None:
            row["speaker"] = alias_of.get(row["speaker"], row["speaker"])
