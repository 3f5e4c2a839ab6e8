"""Ask the graph as the API is asked, from a command."""

from typing import Any

from graph.connection.database import Database
from graph.connection.directory_keeper import DirectoryKeeper
from resolvers.identify import Request
from resolvers.operation import Operations
from resolvers.root_fields import planners


async def ask(database: Database, request: Request) -> dict[str, Any]:
    """Give the data that answers an operation. Raises: what the operation raises."""
    answer = await operations_of(database).run(request)
    for each in answer.errors:
        raise each.original_error or each
    return answer.data or {}


def operations_of(database: Database) -> Operations:
    """Make what answers operations on a graph."""
    from schema.build import executable_schema  # noqa: PLC0415  # it takes most of a second to make

    return Operations(executable_schema(), planners(), database, DirectoryKeeper(database))
