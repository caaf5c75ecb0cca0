"""A hundred thousand articles and more: Parquet folder in, Parquet folder out, in parts that are never half done."""

import importlib

_FILES = {
    "Unfinished": "workers",
    "group_events": "events",
    "load": "ingest",
    "near_copies": "copies",
    "run": "steps",
    "shared_passages": "passages",
}
__all__ = list(_FILES)


def __getattr__(name):
    # Looked up when first used: a worker that cleans articles has no use for scikit-learn, and its start is quicker.
    if name not in _FILES:
        raise AttributeError(f"newslab.scale has no {name!r}; its functions are {', '.join(__all__)}")
    return getattr(importlib.import_module(f"newslab.scale.{_FILES[name]}"), name)


def __dir__():
    return sorted(__all__)
