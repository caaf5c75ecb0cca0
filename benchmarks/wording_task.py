"""Wording of shared referents on NewsWCL50: DATA is framing/wcl, OUT a folder of event_N.json.

`--task free` reads plain text; `--task given` takes the places of the mentions from gold.json, and nothing else of it.
The gold annotation holds a story's main concepts only, so that the head of the wording table is compared with it:
people and countries of three mentions or more, and common nouns of three and a half mentions an article. Clauses are
left out.
"""

import json

import pandas as pd

import newslab as nl
from newslab.framing.accounts import group_mentions


def add_options(parser):
    # The destination is not "task": that is the name of the benchmark itself.
    parser.add_argument("--task", dest="spans", choices=["free", "given"], default="free")


def predict(data, out, spans="free"):
    out.mkdir(parents=True, exist_ok=True)
    for folder in sorted(data.glob("event_*")):
        texts = {path.stem: path.read_text(encoding="utf8") for path in sorted(folder.glob("*.txt"))}
        articles = nl.load_articles(pd.DataFrame({"article_id": list(texts), "text": list(texts.values())}))
        found = _given(articles, folder) if spans == "given" else _free(articles)
        (out / f"{folder.name}.json").write_text(json.dumps(found))


def _free(articles):
    wording = nl.wording(articles)
    main = [
        [_span(row.article_id, row.start, row.end) for row in found.itertuples()]
        for _, found in wording.groupby("referent", sort=False)
        if _is_main(found, len(articles))
    ]
    pairs = [
        [_span(row.source, row.source_start, row.source_end), _span(row.target, row.target_start, row.target_end)]
        for row in nl.contrasts(wording).itertuples()
    ]
    return {"clusters": main, "pairs": pairs}


def _is_main(found, n_articles):
    rule = found["rule"].iloc[0]
    if rule == "fact" or found["article_id"].nunique() < 2:
        return False
    return len(found) >= (3 if rule in ("person", "country") else 8 if rule in ("name", "place") else 3.5 * n_articles)


def _span(article_id, start, end):
    return {"doc": article_id, "start": start, "end": end}


def _given(articles, folder):
    gold = json.loads((folder / "gold.json").read_text(encoding="utf8"))
    spans = pd.DataFrame(
        [(mention["id"], mention["doc"], mention["start"], mention["end"]) for mention in gold["mentions"]],
        columns=["id", "article_id", "start", "end"],
    )
    return {"clusters": [spans["id"].iloc[list(places)].tolist() for places in group_mentions(articles, spans)]}
