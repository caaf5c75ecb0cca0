"""General English vocabulary of news pages: what menus, sign-up boxes, credits and stories are worded with.

Each group is a class of words; a word may be in several. Phrases are pairs of neighbouring words. None of it belongs to
one outlet.
"""

from newslab.text import STOP_WORDS
from newslab.text.calendar import MONTH_NUMBERS, SHORT_WEEKDAYS, WEEKDAYS

GROUPS = {
    "stop": " ".join(sorted(word for word in STOP_WORDS if "'" not in word)),
    "article": "a an the",
    "opener": """
        a an the this that these those in on at by for from with as but and he she it they we i there when
        while after if
    """,
    "reader": "you your yours yourself",
    "outlet": "we our us",
    "third": "he she they him her them his their hers theirs himself herself themselves it its who whom",
    "be": "is are was were be been being has have had do does did will would could should may might can must",
    "said": """
        said says say saying told tells added adds asked asks wrote writes noted notes explained explains
        argued argues claimed claims stated states announced reported warned insisted replied continued
        believes thinks called according tweeted recalled acknowledged confirmed denied suggested
    """,
    "section": """
        home news sport sports politics business opinion opinions world entertainment lifestyle life tech
        technology science health travel culture arts music movies film tv books food style money weather
        local national international economy markets crime education environment climate celebrity
        celebs football soccer cricket tennis golf basketball nfl nba mlb nhl motorsport racing fashion beauty
        cars motoring property jobs horoscopes puzzles crosswords crossword games obituaries editorial
        editorials columnists columns voices investigations features magazine uk us u.s. europe asia africa
        americas australia canada california finance investing personal tools shows video videos photos photo
        pictures pics galleries gallery podcasts podcast audio live archive archives sections topics tags
        categories category explainers explained fact-check
    """,
    "site": """
        menu search navigation skip homepage sitemap site map toggle close open expand collapse show hide back
        top next previous prev page pages loading load edition editions app apps rss feed feeds e-paper epaper
        enewspaper print digital content main section contents browse view all more accessibility click tap
        scroll advanced submit go online website javascript browser browsers enable disabled ad-blocker
        adblock blocker
    """,
    "share": """
        share shares sharing tweet facebook twitter whatsapp linkedin pinterest reddit instagram youtube
        telegram tiktok threads bluesky flipboard snapchat messenger tumblr pocket email e-mail print copy
        link url copied bookmark bookmarked save saved follow followers social gift x mastodon pin post
    """,
    "account": """
        subscribe subscribed subscriber subscribers subscription subscriptions sign signup signing login
        logout register registered registration account accounts member members membership password username
        newsletter newsletters inbox unsubscribe premium trial offers offer alerts alert notifications
        notification preferences profile log free donate donation donations support supporter signed delivered
        daily weekly morning
    """,
    "legal": """
        copyright rights reserved privacy policy policies terms conditions cookie cookies disclaimer trademark
        trademarks licensing license permission permissions consent gdpr ccpa ltd limited inc llc plc
        corporation © complaints complaint corrections correction guidelines guideline code conduct
        accessibility statement notice notices redistributed rewritten republish reprints published
        syndication
    """,
    "advert": """
        advertisement advertisements advertising advertise advertiser sponsored sponsor ad ads promoted
        promotion affiliate commission commissions partner partners deals deal coupons coupon vouchers voucher
        discount discounts shop shopping buy sale price prices buying order shipping amazon best
    """,
    "related": """
        related recommended trending popular read reading watch listen latest most picks editors' editor's
        stories story articles headlines more also next up you may like love around web must-read must-reads
        features topics topic explore discover previous don't miss top see missed missed: keep
    """,
    "comments": """
        comment comments commenting reply replies posted join conversation discussion discuss report abuse
        moderated moderation upvote downvote reader readers vote votes poll likes like flag sort newest oldest
    """,
    "credit": """
        photo photos photograph photographer photographs picture pictures pictured image images credit getty
        afp reuters ap epa pa alamy shutterstock istock courtesy handout file screenshot via caption
        illustration graphic associated press wire wires source agency bloomberg wireimage rex instagram
        youtube photographed composite
    """,
    "caption": """
        pictured left right center centre shows showing seen poses posing walks holds stands looks smiles
        speaks waves arrives attends gestures during above below inset background foreground
    """,
    "byline": """
        by reporter editor correspondent staff writer writers author columnist contributor journalist
        reporting edited written updated published posted senior deputy managing reporters desk newsroom
        bureau producer specialist fellow published: updated: by: bio biography covers covering writes
        award-winning freelance
    """,
    # "May" is a verb more often.
    "month": " ".join(month for month in MONTH_NUMBERS if month != "may"),
    "weekday": " ".join([*WEEKDAYS, *sorted(SHORT_WEEKDAYS)]),
    "clock": """
        am pm a.m p.m gmt utc est edt pst pdt cst cdt bst et pt ist cet aest ago minutes minute min mins hours
        hour hrs read
    """,
    "contact": """
        contact about careers jobs work advertise help faq faqs feedback tips tip call phone letters write
    """,
}
PHRASES = """
    read more,find out,click here,learn more,see more,show more,load more,view all,see all,continue reading,
    read next,read also,also read,more from,more on,more about,watch now,watch live,listen to,up next,scroll down,
    sign up,sign in,log in,log out,subscribe now,subscribe to,join us,follow us,follow the,contact us,about us,
    get the,get our,download the,try free,free trial,your inbox,your email,email address,for free,privacy policy,
    privacy notice,terms of,of service,of use,rights reserved,cookie policy,be published,not be,is required,
    required fields,leave a,a comment,post a,join the,share this,this article,this story,on facebook,on twitter,
    most popular,most read,most viewed,related articles,related stories,related content,you may,you might,
    might like,may like,also like,editors picks,editor's picks,our picks,don't miss,sponsored content,
    paid content,ad feedback,affiliate commission,earn a,we may,support our,help us,support us,tip us,this site,
    this website,this page,all comments,view comments,minute read,min read,last updated,first published,
    staff writer,was published,to receive,by signing,by clicking,you agree,agree to,jump to,skip to,back to,go to,
    top stories,top story
"""
# The classes by their column, in whatever has one for each.
CLASSES = list(GROUPS)


def _bits():
    bits = {}
    for number, group in enumerate(GROUPS.values()):
        for word in group.split():
            bits[word] = bits.get(word, 0) | 1 << number
    return bits


BITS = _bits()
PAIRS = frozenset(tuple(pair.split()) for pair in " ".join(PHRASES.split()).split(","))


def class_mask(names):
    """The bits of some classes, by their names."""
    return sum(1 << CLASSES.index(name) for name in names.split())


def is_class(token, mask):
    """Whether a word is in one of the classes of a mask.

    >>> is_class("Sports,", class_mask("section share")), is_class("Nobody", class_mask("section"))
    (True, False)
    """
    return bool(BITS.get(token.strip(".,;:!?\"'“”‘’()[]|•").lower().replace("’", "'"), 0) & mask)
