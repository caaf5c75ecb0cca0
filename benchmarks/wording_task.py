"""Wording of shared referents on NewsWCL50: DATA is framing/wcl, OUT a folder of event_N.json.

`--task free` reads plain text; `--task given` takes the places of the mentions from gold.json, and nothing else of it.
The gold annotation holds a story's main concepts, so that what is compared with it are the referents that
`compare_wording` shows: those which the articles come back to. Facts are clauses, and not annotated.
"""

import json

import pandas as pd
from grouping import group_mentions

import newslab as nl
from newslab.framing.salience import main_referents


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
    main = main_referents(wording[wording["rule"] != "fact"], articles)
    clusters = [
        [_span(row.article_id, row.start, row.end) for row in found.itertuples()]
        for _, found in main.groupby("referent", sort=False)
    ]
    contrasts = nl.contrasts(wording, articles)
    pairs = [
        [_span(row.source, row.source_start, row.source_end), _span(row.target, row.target_start, row.target_end)]
        for row in contrasts[contrasts["rule"] != "fact"].itertuples()
    ]
    return {"clusters": clusters, "pairs": pairs}


def _span(article_id, start, end):
    return {"doc": article_id, "start": start, "end": end}


def _given(articles, folder):
    gold = json.loads((folder / "gold.json").read_text(encoding="utf8"))
    spans = pd.DataFrame(
        [(mention["id"], mention["doc"], mention["start"], mention["end"]) for mention in gold["mentions"]],
        columns=["id", "article_id", "start", "end"],
    )
    return {"clusters": [spans["id"].iloc[list(places)].tolist() for places in group_mentions(articles, spans)]}
