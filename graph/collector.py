"""Python's collector and what a process keeps until its end: modules and the schema, half a million objects."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


class _Apart:
    """How often objects were set apart."""

    times = 0


class _Large:
    """How many large answers are being made."""

    answers = 0


@contextmanager
def large_answer() -> Iterator[None]:
    """Say, as long as the block lasts, that the rows of a large answer are alive: they are no garbage, and many."""
    _Large.answers += 1
    try:
        yield
    finally:
        _Large.answers -= 1


def large_answers() -> int:
    """Give how many large answers are being made."""
    return _Large.answers


def set_apart() -> None:
    """Never look through what is alive now: much of it has just come to stay, such as a directory that was read.

    Of a graph ten times the national one, the next look through everything would stop all threads for 700 ms.
    """
    gc.freeze()
    _Apart.times += 1


def times_set_apart() -> int:
    """Give how often that was said: who counts what came since counts anew."""
    return _Apart.times


@contextmanager
def making_what_stays() -> Iterator[None]:
    """Let the collector rest while objects are made that stay, and never look through them.

    It would do so again and again meanwhile: a third of the time that a server takes to start.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if was_on:
            gc.enable()
