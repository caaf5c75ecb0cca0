"""Made-up news for tests: articles of any number, from any number of outlets, on any number of events."""

import csv
import json
import random
from html import escape

OUTLETS = [
    "The Harbour Post",
    "Northern Courier",
    "Valley Tribune",
    "Daily Lantern",
    "Coastline News",
    "The Observer of Brill",
]
_PLACES = ["Brill", "Castermouth", "Upper Dunholm", "Marrowgate", "Port Ellery", "Stonebeck"]
_FIRST = ["Martha", "Samuel", "Ingrid", "Tobias", "Helen", "Victor", "Rosalind", "Conrad"]
_LAST = ["Aldercott", "Brenwick", "Hollanby", "Kestrelman", "Pemberly", "Quillfeather", "Thorncastle", "Wexcombe"]
_SUBJECTS = [
    ("the flood barrier", "the barrier", "a wall against the sea", "flood"),
    ("the tram line", "the line", "the costly railway", "tram"),
    ("the paper mill", "the mill", "the ailing factory", "mill"),
    ("the fishing quota", "the quota", "the limit on catches", "fishing"),
]
_SAID = ["said", "told reporters", "added", "insisted"]
_FILLERS = [
    "Work on {thing} began four years ago and has been stopped twice since.",
    "Residents of {place} had collected 4,200 signatures against {thing}.",
    "The vote on {thing} ended with 31 in favour and 17 against.",
    "Shops along the main street stayed closed for most of the afternoon.",
    "A report on {thing} had put the cost at £6.5 million.",
    "The council of {place} meets again on Thursday to discuss the next step.",
    "Traffic was diverted through the old town until late in the evening.",
    "{critic} has opposed {thing} since the first plans were published.",
]
_ASIDES = [
    "By {hour} o'clock some {count} people had come to the square.",
    "A spokeswoman put the number of letters from households at {count}.",
    "Last spring {count} households had asked for compensation.",
    "Rain kept most of the {count} guests under the arches of the market hall.",
    "An expert from the university warned of {count} lorries a day.",
    "The minutes of the meeting run to {count} pages, and few have read them.",
    "At the bakery next door, opinions were divided, as were the {count} loaves.",
    "The architect has spent {count} evenings over the drawings, her office says.",
    "Older members recalled the winter in which {count} cellars stood under water.",
    "Trade unions expect that {count} jobs depend on the outcome.",
]


def make_article(number, event=0, *, quotes=True):
    """One article as a dictionary: id, outlet, published, title and text; the same number gives the same article."""
    told = random.Random(1000 + event)
    place, (thing, short, other, _) = told.choice(_PLACES), _SUBJECTS[event % len(_SUBJECTS)]
    mayor, critic = (f"{told.choice(_FIRST)} {last}" for last in told.sample(_LAST, 2))
    own = random.Random(number)
    name = own.choice([thing, short, other])
    lead = own.choice(["approved", "pushed through", "agreed to pay for"])
    parts = [f"{place.upper()} — The council of {place} {lead} {name} on Monday, after a debate of six hours."]
    if quotes:
        parts += [
            f"“We have waited for this day for eleven years, and we will not wait any longer,” Mayor {mayor} "
            f"{own.choice(_SAID)}.",
            f"{critic}, who leads the opposition, called {name} “a monument to vanity”. “Nobody in {place} has asked "
            f"for it,” {critic.split()[1]} {own.choice(_SAID)}.",
        ]
    fillers = [line.format(thing=name, place=place, critic=critic) for line in _FILLERS]
    asides = [line.format(hour=own.randint(5, 11), count=own.randint(20, 990)) for line in _ASIDES]
    parts += own.sample(fillers, 3) + own.sample(asides, 4)
    outlet = OUTLETS[number % len(OUTLETS)]
    return {
        "id": f"a{number:03}",
        "outlet": outlet,
        "published": f"2024-0{3 + event % 6}-{4 + number % 3:02}",
        "title": f"{place} {lead} {name}",
        "text": "\n\n".join(parts),
    }


def make_folder(folder, count, *, events=1, outlets=None, quotes=True, formats=("txt",)):
    """Write so many articles and a sources.csv into a folder, in turn in the given formats."""
    folder.mkdir(parents=True, exist_ok=True)
    articles = [make_article(number, number % events, quotes=quotes) for number in range(count)]
    for number, article in enumerate(articles):
        if outlets:
            article["outlet"] = outlets[number % len(outlets)]
    for place, form in enumerate(formats):
        _WRITERS[form](folder, articles[place :: len(formats)])
    with open(folder / "sources.csv", "w", encoding="utf-8", newline="") as file:
        rows = csv.DictWriter(file, ["article_id", "outlet", "published"], extrasaction="ignore")
        rows.writeheader()
        rows.writerows({**article, "article_id": article["id"]} for article in articles)
    return folder


def _write_txt(folder, articles):
    for article in articles:
        text = f"{article['title']}\n\n{article['text']}\n"
        (folder / f"{article['id']}.txt").write_text(text, encoding="utf-8")


def _write_html(folder, articles):
    for article in articles:
        paragraphs = "".join(f"<p>{escape(part)}</p>\n" for part in article["text"].split("\n\n"))
        page = (
            f'<html lang="en"><head><title>{escape(article["title"])}</title></head><body><nav><a href="/">Home</a> '
            f'<a href="/sport">Sport</a></nav><article><h1>{escape(article["title"])}</h1>\n{paragraphs}</article>'
            "<footer>Subscribe to our newsletter. All rights reserved.</footer></body></html>"
        )
        (folder / f"{article['id']}.html").write_text(page, encoding="utf-8")


def _write_csv(folder, articles):
    with open(folder / "more.csv", "w", encoding="utf-8", newline="") as file:
        rows = csv.DictWriter(file, ["id", "outlet", "published", "title", "text"])
        rows.writeheader()
        rows.writerows(articles)


def _write_jsonl(folder, articles):
    (folder / "lines.jsonl").write_text("".join(json.dumps(article) + "\n" for article in articles), encoding="utf-8")


_WRITERS = {"txt": _write_txt, "html": _write_html, "csv": _write_csv, "jsonl": _write_jsonl}
