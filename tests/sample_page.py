"""A small page in two languages, and what a reader of HTML sees in it."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

from builder.color import Color
from builder.content.frame import Frame, Path
from builder.content.page import (
    Colors,
    Download,
    Masthead,
    NavLink,
    PageEdition,
    PageLogo,
    PagePost,
    Preview,
    Section,
    Tile,
    WebFaces,
    WebPage,
    Wording,
)
from builder.content.story import Paragraph, Span, words
from builder.record import replace

BLACK, WHITE = Color(0, 0, 0), Color(255, 255, 255)
LABELS = (
    "alt_text", "hashtags", "language", "start_all_sizes", "start_copied", "start_copy", "start_copy_alt",
    "start_copy_post", "start_dark", "start_download", "start_light", "start_local", "start_no_copy",
    "start_open", "start_parts", "start_add", "start_all", "start_audience", "start_choose",
    "start_events_shown", "start_no_events", "start_shown", "start_size", "start_skip",
    "start_terms", "start_contact",
    "with_image",
)  # fmt: skip
COLORS = Colors(WHITE, BLACK, BLACK, BLACK, WHITE, WHITE, BLACK, WHITE)
VOID = {"img", "meta", "br"}


def edition(lang: str, said: str, rtl: bool = False) -> PageEdition:
    """An edition all of whose words are the words given."""
    sizes = ("square", "story", "link")
    files = tuple(Download(f"{size}.png", said, said, said, said, size, 10, 10) for size in sizes)
    card = Tile(f"{lang}-card", said, said, Preview("square.png", 10, 10, said), said, files)
    post = PagePost(f"{lang}-post", said, (Wording(said, ((said, said),)),), card)
    art = Frame(10, 10, "px", (Path((("M", 0, 0), ("L", 1.004, 2), ("Z",)), fill=BLACK),), lang)
    return PageEdition(
        id=lang,
        lang=lang,
        rtl=rtl,
        name=said,
        title=said,
        campaign=said,
        theme=said,
        strapline=said,
        dates=said,
        intro=said,
        hashtags=said,
        labels=tuple((key, said) for key in LABELS),
        first=Download("guide.pdf", said, format=said),
        sections=(
            Section(
                f"{lang}-social", said, said, said, cards=(card,), sizes=(("square", said), ("story", said))
            ),
            Section(f"{lang}-posts", said, said, posts=(post,)),
            Section(f"{lang}-copy", said, said, files=(Download("posts.txt", said, use=said, opens=True),)),
        ),
        terms=(Paragraph((Span(said, link="javascript:alert(1)"),)),),
        contact=(Paragraph(words(said)),),
        more=(NavLink("changes.txt", said),),
        faces=WebFaces((), (), (), 1.5, 1.1),
        beside=art,
        below=art,
    )


def page(said: str = "Words", *others: PageEdition) -> WebPage:
    """A page whose first edition is English and says nothing but these words."""
    logo = Frame(10, 10, "px", (), "en-GB")
    logos = (PageLogo(("en",), said, logo, logo),)
    return WebPage(
        (edition("en-GB", said), *others), Masthead(BLACK, WHITE, WHITE, BLACK), COLORS, COLORS, logos
    )


def with_first(one: WebPage, **changes: object) -> WebPage:
    """The page with other things in its first edition."""
    return replace(one, editions=(replace(one.editions[0], **changes), *one.editions[1:]))  # type: ignore[arg-type]


@dataclass
class Element:
    """An element with what is inside."""

    tag: str
    attributes: dict[str, str | None]
    inside: list["Element | str"] = field(default_factory=list)

    def all(self, tag: str = "") -> list["Element"]:
        """Every element below, in reading order."""
        found = []
        for part in self.inside:
            if isinstance(part, Element):
                found += [part] if part.tag == tag or not tag else []
                found += part.all(tag)
        return found

    @property
    def text(self) -> str:
        """All words inside."""
        return "".join(part if isinstance(part, str) else part.text for part in self.inside)


class Reader(HTMLParser):
    """Reads a page into elements; an element that is closed wrongly is a fault."""

    def __init__(self, html: bytes) -> None:
        super().__init__()
        self.root = Element("", {})
        self._open = [self.root]
        self.feed(html.decode())
        assert self._open == [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len(attrs) == len(dict(attrs)), f"{tag} has an attribute twice"
        element = Element(tag, dict(attrs))
        self._open[-1].inside.append(element)
        if tag not in VOID:
            self._open.append(element)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop().tag == tag

    def handle_data(self, data: str) -> None:
        self._open[-1].inside.append(data)


def read(html: bytes) -> Element:
    """The page's elements."""
    return Reader(html).root
