"""Packs that are signed: what is said of them, and whether minisign says the same."""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from programs import run

from builder.cli.commands import packbuild
from builder.errors import FileTrouble
from builder.output.manifest import PATH as MANIFEST
from builder.output.manifest import SIGNATURE
from builder.output.signature import read_key, read_signature, read_signer

BASE = Path(__file__).parent / "fuzz/base"
KEYS = Path(__file__).parent / "keys"  # made by minisign 0.11; nothing else was ever signed with them
PASSWORD = "swifts nest under eaves"


def called(*arguments: str, typed: str = "") -> tuple[int, str]:
    done = CliRunner().invoke(packbuild, arguments, input=typed, prog_name="packbuild")
    return done.exit_code, done.output


@pytest.fixture(scope="module")
def pack(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A pack that is signed."""
    root = tmp_path_factory.mktemp("signed")
    for part in ("packs", "brand"):
        shutil.copytree(BASE / part, root / part)
    code, said = called("2024", "--root", str(root), "--sign", str(KEYS / "open.key"), "-j1")
    assert code == 0, said
    return root / "output/swifts-2024-comms-pack.zip"


@pytest.fixture
def changed(pack: Path, tmp_path: Path) -> Iterator[dict[str, bytes]]:
    """The files of the pack, which are packed anew as they are left."""
    with zipfile.ZipFile(pack) as old:
        files = {name: old.read(name) for name in old.namelist()}
    yield files
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as new:
        for name, data in files.items():
            new.writestr(name, data)


def test_it_is_said_who_signed(pack: Path) -> None:
    code, said = called("verify", str(pack), "--key", str(KEYS / "open.pub"))
    assert code == 0, said
    assert f"Signed with the key {read_key(str(KEYS / 'open.pub')).name}: 2024: manifest.json" in said
    line = (KEYS / "open.pub").read_text("utf-8").splitlines()[1]
    assert called("verify", str(pack), "--key", line)[1] == said
    code, said = called("verify", str(pack))
    assert (code, "which is not checked" in said) == (0, True)


def verified(files: dict[str, bytes], folder: Path, *key: str) -> tuple[int, str]:
    with zipfile.ZipFile(folder / "b.zip", "w") as new:
        for name, data in files.items():
            new.writestr(name, data)
    return called("verify", str(folder / "b.zip"), *key)


def test_another_list_another_key_and_no_signature_are_faults(
    pack: Path, changed: dict[str, bytes], tmp_path: Path
) -> None:
    key = ("--key", str(KEYS / "open.pub"))
    assert "signed with another key" in verified(changed, tmp_path, "--key", str(KEYS / "locked.pub"))[1]
    listed = changed[MANIFEST].replace(b'"year": 2024', b'"year": 2025')
    code, said = verified({**changed, MANIFEST: listed}, tmp_path, *key)
    assert (code, "its signature is wrong" in said) == (1, True)
    comment = changed[SIGNATURE].replace(b"comment: 2024", b"comment: 2025")
    assert "its signature is wrong" in verified({**changed, SIGNATURE: comment}, tmp_path, *key)[1]
    code, said = verified({**changed, SIGNATURE: b"x"}, tmp_path, *key)
    assert (code, "this is no signature of minisign" in said) == (3, True)
    unsigned = {name: data for name, data in changed.items() if name != SIGNATURE}
    code, said = verified(unsigned, tmp_path, *key)
    assert (code, "it is not signed" in said) == (1, True)
    code, said = verified(unsigned, tmp_path)
    assert (code, "It is not signed." in said) == (0, True)


@pytest.mark.parametrize("key", ["", ".", "nowhere.pub", "a" * 5000, "ключ", "a" * 56])
def test_a_key_that_is_none_is_told_and_never_passed_over(pack: Path, key: str) -> None:
    code, said = called("verify", str(pack), "--key", key)
    assert (code, "holds what its list says" in said) == (3, False), said


def test_the_same_list_has_the_same_signature() -> None:
    signer = read_signer(KEYS / "open.key", str)
    assert signer.sign(b"list", "2024") == signer.sign(b"list", "2024")


@pytest.mark.programs  # it takes 1 GiB of memory, by which nobody guesses passwords
def test_a_key_with_a_password_is_unlocked_by_it() -> None:
    signer = read_signer(KEYS / "locked.key", lambda: PASSWORD)
    signature = read_signature(signer.sign(b"list", "2024"), "list")
    assert signature.fits(b"list", read_key(str(KEYS / "locked.pub")))
    assert not signature.fits(b"lists", read_key(str(KEYS / "locked.pub")))
    with pytest.raises(FileTrouble, match="the password is wrong"):
        read_signer(KEYS / "locked.key", lambda: "swift")


@pytest.mark.parametrize("data", [b"", b"x", b"a\n!!\n", b"\xff\n", b"a\n" + b"QUFB" * 99 + b"\n"])
def test_what_is_no_key_is_told(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.key").write_bytes(data)
    for read in (lambda: read_signer(tmp_path / "a.key", str), lambda: read_key(str(tmp_path / "a.key"))):
        with pytest.raises(FileTrouble, match=r"a\.key: this is"):
            read()
    with pytest.raises(FileTrouble):
        read_signature(data, "a")


def test_a_part_of_a_pack_is_not_signed(pack: Path) -> None:
    root = str(pack.parent.parent)
    code, said = called("2024", "--root", root, "--only", "copy", "--sign", str(KEYS / "open.key"))
    assert (code, "--sign is for a whole pack" in said) == (2, True)


@pytest.mark.programs
def test_minisign_says_the_same(pack: Path) -> None:
    listed, key = pack.parent / "2024" / MANIFEST, KEYS / "open.pub"
    assert "Signature and comment signature verified" in run("minisign", "-V", "-m", listed, "-p", key)
    signed = pack.parent / "list"
    signed.write_bytes(b"by minisign")
    run("minisign", "-S", "-m", signed, "-s", KEYS / "open.key", "-t", "a comment")
    theirs = read_signature((pack.parent / "list.minisig").read_bytes(), "list")
    assert theirs.fits(b"by minisign", read_key(str(key)))
    assert theirs.comment == "a comment"
