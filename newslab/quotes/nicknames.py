"""Short forms of English given names: Bob and Robert are one name."""

_GROUPS = """
robert bob bobby rob robbie bert; william bill billy will willie liam; richard rick ricky dick rich richie;
james jim jimmy jamie jimbo; john johnny jack jon; joseph joe joey; thomas tom tommy; charles charlie chuck chas;
edward ed eddie ted ned teddy; michael mike mick mickey mikey; david dave davey; daniel dan danny; matthew matt;
andrew andy drew; anthony tony; antonio tony; christopher chris kit topher; nicholas nick nicky; benjamin ben benny;
samuel sam sammy; samantha sam; alexander alex alec sandy sasha; alexandra alex sandra sasha; stephen steve stevie;
steven steve; peter pete; patrick pat paddy; patricia pat patty trish tricia; timothy tim timmy; gregory greg;
jeffrey jeff; geoffrey geoff; kenneth ken kenny; ronald ron ronnie; donald don donnie; lawrence larry laurie;
laurence larry laurie; gerald gerry jerry; gerard gerry; jeremy jerry jez; jerome jerry; frederick fred freddie;
francis frank frankie; franklin frank; henry harry hank hal; harold harry hal; arthur art artie; albert al bert bertie;
alfred alf alfie al fred; alan al; allen al; albert bert; leonard len lenny leo; louis lou louie; raymond ray;
philip phil; phillip phil; vincent vince vinny; walter walt wally; zachary zach zack; nathaniel nate nathan nat;
nathan nate; jonathan jon jonny; joshua josh; jacob jake; eugene gene; clifford cliff; clinton clint; douglas doug;
frederic fred; mitchell mitch; maxwell max; maximilian max; augustus gus; terence terry; terrence terry; theodore ted
theo teddy; victor vic; stanley stan; sidney sid; sydney syd; reginald reg reggie; rudolph rudy; russell russ;
bernard bernie; bradley brad; calvin cal; curtis curt; dominic dom; ernest ernie; graham gray; isaac ike; marcus marc;
martin marty; melvin mel; morris moe; norman norm; oliver ollie; oscar ozzie; roderick rod; rodney rod; roger rog;
spencer spence; sylvester sly; wilfred wilf; winston win; elizabeth liz lizzie beth betty betsy eliza libby lisa bess;
margaret maggie meg peggy marge madge greta; catherine cathy kate katie cath kitty; katherine kathy kate katie kathie;
kathleen kathy kath; kathryn kathy kate; deborah deb debbie debra; susan sue susie suzie; suzanne sue suzie;
jennifer jen jenny; jessica jess jessie; rebecca becky becca; victoria vicky vicki tori; christina chris tina chrissie;
christine chris chrissie tina; stephanie steph; nicola nicky nikki; nicole nicky nikki; barbara barb babs; dorothy dot
dottie dolly; eleanor ellie nell nora; helen nell; ellen nell nellie; frances fran frannie; gabriella gabby;
gabrielle gabby; jacqueline jackie; josephine jo josie; joanna jo; joanne jo; judith judy jude; kimberly kim;
madeleine maddie; pamela pam; penelope penny; philippa pippa; priscilla cilla; sarah sally; abigail abby gail;
amanda mandy; angela angie; beatrice bea; caroline carrie; carolyn carrie; charlotte charlie lottie; constance connie;
cynthia cindy; diana di; florence flo; georgina georgie gina; harriet hattie; isabella bella izzy; jane jenny janie;
lillian lily lil; louise lou; lucille lucy; martha patsy; mary molly polly; matilda tilly; mildred millie; miriam mimi;
natalie nat; olivia liv livvy; roberta bobbie; rosemary rosie; sharon shaz; sophia sophie; teresa terry tess;
theresa terry tess tessa; valerie val; veronica ronnie; virginia ginny; wilhelmina mina; winifred winnie freda
"""


def _names():
    groups = {}
    for number, line in enumerate(_GROUPS.split(";")):
        for name in line.split():
            groups.setdefault(name, set()).add(number)
    return groups


_GROUPS_OF = _names()
_FORMAL = [line.split()[0] for line in _GROUPS.split(";")]


def formal_name(name):
    """The given name, in lower case, that a short form stands for (the first of several), or the name itself."""
    groups = _GROUPS_OF.get(name)
    return _FORMAL[min(groups)] if groups else name


def same_given_name(one, other):
    """Whether two given names, in lower case, are one or short for one.

    >>> same_given_name("bob", "robert"), same_given_name("bob", "bill")
    (True, False)
    """
    return one == other or bool(_GROUPS_OF.get(one, set()) & _GROUPS_OF.get(other, set()))
