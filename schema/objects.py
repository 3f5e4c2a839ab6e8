"""Object types made from the model: node types, connections, edges, links; and records of questions."""

from strawberry.types.arguments import StrawberryArgument

from graph.model import MODEL
from graph.model.catalogue import MAJOR
from graph.model.core import FEW_LIMIT, Ends, NodeType, Property, Side, Text
from graph.model.derived import SLUG, DerivedField
from graph.model.distinct_names import LANGUAGE
from resolvers.questions.records import NodeField, RecordField, RecordType
from resolvers.questions.shared.record_pages import PAGE_INFO, PAGE_INFO_FIELD
from resolvers.request.field_meanings import (
    IN_FORCE,
    LINK_BASIS,
    PAGE_DEFAULT,
    PAGE_LARGEST,
    DisplayNameField,
    DistinctNameField,
    FieldMeaning,
    LinksField,
    SourcesField,
    connection_name,
    edge_name,
    fields_of,
    fields_of_link,
    link_name,
)
from schema import fields as declare
from schema.fields import annotation_of, argument, default_of, make_interface, make_type, record_field

_SOURCES = Text("Sources of this statement. Empty: none is recorded.", "该陈述的来源。空：没有记录。")

_DISPLAY_NAME = Text(
    "The name of this node. Several may have the same: `distinctName` tells them apart. Null: it has none.",
    "该节点的名称。可能重名，区分见 `distinctName`。null：没有名称。",
)
_DISTINCT_NAME = Text(
    "The name in one line with what tells the node apart from others of its type, such as edition, level and code: "
    "for the axis of a chart. No two nodes of a type have the same.",
    "一行名称，附版本、层次、代码等区分信息，可用作图表的坐标标签；同一类型的节点互不相同。",
)


def make_objects() -> None:
    """Make every object type that follows from the model."""
    make_interface(
        "Node",
        Text("Anything in the graph that has an id.", "图中任何带 id 的对象。"),
        (
            record_field(
                "id",
                "ID",
                Text(
                    "Opaque id, stable between releases; `node(id:)` takes it.",
                    "不透明的 id，各版本数据间保持不变；可用于 `node(id:)`。",
                ),
            ),
            record_field(
                "displayName",
                "String | None",
                _DISPLAY_NAME,
            ),
            record_field("distinctName", "String", _DISTINCT_NAME, _name_arguments()),
            record_field(SLUG.name, annotation_of(SLUG), SLUG.description),
        ),
    )
    make_record(PAGE_INFO)
    for node_type in MODEL.node_types.values():
        _make_node(node_type)
        _make_connection(node_type, None)
        for side in MODEL.sides[node_type.name].values():
            _make_side_types(side)


def list_order(node_type: NodeType, *, is_by_id: bool) -> Text:
    """Say in which order a list is where no other is asked for."""
    if not is_by_id:
        keys = ", ".join(node_type.order)
        return Text(f"by {keys}", f"按 {keys}")
    if node_type.editions:
        editions = ", ".join(node_type.editions)
        return Text(f"the newest edition first ({editions}), then by id", f"新版本在前（{editions}），其次按 id")
    return Text("a stable order (by id)", "固定次序（按 id）")


def page_arguments(node_type: NodeType, *, default_order: Text) -> list[StrawberryArgument]:
    """Declare the arguments of a connection of this type."""
    found = [
        argument(
            "first",
            "Int",
            Text(
                f"Rows to give: 1 to {PAGE_LARGEST}, by default {PAGE_DEFAULT}.",
                f"返回的行数：1 至 {PAGE_LARGEST}，默认 {PAGE_DEFAULT}。",
            ),
            PAGE_DEFAULT,
        ),
        argument("after", "String | None", Text("Give what follows this cursor.", "返回该游标之后的内容。")),
        argument(
            "where", f"{node_type.name}Filter | None", Text("Only what satisfies this.", "只返回满足该条件的内容。")
        ),
        argument(
            "orderBy",
            f"list[{node_type.name}Order] | None",
            Text(
                f"Sort keys, at most 3. By default {default_order.english}.",
                f"排序键，最多 3 个。默认：{default_order.chinese}。",
            ),
        ),
    ]
    return [*found, *as_of(node_type), *_in_force(node_type)]


def _name_arguments() -> list[StrawberryArgument]:
    text = Text(
        "The language of levels and kinds, and of the punctuation; the names themselves are as stored.",
        "层次、类型等用语及标点的语言；名称本身按存储原文。",
    )
    return [argument("language", LANGUAGE.name, text, default_of(LANGUAGE.name, "CHINESE"))]


def as_of(node_type: NodeType) -> list[StrawberryArgument]:
    """Declare ``asOf`` where the type changes in time."""
    if not node_type.is_dated:
        return []
    text = Text(
        "Only what was in force on this day; where no dates are known, it counts as in force.",
        "只返回在该日有效的内容；没有日期的视为有效。",
    )
    return [argument("asOf", "Date | None", text)]


def _in_force(node_type: NodeType) -> list[StrawberryArgument]:
    """Declare ``inForce`` where the type is that of majors, of which older editions are listed too."""
    if node_type.name != MAJOR.name:
        return []
    text = Text(
        "`true`: only majors offered today, of an edition in force and replaced by no other, as national figures count "
        "them. `false`: only the others. Null: all.",
        "`true`：只返回现行专业，即属于现行目录版本且未被其他专业取代，与全国数据口径相同；`false`：只返回其余专业；null：不限。",
    )
    return [argument(IN_FORCE, "Boolean | None", text)]


def _make_node(node_type: NodeType) -> None:
    made = [_field(each) for each in fields_of(node_type.name).items()]
    description = node_type.description.plus(f"({node_type.term})", f"（{node_type.name}）")
    make_type(node_type.name, description, made, implements="Node")


def _field(entry: tuple[str, FieldMeaning]) -> declare.ResponseField:
    name, meaning = entry
    match meaning:
        case Property():
            return record_field(name, annotation_of(meaning), meaning.description, deprecated=meaning.deprecated)
        case DisplayNameField():
            return record_field(name, "String | None", _DISPLAY_NAME)
        case DistinctNameField():
            return record_field(name, "String", _DISTINCT_NAME, _name_arguments())
        case DerivedField():
            return _derived_field(meaning)
        case SourcesField():
            return record_field(name, "list[Source]", _SOURCES)
        case LinksField(side=side):
            return _links_field(name, side)
        case Side():
            return _side_field(name, meaning)


def _derived_field(derived: DerivedField) -> declare.ResponseField:
    prop, rows = derived.field, derived.rows
    if rows is None:
        arguments = _name_arguments() if derived.is_in_language else []
        return record_field(prop.name, annotation_of(prop), prop.description, arguments)
    columns = [record_field(each.name, annotation_of(each), each.description) for each in rows.columns]
    make_type(rows.name, rows.description, columns)
    return record_field(prop.name, f"list[{rows.name}]", prop.description)


def _side_field(name: str, side: Side) -> declare.ResponseField:
    target = MODEL.node_types[side.target]
    match side.ends:
        case Ends.ONE:
            return record_field(name, f"{side.target} | None", side.description)
        case Ends.FEW:
            return record_field(name, f"list[{side.target}]", _few_text(side), _few_arguments(target))
        case Ends.MANY:
            arguments = [
                *page_arguments(target, default_order=list_order(target, is_by_id=not target.order)),
                link_basis(),
            ]
            return record_field(name, connection_name(target, side), side.description, arguments)


def _few_arguments(target: NodeType) -> list[StrawberryArgument]:
    return [
        argument("where", f"{target.name}Filter | None", Text("Only what satisfies this.", "只返回满足该条件的内容。")),
        *as_of(target),
        *_in_force(target),
        link_basis(),
    ]


def link_basis() -> StrawberryArgument:
    """Declare what keeps links by what they rest on, the same at every list that follows links."""
    text = Text(
        "Only what is linked on one of these bases, such as OFFICIAL. Null: on any. An empty list: nothing.",
        "只返回链接依据为其中之一的内容，如 OFFICIAL。null：不限。空列表：没有内容。",
    )
    return argument(LINK_BASIS, "list[Basis] | None", text)


def _few_text(side: Side) -> Text:
    return side.description.plus(
        f"A short list, given whole (at most {FEW_LIMIT}).", f"短列表，一次全部返回（最多 {FEW_LIMIT} 项）。"
    )


def _links_field(name: str, side: Side) -> declare.ResponseField:
    target = MODEL.node_types[side.target]
    text = Text(
        f"As `{side.name}`, with what the link itself states: basis, sources and its own properties.",
        f"同 `{side.name}`，并给出链接自身的依据、来源与属性。",
    )
    annotation = f"list[{link_name(side)}]" if side.ends is Ends.FEW else f"{link_name(side)} | None"
    return record_field(name, annotation, text, _few_arguments(target))


def _make_side_types(side: Side) -> None:
    if side.ends is Ends.MANY:
        _make_connection(MODEL.node_types[side.target], side)
    elif not side.relationship.structural:
        node = record_field("node", side.target, Text("The node at the other end.", "另一端的节点。"))
        text = Text(
            f"A link of {side.owner}.{side.name} ({side.relationship.type}).",
            f"{side.owner}.{side.name} 的一条链接（{side.relationship.type}）。",
        )
        make_type(link_name(side), text, [node, *_link_fields(side)])


def _make_connection(target: NodeType, side: Side | None) -> None:
    where = f"{side.owner}.{side.name}" if side else target.plural
    edge = [
        record_field(
            "cursor", "String", Text("Position of this row; `after` takes it.", "该行的位置；可用于 `after`。")
        ),
        record_field("node", target.name, Text("The node.", "节点。")),
        *(_link_fields(side) if side else ()),
    ]
    make_type(edge_name(target, side), Text(f"A row of {where}.", f"{where} 的一行。"), edge)
    page = [
        record_field("nodes", f"list[{target.name}]", Text("The nodes of this page.", "当前页的节点。")),
        record_field(
            "edges",
            f"list[{edge_name(target, side)}]",
            Text("The rows of this page: nodes with cursors and links.", "当前页的行：节点及其游标与链接。"),
        ),
        record_field(PAGE_INFO_FIELD.name, PAGE_INFO.name, PAGE_INFO_FIELD.description),
        record_field(
            "totalCount",
            "Int",
            Text("Rows in the whole list; counted only when asked.", "整个列表的行数；仅在查询时计数。"),
        ),
    ]
    make_type(connection_name(target, side), Text(f"A page of {where}.", f"{where} 的一页。"), page)


def _link_fields(side: Side) -> list[declare.ResponseField]:
    made = []
    for name, meaning in fields_of_link(side.relationship.type).items():
        if isinstance(meaning, SourcesField):
            made.append(record_field(name, "list[Source]", _SOURCES))
        elif isinstance(meaning, DerivedField):
            made.append(_derived_field(meaning))
        else:
            made.append(record_field(name, annotation_of(meaning), meaning.description))
    return made


def _of_record(field: RecordField) -> str:
    name = field.record.name
    return f"list[{name}]" if field.is_list else f"{name} | None" if field.is_optional else name


def make_record(record_type: RecordType) -> None:
    """Make the object type of a question's records, and of the records within."""
    if record_type.name in declare.TYPES:
        return
    made = []
    for each in record_type.fields:
        match each:
            case Property():
                made.append(record_field(each.name, annotation_of(each), each.description))
            case NodeField():
                name = each.kinds[0] if len(each.kinds) == 1 else "Node"
                shown = f"list[{name}]" if each.is_list else f"{name} | None" if each.is_optional else name
                made.append(record_field(each.name, shown, each.description))
            case RecordField():
                make_record(each.record)
                name = _of_record(each)
                made.append(record_field(each.name, name, each.description))
    make_type(record_type.name, record_type.description, made)
