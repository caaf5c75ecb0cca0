"""Time every notebook on a folder of made-up articles, as many as you like.

usage: python benchmarks/report_speed.py [ARTICLES]
"""

import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))
from generators import make_folder

from newslab.report.run import choose_notebooks, run_notebook


def main(count=300):
    with tempfile.TemporaryDirectory() as place:
        folder = make_folder(Path(place) / "articles", count, events=4, formats=("txt", "html", "csv", "jsonl"))
        for path in choose_notebooks():
            start = time.perf_counter()
            run_notebook(path, {"folder": folder.name, "sources": f"{folder.name}/sources.csv"}, folder.parent)
            print(f"{path.stem}: {count} articles in {time.perf_counter() - start:.0f} seconds")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
