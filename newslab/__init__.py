"""newslab: compare how news outlets tell the same event.

Every function takes a table and gives a table; every row that speaks of text says where it stands in the raw file.

>>> import newslab as nl
>>> articles = nl.clean_articles(nl.load_articles("seeds", sources="seeds/sources.csv"))
>>> articles["outlet"].tolist()
['RT', 'The Independent', 'USA TODAY', 'Bloomberg', 'AzerNews']
"""

import importlib

_ROOMS = {
    "tables": ["article_labels"],
    "corpus": ["load_articles"],
    "cleaning": ["clean_articles", "drop_recurring_lines", "spans", "count_labels"],
    "text": ["sentences", "tokens"],
    "quotes": ["extract_quotes", "match_quotes", "quote_edits", "quote_carriage", "count_speakers"],
    "similarity": ["pairwise_similarity", "explain_pair", "explain_nearest", "group_events", "largest_event"],
    "reuse": ["shared_passages", "near_copies"],
    "framing": [
        "wording",
        "compare_wording",
        "coverage",
        "contrasts",
        "devices",
        "compare_devices",
        "distinctive_terms",
        "uses_needed",
        "common_word",
        "keyword_in_context",
    ],
    "checks": ["audit"],
    "plot": [
        "plot_similarity",
        "plot_events",
        "plot_passages",
        "plot_wording",
        "plot_coverage",
        "plot_terms",
        "plot_speakers",
        "plot_carriage",
    ],
    "prose": [
        "describe_articles",
        "describe_audit",
        "describe_events",
        "describe_pairs",
        "describe_passages",
        "describe_coverage",
        "describe_contrasts",
        "describe_terms",
        "describe_speakers",
        "describe_matches",
    ],
    "display": ["show", "show_table", "show_passages", "show_pages", "show_versions"],
    "explorer": ["explore"],
}
_ROOM_OF = {name: room for room, names in _ROOMS.items() for name in names}
__all__ = list(_ROOM_OF)


def __getattr__(name):
    # Names are looked up when first used, so that `import newslab` is quick and loads no heavy library.
    if name == "__version__":
        return importlib.import_module("importlib.metadata").version("newslab")
    if name not in _ROOM_OF:
        raise AttributeError(f"newslab has no {name!r}; its functions are {', '.join(__all__)}")
    value = getattr(importlib.import_module(f"newslab.{_ROOM_OF[name]}"), name)
    globals()[name] = value
    return value


def __dir__():
    return sorted(__all__)
