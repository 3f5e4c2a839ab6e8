"""The requirements of a certificate by level, for questions that count each level apart."""

from collections.abc import Iterable
from typing import NamedTuple

from graph.model.codes import CERTIFICATE_LEVEL_CODE


class RequirementOfLevel(NamedTuple):
    """A requirement, and the level that it belongs to."""

    id: str
    level: str


def ids_by_level(requirements: Iterable[RequirementOfLevel]) -> dict[str, list[str]]:
    """Give the ids at each level that has any, the lowest level first; those of no level at none."""
    found: dict[str, list[str]] = {each: [] for each in CERTIFICATE_LEVEL_CODE.codes}
    for each in requirements:
        if each.level in found:
            found[each.level].append(each.id)
    return {level: ids for level, ids in found.items() if ids}
