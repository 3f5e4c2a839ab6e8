"""NOT_FOUND: which keys are not there, which edition of each is, and what looks like it.

Worked out from the directory, when a look-up or a question has found nothing.
"""

from collections.abc import Mapping
from typing import Any

from graph.errors import NotFoundError
from graph.model import MODEL
from graph.model.core import NodeType
from graph.query.directory import Directory, Near

# The parts of a natural key that tell editions of the same thing apart.
EDITION_PARTS = frozenset({"edition", "year", "standardYear", "version", "standardVersion"})


def key_not_found(directory: Directory, node_type: NodeType, values: Mapping[str, Any]) -> NotFoundError:
    """Make the error for a key of which no object is there; ``values`` are its properties."""
    key = ", ".join(map(str, values.values()))
    part, editions = _other_editions(directory, node_type, values)
    near = [] if editions else [each.shown for each in _near(directory, node_type, values)]
    return NotFoundError(node_type.name, key, near=[each for each in near if each != key], part=part, editions=editions)


def id_not_found(directory: Directory, node_id: str, argument: str = "") -> NotFoundError:
    """Make the error for an id that no node has."""
    name, *parts = node_id.split(":")
    node_type = MODEL.node_types[name]
    values = dict(zip(node_type.key, parts, strict=False))
    part, editions = _other_editions(directory, node_type, values)
    near = [] if editions else [each.id for each in _near(directory, node_type, values)]
    return NotFoundError(name, node_id, argument=argument, near=near, part=part, editions=editions)


def name_not_found(directory: Directory, kind: str, name: str, argument: str) -> NotFoundError:
    """Make the error for a name that no node of a type has."""
    near = [each.shown for each in _near(directory, MODEL.node_types[kind], {"name": name})]
    return NotFoundError(kind, name, argument=argument, near=near)


def _other_editions(
    directory: Directory, node_type: NodeType, values: Mapping[str, Any]
) -> tuple[str, Mapping[str, str]]:
    """Give what the edition is called, and the ids that differ from a key in it only, each with its edition."""
    part = next((each for each in node_type.key if each in EDITION_PARTS), None)
    found = directory.types.get(node_type.name)
    if part is None or found is None or set(values) != set(node_type.key):
        return "", {}
    before, _, after = node_type.id_of({**values, part: "\0"}).partition("\0")
    ids = found.ids_between(before, after)
    return part, {each: each[len(before) : len(each) - len(after)] for each in ids}


def _near(directory: Directory, node_type: NodeType, values: Mapping[str, Any]) -> list[Near]:
    """Give what looks like the first property of a key that is searched."""
    found = directory.types.get(node_type.name)
    texts = [str(values[each.name]) for each in node_type.searched if each.name in values]
    return found.near(texts[0]) if found and texts else []
