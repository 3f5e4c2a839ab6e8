"""What the rows of an archive may hold: the properties of the model, each with a value of its type.

Backup and restore ask the same, so that no backup gives an archive that no one can restore.
"""

from collections.abc import Mapping
from typing import Any

from graph.model import MODEL
from graph.model.columns import link_columns
from graph.model.core import ID, CodeList, Property, Relationship, Scalar, Text
from graph.model.days import is_day
from graph.upkeep import column_mappings, editors, migrations

# Bytes of one line: what is longer is no row of ours, and would fill the memory of its reader.
LINE_LARGEST = 1_000_000
# Both engines keep an integer in 64 bits.
INTEGERS = range(-(2**63), 2**63)

# Characters of a wrong code that a message shows.
NAME_SHOWN_LARGEST = 80

Properties = Mapping[str, Property]


def _named(*properties: Property) -> Properties:
    return {each.name: each for each in properties}


def _own(name: str, kind: Scalar | CodeList = Scalar.STRING, *, required: bool = True) -> Property:
    return Property(name=name, type=kind, description=Text("Not in the model.", "模型之外。"), required=required)


_EDITOR_ROLE = CodeList(
    "EditorRole",
    Text("What an editor may do.", "编辑者的权限。"),
    {each.value: Text(each.value, each.value) for each in editors.Role},
)

# The loader adds it to what the model has.
_SEED_HASH = _own("seedHash", required=False)

# The properties of the labels that are ours and not in the model.
INTERNAL: Mapping[str, Properties] = {
    editors.EDITOR_LABEL: _named(
        ID,
        _own("name"),
        _own("role", _EDITOR_ROLE),
        _own("addedOn", Scalar.DATE),
        _own("revokedOn", Scalar.DATE, required=False),
        _own("college", required=False),
    ),
    column_mappings.COLUMN_MAPPING_LABEL: _named(
        ID,
        _own("college"),
        _own("heading"),
        _own("meaning"),
        _own("editor"),
        _own("confirmedOn", Scalar.DATE),
    ),
    migrations.MIGRATION_LABEL: _named(
        _own("id", Scalar.INT),
        _own("name"),
        _own("checksum"),
        _own("on", Scalar.DATE),
    ),
}


def node_properties(label: str) -> Properties:
    """Give the properties that a node of this label may have."""
    return INTERNAL.get(label) or {**MODEL.node_types[label].by_name, **_named(_SEED_HASH)}


def link_properties(each: Relationship) -> Properties:
    """Give the properties that a link of this type may have; ``start`` and ``end`` are the ids of its nodes."""
    return _named(*link_columns(each), _SEED_HASH)


def needed_properties(label: str) -> list[str]:
    """Name the properties without which a node is not found.

    A list in the order of such a property is read from its index, where a node without it does not stand.
    """
    if label in INTERNAL:
        return [each.name for each in INTERNAL[label].values() if each.required]
    return [each.name for each in MODEL.node_types[label].stored if each.required and each.indexed]


def misfit(known: Properties, values: Mapping[str, Any]) -> tuple[str, str] | None:
    """Tell in English and Chinese which property the model has not, or holds what it cannot hold; None: all fit."""
    for name in sorted(values):
        if name not in known:
            return f"unknown property {name}", f"未知属性 {name}"
        if not _is_of_type(known[name], values[name]):
            wanted = f"[{_scalar_of(known[name])}]" if known[name].many else _scalar_of(known[name])
            return f"{name} holds a value that is no {wanted}", f"{name} 的值不是 {wanted}"
        if wrong := _out_of_bounds(known[name], values[name]):
            return f"{name} {wrong[0]}", f"{name} {wrong[1]}"
    return None


def _scalar_of(prop: Property) -> Scalar:
    # A code is kept as text.
    return prop.type if isinstance(prop.type, Scalar) else Scalar.STRING


def _is_of_type(prop: Property, value: object) -> bool:
    if value is None:
        return True
    if prop.many:
        return isinstance(value, list) and all(_is_of(_scalar_of(prop), each) for each in value)
    return _is_of(_scalar_of(prop), value)


def _is_of(scalar: Scalar, value: object) -> bool:
    match scalar:
        case Scalar.BOOLEAN:
            return isinstance(value, bool)
        case Scalar.INT:
            return _is_integer(value)
        case Scalar.FLOAT:
            # JSON makes no difference between 1 and 1.0.
            return isinstance(value, float) or _is_integer(value)
        case Scalar.DATE:
            return isinstance(value, str) and is_day(value)
        case Scalar.STRING:
            return isinstance(value, str)


def _is_integer(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value in INTEGERS


def _out_of_bounds(prop: Property, value: Any) -> tuple[str, str] | None:
    """Say in English and Chinese that a value of the right type is no code of its list, too long, or out of range."""
    for each in value if isinstance(value, list) else [value]:
        if each is None:
            continue
        if isinstance(prop.type, CodeList) and each not in prop.type.codes:
            shown, codes = _shown(each), prop.type.name
            return f"holds {shown}, which is no code of {codes}", f"的值 {shown} 不在代码表 {codes} 之中"
        if prop.longest and not 1 <= len(each) <= prop.longest:
            return (
                f"has {len(each)} characters; it takes 1 to {prop.longest}",
                f"共 {len(each)} 字，须为 1 至 {prop.longest} 字",
            )
        if not prop.admits(each):
            return f"holds {each}; it takes {prop.range}", f"的值为 {each}，取值应为 {prop.range}"
    return None


def _shown(code: str) -> str:
    """Write a code that may be of any length."""
    return repr(code if len(code) <= NAME_SHOWN_LARGEST else code[: NAME_SHOWN_LARGEST - 1] + "…")
