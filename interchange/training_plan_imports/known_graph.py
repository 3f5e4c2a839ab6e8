"""What of the graph the import of a training plan asks for: read once for all plans of a document."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple, Self

from graph.connection.database import Database
from graph.model.drafts import READER, visible
from graph.query.revision import read_revision
from graph.query.statement import Run, Statement
from interchange.standard_imports.named_certificates import KnownCertificates
from interchange.standard_imports.named_majors import KnownMajors
from interchange.training_plan_imports.named_colleges import KnownColleges

# College, major and grade: what versions of one plan have in common.
PlanKey = tuple[str, str, str]


class KnownPlan(NamedTuple):
    """A version of a plan. ``sha256`` is null for one that the same document brings.

    ``is_visible``: the editor who imports may read it. Of others the number is taken, and nothing else is known.
    """

    version: int
    sha256: str | None
    id: str
    is_visible: bool = True


class KnownForPlans(NamedTuple):
    """Colleges, majors and certificates by name; levels by id; teaching standards by major; versions of plans."""

    colleges: KnownColleges
    majors: KnownMajors
    certificates: KnownCertificates
    levels: frozenset[str]
    standards: Mapping[str, Sequence[tuple[int, str]]]
    plans: dict[PlanKey, list[KnownPlan]]

    @classmethod
    async def read(cls, run: Run, reader: str) -> "KnownForPlans":
        """Read it, for an editor of the college ``reader``."""
        levels = await run(Statement("MATCH (l:CertificateLevel) RETURN l.id"))
        return cls(
            await KnownColleges.read(run, reader),
            await KnownMajors.read(run),
            await KnownCertificates.read(run),
            frozenset(row[0] for row in levels),
            await _standards(run),
            await _plans(run, reader),
        )

    def apart(self) -> Self:
        """Give it with versions of plans that may be added to."""
        return self._replace(plans={key: list(versions) for key, versions in self.plans.items()})

    def standard_for(self, major: str, entry_year: int) -> str | None:
        """Give the newest teaching standard of a major that was published by the year of entry."""
        fitting = [each for each in self.standards.get(major, ()) if each[0] <= entry_year]
        return max(fitting)[1] if fitting else None

    def plan_ids(self) -> set[str]:
        """Give the ids of all versions of plans."""
        return {each.id for versions in self.plans.values() for each in versions}


class KnownLast:
    """Keeps what was read last until someone writes: an editor who corrects a plan looks at it again and again."""

    def __init__(self) -> None:
        self._kept: tuple[tuple[int, str], KnownForPlans] | None = None

    async def read(self, database: Database, reader: str) -> KnownForPlans:
        """Give what is known now, for an editor of the college ``reader``."""
        # One member of a cluster may know of less than another said.
        if database.chain is not None:
            return await KnownForPlans.read(database.read, reader)
        key = (await read_revision(database), reader)
        kept = self._kept
        if kept is None or kept[0] != key:
            kept = self._kept = (key, await KnownForPlans.read(database.read, reader))
        return kept[1].apart()


async def _standards(run: Run) -> dict[str, list[tuple[int, str]]]:
    text = "MATCH (s:TeachingStandard)-[:STANDARD_OF]->(m:Major) RETURN m.id, s.year, s.id"
    standards: dict[str, list[tuple[int, str]]] = {}
    for major, year, standard in await run(Statement(text)):
        standards.setdefault(major, []).append((year, standard))
    return standards


async def _plans(run: Run, reader: str) -> dict[PlanKey, list[KnownPlan]]:
    text = (
        "MATCH (p:TrainingPlan) WHERE p.version IS NOT NULL "
        f"RETURN p.collegeName, p.majorName, p.grade, p.version, p.sha256, p.id, {visible('p')} ORDER BY p.version"
    )
    plans: dict[PlanKey, list[KnownPlan]] = {}
    for college, major, grade, *own in await run(Statement(text, {READER: reader})):
        plans.setdefault((college, major, grade), []).append(KnownPlan(*own))
    return plans
