"""The language of a text by its commonest function words; a missing value where they do not tell."""

from collections import Counter

from newslab.text import STOP_WORDS, WORD

_FUNCTION_WORDS = {
    "en": STOP_WORDS,
    "de": "der die das und ist nicht ein eine den dem des mit von zu auf für im sich auch als an es wird bei"
    " nach aus um",
    "fr": "le la les des un une et est dans pour que qui par sur pas avec ce il elle au aux du en sont plus"
    " mais ou cette",
    "es": "el la los las un una y es en de que por para con no se su del al lo como más pero sus este esta fue son ha",
    "it": "il lo la gli le un una e è di che per con non si del della dei nel alla sono da come più ma anche ha al",
    "pt": "o a os as um uma e é em de que por para com não se do da dos das no na mais como mas foi ao são ele",
    "nl": "de het een en is van niet in op te dat die voor met zijn aan er om ook als bij maar uit door naar wordt",
}
_SETS = {name: frozenset(found.split() if isinstance(found, str) else found) for name, found in _FUNCTION_WORDS.items()}
# The fewest words that tell, and the least share of function words among them: running text has a third and more, a
# list of names hardly any. Related languages share some, so the best has to lead. The opening of a text is enough.
_LEAST, _SHARE, _LEAD, _MOST = 20, 0.2, 1.4, 3000


def language_of(text):
    """The language of a text as a code of two letters, or None.

    >>> language_of("The mayor said that the bridge will be closed, and that it is not known for how long " * 2)
    'en'
    >>> language_of("Lorem ipsum") is None
    True
    """
    found = WORD.findall(text[:_MOST].lower().replace("’", "'"))
    if len(found) < _LEAST:
        return None
    counts = Counter(found)
    shares = {name: sum(counts[word] for word in known & counts.keys()) / len(found) for name, known in _SETS.items()}
    best, second = sorted(shares, key=lambda name: (-shares[name], name))[:2]
    return best if shares[best] >= _SHARE and shares[best] > _LEAD * shares[second] else None
