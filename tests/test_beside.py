"""A work of another process: what came of it comes back, whatever it is."""

import os
from collections.abc import Callable
from threading import Event, Thread

import pytest

from builder.errors import Faults, FileTrouble, Problem
from builder.output.beside import Beside
from builder.output.workers import FORKS

forks = pytest.mark.skipif(not FORKS or (os.cpu_count() or 1) == 1, reason="here all is done by one process")
FAULTS = Faults([Problem("the margin is wide"), Problem("the name is long", hint="shorten it")])


def raised(error: Exception) -> Callable[[], None]:
    def work() -> None:
        raise error

    return work


@forks
def test_another_process_does_the_work_and_this_one_its_own() -> None:
    done = list[int]()
    assert Beside(lambda: done.append(os.getpid()))(os.getpid) != os.getpid()
    assert done == [os.getpid()]


@pytest.mark.parametrize("beside", [Beside(), Beside(lambda: None)])
def test_what_the_work_raises_is_raised_here(beside: Beside) -> None:
    with pytest.raises(Faults) as told:
        beside(raised(FAULTS))
    assert told.value.problems == FAULTS.problems
    with pytest.raises(FileTrouble, match="it is gone"):
        beside(raised(FileTrouble("it is gone")))


def test_without_work_of_its_own_and_beside_threads_this_process_does_it() -> None:
    assert Beside()(os.getpid) == os.getpid()
    end = Event()
    (thread := Thread(target=end.wait)).start()
    assert Beside(lambda: None)(os.getpid) == os.getpid()
    end.set()
    thread.join()


@forks
def test_a_process_that_dies_is_told() -> None:
    with pytest.raises(RuntimeError, match="died"):
        Beside(lambda: None)(lambda: os._exit(3))


def test_what_is_done_meanwhile_tells_no_two_apart() -> None:
    assert Beside(print) == Beside()
    assert hash(Beside(print)) == hash(Beside())
