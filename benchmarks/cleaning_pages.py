"""Pages of a cleaning bench in the forms in which people bring them."""

import gzip
import json
import re

INPUTS = ["layout", "plain", "nodes", "flat", "html"]
_MARK = re.compile(r"(?m)^[ \t]*(?:[*+-](?:[ \t]+|$))?[ \t]*")


def load_gold(data):
    return [json.loads(line) for line in (data / "gold.jsonl").read_text(encoding="utf-8").splitlines() if line.strip()]


def read_input(data, key, kind):
    """The text of a page; `plain` is layout without list marks and indentation, `flat` has no lines left."""
    if kind == "html":
        return gzip.decompress((data / f"html/{key}.html.gz").read_bytes()).decode("utf-8", "replace")
    name = "nodes" if kind == "nodes" else "layout"
    text = (data / f"text/{key}.{name}.txt").read_bytes().decode("utf-8")
    if kind == "plain":
        return _MARK.sub("", text)
    return " ".join(text.split()) if kind == "flat" else text
