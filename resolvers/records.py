"""Record types: the answers of declared statements, as tables of fields.

A declared statement gives records, lists of values in the order of the fields here. The schema declares its types from
these tables and the planner reads a selection with them.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from graph.model import MODEL
from graph.model.core import Property
from graph.plan import Branches, NodeValue, Record, RecordItem, RecordValue, Selection, TypeName, Value
from resolvers.selection import Asked, Collector, select_node


@dataclass(frozen=True, slots=True, kw_only=True)
class NodeField:
    """A node, or a list of nodes, in a record. ``kinds`` names the types it can have; empty: any.

    ``is_optional``: a record may have none there.
    """

    name: str
    description: str
    kinds: tuple[str, ...] = ()
    is_list: bool = False
    is_optional: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordField:
    """A record, or a list of records, in a record."""

    name: str
    description: str
    record: "RecordType"
    is_list: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordType:
    """One GraphQL object type whose objects are records."""

    name: str
    description: str
    fields: tuple[Property | NodeField | RecordField, ...]
    by_name: Mapping[str, int] = field(init=False)

    def __post_init__(self) -> None:
        """Index the places of the fields."""
        object.__setattr__(self, "by_name", {each.name: place for place, each in enumerate(self.fields)})


Projections = dict[str, list[Selection | Branches]]


def plan_record(collector: Collector, asked: Asked, record_type: RecordType, projections: Projections) -> Record:
    """Plan what is asked of a record; what is asked of its nodes goes to ``projections`` by field name."""
    items = tuple(_item(collector, each, record_type, projections) for each in collector.below(asked))
    return Record(record_type.name, items)


def _item(collector: Collector, asked: Asked, record_type: RecordType, projections: Projections) -> RecordItem:
    if asked.name == "__typename":
        return TypeName(asked.key, record_type.name)
    place = record_type.by_name[asked.name]
    match record_type.fields[place]:
        case Property() as prop:
            return Value(asked.key, place, prop)
        case RecordField() as inner:
            record = plan_record(collector, asked, inner.record, projections)
            return RecordValue(asked.key, place, record, inner.is_list)
        case NodeField() as node:
            wanted = select_any(collector, asked, node.kinds)
            known = projections.setdefault(node.name, [])
            known.append(wanted)
            return NodeValue(asked.key, place, len(known) - 1, wanted, node.is_list, node.is_optional)


def select_any(collector: Collector, asked: Asked, kinds: tuple[str, ...]) -> Selection | Branches:
    """Plan what is asked of a node of one of several types; no types named: all that the field can have."""
    names = kinds or tuple(collector.possible_types(asked))
    selections = tuple(select_node(collector, asked, MODEL.node_types[name]) for name in names)
    return selections[0] if len(selections) == 1 else Branches(selections)
