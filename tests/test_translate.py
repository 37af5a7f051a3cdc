"""A translation to fill in: what is written, what stays, what is told."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from builder.cli.commands import packbuild
from builder.errors import FileTrouble
from builder.pipeline.translate import read_returned, translate
from builder.source import read
from builder.spec.read import read_spec
from builder.spec.units import units

SPEC = """\
campaign:
  name: Tea Week
  short_name: Tea
  organiser: Friends of Tea
  website: https://example.org
  contact: us@example.org
  about: |
    A week.

    It is warm.
theme: {title: "What is #Tea: a cup", hashtag: "#TeaForAll", why: Because.}
dates: {start: 2025-05-05, end: 2025-05-11}
languages: [en-GB, pl]
messages:
  - {id: time, headline: 90 seconds, text: Take your time.}
  - {id: cup, headline: A cup}
statistics:
  - {id: one, value: 5%, label: of us, source: A survey}
get_involved:
  - {audience: Schools, ideas: [Look up, Count]}
posts:
  - {id: launch, when: 2025-05-05, text: {default: Tea, x: Te}}
slides:
  slides:
    - {layout: title, title: Tea, rows: [[A, "1"], [B, "2"]]}
    - {layout: photo, title: Cups}
"""
EMPTY = """\
# 2025 in Polish. Write each text after its name, for instance  headline: "…"
# What stays empty is shown as in 2025.yaml, and so are names, hashtags and addresses, which may be added.
# A line `#: 3f2a9c1e …` has the words to translate; keep it, so that you are told when they change.
"""


def campaign(folder: Path, polish: str = "", spec: str = SPEC) -> Path:
    (folder / "2025.yaml").write_text(spec, "utf-8")
    if polish:
        (folder / "2025.pl.yaml").write_text(polish, "utf-8")
    return folder / "2025.yaml"


def file_of(folder: Path) -> str:
    return (folder / "2025.pl.yaml").read_text("utf-8")


def warnings(folder: Path) -> list[str]:
    return [problem.message for problem in read_spec(folder / "2025.yaml", folder).warnings]


def test_the_file_to_fill_in_has_every_text_once_and_reads_as_if_nothing_were_translated(
    tmp_path: Path,
) -> None:
    spec = campaign(tmp_path)
    done = translate(spec, tmp_path, "pl")
    text = file_of(tmp_path)
    assert text.splitlines()[:3] == EMPTY.splitlines()[:3]
    every = tuple(units(read(spec, "2025.yaml").data))
    notes = [line.split()[1] for line in text.splitlines() if line.strip().startswith("#: ")]
    assert notes == [unit.digest for unit in every]
    assert sum(done.missing.values()) == len(every) == 16
    assert all(text.count(f"#           {line}") == 1 for line in ("It is warm.", "- Count"))
    english, polish = read_spec(spec, tmp_path).versions
    assert polish.spec == english.spec
    assert warnings(tmp_path)
    told = [message for message in warnings(tmp_path) if "hashtag" not in message]
    assert all("is not translated" in message for message in told)
    assert "messages is not translated (3 texts)" in warnings(tmp_path)
    (place,) = (each.place for each in read_spec(spec, tmp_path).warnings if "messages is" in each.message)
    assert place is not None
    assert place.text == "messages:"


def test_what_is_translated_stays_to_the_last_character_and_what_is_lacking_is_added(tmp_path: Path) -> None:
    polish = """\
# Ours: keep it.
theme:
  why: Bo tak.   # short
  title: 'Co to jest'

messages:   # two of them

  - headline: Filiżanka
    id: cup


get_involved:
  - ideas:
      - Patrz
      - Licz
# The end.
"""
    spec = campaign(tmp_path, polish)
    done = translate(spec, tmp_path, "pl")
    text = file_of(tmp_path)
    kept = [line for line in text.splitlines() if not line.strip().startswith("#:") and line.strip()]
    assert [line for line in polish.splitlines() if line.strip() and line not in kept] == []
    version = read_spec(spec, tmp_path).versions[1].spec
    assert (version.theme.title, version.theme.why) == ("Co to jest", "Bo tak.")
    assert [message.headline for message in version.messages] == ["90 seconds", "Filiżanka"]
    assert version.get_involved[0].ideas == ("Patrz", "Licz")
    assert done.missing == {
        "campaign": 2,
        "messages": 2,
        "statistics": 2,
        "get_involved": 1,
        "posts": 2,
        "slides": 3,
    }
    assert not done.problems
    again = translate(spec, tmp_path, "pl")
    assert (again.wrote, again.missing, file_of(tmp_path)) == (False, done.missing, text)


def test_a_text_that_was_translated_from_other_words_is_told_by_build_and_command(tmp_path: Path) -> None:
    spec = campaign(tmp_path, 'messages:\n  - id: cup\n    headline: "Filiżanka"\n')
    assert not [message for message in warnings(tmp_path) if "other words" in message]
    translate(spec, tmp_path, "pl")
    assert not [message for message in warnings(tmp_path) if "other words" in message]
    campaign(tmp_path, spec=SPEC.replace("headline: A cup", "headline: Two cups"))
    (stale,) = (problem for problem in read_spec(spec, tmp_path).warnings if "other words" in problem.message)
    assert stale.place is not None
    assert (stale.place.file, stale.place.text) == ("2025.pl.yaml", '    headline: "Filiżanka"')
    assert translate(spec, tmp_path, "pl").problems == (stale,)
    (digest,) = (unit.digest for unit in units(read(spec, "2025.yaml").data) if unit.texts == ("Two cups",))
    assert f"`#: {digest}`" in stale.hint
    lines = file_of(tmp_path).splitlines()
    at = lines.index('    headline: "Filiżanka"')
    lines[at - 1] = f"    #: {digest}"
    (tmp_path / "2025.pl.yaml").write_text("\n".join(lines), "utf-8")
    assert not [message for message in warnings(tmp_path) if "other words" in message]


def test_an_item_that_was_left_empty_is_told_once(tmp_path: Path) -> None:
    polish = "messages:\n  - {id: cup, headline: Kubek}\n  - id: time\n    headline:\n    text:\n"
    campaign(tmp_path, polish)
    told = [message for message in warnings(tmp_path) if "messages" in message]
    assert told == ["messages, item 1 is not translated (2 texts)"]


def test_fields_in_braces_stay_as_they_are_and_are_told(tmp_path: Path) -> None:
    polish = "theme: {title: Co to jest}\n"
    spec = campaign(tmp_path, polish)
    done = translate(spec, tmp_path, "pl")
    assert polish in file_of(tmp_path)
    assert done.missing["theme"] == 1


def test_xliff_goes_out_and_comes_back(tmp_path: Path) -> None:
    spec = campaign(tmp_path, 'messages:\n  - id: cup\n    headline: "Filiżanka"\n')
    done = translate(spec, tmp_path, "pl", xliff=True)
    assert done.xliff == tmp_path / "2025.pl.xlf"
    sent = done.xliff.read_text("utf-8")
    assert 'srcLang="en-GB" trgLang="pl"' in sent
    assert sent.count("<unit ") == 16
    assert sent.count("<target>Filiżanka</target>") == 1
    targets = {"A week.\n\nIt is warm.\n": "Tydzień.\n\nJest ciepło.\n", "Look up": "Patrz: „w górę”"}
    targets |= {"Count": "Licz", "90 seconds": "90 sekund", "A": "Ą", "1": "1", "B": "B", "2": "2"}
    back = sent
    for source, target in targets.items():
        was = f"<source>{source}</source>"
        assert was in back, source
        back = back.replace(was, f"{was}<target>{target}</target>", 1)
    done.xliff.write_text(back, "utf-8")
    returned = translate(spec, tmp_path, "pl", returned=read_returned(done.xliff))
    assert (returned.taken, returned.problems) == (4, ())
    version = read_spec(spec, tmp_path).versions[1].spec
    assert version.campaign.about == "Tydzień.\n\nJest ciepło."
    assert version.get_involved[0].ideas == ("Patrz: „w górę”", "Licz")
    assert [message.headline for message in version.messages] == ["90 sekund", "Filiżanka"]
    assert version.slides is not None
    assert version.slides.slides[0].rows == (("Ą", "1"), ("B", "2"))
    assert sum(returned.missing.values()) == 11


def test_a_program_may_make_sentences_of_a_text_but_not_of_the_items_of_a_list(tmp_path: Path) -> None:
    spec = campaign(tmp_path)
    sent = translate(spec, tmp_path, "pl", xliff=True).xliff
    assert sent is not None
    whole = sent.read_text("utf-8")
    assert '<unit id="get_involved.0.ideas" name="get_involved.0.ideas" canResegment="no" ' in whole
    assert whole.count("canResegment") == 2  # the rows of a table too
    source = "<source>A week.\n\nIt is warm.\n</source>"
    parts = (
        "<source>A week.</source><target>Tydzień.</target></segment>"
        "<ignorable><source>\n\n</source></ignorable>"
        '<segment id="s2"><source>It is warm.\n</source><target>Jest ciepło.\n</target>'
    )
    assert source in whole
    sent.write_text(whole.replace(source, parts), "utf-8")
    done = translate(spec, tmp_path, "pl", returned=read_returned(sent))
    assert (done.taken, done.problems) == (1, ())
    assert read_spec(spec, tmp_path).versions[1].spec.campaign.about == "Tydzień.\n\nJest ciepło."


def test_what_comes_back_is_never_put_over_another_translation_or_on_other_words(tmp_path: Path) -> None:
    spec = campaign(tmp_path)
    sent = translate(spec, tmp_path, "pl", xliff=True).xliff
    assert sent is not None
    back = sent.read_text("utf-8")
    for source, target in (("90 seconds", "90 sekund"), ("A cup", "Kubek")):
        was = f"<source>{source}</source>"
        back = back.replace(was, f"{was}<target>{target}</target>")
    sent.write_text(back, "utf-8")
    campaign(
        tmp_path,
        file_of(tmp_path).replace("    headline:", "    headline: Minuta", 1),
        SPEC.replace("headline: A cup", "headline: Two cups"),
    )
    done = translate(spec, tmp_path, "pl", returned=read_returned(sent))
    assert done.taken == 0
    assert [problem.message for problem in done.problems] == [
        "`messages.time.headline` is translated otherwise already",
        "`messages.cup.headline` was translated from other words than 2025.yaml has today",
    ]
    assert "headline: Minuta" in file_of(tmp_path)


@pytest.mark.parametrize(
    "text", ["no XML", "<xliff/>", '<!DOCTYPE x [<!ENTITY e "e">]><x trgLang="pl">&e;</x>']
)
def test_what_is_no_xliff_is_told(tmp_path: Path, text: str) -> None:
    (tmp_path / "back.xlf").write_text(text, "utf-8")
    with pytest.raises(FileTrouble, match=r"back\.xlf: it "):
        read_returned(tmp_path / "back.xlf")


def test_the_language_that_the_spec_is_written_in_is_no_translation(tmp_path: Path) -> None:
    for spec in (campaign(tmp_path), campaign(tmp_path, spec=SPEC.replace("languages: [en-GB, pl]\n", ""))):
        with pytest.raises(FileTrouble, match=r"2025\.yaml is written in `en-GB` itself"):
            translate(spec, tmp_path, "en-GB")
        assert [path.name for path in tmp_path.iterdir()] == ["2025.yaml"]


def test_the_command_says_what_it_wrote_what_is_missing_and_what_to_add(tmp_path: Path) -> None:
    (tmp_path / "packs").mkdir()
    campaign(tmp_path / "packs", spec=SPEC.replace(", pl", ""))
    said = CliRunner().invoke(packbuild, ["translate", "2025", "--to", "pl", "--root", str(tmp_path)])
    assert said.exit_code == 0, said.output
    assert "2025.pl.yaml" in said.output
    assert "  messages: 3 to translate" in said.output
    assert "16 texts are to be translated." in said.output
    assert "Add `pl` to the languages" in said.output
    for wrong in (["translate", "2025"], ["translate", "2025", "--to", "Polish"]):
        assert CliRunner().invoke(packbuild, [*wrong, "--root", str(tmp_path)]).exit_code == 2


def test_a_figure_with_words_is_translated_and_one_without_need_not_be(tmp_path: Path) -> None:
    figures = "{id: one, value: 5%, label: of us, source: A survey}"
    words = "{id: two, value: 1 in 4, label: of them, source: A survey}"
    (tmp_path / "2025.yaml").write_text(SPEC.replace(f"- {figures}", f"- {figures}\n  - {words}"), "utf-8")
    found = [unit.loc for unit in units(read(tmp_path / "2025.yaml", "2025.yaml").data)]
    assert ("statistics", 1, "value") in found
    assert ("statistics", 0, "value") not in found
    (tmp_path / "2025.pl.yaml").write_text("statistics: [{id: two, label: z nich, source: Ankieta}]", "utf-8")
    told = [problem.message for problem in read_spec(tmp_path / "2025.yaml", tmp_path).warnings]
    assert "`value` in statistics, item 2 is not translated" in told
