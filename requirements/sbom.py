"""`python requirements/sbom.py PYTHON OUT`: all that ships and its licences, as CycloneDX has it (an SBOM).

PYTHON is that of an environment with what `requirements/run.txt` locks and packbuild itself. It fails if of
anything no licence is known. The same environment gives the same bytes.
"""

from __future__ import annotations

import json
import subprocess
import sys
from hashlib import sha256
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
_UNTOLD = {"uharfbuzz": "Apache-2.0"}  # of packages that say it in their repository alone
_HYPHENATION = "builder/text/hyphenation/README.md says it of each language: MIT, LPPL, BSD and the like"
_DATA = {  # that is no package: its licence, by SPDX or in words
    "builder/text/hyphenation": {"name": _HYPHENATION},
    "builder/render/pdf/press": {"id": "Zlib"},
    "builder/render/srgb.icc": {"name": "No copyright, use freely"},
    **{
        path.parent.relative_to(ROOT).as_posix(): {"id": "OFL-1.1"}
        for path in ROOT.glob("brand/fonts/*/OFL.txt")
    },
}


def main() -> None:
    """Write the document."""
    python, out = sys.argv[1:]
    command = [
        "cyclonedx-py",
        "environment",
        "--pyproject",
        str(ROOT / "pyproject.toml"),
        "--output-reproducible",
    ]
    done = subprocess.run([*command, python], capture_output=True, check=True)
    document: dict[str, Any] = json.loads(done.stdout)
    document["components"] = sorted(
        [*document["components"], *map(_part, _DATA)], key=lambda one: one["name"].lower()
    )
    for component in document["components"]:
        if licence := _UNTOLD.get(component["name"]):
            component.setdefault("licenses", [{"license": {"id": licence}}])
    lacking = [one["name"] for one in document["components"] if not one.get("licenses")]
    if lacking:
        sys.exit(f"no licence is known of: {', '.join(lacking)}")
    Path(out).write_text(json.dumps(document, indent=1, ensure_ascii=False) + "\n", "utf-8")
    print(f"{len(document['components'])} components, each with its licence: {out}")  # noqa: T201


def _part(path: str) -> dict[str, Any]:
    files = [ROOT / path, *sorted(ROOT.glob(f"{path}/*"))]
    digest = sha256(b"".join(file.read_bytes() for file in files if file.is_file())).hexdigest()
    return {
        "bom-ref": path,
        "hashes": [{"alg": "SHA-256", "content": digest}],
        "licenses": [{"license": _DATA[path]}],
        "name": path,
        "type": "data",
    }


if __name__ == "__main__":
    main()
