"""Brings a graph to the shape that the model has: what migrations change, constraints, and indexes."""

from graph.connection.database import Database
from graph.upkeep import constraints, migrations


async def bring_to_shape(database: Database) -> None:
    """Apply the migrations that are missing, then make the constraints and indexes as the model wants them.

    In this order where the graph was used before: the embedded engine gives a property for good the kind of the values
    that it has when its index is made. A new graph needs the constraints first: of two that begin it one must wait.
    Raises: MigrationError, SchemaDriftError; a graph of a newer program is left as it is.
    """
    await migrations.require_known(database)
    if await migrations.applied(database):
        await migrations.migrate(database)
    await constraints.apply(database)
    await migrations.migrate(database)
