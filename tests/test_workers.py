"""Workers live no longer than the process that started them."""

import os
import signal
import subprocess
import sys
import time

import pytest

ASLEEP = """\
import os, sys, time
from builder.output.workers import work
from builder.preview.residents import Residents

def asleep():
    os.write(1, f"{os.getpid()}\\n".encode())  # in one piece: others write there too
    time.sleep(600)

if __name__ == "__main__":
    if sys.argv[1] == "work":
        list(work([asleep] * 6, jobs=2))
    Residents(1).do(os.getpid, "").add_done_callback(lambda done: print(done.result(), flush=True))
    time.sleep(600)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="signals are of POSIX")
@pytest.mark.parametrize(("kind", "workers"), [("work", 2), ("residents", 1)])
def test_workers_of_a_killed_process_end(kind: str, workers: int) -> None:
    parent = subprocess.Popen([sys.executable, "-c", ASLEEP, kind], stdout=subprocess.PIPE, text=True)
    assert parent.stdout
    pids = [int(parent.stdout.readline()) for _ in range(workers)]
    parent.send_signal(signal.SIGKILL)
    parent.wait()
    assert all(ended(pid) for pid in pids)


def ended(pid: int) -> bool:
    """Whether a process ends, which a machine under load may take its time for."""
    for _ in range(300):
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            return True
        if zombie(pid):
            return True
        time.sleep(0.1)
    os.kill(pid, signal.SIGKILL)
    return False


def zombie(pid: int) -> bool:
    """Whether it has ended and nobody has asked how: orphans in a container may stay so."""
    state = subprocess.run(
        ["ps", "-o", "stat=", "-p", str(pid)], capture_output=True, text=True, check=False
    ).stdout
    return state.startswith("Z")
