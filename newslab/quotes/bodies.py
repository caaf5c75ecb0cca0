"""What stands in names beside people: bodies, media, companies, things, places, days and months."""

from newslab.text.calendar import MONTHS, SHORT_MONTHS, SHORT_WEEKDAYS, WEEKDAYS

# Where people post.
PLATFORMS = frozenset("twitter facebook instagram tiktok youtube whatsapp linkedin snapchat reddit".split())
# Words in the name of a body, not of a person.
BODIES = frozenset(
    """ministry department office agency authority administration government parliament congress senate assembly house
    council committee commission court tribunal police force forces army navy military guard bureau board bank fund
    party movement front union association federation league society institute institution centre center university
    college school academy hospital foundation trust charity group company corporation corp inc ltd llc plc co firm
    airlines airways motors industries holdings partners capital media news times post journal tribune herald
    guardian telegraph mail sun mirror star daily weekly magazine network television tv radio channel press studio
    studios records pictures entertainment films theatre theater museum church club united city fc organisation
    organization nations states initiative alliance coalition project campaign team service services embassy
    consulate exchange stock laboratory lab observatory survey hotel restaurant airport taskforce secretariat
    watchdog regulator pentagon kremlin nato fbi cia bbc cnn reuters brothers sons associates dynamics systems
    technologies technology software solutions resources energy oil gas motor pharmaceuticals lawyers tribe cabinet
    presidency monarchy palace bench opposition nasa who unicef un eu twitter facebook instagram tiktok youtube
    whatsapp linkedin snapchat reddit google microsoft netflix uber international amnesty greenpeace""".split()
)
# Last words in the name of what cannot speak: "Harbour Bridge", "Trade Act".
THINGS = frozenset(
    """tower towers street avenue road boulevard lane square plaza building bridge tunnel stadium arena park garden
    gardens mall highway act bill treaty accord accords pact plan amendment award awards prize cup championship
    championships olympics games war revolution studies affairs wing visa doctrine scandal affair theorem
    time""".split()
)
# What a company is called beside its own name.
COMPANY_SUFFIXES = frozenset("company corporation corp inc ltd limited llc plc co group holdings".split())
CARRIERS = frozenset(
    """reuters ap afp upi tass interfax ria xinhua bloomberg ansa dpa efe pti ani ians kyodo yonhap antara bernama
    anadolu sputnik""".split()
)
# What carries the words of others: it "understands", "has learned" and "reports".
MEDIA = CARRIERS | frozenset(
    """bbc cnn itv sky times post guardian telegraph mail mirror sun express journal herald tribune news magazine
    newspaper paper website outlet broadcaster station channel agency politico variety people""".split()
)
# What a minister or a secretary is of, before his name: "Secretary of State John Kerry".
PORTFOLIOS = frozenset(
    """state defence defense information finance health education interior justice agriculture energy transport trade
    labour labor commerce culture tourism sport sports environment planning works police staff communications
    science technology mines petroleum power water housing lands foreign internal home public economic social youth
    women children veterans homeland affairs security development industry infrastructure treasury railways
    innovation immigration maritime religious legal political higher basic rural urban regional local tribal
    minority marine fisheries livestock cooperatives roads aviation steel coal textiles manpower law human resources
    natural climate change digital broadcasting gender welfare families pensions work skills business investment
    cooperation""".split()
)
COUNTRY_WORDS = frozenset(
    """american british russian chinese french german italian spanish japanese indian pakistani iranian iraqi israeli
    palestinian syrian turkish ukrainian polish dutch belgian swiss austrian swedish norwegian danish finnish
    greek portuguese irish scottish welsh english european african asian australian canadian mexican brazilian
    argentine argentinian chilean colombian venezuelan cuban egyptian nigerian kenyan ghanaian ethiopian south
    north ugandan zimbabwean saudi emirati qatari lebanese jordanian yemeni libyan tunisian moroccan algerian
    sudanese somali korean vietnamese thai malaysian indonesian philippine filipino singaporean bangladeshi sri
    lankan nepali afghan kazakh uzbek georgian armenian azerbaijani belarusian czech slovak hungarian romanian
    bulgarian serbian croatian republican democratic democrat conservative labour liberal tory new los san las
    saint united upper lower east west central""".split()
)
PLACES = frozenset(
    """america britain england scotland wales ireland russia china france germany italy spain japan india pakistan iran
    iraq israel palestine gaza syria turkey ukraine poland netherlands belgium switzerland austria sweden norway
    denmark finland greece portugal europe africa asia australia canada mexico brazil argentina chile colombia
    venezuela cuba egypt nigeria kenya ghana ethiopia uganda zimbabwe zambia tanzania rwanda congo qatar lebanon
    jordan yemen libya tunisia morocco algeria sudan somalia korea vietnam thailand malaysia indonesia philippines
    singapore bangladesh nepal afghanistan kazakhstan uzbekistan georgia armenia azerbaijan belarus hungary romania
    bulgaria serbia croatia london paris berlin moscow beijing washington tokyo delhi mumbai islamabad karachi
    tehran baghdad jerusalem ankara istanbul kyiv kiev warsaw brussels geneva vienna rome madrid lisbon athens cairo
    lagos abuja nairobi accra johannesburg pretoria sydney canberra melbourne ottawa toronto york texas california
    florida ohio pennsylvania virginia carolina michigan wisconsin nevada arizona iowa illinois manhattan brooklyn
    chicago boston dallas houston philadelphia detroit atlanta miami seattle hollywood birmingham manchester
    liverpool leeds glasgow edinburgh cardiff belfast dublin dubai riyadh doha damascus beirut seoul pyongyang hanoi
    bangkok jakarta manila hong kong zealand jersey hampshire orleans angeles francisco diego vegas kingdom states
    emirates arabia leone rico province county island islands avenue street river valley taipei taiwan shanghai
    kabul massachusetts connecticut vermont maine maryland delaware kentucky tennessee alabama mississippi louisiana
    arkansas oklahoma kansas nebraska dakota missouri minnesota indiana utah idaho montana wyoming colorado oregon
    hawaii alaska queensland tasmania ontario quebec alberta punjab gujarat maharashtra kerala bihar bengal odisha
    assam karnataka telangana rajasthan sindh balochistan mombasa kisumu kano kaduna ibadan kumasi durban soweto
    penang johor sabah sarawak selangor mindanao bengaluru chennai kolkata hyderabad lahore peshawar dhaka colombo
    kathmandu kampala harare""".split()
)
# Abbreviated states of America, as they follow a town or a party: "Salem, Ore.", "R-Ore."
STATES = frozenset(
    """ala ariz ark calif colo conn del fla ga ill ind kan kans ky la mass md me mich minn miss mo mont neb nev okla
    ore pa penn tenn tex va vt wash wis wyo dc al ak az ar ca co ct fl hi ia id il ks ma mi mn ms mt nc nd ne nh nj nm
    nv ny oh ok or ri sc sd tn tx ut wa wi wv wy""".split()
)
# "The Sun" is a newspaper.
NOT_NAMES = frozenset("christmas easter ramadan eid gmt bst est utc am pm".split()).union(
    WEEKDAYS, MONTHS, SHORT_MONTHS, SHORT_WEEKDAYS - {"sun"}
)
