"""Every PDF of every pack, heard: the right words in the right order, and a tree that is sound."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby, takewhile

from pdf_text import opened
from pdf_tree import Node, heard, tree
from sample_packs import SamplePack

from builder.audit.pdf import FORMAT
from builder.audit.rule import File
from builder.content import story as blocks
from builder.content.frame import Frame, Text
from builder.content.printed import Printed
from builder.content.story import Block, Story, plain
from builder.content.walk import without_contents
from builder.pack.plan import Plan

KINDS = ("guide", "posters", "infographic", "pledge")


def papers(pack: SamplePack) -> tuple[tuple[Plan, bytes], ...]:
    """The PDFs of a pack in all its languages."""
    return pack.drawn(plan for plan in pack.recipes(*KINDS) if plan.format.ending == "pdf")


def test_no_rule_of_pdf_finds_a_fault(pack: SamplePack) -> None:
    for plan, data in papers(pack):
        paper = FORMAT.read(File(plan.path, data, {}, {}))
        faults = {rule.name: list(rule.finds(paper)) for rule in FORMAT.rules}
        assert faults == {rule.name: [] for rule in FORMAT.rules}, plan.path


def test_all_words_are_heard_in_order(pack: SamplePack) -> None:
    for plan, data in papers(pack):
        with opened(data) as document:
            root = tree(document)
        if isinstance(plan.content, Story):
            few = None if root.all("TOC") else without_contents(plan.content.blocks, 0)
            shown = few or plan.content.blocks
            said = [said for block in shown for said in of_block(block, root, plan.content)]
            voices = [[*of_block(voice, root, plan.content)] for voice in plan.content.voices]
        else:
            said = of_frame(plan.content.frame if isinstance(plan.content, Printed) else plan.content)
            voices = []
        spoken = list(heard(root))
        for voice in voices:  # which pages have room for
            if voice[0] in spoken:
                place = spoken.index(voice[0])
                assert spoken[place : place + len(voice)] == voice
                del spoken[place : place + len(voice)]
        assert spoken == [" ".join(words.replace("\u00ad", "").split()) for words in said]
        assert root.all("H1"), plan.path


def test_a_block_that_is_left_out_would_be_missed(packs: dict[str, SamplePack]) -> None:
    (plan, data), *_ = (each for each in papers(packs["2020"]) if isinstance(each[0].content, Story))
    with opened(data) as document:
        root = tree(document)
    blocks_ = plan.content.blocks[:-1]
    said = [said for block in blocks_ for said in of_block(block, root, plan.content)]
    assert list(heard(root)) != said


def of_frame(frame: Frame) -> list[str]:
    """Its texts; a number is heard with the heading after it."""
    texts = [item.words for item in frame.items if isinstance(item, Text) and item.words.strip()]
    for place in reversed(range(len(texts) - 1)):
        if not any(char.isalpha() for char in texts[place]):
            texts[place : place + 2] = [" ".join(texts[place : place + 2])]
    return texts


def of_block(block: Block, root: Node, story: Story) -> Iterator[str]:  # noqa: PLR0912  one case a block
    """What a block should say, one piece for each that is heard."""
    match block:
        case blocks.Opening(frame=frame):
            yield from of_frame(frame)
        case blocks.Contents():
            for number, title in listed(story):
                yield f"{number} {title} {page_of(title, root)}".strip()
        case blocks.Heading(spans=spans, kicker=kicker):
            yield f"{kicker} {plain(spans)}"
        case blocks.Paragraph(spans=spans):
            yield plain(spans)
        case blocks.ListBlock(items=items, ordered=ordered, start=start):
            for number, item in enumerate(items, start):
                yield f"{number}." if ordered else "•"
                yield from inside(item, root, story)
        case blocks.Table(header=header, rows=rows, caption=caption):
            yield from [plain(caption)] if caption else []
            yield from (plain(cell) for row in (header, *rows) for cell in row)
        case blocks.Feature(figure=figure, blocks=content):
            heads = [*takewhile(lambda each: isinstance(each, blocks.Heading), content)]
            yield from inside(heads, root, story)
            yield f"[{figure.alt}]"
            yield from inside(content[len(heads) :], root, story)
        case blocks.Columns(columns=columns):
            for column in columns:
                yield from inside(column, root, story)
        case blocks.Gallery(figures=figures):
            for figure in figures:
                yield f"[{figure.alt}]"
                yield from [plain(figure.caption)] if figure.caption else []
        case blocks.Callout(blocks=content, title=title):
            yield from [title] if title else []
            yield from inside(content, root, story)
        case blocks.PullFigure(value=value, label=label, source=source):
            yield from (value, plain(label), *([plain(source)] if source else []))
        case blocks.BlockQuote(blocks=content, who=who):
            yield from inside(content, root, story)
            yield from [who] if who else []
        case blocks.Notes(notes=notes):
            for note in notes:
                yield from (f"{note.number}.", plain(note.spans))
        case blocks.Definitions(entries=entries):
            for entry in entries:
                yield from (entry.term, *([entry.note] if entry.note else []))
                yield from inside(entry.blocks, root, story)
        case blocks.PostCard():
            yield from of_card(block)
        case _:
            assert isinstance(block, blocks.PageBreak)


def of_card(card: blocks.PostCard) -> Iterator[str]:
    yield card.title
    if card.picture and card.alt:
        yield f"[{card.alt}]"
    for copy in card.copies:
        if len(card.copies) == 1:
            between = "، " if "پلیٹ" in copy.label else ", "  # Urdu
            yield f"{copy.label}{between}{copy.count}"
        else:
            yield from (copy.label, copy.count)
        for part in plain(copy.spans).split("\n\n"):
            for dashed, group in groupby(part.split("\n"), lambda line: line.startswith("– ")):
                lines = [*group]
                said = [part for line in lines for part in ("–", line[2:])] if dashed else ["\n".join(lines)]
                yield from filter(str.strip, said)


def inside(content: tuple[Block, ...], root: Node, story: Story) -> Iterator[str]:
    for block in content:
        yield from of_block(block, root, story)


def listed(story: Story) -> Iterator[tuple[str, str]]:
    """The number and the title of each chapter."""
    for block in story.blocks:
        if isinstance(block, blocks.Opening) and block.level:
            yield block.kicker, block.title
        elif isinstance(block, blocks.Heading) and block.id:
            yield block.kicker, plain(block.spans)


def page_of(title: str, root: Node) -> int:
    """The page that the heading with this title stands on."""
    headings = (node for role in ("H1", "H2") for node in root.all(role))
    return next(node.pages[0] for node in headings if node.text.strip().endswith(title))
