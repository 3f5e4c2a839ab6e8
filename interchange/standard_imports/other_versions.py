"""The versions of a standard that the graph has next to the one that was read, and what each would give it."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from graph.query.statement import Run
from graph.upkeep.newest_versions import is_newer, version_numbers
from interchange.standard_imports.carried_alignments import look_at_carried
from interchange.standard_imports.versions_there import id_of_version, versions_there
from interchange.standards.skill.skill_standard import LEVELS, SkillStandardReading

# A standard has two or three versions; of more only the newest are compared.
VERSIONS_LARGEST = 10


class OtherVersion(NamedTuple):
    """A version whose alignments can be carried: counts by what became of their requirement.

    ``is_proposed``: it is the one just before the version that was read; where that states none, the newest.
    """

    node_id: str
    version: str
    is_proposed: bool
    carried: Mapping[str, int]


async def other_versions(run: Run, reading: SkillStandardReading) -> list[OtherVersion]:
    """Give the newest of them, the newest first, for the standard as it was read; without a code there are none."""
    if not reading.head.code:
        return []
    own = id_of_version(reading)
    drafted = list(_requirements(reading, own.removeprefix("SkillStandard:")))
    versions = {each: each.rpartition(":")[2] for each in await versions_there(run, reading) if each != own}
    proposed = _version_before(reading.head.version, versions)
    in_order = sorted(versions, key=lambda each: (version_numbers(versions[each]), each), reverse=True)
    return [
        OtherVersion(each, versions[each], each == proposed, (await look_at_carried(run, each, own, drafted)).counts)
        for each in in_order[:VERSIONS_LARGEST]
    ]


def _version_before(own: str, versions: Mapping[str, str]) -> str | None:
    before = [each for each, version in versions.items() if not own or is_newer(own, version)]
    return max(before, key=lambda each: version_numbers(versions[each]), default=None)


def _requirements(reading: SkillStandardReading, own: str) -> Iterator[dict[str, Any]]:
    """Give what was read with a level and a code: all else a person settles first."""
    for level in (each for each in reading.levels if each.level in LEVELS.values()):
        tasks = (task for area in level.areas for task in area.tasks)
        read = (one for task in tasks for one in task.requirements if one.code)
        for sequence, each in enumerate(read):
            node_id = f"SkillRequirement:{own}:{level.level}:{each.code}"
            yield {"id": node_id, "level": level.level, "code": each.code, "text": each.text, "sequence": sequence}
