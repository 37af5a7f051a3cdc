"""`python requirements/audit.py`: what is known to be wrong with what `run.txt` locks; any of it is a fault.

Where the advisories cannot be reached, that is said, and nothing fails.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

LOCKED = Path(__file__).parent / "run.txt"


def main() -> None:
    """Ask for the advisories of all that is locked."""
    command = ["pip-audit", "-r", str(LOCKED), "--require-hashes", "--disable-pip", "--format", "json"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    try:
        found = json.loads(done.stdout)["dependencies"]
    except (ValueError, KeyError):
        print(f"NOT AUDITED: the advisories cannot be reached.\n{done.stderr[-500:]}")  # noqa: T201
        return
    audited = [one for one in found if "vulns" in one]
    wrong = [f"{one['name']} {one['version']}: {vuln['id']}" for one in audited for vuln in one["vulns"]]
    print(f"Audited {len(audited)} of {len(found)} packages, {len(wrong)} advisories.")  # noqa: T201
    if len(audited) < len(found):
        print("NOT AUDITED: the rest, whose advisories cannot be reached.")  # noqa: T201
    sys.exit("\n".join(wrong) or 0)


if __name__ == "__main__":
    main()
