"""Every field of a design changes what is drawn, or is told."""

from pathlib import Path
from typing import Any

import pytest
from sample_brand import sample_brand
from settings import changed, field_at, fields_of, models_in

from builder.brand.design import Alternative, Design, OfSet, in_turn
from builder.brand.identity import Brand
from builder.cli.listing import designs
from builder.emphasis import emphatic
from builder.geometry.box import Box
from builder.imagefiles import read_image
from builder.layout.canvas import Canvas, sheet
from builder.layout.cards.setting import TextTrouble
from builder.layout.cards.solve import solve
from builder.layout.photo import Photograph
from builder.record import replace

ROOT = Path(__file__).parent.parent
WORDS: dict[str, Any] = {
    "address": "https://example.org/?utm_source=pack",
    "headline": "A loving relationship is a baby’s best shelter",
    "short": emphatic("Hold *on*"),
    "text": "A strong, secure bond with a parent helps to soften the impact of hardship.",
    "icon": "calendar",
    "value": "2,300 of 7,400",
    "figure": "2,300 of 7,400",
    "part": "1",
    "of": "3",
    "tag": "#ExampleWeek22",
    "steps": tuple({"title": f"Step {number}", "text": "Look, listen, hold."} for number in range(1, 5)),
}
PHOTO = Photograph(read_image(ROOT / "packs/photos/parent.jpg"), Box(0.3, 0.4, 0, 0), "A parent")
CUT_OUT = replace(PHOTO, image=replace(PHOTO.image, solid=(0, 0, 900, 900)))
SQUARE = Canvas(1000, 1000, "px", Box(0, 0, 1000, 1000), 30, 2.5, names=("usual", "square"))
WIDE = sheet(2500, 1000)
SHAPED = {"tall": sheet(500, 1000), "landscape": sheet(1400, 1000), "wide": WIDE, "strip": sheet(5000, 1000)}
VARIANT = {"body": {"column": [{"text": {"from": "headline"}}]}}

DRAWN: dict[str, Any] = {
    "about": "An example.",
    "text_color": "plum",
    "margin": 0.08,
    "area": {"width": 0.8, "height": 0.8, "at": "top-left"},
    "background": {
        "fill": {"colors": ["cream", "mint"], "angle": 90},
        "art": [
            {
                "file": "art/motif.svg",
                "anchor": "bottom-right",
                "scale": 0.6,
                "shift": [0.1, 0.1],
                "opacity": 0.9,
                "turn": 5,
            }
        ],
    },
    "body": {
        "column": [
            {"logo": {"name": "main", "height": 0.06, "width": 0.4}},
            {"text": {"from": "headline", "style": "title", "lines": 5}},
            {"text": {"from": "short", "style": "title"}},
            {"rule": {"width": 0.3, "weight": 0.006}},
            {"spacer": {"size": 0.02}},
            {
                "text": {"from": "text", "style": "lead", "color": "teal"},
                "pad": 0.02,
                "fill": "sun",
                "round": 0.02,
            },
            {"icon": {"from": "icon", "height": 0.08}},
            {
                "grid": [{"column": [{"text": {"from": "title", "style": "label"}}]}],
                "each": "steps",
                "columns": 2,
                "gap": 0.02,
            },
            {
                "row": [
                    {"text": {"from": "tag", "style": "tag"}, "width": 0.4},
                    {"slot": {"width": 0.2, "height": 0.08}},
                    {"icon": {"file": "art/ripple.svg", "height": 0.05}},
                ],
                "align": "start",
            },
        ],
    },
}
PICTURED: dict[str, Any] = {
    "text_color": "cream",
    "background": {
        "fill": "plum",
        "photo": {
            "side": "left",
            "share": 0.4,
            "tone": ["ink", "cream"],
            "scrim": {"at": "right", "reach": 0.8, "color": "ink", "strength": 0.9},
            "veil": "plum",
            "veil_opacity": 0.7,
        },
    },
    "body": {"column": [{"text": {"from": "headline", "style": "title"}}]},
}
WRITTEN: dict[str, Any] = {
    "text_color": "plum",
    "background": {"fill": "cream"},
    "body": {
        "column": [
            {"text": {"from": "tag", "style": "tag"}},
            {"blank": {"lines": 2, "apart": 9, "weight": 0.004}},
            {"blank": {"height": 0.1}},
        ]
    },
}
FIGURED: dict[str, Any] = {
    "text_color": "plum",
    "area": {"width": 0.4, "at": "top-left"},
    "background": {"fill": "cream", "figure": {"from": "part", "height": 0.5, "width": 0.4}},
    "body": {"column": [{"text": {"from": "tag", "style": "tag"}}]},
}
FIGURE_CHANGES = (
    *(("from", "short"), ("style", "label"), ("height", 0.1), ("width", 0.1), ("anchor", "bottom")),
    *(("shift", [0.1, 0.1]), ("color", "teal"), ("opacity", 0.5)),
)
RINGED: dict[str, Any] = {
    "text_color": "plum",
    "background": {"fill": "cream"},
    "body": {"column": [{"number": {"form": "ring", "stroke": {"brush": 0.4, "seed": "one"}}}]},
}
BORDERED: dict[str, Any] = {
    "text_color": "plum",
    "background": {"fill": "cream"},
    "body": {"column": [{"text": {"from": "tag"}, "pad": 0.02, "border": {"color": "coral"}}]},
}
GRAINED: dict[str, Any] = {
    "text_color": "plum",
    "background": {"fill": "cream", "art": [{"file": "art/motif.svg", "grain": {"color": "plum"}}]},
    "body": {"column": [{"text": {"from": "tag", "style": "tag"}}]},
}
GRAIN_CHANGES = (
    *(("color", "teal"), ("strength", 0.9), ("count", 500), ("size", 0.01), ("seed", "two")),
)
TURNED: dict[str, Any] = {
    "text_color": "plum",
    "background": {"fill": "cream"},
    "body": {
        "row": [
            {"text": {"from": "tag"}, "turn": -90, "bleed": ["start", "top"], "fill": "sun"},
            {"rule": {"width": 0.3, "upright": True}},
            {"text": {"from": "tag"}},
        ]
    },
}
NUMBERED: dict[str, Any] = {
    "text_color": "plum",
    "background": {"fill": "cream"},
    "body": {
        "column": [
            {
                "number": {
                    "form": "dots",
                    "style": "numeral",
                    "size": 0.3,
                    "lines": 2,
                    "height": 0.1,
                    "width": 0.5,
                    "color": "accent",
                    "text_color": "teal",
                }
            },
            {"text": {"from": "text", "style": "lead"}},
        ]
    },
}
MARKED = {"color": "teal", "italic": False, "weight": 600, "underline": "plum", "marker": "mint"}
STARRED: dict[str, Any] = {
    "text_color": "plum",
    "background": {"fill": "cream"},
    "body": {"column": [{"text": {"from": "short", "style": "title", "emphasis": MARKED}}]},
}
STREWN = {
    "file": "art/motif.svg",
    "count": 12,
    "scale": 0.06,
    "turn": 30,
    "colors": ["coral"],
    "area": {"height": 0.6},
    "seed": "a",
}
SCATTERED: dict[str, Any] = {
    "text_color": "plum",
    "background": {"fill": "cream", "scatter": STREWN},
    "body": {"column": [{"text": {"from": "short", "style": "title", "size": 0.08}}]},
}
PINNED: dict[str, Any] = {
    "text_color": "plum",
    "background": {"fill": "cream"},
    "body": {
        "column": [
            {"text": {"from": "short", "style": "title"}},
            {"text": {"from": "tag"}, "fill": "mint", "pin": {"at": "top-left", "shift": [0, 0.05]}},
        ]
    },
}
CODED: dict[str, Any] = {
    "text_color": "plum",
    "background": {"fill": "cream"},
    "body": {"column": [{"qr": {"size": 0.3}}, {"text": {"from": "tag", "style": "title"}}]},
}
CRADLED: dict[str, Any] = {
    "text_color": "plum",
    "background": {"fill": "cream"},
    "body": {
        "column": [
            {
                "held": {
                    "file": "art/cradle.svg",
                    "height": 0.5,
                    "least": 0.6,
                    "room": [0.4, 0.2, 0.4, 0.4],
                    "on": "accent-soft",
                },
                "column": [{"text": {"from": "short", "style": "title"}}],
            },
            {"text": {"from": "headline", "style": "title"}},
        ]
    },
}
CRADLED_CROWDED = changed(CRADLED, "body/column/1/text/style", "display")
ROOMY: dict[str, Any] = {
    "text_color": "plum",
    "area": {"width": 0.5, "height": 0.3},
    "background": {"fill": "cream", "art": {"file": "art/motif.svg", "scale": 0.2}},
    "body": {"column": [{"text": {"from": "short", "style": "title", "size": 0.04}}]},
}

HILLY: dict[str, Any] = {
    "text_color": "plum",
    "background": {
        "fill": "cream",
        "art": {"file": "art/motif.svg", "anchor": "bottom-right", "scale": 0.8, "stands": True},
    },
    "body": {
        "column": [
            {"text": {"from": "headline", "style": "display", "size": 0.2}},
            "spacer",
            {"logo": {"name": "main"}, "fill": "mint", "cut": "hill", "pad": 0.02},
        ]
    },
}


HIDDEN: dict[str, Any] = {
    **HILLY,
    "background": {"fill": "cream", "art": {"file": "art/motif.svg", "scale": 0.8, "least": 0.6}},
}


def pictured(use: dict[str, Any]) -> dict[str, Any]:
    """Few words, and a photograph used in a way."""
    return {**ROOMY, "background": {"fill": "cream", "photo": use}}


FORMED: dict[str, Any] = {"anchor": "bottom-right", "scale": 0.4, "shift": [0.1, 0.1]}
LINE = {"color": "coral", "weight": 0.01, "gap": 0.02}
MASKED = pictured({"mask": {**FORMED, "form": "arch", "border": LINE}, "tone": "grey"})
BEHIND: dict[str, Any] = {**FORMED, "form": "block", "color": "mint"}
CUT = pictured({"cut_out": {**FORMED, "scale": 0.3, "before": BEHIND}})
PANEL = {"width": 0.7, "height": 0.5, "at": "bottom-left", "opacity": 0.8, "blur": 0.02}
PANELLED = pictured({"panel": PANEL})
STRIPPED = pictured({"side": "bottom", "share": 0.5, "copies": {"gap": 0.01}})
BACK = "background/photo"
PLACES: dict[str, Any] = {"anchor": "top-right", "scale": 0.2, "grows": 0.6, "shift": [0.0, 0.0]}

TILED: dict[str, Any] = {
    "text_color": "plum",
    "background": {
        "fill": "cream",
        "tiles": [
            {
                "at": "top",
                "columns": 5,
                "rows": 3,
                "least": 1,
                "pattern": "field",
                "set": "soft",
                "seed": "a",
                "main": ["plum", "coral"],
                "second": ["teal", "mint"],
                "third": ["sun", "ink"],
            },
            {"at": "bottom-right", "columns": 1, "rows": 1, "module": 0.1},
        ],
    },
    "body": {"column": [{"text": {"from": "short", "style": "title"}}]},
}
HELD: dict[str, Any] = {
    "text_color": "plum",
    "background": {
        "fill": "cream",
        "tiles": {"columns": 5, "rows": 2, "large": {"from": "short", "under": "tag", "color": "sun"}},
    },
    "body": {"column": [{"text": {"from": "text", "style": "lead"}}]},
}
CROWDED = {**TILED, "body": {"column": [{"text": {"from": "text", "style": "display"}}]}}

COLUMN = "body/column"
CHANGES: list[tuple[dict[str, Any], str, Any]] = [
    (NUMBERED, f"{COLUMN}/0/number/form", "path"),
    (changed(NUMBERED, f"{COLUMN}/0/number", {"form": "ring"}), f"{COLUMN}/0/number/over", 0.3),
    (CRADLED, COLUMN + "/0/held", {"file": "art/hold.svg", "room": [0, 0, 1, 1], "on": "accent"}),
    (CRADLED, COLUMN + "/0/held/file", "art/hold.svg"),
    (CRADLED, COLUMN + "/0/held/height", 0.3),
    (CRADLED_CROWDED, COLUMN + "/0/held/least", 1),
    (CRADLED, COLUMN + "/0/held/room", [0.3, 0.2, 0.4, 0.3]),
    (CRADLED, COLUMN + "/0/held/on", "accent"),
    (CRADLED, COLUMN + "/0/held/tint", {"accent-soft": "plum"}),
    (NUMBERED, f"{COLUMN}/0/number", "ring"),
    (NUMBERED, f"{COLUMN}/0/number/form", "bar"),
    (NUMBERED, f"{COLUMN}/0/number/form", "timeline"),
    (NUMBERED, f"{COLUMN}/0/number/figure", False),
    (NUMBERED, f"{COLUMN}/0/number/style", "title"),
    (NUMBERED, f"{COLUMN}/0/number/size", 0.5),
    (changed(NUMBERED, f"{COLUMN}/0/number", {"form": "ring"}), f"{COLUMN}/0/number/lines", 1),
    (NUMBERED, f"{COLUMN}/0/number/height", 0.05),
    (NUMBERED, f"{COLUMN}/0/number/width", 0.2),
    (NUMBERED, f"{COLUMN}/0/number/align", "end"),
    (NUMBERED, f"{COLUMN}/0/number/color", "teal"),
    (NUMBERED, f"{COLUMN}/0/number/rest", "sun"),
    (NUMBERED, f"{COLUMN}/0/number/text_color", "rust"),
    (DRAWN, "needs", ["nothing-like-it"]),
    (DRAWN, "text_color", "rust"),
    (DRAWN, "margin", 0.12),
    (DRAWN, "area", {"width": 0.5}),
    (DRAWN, "area/width", 0.6),
    (DRAWN, "area/height", 0.6),
    (DRAWN, "area/at", "bottom-right"),
    (DRAWN, "background", {"fill": "mint"}),
    (DRAWN, "background/fill", "mint"),
    (DRAWN, "series", ["mint"]),
    (DRAWN, "background/fill/colors", ["mint", "cream"]),
    (DRAWN, "background/fill/angle", 45),
    (DRAWN, "background/art", []),
    (DRAWN, "background/art/0/file", "art/ripple.svg"),
    (DRAWN, "background/art/0/anchor", "top-right"),
    (DRAWN, "background/art/0/scale", 0.4),
    (ROOMY, "background/art/grows", 0.4),
    (HILLY, "background/art/shrinks", 0.4),
    (HILLY, "background/art/least", 0.3),
    (HIDDEN, "background/art/optional", True),
    (HILLY, "background/art/stands", False),
    (DRAWN, "background/art/0/shift", [0.2, 0.2]),
    (DRAWN, "background/art/0/tint", "teal"),
    (DRAWN, "background/art/0/opacity", 0.5),
    (DRAWN, "background/art/0/turn", 30),
    (DRAWN, "background/art/0/grain", "primary"),
    *((GRAINED, f"background/art/0/grain/{field}", value) for field, value in GRAIN_CHANGES),
    (DRAWN, "background/art/0/yields", False),
    (PICTURED, "background/photo", []),
    (PICTURED, "background/photo/side", "top"),
    (PICTURED, "background/photo/share", 0.3),
    (PICTURED, "background/photo/tone", ["ink", "coral", "cream"]),
    (PICTURED, "background/photo/scrim", []),
    (PICTURED, "background/photo/scrim/at", "top"),
    (PICTURED, "background/photo/scrim/at", "words"),
    (PICTURED, "background/photo/scrim/reach", 0.5),
    (PICTURED, "background/photo/scrim/color", "plum"),
    (PICTURED, "background/photo/scrim/strength", 1),
    (PICTURED, "background/photo/veil", "ink"),
    (PICTURED, "background/photo/veil_opacity", 0.9),
    (PICTURED, "background/photo/tone", "natural"),
    (PICTURED, "background/photo/tone", "grey"),
    (PICTURED, "background/photo/tone", "coral"),
    (PICTURED, "background/photo/area", {"width": 0.3, "height": 0.3, "at": "bottom-right"}),
    (MASKED, f"{BACK}/mask", {"form": "circle"}),
    (MASKED, f"{BACK}/mask/form", "art/motif.svg"),
    (MASKED, f"{BACK}/mask/anchor", "bottom-left"),
    (MASKED, f"{BACK}/mask/scale", 0.3),
    (MASKED, f"{BACK}/mask/grows", 0.6),
    (MASKED, f"{BACK}/mask/shift", [0.2, 0.2]),
    (MASKED, f"{BACK}/mask/ratio", 0.8),
    (MASKED, f"{BACK}/mask/border/color", "teal"),
    (MASKED, f"{BACK}/mask/border/weight", 0.02),
    (MASKED, f"{BACK}/mask/border/gap", 0.05),
    (MASKED, f"{BACK}/mask/border", None),
    (MASKED, f"{BACK}/mask/border/stroke", "dotted"),
    (CUT, f"{BACK}/cut_out", {"before": BEHIND}),
    *((CUT, f"{BACK}/cut_out/{name}", value) for name, value in PLACES.items()),
    *((CUT, f"{BACK}/cut_out/before/{name}", value) for name, value in PLACES.items()),
    (CUT, f"{BACK}/cut_out/before", {"color": "mint"}),
    (CUT, f"{BACK}/cut_out/before/form", "circle"),
    (CUT, f"{BACK}/cut_out/before/ratio", 2),
    (CUT, f"{BACK}/cut_out/before/color", "coral"),
    (STRIPPED, f"{BACK}/copies", None),
    (STRIPPED, f"{BACK}/copies/gap", 0.05),
    (PANELLED, f"{BACK}/panel", {}),
    (PANELLED, f"{BACK}/panel/width", 0.6),
    (PANELLED, f"{BACK}/panel/height", 0.6),
    (PANELLED, f"{BACK}/panel/at", "top-left"),
    (PANELLED, f"{BACK}/panel/opacity", 0.9),
    (PANELLED, f"{BACK}/panel/blur", 0.0),
    (TILED, "background/tiles", []),
    (TILED, "background/tiles/0/at", "right"),
    (TILED, "background/tiles/0/columns", 4),
    (TILED, "background/tiles/0/rows", 2),
    (CROWDED, "background/tiles/0/least", 3),
    (TILED, "background/tiles/0/pattern", "rhythm"),
    (TILED, "background/tiles/0/set", ["disc", "bars"]),
    (TILED, "background/tiles/0/seed", "b"),
    (TILED, "background/tiles/0/large", {"from": "short"}),
    (HELD, "background/tiles/large/from", "tag"),
    (HELD, "background/tiles/large/under", None),
    (HELD, "background/tiles/large/color", "coral"),
    (HELD, "background/tiles/large/ground", "teal"),
    (TILED, "background/tiles/0/main", ["plum", "cream"]),
    (TILED, "background/tiles/0/second", ["teal", "cream"]),
    (TILED, "background/tiles/0/third", ["sun", "plum"]),
    (TILED, "background/tiles/1/module", 0.15),
    (DRAWN, "body", {"text": {"from": "headline"}}),
    (DRAWN, f"{COLUMN}", [{"text": {"from": "headline"}}]),
    (DRAWN, f"{COLUMN}/0/logo", "symbol"),
    (DRAWN, f"{COLUMN}/0/logo/name", "symbol"),
    (DRAWN, f"{COLUMN}/0/logo/height", 0.03),
    (DRAWN, f"{COLUMN}/0/logo/width", 0.1),
    (DRAWN, f"{COLUMN}/1/text", {"from": "tag"}),
    (DRAWN, f"{COLUMN}/1/text/from", "tag"),
    (DRAWN, f"{COLUMN}/1/text/style", "quote"),
    (DRAWN, f"{COLUMN}/1/text/lines", 1),
    (DRAWN, f"{COLUMN}/1/text/color", "teal"),
    (DRAWN, f"{COLUMN}/2/text/emphasis", "teal"),
    (STARRED, f"{COLUMN}/0/text/emphasis/color", "plum"),
    (CODED, f"{COLUMN}/0/qr", 0.4),
    (WRITTEN, f"{COLUMN}/1/blank", {}),
    (WRITTEN, f"{COLUMN}/1/blank/lines", 5),
    (WRITTEN, f"{COLUMN}/1/blank/apart", 14),
    (WRITTEN, f"{COLUMN}/1/blank/grows", False),
    (WRITTEN, f"{COLUMN}/1/blank/weight", 0.01),
    (WRITTEN, f"{COLUMN}/1/blank/color", "teal"),
    (WRITTEN, f"{COLUMN}/1/blank/stroke", {"dash": [3, 2]}),
    (WRITTEN, f"{COLUMN}/2/blank/height", 0.5),
    (CODED, f"{COLUMN}/0/qr/size", 0.4),
    (CODED, f"{COLUMN}/0/qr/medium", "poster"),
    (SCATTERED, "background/scatter", []),
    (SCATTERED, "background/scatter/file", "art/motif-low.svg"),
    (SCATTERED, "background/scatter/count", 30),
    (SCATTERED, "background/scatter/scale", [0.02, 0.1]),
    (SCATTERED, "background/scatter/turn", 90),
    (SCATTERED, "background/scatter/colors", ["teal"]),
    (SCATTERED, "background/scatter/apart", 0.2),
    (SCATTERED, "background/scatter/area", {"height": 0.9}),
    (SCATTERED, "background/scatter/opacity", 0.5),
    (SCATTERED, "background/scatter/seed", "b"),
    (PINNED, f"{COLUMN}/1/pin", "top-right"),
    (PINNED, f"{COLUMN}/1/pin/at", "bottom-right"),
    (PINNED, f"{COLUMN}/1/pin/shift", [0.1, 0.05]),
    (PINNED, f"{COLUMN}/1/pin/width", 0.2),
    (PINNED, f"{COLUMN}/1/pin/over", True),
    (STARRED, f"{COLUMN}/0/text/emphasis/italic", True),
    (STARRED, f"{COLUMN}/0/text/emphasis/weight", 400),
    (STARRED, f"{COLUMN}/0/text/emphasis/underline", "coral"),
    (STARRED, f"{COLUMN}/0/text/emphasis/marker", "sun"),
    (STARRED, f"{COLUMN}/0/text/emphasis/stroke", "brush"),
    (DRAWN, f"{COLUMN}/1/text/align", "end"),
    (DRAWN, f"{COLUMN}/1/text/blocks", ["sun", "coral"]),
    (DRAWN, f"{COLUMN}/1/text/size", 0.05),
    (DRAWN, f"{COLUMN}/1/text/fit", True),
    (FIGURED, f"{COLUMN}/0/text/vertical", True),
    (DRAWN, f"{COLUMN}/2/text/caps", "upper"),
    (DRAWN, f"{COLUMN}/2/text/outline", 0.02),
    (DRAWN, f"{COLUMN}/1/text/before", "— "),
    (DRAWN, f"{COLUMN}/1/text/after", " —"),
    (ROOMY, f"{COLUMN}/0/text/short", 0.1),
    (DRAWN, f"{COLUMN}/3/rule", {"width": 0.5}),
    (DRAWN, f"{COLUMN}/3/rule/width", 0.5),
    (DRAWN, f"{COLUMN}/3/rule/weight", 0.02),
    (DRAWN, f"{COLUMN}/3/rule/color", "coral"),
    (DRAWN, f"{COLUMN}/3/rule/stroke", "dashed"),
    (RINGED, f"{COLUMN}/0/number/stroke", "dotted"),
    (RINGED, f"{COLUMN}/0/number/stroke/brush", 0.8),
    (RINGED, f"{COLUMN}/0/number/stroke/seed", "two"),
    (
        changed(RINGED, f"{COLUMN}/0/number/stroke", {"dash": [3, 2]}),
        f"{COLUMN}/0/number/stroke/dash",
        [5, 2],
    ),
    (BORDERED, f"{COLUMN}/0/border", None),
    (BORDERED, f"{COLUMN}/0/border/color", "teal"),
    (BORDERED, f"{COLUMN}/0/border/weight", 0.02),
    (BORDERED, f"{COLUMN}/0/border/stroke", "brush"),
    *((FIGURED, f"background/figure/{field}", value) for field, value in FIGURE_CHANGES),
    (FIGURED, "background/figure", {"from": "tag"}),
    (FIGURED, "background/clear", {"hole": 0.4}),
    (changed(FIGURED, "background/clear", {"hole": 0.4}), "background/clear/hole", 0.3),
    (changed(FIGURED, "background/clear", {"outline": 0.01}), "background/clear/outline", 0.02),
    (TURNED, "body/row/0/turn", 90),
    (TURNED, "body/row/0/bleed", []),
    (TURNED, "body/row/1/rule/upright", False),
    (DRAWN, f"{COLUMN}/4/spacer", {"size": 0.08}),
    (DRAWN, f"{COLUMN}/4/spacer/size", 0.08),
    (DRAWN, f"{COLUMN}/5/pad", 0.05),
    (DRAWN, f"{COLUMN}/5/fill", "mint"),
    (DRAWN, f"{COLUMN}/5/round", 0.0),
    (DRAWN, f"{COLUMN}/5", {"text": {"from": "text"}, "fill": "sun", "cut": "sheet"}),
    (HILLY, f"{COLUMN}/2/cut", "bubble"),
    (DRAWN, f"{COLUMN}/6/icon", {"file": "art/ripple.svg"}),
    (DRAWN, f"{COLUMN}/6/icon/from", "headline"),
    (DRAWN, f"{COLUMN}/6/icon/height", 0.12),
    (DRAWN, f"{COLUMN}/6/icon/tint", "rust"),
    (DRAWN, f"{COLUMN}/8/row/2/icon/file", "art/motif.svg"),
    (DRAWN, f"{COLUMN}/7/grid", [{"text": {"from": "text"}}]),
    (DRAWN, f"{COLUMN}/7/each", "tag"),
    (DRAWN, f"{COLUMN}/7/columns", 4),
    (DRAWN, f"{COLUMN}/7/gap", 0.06),
    (DRAWN, f"{COLUMN}/8/row", [{"text": {"from": "tag"}}]),
    (DRAWN, f"{COLUMN}/8/row/0/width", 0.6),
    (DRAWN, f"{COLUMN}/8/row/1/slot", {"width": 0.3}),
    (DRAWN, f"{COLUMN}/8/row/1/slot/width", 0.3),
    (DRAWN, f"{COLUMN}/8/row/1/slot/height", 0.16),
    (DRAWN, f"{COLUMN}/8/align", "end"),
    *((DRAWN, shape, VARIANT) for shape in ("tall", "landscape", "wide", "strip")),
    (DRAWN, "sizes", {"square": VARIANT}),
    (DRAWN, "wide", {"background": {"fill": "sun"}}),
    (DRAWN, "wide", {"text_color": "rust"}),
    (DRAWN, "wide", {"margin": 0.2}),
    (DRAWN, "wide", {"area": {"width": 0.5}}),
]
# Fields that have a test of their own, as what they change is not drawn.
ELSEWHERE = {
    "ArtUse.mirrored": "test_art_that_is_not_mirrored_only_changes_sides",
    "ArtUse.in_order": "test_art_in_order_goes_by_the_places_of_the_items",
    "Design.about": "test_a_design_is_listed_by_what_it_is_about",
    "TextUse.optional": "test_what_is_optional_goes_first",
    "LogoUse.optional": "test_what_is_optional_goes_first",
    "HeldUse.optional": "test_what_is_optional_is_left_out_whole",
    "NumberUse.optional": "test_what_is_optional_is_left_out_whole",
    "ArtUse.unless": "test_art_is_left_out_beside_words",
    "Tiles.unless": "test_a_field_is_left_out_beside_words",
    "Node.when": "test_conditions",
    "Node.unless": "test_conditions",
    "Design.words": "test_variants",
    "Design.variants": "test_variants",
    "Design.steps": "test_variants",
    "Design.siblings": "test_siblings",
    "CodeUse.optional": "test_codes",
    **{f"Alternative.{field}": "test_variants" for field in Alternative.model_fields},
    "Design.sets": "test_compositions",
    **{f"OfSet.{field}": "test_compositions" for field in OfSet.model_fields},
}
VARIANTS = {
    f"Variant.{field}" for field in ("background", "text_color", "margin", "area", "body")
}  # in `wide` above


@pytest.fixture(scope="module")
def brand() -> Brand:
    return sample_brand()


def made(brand: Brand, given: dict[str, Any], canvas: Canvas) -> str:
    """What the design draws on a canvas, or what is told."""
    design = Design.model_validate(given)
    missing = [slot for slot in design.needs if slot not in WORDS]
    try:
        design = in_turn(design, 0)
        uses = design.background.photos
        photo = (CUT_OUT if any(use.cut_out for use in uses) else PHOTO) if uses else None
        return f"{missing}{solve(design, WORDS, canvas, brand, 'en', photo=photo)!r}"
    except TextTrouble as trouble:
        return str(trouble)


def test_every_field_has_a_row() -> None:
    rows = (
        {field_at(Design.model_validate(changed(*row)), row[1]) for row in CHANGES}
        | VARIANTS
        | set(ELSEWHERE)
    )
    assert fields_of(models_in(Design)) - rows == set()


@pytest.mark.parametrize(
    ("example", "path", "value"), CHANGES, ids=[f"{c[1]}={str(c[2])[:20]}" for c in CHANGES]
)
def test_a_field_changes_what_is_drawn(brand: Brand, example: dict[str, Any], path: str, value: Any) -> None:
    canvas = SHAPED.get(path, SQUARE)
    assert made(brand, changed(example, path, value), canvas) != made(brand, example, canvas)


@pytest.mark.parametrize("kind", ["text", "logo"])
def test_what_is_optional_goes_first(brand: Brand, kind: str) -> None:
    """On a canvas too small for all of it, a box is left out if it may be."""
    box: dict[str, Any] = (
        {"text": {"from": "text", "style": "lead"}}
        if kind == "text"
        else {"logo": {"name": "symbol", "height": 0.9, "width": 0.9}}
    )
    body: dict[str, Any] = {"column": [{"text": {"from": "headline", "style": "title"}}, box]}
    given = {"text_color": "plum", "background": {"fill": "cream"}, "body": body}
    small = Canvas(200, 60, "px", Box(0, 0, 200, 60), 16, 1)
    with pytest.raises(TextTrouble):
        solve(Design.model_validate(given), WORDS, small, brand, "en")
    may_go = changed(given, f"body/column/1/{kind}/optional", True)
    assert solve(Design.model_validate(may_go), WORDS, small, brand, "en").frame.items


def test_a_design_is_listed_by_what_it_is_about() -> None:
    listed = dict(designs(ROOT / "brand"))
    file = ROOT / "builder/looks/embrace/designs/message.yaml"
    abouts = {text.strip() for text in file.read_text("utf-8").splitlines()}
    assert f"about: {listed['message']}" in abouts
