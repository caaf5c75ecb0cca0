"""Run the public functions on a folder of benchmark data and write what its score.py reads.

usage: python benchmarks/predict.py TASK DATA OUT [options of the task]

TASK is cleaning, quotes, quote-pairs, reuse, human, events, wording or seeds. Each is a module beside this file with a
function predict(data, out, **options) and, where it takes options, add_options(parser).
"""

import argparse
import importlib
from pathlib import Path

TASKS = ["cleaning", "quotes", "quote-pairs", "reuse", "human", "events", "wording", "seeds"]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("task", choices=TASKS)
    parser.add_argument("data", type=Path)
    parser.add_argument("out", type=Path)
    known, _ = parser.parse_known_args()
    task = importlib.import_module(f"{known.task.replace('-', '_')}_task")
    if hasattr(task, "add_options"):
        task.add_options(parser)
    options = vars(parser.parse_args())
    del options["task"]
    task.predict(**options)


if __name__ == "__main__":
    main()
