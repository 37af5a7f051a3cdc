"""What the pack draws with a brand's designs and slides: the one place in the program that names them.

A brand may lack any of them. The pack then goes without what is drawn with it.
"""

from __future__ import annotations

from collections.abc import Mapping

THEME = "announcement"  # the card that every pack has, e-mail, the ground and the art of the start page

# The card of each item of a part of the spec, where the lead asks for no cards.
ITEMS: Mapping[str, str] = {
    "messages": "message",
    "statistics": "statistic",
    "quotes": "quote",
    "resources": "resource",
    "events": "event",
    "days": "day",
    "pledge": "pledge",
}

CALLS = ("background", "background-light")  # of video calls; the second is one more to choose from
PROFILE_FRAME, STICKER = "profile-frame", "sticker"  # laid over a picture; sent in a chat
PROFILE = "profile"  # the logo alone
# What stands in a size whatever card is asked for in it.
OF_SIZES: Mapping[str, str] = {"avatar": PROFILE}
CALL_CARD = "carousel-end"  # the last card of a carousel: what to do now
POSTER, INFOGRAPHIC = "poster", "infographic"
POSTER_UNDATED = "poster-undated"  # to use again: the look or the brand may have it
# What draws them in little ink, where the look or the brand has it; else they do.
IN_INK: Mapping[str, str] = {each: f"{each}-ink" for each in (POSTER, POSTER_UNDATED, INFOGRAPHIC)}
# At the foot of other posters: of a series, of tabs to tear off (one tab), of lines for a place and a date.
POSTER_FOOT, TAB, POSTER_LINES = "poster-foot", "tear-off-tab", "poster-lines"
LEAFLET = ("leaflet-about", "leaflet-help", "leaflet-back")  # its cover is the theme's card
ACTIVITY, CERTIFICATE = "activity", "certificate"
PLEDGE_ON_PAPER, PLEDGE_ON_A_PHONE = "pledge-card", ITEMS["pledge"]

COVERS = ("guide-cover", THEME)  # of the guide: the first that the brand has
BACK = "guide-back"  # its last page: whom to ask
CHAPTER = "chapter"  # the head of each chapter
DAY_HEAD = "guide-day"  # the head of a day of several events
TAIL = "guide-tail"  # art for pages that a chapter leaves half empty
# Whose ground the head of a chapter stands on.
GROUNDS: Mapping[str, str] = {
    "contents": ITEMS["messages"],
    "about": THEME,
    "why": ITEMS["quotes"],
    "messages": ITEMS["messages"],
    "statistics": ITEMS["statistics"],
    "resources": ITEMS["events"],
    "get-involved": ITEMS["pledge"],
    "days": ITEMS["days"],
    "events": ITEMS["events"],
    "posts": THEME,
    "letters": ITEMS["messages"],
    "images": ITEMS["quotes"],
    "usage": THEME,
    "previous": ITEMS["statistics"],
    "contact": ITEMS["quotes"],
}
OWN_GROUND = ITEMS["quotes"]  # of the lead's own chapters

# The slide layouts of the example where the lead writes no slides: of what is taken from each part
# of the spec, of the head of several, and of the end.
SLIDES: Mapping[str, str] = {
    "theme": "title",
    "messages": "statement",
    "statistics": "statistic",
    "quotes": "quote",
    "days": "table",
    "campaign": "contact",
    "section": "section",
    "agenda": "agenda",
    "end": "closing",
}
