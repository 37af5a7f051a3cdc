"""The pledge: a card to print and sign. The one for phones is among the social images."""

from __future__ import annotations

from collections.abc import Iterator

from builder.geometry.box import mm
from builder.kinds.kind import AssetKind
from builder.layout.canvas import screen, sheet
from builder.pack.artwork import frame_of
from builder.pack.edition import Pack
from builder.pack.plan import Plan
from builder.platforms.sizes import sizes_named

_PAPER, _PHONE = "pledge-card", "pledge"  # designs


def _plan(pack: Pack) -> Iterator[Plan]:
    pledge = pack.spec.pledge
    if pledge is None:
        return
    phrases = pack.phrases
    words = {
        **pack.words,
        "text": pledge.text,
        "kicker": phrases["pledge_label"],
        "name_line": phrases["pledge_name"],
    }
    alt = pledge.alt or phrases.fill("alt_pledge", text=pledge.text)
    (phone,) = sizes_named(["story"])
    canvases = (
        ("a5", sheet(mm(148), mm(210)), _PAPER, "pdf"),
        ("phone", screen(phone), _PHONE, "png"),
    )
    for name, canvas, design, ending in canvases:
        if design not in pack.brand.designs:
            continue
        pixels = (round(canvas.width), round(canvas.height)) if ending == "png" else (0, 0)
        yield Plan(
            kind="pledge",
            path=f"pledge/{pack.stem}_pledge-card-{name}_{pack.suffix}.{ending}",
            media_type={"pdf": "application/pdf", "png": "image/png"}[ending],
            title=phrases["file_pledge"],
            renderer={"pdf": "frame-pdf", "png": "png"}[ending],
            content=frame_of(pack, design, words, canvas, name, ("pledge",)).frame,
            language=pack.language,
            alt=alt,
            width=pixels[0],
            height=pixels[1],
            use=phrases["use_pledge"],
            group="pledge-card",
            options=(("title", phrases["file_pledge"]),) if ending == "pdf" else (),
        )


KIND = AssetKind(
    name="pledge",
    help="the pledge to print and to share",
    plan=_plan,
    designs=lambda pack: (_PAPER, _PHONE) if pack.spec.pledge else (),
)
