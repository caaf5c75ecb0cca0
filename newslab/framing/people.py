"""Which names are persons, and which forms of a name are one person's."""

from collections import Counter, defaultdict

from newslab.framing.lexicon import TIMES, countries, given_names, parties, word_classes
from newslab.framing.name_forms import ORGANISATIONS, PROVINCES, SUFFIXES, VERSUS, is_body, plain, titles
from newslab.text import STOP_WORDS


def read_people(mentions):
    """Each form of a person's name → the full name, or the surname where no article gives more.

    A surname used alone stands for the full name with the title that it bears, "President Berg", or else for the most
    frequent one.
    """
    short, called = Counter(), defaultdict(Counter)
    common = {mention.head for mention in mentions if mention.kind == "noun" and not mention.name}
    for mention in mentions:
        if len(mention.name) == 1:
            short[plain(mention.name)] += 1
            called[plain(mention.name)].update(titles(mention.before))
    full, borne = Counter(), defaultdict(set)
    for mention in mentions:
        name = tuple(word for word in mention.name if word.lower() not in SUFFIXES)
        if len(name) in (2, 3, 4) and _is_person(name, mention, short, common):
            full[name] += 1
            borne[name].update(titles(mention.before))

    def rank(name):
        return -sum(called[plain(name[-1:])][title] for title in borne[name]), -full[name], name

    forms = {}
    for name in sorted(full, key=rank):
        last, first = plain(name[-1:]), plain(name[:1])
        if not short[last] and (last in STOP_WORDS or short[first] > 1):
            # "Kim Jong Un", who is "Mr. Kim" ever after.
            last = first
        known = forms.get(plain(name), forms.get(last))
        canonical = known if known and _compatible(known, name) else " ".join(name)
        forms[plain(name)] = canonical
        forms.setdefault(last, canonical)
    titled = {form for form, found in called.items() if found and not is_body(form)}
    # "Official Russian documents" speak of no Mr. Russian.
    titled -= {form for form in titled if countries().get(form, ("", ""))[1] == "demonym"}
    titled -= {plain(name[:1]) for name in full} | common | SUFFIXES | forms.keys()
    surnames = {
        plain(name): name[0] for name in sorted({mention.name for mention in mentions}) if plain(name) in titled
    }
    return forms | surnames | _juniors(mentions, forms) | _slips(mentions, full, forms)


def _slips(mentions, full, forms):
    """ "Tina Moe Berg", whom only a quotation names, is the one Moe Berg of whom the articles write, Nina Moe Berg.

    With one family name in common they may be relatives.
    """
    written = {mention.name for mention in mentions if not mention.quoted}
    called = defaultdict(set)
    for name in full.keys() & written:
        called[name[1:]].add(forms[plain(name)])
    spoken = [name for name in full if len(name) > 2 and name not in written and len(called[name[1:]]) == 1]
    return {plain(name): next(iter(called[name[1:]])) for name in spoken}


def _juniors(mentions, forms):
    """ "Tom Berg Jr." is Tom Berg, unless some article tells the two apart: then "Berg" is the one named more.

    An article that keeps coming back to "Berg" before it introduces "Tom Berg Jr." tells them apart, too.
    """
    times, articles, juniors = Counter(), defaultdict(set), defaultdict(set)
    before, introduced_late = Counter(), set()
    for mention in mentions:
        if len(mention.name) < 2:
            before[mention.article_id, mention.name] += 1
            continue
        times[plain(mention.name)] += 1
        articles[plain(mention.name)].add(mention.article_id)
        if mention.name[-1].lower() in SUFFIXES:
            elder = forms.get(plain(mention.name[:-1])) or forms.get(plain(mention.name[-2:-1]))
            if elder and _compatible(elder, mention.name):
                juniors[elder].add(mention.name)
                if mention.name[-1].lower().startswith("jr") and before[mention.article_id, mention.name[-2:-1]] > 4:
                    introduced_late.add(elder)
    found = {}
    for elder, names in juniors.items():
        bases = {plain(name[:-1]) for name in names} | {plain(tuple(elder.split()))}
        # "Tom Berg III" and "Tom Berg" are hardly two men of one story.
        sons = [name for name in names if name[-1].lower().startswith("jr")]
        apart = elder in introduced_late or any(articles[plain(son)] & articles[base] for son in sons for base in bases)
        main = min(names, key=lambda name: (-times[plain(name)], name))
        found |= {plain(name): " ".join(main) if apart else elder for name in names}
        if apart and sum(times[plain(name)] for name in names) > sum(times[base] for base in bases):
            found[plain(main[-2:-1])] = " ".join(main)
    return found


def _is_person(name, mention, short, common):
    lower = [word.lower() for word in name]
    if (
        ORGANISATIONS & set(lower)
        or (lower[-1] in common and lower[-1].endswith("s"))
        or lower[0] in word_classes()["adjective"]
        or " ".join(lower) in countries()
        or not lower[-1][0].isalpha()
        or lower[-1] in parties()
        or lower[-1] in TIMES
        or VERSUS & set(name)
        or lower[-1] in PROVINCES
    ):
        return False
    if mention.before[-1:] and mention.before[-1].rstrip(".") in word_classes()["title"] or lower[0] in given_names():
        return True
    # "Oklahoma Sue Colorado" of a headline is three names: what stands alone elsewhere begins no other name.
    alone = short[plain(name[:1])] > 0 or lower[0] in countries() or lower[-1] in countries()
    return short[plain(name[-1:])] > 0 and not alone and len(name) < 4


def _compatible(known, name):
    """Can two full names with one surname be one person? The first letters of their given names must agree."""
    known = known.split()
    return len(known) == 1 or bool(_initials(known) & _initials(name))


def _initials(name):
    """With which letters a given name may begin: of "J. Robert Berg" with j or r, of "Bob Berg" with b or r."""
    first = name[0].lower()
    second = name[1][0].lower() if len(first.rstrip(".")) == 1 and len(name) > 2 else first[0]
    return {first[0], second, _SHORT_FOR.get(first, first)[0]}


# Short forms that begin with another letter than the name itself.
_SHORT_FOR = {
    "bob": "robert",
    "bobby": "robert",
    "dick": "richard",
    "bill": "william",
    "billy": "william",
    "ted": "edward",
    "ned": "edward",
    "tony": "anthony",
    "peggy": "margaret",
    "liz": "elizabeth",
    "beth": "elizabeth",
    "betty": "elizabeth",
    "sandy": "alexandra",
    "gene": "eugene",
    "drew": "andrew",
}
