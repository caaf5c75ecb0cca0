"""Near copies and keyness with other tools, for `speed.py`; the package needs none of them.

Each function takes the frame of articles; those of near copies give pairs of rows, of which recall is counted.
"""

import re

_WORD = re.compile(r"\w+")
_RUN, _HASHES, _ALIKE = 5, 128, 0.5


def _shingles(text):
    words = [word.lower() for word in _WORD.findall(text)]
    return {" ".join(words[i : i + _RUN]) for i in range(len(words) - _RUN + 1)}


def copies_datasketch(frame):
    from datasketch import MinHash, MinHashLSH

    index, pairs = MinHashLSH(threshold=_ALIKE, num_perm=_HASHES), set()
    for number, text in enumerate(frame["text"]):
        signature = MinHash(num_perm=_HASHES)
        signature.update_batch([shingle.encode() for shingle in _shingles(text)])
        pairs.update((other, number) for other in index.query(signature))
        index.insert(number, signature)
    return pairs


def copies_rensa(frame):
    from rensa import RMinHash, RMinHashLSH

    index, pairs = RMinHashLSH(threshold=_ALIKE, num_perm=_HASHES, num_bands=32), set()
    for number, text in enumerate(frame["text"]):
        signature = RMinHash(num_perm=_HASHES, seed=1)
        signature.update(list(_shingles(text)))
        pairs.update((other, number) for other in index.query(signature))
        index.insert(number, signature)
    return pairs


def copies_gaoya(frame):
    from gaoya.minhash import MinHashStringIndex

    texts = frame["text"].tolist()
    index = MinHashStringIndex(32, _ALIKE, 42, 3, None, "word", True, (_RUN, _RUN))
    index.par_bulk_insert_docs(list(range(len(texts))), texts)
    found = index.par_bulk_query(texts)
    return {(min(a, b), max(a, b)) for a, others in enumerate(found) for b in others if a != b}


def keyness_scattertext(frame):
    import scattertext

    corpus = scattertext.CorpusFromPandas(
        frame, category_col="outlet", text_col="text", nlp=scattertext.whitespace_nlp_with_sentences
    ).build()
    for outlet in sorted(frame["outlet"].unique()):
        corpus.get_scaled_f_scores(outlet)


def keyness_convokit(frame):
    """One outlet against the others, of the eight contrasts that we count."""
    from convokit import Corpus, FightingWords, Speaker, Utterance

    speakers = {outlet: Speaker(id=outlet) for outlet in sorted(frame["outlet"].unique())}
    rows = zip(frame["article_id"], frame["outlet"], frame["text"], strict=True)
    corpus = Corpus(utterances=[Utterance(id=name, speaker=speakers[outlet], text=text) for name, outlet, text in rows])
    first = min(speakers)
    words = FightingWords(ngram_range=(1, 1))
    words.fit(corpus, lambda one: one.speaker.id == first, lambda one: one.speaker.id != first)


PEERS = {
    "copies": {"datasketch": copies_datasketch, "rensa": copies_rensa, "gaoya": copies_gaoya},
    "keyness": {"scattertext": keyness_scattertext, "convokit": keyness_convokit},
}
