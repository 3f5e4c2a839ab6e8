"""Writes that lose against concurrent ones are tried again; what is wrong in the data is reported."""

import asyncio
import time

import pytest
from neo4j.exceptions import Neo4jError

from graph.connection import retry
from graph.connection.address import GraphAddress
from graph.connection.database import ServerError, Statement, translate
from graph.connection.retry import CONFLICT_TRIES, CONSTRAINT_WITHIN_S, LOST_WAIT_S, Patience
from graph.database_errors import GraphMemoryError, WriteConflictError

REFUSED = Neo4jError._hydrate_neo4j(code="Neo.ClientError.Schema.ConstraintValidationFailed", message="")
GONE = Neo4jError._hydrate_neo4j(code="Neo.ClientError.Statement.EntityNotFound", message="")
LOST = Neo4jError._hydrate_neo4j(code="Neo.TransientError.Transaction.DeadlockDetected", message="")

COUNTER = Statement("CREATE (:Course {id: 'Course:counter', sequence: 0})")
# Who reads a number that a concurrent writer raises meanwhile makes that writer's node once more.
RAISE = Statement(
    "MATCH (c:Course {id: 'Course:counter'}) SET c.sequence = c.sequence + 1 WITH c "
    "CREATE (:Course {id: 'Course:' + toString(c.sequence)}) RETURN c.sequence"
)


def test_a_write_that_lost_in_other_ways_before_may_be_refused_by_a_constraint_too():
    patience = Patience(60)

    waits = [patience.wait_after(each) for each in [LOST] * 30 + [REFUSED]]

    assert None not in waits


def test_a_node_that_another_writer_removed_meanwhile_is_looked_for_again():
    assert Patience(60).wait_after(GONE) is not None


@pytest.mark.parametrize("error", [REFUSED, GONE])
def test_what_is_refused_for_long_is_final(error, monkeypatch):
    monkeypatch.setattr(retry, "CONSTRAINT_WITHIN_S", 0.0)

    assert Patience(60).wait_after(error) is None


def test_too_little_memory_is_final_and_says_what_to_do():
    """Neo4j calls it passing: a load began anew until its time was over."""
    code = "Neo.TransientError.General.MemoryPoolOutOfMemoryError"
    error = Neo4jError._hydrate_neo4j(code=code, message="")

    assert error.is_retryable()
    assert Patience(60).wait_after(error) is None
    assert isinstance(translate(error, GraphAddress("bolt://127.0.0.1:1", "a", "b")), GraphMemoryError)


def test_who_lost_a_race_many_times_does_not_wait_longer_for_the_next():
    patience = Patience(60)

    waits = [patience.wait_after(LOST) for _ in range(100)]

    assert max(each for each in waits if each is not None) <= LOST_WAIT_S


def test_conflicts_are_counted_apart():
    patience = Patience(60)

    waits = [patience.wait_after(each) for each in [LOST] * 30 + [WriteConflictError()] * CONFLICT_TRIES]

    assert [number for number, wait in enumerate(waits) if wait is None] == [30 + CONFLICT_TRIES - 1]


async def test_writers_of_one_counter_without_a_pause_all_come_through(database):
    await database.write(lambda writer: writer.run(COUNTER))

    async def write() -> list[int]:
        return [(await database.write(lambda writer: writer.run(RAISE)))[0][0] for _ in range(15)]

    numbers = await asyncio.gather(*(write() for _ in range(3)))

    assert sorted(each for some in numbers for each in some) == list(range(1, 46))


async def test_an_id_that_is_taken_is_told_within_seconds(database):
    await database.write(lambda writer: writer.run(COUNTER))
    began = time.monotonic()

    with pytest.raises(ServerError, match="ConstraintValidationFailed"):
        await database.write(lambda writer: writer.run(COUNTER))

    # Tried on for the sake of concurrent writers, and well within the time a writer has.
    assert CONSTRAINT_WITHIN_S / 2 < time.monotonic() - began < database.limits.statement_s
