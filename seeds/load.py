"""Load the seed files into the graph: all of them or nothing, and nothing at all where nothing has changed."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from graph.connection.database import Database
from graph.query.revision import take_turn
from graph.query.statement import Writer
from graph.upkeep.newest_versions import renew_replaced
from graph.upkeep.releases import CurrentRelease, current_releases, names_of
from graph.upkeep.shape import bring_to_shape
from seeds.checks.check import CheckReport, check
from seeds.difference import Difference, SeedValues, compare, seed_values
from seeds.losses import LossReasons, read_losses
from seeds.release import audit, record, releases_of
from seeds.write import read_attached, read_found, write_difference

# For one try of the whole transaction, and for all tries together where another load was faster.
TIMEOUT_S = 600.0

# Called with a stage (`check`, `prepare`, `compare`, `write`), how much of it is done, and of how much.
LoadProgress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class LoadReport:
    """How many nodes and links a load created, changed, removed and found as they should be."""

    created: int
    changed: int
    removed: int
    unchanged: int
    # The names of all releases that are current now.
    release: str


class _NothingToDoError(Exception):
    """Ends the transaction so that not even the revision is raised; names the releases that stay."""


async def load(
    database: Database, *folders: Path, allow_loss: str | None = None, progress: LoadProgress | None = None
) -> LoadReport:
    """Make the graph hold what the seed files of these folders hold, in one transaction; what editors made stays.

    ``allow_loss`` is the reason for which nodes or links of an earlier release may go, beyond what the seeds themselves
    list as taken out (seeds.losses); the reasons are kept with the release.
    Raises: SeedsError if the files are not good, ReleaseError if something would go without a reason,
    EngineError if its disk has too little room, MigrationError, SchemaDriftError, and what
    ``Database.write`` raises. After any of them the graph is as it was.
    """
    tell = progress or _tell_nobody
    tell("check", 0, 1)
    report = check(*folders)
    report.require_good()
    tell("check", 1, 1)
    tell("prepare", 0, 1)
    await bring_to_shape(database)
    reasons = LossReasons(read_losses(*folders), allow_loss)
    task = _Load(report, seed_values(report.tables), reasons, tell, database.address.require_room_for)
    tell("prepare", 1, 1)
    try:
        difference, names = await database.write(task.run, timeout_s=TIMEOUT_S)
    except _NothingToDoError as nothing:
        return LoadReport(0, 0, 0, report.nodes + report.links, str(nothing))
    created, changed, removed = (difference.total(each) for each in ("created", "changed", "removed"))
    return LoadReport(created, changed, removed, difference.unchanged, names)


def _tell_nobody(_stage: str, _done: int, _total: int) -> None:
    pass


class _Load:
    """The work of the transaction; it may run again when another writer was faster, so it keeps nothing."""

    def __init__(
        self,
        report: CheckReport,
        want: SeedValues,
        reasons: LossReasons,
        tell: LoadProgress,
        require_room_for: Callable[[int], None],
    ) -> None:
        self._releases = releases_of(report)
        self._want = want
        self._reasons = reasons
        self._tell = tell
        self._require_room_for = require_room_for

    async def run(self, writer: Writer) -> tuple[Difference, str]:
        await take_turn(writer)
        self._tell("compare", 0, 1)
        difference = compare(self._want, await read_found(writer))
        self._tell("compare", 1, 1)
        current = await current_releases(writer.run)
        if not difference and {each.sha256 for each in current} == {each.sha256 for each in self._releases}:
            raise _NothingToDoError(names_of(current))
        attached = await read_attached(writer, difference)
        left_out = [each for each in current if each.layer not in {one.layer for one in self._releases}]
        reason = audit(difference, attached, left_out, current, reasons=self._reasons)
        self._require_room_for(difference.total("created") + difference.total("changed"))
        await write_difference(writer, difference, self._want, lambda done, total: self._tell("write", done, total))
        if difference.changes["StandardLevel"]:
            await renew_replaced(writer)
        await self._record(writer, current, reason)
        return difference, names_of(await current_releases(writer.run))

    async def _record(self, writer: Writer, current: list[CurrentRelease], reason: str | None) -> None:
        """Begin a release for each layer whose content is new, or for all where a loss needs a place for its reason."""
        stays = {each.sha256 for each in current} & {each.sha256 for each in self._releases}
        begun = [each for each in self._releases if each.sha256 not in stays] or self._releases
        ended = [each for each in current if each.sha256 not in stays or begun == self._releases]
        await record(writer, ended, begun, reason)
