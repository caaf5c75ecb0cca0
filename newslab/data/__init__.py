"""The data of the package: fitted coefficients, counted frequencies, lists."""

import json
from importlib.resources import files


def read_json(name):
    """What a JSON file of the package holds.

    >>> sorted(read_json("given_names.json"))[:1]
    ['female']
    """
    return json.loads(files(__name__).joinpath(name).read_text(encoding="utf-8"))
