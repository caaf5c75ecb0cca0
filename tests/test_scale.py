"""Parquet folders: the same rows in whatever parts, nothing half done, nothing lost, nothing counted twice."""

import errno
import os
import shutil
import signal
from importlib.util import find_spec
from itertools import pairwise

import pandas as pd
import pyarrow.parquet as pq
import pytest

import newslab as nl
from newslab import scale
from newslab.corpus import lines, load
from newslab.scale import copies, events, ingest, parts, steps
from newslab.scale.workers import finish

# Neither is loaded before it is needed: what tests/conftest.py freezes, DuckDB would complain of at the end.
pytestmark = pytest.mark.skipif(not (find_spec("duckdb") and find_spec("distributed")), reason="needs newslab[scale]")

SEEDS = nl.load_articles("seeds")
STORY = (
    "The harbour master closed the northern pier after divers found deep cracks in eleven of its pillars. "
    "Fishermen unloaded their catch at the old slipway and complained that nobody had warned them. "
)
OTHER = (
    "Late frost destroyed half of the cherry blossom in the valley, growers estimated on Tuesday. "
    "Some lit small fires between the rows at night, others sprinkled water that froze around the buds. "
)


def read(folder):
    """All rows of a folder in an order that does not depend on its parts."""
    frame = pq.read_table(sorted(folder.glob("*.parquet"))).to_pandas()
    by = [name for name in ("article_id", "start", "end", "event") if name in frame]
    return frame.sort_values(by, ignore_index=True)


def write(folder, name, texts, **columns):
    folder.mkdir(parents=True, exist_ok=True)
    frame = pd.DataFrame({"article_id": list(texts), "text": list(texts.values())} | columns)
    frame.to_parquet(folder / f"{name}.parquet", index=False)
    return folder


@pytest.fixture(scope="module")
def loaded(tmp_path_factory):
    """The seeds in parts of two."""
    out = tmp_path_factory.mktemp("loaded")
    scale.load("seeds", out, rows=2)
    return out


@pytest.fixture(scope="module")
def whole(loaded, tmp_path_factory):
    out = tmp_path_factory.mktemp("whole")
    scale.run(loaded, out)
    return out


def test_a_folder_holds_what_load_articles_gives(loaded):
    [file] = parts.parts_of(loaded)
    pd.testing.assert_frame_equal(parts.articles_of(pq.read_table(file)), SEEDS)


def test_the_results_are_those_of_the_rooms(whole):
    cleaned = nl.clean_articles(SEEDS)
    articles = parts.articles_of(pq.read_table(sorted((whole / "articles").glob("*.parquet"))))
    pd.testing.assert_frame_equal(articles, cleaned)
    assert read(whole / "spans")["label"].tolist() == nl.spans(cleaned)["label"].tolist()
    alone = pd.concat([nl.extract_quotes(cleaned.iloc[[place]]) for place in range(len(cleaned))], ignore_index=True)
    assert read(whole / "quotes")["speaker"].fillna("").tolist() == alone["speaker"].fillna("").tolist()
    assert read(whole / "status")["status"].tolist() == ["ok"] * 5


def test_rows_do_not_depend_on_the_size_of_the_parts(whole, tmp_path):
    scale.load("seeds", tmp_path / "in", rows=3)
    scale.run(tmp_path / "in", tmp_path / "out")
    for name in ("articles", "spans", "quotes", "status"):
        pd.testing.assert_frame_equal(read(tmp_path / "out" / name), read(whole / name))


def test_two_processes_give_the_same_rows_and_a_killed_one_loses_nothing(loaded, whole, tmp_path):
    kill, make = signal.SIGKILL, steps._make

    def make_or_die(unit):
        # The first process that gets to the second part is killed in the middle of it.
        if (tmp_path / "out").exists() and not (tmp_path / "killed").exists():
            (tmp_path / "killed").touch()
            with parts.Part(os.path.join(unit.out, "quotes", unit.name), parts.SCHEMAS["quotes"], unit.made_from):
                os.kill(os.getpid(), kill)
        make(unit)

    units, _ = steps._plan(loaded, tmp_path / "out", ("clean", "spans", "quotes"), 10**7)
    finish(make_or_die, units, workers=2, cluster=None, doing="")
    assert (tmp_path / "killed").exists()
    scale.run(loaded, tmp_path / "out")
    for name in ("articles", "spans", "quotes", "status"):
        pd.testing.assert_frame_equal(read(tmp_path / "out" / name), read(whole / name))
        assert not list((tmp_path / "out" / name).glob(".*"))


def test_an_interrupted_run_goes_on_where_it_stopped(loaded, whole, tmp_path, monkeypatch):
    made, make = [], steps._make

    def interrupted(unit):
        if len(made) == 1:
            raise KeyboardInterrupt
        made.append(unit.name)
        make(unit)

    monkeypatch.setattr(steps, "_make", interrupted)
    with pytest.raises(KeyboardInterrupt):
        scale.run(loaded, tmp_path)
    [first] = (tmp_path / "quotes").glob("*.parquet")
    written = first.stat().st_mtime_ns
    monkeypatch.setattr(steps, "_make", make)
    scale.run(loaded, tmp_path)
    assert first.stat().st_mtime_ns == written
    pd.testing.assert_frame_equal(read(tmp_path / "quotes"), read(whole / "quotes"))


def test_a_part_has_its_name_only_when_it_is_whole(tmp_path):
    path = tmp_path / "spans.parquet"
    with parts.Part(path, parts.SCHEMAS["spans"]) as part:
        part.write(nl.spans(SEEDS))
        assert not path.exists()
    assert list(tmp_path.iterdir()) == [path]
    with pytest.raises(KeyError), parts.Part(tmp_path / "quotes.parquet", parts.SCHEMAS["quotes"]) as part:
        part.write(nl.spans(SEEDS))
    assert list(tmp_path.iterdir()) == [path]


def test_a_part_that_was_cut_off_is_made_again(loaded, whole, tmp_path):
    shutil.copytree(whole, tmp_path / "out")
    first = min((tmp_path / "out" / "status").glob("*.parquet"))
    first.write_bytes(first.read_bytes()[:100])
    scale.run(loaded, tmp_path / "out")
    pd.testing.assert_frame_equal(read(tmp_path / "out" / "status"), read(whole / "status"))


def test_a_full_disk_is_said_in_a_sentence_and_leaves_nothing_half_done(loaded, whole, tmp_path, monkeypatch):
    def full(descriptor):
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", full)
        with pytest.raises(scale.Unfinished, match="disk is full; 0 of 3 parts"):
            scale.run(loaded, tmp_path)
    assert not [path for path in tmp_path.rglob("*") if path.is_file()]
    scale.run(loaded, tmp_path)
    pd.testing.assert_frame_equal(read(tmp_path / "quotes"), read(whole / "quotes"))


def test_a_broken_file_has_a_status_and_the_others_their_rows(loaded, tmp_path):
    shutil.copytree(loaded, tmp_path / "in")
    (tmp_path / "in" / "broken.parquet").write_bytes(b"PAR1 nothing PAR1")
    # The pages of the second row group are overwritten; what the file says of itself is intact.
    [file] = loaded.glob("*.parquet")
    data = bytearray(file.read_bytes())
    column = pq.ParquetFile(file).metadata.row_group(1).column(17)
    start = column.dictionary_page_offset or column.data_page_offset
    data[start : start + column.total_compressed_size] = b"\xff" * column.total_compressed_size
    (tmp_path / "in" / file.name).write_bytes(data)
    scale.run(tmp_path / "in", tmp_path / "out", steps=("clean",))
    status = read(tmp_path / "out" / "status")
    assert status["article_id"].dropna().tolist() == [SEEDS["article_id"][place] for place in (0, 1, 4)]
    broken = status[status["article_id"].isna()]
    assert broken["status"].tolist() == ["unreadable"] * 2
    assert sorted(broken["file"]) == sorted(["broken.parquet", file.name])


def test_an_article_that_is_too_long_or_raises_does_not_stop_the_others(loaded, tmp_path, monkeypatch):
    rows = steps.quote_rows

    def fails(read, **options):
        if read[0][0].article_id.startswith("001"):
            raise RecursionError("too deep")
        return rows(read, **options)

    monkeypatch.setattr(steps, "quote_rows", fails)
    longest = int(SEEDS["raw"].str.len().max()) - 1
    scale.run(loaded, tmp_path, steps=("quotes",), longest=longest)
    status = read(tmp_path / "status").set_index("article_id")
    assert status["status"].value_counts().to_dict() == {"ok": 3, "too long": 1, "failed": 1}
    assert status["problem"].dropna().tolist() == ["quotes: RecursionError: too deep"]
    found = set(read(tmp_path / "quotes")["article_id"])
    assert found == set(status.index[status["status"] == "ok"]) & found
    assert len(read(tmp_path / "articles")) == 5


def test_parts_of_a_changed_source_are_made_again_and_of_a_lost_one_removed(tmp_path):
    source = write(tmp_path / "files", "one", {"a": STORY})
    write(source, "two", {"b": OTHER})
    for texts in ({"a": STORY}, {"a": STORY + OTHER, "c": OTHER}):
        write(source, "one", texts)
        scale.load(source, tmp_path / "in")
        scale.run(tmp_path / "in", tmp_path / "out", steps=())
        assert read(tmp_path / "out" / "articles")["article_id"].tolist() == sorted([*texts, "b"])
    (source / "two.parquet").unlink()
    scale.load(source, tmp_path / "in")
    scale.run(tmp_path / "in", tmp_path / "out", steps=())
    assert read(tmp_path / "out" / "articles")["text"].tolist() == [(STORY + OTHER).strip(), OTHER.strip()]


def test_files_of_any_format_become_one_folder_with_unique_ids(tmp_path):
    source = write(tmp_path / "files", "first", {"1": STORY, "2": OTHER})
    (source / "second.csv").write_text(f'id,text\n1,"{OTHER}"\n', encoding="utf-8")
    (source / "page.txt").write_text(STORY, encoding="utf-8")
    (source / "bad.parquet").write_bytes(b"no Parquet")
    with pytest.warns(UserWarning, match="1 files or rows are not read, or not to their end: bad.parquet"):
        scale.load(source, tmp_path / "in")
    with pytest.warns(UserWarning, match="not read"):
        scale.load(source, tmp_path / "in")
    articles = read(tmp_path / "in")
    assert articles["article_id"].is_unique
    assert articles["status"].value_counts().to_dict() == {"ok": 4, "unreadable": 1}
    assert sorted(articles["file"]) == ["bad.parquet", "first.parquet", "first.parquet", "page.txt", "second.csv"]
    assert set(articles["article_id"]) == {"first-1", "second-1", "2", "page", "bad"}


def test_a_folder_holds_what_is_known_of_its_articles(tmp_path):
    known, written = pd.read_csv("seeds/sources.csv").assign(section="World"), []
    for sources in ("seeds/sources.csv", known, known, None):
        scale.load("seeds", tmp_path / "in", sources=sources, rows=2)
        [file] = (tmp_path / "in").glob("*.parquet")
        expected = nl.load_articles("seeds", sources=sources)
        pd.testing.assert_frame_equal(parts.articles_of(pq.read_table(file)), expected)
        written.append(file.stat().st_mtime_ns)
    # What is known of the articles is filled in once.
    assert [one == other for one, other in pairwise(written)] == [False, True, False]


@pytest.mark.parametrize("suffix", ["csv", "csv.gz", "jsonl"])
def test_a_table_of_any_size_is_read_in_pieces(suffix, tmp_path, monkeypatch):
    frame = pd.DataFrame({"id": [f"n{i}" for i in range(40)], "text": [f"{STORY}\n“No, {i}”" for i in range(40)]})
    (tmp_path / "files").mkdir()
    path = tmp_path / "files" / f"many.{suffix}"
    frame.to_json(path, orient="records", lines=True) if suffix == "jsonl" else frame.to_csv(path, index=False)
    expected = nl.load_articles(path)
    pieces = []
    monkeypatch.setattr(lines, "_BLOCK", 500)
    monkeypatch.setattr(ingest, "articles_of", lambda piece: pieces.append(len(piece)) or load.articles_of(piece))
    scale.load(path, tmp_path / "in", rows=7)
    [file] = (tmp_path / "in").glob("*.parquet")
    pd.testing.assert_frame_equal(parts.articles_of(pq.read_table(file)), expected)
    assert max(pieces) == 7


def copied_stories():
    """Copies, a story held in another, one printed fifty times in one article, and a crowd of forty."""
    crowd = {f"c{number:02}": f"{OTHER} Number {number}." for number in range(40)}
    digest = f"{STORY} And now something else entirely, which nobody had expected to read in this place. {OTHER}"
    again = {"g": " ".join([STORY] * 50)}
    return (
        again
        | {"a": STORY, "b": STORY.replace("deep", "wide"), "d": digest, "e": "Nothing in common.", "f": ""}
        | crowd
    )


def test_near_copies_on_disk_are_those_in_memory(tmp_path, monkeypatch):
    texts = copied_stories()
    monkeypatch.setattr(copies, "_PAIRS_AT_ONCE", 7)
    # Also where none of those that are read together is of a pair.
    monkeypatch.setattr(copies, "_ARTICLES_AT_ONCE", 1)
    names = list(texts)
    for number in range(3):
        write(tmp_path / "in", str(number), {name: texts[name] for name in names[number::3]})
    found = scale.near_copies(tmp_path / "in", tmp_path / "out")
    expected = nl.near_copies(nl.load_articles(pd.DataFrame({"article_id": names, "text": list(texts.values())})))
    pd.testing.assert_frame_equal(found, expected)
    pd.testing.assert_frame_equal(
        pq.read_table(tmp_path / "out" / "near_copies.parquet").to_pandas().astype(found.dtypes), found
    )
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["keys", "near_copies.parquet"]


def test_one_article_filed_under_one_id_twice_is_refused(tmp_path):
    write(tmp_path / "in", "one", {"a": STORY})
    write(tmp_path / "in", "two", {"a": OTHER})
    with pytest.raises(ValueError, match="1 articles have the id of another one, such as 'a'"):
        scale.near_copies(tmp_path / "in", tmp_path / "out")


def test_a_join_without_memory_says_so_and_keeps_the_keys(tmp_path):
    write(tmp_path / "in", "one", copied_stories())
    with pytest.raises(scale.Unfinished, match="the join failed"):
        scale.near_copies(tmp_path / "in", tmp_path / "out", memory="100KB")
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["keys"]
    assert len(scale.near_copies(tmp_path / "in", tmp_path / "out")) > 40


def test_articles_without_a_copy_give_an_empty_table(tmp_path):
    found = scale.near_copies(write(tmp_path / "in", "one", {"a": STORY, "b": OTHER}), tmp_path / "out")
    pd.testing.assert_frame_equal(found, nl.near_copies(SEEDS.iloc[:0]))


def test_a_folder_without_articles_and_an_unknown_step_are_named(tmp_path, loaded):
    (tmp_path / "nothing").mkdir()
    with pytest.raises(FileNotFoundError, match="no .parquet files"):
        scale.run(tmp_path / "nothing", tmp_path / "out")
    with pytest.raises(ValueError, match="has no column agency; make the folder with"):
        scale.run(write(tmp_path / "in", "one", {"a": STORY}), tmp_path / "out")
    with pytest.raises(ValueError, match="no step 'tidy'"):
        scale.run(loaded, tmp_path / "out", steps=("tidy",))


def test_a_folder_of_another_kind_is_refused_before_the_work_begins(tmp_path):
    source = tmp_path / "in"
    write(source, "one", {"a": STORY})
    (source / "note.parquet").write_text("no Parquet")
    for work in (scale.near_copies, scale.group_events, scale.shared_passages):
        with pytest.raises(ValueError, match="note.parquet is not a Parquet file"):
            work(source, tmp_path / "out")
    pd.DataFrame({"article_id": ["a"], "body": [STORY]}).to_parquet(source / "note.parquet")
    with pytest.raises(ValueError, match="note.parquet has no column text"):
        scale.near_copies(source, tmp_path / "out")
    with pytest.raises(ValueError, match="note.parquet has no column authors"):
        scale.group_events(source, tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_no_process_at_all_is_refused_and_not_waited_for(tmp_path):
    with pytest.raises(ValueError, match="workers is 0"):
        scale.load("seeds", tmp_path, workers=0)


def test_files_and_steps_may_come_one_by_one(tmp_path):
    for name in ("a", "b"):
        (tmp_path / f"{name}.txt").write_text(STORY)
    scale.load(tmp_path.glob("*.txt"), tmp_path / "loaded")
    scale.run(tmp_path / "loaded", tmp_path / "done", steps=iter(["clean"]))
    assert read(tmp_path / "done" / "articles")["article_id"].tolist() == ["a", "b"]
    assert read(tmp_path / "done" / "articles")["kept"].str.len().tolist() == [1, 1]


def stream(days):
    """Two accounts of each of two events, so many days apart."""
    texts = {
        "a": STORY + "The pier at Castermouth stays shut, said Martha Quillfeather of the harbour board.",
        "b": "Castermouth's northern pier is shut: divers found cracks in its pillars, Martha Quillfeather said.",
        "c": OTHER + "Growers at Dunholm expect the worst harvest in years, said Tobias Wexcombe.",
        "d": "The cherry growers of Dunholm lost half their blossom to the frost, said Tobias Wexcombe.",
    }
    start = pd.Timestamp("2021-03-01")
    published = [start, start + pd.Timedelta(days=1), *[start + pd.Timedelta(days=days)] * 2]
    return pd.DataFrame({"article_id": list(texts), "text": list(texts.values()), "published": published})


@pytest.mark.parametrize("days", [2, 9, 60])
def test_events_of_a_stream_are_those_of_a_table(days, tmp_path, monkeypatch):
    monkeypatch.setattr(events, "_OWN", 1)
    frame = stream(days)
    (tmp_path / "files").mkdir()
    frame.to_parquet(tmp_path / "files" / "stream.parquet")
    scale.load(tmp_path / "files", tmp_path / "in")
    found = scale.group_events(tmp_path / "in", tmp_path / "out")
    assert found["article_id"].tolist() == list("abcd")
    assert found["event"].tolist() == nl.group_events(nl.load_articles(frame))["event"].tolist()


@pytest.mark.parametrize("own", [1, 10_000])
def test_a_running_story_does_not_become_one_event(own, tmp_path, monkeypatch):
    monkeypatch.setattr(events, "_OWN", own)
    texts = {f"{week:02}": stream(2)["text"][week % 2] for week in range(12)}
    published = [pd.Timestamp("2021-03-01") + pd.Timedelta(days=5 * week) for week in range(12)]
    write(tmp_path / "files", "stream", texts, published=published)
    scale.load(tmp_path / "files", tmp_path / "in")
    found = scale.group_events(tmp_path / "in", tmp_path / "out")
    spread = found.assign(date=published).groupby("event")["date"].agg(lambda dates: dates.max() - dates.min())
    assert spread.max() <= pd.Timedelta(days=20)
    assert len(found) == 12


def test_results_never_lie_among_their_sources(tmp_path):
    loaded = write(tmp_path / "done" / "articles", "one", {"a": STORY})
    for call in (scale.load, scale.near_copies, scale.group_events):
        with pytest.raises(ValueError, match="choose another `out`"):
            call(loaded, loaded)
    with pytest.raises(ValueError, match="choose another `out`"):
        scale.run(loaded, tmp_path / "done")


def test_a_file_of_somebody_else_is_never_removed(tmp_path):
    own = tmp_path / "out" / "mine.parquet"
    own.parent.mkdir()
    pd.DataFrame({"mine": [1]}).to_parquet(own)
    write(tmp_path / "files", "one", {"a": STORY})
    scale.load(tmp_path / "files", tmp_path / "out")
    assert own.exists()


def test_passages_on_disk_are_those_in_memory(tmp_path, monkeypatch):
    monkeypatch.setattr(copies, "_PAIRS_OF_PART", 20)
    texts = copied_stories()
    frame = pd.DataFrame({"article_id": list(texts), "text": list(texts.values())})
    for number in (0, 1):
        write(tmp_path / "files", str(number), dict(frame.iloc[number::2].to_numpy()))
    scale.load(tmp_path / "files", tmp_path / "in", rows=9)
    scale.shared_passages(tmp_path / "in", tmp_path / "out")
    articles = nl.load_articles(frame)
    expected = nl.shared_passages(articles, pairs=nl.near_copies(articles))
    found = sorted((tmp_path / "out" / "passages").glob("*.parquet"))
    assert len(found) > 2
    pd.testing.assert_frame_equal(pq.read_table(found).to_pandas().astype(expected.dtypes), expected)
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["keys", "near_copies.parquet", "passages"]
    # A second call makes what is missing, and nothing else: the near copies are not looked for again.
    found[1].unlink()
    monkeypatch.delattr(copies, "_joined")
    written = [path.stat().st_mtime_ns for path in found if path.exists()]
    scale.shared_passages(tmp_path / "in", tmp_path / "out")
    assert [path.stat().st_mtime_ns for path in found if path != found[1]] == written
    pd.testing.assert_frame_equal(pq.read_table(found).to_pandas().astype(expected.dtypes), expected)
