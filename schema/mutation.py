"""The mutation type: one field, one input and one payload type for each mutation."""

from typing import Any

from resolvers.editing.mutation import Mutation
from resolvers.request.declarations import Argument
from schema.codes import make_enum
from schema.fields import RecordField, argument, default_of, make_input, make_type, mutation_field, record_field


def make_mutation(mutations: tuple[Mutation, ...]) -> type:
    """Make the mutation type."""
    for codes in {each.name: each for mutation in mutations for each in mutation.codes}.values():
        make_enum(codes.name, codes.description, codes.codes)
    make_type(
        "EditError",
        "Why a change was not made; nothing was written.",
        [
            record_field(
                "code", "String", "Stable code, as in `extensions.code` of errors; docs/errors.md lists them."
            ),
            record_field("message", "String", "What is wrong and what to do, in the language of `Accept-Language`."),
            record_field("argument", "String | None", "The input field that is wrong. Null: not a single one."),
        ],
    )
    for each in {each.payload_type: each for each in mutations}.values():
        _make_payload(each)
    fields = [_field(each) for each in mutations]
    text = (
        "Changes by editors. Each needs `Authorization: Bearer <token>`, is made in one transaction, and is recorded."
    )
    return make_type("Mutation", text, fields)


def _make_payload(mutation: Mutation) -> None:
    make_type(
        mutation.payload_type,
        f"What a change of a {mutation.node} gives.",
        [
            mutation_field(
                mutation.node_field,
                f"{mutation.node} | None",
                "The node after the change. Null: see `userErrors`, or the error WRITTEN_BUT_NOT_READ at this field.",
            ),
            record_field("userErrors", "list[EditError]", "What the caller can mend. Empty: the change was made."),
            record_field(
                "bookmark",
                "String | None",
                "Send it as `extensions.bookmark` with a query that must see this change, whichever server answers it.",
            ),
        ],
    )


def _field(mutation: Mutation) -> RecordField:
    fields = {each.name: (each.annotation, each.description) for each in mutation.input}
    text = f"Input of `{mutation.name}`."
    make_input(mutation.input_type, text, fields, defaults=_defaults(mutation.input))
    argument_of_all = argument("input", mutation.input_type, "What to do.")
    return mutation_field(mutation.name, f"{mutation.payload_type} | None", mutation.description, [argument_of_all])


def _defaults(arguments: tuple[Argument, ...]) -> dict[str, Any]:
    return {each.name: default_of(each.annotation, each.default) for each in arguments if each.default is not ...}
