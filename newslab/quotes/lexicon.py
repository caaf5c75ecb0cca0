"""The words by which quotes are attributed: verbs and nouns of speech, and the small words around them."""


def _forms(verb):
    """The third person, past and -ing form of a regular verb, with the verb itself."""
    if verb.endswith("e"):
        return verb, verb + "s", verb + "d", verb[:-1] + "ing"
    if verb.endswith("y") and verb[-2] not in "aeou":
        return verb, verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"
    if verb.endswith(("s", "sh", "ch", "x", "z")):
        return verb, verb + "es", verb + "ed", verb + "ing"
    return verb, verb + "s", verb + "ed", verb + "ing"


def _verbs(regular, irregular):
    finite, ing = set(), set()
    for verb in regular.split():
        *some, last = _forms(verb)
        finite.update(some)
        ing.add(last)
    for group in irregular.split(";"):
        for form in group.split():
            (ing if form.endswith("ing") and form != "sing" else finite).add(form)
    return frozenset(finite), frozenset(ing)


# Verbs that bring words in: their object is what somebody said or wrote.
SPEECH_VERBS, SPEECH_ING = _verbs(
    """add admit affirm agree allege announce answer argue ask assert assure attest aver boast bellow caution claim
    clarify comment complain concede conclude confess confide confirm contend continue counter cry declare
    demand deny deadpan disclose elaborate emphasise emphasize enthuse estimate exclaim exhort explain explode
    fume growl gush hint imply inform inquire insist instruct interject intone joke jest lament lecture maintain
    marvel mention moan mumble murmur mutter muse note object observe opine outline plead pledge point posit
    post preach predict proclaim promise pronounce protest quip reaffirm reason recall reckon recommend recount
    reflect reiterate relate remark remember remind repeat reply report respond retort reveal roar scoff scream
    shout shriek sigh signal snap sneer stammer state stipulate stress suggest summarise summarize surmise tease
    testify text thunder tweet underline underscore urge venture voice vow wail warn whisper whine wonder yell
    blog caption chant chime declaim divulge email e-mail enquire fret grumble hail hazard interrupt narrate
    rejoin specify speculate scribble chuckle laugh advise appeal apologise apologize
    bemoan relay bark croak crow gasp gloat giggle grin smile beam rant snarl stutter splutter whimper holler
    admonish reassure profess rue query enunciate expound sympathise sympathize commiserate ponder
     chide""",
    """say says said saying;tell tells told telling;write writes wrote written writing;read reads reading;swear swears
    swore sworn swearing;quip quips quipped quipping;quote quotes quoted quoting;admit admits admitted admitting;go
    goes;think thinks thought thinking;speak speaks spoke speaking;sing sings sang singing;begin begins began;put
    puts;blurt blurts blurted;cite cites cited citing;forbid;foresee;retell;aver averred
    averring;concur concurs concurred concurring;recap recaps recapped;refer refers referred referring;rap raps
    rapped;blog blogs blogged blogging;chat;sob sobs sobbed sobbing;nod nods nodded;conclude;foretell;""",
)
# Verbs that report a stance, a judgement or a name given: good for words quoted inside a clause.
STANCE_VERBS, STANCE_ING = _verbs(
    """accuse acknowledge address acclaim applaud attack attribute belittle berate blame blast call characterise
    characterize champion charge chastise chide cite commend condemn congratulate consider criticise criticize credit
    debunk decry defend demean denounce deplore deride describe detail disagree discuss dismiss dispute doubt
    dub echo endorse envision expect express fear feature feel find hammer highlight hope identify indicate
    invoke issue knock label brand term lambast lambaste liken list lobby love mean mock name offer oppose paint
    pan phrase pillory point portray praise present promote propose question rail rank rate rebuke recite reject
    repudiate ridicule rip rule salute savage scold skewer slam slap solicit support tout trash trumpet use
    vilify view want welcome worry urge mark invite judge lash lay aim challenge demand declare depict laud compare
    determine deem regret request seek show slate trust warn share""",
    """believe believes believed believing;know knows knew known knowing;decry decries decried;see sees saw seeing;
    feel feels felt feeling;find finds found finding;hear hears heard hearing;learn learns learned; call calls
    called calling;lay lays laid;rip rips ripped ripping; tag tags tagged tagging;slam slams slammed
    slamming;pan pans panned panning;dub dubs dubbed dubbing;rap raps rapped; mean means meant;refer refers
    referred referring;plan plans planned planning; understand understands understood;speak speaks spoke
    speaking;""",
)
# Of these, those of what goes on in a mind: "believes that" reports no words.
MENTAL = frozenset(
    """believe believes believed doubt doubts doubted expect expects expected fear fears feared feel feels felt find
    finds found hear hears heard hope hopes hoped know knows knew known learn learns learned plan plans planned see sees
    saw seen trust trusts trusted understand understands understood want wants wanted worry worries worried""".split()
)
# Of the verbs above, those that are as often nouns ("his claims", "the report").
NOUN_VERBS = frozenset(
    """claim claims report reports comment comments remark remarks note notes question questions demand demands answer
    answers reply replies promise promises pledge pledges tweet tweets post posts text texts state states
    estimate estimates request requests charge charges offer offers attack attacks praise call calls plan plans
    hope hopes fear fears vow vows hint hints joke jokes laugh laughs sigh sighs shout shouts cry cries blog
    blogs email emails e-mail e-mails protest protests object objects point points reason appeal appeals boast
    boasts blame credit doubt doubts dispute disputes challenge challenges support use show shows name names
    view views label labels lecture lectures list lists mark marks press rule rules rate rates rank ranks test
    sign signal signals stress voice voices worry worries love feature features address addresses lament laments
    warning reading meaning saying writing finding feeling hearing ruling speaking present mention
    mentions champion champions issue issues aim aims slate share shares quip quips caption captions recap chat
    chant chants read find put findings detail details meanings quote quotes pan pans rap raps tag tags
    set sets gets hold holds knock slap thought hails interrupt witness wonder wonders means go""".split()
)
# Verbs that bring in no words, but have a subject.
OTHER_VERBS = frozenset(
    """held gave made gets got set sets holds holding took went came brought ran won lost met led left began kept
    spent sent built became fell rose broke chose drew drove grew flew paid sold sat stood struck threw wore
     knew saw hit cut let let's taken beat bought takes goes comes brings runs wins loses
    meets leads leaves begins keeps makes gives wants needs seems appears remains becomes includes allows
    requires continues works lives plays turns helps looks starts tries uses comprises contains reflects
    represents follows stands sits falls rises grows faces carries adds serves take come bring get run win lose
    meet lead leave begin keep make give want need seem appear remain become include allow require refuse
    refuses""".split()
)
# Verbs whose object is what somebody or something is said to be: words quoted behind them are the subject's own.
NAMING_VERBS = frozenset(
    """call calls called calling describe describes described describing dub dubs dubbed dubbing brand brands branded
    branding label labels labeled labelled labeling labelling hail hails hailed hailing denounce denounces
    denounced denouncing characterise characterises characterised characterising characterize characterizes
    characterized characterizing term terms termed terming slam slams slammed slamming dismiss dismisses
    dismissed dismissing condemn condemns condemned condemning blast blasts blasted blasting deem deems
    deemed praise praises praised praising decry decries decried decrying criticise criticises criticised
    criticising criticize criticizes criticized criticizing accuse accuses accused accusing blame blames blamed
    refer refers referred referring mock mocks mocked deride derides derided rate rates rated declare declares
    declared rip ripped use used uses using""".split()
)
SAID = frozenset("say says said saying tell tells told telling add adds added adding ask asks asked asking".split())
# Nouns that announce words: "in a statement", "his reply".
SPEECH_NOUNS = frozenset(
    """statement statements remark remarks comment comments answer reply response words message letter letters email
    e-mail tweet post memo note speech address interview testimony report article column editorial essay op-ed
    book memoir brief filing complaint lawsuit ruling opinion decision order document documents declaration
    communique communiqué resolution caption sign placard banner slogan headline account blog transcript release
    suit study paper review survey poll lyrics notice advisory affidavit petition bulletin circular decree
    manifesto""".split()
)
# Nouns whose owner said something: "Putin’s warning of".
SPEECH_ACTS = SPEECH_NOUNS | frozenset(
    """warning warnings claim claims threat threats promise promises pledge pledges assertion assertions accusation
    accusations allegation allegations suggestion description criticism demand demands vow insistence denial boast
    complaint complaints plea appeal question argument characterization characterisation contention prediction
    reference call calls request proposal directive directives instruction instructions declaration admission
    confession apology quip joke rebuke retort praise outburst rant tirade broadside mantra motto catchphrase vision
     view opinion belief""".split()
)
DOCUMENTS = SPEECH_NOUNS - {
    "words",
    "comment",
    "comments",
    "remark",
    "remarks",
    "answer",
    "reply",
    "response",
    "interview",
} | {
    "clip",
    "excerpt",
    "passage",
    "story",
    "biography",
    "slide",
    "ad",
    "advert",
    "advertisement",
    "video",
    "law",
    "bill",
    "act",
    "bylaws",
    "constitution",
    "contract",
    "indictment",
    "warrant",
    "website",
    "plan",
    "platform",
    "agreement",
    "treaty",
    "text",
    "analysis",
    "rules",
    "policy",
    "guidelines",
    "piece",
    "film",
}
PRONOUNS = frozenset("he she they it we i nobody everybody everyone somebody someone anybody anyone".split())
DETERMINERS = frozenset(
    """the a an his her their its our my your this these those another one some many several most all both each every
    no any neither other two three four five six seven eight nine ten dozens hundreds few more""".split()
)
# Those of them that can stand for somebody: "another added".
QUANTIFIERS = frozenset("others many some several both another one those all few more".split())
ORDINALS = frozenset("first second third fourth fifth last next former latter".split())
PREPOSITIONS = frozenset(
    """of in on at for from with by to about into over under against between among through during before after since
    until near like via per without within across behind toward towards upon amid despite regarding outside
    inside around alongside following including concerning than along besides beyond off onto throughout beneath
    amongst atop versus""".split()
)
CONJUNCTIONS = frozenset("and or but nor yet so plus".split())
SUBORDINATORS = frozenset(
    "that if whether because when while as although though unless where why how what since whereas once till".split()
)
AUXILIARIES = frozenset(
    """has had have having was were is are be been being am will would shall should can could may might must did does
    do hasn't hadn't haven't wasn't weren't isn't aren't won't wouldn't can't cannot couldn't didn't doesn't
    don't 'd 'll 've 're 'm""".split()
)
ADVERBS = frozenset(
    """also later then again once twice further furthermore just only even still already ever never always often
    sometimes soon now today yesterday tomorrow earlier previously recently meanwhile however therefore instead
    not too simply famously reportedly allegedly repeatedly publicly privately separately afterwards afterward
    herself himself themselves itself there here jokingly bluntly quietly thus first finally eventually last
    week month year night morning afternoon evening ago online back all both rather shortly foremost
    indeed perhaps maybe moreover nevertheless nonetheless otherwise elsewhere""".split()
)
RELATIVES = frozenset("who which whose whom".split())
