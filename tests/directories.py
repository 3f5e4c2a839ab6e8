"""The directory of a graph that rests, read once: of the national graph that takes a second and a half of a processor."""

from graph.connection.database import Database
from graph.connection.directory_keeper import DirectoryKeeper
from graph.query.change_log import read_log
from graph.query.directory import Directory

# By the address of the engine.
_READ: dict[str, Directory] = {}


async def keeper_on(database: Database) -> DirectoryKeeper:
    """Give a keeper that has read the directory: as a test before it did, where nothing was written since."""
    keeper = DirectoryKeeper(database)
    read = _READ.get(database.address.uri)
    if read and await _is_of_now(database, read):
        keeper.current = read
    else:
        _READ[database.address.uri] = await keeper.at_least(0)
    return keeper


async def _is_of_now(database: Database, read: Directory) -> bool:
    log = await read_log(database, read.last_write.number)
    return log.is_unbroken and (log.revision, log.last_write) == (read.revision, read.last_write)
