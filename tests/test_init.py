"""A new campaign: what `packbuild init` writes builds, and says what was answered."""

import re
from io import BytesIO
from pathlib import Path

import click
import pytest
import sample_fonts as made
import yaml
from click.testing import CliRunner
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables.DefaultTable import DefaultTable
from PIL import Image, ImageDraw

from builder.brand.read import read_brand
from builder.cli.commands import init as command
from builder.cli.commands import packbuild
from builder.pipeline.build import Planned, check
from builder.pipeline.request import Request

PICTURE = Path(__file__).parents[1] / "brand/logos/main.png"
NAME = 'Quiet: "Voices" #Week'
GIVEN = {
    "--name": NAME,
    "--website": "https://example.org/quiet",
    "--theme": "Listen closely",
    "--start": "2027-03-08",
}
LOGO = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 20">'
    '<path fill="#0B5" d="M0 0h60v20H0z"/><path fill="#036" d="M60 0h40v20H60z"/>'
    '<path fill="#fff" d="M0 0h1v1H0z"/></svg>'
)


def begun(folder: Path, *more: str, given: dict[str, str] = GIVEN, said: str = "") -> tuple[int, str]:
    arguments = [part for pair in given.items() for part in pair]
    run = CliRunner().invoke(packbuild, ["init", str(folder), *arguments, *more], input=said)
    assert run.exit_code in (0, 1, 2, 3), run.output
    return run.exit_code, run.output


def planned(root: Path) -> Planned:
    spec = root / "packs/2027.yaml"
    return check(Request(spec=spec, brand=root / "brand", output=root / "output", root=root))


def test_it_builds_at_once_and_tells_what_is_to_be_written(tmp_path: Path) -> None:
    assert begun(tmp_path / "quiet", "--message", "Silence is a language")[0] == 0
    made = planned(tmp_path / "quiet")
    told = [problem.message for problem in made.problems]
    parts = ("campaign.organiser", "campaign.contact", "campaign.about", "theme.why")
    assert told == [f"{part} is still to be written" for part in parts]
    assert made.editions[0].spec.campaign.name == NAME
    assert {"social", "guide", "slides", "posters"} <= {plan.kind for plan in made.plans}


def test_all_examples_of_the_spec_are_right(tmp_path: Path) -> None:
    begun(tmp_path / "quiet")
    spec = tmp_path / "quiet/packs/2027.yaml"
    examples = re.sub(r"^( *)#(?=[^ ])|^#(?=  )", r"\1", spec.read_text("utf-8"), flags=re.MULTILINE)
    spec.write_text(examples.replace("#\n", "\n"), "utf-8")
    made = planned(tmp_path / "quiet")
    assert not [problem for problem in made.problems if "still to be written" not in problem.message]
    written = yaml.safe_load(examples)
    assert written.keys() >= {"messages", "statistics", "posts", "letters", "infographic", "pledge"}


def test_nobody_is_asked_where_nothing_can_be_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", None)  # as where it is closed
    assert not command.asked()


def test_what_is_not_given_is_asked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(command, "asked", lambda: True)
    answers = [
        "Quiet Week",
        "",
        "",
        "https://example.org",
        "",
        "",
        "Listen closely",
        "",
        "",
        "2027-03-08",
        "",  # a week
        "",  # the usual look
        "",  # no logo
        "teal, rgb(242, 169, 0)",
        "",  # the fonts that come along
    ]
    code, output = begun(tmp_path / "quiet", given={}, said="\n".join([*answers, ""]))
    assert code == 0, output
    spec = yaml.safe_load((tmp_path / "quiet/packs/2027.yaml").read_text("utf-8"))
    assert spec["campaign"]["short_name"] == "Quiet Week"
    assert spec["theme"]["hashtag"] == "#ListenClosely"
    assert str(spec["dates"]["end"]) == "2027-03-14"
    brand = yaml.safe_load((tmp_path / "quiet/brand/_brand.yml").read_text("utf-8"))
    assert [*brand["color"]["palette"].values()][:2] == ["#008080", "#F2A900"]


def test_an_answer_that_is_wrong_is_told_and_asked_for_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(command, "asked", lambda: True)
    (tmp_path / "our logo.png").write_bytes(PICTURE.read_bytes())
    given = {"--name": "Quiet", "--short-name": "Q", "--organiser": "Us", "--contact": "us@example.org"}
    given |= {"--about": "Quiet.", "--theme": "Listen", "--why": "It helps."}
    answers = {
        "not an address": "it is not a web address: `not an address`",
        "example.org/quiet": "",
        "#so loud": "it cannot hold a space, where platforms end a hashtag",
        "#SoLoud": "",
        "8 March": "`8 March` is no day: write it like 2027-03-08",
        "2027-03-08": "",
        "2027-03-01": "2027-03-01 is before the first day, 2027-03-08",
        "2027-03-20": "",
        "embrase": "there is no look `embrase`. Did you mean `embrace`?",
        "embrace": "",
        "nowhere.png": "'nowhere.png' does not exist",
        f"'{tmp_path}/our logo.png'": "",
        "mauvish": "`mauvish` is no colour",
        "teal": "",
        "none.ttf": "'none.ttf' does not exist",
        " ": "",
    }
    code, output = begun(tmp_path / "quiet", given=given, said="\n".join([*answers, ""]))
    assert code == 0, output
    assert [words for words in answers.values() if words not in output] == []
    spec = yaml.safe_load((tmp_path / "quiet/packs/2027.yaml").read_text("utf-8"))
    assert spec["campaign"]["website"] == "https://example.org/quiet"
    assert (tmp_path / "quiet/brand/logos/main.png").read_bytes() == PICTURE.read_bytes()


def test_a_logo_of_pixels_gives_its_colours_and_not_those_of_its_edges(tmp_path: Path) -> None:
    logo = tmp_path / "ours.png"
    pixels = Image.new("RGB", (400, 200), "white")
    pen = ImageDraw.Draw(pixels)
    pen.ellipse((20, 20, 180, 180), "#7A1FA2")
    pen.rectangle((220, 60, 380, 100), "#1B1B1B")
    pixels.resize((90, 45), Image.Resampling.BILINEAR).save(logo)
    assert begun(tmp_path / "quiet", "--from-logo", str(logo))[0] == 0
    assert begun(tmp_path / "told", "--color", "#7A1FA2", "--color", "#1B1B1B")[0] == 0
    brands = [(tmp_path / name / "brand/_brand.yml").read_text("utf-8") for name in ("quiet", "told")]
    read, told = (yaml.safe_load(brand)["color"] for brand in brands)
    assert read == told
    assert {problem.severity for problem in planned(tmp_path / "quiet").problems} == {"warning"}


def test_all_that_must_be_given_is_named_at_once(tmp_path: Path) -> None:
    code, output = begun(tmp_path / "quiet", given={"--theme": "Listen"})
    assert code == 2
    assert "give --name and --website and --start" in output
    assert not (tmp_path / "quiet").exists()


@pytest.mark.parametrize(
    ("option", "value", "code", "words"),
    [
        ("--name", " ", 2, "give --name"),
        ("--end", "2027-03-01", 2, "2027-03-01 is before the first day"),
        ("--end", "soon", 2, "`soon` is no day"),
        ("--website", "nonsense", 2, "it is not a web address"),
        ("--language", "klingonish", 2, "not a language's code: `klingonish`"),
        ("--message", "", 1, "`headline` in messages, item 1 is empty"),
        ("--theme", "听孩子说", 1, "no font has the letters `听孩子说`"),
        ("--theme", "听孩子说", 1, "Noto has some for every script"),
        ("--theme", "茶", 1, "with --font: Noto has some for every script"),
        ("--color", "nope", 2, "`nope` is no colour"),
        ("--logo", "wrong.svg", 1, "it is no SVG that can be read"),
        ("--logo", "wrong.png", 1, "it is not in the format PNG, JPEG or WEBP"),
        ("--logo", "wrong.pdf", 2, "neither SVG nor PNG"),
        ("--light-logo", "wrong.svg", 2, "give --logo for the others"),
        ("--font", "wrong.svg", 1, "`wrong.svg` is not a font"),
        ("--font", "spoilt.ttf", 1, "`spoilt.ttf` is damaged"),
    ],
)
def test_what_makes_no_campaign_is_told_and_nothing_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, option: str, value: str, code: int, words: str
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("wrong.svg", "wrong.png", "wrong.pdf"):
        Path(name).write_text("wrong", "utf-8")
    font = TTFont(BytesIO(made.ttf()))
    font["hhea"] = table = DefaultTable("hhea")
    table.data = b"wrong"
    font.save("spoilt.ttf")
    given = {name: text for name, text in GIVEN.items() if name != option}
    exit_code, output = begun(Path("quiet"), option, value, given=given)
    assert exit_code == code, output
    assert words in " ".join(output.split())
    assert not Path("quiet").exists()


def test_nothing_that_is_there_is_written_over(tmp_path: Path) -> None:
    (tmp_path / "brand").mkdir()
    assert begun(tmp_path)[0] == 3
    assert [path.name for path in tmp_path.iterdir()] == ["brand"]


def test_a_logo_gives_its_colours_the_largest_first(tmp_path: Path) -> None:
    logo = tmp_path / "ours.svg"
    logo.write_text(LOGO, "utf-8")
    assert begun(tmp_path / "quiet", "--from-logo", str(logo))[0] == 0
    brand = yaml.safe_load((tmp_path / "quiet/brand/_brand.yml").read_text("utf-8"))
    assert [*brand["color"]["palette"].values()][:2] == ["#00BB55", "#003366"]
    assert (tmp_path / "quiet/brand/logos/main.svg").read_text("utf-8") == LOGO


@pytest.mark.parametrize(
    ("words", "language", "families"),
    [
        ("শিশুর কথা শুনুন", "bn", {"Beng": ["Noto Sans Bengali"]}),
        ("استمع إلى الأطفال", "ar", {"Arab": ["Noto Naskh Arabic"]}),
        ("بچوں کی بات سنیں", "ur", {"ur": ["Noto Nastaliq Urdu"], "Arab": ["Noto Naskh Arabic"]}),
        ("Listen: শুনুন", "en-GB", {"Beng": ["Noto Sans Bengali"]}),
    ],
)
def test_fonts_of_the_script_come_along_where_none_are_given(
    words: str, language: str, families: dict[str, list[str]], tmp_path: Path
) -> None:
    given = {**GIVEN, "--name": words, "--theme": words, "--hashtag": "#a", "--language": language}
    code, output = begun(tmp_path / "quiet", given=given)
    assert code == 0, output
    brand = yaml.safe_load((tmp_path / "quiet/brand/_brand.yml").read_text("utf-8"))
    assert brand["defaults"]["packbuild"]["families"] == {"text": families, "display": families}
    assert brand["typography"]["base"]["family"] == "Atkinson Hyperlegible Next"
    folder = tmp_path / "quiet/brand"
    assert not [each.message for each in read_brand(folder, "brand").problems]


@pytest.mark.parametrize(
    "asked", ["check", "check 2027", "2027", "new 2028", "show message", "watch 2027", "brand", "list roles"]
)
def test_where_there_is_no_campaign_each_command_says_how_one_begins(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, asked: str
) -> None:
    monkeypatch.chdir(tmp_path)
    run = CliRunner().invoke(packbuild, asked.split())
    assert run.exit_code == 2
    assert "`packbuild init` begins a campaign" in run.output


def test_what_there_is_to_choose_from_is_listed_before_there_is_a_campaign(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    run = CliRunner().invoke(packbuild, ["list"])
    assert run.exit_code == 0
    parts = [line for line in run.output.splitlines() if line.isupper()]
    assert parts == ["KINDS", "LOOKS", "SLOTS", "SIZES"]


def test_a_campaign_in_a_script_of_the_extra_begins_with_its_fonts(tmp_path: Path) -> None:
    given = {**GIVEN, "--name": "สัปดาห์เงียบ", "--theme": "ฟังให้ดี 🎉", "--language": "th"}
    assert begun(tmp_path / "quiet", "--short-name", "quiet", given=given)[0] == 0
    told = [problem.message for problem in planned(tmp_path / "quiet").problems]
    assert not [message for message in told if "font" in message]
    assert (tmp_path / "quiet/brand/logos/main.svg").read_text("utf-8").count("<path") == 1


def test_who_answers_nothing_more_stops_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def closed(*_: object, **__: object) -> None:
        raise click.Abort

    monkeypatch.setattr(command, "asked", lambda: True)
    monkeypatch.setattr(click, "prompt", closed)
    run = CliRunner().invoke(packbuild, ["init", str(tmp_path / "quiet")])
    assert run.exit_code == 130
    assert "Stopped. Nothing was written." in run.output
    assert not (tmp_path / "quiet").exists()
