"""Where two articles word one thing differently."""

import pandas as pd

from newslab.prose.words import Prose, escape, number, quoted, sentence
from newslab.tables import expect

_NONE = "no two outlets were found to word the same thing differently"
_COLUMNS = "referent label source source_outlet source_text target target_outlet target_text rule".split()
_STATED = ["fact", "codebook"]


def describe_contrasts(contrasts: pd.DataFrame, *, top: int = 3) -> Prose:
    """Put the most telling wordings of one referent beside each other.

    contrasts : table from `contrasts`. top : how many referents to show.

    Returns `Prose`: a str that a notebook shows as Markdown; `heading` is the finding in one line. Raises TypeError or
    ValueError if one is not the table named here.

    >>> from newslab.tables import table
    >>> describe_contrasts(table("contrasts"))
    No two outlets were found to word the same thing differently.
    """
    expect(contrasts, "contrasts", _COLUMNS)
    one, another = (contrasts[f"{side}_outlet"].fillna(contrasts[side]) for side in ("source", "target"))
    # Two articles of one outlet word a thing differently as their days ask.
    contrasts = contrasts.assign(one=one, another=another)[one != another]
    if contrasts.empty:
        return Prose(f"{sentence(_NONE)}.", heading=_NONE)
    # What two articles say of one fact tells more than two names of one person or thing.
    facts_first = contrasts.sort_values("rule", key=lambda rule: ~rule.isin(_STATED), kind="stable")
    referents = facts_first.drop_duplicates("referent")
    # One clause may state several facts; it is quoted for the first of them.
    chosen = referents.drop_duplicates(["source", "source_text"]).head(top)
    lines = [
        f"- **{escape(row.label)}**: {escape(row.one)} writes {quoted(row.source_text.rstrip('.'), 240)}, "
        f"{escape(row.another)} {quoted(row.target_text.rstrip('.'), 240)}."
        for row in chosen.itertuples(index=False)
    ]
    claim = f"{number(len(referents), 'thing is', 'things are')} worded differently from one outlet to another"
    return Prose("\n".join(lines), heading=claim)
