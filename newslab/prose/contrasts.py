"""Where two articles word one thing differently."""

import re

import pandas as pd

from newslab.prose.words import Prose, escape, number, quoted, sentence
from newslab.tables import TELLING, expect
from newslab.text import STOP_WORDS, WORD, stem

_NONE = "no contrast in wording stands out"
_COLUMNS = "referent label source source_outlet source_text target target_outlet target_text score".split()
# A clause is shown in so many characters; of a longer one, the part that differs and says of what.
_SHOWN = 190
_BREAK = re.compile(r"(?<=[,;:—–])\s(?!\d)|\s(?=[—–])|\s(?=(?:and|but|after|while|which|who|as|because|since)\b)")


def describe_contrasts(contrasts: pd.DataFrame, *, top: int = 3) -> Prose:
    """Put the wordings beside each other that are likely to tell a reader something.

    contrasts : table from `contrasts`, made with the articles. top : how many pairs to show.

    Returns `Prose`: a str that a notebook shows as Markdown; `heading` is the finding in one line. Raises TypeError or
    ValueError if one is not the table named here.

    >>> from newslab.tables import table
    >>> describe_contrasts(table("contrasts"))
    No contrast in wording stands out.
    """
    expect(contrasts, "contrasts", _COLUMNS)
    one, another = (contrasts[f"{side}_outlet"].fillna(contrasts[side]) for side in ("source", "target"))
    # Two articles of one outlet word a thing differently as their days ask.
    telling = contrasts.assign(one=one, another=another)[(one != another) & (contrasts["score"] >= TELLING)]
    if telling.empty:
        return Prose(f"{sentence(_NONE)}.", heading=_NONE)
    lines = [
        f"- **{escape(row.label)}**: {escape(row.one)} writes {_part(row.source_text, row.target_text)}, "
        f"{escape(row.another)} {_part(row.target_text, row.source_text)}."
        for row in telling.head(top).itertuples(index=False)
    ]
    claim = f"{number(len(telling), 'contrast in wording stands', 'contrasts in wording stand')} out"
    return Prose("\n".join(lines), heading=claim)


def _part(text, other):
    """The clause in quotation marks; of a long one a stretch between two breaks that says most, if there is one.

    What the other clause has too says of what they speak, the rest how they differ: both are needed.
    """
    text = " ".join(text.split()).rstrip(".")
    if len(text) <= _SHOWN:
        return quoted(text, _SHOWN)
    breaks, theirs = [match.span() for match in _BREAK.finditer(text)], _stems(other)
    ends = [start for start, _ in breaks] + [len(text)]
    stretches = []
    for start in (0, *(end for _, end in breaks)):
        fitting = [end for end in ends if start < end <= start + _SHOWN]
        stretches.append((start, max(fitting, default=max(start, text.rfind(" ", start, start + _SHOWN)))))

    def worth(stretch):
        said = _stems(text[slice(*stretch)])
        return min(len(said & theirs), len(said - theirs)), len(said), -stretch[0]

    start, end = max(stretches, key=worth)
    before, after = "… " * (start > 0), " …" * (end < len(text))
    return quoted(before + text[start:end].rstrip(" ,;:—–") + after, _SHOWN + 4)


def _stems(text):
    return {stem(word.lower()) for word in WORD.findall(text) if word.lower() not in STOP_WORDS}
