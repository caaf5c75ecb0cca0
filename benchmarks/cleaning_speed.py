"""How many pages are loaded and cleaned in a second of one processor: ours and other tools' on the same pages.

usage: python benchmarks/cleaning_speed.py DATA [--input layout plain nodes flat html] [--times 3]

DATA is a folder of pages as for `predict.py cleaning`. Each figure is the best of some times, each in a process of its
own which has cleaned a page before, so that what is made once is made. Other tools run where they are installed:
python -m pip install justext "trafilatura[all]"
"""

import argparse
import importlib.util
import time
from pathlib import Path

import pandas as pd
from cleaning_pages import INPUTS, load_gold, read_input
from measuring import apart

import newslab as nl


def ours(texts):
    nl.clean_articles(nl.load_articles(pd.DataFrame({"text": texts})))


def justext(texts):
    import justext

    stop_words = justext.get_stoplist("English")
    for text in texts:
        # It reads HTML alone: a text is a paragraph a line for it.
        page = text if "<html" in text else "".join(f"<p>{line}</p>" for line in text.splitlines())
        justext.justext(page.encode(), stop_words, encoding="utf-8")


def trafilatura(texts):
    import trafilatura

    for text in texts:
        trafilatura.bare_extraction(text)


# What each tool can read: text as well as HTML, or HTML alone.
TOOLS = {"newslab": (ours, INPUTS), "justext": (justext, INPUTS), "trafilatura": (trafilatura, ["html"])}


def pages_a_second(tool, data, kind):
    texts = [read_input(data, one["id"], kind) for one in load_gold(data)]
    function = TOOLS[tool][0]
    function(texts[:1])
    start = time.process_time()
    function(texts)
    return len(texts) / (time.process_time() - start)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--input", nargs="+", choices=INPUTS, default=INPUTS)
    parser.add_argument("--times", type=int, default=3)
    options = parser.parse_args()
    for tool, (_, inputs) in TOOLS.items():
        if tool != "newslab" and importlib.util.find_spec(tool) is None:
            print(f"{tool:12} not installed")
            continue
        for kind in (kind for kind in options.input if kind in inputs):
            best = max(apart(pages_a_second, tool, options.data, kind) for _ in range(options.times))
            print(f"{tool:12} {kind:8} {best:6.1f} pages a second", flush=True)


if __name__ == "__main__":
    main()
