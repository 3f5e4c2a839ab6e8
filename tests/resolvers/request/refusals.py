"""Asks operations whose only field must be refused before anything is read."""

from graph.errors import RefusedArgumentError
from graph.query.directory import Directory
from resolvers.identify import Request
from resolvers.operation import Answer, Operations
from schema.build import executable_schema
from tests.golden.make import PLANNERS


class NoGraph:
    """A graph that must not be asked."""

    current = Directory(0, {})


async def answered(question: str, **variables) -> Answer:
    operations = Operations(executable_schema(), PLANNERS, NoGraph(), NoGraph())
    return await operations.run(Request(question, variables))


async def refusal(question: str, error: type[RefusedArgumentError], **variables) -> RefusedArgumentError:
    (found,) = (await answered(question, **variables)).errors
    assert type(found.original_error) is error
    return found.original_error
