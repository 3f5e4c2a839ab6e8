"""Input types: the filters of ``where`` and the keys of ``orderBy``, made from the model."""

from graph.model import MODEL
from graph.model.core import NodeType, Property, Text
from resolvers.request.field_meanings import LINK_BASIS, comparisons_of, filter_name, order_code
from schema.fields import TYPES, make_input, scalar_name

_MEANING = {
    "eq": Text("Equals. For values that are unknown there is `isNull`.", "等于。查未知值请用 `isNull`。"),
    "in": Text("Is one of these, at most 1,000.", "等于其中之一，最多 1000 个值。"),
    "contains": Text("Contains this text; case counts.", "包含该文本；区分大小写。"),
    "startsWith": Text("Begins with this text; case counts.", "以该文本开头；区分大小写。"),
    "gt": Text("Is greater than, or later than.", "大于，或晚于。"),
    "gte": Text("Is at least, or not earlier than.", "大于等于，或不早于。"),
    "lt": Text("Is less than, or earlier than.", "小于，或早于。"),
    "lte": Text("Is at most, or not later than.", "小于等于，或不晚于。"),
    "isNull": Text("`true`: the value is unknown; `false`: it is known.", "`true`：值未知；`false`：值已知。"),
    "has": Text("The list holds this value.", "列表包含该值。"),
}

_NOT_ASKED = Text(
    "Null asks nothing, as if it were left out; a variable without a value is null. `where: {}` lists all, but an "
    "object that holds only nulls is refused.",
    "null 不构成条件，等同省略；没有值的变量视为 null。`where: {}` 列出全部，但只含 null 的对象会被拒绝。",
)


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
    make_input(
        name,
        Text(
            f"Conditions on a value of type {scalar}; all that are given must hold.",
            f"对 {scalar} 类型值的条件；所给条件须全部成立。",
        ),
        fields,
    )


def _make_node_filter(node_type: NodeType) -> None:
    name = f"{node_type.name}Filter"
    fields = {
        each.name: (f"{filter_name(each)} | None", each.description) for each in node_type.stored if not each.internal
    }
    for side in MODEL.sides[node_type.name].values():
        fields[side.name] = (f"{side.target}RelationFilter | None", side.description)
    fields["and"] = (
        f"list[{name}] | None",
        Text("All of these hold. An empty list asks nothing.", "全部成立。空列表不构成条件。"),
    )
    fields["or"] = (
        f"list[{name}] | None",
        Text("At least one of these holds. An empty list: nothing matches.", "至少一项成立。空列表：没有匹配。"),
    )
    fields["not"] = (
        f"{name} | None",
        Text("This does not hold; unknown counts as not holding.", "该条件不成立；未知视为不成立。"),
    )
    make_input(
        name,
        Text(
            f"Conditions on {node_type.plural}; all that are given must hold, at most 100 in all.",
            f"对{node_type.term}的条件；所给条件须全部成立，总计最多 100 项。",
        ).plus(_NOT_ASKED.english, _NOT_ASKED.chinese),
        fields,
    )


def _make_relation_filter(node_type: NodeType) -> None:
    name = f"{node_type.name}Filter | None"
    fields = {
        "some": (
            name,
            Text(
                "At least one related node satisfies this; `{}`: there is one.",
                "至少一个相关节点满足该条件；`{}`：至少有一个。",
            ),
        ),
        "none": (
            name,
            Text("No related node satisfies this; `{}`: there is none.", "没有相关节点满足该条件；`{}`：一个也没有。"),
        ),
        "all": (
            name,
            Text(
                "Every related node satisfies this; true where there is none.",
                "所有相关节点都满足该条件；没有相关节点时为真。",
            ),
        ),
        LINK_BASIS: (
            "list[Basis] | None",
            Text(
                "Only nodes linked on one of these bases count, for `some`, `none` and `all`. Null: on any.",
                "只计链接依据为其中之一的节点，用于 `some`、`none` 与 `all`。null：不限。",
            ),
        ),
    }
    make_input(
        f"{node_type.name}RelationFilter",
        Text(f"Conditions on related {node_type.plural}.", f"对相关{node_type.term}的条件。"),
        fields,
    )


def _make_order(node_type: NodeType) -> None:
    assert any(order_code(each) for each in node_type.stored)
    fields = {
        "by": (f"{node_type.name}OrderKey", Text("The property to sort by.", "用于排序的属性。")),
        "direction": ("Direction", Text("Direction, by default ascending.", "方向，默认升序。")),
    }
    make_input(
        f"{node_type.name}Order",
        Text(f"A sort key of {node_type.plural}.", f"{node_type.term}的一个排序键。"),
        fields,
        defaults={"direction": TYPES["Direction"].ASC},
    )
