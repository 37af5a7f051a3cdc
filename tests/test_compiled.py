"""Templates are compiled once, and never taken for what they are not."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from jinja2 import DictLoader, Environment

import builder.render.html.compiled
from builder.render.html.compiled import Compiled

OPTIONS = {"autoescape": True, "trim_blocks": True}


@pytest.fixture(autouse=True)
def _writes_code(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)


def rendered(folder: Path, source: str = "{{ word }}!", **more: bool) -> str:
    loader = DictLoader({"a.html": source})
    options: dict[str, Any] = {**OPTIONS, **more}
    jinja = Environment(loader=loader, bytecode_cache=Compiled(folder, options), **options)
    return jinja.get_template("a.html").render(word="<b>")


def code(folder: Path) -> Path:
    (file,) = (folder / "__pycache__").iterdir()
    return file


def test_code_is_kept_and_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert rendered(tmp_path) == "&lt;b&gt;!"
    monkeypatch.setattr(Environment, "_parse", None)
    assert rendered(tmp_path) == "&lt;b&gt;!"


def test_another_source_options_or_version_is_compiled_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rendered(tmp_path)
    assert rendered(tmp_path, "{{ word }}?") == "&lt;b&gt;?"
    assert rendered(tmp_path, "{{ word }}?", autoescape=False) == "<b>?"
    before = code(tmp_path).read_bytes()
    monkeypatch.setattr(builder.render.html.compiled, "__version__", "0")
    rendered(tmp_path, "{{ word }}?", autoescape=False)
    assert code(tmp_path).read_bytes()[:32] != before[:32]


@pytest.mark.parametrize(
    "harm", [lambda data: data[:-9], lambda _: b"", lambda data: data[:40] + b"!" + data[41:]]
)
def test_damaged_code_is_not_run(tmp_path: Path, harm: Callable[[bytes], bytes]) -> None:
    rendered(tmp_path)
    file = code(tmp_path)
    whole = file.read_bytes()
    file.write_bytes(harm(whole))
    assert rendered(tmp_path) == "&lt;b&gt;!"
    assert file.read_bytes() == whole


def test_code_that_cannot_be_kept_is_none_the_worse(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "__pycache__").touch()
    assert rendered(tmp_path) == "&lt;b&gt;!"
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    (tmp_path / "other").mkdir()
    assert rendered(tmp_path / "other") == "&lt;b&gt;!"
    assert not [*(tmp_path / "other").iterdir()]
