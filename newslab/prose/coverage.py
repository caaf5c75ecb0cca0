"""Who tells of what, and who is silent."""

from newslab.prose.words import Prose, escape, listed, number, sentence

_NONE = "no fact or referent is shared by two articles"


def describe_coverage(coverage):
    """Say how many facts and referents are shared, and on how many an outlet is silent though it could tell.

    coverage : table from `coverage`.

    >>> from newslab.tables import table
    >>> describe_coverage(table("coverage"))
    No fact or referent is shared by two articles.
    """
    told = coverage[coverage["state"] == "told"].groupby("referent", sort=False)["outlet"].nunique()
    shared = told[told > 1]
    if shared.empty:
        return Prose(f"{sentence(_NONE)}.", heading=_NONE)
    outlets = coverage["outlet"].nunique()
    things = number(len(shared), "thing")
    parts = [f"{things} (facts, persons, places and the like) are told by two or more outlets"]
    if everywhere := int((shared == outlets).sum()) if outlets > 2 else 0:
        parts[0] += f", {number(everywhere)} of them by all {number(outlets)}"
    gaps = coverage[coverage["referent"].isin(shared.index)]
    silent = gaps[gaps["state"] == "silent"]
    if not silent.empty:
        counts = silent.groupby("outlet").size().sort_values(ascending=False, kind="stable")
        most = listed([f"{escape(outlet)} on {count}" for outlet, count in counts.items()])
        parts.append(f"silent though another article of the same event speaks of it: {most}")
    if unknowable := int((gaps["state"] == "could not know").sum()):
        older = "is no silence: the article is" if unknowable == 1 else "are no silence: the articles are"
        parts.append(f"{number(unknowable, 'gap')} {older} older than the first that tells of it")
    on = silent["referent"].nunique()
    claim = f"at least one outlet is silent on {on} of {things} that others tell"
    return Prose(
        " ".join(f"{sentence(part)}." for part in parts),
        heading=claim if on else "no outlet is silent on a thing that it could have told",
    )
