"""The words by which quotes are attributed: verbs and nouns of speech, roles, titles, kinship, institutions."""

import json
from importlib.resources import files


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
    """add admit affirm agree allege announce answer argue ask assert assure attest aver boast bellow caution claim clarify
    comment complain concede conclude confess confide confirm contend continue counter cry declare demand deny deadpan
    disclose elaborate emphasise emphasize enthuse estimate exclaim exhort explain explode fume growl gush hint imply
    inform inquire insist instruct interject intone joke jest lament lecture maintain marvel mention moan mumble murmur
    mutter muse note object observe opine outline plead pledge point posit post preach predict proclaim promise pronounce
    protest quip reaffirm reason recall reckon recommend recount reflect reiterate relate remark remember remind repeat
    reply report respond retort reveal roar scoff scream shout shriek sigh signal snap sneer stammer state stipulate
    stress suggest summarise summarize surmise tease testify text thunder tweet underline underscore urge venture voice vow
    wail warn whisper whine wonder yell blog caption chant chime declaim divulge email e-mail enquire
    fret grumble hail hazard interrupt narrate rejoin specify speculate scribble plead chuckle laugh advise appeal
    apologise apologize""",
    """say says said saying;tell tells told telling;write writes wrote written writing;read reads reading;
    swear swears swore sworn swearing;quip quips quipped quipping;quote quotes quoted quoting;admit admits admitted admitting;
    go goes;think thinks thought thinking;speak speaks spoke speaking;sing sings sang singing;begin begins began;
    put puts;blurt blurts blurted;cite cites cited citing;tell tells told;forbid;foresee;
    retell;recap recaps recapped;refer refers referred referring;rap raps rapped;blog blogs blogged blogging;
    chat;sob sobs sobbed sobbing;nod nods nodded;conclude;foretell;
    """,
)
# Verbs that report a stance, a judgement or a name given: good for words quoted inside a clause.
STANCE_VERBS, STANCE_ING = _verbs(
    """accuse acknowledge address acclaim applaud attack attribute belittle berate blame blast call characterise
    characterize champion charge chastise chide cite condemn congratulate consider criticise criticize credit debunk decry
    defend demean denounce deplore deride describe detail disagree discuss dismiss dispute doubt dub echo endorse envision
    expect express fear feature feel find hammer highlight hope identify indicate invoke issue knock label brand term lambast
    lambaste liken list lobby love mean mock name offer oppose paint pan phrase pillory point portray praise present
    promote propose question rail rank rate rebuke recite reject repudiate ridicule rip rule salute savage scold skewer
    slam slap solicit support tout trash trumpet use vilify view want welcome worry urge mark invite judge lash lay
    aim call challenge demand declare depict determine deem regret request seek show slate support trust warn share""",
    """believe believes believed believing;know knows knew known knowing;decry decries decried;see sees saw seeing;
    feel feels felt feeling;find finds found finding;hear hears heard hearing;learn learns learned;
    call calls called calling;lay lays laid;rip rips ripped ripping;
    tag tags tagged tagging;slam slams slammed slamming;pan pans panned panning;dub dubs dubbed dubbing;rap raps rapped;
    mean means meant;refer refers referred referring;plan plans planned planning;
    understand understands understood;speak speaks spoke speaking;""",
)
# Of the verbs above, those that are as often nouns ("his claims", "the report").
NOUN_VERBS = frozenset(
    """claim claims report reports comment comments remark remarks note notes question questions demand demands
    answer answers reply replies promise promises pledge pledges tweet tweets post posts text texts state states
    estimate estimates request requests charge charges offer offers attack attacks praise call calls plan plans
    hope hopes fear fears vow vows hint hints joke jokes laugh laughs sigh sighs shout shouts cry cries blog blogs
    email emails e-mail e-mails protest protests object objects point points reason appeal appeals boast boasts blame
    credit doubt doubts dispute disputes challenge challenges support use show shows name names view views
    label labels lecture lectures list lists mark marks press rule rules rate rates rank ranks test sign signal signals
    stress voice voices worry worries love feature features address addresses lament laments warning reading
    meaning saying writing finding feeling hearing ruling speaking present object mention mentions champion champions
    issue issues aim aims slate share shares quip quips caption captions recap chat chant chants read find put sign
    finding findings meanings quote quotes pan pans rap raps tag tags set sets gets hold holds knock slap thought state hails
    interrupt witness wonder wonders means go""".split()
)
# Verbs that bring in no words, but have a subject.
OTHER_VERBS = frozenset(
    """held gave made gets got set sets holds holding took went came brought got ran won lost met led left began kept spent sent built became fell rose broke chose drew
    drove grew flew paid sold sat stood struck threw wore made gave knew saw hit cut let let's took taken beat bought
    takes goes comes brings gets runs wins loses meets leads leaves begins keeps makes gives wants needs seems appears
    remains becomes includes allows requires continues works lives plays turns helps looks starts tries uses
    comprises contains reflects represents follows stands sits falls rises grows faces carries adds serves
    take come bring get run win lose meet lead leave begin keep make give want need seem appear remain become include
    allow require refuse refuses""".split()
)
# Verbs whose object is what somebody or something is said to be: words quoted behind them are the subject's own.
NAMING_VERBS = frozenset(
    """call calls called calling describe describes described describing dub dubs dubbed dubbing brand brands branded
    branding label labels labeled labelled labeling labelling hail hails hailed hailing denounce denounces denounced
    denouncing characterise characterises characterised characterising characterize characterizes characterized
    characterizing term terms termed terming slam slams slammed slamming dismiss dismisses dismissed dismissing
    condemn condemns condemned condemning blast blasts blasted blasting brand deem deems deemed praise praises praised
    praising decry decries decried decrying criticise criticises criticised criticising criticize criticizes criticized
    criticizing accuse accuses accused accusing blame blames blamed refer refers referred referring mock mocks mocked
    deride derides derided rate rates rated declare declares declared rip ripped use used uses using""".split()
)
SAID = frozenset("say says said saying tell tells told telling add adds added adding ask asks asked asking".split())
# Nouns that announce words: "in a statement", "his reply".
SPEECH_NOUNS = frozenset(
    """statement statements remark remarks comment comments answer reply response words message letter letters email e-mail
    tweet post memo note speech address interview testimony report article column editorial essay op-ed book memoir brief
    filing complaint lawsuit ruling opinion decision order document documents declaration communique communiqué resolution
    caption sign placard banner slogan headline account blog transcript release study paper review survey poll lyrics
    notice advisory affidavit petition bulletin circular decree manifesto""".split()
)
DOCUMENTS = SPEECH_NOUNS - {"words", "comment", "comments", "remark", "remarks", "answer", "reply", "response", "interview"} | {
    "clip",
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

# People named by what they are or do.
ROLES = frozenset(
    """president vice-president premier chancellor minister ministers secretary senator senators congressman congresswoman
    congressmen lawmaker lawmakers governor governors mayor mayors councillor councilman councilwoman commissioner
    commissioners chairman chairwoman chairperson chair chief chiefs boss head leader leaders director directors manager
    managers executive executives ceo founder co-founder cofounder owner chef nominee candidate candidates contender
    frontrunner front-runner incumbent spokesman spokeswoman spokesperson spokespeople spokesmen spokespersons official
    officials officer officers aide aides adviser advisers advisor advisors strategist strategists consultant consultants
    pollster analyst analysts expert experts economist economists scientist scientists researcher researchers professor
    professors lecturer historian historians scholar scholars academic academics author authors co-author writer writers
    novelist poet journalist journalists reporter reporters correspondent columnist editor editors commentator host
    anchor presenter broadcaster moderator critic critics lawyer lawyers attorney attorneys prosecutor prosecutors
    solicitor barrister judge judges justice magistrate coroner sheriff detective detectives inspector superintendent
    constable policeman policewoman cop sergeant lieutenant captain colonel general major admiral commander commanders
    marshal brigadier soldier soldiers veteran veterans ambassador envoy diplomat diplomats negotiator mediator delegate
    delegates representative representatives activist activists campaigner campaigners organiser organizer advocate
    advocates protester protesters protestor demonstrator demonstrators supporter supporters opponent opponents rival
    ally allies member members mp mps peer source sources insider insiders witness witnesses resident residents neighbour
    neighbor neighbours neighbors villager villagers farmer farmers fisherman worker workers employee employees staffer
    teacher teachers headteacher principal student students pupil pupils nurse nurses doctor doctors physician surgeon
    psychologist psychiatrist therapist scientist engineer engineers pilot driver passenger passengers actor actress
    singer songwriter rapper musician artist comedian comic director producer producers filmmaker screenwriter star
    model designer dancer drummer guitarist coach manager trainer player players captain striker goalkeeper midfielder
    defender winger skipper batsman bowler quarterback champion athlete runner swimmer boxer referee umpire fan fans
    billionaire millionaire businessman businesswoman entrepreneur tycoon mogul magnate banker investor investors trader
    traders broker dealer priest bishop archbishop cardinal pope imam rabbi pastor reverend monk nun cleric ayatollah
    king queen prince princess duke duchess emperor sultan emir sheikh lord lady baroness baron dictator rebel rebels
    militant militants insurgent fighter fighters victim victims survivor survivors patient patients customer customers
    user users reader readers viewer viewers voter voters taxpayer parent parents mother father mum mom dad mummy daddy
    son daughter brother sister wife husband widow widower partner girlfriend boyfriend fiance fiancee friend friends
    uncle aunt cousin nephew niece grandfather grandmother grandson granddaughter colleague colleagues teammate
    man woman men women boy girl teenager teen child children kid kids person people couple family families
    band group crew team captain suspect suspects defendant defendants plaintiff plaintiffs juror jurors inmate convict
    narrator announcer caller speaker speakers questioner interviewer counsel treasurer trustee whip legislator
    legislators parliamentarian politician politicians statesman socialist conservative liberal democrat democrats
    republican republicans labour tory senator deputy undersecretary counterpart regulator regulators watchdog
    investigator investigators firefighter paramedic rescuer volunteer volunteers campaign conservationist
    environmentalist biologist ecologist chemist physicist astronomer epidemiologist virologist geologist meteorologist
    climatologist archaeologist anthropologist sociologist statistician mathematician neuroscientist curator librarian
    architect chemist developer programmer hacker blogger youtuber influencer vlogger streamer gamer shopkeeper
    landlord tenant homeowner migrant migrants refugee refugees hostage hero heroine protagonist celebrity
    administrator superintendent registrar provost dean chaplain elder chieftain monarch ruler premier-elect
    president-elect vice-chancellor newcomer native nonagenarian pensioner retiree native youngster toddler newlywed
    newlyweds others many some several both observers observer pundits sceptics skeptics proponents detractors colleagues
    surrogates surrogate operatives operative entrepreneurs""".split()
)
# Titles that stand before a name and are no part of it.
HONORIFICS = frozenset(
    """mr mrs ms miss mx dr prof professor sir dame lord lady rev reverend fr father sr sister br brother hon honourable
    honorable st gen col lt maj capt sgt cpl pvt cmdr adm gov sen sens rep reps pres vp det insp supt pc msgr madam madame
    monsieur herr frau senor señor sheikh sheik shaikh imam ayatollah mullah maulana rabbi pastor bishop archbishop cardinal
    alhaji hajia chief barr engr del tan datuk dato tun tengku haji ustaz pandit shri smt swami justice judge president premier
    chancellor governor senator congressman congresswoman representative mayor secretary minister prime deputy vice
    ambassador general colonel major captain lieutenant sergeant admiral commander inspector detective officer sheriff
    commissioner coach king queen prince princess pope emperor sultan emir baroness baron duke duchess earl count countess
    mp taoiseach first attorney speaker councillor cllr alderman constable superintendent private corporal brigadier
    marshal chairman chairwoman spokesman spokeswoman spokesperson candidate nominee director manager editor analyst
    co-founder founder ceo cfo coo actor actress singer author rapper uncle aunt auntie""".split()
)
# Titles without which a single name is not how the person is called: "King Charles", "Pope Francis".
KEPT_TITLES = frozenset("king queen prince princess pope emperor sheikh lord lady sister mother saint dj baron".split())
MALE_TITLES = frozenset(
    """mr sir lord king prince pope emperor sultan emir father fr brother monsieur herr senor señor imam
    ayatollah mullah rabbi archbishop cardinal congressman chairman spokesman actor alhaji shri duke earl uncle
    policeman businessman councilman""".split()
)
FEMALE_TITLES = frozenset(
    """mrs ms miss dame lady queen princess baroness duchess countess sister madam madame frau congresswoman
    chairwoman spokeswoman actress hajia smt aunt auntie policewoman businesswoman councilwoman""".split()
)
MALE_NOUNS = frozenset(
    """spokesman chairman congressman businessman policeman councilman statesman fisherman batsman salesman frontman
    father son brother husband widower boyfriend uncle nephew grandfather grandson man boy king prince duke actor hero
    gentleman dad priest monk lad landlord host""".split()
)
FEMALE_NOUNS = frozenset(
    """spokeswoman chairwoman congresswoman businesswoman policewoman councilwoman mother daughter sister wife widow
    girlfriend aunt niece grandmother granddaughter woman girl queen princess duchess actress heroine lady mum mom nun
    landlady hostess""".split()
)
PLURAL_ROLES = frozenset(word for word in ROLES if word.endswith("s") and word[:-1] in ROLES) | {
    "people",
    "men",
    "women",
    "children",
    "others",
    "spokespeople",
    "families",
    "congressmen",
    "spokesmen",
    "many",
    "some",
    "several",
    "both",
    "police",
    "experts",
    "observers",
    "authorities",
}
# Words in the name of a body, not of a person.
BODIES = frozenset(
    """ministry department office agency authority administration government parliament congress senate assembly house
    council committee commission court tribunal police force forces army navy military guard bureau board bank fund
    party movement front union association federation league society institute institution centre center university
    college school academy hospital foundation trust charity group company corporation corp inc ltd llc plc co firm
    airlines airways motors industries holdings partners capital media news times post journal tribune herald guardian
    telegraph mail sun mirror star daily weekly magazine network television tv radio channel press agency studio
    studios records pictures entertainment films theatre theater museum church club united city fc organisation
    organization nations states initiative alliance coalition project campaign team network service services embassy
    consulate exchange stock laboratory lab observatory survey hotel restaurant airport team taskforce secretariat
    watchdog regulator pentagon kremlin nato fbi cia bbc cnn reuters airport brothers sons associates dynamics systems
    technologies technology software solutions resources energy oil gas motor pharmaceuticals lawyers tribe cabinet
    presidency monarchy palace embassy nasa who unicef un eu""".split()
)
CARRIERS = frozenset(
    """reuters ap afp upi tass interfax ria xinhua bloomberg ansa dpa efe pti ani ians kyodo yonhap antara bernama
    anadolu sputnik""".split()
)
NOT_NAMES = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thurs fri
    sat christmas easter ramadan eid gmt bst est utc am pm""".split()
)
COUNTRY_WORDS = frozenset(
    """american british russian chinese french german italian spanish japanese indian pakistani iranian iraqi israeli
    palestinian syrian turkish ukrainian polish dutch belgian swiss austrian swedish norwegian danish finnish greek
    portuguese irish scottish welsh english european african asian australian canadian mexican brazilian argentine
    argentinian chilean colombian venezuelan cuban egyptian nigerian kenyan ghanaian ethiopian south north ugandan
    zimbabwean saudi emirati qatari lebanese jordanian yemeni libyan tunisian moroccan algerian sudanese somali
    korean vietnamese thai malaysian indonesian philippine filipino singaporean bangladeshi sri lankan nepali afghan
    kazakh uzbek georgian armenian azerbaijani belarusian czech slovak hungarian romanian bulgarian serbian croatian
    republican democratic democrat conservative labour liberal tory new los san las saint united upper lower east west
    central""".split()
)
PLACES = frozenset(
    """america britain england scotland wales ireland russia china france germany italy spain japan india pakistan iran iraq
    israel palestine gaza syria turkey ukraine poland netherlands belgium switzerland austria sweden norway denmark
    finland greece portugal europe africa asia australia canada mexico brazil argentina chile colombia venezuela cuba
    egypt nigeria kenya ghana ethiopia uganda zimbabwe zambia tanzania rwanda congo qatar lebanon jordan yemen libya
    tunisia morocco algeria sudan somalia korea vietnam thailand malaysia indonesia philippines singapore bangladesh
    nepal afghanistan kazakhstan uzbekistan georgia armenia azerbaijan belarus hungary romania bulgaria serbia croatia
    london paris berlin moscow beijing washington tokyo delhi mumbai islamabad karachi tehran baghdad jerusalem ankara
    istanbul kyiv kiev warsaw brussels geneva vienna rome madrid lisbon athens cairo lagos abuja nairobi accra
    johannesburg pretoria sydney canberra melbourne ottawa toronto york texas california florida ohio pennsylvania
    virginia carolina michigan wisconsin nevada arizona iowa illinois manhattan brooklyn chicago boston dallas houston
    philadelphia detroit atlanta miami seattle hollywood birmingham manchester liverpool leeds glasgow edinburgh
    cardiff belfast dublin dubai riyadh doha damascus beirut seoul pyongyang hanoi bangkok jakarta manila hong kong
    zealand jersey hampshire orleans angeles francisco diego vegas kingdom states emirates arabia leone rico
    province county island islands avenue street river valley
    taipei taiwan shanghai kabul dhaka colombo kathmandu kampala harare""".split()
)
PARTICLES = frozenset(
    "van von der den de da di du del della dos das la le el al bin ibn binti abu ap y e ben ter ten zu af av bint".split()
)
SUFFIXES = frozenset("jr sr ii iii iv v phd md qc kc mp mep cbe obe mbe".split())

PRONOUNS = frozenset("he she they it we i".split())
DETERMINERS = frozenset(
    """the a an his her their its our my your this these those another one some many several most all both each every
    no any other two three four five six seven eight nine ten dozens hundreds few more""".split()
)
PREPOSITIONS = frozenset(
    """of in on at for from with by to about into over under against between among through during before after
    since until near like via per without within across behind toward towards upon amid despite regarding outside inside
    around alongside following including concerning than""".split()
)
CONJUNCTIONS = frozenset("and or but nor yet so plus".split())
SUBORDINATORS = frozenset(
    "that if whether because when while as although though unless where why how what since whereas once till".split()
)
AUXILIARIES = frozenset(
    """has had have having was were is are be been being am will would shall should can could may might must did does do
    hasn't hadn't haven't wasn't weren't isn't aren't won't wouldn't can't cannot couldn't didn't doesn't don't
    'd 'll 've 're 'm""".split()
)
ADVERBS = frozenset(
    """also later then again once twice further furthermore just only even still already ever never always often
    sometimes soon now today yesterday tomorrow earlier previously recently meanwhile however therefore instead not too
    simply famously reportedly allegedly repeatedly publicly privately separately afterwards afterward herself himself
    themselves itself there here jokingly bluntly quietly thus first finally eventually
    last week month year night morning afternoon evening ago online back reportedly all both""".split()
)
RELATIVES = frozenset("who which whose whom".split())


def given_names():
    """Given names of many countries: name → "m" or "f"; those of both are left out."""
    lists = json.loads(files("newslab").joinpath("data", "given_names.json").read_text(encoding="utf-8"))
    male, female = set(lists["male"].split()), set(lists["female"].split())
    return {name: "m" for name in male - female} | {name: "f" for name in female - male}


GIVEN_NAMES = given_names()
