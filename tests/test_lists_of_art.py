"""Lists of art that name all of a folder, the look's and the brand's; and the subjects of a look."""

from pathlib import Path

import pytest

from builder.brand.artchoice import Turn, with_art
from builder.brand.artlists import matching, with_files
from builder.brand.design import Design
from builder.brand.read import read_brand
from builder.errors import Faults
from builder.pipeline.beginning import STARTER
from builder.pipeline.newcampaign import _subjects

FILES = ("art/streets/car.svg", "art/streets/bus.svg", "art/days/streets/houses-1.svg", "art/sun.svg")
DOT = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path class="accent" d="M0 0H9V9H0Z"/></svg>'


def design(*art: object) -> Design:
    pieces = [{"file": file} for file in art]
    ground = {"fill": "background", "art": pieces}
    return Design.model_validate({"needs": ["headline"], "background": ground, "body": {"logo": "main"}})


def brand(folder: Path, file: str) -> Path:
    """A brand in paper with a tram among its streets, and a message of its own."""
    (folder / "art/streets").mkdir(parents=True)
    (folder / "art/streets/tram.svg").write_text(DOT, "utf-8")
    (folder / "designs").mkdir()
    ground = f"background: {{fill: background, art: {{file: [{file}]}}}}"
    text = f"needs: [headline]\n{ground}\nbody: {{spacer: 0.1}}\n"
    (folder / "designs/message.yaml").write_text(text, "utf-8")
    said = 'color: {primary: "#12284B", secondary: "#E1001A"}\ndefaults: {packbuild: {look: paper}}\n'
    (folder / "_brand.yml").write_text(said, "utf-8")
    return folder


def test_a_star_stands_for_a_name_and_no_folder() -> None:
    assert matching("art/streets/*.svg", FILES) == ("art/streets/bus.svg", "art/streets/car.svg")
    assert matching("art/*/streets/*.svg", FILES) == ("art/days/streets/houses-1.svg",)
    assert matching("*/streets/*.svg", FILES) == ("art/streets/bus.svg", "art/streets/car.svg")
    assert matching("art/moon.svg", FILES) == ("art/moon.svg",)


def test_designs_without_a_star_stay_the_very_same() -> None:
    plain = design("art/sun.svg", ("art/sun.svg", "art/streets/car.svg"))
    assert with_files(plain, FILES) is plain
    listed = with_files(design(("art/sun.svg", "art/streets/*.svg")), FILES)
    assert listed.background.pieces[0].files == ("art/sun.svg", *sorted(FILES[:2]))


def test_a_drawing_of_the_brand_joins_those_of_the_look(tmp_path: Path) -> None:
    message = read_brand(brand(tmp_path, "art/streets/*.svg"), "brand").designs["message"]
    assert isinstance(message, Design)
    files = message.background.pieces[0].files
    assert {"art/streets/tram.svg", "art/streets/crossing.svg"} <= {*files}


def test_a_folder_without_drawings_is_a_fault_at_its_place(tmp_path: Path) -> None:
    with pytest.raises(Faults) as told:
        read_brand(brand(tmp_path, "art/sun.svg, art/streetz/*.svg"), "brand")
    (problem,) = [each for each in told.value.problems if "streetz" in each.message]
    assert problem.severity == "error"
    assert problem.message == "the brand has no art `art/streetz/*.svg`"
    assert problem.place
    assert (problem.place.line, problem.place.column) == (2, 58)


def test_what_an_item_names_leaves_shorter_lists_alone() -> None:
    corner, scenes = ("art/sun.svg", "art/moon.svg"), (*FILES[:2], "art/streets/school.svg")
    drawn = design(corner, scenes)
    for name, files in (("bus", FILES), ("kite", (*FILES, "art/kite.svg"))):
        settled = with_art(drawn, Turn(named=name), files).background.pieces
        assert settled[0].file in corner
        assert str(settled[1].file).endswith(f"{name}.svg")


def test_a_scene_is_that_of_the_sets_that_the_theme_names() -> None:
    both = design(("art/people/hands.svg", "art/voice/hands.svg"))
    for name in ("people", "voice"):
        files = ("art/people/hands.svg", "art/voice/hands.svg")
        (piece,) = with_art(both, Turn(named="hands", set=name), files).background.pieces
        assert piece.file == f"art/{name}/hands.svg"


def test_a_campaign_that_begins_in_paper_is_told_the_subjects() -> None:
    said = "families, learning, nature, people, streets, voice"
    assert _subjects("paper") == f"\n  #art: families # what scenes are about, in one word: {said}"
    assert [_subjects(look) for look in ("embrace", "broadsheet", "photo", "grid")] == [""] * 4
    assert "hashtag: $hashtag$art\n" in (STARTER / "spec.yaml").read_text("utf-8")
