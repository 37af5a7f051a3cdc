"""The part that holds the styles: those of paragraphs written out, and those of words and tables."""

from __future__ import annotations

from builder.content.look import Look
from builder.content.notes import has_notes
from builder.content.story import Story
from builder.render.docx.colors import WordColors
from builder.render.docx.cover import Cover
from builder.render.docx.language import language_attributes
from builder.render.docx.otherstyles import Others
from builder.render.docx.properties import ROOT, bold, edge, fonts, panel_edges, size, twips
from builder.render.docx.styles import BUILT_IN, WordStyle, styles
from builder.render.ooxml.markup import document, node

_OF_WORD = 376  # styles that Word brings: all but ours are kept out of its gallery


def styles_part(story: Story, cover: Cover | None) -> bytes:
    """Every style of the file; nothing that Word would bring by itself shows in the gallery."""
    look = story.look
    sheet, others = _Sheet(look), Others(look)
    latent = node(
        "w:latentStyles",
        w__defLockedState=0,
        w__defUIPriority=99,
        w__defSemiHidden=1,
        w__defUnhideWhenUsed=1,
        w__defQFormat=0,
        w__count=_OF_WORD,
    )
    rows = [sheet.paragraph(style, number) for number, style in enumerate(styles(story, cover), 1)]
    return document(
        "w:styles",
        sheet.defaults(story),
        latent,
        *rows,
        *others.words(),
        *(others.notes() if has_notes(story) else ()),
        *others.tables(),
        namespaces=ROOT,
    )


class _Sheet:
    def __init__(self, look: Look) -> None:
        self._look, self._inks = look, WordColors(look)

    def defaults(self, story: Story) -> str:
        """What all text starts from: its size, the story's language and direction."""
        run = [
            fonts("minor"),
            node("w:color", **self._inks.text(self._look.text.color)),
            *size(self._look.text.size),
            node("w:lang", **language_attributes(story.language)),
        ]
        paragraph = node("w:bidi") if story.rtl else ""
        paragraph += node(
            "w:spacing", w__after=0, w__line=round(240 * self._look.office.leading), w__lineRule="auto"
        )
        return node(
            "w:docDefaults",
            node("w:rPrDefault", node("w:rPr", *run)),
            node("w:pPrDefault", node("w:pPr", paragraph)),
        )

    def paragraph(self, style: WordStyle, priority: int) -> str:
        """A paragraph style."""
        return node(
            "w:style",
            node("w:name", w__val=style.name),
            node("w:basedOn", w__val=style.based) if style.based else "",
            node("w:next", w__val=style.next) if style.next else "",
            node("w:uiPriority", w__val=priority),
            node("w:qFormat"),
            node("w:pPr", *self._paragraph(style)) if any(self._paragraph(style)) else "",
            node("w:rPr", *self._run(style)) if any(self._run(style)) else "",
            w__type="paragraph",
            w__default=1 if style.id == "Normal" else None,
            w__customStyle=None if style.name in BUILT_IN or style.outline is not None else 1,
            w__styleId=style.id,
        )

    def _paragraph(self, style: WordStyle) -> list[str]:
        return [
            node("w:keepNext") if style.keeps else "",
            node("w:keepLines") if style.whole else "",
            node("w:numPr", node("w:numId", w__val=style.numbering)) if style.numbering else "",
            self._borders(style),
            node("w:shd", **self._inks.ground(style.panel)) if style.panel else "",
            node("w:tabs", node("w:tab", w__val="right", w__pos=twips(style.tab))) if style.tab else "",
            node("w:suppressAutoHyphens") if style.display else "",
            _spacing(style),
            _indents(style),
            "" if style.outline is None else node("w:outlineLvl", w__val=style.outline),
        ]

    def _run(self, style: WordStyle) -> list[str]:
        return [
            fonts("major") if style.display else "",
            bold(style.bold),
            node("w:color", **self._inks.text(style.color)) if style.color else "",
            *(size(style.size) if style.size else ()),
            node("w:shd", **self._inks.ground(style.behind)) if style.behind else "",
        ]

    def _borders(self, style: WordStyle) -> str:
        if style.panel:
            return node("w:pBdr", *panel_edges(style.pad, self._inks.line(style.panel)))
        if style.rule:
            line = self._inks.line(style.rule)
            return node("w:pBdr", edge("top", 4, 5, line), edge("between", 4, 5, line))
        return ""


def _spacing(style: WordStyle) -> str:
    line = None if style.leading is None else round(240 * style.leading)
    before = None if style.before is None else twips(style.before)
    after = None if style.after is None else twips(style.after)
    if line is before is after is None:
        return ""
    rule = "auto" if line else None
    return node("w:spacing", w__before=before, w__after=after, w__line=line, w__lineRule=rule)


def _indents(style: WordStyle) -> str:
    if style.start is style.end is style.hang is None:
        return ""
    lengths = [None if value is None else twips(value) for value in (style.start, style.end, style.hang)]
    return node("w:ind", w__left=lengths[0], w__right=lengths[1], w__hanging=lengths[2])
