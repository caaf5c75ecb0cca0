"""Break the library in thirty small ways, and see how many the notebooks alone notice.

usage: python benchmarks/mutations.py [--check] [--only NUMBER ...]

Each mutation replaces one text in one file of a copy of the project; then `pytest --nbval notebooks` runs in the copy.
A mutation is caught when a notebook fails. Each has an effect on the five articles: a stop word that none of them uses
would tell nothing. A text that does not stand exactly once in its file ends the run at once.
--check : only see that every text is there.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from tqdm.auto import tqdm

ROOT = Path(__file__).parent.parent
COPIED = ["newslab", "notebooks", "seeds", "tests", "pyproject.toml", "README.md"]

# What goes wrong, the file in newslab/, the text as it is and as it becomes.
MUTATIONS = [
    (
        "the first quote of every article is dropped",
        "quotes/extract.py",
        "found.extend(rows)",
        "found.extend(rows[1:])",
    ),
    (
        "quotes begin one character late",
        "quotes/extract.py",
        '        "start": start,\n        "end": end,\n        "text": body.text[span[0]',
        '        "start": start + 1,\n        "end": end,\n        "text": body.text[span[0]',
    ),
    (
        "the text of a quote loses its last character",
        "quotes/extract.py",
        "body.text[span[0] : span[1]]",
        "body.text[span[0] : span[1] - 1]",
    ),
    (
        "the parts of one utterance count one by one",
        "quotes/counts.py",
        'quotes=("said", "nunique")',
        'quotes=("said", "size")',
    ),
    (
        "the least quoted speakers come first",
        "quotes/counts.py",
        '["quotes", by, "speaker"], ascending=[False, True, True]',
        '["quotes", by, "speaker"], ascending=[True, True, True]',
    ),
    ("shares are of the largest, not of all", "quotes/counts.py", 'transform("sum")', 'transform("max")'),
    (
        "whole and part are swapped",
        "quotes/carriage.py",
        '"whole" if i in whole else "part"',
        '"part" if i in whole else "whole"',
    ),
    (
        "who published later could not know",
        "quotes/carriage.py",
        "published[article_id] < first",
        "published[article_id] > first",
    ),
    (
        "the shortest version of an utterance counts as the fullest",
        "quotes/versions.py",
        "(*version.fullness, times[version.forms]), reverse=True",
        "(*version.fullness, times[version.forms])",
    ),
    (
        "the columns of an edit are swapped",
        "quotes/edits.py",
        '"source_text": before,',
        '"source_text": after,',
    ),
    ("silence is taken for telling", "framing/coverage_table.py", 'if older else "silent"', 'if older else "told"'),
    (
        "who published later could not know of a fact",
        "framing/coverage_table.py",
        "self._days[article_id] < first",
        "self._days[article_id] > first",
    ),
    (
        "what an older article could know is called new",
        "framing/coverage_table.py",
        "min(days) > day",
        "max(days) > day",
    ),
    ("the weakest contrasts come first", "framing/contrast_pairs.py", '-row["score"],', 'row["score"],'),
    (
        "one outlet's words stand under the other's name",
        "framing/contrast_pairs.py",
        '"source_text": a.text,',
        '"source_text": b.text,',
    ),
    (
        "the last wordings are shown in place of the first",
        "framing/compare.py",
        "list(found.values())[:top]",
        "list(found.values())[-top:]",
    ),
    (
        "the sizes of two groups are divided the wrong way round",
        "framing/keyness.py",
        "np.log2(rest_words / words)",
        "np.log2(words / rest_words)",
    ),
    ("words used once are listed", "framing/terms.py", "(inside + rest)[order] > 1", "(inside + rest)[order] > 0"),
    ("a stop word is lost", "text/tokenization.py", "not only very too also", "not only very too"),
    (
        "copied text is a share of the longer article",
        "similarity/copied.py",
        "least = np.minimum(",
        "least = np.maximum(",
    ),
    ("articles are joined into events more readily", "tables.py", "SAME_EVENT = 0.25", "SAME_EVENT = 0.15"),
    (
        "the interval is one of 80 %",
        "similarity/bootstrap.py",
        "ndtri(0.975)",
        "ndtri(0.9)",
    ),
    (
        "background topics are left out of a score",
        "similarity/vectors.py",
        "row_products(vectors.words, source, target) + row_products(vectors.background, source, target)",
        "row_products(vectors.words, source, target)",
    ),
    (
        "one check of the editor's is left out",
        "checks/audit.py",
        "    _date_clash,\n]",
        "]",
    ),
    (
        "of a text printed twice the copy without paragraphs is kept",
        "cleaning/duplicates.py",
        "if len(sources) > 1 or sources and",
        "if sources and",
    ),
    (
        "the story begins one character late",
        "cleaning/labels.py",
        "kept = tuple((start, end) for",
        "kept = tuple((start + 1, end) for",
    ),
    (
        "dates from sources.csv are not used",
        "corpus/known.py",
        'columns["published"][position] = published',
        'columns["published"][position] = pd.NaT',
    ),
    (
        "bars begin at nought instead of one after the other",
        "plot/speakers.py",
        "widths, left=left, height=0.66",
        "widths, left=0 * left, height=0.66",
    ),
    (
        "likeness is drawn as unlikeness",
        "plot/similarity.py",
        "scores = scores[np.ix_(order, order)]",
        "scores = 1 - scores[np.ix_(order, order)]",
    ),
    (
        "bars of mentions are drawn twice as long",
        "plot/wording.py",
        "lengths = [counts[lane] for",
        "lengths = [2 * counts[lane] for",
    ),
    (
        "a passage is shown without its last character",
        "display/context.py",
        "self.raw[self.start : self.end]).split()",
        "self.raw[self.start : self.end - 1]).split()",
    ),
]


# The notebook that is likeliest to notice a change in a room is run first, which saves half of the time.
NOTICES = {"quotes": "04", "plot/speakers.py": "04", "framing": "03", "plot/wording.py": "03", "similarity": "02"}
NOTICES |= {"plot/similarity.py": "02"}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="only see that every text is there")
    parser.add_argument("--only", type=int, nargs="+", metavar="NUMBER", help="only the mutations of these numbers")
    options = parser.parse_args()
    chosen = [(number, MUTATIONS[number - 1]) for number in options.only or range(1, len(MUTATIONS) + 1)]
    wrong = [f"{number} ({name}): {count} times in {file}" for number, (name, file, old, _) in chosen
             if (count := (ROOT / "newslab" / file).read_text(encoding="utf-8").count(old)) != 1]  # fmt: skip
    if wrong:
        sys.exit("These texts do not stand exactly once; bring them up to date:\n" + "\n".join(wrong))
    if options.check:
        print(f"All {len(chosen)} texts are there.")
        return
    with tempfile.TemporaryDirectory() as place:
        copy = _copy(Path(place))
        if not _passes(copy):
            sys.exit("The notebooks fail as they are; nothing can be told from mutations.")
        missed = []
        for number, mutation in tqdm(chosen, unit="mutation"):
            survives = _survives(copy, *mutation)
            tqdm.write(f"{number} {'NOT CAUGHT' if survives else 'caught'}: {mutation[0]}")
            missed += [mutation[0]] if survives else []
    caught = len(chosen) - len(missed)
    print(f"{caught} of {len(chosen)} mutations are caught by the notebooks alone ({caught / len(chosen):.0%}).")


def _copy(place):
    unwanted = shutil.ignore_patterns("__pycache__", ".ipynb_checkpoints")
    for name in COPIED:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, place / name, ignore=unwanted)
        else:
            shutil.copy(source, place / name)
    return place


def _survives(copy, _, file, old, new):
    """Whether the notebooks do not notice the mutation."""
    path = copy / "newslab" / file
    whole = path.read_text(encoding="utf-8")
    path.write_text(whole.replace(old, new), encoding="utf-8")
    survives = _passes(copy, NOTICES.get(file) or NOTICES.get(file.split("/")[0], "01"))
    path.write_text(whole, encoding="utf-8")
    return survives


def _passes(copy, first="01"):
    notebooks = sorted((copy / "notebooks").glob("*.ipynb"), key=lambda path: (not path.name.startswith(first), path))
    command = [sys.executable, "-B", "-m", "pytest", "--nbval", "-x", "-q", "-p", "no:cacheprovider"]
    command += ["--tb=no", *map(str, notebooks)]
    environment = os.environ | {"PYTHONPATH": str(copy), "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(command, cwd=copy, env=environment, capture_output=True, check=False)
    if done.returncode not in (0, 1):
        sys.exit(done.stdout.decode() + done.stderr.decode())
    return done.returncode == 0


if __name__ == "__main__":
    main()
