"""Asks operations that must be refused before anything is read."""

import pytest

from graph.query.directory import EMPTY
from resolvers.operation import Operations, Request
from schema.build import executable_schema
from tests.golden.make import PLANNERS


class NoGraph:
    """A graph that must not be asked."""

    current = EMPTY


async def refusal(question: str, error: type[Exception], **variables) -> Exception:
    operations = Operations(executable_schema(), PLANNERS, NoGraph(), NoGraph())  # type: ignore[arg-type]  # no Database on purpose: a read fails
    with pytest.raises(error) as raised:
        await operations.run(Request(question, variables))
    return raised.value
