"""Distinctive words in the form that the keyness benchmark scores: lists of words in, a ranked list out.

usage: PYTHONPATH=. python DATA/score_terms.py DATA --method benchmarks.keyness:rank     (DATA is the framing folder)
"""

from collections import Counter

import numpy as np

from newslab.framing.group_counts import counting_form
from newslab.framing.keyness import weigh
from newslab.framing.terms import COMMON_WORDS


def rank(docs, i, n_docs_units=None):
    """The words that mark document i against the others: (term, score, p), best first; p is None where none is tested.

    p is the share of the tested words that chance alone would bring as far, which is what Benjamini-Hochberg is applied
    to in `distinctive_terms`. Words too rare to be tested are not listed, unless all of them are.
    """
    counted = [Counter(map(counting_form, words)) for words in docs]
    inside, outside = counted[i], sum((c for j, c in enumerate(counted) if j != i), Counter())
    terms = sorted(term for term in inside | outside if term not in COMMON_WORDS and len(term) > 1)
    count, rest = (np.array([side[term] for term in terms], dtype=int) for side in (inside, outside))
    found = weigh(count, rest, inside.total(), outside.total())
    if not found.tested.any():
        order = np.lexsort((terms, rest, -count)) if terms else []
        return [(terms[j], float(count[j]), None) for j in order]
    order = [j for j in np.lexsort((terms, -count, -found.surprise)) if found.tested[j]]
    return [(terms[j], float(found.surprise[j]), float(found.pooled[j])) for j in order]
