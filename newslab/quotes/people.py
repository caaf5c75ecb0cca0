"""People in names and descriptions: roles, trades, titles, given names."""

from functools import lru_cache

from newslab.data import read_json

# People named by what they are or do.
ROLES = frozenset(
    """president vice-president premier chancellor minister ministers secretary senator senators congressman
    congresswoman congressmen lawmaker lawmakers governor governors mayor mayors councillor councilman
    councilwoman councilmember
    assemblyman assemblywoman assemblymember commissioner commissioners chairman
    chairwoman chairperson chair chief chiefs boss head leader
    leaders director directors manager managers executive executives ceo founder co-founder cofounder owner chef
    nominee candidate candidates contender frontrunner front-runner incumbent spokesman spokeswoman spokesperson
    spokespeople spokesmen spokespersons official officials officer officers aide aides adviser advisers advisor
    advisors strategist strategists consultant consultants pollster analyst analysts expert experts economist
    economists scientist scientists researcher researchers professor professors lecturer historian historians
    scholar scholars academic academics author authors co-author writer writers novelist poet journalist
    journalists reporter reporters correspondent columnist editor editors commentator host anchor presenter
    broadcaster moderator critic critics lawyer lawyers attorney attorneys prosecutor prosecutors solicitor
    barrister judge judges justice magistrate coroner sheriff detective detectives inspector superintendent
    constable policeman policewoman cop sergeant lieutenant captain colonel general major admiral commander
    commanders marshal brigadier soldier soldiers veteran veterans ambassador envoy diplomat diplomats
    negotiator mediator delegate delegates representative representatives activist activists campaigner
    campaigners organiser organizer advocate advocates protester protesters protestor demonstrator demonstrators
    supporter supporters opponent opponents rival ally allies member members mp mps peer source sources insider
    insiders witness witnesses resident residents neighbour neighbor neighbours neighbors villager villagers
    farmer farmers fisherman worker workers employee employees staffer teacher teachers headteacher principal
    student students pupil pupils nurse nurses doctor doctors physician surgeon psychologist psychiatrist
    therapist engineer engineers pilot driver passenger passengers actor actress singer songwriter
    rapper musician artist comedian comic producer producers filmmaker screenwriter star model designer
    dancer drummer guitarist coach trainer player players striker goalkeeper midfielder defender
    winger skipper batsman bowler quarterback champion athlete runner swimmer boxer referee umpire fan fans
    billionaire millionaire businessman businesswoman entrepreneur tycoon mogul magnate banker investor
    investors trader traders broker dealer priest bishop archbishop cardinal pope imam rabbi pastor reverend
    monk nun cleric ayatollah king queen prince princess duke duchess emperor sultan emir sheikh lord lady
    baroness baron dictator rebel rebels militant militants insurgent fighter fighters victim victims survivor
    survivors patient patients customer customers user users reader readers viewer viewers voter voters taxpayer
    parent parents mother father mum mom dad mummy daddy son daughter brother sister wife husband widow widower
    partner girlfriend boyfriend fiance fiancee friend friends uncle aunt cousin nephew niece grandfather
    grandmother grandson granddaughter colleague colleagues teammate man woman men women boy girl teenager teen
    child children kid kids person people couple family families band group crew team suspect suspects
    defendant defendants plaintiff plaintiffs juror jurors inmate convict narrator announcer caller speaker
    speakers questioner interviewer counsel treasurer trustee whip legislator legislators parliamentarian
    politician politicians statesman socialist conservative liberal democrat democrats republican republicans
    labour tory deputy undersecretary counterpart regulator regulators watchdog investigator
    investigators firefighter paramedic rescuer volunteer volunteers campaign conservationist environmentalist
    biologist ecologist chemist physicist astronomer epidemiologist virologist geologist meteorologist
    climatologist archaeologist anthropologist sociologist statistician mathematician neuroscientist curator
    librarian architect developer programmer hacker blogger youtuber influencer vlogger streamer gamer
    shopkeeper landlord tenant homeowner migrant migrants refugee refugees hostage hero heroine protagonist
    celebrity administrator registrar provost dean chaplain elder chieftain monarch ruler
    premier-elect president-elect vice-chancellor newcomer native nonagenarian pensioner retiree
    youngster toddler newlywed newlyweds others many some several both observers observer pundits sceptics
    skeptics proponents detractors surrogates surrogate operatives operative entrepreneurs
    agent agents""".split()
)
# More of the same, of which many are surnames too: with a capital they are names.
TRADES = frozenset(
    """footballer cricketer batter seamer spinner all-rounder wicketkeeper centre-back full-back left-back right-back
    fly-half scrum-half playmaker gaffer supremo ace winner loser runner-up finalist semi-finalist medallist
    medalist olympian paralympian jockey golfer sprinter cyclist gymnast wrestler skater skier surfer sailor climber
    hitmaker songstress crooner frontman frontwoman vocalist bassist pianist violinist cellist heartthrob starlet
    bombshell funnyman funnywoman socialite choreographer sculptor photographer playwright cartoonist illustrator
    astrobiologist microbiologist botanist zoologist oceanographer palaeontologist paleontologist seismologist
    volcanologist astrophysicist cosmologist immunologist oncologist cardiologist neurologist neurosurgeon
    pharmacologist paediatrician pediatrician dentist pharmacist midwife carer caregiver vet plumber electrician
    builder carpenter mechanic hairdresser waiter waitress bartender barman barmaid cleaner gardener courier trucker
    motorist pedestrian commuter commuters traveller traveler tourist tourists holidaymaker hiker lobsterman herder
    pastoralist hawker vendor vendors stallholder rider riders onlooker onlookers bystander bystanders eyewitness
    eyewitnesses passerby passer-by shopper shoppers punter reveller worshipper parishioner lobbyist lobbyists
    pundit ombudsman auditor accountant orphan bride groom preacher missionary vicar curate whistleblower informant
    detainee prisoner inmates gunman attacker assailant robber burglar thief killer murderer fraudster accused
    complainant claimant petitioner petitioners respondent appellant applicant bailiff jailer bouncer infantryman
    seaman cadet recruit conscript paratrooper warlord commenter commenters attendee attendees introducer impostor
    staffers chairmen bishops hosts cameraman radioman homemaker housewife househusband breadwinner sibling siblings
    twin twins grandparent grandparents stepfather stepmother son-in-law mother-in-law father-in-law ex-husband
    ex-wife spokeswomen firefighters paramedics rescuers coaches teammates columnists bloggers musicians artists actors
    singers chefs bakers technician technicians welder miner miners fishermen truckers trainee apprentice intern
    interns undergraduate postgraduate alumnus classmate classmates roommate flatmate lodger squatter caretaker
    watchman janitor superfan loyalist loyalists separatist separatists extremist hardliner backbencher frontbencher
    pointsman strongman kingpin gangster mobster mastermind guest guests graduate graduates exec execs contestant
    contestants restaurateur hotelier publican staffer landlady celebrities insider chairperson patron patrons
    planner planners alum alums ranger rangers warden wardens operator operators""".split()
)
PLURAL_ROLES = frozenset(word for word in ROLES | TRADES if word.endswith("s") and word[:-1] in ROLES | TRADES) | {
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
    "allies",
    "spokeswomen",
    "chairmen",
    "fishermen",
}
# Whom a description can mean beside those who have a role: by origin or party.
DEMONYMS = frozenset(
    """welshman englishman irishman scotsman frenchman dutchman frenchwoman englishwoman irishwoman scot briton
    spaniard serb croat bosnian dane swede finn norwegian pole czech slovak slovene turk kurd greek german italian
    austrian swiss belgian portuguese russian ukrainian belarusian hungarian romanian bulgarian albanian georgian
    armenian kazakh uzbek american canadian mexican brazilian argentine argentinian chilean colombian peruvian
    uruguayan venezuelan cuban jamaican trinidadian haitian egyptian moroccan algerian tunisian libyan nigerian
    ghanaian kenyan ugandan tanzanian ethiopian eritrean somali senegalese ivorian cameroonian congolese zambian
    zimbabwean malawian motswana namibian israeli palestinian jordanian lebanese syrian iraqi iranian saudi emirati
    qatari afghan pakistani indian bangladeshi nepali nepalese thai malaysian indonesian singaporean filipino
    filipina vietnamese korean japanese chinese taiwanese mongolian australian aussie kiwi samoan fijian texan
    californian floridian ohioan virginian londoner mancunian liverpudlian glaswegian geordie yorkshireman
    parisian republican democrat conservative tory liberal socialist international""".split()
)
SAME_ROLE = [
    {"spokesman", "spokeswoman", "spokesperson"},
    {"chairman", "chairwoman", "chairperson", "chair"},
    {"senator", "lawmaker", "legislator", "politician"},
    {"congressman", "congresswoman", "representative", "lawmaker", "legislator", "politician"},
    {"president", "leader"},
    {"premier", "pm", "leader", "minister"},
    {"lawyer", "attorney"},
    {"businessman", "businesswoman", "mogul", "billionaire", "tycoon", "entrepreneur"},
    {"professor", "academic", "researcher", "scientist"},
    {"policeman", "policewoman", "officer"},
    {"coach", "manager", "boss"},
    {"bowler", "spinner", "seamer"},
    {"actor", "actress", "star"},
    {"singer", "musician", "star", "rapper", "artist", "hitmaker", "frontman"},
    {"minister", "secretary", "cs", "cm", "dcm"},
    {"officer", "dcp", "acp", "ssp", "superintendent", "inspector", "dci", "detective"},
    {"nominee", "candidate"},
    {"striker", "midfielder", "defender", "goalkeeper", "player", "winger", "footballer", "centre-back"},
    {"ceo", "executive", "boss", "chief"},
    {"doctor", "physician", "dr"},
]
# Descriptions that a reporter gives to somebody already named, so as not to repeat the name.
EPITHETS = frozenset(
    """president premier chancellor minister secretary senator congressman congresswoman lawmaker governor mayor
    nominee candidate businessman businesswoman billionaire mogul tycoon entrepreneur leader politician chairman
    chairwoman actor actress singer rapper musician star comedian author novelist filmmaker striker midfielder
    defender goalkeeper winger captain coach manager champion veteran mother father native frontrunner diplomat
    ambassador envoy economist professor scientist lawyer attorney judge general commander spokesman spokeswoman
    spokesperson chief boss director executive ceo founder pilot priest bishop archbishop pope king queen prince
    princess mp councillor winner runner-up finalist hitmaker songstress crooner frontman frontwoman vocalist
    footballer cricketer golfer jockey sprinter all-rounder centre-back full-back left-back right-back fly-half
    scrum-half playmaker batter bowler batsman boxer runner swimmer skipper gaffer whip broadcaster painter artist
    writer playwright poet sculptor dancer choreographer monarch retiree grandmother grandfather physicist biologist
    astronomer chemist geologist ecologist historian researcher designer model official presenter host teenager
    pensioner spinner seamer wicketkeeper medallist medalist olympian skier surfer cyclist wrestler gymnast
    photographer guitarist bassist""".split()
)
# Offices and ranks written in capitals, as in India, East Africa, Nigeria or the police of Britain.
OFFICES = frozenset(
    """PM CM DCM MP MPA MNA MLA MLC MCA CS PS CEC AG IG IGP DIG ADG DGP DCP ACP DSP SSP SHO ASI PPRO PRO AIG CEO CFO
    COO CTO CIO MD VP EVP SVP DCI DI DS PC WPC DSI DSU ACC DCC CSP COAS CDS CJ CJI OCPD""".split()
)
DESCRIBING = ROLES | TRADES | DEMONYMS
# Titles that stand before a name and are no part of it.
HONORIFICS = frozenset(
    """mr mrs ms miss mx dr prof professor sir dame lord lady rev reverend fr father sr sister br brother hon
    honourable honorable st gen col lt maj capt sgt cpl pvt cmdr adm gov sen sens rep reps pres vp det insp supt pc
    msgr madam madame monsieur herr frau senor señor sheikh sheik shaikh imam ayatollah mullah maulana rabbi pastor
    bishop archbishop cardinal alhaji hajia chief barr engr del datuk dato tun tengku haji ustaz pandit shri smt
    swami justice judge president premier chancellor governor senator congressman congresswoman representative mayor
    councilman councilwoman councilmember assemblyman assemblywoman assemblymember
    secretary minister prime deputy vice ambassador general colonel major captain lieutenant sergeant admiral
    commander inspector detective officer sheriff commissioner coach king queen prince princess pope emperor sultan
    emir baroness baron duke duchess earl count countess mp taoiseach first attorney speaker councillor cllr
    alderman constable superintendent private corporal brigadier marshal chairman chairwoman spokesman spokeswoman
    spokesperson candidate nominee director manager editor analyst co-founder founder pro tem agent comrade mallam
    otunba barrister engineer evangelist apostle prophet prophetess kumari thiru begum encik cik puan tuan seri mzee
    assoc asst dist atty rt ceo cfo coo actor actress singer author rapper uncle aunt auntie""".split()
)
# Titles that say nothing of an office or a trade.
COURTESY = frozenset("mr mrs ms miss mx dr".split())
# Titles without which a single name is not how the person is called: "King Charles", "Pope Francis".
KEPT_TITLES = frozenset("king queen prince princess pope emperor sheikh lord lady sister mother saint dj baron".split())
MALE_TITLES = frozenset(
    """mr sir lord king prince pope emperor sultan emir father fr brother monsieur herr senor señor imam ayatollah
    mullah rabbi archbishop cardinal congressman chairman spokesman alhaji shri duke earl uncle policeman
    businessman councilman assemblyman""".split()
)
FEMALE_TITLES = frozenset(
    """mrs ms miss dame lady queen princess baroness duchess countess sister madam madame frau congresswoman chairwoman
    spokeswoman actress hajia smt aunt auntie policewoman businesswoman councilwoman
    assemblywoman""".split()
)
MALE_NOUNS = frozenset(
    """spokesman chairman congressman businessman policeman councilman statesman fisherman batsman salesman frontman
    father son brother husband widower boyfriend uncle nephew grandfather grandson man boy king prince duke
    gentleman dad priest monk lad landlord""".split()
)
FEMALE_NOUNS = frozenset(
    """spokeswoman chairwoman congresswoman businesswoman policewoman councilwoman mother daughter sister wife widow
    girlfriend aunt niece grandmother granddaughter woman girl queen princess duchess actress heroine lady mum
    mom nun landlady hostess""".split()
)
PARTICLES = frozenset(
    "van von der den de da di du del della dos das la le el al bin ibn binti abu ap y e ben ter ten zu af av".split()
)
# Given names that are also titles: "Dean Shaw" is a name.
NAMES_NOT_TITLES = frozenset("dean earl fan".split())
SUFFIXES = frozenset("jr sr ii iii iv v phd md qc kc mp mep cbe obe mbe".split())


@lru_cache(maxsize=1)
def given_names():
    """Given names of many countries: name → "m" or "f"; those of both are left out."""
    lists = read_json("given_names.json")
    male, female = set(lists["male"].split()), set(lists["female"].split())
    return dict.fromkeys(sorted(male - female), "m") | dict.fromkeys(sorted(female - male), "f")
