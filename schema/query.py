"""The query type: look-ups and lists of every node type, ``node``, and the questions."""

from typing import Any

from graph.model import MODEL
from graph.model.core import NodeType, Property, Text
from resolvers.questions.question import Question
from resolvers.questions.registry import QUESTIONS
from resolvers.request.field_meanings import connection_name, singular
from resolvers.root_fields import lookup_arguments
from resolvers.services.registry import SERVICES
from schema.fields import ResponseField, argument, default_of, make_input, make_type, record_field, scalar_name
from schema.objects import as_of, list_order, make_record, page_arguments
from schema.services import make_service


def make_query() -> type:
    """Make the query type."""
    made = [
        record_field(
            "node",
            "Node | None",
            Text("Any object by its id or its slug: give one of them.", "按 id 或短名取任意对象，两者给出其一。"),
            [
                argument("id", "ID | None", Text("An id.", "对象的 id。"), None),
                argument(
                    "slug",
                    "ID | None",
                    Text(
                        "A slug, such as `major-648a3bypcz`; case does not count.",
                        "短名，如 `major-648a3bypcz`，不区分大小写。",
                    ),
                    None,
                ),
            ],
        )
    ]
    made += [_question(each) for each in QUESTIONS]
    made += [make_service(each) for each in SERVICES if not each.is_mutation]
    for node_type in MODEL.node_types.values():
        if node_type.lookups:
            made.append(_lookup(node_type))
        made.append(_list(node_type))
    return make_type(
        "Query",
        Text(
            "Questions to the 1+X graph. Each operation is answered by one database statement.",
            "对 1+X 图的查询。每个操作由一条数据库语句回答。",
        ),
        made,
    )


def _lookup(node_type: NodeType) -> ResponseField:
    arguments = [_key_argument(prop, default) for prop, default in lookup_arguments(node_type).values()]
    keys = " or by ".join(" and ".join(each.properties) for each in node_type.lookups)
    keys_zh = " 或 ".join("、".join(each.properties) for each in node_type.lookups)
    text = Text(
        f"One {node_type.name} ({node_type.term}) by {keys}. Not found: null, and NOT_FOUND with near matches.",
        f"按 {keys_zh} 取一个{node_type.term}。未找到：null，并给出 NOT_FOUND 与相近的结果。",
    )
    return record_field(singular(node_type), f"{node_type.name} | None", text, arguments + as_of(node_type))


def _key_argument(prop: Property, default: Any) -> Any:
    if default is ...:
        return argument(prop.name, scalar_name(prop), prop.description)
    return argument(
        prop.name, f"{scalar_name(prop)} | None" if default is None else scalar_name(prop), prop.description, default
    )


def _list(node_type: NodeType) -> ResponseField:
    text = Text(
        f"All {node_type.plural} ({node_type.term}): {node_type.description.english}",
        f"全部{node_type.term}：{node_type.description.chinese}",
    )
    order = list_order(node_type, is_by_id=not node_type.is_listed_in_order)
    arguments = page_arguments(node_type, default_order=order)
    return record_field(node_type.plural, connection_name(node_type, None), text, arguments)


def _question(question: Question) -> ResponseField:
    make_record(question.record)
    for each in question.inputs:
        make_input(each.name, each.description, {one.name: (one.annotation, one.description) for one in each.fields})
    name = f"list[{question.record.name}]" if question.is_list else question.record.name
    shown = f"{name} | None" if question.is_optional else name
    arguments = [
        argument(each.name, each.annotation, each.description, default_of(each.annotation, each.default))
        for each in question.arguments
    ]
    return record_field(question.name, shown, question.description, arguments)
