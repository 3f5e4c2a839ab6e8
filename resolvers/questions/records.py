"""Record types: the answers of questions, as tables of fields.

The answer of a question is made of records: sequences of values in the order of the fields here, made by name with
``RecordType.row``. The schema declares its types from these tables, and the planner reads a selection with them.
"""

import keyword
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from operator import itemgetter
from typing import Any

from graph.model import MODEL
from graph.model.core import Property, Scalar, Text
from graph.query.plan import Bind, Branches, NodeValue, Record, RecordItem, RecordValue, Selection, TypeName, Value
from resolvers.cost import FEW_EXPECTED
from resolvers.request.selection import Collector, FieldRequest, select_node

# How long a list is: the argument that bounds it, or a number that it holds at most, or as a rule. None: small by
# nature, as most lists within records are; a list of the answer itself always says (tests/resolvers/test_cost.py).
ListSize = int | str | None
FIRST = "first"
# A record: its values in the order of the fields of its type.
RecordRow = Sequence[Any]


def count_field(name: str, description: Text, *, required: bool = True) -> Property:
    """Declare a field of a record that counts; not ``required``: it may be unknown."""
    return Property(name=name, type=Scalar.INT, description=description, required=required)


@dataclass(frozen=True, slots=True, kw_only=True)
class NodeField:
    """A node, or a list of nodes, in a record. ``kinds`` names the types it can have; empty: any.

    ``is_optional``: a record may have none there. ``size``: as of ``RecordField``.
    """

    name: str
    description: Text
    kinds: tuple[str, ...] = ()
    is_list: bool = False
    is_optional: bool = False
    size: ListSize = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordField:
    """A record, or a list of records, in a record. ``size``: how long the list is, for the cost of what is asked.

    ``is_optional``: there may be none, where it is no list.
    """

    name: str
    description: Text
    record: "RecordType"
    is_list: bool = True
    is_optional: bool = True
    size: ListSize = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordType:
    """One GraphQL object type whose objects are records."""

    name: str
    description: Text
    fields: tuple[Property | NodeField | RecordField, ...]
    by_name: Mapping[str, int] = field(init=False)
    _pick: Callable[[Mapping[str, Any]], RecordRow] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Index the places of the fields, and compile what makes a record."""
        names = [each.name for each in self.fields]
        object.__setattr__(self, "by_name", {name: place for place, name in enumerate(names)})
        object.__setattr__(self, "_pick", _picker([f"{each}_" if keyword.iskeyword(each) else each for each in names]))

    def row(self, /, **values: Any) -> RecordRow:
        """Make a record of its values by field name. A keyword of Python has an underscore behind it: ``from_``.

        Raises: TypeError where a field is missing, or there is no field of a name.
        """
        try:
            made = self._pick(values)
        except KeyError as error:
            raise self._mismatch(values) from error
        if len(values) != len(made):
            raise self._mismatch(values)
        return made

    def _mismatch(self, values: Mapping[str, Any]) -> TypeError:
        named = {each.removesuffix("_") for each in values}
        missing, unknown = sorted(self.by_name.keys() - named), sorted(named - self.by_name.keys())
        return TypeError(f"{self.name}: fields without a value {missing}, values without a field {unknown}")


def _picker(names: Sequence[str]) -> Callable[[Mapping[str, Any]], RecordRow]:
    """Compile what picks these values in their order."""
    if len(names) > 1:
        return itemgetter(*names)
    return lambda values: [values[name] for name in names]


Projections = dict[str, list[Selection | Branches]]


@dataclass(frozen=True, slots=True)
class RecordPlanner:
    """Plans what is asked of the records of one call.

    What is asked of their nodes goes to ``projections`` by field name. ``sizes`` are the arguments that bound lists.
    """

    collector: Collector
    sizes: Mapping[str, Bind]
    projections: Projections = field(default_factory=dict)
    # The names of the record fields that are selected, at whatever depth.
    selected: set[str] = field(default_factory=set)

    def plan(self, request: FieldRequest, record_type: RecordType) -> Record:
        """Plan a record."""
        items = tuple(self._item(each, record_type) for each in self.collector.below(request))
        return Record(record_type.name, items)

    def _item(self, request: FieldRequest, record_type: RecordType) -> RecordItem:
        if request.name == "__typename":
            return TypeName(request.key, record_type.name)
        self.selected.add(request.name)
        place = record_type.by_name[request.name]
        match record_type.fields[place]:
            case Property() as prop:
                return Value(request.key, place, prop)
            case RecordField() as inner:
                record = self.plan(request, inner.record)
                return RecordValue(request.key, place, record, inner.is_list, self._size(inner))
            case NodeField() as node:
                return self._node(request, node, place)

    def _node(self, request: FieldRequest, node: NodeField, place: int) -> NodeValue:
        wanted = select_any(self.collector, request, node.kinds)
        known = self.projections.setdefault(node.name, [])
        known.append(wanted)
        size = self._size(node)
        return NodeValue(
            request.key, node.name, place, len(known) - 1, wanted, node.is_list, node.is_optional, size=size
        )

    def _size(self, declared: NodeField | RecordField) -> Bind | int:
        if not declared.is_list:
            return 1
        size = FEW_EXPECTED if declared.size is None else declared.size
        return self.sizes[size] if isinstance(size, str) else size


def select_any(collector: Collector, request: FieldRequest, kinds: tuple[str, ...]) -> Selection | Branches:
    """Plan what is asked of a node of one of several types; no types named: all that the field can have."""
    names = kinds or tuple(collector.possible_types(request))
    selections = tuple(select_node(collector, request, MODEL.node_types[name]) for name in names)
    return selections[0] if len(selections) == 1 else Branches(selections)
