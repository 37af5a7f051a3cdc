"""Looks: which designs, drawings and type a brand has, and what is told of one that there is not."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner

from builder.brand.identity import Brand
from builder.brand.looks import look_names, look_of
from builder.brand.read import read_brand
from builder.cli.commands import packbuild
from builder.errors import Faults
from builder.pipeline.build import Planned, check
from builder.pipeline.request import Request

HERE = Path(__file__).parent
SPEC = HERE / "packs/harbour/packs/2023.yaml"
MESSAGE = "background: {fill: background}\nbody: {column: [{text: {from: headline, style: display}}]}\n"
DOT = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle cx="4" cy="4" r="3"/></svg>'


def brand(folder: Path, look: str = "", **files: str) -> Brand:
    """A brand of this look with these files, `_` for `/` and the ending by what they are."""
    folder.mkdir(exist_ok=True)
    said = {"defaults": {"packbuild": {"look": look}}} if look else {}
    (folder / "_brand.yml").write_text(yaml.safe_dump(said), "utf-8")
    for name, text in files.items():
        path = folder / f"{name.replace('__', '/')}{'.svg' if text.startswith('<') else '.yaml'}"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return read_brand(folder, "brand")


def problems(folder: Path, look: str = "", **files: str) -> list[str]:
    with pytest.raises(Faults) as faults:
        brand(folder, look, **files)
    wrong = (each for each in faults.value.problems if each.severity == "error")
    return [f"{each.place and each.place.file}: {each.message}; {each.hint}" for each in wrong]


def test_a_design_of_the_brand_goes_before_that_of_the_look(tmp_path: Path) -> None:
    made = brand(tmp_path, "embrace", designs__message=MESSAGE, designs__mine=MESSAGE)
    assert {"message", "mine", "poster"} <= made.designs.keys()
    assert made.files["message"] == "brand/designs/message.yaml"
    assert made.files["poster"] == "packbuild/looks/embrace/designs/poster.yaml"
    assert made.slides is not None


def test_drawings_are_the_brands_or_the_looks_or_those_of_all_looks(tmp_path: Path) -> None:
    made = brand(tmp_path, "quiet", looks__quiet__look="about: x\n", art__own=DOT, looks__quiet__art__own=DOT)
    assert made.art["art/own.svg"].view.w == 9
    assert "art/icons/heart.svg" in made.art
    assert "art/motif.svg" not in made.art


def test_a_look_has_what_it_lacks_from_the_one_that_it_is_like(tmp_path: Path) -> None:
    one = "about: Quiet.\nlike: calm\nstyles: {display: {size: 0.2}}\n"
    two = "like: embrace\nmargin: 0.1\nstyles: {display: {size: 0.1, leading: 2}}\n"
    files = {"looks__quiet__look": one, "looks__calm__look": two, "looks__calm__designs__message": MESSAGE}
    made = brand(tmp_path, "quiet", **files)
    assert made.files["message"] == "brand/looks/calm/designs/message.yaml"
    assert made.files["quote"].startswith("packbuild/looks/embrace/")
    assert (made.styles["display"].size, made.styles["display"].leading) == (0.2, 2)
    assert (made.margin, made.look) == (0.1, "quiet")


def test_what_the_brand_says_of_its_type_goes_before_the_look(tmp_path: Path) -> None:
    brand(tmp_path, "quiet", looks__quiet__look="margin: 0.1\nstyles: {display: {size: 0.2, lines: 3}}\n")
    own = {"look": "quiet", "margin": 0.05, "styles": {"display": {"size": 0.3}}}
    (tmp_path / "_brand.yml").write_text(yaml.safe_dump({"defaults": {"packbuild": own}}), "utf-8")
    made = read_brand(tmp_path, "brand")
    assert (made.margin, made.styles["display"].size, made.styles["display"].lines) == (0.05, 0.3, 3)


def test_a_look_that_there_is_not_is_told_where_it_is_named(tmp_path: Path) -> None:
    (told,) = problems(tmp_path, "embrase")
    assert told == "brand/_brand.yml: the brand has no look `embrase`; did you mean `embrace`?"
    (told,) = problems(tmp_path, "quiet", looks__quiet__look="like: embrase\n")
    assert told.startswith("brand/looks/quiet/look.yaml: the brand has no look `embrase`; did you mean")


@pytest.mark.parametrize("other", ["quiet", "calm"])
def test_looks_that_are_like_each_other_are_told(other: str, tmp_path: Path) -> None:
    looks = {"looks__quiet__look": f"like: {other}\n", "looks__calm__look": "like: quiet\n"}
    (told,) = problems(tmp_path, "quiet", **looks)
    assert "cannot be like a look that is like it; delete this line" in told


def test_a_field_that_no_look_has_is_told(tmp_path: Path) -> None:
    told = problems(tmp_path, "q", looks__q__look="stiles: {}")
    assert any("unknown field `stiles`" in each for each in told)


def checked(root: Path, kind: str, **more: Any) -> Planned:
    """A kind of files of a spec that says more, beside the brand of the folder."""
    (root / "packs").mkdir(exist_ok=True)
    spec, file = {**yaml.safe_load(SPEC.read_text("utf-8")), **more}, root / "packs/2023.yaml"
    file.write_text(yaml.safe_dump(spec, allow_unicode=True), "utf-8")
    places = {"spec": file, "brand": root / "brand", "output": root / "output", "root": root}
    return check(Request(**places, jobs=1, only=(kind,)))


def planned(root: Path, **more: Any) -> Brand:
    """The brand as a spec sees it that says more."""
    return checked(root, "calendar", **more).editions[0].brand


def test_a_year_has_its_own_look(tmp_path: Path) -> None:
    brand(tmp_path / "brand", "embrace", looks__quiet__look="like: embrace\n")
    assert planned(tmp_path).look == "embrace"
    assert planned(tmp_path, look="quiet").look == "quiet"
    assert planned(tmp_path).look == "embrace"


def test_a_year_that_names_no_look_that_there_is_is_told_at_its_line(tmp_path: Path) -> None:
    brand(tmp_path / "brand", "embrace")
    with pytest.raises(Faults) as faults:
        planned(tmp_path, look="quit")
    (problem,) = [each for each in faults.value.problems if "look" in each.message]
    assert problem.place
    assert problem.place.file == "packs/2023.yaml"
    assert problem.message == "unknown look `quit`"


def test_list_names_the_looks_of_the_brand_beside_those_that_ship(tmp_path: Path) -> None:
    brand(tmp_path / "brand", looks__quiet__look="about: Few words.\n")
    listed = CliRunner().invoke(packbuild, ["list", "looks", "--root", str(tmp_path)]).output
    assert [line.split()[0] for line in listed.splitlines()] == sorted([*look_names(), "quiet"])
    assert "Few words." in listed


def adopted(root: Path, *names: str) -> tuple[int, str]:
    run = CliRunner().invoke(packbuild, ["adopt", *names, "--root", str(root)])
    return run.exit_code, run.output


def test_adopted_files_are_the_brands_and_change_nothing_by_themselves(tmp_path: Path) -> None:
    before = brand(tmp_path / "brand", "embrace")
    assert adopted(tmp_path, "message", "slides", "art/motif.svg")[0] == 0
    after = read_brand(tmp_path / "brand", "brand")
    assert after.files["message"] == "brand/designs/message.yaml"
    assert (after.designs, after.slides, after.art) == (before.designs, before.slides, before.art)
    code, told = adopted(tmp_path, "poster", "message")
    assert code == 3
    assert "the brand's own already" in told
    assert not (tmp_path / "brand/designs/poster.yaml").exists()


def test_who_adopts_a_design_into_a_brand_that_names_no_look_is_told_to_name_one(tmp_path: Path) -> None:
    (tmp_path / "brand").mkdir()
    (tmp_path / "brand/_brand.yml").write_text("color: {primary: navy, palette: {navy: '#123'}}\n", "utf-8")
    assert "Write `look: embrace` under `defaults: packbuild:`" in adopted(tmp_path, "message")[1]
    assert "Write `look" not in adopted(tmp_path, "art/motif.svg", "--look", "embrace")[1]
    (tmp_path / "other").mkdir()
    brand(tmp_path / "other/brand", "embrace")
    assert "Write `look" not in adopted(tmp_path / "other", "message")[1]


def test_what_no_look_has_cannot_be_adopted(tmp_path: Path) -> None:
    brand(tmp_path / "brand", "embrace")
    code, told = adopted(tmp_path, "mesage")
    assert code == 2
    assert "did you mean `message`?" in told
    assert adopted(tmp_path, "message", "--look", "embrac")[0] == 2
    assert not (tmp_path / "brand/designs").exists()


def test_init_writes_the_look_that_is_asked_for(tmp_path: Path) -> None:
    said = ["--name=Quiet", "--website=https://example.org", "--theme=Listen", "--start=2027-03-08"]
    for look in look_names():
        run = CliRunner().invoke(packbuild, ["init", str(tmp_path / look), *said, "--look", look])
        assert run.exit_code == 0, run.output
        assert read_brand(tmp_path / look / "brand", "brand").look == look
        shutil.rmtree(tmp_path / look)
    assert CliRunner().invoke(packbuild, ["init", str(tmp_path / "x"), *said, "--look", "no"]).exit_code == 2


def tried(root: Path, *arguments: str) -> tuple[int, str]:
    run = CliRunner().invoke(packbuild, ["looks", *arguments, "--root", str(root)])
    return run.exit_code, run.output


def test_the_campaign_is_drawn_in_every_look_on_a_page(tmp_path: Path) -> None:
    shutil.copytree(HERE / "packs/harbour", tmp_path, dirs_exist_ok=True)
    brand(tmp_path / "brand")
    look = tmp_path / "brand/looks/quiet"
    (look / "designs").mkdir(parents=True)
    (look / "look.yaml").write_text("about: Few words.\nlike: embrace\n", "utf-8")
    (look / "designs/message.yaml").write_text(f"needs: [headline]\n{MESSAGE}", "utf-8")
    code, told = tried(tmp_path, "quiet", "embrace")
    assert code == 0, told
    assert "quiet: Few words." in told
    page = (tmp_path / "output/looks/looks.html").read_text("utf-8")
    named = re.findall(r'<img src="([^"]+)" alt="([^"]+)"', page)
    assert {name.partition("/")[0] for name, _ in named} == {"quiet", "embrace"}
    assert all((tmp_path / "output/looks" / name).is_file() and alt for name, alt in named)
    messages = [*(tmp_path / "output/looks").glob("*/*_message-*")]
    assert len({file.read_bytes() for file in messages}) == 2
    code, told = tried(tmp_path, "quit")
    assert (code, "did you mean `quiet`?" in told) == (2, True)
    (look / "designs/message.yaml").write_text("neds: []\n", "utf-8")
    code, told = tried(tmp_path, "quiet", "embrace")
    assert code == 0
    assert "unknown field `neds`" in told
    assert not (tmp_path / "output/looks/quiet").exists()
    assert tried(tmp_path, "quiet")[0] == 1
    assert (tmp_path / "output/looks/embrace").is_dir()


def test_a_statistic_has_art_where_the_look_draws_it(tmp_path: Path) -> None:
    drawn = "needs: [value]\nbackground: {fill: background, art: {file: [art/a.svg, art/b.svg]}}\n"
    body = "body: {column: [{text: {from: value, style: numeral}}]}\n"
    art = {f"looks__quiet__art__{name}": DOT for name in "ab"}
    brand(
        tmp_path / "brand",
        "quiet",
        looks__quiet__look="like: embrace\n",
        looks__quiet__designs__statistic=drawn + body,
        **art,
    )
    shown = set[str]()
    for name in ("a", "b"):
        figure = {"id": "one", "value": "7", "label": "things", "source": "Us, 2023", "art": name}
        made = checked(tmp_path, "social", statistics=[figure])
        shown |= {str(plan.content) for plan in made.plans if "statistic-one_instagram-square" in plan.path}
        assert not [each for each in made.problems if "art" in each.message]
    assert len(shown) == 2


def test_a_look_is_begun_with_files_of_another(tmp_path: Path) -> None:
    before = brand(tmp_path / "brand", "embrace")
    assert adopted(tmp_path, "message", "art/hold.svg", "--to", "quiet")[0] == 0
    after = brand(tmp_path / "brand", "quiet")
    assert after.files["message"] == "brand/looks/quiet/designs/message.yaml"
    assert after.designs == before.designs
    assert adopted(tmp_path, "quote", "--to", "quiet")[0] == 0
    assert adopted(tmp_path, "quote", "--to", "quiet")[0] == 3
    assert adopted(tmp_path, "quote", "--to", "Not Quiet")[0] == 2
    assert (tmp_path / "brand/looks/quiet/look.yaml").read_text("utf-8").endswith("like: embrace\n")


def test_a_brand_s_own_poster_is_the_one_in_little_ink_and_without_dates_too(tmp_path: Path) -> None:
    assert "poster-ink" in look_of(tmp_path, "brand", "photo").designs
    (tmp_path / "designs").mkdir()
    (tmp_path / "designs" / "poster.yaml").write_text("about: Ours.\n", encoding="utf-8")
    others = {"poster-ink", "poster-undated", "poster-undated-ink", "poster-undated-photo"}
    assert not others & look_of(tmp_path, "brand", "photo").designs.keys()
    (tmp_path / "designs" / "poster-ink.yaml").write_text("about: Ours.\n", encoding="utf-8")
    assert look_of(tmp_path, "brand", "photo").designs["poster-ink"].shown_as == "brand"
