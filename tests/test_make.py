"""Plans to files, with the cache between."""

import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageCms
from sample_packs import SamplePack

from builder.content.recipe import Layout, Recipe
from builder.errors import Faults, FileTrouble, Problem
from builder.media import Font, FontChain
from builder.output.cache import Cache
from builder.output.key import plan_key
from builder.output.make import Asset, make, order
from builder.output.workers import ENOUGH, Done, Workers
from builder.pack.formats import DOCX, JPEG, PAGE, PNG, STORY_PDF, Format, supplied
from builder.pack.plan import Plan
from builder.record import replace
from builder.source import Loc

READY = supplied("txt")
FAULTY = Format(f"{__name__}:faulty", "text/plain", "txt", "TXT")
PAINTED = replace(PNG, renderer=f"{__name__}:paint")


def plan(content: object, format_: Format = READY, **more: object) -> Plan:
    return Plan(
        kind="test", path=f"{content!r:.20}.txt", title="A text", format=format_,
        content=content, language="en-GB", **more,
    )  # fmt: skip


@dataclass(frozen=True)
class Spoken(Recipe):
    """A word, to be laid out as it is."""

    word: str
    media = ()

    def lay_out(self) -> Layout:
        return Layout(self.word)

    def locate(self, path: Loc) -> Loc:
        return path


def faulty(content: int) -> tuple[bytes, tuple[Problem, ...]]:
    if content < 0:
        raise Faults([Problem(f"{content} is too small")])
    return str(content).encode(), (Problem("look at this", severity="warning"),)


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    return Cache(tmp_path / "cache")


def made(plans: Sequence[Plan], cache: Cache) -> tuple[tuple[Asset, ...], tuple[Problem, ...]]:
    return make(order(plans, cache), Workers(1))


def test_files_come_in_the_order_of_their_plans(cache: Cache) -> None:
    plans = [plan(b"%d" % number) for number in range(20)]
    steps: list[Done] = []
    assets, problems = make(order(plans, cache), Workers(2), steps.append)
    assert [asset.file.data for asset in assets] == [b"%d" % number for number in range(20)]
    assert problems == ()
    assert [(step.done, step.number, step.of) for step in steps] == [("drawn", n, 20) for n in range(1, 21)]
    assert {step.name for step in steps} == {plan.path for plan in plans}


def test_all_faults_come_at_once_and_warnings_once(cache: Cache) -> None:
    with pytest.raises(Faults) as raised:
        made([plan(number, FAULTY) for number in (-1, 1, 2, -2)], cache)
    assert [problem.message for problem in raised.value.problems] == [
        "-1 is too small (in -1.txt)",
        "look at this (in 1.txt and 1 more)",
        "-2 is too small (in -2.txt)",
    ]


def test_an_equal_plan_is_taken_from_the_cache_with_its_warnings(
    cache: Cache, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = made([plan(1, FAULTY)], cache)
    monkeypatch.delattr(sys.modules[__name__], "faulty")
    assert made([plan(1, FAULTY)], cache) == first


def test_a_damaged_entry_is_made_again(cache: Cache) -> None:
    first = made([plan(1, FAULTY)], cache)
    (entry,) = cache.folder.glob("*/*")
    entry.write_bytes(entry.read_bytes()[:-1] + b"?")
    assert made([plan(1, FAULTY)], cache) == first
    entry.write_bytes(entry.read_bytes().replace(b"look at this", b"never mind.."))
    assert made([plan(1, FAULTY)], cache) == first
    entry.write_bytes(b"")
    assert made([plan(1, FAULTY)], cache) == first


@pytest.mark.parametrize("head", [b"no JSON", b"[" * 100_000, b"5", b"[5]", b"null"])
def test_a_forged_entry_is_made_again(cache: Cache, head: bytes) -> None:
    first = made([plan(1, FAULTY)], cache)
    (entry,) = cache.folder.glob("*/*")
    seal = "".join(sha256(part).hexdigest() for part in (head, b"1"))
    entry.write_bytes(b"\n".join((seal.encode(), head, b"1")))
    assert cache.said(entry.parent.name + entry.name) is None
    assert made([plan(1, FAULTY)], cache) == first


def test_guides_and_the_start_page_take_much_memory(packs: dict[str, SamplePack], cache: Cache) -> None:
    tasks = order(packs["2022"].recipes("guide", "start", "copy", "leaflet", "social"), cache).tasks.values()
    assert {task.plan.kind for task in tasks if task.large} == {"guide", "start"}
    assert all(task.large for task in tasks if task.plan.kind == "guide")


def test_what_has_faults_is_not_kept(cache: Cache) -> None:
    """A maker may have asked for what the plan does not hold, such as a file that was not there."""
    with pytest.raises(Faults):
        made([plan(-1, FAULTY)], cache)
    assert list(cache.folder.glob("*/*")) == []


def test_files_are_made_though_no_cache_takes_them(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file where a folder should be")
    assets, problems = made([plan(number, FAULTY) for number in range(8)], Cache(tmp_path / "cache"))
    assert [asset.file.data for asset in assets] == [b"%d" % number for number in range(8)]
    assert [problem.message for problem in problems] == ["look at this (in 0.txt and 7 more)"]


def test_files_that_somebody_takes_from_the_cache_before_they_are_published_are_told(cache: Cache) -> None:
    (asset,), _ = made([plan(1, FAULTY)], cache)
    (entry,) = cache.folder.glob("*/*")
    whole = entry.read_bytes()
    for harmed in (whole[:-1], whole[:-1] + b"x"):
        entry.write_bytes(harmed)
        with pytest.raises(FileTrouble, match="was changed while"):
            asset.file.data  # noqa: B018  it is read there
        assert not entry.exists()  # so that the next run makes it
    with pytest.raises(FileTrouble, match="No such file"):
        asset.file.data  # noqa: B018  as above


def test_what_decides_the_bytes_decides_the_key(monkeypatch: pytest.MonkeyPatch) -> None:
    one = plan_key(plan(1))
    assert plan_key(plan(2)) != one
    assert plan_key(plan(1, options=(("quality", "85"),))) != one
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1")
    assert plan_key(plan(1)) != one


INK, PEN, QUILL = (Font(name, "Ink", 400, False, name, Path(name)) for name in ("ink", "pen", "quill"))


@pytest.mark.parametrize(
    "other",
    [
        FontChain((PEN,)),
        FontChain((INK, PEN)),
        FontChain((INK,), (("Arab", (PEN,)),)),
        FontChain((INK,), (("Arab", (QUILL,)),)),
        FontChain((INK,), others=(PEN,)),
        FontChain((INK,), (("Hebr", (PEN,)),), others=(PEN,)),
    ],
)
def test_fonts_decide_the_key_and_where_they_lie_does_not(other: FontChain) -> None:
    chain = FontChain((INK,), (("Hebr", (PEN,)),))
    elsewhere = FontChain((replace(INK, path=Path("elsewhere")),), chain.scripts)
    assert plan_key(plan((chain,))) == plan_key(plan((elsewhere,))) != plan_key(plan((other,)))


def test_what_a_recipe_says_decides_the_key_of_a_file_that_holds_it() -> None:
    one, same, other = (plan((Spoken(word), b"x")) for word in ("tea", "tea", "ink"))
    assert plan_key(one) == plan_key(same) != plan_key(other)


def test_the_cache_forgets_what_is_too_much(cache: Cache) -> None:
    plans = [plan(bytes([65 + number]) * 1000) for number in range(5)]
    made(plans, cache)
    for number, each in enumerate(plans):
        key = plan_key(each)
        os.utime(cache.folder / key[:2] / key[2:], (number, number))
    assert cache.get(plan_key(plans[1]))  # what was asked for last is kept the longest
    cache.prune(most=2500)
    assert [number for number, each in enumerate(plans) if cache.get(plan_key(each))] == [1, 4]
    cache.prune(most=0)  # not twice in an hour
    assert cache.get(plan_key(plans[1]))
    os.utime(cache.folder / "pruned", (0, 0))
    cache.prune(most=0)
    assert cache.get(plan_key(plans[1])) is None


def test_a_file_too_heavy_is_a_warning(cache: Cache) -> None:
    _, problems = made([plan(b"x" * 3000, budget=2000)], cache)
    assert [(problem.severity, "3 KB" in problem.message) for problem in problems] == [("warning", True)]


def picture(width: int, mode: str = "RGB", *, profile: bool = True) -> bytes:
    out = BytesIO()
    icc = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes() if profile else None
    Image.new(mode, (width, 10)).save(out, "PNG", icc_profile=icc)
    return out.getvalue()


def paint(content: bytes) -> bytes:
    return content


@pytest.mark.parametrize(
    ("data", "sound"),
    [
        (picture(20), True),
        (picture(21), False),
        (picture(20, "RGBA"), False),
        (picture(20, profile=False), False),
    ],
)
def test_pictures_are_measured_against_their_plan(cache: Cache, data: bytes, sound: bool) -> None:
    planned = Plan(
        kind="test", path="a.png", title="", format=PAINTED, content=data,
        language="en", width=20, height=10,
    )  # fmt: skip
    if sound:
        assert made([planned], cache)[0][0].file.data == data
    else:
        with pytest.raises(ValueError, match=r"a\.png"):
            made([planned], cache)


def test_a_changed_word_takes_less_than_processes_are_worth_and_a_pack_more(cache: Cache) -> None:
    cards = [*(plan(n, PNG) for n in range(7)), *(plan(n, JPEG) for n in range(7, 12))]
    word = order([*cards, plan(0, STORY_PDF), plan(0, DOCX), plan(0, PAGE)], cache)
    pack = order([plan(n, PNG) for n in range(200)], cache)
    assert sum(task.seconds for task in word.tasks.values()) < ENOUGH
    assert sum(task.seconds for task in pack.tasks.values()) > ENOUGH
