"""``oneplusx status``: where the graph is, what it holds, and how it differs from what the model wants."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graph.connection.database import Database, Statement
from graph.query.revision import read_revision
from graph.upkeep import constraints, cover_links, migrations

# A graph in which all is missing has over a hundred names, and the first few tell enough.
NAMES_SHOWN = 5
EMPTY = (
    "Nothing of oneplusx is in this graph yet: `oneplusx load` and `oneplusx serve` make its constraints, indexes and "
    "migrations, and load the seeds."
)
_CURRENT = Statement("MATCH (r:Release) WHERE r.isCurrent RETURN r.name")


@dataclass(frozen=True, slots=True)
class State:
    """What a graph holds of ours."""

    address: str
    agent: str
    releases: list[str]
    revision: int
    drift: constraints.Drift
    applied: set[int]
    covers: cover_links.Disagreement

    @property
    def is_empty(self) -> bool:
        """Whether nobody has loaded, served or restored here."""
        has_any = self.releases or self.applied or self.drift.extra or self.drift.failed
        return not has_any and len(self.drift.missing) == len(constraints.wanted())

    @property
    def pending(self) -> list[str]:
        """The numbers of the migrations that the next start applies."""
        return [str(each.number) for each in migrations.MIGRATIONS if each.number not in self.applied]

    @property
    def disagreements(self) -> list[str]:
        """What the covers say otherwise than the alignments."""
        kinds = {"lacking": self.covers.missing, "wrong": self.covers.wrong, "miscounted": self.covers.miscounted}
        return [f"{kind}: {', '.join(names)}" for kind, names in kinds.items() if names]

    @property
    def is_good(self) -> bool:
        """Whether everything is as this program wants it; what is too much does no harm."""
        return not (self.drift.missing or self.drift.failed or self.pending or self.disagreements)


async def read_state(database: Database) -> State:
    """Read what ``status`` shows. Writes nothing."""
    return State(
        f"{database.address.uri}, database {database.address.database}",
        await database.verify(),
        [row[0] for row in await database.read(_CURRENT)],
        await read_revision(database),
        await constraints.drift(database),
        {each.number for each in await migrations.applied(database)},
        await cover_links.disagreement(database),
    )


def lines(found: State, most: int | None = NAMES_SHOWN) -> Iterator[str]:
    """Write the state for a person, the place first; ``most``: how many names of each kind, None for all."""
    yield f"address    {found.address}"
    yield f"server     {found.agent}"
    if found.is_empty:
        yield EMPTY
        return
    yield f"release    {found.releases[0] if found.releases else 'none; run `oneplusx load`'}"
    yield f"revision   {found.revision}"
    for word, names in (
        ("missing", found.drift.missing),
        ("extra", found.drift.extra),
        ("failed", found.drift.failed),
    ):
        yield f"{word:<10} {_counted(names, most)}"
    yield f"migrations {max(found.applied, default=0)} applied, pending: {', '.join(found.pending) or 'none'}"
    yield f"covers     {' '.join(found.disagreements) or 'as the alignments say'}"


def _counted(names: Sequence[str], most: int | None) -> str:
    if not names:
        return "none"
    left = len(names) - len(names[:most])
    return f"{len(names)}: {', '.join(names[:most])}{f' and {left} more (--all)' if left else ''}"
