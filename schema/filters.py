"""Input types: the filters of ``where`` and the keys of ``orderBy``, made from the model."""

from graph.model import MODEL
from graph.model.core import NodeType, Property
from resolvers.request.field_meanings import comparisons_of, filter_name, order_code
from schema.fields import TYPES, make_input, scalar_name

_MEANING = {
    "eq": "Equals. Null is refused; ask with `isNull`.",
    "in": "Is one of these, at most 1,000.",
    "contains": "Contains this text; case counts.",
    "startsWith": "Begins with this text; case counts.",
    "gt": "Is greater than, or later than.",
    "gte": "Is at least, or not earlier than.",
    "lt": "Is less than, or earlier than.",
    "lte": "Is at most, or not later than.",
    "isNull": "True: the value is unknown. False: it is known.",
    "has": "The list holds this value.",
}


def make_filters() -> None:
    """Make every filter and order input of the schema."""
    for node_type in MODEL.node_types.values():
        for prop in node_type.stored:
            if not prop.internal and filter_name(prop) not in TYPES:
                _make_property_filter(prop)
    for node_type in MODEL.node_types.values():
        _make_node_filter(node_type)
        _make_relation_filter(node_type)
        _make_order(node_type)


def _make_property_filter(prop: Property) -> None:
    scalar = scalar_name(prop)
    types = {"in": f"list[{scalar}] | None", "isNull": "Boolean | None"}
    fields = {each: (types.get(each, f"{scalar} | None"), _MEANING[each]) for each in comparisons_of(prop)}
    name = filter_name(prop)
    make_input(name, f"Conditions on a value of type {scalar}; all that are given must hold.", fields)


def _make_node_filter(node_type: NodeType) -> None:
    name = f"{node_type.name}Filter"
    fields = {
        each.name: (f"{filter_name(each)} | None", each.description) for each in node_type.stored if not each.internal
    }
    for side in MODEL.sides[node_type.name].values():
        fields[side.name] = (f"{side.target}RelationFilter | None", side.description)
    fields["and"] = (f"list[{name}] | None", "All of these hold.")
    fields["or"] = (f"list[{name}] | None", "At least one of these holds. An empty list: nothing matches.")
    fields["not"] = (f"{name} | None", "This does not hold; unknown counts as not holding.")
    make_input(name, f"Conditions on {node_type.plural}; all that are given must hold, at most 100 in all.", fields)


def _make_relation_filter(node_type: NodeType) -> None:
    name = f"{node_type.name}Filter | None"
    fields = {
        "some": (name, "At least one related node satisfies this."),
        "none": (name, "No related node satisfies this."),
        "all": (name, "Every related node satisfies this; true where there is none."),
    }
    make_input(f"{node_type.name}RelationFilter", f"Conditions on related {node_type.plural}.", fields)


def _make_order(node_type: NodeType) -> None:
    assert any(order_code(each) for each in node_type.stored)
    fields = {
        "by": (f"{node_type.name}OrderKey", "The property to sort by."),
        "direction": ("Direction", "Direction, by default ascending."),
    }
    make_input(
        f"{node_type.name}Order",
        f"A sort key of {node_type.plural}.",
        fields,
        defaults={"direction": TYPES["Direction"].ASC},
    )
