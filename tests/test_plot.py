"""Pictures: what a table says is what is drawn, legibly, whatever the table's length."""

import numpy as np
import pandas as pd
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

import newslab as nl
from newslab.display.describe import describe
from newslab.plot.style import outlet_styles, shorten, shorten_name
from newslab.tables import SAME_EVENT, table

NAMES = [f"{first} {last}" for last in ("Herald", "Post", "Star", "News", "Times", "Echo") for first in "ABCDEFGHIJ"]
STATES = ["told", "silent", "could not know", "other event"]


def pairs(n, scores=lambda i, j: 1 / (1 + abs(i - j))):
    rows = [
        {"source": f"{i:03}", "target": f"{j:03}", "topic": scores(i, j), "event": scores(i, j), "copied": 0.0}
        for i in range(n)
        for j in range(i + 1, n)
    ]
    return table("pairs", rows)


def articles_of(outlets):
    """One article of each outlet, with the ids 000, 001 and so on."""
    ids = [f"{number:03}" for number in range(len(outlets))]
    return nl.load_articles(
        pd.DataFrame({"article_id": ids, "outlet": outlets, "text": ["One word more. " * 20] * len(ids)})
    )


def events(n):
    return pd.DataFrame({"article_id": [f"{i:03}" for i in range(n)], "event": [i % 3 for i in range(n)]})


def wording(n):
    return table(
        "wording",
        [
            {"referent": f"r{r}", "label": f"the act {r}", "article_id": f"{i:03}", "outlet": NAMES[i], "text": text}
            | {"start": 0, "end": 1, "rule": "act"}
            for r in range(12)
            for i in range(n)
            for text in ["annexation", "annexation", "return to the fold"][: 1 + (i + r) % 3]
        ],
    )


def coverage(n):
    return table(
        "coverage",
        [
            {
                "referent": f"r{r}",
                "label": f"fact {r}",
                "outlet": NAMES[i],
                # Two outlets tell each fact, the others take their turns.
                "state": "told" if i < 2 else STATES[(i + r) % 4],
                "n_mentions": 2,
            }
            for r in range(30)
            for i in range(n)
        ],
    )


def terms(n):
    rows = []
    for name in NAMES[:n]:
        for k in range(10):
            high = np.inf if k == 0 else 3.0
            figures = {"count": 5, "documents": 1, "rate": 2.0, "log_ratio": 2.0 - k / 10, "low": 0.5, "high": high}
            chance = {"p": 0.01, "p_adjusted": 0.01 if k < 2 else 0.4, "elsewhere": k, "dispersion": 0.1}
            rows.append({"outlet": name, "term": f"word{k}"} | figures | chance)
    return table("terms", rows)


def speakers(n):
    rows = [(NAMES[i], f"Speaker {s:02}", 1 + (i + s) % 4) for s in range(15) for i in range(n)]
    return pd.DataFrame(rows, columns=["outlet", "speaker", "quotes"])


def carriage(n):
    states = ["whole", "part", "absent", "could not know", "other event"]
    rows = [
        {"group": u, "utterance": f"We shall see what {u} has to say about it", "speaker": f"Speaker {u}"}
        | {"article_id": f"{i:03}", "outlet": NAMES[i], "state": states[(u + i) % 5]}
        for u in range(6)
        for i in range(n)
    ]
    return table("carriage", rows)


def passages(n):
    rows = [
        {"source": "000", "target": f"{j:03}", "source_start": 10 * j, "source_end": 10 * j + 30, "words": 3 + j}
        | {"target_start": 5, "target_end": 35, "kind": ["quote", "own text"][j % 2]}
        for j in range(1, n)
    ]
    return table("passages", rows), articles_of(NAMES[:n])


DRAWINGS = {
    "similarity": lambda n: nl.plot_similarity(pairs(n)),
    "events": lambda n: nl.plot_events(pairs(n), events=events(n)),
    "passages": lambda n: nl.plot_passages(*passages(n)),
    "wording": lambda n: nl.plot_wording(wording(n)),
    "coverage": lambda n: nl.plot_coverage(coverage(n)),
    "terms": lambda n: nl.plot_terms(terms(n)),
    "speakers": lambda n: nl.plot_speakers(speakers(n)),
    "carriage": lambda n: nl.plot_carriage(carriage(n)),
}


@pytest.mark.parametrize("name", DRAWINGS)
class TestEveryPicture:
    @pytest.mark.parametrize("n", [0, 1, 60])
    def test_is_drawn_for_any_number_of_outlets(self, name, n):
        ax = DRAWINGS[name](n)
        ax.figure.draw_without_rendering()
        assert len(describe(ax)) > 15
        assert ax.figure.get_size_inches()[0] <= 8

    def test_has_a_statement_for_a_title(self, name):
        title = DRAWINGS[name](3).get_title(loc="left")
        assert len(title.split()) >= 4

    def test_cuts_off_nothing(self, name):
        assert_nothing_is_cut_off(DRAWINGS[name](5))

    def test_draws_into_axes_of_ones_own(self, name):
        own = Figure().add_subplot()
        calls = {
            "passages": lambda: nl.plot_passages(*passages(3), ax=own),
            "events": lambda: nl.plot_events(pairs(3), ax=own),
        }
        tables = {"similarity": pairs, "wording": wording, "coverage": coverage, "terms": terms} | {
            "speakers": speakers,
            "carriage": carriage,
        }
        draw = calls.get(name) or (lambda: getattr(nl, f"plot_{name}")(tables[name](3), ax=own))
        assert draw() is own


def assert_nothing_is_cut_off(ax):
    """A label that runs over the edge would leave ink on the outermost pixels."""
    canvas = FigureCanvasAgg(ax.figure)
    canvas.draw()
    picture = np.asarray(canvas.buffer_rgba())
    for edge in (picture[0], picture[-1], picture[:, 0], picture[:, -1]):
        assert (edge > 252).all()


@pytest.mark.filterwarnings("error")
def test_two_rows_under_the_upright_names_of_many_articles_are_not_cut_off():
    rows = carriage(14)
    names = rows["outlet"] + " of the Valley (20 Apr 2018)"
    assert_nothing_is_cut_off(nl.plot_carriage(rows[rows["group"] < 2].assign(outlet=names)))


def test_similarity_draws_each_pair_once_with_its_score():
    scores = {(0, 1): 0.11, (0, 2): 0.72, (1, 2): 0.33}
    ax = nl.plot_similarity(pairs(3, lambda i, j: scores[i, j]), articles=articles_of(["RT", "Echo", "Star"]))
    drawn = np.ma.compressed(ax.images[0].get_array())
    assert sorted(drawn) == [0.11, 0.33, 0.72]
    # In the order of the table, as the sentence over the picture has it.
    assert ax.get_title(loc="left") == "RT and Star are the most alike (0.72)"
    assert {text.get_text() for text in ax.texts} == {"0.11", "0.33", "0.72"}


def test_similarity_names_a_missing_measure():
    with pytest.raises(ValueError, match="no column tone"):
        nl.plot_similarity(pairs(3), measure="tone")


def test_the_order_of_the_pairs_does_not_matter():
    one = describe(nl.plot_similarity(pairs(7)))
    assert describe(nl.plot_similarity(pairs(7).iloc[::-1])) == one


def test_an_outlet_looks_the_same_where_others_are_missing():
    articles = articles_of(["Herald", "Post", "Star"])
    few, all_of_them = outlet_styles(["Star"], articles), outlet_styles(["Herald", "Post", "Star"], articles)
    assert few["Star"] == all_of_them["Star"]


def test_no_two_of_twenty_outlets_look_the_same():
    looks = outlet_styles(NAMES[:20]).values()
    assert len({(look["color"], look["marker"], look["hatch"]) for look in looks}) == 20


def test_the_least_likeness_of_one_event_is_drawn_and_told():
    told = describe(nl.plot_events(pairs(4), events=events(4)))
    assert f"dashed line {SAME_EVENT} throughout" in told
    assert "dashed" not in describe(nl.plot_events(pairs(4), events=events(4), measure="topic"))


def test_articles_parted_above_the_line_are_explained():
    alike = table("pairs", [{"source": "a", "target": "b", "topic": 0.5, "event": 0.4, "copied": 0.0}])
    for event, said in (([1, 2], True), ([1, 1], False)):
        grouped = pd.DataFrame({"article_id": ["a", "b"], "event": event})
        assert ("also left of it" in describe(nl.plot_events(alike, events=grouped))) == said
    apart = nl.plot_events(alike.assign(event=0.1), events=pd.DataFrame({"article_id": ["a", "b"], "event": [1, 2]}))
    assert "also left of it" not in describe(apart)


@pytest.mark.parametrize(
    ("scores", "limits"), [((0.54, 0.57), (0.405, 0.705)), ((0.9, 0.98), (0.7, 1)), ((0, 0.1), (0, 0.3))]
)
def test_close_scores_have_close_shades(scores, limits):
    close = nl.plot_similarity(pairs(3, lambda i, j: scores[j - i - 1]))
    assert close.images[0].get_clim() == pytest.approx(limits)
    wide = nl.plot_similarity(pairs(3, lambda i, j: [0.1, 0.9][j - i - 1]))
    assert wide.images[0].get_clim() == pytest.approx((0.1, 0.9))


@pytest.mark.parametrize("n", [3, 30])
def test_the_title_keeps_clear_of_the_names_of_columns(n):
    ax = nl.plot_similarity(pairs(n), articles=articles_of(NAMES[:n]))
    ax.figure.draw_without_rendering()
    names = max(label.get_window_extent().y1 for label in ax.get_xticklabels())
    title = ax.title if ax.title.get_text() else ax._left_title
    assert title.get_window_extent().y0 - names >= 4 * ax.figure.dpi / 72


def test_coverage_has_a_sign_for_each_state():
    ax = nl.plot_coverage(coverage(4))
    signs = {line.get_label(): (line.get_marker(), line.get_markerfacecolor()) for line in ax.lines}
    assert set(signs) == set(STATES)
    assert len(set(signs.values())) == 4
    drawn = sum(len(line.get_xdata()) for line in ax.lines)
    assert drawn == 4 * 25  # the table is longer, and the picture says so
    assert "25 of 30 are shown" in ax.get_xlabel()


def test_outlets_of_one_event_stand_side_by_side_and_an_empty_place_is_explained():
    names = ["Echo", "Herald", "Post", "Star"]
    articles = nl.load_articles(pd.DataFrame({"article_id": list("abcd"), "outlet": names, "text": ["A word."] * 4}))
    groups = pd.DataFrame({"article_id": list("abcd"), "event": [1, 2, 1, 2]})
    states = zip(names, ["told", "other event", "told", "silent"], strict=True)
    rows = [{"referent": "r", "label": "fact", "outlet": outlet, "state": state} for outlet, state in states]
    found = table("coverage", [row | {"n_mentions": 1} for row in rows])
    other_fact = found[found["state"] == "told"].assign(referent="s", label="another fact")
    ax = nl.plot_coverage(found, articles=articles, events=groups)
    heads = [" ".join(label.get_text().split()) for label in ax.get_xticklabels()]
    assert heads == ["Echo (event 1)", "Post (event 1)", "Herald (event 2)", "Star (event 2)"]
    assert "empty place" not in ax.get_xlabel()
    assert (
        "an empty place: not found, but no silence is claimed"
        in nl.plot_coverage(pd.concat([found, other_fact])).get_xlabel()
    )
    assert [label.get_text() for label in nl.plot_coverage(found).get_xticklabels()] == names


def test_words_that_a_group_uses_less_than_the_rest_do_not_stand_under_it():
    rows = terms(1)
    ax = nl.plot_terms(rows.assign(log_ratio=[0.5, -0.5] * 5))
    assert [label.get_text() for label in ax.get_yticklabels()] == ["word0", "word2", "word4", "word6", "word8"]
    assert "Nothing to show" in describe(nl.plot_terms(rows.assign(log_ratio=-1.0)))


def test_speakers_quoted_equally_often_share_the_title():
    rows = pd.DataFrame(
        {"outlet": ["RT", "RT", "RT"], "speaker": ["Ada Lowe", "lawsuit", "Bo Shaw"], "quotes": [2, 2, 1]}
    )
    ax = nl.plot_speakers(rows)
    assert ax.get_title(loc="left") == "Ada Lowe and “lawsuit” are quoted most: 2 of 5 quotes each"
    assert "“lawsuit”" in [label.get_text() for label in ax.get_yticklabels()]


def test_the_articles_of_one_outlet_have_the_colour_of_the_outlet():
    looks = outlet_styles(NAMES[:8], articles_of(2 * NAMES[:8]))
    assert len({look["color"] for look in looks.values()}) == 8


def test_two_utterances_of_the_same_words_have_a_row_each():
    rows = carriage(3)
    same = rows[rows["group"] < 2].assign(utterance="no comment")
    ax = nl.plot_carriage(same)
    names = [" ".join(label.get_text().split()) for label in ax.get_yticklabels()]
    assert names == ["Speaker 0: “no comment”", "Speaker 1: “no comment”"]
    assert sum(len(line.get_xdata()) for line in ax.lines) == len(same)


def test_several_articles_of_one_outlet_have_a_column_each():
    rows = carriage(2).assign(outlet="Herald")
    for articles in (None, articles_of(["Herald", "Herald"])):
        heads = nl.plot_carriage(rows, articles=articles).get_xticklabels()
        assert [label.get_text() for label in heads] == ["Herald (1)", "Herald (2)"]


def test_an_utterance_is_measured_by_the_articles_that_could_carry_it():
    rows = carriage(4)[:4]

    def title(*states):
        return " ".join(nl.plot_carriage(rows.assign(state=states)).get_title(loc="left").split())

    assert title("whole", "part", "absent", "absent").endswith("is carried by 2 of 4 articles")
    assert title("whole", "part", "absent", "other event").endswith("is carried by 2 of 3 articles that could")
    assert title("whole", "part", "could not know", "other event").endswith("is carried by both articles that could")


def test_what_an_outlet_is_silent_on_comes_first_in_the_grid():
    rows = [
        {"referent": f"fact/{name}", "label": name, "outlet": outlet, "state": state, "n_mentions": 1}
        for name, third in [("known to all", "told"), ("left out", "silent")]
        for outlet, state in [("RT", "told"), ("BBC", "told"), ("CNN", third)]
    ]
    ax = nl.plot_coverage(table("coverage", rows), top=1)
    assert [label.get_text() for label in ax.get_yticklabels()] == ["left out"]
    assert ax.get_title(loc="left") == "At least one outlet is silent on 1 of 2 shared facts and names"


def test_an_outlet_with_a_doubtful_article_is_not_called_silent():
    rows = [("r", "a", "RT", "told"), ("r", "b", "BBC", "told"), ("r", "c", "CNN", "silent"), ("s", "d", "CNN", "told")]
    rows = [dict(zip(("referent", "article_id", "outlet", "state"), row, strict=True)) for row in rows]
    rows = [row | {"label": "fact", "n_mentions": 1} for row in rows]
    assert "Nothing to show: no outlet is called silent" in describe(nl.plot_coverage(table("coverage", rows)))
    assert "silent: fact (CNN)" in describe(nl.plot_coverage(table("coverage", rows[:3])))
    assert "could not know: published before" not in describe(nl.plot_coverage(table("coverage", rows[:3])))


def test_of_two_articles_of_an_outlet_the_one_that_tells_counts():
    rows = [
        {"referent": "r", "label": "fact", "outlet": outlet, "state": state, "n_mentions": 0}
        for outlet, state in [("RT", "silent"), ("RT", "told"), ("BBC", "told"), ("CNN", "silent")]
    ]
    assert "told: fact (BBC, RT). silent: fact (CNN)." in describe(nl.plot_coverage(table("coverage", rows)))
    assert "Nothing to show: no outlet is called silent" in describe(nl.plot_coverage(table("coverage", rows[:3])))


def test_a_fact_that_one_outlet_alone_tells_is_not_in_the_grid():
    rows = [{"referent": "r", "label": "fact", "outlet": "RT", "state": "told", "n_mentions": 1}]
    assert "Nothing to show: no fact or name is reported by two outlets." in describe(
        nl.plot_coverage(table("coverage", rows))
    )


def test_wording_shows_the_words_each_outlet_uses_most():
    ax = nl.plot_wording(wording(3), top=1)
    assert [text.get_text() for text in ax.texts if "“" in text.get_text()] == [
        "1  “annexation”",
        "2  “annexation”",
        "3  “annexation”",
    ]


def test_wording_can_be_given_by_length_of_article():
    articles = pd.DataFrame({"article_id": list("abc"), "outlet": NAMES[:3], "n_words": [500, 500, 500]})
    ax = nl.plot_wording(wording(3), articles=articles, top=1)
    assert sorted(bar.get_width() for bars in ax.containers for bar in bars) == [2, 4, 6]


def test_terms_fills_the_points_that_pass_and_no_others():
    ax = nl.plot_terms(terms(2))
    filled = [line for line in ax.lines if str(line.get_label()).endswith("stands out")]
    assert sum(len(line.get_xdata()) for line in filled) == 4
    assert ax.get_title(loc="left").startswith("4 of the 16 words")


def test_passages_stand_where_they_stand_in_the_kept_text():
    found, articles = passages(2)
    articles.at[0, "kept"] = ((10, 290),)  # ten characters cut off at the top
    ax = nl.plot_passages(found, articles)
    marks = [bar for bars in ax.containers if bars.get_label() == "own text" for bar in bars]
    assert [(bar.get_x(), bar.get_width()) for bar in marks] == [(0, 30), (5, 30)]


def test_a_shortened_text_is_never_longer_than_asked():
    for length in range(5, 40):
        assert len(shorten("the referendum leading to Crimea being accepted into the Federation", length)) <= length


def test_two_articles_of_an_outlet_with_a_long_name_are_told_apart():
    names = [shorten_name(f"www.chronicle-of-the-valley.example ({day} Apr 2018)", 24) for day in (17, 20)]
    assert names[0] != names[1]
    assert max(map(len, names)) <= 24
    assert shorten_name("The Chronicle of the Valley and the Hills", 24) == "The Chronicle of the …"


def test_a_sentence_that_matches_two_counts_once():
    found, articles = passages(2)
    again = found.assign(source_start=found["source_start"] + 100, source_end=found["source_end"] + 100, words=2)
    both = pd.concat([found, again], ignore_index=True)
    assert nl.plot_passages(both, articles).get_title(loc="left").endswith("share 4 words in 1 passage")
    assert "share four words in one passage, " in nl.describe_passages(both, articles)


def test_the_title_of_the_wordings_names_who_speaks_of_it_most_and_least():
    title = nl.plot_wording(wording(3), top=1).get_title(loc="left")
    assert title == "the act 0: 3 mentions in C Herald, 1 in A Herald"
