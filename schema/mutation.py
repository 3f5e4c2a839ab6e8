"""The mutation type: one field, one input and one payload type for each mutation."""

from typing import Any

from graph.model import MODEL
from graph.model.core import Text
from resolvers.editing.edit_errors import BOOKMARK, EDIT_ERROR, USER_ERRORS
from resolvers.editing.mutation import Mutation
from resolvers.request.declarations import Argument
from resolvers.services.registry import SERVICES
from schema.codes import make_enum
from schema.fields import (
    TYPES,
    ResponseField,
    annotation_of,
    argument,
    default_of,
    make_input,
    make_type,
    mutation_field,
    record_field,
)
from schema.objects import make_record
from schema.services import make_service


def make_mutation(mutations: tuple[Mutation, ...]) -> type:
    """Make the mutation type."""
    for codes in (each for mutation in mutations for each in mutation.codes):
        # A question may take the same.
        if codes.name not in TYPES:
            make_enum(codes.name, codes.description, codes.codes)
    for one in (each for mutation in mutations for each in mutation.inputs):
        if one.name not in TYPES:
            make_input(one.name, one.description, _input_fields(one.fields))
    for record in {each.record.name: each.record for mutation in mutations for each in mutation.says}.values():
        if record.name not in TYPES:
            make_record(record)
    make_record(EDIT_ERROR)
    for each in {each.payload_type: each for each in mutations}.values():
        _make_payload(each)
    fields = [*(_field(each) for each in mutations), *(make_service(each) for each in SERVICES if each.is_mutation)]
    text = Text(
        "Changes by editors. Each needs `Authorization: Bearer <token>`, is made in one transaction, and is recorded.",
        "编辑者的变更。每项变更须带 `Authorization: Bearer <token>`，在一个事务内完成并留下记录。",
    )
    return make_type("Mutation", text, fields)


def _make_payload(mutation: Mutation) -> None:
    term = MODEL.node_types[mutation.node].term
    make_type(
        mutation.payload_type,
        Text(f"What changes of several {mutation.node} nodes give.", f"变更多条{term}后的结果。")
        if mutation.rows
        else Text(f"What a change of a {mutation.node} gives.", f"变更{term}后的结果。"),
        [
            _node_field(mutation),
            record_field(USER_ERRORS.name, f"list[{EDIT_ERROR.name}]", USER_ERRORS.description),
            record_field(BOOKMARK.name, annotation_of(BOOKMARK), BOOKMARK.description),
            *(record_field(each.name, f"list[{each.record.name}]", each.description) for each in mutation.says),
        ],
    )


def _node_field(mutation: Mutation) -> ResponseField:
    if mutation.rows:
        text = Text(
            "The nodes after the change, in the order of their ids. Null: see `userErrors`, or the error "
            "WRITTEN_BUT_NOT_READ here.",
            "变更后的节点，按 id 排序。null：见 `userErrors`，或该字段上的错误 WRITTEN_BUT_NOT_READ。",
        )
        return mutation_field(mutation.node_field, f"list[{mutation.node}] | None", text)
    text = Text(
        "The node after the change. Null: see `userErrors`, or the error WRITTEN_BUT_NOT_READ here.",
        "变更后的节点。null：见 `userErrors`，或该字段上的错误 WRITTEN_BUT_NOT_READ。",
    )
    return mutation_field(mutation.node_field, f"{mutation.node} | None", text)


def _field(mutation: Mutation) -> ResponseField:
    if mutation.rows:
        row = mutation.rows.row
        make_input(row.name, row.description, _input_fields(row.fields))
    text = Text(f"Input of `{mutation.name}`.", f"`{mutation.name}` 的输入。")
    make_input(mutation.input_type, text, _input_fields(mutation.input), defaults=_defaults(mutation.input))
    argument_of_all = argument("input", mutation.input_type, Text("What to do.", "要做的变更。"))
    return mutation_field(mutation.name, f"{mutation.payload_type} | None", mutation.description, [argument_of_all])


def _input_fields(arguments: tuple[Argument, ...]) -> dict[str, tuple[str, Text]]:
    return {each.name: (each.annotation, each.description) for each in arguments}


def _defaults(arguments: tuple[Argument, ...]) -> dict[str, Any]:
    return {each.name: default_of(each.annotation, each.default) for each in arguments if each.default is not ...}
