"""Workers stay for all tasks of a run, and live no longer than the process that started them."""

from __future__ import annotations

import gc
import os
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from builder.output.workers import ENOUGH, LITTLE, PILED_UP, ROOM, Workers, forks

MANY = 5  # tasks that say nothing of themselves and are worth processes

ASLEEP = """\
import os, signal, sys, time
from builder.output.workers import Workers
from builder.preview.residents import Residents

def asleep():
    os.write(1, f"{os.getpid()}\\n".encode())  # in one piece: others write there too
    time.sleep(600)

if __name__ == "__main__":
    if sys.platform != "win32":  # whoever started the tests may ignore these, as `nohup` does
        signal.signal(signal.SIGINT, signal.default_int_handler)
        signal.signal(signal.SIGHUP, signal.SIG_DFL)
    if sys.argv[1] == "work":
        list(Workers(3).work([asleep] * 6))
    Residents(1).do(os.getpid, "").add_done_callback(lambda done: print(done.result(), flush=True))
    time.sleep(600)
"""


@dataclass(frozen=True)
class Heavy:
    """A task that says who did it, and whether it reached that process by way of a pipe."""

    sent: bool = False
    seconds: float = ENOUGH / 5

    def __reduce__(self) -> tuple[type[Heavy], tuple[bool, float]]:
        return Heavy, (True, self.seconds)

    def __call__(self) -> tuple[int, bool]:
        time.sleep(0.05)
        return os.getpid(), self.sent


def test_the_same_processes_do_all_tasks_and_are_sent_none_that_was_expected() -> None:
    first, then, unforeseen = ([Heavy() for _ in range(8)] for _ in range(3))
    with Workers(2) as workers:
        workers.expect(then)
        done = [list(workers.work(tasks)) for tasks in (first, then, unforeseen)]
    assert [sorted(number for number, _ in results) for results in done] == [list(range(8))] * 3
    pids = [{pid for _, (pid, _) in results} for results in done]
    assert pids[0] == pids[1] == pids[2]
    assert len(pids[0]) == 2
    assert os.getpid() not in pids[0]
    if forks():  # elsewhere all is sent, once
        sent = [{sent for _, (_, sent) in results} for results in done]
        assert sent == [{False}, {False}, {True}]


def test_tasks_are_begun_in_their_order() -> None:
    with Workers(2) as workers:
        done = list(workers.work([Heavy() for _ in range(12)]))
    for one in {pid for _, (pid, _) in done}:
        its = [number for number, (pid, _) in done if pid == one]
        assert its == sorted(its)


@dataclass(frozen=True)
class Growing:
    """A task that takes so many bytes for a moment, and says who did it."""

    size: int

    def __call__(self) -> int:
        time.sleep(0.02)
        return bytes(range(256)).join([b""] * (self.size // 256)) and os.getpid()


def test_a_process_that_has_grown_makes_room_for_a_fresh_one() -> None:
    with Workers(2) as workers:
        small = [pid for _, pid in workers.work([Growing(ROOM // 40)] * 12)]
        large = [pid for _, pid in workers.work([Growing(2 * ROOM)] * 12)]
        after = {pid for _, pid in workers.work([Growing(ROOM // 40)] * 12)}
    assert len(set(small)) == 2
    if not forks():  # a fresh process would learn all anew, which costs more than the memory
        assert {*small} == {*large} == after
        return
    assert len(set(large)) == 12
    assert len(after) == 2
    assert not after & {*small, *large}
    assert all(ended(pid) for pid in large)


DONE = list[bool]()  # by this process


@dataclass(frozen=True)
class Sized:
    """A task that says how many its process did before, and takes memory: much, if it is large."""

    large: bool

    def __call__(self) -> tuple[bool, int]:
        time.sleep(0.02)
        DONE.append(self.large)
        assert bytes(range(256)).join([b""] * ((ROOM if self.large else 2 * LITTLE) // 256))
        return self.large, len(DONE) - 1


def test_what_takes_much_memory_is_begun_by_a_process_that_holds_little() -> None:
    """In a fresh process: what one of tests has freed, its copies take before they are seen to grow."""
    command = [sys.executable, "-c", "import test_workers; test_workers.large_by_small()"]
    paths = os.pathsep.join([os.environ["PYTHONPATH"], str(Path(__file__).parent)])
    subprocess.run(command, env={**os.environ, "PYTHONPATH": paths}, check=True)


def large_by_small() -> None:
    with Workers(2) as workers:
        done = [said for _, said in workers.work([Sized(n % 2 == 1) for n in range(12)])]
        list(workers.work([Sized(large=False) for _ in range(MANY)]))  # leaves processes that have grown
        done += [said for _, said in workers.work([Sized(large=True) for _ in range(MANY)])]
    assert len(done) == 12 + MANY
    if forks():  # else a fresh process would learn all anew, which costs more
        assert {before for large, before in done if large} == {0}
        assert max(before for large, before in done if not large) > 0


def dies() -> None:
    os._exit(3)


def test_a_process_that_dies_ends_the_run() -> None:
    with pytest.raises(RuntimeError, match="a worker of packbuild died"), Workers(2) as workers:
        list(workers.work([dies] * MANY))


def test_results_that_nobody_waits_for_are_not_those_of_others() -> None:
    with Workers(2) as workers:
        next(workers.work([Numbered(number) for number in range(MANY)]))
        other = [Numbered(10 + number) for number in range(MANY)]
        assert sorted(workers.work(other)) == [(n, task.number) for n, task in enumerate(other)]


def stumbles() -> None:
    raise ValueError("a stone")


def test_what_a_task_raises_elsewhere_is_raised_here_and_tells_where() -> None:
    with pytest.raises(ValueError, match="a stone") as raised, Workers(2) as workers:
        list(workers.work([stumbles] * 8))
    assert "in stumbles" in raised.value.__notes__[0]


@dataclass(frozen=True)
class Numbered:
    """A task that says which one it is."""

    number: int

    def __call__(self) -> int:
        return self.number


def test_each_task_is_done_whenever_it_was_told_of() -> None:
    expected, first, late, unforeseen = ([Numbered(ten + n) for n in range(8)] for ten in (0, 10, 20, 30))
    with Workers(2) as workers:
        workers.expect(expected)
        for tasks in (first, expected, late, unforeseen):
            assert sorted(workers.work(tasks)) == [(n, task.number) for n, task in enumerate(tasks)]
            workers.expect(late)


@dataclass(frozen=True)
class Slow:
    """A task that leaves a trace after a moment, or fails at once."""

    trace: Path | None

    def __call__(self) -> None:
        if not self.trace:
            raise ValueError("nowhere")
        time.sleep(0.05)
        self.trace.touch()


def test_what_has_not_begun_when_one_task_fails_is_never_done(tmp_path: Path) -> None:
    tasks = [Slow(None), *(Slow(tmp_path / str(number)) for number in range(40))]
    with pytest.raises(ValueError, match="nowhere"), Workers(2) as workers:
        list(workers.work(tasks))
    assert len(list(tmp_path.iterdir())) < 40


def ctrl_c() -> Any:
    """What a process does with Ctrl-C."""
    return signal.getsignal(signal.SIGINT)


def test_processes_leave_ctrl_c_to_the_run_and_the_run_its_memory_as_it_was() -> None:
    before = ctrl_c()
    with Workers(2) as workers:
        assert {answer for _, answer in workers.work([ctrl_c] * MANY)} == {signal.SIG_IGN}
    assert ctrl_c() == before
    assert gc.get_freeze_count() == 0


def seldom() -> int:
    """How many new objects pile up before it looks for lost ones."""
    return gc.get_threshold()[0]


def test_all_processes_seldom_look_for_what_is_left_behind_and_the_run_as_before_when_it_is_over() -> None:
    before = gc.get_threshold()
    with Workers(2) as workers:
        assert {answer for _, answer in workers.work([seldom] * MANY)} == {PILED_UP}
        assert seldom() == PILED_UP
    assert gc.get_threshold() == before


LOADED = list[int]()


def loaded() -> int:
    return len(LOADED)


def test_what_is_expected_finds_all_loaded_once_and_few_load_nothing() -> None:
    LOADED.clear()
    with Workers(2) as workers:
        workers.expect([len], lambda: LOADED.append(1))
        assert [count for _, count in workers.work([loaded])] == [0]
        assert {count for _, count in workers.work([loaded] * MANY)} <= {0, 1}  # it is loaded meanwhile
        assert [count for _, count in workers.work([loaded] * MANY)] == [1 if forks() else 0] * MANY
        assert ([1] if forks() else []) == LOADED  # else each process loads what it needs by itself
    LOADED.clear()
    with Workers(2) as workers:
        expected = [partial(loaded) for _ in range(MANY)]
        workers.expect(expected, lambda: LOADED.append(1))
        assert [count for _, count in workers.work(expected)] == [1 if forks() else 0] * MANY


def test_little_is_done_here_and_more_of_it_where_processes_are() -> None:
    few = [os.getpid] * (MANY - 1)
    with Workers(2) as workers:
        workers.expect(few)
        assert {pid for _, pid in workers.work(few)} == {os.getpid()}
        others = [os.getppid] * (MANY - 1)  # what is done is no more to do
        assert {pid for _, pid in workers.work(others)} == {os.getppid()}
        assert len({pid for _, (pid, _) in workers.work([Heavy() for _ in range(MANY)])}) == 2
        assert len({pid for _, (pid, _) in workers.work([Heavy() for _ in range(MANY - 1)])}) == 2
    with Workers(1) as alone:
        assert {pid for _, pid in alone.work([os.getpid] * MANY)} == {os.getpid()}


@pytest.mark.parametrize(("seconds", "processes"), [(ENOUGH / 20, 1), (ENOUGH / 4, 2)])
def test_processes_are_started_for_much_work_not_for_many_tasks(seconds: float, processes: int) -> None:
    with Workers(2) as workers:
        done = list(workers.work([Heavy(seconds=seconds) for _ in range(8)]))
    assert len({pid for _, (pid, _) in done}) == processes


def test_what_is_expected_later_is_worth_processes_now() -> None:
    with Workers(2) as workers:
        workers.expect([Heavy(seconds=ENOUGH)])
        assert len({pid for _, (pid, _) in workers.work([Heavy(seconds=0) for _ in range(8)])}) == 2


@pytest.mark.parametrize(("seconds", "looked_through"), [(0.0, False), (ENOUGH, True)])
def test_what_a_little_work_leaves_behind_is_not_looked_for(seconds: float, looked_through: bool) -> None:
    gc.disable()
    try:
        with Workers(1) as workers:
            list(workers.work([Heavy(seconds=seconds)]))
            assert gc.isenabled() is looked_through
    finally:
        gc.enable()


@pytest.mark.skipif(sys.platform == "win32", reason="signals are of POSIX")
@pytest.mark.parametrize(
    ("kind", "workers", "sent"),
    [
        ("work", 3, signal.SIGKILL),
        ("work", 3, signal.SIGTERM),
        ("work", 3, signal.SIGHUP),
        ("work", 3, signal.SIGINT),
        ("residents", 1, signal.SIGKILL),
    ],
)
def test_workers_of_a_process_that_is_ended_end_in_the_midst_of_a_task(
    kind: str, workers: int, sent: signal.Signals, tmp_path: Path
) -> None:
    (tmp_path / "asleep.py").write_text(ASLEEP, "utf-8")  # for processes that learn all anew
    parent = subprocess.Popen(
        [sys.executable, tmp_path / "asleep.py", kind],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert parent.stdout
    pids = [int(parent.stdout.readline()) for _ in range(workers)]
    parent.send_signal(sent)
    assert parent.wait(timeout=60)
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
