"""Count in how many news stories each word stem stands, and which stems keep company.

usage: python benchmarks/count_frequencies.py DATA

Writes newslab/data/document_frequencies.txt and newslab/data/background_topics.npy. Counted are the stories of
lee50/lee_background.cor (300), quotes/train.jsonl.gz (840), quotes/docs.jsonl (84) and the bodies of
cleaning/gold.jsonl (166); none of them is part of what `human` and `events` are measured on.
"""

import gzip
import json
import sys
from collections import Counter
from pathlib import Path

import numpy as np
import scipy.sparse as sparse
from sklearn.decomposition import TruncatedSVD
from sklearn.preprocessing import normalize

from newslab.similarity.frequencies import SEEN_FOR_TOPICS
from newslab.similarity.terms import count_terms, read_words

DATA = Path(__file__).parent.parent / "newslab" / "data"
SOURCE = (
    "# Number of news stories, of {n}, in which a word stem stands (counted from 2 up): ABC Australia 2000-2001 (300, "
    "Lee et al. 2005), PolNeAR train and dev (924, US outlets, 2016), 166 pages of 70 publishers (scrapinghub, fundus, "
    "WCXB)."
)
TOPICS = 100


def stories(bench):
    """The background stories, one text each."""
    yield from filter(str.strip, (bench / "lee50/lee_background.cor").read_text(encoding="latin-1").split("\n"))
    with gzip.open(bench / "quotes/train.jsonl.gz", "rt", encoding="utf-8") as lines:
        yield from (json.loads(line)["text"] for line in lines)
    for name, field in [("quotes/docs.jsonl", "text"), ("cleaning/gold.jsonl", "body")]:
        with open(bench / name, encoding="utf-8") as lines:
            yield from (json.loads(line)[field] for line in lines)


def write_frequencies(terms, n):
    """Write the counts, common stems first, and return the stems that stand in enough stories for a topic."""
    by_count = {}
    for term, count in sorted(Counter(terms.stem.tolist()).items()):
        if count > 1:
            by_count.setdefault(count, []).append(terms.vocabulary[term])
    lines = [SOURCE.format(n=n), str(n)]
    lines += [f"{count} {' '.join(by_count[count])}" for count in sorted(by_count, reverse=True)]
    (DATA / "document_frequencies.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return [stem for count in sorted(by_count, reverse=True) if count >= SEEN_FOR_TOPICS for stem in by_count[count]]


def write_topics(terms, n, stems):
    """Write the components of a singular value decomposition of the weighted counts, as whole numbers from -127 to 127.

    Everything is what scikit-learn advises for latent semantic analysis (`TruncatedSVD`): logarithmic counts, idf,
    rows of length one, 100 components. Nothing was chosen by what is measured with it.
    """
    seen = np.bincount(terms.stem, minlength=len(terms.vocabulary))
    values = (1 + np.log(terms.count)) * (np.log((1 + n) / (1 + seen)) + 1)[terms.stem]
    matrix = normalize(sparse.csr_matrix((values, terms.stem, terms.ends), shape=(n, len(terms.vocabulary))))
    column = {term: i for i, term in enumerate(terms.vocabulary)}
    matrix = matrix[:, [column[stem] for stem in stems]]
    topics = TruncatedSVD(TOPICS, algorithm="arpack", random_state=0).fit(matrix).components_.T
    topics *= np.sign(topics[np.abs(topics).argmax(axis=0), np.arange(TOPICS)])
    # A handful of stems reach far beyond the rest; cutting them off leaves the others more of the 127 steps.
    np.save(DATA / "background_topics.npy", quantised(topics, np.quantile(np.abs(topics), 0.9999)))


def quantised(values, largest):
    """Whole numbers from -127 to 127, in proportion."""
    return np.clip(np.round(values / largest * 127), -127, 127).astype(np.int8)


def main():
    texts = list(stories(Path(sys.argv[1])))
    terms = count_terms(read_words(texts))
    write_topics(terms, len(texts), write_frequencies(terms, len(texts)))


if __name__ == "__main__":
    main()
