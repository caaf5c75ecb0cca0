"""Which outlet reports what, and which is silent."""

import pandas as pd

from newslab.prose.words import Prose, escape, listed, number, sentence
from newslab.tables import expect
from newslab.tallies import by_outlet, most_told

_NONE = "no fact or name is reported by two outlets"
_EXAMPLES = 2


def describe_coverage(coverage: pd.DataFrame, *, top: int = 4) -> Prose:
    """Say how many facts and names are shared, and on how many an outlet is silent that could have reported them.

    coverage : table from `coverage`. top : for how many outlets to name what they are silent on: what most others
    report, and at most length.

    Returns `Prose`: a str that a notebook shows as Markdown; `heading` is the finding in one line. Raises TypeError or
    ValueError if one is not the table named here.

    >>> from newslab.tables import table
    >>> describe_coverage(table("coverage"))
    No fact or name is reported by two outlets.
    """
    expect(coverage, "coverage", ["referent", "label", "outlet", "state", "n_mentions"])
    coverage = by_outlet(coverage)
    shared = most_told(coverage)
    if not shared:
        return Prose(f"{sentence(_NONE)}.", heading=_NONE)
    outlets = coverage["outlet"].nunique()
    parts = [f"{number(len(shared), 'fact or name', 'facts and names')} are reported by two or more outlets"]
    told = coverage[coverage["state"] == "told"].groupby("referent")["outlet"].nunique()
    if everywhere := int((told == outlets).sum()) if outlets > 2 else 0:
        parts[0] += f", {number(everywhere)} of them by all {number(outlets)}"
    gaps = coverage[coverage["referent"].isin(shared)]
    silent = gaps[gaps["state"] == "silent"].sort_values("referent", key=lambda found: found.map(shared.index))
    if not silent.empty:
        parts.append(f"silent although another article of the same event reports it: {_silences(silent, top)}")
    if unknowable := int((gaps["state"] == "could not know").sum()):
        older = "is no silence: the outlet" if unknowable == 1 else "are no silence: the outlets"
        parts.append(f"{number(unknowable, 'gap')} {older} published before it was first reported here")
    return Prose(" ".join(f"{sentence(part)}." for part in parts), heading=_claim(silent, len(shared)))


def _claim(silent, shared):
    """Which outlet is silent most, and on what first; without its name if two are as silent."""
    if silent.empty:
        return "no outlet is called silent on a fact or name"
    counts = silent["outlet"].value_counts()
    if (counts == counts.max()).sum() > 1:
        on = silent["referent"].nunique()
        return f"at least one outlet is silent on {on} of {shared} facts and names that others report"
    outlet, count = counts.idxmax(), counts.max()
    own = silent[silent["outlet"] == outlet]
    # A name says more in a heading than the label of a fact.
    label = escape(
        own.sort_values("referent", key=lambda found: found.str.startswith("fact/"), kind="stable")["label"].iloc[0]
    )
    if count == 1:
        return f"{escape(outlet)} is silent on {label}, which others report"
    return f"{escape(outlet)} is silent on {count} of {shared} facts and names that others report, {label} among them"


def _silences(silent, top):
    """Each outlet with the number of its silences, and the first of them for those with most."""
    counts = silent.groupby("outlet").size().sort_values(ascending=False, kind="stable")
    said = []
    for outlet, count in counts.items():
        labels = [escape(label) for label in silent.loc[silent["outlet"] == outlet, "label"].unique()[:_EXAMPLES]]
        among = f" ({listed(labels)}{' among them' if count > len(labels) else ''})" if len(said) < top else ""
        said.append(f"{escape(outlet)} on {count}{among}")
    return listed(said)
